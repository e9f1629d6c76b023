"""Which marks in the text belong to the notes of the list at the end.

Marks are glued to what stands before them: `talk,1 when`, `Dobrynin)0`, `November 212 and` (21 November, note 2). No
local pattern tells them from figures (`MIG-21s`, `1959`, `CO2`), so the whole document decides: marks form a sequence
that rises with the list. Each place where a digit might be a mark gets a weight from what stands around it, and the
heaviest rising sequence of places wins (dynamic programming over places; linear in the text for a given list).

In some volumes the first mark is 0 while the list begins at 1; a mark may be printed twice and then has two notes;
the mark of a note may be lost with the line it stood in. The drift between list and marks is part of the state.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.model import Span

_FIGURES = re.compile(r"(?<![\d\-–$£/#])\d{1,7}(?![\d]|[-–/]\d|[.,]\w|[A-Za-z]|\s?[ap]\.?\s?m\b)")
_BRACKETED = re.compile(r"\((\d{1,3})\)|\[\^?(\d{1,3})\](?:\(#?\w*\))?|\^(\d{1,3})|<sup>(\d{1,3})</sup>")
_SYMBOLS = re.compile(r"(?<=[\w.,;:)\]”’])(\*{1,4}|[†‡§]{1,3})(?=[\s.,;:)—–]|$)")
_MONTH_DAY = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)\s+$"
)
_YEAR_END = re.compile(r"(?<!\d)(?:1[6-9]|20)\d\d[.,?!]$")
_YEAR_AFTER = re.compile(r",?\s+(?:1[6-9]|20)\d\d\b")
"""`December 11, 1948` is the eleventh, not the first with note 1."""
_NAMED_FIGURE = re.compile(r"(?:[A-Z][\w’.]*|[Tt]elegrams?|despatch(?:es)?|and|[Nn]os?\.|\bp{1,2}\.)[ ]$")
"""A figure that counts things by name: `Article 51`, `NSC Actions Nos. 1460 and 1462`, `telegram 453`."""

Form = Literal["glued", "bracketed", "any"]
"""How marks are printed: glued to a word (`Home.1`), in brackets (`(1)`, `[1]`, `^1`), or either."""
SKIP = -1.0
"""Weight of a note without a mark."""
DRIFT = -1.5
"""Weight of a step by which list numbers and marks part (a repeated mark, a sign instead of a figure)."""
MAX_DRIFT = 6


@dataclass(frozen=True, slots=True)
class Place:
    """A place where a mark may stand: `span` of the mark, `label` (its number, None for a sign), `weight`."""

    span: Span
    label: int | None
    weight: float


def _weight_after(text: str, at: int) -> float | None:
    """How well a mark may stand at `at`, judged by what is before it; None if it can't."""
    before = text[at - 1] if at else "\n"
    if before.isspace():
        line_start = max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
        return None if not text[line_start:at].strip() else -0.2
    if before in ".,?!" and text[at - 2 : at - 1].isdigit():
        return 1.5 if _YEAR_END.search(text[max(0, at - 6) : at]) else 0.2
    if before in ".?!”\"’'ʼ)],;:":
        return 3.0
    if before in "—…*_~%":
        return 1.5
    if before.isalpha():
        word = re.search(r"[^\W\d_]+$", text[max(0, at - 12) : at])
        return 0.2 if word is None or (len(word.group()) < 3 and word.group().isupper()) else 3.0
    return None


def _split_weight(text: str, start: int, end: int, prefix: str) -> float | None:
    """Weight of a figure that ends in a mark: `212` after November is day 21 and mark 2, `19551` year and mark.

    Other figures (`Article 514` for Article 51, note 4) are cut only where the note would have no mark otherwise.
    """
    if _YEAR_AFTER.match(text, end):
        return None
    if _MONTH_DAY.search(text[max(0, start - 12) : start]) and 1 <= int(prefix) <= 31:
        return 1.5
    if len(prefix) == 4 and prefix[:2] in ("17", "18", "19", "20"):
        return 1.5
    year = end - start == 4 and text[start : start + 2] in ("17", "18", "19", "20")
    return None if year or len(prefix) < 2 or not _NAMED_FIGURE.search(text[max(0, start - 24) : start]) else 0.4 + SKIP


def _line_ends(text: str, at: int) -> bool:
    rest = re.match(r"[ \t]*(?:\d{1,3}[ \t]*)*(?=[\r\n]|$)", text[at : at + 40])
    return rest is not None


def _plain_places(text: str, span: Span) -> list[Place]:
    places = []
    for match in _FIGURES.finditer(text, span.start, span.end):
        start, end = match.span()
        figure = match.group()
        weight = _weight_after(text, start)
        if weight is not None and text[start - 1].isspace():
            weight = 1.5 if _line_ends(text, end) else None
        if weight is not None and len(figure) <= 3 and (len(figure) == 1 or figure[0] != "0"):
            places.append(Place(Span(start, end), int(figure), weight))
        for cut in range(1, min(4, len(figure))):
            prefix, suffix = figure[:-cut], figure[-cut:]
            weight = _split_weight(text, start, end, prefix)
            if weight is not None and (suffix[0] != "0" or len(suffix) == 1):
                places.append(Place(Span(end - cut, end), int(suffix), weight))
    return places


def candidates(text: str, spans: Sequence[Span], form: Form = "any") -> list[Place]:
    """All places of `text` within `spans` where a mark may stand, in text order."""
    places = []
    for span in spans:
        if form != "bracketed":
            places += _plain_places(text, span)
        if form != "glued":
            for match in _BRACKETED.finditer(text, span.start, span.end):
                places.append(Place(Span(*match.span()), int(next(g for g in match.groups() if g)), 2.5))
        for match in _SYMBOLS.finditer(text, span.start, span.end):
            places.append(Place(Span(*match.span()), None, 0.6))
    return sorted(places, key=lambda place: (place.span.end, -place.span.start))


@dataclass(frozen=True, slots=True)
class _State:
    score: float
    place: Place | None
    previous: _State | None
    item: int


def match_marks(
    text: str, spans: Sequence[Span], count: int, first: int = 1, form: Form = "any"
) -> list[Place | None]:
    """The mark of each of the `count` notes of a list numbered from `first`; None where there is none.

    `spans` are the parts of `text` where marks may stand (not the list itself), in text order.
    """
    if not count:
        return []
    best: dict[tuple[int, int], _State] = {}

    def leading(item: int, drift: int, end: int) -> _State | None:
        """The best state of an earlier note with this drift whose mark ends before `end`."""
        found = None
        for earlier in range(item - 1, -1, -1):
            state = best.get((earlier, drift))
            if state is None or state.place is None or state.place.span.end > end:
                continue
            score = state.score + SKIP * (item - 1 - earlier)
            if found is None or score > found.score:
                found = _State(score, state.place, state, earlier)
        return found

    for place in candidates(text, spans, form):
        fresh: list[tuple[tuple[int, int], _State]] = []
        for drift in range(MAX_DRIFT):
            items = range(count) if place.label is None else (place.label + drift - first,)
            for item in items:
                if not 0 <= item < count:
                    continue
                options: list[tuple[float, _State | None]] = []
                if drift <= 1 and place.label is not None:
                    options.append((SKIP * item, None))
                if place.label is not None and (same := leading(item, drift, place.span.start)):
                    options.append((same.score, same.previous))
                if drift and (less := leading(item, drift - 1, place.span.start)):
                    options.append((less.score + DRIFT, less.previous))
                if not options:
                    continue
                score, previous = max(options, key=lambda option: option[0])
                fresh.append(((item, drift), _State(score + place.weight, place, previous, item)))
        for key, state in fresh:
            if key not in best or state.score > best[key].score:
                best[key] = state
    marks: list[Place | None] = [None] * count
    ends = [(state.score + SKIP * (count - 1 - item), -drift, state) for (item, drift), state in best.items()]
    state: _State | None = max(ends, key=lambda end: end[:2])[2] if ends else None
    if state is not None and state.score + SKIP * (count - 1 - state.item) <= SKIP * count:
        state = None
    while state is not None:
        marks[state.item] = state.place
        state = state.previous
    return marks
