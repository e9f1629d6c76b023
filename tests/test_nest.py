"""Crossing claims become pieces that nest, cover their claim exactly and never cross."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from pipeline.model import Claim, Span
from pipeline.nest import Piece, nest, snap

KINDS = st.sampled_from(["said", "hi", "persName", "date", "q"])


def claim(kind: str, start: int, end: int, **attrs: str) -> Claim:
    return Claim(Span(start, end), kind, "test/case", attrs=tuple(attrs.items()))


CLAIMS = st.lists(
    st.builds(lambda kind, a, n: claim(kind, a, a + n), KINDS, st.integers(0, 40), st.integers(1, 20)), max_size=9
)


def crossing(a: Span, b: Span) -> bool:
    return a.start < b.start < a.end < b.end


@given(CLAIMS)
def test_pieces_cover_their_claim_exactly_and_do_not_cross(claims: list[Claim]) -> None:
    pieces = nest(claims)
    for one in claims:
        parts = [piece.span for piece in pieces if piece.claim is one]
        assert parts[0].start == one.span.start
        assert parts[-1].end == one.span.end
        assert all(a.end == b.start for a, b in pairwise(parts))
    assert not any(crossing(a.span, b.span) for a in pieces for b in pieces)


@given(CLAIMS, st.randoms())
def test_the_order_of_claims_does_not_matter(claims: list[Claim], random: object) -> None:
    distinct = list({(c.kind, c.span): c for c in claims}.values())
    shuffled = distinct[:]
    random.shuffle(shuffled)  # type: ignore[attr-defined]

    def shape(pieces: list[Piece]) -> list[tuple[str, Span]]:
        return [(p.kind, p.span) for p in pieces]

    assert shape(nest(distinct)) == shape(nest(shuffled))


def test_speech_is_cut_before_a_name() -> None:
    pieces = nest([claim("persName", 0, 10, ref="#a"), claim("said", 5, 20, who="#a")])
    assert [(p.kind, p.span.start, p.span.end) for p in pieces] == [
        ("persName", 0, 10),
        ("said", 5, 10),
        ("said", 10, 20),
    ]
    assert dict(pieces[1].attrs)["next"] == "#" + dict(pieces[2].attrs)["xml:id"]
    assert dict(pieces[2].attrs)["prev"] == "#" + dict(pieces[1].attrs)["xml:id"]


def test_speech_takes_in_the_asterisks_of_its_first_word() -> None:
    bold = Claim(Span(0, 8), "hi", "emphasis", attrs=(("rend", "bold"),), content=Span(2, 6))
    snapped = snap([claim("said", 2, 20)], [bold])
    assert snapped[0].span == Span(0, 20)
