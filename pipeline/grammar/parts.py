"""Pieces of a text as printed, with their place in it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a text as printed: `text[start:end] == part.text`."""

    text: str
    start: int
    end: int


def part(text: str, start: int, end: int) -> Part:
    """`text[start:end]` without the white space around it."""
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    piece = piece.strip()
    return Part(piece, start, start + len(piece))
