"""The months of other tongues, for dates that print day, month and year: `le 14 mars 1956`, `den 23. August 1939`.

Names that stand for one month in two tongues stand in one of them; without day and year a name says too little (`mars`,
`mai`, `marzo` are words and names besides).
"""

from __future__ import annotations

from pipeline.grammar.date_words import FULL_MONTHS, any_of

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
FOREIGN_MONTHS = {name: i for names in _TONGUES.values() for i, name in enumerate(names.split(), 1)}
"""The number of a month for every name, in small letters."""
FOREIGN_MONTH = any_of(FOREIGN_MONTHS)
DOTTED_MONTH = any_of(sorted({*FOREIGN_MONTHS, *map(str.lower, FULL_MONTHS)}))
"""What may follow a day with a full stop: `23. August`."""
