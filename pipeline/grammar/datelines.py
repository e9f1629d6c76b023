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
TITLE_WORDS = (
    r"Received|Memorand|Minutes|Record|Report|Notes?\b|Telegram|Letter|Paper|Draft|Summary|Transcript|Conversation"
)
"""Beginnings of a title, which is no dateline though it ends with a date: a pattern."""
_CAPITAL = r"[^\W\d_a-zß-ÿ]"
_WORD = rf"{_CAPITAL}[\w.’'ʼ\-–]*"
_PLACE_WORDS = rf"{_WORD}(?:[ ,]+(?:{_WORD}|[a-z]{{1,3}}\b))*"
_NOT_FIRST = re.compile(
    rf"\[?(?:{TITLE_WORDS}"
    r"|(?:Done|Given|Signed|Concluded|Ratified|Proclaimed|Adopted|Held)\b"
    r"|(?:On(?!\s[Bb]oard)|In|At(?!\s[Ss]ea)|Since|From|By|Until|After|Before)\b)"
)
"""With such a word a title or a sentence begins: `Minutes of the Third Meeting, London, May 12, 1950`, `Done at
London, May 12, 1950.`"""
_WHERE = re.compile(
    rf"""(?:[A-Z][A-Za-z/]{{1,12}}[ ]?(?:[A-Z]{{1,4}}[–-])?\d[\w–/-]*[ ])?                # NIE 11–5–58, S/S 4512
    (?:(?:On[ ]board|Aboard|At[ ]sea|En[ ]route)(?:[ ](?:the|to|from))?,?[ ])?
    (?:\[?{_PLACE_WORDS}(?:\]?,\]?|\])[ ]+|{_WORD}(?:[ ]{_WORD})?[ ]+)?        # one or two words do without the comma
    \[?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?[ ])?(?:(?:the|circa|ca\.|c\.|about|probably|on\ or\ about
        |den|le|am|li|el|em)[ ])?
    (?:\d{{1,2}}[ ]{_CAPITAL}[\w‘’'ʻʼ. -]{{2,24}}[ ]\d{{4}}[ ,]*[(\[])?                  # 15 Rabi‘ II 1364 (""",
    re.VERBOSE,
)
"""What may stand before the date of a dateline: number of the paper, ship, place, the date by another calendar."""
_WITH_DATE = re.compile(
    rf"""\)?(?:(?<!\w)(?:and|to|local\ time|hours|noon|midnight|Noon|GMT|E[SD]T|Z|undated
        |\d{{1,2}}(?:[ap]m)?|\d{{4}}|\d{{3,5}}Z|[ap]\.?\s?m|(?:Morning|Afternoon|Evening)\ [Ss]ession|г\.|года
        |(?<=and\ ){_WORD}(?:\ {_WORD}){{0,2}})(?!\w)|\([^()]{{0,40}}\)|[\s,.;:\[\]–—-])*+""",
    re.VERBOSE,
)
"""What may stand between the dates and hours of a dateline and after them: ` and Washington, `, ` [local time].`"""
_RECEIVED = re.compile(r"\s*[(\[](?:Received|Rec[’'ʼ]d)\b[^()\[\]]*[)\]]\.?\Z")
"""When it came, behind the date of a dateline: `Lisbon, May 3, 1895. (Received June 2.)`"""
_MONTH = re.compile(rf"(?i:{IN_FULL}|\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b)")
_UNDATED = re.compile(r"(?:[Uu]ndated\b|n\.d\.)[\s.,\]]*(?:[(\[][^()\[\]]{0,50}[)\]]\.?)?")
"""`[undated]`, `Undated (probably June 1961).`"""


def is_dateline(text: str) -> bool:
    """Whether a line is a place, a date, perhaps an hour, and nothing else: `Washington, May 9, 1963, 5 p.m.`,
    `Petrograd, March 1/14, 1917.`, `[undated]`. A sentence that begins with a date is none, nor is a scrap with a day
    and no year behind words that no comma closes as a place (`Agenda For August 7`)."""
    if len(text) > _LONGEST or _NOT_FIRST.match(text):
        return False
    if undated := _UNDATED.search(text):
        return undated.end() == len(text) and _WHERE.fullmatch(text, 0, undated.start()) is not None
    if not any(map(str.isdigit, text)):
        return False
    return (_MONTH.search(text) or _YEAR.search(text)) is not None and _is_dated(text)


def _is_dated(text: str) -> bool:
    """Whether dates and hours are all there is in a text besides what a dateline has around them."""
    text = _RECEIVED.sub("", text)
    found = find_dates(text)
    if not any(not one.is_time and any(map(str.isdigit, text[one.start : one.end])) for one in found):
        return False
    where = _WHERE.fullmatch(text, 0, found[0].start)
    values = [one.value[0][1] for one in found if one.value and not one.is_time and one.rule not in _NO_DAYS]
    if where is None or not _goes_with(where.group(), values):
        return False
    between = zip([one.end for one in found], [*(one.start for one in found[1:]), len(text)], strict=True)
    return all(_WITH_DATE.fullmatch(text, *gap) for gap in between)


_NO_DAYS = frozenset({"dates/season", "dates/fiscal-year", "dates/decimal-file", "dates/portion", "dates/division"})
"""Rules whose dates no dateline has: `Prague Spring, 1968`, `Country FY 1962`."""


def _goes_with(place: str, values: list[str]) -> bool:
    """Whether words may be the place of these dates: any before a day with its year; closed by a comma before one
    without (`Agenda For August 7`); two at most before a month (`The Middle East War, October 1973`)."""
    if any(len(value) >= 10 and value[0].isdigit() for value in values):
        return True
    if any(value[0].isdigit() and len(value) == 7 for value in values):
        return len(place.split()) <= 2
    return any(value[0] == "-" for value in values) and not place.rstrip()[-1:].isalpha()


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
