"""A division of a document before it is taken apart: its items, and what is asked of one by its looks and its place.

    Paragraph "Memorandum of Conversation", Zone, Paragraph "DATE: …", Paragraph "Kuznetsov thanked …", Apart(notes)

Front, body and closing share it: they take paragraphs by their index, and leave to it what is no text.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from pipeline.model import Block, Span
from pipeline.segment import forms
from pipeline.segment.endnotes import Notes
from pipeline.segment.flow import Flow
from pipeline.segment.paragraphs import Paragraph, ends_sentence
from pipeline.segment.plan import Apart, Item, Plan
from pipeline.segment.quoting import bounds_quotation
from pipeline.segment.zones import Zone

PROSE = 160
"""A paragraph of this length (characters) ends the front matter, as does a shorter one that is a full sentence."""
CENTRED = 16
"""A single line indented by so many blanks stands in the middle."""
_SENTENCE = 60
"""A full sentence of this length (characters) is prose."""
_SENTENCE_END = re.compile(r"[.?!][\"'”’)\]]*\d{0,2}$")
_RULE = re.compile(r"[-=_]{3,}")


def is_prose(item: Paragraph) -> bool:
    """Whether a paragraph is running text: long, or a full sentence."""
    length = item.span.end - item.span.start
    return length > PROSE or (length > _SENTENCE and _SENTENCE_END.search(item.lines[-1].text) is not None)


class Division:
    """The items of a division. `head` is its title, once it is found: notes without a mark hang there."""

    def __init__(self, flow: Flow, notes: Notes, plan: Plan, items: Sequence[Item]) -> None:
        self.flow = flow
        self.plan = plan
        self.items = items
        self.head: Span | None = None
        self._notes = notes
        self._underlined = set(self._with_rule_below())

    def _with_rule_below(self) -> Iterator[int]:
        """Ids of short lines right above a rule of hyphens: headings, whatever their words."""
        for item, rule in itertools.pairwise(self.items):
            if isinstance(item, Paragraph) and isinstance(rule, Zone) and len(item.lines) < 3 and not item.zones:
                line = self.flow.lines[rule.first]
                short = len(item.text) < 90 and not ends_sentence(item.text)
                if short and not line.blanks and _RULE.fullmatch(line.text):
                    yield id(item)

    def paragraph(self, at: int) -> Paragraph | None:
        """The paragraph at an index; None if something else stands there, or nothing."""
        item = self.items[at] if at < len(self.items) else None
        return item if isinstance(item, Paragraph) else None

    def text(self, at: int) -> str:
        """The words of the paragraph at an index; none if there is no paragraph."""
        item = self.paragraph(at)
        return item.text if item else ""

    def paragraphs(self, start: int = 0, stop: int | None = None) -> list[tuple[int, Paragraph]]:
        """The paragraphs among the items from `start` to `stop`, with their indices."""
        within = enumerate(self.items[start:stop], start)
        return [(at, item) for at, item in within if isinstance(item, Paragraph)]

    def is_heading(self, item: Paragraph) -> bool:
        """A heading by its words, by its place in the middle of the line, or by the rule below it."""
        if id(item) in self._underlined:
            return True
        if not self.plan.headings or bounds_quotation(item.text):
            return False
        centred = item.lines[0].indent >= CENTRED and len(item.text) < 80 and not item.text.endswith((".", ":", ","))
        return forms.is_heading(item.text) or centred

    def beside(self, item: Item) -> list[Block]:
        """The blocks of what is no paragraph: furniture, metadata, notes."""
        if isinstance(item, Zone):
            return self.flow.zone(item)
        if not isinstance(item, Apart):
            return []
        if item.kind == "metadata":
            return [self.flow.furniture(item.lines, "metadata")]
        if item.kind == "source":
            return [self._notes.source(item.lines, self.head)]
        return self._notes.blocks(item.notes, item.marks, self.head) if item.notes is not None else []
