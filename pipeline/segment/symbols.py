"""The symbol that a cabinet, council or assembly gives its papers: it is the number of the document.

    C. (57) 30                        a memorandum for the British Cabinet
    C.P. 157 (38)                     the same, before the war
    C.M. (56) / 54th Conclusions      its minutes, in one line or two
    C-R(56)70                         a record of the North Atlantic Council
    A/C.1/PV.1136    S/5488/Add.1     a record and a paper of the United Nations

The series and the year in brackets are those of the records of the Cabinet Office in The National Archives (CAB 23, 65,
66, 128, 129, 131), the others those of NATO and of the United Nations Document Symbols.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.segment.lines import Line

_SERIES = r"(?:[A-Z]{1,6}(?:(?:\.\s?|[-/ ])[A-Z]{1,6}){0,4}\.?|Cabinet)"
_YEAR = r"\s?\((?:19)?\d\d\)"
_SITTING = r"\d{1,4}(?:st|nd|rd|th)\s(?:Conclusions|Meeting|Minutes|Session)"
_SYMBOL = re.compile(
    rf"""(?:{_SERIES}{_YEAR}\s?(?:\d{{1,4}}(?!\d|\s?[a-z])|{_SITTING})     # C. (57) 30   W.M. (40) 120th Conclusions
    |{_SERIES}\s\d{{1,4}}{_YEAR}                                         # C.P. 157 (38)   Cabinet 36 (38)
    |[AEST](?:/[A-Z]{{1,6}}\.?\d{{0,3}}){{0,3}}[/.]\d{{1,5}}(?:/(?:Add|Rev|Corr)\.\d{{1,3}}){{0,2}}   # A/C.1/PV.1136
    )(?:\s\((?:[Rr]evised?|[Ff]inal|REVISED?|FINAL)\))?\.?(?=\s{{2,}}|\Z)""",
    re.VERBOSE,
)
_BEGUN = re.compile(rf"{_SERIES}{_YEAR}(?=\s{{2,}}|\Z)")
_GOES_ON = re.compile(rf"(?:{_SITTING}|\d{{1,4}})(?=\s{{2,}}|\Z)", re.IGNORECASE)
"""The second line of a symbol: `C.M. (56)` / `54th Conclusions`."""
_LINES = 6
"""A paragraph with a symbol has no more lines."""


@dataclass(frozen=True, slots=True)
class Symbol:
    """Where the symbol of a paper stands among some lines: from the beginning of line `first` to the offset `end`
    in the transcript, in line `last`; `text` is the symbol with single blanks."""

    first: int
    last: int
    end: int
    text: str


def symbol(lines: Sequence[Line]) -> Symbol | None:
    """The symbol with which one of some lines begins, with nothing but columns beside it."""
    for at, line in enumerate(lines[:_LINES]):
        if found := _SYMBOL.match(line.text):
            return Symbol(at, at, line.start + found.end(), _single(found.group()))
        after = lines[at + 1] if at + 1 < len(lines) else None
        begun = _BEGUN.fullmatch(line.text) if after else None
        if after and begun and (rest := _GOES_ON.match(after.text)):
            return Symbol(at, at + 1, after.start + rest.end(), _single(f"{begun.group()} {rest.group()}"))
    return None


def _single(text: str) -> str:
    return " ".join(text.split())
