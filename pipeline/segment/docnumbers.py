"""The number that a volume of documents gives a document, above its title.

    204.                                   alone on its line
    No. 229                                above the reference of the file
    F 5/0177-62
    No. 156  NAI DFA Secretary's Files P3  beside it
    412. DEA/50055-B-40

The forms are those of *Foreign Relations of the United States*, *Documents on British Policy Overseas* (and *Foreign
Policy*), *Documents on Canadian External Relations*, *Documents on Irish Foreign Policy*, *Documents on German Foreign
Policy* and *Documents on New Zealand External Relations*.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.segment import forms, letters
from pipeline.segment.division import is_prose
from pipeline.segment.lines import Line
from pipeline.segment.paragraphs import Paragraph
from pipeline.segment.plan import Item

_NUMBER = re.compile(r"(?P<word>(?:No\.?|№|Document)\s?)?(?P<number>\d{1,4}[a-z]?)(?P<stop>\.)?")
_REFERENCE = re.compile(r"(?=[^\d]*\d)(?=.*(?:[A-Z]{2}|[/(]))[A-Z\d][^?!;]{2,90}[^.?!;,:]")
"""The reference of a file has figures, and capitals, a slash or a bracket: `F 5/0177-62`, `Committee 23 (39)`."""
_GAP = re.compile(r"\s+(?:[-–—]\s+)?")
_LONGEST = 120
"""A line with number and reference has fewer characters."""
_LINES = 8
"""A paragraph above a title has fewer lines."""
_LEAP = 20
"""The number of the next document is at most so much higher."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A line with the number of a document: `width` characters hold it with its word and stop; the reference of the
    file begins at `reference`, 0 if there is none. `plain`: figures alone, which may be much else."""

    number: str
    width: int
    reference: int
    plain: bool


def numbered(text: str) -> Numbered | None:
    """The number in a line that holds nothing else but the reference of a file; None in any other line."""
    found = _NUMBER.match(text) if len(text) < _LONGEST else None
    if found is None:
        return None
    plain = not (found["word"] or found["stop"])
    if found.end() == len(text):
        return Numbered(found["number"], len(text), 0, plain)
    gap = _GAP.match(text, found.end())
    if gap is None or (plain and len(gap[0]) < 2) or not is_reference(text[gap.end() :]):
        return None
    return Numbered(found["number"], found.end(), gap.end(), False)


def is_reference(text: str) -> bool:
    """The reference of a file, asked only beside or right below a number: `NAI DFA Secretary's Files P3`."""
    return _REFERENCE.fullmatch(text) is not None and not forms.is_title(text) and not forms.is_dateline(text)


def head_number(lines: Sequence[Line]) -> tuple[int, Numbered] | None:
    """The line of a paragraph that has the number, and the number: the last line, or the last but one above the
    reference of the file. The series of the volume may stand above it; not above figures alone."""
    for at in range(len(lines) - 1, max(-1, len(lines) - 3), -1):
        found = numbered(lines[at].text)
        if found and not (at and found.plain):
            return (at, found) if all(len(line.text) < _LONGEST for line in lines[:at]) else None
        if not is_reference(lines[at].text):
            return None
    return None


def is_titled(text: str) -> bool:
    """Whether a paragraph below a number is the title of a document: it names a kind, or says who writes to whom."""
    if forms.is_title(text) or letters.is_exchange(text):
        return True
    return " to " in text and forms.is_heading(text) and not forms.field(text)


def series(items: Sequence[Item]) -> list[int]:
    """The indices of the items with which the documents of a volume begin, each with a number that rises and a title
    below; none if there are not two, or if prose or the title of the whole (minutes, whose points are counted) stands
    above the first."""
    found: list[int] = []
    last, title = 0, ""
    for at, item in enumerate(items):
        if not isinstance(item, Paragraph):
            continue
        number, below = _opens(items, at, item, title)
        if number and (not found or last < number <= last + _LEAP):
            found.append(at)
            last, title = number, below
        elif not found and (is_prose(item) or forms.is_title(item.text)):
            return []
    return found if len(found) > 1 else []


def _opens(items: Sequence[Item], at: int, item: Paragraph, before: str) -> tuple[int, str]:
    """The number in a paragraph and the title below it; 0 if no document begins there. Figures alone above the words of
    the title `before` may be the page and its running head, unless these say who writes to whom."""
    found = head_number(item.lines) if not item.zones and len(item.lines) < _LINES else None
    after = next((after for after in items[at + 1 : at + 4] if isinstance(after, Paragraph)), None) if found else None
    if found is None or after is None or not is_titled(after.text):
        return 0, ""
    if found[1].plain and after.text == before and not letters.is_exchange(before):
        return 0, ""
    return int(re.sub(r"\D", "", found[1].number)), after.text
