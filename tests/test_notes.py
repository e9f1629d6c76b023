"""Which figures are note marks: reasoning over the whole text, told in small texts."""

from __future__ import annotations

import pytest

from pipeline.model import Span
from pipeline.segment.notes import match_marks

CASES = [
    ("glued to a full stop and to a word", "from Lord Home.1 An atom-free Latin America2 opens", 2, ["1", "2"]),
    ("to a comma and a bracket", "our last talk,1 when he (Tab A)2 said", 2, ["1", "2"]),
    ("the first mark is 0", "Conversation0\nour last talk,1 when", 2, ["0", "1"]),
    ("after a space at the end of a signature", "by midnight.1\n\nMcGeorge Bundy 2", 2, ["1", "2"]),
    ("two marks at one place", "12:15 p.m. 1 2\n\nThe President said", 2, ["1", "2"]),
    ("a day of the month keeps its figures", "Conversation1\nhanded over on November 212 and", 2, ["1", "2"]),
    ("a year keeps its figures", "Meeting, July 1, 19551\n\nHe agreed.2 It", 2, ["1", "2"]),
    ("an article keeps its number", "Note1 and the UN under Article 512 since this.3 He", 3, ["1", "2", "3"]),
    ("a date with its year is no mark", "Conversation1\nWashington, December 12, 1948.\nMr. Aziz2 said", 2, ["1", "2"]),
    ("a printed mark may come twice", "Defense;1 Attorney General;2 the Chairman;2 He said.3", 4, ["1", "2", "2", "3"]),
    ("a sign instead of a figure", "Mr. Aziz1 said 6,000,000 Pathans* east", 2, ["1", "*"]),
    ("the mark of a note may be lost", "MIG-21s for $3 in 1959, CO2.\n\nHe agreed.2 It", 2, [None, "2"]),
    ("brackets, where they are the custom", "brigade in Florida.(1) He said … country.(2)", 2, ["(1)", "(2)"]),
    ("figures alone are no marks", "On 5 May 1961 some 15 to 17,000 troops, 18 nations, F-105", 1, [None]),
]


@pytest.mark.parametrize(("text", "count", "marks"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_marks_of_a_text(text: str, count: int, marks: list[str | None]) -> None:
    places = match_marks(text, [Span(0, len(text))], count)
    assert [text[p.span.start : p.span.end] if p else None for p in places] == marks


def test_marks_rise_with_the_list() -> None:
    text = "First.2 Second.1 Third.2 Fourth.3"
    found = match_marks(text, [Span(0, len(text))], 3)
    starts = [place.span.start for place in found if place]
    assert starts == sorted(starts)
    assert [text[p.span.start : p.span.end] for p in found if p] == ["1", "2", "3"]
