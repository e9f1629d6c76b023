"""Blocks out of paragraphs and furniture: what all readers of plain layouts share.

A `Flow` collects, while blocks are made, the inline claims that belong to them: furniture and page changes inside a
paragraph, emphasis, line ends that matter.

    Paragraph("This very" … "important circumstance", zones=(SECRET, -3-))
        →  Block p over both lines; claims fw over `SECRET` and over `-3-`, claim pb between them
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from pipeline.findings import finding
from pipeline.model import Attrs, Block, Certainty, Claim, Finding, Span, Transcript
from pipeline.segment.emphasis import emphasis
from pipeline.segment.furniture import Tag
from pipeline.segment.lines import Line
from pipeline.segment.pages import PageMarks
from pipeline.segment.paragraphs import Paragraph
from pipeline.segment.zones import Zone


def enclosing(blocks: Sequence[Block]) -> Span:
    """The span from the first to the last of some blocks."""
    return Span(blocks[0].span.start, blocks[-1].span.end)


class Flow:
    """Makes blocks of one transcript's lines and keeps the claims and findings that come with them."""

    def __init__(self, transcript: Transcript, lines: Sequence[Line]) -> None:
        self.transcript = transcript
        self.lines = lines
        self.claims: list[Claim] = []
        self.findings: list[Finding] = []
        self.marks = PageMarks(transcript, Span(0, len(transcript.text)))
        self._pages: Counter[str] = Counter(dict(attrs)["n"] for _, attrs in self.marks.marks)
        self._page_at = 0

    # -- leaves ---------------------------------------------------------------
    def leaf(self, kind: str, span: Span, attrs: Attrs = (), *, lines: Iterable[Line] = ()) -> Block:
        """A block of text with its emphasis and page marks; `lb` before all but the first of `lines`."""
        self.claims += emphasis(self.transcript.text, span)
        self.claims += self._bracketed(span)
        self.breaks(lines)
        return Block(kind, span, attrs)

    def address(self, lines: Sequence[Line]) -> Block:
        """The address of the person written to, a line each."""
        parts = tuple(self.leaf("addrLine", line.span) for line in lines)
        return Block("address", enclosing(parts), (), parts)

    def breaks(self, lines: Iterable[Line]) -> None:
        """`lb` at the beginning of every line but the first, where line ends matter."""
        for line in list(lines)[1:]:
            at = Span(line.start, line.start)
            self.claims.append(Claim(at, "lb", "lines/kept", content=at))

    def paragraph(self, paragraph: Paragraph, kind: str = "p", attrs: Attrs = (), start: int = -1) -> Block:
        """A paragraph with the furniture inside; with `start`, only from that offset on (after a list number)."""
        for zone in paragraph.zones:
            self.claims += self._inline(zone)
        span = paragraph.span if start < 0 else Span(start, paragraph.span.end)
        barred = tuple(Span(self.lines[zone.first].start, self.lines[zone.last].end) for zone in paragraph.zones)
        self.claims += emphasis(self.transcript.text, span, barred)
        self.claims += self._bracketed(span)
        return Block(kind, span, attrs)

    def _bracketed(self, span: Span) -> Iterator[Claim]:
        """Page marks like `[Page 574]` within a span; spans must be asked for in text order."""
        marks = self.marks.marks
        while self._page_at < len(marks) and marks[self._page_at][0].start < span.start:
            self._page_at += 1
        at = self._page_at
        while at < len(marks) and marks[at][0] in span:
            mark, attrs = marks[at]
            yield Claim(mark, "pb", "pages/bracketed", attrs=attrs, content=Span(mark.start, mark.start))
            at += 1

    # -- furniture ------------------------------------------------------------
    def zone(self, zone: Zone) -> list[Block]:
        """The furniture of a zone between paragraphs as `fw` blocks, with a `pb` where the page changes."""
        blocks: list[Block] = []
        for at, item in self._parts(zone):
            if isinstance(item, str):
                blocks.append(Block("pb", Span(at, at), self._page_attrs(item, zone)))
            elif item[0].type == "pb":
                blocks += [
                    Block("pb", mark.span, mark.attrs, glyphs=(mark.span,))
                    for line in item[1]
                    for mark in self._bracketed(line.span)
                ]
            else:
                tag, lines = item
                span = Span(lines[0].start, lines[-1].end)
                blocks.append(self.leaf("fw", span, (("type", tag.type), *self._doubt(tag)), lines=lines))
        return blocks

    def furniture(self, lines: Sequence[Line], kind: str) -> Block:
        """Lines as one piece of furniture whose line ends are kept."""
        return self.leaf("fw", Span(lines[0].start, lines[-1].end), (("type", kind),), lines=lines)

    def _inline(self, zone: Zone) -> Iterator[Claim]:
        for at, item in self._parts(zone):
            if isinstance(item, str):
                here = Span(at, at)
                attrs = tuple(pair for pair in self._page_attrs(item, zone) if pair[0] != "cert")
                yield Claim(here, "pb", "pages/inferred", Certainty.MEDIUM, attrs, content=here)
            elif item[0].type != "pb":
                tag, lines = item
                span = Span(lines[0].start, lines[-1].end)
                cert = Certainty.MEDIUM if tag.type == "catch" else Certainty.HIGH
                yield Claim(span, "fw", f"furniture/{tag.type}", cert, (("type", tag.type),))
                yield from emphasis(self.transcript.text, span)
                self.breaks(lines)

    @staticmethod
    def _doubt(tag: Tag) -> Attrs:
        return (("cert", "medium"),) if tag.type == "catch" else ()

    def _page_attrs(self, n: str, zone: Zone) -> Attrs:
        span = Span(self.lines[zone.first].start, self.lines[zone.last].end)
        message = f"Page {n} begins here, to judge by the furniture." if n else "A page seems to begin here."
        self.findings.append(finding("pages/inferred", message, "", span))
        printed = next((tag.n for _, tag in zone.lines if tag.n.isdigit()), "")
        if printed and not n:
            message = f"The number {printed} printed here does not fit the numbers of the other pages."
            self.findings.append(finding("pages/order", message, "Compare the source.", span))
        if not n:
            return (("cert", "medium"),)
        self._pages[n] += 1
        number = n if self._pages[n] == 1 else f"{n}.{self._pages[n]}"
        return (("n", n), ("xml:id", f"pg-{number}"), ("cert", "medium"))

    def _parts(self, zone: Zone) -> Iterator[tuple[int, str | tuple[Tag, list[Line]]]]:
        """Offset and either the number of the page that begins there or lines of one kind that stand together."""
        group: list[Line] = []
        tag: Tag | None = None
        for k, (index, this) in enumerate(zone.lines):
            line = self.lines[index]
            together = tag is not None and this.type == tag.type and not line.blanks and k != zone.change
            if group and tag is not None and not together:
                yield group[0].start, (tag, group)
                group = []
            if k == zone.change:
                yield line.start, zone.n
            group.append(line)
            tag = this
        if group and tag is not None:
            yield group[0].start, (tag, group)
            if zone.change == len(zone.lines):
                yield group[-1].end, zone.n
