"""Where and when people met, as a source note tells it: `The meeting was held in the Cabinet Room from 3 to 5 p.m.`"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.grammar.date_words import SHORT_OR_FULL
from pipeline.grammar.parts import Part, part


@dataclass(frozen=True, slots=True)
class Meeting:
    """Place and hours of the meeting; `begin` and `end` are `HH:MM` in local time as printed, empty if not said."""

    place: Part | None = None
    hours: Part | None = None
    begin: str = ""
    end: str = ""


_CLOCK = r"(?:\d{1,2}(?::\d\d)?(?:\s*[ap]\.?\s?m\.?)?|noon|midnight)"
_DAY = rf"{SHORT_OR_FULL}\s+\d{{1,2}}(?!\d)(?:,\s+\d{{4}})?|\d{{1,2}}\s+{SHORT_OR_FULL}(?:,?\s+\d{{4}})?"
_HOURS = re.compile(
    rf"(?P<range>(?:from|between)\s+(?P<from>{_CLOCK})\s*(?:to|until|till|and|[-–—])\s*(?P<to>{_CLOCK}))"
    rf"|(?P<lasted>(?:last(?:ed|ing)|ran|continued|ended|adjourned)\s+(?:until|till|at)\s+(?P<until>{_CLOCK}))"
    rf"|(?P<began>(?:began|begun|started|opened|convened)\s+at\s+(?P<at>{_CLOCK}))",
    re.IGNORECASE,
)
TALK = re.compile(
    r"(?:The|This|According to [^.]{3,60}?, the)\s+(?:\w+\s+)?"
    r"(?:meeting|conversation|discussion|talk|conference|session|luncheon|lunch|dinner|breakfast|call|interview)s?\b",
    re.IGNORECASE,
)
_OCCASION = (
    r"(?:luncheon|lunch|dinner|breakfast|supper|reception|banquet|tea|party|cocktails?|meal|meeting|session|conference"
    r"|ceremony|function|gathering|interview)"
)
_HELD = re.compile(
    rf"\b(?:(?:held|took\s+place|occurred|convened|met|(?P<began>began|begun|started|opened))\s+(?:(?!on)\w+ly\s+)?)"
    rf"(?P<time>(?:(?:(?:from|between)\s+{_CLOCK}\s*(?:to|until|till|and|[-–—])\s*{_CLOCK}|at\s+{_CLOCK}"
    rf"|on\s+(?:the\s+\w+\s+of\s+)?(?:{_DAY})),?\s+){{0,2}})"
    rf"(?:(?:in|at|on\s+board|aboard|on|during|over)\s+(?:an?|the)\s+(?:[\w’'-]+\s+){{0,3}}{_OCCASION}\b"
    rf"[^,.;()]{{0,80}}?\s)?"
    r"(?:in|at|on\s+board|aboard)\s+"
    rf"(?P<place>(?!\d|(?:an?|the)\s+(?:[\w’'-]+\s+){{0,3}}{_OCCASION}\b)(?=(?:the|an?|his|her|their)\s|[A-Z])"
    r"[^,.;()]*?"
    r"(?:(?:[A-Z]|\b(?:St|Ste|Ft|Mt|Mr|Mrs|Dr|Gen|Col|Sen|Gov|Amb))\.(?=[A-Z\s])[^,.;()]*?)*)"
    r"(?=\s*(?:[,.;(]|\Z)|\s+(?:and\s+(?:lasted|ended|began)|from\s+\d|until|during|on\s+[A-Z]|at\s+\d|between\s+\d"
    r"|beginning|following|after|before))"
)
"""`took place at a luncheon given by Dobrynin at the Soviet Embassy`, `was held at 4 p.m. in the Cabinet Room`."""


def _time(printed: str, half: str = "") -> str:
    """`6:02 p.m.` → `18:02`, `noon` → `12:00`; `half` (`a` or `p`) is taken where the time names none."""
    word = printed.lower().strip()
    if word in ("noon", "midnight"):
        return "12:00" if word == "noon" else "00:00"
    clock = re.match(r"(\d{1,2})(?::(\d\d))?\s*([ap])?", word)
    if clock is None:
        return ""
    hour, minute, half = int(clock[1]), int(clock[2] or 0), clock[3] or half
    if hour > 23 or minute > 59 or not half:
        return ""
    return f"{hour % 12 + (12 if half == 'p' else 0):02d}:{minute:02d}"


def _half(printed: str) -> str:
    found = re.search(r"([ap])\.?\s?m", printed.lower())
    return found[1] if found else ""


def _hours(match: re.Match[str]) -> tuple[str, str]:
    """Begin and end: in `1:05 to 2:30 p.m.` the first has the half of the second unless that would end before it
    begins."""
    if match["range"]:
        end = _time(match["to"])
        begin = _time(match["from"], _half(match["to"]))
        if begin > end and not _half(match["from"]):
            begin = _time(match["from"], "a")
        return begin, end
    return (_time(match["at"]), "") if match["began"] else ("", _time(match["until"]))


def meeting_in(text: str, sentence: Part) -> Meeting:
    """Place and hours that a sentence about the meeting states."""
    held = next((m for m in _HELD.finditer(text, sentence.start, sentence.end) if m["time"] or not m["began"]), None)
    hours = _HOURS.search(text, sentence.start, sentence.end)
    place = part(text, *held.span("place")) if held else None
    begin, end = _hours(hours) if hours else ("", "")
    return Meeting(place, part(text, *hours.span()) if hours else None, begin, end)


def merge(one: Meeting, two: Meeting) -> Meeting:
    """What two sentences say together; the first goes before."""
    return Meeting(one.place or two.place, one.hours or two.hours, one.begin or two.begin, one.end or two.end)
