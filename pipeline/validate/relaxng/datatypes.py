"""The W3C datatypes that RELAX NG schemas use, with their facets.

datatype("date", {}).allows("1963-02-30")                    → False
datatype("token", {"pattern": ["[a-z]+"]}).allows(" abc ")   → True: white space is collapsed first
"""

from __future__ import annotations

import re
import sys
import unicodedata
from calendar import monthrange
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Final

Test = Callable[[str], bool]


class DatatypeError(ValueError):
    """A datatype or facet that is not known."""


@dataclass(frozen=True, eq=False)
class Datatype:
    """A datatype with facets: `name` and `words` are for people, `test` takes a value with its white space handled."""

    name: str
    words: str
    test: Test
    keeps_space: bool = False

    def allows(self, value: str) -> bool:
        """Whether a value as it stands in a file belongs to the datatype."""
        return self.test(self.normal(value))

    def normal(self, value: str) -> str:
        """The value with its white space collapsed, unless the datatype keeps it."""
        return value if self.keeps_space else " ".join(value.split())


_NAME_START: Final = (
    r":A-Z_a-z\xC0-\xD6\xD8-\xF6\xF8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C-\u200D\u2070-\u218F\u2C00-\u2FEF"
    r"\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\U00010000-\U000EFFFF"
)
_NAME_CHAR: Final = _NAME_START + r"\-.0-9\xB7\u0300-\u036F\u203F-\u2040"
_ZONE: Final = r"(?:Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))?"
_YEAR: Final = r"(?P<year>-?(?:[1-9]\d{4,}|\d{4}))"
_MONTH: Final = r"(?P<month>0[1-9]|1[0-2])"
_DAY: Final = r"(?P<day>0[1-9]|[12]\d|3[01])"
_TIME: Final = r"(?:(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?|24:00:00(?:\.0+)?)"
_FLOAT: Final = r"(?:[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[Ee][+-]?\d+)?|-?INF|NaN)"
_NCNAME: Final = f"[{_NAME_START[1:]}][{_NAME_CHAR[1:]}]*"
_DURATION: Final = r"-?P(?=[\dT])(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?"


def _calendar(expression: str) -> Test:
    """A regular expression whose groups year, month and day must make a day that exists."""
    compiled = re.compile(expression)

    def test(value: str) -> bool:
        match = compiled.fullmatch(value)
        if match is None:
            return False
        found = match.groupdict()
        if found.get("year") and int(found["year"]) == 0:
            return False
        if not found.get("day") or not found.get("month"):
            return True
        year = abs(int(found.get("year") or 2000))
        return int(found["day"]) <= monthrange(year % 400 + 2000, int(found["month"]))[1]

    return test


def _shape(expression: str) -> Test:
    compiled = re.compile(expression)
    return lambda value: compiled.fullmatch(value) is not None


def _integer(low: int | None = None, high: int | None = None) -> Test:
    shape = _shape(r"[+-]?\d+")
    return lambda v: shape(v) and v.isascii() and (low is None or int(v) >= low) and (high is None or int(v) <= high)


def _uri(value: str) -> bool:
    return value.count("#") <= 1 and not re.search(r"%(?![0-9A-Fa-f]{2})", value)


def _always(_value: str) -> bool:
    return True


_TYPES: Final[Mapping[str, tuple[str, Test]]] = {
    "string": ("text", _always),
    "normalizedString": ("text", _always),
    "token": ("text", _always),
    "anyURI": ("a pointer such as #id or an address", _uri),
    "boolean": ("true or false", _shape("true|false|0|1")),
    "date": ("a date such as 1962-11-09", _calendar(f"{_YEAR}-{_MONTH}-{_DAY}{_ZONE}")),
    "dateTime": ("a moment such as 1963-01-10T12:00:00", _calendar(f"{_YEAR}-{_MONTH}-{_DAY}T{_TIME}{_ZONE}")),
    "time": ("a time such as 12:00:00", _shape(_TIME + _ZONE)),
    "gYear": ("a year such as 1962", _calendar(_YEAR + _ZONE)),
    "gYearMonth": ("a month such as 1962-11", _calendar(f"{_YEAR}-{_MONTH}{_ZONE}")),
    "gMonth": ("a month such as --11", _shape(f"--{_MONTH}{_ZONE}")),
    "gDay": ("a day such as ---09", _shape(f"---{_DAY}{_ZONE}")),
    "gMonthDay": ("a day such as --11-09", _calendar(f"--{_MONTH}-{_DAY}{_ZONE}")),
    "duration": ("a duration such as P2D", _shape(_DURATION)),
    "decimal": ("a number", _shape(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)")),
    "double": ("a number", _shape(_FLOAT)),
    "float": ("a number", _shape(_FLOAT)),
    "integer": ("a whole number", _integer()),
    "nonNegativeInteger": ("a whole number, zero or more", _integer(0)),
    "positiveInteger": ("a whole number, one or more", _integer(1)),
    "nonPositiveInteger": ("a whole number, zero or less", _integer(None, 0)),
    "negativeInteger": ("a whole number below zero", _integer(None, -1)),
    "long": ("a whole number", _integer(-(2**63), 2**63 - 1)),
    "int": ("a whole number", _integer(-(2**31), 2**31 - 1)),
    "short": ("a whole number", _integer(-(2**15), 2**15 - 1)),
    "byte": ("a whole number", _integer(-(2**7), 2**7 - 1)),
    "unsignedLong": ("a whole number, zero or more", _integer(0, 2**64 - 1)),
    "unsignedInt": ("a whole number, zero or more", _integer(0, 2**32 - 1)),
    "unsignedShort": ("a whole number, zero or more", _integer(0, 2**16 - 1)),
    "unsignedByte": ("a whole number, zero or more", _integer(0, 2**8 - 1)),
    "language": ("a language tag such as en", _shape(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")),
    "Name": ("a name without spaces", _shape(f"[{_NAME_START}][{_NAME_CHAR}]*")),
    "NCName": ("a name without spaces or colon, not beginning with a digit", _shape(_NCNAME)),
    "ID": ("a name without spaces or colon, not beginning with a digit", _shape(_NCNAME)),
    "IDREF": ("the id of an element", _shape(_NCNAME)),
    "IDREFS": ("ids of elements", _shape(f"{_NCNAME}(?: {_NCNAME})*")),
    "ENTITY": ("the name of an entity", _shape(_NCNAME)),
    "QName": ("a name with or without a prefix", _shape(f"{_NCNAME}(?::{_NCNAME})?")),
    "NMTOKEN": ("a word of letters, digits, dots and hyphens", _shape(f"[{_NAME_CHAR}]+")),
    "NMTOKENS": ("words", _shape(f"[{_NAME_CHAR}]+(?: [{_NAME_CHAR}]+)*")),
    "hexBinary": ("hexadecimal digits", _shape(r"(?:[0-9A-Fa-f]{2})*")),
    "base64Binary": ("base64", _shape(r"[A-Za-z0-9+/= ]*")),
}
_KEEPING: Final = frozenset({"string", "normalizedString"})
_WORDS: Final = {
    r"[^\p{C}\p{Z}]+": "one word without white space",
    r"\S+": "a pointer such as #id or an address",
}
"""What is said of the patterns of the TEI."""


def datatype(name: str, facets: Mapping[str, Sequence[str]]) -> Datatype:
    """A datatype of the W3C library with facets (`pattern`, `minInclusive` … with their values)."""
    return _datatype(name, tuple((key, tuple(values)) for key, values in facets.items()))


@cache
def _datatype(name: str, facets: tuple[tuple[str, tuple[str, ...]], ...]) -> Datatype:
    if name not in _TYPES:
        raise DatatypeError(f"the datatype {name} is not known")
    words, base = _TYPES[name]
    tests = [base, *(_facet(key, value) for key, values in facets for value in values)]
    patterns = [value for key, values in facets if key == "pattern" for value in values]
    for pattern in patterns:
        words = _WORDS.get(pattern, words if words != "text" else f"text of the form {pattern}")
    test = base if len(tests) == 1 else (lambda value: all(one(value) for one in tests))
    return Datatype(name, words, test, name in _KEEPING)


def _facet(key: str, value: str) -> Test:
    if key == "pattern":
        return _pattern(value)
    if key in _LENGTHS:
        compare, number = _LENGTHS[key], int(value)
        return lambda v: compare(len(v), number)
    if key in _BOUNDS:
        bound = _BOUNDS[key]
        return lambda v: bound(_ordered(v), _ordered(value))
    raise DatatypeError(f"the facet {key} is not known")


_LENGTHS: Final[Mapping[str, Callable[[int, int], bool]]] = {
    "length": lambda n, m: n == m, "minLength": lambda n, m: n >= m, "maxLength": lambda n, m: n <= m,
}  # fmt: skip
_BOUNDS: Final[Mapping[str, Callable[[tuple[Decimal, str], tuple[Decimal, str]], bool]]] = {
    "minInclusive": lambda a, b: a >= b, "maxInclusive": lambda a, b: a <= b,
    "minExclusive": lambda a, b: a > b, "maxExclusive": lambda a, b: a < b,
}  # fmt: skip


def _ordered(value: str) -> tuple[Decimal, str]:
    """Numbers by size, ISO dates by their letters."""
    try:
        return Decimal(value), ""
    except InvalidOperation:
        return Decimal(0), value


# -- the regular expressions of XML Schema ---------------------------------------------------------------------------
@cache
def _pattern(expression: str) -> Test:
    """A test for an XSD pattern. Classes of characters are first made for ASCII only, which is nearly all there is."""
    ascii_only = re.compile(translated(expression, 0x7F))

    def test(value: str) -> bool:
        expr = ascii_only if value.isascii() else _whole(expression)
        return expr.fullmatch(value) is not None

    return test


@cache
def _whole(expression: str) -> re.Pattern[str]:
    return re.compile(translated(expression, sys.maxunicode))


_CLASS: Final = re.compile(r"\\([pP])\{([A-Za-z-]+)\}|\\([icICdDwWsS])|\\(.)", re.DOTALL)


def translated(expression: str, last: int) -> str:
    """An XSD regular expression in Python's words; character classes hold code points up to `last`."""
    out: list[str] = []
    position, depth = 0, 0
    while position < len(expression):
        char = expression[position]
        if match := _CLASS.match(expression, position):
            out.append(_escape(match, last, inside=depth > 0))
            position = match.end()
            continue
        if char == "[" and depth and expression[position - 1] == "-":
            raise DatatypeError(f"character class subtraction in {expression} is not supported")
        depth += (char == "[") - (char == "]")
        out.append("\\" + char if (char in "^$" and not depth) or (depth and char in "&~|") else char)
        position += 1
    return "".join(out)


def _escape(match: re.Match[str], last: int, inside: bool) -> str:
    case, category, short, single = match.groups()
    if single is not None:
        return {"n": "\\n", "r": "\\r", "t": "\\t"}.get(single, re.escape(single))
    if short is not None:
        ranges, negative = _SHORT[short.lower()](last), short.isupper()
    else:
        ranges, negative = _category(category, last), case == "P"
    if not inside:
        return f"[{'^' if negative else ''}{ranges}]" if ranges else ("[\\s\\S]" if negative else "(?!)")
    return _complement(ranges, last) if negative else ranges


def _category(name: str, last: int) -> str:
    """The ranges of a general category (`Lu`, `L`) for use inside brackets."""
    return _ranges(lambda char: unicodedata.category(char).startswith(name), last)


def _complement(ranges: str, last: int) -> str:
    inside = re.compile(f"[{ranges}]") if ranges else re.compile("(?!)")
    return _ranges(lambda char: inside.match(char) is None, last)


def _ranges(test: Test, last: int) -> str:
    out: list[str] = []
    start: int | None = None
    for code in range(last + 2):
        if code <= last and test(chr(code)):
            start = code if start is None else start
        elif start is not None:
            out.append(f"\\U{start:08x}-\\U{code - 1:08x}")
            start = None
    return "".join(out)


def _digits(last: int) -> str:
    return _category("Nd", last)


def _word_chars(last: int) -> str:
    return _ranges(lambda char: unicodedata.category(char)[0] not in "PZC", last)


_SHORT: Final[Mapping[str, Callable[[int], str]]] = {
    "i": lambda _last: _NAME_START, "c": lambda _last: _NAME_CHAR, "d": _digits, "w": _word_chars,
    "s": lambda _last: " \\t\\n\\r",
}  # fmt: skip
