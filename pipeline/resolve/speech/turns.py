"""From sentences to turns: who speaks each piece of the running text.

The attribution goes through the sentences in text order and remembers who speaks. An inquit names the next speaker; a
sentence without one belongs to whoever spoke last, over paragraphs too, until the narrator resumes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from pipeline.grammar.participants import is_group
from pipeline.model import Certainty, Passage, Span
from pipeline.resolve.speech.answers import answers, is_question
from pipeline.resolve.speech.company import Company, fold
from pipeline.resolve.speech.documents import announces_document
from pipeline.resolve.speech.extent import announces, end_before, is_told, lead_is_said, mostly_inquit, subordinate
from pipeline.resolve.speech.inquit import IN_PAST, IN_PRESENT, Grammar, Inquit, Place, first_subject, label_of
from pipeline.resolve.speech.narration import Kind, assignment, narrator
from pipeline.resolve.speech.verbs import DEEDS, PAST, PLAIN, STRONG, THIRD, Manner
from pipeline.resolve.speech.words import Mention, Sentence, read

Speaker = tuple[str, ...]
"""Ids of cast members; for somebody who could not be identified, the words printed behind a question mark."""

AUTHOR = "?I"
"""The writer, if it is not known who that is."""

FAR = 10
"""A sentence this many sentences after its inquit is less than sure."""

SHORT = 6
"""So many words has a sentence that only says how somebody takes what was said: `Caccia thought so.`"""

_SOON = frozenset({"then", "first", "also", "next", "now", "again", "thereupon"})
_STRONG_PAST = [form for form, manner in PAST.items() if manner in STRONG]
_STRONG_THIRD = [form for form, manner in THIRD.items() if manner in STRONG]
_COORDINATORS = frozenset({"and", "but", "while", "whereupon", ";", "whereas", "then", "or"})
_JOINTS = " ,;—–"
"""What joins a report to its inquit, and belongs to neither."""
_RANK = {Certainty.HIGH: 0, Certainty.MEDIUM: 1, Certainty.LOW: 2}


def weaker(one: Certainty, other: Certainty) -> Certainty:
    """The lower of two certainties."""
    return max(one, other, key=_RANK.__getitem__)


@dataclass(slots=True)
class Piece:
    """A stretch of one passage that reports `speaker`'s words.

    `goes_on` says that it continues the report of the piece before it; `turn` numbers the inquits.
    """

    passage: Passage
    start: int
    end: int
    speaker: Speaker
    cert: Certainty
    rule: str
    goes_on: bool
    addressees: Speaker = ()
    direct: bool = False
    sentences: int = 1

    @property
    def span(self) -> Span:
        """The span of the transcript that it reports."""
        return self.passage.source(self.start, self.end)


@dataclass(slots=True)
class _Memory:
    """What the attribution remembers between sentences."""

    current: Speaker = ()
    addressees: Speaker = ()
    last_subject: str = ""
    asked: Speaker = ()
    """Who was asked something in the sentence before."""
    undecided: str = ""
    """Who said something since the last inquit that may be told: `he` may mean him."""
    spoken: list[Speaker] = field(default_factory=list)
    since: int = 0
    cert: Certainty = Certainty.HIGH
    announced: bool = False
    """Whether the last sentence only introduced the words that follow: `Banzer made the following points:`"""


class _Hit(NamedTuple):
    """An inquit with the speaker it names."""

    inquit: Inquit
    speaker: Speaker
    cert: Certainty


class Attribution:
    """Attributes the passages of one section; `inquits` are found once and used for the whole-document evidence."""

    def __init__(self, company: Company, parts: Sequence[Passage | None]) -> None:
        self.company = company
        self.parts = [(part, read(part.text, company.mentions(part)) if part else []) for part in parts]
        self.found = self._read(IN_PAST)
        strong = sum(inquit.manner in STRONG for inquit in self._inquits)
        if strong * 5 < sum(map(len, self.found)) and self._present():
            self.found = self._read(IN_PRESENT)
            del self._inquits
        self.memory = _Memory()
        self.misread: dict[str, str] = {}
        """Participants who are probably meant by a misread name, and that name as it is printed first."""

    def _read(self, grammar: Grammar) -> list[list[tuple[Sentence, list[Inquit]]]]:
        return [[(sentence, grammar.inquits(sentence)) for sentence in sentences] for _, sentences in self.parts]

    def _present(self) -> bool:
        """Whether the document reports in the present tense: its persons more often `say` than `said`."""
        after = Counter(
            sentence.words[number + 1]
            for _, sentences in self.parts
            for sentence in sentences
            for number in sentence.mentions
            if number + 1 < len(sentence.words)
        )
        past, present = (sum(after[form] for form in forms) for forms in (_STRONG_PAST, _STRONG_THIRD))
        return present > past

    @cached_property
    def _inquits(self) -> list[Inquit]:
        return [inquit for row in self.found for _, inquits in row for inquit in inquits]

    @cached_property
    def first_person(self) -> bool:
        """Whether the writer reports his own words."""
        return any(inquit.subject.pronoun == "i" and inquit.manner in STRONG for inquit in self._inquits)

    @cached_property
    def author(self) -> str:
        """Who writes `I`: named by signature, title or drafting note; else the one who took part and is never named
        as a speaker."""
        company = self.company
        speaking = {m.person for inquit in self._inquits if inquit.manner in STRONG for m in inquit.subject.mentions}
        named = company.named_author()
        if named and named not in speaking:
            return named
        titled = [mention.person for mention, _ in company.head if mention.person]
        for group in (titled, sorted(company.participants)):
            silent = [person for person in dict.fromkeys(group) if person not in speaking]
            if len(silent) == 1 and len(set(group)) > 1:
                return silent[0]
        return named or AUTHOR

    @cached_property
    def we(self) -> Speaker:
        """Whom `we` means, if the beginning says so: `Mr. Murphy, Mr. Merchant and I met with the Secretary today.`"""
        opening = [sentence for row in self.found for sentence, _ in row][:3]
        for subject in map(first_subject, opening):
            if subject is not None and subject.mentions and subject.pronoun == "i":
                return (*self._ids(subject.mentions), self.author)
        return ()

    @cached_property
    def heard(self) -> frozenset[str]:
        """Persons who speak though no list names them: the narrator breaks into their words, or opens paragraphs with
        them."""
        opening = Counter(
            mention.key
            for row in self.found
            for _, inquits in row[:1]
            for inquit in inquits[:1]
            if inquit.manner in STRONG and inquit.first <= 2
            for mention in inquit.subject.mentions
        )
        inserted = {
            mention.key
            for inquit in self._inquits
            if inquit.place is Place.INSERTED
            for mention in inquit.subject.mentions
        }
        strong = Counter(
            mention.key for inquit in self._inquits if inquit.manner in STRONG for mention in inquit.subject.mentions
        )
        enough = 99 if self.company.between else 2
        often = {key for key, count in opening.items() if count > 1 or strong[key] > enough}
        return frozenset(inserted | often)

    def pieces(self) -> list[Piece]:
        """The pieces of the section in text order."""
        result: list[Piece] = []
        for (passage, _), row in zip(self.parts, self.found, strict=True):
            if passage is None:
                self._silence()
                continue
            if (passage.text[0] == "[" and passage.text[-1] == "]") or not any(map(str.isalpha, passage.text)):
                continue  # what the writer or an editor adds; the number of a page
            for number, (sentence, inquits) in enumerate(row):
                for piece in self._sentence(passage, sentence, inquits, number):
                    _append(result, piece)
        return result

    def _silence(self) -> None:
        self.memory.current = ()

    def _sentence(self, passage: Passage, sentence: Sentence, inquits: Sequence[Inquit], number: int) -> list[Piece]:
        memory = self.memory
        if not inquits and not memory.current:
            if not sentence.quoted(0):
                self._notice(sentence)  # nobody speaks, whatever the narrator tells
            return []
        told = narrator(sentence)
        if told in (Kind.DECISION, Kind.COMMENT, Kind.COURSE, Kind.ASIDE):
            if told is not Kind.ASIDE:
                self._silence()
            self._notice(sentence)
            return []
        if announces_document(sentence) and not any(inquit.clause for inquit in inquits):
            self._reads_out(sentence)
            return []
        hits = self._hits(sentence, inquits, number) if inquits else self._labelled(sentence)
        if hits:
            return self._spoken(passage, sentence, hits)
        memory.asked = ()
        if memory.undecided and self._may_mean(inquits, memory.undecided):
            self._silence()
            return []
        if self._undecided(sentence, inquits):
            memory.cert = weaker(memory.cert, Certainty.MEDIUM)
            memory.undecided = _key(inquits[0].subject.mentions[0])
            self._notice(sentence)
            return []
        if told is Kind.DEED:
            self._deed(sentence)
            return []
        if (
            (not sentence.mentions.get(0) and self._of_a_body(sentence.words))
            or label_of(sentence) is not None
            or (number == 0 and self._assigned(sentence))
            or self._new_subject(sentence, number)
        ):
            self._silence()
            self._notice(sentence)
            return []
        self._notice(sentence)
        if not memory.current:
            return []
        memory.since += 1
        cert = memory.cert
        if memory.since >= FAR or number == 0:
            memory.cert = cert = weaker(cert, Certainty.MEDIUM)
        rule, goes_on = "speech/continued", not memory.announced
        memory.announced = False
        return [Piece(passage, sentence.start, sentence.end, memory.current, cert, rule, goes_on, memory.addressees)]

    def _may_mean(self, inquits: Sequence[Inquit], key: str) -> bool:
        """Whether the `he` or `she` of an inquit may be a certain person."""
        pronouns = {inquit.subject.pronoun for inquit in inquits if not inquit.subject.mentions}
        return ("she" if self._gender(key) == "F" else "he") in pronouns

    def _notice(self, sentence: Sentence) -> None:
        """Remember the first person of a sentence that reports nothing: `He` after it may be that person."""
        for mention in sentence.mentions.values():
            if mention.person:
                if mention.person != self.author:
                    self.memory.last_subject = mention.person
                return

    def _deed(self, sentence: Sentence) -> None:
        doer = sentence.mentions.get(0)
        if doer is not None and (doer.key,) != self.memory.current:
            self._silence()
        self._notice(sentence)

    def _reads_out(self, sentence: Sentence) -> None:
        """What follows is a text; `he` behind it is who read it out or handed it over."""
        if 0 in sentence.mentions:
            self._notice(sentence)
        elif len(self.memory.current) == 1 and self.memory.current[0] in self.company.cast:
            self.memory.last_subject = self.memory.current[0]
        self._silence()

    def _of_a_body(self, words: Sequence[str]) -> bool:
        """Whether a sentence says what an agency or the body itself said or decided, no one in particular: `State
        suggested that …`, `The SCC agreed on …`."""
        first = words[0] == "the"
        for end in range(first + 1, min(first + 6, len(words))):
            if " ".join(words[first:end]) in self.company.bodies:
                verb = next((word for word in words[end : end + 3] if word not in _SOON), "")
                return PAST.get(verb) in STRONG
        return False

    def _assigned(self, sentence: Sentence) -> bool:
        """Whether a summary of conclusions says in a point who will do what: `a. CIA will prepare a paper.`"""
        if "conclusions" not in fold(self.company.title):
            return False
        found = assignment(sentence)
        return found is not None and all(one == "@" or one in self.company.bodies or is_group(one) for one in found)

    def _new_subject(self, sentence: Sentence, number: int) -> bool:
        """A paragraph that opens with what somebody else did: his words, if any, are not the last speaker's."""
        words = sentence.words
        first = 2 if words[0].isdigit() and words[1:2] == ["."] else 0  # 3. M. Pichon read …
        if number or first not in sentence.mentions or not self.memory.current:
            return False
        person = sentence.mentions[first].person
        verb = next((word for word in words[first + 1 : first + 4] if word not in _SOON), "")
        return (
            (person in self.company.participants or person in self.heard)
            and (person,) != self.memory.current
            and (verb.endswith("ed") or verb in DEEDS)
            and verb not in ("agreed", "need")
        )

    # ------------------------------------------------------------------ who

    def _hits(self, sentence: Sentence, inquits: Sequence[Inquit], number: int) -> list[_Hit]:
        hits: list[_Hit] = []
        for inquit in inquits:
            if hits and not self._stands_beside(sentence.words, hits[-1].inquit, inquit):
                continue
            speaker, cert = self._who(sentence.words, inquit, hits)
            if speaker and self._believable(sentence.words, inquit, speaker, number, bool(hits)):
                if cert is not Certainty.LOW and any(key.startswith("?") for key in speaker):
                    cert = Certainty.LOW
                if self._absent(speaker):
                    cert = Certainty.LOW
                hits.append(_Hit(inquit, speaker, cert))
        return hits

    def _labelled(self, sentence: Sentence) -> list[_Hit]:
        """A participant whose label opens a sentence, as notes in the midst of minutes have it."""
        label = label_of(sentence)
        if label is None or label.subject.mentions[0].person not in self.company.participants:
            return []
        return [_Hit(label, self._ids(label.subject.mentions), Certainty.MEDIUM)]

    @staticmethod
    def _stands_beside(words: Sequence[str], before: Inquit, inquit: Inquit) -> bool:
        """Whether a later inquit of a sentence is the narrator's too, and no part of the report."""
        if inquit.place is Place.INSERTED or subordinate(words, before):
            return True
        between = words[max(before.after, inquit.first - 3) : inquit.first]
        joined = not _COORDINATORS.isdisjoint(between)
        comma = "," in between or ";" in between
        return joined and (comma or not inquit.subject.mentions) and inquit.manner in STRONG

    def _who(self, words: Sequence[str], inquit: Inquit, hits: Sequence[_Hit]) -> tuple[Speaker, Certainty]:
        subject = inquit.subject
        if subject.mentions:
            keys = [_key(mention) for mention in subject.mentions]
            if subject.pronoun in ("i", "writer"):
                keys.append(self.author)
            cert = Certainty.HIGH if inquit.manner in STRONG or inquit.manner is Manner.HOLD else Certainty.MEDIUM
            for mention in subject.mentions:
                if self.company.is_misread(mention):
                    cert = Certainty.LOW
                    self.misread.setdefault(mention.person, mention.label)
                elif mention.label[:4].lower() == "the " and self.company.by_elimination(mention.label):
                    cert = weaker(cert, Certainty.MEDIUM)
            return tuple(dict.fromkeys(keys)), cert
        if subject.pronoun == "i":
            return ((self.author,), Certainty.HIGH) if self.first_person else ((), Certainty.LOW)
        if subject.pronoun == "we" and self.we and inquit.manner in STRONG:
            return self.we, Certainty.MEDIUM
        if subject.pronoun == "writer":
            return (self.author,), Certainty.HIGH
        if subject.pronoun == "we":
            usable = self.first_person and inquit.manner in STRONG
            return ((self.author,), Certainty.MEDIUM) if usable else ((), Certainty.LOW)
        if subject.pronoun == "they":
            joint = next((s for s in reversed(self.memory.spoken[-4:]) if len(s) > 1), ())
            return joint, Certainty.MEDIUM
        return self._he(words, inquit, hits)

    def _he(self, words: Sequence[str], inquit: Inquit, hits: Sequence[_Hit]) -> tuple[Speaker, Certainty]:
        """Whom `he` or `she` means: the one who speaks, unless he answers, or cannot be called so."""
        memory = self.memory
        gender = "F" if inquit.subject.pronoun == "she" else "M"
        if not hits and memory.undecided and self._gender(memory.undecided) == gender:
            return (), Certainty.LOW  # Mr. X replied in the negative. He thought …
        if not hits and len(memory.asked) == 1 and self._gender(memory.asked[0]) == gender and answers(words, inquit):
            return memory.asked, Certainty.MEDIUM
        current = hits[-1].speaker if hits else memory.current
        addressees = self._ids(hits[-1].inquit.addressees) if hits else memory.addressees
        callable_so = len(current) == 1 and (current[0] != self.author or not self.first_person)
        fits = callable_so and self._gender(current[0]) == gender
        if fits and inquit.manner is not Manner.REPLY:
            return current, Certainty.HIGH
        if not current and memory.last_subject and self._gender(memory.last_subject) == gender:
            return (memory.last_subject,), Certainty.MEDIUM
        others = [
            *addressees,
            *(s[0] for s in reversed(memory.spoken) if len(s) == 1),
            *([memory.last_subject] if memory.last_subject in self.company.participants else []),
            *(sorted(self.company.participants) if len(self.company.participants - {self.author}) <= 2 else ()),
        ]
        for key in others:
            if (key,) != current and key != self.author and self._gender(key) == gender:
                return (key,), Certainty.MEDIUM
        return (current, Certainty.MEDIUM) if fits else ((), Certainty.LOW)

    def _gender(self, key: str) -> str:
        return self.company.gender(key)

    @staticmethod
    def _ids(mentions: Sequence[Mention]) -> Speaker:
        return tuple([_key(mention) for mention in mentions])

    def _absent(self, speaker: Speaker) -> bool:
        """Whether a named speaker is not among those who took part, where these are known."""
        known = self.company.participants
        return bool(known) and any(key not in known and key != self.author and key[0] != "?" for key in speaker)

    def _undecided(self, sentence: Sentence, inquits: Sequence[Inquit]) -> bool:
        """Whether somebody absent says something at the beginning of a sentence that reports nobody's words: he may be
        present all the same, or the last speaker tells of him. What is told to the last speaker or to others absent is
        told."""
        inquit = inquits[0] if inquits else None
        if inquit is None or inquit.first > 2 or inquit.manner not in STRONG or subordinate(sentence.words, inquit):
            return False
        speaker, addressed = self._ids(inquit.subject.mentions), self._ids(inquit.addressees)
        if not speaker or speaker == self.memory.current or not self._absent(speaker):
            return False
        if PLAIN.isdisjoint(sentence.words[inquit.subject.after : inquit.after]):
            return False
        return not addressed or (addressed != self.memory.current and not self._absent(addressed))

    def _believable(self, words: Sequence[str], inquit: Inquit, speaker: Speaker, number: int, later: bool) -> bool:
        """Whether the inquit is the narrator's: of somebody present, not a report within the speaker's report."""
        named = bool(inquit.subject.mentions)
        current = self.memory.current
        addressed = self._ids(inquit.addressees)
        if not named and addressed and speaker == current and self._absent(addressed):
            return False  # He promised Ambassador Johnston that …: told in the report
        if inquit.place is Place.ACTED and not set(speaker) <= self.company.participants | self.heard | {self.author}:
            return False
        if named and self._absent(speaker) and not set(speaker) <= self.heard:
            if inquit.manner not in STRONG or inquit.first > 2:
                return False
            if not self.company.between:
                return not current or (number == 0 and inquit.clause)
            by_name = all(mention.label[:4].lower() != "the " for mention in inquit.subject.mentions)
            return number == 0 and inquit.clause and by_name and "telephone" not in fold(self.company.title)
        if inquit.manner in STRONG:
            return True
        if later:
            return False
        if named:
            opens = number == 0 or not current or speaker == current
            unknown = any(key.startswith("?") for key in speaker)
            if inquit.manner is Manner.WANT:
                short = len(words) <= SHORT and set(speaker) <= self.company.participants
                return (opens or short) and not unknown and inquit.first <= 2
            return not unknown or opens
        return speaker == current or not current or inquit.manner is Manner.HOLD or self.author in speaker

    # ----------------------------------------------------------------- what

    def _spoken(self, passage: Passage, sentence: Sentence, hits: Sequence[_Hit]) -> list[Piece]:
        memory = self.memory
        words = sentence.words
        pieces: list[Piece] = []
        for number, hit in enumerate(hits):
            inquit = hit.inquit
            following = hits[number + 1] if number + 1 < len(hits) else None
            same = hit.speaker == memory.current
            goes_on = inquit.place is Place.INSERTED and same
            addressees = self._addressees(hit)
            start = sentence.spans[inquit.first][0]
            rule = f"speech/{inquit.place}-{inquit.manner}"

            def piece(first: int, last: int, on: bool) -> None:
                rest = passage.text[first:last].lstrip(_JOINTS)
                text = rest.rstrip(_JOINTS)
                if any(map(str.isalnum, text)):
                    first = last - len(rest)
                    last = first + len(rest.rstrip())
                    direct = text[0] in '“"' and text.rstrip(".")[-1] in '”"'
                    pieces.append(
                        Piece(passage, first, last, hit.speaker, hit.cert, rule, on, addressees, direct)  # noqa: B023
                    )

            memory.announced = following is None and announces(sentence, inquit)
            before = len(pieces)
            leads = number == 0 and inquit.first > 0 and not memory.announced
            said_before = leads and lead_is_said(words, inquit, same)
            if said_before:
                piece(sentence.start, start, goes_on)
            stop = end_before(sentence, following.inquit) if following else sentence.end
            if inquit.place is Place.INSERTED and number and pieces:
                goes_on = True
            end = sentence.spans[inquit.after - 1][1]
            if memory.announced:
                pass  # the words that follow are the report
            elif inquit.place is not Place.INSERTED and not following and mostly_inquit(sentence, inquit):
                pieces[before:] = []
                whole = number == 0 and (said_before or not is_told(words[: inquit.first]))
                piece(sentence.start if whole else start, sentence.end, goes_on)
            else:
                piece(end, stop, goes_on or len(pieces) > before)
            memory.current = hit.speaker
            memory.addressees = addressees
            memory.spoken.append(hit.speaker)
            memory.cert = hit.cert
            memory.since = 0
            memory.undecided = ""
            memory.asked = addressees if is_question(words, inquit) else ()
        return pieces

    def _addressees(self, hit: _Hit) -> Speaker:
        found = tuple(key for key in self._ids(hit.inquit.addressees) if key not in hit.speaker)
        if not found and hit.inquit.to_pronoun == "me" and self.author not in hit.speaker:
            return (self.author,)
        return found


def _key(mention: Mention) -> str:
    return mention.person or "?" + fold(mention.label).removeprefix("the ")


def _append(pieces: list[Piece], piece: Piece) -> None:
    """Add a piece, or extend the one before if only white space lies between and the report goes on."""
    last = pieces[-1] if pieces else None
    if (
        last is not None
        and piece.goes_on
        and last.passage is piece.passage
        and last.speaker == piece.speaker
        and not piece.passage.text[last.end : piece.start].strip()
        and last.direct == piece.direct
    ):
        last.end = piece.end
        last.cert = weaker(last.cert, piece.cert)
        last.sentences += 1
        return
    piece.goes_on = piece.goes_on and last is not None and last.speaker == piece.speaker
    pieces.append(piece)
