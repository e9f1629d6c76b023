"""Which paragraph of a plain text is its title.

    262. Memorandum of Conversation           by its words
    Mr. Adams to Mr. Seward                   says who writes to whom
    MEETING OF THE COMMITTEE ON AID           in capitals, the first of a text
    The Situation in Laos / 8 June 1961       above a date line

What stands above it is a series, a number, the number of a file; what stands below belongs to the front matter.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.grammar.salutations import is_salutation
from pipeline.segment import forms, letters, shapes
from pipeline.segment.division import PROSE, Division, is_prose
from pipeline.segment.docnumbers import head_number, is_titled, numbered
from pipeline.segment.letterheads import is_letterhead, is_mark, letterhead_date
from pipeline.segment.paragraphs import Paragraph
from pipeline.segment.signing import is_office
from pipeline.segment.zones import Zone

FRONT = 60
"""The front matter has at most this many pieces."""
_FORM = 6
"""So many pieces may stand between the head of a form (`MEMORANDUM`) and the title."""
UNFINISHED = re.compile(r"\b(?:of|between|the|with|by)$", re.IGNORECASE)
"""The end of a line of a title that the next line goes on with."""
_LINKED = re.compile(r"(?:between|on an?|of an?|with|among|from|by)\s")
"""How the second line of a title goes on with the first: `MEMORANDUM` / `on a Conversation between …`."""
_NUMBERED = re.compile(r"(?:#+\s*)?\d{1,4}\\?\.\s+[A-Z]")

_NOTICE = re.compile(
    r"\b(?:circulation|copies|copy|property|secrecy|lock and key|reproduced|disclosed?|personal use|recipients?"
    r"|returned|safe custody|espionage|official secrets)\b[^.]{0,80}"
    r"\b(?:paper|document|copies|copy|government|act|laws?|limited|issued|archives?)\b"
    r"|\b(?:paper|document)\b[^.]{0,40}\b(?:property|circulated|returned|reproduced|copied|secret)\b",
    re.IGNORECASE,
)
"""How a paper is to be handled, above its title: `The circulation of this paper has been strictly limited.`"""

_HEARING = re.compile(
    r"(?:(?:joint|public|open|closed|executive|field) )*hearings?(?: before (?:the|a)\b.{0,120})?", re.IGNORECASE
)
"""What committees of the Congress print below the subject of a hearing: `HEARING` / `BEFORE THE` / `COMMITTEE ON …`."""
_INTERVIEW = re.compile(r"(?:interviewed by|interviewer)s?\b", re.IGNORECASE)
"""Who asked, below the name of the person interviewed: `AMBASSADOR JOHN ROE, JR.` / `Interviewed by: Jane Doe`."""

Placed = tuple[int, Paragraph]
"""A paragraph with its index."""


def title_at(division: Division) -> int:
    """The index of the title; -1 if none is clear."""
    texts = division.paragraphs(0, FRONT)
    if not texts:
        return -1
    (first, top), plan = texts[0], division.plan
    if plan.part and len(texts) > 1 and plan.part.fullmatch(top.text) and len(texts[1][1].text) < 3 * PROSE:
        return texts[1][0]
    if shapes.is_attachment(top.text):
        return first
    found, any_above = _by_words(division, texts)
    if found is not None:
        return found
    if _below_chrome(division, texts):
        return texts[1][0]
    if any_above and _opens(texts):
        return next((at for at, item in texts if not forms.is_file_number(item.text)), first)
    return -1 if plan.typescript or not plan.headings else _by_looks(division, texts[:6])


def _by_words(division: Division, texts: Sequence[Placed]) -> tuple[int | None, bool]:
    """The index of the first paragraph that names a kind of document or an exchange, before any field or prose; and
    whether anything but field or prose stands above."""
    any_above = below_number = False
    first = True
    above: int | None = None
    for at, item in texts:
        line = item.lines[0].text
        if (forms.is_title(item.text) or forms.is_plain_title(line)) and not forms.field(line):
            return _fuller(division, at, item), any_above
        if (below_number and is_titled(item.text)) or (first and letters.is_exchange(item.text)):
            return at, any_above
        if above is not None and (_HEARING.fullmatch(item.text) or _INTERVIEW.match(line)):
            return above, True
        if dated_line(item) and forms.is_title(line):
            return at, any_above
        if forms.field(line) or (is_prose(item) and not _is_notice(item)):
            break
        above = at if _may_name(item) else None
        first = first and not any_above and letters.is_paper_number(item.text)
        any_above = True
        below_number = not item.zones and head_number(item.lines) is not None
    return None, any_above


def _is_notice(item: Paragraph) -> bool:
    """Whether a paragraph says how the paper below is to be handled."""
    return item.span.end - item.span.start < 3 * PROSE and _NOTICE.search(item.text) is not None


def _may_name(item: Paragraph) -> bool:
    """Whether a paragraph may be what a hearing is about, or who was interviewed: short, no field, no brackets."""
    text = item.text
    dated = forms.is_dateline(text) or text.startswith("[")
    return not item.zones and 4 < len(text) <= PROSE and " " in text and not dated and numbered(text) is None


def _fuller(division: Division, at: int, item: Paragraph) -> int:
    """The index of the title, where `MEMORANDUM` is only the head of the form and `MEMORANDUM OF CONVERSATION` stands
    below office, place and classification."""
    if item.text.strip().casefold() != "memorandum":
        return at
    for under, below in division.paragraphs(at + 1, at + 1 + _FORM):
        if forms.field(below.text) or is_prose(below):
            return at
        if forms.is_plain_title(below.lines[0].text) and " " in below.text:
            return under
    return at


def _below_chrome(division: Division, texts: Sequence[Placed]) -> bool:
    """Whether a digital archive's page opens with its own words and the date, so that the title comes next."""
    if len(texts) < 3 or not forms.is_dateline(texts[0][1].text) or len(texts[1][1].text) > 2 * PROSE:
        return False
    above = [item for item in division.items[: texts[0][0]] if isinstance(item, Zone)]
    words = any(tag.type == "boilerplate" for zone in above for _, tag in zone.lines)
    return words and not forms.field(texts[1][1].lines[0].text) and not texts[1][1].text.endswith(".")


def _opens(texts: Sequence[Placed]) -> bool:
    """Whether the first paragraph is a title by its place: numbered, or marked as heading, or above a date line."""
    items = [item for _, item in texts]
    items = [item for item in items if not forms.is_file_number(item.text)] or items
    text = items[0].text
    if _opens_letter(items[0]):
        return False
    numbered = _NUMBERED.match(text) is not None and forms.is_heading(text[:110])
    dated = len(items) > 1 and forms.is_dateline(items[1].text) and forms.is_heading(text)
    return text.startswith("#") or numbered or dated


def _by_looks(division: Division, texts: Sequence[Placed]) -> int:
    """A title that only its look and place show: the first paragraph in capitals, or the last of the headings with
    which the text begins (the ones above it name the section); -1 if none."""
    found, dated, letter = -1, False, False
    for k, (at, item) in enumerate(texts[:-1]):
        text = item.text
        if _opens_letter(item) or names_office(division, at, item):
            letter = True
            continue
        if letter and shapes.is_seat(text.title()):
            continue
        if letter and (is_salutation(text) or text.startswith("Dear ")):
            return -1
        if forms.is_dateline(text):
            dated = True
            continue
        if k < 2 and _is_shouted(text) and not _is_shouted(texts[k + 1][1].text):
            return at
        if forms.field(item.lines[0].text):
            break
        if not dated and division.is_heading(item) and len(item.lines) < 3 and not item.zones and len(text) > 8:
            found = at
        elif not (text[0] == "[" and text[-1] == "]" and len(text) < 40) or found < 0:
            break
    return found


def _opens_letter(item: Paragraph) -> bool:
    """Whether a paragraph says from what house a letter comes, or how it is sent."""
    named = is_letterhead([line.text for line in item.lines]) or is_mark(item.text)
    return named or letterhead_date(item.lines) is not None


def names_office(division: Division, at: int, item: Paragraph) -> bool:
    """Whether a line right below a letterhead is the office within the house: `DEPARTMENT OF STATE` / `THE EXECUTIVE
    SECRETARY`."""
    above = division.items[at - 1] if at else None
    if not isinstance(above, Zone) or item.lines[0].blanks or len(item.lines) > 2:
        return False
    return above.lines[-1][1].type == "header" and is_office(item.text)


def _is_shouted(text: str) -> bool:
    """Whether a paragraph is a title in capitals, a few of them misread."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) > 24 and len(text) <= 2 * PROSE and sum(c.isupper() for c in letters) > 0.85 * len(letters)


def dated_line(item: Paragraph) -> int:
    """Which line of a title is its date line: `Telephone Conversation between …` / `May 27, 1964, 10:55 a.m.`; 0 if
    none. A title that `of` leads on to the date is one."""
    lines = item.lines[:6]
    if item.zones or len(item.lines) > 8:
        return 0
    found = (at for at, line in enumerate(lines) if at and forms.is_dateline(line.text))
    at = next(found, 0)
    return 0 if at and UNFINISHED.search(lines[at - 1].text) else at


def goes_on(text: str) -> bool:
    """Whether a line goes on with a plain title above it: `Memorandum` / `on a Conversation between …`."""
    return _LINKED.match(text) is not None
