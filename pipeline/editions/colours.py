"""Which colour a delegation has: the same in all documents of a collection, and another than its partners in each.

    colours(catalogue) → {"rusk-kuznetsov": {"rusk": 2, "kuznetsov": 1, "dobrynin": 1}, "bowles-dobrynin": {…}}

A *party* is what delegations of several documents have in common. Delegations are of one party if they have a name in
common (`US`, `U.S. Delegation`; the place their heading means; the government of the offices their members hold, if
they all hold one of the same), or else if they share persons. Two delegations of one document are never one party. In
a document without delegations those who speak are coloured by their party elsewhere; who has none is a party of one.

Parties that meet in a document get different colours; the most frequent choose first. There are as many colours as the
style sheet knows (`d1` to `d6`); who comes too late is grey (0), like those who belong to nobody.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final

from lxml import etree

EDITION: Final = "{urn:verbale:edition}"
COLOURS: Final = (1, 2, 3, 4, 5, 6)
GREY: Final = 0

_WORD: Final = re.compile(r"[^\W_]+")
_EMPTY_WORDS: Final = frozenset({"the", "for", "of", "from", "on", "delegation", "delegates", "side", "participants"})


@dataclass(frozen=True, slots=True)
class Delegation:
    """Who stands for one party in one document; without heading and known governments it has no names."""

    document: str
    names: frozenset[str]
    persons: frozenset[str]


@dataclass(slots=True, eq=False)
class Party:
    """Delegations of several documents that are the same: all their names, persons and documents."""

    names: set[str] = field(default_factory=set)
    persons: Counter[str] = field(default_factory=Counter)
    documents: set[str] = field(default_factory=set)

    def add(self, delegation: Delegation) -> None:
        self.names |= delegation.names
        self.persons.update(delegation.persons)
        self.documents.add(delegation.document)


def colours(catalogue: Sequence[etree._Element]) -> dict[str, dict[str, int]]:
    """Document → person → number of the colour, for entries of the catalogue (see `xslt/catalogue.xsl`) in order."""
    parties = parties_of([one for entry in catalogue for one in delegations(entry)])
    alone: dict[str, Party] = defaultdict(Party)
    sides = {entry.get("id", ""): _sides(entry, parties, alone) for entry in catalogue}
    for document, members in sides.items():
        for party in members.values():
            party.documents.add(document)
    numbers = _numbers([list(dict.fromkeys(members.values())) for members in sides.values()])
    return {
        document: {person: numbers[party] for person, party in members.items()} for document, members in sides.items()
    }


def name_of(heading: str) -> str:
    """A heading as it is compared: `The U.S.S.R. Delegation` → `ussr`; `For the United Kingdom:` → `united kingdom`"""
    words = _WORD.findall(heading.lower().replace(".", ""))
    return " ".join(word for word in words if word not in _EMPTY_WORDS)


def delegations(entry: etree._Element) -> Iterator[Delegation]:
    """The delegations of a document in their order."""
    members = [person for person in entry.iterfind(f"{EDITION}person") if person.get("group", "0") != "0"]
    for _, group in groupby(members, key=lambda person: person.get("group")):
        yield _delegation(entry.get("id", ""), list(group))


def _delegation(document: str, members: Sequence[etree._Element]) -> Delegation:
    governments = {government for person in members if (government := person.get("government"))}
    printed = (
        members[0].get("delegation", ""),
        members[0].get("of", ""),
        *(governments if len(governments) == 1 else ()),
    )
    names = frozenset(name for name in map(name_of, printed) if name)
    return Delegation(document, names, frozenset(person.get("key", "") for person in members))


def parties_of(found: Iterable[Delegation]) -> list[Party]:
    """The parties of delegations; those that have a name are joined first, because a name says more than a person."""
    parties: list[Party] = []
    for delegation in sorted(found, key=lambda one: not one.names):
        free = [party for party in parties if delegation.document not in party.documents]
        party = _namesake(delegation, free) or _acquaintance(delegation, free)
        if party is None:
            parties.append(party := Party())
        party.add(delegation)
    return parties


def _namesake(delegation: Delegation, parties: Iterable[Party]) -> Party | None:
    return next((party for party in parties if party.names & delegation.names), None)


def _acquaintance(delegation: Delegation, parties: Iterable[Party]) -> Party | None:
    """The party that shares most persons with a delegation: at least one, or half of them if it has another name."""
    shared = [(len(delegation.persons & party.persons.keys()), party) for party in parties]
    most, party = max(shared, key=lambda pair: pair[0], default=(0, None))
    needed = len(delegation.persons) / 2 if delegation.names else 1
    return party if party is not None and most >= max(1, needed) else None


def _sides(entry: etree._Element, parties: Sequence[Party], alone: Mapping[str, Party]) -> dict[str, Party]:
    """The party of each person of a document that has a colour; `alone` has the parties of one, by person."""
    document = entry.get("id", "")
    persons = list(entry.iterfind(f"{EDITION}person"))
    if any(person.get("group", "0") != "0" for person in persons):
        here = [party for party in parties if document in party.documents]
        delegates = (person for person in persons if person.get("group", "0") != "0")
        keys = [person.get("key", "") for person in delegates]
        return {key: max(here, key=lambda party: party.persons[key]) for key in keys}
    voices = [person for person in persons if int(person.get("turns", "0")) > 0]
    known = {person.get("key", ""): _elsewhere(person, parties) for person in voices}
    if len({id(party) for party in known.values()}) == 1:
        known = dict.fromkeys(known)
    return {key: party or alone[key] for key, party in known.items()}


def _elsewhere(person: etree._Element, parties: Sequence[Party]) -> Party | None:
    """The party that a person mostly belongs to in other documents, else that of the person's government."""
    key, government = person.get("key", ""), name_of(person.get("government", ""))
    most = max(parties, key=lambda party: party.persons[key], default=None)
    if most is not None and most.persons[key]:
        return most
    return next((party for party in parties if government in party.names), None)


def _numbers(meetings: Sequence[Sequence[Party]]) -> Mapping[Party, int]:
    """Numbers of colours for the parties of each document: different ones for those that meet."""
    met: dict[Party, set[Party]] = defaultdict(set)
    for meeting in meetings:
        for party in meeting:
            met[party] |= set(meeting) - {party}
    chosen: dict[Party, int] = {}
    used: Counter[int] = Counter()
    for party in sorted(met, key=lambda one: -len(one.documents)):
        taken = {chosen.get(other) for other in met[party]}
        free = [number for number in COLOURS if number not in taken]
        chosen[party] = min(free, key=lambda number: (used[number], number), default=GREY)
        used[chosen[party]] += len(party.documents)
    return chosen
