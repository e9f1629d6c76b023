"""Known names in running text: the longest name of a list that stands at a place.

    Gazetteer([("Berlin", "b"), ("East Berlin", "eb")]).find("in East Berlin’s hotels")  →  (3, 14, "eb")

Names begin with a capital; one pattern finds the words with which they begin, so the time does not depend on the
number of names. A name that belongs to several entries is found (it may not be part of another), but has no entry.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipeline.grammar.trees import tree

_CAPITALIZED = re.compile(r"[^\W\d_a-zß-öø-ÿ][\w.]*")


class Gazetteer:
    """Names and the ids of their entries, ready for searching."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        owners: dict[str, str] = {}
        for name, ident in names:
            owners[name] = ident if owners.get(name, ident) == ident else ""
        self._ids = owners
        self._by_first: dict[str, list[str]] = {}
        for name in sorted(owners, key=lambda name: -len(name)):
            if first := _CAPITALIZED.match(name):
                self._by_first.setdefault(first.group().rstrip("."), []).append(name)
        self._first = _any_word(self._by_first)

    def __bool__(self) -> bool:
        return bool(self._by_first)

    def get(self, name: str) -> str:
        """The id of the entry with this very name, or an empty string."""
        return self._ids.get(name, "")

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Start, end and id of each known name in `text`; the id is empty where the name is ambiguous."""
        done = 0
        for word in self._first.finditer(text):
            start = word.start()
            if start < done:
                continue
            for name in self._by_first[word.group()]:
                end = start + len(name)
                if text.startswith(name, start) and not text[end : end + 1].isalnum():
                    done = end
                    yield start, end, self._ids[name]
                    break


def _any_word(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of `words` where it is a whole word, with or without a full stop."""
    whole = tree([re.escape(word[0]) + r"(?<![\w.].)", *map(re.escape, word[1:])] for word in sorted(words))
    return re.compile(whole + r"(?!\.*\w)")
