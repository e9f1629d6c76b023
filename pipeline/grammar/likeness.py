"""Whether two words are spellings of one: for printed corrections (`infleunce [influence]`)."""

from __future__ import annotations

from rapidfuzz.distance import OSA


def near(one: str, other: str) -> bool:
    """Whether few letters tell two words of four letters and more apart (a swap of neighbours counts as one)."""
    a, b = one.casefold(), other.casefold()
    shorter, longer = sorted((len(a), len(b)))
    allowed = max(1, longer // 4)
    if a == b or shorter < 4 or longer > 30 or longer - shorter > min(allowed, 3):
        return False
    return OSA.distance(a, b, score_cutoff=allowed) <= allowed
