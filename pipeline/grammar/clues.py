"""Which of many rare things a text may hold: one search for the clues to all of them.

Clues({"ibid": ["bid."], "note": ["note ", "fn. "]}).in_text("See fn. 3")  →  {"note"}
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Mapping
from typing import Generic, TypeVar

Thing = TypeVar("Thing", bound=Hashable)

_COMMON = " etaoinsrhldcumfpgwyb,.vkxjqz"
"""The characters of which English texts are made, the commonest first."""


class Clues(Generic[Thing]):
    """Things and, for each, pieces of text of which one must be there if the thing is.

    What a search costs is how many places it tries, so each piece is sought at its rarest character.
    """

    def __init__(self, table: Mapping[Thing, Iterable[str]]) -> None:
        self._things: dict[str, set[Thing]] = {}
        around: dict[str, list[str]] = {}
        for thing, clues in table.items():
            for clue in clues:
                at = max(range(len(clue)), key=lambda at: _COMMON.find(clue[at]) % 100)
                before, rarest, after = clue[: at + 1], clue[at], clue[at + 1 :]
                self._things.setdefault(rarest, set()).add(thing)
                around.setdefault(rarest, []).append(f"(?<={re.escape(before)})(?={re.escape(after)})")
        self._pattern = re.compile("|".join(f"{re.escape(char)}(?:{'|'.join(all_)})" for char, all_ in around.items()))

    def in_text(self, text: str) -> set[Thing]:
        """The things that a text may hold: all that it does hold, and few others."""
        return set().union(*(self._things[char] for char in set(self._pattern.findall(text))))
