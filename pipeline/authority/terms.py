"""Terms of office: the offices of a description with their times, as printed lists of persons give them.

    offices("Special Assistant until Sept. 1962; thereafter Ambassador to France")
      → Special Assistant to 1962-09, Ambassador to France from 1962-09
    death_of("President of the United Arab Republic until his death on September 28, 1970") → 1970-09-28

A *span* is a stretch of a clause that says when: `until …`, `from … to …`, `1961–66`, `in 1957`, `resigned May 1960`.
What stands before a span is the title of the office; a second span is another term of it, unless a title of its own
stands before that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from pipeline.grammar.date_words import MONTH_NAMES, month_of
from pipeline.grammar.days import exists, iso
from pipeline.model import Office

_ORDINAL = r"(?:st|nd|rd|th)?(?!\d)"
_MONTH = rf"(?:{MONTH_NAMES})(?![A-Za-z])\.?"
_YEAR = r"(?:1[5-9]|20)\d\d(?![\ds])"
_DAY = rf"\d{{1,2}}{_ORDINAL}"
_DATE = rf"(?:(?:{_DAY}\.?\s+)?{_MONTH}(?:\s+{_DAY})?(?:,?\s+{_YEAR})?|{_YEAR})"
_ABOUT = r"""(?:(?:early|late|mid|about|around|circa|c\.|ca\.|approximately|at\ least
    |(?:the\ )?(?:beginning|end|middle|spring|summer|fall|autumn|winter)(?:\ of)?|the)(?:-|\s+)(?:in\s+)?){0,2}"""
_WHEN = rf"{_ABOUT}{_DATE}"
_WORD = rf"(?!(?:since|until|till|through|after)\b|from\s+{_DATE})[^\W\d][\w.'’-]*"
_STORY = rf"(?:(?:{_WORD}\s+){{0,8}}?{_WORD},?\s+)??"
"""Words between `until` and its date: `until his death in`, `until the coup of`, `until his assassination,`."""
_UNDATED_END = r",?\s+(?:until|till)\s+(?:his|her|their)\s+\w+"
"""`Secretary General of the United Nations until his death`."""
_DEATH = r"death|assassination|murder|execution|suicide"
_DIED = r"(?:^|[,;(]\s*|\b(?:was|and|he|she)\s+)(?:died|deceased|assassinated|killed|murdered|executed|shot)"
_ENDED = (
    r"resigned|retired|dismissed|removed|deposed|ousted|overthrown|relieved|abdicated|recalled|left\ office"
    r"|replaced\ (?:by|in|on)"
)
_BEGAN = r"appointed|inaugurated|sworn\ in|took\ office|assumed\ (?:office|his\ duties|her\ duties|charge)|installed"
_SPAN = re.compile(
    rf"""
    ,?\s*(?:
        \b(?:until|till)\s+{_STORY}(?P<until>{_WHEN})                # until October 1963, until his death in May 1957
      | \b(?:through|before|prior\ to|up\ to|to)\s+(?P<before>{_WHEN})
      | \bbetween\s+(?P<one>{_WHEN})\s+and\s+(?P<other>{_WHEN})
      | \b(?:(?:from|beginning|starting|effective|as\ of)\s+(?:in\s+)?|(?:since|after)\s+{_STORY})
        (?P<from>{_WHEN})                                            # from May 1961, after the coup of July 14, 1958
        (?:(?:,?\s+(?:(?:to|through)\s+|(?:until|till)\s+{_STORY})|\s*[–—-]\s*)(?P<to>{_WHEN}))?      # … to May 1962
      | \b(?:{_ENDED})\s+{_STORY}(?P<ended>{_WHEN})
      | \b(?:{_BEGAN})\s+(?:(?:in|on)\s+)?(?P<began>{_WHEN})
      | \b(?:in|during|on)\s+(?P<in>{_WHEN})                                              # in 1957
      | (?P<left>{_DATE})(?:\s*[–—-]\s*|\s+(?:to|until|till|through)\s+)                # Jan. 1961–Nov. 1963, 1961–66
        (?P<right>{_DATE}|\d\d(?!\d)|present|date)
      | (?P<open>{_DATE})(?:\s*[–—-]\s*\)?|{_UNDATED_END})$                               # 1961–, 1961 until his death
      | (?P<when>{_DATE})$                                                                # 1976
      | \((?P<within>{_DATE})\)$                                                          # (1976)
    )""",
    re.VERBOSE,
)
_PARTS = re.compile(
    rf"(?:(?P<first>\d{{1,2}}){_ORDINAL}\.?\s+)?(?:(?P<month>{MONTH_NAMES})(?![A-Za-z])\.?)?\s*"
    rf"(?:(?P<day>\d{{1,2}}){_ORDINAL})?,?\s*(?P<year>{_YEAR})?$"
)
_ABOUT_IT = re.compile(_ABOUT, re.VERBOSE)
_END_OF_LIFE = re.compile(
    rf"(?:{_DIED}\s+{_STORY}|[(,;]\s*(?:d\.|†)\s*)(?P<date>{_DATE})\)?", re.IGNORECASE | re.VERBOSE
)
_UNTIL_DEATH = re.compile(
    rf"\b(?:until|till)\s+(?:his|her|their)\s+(?:{_DEATH})\b,?\s+{_STORY}(?P<date>{_DATE})", re.VERBOSE
)
_THEREAFTER = re.compile(
    r"(?:and\s+)?(?:thereafter|then|later|subsequently|afterwards?|from\ then\ on|(?:from|after)\s+that\s+date),?\s+",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(rf"(;)|,\s+(?={_THEREAFTER.pattern})", re.IGNORECASE)
_NO_TITLE = re.compile(r"(?:when|who|whom|where|which|while|as|in|at|on|with|for|by|his|her|to|of)\b")
_RENAMED = re.compile(r"^(?:known|called|renamed)\b.*")
"""`Director, Policy Planning Staff (until 1974 known as the Policy and Coordination Staff) from October 1973`."""
_AND = re.compile(r"(?:[\s,;.)\]]|(?:and|also|again|but|then)\b)+")
_LOOSE_END = " ,;([–—-"
_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def is_date(value: str) -> bool:
    """Whether a value is an ISO date, whole or partial, that the calendar has: `1961-02`, not `1966-13-45`."""
    match = _ISO.fullmatch(value)
    return match is not None and exists(int(match[1]), int(match[2] or 1), int(match[3] or 1))


def iso_date(text: str, year: str = "") -> str:
    """`October 14, 1963` or `14 Oct. 1963` → `1963-10-14`, `late 1963` → `1963`; empty if it is no date.

    `year` stands in where the text names none (`January–March 1956`). A day that the month does not have is left out.
    """
    text = text.strip()
    about = _ABOUT_IT.match(text)
    match = _PARTS.match(text, about.end() if about else 0)
    if match is None or not (match["month"] or match["year"]) or (match["day"] and not match["month"]):
        return ""
    the_year = match["year"] or year
    if not the_year:
        return ""
    month = month_of(match["month"]) if match["month"] else 0
    day = int(match["day"] or match["first"] or 0) if month else 0
    return iso(int(the_year), month, day if exists(int(the_year), month, day) else 0)


def _pair(start: str, end: str) -> tuple[str, str] | None:
    """(start, end) of a stretch both ends of which are given, the first perhaps without its year: `November to May
    1957` begins in 1956."""
    last = iso_date(end)
    first = iso_date(start) or iso_date(start, last[:4])
    if first[: len(last)] > last[: len(first)]:
        first = iso_date(start, str(int(last[:4]) - 1))
    return (first, last) if first and last and first[: len(last)] <= last[: len(first)] else None


def _range(left: str, right: str) -> tuple[str, str] | None:
    """(start, end) of `1961–66`, `April 1961–May 1963`, `1961–present`."""
    if right in ("present", "date"):
        return (start, "") if (start := iso_date(left)) else None
    if len(right) == 2:
        start = iso_date(left)
        return (start, start[:2] + right) if start and right > start[2:4] else None
    return _pair(left, right)


def _span_dates(match: re.Match[str]) -> tuple[str, str] | None:
    """(start, end) of a time given in words; None if the words are no dates (`from Alabama`)."""
    if match["left"]:
        return _range(match["left"], match["right"])
    if match["one"]:
        return _pair(match["one"], match["other"])
    if match["to"]:
        return _pair(match["from"], match["to"])
    if end := iso_date(match["until"] or match["before"] or match["ended"] or ""):
        return ("", end)
    if start := iso_date(match["from"] or match["began"] or match["open"] or ""):
        return (start, "")
    day = iso_date(match["in"] or match["when"] or match["within"] or "")
    return (day, day) if day else None


def death_of(description: str) -> str:
    """The date of a death that a description gives (`until his death in May 1957`, `died March 5, 1953`)."""
    match = _UNTIL_DEATH.search(description) or _END_OF_LIFE.search(description)
    return iso_date(match["date"]) if match else ""


def offices(description: str) -> tuple[Office, ...]:
    """The offices of a description, in its order; each with the time that the description gives it.

    `Special Assistant until September 1962; thereafter Ambassador to France` → until 1962-09, and from then on.
    """
    return tuple(_offices(_END_OF_LIFE.sub("", description)))


def _offices(description: str) -> Iterator[Office]:
    title = last_end = ""
    parts = _CLAUSE_END.split(description)
    for clause, mark in zip(parts[::2], (";", *parts[1::2]), strict=True):
        thereafter = _THEREAFTER.match(clause := clause.strip(" .,"))
        for office in _held(clause[thereafter.end() :] if thereafter else clause, title):
            if not mark and title.startswith(f"{office.title} "):
                continue  # Under Secretary for Economic Affairs until 1958, thereafter Under Secretary: is it abridged?
            title = office.title
            yield Office(title, office.start or (last_end if thereafter else ""), office.end)
            last_end = office.end or last_end


def _held(clause: str, before: str) -> Iterator[Office]:
    """The offices of one clause; `before` is the title of the clause before, of which this may name another term."""
    spans = [(m.start(), m.end(), dates) for m in _SPAN.finditer(clause) if (dates := _span_dates(m))]
    if not spans:
        if title := _title(re.sub(rf"{_UNDATED_END}$", "", clause)):
            yield Office(title)
        return
    ends = [*(start for start, _, _ in spans[1:]), len(clause)]
    title = _title(clause[: spans[0][0]])
    if not title:  # in 1957 Ambassador to France
        title = _title(clause[spans[0][1] : ends[0]]) or before or clause
        ends[0] = spans[0][1]
    yield Office(title, *spans[0][2])
    for (_, last, _), (first, _, dates) in pairwise(spans):
        between = clause[last:first] if last != ends[0] else ""
        own = "" if between.count("(") > between.count(")") else _RENAMED.sub("", _title(between))
        if not _NO_TITLE.match(own):
            title = own or title
            yield Office(title, *dates)


def _title(text: str) -> str:
    """The title of an office without what joins it to its neighbours."""
    text = " ".join(text.split()).rstrip(_LOOSE_END).removesuffix(" and").rstrip(_LOOSE_END)
    joint = _AND.match(text)
    return text[joint.end() :] if joint else text
