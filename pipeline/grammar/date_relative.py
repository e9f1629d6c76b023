"""The readers of dates that lean on another day: on the document's, or on one named before.

    yesterday · last July · Wednesday · the Spring · end of October · three weeks ago · the same day

They are readers as those of `date_readers`: scan and match in, readings out.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from pipeline.grammar import days
from pipeline.grammar.date_scan import HIGH, LOW, MEDIUM, DateMatch, Reading, Scan, worst
from pipeline.grammar.date_words import (
    COUNTS,
    MONTH_NUMBER,
    ORDINAL,
    STEP,
    WEEKDAYS,
    led,
    small,
)
from pipeline.grammar.days import Period, iso
from pipeline.grammar.tenses import tense_at
from pipeline.model import Attrs, Certainty


def weekday(scan: Scan, found: re.Match[str]) -> list[Reading]:
    """`Saturday, January 20` is checked; `on Saturday` is the last one, or the next after `will` and its like."""
    if found["weekday"][0].islower():
        return []
    number = WEEKDAYS.index(small(found["weekday"]))
    link = _WEEKDAY_LINK.match(scan.text, found.end())
    dated = scan.at(link.end()) if link else None
    if dated is not None and dated.first is not None and dated.first.day:
        settled = scan.settle(dated._replace(start=found.start(), rule="weekday"), number)
        return [_settled(settled)]
    if dated is not None and dated.value:
        return [dated._replace(start=found.start())]
    if numbered := _of_month(scan, found, number):
        return [numbered]
    here = scan.today or scan.anchor
    if here is None or _NO_WEEKDAY.match(scan.text, found.end()) or scan.before(found.start(), _FEAST):
        return []
    day = days.weekday_before(number, here)
    if found["which"]:
        day += timedelta(_WEEKDAY_SHIFT[found["which"]] - 7 * (day == here and found["which"] == "last"))
        return [_relative(found, Period(day, day))]
    attributive = scan.before(found.start(), _THE)  # the Wednesday meeting
    if day != here and not attributive and tense_at(scan.text, found.start(), bare=True):
        day += timedelta(7)
    return [_relative(found, Period(day, day), LOW)]


_WEEKDAY_SHIFT = {"last": 0, "next": 7, "week": 14, "fortnight": 21}
"""Days from the last such weekday to `Monday last`, `Monday next`, `Monday week`, `Monday fortnight`."""


_NUMBERED = re.compile(rf",?\s(?:the\s)?(?P<day>[0-3]?\d){ORDINAL}(?!\s(?:of\s[A-Z]|[A-Z]))")


def _of_month(scan: Scan, found: re.Match[str], number: int) -> Reading | None:
    """`Thursday the 22nd`: the nearest month of which the 22nd is a Thursday."""
    link, here = _NUMBERED.match(scan.text, found.end()), scan.day or scan.today
    if link is None or here is None:
        return None
    months = [days.next_month(here, shift) for shift in (-2, -1, 0, 1, 2)]
    dated = [one.replace(day=int(link["day"])) for one in months if days.exists(one.year, one.month, int(link["day"]))]
    fitting = [day for day in dated if day.weekday() == number]
    if not fitting:
        return None
    day = min(fitting, key=lambda one: days.distance(Period(one, one), here))
    return _relative(found, Period(day, day))._replace(end=link.end(), evidence="month from context and weekday")


def _settled(match: DateMatch) -> Reading:
    """A match as a reading of which nothing is left to be settled."""
    return Reading(
        match.start,
        match.end,
        match.value,
        cert=match.cert,
        evidence=match.evidence,
        problem=match.problem,
        rule=match.rule.removeprefix("dates/"),
    )


_WEEKDAY_LINK = re.compile(r"[,.]?\s\(?(?:the\s)?")
_FEAST = led(r"\b(?:Good|Easter|Palm|Ash|Black|Bloody|Holy|Maundy|Whit)\s")
_NO_WEEKDAY = re.compile(r"[’']?s\b|\s(?:Times|Telegraph|Express|Mirror|Post|Evening|Review|Club|Group|Pictorial)\b")


def _relative(
    found: re.Match[str], span: Period, cert: Certainty = MEDIUM, keys: tuple[str, str] = ("from", "to")
) -> Reading:
    return Reading(
        found.start(), found.end(), value=_of(span, keys), cert=cert, evidence="counted from the document’s date"
    )


def _of(span: Period, keys: tuple[str, str] = ("notBefore", "notAfter")) -> Attrs:
    """A period as attributes: a day, a whole month, a whole year, else both ends (as months if they are whole)."""
    start, end = span.start, span.end
    if span.exact:
        return (("when", start.isoformat()),)
    whole = start.day == 1 and end == days.next_month(end) - timedelta(1)
    if whole and (start.year, start.month) == (end.year, end.month):
        return (("when", iso(start.year, start.month)),)
    if whole and (start.month, end.month, end.year) == (1, 12, start.year):
        return (("when", iso(start.year)),)
    if whole:
        return ((keys[0], iso(start.year, start.month)), (keys[1], iso(end.year, end.month)))
    return ((keys[0], start.isoformat()), (keys[1], end.isoformat()))


_DAY_SHIFT = {"today": 0, "yesterday": -1, "tomorrow": 1, "before": -2, "after": 2, "tonight": 0, "this": 0, "last": -1}


_POSSESSIVE = re.compile(r"[’'ʼ]s\b")
_OF = led(r"\bof\s")
_THE = led(r"\bthe\s")
_PLURAL = re.compile(r"s\b|-")


def relative_day(scan: Scan, found: re.Match[str]) -> list[Reading]:
    if scan.today is None or scan.text[found.start() - 1 : found.start()] == "-":
        return []
    words = small(found["day"]).replace("-", "").replace("the ", "")
    shift = _DAY_SHIFT[words.removeprefix("day ").split()[0]]
    day = scan.today + timedelta(shift)
    if found["week"]:
        day += timedelta(7 if small(found["week"]) == "week" else 14)
        return [_relative(found, Period(day, day))]
    if found["weekday"]:
        agrees = day.weekday() == WEEKDAYS.index(small(found["weekday"]))
        end = found.end() if agrees else found.end("day")
        return [_relative(found, Period(day, day))._replace(end=end)]
    figurative = _POSSESSIVE.match(scan.text, found.end()) or scan.before(found.start(), _OF)
    return [_relative(found, Period(day, day), LOW if figurative else MEDIUM)]


def relative_unit(scan: Scan, found: re.Match[str]) -> list[Reading]:
    """`last week`, `next Friday`, `this summer`, `last July`, `the past year`."""
    which, unit = small(found["which"]), small(found["unit"].rstrip("."))
    if unit in WEEKDAYS or unit in ("week", "weekend") or which == "past":
        here = scan.today
    else:
        here = scan.base.middle if scan.base else None
    plural = _PLURAL.match(scan.text, found.end())
    article = found["article"] or scan.before(found.start(), _THE)
    if here is None or plural or (article and which in ("last", "next") and unit not in MONTH_NUMBER):
        return []
    if found["unit"][0].islower() and (unit in MONTH_NUMBER or unit in WEEKDAYS):
        return []
    span = _unit_span(unit, which, here)
    cert = LOW if unit in ("week", "weekend") or (unit in WEEKDAYS and which == "this") else MEDIUM
    keys = ("notBefore", "notAfter") if unit not in ("year", "month") or which == "past" else ("from", "to")
    return [_relative(found, span, cert, keys)]


def _unit_span(unit: str, which: str, here: date) -> Period:
    step = STEP[which]
    if which == "past":
        back = {"week": 7, "month": 30, "year": 365}.get(unit)
        if back is not None:
            return Period(here - timedelta(back), here)
    if unit == "year":
        return Period(date(here.year + step, 1, 1), date(here.year + step, 12, 31))
    if unit == "month":
        first = days.next_month(here, step)
        return Period(first, days.next_month(first) - timedelta(1))
    if unit in ("week", "weekend"):
        monday = here - timedelta(here.weekday()) + timedelta(7 * step)
        return Period(monday + timedelta(5 if unit == "weekend" else 0), monday + timedelta(6))
    if unit in WEEKDAYS:
        number = WEEKDAYS.index(unit)
        if step < 0:
            day = days.weekday_before(number, here - timedelta(1))
        else:
            day = here + timedelta((number - here.weekday()) % 7 or 7 * step)
        return Period(day, day)
    spans = [_named_span(unit, here.year + shift) for shift in (-2, -1, 0, 1, 2)]
    if step < 0:
        return [span for span in spans if span.end < here][-1]
    if step > 0:
        return next(span for span in spans if span.start > here)
    return spans[2]


def _named_span(unit: str, year: int) -> Period:
    if unit in MONTH_NUMBER:
        first = date(year, MONTH_NUMBER[unit], 1)
        return Period(first, days.next_month(first) - timedelta(1))
    return days.season(unit, year)


_SEASON_LEAD = led(r"\b(?:in|by|until|during|since)\s")
_DEADLINE = led(r"\b(?:until|till|by|before)\s")


def season(scan: Scan, found: re.Match[str]) -> list[Reading]:
    """`the summer of 1950`, `Spring 1963`, `the winter of 1961–62`, `the summer` (of the nearest year)."""
    name = small(found["season"])
    if found["year"]:
        year = int(found["year"])
        span = days.season(name, year)
        if name == "winter" and not found["turn"]:
            span = Period(date(year - 1, 12, 1), days.next_month(date(year + 1, 2, 1)) - timedelta(1))
        cert = LOW if name == "winter" and not found["turn"] else HIGH
        return [Reading(found.start(), found.end(), value=_of(span), cert=cert)]
    if name in ("fall", "spring") and not _SEASON_ENDS.match(scan.text, found.end()):
        return []
    introduced = found["article"] or scan.introduced(found.start(), _SEASON_LEAD)
    if not introduced or scan.base is None or _NO_SEASON.match(scan.text, found.end()) or found["season"].isupper():
        return []
    spans = [days.season(name, scan.base.middle.year + shift) for shift in (-1, 0, 1)]
    here = scan.base.middle
    if scan.before(found.start(), _DEADLINE):
        span = next(span for span in spans if span.end >= here)
    else:
        span = min(spans, key=lambda span: days.distance(span, here))
    return [_relative(found, span, LOW, ("notBefore", "notAfter"))]


_SEASON_ENDS = re.compile(
    r"[.,;:)\]]|\Z|\s(?:of|and|or|when|we|he|they|I|it|the|for|with|before|after|session|elections?|meetings?|months|campaign|"
    r"term|UN|UNGA|General|at|by|as)\b"
)
"""What may follow a `fall` or `spring` that is a season: the words have other meanings too."""
_NO_SEASON = re.compile(
    r"\s(?:of\s(?!this|last|next|that)|in\s|from\s|to\s|tide|tides|palace|offensive|Palace|Olympics?|Games|Festival|War|White\sHouse)|s\b|-"
)


def portion(scan: Scan, found: re.Match[str]) -> list[Reading]:
    """`early 1963`, `late November`, `mid-June`, `the end of October`: a third of what follows."""
    part = _PORTIONS[small(found["part"]).replace("the ", "")]
    settled = _inner(scan, found.end())
    span = _span_of(settled) if settled else None
    if settled is None or span is None:
        return []
    if (span.end - span.start).days > 3000:
        year = span.start.year + (0, 3, 6)[part]
        span = Period(date(year, 1, 1), date(year + 3, 12, 31))
    else:
        span = span.third(part)
    cert = worst(settled.cert, MEDIUM)
    return [Reading(found.start(), settled.end, value=_of(span), cert=cert, evidence=settled.evidence)]


def division(scan: Scan, found: re.Match[str]) -> list[Reading]:
    """`the first half of 1962`, `the third quarter of FY 1963`, `the second half of October`."""
    inner = _inner(scan, found.end())
    if inner is None:
        return []
    span = _span_of(inner)
    which, parts = _DIVISIONS[small(found["which"])], 2 if small(found["part"]) == "half" else 4
    part = span and span.division(which if which >= 0 else parts + which, parts)
    if part is None:
        return []
    return [Reading(found.start(), inner.end, value=_of(part), cert=inner.cert, evidence=inner.evidence)]


_DIVISIONS = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1, "latter": -1, "former": 0}


def _inner(scan: Scan, at: int) -> DateMatch | None:
    """The month, year or longer time that begins at an offset, settled."""
    if scan.prefixed:
        return None
    scan.prefixed = True
    try:
        inner = scan.at(at, words=True)
    finally:
        scan.prefixed = False
    if inner is None or (inner.first is not None and (inner.first.day or inner.last)):
        return None
    return scan.settle(inner) if inner.first else scan.match(inner, inner.value)


def _span_of(match: DateMatch) -> Period | None:
    """The days of a match, if they are a month or more."""
    values = dict(match.value)
    first = days.period(values.get("when") or values.get("from") or values.get("notBefore") or "")
    last = days.period(values.get("when") or values.get("to") or values.get("notAfter") or "")
    return Period(first.start, last.end) if first and last and (last.end - first.start).days >= 27 else None


_PORTIONS = {
    "early": 0, "early in": 0, "early part of": 0, "beginning of": 0, "start of": 0,
    "mid": 1, "middle of": 1,
    "late": 2, "late in": 2, "latter part of": 2, "end of": 2, "close of": 2,
}  # fmt: skip


_NO_AGO = led(r"\b(?:half|over|more\sthan|less\sthan|within|not)\s|\b(?:and|a)\s(?:a\s)?half\s")
"""`over a hundred years ago`, `half a year ago` are other spans than these."""
_LENGTH = {"day": 1, "week": 7, "fortnight": 14}
_FROM_DAY = {"yesterday": -1, "today": 0, "to-day": 0, "tomorrow": 1, "to-morrow": 1}


def ago(scan: Scan, found: re.Match[str]) -> list[Reading]:
    """`ten days ago`, `two years ago`: as precise as the unit; `a year ago today`, `a week from Monday`: a day."""
    if scan.today is None or scan.before(found.start(), _NO_AGO):
        return []
    printed, unit = small(found["count"]), small(found["unit"])
    count = COUNTS.get(printed) or int(printed)
    count = -count if found["ago"] else count
    anchor = small(found["day"] or found["from"] or "now").removeprefix("this day").strip()
    if anchor in ("", "now") and not found["day"]:
        span = _span_at(scan.today, unit, count)
        cert = LOW if unit != "day" else MEDIUM
        return [_relative(found, span, cert, ("notBefore", "notAfter"))] if span else []
    weekday = anchor in WEEKDAYS
    here = _weekday_near(scan.today, anchor, count) if weekday else scan.today + timedelta(_FROM_DAY.get(anchor, 0))
    day = _moved(here, unit, count)
    return [_relative(found, Period(day, day), LOW if weekday else MEDIUM)] if day else []


def _weekday_near(here: date, name: str, count: int) -> date:
    """The Monday that `a week ago Monday` is counted from is past, that of `a week from Monday` to come."""
    day = days.weekday_before(WEEKDAYS.index(name), here)
    return day + timedelta(7) if count > 0 and day != here else day


def _moved(here: date, unit: str, count: int) -> date | None:
    """The day so many units before or after another, if there is one."""
    if unit in _LENGTH:
        return here + timedelta(count * _LENGTH[unit])
    month = days.next_month(here, count * (12 if unit == "year" else 1))
    return month.replace(day=here.day) if days.exists(month.year, month.month, here.day) else None


def _span_at(here: date, unit: str, count: int) -> Period | None:
    """The day, the week around the day, the month or the year so many units away."""
    if unit in _LENGTH:
        day = here + timedelta(count * _LENGTH[unit])
        around = timedelta(0 if unit == "day" else 3)
        return Period(day - around, day + around)
    if unit == "month":
        first = days.next_month(here, count)
        return Period(first, days.next_month(first) - timedelta(1))
    return days.period_of(here.year + count)


_SAME_SHIFT = {"same": 0, "that": 0, "following": 1, "next": 1, "previous": -1, "preceding": -1}


def same_day(scan: Scan, found: re.Match[str]) -> list[Reading]:
    """`the same day`: the last day named in this text; if none was, that of the document (not for the others)."""
    which = small(found["which"]).split()[-1]
    day = scan.day or (scan.today if which == "same" else None)
    if day is None:
        return []
    value = (("when", (day + timedelta(_SAME_SHIFT[which])).isoformat()),)
    cert = MEDIUM if scan.day else LOW
    return [Reading(found.start(), found.end(), value=value, cert=cert, evidence="the day named before")]


def end_of_this(scan: Scan, found: re.Match[str]) -> list[Reading]:
    """`the year`, `the month` after `the end of`: that of the document."""
    if scan.base is None or not scan.prefixed:
        return []
    return [_relative(found, _unit_span(found["unit"], "this", scan.base.middle), LOW)]
