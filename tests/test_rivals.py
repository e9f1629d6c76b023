"""Claims that want the same words."""

from __future__ import annotations

from itertools import permutations

from pipeline.model import Certainty, Claim, Span
from pipeline.resolve.rivals import decide


def claim(kind: str, start: int, end: int, cert: Certainty = Certainty.HIGH) -> Claim:
    return Claim(Span(start, end), kind, "test/case", cert)


def kinds(claims: list[Claim]) -> list[str]:
    return [c.kind for c in decide(claims)]


def test_a_name_beats_a_place_of_the_same_words() -> None:
    assert kinds([claim("placeName", 0, 6), claim("persName", 0, 6)]) == ["persName"]


def test_a_date_may_stand_in_a_reference() -> None:
    assert kinds([claim("bibl", 0, 30), claim("date", 5, 15)]) == ["bibl", "date"]


def test_a_reference_does_not_cross_a_date() -> None:
    assert kinds([claim("ref", 0, 10), claim("date", 5, 15)]) == ["ref"]


def test_of_two_names_the_longer_one_stays() -> None:
    assert decide([claim("persName", 4, 9), claim("persName", 0, 9)])[0].span == Span(0, 9)


def test_speech_may_cross_everything() -> None:
    assert kinds([claim("said", 0, 10), claim("persName", 5, 15)]) == ["said", "persName"]


def test_the_order_does_not_matter() -> None:
    claims = [claim("persName", 0, 9), claim("placeName", 5, 9), claim("date", 7, 20), claim("said", 0, 30)]
    assert len({decide(order) for order in permutations(claims)}) == 1
