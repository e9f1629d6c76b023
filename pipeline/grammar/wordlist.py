"""Tables of words written as running text, for people to read and extend."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """The words of a text: `word_set("said asked")` holds two."""
    return frozenset(text.split())
