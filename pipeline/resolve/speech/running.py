"""The running text of a document, in the sections in which talk is reported.

A section is the document itself or one attachment (`floatingText`) in it. Its parts are passages, or breaks: headings
and omissions, after which nobody's words go on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.model import Block, Document, Passage

_PROSE = frozenset({"p", "item", "ab", "div", "body", "quote", "text", "l"})
_LISTS_OF_DATA = frozenset(
    {"participants", "subject", "coversheet", "to", "from", "copies", "distribution", "references"}
)
_OMISSION = re.compile(r"^[\[(]?(?:Here follow|Omitted here|Here, follow|matter omitted)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Section:
    """The parts of one section: passages of running text, and None where the talk is interrupted."""

    block: Block | None
    parts: tuple[Passage | None, ...]
    mostly_dialogue: bool


def _inner_text(path: Sequence[Block]) -> Block | None:
    return next((block for block in reversed(path) if block.kind == "floatingText"), None)


def _is_heading(passage: Passage) -> bool:
    block, text = passage.block, passage.text
    if block.kind == "head" or (block.attrs and block.get("rend") == "heading"):
        return True
    return block.kind == "p" and text[-1] not in ".?!:;,”\"’')—" and len(text.split()) <= 8


def _is_data(path: Sequence[Block]) -> bool:
    return any(block.kind == "list" and block.get("type") in _LISTS_OF_DATA for block in path)


def sections(document: Document) -> list[Section]:
    """The sections of a document in text order."""
    parts: dict[int, list[Passage | None]] = {}
    blocks: dict[int, Block | None] = {}
    letters: dict[int, list[int]] = {}
    for passage in document.passages:
        kinds = [block.kind for block in passage.path]
        inner = _inner_text(passage.path) if "floatingText" in kinds else None
        key = inner.span.start if inner else -1
        blocks.setdefault(key, inner)
        row = parts.setdefault(key, [])
        spoken = "sp" in kinds
        letters.setdefault(key, [0, 0])[spoken] += len(passage.text) if passage.where in ("body", "list") else 0
        if spoken and row and row[-1] is not None:
            row.append(None)
        if passage.where in ("note", "furniture", "participants", "subject", "speaker") or spoken:
            continue
        if "list" in kinds and _is_data(passage.path):
            continue
        if passage.where in ("head", "opener", "closer") or _is_heading(passage) or _OMISSION.match(passage.text):
            row.append(None)
        elif passage.block.kind in _PROSE:
            row.append(passage)
    return [Section(blocks[key], tuple(row), letters[key][1] > letters[key][0]) for key, row in sorted(parts.items())]
