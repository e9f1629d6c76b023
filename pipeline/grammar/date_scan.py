"""One pass over a text: find triggers, let the rules read, and settle what they read by the context.

`Scan(text, base, grammar).run()` yields matches. It knows nothing of the single rules (`date_rules`); what holds
for all of them is here: the year from the context, ranges, the time of day, the check of weekday and calendar.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from pipeline.grammar import days
from pipeline.grammar.clock import Clock, read_clock
from pipeline.grammar.date_words import BETWEEN, MONTH, ORDINAL, YEAR, any_of, led, month_of, number_of, verbose
from pipeline.grammar.days import Period, iso
from pipeline.grammar.tenses import Tense, tense_at
from pipeline.grammar.wordlist import word_set
from pipeline.model import Attrs, Certainty

HIGH, MEDIUM, LOW = Certainty.HIGH, Certainty.MEDIUM, Certainty.LOW


@dataclass(frozen=True, slots=True)
class DateMatch:
    """A date (or a time alone) at `text[start:end]`.

    `rule` is the id of the table, `evidence` says what the value rests on besides the printed words. `problem` is
    `impossible` (no such day; then `value` is empty) or `weekday` (the weekday printed is not that of the date).
    """

    start: int
    end: int
    value: Attrs
    cert: Certainty
    rule: str
    evidence: str = ""
    problem: str = ""

    @property
    def is_time(self) -> bool:
        """Whether this is a time of day without a date."""
        return bool(self.value) and self.value[0][1][2:3] == ":"


class Parts(NamedTuple):
    """What is printed of a date; 0 for what is not."""

    year: int = 0
    month: int = 0
    day: int = 0


class Reading(NamedTuple):
    """What a rule makes of `text[start:end]`, before context and time are added.

    Either `value` is final, or `first` (and `last`, for a range) are parts to be settled. `join` tells what `last`
    means: `to` a stretch, `or` one of the two, `double` the same day in another calendar.
    """

    start: int
    end: int
    value: Attrs = ()
    first: Parts | None = None
    last: Parts | None = None
    join: str = "to"
    cert: Certainty = HIGH
    evidence: str = ""
    problem: str = ""
    clock: Clock | None = None
    rule: str = ""


Read = Callable[["Scan", "re.Match[str]"], list[Reading]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One way of printing a date.

    `trigger` are the kinds of words it may begin with, `examples` are (text with the date in double brackets, value)
    for a document of Friday 1962-11-09 unless the text begins with another date and a colon.
    """

    id: str
    trigger: str
    pattern: re.Pattern[str]
    read: Read
    examples: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Grammar:
    """What a scan looks for: words that may begin a date, by kinds (groups of `trigger`); `clue`, the character before
    one and its first letters, which is found sooner; for every kind the rules in the order in which they are tried.
    """

    trigger: re.Pattern[str]
    clue: re.Pattern[str]
    rules: Mapping[str, tuple[Rule, ...]]


class Scan:
    """One text with its context: the document's date, the last date with a year of its own, the last day meant."""

    def __init__(self, text: str, base: Period | None, grammar: Grammar) -> None:
        self.grammar = grammar
        self.text = text
        self.base = base
        self.anchor: date | None = None
        self.anchor_end = 0
        self.day: date | None = None
        self.year_end = -99
        self.prefixed = False
        self.depth = 0

    # -- context

    def before(self, at: int, pattern: re.Pattern[str], window: int = 32) -> bool:
        """Whether `pattern` (made by `led`) stands directly before offset `at`."""
        return pattern.search(self.text, max(at - window, 0), at) is not None

    def introduced(self, at: int, pattern: re.Pattern[str]) -> bool:
        """The same, or a prefix (`early`, `the end of`) says already that a date follows."""
        return self.prefixed or self.before(at, pattern)

    @property
    def today(self) -> date | None:
        """The day of the document, if it is known to the day."""
        return self.base.start if self.base is not None and self.base.exact else None

    def century(self, short: int) -> int:
        """The full year for one of two digits."""
        return days.century(short, self.base)

    def plausible(self, year: int, back: int = 250, ahead: int = 60) -> bool:
        """Whether a document of this date would speak of `year`."""
        if self.base is None:
            return 2050 > year >= 2000 - back - 100
        return self.base.start.year - back <= year <= self.base.end.year + ahead

    def year_of(self, parts: Parts, weekday: int | None, at: int, at_end: int) -> tuple[int, Certainty, str]:
        """The year, how sure it is, and what it rests on."""
        if parts.year:
            return parts.year, HIGH, ""
        if listed := _LISTED.match(self.text, at_end) if parts.day else None:
            later = (month_of(listed["month"] or listed["month2"]), number_of(listed["day"] or listed["day2"]))
            year = number_of(listed["year"]) - ((parts.month, parts.day) > later)
            return year, MEDIUM, "year of the list"
        fits = None if weekday is None else lambda day: day.weekday() == weekday
        base = self.base
        vague = base is not None and (base.end - base.start).days > 300
        near = self.anchor is not None and base is not None and abs((self.anchor - base.middle).days) < _SAME_STORY
        if self.anchor is not None and (near or base is None or at - self.anchor_end < _REACH):
            origins = (self.anchor, base.middle) if base is not None and near and not vague else (self.anchor,)
            year = days.nearest_year(parts.month, parts.day, origins, fits)
            sure = MEDIUM
            if len(origins) == 2 and weekday is None:
                year, sure = self.by_tense(parts, year, at, MEDIUM)
            return year, sure, f"year from {self.anchor.isoformat()} before it"
        if base is None:
            return 0, HIGH, ""
        if vague:
            return base.start.year, LOW, "year of the document"
        sure = LOW if not parts.day and days.undecided(parts.month, base.middle) else MEDIUM
        year = days.nearest_year(parts.month, parts.day, (base.middle,), fits)
        if weekday is None:
            year, sure = self.by_tense(parts, year, at, sure)
        return year, sure, "year from the document’s date"

    def by_tense(self, parts: Parts, year: int, at: int, sure: Certainty) -> tuple[int, Certainty]:
        """The year after the nearest one, where the clause speaks of what is to come and the nearest day is past.

        If that would be most of a year away, the words hardly mean this day (`will have arrived`): nothing is sure.
        """
        span, base = days.period_of(year, parts.month, parts.day), self.base
        if span is None or base is None or span.end >= base.start:
            return year, sure
        tense = tense_at(self.text, at)
        if tense is None:
            return year, sure
        later = days.period_of(year + 1, parts.month, parts.day)
        if later is None or (later.start - base.end).days > _TENSE_REACH:
            return year, LOW
        return year + 1, LOW if tense is Tense.PERHAPS_AHEAD else MEDIUM

    # -- reading

    def at(self, at: int, words: bool = False) -> Reading | None:
        """The first reading of the first rule that fits at offset `at`, where a number or a month must begin it, or
        (if `words`) any word but a weekday."""
        trigger = self.grammar.trigger.match(self.text, at)
        if not trigger or self.depth == _DEEPEST:
            return None
        kind = str(trigger.lastgroup)
        if kind == "weekday" or not (words or kind in _OF_ITSELF):
            return None
        self.depth += 1
        try:
            return next((readings[0] for readings in self.readings(trigger)), None)
        finally:
            self.depth -= 1

    def readings(self, trigger: re.Match[str]) -> Iterator[list[Reading]]:
        """What the rules of a trigger make of it."""
        for rule in self.grammar.rules[str(trigger.lastgroup)]:
            found = rule.pattern.match(self.text, trigger.start())
            if found and (readings := rule.read(self, found)):
                yield [reading if reading.rule else reading._replace(rule=rule.id) for reading in readings]

    def run(self) -> Iterator[DateMatch]:
        """All dates, in text order."""
        at = 0
        while trigger := self.next_trigger(at):
            at = trigger.end()
            for readings in self.readings(trigger):
                for reading in readings:
                    match = self.settle(reading)
                    at = max(at, match.end)
                    if match.value or match.problem:
                        yield match
                break

    def next_trigger(self, at: int) -> re.Match[str] | None:
        """The first trigger at or behind offset `at`: sought by its clue, for few words begin as a date does."""
        if at == 0 and (trigger := self.grammar.trigger.match(self.text)):
            return trigger
        clue = self.grammar.clue.search(self.text, max(at - 1, 0))
        while clue:
            begin = clue.start() + 1
            if trigger := self.grammar.trigger.match(self.text, begin):
                return trigger
            clue = self.grammar.clue.search(self.text, begin)
        return None

    # -- settling

    def settle(self, reading: Reading, weekday: int | None = None) -> DateMatch:
        """The reading with everything that follows from its context; later dates may lean on it."""
        if self.before(reading.start, _CIRCA, 18) and not self.before(reading.start, _CONCERNING, 60):
            reading = reading._replace(cert=worst(reading.cert, MEDIUM), evidence=reading.evidence or "circa")
        if reading.value or reading.first is None:
            self.remember(reading.value, reading.end, explicit=False)
            return self.match(reading, reading.value, reading.problem)
        reading = self.with_range(reading)
        reading = self.with_clock(reading)
        first, last = self.years(reading)
        year, cert, evidence = self.year_of(first, weekday, reading.start, reading.end)
        moved = year - first.year
        if moved:
            first, last = first._replace(year=year), last and last._replace(year=last.year + moved)
        if evidence:
            evidence = f"{reading.evidence}; {evidence}" if reading.evidence else evidence
            reading = reading._replace(cert=worst(reading.cert, cert), evidence=evidence)
        explicit = moved == 0 and year > 0
        self.year_end = reading.end
        if any(part and part.day and not days.exists(part.year, part.month, part.day) for part in (first, last)):
            return self.match(reading._replace(cert=LOW), (), "impossible")
        problem = ""
        if weekday is not None and year and first.day and date(year, first.month, first.day).weekday() != weekday:
            problem = "weekday"
            reading = reading._replace(cert=worst(reading.cert, MEDIUM if explicit else LOW))
        value, reading = self.value(reading, first, last)
        self.remember(value, reading.end, explicit and bool(first.month))
        return self.match(reading, value, problem)

    def match(self, reading: Reading, value: Attrs, problem: str = "") -> DateMatch:
        """The reading as others see it."""
        return DateMatch(
            reading.start, reading.end, value, reading.cert, "dates/" + reading.rule, reading.evidence, problem
        )

    def remember(self, value: Attrs, end: int, explicit: bool) -> None:
        """Keep the day for `the same day`, and a date with its own year for the yearless ones after it."""
        span = days.period(value[0][1]) if value else None
        if span is None:
            return
        if span.exact:
            self.day = span.start
        if explicit:
            self.anchor, self.anchor_end = span.middle, end

    def with_range(self, reading: Reading) -> Reading:
        """`January 30` with `to February 2` after it; the second date must be as precise as the first."""
        first = reading.first
        if reading.last is not None or first is None or not first.month or not (first.day or first.year):
            return reading
        link = _RANGE.match(self.text, reading.end)
        other = self.at(link.end()) if link else None
        if link is None or other is None or other.first is None or other.last is not None or other.cert == LOW:
            return reading
        if reading.clock or other.clock:
            return reading  # 1430Z on Dec 16 to 0300Z Dec 17: two moments
        second = other.first
        if bool(second.day) != bool(first.day) or not second.month:
            return reading
        join, end = "to", other.end
        if link["double"]:
            closed = _DOUBLE_END.match(self.text, end)
            if closed and closed["year"] and not second.year:
                second = second._replace(year=number_of(closed["year"]))
            if closed:
                end = closed.end()
            join = "double"
        if link["and"] and (first.year or not self.before(reading.start, BETWEEN)):
            return reading
        together = reading._replace(last=second, end=end, join=join)
        a, b = self.years(together)
        if b is None or (a.year, a.month, a.day) >= (b.year, b.month, b.day):
            return reading
        if join == "double" and not self.is_double(a, b):
            return together._replace(join="to") if link["double"] == "/" and _adjacent(a, b) else reading
        return together

    @staticmethod
    def years(reading: Reading) -> tuple[Parts, Parts | None]:
        """Both ends of a range with the year that one of them has; without any, counted from year 0 of the first."""
        first, last = reading.first or Parts(), reading.last
        if last is None:
            return first, None
        turns = int((last.month, last.day) < (first.month, first.day))
        if last.year and not first.year:
            return first._replace(year=last.year - turns), last
        if not last.year:
            return first, last._replace(year=first.year + turns)
        return first, last

    def is_double(self, first: Parts, last: Parts) -> bool:
        """Whether two days are the same in the Julian and the Gregorian calendar, in an age that used both."""
        year = last.year or (self.base.start.year if self.base else 0)
        if not 1500 < year < 1930 or not days.exists(year, last.month, last.day):
            return False
        julian = date(year, last.month, last.day) - timedelta(days.julian_lag(year))
        return (julian.month, julian.day) == (first.month, first.day)

    def with_clock(self, reading: Reading) -> Reading:
        """The reading with the time of day that follows a day: `, 6 p.m.`, `—noon`, ` at 5:08 a.m.`, ` / Noon`."""
        if reading.first is None or not reading.first.day or reading.clock is not None:
            return reading
        link = _TIME_LINK.match(self.text, reading.end)
        if not link or (link["stop"] and not (reading.last or reading.first).year):
            return reading
        clock = read_clock(self.text, link.end())
        if clock is None:
            return reading
        end = clock.end
        if link["bracket"] and (closed := re.compile(r"\??\]").match(self.text, end)):
            end = closed.end()
        cert = MEDIUM if clock.misread or link["about"] else HIGH
        return reading._replace(end=end, clock=clock, cert=worst(reading.cert, cert))

    def value(self, reading: Reading, first: Parts, last: Parts | None) -> tuple[Attrs, Reading]:
        """The dating attributes of settled parts."""
        start = iso(first.year, first.month, first.day)
        clock = reading.clock
        if last is None:
            if clock is None or not first.year:
                return (("when", start),), reading
            if clock.last:
                until = _day_after(first).isoformat() if clock.last < clock.first else start
                return (("from", f"{start}T{clock.first}"), ("to", f"{until}T{clock.last}")), reading
            return (("when", f"{start}T{clock.first}"),), reading
        end = iso(last.year, last.month, last.day)
        if clock is not None and last.year:
            end = f"{end}T{clock.last or clock.first}"
        if reading.join == "double":
            return (("when", end),), reading._replace(evidence="Julian and Gregorian date")
        if reading.join == "or":
            return (("notBefore", start), ("notAfter", end)), reading
        return (("from", start), ("to", end)), reading


_ABOUT = any_of(word_set("circa approximately roughly about around probably perhaps presumably possibly nearly almost"))
_CIRCA = led(rf"\b(?:{_ABOUT}\s(?:the\s)?|ca?(?:\s|\.\s?))|\?\s?")
"""What makes a date a guess of those who wrote it or of the editor."""
_CONCERNING = led(
    r"\b(?:difficult\w*|talk\w*|speak\w*|spoke|ask\w*|know\w*|knew|concern\w*|worr\w+|said|say|tell|told|th[io]\w*[kt]|doubts?"
    r"|questions?|hear\w*|learn\w*|information|statements?|news|feel\w*|felt|optimis\w+|pessimis\w+|reports?|story)"
    r"\sabout\s(?:the\s)?"
)
"""Where `about` gives the matter and not the time: `great difficulties about 1962`."""
_OF_ITSELF = frozenset({"day", "year", "digits", "month"})
"""Kinds of triggers that a date must have which belongs to another: `to November 9`, `5 p.m. on 9 November`."""
_DEEPEST = 3
"""How many readings may stand one within the other: `5 p.m. on` `Monday,` `November 9`."""
_SAME_STORY = 550
"""Days between a full date and the document up to which a yearless date may belong to either; farther back the text
tells of another time, and the full date alone counts, for the next `_REACH` characters."""
_REACH = 500
_TENSE_REACH = 300
"""How many days ahead a yearless date may lie because its verb says so."""


def _day_after(parts: Parts) -> date:
    return date(parts.year or 2000, parts.month, parts.day) + timedelta(1)


def _adjacent(first: Parts, last: Parts) -> bool:
    """Whether one day follows the other: `September 30/October 1`."""
    if not (first.day and last.day and days.exists(first.year, first.month, first.day)):
        return False
    after = _day_after(first)
    return (after.month, after.day) == (last.month, last.day)


def worst(*certainties: Certainty) -> Certainty:
    """The least of several certainties."""
    return max(certainties, key=[HIGH, MEDIUM, LOW].index)


_ITEM = rf"(?:{MONTH}\s)?[0-3]?\d(?:{ORDINAL})?(?:\s(?:of\s)?{MONTH})?"
_LISTED = verbose(
    rf"""(?:,\s{_ITEM}){{0,4}}  ,?\s(?:and|or|&)\s(?:the\s)?
         (?: (?P<month>{MONTH})\s (?P<day>[0-3]?\d)(?:{ORDINAL})?
           | (?P<day2>[0-3]?\d)(?:{ORDINAL})?\s(?:of\s)? (?P<month2>{MONTH}) )
         ,?\s (?P<year>{YEAR})"""
)
"""The rest of a list that has its year at the end: `(May 3), June 4, and July 5, 1961`."""
_RANGE = verbose(
    r"""(?: \s?[–—-]\s? | \s(?:to|through|thru|until|till)\s(?:the\s)? | (?P<and>\sand\s(?:the\s)?)
          | (?P<double>/|\s\() ) (?=[\dA-Zl])"""
)
_DOUBLE_END = verbose(rf"(?:\))?(?:,?\s?(?P<year>{YEAR}))?")
_TIME_LINK = verbose(
    r"(?: ,?\s?(?:at|AT)\s | \s?[—–-]\s? | \s/\s | (?P<stop>\.\s) | [,;]\s? | \s )"
    r"(?P<bracket>\[)?(?P<about>(?:about|around|approximately)\s)?(?=[\dlInNmM])"
)
