"""Which marks in the text belong to the notes of the list at the end.

Marks are glued to what stands before them: `talk,1 when`, `Dobrynin)0`, `November 212 and` (21 November, note 2). No
local pattern tells them from figures (`MIG-21s`, `1959`, `CO2`), so the whole document decides: marks form a sequence
that rises with the list. Each place where a digit might be a mark gets a weight from what stands around it, and the
heaviest rising sequence of places wins (dynamic programming over places; linear in the text for a given list).

In some volumes the first mark is 0 while the list begins at 1; a mark may be printed twice and then has two notes;
the mark of a note may be lost with the line it stood in. The drift between list and marks is part of the state.
Volumes before 1946 number the notes of a whole chapter, from 1 to 99 and again from 1, while the list under a document
begins at 1 (`running`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from pipeline.grammar.counters import COUNTERS
from pipeline.grammar.date_words import SHORT_OR_FULL
from pipeline.model import Span

_FIGURES = re.compile(r"\d(?<![\d\-–$£/#]\d)\d{0,6}(?![\d]|[-–/:]\d|[.,]\w|[A-Za-z]|\s?[ap]\.?\s?m\b)")
_BRACKETED = re.compile(r"\((\d{1,3})\)|\[\^?(\d{1,3})\](?:\(#?\w*\))?|\^(\d{1,3})|<sup>(\d{1,3})</sup>")
_SYMBOLS = re.compile(r"[*†‡§](?:(?<=\*)\*{0,3}|(?<!\*)[†‡§]{0,2})(?=[\s.,;:)—–]|$)")
_SYMBOL_AFTER = re.compile(r"[\w.,;:)\]”’]")
_LETTERED = re.compile(r"\d\d?[a-d](?=[\s.,;:)\]—–”]|$)")
_LETTERED_AFTER = re.compile(r"[^\d\s][a-z.,;:)\]”’]|.[a-z)\]”’]")
"""A note put in when the others had their numbers: `concur.78a`."""
_POSTAL = re.compile(r"(?<![A-Z.])(?:[NS]?\.?[EW]|E\.?C|W\.?C)\.\Z")
"""The district of a London address: `Downing Street, S.W.1`."""
_MONTH_DAY = re.compile(rf"{SHORT_OR_FULL}\s+$")
_DAY_END = re.compile(rf"{SHORT_OR_FULL}\s+\d{{1,2}}[.,]$")
"""`of November 10,0 I`: no thousands, but the tenth, and note 0."""
_THOUSANDS = re.compile(r"(?<![\d,])\d{1,3}(?:,\d{3})*,$")
_HOUR = re.compile(r"(?<![\d:])\d{1,2}:$")
_YEAR_END = re.compile(r"(?<!\d)(?:1[6-9]|20)\d\d[.,?!]$")
_SENTENCE_AFTER = re.compile(r"\d{1,2}\s+(?:[A-Z][a-z]|[“\"(\[])")
"""`Re Delga 640.1 Rusk and I`: no decimal number, where a sentence begins after it."""
_SECTION_NUMBER = re.compile(r"(?:\A|\n)[ \t]*(?:\d+\.)+$")
"""`2.1 Trade`: the number of a section."""
_DATE_AFTER = re.compile(r",?\s+(?:1[6-9]|20)\d\d\b|\s?[—–,]\s?\d{1,2}(?::\d\d)?\s?[ap]\.?\s?m\b")
"""`December 11, 1948`, `February 21—1:15 p. m.` are the eleventh and the 21st, no first or second with note 1."""
_NAMED_FIGURE = re.compile(r"(?:[A-Z][\w’.]*|[Tt]elegrams?|despatch(?:es)?|and|[Nn]os?\.|\bp{1,2}\.)[ ]$")
"""A figure that counts things by name: `Article 51`, `NSC Actions Nos. 1460 and 1462`, `telegram 453`."""

_COUNTER = re.compile(rf"\b(?:{'|'.join(sorted(COUNTERS))}|p\.)\.?\s+\Z", re.IGNORECASE)
"""What is counted by the figure after it: `Article 1`, `Option 2`."""

Form = Literal["glued", "bracketed", "any"]
"""How marks are printed: glued to a word (`Home.1`), in brackets (`(1)`, `[1]`, `^1`), or either."""
SKIP = -1.0
"""Weight of a note without a mark."""
DRIFT = -1.5
"""Weight of a step by which list numbers and marks part (a repeated mark, a sign instead of a figure)."""
RUNNING = -1.2
"""Weight of a list whose marks do not begin at 0 or 1."""
ROUND = 99
"""After the mark of this number, a running count begins again at 1."""
SURE = 2.5
"""With this weight for each note, no other beginning of the count is tried."""
STRONG = 1.5
"""Marks of this weight are believed before the others are looked at."""
DOUBTFUL = 0.1
"""Weight of a figure that looks like a number of the text itself: `Section 1` alone on its line, `(1)` at the start of
one. It proves no list, but may be the mark of a note that is known to be one: `Attachment 3`."""
MAX_DRIFT = 8
REACH = 12
"""How many notes in a row may be without a mark."""
LEAD = 30.0
"""How far a chain may be behind the best and still go on with a sign, which may belong to any note: ten sure marks."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place where a mark may stand: `span` of the mark, `label` (its number, None for a sign), `weight`."""

    span: Span
    label: int | None
    weight: float


def _weight_after(text: str, at: int) -> float | None:
    """How well a mark may stand at `at`, judged by what is before it; None if it can't."""
    before = text[at - 1] if at else "\n"
    if before == "." and _POSTAL.search(text, max(0, at - 6), at):
        return None
    if before.isspace():
        if text[max(at - 2, 0) : at].isspace() and at > 1:
            return None  # the figure of a column
        line_start = max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
        return None if not text[line_start:at].strip() else -0.2
    if before in ".,?!" and text[at - 2 : at - 1].isdigit():
        if _DAY_END.search(text[max(0, at - 16) : at]) or _YEAR_END.search(text[max(0, at - 6) : at]):
            return 1.6
        ended = _SENTENCE_AFTER.match(text, at) and not _SECTION_NUMBER.search(text[max(0, at - 12) : at])
        return 1.5 if ended else 0.2
    if before in ".?!”\"’'ʼ)],;:":
        return 3.0
    if before in "—…*_~%":
        return 1.5
    if before.isalpha():
        word = re.search(r"[^\W\d_]+$", text[max(0, at - 12) : at])
        return 0.2 if word is None or (len(word.group()) < 3 and word.group().isupper()) else 3.0
    return None


def _split_weight(text: str, start: int, end: int, prefix: str) -> float | None:
    """Weight of a figure that ends in a mark: `212` after November is day 21 and mark 2, `19551` year and mark; three
    digits stand after the comma of thousands (`$2,5006`), two after the hour (`10:3012`).

    A day that is one as it stands (`November 21`) is cut only at need, and so are other figures (`Article 514` for
    Article 51, note 4); never before its year, where no day of the calendar is (`July 122, 1918`) always. Two figures
    of a longer number (`State 471513`) are cut at need too: one number in a hundred ends so by chance.
    """
    dated = _MONTH_DAY.search(text[max(0, start - 12) : start]) and 1 <= int(prefix) <= 31
    if dated and int(text[start:end]) > 31 and not prefix.startswith("0"):
        return 1.5
    if _DATE_AFTER.match(text, end):
        return None
    if dated:
        return 0.3
    if len(prefix) == 4 and prefix[:2] in ("17", "18", "19", "20"):
        return 1.5
    year = end - start == 4 and text[start : start + 2] in ("17", "18", "19", "20")
    before = text[max(0, start - 16) : start]
    if (len(prefix) == 3 and not year and _THOUSANDS.search(before)) or (
        len(prefix) == 2 and prefix < "60" and _HOUR.search(before)
    ):
        return 1.5
    if year or len(prefix) < 2:
        return None
    named = _NAMED_FIGURE.search(text[max(0, start - 24) : start]) is not None
    return 0.4 + SKIP if named or end - start - len(prefix) > 1 else None


_LINE_END = re.compile(r"[ \t\d]*+(?=[\r\n]|\Z)")
_GOES_ON = re.compile(r"[ \t]*(?:\r\n?|\n)[ \t]*[^\W\d_A-Z]")


def _line_ends(text: str, at: int) -> bool:
    return _LINE_END.match(text, at, at + 40) is not None


def _weight_apart(text: str, start: int, end: int) -> float | None:
    """The weight of a figure with a blank before it: at the end of a line (`Washington, May 5, 1961. 2`) it may be a
    mark; doubtful is what counts the words before it (`Article 1`), and whether a sentence ends that goes on below."""
    if not _line_ends(text, end):
        return None
    before = _line_before(text, start)
    counts = len(before.split()) < 2 or _COUNTER.search(before) is not None
    return DOUBTFUL if counts or _GOES_ON.match(text, end) else 1.5


def _line_before(text: str, at: int) -> str:
    """What stands before an offset on its line, as far as it is looked at."""
    before = text[max(0, at - 100) : at]
    return before[max(before.rfind("\n"), before.rfind("\r")) + 1 :]


def _counted(text: str, places: Sequence[Place]) -> list[Place]:
    """The places, where figures that count headings are doubtful: the same words stand before another figure too, as
    in `Course of Action 1` and `Course of Action 2`."""
    named = [_heading_before(text, place) for place in places]
    times = Counter(filter(None, named))
    return [
        replace(place, weight=DOUBTFUL) if times[words] > 1 else place
        for place, words in zip(places, named, strict=True)
    ]


def _heading_before(text: str, place: Place) -> str:
    """The words before a figure that a blank parts from them, if it ends their line."""
    start, end = place.span.start, place.span.end
    apart = place.label is not None and text[max(start - 1, 0) : start].isspace() and _line_ends(text, end)
    return _line_before(text, start).strip().casefold() if apart else ""


def _plain_places(text: str, span: Span) -> list[Place]:
    """Figures that may be marks, or end in one. The mark 0 stands at the end of a title or dateline only."""
    places = []
    for match in _FIGURES.finditer(text, span.start, span.end):
        start, end = match.span()
        figure = match.group()
        weight = _weight_after(text, start)
        if weight is not None and text[start - 1].isspace():
            weight = _weight_apart(text, start, end)
        if weight is not None and len(figure) <= 3 and (len(figure) == 1 or figure[0] != "0"):
            places.append(Place(Span(start, end), int(figure), weight))
        for cut in range(1, min(4, len(figure))):
            prefix, suffix = figure[:-cut], figure[-cut:]
            weight = _split_weight(text, start, end, prefix)
            if weight is not None and (suffix[0] != "0" or len(suffix) == 1):
                places.append(Place(Span(end - cut, end), int(suffix), weight))
    return [place for place in places if place.label or _line_ends(text, place.span.end)]


def _unnumbered(text: str, span: Span, form: Form) -> Iterator[Place]:
    """Signs, and numbers with a letter, that are glued to what stands before them."""
    for match in _SYMBOLS.finditer(text, span.start, span.end):
        if match.start() > span.start and _SYMBOL_AFTER.match(text, match.start() - 1):
            yield Place(Span(*match.span()), None, 1.0)
    for match in _LETTERED.finditer(text, span.start, span.end) if form != "bracketed" else ():
        if match.start() > span.start + 1 and _LETTERED_AFTER.match(text, match.start() - 2, match.start()):
            yield Place(Span(*match.span()), None, 1.6)


def candidates(text: str, spans: Sequence[Span], form: Form = "any") -> list[Place]:
    """All places of `text` within `spans` where a mark may stand, in text order."""
    places = []
    for span in spans:
        if form != "bracketed":
            places += _plain_places(text, span)
        if form != "glued":
            for match in _BRACKETED.finditer(text, span.start, span.end):
                begins = not _line_before(text, match.start()).strip()
                weight = DOUBTFUL if begins else 2.5
                places.append(Place(Span(*match.span()), int(next(g for g in match.groups() if g)), weight))
        places += _unnumbered(text, span, form)
    return sorted(_counted(text, places), key=lambda place: (place.span.end, -place.span.start))


@dataclass(frozen=True, slots=True)
class _State:
    """The best way to have given note `item` its mark at `place`; `previous` gave an earlier note its own."""

    score: float
    place: Place
    previous: _State | None
    item: int


class _Chains:
    """The best chain of marks for each last note and drift, grown place by place in text order."""

    def __init__(self, count: int, first: int) -> None:
        self._count = count
        self._first = first
        self._best: dict[tuple[int, int], _State] = {}
        self._top: dict[int, float] = {}
        """The score of the best chain with this last note."""
        self._ahead = 0
        """The last note of the best of all chains."""

    def _before(self, item: int, drift: int, end: int) -> _State | None:
        """The best chain of this drift that gave its last mark to an earlier note, before the offset `end`.

        Skipped notes in between cost `SKIP` each; no chain is longer than the list, so few notes are looked at.
        """
        found, score = None, float("-inf")
        for earlier in range(item - 1, max(-1, item - 1 - REACH), -1):
            state = self._best.get((earlier, drift))
            if state is not None and state.place.span.end <= end:
                reached = state.score + SKIP * (item - 1 - earlier)
                if reached > score:
                    found, score = state, reached
        return found

    def _grown(self, place: Place, item: int, drift: int) -> _State | None:
        options: list[tuple[float, _State | None]] = []
        if place.label is not None:
            if drift <= 1:
                options.append((SKIP * item, None))
            if same := self._before(item, drift, place.span.start):
                options.append((same.score + SKIP * (item - 1 - same.item), same))
        elif drift == 1:
            options.append((SKIP * item + DRIFT, None))
        if drift and (less := self._before(item, drift - 1, place.span.start)):
            options.append((less.score + SKIP * (item - 1 - less.item) + DRIFT, less))
        if not options:
            return None
        score, previous = max(options, key=lambda option: option[0])
        return _State(score + place.weight, place, previous, item)

    def _items(self, label: int, drift: int) -> Sequence[int]:
        """The notes that may have a mark of this number, counted from 0."""
        item = label + drift - self._first
        return (item, item + ROUND) if self._first > 1 else (item,)

    def add(self, place: Place) -> None:
        """Let `place` be the mark of every note that its label allows."""
        grown: list[tuple[int, int, _State]] = []
        near = self._near() if place.label is None else ()
        for drift in range(MAX_DRIFT):
            for item in near if place.label is None else self._items(place.label, drift):
                if 0 <= item < self._count and (state := self._grown(place, item, drift)):
                    grown.append((item, drift, state))
        for item, drift, state in grown:
            known = self._best.get((item, drift))
            if known is None or state.score > known.score:
                self._best[item, drift] = state
                self._top[item] = max(state.score, self._top.get(item, state.score))
                self._ahead = max(self._ahead, item, key=lambda one: self._top.get(one, 0.0))

    def _near(self) -> range:
        """The notes that a sign may belong to: those around the last of the best chain, as far as there are chains
        that are not too far behind it."""
        least = self._top.get(self._ahead, 0.0) - LEAD
        ends = []
        for step in (-1, 1):
            end = at = self._ahead
            while 0 <= at < self._count and abs(at - end) <= REACH:
                end = at if self._top.get(at, least - 1) >= least else end
                at += step
            ends.append(end)
        return range(max(ends[0] - 1, 0), min(ends[1] + REACH + 1, self._count))

    def marks(self) -> tuple[float, list[Place | None]]:
        """The weight of the best chain, and its marks note by note."""
        marks: list[Place | None] = [None] * self._count
        ends = [  # rounded, so that of equal chains the one without drift is taken
            (round(state.score + SKIP * (self._count - 1 - item), 6), -drift, item)
            for (item, drift), state in self._best.items()
        ]
        score, drift, item = max(ends, default=(float("-inf"), 0, 0))
        state = self._best[item, -drift] if score > SKIP * self._count else None
        while state is not None:
            marks[state.item] = state.place
            state = state.previous
        return max(score, SKIP * self._count), marks


def _starts(places: Sequence[Place], count: int) -> Iterator[int]:
    """With which numbers a running count may begin: those that the most of the sure marks can follow."""
    weights: dict[int, float] = {}
    for place in places:
        if place.label is not None and place.weight >= STRONG:
            weights[place.label] = max(place.weight, weights.get(place.label, 0.0))
    starts = {start for label in weights for start in range(max(2, label - 2), label + 1)}
    followed = {start: sum(weights.get(label, 0.0) for label in range(start, start + count)) for start in starts}
    yield from sorted(followed, key=lambda start: (-followed[start], start))[:4]


def match_marks(
    text: str, spans: Sequence[Span], count: int, first: int = 1, form: Form = "any", *, running: bool = False
) -> list[Place | None]:
    """The mark of each of the `count` notes of a list numbered from `first`; None where there is none.

    `spans` are the parts of `text` where marks may stand (not the list itself), in text order. With `running`, marks
    may go on from those of an earlier document (13, 14, 15 for the notes 1, 2, 3).
    """
    places = candidates(text, spans, form) if count else []

    def matched(start: int) -> tuple[float, list[Place | None]]:
        chains = _Chains(count, start)
        for place in places:
            chains.add(place)
        return chains.marks()

    score, marks = matched(first)
    if running and score < SURE * count:
        for start in _starts(places, count):
            other, found = matched(start)
            if other + RUNNING > score:
                score, marks = other + RUNNING, found
    return marks
