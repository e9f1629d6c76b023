"""Readers: from a raw transcript to a `Document`; the one whose evidence is best reads it.

A reader is a module (or any object) with

    evidence(transcript) -> Evidence    how well it fits, 0 to 1, and why
    read(transcript) -> Document        never fails

Other distributions add readers through the entry point group `verbale.readers`; the name of the entry point is the
name of the reader.
"""

from __future__ import annotations

import importlib
from functools import cache
from typing import TYPE_CHECKING, Protocol, cast

from pipeline.model import Document, Evidence, Transcript

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "verbale.readers"
BUILT_IN = ("published", "avalon", "extracted", "cable", "soviet", "typescript", "generic")
"""Modules of this package, in the order in which they win at equal scores; `generic` takes what nobody wants."""


class Reader(Protocol):
    """What the registry asks of a reader."""

    def evidence(self, transcript: Transcript) -> Evidence:
        """How well the reader fits."""

    def read(self, transcript: Transcript) -> Document:
        """The document; must not fail on any text."""


@cache
def registry() -> dict[str, Reader]:
    """All readers by name: the built-in ones, then those of other distributions.

    Raises ImportError with the name of a reader of another distribution that cannot be loaded.
    """
    from importlib.metadata import entry_points

    readers = {name: cast(Reader, importlib.import_module(f"{__name__}.{name}")) for name in BUILT_IN}
    for point in sorted(entry_points(group=GROUP), key=lambda point: point.name):
        readers.setdefault(point.name, _loaded(point))
    return readers


def _loaded(point: EntryPoint) -> Reader:
    try:
        return cast(Reader, point.load())
    except Exception as error:
        about = f"The reader {point.name} ({point.value}) cannot be loaded: {type(error).__name__}: {error}."
        raise ImportError(f"{about} Mend or uninstall its distribution.") from error


def weigh(transcript: Transcript) -> list[tuple[str, Evidence]]:
    """What every reader says of a transcript, the best first."""
    said = [(name, reader.evidence(transcript)) for name, reader in registry().items()]
    return sorted(said, key=lambda entry: -entry[1].score)


def best(transcript: Transcript) -> Reader:
    """The reader whose evidence is best; after one that is certain, no other is asked."""
    found, highest = registry()["generic"], -1.0
    for reader in registry().values():
        score = reader.evidence(transcript).score
        if score > highest:
            found, highest = reader, score
        if score >= 1:
            break
    return found


def read(transcript: Transcript, name: str = "") -> Document:
    """The document as read by the best reader, or by the one of that name (KeyError if there is none)."""
    reader = registry()[name] if name else best(transcript)
    return reader.read(transcript)
