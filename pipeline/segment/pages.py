"""Page marks that somebody wrote into the transcript: `[Page 559]`.

A mark that stands alone is a `pb` block, one inside a text an inline claim. Both stand for their characters
(`rend="bracketed"`), which `xslt/restore.xsl` writes again.
"""

from __future__ import annotations

import bisect
import itertools
import re
from collections import Counter
from collections.abc import Iterator

from pipeline.findings import finding
from pipeline.model import Attrs, Block, Claim, Finding, Span, Transcript

MARK = re.compile(r"\[Page (?P<n>[0-9]+[a-z]?|[ivxlc]+)\]")
"""`[Page 559]`, `[Page xii]`."""
_ONLY_MARKS = re.compile(rf"(?:{MARK.pattern.replace('?P<n>', '?:')}\s*)+")
_WORD = re.compile(r"[A-Za-z]+")


def is_only_marks(text: str) -> bool:
    """Whether a line holds page marks and nothing else."""
    return text.startswith("[Page ") and _ONLY_MARKS.fullmatch(text) is not None


_LEFT = re.compile(r"([A-Za-z]+-?)\s*$")
_RIGHT = re.compile(r"\s*([a-z]+)")
_LONGEST = 40
"""No word is longer than this many characters."""


def _attrs(n: str, broken: bool, used: Counter[str]) -> Attrs:
    used[n] += 1
    number = n if used[n] == 1 else f"{n}.{used[n]}"
    word: Attrs = (("break", "no"),) if broken else ()
    return (("n", n), ("xml:id", f"pg-{number}"), *word, ("rend", "bracketed"))


class PageMarks:
    """The page marks of a transcript within a span, each with the attributes of its `pb`.

    A mark parts a word (`break="no"`) when the two pieces joined occur as a word elsewhere in the transcript and one
    of the pieces does not, or when a hyphen ends the first piece.
    """

    def __init__(self, transcript: Transcript, within: Span) -> None:
        self._text = transcript.text
        self._spelt: frozenset[str] = frozenset()
        self._words: Counter[str] = Counter()
        used: Counter[str] = Counter()
        self.marks: list[tuple[Span, Attrs]] = []
        """Where the marks stand, in text order, and the attributes of their `pb`."""
        for mark in MARK.finditer(self._text, within.start, within.end):
            word = self._in_word(*mark.span())
            self.marks.append((word or Span(*mark.span()), _attrs(mark["n"], word is not None, used)))

    def _in_word(self, start: int, end: int) -> Span | None:
        """The mark with the blanks around it, if it parts a word."""
        left = _LEFT.search(self._text, max(0, start - _LONGEST), start)
        right = _RIGHT.match(self._text, end)
        if not left or not right or not self._joined(left[1], right[1]):
            return None
        return Span(left.end(1), right.start(1))

    def _joined(self, left: str, right: str) -> bool:
        if not self._spelt:
            self._spelt = frozenset(_WORD.findall(self._text))
        if left.removesuffix("-") + right not in self._spelt:
            return False
        if left.endswith("-"):
            return True
        if not self._words:
            self._words = Counter(_WORD.findall(self._text))
        return min(self._words[left], self._words[right]) <= 1

    def _within(self, span: Span) -> Iterator[tuple[Span, Attrs]]:
        first = bisect.bisect_left(self.marks, span.start, key=lambda mark: mark[0].start)
        for mark, attrs in itertools.islice(self.marks, first, None):
            if mark.end > span.end:
                return
            yield mark, attrs

    def between(self, span: Span) -> list[Span]:
        """The parts of a span that are no page mark."""
        edges = [span.start]
        for mark, _ in self._within(span):
            edges += [mark.start, mark.end]
        edges.append(span.end)
        return [Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True)]

    def inline(self, span: Span) -> Iterator[Claim]:
        """The marks inside a block as claims."""
        for mark, attrs in self._within(span):
            yield Claim(mark, "pb", "pages/bracketed", attrs=attrs, content=Span(mark.start, mark.start))

    def blocks(self, span: Span) -> Iterator[Block]:
        """The marks of a line that holds nothing else, as blocks."""
        for mark, attrs in self._within(span):
            yield Block("pb", mark, attrs, glyphs=(mark,))

    def findings(self) -> Iterator[Finding]:
        """Pages whose number is not higher than the one before."""
        last = 0
        for span, attrs in self.marks:
            n = dict(attrs)["n"]
            if n.isdigit():
                if int(n) <= last:
                    yield finding("pages/order", f"Page {n} follows page {last}.", "Compare the source.", span)
                last = int(n)
