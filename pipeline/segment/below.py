"""Lines that are furniture, or none, because of the line right above them.

- `By  DJH` below `Authority MR 94-211 #2`: more of a stamp;
- `The White House` below `Special Assistant to the President`: an address, no letterhead;
- `(Mr. Al-Saffar, Bahrain)` below `A/34/PV.70` and `12`: the head of a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from pipeline.segment.lines import Line

_REVIEWER = re.compile(r"By:?\s+[A-Z]{2,4}(?:,?\s+(?:[Dd]ate|DATE|NARA|NL[A-Z]{1,3})\b.{0,30})?")
"""Who reviewed a paper, below the stamp that says so: `By DJH`."""
_CLEARED = re.compile(r"(?:[A-Z][A-Z/&-]{0,12}:\s?[A-Z.]{3,20}(?:\s\([A-Z]{2,8}\))?(?:,?\s+|\Z))+")
"""Offices and officers that cleared a telegram, below the first of them: `S/S:PTARNOFF`."""
_MORE = {"stamp": _REVIEWER, "form": _CLEARED}
_SYMBOL = re.compile(r"[AS]/(?:[\w-]{1,8}/)?(?:SR|PV)\.\d{1,5}")
"""The symbol of a meeting of the United Nations: `A/34/PV.70`, `A/C.1/PV.1046`, `S/PV.998`."""
_SPEAKING = re.compile(r"\((?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|The)\b[^()]{2,40}(?:,\s[^()]{3,50})?\)")


def of_page_heads(lines: Sequence[Line], numbers: Iterable[int]) -> Iterator[int]:
    """Which lines belong to the heads of the pages of a verbatim record of the United Nations, above and below the
    `numbers`: the symbol of the meeting, and who is speaking."""
    for i in numbers:
        if i and not lines[i].blanks and _SYMBOL.fullmatch(lines[i - 1].text):
            yield i - 1
            if i + 1 < len(lines) and _SPEAKING.fullmatch(lines[i + 1].text):
                yield i + 1


def goes_on(kind: str, line: Line) -> bool:
    """Whether a line goes on with the furniture of a kind above it: with the stamp of a review, with clearances."""
    more = _MORE.get(kind)
    return more is not None and not line.blanks and more.fullmatch(line.text) is not None


def is_address(line: Line, above: Line) -> bool:
    """Whether the words of a letterhead go on with the line above, as in an address or in the column of a cover sheet:
    `Special Assistant to the President` / `The White House`. A letterhead is in capitals, or stands apart."""
    small = line.text[0].isalpha() and not line.text.isupper()
    return small and not line.blanks and any(map(str.islower, above.text))
