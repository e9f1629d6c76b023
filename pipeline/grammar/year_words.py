"""Years in words, as treaties and proclamations print them.

| in the text | year |
|---|---|
| `one thousand nine hundred and forty-six` | 1946 |
| `nineteen hundred and six`, `nineteen hundred forty-six` | 1906, 1946 |
| `nineteen forty-six`, `two thousand and three` | 1946, 2003 |
| `the nineteen hundred and thirty-seventh year` | 1937 |

The years `of the independence of the United States, the one hundred and seventieth` have no thousands and are none.
"""

from __future__ import annotations

import re

from pipeline.grammar.date_words import any_of, small

_UNITS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
}  # fmt: skip
_TEENS = {
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40,
    "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90,
}  # fmt: skip
_NUMBERS = _UNITS | _TEENS | _TENS | _ORDINALS
_CENTURIES = ("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")

_BELOW = rf"(?:{any_of(_TENS)}(?:[-\s]{any_of(_UNITS)})?|{any_of(_TEENS)}|{any_of(_UNITS)})\b"
_BELOW_ORDINAL = rf"(?:(?:{any_of(_TENS)}[-\s])?{any_of(_ORDINALS)})\b"
_AND = r",?\s(?:(?i:and)\s)?"
_HUNDREDS = (
    rf"(?:(?i:one\sthousand){_AND}{any_of(_UNITS)}\s(?i:hundred)"
    rf"|(?i:two\sthousand)|{any_of(_CENTURIES)}\s(?i:hundred))\b"
)
_ROUND = r"(?=\s?[,.;:)\]]|\s?\Z)"
"""Behind a round number, for `two thousand` is a year at the end of a clause only: `on May 5 two thousand men …`."""
YEAR_IN_WORDS = (
    rf"(?:{_HUNDREDS}(?:{_AND}{_BELOW}|{_ROUND})|{any_of(_CENTURIES)}\s{any_of(_TENS)}(?:[-\s]{any_of(_UNITS)})?\b)"
)
"""A year as a cardinal number, for verbose patterns."""
YEAR_AS_ORDINAL = rf"(?:(?i:in)\s)?(?i:the)\s{_HUNDREDS}{_AND}{_BELOW_ORDINAL}\s(?i:year)\b"
"""`in the nineteen hundred and thirty-seventh year`."""


def year_of_words(printed: str) -> int:
    """The year that these words name; words that count nothing are passed over."""
    year = part = 0
    for word in re.split(r"[\s,-]+", small(printed)):
        number = _NUMBERS.get(word, 0)
        if word == "thousand":
            year, part = part * 1000, 0
        elif word == "hundred":
            part *= 100
        elif 13 < part < 20 and number >= 20:
            part = part * 100 + number
        else:
            part += number
    return year + part
