"""The readers of days that are printed without their month.

    the 11th instant · the 3rd and 5th ultimo         of this month, of the last
    on the 24th · your telegram of the 24th           the nearest such day; the last one before
    on the 6th and 7th · from the 6th to the 9th      stretches, as elsewhere; days apart are two dates

They are readers as those of `date_readers`: scan and match in, readings out.
"""

from __future__ import annotations

import re
from datetime import date

from pipeline.grammar import days
from pipeline.grammar.date_scan import LOW, MEDIUM, Reading, Scan
from pipeline.grammar.date_words import led, small
from pipeline.grammar.tenses import tense_at
from pipeline.model import Certainty

_DAY = re.compile(r"(?P<number>\d+)(?:st|nd|rd|d|th)")
_ERAS = ((r"inst|of\sth|idem|current", 0), (r"ult|of\slast", -1), (r"prox|of\snext", 1))
_PAPER = (
    r"(?:(?:tele|cable)grams?|telegraph|desp?atch(?:es)?|dispatch(?:es)?|letters?|notes?|cables?|wires?|messages?"
    r"|communications?|memorand(?:um|a)|instructions?|favou?rs?|replies|reply|reports?|aide-m[eé]moires?)"
)
_SENT = led(rf"\b{_PAPER}(?:\s(?:[Nn]os?\.\s)?\d{{1,5}},?)?\sof\sthe\s")
"""`your despatch No. 12 of the 24th`: written before the document."""
_ON = (
    r"\b(?:on|until|till|(?:evening|morning|forenoon|afternoon|night)\sof|dated|between|from|since|by|before|after)"
    r"\sthe\s"
)
_ON_THE = led(_ON)
_ON_THE_OR_OF_THE = led(_ON + r"|\bof\sthe\s")
_BETWEEN = led(r"\bbetween\sthe\s")
_THROUGH = re.compile(r"\s?(?:[–-]|to\b|through\b|until\b|till\b)")


def era_day(scan: Scan, found: re.Match[str]) -> list[Reading]:
    """`the 11th instant`: a day of the document's month, of the one before, of the one after, of the one just named."""
    words = small(found["era"])
    shift = next(step for word, step in _ERAS if re.match(word, words))
    here = scan.day if words == "idem" and scan.day else scan.base.middle if scan.base else None
    if here is None or (scan.base and (scan.base.end - scan.base.start).days > 31 and here == scan.base.middle):
        return []
    return _days_of(scan, found, days.next_month(here, shift), MEDIUM, "month from the document’s date")


def lone_ordinal(scan: Scan, found: re.Match[str]) -> list[Reading]:
    """`on the 24th I received`, `your note of the 24th`; not `the 24th formal session`."""
    here, at = scan.day or scan.today, found.start()
    if here is None:
        return []
    number = int(_DAY.match(found["days"])["number"])  # type: ignore[index]
    if scan.before(at, _SENT, 60):
        day = days.last_in_month(number, scan.today or here)
    elif scan.before(at, _ON_THE_OR_OF_THE if scan.day else _ON_THE):
        day = _ahead(scan, at, days.nearest_in_month(number, here))
    else:
        return []
    return _days_of(scan, found, day, LOW, "month from context") if day else []


def _ahead(scan: Scan, at: int, day: date | None) -> date | None:
    """The same day of the next month, where the clause speaks of what is to come and the nearest such day is past: `He
    would arrive on the 17th`, written on the 3rd; not where another date stands between."""
    past = day is not None and scan.today is not None and day < scan.today
    if day is None or not past or (scan.day or day) < day or tense_at(scan.text, at) is None:
        return day
    month = days.next_month(day)
    return month.replace(day=day.day) if days.exists(month.year, month.month, day.day) else day


def _days_of(scan: Scan, found: re.Match[str], month: date, cert: Certainty, evidence: str) -> list[Reading]:
    """The days of `found["days"]` in the month of a day: one reading for each, or one for all of a stretch."""
    printed = list(_DAY.finditer(found["days"]))
    numbers = [int(one["number"]) for one in printed]
    if numbers != sorted(set(numbers)) or not all(days.exists(month.year, month.month, one) for one in numbers):
        return []
    values = [month.replace(day=one).isoformat() for one in numbers]
    whole = Reading(found.start(), found.end(), (("when", values[0]),), cert=cert, evidence=evidence)
    if len(numbers) == 2:
        joint = found["days"][printed[0].end() : printed[1].start()]
        adjacent = numbers[1] - numbers[0] == 1
        if adjacent or _THROUGH.match(joint.strip()) or scan.before(whole.start, _BETWEEN):
            return [whole._replace(value=(("from", values[0]), ("to", values[1])))]
    offset = found.start("days")
    ends = [*(offset + one.end() for one in printed[:-1]), whole.end]
    return [
        whole._replace(start=offset + one.start(), end=end, value=(("when", value),))
        for one, end, value in zip(printed, ends, values, strict=True)
    ]
