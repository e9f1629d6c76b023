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
    ("thousands have three digits", "Note1 put in $2,5002 and 1,250,0003 tons of it", 3, ["1", "2", "3"]),
    ("an hour has two", "He came1 at 10:302 and left at 11:15 a.m.", 2, ["1", "2"]),
    ("after the comma of a day", "Conversation0\nthe speech of November 10,1 I enclose", 2, ["0", "1"]),
    (
        "a day stays whole if the last note is lost",
        "Meeting\non November 21 at that time.1 He said2 no",
        3,
        ["1", "2", None],
    ),
    (
        "an hour after a dash is none, a figure before a sentence is",
        "[4—6:24 p.m.]\n\nRe 640.1 Rusk saw him.",
        1,
        ["1"],
    ),
    ("no month has so many days", "He came1 on July 122, 1918, and left.3 So", 3, ["1", "2", "3"]),
    ("but not before a mark of one", "It is so.1 They paid 2547152 in all, and this.3 He", 3, ["1", None, "3"]),
    ("the number of a section is none", "Trade\n\n2.1 Ships\n\nFew came.1 Most left", 1, ["1"]),
    ("the hour of a day is no mark", "[Received February 21—1:15 p. m.]\n\nHe agreed.1", 1, ["1"]),
    ("a note put in later", "He agreed.1 They concur.1a The rest2 did not", 3, ["1", "1a", "2"]),
    ("signs only", "despatches numbered 10* and 15.† The newspapers* say", 3, ["*", "†", "*"]),
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


RUNNING = [
    ("numbers run through a chapter", "Your 304.13 My 600, 9 p.m.,14 and this.15 He", 3, ["13", "14", "15"]),
    ("up to 99, then again from 1", "It is so,98 he said.99 They agreed.1 He left.2", 4, ["98", "99", "1", "2"]),
    ("with a lost mark among them", "It is highly unsafe.77 They concur.79 He", 3, ["77", None, "79"]),
    ("behind a longer number too", "It is so.11 They paid 471512 in all, and this.13 He", 3, ["11", "12", "13"]),
    ("or begin at 1 all the same", "It is unsafe.1 They concur.2 He", 2, ["1", "2"]),
]


@pytest.mark.parametrize(("text", "count", "marks"), [case[1:] for case in RUNNING], ids=[case[0] for case in RUNNING])
def test_running_marks(text: str, count: int, marks: list[str | None]) -> None:
    places = match_marks(text, [Span(0, len(text))], count, running=True)
    assert [text[p.span.start : p.span.end] if p else None for p in places] == marks
