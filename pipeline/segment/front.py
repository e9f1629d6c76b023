"""The front of a plain text: what stands above the title, the title, and the pieces between it and the first prose.

    No. 262                          head type="number"
    Memorandum of Conversation       head
    Washington, January 10, 1963.    opener/dateline
    PARTICIPANTS: …                  list type="coversheet"
    Dear Mr. Chairman: I …           opener/salute, and the first paragraph of the body

`Front` goes down to the first item that fits none of the forms in `_FORMS`; there the body begins.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from pipeline.grammar.salutations import is_salutation
from pipeline.model import Attrs, Block, Span
from pipeline.segment import fields, forms, letters, shapes
from pipeline.segment.coversheet import coversheet, is_table, tabular
from pipeline.segment.division import Division, is_prose
from pipeline.segment.docnumbers import Numbered, head_number, is_titled
from pipeline.segment.fields import Made
from pipeline.segment.letterheads import dated_beside, is_addressed, is_letterhead, is_mark, letterhead_date
from pipeline.segment.lines import Line
from pipeline.segment.paragraphs import Paragraph
from pipeline.segment.symbols import Symbol, symbol
from pipeline.segment.titling import FRONT, UNFINISHED, dated_line, goes_on, names_office, title_at

_NUMBER_BELOW = re.compile(r"(?:No\.?\s?)?(\d{1,4})\.")
_NUMBER_BEFORE = re.compile(r"(?:#+\s*)?(?:No\.?\s?)?(\d{1,4}[a-z]?)\\?\.\s+(?!Sitzung)(?=[A-Z“\"])")
_WIRE = re.compile(
    r"(?:[A-Z]+ )?(?:telegram|cablegram|airgram|despatch|dispatch|telex)s?,? (?:no\.? ?)?[A-Z]{0,4}[ -]?\d[\w/-]*\.?",
    re.IGNORECASE,
)
"""The number of a telegram or despatch below the dateline: `Telegram No. 137`, `Despatch 12`."""
_OWN_NUMBER = re.compile(r"(?:A|CA|CG|CW|G)-\d{1,5}|(?:No\.?|Despatch No\.?)\s?\d{1,5}")
"""The number that a post or department gives an airgram or despatch."""
_FAR = re.compile(r"\s{3,}")
_GREETING = 40
"""A salutation without a stop, and the seat of an office, are shorter."""
_COUNTED = re.compile(r"\(?(?:\d{1,2}|[IVX]{1,5}|[A-Z])\\?[.)]\s+(?=\S)")
"""A heading of the text with its number: `1. Laos`."""
_HEADING: Attrs = (("rend", "heading"),)
_COPY = re.compile(r"(?:COPY|EXEMPLAIRE)\s+(?:NO|N)[.°º]?\s*\d{1,4}\.?", re.IGNORECASE)
"""Which copy of a paper this is: `Copy No. 36`."""
_NUMBER: Attrs = (("type", "number"),)
_ABOVE: Attrs = (("type", "above"),)
_FILE_NUMBER: Attrs = (("type", "fileNumber"),)


class Front:
    """The front matter of a division: its blocks and the number of the document, as far as they are read."""

    def __init__(self, division: Division) -> None:
        self._division = division
        self._flow = division.flow
        self.blocks: list[Block] = []
        self.number = ""
        self._below_letterhead = False

    def read(self) -> int:
        """Makes the blocks of the front matter; the index of the first item of the body."""
        title = title_at(self._division)
        items = self._division.items
        stop = min(len(items), max(FRONT, title + 1))
        at = 0
        while at < stop:
            item = items[at]
            if not isinstance(item, Paragraph):
                made = self._division.beside(item), at + 1
            elif at < title:
                made = self._above(item, title - at == 1), at + 1
            elif at == title:
                made = self._title(item, at)
            elif (below := self._below(item, at)) is not None:
                made = below
            else:
                return at
            self.blocks += made[0]
            at = made[1]
        return at

    @property
    def _top(self) -> bool:
        """Whether an opener may still stand: nothing of the body has come."""
        return all(block.kind in ("head", "opener", "fw", "pb", "note") for block in self.blocks)

    # -- above the title ------------------------------------------------------------
    def _above(self, item: Paragraph, right: bool) -> list[Block]:
        """What stands above the title (`right`: right above it): a series, a number, or the scraps and stamps of a
        typescript."""
        text, plan = item.text, self._division.plan
        if not item.zones and (paper := symbol(item.lines)):
            return self._symbol(item.lines, paper)
        if not item.zones and (date := dated_beside(item.lines)):
            return [self._dated_opener(item, date)]
        if forms.is_dateline(text):
            return [self._opener("dateline", item)]
        number = head_number(item.lines) if not item.zones else None
        if number and (not plan.typescript or (right and not number[1].plain)):
            return self._numbered(item.lines, *number)
        if is_prose(item) and not item.zones:
            return [self._flow.furniture(item.lines, "form")]
        if plan.typescript and not item.zones and not forms.DATE.search(text):  # 18th December, 1956   SUMMARY RECORD
            return [self._flow.furniture(item.lines, "stamp" if any(map(str.isdigit, text)) else "header")]
        if plan.series and not item.zones and plan.series.fullmatch(text):
            return [self._flow.furniture(item.lines, "header")]
        if forms.is_file_number(text):
            return [self._flow.paragraph(item, "head", _FILE_NUMBER)]
        if len(item.lines) > 1 and not item.zones:
            return [self._flow.leaf("head", line.span, _ABOVE) for line in item.lines]
        return [self._flow.paragraph(item, "head", _ABOVE)]

    def _numbered(self, lines: Sequence[Line], at: int, number: Numbered) -> list[Block]:
        """The number of the document in line `at`, the series above it, and the reference of its file beside it or
        below."""
        self.number = number.number
        start, end = lines[at].span.start, lines[at].span.end
        placed = [(line.span, _ABOVE) for line in lines[:at]]
        placed.append((Span(start, start + number.width), _NUMBER))
        if number.reference:
            placed.append((Span(start + number.reference, end), _FILE_NUMBER))
        placed += [(line.span, _FILE_NUMBER) for line in lines[at + 1 :]]
        return [self._flow.leaf("head", span, attrs) for span, attrs in placed]

    def _symbol(self, lines: Sequence[Line], paper: Symbol) -> list[Block]:
        """The symbol of a paper, which is its number, and what stands above, beside and below it."""
        self.number = paper.text
        last = lines[paper.last]
        blocks = [self._flow.leaf("head", line.span, _ABOVE) for line in lines[: paper.first]]
        blocks.append(self._flow.leaf("head", Span(lines[paper.first].start, paper.end), _NUMBER))
        rest = last.text[paper.end - last.start :].lstrip()
        spans = [Span(last.end - len(rest), last.end)] if rest else []
        return [*blocks, *map(self._beside_symbol, [*spans, *(line.span for line in lines[paper.last + 1 :])])]

    def _beside_symbol(self, span: Span) -> Block:
        text = self._flow.transcript[span]
        if forms.is_dateline(text):
            return Block("opener", span, (), (self._flow.leaf("dateline", span),))
        if _COPY.fullmatch(text):
            return self._flow.leaf("fw", span, (("type", "stamp"),))
        return self._flow.leaf("head", span, _ABOVE)

    # -- the title --------------------------------------------------------------------
    def _title(self, item: Paragraph, at: int) -> Made:
        """The title, with the lines that go on with it, and what stands in one paragraph with it."""
        first, *rest = item.lines
        if number := _NUMBER_BEFORE.match(first.text):
            self.number = number[1]
        if rest and not item.zones and not goes_on(rest[0].text) and forms.is_plain_title(first.text):
            blocks = [self._head(first.span), self._under_title(rest)]
        elif date := dated_line(item):
            return self._dated(item.lines, date), at + 1
        else:
            blocks = [self._flow.paragraph(item, "head")]
            self._division.head = item.span
        while after := self._continued(item, at):
            blocks.append(self._flow.paragraph(after, "head"))
            self._division.head = after.span
            item, at = after, at + 1
        return blocks, at + 1

    def _head(self, span: Span) -> Block:
        self._division.head = span
        return self._flow.leaf("head", span)

    def _under_title(self, lines: Sequence[Line]) -> Block:
        """What stands below a title that is whole on its line: fields, or stamps."""
        if forms.field(lines[0].text):
            return coversheet(self._flow, [lines])
        return self._flow.furniture(lines, "stamp")

    def _dated(self, lines: Sequence[Line], date: int) -> list[Block]:
        """A title above its date line, which may have the hour below the day, and what follows them."""
        stop = date + 1
        if stop < len(lines) and forms.is_dateline(f"{lines[date].text} {lines[stop].text}"):
            stop += 1
        blocks = [
            self._head(Span(lines[0].start, lines[date - 1].end)),
            self._open("dateline", Span(lines[date].start, lines[stop - 1].end)),
        ]
        if rest := lines[stop:]:
            blocks.append(self._flow.leaf("p", Span(rest[0].start, rest[-1].end)))
        return blocks

    def _continued(self, item: Paragraph, at: int) -> Paragraph | None:
        """The paragraph below a title, if the title goes on with it (`Memorandum` / `on a Conversation between …`), or
        if it is that of the paper attached (`Tab A` / `Memorandum From Secretary Rogers to President Nixon`)."""
        after = self._division.paragraph(at + 1)
        if after is None or is_prose(after) or forms.field(after.lines[0].text):
            return None
        below = not after.lines[0].blanks and forms.is_plain_title(item.text) and goes_on(after.text)
        attached = shapes.is_attachment(item.text) and is_titled(after.text)
        return after if below or attached or UNFINISHED.search(item.text) else None

    # -- below the title ----------------------------------------------------------------
    def _below(self, item: Paragraph, at: int) -> Made | None:
        """One piece of the front matter below the title; None where the body begins."""
        return next((made for form in _FORMS if (made := form(self, item, at)) is not None), None)

    def _fields(self, item: Paragraph, at: int) -> Made | None:
        if item.zones or not forms.field(item.lines[0].text):
            return None
        return fields.run_on(self._division, at, item) or fields.sheet(self._division, at)

    def _dateline(self, item: Paragraph, at: int) -> Made | None:
        return ([self._opener("dateline", item)], at + 1) if forms.is_dateline(item.text) else None

    def _opening(self, item: Paragraph, at: int) -> Made | None:
        """A line between the title and the salutation that belongs to the opening: `No. 1105.]`, an office that the
        dateline goes on with."""
        if item.zones or not self._top:
            return None
        if marked := self._marked_number(item.lines):
            return marked, at + 1
        office = letters.is_office_line(item.text) and forms.is_dateline(self._division.text(at + 1))
        opens = office or letters.is_opening(item.text) or _WIRE.fullmatch(item.text)
        return ([Block("opener", item.span)], at + 1) if opens else None

    def _marked_number(self, lines: Sequence[Line]) -> list[Block]:
        """The number of an airgram or despatch and the classification far beside it: `A-412          CONFIDENTIAL`."""
        line = lines[0]
        gap = _FAR.search(line.text) if len(lines) == 1 else None
        parts = (line.text[: gap.start()], line.text[gap.end() :]) if gap else ("", "")
        if not gap or not any(map(_OWN_NUMBER.fullmatch, parts)) or not any(map(is_mark, parts)):
            return []
        spans = (Span(line.start, line.start + gap.start()), Span(line.start + gap.end(), line.end))
        return [
            Block("fw", span, (("type", "classification"),)) if is_mark(part) else Block("opener", span)
            for part, span in zip(parts, spans, strict=True)
        ]

    def _bare_participants(self, item: Paragraph, at: int) -> Made | None:
        if item.zones or not self._division.plan.bare_participants:
            return None
        return fields.bare_participants(self._division, at)

    def _number(self, item: Paragraph, at: int) -> Made | None:
        found = _NUMBER_BELOW.fullmatch(item.text) if not self.number and self._top else None
        if found is None:
            return None
        self.number = found[1]
        return [self._flow.paragraph(item, "head", _NUMBER)], at + 1

    def _salutation(self, item: Paragraph, at: int) -> Made | None:
        """A salutation alone, or in the line of the first sentence."""
        if self._greets(item.text):
            return [self._opener("salute", item)], at + 1
        greeting = letters.greeting(self._flow.transcript.text, item.lines[0], item.span.end) if self._top else None
        if greeting is None:
            return None
        salute, rest = greeting
        return [self._open("salute", salute), self._flow.paragraph(item, start=rest.start)], at + 1

    def _greets(self, text: str) -> bool:
        """A salutation alone; below letterhead or date it needs no stop: `Dear Prime Minister`."""
        if is_salutation(text):
            return True
        opened = self._top and any(block.kind == "opener" for block in self.blocks)
        return opened and len(text) < _GREETING and is_salutation(f"{text},") and text.startswith(("Dear ", "My "))

    def _letterhead(self, item: Paragraph, at: int) -> Made | None:
        """The house a letter comes from, or how it is sent, above its salutation; perhaps the date far beside."""
        if item.zones or not self._top:
            return None
        if date := letterhead_date(item.lines):
            return [self._dated_opener(item, date)], at + 1
        house = is_letterhead([line.text for line in item.lines]) or names_office(self._division, at, item)
        if not (house or self._is_seat(item, at) or is_mark(item.text)):
            return None
        self._below_letterhead = True
        self._flow.breaks(item.lines)
        return [self._flow.paragraph(item, "opener")], at + 1

    def _dated_opener(self, item: Paragraph, date: Span) -> Block:
        """An opener of which a part is the date, and the rest a letterhead or mark."""
        return Block("opener", item.span, (), (self._flow.leaf("dateline", date),))

    def _is_seat(self, item: Paragraph, at: int) -> bool:
        """Whether a short line between letterhead and date or salutation is the place: `LONDON SW1`."""
        if not self._below_letterhead or len(item.text) >= _GREETING or forms.is_dateline(item.text):
            return False
        below = self._division.text(at + 1)
        return shapes.is_seat(item.text.title()) or forms.is_dateline(below) or is_salutation(below)

    def _address(self, item: Paragraph, at: int) -> Made | None:
        texts = [line.text for line in item.lines]
        above = is_addressed(texts) and self._greets(self._division.text(at + 1))
        if item.zones or not self._top or not (above or forms.is_address(texts)):
            return None
        return [Block("opener", item.span, (), (self._flow.address(item.lines),))], at + 1

    def _table(self, item: Paragraph, at: int) -> Made | None:
        return ([tabular(self._flow, item.lines)], at + 1) if not item.zones and is_table(item.lines) else None

    def _columns(self, item: Paragraph, at: int) -> Made | None:
        return fields.columns_of_persons(self._division, at, item)

    def _heading(self, item: Paragraph, at: int) -> Made | None:
        if not self._division.is_heading(item) or is_prose(item) or forms.MARKER.match(item.text):
            return None
        return [self._flow.paragraph(item, "p", _HEADING)], at + 1

    def _scrap(self, item: Paragraph, at: int) -> Made | None:
        """A short paragraph above a field; in a typescript a stamp."""
        if is_prose(item) or _COUNTED.match(item.text) or not fields.is_near(self._division, at):
            return None
        stamp = self._division.plan.typescript and not item.zones
        return [self._flow.furniture(item.lines, "stamp") if stamp else self._flow.paragraph(item)], at + 1

    def _opener(self, kind: str, item: Paragraph) -> Block:
        return self._open(kind, item.span) if self._top else self._flow.paragraph(item, "p", (("rend", kind),))

    def _open(self, kind: str, span: Span) -> Block:
        return Block("opener", span, (), (self._flow.leaf(kind, span),))


_FORMS: Final[tuple[Callable[[Front, Paragraph, int], Made | None], ...]] = (
    Front._fields,
    Front._letterhead,
    Front._dateline,
    Front._opening,
    Front._bare_participants,
    Front._number,
    Front._salutation,
    Front._address,
    Front._table,
    Front._columns,
    Front._heading,
    Front._scrap,
)
"""What may stand below the title; the first that a paragraph fits counts."""
