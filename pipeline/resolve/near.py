"""Surnames one letter away from those of known persons: `Kusnetsov` for Kuznetsov."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz.distance import OSA

from pipeline.authority.index import deletions
from pipeline.model import Person
from pipeline.resolve.reading import keys_of

SHORTEST = 5
"""Letters that a surname must have to be recognized with one of them wrong."""


class Near:
    """Looks up words near the surnames of some persons; the cost of a look-up does not depend on their number."""

    def __init__(self, people: Iterable[Person]) -> None:
        self._owners: dict[str, dict[str, Person]] = defaultdict(dict)
        self._near: dict[str, set[str]] = defaultdict(set)
        self._seen: dict[str, Person | None] = {}
        for person in people:
            for surname in {s for name in person.names for s in keys_of(name.surname) if len(s) >= SHORTEST}:
                self._owners[surname][person.id] = person
                for shorter in deletions(surname):
                    self._near[shorter].add(surname)

    def owner(self, word: str) -> Person | None:
        """The only person whose surname is one letter away from a word (a key), but not the word nor its singular."""
        if word not in self._seen:
            self._seen[word] = self._owner(word)
        return self._seen[word]

    def _owner(self, word: str) -> Person | None:
        if len(word) < SHORTEST or word in self._owners or word.removesuffix("s") in self._owners:
            return None
        close = {s for shorter in deletions(word) for s in self._near.get(shorter, ()) if OSA.distance(s, word) == 1}
        owners = {ident: person for surname in close for ident, person in self._owners[surname].items()}
        return next(iter(owners.values())) if len(owners) == 1 else None
