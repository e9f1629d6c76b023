"""Conservation: the TEI file alone gives back the raw transcript, to the last character; only white space may differ.

    conservation(Transcript("a", "He said.1 Bye."), b"<TEI …>…He said. Bye.…</TEI>")
        → [tei/conservation at line 1, column 9: "1" of the transcript is lost …]

Both texts are squeezed before they are compared: a run of white space counts as one space, white space at both ends
does not count (`pipeline.grammar.characters` says what white space is). Controls that XML cannot hold count as their
control picture (U+0001 as U+2401), noncharacters as U+FFFD, as the encoder writes them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from pipeline.findings import finding
from pipeline.grammar.characters import WORD, squeeze
from pipeline.model import Finding, Span, Transcript
from pipeline.restore import restore

_CONTEXT: Final = 30
"""How many characters a message shows on both sides of a difference."""
_SIGHT: Final = 24
"""How many equal characters prove that two texts run together again after a difference."""
_FAR: Final = 500
"""How far a replaced piece may reach."""


def conservation(transcript: Transcript, xml: bytes) -> list[Finding]:
    """The first difference between `transcript` and what the TEI file `xml` gives back, or an empty list."""
    restored = squeeze(restore(xml))
    if restored == squeeze(transcript.text):
        return []
    raw, offsets = _squeeze_with_offsets(transcript.text)
    difference = first_difference(raw, restored)
    start = min(difference.at, len(offsets) - 1)
    end = min(difference.at + len(difference.lost), len(offsets) - 1)
    span = Span(offsets[start], max(offsets[end], offsets[start]))
    hint = (
        f"The transcript has {_around(raw, difference.at, difference.lost)}, "
        f"the TEI file gives {_around(restored, difference.at, difference.added)}."
    )
    return [finding("tei/conservation", difference.message, hint, span).located(transcript)]


def _squeeze_with_offsets(text: str) -> tuple[str, list[int]]:
    """The squeezed text and, for each of its characters and for its end, the offset in `text`."""
    squeezed = squeeze(text)
    offsets: list[int] = []
    for word in WORD.finditer(text):
        offsets.extend(range(word.start(), word.end()))
        offsets.append(word.end())
    return squeezed, offsets or [0]


@dataclass(frozen=True, slots=True)
class Difference:
    """At offset `at` (of both squeezed texts) the TEI file gives `added` where the transcript has `lost`."""

    at: int
    lost: str
    added: str
    moved: bool = False

    @property
    def message(self) -> str:
        """The difference as a sentence."""
        lost, added = _quote(self.lost), _quote(self.added)
        if self.moved:
            return f"{lost or added} does not stand where the transcript has it: text was moved."
        if not self.added:
            return f"{lost} of the transcript is lost."
        if not self.lost:
            return f"{added} was added to the transcript."
        return f"The transcript has {lost}, the TEI file {added}."


def first_difference(raw: str, restored: str) -> Difference:
    """The first difference of two squeezed texts that differ.

    `a b c` / `a c` → lost `b `; `a c` / `a b c` → added `b `; `a b c d` / `a c b d` → moved; else both strings, as far
    as the texts run apart.
    """
    at = _shared(raw, restored)
    lost, added = _until_together(raw[at:], restored[at:])
    return Difference(at, lost, added, _moved(lost, added, raw, restored))


def _until_together(raw: str, restored: str) -> tuple[str, str]:
    """The beginnings of two texts that differ at once, up to where they run together again."""
    behind_lost = raw.find(restored[:_SIGHT]) if restored else len(raw)
    behind_added = restored.find(raw[:_SIGHT]) if raw else len(restored)
    options = [(behind_lost, (raw[:behind_lost], "")), (behind_added, ("", restored[:behind_added]))]
    found = min((option for option in options if option[0] >= 0), default=None)
    return found[1] if found is not None else _until_together_again(raw, restored)


def _until_together_again(raw: str, restored: str) -> tuple[str, str]:
    """As `_until_together`, where something else stands in the place of what is lost: `1962 crisis`, `1963 crisis`."""
    sight = _SIGHT // 2
    for lost in range(1, min(len(raw) - sight, _FAR) + 1):
        added = restored.find(raw[lost : lost + sight], 0, lost + _FAR)
        if added >= 0:
            return raw[:lost], restored[:added]
    tail = _shared(raw[::-1], restored[::-1])
    return raw[: len(raw) - tail], restored[: len(restored) - tail]


def _moved(lost: str, added: str, raw: str, restored: str) -> bool:
    """Whether what is lost here stands elsewhere in the TEI file, or what is added elsewhere in the transcript."""
    if lost and added:
        return sorted(lost) == sorted(added)
    words = (lost or added).strip()
    there, here = (restored, raw) if lost else (raw, restored)
    return len(words) > 3 and there.count(words) >= here.count(words)


def _shared(one: str, other: str) -> int:
    """How many characters two texts have in common from their start."""
    pairs = zip(one, other, strict=False)
    return next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _around(text: str, at: int, piece: str) -> str:
    """The context of a difference for people: `…said «1» Bye.…`"""
    end = at + len(piece)
    before, after = text[max(at - _CONTEXT, 0) : at], text[end : end + _CONTEXT]
    left, right = "…" if at > _CONTEXT else "", "…" if end + _CONTEXT < len(text) else ""
    return f'"{left}{before}«{_shorten(piece)}»{after}{right}"'


def _quote(piece: str) -> str:
    return f'"{_shorten(piece)}"' if piece else ""


def _shorten(piece: str) -> str:
    return piece if len(piece) <= 2 * _CONTEXT else f"{piece[:_CONTEXT]}…{piece[-_CONTEXT:]}"
