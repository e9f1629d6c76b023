"""Line numbers that a court reporter's paper has before every line.

    10 Mr. Bissell. I can't answer you that, simply because
    11 no specific target was ever recommended.

Numbers at line starts that rise by one from line to line are no text: they are kept as `fw type="lineNum"`, and the
lines are judged by what follows them.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from pipeline.model import Claim, Span
from pipeline.segment.lines import Line
from pipeline.segment.paragraphs import ends_sentence

_NUMBERED = re.compile(r"(?P<n>\d{1,2})\s+(?=[^\s\d.)])")
_FEWEST = 6
"""So many numbered lines in a row prove the ruling if most of them break off in mid-sentence, as notes do not."""
_PAGE = 15
"""So many from 1 on prove it if some of them go on in small letters or begin turns: a page of short turns."""
_CUT = 2
"""So many sentences that go on below a number prove a run from 1 on: half a page."""
_SPOKEN = re.compile(r"(?:Q|A)\.?\s{2,}|[A-Z][A-Z. ]{3,30}:\s")
_FEW = 3
"""So many are enough where another run proves it."""

Run = list[tuple[int, re.Match[str]]]


def _runs(lines: Sequence[Line]) -> list[Run]:
    """Runs of lines without blank lines between whose numbers rise by one (up to two lines in between)."""
    runs: list[Run] = []
    for i, line in enumerate(lines):
        found = _NUMBERED.match(line.text)
        if found is None:
            continue
        last = runs[-1][-1] if runs else None
        follows = last is not None and int(found["n"]) == int(last[1]["n"]) + 1 and i - last[0] <= 3 and not line.blanks
        if follows:
            runs[-1].append((i, found))
        else:
            runs.append([(i, found)])
    return runs


def _proves(lines: Sequence[Line], run: Run) -> bool:
    if len(run) < _FEWEST:
        return False
    going_on = sum(lines[i].text[found.end() :][:1].islower() for i, found in run)
    spoken = sum(_SPOKEN.match(lines[i].text, found.end()) is not None for i, found in run)
    from_one = run[0][1]["n"] == "1"
    a_page = from_one and len(run) >= _PAGE and (going_on > 2 or spoken > 2)
    return (
        a_page
        or (from_one and _cut_sentences(lines, run) >= _CUT)
        or sum(ends_sentence(lines[i].text) for i, _ in run) * 2 < len(run)
    )


def _cut_sentences(lines: Sequence[Line], run: Run) -> int:
    """How many sentences go on in small letters below a number."""
    pairs = itertools.pairwise(run)
    return sum(
        b == a + 1 and not ends_sentence(lines[a].text) and lines[b].text[found.end() :][:1].islower()
        for (a, _), (b, found) in pairs
    )


def unruled(lines: Sequence[Line]) -> tuple[list[Line], list[Claim]]:
    """The lines with `text` cut after the number (`span` still begins with it), and the numbers as claims."""
    runs = _runs(lines)
    kept = list(lines)
    claims: list[Claim] = []
    if not any(_proves(lines, run) for run in runs):
        return kept, claims
    for i, found in (pair for run in runs if len(run) >= _FEW for pair in run):
        line = lines[i]
        kept[i] = Line(line.span, line.text[found.end() :], line.indent, line.blanks)
        number = Span(line.start, line.start + len(found["n"]))
        claims.append(Claim(number, "fw", "furniture/line-number", attrs=(("type", "lineNum"),)))
    return kept, claims
