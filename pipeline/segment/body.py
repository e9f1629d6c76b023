"""The body of a plain text: paragraphs, headings, lists, rolls and tables, with the furniture between them.

2. First …   3. Second …      list type="ordered": label, item, with what belongs to an entry inside
A   B   C                     table, where columns say so
“Dear Mr. Chairman:           p rend="salute": a letter within
… to the sea. / notes / In …  p part="I", p part="F": a paragraph that notes cut in two
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.grammar.salutations import is_salutation
from pipeline.model import Attrs, Block, Span
from pipeline.segment import forms
from pipeline.segment.closing import signatures, signed_and_dated
from pipeline.segment.columns import columned, groups, is_columned, is_roll, roll
from pipeline.segment.coversheet import is_table, tabular
from pipeline.segment.division import Division
from pipeline.segment.flow import enclosing
from pipeline.segment.lists import BULLETS
from pipeline.segment.numbering import BULLET, Numbering
from pipeline.segment.paragraphs import Paragraph, ends_sentence
from pipeline.segment.plan import Apart, Item
from pipeline.segment.signing import is_dated
from pipeline.segment.zones import Zone

_TAKE_PART = re.compile(r"\b(?:delegat|particip|representativ|those present|attend|arriving)", re.IGNORECASE)
"""Titles of rolls of persons who take part."""


class Body:
    """Makes blocks of the items of a division, wherever among them the body begins and ends."""

    def __init__(self, division: Division) -> None:
        self._division = division
        self._flow = division.flow
        self._broken = dict(_broken(division.items))
        self._signatures = signatures(division)
        self._numbering = Numbering(division.items, division.is_heading, division.plan.ordered)

    def blocks(self, at: int, stop: int, titles: Sequence[str] = ()) -> list[Block]:
        """The blocks of the items from `at` to `stop`, below some titles."""
        persons = any(_TAKE_PART.search(title) for title in titles)
        blocks: list[Block] = []
        while at < stop:
            item = self._division.items[at]
            if not isinstance(item, Paragraph):
                blocks += self._division.beside(item)
                at += 1
            elif made := self._list(at, stop) or self._rolls(at, stop, persons):
                block, at = made
                blocks.append(block)
            else:
                blocks += self._plain(item)
                at += 1
        return blocks

    # -- paragraphs -------------------------------------------------------------------
    def _plain(self, item: Paragraph) -> list[Block]:
        if not item.zones and is_table(item.lines):
            return [tabular(self._flow, item.lines)]
        if not item.zones and is_columned(item.lines):
            return [columned(self._flow, item.lines)]
        if id(item) in self._signatures and not item.zones and is_dated(item.lines):
            parts = signed_and_dated(self._flow, item)
            return [replace(part, kind="p", attrs=(("rend", part.kind),)) for part in parts]
        rend, part = self._rend(item), self._broken.get(id(item))
        attrs: Attrs = (("rend", rend),) if rend else ()
        return [self._flow.paragraph(item, "p", (("part", part), *attrs) if part else attrs)]

    def _rend(self, item: Paragraph) -> str:
        """What a paragraph of the body is beside running text: a heading, or a piece of a letter or paper within."""
        if len(item.lines) > 2 or item.zones:
            return ""
        text = item.text
        if forms.is_close(text.strip("\"”’'")) or is_salutation(text):
            return "salute"
        if forms.is_dateline(text):
            return "dateline"
        if id(item) in self._signatures:
            return "signed"
        return "heading" if self._division.is_heading(item) else ""

    # -- lists ------------------------------------------------------------------------
    def _rolls(self, at: int, stop: int, persons: bool) -> tuple[Block, int] | None:
        """Rolls that follow each other, with the furniture between them, as one list, and the index after it."""
        entries: list[Block] = []
        while at < stop:
            item = self._division.items[at]
            if isinstance(item, Paragraph) and _is_roll(item):
                entries += groups(self._flow, item.lines)
            elif entries and isinstance(item, Zone) and at + 1 < stop and _is_roll(self._division.paragraph(at + 1)):
                entries += self._flow.zone(item)
            else:
                break
            at += 1
        return (roll(entries, persons), at) if entries else None

    def _list(self, at: int, stop: int) -> tuple[Block, int] | None:
        """The list that begins at an item, and the index after it."""
        found = self._numbering.series(at, stop)
        if found is None:
            return None
        style, members, end = found
        children: list[Block] = []
        for here, after in zip(members, [*members[1:], end], strict=True):
            children += self._entry(here, after, style)
        kind = "bulleted" if style == BULLET else "ordered"
        return Block("list", enclosing(children), (("type", kind),), tuple(children)), end

    def _entry(self, at: int, after: int, style: str) -> list[Block]:
        """Label and item of the list entry at item `at`, with all that stands before item `after`."""
        item = self._division.paragraph(at)
        found = self._numbering.marker(at)
        if item is None or found is None:
            return []
        match, start = found[0], item.lines[0].start
        mark = match["marker"] or match["lone"]
        begin = start + match.end()
        if style == BULLET:
            return [self._bulleted(item, mark, begin), *self.blocks(at + 1, after)]
        label = self._flow.leaf("label", Span(start, start + len(mark)))
        first = self._flow.paragraph(item, start=begin)
        inner = [first, *self.blocks(at + 1, after)]
        tail: list[Block] = []
        while inner[-1].kind in ("fw", "pb"):
            tail.insert(0, inner.pop())
        whole = Block("item", enclosing(inner), (), tuple(inner)) if len(inner) > 1 else replace(first, kind="item")
        return [label, whole, *tail]

    def _bulleted(self, item: Paragraph, bullet: str, begin: int) -> Block:
        rend = BULLETS.get(bullet)
        if not rend:
            return self._flow.paragraph(item, "item")
        block = self._flow.paragraph(item, "item", (("rend", rend),))
        return replace(block, glyphs=(Span(block.span.start, begin),))


def _is_roll(item: Paragraph | None) -> bool:
    return item is not None and len(item.lines) > 1 and not item.zones and is_roll(item.lines)


def _broken(items: Sequence[Item]) -> Iterator[tuple[int, str]]:
    """Ids of paragraphs that notes at the foot of the page cut in two, and which part each is (`I` or `F`)."""
    for before, notes, zone, after in zip(items, items[1:], items[2:], items[3:], strict=False):
        if not (isinstance(notes, Apart) and notes.kind == "notes" and isinstance(zone, Zone) and zone.change >= 0):
            continue
        if not isinstance(before, Paragraph) or not isinstance(after, Paragraph):
            continue
        begins = forms.MARKER.match(after.lines[0].text) or forms.is_heading(after.text)
        if not begins and not ends_sentence(before.lines[-1].text):
            yield id(before), "I"
            yield id(after), "F"
