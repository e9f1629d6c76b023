"""A range for a document that states no date: never a day, and always with low certainty.

Three things bound it, each with the dates of the authority file:

    archive    `Johnson Library, National Security File`: the years in office of the President whose papers these are
    offices    `Chairman Khrushchev`, `the Ambassador at Large (Bowles)`: the time in which the person held it
               (the end of an office only in the papers of a presidency, if the title recurs and nobody has died)
    season     `the New Year, which is being celebrated`: the one turn of the year that lies in the range

Notes are left out: they look back and forward. What contradicts itself (a former President by his title) gives nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from pipeline.model import Authority, Certainty, DatedFact, Office, Participant, Person


@dataclass(frozen=True, slots=True)
class Bounds:
    """From `first` to `last` (ISO, possibly partial, empty if open), and why."""

    first: str = ""
    last: str = ""
    grounds: tuple[str, ...] = ()

    def meet(self, other: Bounds) -> Bounds | None:
        """What both allow, or None if they exclude each other."""
        first = max(self.first, other.first)
        last = min((end for end in (self.last, other.last) if end), key=_end, default="")
        if first and last and first > _end(last):
            return None
        return Bounds(first, last, tuple(dict.fromkeys((*self.grounds, *other.grounds))))

    @property
    def years(self) -> int:
        """How many calendar years lie between both ends; a large number if one is open."""
        return int(self.last[:4]) - int(self.first[:4]) if self.first and self.last else 999


def _end(iso: str) -> str:
    """A partial end as a text that sorts behind every day it covers."""
    return iso + "-99" if len(iso) < 10 else iso


_LONGEST = 10
"""A range of more years than this says nothing."""
_LIBRARY = re.compile(r"(?P<name>[A-Z][\w.’'ʼ-]+) (?:Presidential )?(?:Library|Materials)\b(?P<rest>.*)", re.DOTALL)
_PRESIDENTIAL = re.compile(
    r"\b(?:National Security|NSC|White House|Whitman File|President[’'ʼ]s|Presidential|Recordings|Oval Office|Cabinet"
    r"|Daily Diary|Notes of Meetings|Meeting Notes)\b"
)
"""Series that hold the papers of a presidency, not those of a life."""
_TITLED = re.compile(r"[A-Z](?<![\w’'ʼ-].)[\w’'ʼ-]+ (?:[A-Z][\w’'ʼ-]+ ){0,4}[A-Z][\w-]+")
_PAST = re.compile(r"\b(?:former|late|ex|then|future)[ -]\Z")
"""What stands before the title of a time gone by: `former Ambassador Kohler`."""
_PAST_WITHIN = len("former ")
_NEW_YEAR = re.compile(
    r"\bNew Year[’'ʼ]?s?\b[^.]{0,40}\b(?:is|are) (?:now |being )*celebrat|\bHappy New Year\b", re.IGNORECASE
)


class _Holders:
    """Persons with dated offices by surname."""

    def __init__(self, authority: Authority) -> None:
        self._by_surname: dict[str, list[Person]] = {}
        for person in authority.persons:
            if any(office.start or office.end for office in person.offices):
                for surname in {name.surname or name.text.split()[-1] for name in person.names if name.text}:
                    self._by_surname.setdefault(surname.casefold(), []).append(person)

    def terms(self, surname: str, title: str) -> Bounds | None:
        """When somebody of this name held an office that begins with the title (`Ambassador` → `Ambassador to …`)."""
        persons = self._by_surname.get(surname.casefold())
        if not persons:
            return None
        words = title.split()
        forms = [" ".join(words[i:]).casefold() for i in range(len(words))]
        held = [
            (person, office)
            for person in persons
            for office in person.offices
            if any(_begins(office, form) for form in forms)
        ]
        if not held or any(not office.start and not office.end for _, office in held):
            return None
        first = min(office.start for _, office in held)
        ends = [office.end for _, office in held]
        return Bounds(first, max(ends, key=_end) if all(ends) else "", tuple({p.label: "" for p, _ in held}))


def _begins(office: Office, form: str) -> bool:
    title = office.title.casefold()
    return title == form or title.startswith(form + " ")


def _archive(locator: str, holders: _Holders) -> Bounds | None:
    """The presidency whose papers a locator names."""
    library = _LIBRARY.search(locator)
    if library is None or not (_PRESIDENTIAL.search(library["rest"]) or "Materials" in library.group()):
        return None
    found = holders.terms(library["name"], "President")
    return (
        Bounds(found.first, found.last, (f"papers of the President in the {library['name']} Library",))
        if found
        else None
    )


_MOURNED = re.compile(
    r"\b(?:assassinat|murder|funeral|mourn|late President|death of|memory of|former|predecessor|succeed|successor"
    r"|resign)",
    re.IGNORECASE,
)
"""Words with which people of the past are named by their titles."""


def _offices(
    texts: Iterable[str], participants: Iterable[Participant], holders: _Holders, closed: bool
) -> Iterator[Bounds]:
    """The terms of participants, and of those whom the text names with their office.

    A title outlives the office, so a mention bounds only the beginning, and the end only if `closed` and nobody is
    remembered.
    """
    texts = list(texts)
    for title, surname in dict.fromkeys(_participant_titles(participants)):
        if found := holders.terms(surname, title):
            yield _because(found)
    held = [
        (found, times)
        for (title, surname), times in Counter(_titles(texts)).items()
        if (found := holders.terms(surname, title))
    ]
    closed = closed and any(times > 1 for _, times in held) and not any(_MOURNED.search(text) for text in texts)
    for found, times in held:
        yield _because(found if closed and times > 1 else replace(found, last=""))


def _because(found: Bounds) -> Bounds:
    return replace(found, grounds=(f"office of {', '.join(found.grounds)}",))


def _participant_titles(participants: Iterable[Participant]) -> Iterator[tuple[str, str]]:
    for one in participants:
        if one.name and one.role:
            yield re.sub(r"^the\s+", "", one.role, flags=re.IGNORECASE), one.name.split()[-1]


def _titles(texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    for text in texts:
        behind = 0
        for found in _TITLED.finditer(text):
            title, _, surname = found.group().rpartition(" ")
            if not _PAST.search(text, max(behind, found.start() - _PAST_WITHIN), found.start()):
                yield title, surname
            behind = found.end()


def _new_year(bounds: Bounds, texts: Iterable[str]) -> Bounds:
    """The bounds narrowed to the last week of a year and its first day, if the text celebrates the one New Year in
    them."""
    if bounds.years > 3 or not any("new year" in text.lower() and _NEW_YEAR.search(text) for text in texts):
        return bounds
    turns = []
    for year in range(int(bounds.first[:4]) - 1, int(bounds.last[:4]) + 1):
        turn = bounds.meet(Bounds(f"{year}-12-25", f"{year + 1}-01-01", ("the New Year in the text",)))
        if turn:
            turns.append(turn)
    return turns[0] if len(turns) == 1 else bounds


def date_range(
    locator: str, texts: Iterable[str], participants: Iterable[Participant], authority: Authority
) -> DatedFact | None:
    """The range in which a document without a date was written, or None if nothing bounds it on both sides."""
    texts = list(texts)
    holders = authority.once(_Holders)
    archive = _archive(locator, holders) or Bounds()
    bounds: Bounds | None = archive
    for term in _offices(texts, participants, holders, closed=bool(archive.last)):
        bounds = bounds.meet(term) if bounds else None
    if bounds is None or bounds.first[:10] == bounds.last[:10]:
        bounds = archive
    if bounds.years > _LONGEST:
        return None
    bounds = _new_year(bounds, texts)
    value = (("notBefore", bounds.first), ("notAfter", bounds.last))
    return DatedFact("document", value, "; ".join(bounds.grounds), Certainty.LOW)
