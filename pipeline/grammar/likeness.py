"""Whether two words are spellings of one: for printed corrections (`infleunce [influence]`)."""

from __future__ import annotations


def near(one: str, other: str) -> bool:
    """Whether few letters tell two words of four letters and more apart (a swap of neighbours counts as one)."""
    a, b = one.casefold(), other.casefold()
    shorter, longer = sorted((len(a), len(b)))
    allowed = max(1, longer // 4)
    if a == b or shorter < 4 or longer > 30 or longer - shorter > min(allowed, 3):
        return False
    return distance(a, b) <= allowed


def distance(a: str, b: str) -> int:
    """Letters to insert, delete, replace or swap with their neighbour to make `b` of `a`."""
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, left in enumerate(a, 1):
        older, before, row = before, row, [i]
        for j, right in enumerate(b, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (left != right))
            if i > 1 and j > 1 and left == b[j - 2] and a[i - 2] == right:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return row[-1]
