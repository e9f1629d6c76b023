"""Claims that want the same words: which may stand inside which, and who wins otherwise.

`November 9` cannot be a date and a name; `the letter of November 9` may be a reference with a date in it. The winner
is a matter of kind first (`RANK`), then of certainty and length; the loser is dropped, for one text has one encoding.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Iterator, Sequence

from pipeline.model import Attrs, Certainty, Claim

RANK = {
    "gap": 0, "supplied": 1, "bibl": 2, "ref": 3, "idno": 3, "biblScope": 3, "date": 4, "time": 4,
    "persName": 5, "rs": 6, "orgName": 7, "placeName": 8,
}  # fmt: skip
"""Lower wins."""
_NAMES = frozenset({"persName", "rs", "orgName", "placeName", "date", "time"})
INSIDE = {
    "gap": _NAMES,
    "bibl": _NAMES | {"ref", "title", "idno", "biblScope", "supplied"},
    "ref": frozenset({"date", "persName", "title", "supplied"}),
    "orgName": frozenset({"placeName", "persName", "supplied"}),
    "rs": frozenset({"persName", "placeName", "orgName", "supplied"}),
    "persName": frozenset({"supplied"}),
    "placeName": frozenset({"supplied"}),
    "date": frozenset({"time", "supplied"}),
}
"""Which kinds may stand inside which."""
_SAME_WORDS = {"bibl", "idno"}
"""Two kinds that may have the same words: `NSC 5428` is named by its number alone."""
_FREE = frozenset({"said", "q", "quote", "hi", "sp"})
"""Kinds that may cross everything; `nest` cuts them."""
_SURE = {Certainty.HIGH: 0, Certainty.MEDIUM: 1, Certainty.LOW: 2}


def decide(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims that stand together, in text order; the order in which they were given does not matter."""
    ordered = sorted(claims, key=_place)
    lost = {at for cluster in _clusters(ordered) for at in _losers(ordered, cluster)}
    return tuple(claim for at, claim in enumerate(ordered) if at not in lost)


def _place(claim: Claim) -> tuple[int, int, str, str, Attrs, int]:
    """Text order; of two that begin together the longer comes first."""
    return (claim.span.start, -claim.span.end, claim.kind, claim.rule, claim.attrs, _SURE[claim.cert])


def _clusters(ordered: Sequence[Claim]) -> Iterator[list[int]]:
    """Numbers of two claims or more that hang together by overlapping: only these have rivals, most have none."""
    cluster: list[int] = []
    reach = 0
    for at, claim in enumerate(ordered):
        if claim.kind in _FREE:
            continue
        if claim.span.start >= reach:
            if len(cluster) > 1:
                yield cluster
            cluster = []
        cluster.append(at)
        reach = max(reach, claim.span.end)
    if len(cluster) > 1:
        yield cluster


def _losers(ordered: Sequence[Claim], cluster: Sequence[int]) -> Iterator[int]:
    """Numbers of the claims that may not stand beside a stronger one that stays."""
    kept: list[Claim] = []
    starts: list[int] = []
    longest = 0
    for number in sorted(cluster, key=lambda at: _strength(ordered[at])):
        claim = ordered[number]
        low = bisect.bisect_left(starts, claim.span.start - longest)
        high = bisect.bisect_left(starts, claim.span.end)
        if all(_compatible(claim, other) for other in kept[low:high] if other.span.overlaps(claim.span)):
            at = bisect.bisect_left(starts, claim.span.start)
            starts.insert(at, claim.span.start)
            kept.insert(at, claim)
            longest = max(longest, len(claim.span))
        else:
            yield number


def _strength(claim: Claim) -> tuple[int, int, int, int, str, Attrs]:
    """The strongest first: by kind, by certainty, then the longer; what remains equal in any order that is always the
    same."""
    span = claim.span
    return (RANK.get(claim.kind, 9), _SURE[claim.cert], span.start - span.end, span.start, claim.rule, claim.attrs)


def _compatible(a: Claim, b: Claim) -> bool:
    outer, inner = (a, b) if len(a.span) > len(b.span) else (b, a)
    if inner.span not in outer.span:
        return False
    if inner.span == outer.span:
        return {a.kind, b.kind} == _SAME_WORDS
    return inner.kind in INSIDE.get(outer.kind, ())
