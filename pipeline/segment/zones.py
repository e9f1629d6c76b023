"""The furniture of a whole document: lines that `furniture` names, and those that their neighbours make furniture.

Lines of furniture that follow each other are one zone, the unnamed scraps between them belong to it, and a zone with
text on both sides may be a page change.

    … This very
    SECRET              ← classification at the foot       ┐
    important           ← catchword                         │ one zone,
    BEST COPY AVAILABLE ← stamp                             │ the page changes before the second SECRET
    ~~SECRET~~          ← classification at the head       │
    -3-                 ← page number                       ┘
    important circumstance …
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.grammar import participants as people
from pipeline.segment import forms
from pipeline.segment.below import goes_on, is_address, of_page_heads
from pipeline.segment.furniture import Tag, bare, recognize
from pipeline.segment.lines import Line
from pipeline.segment.running_heads import cuts_sentence, numbered_heads, recurring_shapes, shape

_PLACE = re.compile(r"(?:WASHINGTON|Washington)(?: \d\d)?(?:,? D\.? ?C\.?)?(?: \d{5})?")
"""The second line of a letterhead."""
_IMPRINT = re.compile(r"(?:COURT|OFFICIAL|STENOTYPE) REPORTERS?\b")
"""What stands below the name of a firm: `NEAL R. GROSS` / `COURT REPORTERS AND TRANSCRIBERS`."""
_NUMBER = re.compile(r"\d{1,4}")
_CODE = re.compile(r"(?=.*\d)(?=.*[-/–—])(?!\d{1,3}[.)]\s)[A-Z]{0,7}[A-Z0-9 .()]*[-/–—][A-Z0-9 .()/–—-]*\d[A-Z0-9()]*")
_SENTENCE_END = re.compile(r"[.?!:;,]['\"”’)\]]*$")
_SCRAP_WIDTH, _SCRAP_WORDS, _SCRAPS = 48, 6, 3
_LEAP, _MEMORY = 60, 40
"""A page number is at most so much higher than the one before, for each page between; so many pages are compared."""
_INITIALS = 6
_FAR = 32
"""A number indented by so many blanks stands at the right edge of the page."""
_LINES = 100
_PROSE = 50
"""A line longer than this (characters) is prose, not front matter."""
_PROSE_IDEOGRAPHS = 14


@dataclass(frozen=True, slots=True)
class Zone:
    """Furniture between two pieces of text: (line index, tag) in text order.

    `change` is the position in `lines` of the first line of the new page, -1 if the page does not change here; it may
    be the number of the lines, if the new page begins with text. `n` is the number of the new page, empty if unknown.
    """

    lines: tuple[tuple[int, Tag], ...]
    change: int = -1
    n: str = ""

    @property
    def first(self) -> int:
        """Index of the first line."""
        return self.lines[0][0]

    @property
    def last(self) -> int:
        """Index of the last line."""
        return self.lines[-1][0]


def _scrap(line: Line) -> bool:
    """Whether a line between lines of furniture is no text: `070 00001`, `important`; `dn5` even glued on."""
    text = line.text
    if not line.blanks and len(text) > _INITIALS:
        return False
    if forms.is_title(text) or forms.is_plain_title(text) or forms.is_dateline(text):
        return False
    return len(text) <= _SCRAP_WIDTH and len(text.split()) <= _SCRAP_WORDS and not _SENTENCE_END.search(text)


def _tags(lines: Sequence[Line], numbers: frozenset[int]) -> dict[int, Tag]:
    """Furniture by its own words or its neighbours'; `numbers` are the lines that are nothing but a number."""
    tags = {i: tag for i, line in enumerate(lines) if (tag := recognize(line.text)) is not None}
    houses = [i for i, tag in tags.items() if tag == Tag("header") and i and i - 1 not in tags]
    for i in houses:
        if is_address(lines[i], lines[i - 1]):
            del tags[i]
    for i, line in enumerate(lines):
        above = tags.get(i - 1)
        if above is not None and above.type == "header" and _PLACE.fullmatch(bare(line.text)):
            tags[i] = Tag("header")
        elif above == Tag("header") and _heads_names(lines[i - 1], line):
            del tags[i - 1]
        elif above is not None and i not in tags and goes_on(above.type, line):
            tags[i] = Tag(above.type)
        elif i and i in tags and not line.blanks and _IMPRINT.match(line.text) and lines[i - 1].text.isupper():
            tags.setdefault(i - 1, Tag("header"))
    tags |= {i: Tag("header", "head") for i in of_page_heads(lines, numbers)}
    heads = numbered_heads(lines, set(tags))
    tags |= {
        i: Tag("footer", "foot", str(n)) if foot else Tag("header", "head", str(n)) for i, (n, foot) in heads.items()
    }
    recurring = recurring_shapes(lines)
    for i, line in enumerate(lines) if recurring else ():
        recurs = i not in tags and len(line.text) <= 80 and shape(line.text) in recurring
        if recurs and (i - 1 in tags or i + 1 in tags or i + 1 in numbers or _stands_alone(lines, i)):
            tags[i] = Tag("header", "page")
    tags |= {i: Tag("header", "page") for i in _dates_of_heads(lines, tags, numbers)}
    return tags


def _heads_names(line: Line, below: Line) -> bool:
    """Whether the words of a letterhead head a list of persons: `White House` / `Zbigniew Brzezinski`."""
    return (
        people.is_group(line.text)
        and not below.blanks
        and len(below.text) <= _SCRAP_WIDTH
        and people.is_name(below.text.partition(",")[0])
    )


def _dates_of_heads(lines: Sequence[Line], tags: dict[int, Tag], numbers: frozenset[int]) -> list[int]:
    """Dates in a page's head of several lines: `Page 3` / `30 April 1997` / `2743`."""
    heads = (i for i, tag in tags.items() if tag.edge in ("page", "head"))
    below = (i + 1 for i in heads if i + 1 < len(lines) and i + 1 not in tags and not lines[i + 1].blanks)
    numbered = (i for i in below if i + 1 in numbers or (i - 1 in numbers and i - 2 in tags))
    return [i for i in numbered if len(lines[i].text) <= _SCRAP_WIDTH and forms.DATE.fullmatch(lines[i].text)]


def _numbers(lines: Sequence[Line], tags: dict[int, Tag], numbers: frozenset[int]) -> dict[int, Tag]:
    """Numbers alone on a line that are page numbers: beside other furniture, or counting up through the document."""
    alone = sorted(numbers.difference(tags))
    paged = any(tag.type == "pageNum" for tag in tags.values()) or len(alone) > 1
    closing = {i for i in alone if i == len(lines) - 1 and paged}
    beside = {i for i in alone if i - 1 in tags or i + 1 in tags} | closing
    beside |= {i for i in alone if tags.get(i - 2, Tag("")).edge == "foot" and len(lines[i - 1].text) <= _INITIALS}
    values = [int(bare(lines[i].text)) for i in alone]
    ruled = {i for run in _counted(alone, values) for i in run}
    value_at = dict(zip(alone, values, strict=True))
    for i in (*alone, *reversed(alone)):  # numbers between misread ones belong to the column too
        near = (i + k for k in (-3, -2, -1, 1, 2, 3) if i + k in ruled and value_at[i + k] == value_at[i] + k)
        if any(not any(j in tags for j in range(min(i, k) + 1, max(i, k))) for k in near):
            ruled.add(i)
    if ruled:
        pages = {i: Tag("pageNum", "page", bare(lines[i].text)) for i in beside - ruled}
        return pages | {i: Tag("lineNum") for i in ruled}
    apart = all(b - a > 6 for a, b in itertools.pairwise(alone))
    bracketed = [k for k, i in enumerate(alone) if lines[i].text == f"[{values[k]}]"]
    if len(bracketed) > 1 and all(values[b] - values[a] == 1 for a, b in itertools.pairwise(bracketed)):
        return {alone[k]: Tag("pageNum", "head", bare(lines[alone[k]].text)) for k in bracketed}
    apart = apart or all(lines[i].indent >= _FAR for i in alone)
    apart = apart or (values[:1] > [1] and any(cuts_sentence(lines, i) for i in alone))
    counting = len(alone) > 1 and apart and all(b - a == 1 for a, b in itertools.pairwise(values))
    return {i: Tag("pageNum", "page", bare(lines[i].text)) for i in (alone if counting else sorted(beside))}


def _counted(alone: Sequence[int], values: Sequence[int]) -> Iterator[list[int]]:
    """Runs of at least three lines, one right below the other, that count up: the line numbers of a court reporter,
    who has fewer than a hundred lines to a page."""
    run: list[int] = []
    previous = -1
    for i, value in zip(alone, values, strict=True):
        if run and i == run[-1] + 1 and value == previous + 1 < _LINES:
            run.append(i)
        else:
            if len(run) > 2:
                yield run
            run = [i]
        previous = value
    if len(run) > 2:
        yield run


def _is_prose(text: str) -> bool:
    """A long line, or a shorter one of ideographs, which say more in a line."""
    return len(text) > _PROSE or (len(text) > _PROSE_IDEOGRAPHS and min(text[:2]) >= "\u2e80")


def _runs(lines: Sequence[Line], tags: dict[int, Tag], cuts: frozenset[int]) -> Iterator[list[tuple[int, Tag]]]:
    """Tagged lines that follow each other, with up to three scraps between them; none goes on at a cut."""
    run: list[tuple[int, Tag]] = []
    for i in sorted(tags):
        between = range(run[-1][0] + 1, i) if run else range(0)
        caught = bool(between) and run[-1][1].type == "catch" and _is_caught(lines[run[-1][0]], lines[between[0]])
        cut = caught or any(k in cuts for k in (*between, i))
        if run and not cut and len(between) <= _SCRAPS and all(_scrap(lines[k]) for k in between):
            run.extend((k, Tag("footer")) for k in between)
        elif run:
            yield run
            run = []
        run.append((i, tags[i]))
    if run:
        yield run


def _is_caught(catchword: Line, line: Line) -> bool:
    """Whether a line begins with the words that stood at the foot of the page before: `/unprecedented`."""
    return line.text.casefold().startswith(catchword.text.strip("/. ").casefold())


def _change(run: Sequence[tuple[int, Tag]]) -> int:
    """Where in a run the new page begins: before its running head, else after the last foot line."""
    edges = [tag.edge for _, tag in run]
    marks = [k for k, (_, tag) in enumerate(run) if tag.type == "classification"]
    heads = [k for k, edge in enumerate(edges) if edge == "head"]
    feet = [k for k, edge in enumerate(edges) if edge == "foot"]
    if heads:
        first = next((k for k in heads if not any(f > k for f in feet)), heads[-1])
        before = [k for k in marks if k < first]
        return before[-1] if len(before) > 1 and before[-1] == first - 1 else first
    if len(marks) > 1 and not any(foot > marks[-1] for foot in feet):
        return marks[-1]
    if feet:
        return feet[-1] + 1
    numbers = [k for k, (_, tag) in enumerate(run) if tag.type == "pageNum"]
    if numbers:
        return numbers[-1] if not marks else (numbers[-1] if marks[-1] < numbers[-1] else marks[-1] + 1)
    return -1


def _evidence(run: Sequence[tuple[int, Tag]]) -> bool:
    """Whether a run is enough to say that the page changes: a number or running head, or two lines of page edges."""
    if any(tag.type == "pb" for _, tag in run):
        return False
    strong = any(tag.edge in ("head", "foot") or tag.type == "pageNum" for _, tag in run)
    return strong or sum(tag.type == "classification" for _, tag in run) > 1


def _attach(lines: Sequence[Line], run: list[tuple[int, Tag]], low: int, cuts: frozenset[int]) -> list[tuple[int, Tag]]:
    """The run with the scraps at its ends: a catchword before it, a reference number (`CUT - 166/2`) after it."""
    first, last = run[0][0], run[-1][0]
    before, after = first - 1, last + 1
    if (
        after < len(lines)
        and after not in cuts
        and lines[after].blanks
        and _CODE.fullmatch(lines[after].text)
        and _stands_alone(lines, after)
    ):
        run = [*run, (after, Tag("header"))]
        after += 1
    if before > low and first not in cuts and _stands_alone(lines, before) and after < len(lines):
        text, following = lines[before].text, lines[after].text
        if _catches(text, following):
            run = [(before, Tag("catch")), *run]
        elif _CODE.fullmatch(text):
            run = [(before, Tag("footer")), *run]
    return run


def _stands_alone(lines: Sequence[Line], i: int) -> bool:
    return (i == 0 or bool(lines[i].blanks)) and (i + 1 == len(lines) or bool(lines[i + 1].blanks))


def _catches(text: str, following: str) -> bool:
    """Whether a lone scrap announces the first word of the next page, possibly misread (`Kennedy` / `Kusnetsov`)."""
    if len(text) > 20 or len(text.split()) > 2 or _SENTENCE_END.search(text) or text[:1].isdigit():
        return False
    return text[:1].isalpha() and text[:1] == following[:1]


def _catchwords(lines: Sequence[Line], run: Sequence[tuple[int, Tag]]) -> list[tuple[int, Tag]]:
    """Scraps inside the run that repeat the next page's first word are catchwords."""
    after = run[-1][0] + 1
    word = lines[after].text.split()[0].casefold().rstrip(".,") if after < len(lines) else ""

    def caught(i: int, tag: Tag) -> bool:
        return tag == Tag("footer") and bool(word) and lines[i].text.casefold().rstrip(".,") == word

    return [(i, Tag("catch") if caught(i, tag) else tag) for i, tag in run]


def zones(lines: Sequence[Line], cuts: frozenset[int] = frozenset()) -> tuple[Zone, ...]:
    """All furniture of a document in text order; pages change only after the first line of prose.

    `cuts` are indices of lines before which something else stands (a list of notes): no zone lies across them.
    """
    alone = frozenset(i for i, line in enumerate(lines) if _NUMBER.fullmatch(bare(line.text)))
    tags = _tags(lines, alone)
    start = next((i for i, line in enumerate(lines) if i not in tags and _is_prose(line.text)), len(lines))
    headed = tags.get(0, Tag("")) == Tag("header", "page")
    numbers = _numbers(lines, tags, alone).items()
    tags |= {
        i: tag for i, tag in numbers
        if i + 1 >= start or tag.type == "lineNum" or (headed and i == 1) or lines[i].indent >= _FAR
    }  # fmt: skip
    found: list[Zone] = []
    low = -1
    for run in _runs(lines, tags, cuts):
        inside = run[0][0] > start and run[-1][0] + 1 < len(lines)
        if inside and _evidence(run):
            run = _catchwords(lines, _attach(lines, run, low, cuts))
            change = _change(run)
            run = [(i, Tag("header", tag.edge) if tag == Tag("footer") and 0 <= change <= k else tag)
                   for k, (i, tag) in enumerate(run)]  # fmt: skip
            found.append(Zone(tuple(run), change))
        else:
            first = next((k for k, (_, tag) in enumerate(run) if tag.edge == "head"), -1) if run[0][0] <= start else -1
            found.append(Zone(tuple((i, Tag("stamp") if tag == Tag("footer") else tag) for i, tag in run), first))
        low = run[-1][0]
    return _numbered(_placed(found))


def _placed(found: Sequence[Zone]) -> list[Zone]:
    """The zones with page numbers that may belong to either side of the page change given to one of them.

    `SECRET` / `-2-` / `SECRET`: the head of the new page, unless the first such number is 1, which closes page 1.
    `-2` / `Prime Minister (continued)`: the foot of the old page, unless the first is 2 at the first change.
    """
    placed = list(found)
    between = {k: at for k, zone in enumerate(found) if (at := _between(zone)) >= 0}
    above = {k: at for k, zone in enumerate(found) if (at := _above_head(zone)) >= 0}
    first_change = next((k for k, zone in enumerate(found) if zone.change >= 0), -1)

    def number(places: dict[int, int]) -> str:
        zone, at = next(iter(places.items()))
        return found[zone].lines[at][1].n

    if between and number(between) != "1":
        placed = [replace(zone, change=between.get(k, zone.change)) for k, zone in enumerate(placed)]
    if above and number(above) == "2" and next(iter(above)) == first_change:
        placed = [replace(zone, change=above.get(k, zone.change)) for k, zone in enumerate(placed)]
    return placed


def _between(zone: Zone) -> int:
    """Where a page number stands between the zone's first and last classification, at which the page changes; or -1."""
    kinds = [tag.type for _, tag in zone.lines]
    if zone.change < 0 or kinds.count("classification") < 2 or kinds[zone.change :][:1] != ["classification"]:
        return -1
    inner = range(kinds.index("classification") + 1, zone.change)
    return next((k for k in inner if kinds[k] == "pageNum"), -1)


def _above_head(zone: Zone) -> int:
    """Where a page number opens the zone right above the running head at which the page changes; or -1."""
    kinds = [tag.type for _, tag in zone.lines[: zone.change + 1]]
    return 0 if zone.change == 1 and kinds == ["pageNum", "header"] else -1


def _numbered(found: Sequence[Zone]) -> tuple[Zone, ...]:
    """The zones with the numbers of the pages that they open: printed at the page's head, else at its foot.

    A number counts only if it fits the others: see `_rising`.
    """
    pages = [k for k, zone in enumerate(found) if zone.change >= 0]
    numbers: dict[int, int] = {}
    for here, zone in enumerate(found):
        if zone.change < 0:
            continue
        head = [tag.n for _, tag in zone.lines[zone.change :] if tag.n.isdigit()]
        if head:
            numbers[here] = int(head[0])
    for here, following in zip(pages, [*pages[1:], len(found) - 1], strict=False):
        zone = found[following]
        end = zone.change if zone.change >= 0 else len(zone.lines)
        foot = [
            tag.n for _, tag in zone.lines[:end] if (tag.type == "pageNum" or tag.edge == "foot") and tag.n.isdigit()
        ]
        if here not in numbers and foot and following > here:
            numbers[here] = int(foot[-1])
    sure = _rising([(k, numbers[k]) for k in pages if k in numbers])
    return tuple(replace(zone, n=str(numbers[k])) if k in sure else zone for k, zone in enumerate(found))


def _rising(numbered: Sequence[tuple[int, int]]) -> set[int]:
    """The most pages whose numbers rise, without great leaps; of two pages with the same number neither is sure."""
    times = Counter(number for _, number in numbered)
    single = [(k, number) for k, number in numbered if times[number] == 1]
    best: list[tuple[int, int]] = []  # for each page: length of the longest rising run that ends here, page before
    for at, (k, number) in enumerate(single):
        before = [
            (best[b][0], b)
            for b in range(max(0, at - _MEMORY), at)
            if 0 < number - single[b][1] <= _LEAP * (k - single[b][0])
        ]
        length, previous = max(before, default=(0, -1))
        best.append((length + 1, previous))
    at = max(range(len(best)), key=lambda i: best[i][0], default=-1)
    sure: set[int] = set()
    while at >= 0:
        sure.add(single[at][0])
        at = best[at][1]
    return sure
