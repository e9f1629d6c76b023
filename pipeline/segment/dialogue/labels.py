"""A possible label of a speaker, what it looks like, and when two labels are one.

MR. FORSYTH:   name `MR. FORSYTH`, key `mr forsyth`, shape TITLED
Q.             name `Q`,           key `q`,          shape QUERY
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from pipeline.grammar.speakers import ROLE
from pipeline.segment.dialogue.printed import TITLES, Convention


class Shape(StrEnum):
    """What a label looks like."""

    TITLED = "titled"
    QUERY = "query"
    INITIALS = "initials"
    BARE = "bare"


@dataclass(frozen=True, slots=True)
class Label:
    """A possible label: `start` to `end` with its colon, `name` without, `at` where its line or prefix (`numbered`:
    a number, a time stamp) begins. Labels are compared by `key` (`key_of` the name)."""

    at: int
    start: int
    end: int
    name: str
    key: str
    convention: Convention
    shape: Shape
    numbered: bool = False


_IN_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_STOPS_TO_BLANKS = str.maketrans(dict.fromkeys(".,;:：–—-", " "))
_SPELT = re.compile(r"([a-z])(?<!\w[a-z]) (?=[a-z]\b)")


def key_of(name: str) -> str:
    """The name in small letters, with single blanks and no stops: `DR.EVATT`, `Dr. Evatt` and `DR. EVATT` have one key,
    and so have `PM` and `P. M`."""
    bare = _IN_BRACKETS.sub(" ", name) if "(" in name or "[" in name else name
    return _SPELT.sub(r"\1", " ".join(bare.translate(_STOPS_TO_BLANKS).casefold().split()))


ASKING: Final = frozenset({"questioner", "journalist", "interviewer", "correspondent"})
"""The keys of whoever asks that are nothing else."""
_TITLES = frozenset(TITLES.casefold().split("|"))
_WORD = re.compile(r"\w+")
_QUERY = re.compile(
    r"(?:Q|A|P\.?\s?M|Question|Questioner|Answer|Journalist|Interviewer|(?:The\s)?Press|Correspondent)\.?",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"[A-Z](?:\.?[A-Z]){0,3}\.?")


def shape_of(name: str) -> Shape:
    """What a name looks like."""
    if _QUERY.fullmatch(name):
        return Shape.QUERY
    if _INITIALS.fullmatch(name):
        return Shape.INITIALS
    if has_title(name) or name[0] > "\u3400" or name.endswith((")", "]")) or ROLE.fullmatch(name):
        return Shape.TITLED
    return Shape.BARE


def has_title(name: str) -> bool:
    """Whether a word of a name is a title. (Titles of two words, with a hyphen, have a title among them.)"""
    return not _TITLES.isdisjoint(_WORD.findall(name.casefold()))


def opens_with_title(name: str) -> bool:
    """Whether the first word of a name is a title."""
    first = _WORD.match(name)
    return first is not None and first[0].casefold() in _TITLES


def is_near(key: str, other: str) -> bool:
    """Whether two keys are the same, or differ in one letter of a long name (`mr wumbua`, `mr wambua`)."""
    return key == other or (len(key) > 8 and _differ_in_one_letter(key, other))


def is_misread(key: str, other: str) -> bool:
    """Whether two short keys differ in one letter only (`0m`, `fm` for `pm`)."""
    return 1 < len(key) <= 4 and _differ_in_one_letter(key, other)


def _differ_in_one_letter(key: str, other: str) -> bool:
    return len(key) == len(other) and sum(a != b for a, b in zip(key, other, strict=True)) == 1
