"""Surnames one letter away from those of known persons: `Kusnetsov` for Kuznetsov."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz.distance import OSA

from pipeline.model import Person
from pipeline.resolve.reading import keys_of

SHORTEST = 5
"""Letters that a surname must have to be recognized with one of them wrong."""
_END = 2
"""Letters at one end or the other that stay as they are where one letter is wrong, or two have changed places."""


class Near:
    """Looks up words near the surnames of some persons, among those that begin or end alike."""

    def __init__(self, people: Iterable[Person]) -> None:
        self._owners: dict[str, dict[str, Person]] = defaultdict(dict)
        self._opening: dict[str, set[str]] = defaultdict(set)
        self._ending: dict[str, set[str]] = defaultdict(set)
        self._seen: dict[str, Person | None] = {}
        for person in people:
            for surname in {s for name in person.names for s in keys_of(name.surname) if len(s) >= SHORTEST}:
                self._owners[surname][person.id] = person
                self._opening[surname[:_END]].add(surname)
                self._ending[surname[-_END:]].add(surname)

    def owner(self, word: str) -> Person | None:
        """The only person whose surname is one letter away from a word (a key), but not the word nor its singular."""
        if word not in self._seen:
            self._seen[word] = self._owner(word)
        return self._seen[word]

    def _owner(self, word: str) -> Person | None:
        if len(word) < SHORTEST or word in self._owners or word.removesuffix("s") in self._owners:
            return None
        alike = {*self._opening.get(word[:_END], ()), *self._ending.get(word[-_END:], ())}
        close = [surname for surname in alike if OSA.distance(surname, word, score_cutoff=1) == 1]
        owners = {ident: person for surname in close for ident, person in self._owners[surname].items()}
        return next(iter(owners.values())) if len(owners) == 1 else None
