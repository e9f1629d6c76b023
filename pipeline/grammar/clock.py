"""Times of the day, as `HH:MM:SS` of the local clock (with `Z` where the text says Zulu or GMT).

| in the text | value |
|---|---|
| `6 p.m.`, `6 p. m`, `6:02 PM`, `12.30 p.m.` | 18:00:00, 18:00:00, 18:02:00, 12:30:00 |
| `3:30p.m.`, `20:19p.m.` | 15:30:00, 20:19:00 |
| `noon`, `12 noon`, `12:00 Noon`, `midnight` | 12:00:00, 12:00:00, 12:00:00, 00:00:00 |
| `0045Z`, `1730 hours`, `1435 GMT` | 00:45:00Z, 17:30:00, 14:35:00Z |
| `5 o’clock in the afternoon`, `12:15 O’clock p.m.` | 17:00:00, 12:15:00 |
| `3:08–3:58 p.m.`, `11 a.m.–12:10 p.m.`, `10 to 11 a.m.` | 15:08:00 to 15:58:00 … |
| `noon–12:45 p.m.` | 12:00:00 to 12:45:00 |
| `10 a. m. [p. m.]` (the correction of the edition counts) | 22:00:00 |

Midnight is 00:00 of the day it is printed with, as in the encoded volumes; `5 o’clock` alone is half a value and none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.grammar.date_misreadings import figures

_MERIDIEM = r"[AaPp]\.?\s?[Mm]\b\.?"
_CLOCK = re.compile(
    rf"""
    (?: (?P<hour1>\d{{1,2}}) (?:[:.](?P<minute1>\d\d))? \s?              # the beginning: 11 a.m.–
        (?P<half1>{_MERIDIEM})? \s? (?:[–—-]|\bto\b|\b(?P<until>until)\b) \s?
      | (?P<word1>(?i:noon|midnight)) \s?(?:[–—-]|\bto\b)\s? (?=\d) )?
    (?: (?P<hour>\d[\dlIO]?|[lI](?:[\dlIO]|(?=:|\s?[AaPp]\.))) (?:[:.](?P<minute>[0-5]\d))? \s?
        (?:[Oo][’'ʼ]clock,?\s)? (?P<half>{_MERIDIEM})
      | (?:12(?:[:.]00)?\s)? (?P<word>(?i:noon|midnight))\b
      | (?P<military>[0-2]\d[0-5]\d) \s? (?: (?P<zulu>Z|GMT)\b | (?:hours|hrs)\b )
      | (?P<oclock>1[0-2]|[1-9]) (?:[:.](?P<minute3>[0-5]\d))? \so[’'ʼ]clock \s (?:in\sthe\s|at\s)?
        (?P<part>morning|afternoon|evening|night)\b )
    (?: \s?\[(?P<fixed>{_MERIDIEM})\] )?                                  # 10 a. m. [p. m.]
    """,
    re.VERBOSE,
)
_BARE = re.compile(r",\s?(1[0-2]|[1-9])(?::([0-5]\d))?$")
_WORDS = {"noon": "12:00:00", "midnight": "00:00:00"}


@dataclass(frozen=True, slots=True)
class Clock:
    """A time, or a stretch of time if `last` is not empty, at `text[start:end]`; `misread` if a letter was a digit."""

    start: int
    end: int
    first: str
    last: str = ""
    misread: bool = False


def read_clock(text: str, at: int) -> Clock | None:
    """The time that begins at offset `at`, if one does."""
    found = _CLOCK.match(text, at)
    if not found or (time := _main(found)) is None:
        return None
    misread = bool(found["hour"]) and not found["hour"].isdigit()
    if not (found["hour1"] or found["word1"]):
        return Clock(at, found.end(), time, misread=misread)
    start = _beginning(found, time)
    if start and found["half1"] and start > time and not _through_midnight(text, found):
        return Clock(at, found.end("half1"), start)  # adjourned at 10.30 p.m. until 10.30 a.m. on Thursday
    return Clock(at, found.end(), start, time, misread) if start else None


def _through_midnight(text: str, found: re.Match[str]) -> bool:
    """Whether a stretch that ends before it begins goes on into the next day: `11 p.m.–1 a.m.`, `from 5 p.m. until 2
    a.m.`; not `5 p.m. – noon`, nor what is adjourned until the next morning."""
    if found["until"] and not text.endswith("from ", 0, found.start()):
        return False
    return bool(found["half"]) and found["half"][0] in "Aa"


def bare_hour(text: str) -> Clock | None:
    """The hour at the end of a dateline that has lost its `a.m.` or `p.m.`: 8 to 11 in the morning, else after noon."""
    found = _BARE.search(text)
    if not found:
        return None
    hour = int(found[1])
    return Clock(found.start(), found.end(), _time(hour if 8 <= hour <= 12 else hour + 12, found[2]) or "")


def _time(hour: int, minute: str | None) -> str | None:
    return f"{hour:02}:{minute or '00'}:00" if hour <= 23 else None


def _halved(hour: int, half: str) -> int:
    """The hour of 24 for one with `a.m.` or `p.m.`; an hour above 12 is one of 24 already."""
    if hour > 12:
        return hour
    return hour % 12 + (12 if half[0] in "Pp" else 0)


def _main(found: re.Match[str]) -> str | None:
    if found["word"]:
        return _WORDS[found["word"].lower()]
    if found["military"]:
        digits = found["military"]
        time = _time(int(digits[:2]), digits[2:])
        return time + "Z" if time and found["zulu"] else time
    if found["oclock"]:
        late = found["part"] != "morning" and not (found["part"] == "night" and int(found["oclock"]) in (12, 1, 2, 3))
        return _time(_halved(int(found["oclock"]), "p" if late else "a"), found["minute3"])
    return _time(_halved(int(figures(found["hour"])), found["fixed"] or found["half"]), found["minute"])


def _beginning(found: re.Match[str], end: str) -> str | None:
    """The beginning of a stretch: its own half of the day, else that of the end, if it then lies before the end."""
    if found["word1"]:
        start = _WORDS[found["word1"].lower()]
        return start if start < end else None
    hour, minute = int(found["hour1"]), found["minute1"]
    if found["half1"]:
        return _time(_halved(hour, found["half1"]), minute)
    halves = ("p", "a") if end >= "12" else ("a", "p")
    times = [time for half in halves if (time := _time(_halved(hour, half), minute)) is not None]
    return next((time for time in times if time < end), None)
