"""Places: from the placeography where they stand for themselves, and in datelines."""

from __future__ import annotations

import pytest

from pipeline.annotators.places import annotate
from pipeline.model import Authority, Block, Context, Document, Place, Span, Transcript

AUTHORITY = Authority(
    places=(
        Place("geneva", ("Geneva",)),
        Place("us", ("United States", "U.S.")),
        Place("jordan", ("Jordan",)),
        Place("berlin", ("Berlin",)),
        Place("east-berlin", ("East Berlin",)),
    )
)


def marked(text: str, kind: str = "p") -> list[tuple[str, str]]:
    root = Block("div", Span(0, len(text)), (), (Block(kind, Span(0, len(text))),))
    claims = annotate(Context(Document(Transcript("case", text), root), authority=AUTHORITY)).claims
    return [(text[c.span.start : c.span.end], c.get("ref")) for c in claims]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("talks in Geneva, this month", [("Geneva", "#geneva")]),
        ("Geneva’s hotels", [("Geneva", "#geneva")]),
        ("the U.S. position", [("U.S.", "#us")]),
        ("the United States and East Berlin", [("United States", "#us"), ("East Berlin", "#east-berlin")]),
        ("a US-Berlin line, the Jordan River, Mr. Jordan", []),
        ("the Genevan air", []),
        ("the United States Government", []),
    ],
)
def test_running_text(text: str, places: list[tuple[str, str]]) -> None:
    assert marked(text) == places


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Geneva, March 11, 1962, 4 p.m.", "Geneva"),
        ("Guatemala City, December 28, 1953.", "Guatemala City"),
        ("[New York,] March 23, 1948.", "New York"),
        ("Canberra, 17 January 1963", "Canberra"),
        ("Washington, undated", "Washington"),
        ("New York, September, 1969", "New York"),
    ],
)
def test_datelines(line: str, place: str) -> None:
    assert [text for text, _ in marked(line, "dateline")] == [place]


def test_a_dateline_without_place() -> None:
    assert marked("November 3, 1968, 1:54 p.m.", "dateline") == []
