"""From claims that may cross to pieces that nest.

    hi   [0,10)   and   said [5,20)   →   hi [0,5)  said [5,20)  hi [5,10) inside said

A claim that crosses another is cut where the other begins or ends; which one is cut is a matter of its kind (`CUT`).
The pieces of a claim cover it exactly, and no two pieces cross. They are linked by `next` and `prev`; pieces of a `hi`
say in `rend` which of its printed marks they have.
"""

from __future__ import annotations

import bisect
import heapq
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from pipeline.model import Attrs, Claim, Span

CUT = {"said": 3, "q": 3, "hi": 2, "del": 2, "supplied": 2}
"""How readily a kind is cut; kinds not named are cut only by their own like."""


class Piece(NamedTuple):
    """A part of a claim: the whole, unless it crossed another. `content` as in `Claim`, cut to the piece."""

    claim: Claim
    span: Span
    attrs: Attrs

    @property
    def kind(self) -> str:
        """The TEI element name."""
        return self.claim.kind

    @property
    def content(self) -> Span:
        """The characters written inside the element."""
        whole = self.claim.content
        if whole is None:
            return self.span
        start = min(max(self.span.start, whole.start), self.span.end)
        return Span(start, max(start, min(self.span.end, whole.end)))


def snap(claims: Sequence[Claim], marks: Iterable[Claim]) -> list[Claim]:
    """Claims that begin or end just inside the printed marks of an emphasis take the marks in.

    `**Bold words** go on` said by somebody: the `said` begins before the asterisks, not after them.
    """
    starts: dict[int, Claim] = {}
    ends: dict[int, Claim] = {}
    for mark in marks:
        if mark.content is not None and len(mark.content):
            starts[mark.content.start] = mark
            ends[mark.content.end] = mark
    if not starts:
        return list(claims)
    snapped = []
    for claim in claims:
        start, end = claim.span.start, claim.span.end
        opening, closing = starts.get(start), ends.get(end)
        if opening and claim is not opening and end >= opening.span.end:
            start = opening.span.start
        if closing and claim is not closing and claim.span.start <= closing.span.start:
            end = closing.span.end
        snapped.append(replace(claim, span=Span(start, end)) if opening or closing else claim)
    return snapped


_Key = tuple[int, bool, int, bool, int, str, str]


def _key(span: Span, claim: Claim) -> _Key:
    """Text order; at one place empty elements first, then the longer before the shorter; of equals speech is the
    outermost and what stands for its own printed marks (`~~SECRET~~`) the innermost."""
    start, end, content, kind = span.start, span.end, claim.content, claim.kind
    printed = content is not None and content.start < content.end
    return (start, start < end, -end, printed, -CUT.get(kind, 0), kind, claim.rule)


def nest(claims: Iterable[Claim], borders: Sequence[int] = ()) -> list[Piece]:
    """The pieces of all claims in text order, outer before inner.

    `borders` are offsets (sorted) at which every claim is cut: the edges of child blocks.
    """
    whole = sorted(claims, key=lambda claim: _key(claim.span, claim))
    if _crossing(whole, borders):
        return _linked(_cut(whole, borders))
    return [Piece(claim, claim.span, claim.attrs) for claim in whole]


def _crossing(claims: Sequence[Claim], borders: Sequence[int]) -> bool:
    """Whether of claims in text order, outer before inner, any two cross each other or one a border."""
    ends: list[int] = []
    for claim in claims:
        start, end = claim.span.start, claim.span.end
        while ends and ends[-1] <= start:
            ends.pop()
        if ends and ends[-1] < end:
            return True
        if borders and bisect.bisect_right(borders, start) < bisect.bisect_left(borders, end):
            return True
        ends.append(end)
    return False


def _cut(claims: Iterable[Claim], borders: Sequence[int]) -> list[tuple[Claim, Span]]:
    """The parts of claims that cross, in text order, outer before inner."""
    heap: list[tuple[_Key, int, Claim, Span]] = []
    count = 0

    def push(claim: Claim, span: Span) -> None:
        nonlocal count
        heapq.heappush(heap, (_key(span, claim), count, claim, span))
        count += 1

    def cut_at(offset: int, parts: Iterable[int]) -> None:
        """Cut finished parts at an offset; what follows it is still to be placed."""
        for j in parts:
            cut_claim, part = done[j]
            if part.start < offset < part.end:
                done[j] = (cut_claim, Span(part.start, offset))
                push(cut_claim, Span(offset, part.end))

    for claim in claims:
        push(claim, claim.span)
    done: list[tuple[Claim, Span]] = []
    active: list[int] = []
    while heap:
        _, _, claim, span = heapq.heappop(heap)
        active = [i for i in active if done[i][1].end > span.start]
        cut = next((b for b in borders if span.start < b < span.end), None) if borders else None
        for i in active if cut is None else ():
            other, there = done[i]
            if not there.start < span.start < there.end < span.end:
                continue
            if CUT.get(other.kind, 0) > CUT.get(claim.kind, 0):
                cut_at(span.start, [j for j in active if done[j][1] in there])
            else:
                cut = there.end if cut is None else min(cut, there.end)
        if cut is not None:
            push(claim, Span(cut, span.end))
            span = Span(span.start, cut)
        done.append((claim, span))
        active.append(len(done) - 1)
    return sorted(done, key=lambda entry: _key(entry[1], entry[0]))


def _linked(parts: list[tuple[Claim, Span]]) -> list[Piece]:
    groups: dict[int, list[int]] = {}
    for i, (claim, _) in enumerate(parts):
        groups.setdefault(id(claim), []).append(i)
    pieces = [Piece(claim, span, claim.attrs) for claim, span in parts]
    for members in groups.values():
        if len(members) > 1:
            for place, i in enumerate(members):
                attrs = _part_attrs(pieces[i].claim, place, len(members))
                pieces[i] = pieces[i]._replace(attrs=attrs)
    return pieces


def _part_attrs(claim: Claim, place: int, count: int) -> Attrs:
    attrs = dict(claim.attrs)
    if "rend" in attrs:
        attrs["rend"] += " open" if place == 0 else " close" if place == count - 1 else " middle"
    else:
        base = attrs.get("xml:id") or f"{claim.kind}-{claim.span.start}"
        ids = [base if i == 0 else f"{base}.{i + 1}" for i in range(count)]
        attrs["xml:id"] = ids[place]
        if place:
            attrs["prev"] = f"#{ids[place - 1]}"
        if place < count - 1:
            attrs["next"] = f"#{ids[place + 1]}"
    return tuple(attrs.items())
