"""Papers that everybody knows by their number: telegrams, policy papers, estimates, treaties, resolutions.

telegram 953 from Moscow          numbered: `953`
Deptel 345, Airgram A–345         numbered: `345`, `A–345`
NSC 5820/1, NSDM 242, NIE 11–8–62 numbered: the whole
6 UST 3081, TIAS 3170             published: the whole
Resolution 242 (1967)             published: `242 (1967)`
"""

from __future__ import annotations

import re

from pipeline.grammar.date_words import SHORT_OR_FULL
from pipeline.grammar.wordlist import word_set

_SLUGS = word_set("""
    Deptel Embtel Contel Legtel Depcirtel Deptels Embtels Cirtel Circtel Secto Tosec Polto Topol Cedto Dulte Tedul Delga
    Gadel Secun Hakto Tohak Camto Delto Todel Usito Tousi Ecto Repto Torep Musto Tomus Actel Telac Cosec Supto Vipto
    Tovip Telcon Secsun Bilto Tobil Sigto Ustap Toisa Busec Usfito Martel Telmar Kosec Telko Delsec Telsec Depdes
""")
"""Series of telegrams by the names under which they were sent: `Secto 10`, `Hakto 24`."""
_END = r"(?=\s*(?:[,.;:)\]”]|\Z)|\s(?:from|to|of|dated|and|in|which|was|is|that|for|reported|see)\b)"
"""What stands behind the number of a paper; `despatch 500 troops` counts something."""
_POST = rf"(?:\s(?:from|to)\s(?:the\s)?(?!{SHORT_OR_FULL}\b)[A-Z][\w’'-]+(?:\s(?!{SHORT_OR_FULL}\b)[A-Z][\w’'-]+)?)?"

PATTERNS = {
    "telegram": re.compile(
        rf"\b(?:[Cc]ircular\s)?(?:[Tt]elegram|[Aa]irgram|[Dd]espatch)\s(?:[Nn]o\.\s)?"
        rf"(?P<number>(?:[A-Z]{{1,5}}\s?[-–]?\s?)?\d{{1,6}}(?:/\d+)?){_END}{_POST}"
        rf"|\b(?:{'|'.join(sorted(_SLUGS))})\s(?:[Nn]o\.\s)?(?P<slug>\d{{1,5}})(?![\d,]\d){_POST}"
    ),
    "policy": re.compile(
        r"\b(?P<number>NSC\sActions?\sNos?\.\s\d{1,4}(?:[-–][a-z]\b)?"
        r"|NSC[-–\s]\d{1,4}(?:/\d{1,2})?(?!\d|/\d)(?!\s(?:Committee|Group|Staff|staff))"
        r"|(?:NSDM|NSSM|NSAM|NSDD|NSSD|NSPD|PDD|PRD)(?:\sNo\.\s|[-–\s])\d{1,3}(?:/\d{1,2})?(?!\d|/\d)"
        r"|(?:PD|PRM)(?:/NSC)?[-–\s]\d{1,3}\b|S?NIE(?:\sNo\.\s|[-–\s])\d{1,4}(?:[./–-]\d{1,4})*"
        r"|JCSM?[-–\s]\d{2,4}(?:[/–-]\d{1,4})+)"
    ),
    "treaty": re.compile(
        r"\b(?P<number>\d{1,4}\s(?:UST|U\.S\.T\.|UNTS|U\.N\.T\.S\.|LNTS|Stat\.|Bevans)\s(?:\([Pp]t\.\s\d\)\s)?\d{1,4}"
        r"|(?:TIAS|EAS)\s(?:[Nn]os?\.\s)?\d{2,5})\b"
    ),
    "resolution": re.compile(
        r"\b(?:[Rr]esolutions?|Res\.)\s(?:[Nn]os?\.\s)?(?P<number>\d{1,4}\s?\((?:(?:E?S-)?[IVXLC]{1,6}|(?:19|20)\d\d)\))"
        r"|\b(?P<code>[SAE]/RES/\d{1,4}(?:/\d{1,3}|\s?\((?:[IVXLC]{1,6}|(?:19|20)\d\d)\))?)"
        r"|(?<=\)\sand\s)(?P<more>\d{2,4}\s\((?:[IVXLC]{1,6}|(?:19|20)\d\d)\))"
    ),
}
CLUES = {
    "telegram": ("elegram ", "irgram ", "espatch ", *(f"{slug} " for slug in sorted(_SLUGS))),
    "policy": ("NSC", "NSDM", "NSSM", "NSAM", "NSDD", "NSSD", "NSPD", "PDD", "PRD", "PD/", "PD ", "PRM", "NIE", "JCS"),
    "treaty": (" UST ", "U.S.T.", "UNTS", "U.N.T.S.", "LNTS", " Stat. ", " Bevans ", "TIAS", "EAS "),
    "resolution": ("esolution", "Res.", "/RES/"),
}
"""What a text must hold for a pattern to be worth a search."""
PRINTED = frozenset({"treaty", "resolution"})
"""Which of them are in print."""


def number(match: re.Match[str]) -> tuple[int, int]:
    """Where the number of a paper stands that one of the patterns has found."""
    return match.span(match.lastgroup or 0)
