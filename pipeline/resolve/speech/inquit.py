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
from dataclasses import dataclass, replace
from enum import StrEnum

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
    STATES,
    STRONG,
    THIRD,
    Manner,
)
from pipeline.resolve.speech.words import Mention, Sentence, Word


class Place(StrEnum):
    """Where an inquit stands in its sentence."""

    OPENING = "opening"
    INSERTED = "inserted"
    COUNSEL = "according"
    ACTED = "acted"


@dataclass(frozen=True, slots=True)
class Subject:
    """Who is said to speak: persons named, or a pronoun (`he`, `she`, `they`, `i`, `we`), or both (`Mr. X and I`)."""

    mentions: tuple[Mention, ...]
    pronoun: str
    first: int
    after: int


@dataclass(frozen=True, slots=True)
class Inquit:
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
_STARTERS = PRONOUNS | {"both", "the", "according", "in"}
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
_VIEWS = frozenset({"view", "opinion", "judgment", "judgement", "estimation", "belief", "estimate"})
_IN_INQUIT = frozenset({"that", "if", "whether"})
_SETTING = frozenset({"in", "at", "on", "after", "during", "before", "upon", "following", "to", "here", "for"})
_FUNCTION = word_set(
    """
    of to by with from for in on at and or the a an his her their our my its that than as between among against about
    into over under through toward towards like is was were are be been has have had not no this these those which who
    """
)
_BE = frozenset({"was", "were"})
_CLOSING = frozenset({",", "”", '"'})
_PUNCTUATION = word_set(
    """
    , ; : — – - ( ) [ ] . ? !
    """
)


class Grammar:
    """The recognizer; `present` says that the document reports in the present tense."""

    def __init__(self, present: bool = False) -> None:
        self._finite = {**PAST, **THIRD} if present else PAST
        self._be = _BE | {"is", "are"} if present else _BE

    def inquits(self, sentence: Sentence) -> list[Inquit]:
        """All inquits of a sentence in text order; they do not overlap."""
        words = sentence.words
        found: list[Inquit] = []
        at = 0
        while at < len(words):
            word = words[at]
            possible = (word.mention is not None or word.text in _STARTERS) and not word.quoted
            inquit = self._at(words, at, found) if possible else None
            if word.text in _CLOSING and inquit is None:
                inquit = self._inverted(words, at + 1)
            if inquit is None:
                at += 1
                continue
            found.append(inquit)
            at = max(inquit.after, at + 1)
        if not found and (acted := self._acted(words)) is not None:
            found.append(acted)
        return found

    def _at(self, words: Sequence[Word], at: int, found: Sequence[Inquit]) -> Inquit | None:
        if words[at].text == "according":
            return _according(words, at)
        if words[at].text == "in":
            return _in_view_of(words, at)
        subject = _subject(words, at)
        if subject is None:
            return None
        if (nominal := self._nominal(words, subject, found)) is not None:
            return nominal
        main = _main_subject(words, at, found)
        if not main and (found or words[min(subject.after, len(words) - 1)].text != "then"):
            return None
        predicate = self._predicate(words, subject.after)
        if predicate is None:
            return None
        inquit = _complete(words, subject, predicate)
        if inquit is None or main or (inquit.clause and inquit.manner in STRONG):
            return inquit
        return None

    def _inverted(self, words: Sequence[Word], at: int) -> Inquit | None:
        """`…, continued Secretary Dulles, …` and `“Yes,” said Mr. Tyler.`"""
        manner = self._finite.get(words[at].text) if at + 2 < len(words) else None
        if manner not in STRONG:
            return None
        subject = _subject(words, at + 1)
        if subject is None or not subject.mentions or subject.after >= len(words):
            return None
        if words[subject.after].text not in (",", ".", ";"):
            return None
        return Inquit(subject, at, subject.after + 1, manner, Place.INSERTED, False)

    def _acted(self, words: Sequence[Word]) -> Inquit | None:
        """`The Secretary then introduced Mr. Smith and pointed out that …`: a deed, and words joined by `and`."""
        at = next((n for n, word in enumerate(words[:12]) if word.mention or word.text in PRONOUNS), 0)
        subject = _subject(words, at) if words and _main_subject(words, at, ()) else None
        if subject is None or not (subject.mentions or subject.pronoun == "i"):
            return None
        verb = _skip_adverbs(words, subject.after)
        if verb >= len(words) or not (words[verb].text in DEEDS or words[verb].text.endswith("ed")):
            return None
        for joint in range(verb + 1, len(words) - 1):
            if words[joint].text in ("that", "which", "who", "whom", "whether", "if"):
                return None
            predicate = self._predicate(words, joint + 1) if words[joint].text == "and" else None
            if predicate is not None and predicate[1] in STRONG and words[joint + 1].text not in BASE:
                inquit = _complete(words, subject, predicate)
                return replace(inquit, place=Place.ACTED) if inquit else None
        return None

    def _predicate(self, words: Sequence[Word], at: int) -> tuple[int, Manner] | None:
        """The number of the word after the verb of saying that begins at or soon after `at`, and its manner."""
        at = self._to_verb(words, at)
        if at >= len(words):
            return None
        verb = words[at].text
        if (by := _leading_by(words, at)) is not None:
            return by
        if verb in LEADING_TO and (to := _leading_to(words, at)) is not None:
            return to
        if (phrase := _phrase(words, at)) is not None:
            return phrase
        if verb in self._be and (state := _state(words, at)) is not None:
            return state
        if verb in ("did", "could", "would", "does") and (base := _skip_adverbs(words, at + 1)) < len(words):
            manner = BASE.get(words[base].text)
            if manner in STRONG and verb in ("did", "does") and words[base - 1].text != "not":
                return base + 1, manner
            return (base + 1, Manner.WANT) if manner and verb == "did" else None
        manner = self._finite.get(verb)
        return (at + 1, manner) if manner else None

    def _to_verb(self, words: Sequence[Word], at: int) -> int:
        """Past adverbs and what stands between commas or brackets (`, in reply,`; `(IO/CMD), Chairman of …,`)."""
        at = _skip_adverbs(words, at)
        for opening, closing in (("(", ")"), (",", ","), ("—", "—")):
            if at < len(words) and words[at].text == opening:
                for end in range(at + 1, min(at + 26, len(words))):
                    if words[end].text == closing and (opening == "(" or self._is_verb(words, end + 1)):
                        at = _skip_adverbs(words, end + 1)
                        break
        return at

    def _is_verb(self, words: Sequence[Word], at: int) -> bool:
        at = _skip_adverbs(words, at)
        return at < len(words) and (words[at].text in self._finite or words[at].text in LEADING_BY | LEADING_TO)

    def _nominal(self, words: Sequence[Word], subject: Subject, found: Sequence[Inquit]) -> Inquit | None:
        """`Bundy's view was that …` and `his impression was that …`."""
        at = subject.after
        if found or not subject.mentions or at + 3 >= len(words) or not _main_subject(words, subject.first, found):
            return None
        if not _possessive(words, at - 1):
            return None
        at += 2 if words[at + 1].text == "s" else 1
        while (
            at < len(words) - 2 and words[at].text not in NOUNS and words[at].text.isalpha() and at < subject.after + 5
        ):
            at += 1
        if words[at].text in NOUNS and words[at + 1].text in self._be:
            end = at + 2
            clause = end < len(words) and words[end].text in ("that", "to")
            return Inquit(subject, subject.first, end + clause, Manner.HOLD, Place.OPENING, True)
        return None


def first_subject(sentence: Sentence) -> Subject | None:
    """The persons with whom a sentence begins: `Mr. Murphy, Mr. Merchant and I met …`."""
    return _subject(sentence.words, 0) if sentence.words else None


def _is_manner(word: str) -> bool:
    """Whether a word is an adverb by its ending: `bluntly`."""
    return word.endswith("ly") and len(word) > 4 and word not in ("reply", "imply", "supply", "family", "assembly")


def _skip_adverbs(words: Sequence[Word], at: int) -> int:
    while at < len(words) and (words[at].text in _ADVERBS or _is_manner(words[at].text)):
        at += 1
    return at


def _subject(words: Sequence[Word], at: int) -> Subject | None:
    """A name, a role, a pronoun, `the writer`, or several of them joined, that begin at a word."""
    mentions: list[Mention] = []
    pronoun = ""
    first = at
    if words[at].text == "both" and at + 1 < len(words) and words[at + 1].mention:
        at += 1
    while at < len(words):
        word = words[at]
        if word.mention is not None:
            mentions.append(word.mention)
            at += 1
        elif word.text in PRONOUNS:
            if pronoun or (mentions and word.text != "i"):
                break
            pronoun = word.text
            at += 1
        elif word.text == "the" and at + 1 < len(words) and words[at + 1].text in _WRITERS:
            pronoun = "writer"
            at += 2
        else:
            break
        joined = at
        if joined < len(words) and words[joined].text == ",":
            joined += 1
        if joined < len(words) and words[joined].text == "and":
            joined += 1
        following = words[joined] if at < joined < len(words) else None
        if following is None or not (following.mention or following.text == "i"):
            break
        if words[joined - 1].text == "," and not _list_goes_on(words, joined):
            break
        at = joined
    return Subject(tuple(mentions), pronoun, first, at) if mentions or pronoun else None


def _list_goes_on(words: Sequence[Word], at: int) -> bool:
    """Whether after `A, B` there follows `, C` or `and C`."""
    while at + 2 < len(words) and words[at].mention and words[at + 1].text == "," and words[at + 2].mention:
        at += 2
    after = at + 1
    if after < len(words) and words[after].text == ",":
        after += 1
    return (
        after + 1 < len(words)
        and words[after].text == "and"
        and bool(words[after + 1].mention or words[after + 1].text == "i")
    )


def _main_subject(words: Sequence[Word], at: int, found: Sequence[Inquit]) -> bool:
    """Whether a subject at this word can govern the sentence: it begins it, or follows a comma or an opening word."""
    start = found[-1].after if found else 0
    if words[at].text == "i" and _joined_to_clause(words, at):
        return True
    before = at - 1
    while before >= start and (words[before].text in _OPENERS or _is_manner(words[before].text)):
        before -= 1
    if before == 0 and len(words[0].text) == 1 and words[0].text.isalpha():
        return True  # g Mr. Martin cautioned: the letter of a point that lost its full stop
    if before < start:
        return not found or before < 0 or words[before].text in ("", *_PUNCTUATION) or found[-1].place is Place.COUNSEL
    if words[before].text in _SUBORDINATORS:
        return before == 0
    if words[before].text in (",", ";", "—", "–", ")", ":", "-", "”", '"', "."):
        return words[before].text != "-" or words[before].end < words[before + 1].start
    return not found and _after_setting(words, before)


def _joined_to_clause(words: Sequence[Word], at: int) -> bool:
    """`He was intrigued and I added that …`: `and` joins clauses, not persons (`the Ambassador and I`)."""
    return at > 1 and words[at - 1].text in ("and", "but") and words[at - 2].text not in ("", *PRONOUNS)


def _after_setting(words: Sequence[Word], before: int) -> bool:
    """`In response to queries Mr. Aziz said`: a short adverbial without its comma."""
    return (
        before < 9
        and words[0].text in _SETTING
        and (words[before].text[:1].isalpha() or words[before].mention is not None)
        and words[before].text not in _FUNCTION
        and not any(word.text in _CLAUSE or word.text in PRONOUNS for word in words[: before + 1])
    )


def _leading_by(words: Sequence[Word], at: int) -> tuple[int, Manner] | None:
    """`began by saying`, `opened the meeting by inquiring`, `went on, saying`."""
    if words[at].text not in LEADING_BY:
        return None
    for number in range(at + 1, min(at + 12, len(words) - 1)):
        word = words[number]
        if word.text == "by" or (word.text == "," and number > at):
            verb = _skip_adverbs(words, number + 1)
            manner = ING.get(words[verb].text) if verb < len(words) else None
            if manner in STRONG or (manner and word.text == "by"):
                return verb + 1, manner
            if verb < len(words) - 1 and words[verb].text == "pointing" and words[verb + 1].text == "out":
                return verb + 2, Manner.SAY
            if word.text == "by" and verb < len(words) and words[verb].text.endswith("ing"):
                return verb + 1, Manner.ACT
        if word.text in (".", ";", "that"):
            break
    return None


def _leading_to(words: Sequence[Word], at: int) -> tuple[int, Manner] | None:
    """`went on to say`, `had to admit`, `took this occasion to indicate`, `wanted to thank`."""
    reach = 2 if words[at].text == "had" else 5  # had to say, but not: had been attempting to say
    for number in range(at + 1, min(at + reach, len(words) - 1)):
        if words[number].text == "to":
            verb = _skip_adverbs(words, number + 1)
            if verb >= len(words):
                return None
            if words[verb].text in ("go", "begin") and verb + 2 < len(words) and words[verb + 1].text in ("on", "by"):
                return verb + 2, Manner.SAY
            if (phrase := _phrase(words, verb)) is not None:
                return phrase
            manner = BASE.get(words[verb].text)
            if manner in STRONG or manner is Manner.ACT:
                return verb + 1, manner
            return (verb + 1, Manner.WANT) if words[at].text in ("wanted", "wished", "had", "wants", "wishes") else None
        if words[number].text in ("that", ",", ".", ";"):
            return None
    return None


def _phrase(words: Sequence[Word], at: int) -> tuple[int, Manner] | None:
    entry = PHRASES.get(words[at].text)
    if entry is None:
        return None
    manner, partners = entry
    for number in range(at + 1, min(at + 7, len(words))):
        if words[number].text in partners:
            return number + 1, manner
        if words[number].text in _PUNCTUATION or words[number].text == "that":
            return None
    return None


def _state(words: Sequence[Word], at: int) -> tuple[int, Manner] | None:
    """`was afraid`, `was not at all sure`, `was of the opinion`."""
    for number in range(at + 1, min(at + 6, len(words))):
        if words[number].text in STATES:
            return number + 1, Manner.WANT
        if words[number].text in _PUNCTUATION or words[number].mention:
            return None
    return None


def _according(words: Sequence[Word], at: int) -> Inquit | None:
    """`According to Mr. Flores, …`."""
    if at + 2 >= len(words) or words[at + 1].text != "to" or not (at == 0 or words[at - 1].text in (",", "—")):
        return None
    subject = _subject(words, at + 2)
    if subject is None or subject.after >= len(words) or words[subject.after].text not in (",", ".", "—"):
        return None
    return Inquit(subject, at, subject.after + 1, Manner.SAY, Place.COUNSEL, True)


def _in_view_of(words: Sequence[Word], at: int) -> Inquit | None:
    """`In the Secretary's view …` and `In the view of the Secretary …`, at the beginning of a sentence."""
    if at or len(words) < 6:
        return None
    if words[1].text == "the" and words[2].text in _VIEWS and words[3].text == "of" and words[4].mention:
        after = 6 if words[5].text == "," else 5
        return Inquit(Subject((words[4].mention,), "", 4, 5), 0, after, Manner.HOLD, Place.COUNSEL, True)
    if words[1].mention is None or not _possessive(words, 1):
        return None
    noun = next((n for n in range(3, min(6, len(words) - 1)) if words[n].text in _VIEWS), 0)
    if not noun:
        return None
    after = noun + 2 if words[noun + 1].text == "," else noun + 1
    return Inquit(Subject((words[1].mention,), "", 1, 2), 0, after, Manner.HOLD, Place.COUNSEL, True)


def _complete(words: Sequence[Word], subject: Subject, predicate: tuple[int, Manner]) -> Inquit | None:
    """The inquit with whom it addresses and how far it reaches; None if what follows does not make it one."""
    at, manner = predicate
    at = _skip_adverbs(words, at)
    addressees: list[Mention] = []
    to_pronoun = ""
    to = at + 1 if at < len(words) and words[at].text == "to" and at + 1 < len(words) else at
    direct = to > at or words[at - 1].text in ADDRESSING
    if to < len(words) and words[to].mention and direct and not _possessive(words, to):
        target = _subject(words, to)
        if target is not None:
            addressees = list(target.mentions)
            at = target.after
    elif to < len(words) and words[to].text in _OBJECTS:
        to_pronoun = words[to].text
        at = to + 1
    elif to < len(words) - 1 and words[to].text in ("the", "those") and words[to + 1].text in _OBJECTS:
        at = to + 2
    at = _skip_adverbs(words, at)
    if at < len(words) and words[at].text == ",":  # , in reply, that
        closing = next((n for n in range(at + 1, min(at + 8, len(words) - 1)) if words[n].text == ","), 0)
        if closing and words[closing + 1].text in _IN_INQUIT:
            at = closing + 1
    following = words[at].text if at < len(words) else ""
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
    elif following == "as" and at + 1 < len(words) and words[at + 1].text == "follows":
        at += 2
    place = Place.INSERTED if inserted else Place.OPENING
    return Inquit(subject, subject.first, at, manner, place, clause, tuple(addressees), to_pronoun)


def _possessive(words: Sequence[Word], at: int) -> bool:
    return at + 1 < len(words) and words[at + 1].text in ("'", "’", "ʼ", "ʼs")


def _clause_without_that(words: Sequence[Word], at: int) -> bool:
    """`felt the U.S. was`: something that can be the subject of a clause follows an opinion verb, and a verb soon."""
    if at >= len(words) or words[at].text in _PUNCTUATION or words[at].text in ("of", "to", "for", "with", "about"):
        return False
    auxiliaries = ("was", "were", "would", "could", "should", "might", "must", "had", "is", "are", "will", "did", "may")
    return any(word.text in auxiliaries for word in words[at : at + 14])


def _inserted(words: Sequence[Word], subject: Subject, at: int) -> bool:
    """`…, X said, …` or `…, X said.`: a comma before, and a comma or the end after."""
    first = subject.first
    if first == 0 or words[first - 1].text not in (",", "—", "”", '"'):
        return False
    if at >= len(words) or words[at].text in (".", "?", "!"):
        return True
    return words[at].text in (",", "—")
