"""The place in a dateline.

Bad Godesberg, May 3, 1962                     Bad Godesberg
Cablegrams 170, 314 LONDON, 7 December 1945    LONDON
TOP SECRET      24 March 1947                  none
P 140518Z DEC 79                               none
"""

from __future__ import annotations

import re

from pipeline.grammar.date_words import IN_FULL
from pipeline.grammar.dates import parse_date
from pipeline.grammar.sources import CLASSIFICATIONS, Part, part

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
    r"(?P<open>\[?)(?P<place>[A-ZÀ-Þ][\w.'’ʼ-]*(?:(?:,?[ ]|\s(?:of|the|and|de|la|del)\s)[A-ZÀ-Þ][\w.'’ʼ-]*){0,4})"
    r"(?P<comma>,?\]?,?)\s*\Z"
)
"""The place at the end of what stands before a date: `Washington,`, `[New York,]`, `Cablegrams 170, 314 LONDON,`."""


def place_of(text: str) -> Part | None:
    """The place of a dateline; of one without a date the whole, if it can be a place."""
    found = parse_date(text)
    undated = None if found else re.search(r",?\s*\b(?:undated|n\.d\.)", text)
    end = found.start if found else undated.start() + 1 if undated else None
    if end is None:
        return part(text, 0, len(text)) if re.fullmatch(r"[A-Z][\w.'’ -]{2,30}", text) else None
    return _place_before(text[:end])


def _place_before(text: str) -> Part | None:
    """The place in the words before the date of a dateline; a single word may do without the comma."""
    text = re.sub(r"(?:\b\w+day,?\s*)\Z", "", text.rstrip()).rstrip()
    found = _PLACE.search(text)
    if found is None:
        return None
    place = found["place"]
    shout = re.search(r"(?:\b[A-Z]{3,}\b ?)+\Z", place)
    if shout and shout.start() and not place.isupper():
        place = shout.group()
    alone = found.start() == 0 and place.count(" ") < 2
    named = (found["comma"] or alone) and not NO_PLACE.match(place) and sum(c.isalpha() for c in place) > 2
    if not named or _NO_PLACE_AT_ALL.fullmatch(place):
        return None
    return part(text, found.end("place") - len(place), found.end("place"))
