"""The months of other tongues, for dates that print day, month and year: `le 14 mars 1956`, `den 23. August 1939`.

Names that stand for one month in two tongues stand in one of them; without day and year a name says too little (`mars`,
`mai`, `marzo` are words and names besides).
"""

from __future__ import annotations

import re

from pipeline.grammar.date_scan import Parts, Reading, Scan
from pipeline.grammar.date_words import FULL_MONTHS, any_of, led, month_of, small

_TONGUES: dict[str, str] = {
    "French": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "French without accents": "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
    "German": "januar februar märz april mai juni juli august september oktober november dezember",
    "Austrian": "jänner feber maerz april mai juni juli august september oktober november dezember",
    "Spanish": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "Spanish of Peru": "enero febrero marzo abril mayo junio julio agosto setiembre octubre noviembre diciembre",
    "Italian": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "Portuguese": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "Russian": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "Dutch": "januari februari maart april mei juni juli augustus september oktober november december",
    "Danish": "januar februar marts april maj juni juli august september oktober november december",
    "Norwegian": "januar februar mars april mai juni juli august september oktober november desember",
    "Polish": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
}
_NUMBERS = {name: i for names in _TONGUES.values() for i, name in enumerate(names.split(), 1)}
"""The number of a month for every name, in small letters."""
FOREIGN_MONTH = any_of(_NUMBERS)
_ENGLISH = frozenset(name.lower() for name in FULL_MONTHS)
_GERMAN = led(r"\b(?:den|am|vom|dem|der|bis|zum|seit|ab)\s|[,(]\s?|\A\s*")
"""What stands before a German date, where the month has the English name: `paragraph 5. April 1961` is none."""


def quoted_day(scan: Scan, found: re.Match[str]) -> list[Reading]:
    """`"14" December 1962`, `« 14 » декабря 1962`: the day as Soviet forms have it, with its quotation marks."""
    parts = Parts(int(found["year"]), _month_of_tongue(found["month"]), int(found["day"]))
    opened = found.start() - (2 if scan.text[found.start() - 1].isspace() else 1)
    return [Reading(opened, found.end(), first=parts)]


def foreign_month(scan: Scan, found: re.Match[str]) -> list[Reading]:
    """`14 mars 1956`, `23. August 1939`: certain where day and year are printed."""
    month = found["month"] or found["dotted"]
    if found["dotted"] and small(month) in _ENGLISH and not scan.before(found.start(), _GERMAN):
        return []
    parts = Parts(int(found["year"]), _month_of_tongue(month), int(found["day"]))
    return [Reading(found.start(), found.end(), first=parts)]


def _month_of_tongue(printed: str) -> int:
    return _NUMBERS.get(small(printed)) or month_of(printed)
