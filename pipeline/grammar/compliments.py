"""The sentence with which a note in the third person opens: who presents compliments to whom.

    The Embassy of France presents its compliments to the Department of State and has the honor to …
    His Majesty's Embassy present their compliments to the Ministry for Foreign Affairs and have the honour …
    L'Ambassade de France présente ses compliments au Ministère des Affaires étrangères et a l'honneur de …
    La Embajada de México saluda atentamente al Ministerio de Relaciones Exteriores y tiene el honor …
    Die Botschaft der Vereinigten Staaten beehrt sich, dem Auswärtigen Amt mitzuteilen, daß …

A note verbale has neither salutation nor signature, and often no title: this sentence is its address.
"""

from __future__ import annotations

import re

from pipeline.grammar.parts import Part, part

_CLUES = ("compliment", "saluda", "saludos", "cumprimenta", "beehrt", "begrüßt")
_LONGEST = 320
"""Sender, recipient and the words between them are not longer (characters)."""
_SENDER = r"(?P<sender>[A-ZÀ-Þ][^.;:?!]{2,140}?(?:[A-Z]\.[^.;:?!]{0,60}?){0,4})"
_RECIPIENT = r"(?P<recipient>[^.;:?!]{3,160}?(?:[A-Z]\.[^.;:?!]{0,60}?){0,4})"
_FORMS = tuple(
    re.compile(form.replace("SENDER", _SENDER).replace("RECIPIENT", _RECIPIENT), re.VERBOSE)
    for form in (
        r"""SENDER,?\ (?:(?:has|have)\ the\ honou?r\ to\ )?presents?\ (?:its|his|her|their|the)\ (?:\w+\ )?compliments
            \ to\ RECIPIENT
            (?=,?\ and,?\ (?:has|have|beg|begs|is|are|was|in|with|wish|wishes|would|desires?|requests?|refers?|informs?
              |acknowledges?|transmits?|encloses?|forwards?|takes?|avails?|regrets?|states?|asks?|confirms?|calls?|draws?
              |brings?|presents?|communicates?|to|that|pursuant|as|upon|on|under|by|at)\b
            |,?\ (?:with\ reference|in\ reply|in\ answer|in\ response|acknowledges?|acknowledging)\b
            |[.;]?\s*\Z|\.\s)""",
        r"""SENDER\ présente(?:nt)?\ (?:ses|leurs)\ compliments\ (?:aux?|à)\ RECIPIENT
            (?=,?\ et\ (?:a|ont|l|prie|se|tient|voudrait)\b|[.,;]?\s*\Z|[.;]\s)""",
        r"""SENDER\ (?:saludan?(?:\ muy)?\ (?:atenta|cordial)mente\ |presentan?\ sus\ (?:\w+\ )?saludos\ |cumprimenta\ )
            (?:al?|ao?|à)\ RECIPIENT
            (?=,?\ (?:y|e)\ (?:tienen?|tem|se|en|le|con)\b|[.,;]?\s*\Z|[.;]\s)""",
        r"""SENDER\ (?:beehrt|beehren)\ sich,?\ RECIPIENT(?=\ (?:mitzuteilen|zu\ übermitteln|zu\ übersenden
            |zu\ bestätigen|den\ Empfang|folgendes|unter|auf|hierdurch|anliegend|ergebenst)\b)""",
        r"""SENDER\ begrüßt\ RECIPIENT(?=,?\ und\ (?:beehrt|hat)\b)""",
    )
)  # fmt: skip
_QUOTE = re.compile(r"[\s\"“«„]*")


def compliments(text: str) -> tuple[Part, Part] | None:
    """Sender and recipient of the note that a paragraph opens; None if it opens none."""
    opening = text[:_LONGEST]
    if not any(clue in opening for clue in _CLUES):
        return None
    begin = quote.end() if (quote := _QUOTE.match(opening)) else 0
    found = next((match for form in _FORMS if (match := form.match(opening, begin))), None)
    return (part(text, *found.span("sender")), part(text, *found.span("recipient"))) if found else None
