"""Trees that TEI allows, whatever a reader made."""

from __future__ import annotations

from pipeline.model import Block, Document, Span, Transcript
from pipeline.segment.sound import sound


def made(*children: Block) -> list[str]:
    document = sound(Document(Transcript("case", "x" * 20), Block("div", Span(0, 20), (), children)))
    return [b.kind + (f"[{b.get('rend')}]" if b.get("rend") else "") for b in document.root.walk()][1:]


def block(kind: str, start: int, end: int, *children: Block) -> Block:
    return Block(kind, Span(start, end), (), children)


def test_a_field_without_a_value_has_an_empty_item() -> None:
    fields = block("list", 0, 9, block("label", 0, 3), block("label", 4, 6), block("item", 7, 9))
    assert made(fields) == ["list", "label", "item", "label", "item"]


def test_a_heading_without_its_list_is_a_heading() -> None:
    assert made(block("list", 0, 9, block("head", 0, 9)), block("p", 10, 20)) == ["p[heading]", "p"]


def test_a_greeting_without_a_letter_is_a_paragraph() -> None:
    assert made(block("closer", 0, 20, block("salute", 0, 9), block("signed", 10, 20))) == ["p[salute]", "p[signed]"]


def test_a_signature_before_more_text_is_a_paragraph() -> None:
    assert made(block("p", 0, 3), block("closer", 4, 9, block("signed", 4, 9)), block("p", 10, 20)) == [
        "p",
        "p[signed]",
        "p",
    ]


def test_what_is_sound_stays_the_same_tree() -> None:
    root = block("div", 0, 20, block("head", 0, 3), block("p", 4, 10), block("closer", 11, 20, block("signed", 11, 20)))
    document = Document(Transcript("case", "x" * 20), root)
    assert sound(document) is document
