"""The readers of the date rules: what each rule of `date_rules` makes of its match.

A reader takes the scan (text and context) and the match of its rule's pattern, and returns readings: usually one, more
for a list of days, none if the text only looks like a date.
"""

from __future__ import annotations

import itertools
import re
from datetime import date, timedelta

from pipeline.grammar import days
from pipeline.grammar.clock import Clock, read_clock
from pipeline.grammar.date_eras import reign_year
from pipeline.grammar.date_misreadings import figures
from pipeline.grammar.date_scan import HIGH, LOW, MEDIUM, Parts, Reading, Scan, worst
from pipeline.grammar.date_words import (
    BETWEEN,
    DECADES,
    FULL_MONTHS,
    MONTH,
    ORDINAL,
    ORDINALS,
    ROMAN,
    STEP,
    UNIT,
    led,
    misread,
    month_of,
    number_of,
    small,
)
from pipeline.grammar.days import iso
from pipeline.grammar.year_words import year_of_words
from pipeline.model import Certainty

_AFTER_DAY_NUMBER = re.compile(rf"\s{UNIT}\b|\s?[%°]")
_ANOTHER_DAY = re.compile(r"\s\d{1,2}\b(?!:|\s?[ap]\.?m)")
_OLD_STYLE = re.compile(r",?\s?[(\[]?(?:O\.\s?S\.|[Oo]ld\s[Ss]tyle)[)\]]?")
_SUFFIX = re.compile(rf"(?:{ORDINAL})?")
_STAMP = re.compile(r"\s\d{1,2}\s\d")
_IN_YEAR = led(
    r"\b(?:in|since|until|till|during|through|before|after|last|next|this|early|late|mid|of|from|by)(?:\sthe)?\s|mid-"
)
_AHEAD = ("next", "proximo", "prox")


def month_day(scan: Scan, found: re.Match[str]) -> list[Reading]:
    """A month with a day, or days, and perhaps a year."""
    if scan.before(found.start(), _NO_DATE) and not scan.prefixed:
        return []
    printed_month, printed_year = found["month"], found["year"]
    year = _printed_year(scan, printed_year)
    if not year and _names_event(scan, found):
        return []
    if (printed_month[0].islower() and not year) or (not year and _STAMP.match(scan.text, found.end())):
        return []
    if not year and _AFTER_DAY_NUMBER.match(scan.text, found.end()):
        return []
    month = month_of(printed_month)
    if found["dual"] and month <= 3:
        year += 1
    first = Parts(year, month, number_of(found["fixed"] or found["day"]))
    cert = MEDIUM if found["fixed"] or found["doubt"] or misread(printed_month, found["day"], printed_year) else HIGH
    evidence = "corrected in the print" if found["fixed"] else ""
    whole = Reading(found.start(), found.end(), first=first, cert=cert, evidence=evidence)
    if year and (old := _OLD_STYLE.match(scan.text, found.end())):
        return _old_style(whole, old.end())
    if found["era"]:
        return _bound_to_month(scan, whole, small(found["era"].rstrip(".")))
    more = list(re.finditer(r"[\dlIO]+", found["more"] or ""))
    return _several_days(scan, whole, more, found) if more else [whole]


def _several_days(scan: Scan, whole: Reading, more: list[re.Match[str]], found: re.Match[str]) -> list[Reading]:
    """`22–25` is a stretch, `13 and 14` too, `4 and 9` are two days, `9 and/or 10` is one of two.

    `more` are the matches of the numbers behind the first, in `found["more"]`. Numbers that do not rise are no days:
    then the first stands alone, if its month is printed with it.
    """
    first = whole.first or Parts()
    numbers = [first.day, *(number_of(one.group()) for one in more)]
    if numbers != sorted(set(numbers)):
        month_first = found.start("month") < found.start("day")
        return [whole._replace(end=found.end("day"))] if month_first and not first.year else []
    link = re.sub(r"[\s\d]|(?<=\d)(?:st|nd|rd|d|th)|\bthe\b", "", found["more"])
    if link == "()":
        new = first._replace(day=numbers[1])
        return [whole._replace(last=new, join="double")] if scan.is_double(first, new) else []
    listed = link == "," or (link in ("and", "&", "or") and not scan.before(whole.start, BETWEEN))
    if len(numbers) == 2 and (not listed or (numbers[1] - numbers[0] == 1 and link != ",")):
        last = first._replace(day=numbers[1])
        if link == "/" and last.day - first.day > 9 and scan.is_double(first, last):
            return [whole._replace(last=last, join="double")]
        return [whole._replace(last=last, join="or" if "or" in link else "to")]
    offset = found.start("more")
    starts = [whole.start, *(offset + one.start() for one in more)]
    ends = [_SUFFIX.match(scan.text, end) for end in (found.end("day"), *(offset + one.end() for one in more[:-1]))]
    stops = [*(end.end() for end in ends if end), whole.end]
    return [
        whole._replace(start=start, end=end, first=first._replace(day=day))
        for start, end, day in zip(starts, stops, numbers, strict=True)
    ]


def _printed_year(scan: Scan, printed: str | None) -> int:
    if not printed:
        return 0
    digits = figures(printed.strip("'’ʼ‘ ,-."))
    if not digits.isdigit():
        return reign_year(printed) if printed[-1].isdigit() else year_of_words(printed)
    return scan.century(int(digits)) if len(digits) == 2 else int(digits)


def _old_style(whole: Reading, end: int) -> list[Reading]:
    parts = whole.first
    if parts is None or not days.exists(parts.year, parts.month, parts.day):
        return [whole]
    new = date(parts.year, parts.month, parts.day) + timedelta(days.julian_lag(parts.year))
    return [whole._replace(end=end, first=Parts(new.year, new.month, new.day), evidence="Old Style (Julian)")]


def _bound_to_month(scan: Scan, whole: Reading, era: str) -> list[Reading]:
    """`13th of April last`, `4th of July instant`: the nearest one before, or in the month of, the document."""
    if scan.base is None or whole.first is None:
        return [whole]
    if era.endswith("year"):
        year = scan.base.middle.year + STEP[era.split()[-2]]
        return [
            whole._replace(
                first=whole.first._replace(year=year), cert=MEDIUM, evidence="counted from the document’s date"
            )
        ]
    month, day = whole.first.month, whole.first.day
    latest = scan.base.end
    if era in ("instant", "inst"):
        latest = days.next_month(scan.base.end) - timedelta(1)
    years = [year for year in range(latest.year - 4, latest.year + 5) if not day or days.exists(year, month, day)]
    fitting = [year for year in years if date(year, month, day or 1) <= latest]
    if era in _AHEAD:
        fitting = [year for year in years if date(year, month, day or 28) > scan.base.start][:1]
    if not fitting:
        return [whole]
    parts = Parts(fitting[-1], month, day)
    value = (("when", iso(parts.year, parts.month, parts.day)),)
    return [whole._replace(value=value, cert=worst(whole.cert, MEDIUM), evidence="counted from the document’s date")]


_EVENT = re.compile(
    r"\s(?:[Ww]ars?|[Ii]ncidents?|[Cc]oup|[Mm]assacre|[Rr]evolution|[Uu]prising|[Rr]ising|[Pp]lot|[Pp]utsch|[Mm]ovement|(?:cease-?fire\s)?[Ll]ines?"
    r"|[Bb]orders?|[Ff]rontiers?|[Bb]oundar(?:y|ies))\b"
)
_NAMED = led(r"\bthe\s(?:pre-|post-)?|\b\d{1,2}(?:st|nd|rd|d|th)?\s(?:of\s)?")


def _names_event(scan: Scan, found: re.Match[str]) -> bool:
    """Whether a date names an event, of whatever year: `the October war`, `the June 4 lines`, `17 June uprising`."""
    return _EVENT.match(scan.text, found.end()) is not None and scan.before(found.start(), _NAMED)


def months(scan: Scan, found: re.Match[str]) -> list[Reading]:
    """A month and its year, two months and their year, a month alone."""
    if scan.before(found.start(), _NO_DATE) and not scan.prefixed:
        return []
    groups = found.groupdict()
    name, second, printed = groups["month"], groups.get("second"), groups.get("year") or groups.get("supplied")
    year = _printed_year(scan, printed)
    whole = Reading(found.start(), found.end(), first=Parts(year, month_of(name)))
    if groups.get("more"):
        return _several_months(scan, whole, found)
    if era := groups.get("era") or groups.get("era_alone"):
        return _bound_to_month(scan, whole, small(era))
    if second:
        return [whole._replace(last=Parts(year, month_of(second)))]
    if year:
        return [] if name[0].islower() else [whole._replace(cert=MEDIUM if misread(name, printed) else HIGH)]
    return [whole] if _lone_month(scan, found) else []


_ONE_MONTH = re.compile(MONTH)


def _several_months(scan: Scan, whole: Reading, found: re.Match[str]) -> list[Reading]:
    """Months with one year behind the last: those that follow each other are one stretch, others are dates of their
    own, unless they are its ends: `from March to May`, `between May and July 1961`."""
    first, offset = whole.first or Parts(), found.start("more")
    more = list(_ONE_MONTH.finditer(found["more"]))
    numbers = [first.month, *(month_of(one.group()) for one in more)]
    joint = found["more"][: more[0].start()].strip(" ,")
    ends = len(more) == 1 and (joint not in ("and", "&", "or") or scan.before(whole.start, BETWEEN))
    if ends or all((last - number) % 12 == 1 for number, last in itertools.pairwise(numbers)):
        return [whole._replace(first=Parts(first.year, numbers[0]), last=Parts(first.year, numbers[-1]))]
    if numbers != sorted(set(numbers)):
        return []
    starts = [whole.start, *(offset + one.start() for one in more)]
    stops = [found.end("month"), *(offset + one.end() for one in more[:-1]), whole.end]
    return [
        whole._replace(start=start, end=end, first=Parts(first.year, number))
        for start, end, number in zip(starts, stops, numbers, strict=True)
    ]


_NUMBER_FOLLOWS = re.compile(r"\s?\d|[-–]\d")
_VERB_FOLLOWS = re.compile(r"\s(?:be|not|have|I|we|he|they|also|well)\b")
_NAME_FOLLOWS = re.compile(r"\s(?:(?:von|van|de|di|del|al|el)\s)?[A-Z][a-z]")
_TITLE_BEFORE = led(r"\b(?:Mr|Mrs|Ms|Messrs|Dr|Prof|Sir|Lord|Lady|Miss|Senator|Ambassador|General|Col|Gen)\.?\s")
_DETERMINED = led(r"\b(?:the|an?|and|or|to|his|our|their)\s")


def _lone_month(scan: Scan, found: re.Match[str]) -> bool:
    """Whether a month without day and year is one: `in May`, `the September meeting`; not `May I`, `March on`."""
    name, text = found["month"].rstrip("."), scan.text
    if (name not in FULL_MONTHS and name.capitalize() not in FULL_MONTHS) or name[0].islower():
        return False
    if _NUMBER_FOLLOWS.match(text, found.end()) and not scan.prefixed:
        return False
    if _names_event(scan, found) or scan.before(found.start(), _TITLE_BEFORE):
        return False
    if scan.introduced(found.start(), _IN_YEAR):
        return name.title() not in ("May", "March") or not _VERB_FOLLOWS.match(text, found.end())
    if name.title() in ("May", "March") or name.isupper():
        return False
    return not _NAME_FOLLOWS.match(text, found.end()) or scan.before(found.start(), _DETERMINED)


def file_number(_scan: Scan, found: re.Match[str]) -> list[Reading]:
    value = file_date(found["month"], found["day"], found["year"])
    if not value:
        return []
    return [Reading(found.start("month"), found.end(), value=(("when", value),), evidence="decimal file number")]


def file_date(month: str, day: str, year: str) -> str:
    """The ISO date of the end of a decimal file number: files were numbered so from 1944 to 1963."""
    full = 1900 + int(year)
    return iso(full, int(month), int(day)) if 1944 <= full <= 1963 and days.exists(full, int(month), int(day)) else ""


_ZONES = {"Z": "Z"} | {letter: f"+{i:02}:00" for i, letter in enumerate("ABCDEFGHIKLM", 1)} | {
    letter: f"-{i:02}:00" for i, letter in enumerate("NOPQRSTUVWXY", 1)
}  # fmt: skip


def date_time_group(scan: Scan, found: re.Match[str]) -> list[Reading]:
    clock = Clock(0, 0, f"{found['hour']}:{found['minute']}:00{_ZONES[found['zone']]}")
    if int(found["hour"]) > 23:
        return []
    day, origin = int(found["day"]), scan.anchor or (scan.base.middle if scan.base else None)
    if found["month"]:
        first = Parts(_year_of_wire(scan, found["year"]), month_of(found["month"]), day)
        return [Reading(found.start(), found.end(), first=first, clock=clock)]
    near = days.nearest_in_month(day, origin) if origin and found["zone"] == "Z" and day else None
    if near is None:
        return []
    value = (("when", f"{near.isoformat()}T{clock.first}"),)
    return [Reading(found.start(), found.end(), value=value, cert=MEDIUM, evidence="month from the document’s date")]


def _year_of_wire(scan: Scan, printed: str | None) -> int:
    """The year of a date-time group; such groups are not older than the war of 1939, so that `07` is 2007."""
    year = _printed_year(scan, printed)
    return year + 100 if scan.base is None and 1900 < year < 1939 else year


def year_first(scan: Scan, found: re.Match[str]) -> list[Reading]:
    """`2007 October 16`, as registers and databases write it."""
    parts = Parts(int(found["year"]), month_of(found["month"]), int(found["day"]))
    return [Reading(found.start(), found.end(), first=parts)] if scan.plausible(parts.year) else []


def numeric(scan: Scan, found: re.Match[str]) -> list[Reading]:
    """`1963/01/10`, `1/11/63` (month first, unless it cannot be), `9.1.1963` and `12.X.62` (day first)."""
    a, b, c, sep = found["a"], found["b"], found["c"], found["sep"]
    cert = HIGH
    if len(a) == 4:
        if len(c) != 2 or b in ROMAN:
            return []
        parts = Parts(int(a), int(b), int(c))
    elif b in ROMAN:
        parts = Parts(_printed_year(scan, c), ROMAN[b], int(a))
    elif sep == ".":
        if len(c) != 4:
            return []
        parts = Parts(int(c), int(b), int(a))
    else:
        first, second = int(a), int(b)
        swapped = first > 12
        cert = MEDIUM if swapped or (second <= 12 and first != second) or sep == "-" else HIGH
        month, day = (second, first) if swapped else (first, second)
        if not swapped and _only_day_first(scan, _printed_year(scan, c), first, second):
            month, day, cert = second, first, LOW
        parts = Parts(_printed_year(scan, c), month, day)
    if not days.exists(parts.year, parts.month, parts.day) or not scan.plausible(parts.year):
        return []
    return [Reading(found.start(), found.end(), first=parts, cert=cert)]


def _only_day_first(scan: Scan, year: int, first: int, second: int) -> bool:
    """Whether a date that may be read in both orders lies behind the document only with the month first: `11-9-73` on
    September 12, 1973."""
    if scan.base is None or not (days.exists(year, first, second) and days.exists(year, second, first)):
        return False
    return date(year, second, first) <= scan.base.end < date(year, first, second)


_ITEM = led(r"[:,;(]\s")
_ITEM_ENDS = re.compile(r"[.,;)]|\Z")


def numeric_months(scan: Scan, found: re.Match[str]) -> list[Reading]:
    """`5/67-2/68`, `8–12/80`, and `5/78` alone where a list of files gives it."""
    year = scan.century(int(found["year"]))
    last_year = scan.century(int(found["year2"])) if found["year2"] else year
    first, last = Parts(year, int(found["month"])), Parts(last_year, int(found["month2"] or 0))
    if not found["year2"] and found["month0"]:
        first, last = Parts(year, int(found["month0"])), Parts(year, first.month)
    if not all(scan.plausible(one, 60, 20) for one in (year, last_year)) or first.month > 12 or not first.month:
        return []
    if last.month:
        later = (first.year, first.month) < (last.year, last.month) and last.month <= 12
        return [Reading(found.start(), found.end(), first=first, last=last, cert=MEDIUM)] if later else []
    near = scan.base is None or abs(year - scan.base.middle.year) <= 5
    listed = scan.before(found.start(), _ITEM) and _ITEM_ENDS.match(scan.text, found.end())
    if not near or not listed or len(found["month"]) + len(found["year"]) < 3 or int(found["year"]) < 13:
        return []
    return [Reading(found.start(), found.end(), first=first, cert=MEDIUM)]


_DATE_LINK = re.compile(r",?\s(?:on\s|of\s)?(?:the\s)?(?=[\dA-Z])")
_AT = led(r"\b(?:at|by|until|before|after|around)\s")


def clock_first(scan: Scan, found: re.Match[str]) -> list[Reading]:
    """`5 p.m. on November 9`: time and date together; a time alone otherwise."""
    clock = read_clock(scan.text, found.start())
    if clock is None:
        return []
    link = _DATE_LINK.match(scan.text, clock.end)
    dated = scan.at(link.end()) if link else None
    if dated and dated.first and dated.first.day and not dated.last:
        return [dated._replace(start=found.start(), clock=clock, rule="")]
    words = small(scan.text[clock.start : clock.end])
    if words in ("noon", "midnight") and not scan.before(found.start(), _AT):
        return []
    value = (("from", clock.first), ("to", clock.last)) if clock.last else (("when", clock.first),)
    return [Reading(found.start(), clock.end, value=value, rule="time", cert=MEDIUM if clock.misread else HIGH)]


_FROM = led(r"\bfrom\s")
_SLASHED = 2
"""So many years at most have a stroke between them: `1968/69`; others are numbers of papers."""


_SERIES = led(r"Foreign\sRelations(?:\sof\sthe\sUnited\sStates)?[”*_]*,[*_]*\s?")
"""The years in the title of a volume are part of its name: `Foreign Relations, 1961–1963`."""


def years(scan: Scan, found: re.Match[str]) -> list[Reading]:
    """`1961–1963`, `1965–68`, `from 1958 to 1962`: a stretch of years; not pages, numbers, the title of a series."""
    first, last = int(found["first"]), int(found["last"])
    if len(found["last"]) == 2:
        last += first // 100 * 100
    if not first < last <= first + 100 or not scan.plausible(first) or not scan.plausible(last):
        return []
    if found["word"] and not scan.before(found.start(), BETWEEN if found["word"] == " and " else _FROM):
        return []
    if found["slash"] and last - first > _SLASHED:
        return []
    if not scan.prefixed and (scan.before(found.start(), _NOT_A_YEAR) or scan.before(found.start(), _SERIES, 60)):
        return []
    return [Reading(found.start(), found.end(), value=(("from", iso(first)), ("to", iso(last))))]


_YEAR_LEADS = (
    # words before it, what must follow, whether it must lie near the document
    (led(r"\b(?:in|since|until|till|during|before|after|years?|unlike|as\sof|ca?\.)\s|\bca?\.|pre-|post-"), r"", False),
    (led(r"\b(?:about|around|circa|by|of|from|for|than|through|between|like|(?:prior|up|back)\sto|over)\s"), r"", True),
    (led(r"[(\[]|\b(?:early|late)\s"), r"", True),
    (led(r"\b(?:the|his|her|its|their|our|your|this|an?)\s"), r"\s[A-Za-z]", True),  # the 1954 elections
    (led(r"[A-Za-z][A-Za-z)\]’”\"*_]+,[”\"’*_]?\s?"), r"[.,;:)\]]|\s\(|\s?\Z", True),  # Yearbook, 1966, p. 4
)
_YEAR_CHECKS = tuple((lead, re.compile(right), near) for lead, right, near in _YEAR_LEADS)
_AND = led(r"(?:\b(?:and|or|to)|,|&)\s")
_NO_YEAR_FOLLOWS = re.compile(rf"\s{UNIT}\b|\s(?:from|to)\s(?:the\s)?[A-Z]")
_NOT_A_YEAR = led(
    r"\b(?:pp?|pages?|nos?|numbers?|docs?|documents?|tels?|telegrams?|cables?|airgrams?|despatch(?:es)?|dept?els?|"
    r"embtels?|contels?|reftels?|delto|delga|todel|gadel|usun|polto|topol|lot|box(?:es)?|job|folders?|reels?|rolls?|"
    r"action|vols?|items?|para(?:graph)?s?|sections?|articles?|room)\.?,?\s|[$£€#№]\s?"
)
"""What makes a number of four digits, or one before the name of a month, a number and no date."""


def year(scan: Scan, found: re.Match[str]) -> list[Reading]:
    """A year alone, where the words around it make it one (or another year stands directly before it)."""
    number, text, at, end = number_of(found["year"]), scan.text, found.start(), found.end()
    whole = Reading(at, end, first=Parts(number), cert=MEDIUM if misread(found["year"]) else HIGH)
    if scan.prefixed:
        return [whole] if scan.plausible(number) else []
    if not scan.plausible(number) or scan.before(at, _NOT_A_YEAR) or _NO_YEAR_FOLLOWS.match(text, end):
        return []
    near = scan.plausible(number, 80, 25)
    series = near and at - scan.year_end <= 6 and scan.before(at, _AND)
    introduced = any(
        (near or not must_be_near) and scan.before(at, lead) and right.match(text, end)
        for lead, right, must_be_near in _YEAR_CHECKS
    )
    return [whole] if series or introduced else []


_NO_DATE = led(r"\b(?:Form|Room|Apt\.?)\s")
_DECADE_LEAD = led(r"\b(?:the|early|late|mid|and|or|to|of)[\s-]['’ʼ‘]|\b(?:the|early|late|mid)[\s-]")


def decade(scan: Scan, found: re.Match[str]) -> list[Reading]:
    digits = found["year"] or found["short"]
    start = int(digits) if len(digits) == 4 else scan.century(int(digits))
    if not found["short"]:
        return [_decade(found, start)]
    if not scan.introduced(found.start(), _DECADE_LEAD):
        return []
    apostrophe = not scan.prefixed and scan.text[found.start() - 1] in "'’ʼ‘"
    return [_decade(found, start, MEDIUM)._replace(start=found.start() - apostrophe)]


_OF_LIFE_OR_HEAT = led(
    r"\b(?:his|her|their|my|our|your|whose|temperatures?\sin\sthe)\s(?:(?:early|mid|late|middle)[\s-])?"
)
"""`a man in his early fifties`, `with temperatures in the nineties`."""
_DECADES_AHEAD = 20
"""So many years ahead of the document a decade may begin that is named without its century."""


def decade_word(scan: Scan, found: re.Match[str]) -> list[Reading]:
    """`the thirties`, `the nineteen-thirties`; without a century the nearest, if that is not far ahead."""
    short = DECADES[small(found["decade"])]
    if found["century"]:
        return [_decade(found, year_of_words(found["century"]) * 100 + short)]
    start = scan.century(short)
    far = scan.base is not None and start > scan.base.end.year + _DECADES_AHEAD
    if far or scan.before(found.start(), _OF_LIFE_OR_HEAT, 40):
        return []
    return [_decade(found, start, MEDIUM)]


def _decade(found: re.Match[str], first: int, cert: Certainty = HIGH) -> Reading:
    return Reading(found.start(), found.end(), value=(("from", iso(first)), ("to", iso(first + 9))), cert=cert)


def fiscal(scan: Scan, found: re.Match[str]) -> list[Reading]:
    years = [_printed_year(scan, printed) for printed in (found["year"], found["last"]) if printed]
    if found["last"] and len(found["year"]) == 4 and len(found["last"]) == 2:
        years[1] = years[0] // 100 * 100 + int(found["last"])
    if years != sorted(years) or not scan.plausible(years[0], 100, 30):
        return []
    first, last = days.fiscal_year(years[0]), days.fiscal_year(years[-1])
    value = (("from", first.start.isoformat()), ("to", last.end.isoformat()))
    return [Reading(found.start(), found.end(), value=value, cert=MEDIUM, evidence="fiscal year of the United States")]


def ordinal_word(scan: Scan, found: re.Match[str]) -> list[Reading]:
    if found["month"][0].islower() or (not found["year"] and _names_event(scan, found)):
        return []
    parts = Parts(_printed_year(scan, found["year"]), month_of(found["month"]), ORDINALS[small(found["day"])])
    return [Reading(found.start(), found.end(), first=parts)]


def day_month(scan: Scan, found: re.Match[str]) -> list[Reading]:
    """`9 November`: as `November 9`, but a number before and another after mean that this one is no day."""
    text = scan.text
    numbered = scan.before(found.start(), _NOT_A_YEAR) or _ANOTHER_DAY.match(text, found.end())
    if not found["year"] and numbered:
        return []
    if (
        month_of(found["month"]) == 5
        and _VERB_FOLLOWS.match(text, found.end())
        and not scan.before(found.start(), _ON_A)
    ):
        return []
    short = found["year"] and len(found["year"].strip("'’ʼ‘")) == 2
    if (
        short
        and found["month"].rstrip(".").title() in FULL_MONTHS
        and not found["month"].isupper()
        and found["year"].isdigit()
    ):
        return _military(scan, found)
    return month_day(scan, found)


_ON_A = led(r"\b(?:on|by|until|since|from|before|after)\s")
_LONE = 30
"""A line of so many characters says little beside its date."""


def _military(scan: Scan, found: re.Match[str]) -> list[Reading]:
    """`25 May 64`, as soldiers write it: if the number is a year near the document's, or the date is nearly all of the
    line; else it may count something (`on 3 May 50 men came`)."""
    year = scan.century(int(found["year"]))
    near = len(scan.text) <= _LONE if scan.base is None else abs(year - scan.base.middle.year) <= 5
    return [one._replace(cert=worst(one.cert, MEDIUM)) for one in month_day(scan, found)] if near else []
