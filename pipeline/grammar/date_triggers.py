"""The words at which a date may begin, and a pattern that finds them soon.

`TRIGGER` tells at an offset whether a date may begin there, and by which kind of word. `CLUE` is sought in the text,
for few words begin as a date does: it knows the character before a trigger and its first letters, and may find too
much.
"""

from __future__ import annotations

import re

from pipeline.grammar.date_eras import REIGN_YEAR
from pipeline.grammar.date_tongues import FOREIGN_MONTH
from pipeline.grammar.date_words import (
    CENTURIES,
    COUNTS,
    DECADES,
    MONTH_NAMES,
    MONTH_NUMBER,
    ORDINAL,
    ORDINALS,
    SEASON,
    WEEKDAYS,
    any_of,
    beginning_of,
    verbose,
)
from pipeline.grammar.wordlist import word_set

_LOWER_MONTHS = "january|february|april|june|july|august|september|october|november|december"
_AFTER_THE = (
    "same|following|next|previous|preceding|past|last|present|current|coming|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|"
    r"[Ww]inter|twent|thirt|fort|fift|sixt|sevent|eight|ninet|early|late|latter\spart|day\s|year\b|month\b"
)
TRIGGER = verbose(
    rf"""(?<!\w) (?=[\dJFMASONDTWLPECBYHjlpecbyntwmdofsaI])
    (?: (?P<day> \d{{1,3}} (?! \d | ctob | eptem ) | (?: [lI]\d | l[lIO] )(?={ORDINAL}|\s) )
      | (?P<year> (?: \d{{4}} | [lI]\d{{3}} ) (?!\d) ) | (?P<digits> \d+ )
      | (?=[JFMASONDEIP05jfmasonldeip])
        (?P<month> (?: {MONTH_NAMES} | {MONTH_NAMES.upper()} | (?:{_LOWER_MONTHS})(?=\s\d) ) (?![A-Za-z]) )
      | (?=[MTWFS]) (?P<weekday> (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day (?![A-Za-z])
                   | (?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY\b )
      | (?=[TtYyNnMm]) (?: (?P<today> (?i:to-?day|yesterday|to-?morrow|tonight)\b )
                         | (?P<noon> (?i:noon|midnight)\b ) | (?P<mid> (?i:mid)\b ) )
      | (?P<half> (?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast|[Ll]atter|[Ff]ormer)\s(?=(?:half|quarter)\s) )
      | (?P<step> [Ll]ast\s | [Tt]his\s(?=[a-zA-Z]) | [Nn]ext\s | (?:past|coming|present|current|previous)\s )
      | (?P<that> [Tt]hat\s(?=same|day|date) )
      | (?P<the> [Tt]he\s(?={_AFTER_THE}) )
      | (?P<part> [Ee]arly\b | [Ll]ate\b | latter(?=\spart)
                   | (?:[Bb]eginning|[Ss]tart|[Mm]iddle|[Ee]nd|[Cc]lose|part)\sof\b )
      | (?P<day_word> day\s(?=before|after) )
      | (?P<season> {SEASON} )
      | (?P<decade> (?:{any_of(CENTURIES)}[-\s])? {any_of(DECADES)}\b )
      | (?=[MTSH]) (?P<era> {REIGN_YEAR} )
      | (?P<fiscal> FY | F\.Y\. | [Ff]iscal\s )
      | (?=\w{{1,9}}\s(?:day|week|fortnight|month|year)s?\s(?:ago|hence|from)\b)
        (?P<count> {any_of(COUNTS)}\s )
      | (?=[\w-]{{4,16}}\s(?:(?:day|year)\s)?of\s)
        (?P<ordinal> {any_of(ORDINALS)}\s(?=(?:day\s)?of\s[A-Z]|year\sof\s|day\sof\sthe\s\S+\smonth) ) )"""
)
"""The words at which a date may begin, by their kinds: numbers of up to three digits (`day`), of four (`year`), of more
(`digits`); months, weekdays; and the words of the rules for the rest."""


_SEASONS = word_set("spring summer autumn fall winter")
_UNITS = word_set("week month year morning afternoon evening night") | _SEASONS | {*WEEKDAYS, *MONTH_NUMBER}
_STEPS = word_set("last this next past coming present current previous")
_NAMED = word_set(
    "same following next previous preceding past last present current coming early late latter day year month"
)
_SPANS = word_set("day week fortnight month year")
_LONE_WORDS = word_set("today to-day yesterday tomorrow to-morrow tonight noon midnight mid early late fy f.y.")
_WHICH = word_set("first second third fourth last latter former")
_PARTS = word_set("beginning start middle end close part")
_NUMBER = rf"""\d (?<![$£€#].) (?<!\d[.,/:–-].) (?<![A-Z][–-].)
    (?! \d{{0,2}}+ (?: ,(?!\s\d{{1,2}}(?:,|\s(?:and|or|&)\s)) | [;)\]] | \.?\Z | \.\s(?!{FOREIGN_MONTH}) ) )"""
"""A number that is no sum and no part of another; one of up to three digits that ends its clause is no date either, but
for the day before a month of another tongue: `den 23. August`."""

_MISREAD_NUMBER = r"l[\dlIO](?=[\dstrn\s]) | I\d(?=[\dstrn\s])"


def _clue() -> re.Pattern[str]:
    """What stands before a trigger (one character) and how the trigger begins."""
    phrases = (
        *_LONE_WORDS, *_SEASONS, *DECADES, *WEEKDAYS, *MONTH_NUMBER,
        "that same", "that day", "that date", "this day", "day before", "day after", "fiscal ",
        *(f"{step} {unit}" for step in _STEPS for unit in _UNITS),
        *(f"{which} {part}" for which in _WHICH for part in ("half", "quarter")),
        "latter part", *(f"{part} of" for part in _PARTS),
        *(f"the {name}" for name in (*_NAMED, *_SEASONS, *DECADES)),
        *(f"{century}{joint}" for century in CENTURIES for joint in "- "),
        *(f"{count} {unit}" for count in COUNTS for unit in _SPANS),
        *(f"{ordinal} {word}" for ordinal in ORDINALS for word in ("of", "day", "year")),
        "meiji ", "taisho ", "taishō ", "showa ", "shōwa ", "heisei ",
    )  # fmt: skip
    return verbose(rf"[^A-Za-z0-9_] (?: {_NUMBER} | {_MISREAD_NUMBER} | {beginning_of(phrases, 6)} )")


CLUE = _clue()
