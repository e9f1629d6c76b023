"""Lines that an extractor broke in mid-phrase, in texts without blank lines.

    Memorandum of Discussion at the 177th            one title
    Meeting of the Council, Washington, December
    23, 1953
    Legation of the United States,                   two lines of an opening
    Peking, November 10,
    1898. (Received Dec. 27.)
    Sir: Confirming, on the overleaf, my telegram    one paragraph
    of November 8 last, I have the honor …

A line of several has a blank where each line ended, so that offsets within its text are those of the transcript.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from pipeline.grammar.date_words import IN_FULL
from pipeline.grammar.salutations import is_salutation, salutation
from pipeline.model import Span, Transcript
from pipeline.segment import letters, shapes
from pipeline.segment.lines import Line

_TOP = 12
"""Titles and datelines stand within so many lines."""
LONG = 200
"""No line that was broken is so long: where one is, every line below the top is a paragraph."""
_LONG_LINE = re.compile(rf".{{{LONG}}}")
_OPEN_END = re.compile(
    rf"(?:\b(?:the|of|to|and|in|at|from|for|by|with|on|an?|Mr\.|Mrs\.|Dr\.|{IN_FULL})|\b\d+(?:st|nd|rd|th))\Z"
)
_OPEN_DATE = re.compile(r",\Z")
_DATE_GOES_ON = re.compile(rf"(?:1[5-9]|20)\d\d\b|(?:{IN_FULL})\s\d{{1,2}},|\d{{1,2}}\s(?:{IN_FULL})\b")


def has_long_lines(text: str) -> bool:
    """Whether a text has a line that no typist broke, so that every line is a paragraph."""
    return _LONG_LINE.search(text) is not None


def mended(transcript: Transcript, lines: Sequence[Line]) -> list[Line]:
    """The lines of a text without blank lines, titles and datelines at its top in one line each."""
    if any(line.blanks for line in lines) or all(len(line.text) < LONG for line in lines):
        return list(lines)
    return [*_joined(transcript, lines[:_TOP], _is_open), *lines[_TOP:]]


def unwrapped(transcript: Transcript, lines: Sequence[Line]) -> list[Line]:
    """The paragraphs of a letter of which neither blank lines nor long lines tell them apart."""
    lines = _joined(transcript, lines, _is_open)
    width = max((len(line.text) for line in lines), default=0)

    def goes_on(before: Line, line: Line) -> bool:
        if _stands_alone(before.text) or _stands_alone(line.text) or salutation(line.text):
            return False
        return not before.text.endswith((".", "?", "!", ":", "”", '"', "]")) or len(before.text) > 0.85 * width

    return _joined(transcript, lines, goes_on)


def _is_open(before: Line, line: Line) -> bool:
    """Whether a line ends in mid-phrase or mid-date."""
    if len(before.text) > shapes.SHORT or len(line.text) > shapes.SHORT or shapes.is_attachment(line.text):
        return False
    dated = _OPEN_DATE.search(before.text) is not None and _DATE_GOES_ON.match(line.text) is not None
    return dated or _OPEN_END.search(before.text) is not None


def _stands_alone(text: str) -> bool:
    """Whether a line is one of a letter's opening or close, or the heading of what is enclosed."""
    found = shapes.is_dateline(text) or shapes.is_attachment(text) or shapes.is_close(text) or letters.is_exchange(text)
    return found or letters.is_opening(text) or is_salutation(text) or (letters.is_office_line(text) and _is_post(text))


def _is_post(text: str) -> bool:
    return (
        re.match(r"(?:Legation|Embassy|Consulate|Department|Ministry|United States (?:Legation|Consulate))\b", text)
        is not None
    )


def _joined(transcript: Transcript, lines: Sequence[Line], joins: Callable[[Line, Line], bool]) -> list[Line]:
    """The lines, each with those that go on with it; what joins is asked of neighbours as they stand."""
    starts = [at for at, line in enumerate(lines) if not at or not joins(lines[at - 1], line)]
    return [_whole(transcript, lines[at:stop]) for at, stop in zip(starts, [*starts[1:], len(lines)], strict=False)]


def _whole(transcript: Transcript, lines: Sequence[Line]) -> Line:
    if len(lines) == 1:
        return lines[0]
    span = Span(lines[0].start, lines[-1].end)
    text = "".join(" " if char.isspace() else char for char in transcript[span])
    return replace(lines[0], span=span, text=text)
