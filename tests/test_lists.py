"""Numbered lists: labels on lines of their own, nested, broken off, or without a text."""

from __future__ import annotations

import pytest

from pipeline.model import Block, Transcript
from pipeline.segment.lines import lines_of
from pipeline.segment.lists import Numbered, label_values


def _shape(block: Block, text: str) -> str:
    """`list(label=1. item(p=Text))` for a block."""
    inside = " ".join(_shape(child, text) for child in block.children)
    return f"{block.kind}({inside})" if inside else f"{block.kind}={text[block.span.start : block.span.end]}"


def _parsed(text: str) -> tuple[str, int]:
    """The list at the first line of a text, and how many lines belong to it."""
    lists = Numbered(lines_of(Transcript("list", text)), lambda lines: [Block("p", line.span) for line in lines])
    block, end = lists.parse(0)
    return _shape(block, text), end


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("1.\n\nOne\n\n2.\n\nTwo", "list(label=1. item(p=One) label=2. item(p=Two))"),
        ("1.\n\nOne\n\nmore\n\n2.\n\nTwo", "list(label=1. item(p=One p=more) label=2. item(p=Two))"),
        (
            "1.\n\nOne\n\n(a)\n\nInner\n\n2.\n\nTwo",
            "list(label=1. item(p=One list(label=(a) item(p=Inner))) label=2. item(p=Two))",
        ),
        ("1.\n\n(a)\n\nInner", "list(label=1. item(list(label=(a) item(p=Inner))))"),
        ("1.\n\nOne\n\n2.", "list(label=1. item(p=One))"),
        ("1.\nOne\n2.\n3.\nThree", "list(label=1. item(p=One) label=2. item(p=3.))"),
    ],
)
def test_items_hold_their_paragraphs_and_the_lists_within(text: str, shape: str) -> None:
    assert _parsed(text)[0] == shape


def test_a_list_does_not_hold_one_that_is_numbered_like_itself() -> None:
    text = "1.\n\nOne\n\n" * 1000
    assert _parsed(text) == ("list(label=1. item(p=One))", 2)


def test_a_label_may_count_in_more_than_one_way() -> None:
    assert label_values("(i)") == {"(a)": 9, "(i)": 1}
    assert label_values("iv)") == {"i)": 4}
    assert label_values("Berlin") == {}
