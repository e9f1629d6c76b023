"""Columns that only blanks part, tables of figures and rolls of persons by country; and the cells that pipes part.

    YEAR DEBT           DISBURSEMENTS      PAYMENTS        table: row: three cells
    1970 743.9       524.3      28.9

    Great Britain                                          item Great Britain
        Alec Douglas-Home      Prime Minister;               list: item Alec Douglas-Home … Prime Minister;
        Harold Wilson         Leader of the Labour Party;          item Harold Wilson …

Two blanks after a full stop part sentences, as typists had it, so they part no columns.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from pipeline.model import Attrs, Block, Claim, Span
from pipeline.segment.flow import Flow, enclosing
from pipeline.segment.lines import Line

_GAP = re.compile(r"(?<![.?!:;,])(?:[ ]{2,}|\t\s*)|[ ]{4,}")
_PIPED = re.compile(r"(?:\A|\|)[^|]*(?:\|\s*\Z)?")
"""A cell with the pipe before it; the last one has that at the line's end too."""
_ROW_SHARE = 0.7
"""So many of the lines of a table have as many cells as most."""
_CELL = 40
"""The cells of a table are not longer on the average (characters)."""
_LONGEST = 110
"""No line of a roll is longer."""
_HEADING = 45
"""No heading of a roll is longer."""


def parted(text: str) -> bool:
    """Whether blanks part columns in a line."""
    return ("  " in text or "\t" in text) and _GAP.search(text) is not None


def is_columned(lines: Sequence[Line]) -> bool:
    """Whether some lines are a table whose columns only blanks part: at least three, with figures in most."""
    if len(lines) < 3:
        return False
    counts = Counter(_cells(line.text) for line in lines)
    cells, times = counts.most_common(1)[0]
    if cells < 3 or times < len(lines) * _ROW_SHARE:
        return False
    short = sum(len(line.text) for line in lines) <= _CELL * sum(n * k for n, k in counts.items())
    return short and sum(any(map(str.isdigit, line.text)) for line in lines) * 2 > len(lines)


def _cells(text: str) -> int:
    return len(_GAP.split(text)) if "  " in text or "\t" in text else 1


def columned(flow: Flow, lines: Sequence[Line]) -> Block:
    """The table of such lines; lines with fewer cells, such as headings over several columns, have fewer cells."""
    rows = tuple(row(flow, line, cells(line)) for line in lines)
    return Block("table", enclosing(rows), (), rows)


def cells(line: Line) -> Iterator[Span]:
    """The cells of a line that blanks or tabs part."""
    at = line.start
    for gap in _GAP.finditer(line.text):
        yield Span(at, line.start + gap.start())
        at = line.start + gap.end()
    yield Span(at, line.end)


def piped_cells(line: Line) -> Iterator[Span]:
    """The cells of a line that pipes part, each with its pipe."""
    for found in _PIPED.finditer(line.text):
        if words := found.group().rstrip():
            yield Span(line.start + found.start(), line.start + found.start() + len(words))


def pipes(line: Line) -> list[Claim]:
    """The pipes of a line, as furniture."""
    at = (line.start + k for k, char in enumerate(line.text) if char == "|")
    return [Claim(Span(k, k + 1), "fw", "table/pipe", attrs=(("type", "boilerplate"),)) for k in at]


def row(flow: Flow, line: Line, spans: Iterable[Span]) -> Block:
    """The row of a line with these cells."""
    return Block("row", line.span, (), tuple(flow.leaf("cell", span) for span in spans))


def is_roll(lines: Sequence[Line]) -> bool:
    """Whether some lines are headings at the margin, each with entries of two columns indented below it."""
    margin = min(line.indent for line in lines)
    heads = [line.indent < margin + 2 for line in lines]
    members = [line for line, head in zip(lines, heads, strict=True) if not head]
    if not heads[0] or heads[-1] or any(a and b for a, b in itertools.pairwise(heads)):
        return False
    plain = all(
        len(line.text) <= _HEADING and not parted(line.text) and line.text[-1] not in ".?!,;"
        for line, head in zip(lines, heads, strict=True)
        if head
    )
    wide = sum(parted(line.text) for line in members)
    return plain and wide * 2 >= len(members) and all(len(line.text) <= _LONGEST for line in members)


def groups(flow: Flow, lines: Sequence[Line]) -> list[Block]:
    """The items of a roll: a heading with a nested list of its entries, for each heading."""
    margin = min(line.indent for line in lines)
    starts = [k for k, line in enumerate(lines) if line.indent < margin + 2]
    items: list[Block] = []
    for start, stop in zip(starts, [*starts[1:], len(lines)], strict=True):
        side = flow.leaf("item", lines[start].span)
        entries = tuple(flow.leaf("item", line.span) for line in lines[start + 1 : stop])
        members = Block("list", enclosing(entries), (), entries)
        items.append(Block("item", Span(side.span.start, members.span.end), (), (members,)))
    return items


def roll(items: Sequence[Block], persons: bool) -> Block:
    """The list of the items of one or several rolls; `persons`: its heading says that they took part."""
    attrs: Attrs = (("type", "participants"),) if persons else ()
    return Block("list", enclosing(items), attrs, tuple(items))
