"""Lists of a transcript: bulleted ones by indentation, numbered ones by labels on lines of their own.

Web pages lose the numbers of a list into lines of their own. `1.` followed by a blank line: some item has several
paragraphs; `1.` followed directly by text: every item has one.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Callable, Sequence

from pipeline.model import Attrs, Block, Span
from pipeline.segment.lines import Line
from pipeline.segment.shapes import list_type, unmarked

BULLETS = {"•": "bullet", "-": "hyphen", "*": "asterisk", "–": "dash"}
"""Bullet characters and the `item/@rend` that stands for them."""
_BULLET = re.compile(r"(?P<bullet>[•\-*–])(?P<blank>[ \t]+)(?=\S)")
LABEL = re.compile(
    r"""(?P<open>\(?)
    (?P<value>[0-9]{1,3} | [a-zA-Z]{1,2} | [ivxlc]{1,6} | [IVXLC]{1,6})
    (?P<close>[.)])""",
    re.VERBOSE,
)
"""The label of a numbered paragraph, alone on its line: `1.`, `(a)`, `B.`, `iv)`."""
_LONGEST_LABEL = 8
"""No label has more characters."""
GAP = 3
"""A list goes on after so many numbers that the transcript has lost, with the editors' omissions or otherwise."""
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def is_bullet(line: Line) -> bool:
    """Whether a line begins with a bullet (an indented hyphen or asterisk counts, one at the margin does not)."""
    match = _BULLET.match(line.text)
    return bool(match) and (line.text[0] == "•" or line.indent > 0)


def bulleted(lines: Sequence[Line], at: int, attrs: Attrs, head: Block | None = None) -> tuple[Block, int]:
    """The list whose first item is `lines[at]`, nested by indentation; returns it and the index after it.

    `  • US` / `    • Mr. Tyler` gives an item with a list inside. `head` becomes the first child. The list ends at the
    first line that is no item, and where more blank lines part two items than the first two.
    """
    return _bulleted(lines, at, list_end(lines, at), attrs, head)


def list_end(lines: Sequence[Line], at: int) -> int:
    """The index after the last item of the list that begins at a line."""
    stop = at + 1
    usual = lines[stop].blanks if stop < len(lines) else 0
    while stop < len(lines) and is_bullet(lines[stop]) and lines[stop].blanks <= usual:
        stop += 1
    return stop


def _bulleted(lines: Sequence[Line], at: int, stop: int, attrs: Attrs, head: Block | None) -> tuple[Block, int]:
    indent = lines[at].indent
    children: list[Block] = [head] if head else []
    while at < stop and lines[at].indent >= indent:
        line = lines[at]
        if line.indent > indent and children and children[-1].kind == "item":
            item = children.pop()
            inner, at = _bulleted(lines, at, stop, _named(lines[at - 1]), None)
            children.append(Block("item", Span(item.span.start, inner.span.end), item.attrs, (inner,), item.glyphs))
            continue
        match = _BULLET.match(line.text)
        width = len(match.group()) if match else 0
        glyph = Span(line.start, line.start + width)
        children.append(Block("item", line.span, (("rend", BULLETS[line.text[0]]),), glyphs=(glyph,)))
        at += 1
    return Block("list", Span(children[0].span.start, children[-1].span.end), attrs, tuple(children)), at


def _named(line: Line) -> Attrs:
    """The type of the list under an item, if the item is its heading: `  • Present`."""
    kind = list_type(unmarked(_BULLET.sub("", line.text)))
    return (("type", kind),) if kind in ("participants", "subject") else ()


def _roman(text: str) -> int:
    values = [_ROMAN[c] for c in text]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))


def label_values(text: str) -> dict[str, int]:
    """What a label may count: style → value. `(i)` → `{"(a)": 9, "(i)": 1}`; empty if it is no label."""
    match = LABEL.fullmatch(text) if len(text) <= _LONGEST_LABEL else None
    if not match:
        return {}
    value, form = match["value"], f"{match['open']}%s{match['close']}"
    if value.isdigit():
        return {form % "1": int(value)}
    lower = value.lower()
    values = {}
    if len(value) == 1:
        values[form % ("a" if value.islower() else "A")] = ord(lower) - ord("a") + 1
    if set(lower) <= set(_ROMAN):
        values[form % ("i" if value.islower() else "I")] = _roman(lower)
    return values


Parse = Callable[[Sequence[Line]], list[Block]]


class Numbered:
    """Numbered lists in a run of lines. `inner` makes blocks of the lines of one item."""

    def __init__(self, lines: Sequence[Line], inner: Parse) -> None:
        self._lines = lines
        self._inner = inner
        self._values = [label_values(line.text) for line in lines]
        """What the label of each line may count."""
        self._labels: dict[tuple[str, int], list[int]] = {}
        """Style and value → the lines with such a label, in order."""
        for i, values in enumerate(self._values):
            for label in values.items():
                self._labels.setdefault(label, []).append(i)

    def starts(self, at: int) -> bool:
        """Whether a numbered list begins at line `at`: a label, and text after it."""
        return bool(self._values[at]) and at + 1 < len(self._values) and not self._values[at + 1]

    def _next_sibling(self, at: int, style: str, value: int) -> int | None:
        """The line with the next label of the list, unless another list of the kind begins before it."""
        firsts = [self._next(at, s, 1) for s, v in self._values[at].items() if v == 1]
        higher = min(self._next(at, style, value + step) for step in range(1, GAP + 1))
        return higher if higher < len(self._lines) and higher <= min(firsts, default=higher) else None

    def _next(self, at: int, style: str, value: int) -> int:
        """The first line after `at` with a label of this style and value; the number of lines if there is none."""
        labels = self._labels.get((style, value), [])
        following = bisect.bisect_right(labels, at)
        return labels[following] if following < len(labels) else len(self._lines)

    def parse(self, at: int, end: int | None = None, outer: frozenset[str] = frozenset()) -> tuple[Block, int]:
        """The list that begins at line `at` and the index after it; nothing beyond line `end` belongs to it.

        `outer` are the styles of the lists around it: no list holds one that is numbered like itself.
        """
        lines = self._lines
        end = len(lines) if end is None else end
        style, value = min(self._values[at].items(), key=lambda sv: (sv[1] != 1, sv[1]))
        outer |= {style}
        children: list[Block] = []
        while True:
            sibling = self._next_sibling(at, style, value)
            if sibling is not None and not at + 1 < sibling < end - 1:
                sibling = None
            if sibling is None or lines[at + 1].blanks == 0:
                content, stop = self._one_paragraph(at + 1, end if sibling is None else sibling, outer)
            else:
                content, stop = self._content(at + 1, sibling, outer), sibling
            children.append(Block("label", lines[at].span))
            children.append(Block("item", Span(content[0].span.start, content[-1].span.end), children=tuple(content)))
            if sibling is None or (stop < sibling and any(not self._page(i) for i in range(stop, sibling))):
                at = stop
                break
            children += [b for i in range(stop, sibling) for b in self._inner(lines[i : i + 1])]
            at, value = sibling, self._values[sibling][style]
        span = Span(children[0].span.start, children[-1].span.end)
        return Block("list", span, (("type", "ordered"),), tuple(children)), at

    def _page(self, at: int) -> bool:
        return self._lines[at].text.startswith("[Page ")

    def _nested(self, at: int, end: int, outer: frozenset[str]) -> bool:
        """Whether a list inside the lists of the styles `outer` begins at a line."""
        values = self._values[at] if at < end - 1 and self.starts(at) else {}
        return any(value == 1 and style not in outer for style, value in values.items())

    def _one_paragraph(self, at: int, end: int, outer: frozenset[str]) -> tuple[list[Block], int]:
        """The content of an item of one paragraph, with the list that begins after it, and the index after both."""
        start = at
        while at < end - 1 and self._page(at):
            at += 1
        at += not self._nested(at, end, outer)
        blocks = self._inner(self._lines[start:at]) if start < at else []
        if self._nested(at, end, outer):
            inner, at = self.parse(at, end, outer)
            blocks.append(inner)
        return blocks, at

    def _content(self, at: int, stop: int, outer: frozenset[str]) -> list[Block]:
        """The paragraphs and lists of an item."""
        blocks: list[Block] = []
        run = at
        while at < stop:
            if self._nested(at, stop, outer):
                blocks += self._inner(self._lines[run:at]) if run < at else []
                inner, at = self.parse(at, stop, outer)
                blocks.append(inner)
                run = at
            else:
                at += 1
        return blocks + (self._inner(self._lines[run:stop]) if run < stop else [])
