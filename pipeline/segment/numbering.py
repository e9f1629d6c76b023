"""Which paragraphs are entries of a list: marks that follow one another.

    2. First …   3. Second …   (a) inner   (b) inner   4. Third …      →  a list of 2., 3., 4., with a list inside 3.

One mark alone makes no list; a list of letters or Roman numerals begins with the first or second.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from pipeline.segment import forms
from pipeline.segment.lists import BULLETS, label_values
from pipeline.segment.paragraphs import Paragraph
from pipeline.segment.plan import Apart, Item

Marker = tuple[re.Match[str], dict[str, int]]
"""The match of a mark, and what it may count: style → value (`•` for all bullets)."""
BULLET = "•"
"""The style of all bullets."""
_BETWEEN = 12
"""So many paragraphs may belong to an entry before the next mark."""


class Numbering:
    """The list marks of some items. `heading` tells whether a paragraph is one, `ordered` whether numbers count."""

    def __init__(self, items: Sequence[Item], heading: Callable[[Paragraph], bool], ordered: bool) -> None:
        self._items = items
        self._heading = heading
        self._ordered = ordered
        self._markers: dict[int, Marker | None] = {}

    def series(self, at: int, stop: int) -> tuple[str, list[int], int] | None:
        """The list that begins at an item and ends before `stop`: style, items with marks, end; None if it is none."""
        first = self.marker(at)
        if first is None:
            return None
        for style, value in sorted(first[1].items(), key=lambda pair: pair[1] != 1):
            if value > 2 and not style.strip("().").isdigit():
                continue
            members = self._members(at, stop, style, value)
            if len(members) > 1:
                return style, members, self._extent(members[-1], stop, style)
        return None

    def marker(self, at: int) -> Marker | None:
        """The list mark of an item and what it may count: style → value (`•` for all bullets)."""
        if at not in self._markers:
            self._markers[at] = self._find_marker(at)
        return self._markers[at]

    def _find_marker(self, at: int) -> Marker | None:
        item = self._items[at]
        if not isinstance(item, Paragraph):
            return None
        found = forms.MARKER.match(item.lines[0].text)
        if not found:
            return None
        mark = (found["marker"] or found["lone"]).replace("\\", "")
        if mark in BULLETS or mark in "·▪●○—":
            return found, {BULLET: 0}
        if not self._ordered or (len(item.lines) == 1 and self._heading(item)):
            return None
        return found, label_values(mark)

    def _extent(self, last: int, stop: int, style: str) -> int:
        """Where a list with this last entry ends: after a list of another style that the entry announces by a colon."""
        found = self.marker(last + 1) if last + 1 < stop else None
        item = self._items[last]
        if found is None or not isinstance(item, Paragraph) or not item.lines[-1].text.endswith(":"):
            return last + 1
        for other, value in found[1].items():
            if other != style and (value == 1 or other == BULLET):
                members = self._members(last + 1, stop, other, value)
                if len(members) > 1:
                    return self._extent(members[-1], stop, other)
        return last + 1

    def _members(self, at: int, stop: int, style: str, value: int) -> list[int]:
        """The items that go on with a style from a value; a heading or too much text in between ends them."""
        members = [at]
        between = 0
        for i in range(at + 1, stop):
            found = self.marker(i)
            value_here = found[1].get(style) if found else None
            wanted = value if style == BULLET else value + 1
            if value_here == wanted:
                members.append(i)
                value, between = wanted, 0
            elif isinstance(self._items[i], Apart) or (style == BULLET and isinstance(self._items[i], Paragraph)):
                break
            else:
                item = self._items[i]
                between += isinstance(item, Paragraph)
                if between > _BETWEEN or (isinstance(item, Paragraph) and not found and forms.is_heading(item.text)):
                    break
        return members
