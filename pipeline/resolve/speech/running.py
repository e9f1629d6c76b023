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


_BREAKS = frozenset({"heading", "dateline"})
_INITIALS = re.compile(r"(?:[A-Z][A-Za-z]{0,2}\.\s?){2,4}")
"""A signature in initials: `McG. B.`"""
_NUMBERED = re.compile(r"(?:\d{1,2}|[IVX]{1,4})[.)]\s+(?=\S+\s\S)")
_SMALL_WORDS = re.compile(
    r"\([^()]*\)|\b(?:a|an|and|as|at|by|for|from|in|into|of|on|or|per|the|to|toward|towards|under|upon|versus|vis-à-vis|with|within)\b"
)
_NOT_CAPITALIZED = re.compile(r"(?<![\w’'])[a-zà-ÿ]")


def _is_agenda(text: str) -> bool:
    """Whether a paragraph is the heading of an item of the agenda, numbered and in the capitals of a title:
    `2. U.S. Policy Toward Iraq (NSC 5820/1; Memo for NSC …)`, `4. Other Business.`"""
    number = _NUMBERED.match(text)
    if number is None or len(text) > 300 or text[-1] in "?!:;,":
        return False
    return not _NOT_CAPITALIZED.search(_SMALL_WORDS.sub("", text[number.end() :]))


def _inner_text(path: Sequence[Block]) -> Block | None:
    return next((block for block in reversed(path) if block.kind == "floatingText"), None)


def _is_heading(passage: Passage) -> bool:
    block, text = passage.block, passage.text
    if block.kind == "head" or (block.attrs and block.get("rend") in _BREAKS):
        return True
    if _INITIALS.fullmatch(text):
        return True
    return block.kind == "p" and text[-1] not in ".?!:;,”\"’')—" and len(text.split()) <= 8


def _is_data(path: Sequence[Block]) -> bool:
    return any(block.kind == "list" and block.get("type") in _LISTS_OF_DATA for block in path)


def sections(document: Document) -> list[Section]:
    """The sections of a document in text order."""
    parts: dict[int, list[Passage | None]] = {}
    blocks: dict[int, Block | None] = {}
    letters: dict[int, list[int]] = {}
    points: dict[int, bool] = {}  # whether it is in the points of a list that was announced: he made two points:
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
        announced = points.get(key, False) or (row and row[-1] is not None and row[-1].text.endswith(":"))
        points[key] = bool(announced and _NUMBERED.match(passage.text))
        if (
            passage.where in ("head", "opener", "closer")
            or _is_heading(passage)
            or _OMISSION.match(passage.text)
            or (not points[key] and _is_agenda(passage.text))
        ):
            row.append(None)
        elif passage.block.kind in _PROSE:
            row.append(passage)
    return [Section(blocks[key], tuple(row), letters[key][1] > letters[key][0]) for key, row in sorted(parts.items())]
