"""What stands between the words of a dialogue and is said by nobody.

[Laughter]                                  a direction: `stage`, within a turn
Prime Minister (continued)                  the head of a page: `fw`
[Here follows discussion of …]              what the editors say: ends a turn
The meeting adjourned at 6 p.m.             what the clerk says: ends a turn
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipeline.model import Block, Claim, Span
from pipeline.segment.dialogue.paragraphs import lines

_NO_SPEECH = re.compile(
    r"[\[(]?(?:Here follow|Omitted here|matter omitted|Pause)|\(.*\)$|_?\[.*\]_?$|ENDS?\b|00|[*_\-—–.\s]+$"
    r"|(?:The\s|This\s)?(?:[\w-]+\s){0,4}(?:meeting|hearing|committee|conference|session|interview|House|conversation"
    r"|reception|talks?|audience)\s(?:adjourned|recessed|was adjourned|ended|closed|concluded|rose|lasted)"
    r"|\(?Whereupon\b"
    r"|(?:The\s(?:[\w-]+\s){0,2}(?:Council|Committee|Cabinet|Conference|Board|Group|Delegates)|It\swas)"
    r"\s(?:then\s|also\s)?(?:agreed|decided|resolved|noted|approved)\b[^.]{0,40}[-–—:]$",
    re.IGNORECASE,
)
_STAGE_WORDS = (
    r"laugh\w*|applause|interruption|interjec\w+|interrupt\w*|pause\w*|cheers|inaudible|unintelligible|"
    r"crosstalk|cross talk|hear,? hear|order|prolonged|loud|general laughter|off[ -]the[ -]record|recess|"
    r"silence|music|telephone|phone|not clear|garbled|discussion off|whispers?|sighs?|coughs?|smil\w*|nods?|"
    r"shakes?|reads?|reading|hands|gives|leaves|enters|exits?|rises|withdraws|joins|arrives|turning|turns|"
    r"points|pointing|looks|looking|speaking|in english|in russian|through interpreter|simultaneous|"
    r"continues|resumes|hon\.? members?|honourable members?|members|displaced|chuckl\w*|discussed|discusses|"
    r"unclear|hangs?|picks|mixed voices|beifall|heiterkeit|zurufe?|lachen|unruhe|widerspruch|glocke|"
    r"sehr (?:richtig|gut|wahr)|applaudissements|rires|sourires|exclamations|mouvements?|protestations|très bien"
)
_STAGE = re.compile(
    rf"[\[(]\s?(?:The\s|Mr\.?\s\w+\s|[A-Z]\w+\s)?(?:{_STAGE_WORDS})\b[^\[\]()]{{0,160}}[\])]", re.IGNORECASE
)
_CONTINUED = re.compile(r"[A-Z][\w .]{1,40}?\s*\(\s*(?:continued|cont['’]?d\.?|continuing)\s*\)\s*[:.]?", re.IGNORECASE)


def ends_turn(words: str) -> bool:
    """Whether the words of a paragraph (single blanks between them) are said by nobody in a dialogue."""
    if _STAGE.fullmatch(words):
        return False
    return _NO_SPEECH.match(words) is not None or (words.isupper() and len(words) < 80)


def stages(text: str, root: Block) -> Iterator[Claim]:
    """Laughter and directions in brackets within the turns."""
    turns = (block for block in root.walk() if block.kind == "sp")
    for part in (part for turn in turns for part in turn.children if part.kind == "p"):
        for match in _STAGE.finditer(text, part.span.start, part.span.end):
            yield Claim(Span(*match.span()), "stage", "dialogue/stage")


def continued(text: str, blocks: Iterable[Block]) -> Iterator[Claim]:
    """`Prime Minister (continued)` at the head of a page: no new turn, and no words of his."""
    for span in (block.span for block in blocks):
        for _, at, _ in lines(text, span):
            if match := _CONTINUED.match(text, at, span.end):
                yield Claim(Span(*match.span()), "fw", "dialogue/continued", attrs=(("type", "header"),))
