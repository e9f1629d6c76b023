"""What stands between the words of a dialogue and is said by nobody.

[Laughter]                                  a direction: `stage`, within a turn
Prime Minister (continued)                  the head of a page: `fw`
[Here follows discussion of …]              what the editors say: ends a turn
The meeting adjourned at 6 p.m.             what the clerk says: ends a turn
Mr. Thorn recalled the proposals.           what a record tells between words that it prints: ends a turn
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipeline.model import Block, Claim, Span
from pipeline.segment.dialogue import clerk
from pipeline.segment.dialogue.paragraphs import lines
from pipeline.segment.dialogue.printed import TITLES

_NO_SPEECH = re.compile(
    r"[\[(]?(?:Here follow|Omitted here|matter omitted|Pause)|\(.*\)$|_?\[.*\]_?$|ENDS?\b|00|[*_\-—–.\s]+$"
    r"|Note:\s|Cit(?:e\sas|ation):?\s",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    rf"(?:The\s)?(?:{TITLES})\.?\s(?:[A-Z][\w’'-]*\s){{1,4}}(?:then\s|also\s|again\s)?(?:said|asked|replied|answered|stated"
    r"|recalled|thought|added|agreed|explained|remarked|observed|suggested|pointed\sout|noted|thanked|wondered|hoped|felt"
    r"|expressed|emphasi[sz]ed|stressed|proposed|considered|believed|urged|declared|insisted|commented|mentioned)\b"
)
"""How a paragraph of reported speech begins: `President Mitterrand said that …`"""
_STAGE_WORDS = (
    r"laugh\w*|applause|interruption|interjec\w+|interrupt\w*|pause\w*|cheers|inaudible|unintelligible|"
    r"crosstalk|cross talk|hear,? hear|order|prolonged|loud|general laughter|off[ -]the[ -]record|recess|"
    r"silence|music|telephone|phone|not clear|garbled|discussion off|whispers?|sighs?|coughs?|smil\w*|nods?|"
    r"shakes?|reads?|reading|hands|gives|leaves|enters|exits?|rises|withdraws|joins|arrives|turning|turns|"
    r"aside(?=[\])])|on another line|\d+[ -](?:second|minute)s? (?:gap|pause|silence)|noises?|whereupon|"
    r"scratching noises?|door (?:opens|opening|closes|closing|slams)|"
    r"witness (?:excused|sworn|withdr[ae]w|resume[ds]|leaves)|points|pointing|"
    r"looks|looking|speaking|in english|in russian|through interpreter|simultaneous|"
    r"continues|resumes|hon\.? members?|honourable members?|members|displaced|chuckl\w*|discussed|discusses|"
    r"unclear|hangs?|picks|mixed voices|beifall|heiterkeit|zurufe?|lachen|unruhe|widerspruch|glocke|"
    r"sehr (?:richtig|gut|wahr)|applaudissements|rires|sourires|exclamations|mouvements?|protestations|très bien"
)
_STAGE = re.compile(
    rf"[\[(]\s?(?:(?:The\s|Mr\.?\s\w+\s|The\sPresident\s|[A-Z]\w+\s)?(?:{_STAGE_WORDS})\b[^\[\]()]{{0,160}}"
    r"|(?:he|she|they)\s(?:left|rejoined|re-?entered|withdrew)\b[^\[\]()]{0,80}|translated"
    r"|(?:aside\s)?to\s(?:the\s)?(?-i:[A-Z][\w’'-]*\.?(?:\s[A-Z][\w’'-]*\.?){0,3}))[\])]",
    re.IGNORECASE,
)
"""Directions: `[Laughter]`, `(The President leaves the room.)`, `(to Haig)`."""
_PROCEEDINGS = re.compile(r"[\[(]\s?(?:whereupon|witness)\b", re.IGNORECASE)
"""Directions after which somebody else speaks or nobody: `[Witness excused.]`"""
_CONTINUED = re.compile(r"[A-Z][\w .]{1,40}?\s*\(\s*(?:continued|cont['’]?d\.?|continuing)\s*\)\s*[:.]?", re.IGNORECASE)


def ends_turn(words: str) -> bool:
    """Whether the words of a paragraph (single blanks between them) are said by nobody in a dialogue."""
    if _STAGE.fullmatch(words):
        return _PROCEEDINGS.match(words) is not None
    heading = words.isupper() and len(words) < 80
    return heading or _NO_SPEECH.match(words) is not None or clerk.writes(words)


def reports(words: str) -> bool:
    """Whether a paragraph tells what somebody said."""
    return _REPORTED.match(words) is not None


def stages(text: str, root: Block) -> Iterator[Claim]:
    """Laughter and directions in brackets within the turns."""
    turns = (block for block in root.walk() if block.kind == "sp")
    for part in (part for turn in turns for part in turn.children if part.kind == "p"):
        words = " ".join(text[part.span.start : part.span.end].split())
        if clerk.notes(words):
            yield Claim(part.span, "stage", "dialogue/stage")
            continue
        for match in _STAGE.finditer(text, part.span.start, part.span.end):
            yield Claim(Span(*match.span()), "stage", "dialogue/stage")


def continued(text: str, blocks: Iterable[Block]) -> Iterator[Claim]:
    """`Prime Minister (continued)` at the head of a page: no new turn, and no words of his."""
    for span in (block.span for block in blocks):
        for _, at, _ in lines(text, span):
            if match := _CONTINUED.match(text, at, span.end):
                yield Claim(Span(*match.span()), "fw", "dialogue/continued", attrs=(("type", "header"),))
