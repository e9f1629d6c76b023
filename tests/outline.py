"""A document's structure as an indented outline that people can read and write in tests."""

from __future__ import annotations

from pipeline.model import Block, Document

_SHOWN = ("type", "rend", "part", "n", "xml:id", "cert")


def outline(document: Document, width: int = 60) -> str:
    """One line per block: element, attributes, text (squeezed, shortened); inline claims in brackets below."""
    return "\n".join(_lines(document, document.root, 0, width))


def _own(document: Document, block: Block) -> str:
    """The block's own text; `|` stands where its children are."""
    pieces, at = [], block.span.start
    for child in block.children:
        pieces.append(document.transcript.text[at : child.span.start])
        at = child.span.end
    pieces.append(document.transcript.text[at : block.span.end])
    words = [" ".join(piece.split()) for piece in pieces]
    return " ".join(" | ".join(words).split()) if any(words) else ""


def _lines(document: Document, block: Block, depth: int, width: int) -> list[str]:
    attrs = "".join(f" {key}={value}" for key, value in block.attrs if key in _SHOWN)
    words = _own(document, block)
    own = f": {words[:width]}{'…' if len(words) > width else ''}" if words else ""
    lines = [f"{'  ' * depth}{block.kind}{attrs}{own}"]
    for claim in document.marks:
        if claim.kind != "lb" and claim.span in block.span and not any(claim.span in c.span for c in block.children):
            shown = "".join(f" {key}={value}" for key, value in claim.attrs if key in _SHOWN)
            squeezed = " ".join(document.transcript[claim.span].split())[:width]
            words = f": {squeezed}" if squeezed else ""
            lines.append(f"{'  ' * (depth + 1)}[{claim.kind}{shown}{words}]")
    for anchor in document.anchors:
        if not block.children and anchor.mark in block.span and len(anchor.mark):
            lines.append(f"{'  ' * (depth + 1)}[anchor {anchor.note}: {document.transcript[anchor.mark]}]")
    for child in block.children:
        lines += _lines(document, child, depth + 1, width)
    return lines
