"""A grammar of the dates in diplomatic prose.

    find_dates("He called on November 14 at noon.", "1962-11-09")
    → [DateMatch(13, 32, (("when", "1962-11-14T12:00:00"),), MEDIUM, "dates/month-day", "year from the …")]

How it works. One pass finds *triggers*: a number, a month, a weekday, a word such as `last` or `yesterday`. At a
trigger the rules of its kind are tried in the order of the table `date_rules.RULES`; the first that can make sense of
the text wins and the pass goes on behind it. Whatever a rule needs to see before its own first character is a short
pattern that ends there (`date_words.led`), so the time is linear in the text.

A rule reads *parts* (year, month, day as printed). `Scan.settle` does for all rules alike what comes then: the year
from the context, the second half of a range, the time of day, the check of weekday and calendar. A date with its own
year earlier in the same text gives its year to those after it; otherwise the document's date (`base`) does.

Values are TEI dating attributes: `when`, or `from`/`to` for a stretch of time, or `notBefore`/`notAfter` for a moment
somewhere in it. Partial dates stay partial; a yearless date without any context is `--11-14`.

docs/dates.md explains the rules for editors. The examples of the table are tests.
"""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.grammar import days
from pipeline.grammar.clock import bare_hour
from pipeline.grammar.date_readers import file_date
from pipeline.grammar.date_rules import FILE_NUMBER, GRAMMAR
from pipeline.grammar.date_scan import HIGH, MEDIUM, DateMatch, Scan
from pipeline.grammar.date_words import FULL_MONTHS
from pipeline.grammar.days import Period

__all__ = ["DateMatch", "decimal_file_date", "find_dates", "parse_date"]


def find_dates(text: str, base: str = "", *, base_range: tuple[str, str] | None = None) -> list[DateMatch]:
    """The dates and times of `text`, in order, without overlap (offsets in `text`).

    `base` is the document's ISO date (partial or empty); `base_range` its earliest and latest day where only these are
    known. Single white space is expected, as in the reading text of a passage.
    """
    return list(Scan(text, _base(base, base_range), GRAMMAR).run())


def _base(base: str, base_range: tuple[str, str] | None) -> Period | None:
    if base_range is None:
        return days.period(base)
    first, last = (days.period(one) for one in base_range)
    return Period(first.start, last.end) if first and last and first.start <= last.end else first


_LONE_DAY = re.compile(r"\s*\[?(?P<day>[0-3]?\d)\??\]?,\s(?P<year>(?:1[4-9]|20)\d\d)\b")
_LONE_YEAR = re.compile(r"\s*((?:1[4-9]|20)\d\d)[\s.]*")


def parse_date(text: str, base: str = "") -> DateMatch | None:
    """The date of a text that is nothing but one, such as the date of a dateline or the field of a cover sheet.

    Here a year alone, an hour without `p.m.` (`April 12, 1960, 4`) and a day whose month the print has lost
    (`2, 1968`, the month then comes from `base`) are read too; several days are one stretch from the first to the last.
    """
    text = " ".join(text.split())
    if year := _LONE_YEAR.fullmatch(text):
        return DateMatch(0, len(text), (("when", year[1]),), HIGH, "dates/year")
    found = [one for one in find_dates(text, base) if not one.is_time]
    if lost := _LONE_DAY.match(text):
        return _lost_month(text, lost, base)
    if not found:
        return None
    if len(found) > 1 and text[found[0].end : found[1].start].strip(" ,") in ("", "and", "&"):
        return _stretch_of(found)
    first = found[0]
    hour = bare_hour(text)
    if hour and hour.start == first.end and first.value[0][0] == "when" and len(first.value[0][1]) == 10:
        value = (("when", f"{first.value[0][1]}T{hour.first}"),)
        return replace(first, end=hour.end, value=value, cert=MEDIUM, evidence="a.m. or p.m. is not printed")
    return first


def _stretch_of(found: list[DateMatch]) -> DateMatch:
    """Several days as one stretch; one that is printed twice, as where a scan has two layers of text, is that day."""
    if all(one.value == found[0].value for one in found):
        return found[0]
    value = (("from", found[0].value[0][1]), ("to", found[-1].value[-1][1]))
    return replace(found[0], end=found[-1].end, value=value)


def _lost_month(text: str, lost: re.Match[str], base: str) -> DateMatch | None:
    """`2, 1968, 10:10 a.m.` with the month of `base`."""
    span = days.period(base)
    if span is None or (span.end - span.start).days > 31:
        return None
    rest = f"{FULL_MONTHS[span.start.month - 1]} {lost['day']}, {lost['year']}"
    whole = parse_date(rest + text[lost.end() :])
    if whole is None:
        return None
    end = whole.end - len(rest) + lost.end()
    return replace(whole, start=lost.start("day"), end=end, cert=MEDIUM, evidence="month from the document’s date")


def decimal_file_date(text: str) -> str:
    """The ISO date at the end of a decimal file number (`611.41/11-962` → `1962-11-09`), or an empty string."""
    for found in FILE_NUMBER.finditer(text):
        if value := file_date(found["month"], found["day"], found["year"]):
            return value
    return ""
