"""The head of a published document: what stands above its title, and the title.

[Page 12]                          pb
No. 412                            head type="number"
891.105A/1–2748: Telegram          head type="fileNumber"
[Telegram.]                        head type="above"
The Minister in China (Johnson) to the Secretary of State     head
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from pipeline.grammar import titles
from pipeline.model import Block
from pipeline.segment import letters, shapes
from pipeline.segment.lines import Line
from pipeline.segment.pages import PageMarks, is_only_marks

_NUMBERED = re.compile(r"^(?P<number>\d+[a-z]?)\.\s+(?=[A-Z“\"\[])")
_NUMBER_LINE = re.compile(r"^(?:No|Doc(?:ument)?)\.?\s*\d+[a-z]?\.?$")
_NUMBER = re.compile(r"\d+[a-z]?")
_FILE_NUMBER = re.compile(
    r"""\[?(?:File\ No\.\ )?\d{3}[\w.]*(?:[ ][A-Z][\w.() ]{0,30})?/\d[\w.]*(?:[–-][\w–-]+)?(?:\s?:\s*[\w ]+)?\]?
    |File\ No\..{2,60}
    |(?:[A-Z][A-Za-z.]+\ ){1,4}\d{3}\.\w+/\d[\w–-]*
    |\[?[A-Z]{1,6}[–-]\d{1,4}[A-Z]?\+?(?:\ and\ [A-Z]{1,6}[–-]\d{1,4}[A-Z]?\+?)?\]?
    |(?:Lot|S/[SP]).{0,40}\d.{0,60}""",
    re.VERBOSE,
)
"""`891.105A/1–2748: Telegram`, `501.BC Kashmir/3–2348`, `File No. 763.72/1093`, `Lot 60 D 627, CF 168`;
`Paris Peace Conf. 180.03101/42`, `BC–35`, `[BC–4 and BC–4A]`."""
_SERIES = re.compile(
    r"\[?(?:(?:United States |U\.S\. )?(?:Treaty|Executive Agreement|Treaties and Other International Acts)"
    r" Series,?(?: No\.)?|T\.?I\.?A\.?S\.?(?: No\.)?|E\.?A\.?S\.?(?: No\.)?) \d[\d.–-]*\]?"
)
"""Where a treaty was first printed: `[Treaty Series No. 965]`, `TIAS 1501`."""
_FORM = re.compile(
    r"\[?(?:Circular|Telegram|Airgram|Instruction|Despatch)(?: (?:telegram|airgram|instruction|despatch))?\]?", re.I
)
"""How a message was sent, without a stop: `Circular telegram`."""
_COLLECTION = re.compile(
    r"[A-Z](?:[^.?!]|(?<=\b[A-Z])\.){0,80}\b"
    r"(?:[Ff]iles?|[Pp]apers|Library|[Ll]ot|Archives|Records|Collection|[Ss]eries)\b[^?!]{0,60}"
)
"""`Roosevelt Papers: Telegram`, `CFM Files, Lot M–88, Box 152`, `J.C.S. Files`, `SWNCC 228 Series`."""
_TITLE = re.compile(
    r"(?:The|Memorand(?:um|a)|Paper|Report|Minutes|Record|Draft|Aide[- ]M[ée]moire|Notes?|Agreed|Proposal|Statement"
    r"|Letter|Telegram|Editorial|Address|Message|Resolution|Summary|Extract|Annex|Agreement|Conversation|Study|Policy"
    r"|Position|United States|President|Prime Minister|Mr\.|Circular|Department)\b.{8,}"
)
_GENRE = re.compile(
    r"\b(?:Minutes|Notes|Memorandum|Paper|Report|Record|Log|Statement|Draft|Communiqué|Message|Meeting|Session|Conversation"
    r"|Declaration|Protocol|Treaty|Convention)\b"
)
_WORDS = 8
"""A sentence has so many words or more."""
_LONGEST = 600
"""A title has fewer characters."""


@dataclass(frozen=True)
class Head:
    """Blocks, number and words of a document's head: the lines above the title, the title; `stop` is the first line
    below them."""

    blocks: list[Block]
    number: str
    above: str
    title: str
    stop: int

    @cached_property
    def is_talk(self) -> bool:
        """Whether the title is that of a record of a talk or meeting."""
        title = shapes.unmarked(self.title)
        return titles.classify(title[titles.split_number(title)[1] :]).genre == "talk"


def head(lines: Sequence[Line], pages: PageMarks) -> Head:
    """The head with which some lines begin."""
    blocks: list[Block] = []
    number, above, title, at = "", "", "", 0
    while at < len(lines) and is_only_marks(lines[at].text):
        blocks += pages.blocks(lines[at].span)
        at += 1
    while at + 1 < len(lines) and (kind := above_title(lines[at].text, [line.text for line in lines[at + 1 : at + 3]])):
        blocks.append(Block("head", lines[at].span, (("type", kind),)))
        if kind == "number" and (found := _NUMBER.search(lines[at].text)):
            number = found.group()
        above += lines[at].text + "\n"
        at += 1
    if at < len(lines) and len(lines[at].text) < _LONGEST and not is_sentence(lines[at].text):
        match = _NUMBERED.match(lines[at].text)
        number = match["number"] if match else number
        title = lines[at].text
        blocks.append(Block("head", lines[at].span))
        at += 1
    return Head(blocks, number, above, title, at)


def above_title(text: str, following: Sequence[str]) -> str:
    """What a line above the title is; the name of a collection must have something like a title after it, or the number
    of the document above that."""
    after = next((shapes.unmarked(line) for line in following if not _NUMBER_LINE.match(line)), "")
    if _NUMBER_LINE.match(text):
        return "number"
    if len(text) >= shapes.SHORT or _NUMBERED.match(text):
        return ""
    form = letters.is_opening(text) or _FORM.fullmatch(text)
    if _SERIES.fullmatch(text) or (form and letters.is_exchange(after)):
        return "above"
    titled = _NUMBER_LINE.match(following[0]) or is_titled(after) or letters.is_exchange(after)
    collection = _COLLECTION.fullmatch(text) and not _TITLE.match(text) and titled
    return "fileNumber" if collection or _FILE_NUMBER.fullmatch(shapes.unmarked(text)) else ""


def is_sentence(text: str) -> bool:
    """Whether a first line without a number is a sentence, and no title: `The Embassy presents its compliments …`."""
    return text.endswith(".") and not _NUMBERED.match(text) and len(text.split()) >= _WORDS and shapes.has_verb(text)


def is_titled(text: str) -> bool:
    """Whether a line has a word with which titles begin, or one for a kind of document."""
    return _TITLE.match(text) is not None or _GENRE.search(text) is not None
