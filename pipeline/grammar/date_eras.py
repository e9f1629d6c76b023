"""Years counted from the beginning of a reign or a republic, where the months are ours.

    Shōwa 16 · December 8, Shōwa 16                                            1941, 1941-12-08
    the eighth day of the twelfth month of the sixteenth year of Shōwa         1941-12-08
    the 30th year of the Republic of China                                     1941

Japan has counted the days as we do since 1873 (Meiji 6), China since 1912; `the 12th day of the 5th moon` and the days
of older years have no certain value and are left alone.
"""

from __future__ import annotations

import re

from pipeline.grammar.date_scan import Parts, Reading, Scan
from pipeline.grammar.date_words import ORDINAL, ORDINALS, any_of, small
from pipeline.grammar.days import iso

_REIGNS = {"meiji": (1868, 45), "taisho": (1912, 15), "showa": (1926, 64), "heisei": (1989, 31)}
"""The first year of a reign, and how many it had."""
_REPUBLIC = (1912, 77)
_GREGORIAN = 1873
_PLAIN = str.maketrans("ōô", "oo")
REIGN = r"(?:Meiji|Taish[oōô]|Sh[oōô]wa|Heisei|MEIJI|TAISH[OŌÔ]|SH[OŌÔ]WA|HEISEI)"
REIGN_YEAR = rf"{REIGN}\s\d\d?(?!\d)"
"""`Shōwa 16`."""
_NUMBER = rf"(?:\d{{1,2}}{ORDINAL}|{any_of(ORDINALS)}\b)"
OF_ERA = rf"""
    (?: (?P<day>{_NUMBER}) \sday\sof\sthe\s (?P<month>{_NUMBER}) \smonth,?\s(?:of|in)\sthe\s )?
    (?P<year>{_NUMBER}) \syear\sof\s(?:the\s)?(?: (?P<reign>{REIGN}) | (?:Chinese\sRepublic|Republic\sof\sChina)\b )
"""
"""`the 8th day of the 12th month of the 16th year of Shōwa`, for verbose patterns."""
_DIGITS = re.compile(r"\d+")


def reign_year(printed: str) -> int:
    """The year of `Shōwa 16`; 0 if the reign had no such year."""
    reign, number = printed.split()
    return _year(reign, int(number))


def _year(reign: str | None, number: int) -> int:
    first, count = _REIGNS[small(reign).translate(_PLAIN)] if reign else _REPUBLIC
    return first + number - 1 if 0 < number <= count else 0


def _number(printed: str) -> int:
    figures = _DIGITS.match(printed)
    return int(figures.group()) if figures else ORDINALS[small(printed)]


def era_alone(_scan: Scan, found: re.Match[str]) -> list[Reading]:
    """`Shōwa 16`."""
    year = reign_year(found.group())
    return [Reading(found.start(), found.end(), first=Parts(year), evidence="year of the reign")] if year else []


def era_in_words(_scan: Scan, found: re.Match[str]) -> list[Reading]:
    """`the 30th year of the Republic of China`, with month and day or without."""
    year = _year(found["reign"], _number(found["year"]))
    if not year:
        return []
    whole = Reading(
        found.start(), found.end(), evidence="year of the reign" if found["reign"] else "year of the Republic"
    )
    if not found["day"]:
        return [whole._replace(value=(("when", iso(year)),))]
    parts = Parts(year, _number(found["month"]), _number(found["day"]))
    return [whole._replace(first=parts)] if year >= _GREGORIAN and parts.month <= 12 else []
