"""Tables of a published document: lines without blank lines between them, in columns.

Country    FY 1962    FY 1963          cells that blanks or tabs part
India | 465.5 | 397.2                  cells that pipes part
USSR 41.2 60.5                         rows that all end with as many figures
Coal 12                                rows whose cells the extraction has lost: one cell each
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from pipeline.model import Block, Claim, Span
from pipeline.segment.columns import cells, is_columned, piped_cells, pipes
from pipeline.segment.coversheet import is_table
from pipeline.segment.flow import enclosing
from pipeline.segment.lines import Line

_FIGURES = re.compile(r"\d[\d,.]*[.%)]?$")
_END_FIGURES = re.compile(r"(?<=[^\W\d_])[.:]?(?P<figures>(?: [$£€]?\d[\d,.]*%?){2,12})\Z")
"""Two figures or more at the end of a row, behind a word."""
_VISIBLE = re.compile(r"\S+")
_RULE = re.compile(r"(?=.*--)[|:\s-]+")
"""The rule below the headings of columns: `| --- | --- |`."""


def is_tabular(lines: Sequence[Line]) -> bool:
    """Whether lines are in columns, or most of at least three end in figures, as rows do whose columns are lost."""
    return is_table(lines) or is_columned(lines) or _ends_in_figures(lines)


def _ends_in_figures(lines: Sequence[Line]) -> bool:
    figures = sum(_FIGURES.search(line.text) is not None for line in lines)
    return len(lines) > 2 and figures * 2 >= len(lines)


def table(lines: Sequence[Line]) -> tuple[Block, list[Claim]]:
    """The table of some lines in columns, and its pipes as furniture."""
    piped = all("|" in line.text for line in lines)
    figures = 0 if piped else _figures(lines)
    split = piped_cells if piped else partial(_last_figures, figures) if figures else cells
    rows = [
        Block("fw", line.span, (("type", "boilerplate"),))
        if piped and _RULE.fullmatch(line.text)
        else Block("row", line.span, (), tuple(Block("cell", span) for span in split(line)))
        for line in lines
    ]
    claims = [
        pipe for line, row in zip(lines, rows, strict=True) if piped and row.kind == "row" for pipe in pipes(line)
    ]
    return Block("table", enclosing(rows), (), tuple(rows)), claims


def _figures(lines: Sequence[Line]) -> int:
    """With how many figures every row ends, behind words that single blanks part from them: `USSR 41.2 60.5`; 0 if
    their numbers differ, or if more than blanks parts the cells."""
    if any("  " in line.text or "\t" in line.text for line in lines):
        return 0
    found = [_END_FIGURES.search(line.text) for line in lines]
    counts = {len(row["figures"].split()) if row else 0 for row in found}
    return counts.pop() if len(counts) == 1 else 0


def _last_figures(count: int, line: Line) -> Iterator[Span]:
    """The words of a row, and each of the figures with which it ends."""
    words = list(_VISIBLE.finditer(line.text))
    yield Span(line.start, line.start + words[-count - 1].end())
    yield from (Span(line.start + word.start(), line.start + word.end()) for word in words[-count:])
