"""The table of rules for dates: which words begin one, how it is printed, who reads it, and examples.

The rules of a trigger are tried in the order of the table; the first whose reader accepts its match wins.
"""

from __future__ import annotations

import re

from pipeline.grammar import date_ordinals as ordinals
from pipeline.grammar import date_readers as read
from pipeline.grammar import date_relative as relative
from pipeline.grammar.date_eras import OF_ERA, REIGN_YEAR, era_alone, era_in_words
from pipeline.grammar.date_scan import Grammar, Rule
from pipeline.grammar.date_tongues import FOREIGN_MONTH, foreign_month, quoted_day
from pipeline.grammar.date_triggers import CLUE, TRIGGER
from pipeline.grammar.date_words import (
    CENTURIES,
    COUNTS,
    DAY,
    DECADES,
    MONTH,
    ORDINAL,
    ORDINALS,
    PART_OF_DAY,
    SEASON,
    SHORT_YEAR,
    UNIT,
    WEEKDAY,
    YEAR,
    any_of,
    verbose,
)
from pipeline.grammar.year_words import YEAR_AS_ORDINAL, YEAR_IN_WORDS

# --------------------------------------------------------------------------------------------------------------------
# Pieces that several rules share

_YEAR_LEAD = r"""(?: (?:in\s)?the\syear\s(?:of\s(?i:our\slord),?\s)? | A\.?\s?D\.?,?\s )?  (?:of\s)?"""
"""`in the year of our Lord`, `A.D.`, `of`."""
_OTHER_STEP = (
    r"(?:week|month|year|night|evening|spring|summer|autumn|fall|winter|term|session|meeting|day|time|point|one|two|few|[\d]"
    r"|step|phase|round|paragraph|item)"
)
"""What `last` and `next` go with, if not with the date before them: `On May 3 next week’s meeting was put off.`"""
_YEAR_OR_ERA = rf"""
    (?: (?: \s?,?\s?  {_YEAR_LEAD}
            \[?  (?P<year> {YEAR} | {SHORT_YEAR} | TWO_DIGITS | {REIGN_YEAR} | {YEAR_IN_WORDS} | {YEAR_AS_ORDINAL} )
            (?P<dual>/\d\d?\b)?  \]?
          | ,?\s  (?P<era> (?:of\s)?(?:last|this|next)\syear\b
                         | (?:instant|ultimo|proximo|inst|ult|prox)\b\.?
                         | (?:last|next)\b(?!\s(?:to\s)?{_OTHER_STEP}) ) ) )?
"""
"""What may follow day and month: a year (`, 1962`, `1731/2`), in words too, or `last`, `instant`, `of last year`."""
_YEAR_AFTER = rf"(?:,?\s{_YEAR_LEAD}(?P<year>{YEAR}|{YEAR_IN_WORDS}|{YEAR_AS_ORDINAL}))?"
"""What may follow a day in words."""
_FULL_YEAR = _YEAR_OR_ERA.replace("TWO_DIGITS", "(?!)")
_ANY_YEAR = _YEAR_OR_ERA.replace("TWO_DIGITS", r"(?<=[A-Z.\s-])\d\d(?=[.,;)\s\]-]|\Z)")

_MORE_DAYS = rf"""
    (?P<more> (?: \s?(?:[–—/-]|\bto\b|\bthrough\b|\band/or\b|\bor\b)\s?  {DAY}(?:{ORDINAL})?            # 22–25
              | (?:,\s?{DAY}(?:{ORDINAL})?)*  ,?\s(?:and|&)\s  {DAY}(?:{ORDINAL})?                       # 1, 3, and 5
              | (?:,\s{DAY}(?:{ORDINAL})?){{1,8}}  (?=,?\s(?:and|&|or)\s(?:on\s)?{MONTH}\s\d) )       # 28, 29, May 1
        (?! \s?[ap]\.?\s?m\b | [:.]\d | \s?{MONTH} | \s{UNIT}\b | [-/]\d | [A-Z] | \s?% | \sof\sthe ) )?
"""
_MORE_DAYS_BEFORE_MONTH = rf"""
    (?P<more> (?:,\s[0-3]?\d(?:{ORDINAL})?){{1,8}} ,?\s(?:and|or|&)\s [0-3]?\d(?:{ORDINAL})?          # 3, 5, 9
            | \s?(?:[–—/-]|\bto\b|\bthrough\b|\band/or\b|\bor\b|\band\b|&)\s?(?:the\s)?  [0-3]?\d(?:{ORDINAL})?
            | \s\([0-3]?\d\) )?
"""
_ORDINALS = (
    r"[0-3]?\d(?:st|nd|rd|d|th)\b"
    r"(?: (?:,?\s(?:and|to|through|until|till|or)\s|,\s|\s?[–-]\s?) (?:the\s)? [0-3]?\d(?:st|nd|rd|d|th)\b ){0,4}"
)
"""`the 3rd`, `the 3rd, 5th, and 7th`, `the 6th to the 9th`."""
_DOUBT = rf"(?P<doubt>\?(?=\s?(?:[,;\])[–—-]|{MONTH}\b|\d)|\s[a-z]))?  (?:\s?\[(?P<fixed>\d{{1,2}})\??\])?"
"""`27?, 1958`, not the end of a question (`the letter of October 23? I should …`); and the correction of the print in
`12 [13]`."""
_CENTURY_YEAR = r"(?:1[5-9]|20)\d\d"
_UNITS_AGO = rf"""
    \s (?P<unit>day|week|fortnight|month|year)s? \s
    (?: (?P<ago>ago)\b (?: ,?\s (?:(?:last|on)\s)? (?P<day>(?i:to-?day|yesterday|to-?morrow)|this\sday|{WEEKDAY})\b
                           (?!,?\s(?:\d|{MONTH})) )?
      | hence\b  |  from\s(?P<from>now|(?i:to-?day|yesterday|to-?morrow)|this\sday|{WEEKDAY})\b )
"""
"""`years ago`, `weeks ago Monday`, `days from now`, after a number."""

# --------------------------------------------------------------------------------------------------------------------
# The table

RULES: tuple[Rule, ...] = (
    # -- beginning with a number
    Rule(
        "date-time-group", "digits",
        verbose(rf"""(?P<day>[0-3]\d) (?P<hour>[0-2]\d) (?P<minute>[0-5]\d) (?P<zone>[A-IK-Z])\b
                     (?: \s?(?P<month>{MONTH}),?\s?  (?P<year>(?:19|20)\d\d|\d\d)?  (?!\w) )?"""),
        read.date_time_group,
        (
            ("P [[140518Z DEC 79]] FM", "1979-12-14T05:18:00Z"),
            ("your [[081730Z]] refers", "1962-11-08T17:30:00Z"),
        ),
    ),
    Rule(
        "decimal-file", "day",
        verbose(r"""\d{3}[A-Z]?  (?:\.[\dA-Z]{1,8})?  (?:[ ][A-Z][\w.]{1,15}|[ ]\([\w ]{1,15}\)){0,2}
                    /  (?P<month>1[0-2]|0?[1-9]) [–—-] (?P<day>\d{1,2}) (?P<year>\d\d) (?!\d)"""),
        read.file_number,
        (
            ("Central Files, 611.41/[[11-962]].", "1962-11-09"),
            ("762.00/[[10–1862]]", "1962-10-18"),
            ("501.BC Indonesia/[[2–1149]])", "1949-02-11"),
        ),
    ),
    Rule(
        "numeric", "day year",
        verbose(r"""(?P<a>\d{4}|\d{1,2}) (?P<sep>[/.-]) (?P<b>\d{1,2}|[IVX]{1,4}) (?P=sep) (?P<c>\d{4}|\d\d)
                    (?! \d | [/.]\d | [–-]\d(?!\d?[/.]) | [A-Z] )"""),
        read.numeric,
        (
            ("[[1963/01/10]]", "1963-01-10"),
            ("of [[1/11/63]].", "1963-01-11"),
            ("[[9.1.1963]]", "1963-01-09"),
            ("[[12.X.62]]", "1962-10-12"),
            ("General, [[9/1/61-9/14/61]].", "1961-09-01/1961-09-14"),
        ),
    ),
    Rule(
        "year-first", "year",
        verbose(rf"""(?P<year>{_CENTURY_YEAR}) ,?\s  (?P<month>{MONTH}) \s (?P<day>[0-3]?\d)
                     (?! \w | [.,]?\s?{_CENTURY_YEAR} | [-–] )"""),
        read.year_first,
        (
            ("Date: [[2007 October 16]], 11:39", "2007-10-16"),
            ("[[1984 Sept. 26]]: talk", "1984-09-26"),
        ),
    ),
    Rule(
        "numeric-months", "day",
        verbose(r"""(?:(?P<month0>\d{1,2})[–-])?  (?P<month>\d{1,2})/(?P<year>\d\d)
                    (?: \s?[–-]\s?  (?P<month2>\d{1,2})/(?P<year2>\d\d) )?  (?! [\d/] | [–-]\d )"""),
        read.numeric_months,
        (
            ("Cables, [[5/67-2/68]].", "1967-05/1968-02"),
            ("Report: [[8–12/80]].", "1980-08/1980-12"),
            ("Chron: [[5/62]];", "1962-05"),
        ),
    ),
    Rule(
        "day-month", "day",
        verbose(rf"""(?P<day>[1-3lI][\dlIO]|0?\d) (?:{ORDINAL})?  {_DOUBT}  {_MORE_DAYS_BEFORE_MONTH}
                     (?:\s?day)? (?:\s?of)? [\s-]?  (?P<month>{MONTH})
                     (?:-(?=\d\d(?:\d\d)?(?![\w-]|\s{MONTH})))?  {_ANY_YEAR}"""),
        read.day_month,
        (
            ("[[9 Nov. 1962]]", "1962-11-09"),
            ("[[3 Auguſt 1789]]", "1789-08-03"),
            ("[[14 dec 1979]]", "1979-12-14"),
            ("the [[9th day of August, 1842]]", "1842-08-09"),
            ("on [[3 May]] and", "1962-05-03"),
            ("[[22–25 January 1963]]", "1963-01-22/1963-01-25"),
            ("[[30 January–2 February 1963]]", "1963-01-30/1963-02-02"),
            ("1861-07-21: the [[4th of July instant]]", "1861-07-04"),
            ("1868-06-02: of the [[30th May last]]", "1868-05-30"),
            ("1868-06-02: on [[3d May next]] the", "1869-05-03"),
            ("on [[3 November of last year]]", "1961-11-03"),
            ("[[14 (27) March 1917]].", "1917-03-27"),
            ("from [[5 to 8 June]] he", "1962-06-05/1962-06-08"),
            ("[[3/4 May 1961]]", "1961-05-03/1961-05-04"),
            ("[[31 Oct-1 Nov 1962]]", "1962-10-31/1962-11-01"),
            ("[[4th day of July, one thousand eight hundred and fifty-four]]", "1854-07-04"),
        ),
    ),
    Rule(
        "era", "day ordinal",
        verbose(OF_ERA),
        era_in_words,
        (
            ("the [[8th day of the 12th month of the 16th year of Showa]].", "1941-12-08"),
            ("in the [[30th year of the Republic of China]].", "1941"),
            ("this [[tenth day of the sixth month of the thirty-first year of Meiji]]", "1898-06-10"),
        ),
    ),
    Rule(
        "era", "era",
        verbose(REIGN_YEAR),
        era_alone,
        (("a treaty of [[Shōwa 16]] says", "1941"),),
    ),
    Rule(
        "quoted-day", "day",
        verbose(rf"""(?: (?<=["“”„«]) | (?<=[«„]\s) ) (?P<day>[0-3]?\d) \s?["“”»] \s? (?P<month>{MONTH}|{FOREIGN_MONTH})
                     \s (?P<year>{_CENTURY_YEAR}) (?!\w)"""),
        quoted_day,
        (
            ("[[\"14\" December 1962]]", "1962-12-14"),
            ("[[« 14 » декабря 1962]] г.", "1962-12-14"),
        ),
    ),
    Rule(
        "foreign-month", "day",
        verbose(rf"""(?P<day>[0-3]?\d)
                     (?: (?:er|re|º|°)? (?:\sde\s|\sdi\s|\s) (?P<month>{FOREIGN_MONTH})
                       | \.\s (?P<dotted>{FOREIGN_MONTH}) )
                     (?:\sde[l]?|\sdo)? \s (?P<year>{_CENTURY_YEAR}) (?!\w)"""),
        foreign_month,
        (
            ("Paris, le [[14 mars 1956]]", "1956-03-14"),
            ("le [[1er juin 1940]]", "1940-06-01"),
            ("Berlin, den [[23. August 1939]]", "1939-08-23"),
            ("Madrid, [[3 de febrero de 1945]].", "1945-02-03"),
            ("Roma, [[22 maggio 1939]]", "1939-05-22"),
            ("Москва, [[23 августа 1939]] г.", "1939-08-23"),
        ),
    ),
    Rule(
        "instant", "day",
        verbose(rf"""(?P<days>{_ORDINALS}) \s
                     (?P<era> inst(?:ant|\.) | ult(?:imo|\.) | prox(?:imo|\.) | idem | current
                            | of\s(?:the\spresent|this|last|next)\smonth ) (?!\w)"""),
        ordinals.era_day,
        (
            ("1901-09-28: the [[11th instant]]", "1901-09-11"),
            ("1866-12-01: the [[3d ultimo]],", "1866-11-03"),
            ("the [[12th of the present month]]", "1962-11-12"),
            ("1866-12-01: your despatches of the [[3rd to the 5th ult.]]", "1866-11-03/1866-11-05"),
        ),
    ),
    Rule(
        "time", "day year",
        verbose(r"""(?= [\dlIO]{1,4} (?:[:.]\d\d)?  \s?
                        (?: [apAP]\.?\s?[mM]\b | [–—-] | to\s | noon | Noon | midnight | Z\b | GMT | hours | hrs
                          | o[’'ʼ]clock ) )"""),
        read.clock_first,
        (
            ("at [[6:02 p.m.]] he", "18:02:00"),
            ("[[3:08–3:58 p.m.]]", "15:08:00/15:58:00"),
            ("at [[5 p.m. on November 8]]", "1962-11-08T17:00:00"),
        ),
    ),
    Rule(
        "ago", "day",
        verbose(rf"(?P<count>\d{{1,3}}) {_UNITS_AGO}"),
        relative.ago,
        (("[[10 days ago]]", "1962-10-30"),),
    ),
    Rule(
        "decade", "day year",
        verbose(r"(?: (?P<year>(?:1[5-9]|20)\d0) | (?P<short>[1-9]0) ) ['’ʼ]?s\b"),
        read.decade,
        (
            ("in the [[1930s]]", "1930/1939"),
            ("during the [[60s]].", "1960/1969"),
            ("in the [[’60s]].", "1960/1969"),
        ),
    ),
    Rule(
        "years", "year",
        verbose(rf"""(?P<first>{_CENTURY_YEAR})
                     (?: \s?[–—-]\s? | (?P<slash>/)(?=\d\d\b|\d{{4}}\b) | (?P<word>\s(?:to|through|until|and)\s) )
                     (?P<last>{_CENTURY_YEAR}|\d\d)  (?! \w | [–—/-] | ,\d | \.\d )"""),
        read.years,
        (
            ("Central Files [[1970-73]], POL", "1970/1973"),
            ("[[1961–1963]]", "1961/1963"),
            ("from [[1958 to 1962]] he", "1958/1962"),
            ("between [[1958 and 1962]] he", "1958/1962"),
            ("the [[1968/1969]] budget", "1968/1969"),
        ),
    ),
    Rule(
        "year", "year",
        verbose(rf"(?P<year>{_CENTURY_YEAR}|[lI]9\d\d) (?! \w | [–—/-]\w | ,\d{{3}}(?!\d) | \.\d | % )"),
        read.year,
        (
            ("in [[1931]] unemployed", "1931"),
            ("the [[1954]] elections", "1954"),
            ("the Gulf, [[1951]], p. 4", "1951"),
        ),
    ),
    Rule(
        "ordinal", "day",
        verbose(rf"""(?P<days>{_ORDINALS})
                    (?= [.,;:)\]] | \s?\Z
                      | \s(?:I|he|she|we|they|it|the|an?|all|no|there|this|as|if|but|after|before
                             |until|because|which|from|both|will|would|should|may|must|have|and|or|at|to|in|on|for|by|with|that|when|was|were|is|had|has|
                             his|my|our|their|Mr|Mrs|Sir|Lord)\b )"""),
        ordinals.lone_ordinal,
        (
            ("on the [[8th]] I received", "1962-11-08"),
            ("on the [[6th and 7th]] he was in London", "1962-11-06/1962-11-07"),
            ("your telegram of the [[12th]] was", "1962-10-12"),
        ),
    ),
    # -- beginning with a month
    Rule(
        "month-day", "month",
        verbose(rf"""(?P<month>{MONTH}) ,?\s?(?:the\s)?  (?P<day>{DAY}) (?:{ORDINAL})?  {_DOUBT}
                     (?! [\w%] | [-–/]\d+/ )  {_MORE_DAYS}  {_FULL_YEAR}"""),
        read.month_day,
        (
            ("[[November 9, 1962, 6 p.m.]]", "1962-11-09T18:00:00"),
            ("[[January 10, 1963 / 12:00 Noon]]", "1963-01-10T12:00:00"),
            ("[[January 24, 1919, at 12:15 O’clock p.m.]]", "1919-01-24T12:15:00"),
            ("on [[November 14]] he", "1962-11-14"),
            ("on [[January 3]] at", "1963-01-03"),
            ("[[August 27?, 1956]]", "1956-08-27"),
            ("[[Novernber l4, 1962]]", "1962-11-14"),
            ("[[January 22–25, 1963]]", "1963-01-22/1963-01-25"),
            ("[[Aug. 14–16, 1918]].", "1918-08-14/1918-08-16"),
            ("[[November 23/24, 1955]]", "1955-11-23/1955-11-24"),
            ("[[March 9 and/or 10, 1956]]", "1956-03-09/1956-03-10"),
            ("[[December 30, 1962–January 2, 1963]]", "1962-12-30/1963-01-02"),
            ("1963-04-18: from [[March 13 to April 14]] he", "1963-03-13/1963-04-14"),
            ("between [[June 5 and July 8]] he", "1962-06-05/1962-07-08"),
            ("[[Sept. 30/Oct. 1, 1961]]", "1961-09-30/1961-10-01"),
            ("[[February 13/26, 1918]]", "1918-02-26"),
            ("[[October 25 (November 7), 1917]]", "1917-11-07"),
            ("[[November 5, 1917 (O.S.)]]", "1917-11-18"),
        ),
    ),
    Rule(
        "months", "month",
        verbose(rf"""(?P<month>{MONTH})
                     (?P<more> (?:,\s{MONTH}){{0,10}} (?: ,?\s?[–/-]\s? | ,?\s(?:and|to|or|through|until|&)\s ) {MONTH}
                               (?=,?\s(?:of\s)?\[?{YEAR}) )?
                     (?: ,?\s(?:of\s)? (?: (?P<year>{YEAR}|{SHORT_YEAR}) | \[(?P<supplied>{YEAR})\] )
                       | \s(?:of\s)?(?P<era>(?:last|this|next)\syear)\b
                       | \s(?P<era_alone>last|next)\b(?!\s(?:to\s)?{_OTHER_STEP}|\s[a-z]+(?<!the)\b) )"""),
        read.months,
        (
            ("[[November 1962]]", "1962-11"),
            ("[[February, 1972]]", "1972-02"),
            ("in [[May of ’62]], he", "1962-05"),
            ("in [[October of last year]],", "1961-10"),
            ("[[January–February 1968]].", "1968-01/1968-02"),
            ("Report, [[July 1954–June 1955]], p.", "1954-07/1955-06"),
            ("[[Jan., Feb., and Mar. 1970]]", "1970-01/1970-03"),
            ("between [[May and July 1961]]", "1961-05/1961-07"),
        ),
    ),
    Rule(
        "month-ordinal", "month",
        verbose(rf"(?P<month>{MONTH}) \s(?:the\s)? (?P<day>{any_of(ORDINALS)})\b {_YEAR_AFTER}"),
        read.ordinal_word,
        (
            ("on [[November the ninth]] he", "1962-11-09"),
            ("[[January the second, nineteen hundred and three]]", "1903-01-02"),
        ),
    ),
    Rule(
        "month", "month",
        verbose(rf"(?P<month>{MONTH})  (?: \s?[–-]\s? (?P<second>{MONTH}) (?!\s?\d) )?"),
        read.months,
        (
            ("in [[June]], there", "1962-06"),
            ("the [[September]] meeting", "1962-09"),
            ("stopped in [[May]], rather", "1962-05"),
        ),
    ),
    # -- beginning with a weekday
    Rule(
        "weekday", "weekday",
        verbose(rf"""(?P<weekday>{WEEKDAY})
                     (?: \s{PART_OF_DAY} | \s(?P<which>next|last|week|fortnight)\b
                                                   (?![’'-]|\s(?:week|month|year|ago)) )?"""),
        relative.weekday,
        (
            ("on [[Tuesday afternoon]],", "1962-11-06"),
            ("on [[Thursday, November 8]].", "1962-11-08"),
            ("He will come on [[Monday]].", "1962-11-12"),
            ("on [[Wednesday next]] the", "1962-11-14"),
            ("The Cabinet meets [[Wednesday week]].", "1962-11-21"),
        ),
    ),
    # -- beginning with another word
    Rule(
        "relative-day", "today step the day_word",
        verbose(rf"""(?P<day> (?i:to-?day|yesterday|to-?morrow) (?:\s{PART_OF_DAY})?
                       | (?i:tonight)\b
                       | [Tt]his\s(?:morning|afternoon|evening)\b
                       | [Ll]ast\s(?:night|evening)\b
                       | (?:the\s)?day\s(?:before\syesterday|after\sto-?morrow)
                       | [Tt]his\sday(?=\s(?:week|fortnight)\b) ) (?! \w | - )
                     (?: \s(?P<week>week|fortnight)(?![\w’'-]|\sago)
                       | ,?\s(?P<weekday>{WEEKDAY})(?!\s(?:and|or|next|last|week)\b|,?\s\d|,?\s{MONTH}) )?"""),
        relative.relative_day,
        (
            ("he leaves [[tomorrow]] for", "1962-11-10"),
            ("[[Yesterday evening]] I", "1962-11-08"),
            ("[[to-day]] or", "1962-11-09"),
            ("He will leave [[to-morrow week]].", "1962-11-17"),
            ("text [[tomorrow, Saturday]] at", "1962-11-10"),
            ("[[last night]]", "1962-11-08"),
        ),
    ),
    Rule(
        "relative-unit", "step the",
        verbose(rf"""(?P<article>(?i:the)\s)?  (?P<which>(?i:last|this|next|past|coming|present|current|previous)) \s
                     (?P<unit>week(?:end)?|month|year|{SEASON}|{WEEKDAY}|{MONTH})\b  (?!\.?\s\d)"""),
        relative.relative_unit,
        (
            ("here [[last week]] and", "1962-10-29/1962-11-04"),
            ("[[last July]]", "1962-07"),
            ("[[this summer]].", "1962-06/1962-08"),
            ("[[next Friday]]", "1962-11-16"),
            ("[[this year]]", "1962"),
            ("over [[the past year]].", "1961-11-09/1962-11-09"),
        ),
    ),
    Rule(
        "same-day", "that the",
        verbose(r"""(?P<which> [Tt]he\s(?:same|following|next|previous|preceding) | [Tt]hat(?:\ssame)? ) \s
                    (?:day|date)\b (?!-)"""),
        relative.same_day,
        (("talked [[the same day]] with", "1962-11-09"),),
    ),
    Rule(
        "portion", "the part mid",
        verbose(r"""(?P<part> (?i: (?:the\s)?(?:beginning|start|middle|end|close|(?:latter|early)\spart)\sof
                               | (?:the\s)?(?:early|late)(?:\sin)? | mid ) )
                    (?:-|\s)  (?:the\s(?=['’ʼ‘]?\d|year\s\d|month\sof))? (?:month\sof\s)?
                    (?:year\s(?=\d))?  (?:['’ʼ‘](?=\d0))?"""),
        relative.portion,
        (
            ("[[early 1963]]", "1963-01/1963-04"),
            ("[[mid-June]]", "1962-06-11/1962-06-20"),
            ("in [[the late ’60’s]]", "1966-01/1969-12"),
            ("in [[late November]] or", "1962-11-21/1962-11-30"),
            ("at the [[end of October]].", "1962-10-21/1962-10-31"),
            ("by the [[end of the year]].", "1962-09/1962-12"),
            ("in [[the latter part of May]],", "1962-05-21/1962-05-31"),
            ("in [[the early part of June]],", "1962-06-01/1962-06-10"),
        ),
    ),
    Rule(
        "division", "half",
        verbose(r"""(?P<which>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast|[Ll]atter|[Ff]ormer)
                    \s (?P<part>half|quarter) \s
                    (?:of\s)? (?:the\s(?=year\s\d|month\sof|\d))? (?:month\sof\s)? (?:year\s(?=\d))?"""),
        relative.division,
        (
            ("in the [[second half of 1962]] he", "1962-07/1962-12"),
            ("the [[first quarter of FY 1963]],", "1962-07/1962-09"),
            ("the [[latter half of October]].", "1962-10-16/1962-10-31"),
        ),
    ),
    Rule(
        "ordinal-word", "ordinal",
        verbose(rf"(?P<day>{any_of(ORDINALS)}) \s(?:day\s)?of\s (?P<month>{MONTH}) {_YEAR_AFTER}"),
        read.ordinal_word,
        (
            ("the [[ninth of November]]", "1962-11-09"),
            ("the [[twenty-first day of May, 1842]]", "1842-05-21"),
            ("the [[thirtieth day of August, nineteen hundred and fifty-one]].", "1951-08-30"),
            ("this [[tenth day of May, in the nineteen hundred and thirty-seventh year]]", "1937-05-10"),
            ("this [[first day of May in the year of our Lord one thousand nine hundred and forty-six]]", "1946-05-01"),
        ),
    ),
    Rule(
        "season", "the season",
        verbose(rf"""(?P<article>[Tt]he\s)?  (?P<season>{SEASON})
                     (?: ,?\s(?:of\s)? (?P<year>{_CENTURY_YEAR}) (?P<turn>[–/-]\d{{2,4}})? (?!\d) )?"""),
        relative.season,
        (
            ("in [[the summer of 1950]] to", "1950-06/1950-08"),
            ("offered in [[the summer]] we", "1962-06/1962-08"),
            ("[[Spring 1963]]", "1963-03/1963-05"),
            ("[[the winter of 1961–62]]", "1961-12/1962-02"),
        ),
    ),
    Rule(
        "decade-word", "the decade",
        verbose(rf"(?:[Tt]he\s)? (?:(?P<century>{any_of(CENTURIES)})[-\s])? (?P<decade>{any_of(DECADES)})\b"),
        read.decade_word,
        (
            ("principles in [[the thirties]],", "1930/1939"),
            ("in [[the nineteen-thirties]] he", "1930/1939"),
        ),
    ),
    Rule(
        "fiscal-year", "fiscal",
        verbose(r"""(?:FY|F\.Y\.|(?i:fiscal(?:\syears?)?)) [\s–-]{0,2}
                    (?P<year>['’ʼ]?\d{2}(?!\d)|(?:19|20)\d\d)
                    (?: \s?[–/-]\s? (?P<last>(?:19|20)\d\d|\d\d)(?!\d) )?"""),
        read.fiscal,
        (
            ("the [[FY 1972]] PL 480", "1971-07-01/1972-06-30"),
            ("[[fiscal year 1978]]", "1977-10-01/1978-09-30"),
        ),
    ),
    Rule(
        "ago", "count",
        verbose(rf"(?P<count>{any_of(COUNTS)}) {_UNITS_AGO}"),
        relative.ago,
        (
            ("[[ten days ago]]", "1962-10-30"),
            ("[[two years ago]]", "1960"),
            ("signed [[a year ago yesterday]].", "1961-11-08"),
            ("He left [[a fortnight ago]].", "1962-10-23/1962-10-29"),
            ("They meet [[two weeks from today]].", "1962-11-23"),
        ),
    ),
    Rule(
        "end-of", "the",
        verbose(r"(?:the\s)? (?P<unit>year|month)\b (?= [.,;)] | \s(?:the|and|to|in)\b )"),
        relative.end_of_this,
        (),
    ),
    Rule(
        "time", "noon",
        verbose(r"(?=(?i:noon|midnight))"),
        read.clock_first,
        (("at [[noon]] he", "12:00:00"),),
    ),
)  # fmt: skip
"""The rules in the order in which they are tried at a trigger. `end-of` is read only behind a `portion`."""

GRAMMAR = Grammar(
    TRIGGER,
    CLUE,
    {kind: tuple(rule for rule in RULES if kind in rule.trigger.split()) for kind in TRIGGER.groupindex},
)


FILE_NUMBER: re.Pattern[str] = next(rule.pattern for rule in RULES if rule.id == "decimal-file")
"""A decimal file number that ends in a date."""
