"""Line numbers that a court reporter's paper has before every line.

    10 Mr. Bissell. I can't answer you that, simply because
    11 no specific target was ever recommended.

Numbers at line starts that rise by one from line to line are no text: they are kept as `fw type="lineNum"`, and the
lines are judged by what follows them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.model import Claim, Span
from pipeline.segment.lines import Line

_NUMBERED = re.compile(r"(?P<n>\d{1,2})\s+(?=[^\s\d.)])")
_FEWEST = 6
"""So many numbered lines in a row prove the ruling."""


def unruled(lines: Sequence[Line]) -> tuple[list[Line], list[Claim]]:
    """The lines with `text` cut after the number (`span` still begins with it), and the numbers as claims."""
    numbers = [(i, found) for i, line in enumerate(lines) if (found := _NUMBERED.match(line.text)) is not None]
    ruled: dict[int, re.Match[str]] = {}
    run: list[tuple[int, re.Match[str]]] = []
    for i, found in numbers:
        follows = bool(run) and int(found["n"]) == int(run[-1][1]["n"]) + 1 and i - run[-1][0] <= 3
        if not follows:
            ruled |= dict(run) if len(run) >= _FEWEST else {}
            run = []
        run.append((i, found))
    ruled |= dict(run) if len(run) >= _FEWEST else {}
    kept = list(lines)
    claims: list[Claim] = []
    for i, found in ruled.items():
        line = lines[i]
        kept[i] = Line(line.span, line.text[found.end() :], line.indent, line.blanks)
        number = Span(line.start, line.start + len(found["n"]))
        claims.append(Claim(number, "fw", "furniture/line-number", attrs=(("type", "lineNum"),)))
    return kept, claims
