"""Many words as one pattern that branches letter by letter.

    tree(["Rome", "Roman", "Oslo"])  →  (?:Rom(?:e|an)|Oslo)

It passes over most words of a text at their first or second letter, however many words it knows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def tree(rows: Iterable[Sequence[str]]) -> str:
    """A pattern for any of `rows`, each of them a word in pieces, mostly patterns of one character.

    Where one word begins another the longer one is tried first; no words at all are found nowhere.
    """
    rests: dict[str, list[Sequence[str]]] = {}
    ends = False
    for row in rows:
        ends |= not row
        if row:
            rests.setdefault(row[0], []).append(row[1:])
    branches = [piece + tree(rest) for piece, rest in rests.items()]
    if len(branches) == 1 and not ends:
        return branches[0]
    if branches:
        return f"(?:{'|'.join(branches)}){'?' if ends else ''}"
    return "" if ends else "(?!)"
