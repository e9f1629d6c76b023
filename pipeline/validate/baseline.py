"""Findings that are known and accepted, so that a project with many of them sees the new ones.

write(results)           → "tei/memo.xml: house/page-order: A page number …" once for each time, sorted
without(results, text)   → the results without the findings that the text lists, and how many those were

A finding is known again by its file, its code and its sentence, without line, column and the counting of paragraphs: an
edit further up does not bring it back. If it stands in a file more often than the baseline lists it, the rest is new.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from pipeline.model import Finding

Results = Sequence[tuple[Path, Sequence[Finding]]]

_COUNTED: Final = re.compile(r"\[\d+\]")
"""`TEI/text/body/div/p[3]/said[1]`: which of several."""


def write(results: Results) -> str:
    """The findings as the lines of a baseline."""
    return "".join(f"{line}\n" for line in sorted(_line(item) for _, findings in results for item in findings))


def without(results: Results, baseline: str) -> tuple[list[tuple[Path, list[Finding]]], int]:
    """The results without what the baseline lists, and the number of findings left out."""
    known = Counter(baseline.splitlines())
    left: list[tuple[Path, list[Finding]]] = []
    for path, findings in results:
        new = []
        for item in findings:
            known[_line(item)] -= 1
            if known[_line(item)] < 0:
                new.append(item)
        left.append((path, new))
    return left, sum(len(findings) for _, findings in results) - sum(len(findings) for _, findings in left)


def _line(item: Finding) -> str:
    sentence = " ".join(_COUNTED.sub("", item.message).split())
    return f"{Path(item.path).as_posix()}: {item.code}: {sentence}"
