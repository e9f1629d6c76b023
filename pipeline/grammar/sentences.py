"""Where sentences end: `sentences("He came at 5 p.m. The U.S. side left.")` gives two spans.

A number with a full stop at the beginning of a sentence (`3. Gromyko took up …`) belongs to it. A full stop ends a
sentence when a capital (or an opening quotation mark, bracket, or digit) follows, unless the word before it is an
abbreviation or an initial. Abbreviations that often end a sentence themselves (`U.S.`, `p.m.`, `etc.`) end it only
before a word that usually opens one (`The`, `He`, `In` …), so that `the U.S. Government` stays whole. Names may be
masked by characters from U+E000 on; U+E001 marks one that opens a sentence like `Mr.` does.
"""

from __future__ import annotations

import re

from pipeline.grammar.wordlist import word_set

NEVER_LAST = word_set(
    """
    mr mrs ms messrs dr drs prof sir st gen lt col maj capt cmdr adm amb sen rep gov hon rev supt insp sgt cpl
    brig lic ing dna msgr mgr asst dep sec min pres vice dir sect fig no nos vol vols art arts p pp para paras
    par op cf vs viz approx ca i.e e.g jan feb mar apr jun jul aug sept oct nov dec ref
    """
)
"""Abbreviations after which a sentence does not end."""

SELDOM_LAST = word_set(
    """
    u.s u.s.a u.s.s.r u.k u.n u.a.r a.m p.m etc al ibid jr sr inc ltd co corp bros d.c n.y
    """
)
"""Abbreviations after which a sentence ends only before a usual first word."""

OPENERS = word_set(
    """
    the this these those that there it its he she his her they their we our i my you in on at as if but and or
    nor so for from with after before when while where since although though however moreover furthermore
    nevertheless finally then thus therefore otherwise perhaps mr mrs dr ambassador secretary president foreign
    general sir lord what why how who whether some any all both each no not such one two three another other to
    by under ambassadors messrs senator under-secretary
    """
)
"""Words that often open a sentence."""

_OFFICES = frozenset({"general", "president", "secretary"})
_END = re.compile(
    r"""
    (?P<stop>[.!?…](?<![.!?…].)[.!?…]*+)    # the stop
    (?P<close>[”"’'»)\]*_]*)                # what closes with it
    \s+
    (?=(?P<open>[“"‘'«(\[*_]*)(?P<next>[^\W_]+(?:-[^\W_]+)*|[\ue000-\uf8ff]+|[^\w\s]))
    """,
    re.VERBOSE,
)
_BEFORE_WORD = re.compile(r"[\s“”\"()\[\]]")
_JOINT = re.compile(r"[—–/]")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")


def _last_word(text: str, end: int) -> str:
    """The word before a full stop, in small letters."""
    last = text[max(0, end - 30) : end].rpartition(" ")[2].lower()
    if last.isalnum():
        return last
    return _JOINT.split(_BEFORE_WORD.split(last)[-1].lstrip("—–-“\"'(["))[-1]


def _ends(match: re.Match[str]) -> bool:
    stop, close, opening, following = match.groups()
    first = following[0]
    if "!" in stop or "?" in stop:
        return first.isupper() or first.isdigit() or bool(opening) or first >= "\ue000"
    if not (first.isupper() or first.isdigit() or opening or "\ue000" <= first <= "\uf8ff" or first in "—–"):
        return False
    if close:
        return True
    tail = _last_word(match.string, match.start())
    if tail in NEVER_LAST:
        return tail in ("no", "sec", "min", "par", "mar") and following.lower() in OPENERS
    initials = len(tail) < 2 or tail[1] == "."
    if tail not in SELDOM_LAST and not (initials and _INITIALS.fullmatch(tail)):
        return True
    opens = following.lower() in OPENERS or first == "\ue001"
    return opens and (len(tail) > 1 or (tail != "i" and following.lower() not in _OFFICES))


def sentences(text: str) -> list[tuple[int, int]]:
    """The spans of the sentences of one paragraph; white space between them belongs to none."""
    spans: list[tuple[int, int]] = []
    start = len(text) - len(text.lstrip())
    looked = start
    for match in _END.finditer(text):
        end = match.end("close")
        numbered = looked == start and text[start : match.start()].isdigit()
        looked = match.end()
        if end <= start or numbered or not _ends(match):
            continue
        spans.append((start, end))
        start = match.end()
    end = len(text.rstrip())
    if end > start:
        spans.append((start, end))
    return spans
