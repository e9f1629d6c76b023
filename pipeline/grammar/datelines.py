"""Datelines: what is one, and the place in it.

Bad Godesberg, May 3, 1962                     Bad Godesberg
Cablegrams 170, 314 LONDON, 7 December 1945    LONDON
Washington, D. C., the 5th of May, 1923.       Washington, D. C.
Jidda, 15 Rabi‘ II 1364 (March 29, 1945).      Jidda
Confidential Berne, 14 March 1956              Berne
Department of State, Washington, July 17, 1961 Washington
TOP SECRET      24 March 1947                  none
P 140518Z DEC 79                               none
"""

from __future__ import annotations

import re

from pipeline.grammar.date_words import IN_FULL
from pipeline.grammar.dates import find_dates, parse_date
from pipeline.grammar.parts import Part, part
from pipeline.grammar.sources import CLASSIFICATIONS

NO_PLACE = re.compile(
    rf"(?:\w+day|{IN_FULL}|undated"
    r"|.*\b(?:Department|Transcript|Extracts?|Office|Conference|Meeting|No"
    r"|Cabinet|Council|Committee|Commission|Board|Agency|Group|Conclusions|Contents|Summary|Report|Record))\b",
    re.IGNORECASE,
)
"""Words that stand where a place might, and what has such a word is none."""
_NO_PLACE_AT_ALL = re.compile(
    rf"[OPRZYF](?: [OPRZYF])*|(?:{CLASSIFICATIONS})|(?:Cable|Tele)(?:gram)?s?|Minutes?|Letters?|Despatch(?:es)?"
    r"|Dispatch(?:es)?|Airgrams?|Memorandum|Savingram|Note|Dated?|Date|Issued?|Signed|Recorded|Approved|Drafted",
    re.IGNORECASE,
)
"""The precedence of a telegram before its date-time group (`P R 241705Z APR 74`), a classification, a kind of paper."""
_PLACE = re.compile(
    r"(?P<open>\[?)(?P<place>[A-ZÀ-ÞА-Я][\w.'’ʼ-]*(?:(?:,?[ ]|\s(?:of|the|and|de|la|del)\s)[A-ZÀ-ÞА-Я][\w.'’ʼ-]*){0,4})"
    r"(?P<comma>,?\]?,?)\s*\Z"
)
"""The place at the end of what stands before a date: `Washington,`, `[New York,]`, `Cablegrams 170, 314 LONDON,`."""


_CLASSIFIED = re.compile(rf"(?:{CLASSIFICATIONS})[\s.,/–—-]+(?=[A-ZÀ-Þ])", re.IGNORECASE)
_LEADS = r"(?:the|on\sor\sabout|circa|ca\.|probably|le|den|am|li|el|em|\w+day,?)"
_BEFORE_DAY = re.compile(rf"(?:\b{_LEADS}\s*)+\Z")
"""Words between place and date: `the 5th of May`, `circa June 15`, `le 14 mars`, `Friday, May 5`."""
_HIJRI = re.compile(
    r"\s*\d{1,2}\s[A-Z][\w‘’ʿʾ'-]+(?:\s(?:I{1,2}|al-\w+|[A-Z][\w‘’-]+))?,?\s1[23]\d\d(?:\s?A\.?H\.?)?,?\s?[(/]?\s*\Z"
)
"""The day of the Muslim calendar before its day in ours: `15 Rabi‘ II 1364 (`."""
_LONGEST = 120
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_SEATED = re.compile(
    r"\[?(?:[A-ZÀ-ÞА-Я][\w.'’ʼ-]*"
    r"(?:(?:,?[ ]|[ ](?:of|the|de|la|del|am|an[ ]der|di)[ ])[A-ZÀ-ÞА-Я][\w.'’ʼ-]*){0,4},?\]?,)?\s*"
)
"""Nothing but a place with its comma, or nothing at all."""
TITLE_WORDS = (
    r"Received|Memorand|Minutes|Record|Report|Notes?\b|Telegram|Letter|Paper|Draft|Summary|Transcript|Conversation"
)
"""Beginnings of a title, which is no dateline though it ends with a date: a pattern."""
_NO_DATELINE = re.compile(
    rf"\[?(?:{TITLE_WORDS}"
    r"|(?:On|In|At|Since|From|By|Until|After|Before)\b)"
)
_CENTURIES = ("19", "18", "20", "17", "16", "15")
_END = 16
_DATED_END = re.compile(
    r"(?:\d[\]?Z]?|[ap]\.?\s?m|noon|midnight|hours|hrs|GMT|clock|ning|г|года)[\s.;,)\]?]*\Z", re.IGNORECASE
)
"""With what a date ends: a year, or an hour."""
_CLOSED = re.compile(r"[\s.;,)\]]*(?:г\.|года)?[\s.)\]]*")


def is_dateline(text: str) -> bool:
    """Whether a line is place and full date, or a full date, and nothing else, by the grammar of dates.

    `Tokyo, November 26 [27], 1941—noon.`, `London, 3d September, 1939.`, `Berlin, den 23. August 1939`.
    """
    if len(text) > _LONGEST or not any(century in text for century in _CENTURIES):
        return False
    if not _DATED_END.search(text, max(0, len(text) - _END)) or not _YEAR.search(text):
        return False
    if _NO_DATELINE.match(text) or text.isupper():
        return False  # a heading in capitals, `APRIL 2–4, 1959`, tells of what follows
    found = next((one for one in find_dates(text) if not one.is_time and len(one.value[0][1]) >= 10), None)
    if found is None or not _CLOSED.fullmatch(text, found.end):
        return False
    before = _undated(text[: found.start])
    return _SEATED.fullmatch(before) is not None and not NO_PLACE.match(before)


def _undated(before: str) -> str:
    """What stands before a date without what belongs to it: article, weekday, `circa`, the day in another calendar."""
    return _HIJRI.sub("", _BEFORE_DAY.sub("", before))


def place_of(text: str) -> Part | None:
    """The place of a dateline; of one without a date the whole, if it can be a place."""
    found = parse_date(text)
    undated = None if found else re.search(r",?\s*\b(?:undated|n\.d\.)", text)
    end = found.start if found else undated.start() + 1 if undated else None
    if end is None:
        return part(text, 0, len(text)) if re.fullmatch(r"[A-Z][\w.'’ -]{2,30}", text) else None
    return _place_before(text[:end])


HOUSE = re.compile(
    r"\b(?:Embassy|Legation|Consulate|Chancery|Mission|Delegation|High Commission(?:er)?|Residence|Residency|Department"
    r"|Ministry|Office|Government House|White House|Admiralty|Treasury|Palace|Headquarters|Secretariat|Hotel)\b"
)
"""Words of houses in which papers are written, which are no towns."""


def _town(before: str, place: str) -> str:
    """The town of a place that follows the house where a paper was written: `Embassy of the United States of America,
    Djakarta` (`before` is what the place goes on with), `Department of State, Washington`."""
    house, comma, town = place.partition(", ")
    if not comma or not (HOUSE.search(house) or before.endswith((" of ", " of the "))):
        return place
    return _town("", town)


def _place_before(text: str) -> Part | None:
    """The place in the words before the date of a dateline; a single word may do without the comma."""
    classified = _CLASSIFIED.match(text)
    skipped = classified.end() if classified else 0
    found = _PLACE.search(_undated(text).rstrip(), skipped)
    if found is None:
        return None
    place = found["place"]
    shout = re.search(r"(?:\b[A-Z]{3,}\b ?)+\Z", place)
    if shout and shout.start() and not place.isupper():
        place = shout.group()
    place = _town(text[: found.start("place")], place)
    alone = found.start() == skipped and place.count(" ") < 2
    named = (found["comma"] or alone) and not NO_PLACE.match(place) and sum(c.isalpha() for c in place) > 2
    if not named or _NO_PLACE_AT_ALL.fullmatch(place):
        return None
    return part(text, found.end("place") - len(place), found.end("place"))
