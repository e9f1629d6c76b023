"""Paragraphs out of lines, whatever the layout: one line per paragraph, lines of a fixed width, with blank lines or
without, blank lines after every line; and paragraphs that furniture interrupts.

    "… This very" / SECRET / -3- / "important circumstance …"  →  one paragraph with a zone of furniture inside

`Layout.of` looks at all lines once; `pieces` then cuts the text into paragraphs and furniture.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from pipeline.grammar import participants as people
from pipeline.model import Span
from pipeline.segment import forms
from pipeline.segment.lines import Line
from pipeline.segment.zones import Zone

Starts = Callable[[str], bool]
"""Whether a line by its words must begin a paragraph: a speaker's label, a list mark, a field."""

_WIDE = 130
"""Lines of typewriters and fixed-width extractors are shorter than this; longer ones hold whole paragraphs."""
_ENDS = re.compile(r"[.?!:…—][\"'”’»)\]*_]*(?:\s?(?:\(?\d{1,3}\)?|\[\^?\d{1,3}\](?:\(#?\w*\))?))?$")
_OPEN_WORD = re.compile(r"\b(?:Mr|Messrs|Mrs|Ms|Dr|Gen|Col|Sen|No|Nos|vs|pp?|Amb|Lt)\.$")
_INITIAL = re.compile(r"[A-Z]\.\s[A-Z]")
_ENTRY = re.compile(r"\(?[\da-z]{1,3}[.)]\s")
_COLUMNS = re.compile(r"[^\s.?!:;,] {2,}\S")
"""Blanks that part columns."""
_EXPECTING = re.compile(r"(?:,|\b(?:and|of|the|to|by|with|for|from|between|that|Mr|Mrs|Dr)\.?)$", re.IGNORECASE)
_BEFORE_NAME = re.compile(r"\b(?:of|the|to|in|at|by|with|for|from|between|and)$")
_GAP = re.compile(r"\s\s\s+")
_OMITTED = re.compile(r"\[\s?(?:…|\.\s?\.\s?\.)\s?\]")
_LOWER = re.compile(
    r"(?!(?:b?cc|c\.c|encls?|enc|att|p\.?s|copy|copies)\b\.?(?: to)?\s*:|(?:b?cc|c\.c\.)\s)[\"'“‘(]?[a-zà-ÿ]"
)
"""A line in small letters goes on with a sentence, but for what stands below a signature: `cc: Secretary Rusk`."""
_FEWEST_BROKEN = 3
"""So many sentences must be cut by blank lines before all blank lines are taken for the typist's spacing."""


@dataclass(frozen=True)
class Paragraph:
    """Lines that belong together, and the zones of furniture between them."""

    lines: tuple[Line, ...]
    zones: tuple[Zone, ...] = ()

    @cached_property
    def span(self) -> Span:
        """From the first to the last visible character, furniture included."""
        return Span(self.lines[0].start, self.lines[-1].end)

    @cached_property
    def text(self) -> str:
        """The words of its first lines, to recognize what it is by (no offsets); wide gaps become three blanks."""
        return _GAP.sub("   ", " ".join(line.text for line in self.lines[:8]))


Piece = Paragraph | Zone


@dataclass(frozen=True, slots=True)
class Layout:
    """How the lines of a transcript make paragraphs.

    `width` is a full line's length (characters); `wrapped` whether paragraphs run over several lines; `parted` whether
    blank lines part them.
    """

    width: int
    wrapped: bool
    parted: bool

    @classmethod
    def of(cls, lines: Sequence[Line]) -> Layout:
        """The layout that most lines follow."""
        if not lines:
            return cls(0, False, True)
        lengths = sorted(len(line.text) for line in lines)
        width = lengths[len(lengths) * 9 // 10]
        wrapped = width < _WIDE
        pairs = list(itertools.pairwise(lines))
        blank = [pair for pair in pairs if pair[1].blanks]
        broken = sum(not _ENDS.search(a.text) and bool(_LOWER.match(b.text)) for a, b in blank)
        spaced = len(blank) > len(pairs) * 0.8 and wrapped and broken > max(len(blank) * 0.3, _FEWEST_BROKEN - 1)
        parted = len(blank) > len(pairs) * 0.04 and not spaced
        return cls(width, wrapped, parted)


def ends_sentence(text: str) -> bool:
    """Whether a paragraph may end here: a full stop or the like, and not `Mr.`"""
    return bool(_ENDS.search(text)) and not _OPEN_WORD.search(text)


def _runs_on(before: Line, after: Line, layout: Layout) -> bool:
    """Whether a sentence crosses the blank lines between two lines: it goes on in lower case, or all is in capitals."""
    if ends_sentence(before.text):
        return False
    if _LOWER.match(after.text):
        return True
    shouted = before.text.isupper() and after.text.isupper() and _is_full(before, layout)
    return shouted and forms.field(after.text) is None


def _runs_through(before: Line, after: Line, layout: Layout, starts: Starts) -> bool:
    """Whether a sentence crosses the furniture between two lines; a full line without a full stop goes on."""
    if starts(after.text) or _OMITTED.fullmatch(after.text) or ends_sentence(before.text):
        return False
    if before.indent and _COLUMNS.search(before.text):
        return False
    return bool(_LOWER.match(after.text)) or _is_full(before, layout) or _expects_name(before.text, after.text)


def _expects_name(before: str, after: str) -> bool:
    """Whether a line breaks off before a name or title: `… drafted it in` / `Washington.`"""
    return after[0].isupper() and _BEFORE_NAME.search(before) is not None


def _runs_past(before: Line, after: Line, layout: Layout, starts: Starts) -> bool:
    """Whether a sentence crosses the words and signs of a web page, where no page ends: in lower case only."""
    return _LOWER.match(after.text) is not None and _runs_through(before, after, layout, starts)


def _is_chrome(zone: Zone) -> bool:
    return all(tag.type == "boilerplate" for _, tag in zone.lines)


def _is_full(line: Line, layout: Layout) -> bool:
    full = layout.width * 0.7 if layout.wrapped else _WIDE
    return len(line.text) > full and len(line.text.split()) > 3


def _joins(before: Line, after: Line, layout: Layout, starts: Starts) -> bool:
    """Whether the next line of text in the transcript goes on with the paragraph of `before`."""
    return not _parts(before, after, layout, starts)


_LABELLED = re.compile(r"[A-Z][^:.]{0,30}:\s{2,}(?=\S)")


def _in_column(before: Line, after: Line) -> bool:
    """Whether a line stands in the column that the one before has beside its label: `AND PLACE:    10:20 a.m.` /
    `              Geneva`."""
    column = _LABELLED.match(before.text)
    return column is not None and not after.blanks and after.indent == before.indent + column.end()


def _initial(before: Line, after: Line) -> bool:
    """Whether what looks like the mark of a list is the initial of a name: `… of November 12,` / `R. Kennedy, …`,
    `Robert McNamara` / `W. Graham Claytor`."""
    if _INITIAL.match(after.text) is None:
        return False
    listed = _COLUMNS.search(after.text) is not None and after.indent > 0
    return listed or _EXPECTING.search(before.text) is not None or _lists_names(before.text, after.text)


def _lists_names(before: str, after: str) -> bool:
    """Whether two lines name persons, or a delegation and the first of its members: `OSD` / `W. Graham Claytor`. The
    letters of a list begin with A, or follow one another."""
    counted = after[0] == "A" or (before[1:2] in (".", ")") and ord(after[0]) - ord(before[0]) == 1)
    named = people.is_group(before) or people.is_name(before.partition(",")[0])
    return not counted and named and people.follows(after, before)


def _parts(before: Line, after: Line, layout: Layout, starts: Starts) -> bool:
    """Whether a new paragraph begins at `after`, the next line of text in the transcript."""
    if before.text[0] == after.text[0] == "|" and not after.blanks:
        return False
    if starts(after.text):
        return after.blanks > 0 or not _initial(before, after)
    if not layout.wrapped:
        if not layout.parted:
            return True
        if len(before.text) > _WIDE or len(after.text) > _WIDE:
            return not after.blanks or not _runs_on(before, after, layout)
    if after.blanks and layout.parted:
        return not _runs_on(before, after, layout)
    if after.indent >= before.indent + 3 and ends_sentence(before.text) and before.indent <= 12 and layout.wrapped:
        return not _in_column(before, after)
    if before.indent >= after.indent + 3 and _ENTRY.match(before.text) and ends_sentence(before.text):
        return not _is_full(before, layout)
    if not layout.parted:
        short = len(before.text) < layout.width * 0.75
        return short and ends_sentence(before.text) and not _LOWER.match(after.text)
    return False


def pieces(
    lines: Sequence[Line],
    found: Sequence[Zone],
    layout: Layout,
    starts: Starts,
    cuts: frozenset[int] = frozenset(),
) -> list[Piece]:
    """The text between and around the furniture cut into paragraphs, with the furniture, in text order.

    No paragraph goes on at the lines of `cuts`.
    """
    result: list[Piece] = []
    zone_at = {zone.first: zone for zone in found}
    open_lines: list[Line] = []
    inside: list[Zone] = []
    waiting: list[Zone] = []

    def close() -> None:
        if open_lines:
            result.append(Paragraph(tuple(open_lines), tuple(inside)))
        result.extend(waiting)
        for items in (open_lines, inside, waiting):
            items.clear()

    at = 0
    while at < len(lines):
        zone = zone_at.get(at)
        if at in cuts:
            close()
        if zone is not None:
            waiting.append(zone)
            at = zone.last + 1
            continue
        line = lines[at]
        judge = _joins if not waiting else _runs_past if all(map(_is_chrome, waiting)) else _runs_through
        if open_lines and judge(open_lines[-1], line, layout, starts):
            inside.extend(waiting)
            waiting.clear()
        else:
            close()
        open_lines.append(line)
        at += 1
    close()
    return result
