"""Who of several persons of one name is meant.

Every candidate is weighed: participants of the talk, persons whom the document names in full or by title, the title
before the name against the offices held at the document's date, whether the person was in office then or could be
spoken of at all, and how prominent the office was. The best one is taken if it leads clearly; else the mention stays
open.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.authority.index import FULL, SHORT, Index, holds
from pipeline.authority.words import nicknames, word_list
from pipeline.grammar.names import COURTESY, FEMALE_TITLES, MALE_TITLES, agree, alike, keys
from pipeline.model import Certainty, Person
from pipeline.resolve.mentions import Mention
from pipeline.resolve.roles import offices_for

PARTICIPANT, NAMED, TITLE, TITLE_WORD, OFFICE, PROMINENT, RECENT = 5.0, 3.0, 6.0, 1.0, 1.5, 1.5, 1.0
STRANGE_TIME, WRONG_GENDER, PART_OF_NAME = -4.0, -6.0, -2.0
RIGHT_GENDER = 2.5
"""For a woman where a title of women is said; for her namesakes where none is, if she is known by that title alone."""
WRONG_TITLE, OF_ITS_TIME = 6.0, 1.0
POLITE = 4.0
"""For the one of several namesakes whom the document calls `Mr.` with a forename, where it calls others by title."""
BY_MIDDLE_NAME = 10
"""Years before and after the offices of a person of a register in which a middle name alone may mean that person."""
CLEAR = 0.75
"""By how much the best candidate must lead."""
_FIRST_OFFICES = ("president of united states", "secretary of state")
_HIGH_OFFICES = (
    *("president of", "prime minister", "premier", "chancellor", "king of", "shah of", "emperor", "foreign minister"),
    *(
        "chairman of council of ministers",
        "general secretary",
        "secretary general",
        "first secretary of central committee",
    ),
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Who is meant: the number in the index (None: open), how surely, by which rule, and why in words."""

    person: int | None
    cert: Certainty
    rule: str
    evidence: str


@dataclass(frozen=True)
class Weights:
    """What the document as a whole says: ids of participants, of persons named in full or by title (with the place of
    the last such mention), and the document's date (ISO, may be partial or empty). `polite` are the ids of those whom
    it calls `Mr.` or the like with a forename (`Mr. [Allen] Dulles`), `titled` of those whom it calls by an office."""

    participants: frozenset[str]
    named: Mapping[str, int]
    date: str
    polite: frozenset[str] = frozenset()
    titled: frozenset[str] = frozenset()

    @property
    def year(self) -> int:
        """The year of the document; 0 if unknown."""
        return int(self.date[:4]) if self.date[:4].isdigit() else 0


def decide(mention: Mention, weights: Weights) -> Verdict:
    """Who is meant by a mention, seen with what the whole document says."""
    index = mention.index
    if len(mention.persons) == 1:
        return Verdict(mention.persons[0], *_certainty(mention, mention.persons[0], False, weights))
    fits = {person: _title_score(mention, person, weights.date) for person in mention.persons}
    scores = {person: fits[person] + _score(mention, person, weights) for person in mention.persons}
    meant = politely_called(mention, weights)
    if meant is not None:
        scores[meant] += POLITE
    if max(fits.values()) >= TITLE / 2:
        scores = {person: score - (WRONG_TITLE if not fits[person] else 0) for person, score in scores.items()}
    best = max(mention.persons, key=lambda person: (scores[person], -person))
    rivals = [p for p in mention.persons if p != best and not index.same(best, p)]
    second = max((scores[p] for p in rivals), default=None)
    if second is not None and scores[best] - second < CLEAR:
        names = "; ".join(index.persons[p].label for p in (best, *rivals)[:4])
        return Verdict(None, Certainty.LOW, "persons/homonym", f"fits several persons: {names}")
    return Verdict(best, *_certainty(mention, best, second is not None, weights))


def politely_called(mention: Mention, weights: Weights) -> int | None:
    """Who of several namesakes is meant by `Mr. Dulles` where the document keeps them apart: one it has called `Mr.
    [Allen] Dulles`, the others only `Secretary Dulles`."""
    if mention.given or not mention.polite:
        return None
    persons = mention.index.persons
    polite = [p for p in mention.persons if persons[p].id in weights.polite - weights.titled]
    others = [p for p in mention.persons if persons[p].id in weights.titled - weights.polite]
    return polite[0] if len(polite) == 1 and others else None


def _certainty(mention: Mention, person: int, chosen: bool, weights: Weights) -> tuple[Certainty, str, str]:
    index, ident = mention.index, mention.index.persons[person].id
    label = index.persons[person].label
    if chosen:
        return (
            Certainty.MEDIUM if not mention.given else Certainty.HIGH,
            "persons/homonym-by-context",
            f"most likely {label}",
        )
    if mention.given or (mention.strong and not mention.titles):
        return Certainty.HIGH, "persons/full-name", f"full name: {label}"
    if ident in weights.participants:
        return Certainty.HIGH, "persons/participant", f"participant: {label}"
    if mention.titles:
        return Certainty.HIGH, "persons/title-and-surname", f"title and surname: {label}"
    if ident in weights.named:
        return Certainty.HIGH, "persons/named-before", f"named in full in the document: {label}"
    if mention.kind == SHORT:
        return Certainty.MEDIUM, "persons/part-of-name", f"part of the name: {label}"
    in_office = index.surely_in_office(person, weights.date) or (
        index.in_office(person, weights.date) and index.of_its_time(person, weights.year)
    )
    if weights.date and in_office:
        return Certainty.HIGH, "persons/surname", f"only entry of that surname: {label}"
    return Certainty.MEDIUM, "persons/surname-alone", f"only entry of that surname, not known in office then: {label}"


def _score(mention: Mention, person: int, weights: Weights) -> float:
    index = mention.index
    entry = index.persons[person]
    score = 0.0
    if entry.id in weights.participants:
        score += PARTICIPANT
    if entry.id in weights.named:
        last = max(weights.named.get(index.persons[p].id, -1) for p in mention.persons)
        score += NAMED + RECENT * (weights.named[entry.id] == last)
    if weights.date and index.in_office(person, weights.date):
        score += OFFICE
    score += OF_ITS_TIME * index.of_its_time(person, weights.year)
    if not index.periods[person].fits(weights.year):
        score += STRANGE_TIME
    if entry.gender == "F" and not entry.names[0].forename and not mention.titles:
        score -= RIGHT_GENDER
    if mention.kind == SHORT and not mention.given:
        score += PART_OF_NAME * (len(mention.persons) > 1)
    return score + _prominence(index, person, weights.date)


def _prominence(index: Index, person: int, date: str) -> float:
    """Presidents, secretaries of state, heads of governments are meant by the surname alone more often than others."""
    best = 0.0
    for title, start, end in index.offices[person]:
        first = title.startswith(_FIRST_OFFICES) or title == "president"
        weight = PROMINENT if first else PROMINENT / 2 if title.startswith(_HIGH_OFFICES) else 0.0
        best = max(best, weight if date and holds(start, end, date) else weight / 2)
    return best


def spoken_for(mention: Mention, weights: Weights) -> tuple[int, ...]:
    """The persons of a mention without those of registers and of later lists whom nothing speaks for: no forename, no
    title of theirs, no office that they held that day as the register's only person of that surname."""
    index, date = mention.index, weights.date
    listed = [person for person in mention.persons if index.out_of_time(person, weights.year)]
    if not listed:
        return mention.persons
    if mention.given:
        return tuple(p for p in mention.persons if p not in listed or _known_so(mention, p, weights.year))
    bare = not set(mention.titles) - COURTESY
    alone = len(listed) == 1

    def fits(person: int) -> bool:
        if bare:
            return alone and index.surely_in_office(person, date)
        return _title_score(mention, person, date) >= TITLE / 2

    return tuple(person for person in mention.persons if person not in listed or fits(person))


def _known_so(mention: Mention, person: int, year: int) -> bool:
    """Whether a person of a register may be called by the forename that is said: the first, or a later one within some
    years of the offices: `Averell Harriman` for W. Averell, but not `Ken Thompson` for a W. Kenneth of other years."""
    said = mention.line.keys[mention.first]
    firsts = {found[0] for name in mention.index.persons[person].names if (found := keys(name.forename))}
    period = mention.index.periods[person]
    near = not year or (period.first - BY_MIDDLE_NAME <= year <= (period.last or year) + BY_MIDDLE_NAME)
    return near or any(agree(said, one) or alike(said, one) or one in nicknames().get(said, ()) for one in firsts)


_NEEDS_OFFICE = {
    ("secretary",): re.compile(
        r"(?<!first )(?<!second )(?<!third )(?<!press )(?<!private )(?<!executive )\bsecretary\b"
    ),
    ("president",): re.compile(
        r"(?<!vice )\bpresident\b(?! of the)|\bpresident of the (?:united|republic|french|federal)"
    ),
    ("vice", "president"): re.compile(r"\bvice.president\b"),
    ("attorney", "general"): re.compile(r"\battorney general\b"),
}
"""Titles that only their holders (and former holders) bear, and how descriptions say so."""


def contradicted(mention: Mention) -> bool:
    """Whether the title before a surname says that nobody of the index is meant: `Secretary Hoover` where the list has
    only the Director of the FBI, `Mrs. Lansing` where it has the Secretary."""
    if mention.given or not mention.titles or mention.kind == FULL:
        return False
    return all(_contradicts(mention.titles, mention.index, person) for person in mention.persons)


def _contradicts(titles: tuple[str, ...], index: Index, person: int) -> bool:
    entry = index.persons[person]
    if titles[-1] in FEMALE_TITLES:
        women = word_list("female_names")
        return entry.gender != "F" and not index.forenames[person] & women and titles[-1] not in ("queen", "princess")
    need = _NEEDS_OFFICE.get(titles)
    known = f"{entry.description}; {'; '.join(title for title, _, _ in index.offices[person])}".lower()
    return need is not None and len(known) > 2 and need.search(known) is None


def gender_of(person: Person) -> str:
    """`M` or `F` by the entry, else by the first forename, where that says so; else empty."""
    return person.gender or gender_of_forename(keys(person.names[0].forename))


def gender_of_forename(forenames: Sequence[str]) -> str:
    """`M` or `F` by the keys of forenames, the first of them; empty if it says nothing."""
    if not forenames or forenames[0] in word_list("either_names"):
        return ""
    if forenames[0] in word_list("female_names"):
        return "F"
    return "M" if forenames[0] in word_list("given_names") else ""


def _title_score(mention: Mention, person: int, date: str) -> float:
    """How well the words before the name fit the offices of the person."""
    if not mention.titles:
        return 0.0
    entry = mention.index.persons[person]
    said, gender = set(mention.titles), gender_of(entry)
    if gender and said & (FEMALE_TITLES if gender == "M" else MALE_TITLES):
        return WRONG_GENDER
    if entry.gender == "F" and said & FEMALE_TITLES:
        return RIGHT_GENDER
    score = TITLE_WORD * any(entry.description.lower().startswith(word) for word in said - FEMALE_TITLES - MALE_TITLES)
    exact = offices_for(mention.titles) or offices_for(mention.titles[-1:])
    begins = _beginning(mention.titles)
    for title, start, end in mention.index.offices[person]:
        found = begins.match(title)
        part = 0.0 if found is None else TITLE / 2 if found[1] else TITLE * 0.75
        fits = TITLE if exact and title.startswith(exact) else part
        score = max(score, fits if not date or holds(start, end, date) else fits / 2)
    return score


@lru_cache(maxsize=1024)
def _beginning(titles: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"([\w.-]+ )?" + re.escape(" ".join(titles)) + r"\b(?! to\b)")
