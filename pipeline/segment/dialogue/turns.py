"""The tree with its turns: a paragraph is cut at its labels, and `sp` goes on until somebody else speaks or nobody.

p `K: Hello. D: Hello.`   p `How are you?`   head        →  sp(speaker p) sp(speaker p p) head

Who is quoted (`“Nixon: Good morning.`) goes on in paragraphs that begin with a quotation mark. In a report that prints
some words with labels, a paragraph that reports what somebody said ends a turn.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.model import Block, Span
from pipeline.segment.dialogue import clerk
from pipeline.segment.dialogue.asides import ends_turn, reports
from pipeline.segment.dialogue.labels import Label
from pipeline.segment.dialogue.paragraphs import SPOKEN_IN, spoken_paragraphs
from pipeline.segment.dialogue.printed import QUOTES

_OF_THE_PAGE = frozenset({"fw", "pb", "gap"})
_WITHIN = frozenset({"list", "quote", "table", "lg"})
_BETWEEN = frozenset({"participants", "subject", "coversheet"})
_SHORT = 120
_OPENING = 120
"""Characters of a paragraph in which somebody is named who said something."""


def gathered(root: Block, text: str, raw: str, labels: Mapping[int, Sequence[Label]]) -> Block:
    """The tree with the turns of each division gathered into `sp`; `labels` by the start of their paragraph, `raw` is
    the text with its hidden characters."""
    row = [label for here in labels.values() for label in here]
    quoted = all(text[label.at] in QUOTES for label in row)
    bare = [block.span for block in spoken_paragraphs(root) if not labels.get(block.span.start)]
    reported = sum(reports(text[span.start : span.start + _OPENING]) for span in bare)
    mixed = reported > 1 and (reported >= len(row) or reported * 2 >= max(len(row), len(bare)))
    return _Gathering(text, raw, labels, quoted, mixed).gathered(root)


@dataclass(frozen=True)
class _Gathering:
    """The turns of a document being gathered: whether all labels are `quoted`, and whether it also `reports` speech: as
    often as it prints a label, or half as often and in half of its other paragraphs."""

    text: str
    raw: str
    labels: Mapping[int, Sequence[Label]]
    quoted: bool
    reports: bool

    def gathered(self, block: Block) -> Block:
        """The tree below a block with its turns."""
        if block.kind not in SPOKEN_IN:
            return block
        children: list[Block] = []
        turn: list[Block] = []
        for child in block.children:
            if child.kind == "p" and self.labels.get(child.span.start):
                for part in _cut(child, self.text, self.raw, self.labels[child.span.start]):
                    if part.kind == "speaker":
                        children += self._turn(turn)
                        turn = [part]
                    else:
                        (turn or children).append(part)
            elif turn and self._goes_on(child):
                turn.append(child)
            else:
                children += self._turn(turn)
                turn = []
                children.append(self.gathered(child))
        return replace(block, children=(*children, *self._turn(turn)))

    def _goes_on(self, block: Block) -> bool:
        """Whether a block without a label belongs to the turn before it."""
        if block.kind in ("fw", "pb"):
            return block.get("type") != "notes"
        if block.kind in _WITHIN:
            return block.get("type") not in _BETWEEN
        if block.kind != "p" or block.get("rend") == "heading":
            return False
        words = " ".join(self.text[block.span.start : block.span.end].split())
        if (self.quoted and words[:1] not in QUOTES) or (self.reports and reports(words)):
            return False
        return not ends_turn(words)

    def _turn(self, parts: Sequence[Block]) -> Iterator[Block]:
        """The turn that a speaker and what follows him make; what stands after his last words belongs to the page, the
        clerk or the record."""
        end = len(parts)
        while end and self._stands_after(parts[end - 1], end):
            end -= 1
        if end:
            yield Block("sp", Span(parts[0].span.start, parts[end - 1].span.end), (), tuple(parts[:end]))
            yield from parts[end:]

    def _stands_after(self, block: Block, number: int) -> bool:
        """Whether the last of so many parts is no words of the speaker."""
        if block.kind != "p" or number < 3:
            return block.kind in _OF_THE_PAGE
        words = self.text[block.span.start : block.span.end]
        return len(words) < _SHORT and (clerk.notes(" ".join(words.split())) or clerk.dates(words))


def _cut(block: Block, text: str, raw: str, labels: Sequence[Label]) -> Iterator[Block]:
    """A paragraph cut at its labels: what comes before the first, then `speaker` and `p` in turn."""
    labels = [label for label in labels if not any(_cuts(label, child) for child in block.children)]
    if not labels:
        yield block
        return
    start = block.span.start
    if before := text[start : labels[0].at].rstrip():
        yield _piece(block, Span(start, start + len(before)))
        start = labels[0].at
    for label, after in zip(labels, (*labels[1:], None), strict=True):
        yield Block("speaker", Span(start, label.end))
        start = stop = after.at if after else block.span.end
        words = text[label.end : stop]
        # hidden characters (a page mark, the mark of a note) at the end are still the paragraph's
        end = label.end + len(raw[label.end : stop].rstrip()) if after else stop
        if words.strip():
            yield _piece(block, Span(stop - len(words.lstrip()), end))
        elif end > label.end:
            yield Block("p", Span(label.end, end))


def _cuts(label: Label, child: Block) -> bool:
    return child.span.start < label.end and label.at < child.span.end


def _piece(block: Block, span: Span) -> Block:
    children = tuple(child for child in block.children if child.span in span)
    glyphs = tuple(glyph for glyph in block.glyphs if glyph in span)
    attrs = tuple(attr for attr in block.attrs if attr != ("rend", "heading"))  # a short turn looked like one
    return Block("p", span, attrs, children, glyphs)
