"""Words that count things by the figure or letter behind them: `Article 1`, `Option 2`, `Tab A`.

Such a figure is no mark of a note, such a letter no initial. The words are those of papers in the languages of
treaties; full stops of abbreviations are left out.
"""

from __future__ import annotations

from pipeline.grammar.wordlist import word_set

COUNTERS = word_set("""
    alternative amendment annex appendix appendices article art attachment basket battery block book box building
    category case chapter chart class clause column committee commission company corps course document draft enclosure
    exhibit figure folder form gate grade group inclosure item level line list lot map meeting method no number option
    package page paper par para paragraph part phase plan point principle proposal protocol question reel resolution
    room rule scenario schedule section sect sec sector serial series session site stage step tab table team title
    track type unit variant version vitamin vol volume zone
    artikel abschnitt kapitel teil punkt anlage nr chapitre partie annexe titre articolo capitolo parte allegato
    artículo articulo capítulo capitulo sección seccion anexo artigo статья глава раздел пункт приложение
""")
