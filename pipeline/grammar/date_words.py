"""The words and numbers that dates are made of, as pieces of regular expressions, and what they mean.

The pieces are written for verbose patterns (`verbose`): blanks in the text are `\\s`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.grammar.date_misreadings import MISREAD_NUMBER, MISREAD_TENS, figures, misread_months
from pipeline.grammar.trees import tree

FULL_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_LETTERS_ALIKE = str.maketrans("ıİ", "ii")
_SHORT_MONTHS = {
    "Jan": 1, "Feb": 2, "Mar": 3, "Apr": 4, "Jun": 6, "Jul": 7, "Aug": 8, "Sept": 9, "Sep": 9, "Oct": 10, "Nov": 11,
    "Dec": 12,
}  # fmt: skip
_MISREAD_MONTHS = misread_months(FULL_MONTHS)
MONTH_NUMBER = {
    name.translate(_LETTERS_ALIKE).casefold(): number
    for table in ({name: i for i, name in enumerate(FULL_MONTHS, 1)}, _SHORT_MONTHS, _MISREAD_MONTHS)
    for name, number in table.items()
}
"""The number of a month for every name, in lower case and without a full stop."""
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
COUNTS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
}  # fmt: skip
"""Numbers that count days, months and years: `eighteen months ago`."""
DECADES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
    "nineties": 90,
}  # fmt: skip
CENTURIES = ("seventeen", "eighteen", "nineteen")
"""What stands before a decade in words: `the nineteen-thirties`."""
_ORDINAL_WORDS = """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third
    twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"""
ORDINALS = {word: i for i, word in enumerate(_ORDINAL_WORDS.split(), 1)}
ROMAN = {
    "I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10, "XI": 11, "XII": 12,
}  # fmt: skip


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of `words` in upper or lower case; longer words first, so that `Sept` is not read as `Sep`."""
    return f"(?i:{tree(sorted(words))})"


IN_FULL = "|".join(FULL_MONTHS)
"""The months as most texts print them, for patterns that need no more."""
SHORT_OR_FULL = rf"(?:{IN_FULL}|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
"""The same with the abbreviations of citations."""
MONTH_NAMES = tree(sorted([*FULL_MONTHS, *_SHORT_MONTHS, *_MISREAD_MONTHS]))
MONTH = rf"(?:(?:(?i:{MONTH_NAMES})(?![A-Za-z]))(?:(?<=(?i:jan|feb|mar|apr|jun|jul|aug|sep|ept|oct|nov|dec))\.)?)"
WEEKDAY = rf"(?:{any_of(WEEKDAYS)}(?![A-Za-z]))"
SEASON = r"(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter|SPRING|SUMMER|AUTUMN|FALL|WINTER)\b"
DAY = r"(?:[0-3]?\d|[1-3lI][\dlIO]|[lI](?=,\s[1lI2]))(?![\dlIO]|,\d{3}(?!\d)|:\d|/\d\d/)"
ORDINAL = r"(?:st|nd|rd|d|th|ST|ND|RD|TH)\b"
YEAR = rf"(?:(?:1[4-9]|20)\d\d|[1lI][89]{MISREAD_TENS})(?![\w%]|,\d{3}(?!\d)|\s?(?i:hours|hrs|[ap]\.?\s?m\b))"
SHORT_YEAR = r"['’ʼ‘]\d\d(?!\d)"
PART_OF_DAY = r"(?:morning|forenoon|afternoon|evening|night|noon)\b"
UNIT = (
    r"(?:men|troops|soldiers|tons?|miles|people|persons|percent|per\scent|dollars|million|billion|thousand|others|"
    r"members|votes|pages|copies|aircraft|planes|tanks|ships|feet|yards|kilomet|km|pounds|acres|barrels|words|hours|hrs|"
    r"refugees|more|metric|megatons|missiles|rupees|francs|rubles|pieces|prisoners|families|workers|students)"
)
"""What is counted: a number before one of these is no day and no year."""


def verbose(pattern: str) -> re.Pattern[str]:
    """A pattern written with blanks and comments."""
    return re.compile(pattern, re.VERBOSE)


def beginning_of(phrases: Iterable[str], length: int) -> str:
    """A pattern for the first characters (`length` of them) of any of `phrases`, in upper or lower case.

    A first letter and its capital are branches of their own, for a letter is compared sooner than a set of two.
    """
    return tree(
        (re.escape(first), *map(_either_case, phrase[1:length]))
        for phrase in sorted(phrases)
        for first in sorted({phrase[0].upper(), phrase[0]})
    )


def _either_case(char: str) -> str:
    if char.isalpha():
        return f"[{char}{char.upper()}]"
    return r"\s" if char == " " else re.escape(char)


def led(pattern: str) -> re.Pattern[str]:
    """A pattern for what stands directly before a trigger."""
    return re.compile(rf"(?:{pattern})\Z", re.IGNORECASE)


BETWEEN = led(r"\bbetween\s(?:the\s)?")
"""What makes a stretch of two days, months or years that `and` joins."""


def number_of(printed: str) -> int:
    """The number of a few digits among which letters may be misread, `l` for `1`, `O` for `0`."""
    return int(figures(printed))


def small(printed: str) -> str:
    """Words in small letters, so that all that `(?i:…)` takes for one word is one: `Auguſt`, `Aprıl`, `NEXT WEEK`."""
    return printed.translate(_LETTERS_ALIKE).casefold()


def month_of(printed: str) -> int:
    """The number of a month as printed, with or without its full stop."""
    return MONTH_NUMBER[small(printed.rstrip("."))]


_MISREAD_WORDS = frozenset(small(name) for name in _MISREAD_MONTHS)


def misread(*printed: str | None) -> bool:
    """Whether a number was read with a letter for a digit, or a month is misspelled in one of the known ways."""
    return any(one and (small(one.rstrip(".")) in _MISREAD_WORDS or MISREAD_NUMBER.fullmatch(one)) for one in printed)


STEP = {"last": -1, "previous": -1, "this": 0, "present": 0, "current": 0, "next": 1, "coming": 1, "past": -1}
"""Words that say which of several days, months or years is meant: so many before or after the present one."""
