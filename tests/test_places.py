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


def marked(text: str, kind: str = "p", authority: Authority = AUTHORITY) -> list[tuple[str, str]]:
    root = Block("div", Span(0, len(text)), (), (Block(kind, Span(0, len(text))),))
    claims = annotate(Context(Document(Transcript("case", text), root), authority=authority)).claims
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


MAP = Authority(
    places=tuple(
        Place(name.lower(), (name,))
        for name in (
            "China", "Vietnam", "Viet-Nam", "Republic of Vietnam", "Berlin", "Mexico", "Guinea", "England", "Columbia",
            "Georgia", "Washington", "London", "France", "Europe", "Moscow", "Maryland", "United States", "Helsinki",
            "Jordan", "Honduras", "Geneva",
        )
    )
)  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "The Republic of China and President Chiang",
        "the Democratic Republic of Vietnam",
        "the North Viet-Nam radio; he was in East Berlin",
        "in the South China Sea and in Mexico City, in the Gulf of Mexico",
        "New Mexico, Papua New Guinea, Equatorial Guinea, New England, British Columbia, South Georgia",
        "British Honduras",
    ],
)
def test_a_part_of_a_longer_name_of_a_place_is_no_place(text: str) -> None:
    assert marked(text, authority=MAP) == []


@pytest.mark.parametrize(
    "text",
    [
        "George Washington, Hamilton Jordan, Jack London and Isaiah Berlin",
        "He saw Pierre Mendès France and Walter Washington.",
        "Washington National Records Center, RG 330; the Washington Post",
        "the Bank of England, Radio Free Europe, Radio Moscow",
        "USS Maryland; the United States Steel Corporation; the Helsinki Final Act",
    ],
)
def test_names_of_persons_and_institutions_hold_no_places(text: str) -> None:
    assert marked(text, authority=MAP) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("In August Washington agreed.", "Washington"),
        ("Will Washington agree?", "Washington"),
        ("They met in Geneva. The Council agreed.", "Geneva"),
        ("In London Mr. Bevin said", "London"),
        ("The Ambassador in Moscow Kohler said", "Moscow"),
        ("the north of Mexico", "Mexico"),
        ("The Government of France", "France"),
        ("the Republic of Vietnam", "Republic of Vietnam"),
    ],
)
def test_a_name_that_stands_for_itself_is_a_place(text: str, place: str) -> None:
    assert [name for name, _ in marked(text, authority=MAP)] == [place]


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
