"""Salutations: with what words a letter turns to the person written to.

    Dear Jack:                                 a name after `dear`, `esteemed`, `respected`
    My dear Mr. Creel,
    Sir: I have the honor to transmit …        a courtesy; the letter goes on in the line
    Mr. Minister:—In reply to your note …      an office after `Mr.`, `Madam`, `Monsieur`
    Excellency:                                a style, with `Your` or without
    Mr. President and Great Friend:            as rulers and presidents write to each other
    To the Congress of the United States:      a collective address

A salutation begins with a capital and ends with a stop. Alone on its line the stop may be a comma, a colon, a dash or,
as German and Russian letters have it, an exclamation mark, and the mark of a note may follow. Where the letter goes on
in the line, only a colon or dash before the beginning of a sentence will do: `Mr. President, I wish to say` is speech.
What the words of a sentence could be is none: `Sir John said:`, `Gentlemen may differ.`, `Dear friends were lost.` A
name alone (`Mr. Denby:`) is none either, since the labels of speakers and the entries of lists look the same.

The forms are those of the U.S. Government Printing Office Style Manual (chapter 16, Datelines, Addresses, and
Signatures) and of diplomatic notes in the volumes of the *Foreign Relations of the United States*; the encoding is TEI
P5 `salute`.
"""

from __future__ import annotations

import re

_COURTEOUS = r"(?:(?:my|dear|honou?red|honou?rable|esteemed|respected|reverend|most|highly|worthy|excellent)\s+){0,3}"
_FRIEND = r"(?:(?:my|very|great|good|dear|esteemed|honou?red)\s+){1,3}friends?"
_COURTESY = (
    r"great\s+and\s+good\s+friends?|sirs?|gentlemen|ladies\s+and\s+gentlemen|madame?|mesdames|messieurs|monsieur"
    r"|my\s+lords?"
)
_STYLE = (
    r"(?:your\s+)?(?:excellenc(?:y|ies)|(?:(?:royal|imperial|serene)\s+){0,2}highness(?:es)?|majest(?:y|ies))"
    r"|your\s+(?:eminence|holiness|lordships?)"
)
_OFFICE = (
    r"(?:(?:acting|prime|foreign|vice|consul|commercial|high|deputy|under|secretary)[ -]){0,2}"
    r"(?:ambassador|minister|secretary|consul|chargé(?:\s+d[’']affaires)?|commissioner|consul[ -]general|commissar"
    r"|general|envoy|president|chancellor|premier|governor)"
)
_CHAIR = r"(?:(?:vice|co)[ -]?)?(?:chairman|chairwoman|chairperson|speaker)"
_TO_AN_OFFICE = r"(?:mr\.?|madame?|monsieur(?:\s+l[ea])?)\s+"
_DEAR = r"(?:(?:my\s+)?(?:very\s+)?dear(?:est)?|(?:most\s+|highly\s+|much\s+)?(?:esteemed|respected|honou?red))"
_ABBREVIATED = (
    r"(?:(?-i:[A-Z])|Mrs?|Ms|Messrs|Mmes?|Mlle|MM|Dr|Prof|Sr|Jr|Rev|Hon|Rt|St|Gen|Col|Maj|Capt|Lt|Cmdr|Adm|Amb|Sen|Rep|Gov"
    r"|Sec|Asst|Dep|Cde|Chas|Geo|Jas|Jno|Thos|Wm)\."
)
_CAPITAL = r"[^\W\d_a-zß-ÿ]"
_FRENCH = (
    r"(?:monsieur\s+le\s|madame\s+la\s|(?:monsieur|madame)\s+l[’'])\s*[\w’'-]+"
    rf"(?:\s(?:d[eu]s?\s)?(?-i:{_CAPITAL})[\w’'-]*){{0,2}}"
)
_NAME = (
    rf"(?:{_ABBREVIATED}|(?-i:[\"“‘]?{_CAPITAL}[\w’'ʼ.-]*\w[\"”’]?|{_CAPITAL})|\[[^\[\]]{{1,40}}\]|[—–-]{{1,3}}"
    r"|(?:sirs?|madam|gentlemen|lord|lady|friends?|colleagues?|comrades?|brothers?|sister|cousin|fellow|doctor|professor"
    r"|general|colonel|captain|senator|governor|judge|secretary|minister|ambassador|president|chancellor|chairman"
    r"|premier|director)\b)"
)
"""A name or what one calls a person; a part that the editors left out: `[name not declassified]`, `Mr. ——`."""
_SMALL = (
    r"(?:of|the|to|and|or|&|de|du|des|del|della|da|di|la|le|van|von|der|den|al|el|bin|ibn|esteemed|honou?red|prime)"
)
_NAMES = rf"(?:(?:{_NAME}|{_SMALL}),?[\s/]\s*){{0,10}}?{_NAME}"
_COLLECTIVE = (
    r"to\s+the\s+(?:congress|senate|house|president)(?:\s+(?:(?-i:[A-Z])[\w’'-]*|of|the|and)){0,8}"
    r"|to\s+whom\s+it\s+may\s+concern"
)

_MARK = r"(?:\s?(?:\d{1,2}|\(\d{1,3}\)|\[\^?\d{1,3}\](?:\(\#?\w*\))?|[*†‡]))?"
_STOP = rf"\s?(?:[:,!]|[.,:]?[—–]{{1,2}}|:-{{1,2}}){_MARK}\s*\Z"
"""What ends a salutation alone on its line."""
_GOES_ON = rf"\s?(?:(?::[—–-]{{0,2}}|[.,]?[—–]{{1,2}})(?=\s*(?:(?-i:{_CAPITAL})|[\"“‘(\[«])|\s+\d))"
"""What ends a salutation where the first sentence follows."""

_SALUTATION = re.compile(
    rf"""["'“‘«]?(?=(?-i:{_CAPITAL}))(?:
      (?:{_COURTEOUS}(?:{_COURTESY}|{_STYLE}|{_TO_AN_OFFICE}{_OFFICE}|{_FRENCH})|{_DEAR}\s+{_NAMES})
      (?:,?\s+and\s+{_FRIEND})?
      (?:{_STOP}|{_GOES_ON})
    | (?:{_TO_AN_OFFICE}{_CHAIR}|{_COLLECTIVE}){_STOP}
    )""",
    re.VERBOSE | re.IGNORECASE,
)
"""`Mr. Chairman: I rise` is what a meeting hears or the label of a turn: who presides is addressed so only alone."""


def salutation(text: str) -> int:
    """The length of the salutation that a text begins with, all of it or not: `DEAR MR. CHAIRMAN: I wish …` → 18; 0 if
    it begins with none."""
    found = _SALUTATION.match(text)
    return found.end() if found else 0


def is_salutation(text: str) -> bool:
    """A salutation and nothing else: `Dear Jack:`, `Excellency:`, `Dear Mr. Chairman:1` with the mark of a note."""
    return 0 < salutation(text) == len(text)
