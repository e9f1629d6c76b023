"""A tree of blocks that any reader made, brought into a form that TEI allows; nothing is moved or left out.

Transcripts have fields without a value, headings of lists without a list, and greetings without a letter:

    COPIES TO:            (nothing)   →  label, and an empty item
    SUBJECT               (nothing)   →  p rend="heading"
    Sincerely yours,      (no text)   →  p rend="salute"

Readers need not think of these cases one by one, nor can those of other distributions be trusted to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from pipeline.model import Block, Document, Span

_CONTENT = frozenset({"p", "list", "table", "ab", "sp", "div", "floatingText", "quote", "lg"})
"""Blocks that give a division its content; without one it may have no closer."""
_NEEDED = {"list": "item", "table": "row"}
"""What a block cannot be without."""
_LOOSE = frozenset({"opener", "closer"})


def sound(document: Document) -> Document:
    """The document with a tree that TEI allows; itself if its tree is so already."""
    root = _sound(document.root)
    return document if root is document.root else replace(document, root=root)


def _sound(block: Block) -> Block:
    if not block.children:
        return block
    children = tuple(made for child in map(_sound, block.children) for made in _parts(child))
    if block.kind == "list":
        children = tuple(_with_items(children))
    elif block.kind == "div":
        children = tuple(_division(children))
    same = len(children) == len(block.children) and all(a is b for a, b in zip(children, block.children, strict=True))
    return block if same else replace(block, children=children)


def _parts(block: Block) -> Iterator[Block]:
    """The block; for a list without items or a table without rows, what it has as paragraphs."""
    needed = _NEEDED.get(block.kind)
    if needed and not any(child.kind == needed for child in block.children):
        for child in block.children:
            plain = child.kind in ("head", "label")
            yield replace(child, kind="p", attrs=(("rend", "heading"),)) if plain else child
    else:
        yield block


def _with_items(children: Iterable[Block]) -> Iterator[Block]:
    """Each label followed by its item, an empty one where the transcript has none."""
    label: Block | None = None
    for child in children:
        if label and child.kind in ("label", "head"):
            yield _empty_item(label)
            label = None
        yield child
        if child.kind == "label":
            label = child
        elif child.kind == "item":
            label = None
    if label:
        yield _empty_item(label)


def _empty_item(label: Block) -> Block:
    return Block("item", Span(label.span.end, label.span.end))


def _division(children: tuple[Block, ...]) -> Iterator[Block]:
    """Openers only before the content of a division, closers only after it; others become paragraphs."""
    content = [at for at, child in enumerate(children) if child.kind in _CONTENT]
    first, last = (content[0], content[-1]) if content else (len(children), -1)
    for at, child in enumerate(children):
        misplaced = at > first if child.kind == "opener" else at < last or not content
        if child.kind in _LOOSE and misplaced:
            yield from _paragraphs(child)
        else:
            yield child


def _paragraphs(block: Block) -> Iterator[Block]:
    """The lines of an opener or closer as paragraphs that say what they are."""
    for child in block.children or (block,):
        yield child if child.kind == "pb" else replace(child, kind="p", attrs=(("rend", child.kind),))
