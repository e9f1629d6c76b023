"""What every reader promises of the Document it returns; the serializer relies on it.

Blocks lie inside their parents, in text order, without overlap; every visible character lies in an element that may
hold text; inline claims lie inside one block and beside its children; anchors point at notes and lie inside blocks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model import Block, Document, Span

TEXTLESS = frozenset({"div", "list", "table", "row", "sp", "floatingText", "body", "group", "closer", "address", "pb"})
"""Elements between whose children no visible character may stand (a `closer` could hold text, but shall not; an
`opener` does: `No. 931.]`, `SECRET         January 4, 1963`)."""
_VISIBLE = re.compile(r"\S")


def broken_promises(document: Document) -> Iterator[str]:
    """Sentences about everything that is wrong; none for a sound document."""
    text = document.transcript.text
    root = document.root
    outside = [Span(0, root.span.start), Span(root.span.end, len(text))]
    yield from (
        f"text outside the root at {span.start}" for span in outside if _VISIBLE.search(text, span.start, span.end)
    )
    for block in root.walk():
        yield from _order(block)
        if block.kind in TEXTLESS:
            yield from _stray(text, block)
    yield from _claims(document)
    yield from _anchors(document)


def _order(block: Block) -> Iterator[str]:
    at = block.span.start
    for child in block.children:
        if child.span.start < at or child.span.end > block.span.end:
            yield f"{child.kind} at {child.span} is out of place in {block.kind} at {block.span}"
        at = child.span.end


def _stray(text: str, block: Block) -> Iterator[str]:
    at = block.span.start
    covered = [*(child.span for child in block.children), *block.glyphs]
    for span in [*sorted(covered), Span(block.span.end, block.span.end)]:
        found = _VISIBLE.search(text, at, span.start)
        if found:
            yield f"text in {block.kind} at {found.start()}: {text[found.start() : found.start() + 30]!r}"
            return
        at = max(at, span.end)


def _leaf_runs(block: Block) -> Iterator[tuple[Block, Span]]:
    """The stretches of a block's own text, in text order."""
    at = block.span.start
    for child in block.children:
        if child.span.start > at:
            yield block, Span(at, child.span.start)
        yield from _leaf_runs(child)
        at = child.span.end
    if block.span.end > at or not block.children:
        yield block, Span(at, block.span.end)


def _claims(document: Document) -> Iterator[str]:
    """Every inline claim lies in one stretch of own text; both are sorted, so one pass is enough."""
    runs = [(block, span) for block, span in _leaf_runs(document.root) if block.kind not in TEXTLESS]
    at = 0
    open_spans: list[Span] = []
    for claim in sorted(document.marks, key=lambda claim: (claim.span.start, -claim.span.end)):
        while at < len(runs) and runs[at][1].end < claim.span.start:
            at += 1
        near = [span for _, span in runs[at : at + 3]]
        if not any(claim.span in span for span in near):
            yield f"{claim.kind} at {claim.span} lies in no block"
        if claim.content is not None and claim.content not in claim.span:
            yield f"content of {claim.kind} at {claim.span} is outside"
        while open_spans and open_spans[-1].end <= claim.span.start:
            open_spans.pop()
        if open_spans and claim.span.end > open_spans[-1].end:
            yield f"{claim.kind} at {claim.span} crosses another claim"
        open_spans.append(claim.span)


def _anchors(document: Document) -> Iterator[str]:
    notes = {block.get("xml:id") for block in document.root.walk() if block.kind == "note"}
    moved = {anchor.note for anchor in document.anchors}
    runs = [
        span
        for block, span in _leaf_runs(document.root)
        if block.kind not in TEXTLESS and not (block.kind == "note" and block.get("xml:id") in moved)
    ]
    at = 0
    for anchor in sorted(document.anchors, key=lambda anchor: anchor.mark):
        if anchor.note not in notes:
            yield f"anchor of {anchor.note!r} points to no note"
        while at < len(runs) and runs[at].end < anchor.mark.start:
            at += 1
        if not any(anchor.mark in span for span in runs[at : at + 3]):
            yield f"anchor of {anchor.note} at {anchor.mark} lies in no block"
