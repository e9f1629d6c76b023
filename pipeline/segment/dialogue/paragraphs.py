"""The text and the paragraphs in which labels are looked for.

Hidden characters (page marks, furniture, marks of notes) are blanks here, and the numbered paragraphs of a verbatim
record, which a reader takes for a list, are paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.model import Block, Document, Span
from pipeline.segment.dialogue.labels import Shape, shape_of
from pipeline.segment.dialogue.printed import COLON, TITLES

SPOKEN_IN = frozenset({"div", "body", "text", "floatingText", "group"})
"""Blocks whose paragraphs may be speech."""
_LISTS_IN = SPOKEN_IN | {"list"}
_NO_LINE_END = re.compile(r"[^\r\n]")
_NUMBERED_SPEAKER = re.compile(
    rf"\d{{1,4}}[.)]?\s+(?:The|{TITLES})\.?\s(?:[A-Z]{{3}}[A-Z’'ʼ-]*+[ ]?)+(?:\([^()\n]{{2,60}}\))?[ ]?[:;]"
)


def visible(document: Document) -> str:
    """The transcript with every hidden character as a blank."""
    text = document.transcript.text
    pieces: list[str] = []
    at = 0
    for span in document.hidden():
        start = max(at, span.start)
        pieces += (text[at:start], _NO_LINE_END.sub(" ", text[start : span.end]).replace("\r", "\n"))
        at = max(at, span.end)
    return "".join((*pieces, text[at:]))


def spoken_paragraphs(block: Block) -> Iterator[Block]:
    """The paragraphs that may be speech."""
    for child in block.children:
        if child.kind == "p":
            yield child
        elif child.kind in SPOKEN_IN:
            yield from spoken_paragraphs(child)


def lines(text: str, span: Span) -> Iterator[tuple[int, int, int]]:
    """The lines in which something can be seen: where each begins, its first visible character and its end."""
    at = span.start
    while at < span.end:
        end = text.find("\n", at, span.end)
        end = span.end if end < 0 else end
        words = text[at:end].lstrip()
        if words:
            yield at, end - len(words), end
        at = end + 1


def without_numbered_lists(block: Block, text: str) -> Block:
    """The tree with the numbered paragraphs of a verbatim record as paragraphs: a reader takes them for a list.

    `92. The PRESIDENT; The representative of …` names a speaker, so the numbers are not those of points."""
    if block.kind not in SPOKEN_IN or not any(child.kind in _LISTS_IN for child in block.children):
        return block
    return replace(block, children=tuple(part for child in block.children for part in _unnumbered(child, text)))


def _unnumbered(child: Block, text: str) -> Iterator[Block]:
    """A block, or the paragraphs of a list whose items are turns."""
    pairs = list(zip(child.children[::2], child.children[1::2], strict=False)) if child.kind == "list" else []
    numbered = all(number.kind == "label" and item.kind == "item" for number, item in pairs)
    if numbered and any(_holds_turns(number, item, text) for number, item in pairs):
        for number, item in pairs:
            for part in _as_paragraphs(number, item):
                yield from _unnumbered(part, text)
    else:
        yield without_numbered_lists(child, text)


def _holds_turns(number: Block, item: Block, text: str) -> bool:
    """Whether a numbered item begins with a speaker, or holds the turns that follow upon a numbered question."""
    if _NUMBERED_SPEAKER.match(text, number.span.start, item.span.end):
        return True
    inner = [part.span for part in item.children[1:] if part.kind == "p"]
    labels = [match["name"] for span in inner if (match := COLON.pattern.match(text, span.start, span.end))]
    return sum(shape_of(name) is Shape.TITLED for name in labels) >= 2


def _as_paragraphs(number: Block, item: Block) -> Iterator[Block]:
    """One or more `p` for a numbered item; the number stands in the first."""
    if not item.children or item.children[0].kind != "p":
        yield Block("p", Span(number.span.start, item.span.end), (), item.children, item.glyphs)
        return
    first, *others = item.children
    yield replace(first, span=Span(number.span.start, first.span.end))
    yield from others
