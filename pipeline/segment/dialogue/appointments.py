"""Who is named where a treaty says whom each party has sent: no speakers, though the lines look like labels.

    … have appointed as their Plenipotentiaries:
    The President of the French Republic:         no label
        M. Aristide Briand, Prime Minister;       no words of his

Such a row begins behind a sentence that announces it, and goes on as long as only names stand behind the labels.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from operator import attrgetter

from pipeline.segment.dialogue.labels import Label
from pipeline.segment.dialogue.printed import WORD

_ENVOYS = re.compile(
    r"(?:lenipoten[ct]i|LENIPOTEN[CT]I|evollmächtigt|epresentative|EPRESENTATIVE|elegate|ommissioner)\w*"
    r"[^.:;\n]{0,60}[.:;,][ \t]*(?=\r?\n)"
)
"""Those who are sent, at the end of a line with which something is announced."""
_APPOINTED = re.compile(
    r"\b(?:appointed|nam(?:ed|ing)|nominated|designated|delegated|commissioned|chosen|nommé|désigné|nombrado|designado"
    r"|nomeado|nominato|ernannt)\b[^.:;]*\Z"
)
_SENTENCE = 200
"""How far before the end of a line the verb may stand that announces the names."""
_ENTRY = re.compile(
    r"(?!.*\b(?:I|[Ww]e|is|are|was|were|has|have|had|shall|will|would|should|must|can|do|did)\b)"
    rf"(?:[a-z]+[ \t])?{WORD}(?:[ \t]+{WORD}){{0,14}}[ \t]*(?:[,;:(\[]|\Z)"
)
"""A line that begins with a name and its titles, and is no sentence: `Dr. Hans Luther, Chancellor of the Empire;`"""
_LONGEST = 3000
"""Characters that the names of one party may take."""
_WORDS = re.compile(r"\s*[^\n]*")
_AT = attrgetter("at")


def without_appointments(found: Sequence[Label], text: str) -> Sequence[Label]:
    """The possible labels, in text order, without those of rows in which treaties name their signatories."""
    if not found:
        return found
    dropped = {label for start in _announced(text) for label in _row(found, text, start)}
    return [label for label in found if label not in dropped] if dropped else found


def _announced(text: str) -> Iterator[int]:
    """Where the names begin that a sentence announces."""
    for envoys in _ENVOYS.finditer(text):
        sentence = text[max(0, envoys.end() - _SENTENCE) : envoys.end() - 1].casefold()
        if _APPOINTED.search(sentence):
            yield envoys.end()


def _row(found: Sequence[Label], text: str, start: int) -> Iterator[Label]:
    """The labels behind an announcement up to the first words that are no names."""
    for label in islice(found, bisect_left(found, start, key=_AT), None):
        near = label.at <= start + _LONGEST
        if not (near and _names(text[start : label.at]) and _names(_first_line(text, label.end))):
            return
        yield label
        start = max(start, label.end)


def _first_line(text: str, start: int) -> str:
    """The first words behind a label, to the end of their line."""
    words = _WORDS.match(text, start)
    return words[0] if words else ""


def _names(text: str) -> bool:
    """Whether all lines begin with names, but for those that go on with the line before."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return all(_ENTRY.match(line) or before[-1:].isalpha() for before, line in pairwise(["", *lines]))
