"""Reading text and the way back to the source."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.model import Anchor, Block, Claim, Document, Span, Transcript

TEXT = "said Dobrynin.1 He [Page 575]\n left\n  1. See below."
DOCUMENT = Document(
    Transcript("case", TEXT),
    Block(
        "div",
        Span(0, len(TEXT)),
        (),
        (
            Block("p", Span(0, 35)),
            Block("fw", Span(38, len(TEXT)), (("type", "notes"),), (Block("note", Span(41, len(TEXT))),)),
        ),
    ),
    (Claim(Span(19, 29), "pb", "pages/bracketed", content=Span(19, 19)),),
    (Anchor("fn1", Span(14, 15)),),
)


def test_marks_and_page_breaks_are_no_reading_text() -> None:
    assert [(p.text, p.where) for p in DOCUMENT.passages] == [
        ("said Dobrynin. He left", "body"),
        ("1.", "furniture"),
        ("See below.", "note"),
    ]


def test_a_place_in_the_reading_text_leads_back_to_the_source() -> None:
    passage = DOCUMENT.passages[0]
    name = passage.source(5, 13)
    assert TEXT[name.start : name.end] == "Dobrynin"
    assert passage.local(name) == (5, 13)
    assert passage.local(Span(19, 29)) is None


def test_a_text_of_blanks_has_no_passage() -> None:
    assert Document(Transcript("case", " \n "), Block("div", Span(0, 3))).passages == ()


@given(st.text(alphabet="ab \n\t", max_size=30), st.integers(0, 10), st.integers(0, 10))
def test_every_character_of_the_reading_text_comes_from_its_place(text: str, start: int, length: int) -> None:
    hidden = Span(min(start, len(text)), min(start + length, len(text)))
    marks = (Claim(hidden, "pb", "test", content=Span(hidden.start, hidden.start)),)
    document = Document(Transcript("case", text), Block("p", Span(0, len(text))), marks)
    for passage in document.passages:
        for char, offset in zip(passage.text, passage.offsets, strict=True):
            assert text[offset] == char or (char == " " and text[offset].isspace())
            assert not hidden.start <= offset < hidden.end or not len(hidden)
        assert list(passage.offsets) == sorted(set(passage.offsets))
        assert "  " not in passage.text


def test_lines_and_columns_count_from_one_whatever_ends_the_lines() -> None:
    transcript = Transcript("case", "a\r\nb\rc\nd")
    assert [transcript.place(offset) for offset in (0, 3, 5, 7)] == [(1, 1), (2, 1), (3, 1), (4, 1)]
