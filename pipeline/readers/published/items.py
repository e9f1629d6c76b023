"""Numbered headings of a record, such as the items of an agenda:

    1. Significant World Developments Affecting U.S. Security               a heading by its looks
    2. U.S. Policy Toward Iraq (NSC 5820/1; Memo for NSC from Acting …)     one because it goes on after 1
    4. Other Business.

A numbered line that is longer than headings are, or has a stop, is one if it goes on with the numbers of others, has
the capitals of a title and stands alone above a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.segment import shapes
from pipeline.segment.lines import Line

_NUMBERED = re.compile(r"(?P<number>\d{1,2})\.\s+(?P<title>[A-Z“].*)")
_WORD = re.compile(r"[^\W\d_][\w’'-]{3,}")
"""A word that the title of an item prints with a capital, if it is none of the small ones."""
_SMALL = frozenset({"from", "with", "into", "over", "upon", "between", "toward", "towards", "under", "after", "before"})
_LONGEST = 400


def items(lines: Sequence[Line]) -> frozenset[int]:
    """The indexes of lines that are the headings of numbered items because they go on with the numbers of others."""
    found: set[int] = set()
    for run in _runs(lines):
        if any(shapes.is_heading(lines[at].text) for at in run):
            found.update(run)
    return frozenset(found)


def _runs(lines: Sequence[Line]) -> Iterator[list[int]]:
    """Lines that may be headings, numbered one after the other and with some text below each."""
    run: list[int] = []
    last = 0
    for at, line in enumerate(lines):
        number = _number(lines, at) if line.text[0].isdigit() else 0
        if not number:
            continue
        if run and (number != last + 1 or at == run[-1] + 1):
            yield run
            run = []
        run.append(at)
        last = number
    yield run


def _number(lines: Sequence[Line], at: int) -> int:
    """The number of a line that has the form of an item's heading and stands alone; 0 if it has not."""
    text = shapes.unmarked(lines[at].text)
    found = _NUMBERED.fullmatch(text) if len(text) <= _LONGEST else None
    if found is None or not lines[at].blanks or at + 1 == len(lines) or not lines[at + 1].blanks:
        return 0
    title = found["title"].rstrip(".")
    title = title.partition(" (")[0] if title.endswith(")") else title
    words = [word for word in _WORD.findall(title) if word not in _SMALL]
    fits = 0 < len(title) <= shapes.SHORT and shapes.is_titular(title) and all(word[0].isupper() for word in words)
    return int(found["number"]) if fits else 0
