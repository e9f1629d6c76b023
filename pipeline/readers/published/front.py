"""What stands between the title of a published document and its first prose.

Washington, January 9, 1963.      opener/dateline
No. 931.]  A–155                  opener
SUBJECT: … / PARTICIPANTS: …      lists of subject and participants (`company`), cover sheet
Dear Jack:                        opener/salute
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.grammar.salutations import is_salutation, salutation
from pipeline.model import Block, Span
from pipeline.readers.published import company
from pipeline.readers.published.prose import Made
from pipeline.segment import letters, shapes
from pipeline.segment.flow import enclosing
from pipeline.segment.lines import Line

_COUNTED = re.compile(r"\(?(?P<mark>[A-Za-z]|\d)[.)]\s")
"""The letter or number of a reference."""


class Front:
    """Finds the pieces of the front matter among some lines of a text; `talk`: the title is that of a talk."""

    def __init__(self, text: str, lines: Sequence[Line], talk: bool) -> None:
        self._text = text
        self._lines = lines
        self._talk = talk

    def piece(self, at: int, above: Sequence[Block]) -> Made | None:
        """The piece of the front matter that begins at a line, below some blocks; None if none does."""
        return (
            self._dateline(at, above)
            or self._salutation(at, above)
            or self._opening(at, above)
            or self._unheaded(at, above)
            or company.headed(self._lines, at)
            or self._fields(at)
        )

    def _dateline(self, at: int, above: Sequence[Block]) -> Made | None:
        line = self._lines[at]
        dated = shapes.is_dateline(line.text) or (not above and shapes.is_seat(line.text))
        return ([_opener("dateline", line, above)], at + 1) if dated else None

    def _salutation(self, at: int, above: Sequence[Block]) -> Made | None:
        """A salutation alone on its line; right below the opener it may do without a stop: `Dear Prime Minister`."""
        line = self._lines[at]
        below = bool(above) and above[-1].kind == "opener" and self._is_alone(at)
        text = f"{shapes.unmarked(line.text)}," if below and line.text[-1].isalnum() else line.text
        return ([_opener("salute", line, above)], at + 1) if is_salutation(text) else None

    def _is_alone(self, at: int) -> bool:
        """Whether blank lines part a line from those around it."""
        return at + 1 < len(self._lines) and bool(self._lines[at].blanks and self._lines[at + 1].blanks)

    def _opening(self, at: int, above: Sequence[Block]) -> Made | None:
        """A line of a letter's opening that is neither place and date nor a salutation alone."""
        if not _is_top(above):
            return None
        line = self._lines[at]
        if greeting := letters.greeting(self._text, line, line.end):
            salute, rest = greeting
            return [Block("opener", salute, (), (Block("salute", salute),)), Block("p", rest)], at + 1
        if (width := letters.number_before(line.text)) and shapes.is_dateline(line.text[width:]):
            dateline = Block("dateline", Span(line.start + width, line.end))
            return [Block("opener", line.span, (), (dateline,))], at + 1
        following = self._lines[at + 1].text if at + 1 < len(self._lines) else ""
        dated = shapes.is_dateline(following)
        office = letters.is_office_line(line.text) and dated
        number = letters.is_paper_number(line.text) and (dated or salutation(following) > 0)
        text = shapes.unmarked(line.text)
        opens = office or number or letters.is_opening(text) or letters.is_invocation(text)
        return ([Block("opener", line.span)], at + 1) if opens else None

    def _unheaded(self, at: int, above: Sequence[Block]) -> Made | None:
        """Participants right under the title of a talk, though the heading of their list is lost."""
        if not self._talk:
            return None
        made = company.unheaded_bullets(self._lines, at) if _is_top(above) else None
        return made or (company.unheaded_roll(self._lines, at) if _is_high(above) else None)

    def _fields(self, at: int) -> Made | None:
        """A run of cover sheet fields (`SUBJECT: …`, `PARTICIPANTS: …` with lines after it)."""
        lines, start = self._lines, at
        blocks: list[Block] = []
        sheet: list[Block] = []
        while at < len(lines) and (found := shapes.field(lines[at].text)):
            kind, width, value = found
            if at > start and not value and company.headed(lines, at):
                break
            stop = at + 1
            while stop < len(lines) and not lines[stop].blanks and not shapes.field(lines[stop].text):
                stop += 1
            stop = self._lettered(stop, value) if kind == "references" else stop
            label = Span(lines[at].start, lines[at].start + width)
            values = [Span(lines[at].end - len(value), lines[at].end)] if value else []
            values += [line.span for line in lines[at + 1 : stop]]
            if values and kind not in ("participants", "subject"):
                sheet += [Block("label", label), Block("item", Span(values[0].start, values[-1].end))]
            else:
                blocks += [*_coversheet(sheet), _field(kind, label, values)]
                sheet = []
            at = stop
        return ([*blocks, *_coversheet(sheet)], at) if at > start else None

    def _lettered(self, at: int, value: str) -> int:
        """The index after the references that go on from one with a letter or number: `A. NSC 107/2`, `B. NSC Action
        No. 654`."""
        counted = _COUNTED.match(value)
        if counted is None:
            return at
        mark = counted["mark"]
        while at < len(self._lines):
            mark = str(int(mark) + 1) if mark.isdigit() else chr(ord(mark) + 1)
            following = _COUNTED.match(self._lines[at].text)
            if following is None or following["mark"] != mark or len(self._lines[at].text) > shapes.SHORT:
                break
            at += 1
        return at


def _is_top(above: Sequence[Block]) -> bool:
    """Whether an opener may still stand: nothing of the body has come."""
    return all(block.kind in ("head", "pb", "opener", "fw") for block in above)


def _is_high(above: Sequence[Block]) -> bool:
    """Whether no prose has come, though headings or lists may have."""
    return all(block.kind != "p" or block.get("rend") in ("heading", "classification") for block in above)


def _opener(kind: str, line: Line, above: Sequence[Block]) -> Block:
    if _is_top(above):
        return Block("opener", line.span, (), (Block(kind, line.span),))
    return Block("p", line.span, (("rend", kind),))


def _field(kind: str, label: Span, values: Sequence[Span]) -> Block:
    """A field of subject or participants as a list; a label without a value as a heading."""
    if not values:
        return Block("p", label, (("rend", "heading"),))
    items = values if kind == "participants" else [Span(values[0].start, values[-1].end)]
    children = (Block("head", label), *(Block("item", span) for span in items))
    return Block("list", enclosing(children), (("type", kind),), children)


def _coversheet(fields: Sequence[Block]) -> list[Block]:
    """The list of labels and items of some fields, if there are any."""
    return [Block("list", enclosing(fields), (("type", "coversheet"),), tuple(fields))] if fields else []
