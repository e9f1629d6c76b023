"""Electronic telegrams of the State Department, taken apart by their fixed lines.

    P 140518Z DEC 79                  date-time group
    FM SECSTATE WASHDC                sender, place Washington
    TO AMEMBASSY LA PAZ PRIORITY      recipient
    C O N F I D E N T I A L STATE 322132   classification and number
    SUBJECT: CONVERSATION BETWEEN …   subject

Input is the transcript's own text (line ends matter here); output are pieces with offsets into it. A text without a
date-time group on a line of its own is no telegram.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.grammar.parts import Part, part


@dataclass(frozen=True, slots=True)
class Cable:
    """The parts of a telegram as printed, None for what is not found; `place` is the sender's in title case."""

    group: Part
    sender: Part | None = None
    recipient: Part | None = None
    number: str = ""
    classification: str = ""
    subject: Part | None = None
    place: str = ""


GROUP_LINE = re.compile(r"^[ \t]*(?:[OPRZYF] ){0,4}[OPRZYF] (?P<group>\d{6}Z [A-Z]{3} \d\d(?:\d\d)?)\b", re.MULTILINE)
"""The line with precedence and date-time group: `P R 241705Z APR 74`."""
_FROM = re.compile(r"^[ \t]*FM[ \t]+(?P<who>[A-Z][^\r\n]{2,80}?)[ \t]*$", re.MULTILINE)
_TO = re.compile(
    r"^[ \t]*TO[ \t]+(?P<who>[A-Z][A-Z/. ]{2,60}?)(?:[ \t]+(?:PRIORITY|IMMEDIATE|FLASH|NIACT"
    r"|ROUTINE))*(?:[ \t]+\d+)?[ \t]*$",
    re.MULTILINE,
)
_CLASSIFIED = re.compile(
    r"^[ \t]*(?P<class>(?:T ?O ?P +)?S ?E ?C ?R ?E ?T|C ?O ?N ?F ?I ?D ?E ?N ?T ?I ?A ?L|LIMITED OFFICIAL USE"
    r"|L ?I ?M ?I ?T ?E ?D +O ?F ?F ?I ?C ?I ?A ?L +U ?S ?E|U ?N ?C ?L ?A ?S(?: ?S ?I ?F ?I ?E ?D)?)"
    r"(?: SECTION \d+ OF \d+)?[ \t]+(?P<post>[A-Z][A-Z ]*?)[ \t]+(?P<number>\d{3,6})\b",
    re.MULTILINE,
)
_PAGE = re.compile(r"^[ \t]*PAGE 0?1[ \t]+(?P<post>[A-Z][A-Z ]*?)[ \t]+0*(?P<number>\d{3,6})\b", re.MULTILINE)
_SUBJECT = re.compile(
    r"^[ \t]*SUBJ(?:ECT)?[ \t]*:[ \t]*(?P<subject>[^\r\n]+(?:\r?\n(?![ \t]*(?:REFS?|\d|[A-Z]{2,8}:"
    r"|\r?\n))[ \t]*\S[^\r\n]*)?)",
    re.MULTILINE,
)
_POSTS = re.compile(
    r"(?:AMEMBASSY|AMCONSUL|USMISSION|USUN|AMCONGEN|SECSTATE|USDEL)[ \t]+(?P<place>[A-Z][A-Z ]+?)(?:[ \t]+\d+)?[ \t]*\Z"
)
_PLACES = {"WASHDC": "Washington", "STATE": "Washington", "USUN NY": "New York", "NY": "New York"}
"""Abbreviated places of senders."""


def parse_cable(text: str) -> Cable | None:
    """The parts of a telegram, or None if the text has no line with a date-time group."""
    group = GROUP_LINE.search(text) if "Z " in text else None
    if group is None:
        return None
    end = group.end() + 2500
    sender, recipient = _FROM.search(text, group.end(), end), _TO.search(text, group.end(), end)
    classified, page = _CLASSIFIED.search(text, 0, end), _PAGE.search(text, 0, end)
    subject = _SUBJECT.search(text, group.end(), end)
    numbered = page or classified
    return Cable(
        part(text, *group.span("group")),
        part(text, *sender.span("who")) if sender else None,
        part(text, *recipient.span("who")) if recipient else None,
        f"{' '.join(numbered['post'].split())} {numbered['number']}" if numbered else "",
        _close(classified["class"]) if classified else "",
        part(text, *subject.span("subject")) if subject else None,
        _place(sender["who"]) if sender else "",
    )


def _close(spaced: str) -> str:
    """`C O N F I D E N T I A L` → `CONFIDENTIAL`; words stay apart where blanks are wider."""
    if re.search(r"[A-Z]{3}", spaced):
        return " ".join(spaced.split())
    return " ".join(word.replace(" ", "") for word in re.split(r"\s{2,}", spaced.strip()))


def _place(sender: str) -> str:
    found = _POSTS.match(sender)
    if found is None:
        return ""
    place = " ".join(found["place"].split())
    return _PLACES.get(place, place.title())
