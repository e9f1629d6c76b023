"""What stands above the salutation of a letter typed in an office: letterhead, marks, addressee.

    10 DOWNING STREET                                        the house
    EMBASSY OF THE / UNITED STATES OF AMERICA
    THE SECRETARY OF STATE / WASHINGTON                      an office and its seat
    OFFICIAL–INFORMAL                                        how it is sent
    From the Private Secretary        14 June 1982           the date, far from what stands beside it
    January 4, 1963                   TOP SECRET
    The Honorable / Dean Acheson / Washington, D.C.          the address, lines above the salutation

None of them is ever a title.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.model import Span
from pipeline.segment import forms, shapes
from pipeline.segment.lines import Line
from pipeline.segment.signing import is_office, is_secrecy

_HOUSE = re.compile(
    r"""(?!.*\b(?:briefings?|bulletin|conferences?|conversations?|documents?|files?|history|letters?|meetings?|memorand(?:um|a)
        |minutes|notes?|papers?|policy|proposals?|records?|reports?|statements?|talks?|telegrams?|transcripts?|visits?)\b)
    (?:the\s+)?(?:
      (?:no\.?\s)?1[01],?\s+downing\s+street|(?:the\s)?white\s+house|(?:the\s)?kremlin|[\w'’]+\s+(?:palace|castle)
      |(?:foreign|foreign\s(?:and|&)\scommonwealth|commonwealth(?:\srelations)?|colonial|dominions|india|war|home|cabinet
        |scottish|northern\sireland|private|prime\sminister['’]?s)\s+office
      |(?:h\.?m\.?\s+)?(?:admiralty|treasury)|house\s+of\s+(?:commons|lords|representatives)|united\sstates\ssenate
      |quai\s+d['’]orsay|auswärtiges\s+amt|bundeskanzleramt|bundesministerium|h[oô]tel\s+matignon|palais\s+de\s+l['’][eé]lys[eé]e
      |(?:[\w.'’]+\s+){0,3}(?:embassy|legation|consulate(?:[\s-]general)?|high\s+commission|chancery
        |(?:permanent\s+)?(?:mission|delegation)|ambassade|botschaft|ambasciata|embajada)
        (?:\s+(?:of|to|de|des|der|du|d['’]|della|del)\b(?:\s+[\w.'’&-]+){1,7})?
      |(?:(?:royal|federal|imperial|state|people['’]s)\s+)?(?:ministry|minist[eè]re|ministero|ministerio|department|office|government)
        \s+(?:of|for|des?|du|degli|dell['’])\s*(?:(?:the|and|&|of|for)\s+)?[\w.'’&-]+(?:(?:\s+|,\s)[\w.'’&-]+){0,5}
    )(?:[,\s]+(?:[A-Z][\w.'’-]*|of|the)){0,4}\.?""",
    re.VERBOSE | re.IGNORECASE,
)
"""A house by its words, with its town; a line that names a document too is a title."""
_SENT = frozenset(
    """informal unofficial semi demi immediate urgent priority routine flash by hand bag safe courier air mail special
    messenger telegraphic guard and copy translation""".split()  # noqa: SIM905
)
"""Words that say how a letter is sent; with those of classifications: `Personal and Confidential`, `By Bag`."""
_WORDS = re.compile(r"[^\W\d_]+")
_GAP = re.compile(r"\s{3,}")
_LONGEST = 110
_LINES = 8
"""An address has fewer lines."""
_CLOSING_LINES = 4
"""Office, street, town and date below a text are not more lines."""
_ADDRESS = re.compile(r"(?:(?:[A-ZÀ-Þ\d(][\w.'’&/()-]*|of|the|and|for|to|de|von|van|der|la),?(?:\s+|\Z))+")


def is_letterhead(texts: Sequence[str]) -> bool:
    """Whether short lines name the house, or the office and its seat, from which a letter or paper comes."""
    words = " ".join(texts)
    if len(words) > _LONGEST or forms.is_title(words) or forms.field(words):
        return False
    if _HOUSE.fullmatch(words):
        return True
    *offices, seat = texts
    seated = bool(offices) and shapes.is_seat(seat.title())
    return seated and all(is_office(line) or _HOUSE.fullmatch(line) is not None for line in offices)


def is_mark(text: str) -> bool:
    """Whether a line says no more than how a letter is sent: `OFFICIAL–INFORMAL`, `By Bag`, `PRIVATE AND PERSONAL`."""
    words = [word.casefold() for word in _WORDS.findall(text)] if len(text) < _LONGEST else []
    return bool(words) and all(word in _SENT or is_secrecy(word) for word in words)


def letterhead_date(lines: Sequence[Line]) -> Span | None:
    """The date that a letterhead or mark has as its last line, or far beside it."""
    *house, last = lines
    if house and is_letterhead([line.text for line in house]) and forms.is_dateline(last.text):
        return last.span
    return dated_beside(lines)


def closing_date(lines: Sequence[Line]) -> int:
    """Where the dateline begins that closes a text, below the office or the address: `Foreign Office, S.W.1,` / `6th
    February, 1957.`; -1 if the lines are no dateline."""
    if len(lines) > _CLOSING_LINES or len(lines[-1].text) > _LONGEST:
        return -1
    texts = [line.text for line in lines]
    house = next((at for at in range(1, len(lines)) if texts[at - 1][-1] in ",." and _is_house(texts[:at])), 0)
    starts = (at for at in (house, *range(len(lines))) if forms.is_dateline(" ".join(texts[at:])))
    at = next((at for at in starts if all(map(_ADDRESS.fullmatch, texts[:at]))), -1)
    return lines[at].start if at >= 0 else -1


def _is_house(texts: Sequence[str]) -> bool:
    """Whether lines that the next goes on with name a house: `Embassy of the` / `United States of America,`."""
    return is_letterhead([" ".join(texts).rstrip(",")])


def dated_beside(lines: Sequence[Line]) -> Span | None:
    """The date in the one line that has a mark or office far before it, or a mark far behind: `SECRET      January 4,
    1963`, `January 4, 1963      TOP SECRET`."""
    line = lines[0]
    if len(lines) > 1 or not (gap := _GAP.search(line.text)):
        return None
    if beside := date_beside(line):
        return Span(line.start + beside, line.end)
    marked = is_mark(line.text[gap.end() :]) and forms.is_dateline(line.text[: gap.start()])
    return Span(line.start, line.start + gap.start()) if marked else None


def date_beside(line: Line) -> int:
    """Where in a line the date begins that stands far from a mark or office: `From the Private Secretary      14 June
    1982`; 0 if none does. Beside a place it is part of the dateline."""
    gap = _GAP.search(line.text)
    if gap is None or not forms.is_dateline(line.text[gap.end() :]):
        return 0
    beside = line.text[: gap.start()]
    named = is_mark(beside) or is_office(beside) or beside.startswith(("From ", "FROM ")) or is_letterhead([beside])
    return gap.end() if named else 0


def is_addressed(texts: Sequence[str]) -> bool:
    """Whether lines right above a salutation are the address: a name, perhaps with office, house, street and town."""
    return 1 < len(texts) < _LINES and all(
        len(text) < 70 and _ADDRESS.fullmatch(text) and (text[-1] not in ".:?" or forms.is_abbreviated(text))
        for text in texts
    )
