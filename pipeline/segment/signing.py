"""What signs a paper, and what stands below a signature.

    McG. B. / McGeorge Bundy                          initials, and the name
    L.D. W[ILGRESS]                                   letters that the editors supply
    AMBASSADOR OF THE USSR TO CUBA / /A. ALEKSEEV/    an office, and the name between strokes
    Minister of Foreign Affairs      A. Gromyko       both in one line
    P. D. Coates / 9th December, 1949                 a minute: the name, and the date, perhaps with the place
    cc: Secretary Rusk                                no signature: copies, enclosures, who cleared it

Asked only where a signature is due, below the last sentence of a text: many a heading looks the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.grammar.names import unsigned
from pipeline.segment.forms import DATE, is_dateline, is_heading_word
from pipeline.segment.lines import Line

_WORD = r"(?:\[?[A-ZÀ-Þ][\w'’ʼ.-]*(?:\[[\w.'’-]{1,20}\]\.?)?\]?|de|van|von|der|la|le|di|da|al|bin|/s/)"
_MARK = r"(?:\s?(?:\(?\d{1,3}\)?|\[\^?\d{1,3}\](?:\(#?\w*\))?|\*{1,4}|\^\d+))?"
_NAME = rf"{_WORD}(?:,?\s+{_WORD}){{0,5}}"
_SIGNATURE = re.compile(
    r"(?:(?i:recorded|prepared|signed|reported|drafted)\s+by:?\s+|\d{1,2}[./][IVX]+[./-]\d{2,4}\s+)?"
    rf"{_NAME}(?:\s{{5,}}{_NAME})?{_MARK}"
)
_TAKER = re.compile(r"(?:recorded|prepared|taken down|reported)\s+by\b", re.IGNORECASE)
_STOPPED = re.compile(r"(?:\b[A-Z]|Jr|Sr)\.$")
_WORDS = re.compile(r"[^\W\d_]+")

_SECRECY = frozenset(
    """secret top most confidential strictly restricted unclassified declassified classified official limited use only
    nato cosmic atomal metric eyes sensitive personal private exdis nodis limdis noforn stadis gds xgds ads oadr
    geheim geheime kommandosache streng vertraulich vs nur für den dienstgebrauch verschlussache vertrauliche
    très tres secrète confidentiel confidentielle diffusion restreinte réservé défense otan
    secreto muy reservado confidencial segreto segretissimo riservato riservatissimo riservata zeer vertrouwelijk
    hemlig hemligt kvalificerat strengt fortrolig fortroligt hemmelig hemmeligt salainen tajne ściśle poufne tajné
    přísně důvěrné szigorúan titkos bizalmas strict строго совершенно сов секретно секретный""".split()  # noqa: SIM905
)
"""Words of classifications, in the languages of those who wrote the papers."""

_OFFICE = re.compile(
    r"""(?:(?:the|for\ the)\s+)?
    (?:(?:acting|deputy|assistant|under|first|second|third|permanent|senior|chief|vice|prime|foreign|state|special
      |extraordinary|principal|private|military|naval|air|commercial|political|press|high|consul|general|associate
      |extraordinary\ and|resident|former|director|legal|executive)[\s-]+){0,3}
    (?:ambassador|minister|secretary|under-?secretary|charg[eé]|consul|counsel(?:l)?or|attach[eé]|envoy|president
      |chancellor|premier|chairman|commissioner|commissar|governor|head|chief|representative|plenipotentiary|delegate
      |advis[eo]r|assistant|officer|colonel|admiral|marshal|major|captain|commander|director|interpreter|translator
      |rapporteur|member|deputy)\b[^.?!;:]{0,80}""",
    re.VERBOSE | re.IGNORECASE,
)
"""The office of the person who signs, in a line above or below the name."""
_NUMERALS = re.compile(r"\d{1,2}[./]\s?(?:\d{1,2}|[IVX]{1,4})(?:[./-]\s?\d{2,4})?\.?")
"""The date of a minute: `12/12`, `3.XI.49`."""
_GAP = re.compile(r"\s{2,}")
_LINES = 4
"""A name with office, initials and date has at most so many lines."""
_AFTERWORD = re.compile(
    r"""(?:b?cc|c\.\s?c\.)\s?[:\s]
    |(?:copy|copies)(?:\s+(?:to|sent|for)\b|\s?:)
    |(?:drafted|cleared|concurred|approved)\s+(?:by|with|in)\b
    |(?:distribution|enclosures?|encls?\.?|attachments?|concurrences?|clearances?|cleared|drafted|drafter
       |drafting\s+officer)(?:\s+(?:no\.?\s)?\d{1,2}|\s?\(.{1,40}\))?(?:\s?:|\.?\Z)
    |(?-i:P\.?\s?S\.?)[\s:—–-]""",
    re.VERBOSE | re.IGNORECASE,
)
"""`cc: Mr. Tyler`, `Copies to:`, `Distribution:`, `Enclosure`, `Concurrence: Mr. Kennedy`, `P.S. Please show this …`"""


def is_signature(text: str) -> bool:
    """`McGeorge Bundy`, `THOMAS P. SCHREYER`, `Rusk`, `P[ETITPIERRE]`, two names far apart; no classification."""
    text = unsigned(text)
    if _TAKER.match(text):
        text = text.removesuffix(".")
    if text[-1:].isdigit() and (dates := list(DATE.finditer(text, 4))) and dates[-1].end() == len(text):
        text = text[: dates[-1].start()].rstrip()
    if len(text) > 120 or not _SIGNATURE.fullmatch(text):
        return False
    words = re.sub(r"[\d()\[\]*^]", "", text).split()
    if text.endswith(".") and not _STOPPED.search(text):
        return False
    named = bool(words) and (words[0].endswith(".") or not is_heading_word(words[0]))
    return named and not (len(words) == 1 and len(words[0]) < 3) and not is_secrecy(text)


def is_secrecy(text: str) -> bool:
    """Whether a line has no other words than those of classifications: `COSMIC TOP SECRET`, `STRENG GEHEIM`."""
    words = _WORDS.findall(text.casefold())
    return bool(words) and _SECRECY.issuperset(words)


def is_office(text: str) -> bool:
    """Whether a line may be the office of a person who signs: `Ambassador of the USSR to Cuba`."""
    return len(text) < 120 and _OFFICE.fullmatch(text) is not None


def signs(lines: Sequence[Line]) -> bool:
    """Whether the lines of a paragraph are a name, alone or with initials, office and date around it."""
    if len(lines) == 1 and not _GAP.search(lines[0].text):
        return is_signature(lines[0].text)
    if len(lines) > _LINES:
        return False
    lines = lines[:-2] if _in_two_lines(lines) else lines
    parts = [part for line in lines for part in _GAP.split(line.text)]
    others = [part for part in parts if not is_signature(part) or is_office(part)]
    return len(others) < len(parts) and all(is_office(part) or _is_date(part) for part in others)


def name_at(lines: Sequence[Line]) -> int:
    """The offset at which the name begins in the lines of a signature: below an office, or beside it."""
    named = next((line for line in lines if not is_office(line.text)), lines[0])
    gap = _GAP.search(named.text)
    beside = gap is not None and is_office(named.text[: gap.start()])
    return named.start + (gap.end() if gap and beside else 0)


def date_at(lines: Sequence[Line]) -> int:
    """The offset of the date below or beside a name, as a minute has it: `R. E. Barclay` / `12/12`; -1 if there is
    none."""
    if _in_two_lines(lines):
        return lines[-2].start
    last = lines[-1]
    start = max((gap.end() for gap in _GAP.finditer(last.text)), default=0)
    named = start or len(lines) > 1
    return last.start + start if named and len(lines) <= _LINES and _is_date(last.text[start:]) else -1


def _in_two_lines(lines: Sequence[Line]) -> bool:
    """Whether the date below a name has its place on a line of its own: `J. D. Beam` / `Warsaw,` / `May 3, 1961.`"""
    placed = 2 < len(lines) <= _LINES and lines[-2].text.endswith(",") and lines[-1].text[-1] in "0123456789."
    return placed and is_dateline(f"{lines[-2].text} {lines[-1].text}")


def is_dated(lines: Sequence[Line]) -> bool:
    """Whether lines are a name, perhaps with initials or office, and the date below it or beside it."""
    return date_at(lines) >= 0 and signs(lines)


def _is_date(text: str) -> bool:
    return bool(DATE.fullmatch(text.rstrip(".")) or _NUMERALS.fullmatch(text)) or is_dateline(text)


def is_afterword(text: str) -> bool:
    """Whether a piece below a signature is no part of it: copies, enclosures, clearances, a postscript."""
    return _AFTERWORD.match(text) is not None
