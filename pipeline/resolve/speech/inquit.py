"""Inquits: where a sentence says who speaks.

    The Secretary said that X.                      opening: the report follows
    With regard to Cuba, the Secretary said X.      the same after a theme, which belongs to the report
    X, the Secretary continued, that Y.             inserted: the report stands on both sides
    X, the Secretary said. X, said the Secretary.   closing
    When Dobrynin asked why X, I said that Y.       two in one sentence
    In answer to Couve's question whether X, …      a question in the lead-in
    According to Mr. Flores, X.
    The Secretary rose and said that X.             after a deed

A person must be the subject of the main clause (nobody after `that`, `who`, `with`), the verb must be one of the tables
and stand in a finite form of the past: `had said` is relayed speech and no inquit. Records that are written in the
present tense (`Khrushchev notes that …`) are read in the present.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from pipeline.grammar.wordlist import word_set
from pipeline.resolve.speech.verbs import (
    ADDRESSING,
    BASE,
    DEEDS,
    ING,
    LEADING_BY,
    LEADING_TO,
    NOUNS,
    PAST,
    PHRASES,
    PLAIN,
    STATES,
    STRONG,
    THIRD,
    Manner,
)
from pipeline.resolve.speech.words import Mention, Sentence


class Place(StrEnum):
    """Where an inquit stands in its sentence."""

    OPENING = "opening"
    INSERTED = "inserted"
    COUNSEL = "according"
    ACTED = "acted"


class Subject(NamedTuple):
    """Who is said to speak: persons named, or a pronoun (`he`, `she`, `they`, `i`, `we`), or both (`Mr. X and I`)."""

    mentions: tuple[Mention, ...]
    pronoun: str
    first: int
    after: int


class Inquit(NamedTuple):
    """One inquit: word numbers `first` (the subject) to `after` (exclusive), and what its verb means."""

    subject: Subject
    first: int
    after: int
    manner: Manner
    place: Place
    clause: bool
    addressees: tuple[Mention, ...] = ()
    to_pronoun: str = ""


PRONOUNS = frozenset({"he", "she", "they", "i", "we"})
_WRITERS = frozenset({"writer", "undersigned"})
_OBJECTS = word_set(
    """
    me him her them us group council committee meeting those everyone
    """
)
_ADVERBS = word_set(
    """
    then also again further too first next once now both still not merely simply just only never ever thereupon
    therefore however moreover nevertheless furthermore accordingly meanwhile rather quite well always often
    thus here later likewise soon instead besides afterwards all himself herself each in-turn
    """
)
_OPENERS = word_set(
    """
    and but then again also thereupon however finally later next first second secondly third thirdly lastly once
    yet moreover furthermore meanwhile therefore thus nevertheless nonetheless instead here still so afterwards
    subsequently both conversely similarly likewise now
    """
)
_SUBORDINATORS = word_set(
    """
    when after as while since although before because once whereas
    """
)
_CLAUSE = word_set(
    """
    that if whether what how why where who when which
    """
)
_JOINS_NOTHING = frozenset({"that", "which", "who", "whom", "whether", "if"})
_VIEWS = frozenset({"view", "opinion", "judgment", "judgement", "estimation", "belief", "estimate"})
_IN_INQUIT = frozenset({"that", "if", "whether"})
_MANNERS = frozenset({"with", "at", "in", "for"})
_IN_MANNER = frozenset({"terms", "manner", "way", "words", "tone", "tones", "fashion"})
"""Nouns to which a `that` belongs: `in terms that left no doubt`."""
_QUOTES = frozenset({"“", '"'})
_SETTING = frozenset({"in", "at", "on", "after", "during", "before", "upon", "following", "to", "here", "for"})
_FUNCTION = word_set(
    """
    of to by with from for in on at and or the a an his her their our my its that than as between among against about
    into over under through toward towards like is was were are be been has have had not no this these those which who
    """
)
_BE = frozenset({"was", "were"})
_CLOSING = frozenset({",", "”", '"'})
_PLACES = frozenset({"", "both", "according", "in"}) | PRONOUNS | _CLOSING
"""Where an inquit may begin, or a verb of saying follow: names, words that stand for them, and what closes a report."""
_PUNCTUATION = word_set(
    """
    , ; : — – - ( ) [ ] . ? !
    """
)
_NAME_OR_PRONOUN = PRONOUNS | {""}
_NAME_OR_PUNCTUATION = _PUNCTUATION | {""}
_BREAKS = frozenset({",", ";", "—", "–", ")", ":", "-", "”", '"', "."})
_AUXILIARIES = word_set(
    """
    was were would could should might must had is are will did may
    """
)
_LEADING = LEADING_BY | LEADING_TO
_INSERTIONS = {"(": ")", ",": ",", "—": "—"}
"""What may stand between subject and verb, by its first sign and its last."""


class Grammar:
    """The recognizer; `present` says that the document reports in the present tense."""

    def __init__(self, present: bool = False) -> None:
        self._finite = {**PAST, **THIRD} if present else PAST
        self._be = _BE | {"is", "are"} if present else _BE
        heads = _LEADING | PHRASES.keys() | self._finite.keys() | {"did", "does"}
        self._heads = heads | self._be
        """The words at which a predicate begins."""
        self._needed = heads | STATES | NOUNS | _VIEWS | {"according"}
        """There is no inquit without one of these (`was` reports only with a state or a noun)."""

    def inquits(self, sentence: Sentence) -> list[Inquit]:
        """All inquits of a sentence in text order; they do not overlap."""
        words = sentence.words
        if self._needed.isdisjoint(words):
            return []
        places = _PLACES if _WRITERS.isdisjoint(words) else _PLACES | {"the"}
        found: list[Inquit] = []
        free = 0
        for at in [number for number, word in enumerate(words) if word in places]:
            if at < free:
                continue
            if words[at] in _CLOSING:
                inquit = self._inverted(sentence, at + 1)
            else:
                inquit = None if sentence.quoted(at) else self._at(sentence, at, found)
            if inquit is not None:
                found.append(inquit)
                free = max(inquit.after, at + 1)
        if not found and (acted := self._acted(sentence)) is not None:
            found.append(acted)
        return found

    def _at(self, sentence: Sentence, at: int, found: Sequence[Inquit]) -> Inquit | None:
        words = sentence.words
        if words[at] == "according":
            return _according(sentence, at)
        if words[at] == "in":
            return _in_view_of(sentence) if at == 0 else None
        main = _main_subject(sentence, at, found)
        if not main and (found or "then" not in words):
            return None
        subject = _subject(sentence, at)
        if subject is None:
            return None
        if main and not found and (nominal := self._nominal(sentence, subject)) is not None:
            return nominal
        if not main and words[min(subject.after, len(words) - 1)] != "then":
            return None
        predicate = self._predicate(words, subject.after)
        if predicate is None:
            return None
        inquit = _complete(sentence, subject, predicate)
        if inquit is not None and inquit.manner is Manner.ACT:
            joined = self._joined(sentence, subject, predicate[0])
            if joined is not None and joined.clause:
                inquit = joined._replace(addressees=joined.addressees or inquit.addressees)
        if inquit is None or main or (inquit.clause and inquit.manner in STRONG):
            return inquit
        return None

    def _inverted(self, sentence: Sentence, at: int) -> Inquit | None:
        """`…, continued Secretary Dulles, …` and `“Yes,” said Mr. Tyler.`"""
        words = sentence.words
        manner = self._finite.get(words[at]) if at + 2 < len(words) else None
        if manner not in STRONG:
            return None
        subject = _subject(sentence, at + 1)
        if subject is None or not subject.mentions or subject.after >= len(words):
            return None
        if words[subject.after] not in (",", ".", ";"):
            return None
        return Inquit(subject, at, subject.after + 1, manner, Place.INSERTED, False)

    def _acted(self, sentence: Sentence) -> Inquit | None:
        """`The Secretary then introduced Mr. Smith and pointed out that …`: a deed, and words joined by `and`."""
        words = sentence.words
        at = next((n for n, word in enumerate(words[:12]) if word in _NAME_OR_PRONOUN), 0)
        subject = _subject(sentence, at) if words and _main_subject(sentence, at, ()) else None
        if subject is None or not (subject.mentions or subject.pronoun == "i"):
            return None
        verb = _skip_adverbs(words, subject.after)
        if verb >= len(words) or not (words[verb] in DEEDS or words[verb].endswith("ed")):
            return None
        inquit = self._joined(sentence, subject, verb + 1)
        return inquit._replace(place=Place.ACTED) if inquit else None

    def _joined(self, sentence: Sentence, subject: Subject, at: int) -> Inquit | None:
        """The verb of saying that `and` joins to an act: `welcomed his colleagues and said that …`."""
        words = sentence.words
        for joint in range(at, len(words) - 1):
            if words[joint] in _JOINS_NOTHING:
                return None
            predicate = self._predicate(words, joint + 1) if words[joint] == "and" else None
            if predicate is not None and predicate[1] in STRONG and words[joint + 1] not in BASE:
                return _complete(sentence, subject, predicate)
        return None

    def _predicate(self, words: Sequence[str], at: int) -> tuple[int, Manner] | None:
        """The number of the word after the verb of saying that begins at or soon after `at`, and its manner."""
        at = self._to_verb(words, at)
        if at >= len(words):
            return None
        verb = words[at]
        if verb not in self._heads:
            return None
        if (by := _leading_by(words, at)) is not None:
            return by
        if verb in LEADING_TO and (to := _leading_to(words, at)) is not None:
            return to
        if (phrase := _phrase(words, at)) is not None:
            return phrase
        if verb in self._be and (state := _state(words, at)) is not None:
            return state
        if verb in ("did", "does") and (base := _skip_adverbs(words, at + 1)) < len(words):
            manner = BASE.get(words[base])
            if manner in STRONG and words[base - 1] != "not":
                return base + 1, manner
            return (base + 1, Manner.WANT) if manner and verb == "did" else None
        manner = self._finite.get(verb)
        return (at + 1, manner) if manner else None

    def _to_verb(self, words: Sequence[str], at: int) -> int:
        """Past adverbs and what stands between commas or brackets (`, in reply,`; `(IO/CMD), Chairman of …,`)."""
        at = _skip_adverbs(words, at)
        if at >= len(words) or words[at] not in _INSERTIONS:
            return at
        for opening, closing in _INSERTIONS.items():
            if at < len(words) and words[at] == opening:
                for end in range(at + 1, min(at + 26, len(words))):
                    if words[end] == closing and (opening == "(" or self._is_verb(words, end + 1)):
                        at = _skip_adverbs(words, end + 1)
                        break
        return at

    def _is_verb(self, words: Sequence[str], at: int) -> bool:
        at = _skip_adverbs(words, at)
        return at < len(words) and (words[at] in self._finite or words[at] in _LEADING)

    def _nominal(self, sentence: Sentence, subject: Subject) -> Inquit | None:
        """`Bundy's view was that …`."""
        words = sentence.words
        at = subject.after
        if not subject.mentions or at + 3 >= len(words) or not _possessive(words, at - 1):
            return None
        at += 2 if words[at + 1] == "s" else 1
        while at < len(words) - 2 and words[at] not in NOUNS and words[at].isalpha() and at < subject.after + 5:
            at += 1
        if words[at] in NOUNS and words[at + 1] in self._be:
            end = at + 2
            clause = end < len(words) and words[end] in ("that", "to")
            return Inquit(subject, subject.first, end + clause, Manner.HOLD, Place.OPENING, True)
        return None


IN_PAST = Grammar()
IN_PRESENT = Grammar(present=True)


def first_subject(sentence: Sentence) -> Subject | None:
    """The persons with whom a sentence begins: `Mr. Murphy, Mr. Merchant and I met …`."""
    return _subject(sentence, 0) if sentence.words else None


def label_of(sentence: Sentence) -> Inquit | None:
    """The label of a speaker with which a sentence begins: `Secretary Rusk: No message from Paris.`"""
    if sentence.words[:2] != ["", ":"]:
        return None
    subject = Subject((sentence.mentions[0],), "", 0, 1)
    return Inquit(subject, 0, 2, Manner.SAY, Place.OPENING, clause=True)


def _is_manner(word: str) -> bool:
    """Whether a word is an adverb by its ending: `bluntly`."""
    return word.endswith("ly") and len(word) > 4 and word not in ("reply", "imply", "supply", "family", "assembly")


def _skip_adverbs(words: Sequence[str], at: int) -> int:
    while at < len(words) and (words[at] in _ADVERBS or _is_manner(words[at])):
        at += 1
    return at


def _subject(sentence: Sentence, at: int) -> Subject | None:
    """A name, a role, a pronoun, `the writer`, or several of them joined, that begin at a word."""
    words = sentence.words
    mentions: list[Mention] = []
    pronoun = ""
    first = at
    if words[at] == "both" and at + 1 < len(words) and not words[at + 1]:
        at += 1
    while at < len(words):
        word = words[at]
        if not word:
            mentions.append(sentence.mentions[at])
            at += 1
        elif word in PRONOUNS:
            if pronoun or (mentions and word != "i"):
                break
            pronoun = word
            at += 1
        elif word == "the" and at + 1 < len(words) and words[at + 1] in _WRITERS:
            pronoun = "writer"
            at += 2
        else:
            break
        joined = at
        if joined < len(words) and words[joined] == ",":
            joined += 1
        if joined < len(words) and words[joined] == "and":
            joined += 1
        if not at < joined < len(words) or words[joined] not in ("", "i"):
            break
        if words[joined - 1] == "," and not _list_goes_on(words, joined):
            break
        at = joined
    return Subject(tuple(mentions), pronoun, first, at) if mentions or pronoun else None


def _list_goes_on(words: Sequence[str], at: int) -> bool:
    """Whether after `A, B` there follows `, C` or `and C`."""
    while at + 2 < len(words) and not words[at] and words[at + 1] == "," and not words[at + 2]:
        at += 2
    after = at + 1
    if after < len(words) and words[after] == ",":
        after += 1
    return after + 1 < len(words) and words[after] == "and" and words[after + 1] in ("", "i")


def _main_subject(sentence: Sentence, at: int, found: Sequence[Inquit]) -> bool:
    """Whether a subject at this word can govern the sentence: it begins it, or follows a comma or an opening word."""
    words = sentence.words
    start = found[-1].after if found else 0
    if words[at] == "i" and _joined_to_clause(words, at):
        return True
    before = at - 1
    while before >= start and (words[before] in _OPENERS or _is_manner(words[before])):
        before -= 1
    if before == 0 and len(words[0]) == 1 and words[0].isalpha():
        return True  # g Mr. Martin cautioned: the letter of a point that lost its full stop
    if before < start:
        return not found or before < 0 or words[before] in _NAME_OR_PUNCTUATION or found[-1].place is Place.COUNSEL
    if words[before] in _SUBORDINATORS:
        return before == 0
    if words[before] in _BREAKS:
        return words[before] != "-" or sentence.spans[before][1] < sentence.spans[before + 1][0]
    return not found and _after_setting(words, before)


def _joined_to_clause(words: Sequence[str], at: int) -> bool:
    """`He was intrigued and I added that …`: `and` joins clauses, not persons (`the Ambassador and I`)."""
    return at > 1 and words[at - 1] in ("and", "but") and words[at - 2] not in _NAME_OR_PRONOUN


def _after_setting(words: Sequence[str], before: int) -> bool:
    """`In response to queries Mr. Aziz said`: a short adverbial without its comma."""
    return (
        before < 9
        and words[0] in _SETTING
        and (not words[before] or words[before][0].isalpha())
        and words[before] not in _FUNCTION
        and not any(word in _CLAUSE or word in PRONOUNS for word in words[: before + 1])
    )


def _leading_by(words: Sequence[str], at: int) -> tuple[int, Manner] | None:
    """`began by saying`, `opened the meeting by inquiring`, `went on, saying`."""
    if words[at] not in LEADING_BY:
        return None
    for number in range(at + 1, min(at + 12, len(words) - 1)):
        word = words[number]
        if word == "by" or (word == "," and number > at):
            verb = _skip_adverbs(words, number + 1)
            manner = ING.get(words[verb]) if verb < len(words) else None
            if manner in STRONG or (manner and word == "by"):
                return verb + 1, manner
            if verb < len(words) - 1 and words[verb] == "pointing" and words[verb + 1] == "out":
                return verb + 2, Manner.SAY
            if word == "by" and verb < len(words) and words[verb].endswith("ing"):
                return verb + 1, Manner.ACT
        if word in (".", ";", "that"):
            break
    return None


def _leading_to(words: Sequence[str], at: int) -> tuple[int, Manner] | None:
    """`went on to say`, `had to admit`, `took this occasion to indicate`, `wanted to thank`."""
    reach = 2 if words[at] == "had" else 5  # had to say, but not: had been attempting to say
    for number in range(at + 1, min(at + reach, len(words) - 1)):
        if words[number] == "to":
            verb = _skip_adverbs(words, number + 1)
            if verb >= len(words):
                return None
            if words[verb] in ("go", "begin") and verb + 2 < len(words) and words[verb + 1] in ("on", "by"):
                return verb + 2, Manner.SAY
            if (phrase := _phrase(words, verb)) is not None:
                return phrase
            manner = BASE.get(words[verb])
            if manner in STRONG or manner is Manner.ACT:
                return verb + 1, manner
            return (verb + 1, Manner.WANT) if words[at] in ("wanted", "wished", "had", "wants", "wishes") else None
        if words[number] in ("that", ",", ".", ";"):
            return None
    return None


def _phrase(words: Sequence[str], at: int) -> tuple[int, Manner] | None:
    entry = PHRASES.get(words[at])
    if entry is None:
        return None
    manner, partners = entry
    for number in range(at + 1, min(at + 7, len(words))):
        if words[number] in partners:
            points = words[number] == "following" and words[-1] == ":"  # made the following points in reply:
            return len(words) if points else number + 1, manner
        if words[number] in _PUNCTUATION or words[number] == "that":
            return None
    return None


def _state(words: Sequence[str], at: int) -> tuple[int, Manner] | None:
    """`was afraid`, `was not at all sure`, `was of the opinion`."""
    for number in range(at + 1, min(at + 6, len(words))):
        if words[number] in STATES:
            return number + 1, Manner.WANT
        if words[number] in _NAME_OR_PUNCTUATION:
            return None
    return None


def _according(sentence: Sentence, at: int) -> Inquit | None:
    """`According to Mr. Flores, …`."""
    words = sentence.words
    if at + 2 >= len(words) or words[at + 1] != "to" or not (at == 0 or words[at - 1] in (",", "—")):
        return None
    subject = _subject(sentence, at + 2)
    if subject is None or subject.after >= len(words) or words[subject.after] not in (",", ".", "—"):
        return None
    return Inquit(subject, at, subject.after + 1, Manner.SAY, Place.COUNSEL, True)


def _in_view_of(sentence: Sentence) -> Inquit | None:
    """`In the Secretary's view …` and `In the view of the Secretary …`, at the beginning of a sentence."""
    words = sentence.words
    if len(words) < 6:
        return None
    if words[1] == "the" and words[2] in _VIEWS and words[3] == "of" and not words[4]:
        after = 6 if words[5] == "," else 5
        return Inquit(Subject((sentence.mentions[4],), "", 4, 5), 0, after, Manner.HOLD, Place.COUNSEL, True)
    if words[1] or not _possessive(words, 1):
        return None
    noun = next((n for n in range(3, min(6, len(words) - 1)) if words[n] in _VIEWS), 0)
    if not noun:
        return None
    after = noun + 2 if words[noun + 1] == "," else noun + 1
    return Inquit(Subject((sentence.mentions[1],), "", 1, 2), 0, after, Manner.HOLD, Place.COUNSEL, True)


def _complete(sentence: Sentence, subject: Subject, predicate: tuple[int, Manner]) -> Inquit | None:
    """The inquit with whom it addresses and how far it reaches; None if what follows does not make it one."""
    words = sentence.words
    at, manner = predicate
    at = _skip_adverbs(words, at)
    addressees: list[Mention] = []
    to_pronoun = ""
    to = at + 1 if at < len(words) and words[at] == "to" and at + 1 < len(words) else at
    direct = to > at or words[at - 1] in ADDRESSING
    if to < len(words) and not words[to] and direct and not _possessive(words, to):
        target = _subject(sentence, to)
        if target is not None:
            addressees = list(target.mentions)
            at = _after_relative(words, target.after)
    elif to < len(words) and words[to] in _OBJECTS:
        to_pronoun = words[to]
        at = to + 1
    elif to < len(words) - 1 and words[to] in ("the", "those") and words[to + 1] in _OBJECTS:
        at = to + 2
    at = _skip_adverbs(words, at)
    if at < len(words) and words[at] in _MANNERS and words[predicate[0] - 1] in PLAIN:
        at = _after_manner(words, at)
    if at < len(words) and words[at] == ",":  # , in reply, that
        closing = next((n for n in range(at + 1, min(at + 8, len(words) - 1)) if words[n] == ","), 0)
        if closing and words[closing + 1] in _IN_INQUIT:
            at = closing + 1
    following = words[at] if at < len(words) else ""
    inserted = _inserted(words, subject, at)
    if inserted and manner not in STRONG and manner is not Manner.HOLD:
        return None
    clause = following in _CLAUSE or _clause_without_that(words, at)
    if manner is Manner.HOLD and not clause and not inserted:
        manner = Manner.WANT
    if (
        following in _IN_INQUIT
        or (following == "to" and manner in STRONG and (addressees or to_pronoun))
        or (following in (",", ":") and (inserted or following == ":"))
    ):
        at += 1
    elif following == "as" and at + 1 < len(words) and words[at + 1] == "follows":
        at += 2
    place = Place.INSERTED if inserted else Place.OPENING
    return Inquit(subject, subject.first, at, manner, place, clause, tuple(addressees), to_pronoun)


def _after_relative(words: Sequence[str], at: int) -> int:
    """Past what is said of the one addressed: `asked Mr. Bundy, who had just come in, for his view`."""
    if words[at : at + 1] != [","] or words[at + 1 : at + 2] not in (["who"], ["whom"], ["whose"]):
        return at
    return next((end + 1 for end in range(at + 2, min(at + 26, len(words) - 1)) if words[end] == ","), at)


def _after_manner(words: Sequence[str], at: int) -> int:
    """Past `with some heat,` before a quotation, `with a smile` and `at this point` before `that`."""
    for number in range(at + 2, min(at + 8, len(words) - 1)):
        word = words[number]
        if word in _IN_INQUIT:
            return number if words[number - 1] not in _IN_MANNER else at
        if word == "," and words[number + 1] in _QUOTES:
            return number + 1
        if not word or word in _PUNCTUATION:
            return at
    return at


def _possessive(words: Sequence[str], at: int) -> bool:
    return at + 1 < len(words) and words[at + 1] in ("'", "’", "ʼ", "ʼs")


def _clause_without_that(words: Sequence[str], at: int) -> bool:
    """`felt the U.S. was`: something that can be the subject of a clause follows an opinion verb, and a verb soon."""
    if at >= len(words) or words[at] in _PUNCTUATION or words[at] in ("of", "to", "for", "with", "about"):
        return False
    return not _AUXILIARIES.isdisjoint(words[at : at + 14])


def _inserted(words: Sequence[str], subject: Subject, at: int) -> bool:
    """`…, X said, …` or `…, X said.`: a comma before, and a comma or the end after."""
    first = subject.first
    if first == 0 or words[first - 1] not in (",", "—", "”", '"'):
        return False
    if at >= len(words) or words[at] in (".", "?", "!"):
        return True
    return words[at] in (",", "—")
