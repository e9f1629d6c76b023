"""Questions that lost their label, as turns of their own.

PM. No. ¶ Is it late? ¶ PM. Yes.      →  sp(PM. No.) sp(Is it late?) sp(PM. Yes.)
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from pipeline.model import Block, Span
from pipeline.segment.dialogue.labels import ASKING, is_misread, key_of
from pipeline.segment.dialogue.paragraphs import SPOKEN_IN

_ASKING = ASKING | {"q", "question", "questions", "press"}


def questions_apart(root: Block, text: str) -> Block:
    """The tree with such questions as turns: the last paragraph of an answer, if it is a question and the next turn has
    the same label. Only where questions have a label, or nobody else has one."""
    keys = {key for block in root.walk() if block.kind == "sp" and (key := _speaker_key(block, text))}
    return _parted(root, text) if keys & _ASKING or len(keys) == 1 else root


def _speaker_key(turn: Block, text: str) -> str:
    """The key of the label of a turn; empty for a question that has none."""
    first = turn.children[0]
    return key_of(text[first.span.start : first.span.end]) if first.kind == "speaker" else ""


def _parted(block: Block, text: str) -> Block:
    turns = [child for child in block.children if child.kind == "sp"]
    asked = {turn.span.start for turn, after in pairwise(turns) if _ends_with_question(turn, after, text)}
    children: list[Block] = []
    for child in block.children:
        if child.kind == "sp" and child.span.start in asked:
            *rest, question = child.children
            children.append(Block("sp", Span(child.span.start, rest[-1].span.end), (), tuple(rest)))
            children.append(Block("sp", question.span, (), (question,)))
        else:
            children.append(_parted(child, text) if child.kind in SPOKEN_IN else child)
    return replace(block, children=tuple(children))


def _ends_with_question(turn: Block, after: Block, text: str) -> bool:
    """Whether the last paragraph of an answer is a question that whoever speaks next, the same, answers."""
    last = turn.children[-1]
    if len(turn.children) < 3 or last.kind != "p" or not text[last.span.start : last.span.end].rstrip().endswith("?"):
        return False
    key, other = _speaker_key(turn, text), _speaker_key(after, text)
    return key not in _ASKING and (key == other or is_misread(key, other))
