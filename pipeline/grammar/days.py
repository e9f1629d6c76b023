"""Calendar arithmetic for the date grammar: ISO strings of any precision, the nearest year, parts of a period.

Dates are `datetime.date` (proleptic Gregorian); ISO strings may be partial (`1962`, `1962-11`, `--11-14`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

FUTURE_COST = 1.6
"""A day in the future of a document weighs as much as 1.6 days in its past: the factor that gives most yearless dates
their right year (98.8 %; the year of the document alone: 95.0 %)."""

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def iso(year: int, month: int = 0, day: int = 0) -> str:
    """`1962`, `1962-11`, `1962-11-09`; without a year (0) `--11-09` and `--11`."""
    head = f"{year:04}" if year else "-"
    return head + (f"-{month:02}" if month else "") + (f"-{day:02}" if day else "")


def exists(year: int, month: int, day: int) -> bool:
    """Whether the calendar has this day; without a year (0) February has 29 days."""
    return 1 <= month <= 12 and 1 <= day <= month_length(year or 2000, month)


def month_length(year: int, month: int) -> int:
    """The number of days of a month."""
    return (next_month(date(year, month, 1)) - timedelta(1)).day


def next_month(day: date, months: int = 1) -> date:
    """The first day of the month that comes `months` after that of `day` (before it if negative)."""
    index = day.year * 12 + day.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `start` to `end`, both included."""

    start: date
    end: date

    @property
    def middle(self) -> date:
        """The day in the middle, from which distances are counted."""
        return self.start + (self.end - self.start) / 2

    @property
    def exact(self) -> bool:
        """Whether this is a single day."""
        return self.start == self.end

    def third(self, part: int) -> Period:
        """The first (0), middle (1) or last (2) third; of whole months in a year, of days in a month (1–10, 11–20)."""
        if (self.end - self.start).days > 300:
            first = next_month(self.start, 4 * part)
            return Period(first, next_month(first, 4) - timedelta(1))
        if (self.end - self.start).days > 80:
            first = next_month(self.start, part)
            return Period(first, next_month(first) - timedelta(1))
        last = self.end if part == 2 else self.start + timedelta(10 * part + 9)
        return Period(self.start + timedelta(10 * part), last)

    def division(self, part: int, parts: int) -> Period | None:
        """One of two halves or four quarters of whole months; of a single month a half ends on the 15th."""
        months = (self.end.year - self.start.year) * 12 + self.end.month - self.start.month + 1
        if not 0 <= part < parts:
            return None
        if months == 1 and parts == 2:
            middle = self.start + timedelta(14)
            return Period(middle + timedelta(1), self.end) if part else Period(self.start, middle)
        if months % parts or self.start.day != 1:
            return None
        first = next_month(self.start, months // parts * part)
        return Period(first, next_month(first, months // parts) - timedelta(1))


@lru_cache(maxsize=1024)
def period(text: str) -> Period | None:
    """The days that an ISO date of any precision covers (a time is ignored): `1962-11` is November 1–30."""
    found = _ISO.match(text)
    return period_of(*(int(part or 0) for part in found.groups())) if found else None


@lru_cache(maxsize=1024)
def period_of(year: int, month: int = 0, day: int = 0) -> Period | None:
    """The days of a year, of a month, or a single day; None if the calendar has none such."""
    try:
        if day:
            return Period(date(year, month, day), date(year, month, day))
        if month:
            return Period(date(year, month, 1), date(year, month, month_length(year, month)))
        return Period(date(year, 1, 1), date(year, 12, 31))
    except ValueError:
        return None


def distance(span: Period, anchor: date) -> float:
    """Days from `anchor` to the nearest day of `span`, days of the future weighing more; 0 inside."""
    if span.end < anchor:
        return (anchor - span.end).days
    return max((span.start - anchor).days, 0) * FUTURE_COST


def nearest_year(month: int, day: int, anchors: tuple[date, ...], fits: Callable[[date], bool] | None = None) -> int:
    """The year that brings a day (or a month: `day` 0) nearest to one of `anchors`.

    Years that `fits` accepts come first; it sees those around the anchors only, for a weekday comes round every five
    or six years anyway.
    """
    reach = 4 if (month, day) == (2, 29) else 1
    years = {year for at in anchors for year in range(max(at.year - reach, 1), at.year + reach + 1)}
    spans = [(year, period_of(year, month, day)) for year in years]
    costs = [
        (bool(fits and not fits(span.start)), min(distance(span, at) for at in anchors), year)
        for year, span in spans
        if span is not None
    ]
    return min(costs)[2] if costs else anchors[0].year


def undecided(month: int, anchor: date) -> bool:
    """Whether two years put a month almost equally far from `anchor`: June, seen from the end of December."""
    spans = (period_of(year, month) for year in (anchor.year - 1, anchor.year, anchor.year + 1))
    nearest, second = sorted(distance(span, anchor) for span in spans if span is not None)[:2]
    return second < 1.4 * nearest


def nearest_in_month(day: int, anchor: date) -> date | None:
    """The day with this number in the month of `anchor`, the one before or the one after, whichever is nearest."""
    months = [next_month(anchor, shift) for shift in (-1, 0, 1)]
    days = [first.replace(day=day) for first in months if exists(first.year, first.month, day)]
    return min(days, key=lambda one: distance(Period(one, one), anchor), default=None)


def last_in_month(day: int, anchor: date) -> date | None:
    """The last day with this number that is not after `anchor`, in its month or the one before."""
    months = [next_month(anchor, shift) for shift in (0, -1)]
    dated = (first.replace(day=day) for first in months if exists(first.year, first.month, day))
    return next((one for one in dated if one <= anchor), None)


def weekday_before(number: int, anchor: date) -> date:
    """The last day with this weekday (Monday 0) that is not after `anchor`."""
    return anchor - timedelta((anchor.weekday() - number) % 7)


def century(short: int, base: Period | None) -> int:
    """The full year of a year of two digits: the one nearest to the document's, else of the twentieth century."""
    if base is None:
        return 1900 + short
    at = base.middle.year
    return min((hundred + short for hundred in (1700, 1800, 1900, 2000)), key=lambda year: abs(year - at))


_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}


def season(name: str, year: int) -> Period:
    """Three whole months: spring March to May … the winter of 1961 begins in December 1961."""
    first = date(year, _SEASONS[name], 1)
    return Period(first, next_month(first, 3) - timedelta(1))


def fiscal_year(year: int) -> Period:
    """The fiscal year of the United States: it ended on June 30 until 1976 and ends on September 30 since."""
    if year <= 1976:
        return Period(date(year - 1, 7, 1), date(year, 6, 30))
    return Period(date(year - 1, 10, 1), date(year, 9, 30))


def julian_lag(year: int) -> int:
    """How many days the Julian calendar was behind the Gregorian one from March of `year` on (13 since 1900)."""
    return year // 100 - year // 400 - 2
