"""Running heads, whatever their words are: lines that hold the number of the page, lines that come back.

    2          Security Council - Seventeenth year       12685          COMMONS DEBATES          May 16, 1974
    1022nd meeting - 23 October 1962          3          RUSK -- I -- 2

No list of words knows them all, and heads of left and right pages differ; but their figures rise by one from page to
page, and they cut sentences, come back with the same words, or have the figure now left, now right.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.segment.lines import Line

_LONGEST = 120
_LEFT = re.compile(r"[-–—]?\s?(?P<n>\d{1,5})\s?[-–—]?(?:[ ]{3,}|\t\s*)(?P<words>\S.*)")
_RIGHT = re.compile(r"(?P<words>\S.*?)(?P<gap>[ ]{3,}|\t\s*|[ ][-–—]{1,2}[ ])[-–—]?\s?(?P<n>\d{1,5})\s?[-–—]?")
_EDGES = frozenset("0123456789-–—")
"""With what such a line begins or ends."""
_WORD = re.compile(r"[^\W\d_]{3,}")
_ENDS = re.compile(r"[.?!:;…]['\"”’)\]]*$")
_LOWER = re.compile(r"[\"'“‘(]?[a-zà-ÿ]")
_PROSE = 40
"""A line longer than this is text between two pages."""
_STOP = re.compile(r"[.?!:;,]['\"”’)\]]*$")
_RECURS = 3
"""So many lines with the same words are needed where the figures do not rise with the pages."""
_FIRST_PART = 3
"""An enumeration begins with 1, or with 2 where the first heading is lost or has more words."""
_STEP = 2
"""Every page or every second page may have such a head."""


@dataclass(frozen=True, slots=True)
class Folio:
    """A line with a figure at one end: its index, the figure, its side, the other words, whether a gap parts them."""

    at: int
    n: int
    left: bool
    words: str
    wide: bool


def split_folio(text: str) -> tuple[str, str] | None:
    """The words and the figure of a line that ends or begins with the number of a page after a wide gap:
    `SECRET/SENSITIVE              -2-`."""
    found = _folio(0, text)
    return (found.words, str(found.n)) if found is not None and found.wide else None


def _folio(at: int, text: str) -> Folio | None:
    if len(text) > _LONGEST or not (_EDGES.issuperset(text[:1]) or _EDGES.issuperset(text[-1:])):
        return None
    if not ("   " in text or "\t" in text or " -" in text or " –" in text or " —" in text):
        return None
    if left := _LEFT.fullmatch(text):
        return Folio(at, int(left["n"]), True, left["words"], True)
    if right := _RIGHT.fullmatch(text):
        return Folio(at, int(right["n"]), False, right["words"], not right["gap"].strip())
    return None


def numbered_heads(lines: Sequence[Line], known: set[int]) -> dict[int, tuple[int, bool]]:
    """The lines that are such heads: index → number of the page, and whether it stands at the foot of its page.

    `known` are the lines that are furniture by their own words.
    """
    folios = [found for i, line in enumerate(lines) if i not in known and (found := _folio(i, line.text)) is not None]
    folios = [one for one in folios if _is_titled(one.words)]
    if not folios:
        return {}
    others = {one.at for one in folios} | known
    prose = _prose_before(lines, others)
    end = next((i for i in range(len(lines) - 1, -1, -1) if i not in others), -1)
    heads: dict[int, tuple[int, bool]] = {}
    for run in _runs(folios, prose):
        if _proves(lines, run):
            foot = run[0].n == 1 or run[-1].at > end
            heads |= {one.at: (one.n, foot) for one in run if not foot or prose[one.at]}
    return heads


def _is_titled(words: str) -> bool:
    """Whether words are no sentence: half of the longer ones have a capital, and no stop ends them."""
    long = [word for word in _WORD.findall(words) if len(word) > 3 or word[0].isupper()]
    return bool(long) and sum(word[0].isupper() for word in long) * 2 >= len(long) and not _ENDS.search(words)


def _prose_before(lines: Sequence[Line], others: set[int]) -> list[int]:
    """How many lines of text stand before each line, and in all."""
    counts = [0]
    for i, line in enumerate(lines):
        counts.append(counts[-1] + (len(line.text) > _PROSE and i not in others))
    return counts


def _runs(folios: Sequence[Folio], prose: Sequence[int]) -> Iterator[list[Folio]]:
    """Lines whose figures rise by one (by two, if the words are the same) from page to page, with text between."""
    runs: list[list[Folio]] = []
    ending: dict[int, list[Folio]] = {}
    for one in folios:
        before = (ending.get(one.n - step) for step in range(1, _STEP + 1))
        run = next((run for run in before if run and _follows(run, one, prose)), None)
        if run is None:
            runs.append(run := [])
        else:
            del ending[run[-1].n]
        run.append(one)
        ending[one.n] = run
    yield from runs


def _follows(run: Sequence[Folio], one: Folio, prose: Sequence[int]) -> bool:
    last = run[-1]
    alike = any(shape(before.words) == shape(one.words) for before in run[-2:])
    near = one.n == last.n + 1 and one.wide and last.wide
    return prose[one.at] > prose[last.at] and (alike or near)


def _proves(lines: Sequence[Line], run: Sequence[Folio]) -> bool:
    """Whether a run is one of running heads: same words again (but `Session - 1` counts sessions), sides in turn, or a
    sentence cut by one of them. One line alone must cut a sentence and have several words."""
    if len(run) == 1:
        one = run[0]
        return one.wide and " " in one.words and len(lines[one.at - 1].text) > _PROSE and cuts_sentence(lines, one.at)
    again = len({shape(one.words) for one in run}) < len(run) and (run[0].wide or run[0].n >= _FIRST_PART)
    turned = len({one.left for one in run}) > 1
    return again or turned or any(cuts_sentence(lines, one.at) for one in run)


def cuts_sentence(lines: Sequence[Line], at: int) -> bool:
    """Whether a sentence goes on across a line: no stop before it, small letters after it."""
    if not 0 < at < len(lines) - 1:
        return False
    return not _ENDS.search(lines[at - 1].text) and _LOWER.match(lines[at + 1].text) is not None


def shape(text: str) -> str:
    """A line with `#` for its numbers: `10th Feb., 2021` → `#th feb., #`."""
    return re.sub(r"\d+", "#", re.sub(r"\s+", " ", text)).casefold()


def recurring_shapes(lines: Sequence[Line]) -> frozenset[str]:
    """Shapes of lines that come back with another number each time: `立法會 ─ 2013年 5月 2日`, `10th Feb., 2021`.

    A recurring line must be surrounded by blank lines or other furniture and hold a number, lest speakers' names that
    stand alone are taken for running heads.
    """
    seen: dict[str, list[int]] = defaultdict(list)
    for i, line in enumerate(lines):
        text = line.text
        if 3 < len(text) <= 80 and any(map(str.isdigit, text)) and not _STOP.search(text):
            seen[shape(text)].append(i)
    return frozenset(
        words
        for words, places in seen.items()
        if len(places) >= _RECURS and len(words.strip("#. ")) > 3 and not _enumerates(lines, words, places)
    )


_COUNTS = re.compile(r"[^\d]*?(\d+)\.?")


def _enumerates(lines: Sequence[Line], words: str, places: Sequence[int]) -> bool:
    """Whether lines of the same words count the parts of the text, as `Article 1` to `Article 9` do: their one figure
    rises, from a low one, and none of them cuts a sentence."""
    found = [_COUNTS.fullmatch(lines[i].text) for i in places] if words.count("#") == 1 else [None]
    numbers = [int(match[1]) for match in found if match]
    rising = len(numbers) == len(places) and all(0 <= b - a <= 1 or b == 1 for a, b in itertools.pairwise(numbers))
    counts = rising and len(set(numbers)) > 1 and numbers[0] < _FIRST_PART
    return counts and not any(cuts_sentence(lines, i) for i in places)
