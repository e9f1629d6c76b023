"""What stands before or after the document and is not its text: metadata of an archive or a harvester.

    ---                              YAML front matter
    title: Record of Conversation
    ---
    JFK ASSASSINATION SYSTEM         identification sheet of an archive: its title and date are not the document's
    RECORD NUMBER: 176-10011-10152
    Message Attributes               metadata list at the end of a telegram
    Draft Date: 14 dec 1979
    Citation … share document        what a digital archive says of the document before its text,
    Document Information … Source …  and after it

`metadata` finds such ranges of lines; they are kept as `fw type="metadata"`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.segment.lines import Line

Range = tuple[int, int]
"""Line indices, end exclusive."""

_SHEET = re.compile(
    r"(?:jfk )?assassination (?:records )?(?:system|collection)\b.{0,40}|identification form\b.{0,30}", re.IGNORECASE
)
_SHEET_FIELD = re.compile(
    r"""(?:agency|record\ number|records?\ series|agency\ file\ number|originator|from|to|title|date|pages
    |subjects?|document\ (?:type|information)|agency\ information|classification|restrictions?|current\ status
    |date\ of\ last\ review
    |opening\ criteria|comments)\s*(?:[:;].*)?""",
    re.VERBOSE | re.IGNORECASE,
)
_SHEET_LINES = 90
"""An identification sheet is not longer (lines)."""
_ATTRIBUTES = re.compile(r"(?:#+\s*)?(?:\**)message attributes(?:\**)", re.IGNORECASE)
_YAML_LINES = 200
_INFORMATION = re.compile(r"(?:#+\s*)?document information", re.IGNORECASE)
_ARCHIVE_FIELD = re.compile(
    r"(?:source|original archive|rights|original uploaded date|type|language|record id|coverage|creator"
    r"|subjects discussed|people mentioned|associated (?:people|places|topics).{0,30}|donors?"
    r"|original classification)\s*:?",
    re.IGNORECASE,
)
_CITE = re.compile(r"(?:[•*-]\s*)?citation", re.IGNORECASE)
_SHARE = re.compile(r"(?:[•*-]\s*)?share (?:this )?document", re.IGNORECASE)
_ABOUT = 20
"""So many lines may stand before the citation of a digital archive, or within it."""


def metadata(lines: Sequence[Line]) -> Iterator[Range]:
    """The ranges of metadata of a document, in order."""
    at = _front_matter(lines)
    if at:
        yield 0, at
    sheet = _sheet(lines, at)
    if sheet:
        yield sheet
    if about := _about(lines, at):
        yield about
    end = next((i for i in range(len(lines) - 1, -1, -1) if _ends_text(lines, i)), -1)
    if end > at:
        yield end, len(lines)


def _ends_text(lines: Sequence[Line], i: int) -> bool:
    """Whether a line is the heading of the metadata after a text: with its fields below it, if others use the words."""
    if _ATTRIBUTES.fullmatch(lines[i].text):
        return True
    if not _INFORMATION.fullmatch(lines[i].text):
        return False
    return sum(_ARCHIVE_FIELD.fullmatch(line.text) is not None for line in lines[i + 1 : i + 60]) > 2


def _about(lines: Sequence[Line], start: int) -> Range | None:
    """The citation and summary that a digital archive prints between the date and the text, with its buttons."""
    first = next((i for i in range(start, min(len(lines), start + _ABOUT)) if _CITE.fullmatch(lines[i].text)), None)
    if first is None:
        return None
    last = next((i for i in range(first + 1, min(len(lines), first + _ABOUT)) if _SHARE.fullmatch(lines[i].text)), None)
    return None if last is None else (first, last + 1)


def _front_matter(lines: Sequence[Line]) -> int:
    """The end of a block between two lines `---` at the very beginning that holds `key: value` lines; 0 if none."""
    if not lines or lines[0].text != "---":
        return 0
    end = next((i for i in range(1, min(len(lines), _YAML_LINES)) if lines[i].text in ("---", "...")), 0)
    keyed = sum(bool(re.match(r"-?\s*[\w-]+:(?:\s|$)", line.text)) for line in lines[1:end])
    return end + 1 if end and keyed * 2 >= end - 1 else 0


def _sheet(lines: Sequence[Line], start: int) -> Range | None:
    """An archive's identification sheet: a heading that says so and most of its fields, up to its last field."""
    first = next((i for i in range(start, min(len(lines), start + 12)) if _SHEET.fullmatch(lines[i].text)), None)
    if first is None:
        return None
    window = range(first, min(len(lines), first + _SHEET_LINES))
    fields = [i for i in window if len(lines[i].text) < 160 and _SHEET_FIELD.fullmatch(lines[i].text.lstrip("“\"'"))]
    last = next((i for i in fields if re.match(r"comments", lines[i].text, re.IGNORECASE)), None)
    if last is None or len(fields) < 8:
        return None
    bare = lines[last].text.rstrip().endswith(":")
    while last + 1 < len(lines) and not lines[last + 1].blanks and (bare or len(lines[last].text) > 60):
        last += 1
        bare = False
    return start, last + 1
