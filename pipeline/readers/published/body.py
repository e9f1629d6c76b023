"""The lines of a published document before its notes, made into blocks: head, and one or several divisions.

Mr. Ashby to Mr. Thorne            head
No. 214.] … EDWARD ASHBY.          div type="main": front, prose, closer
[Enclosure]                        div type="attachment": head …
Mr. Ashby to Viscount Castro         … as has a letter within that has no such heading
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.grammar.salutations import salutation
from pipeline.model import Block, Claim
from pipeline.readers.published.closer import closer, closer_at, is_wire
from pipeline.readers.published.front import Front
from pipeline.readers.published.head import head
from pipeline.readers.published.prose import Prose
from pipeline.segment import letters, shapes
from pipeline.segment.flow import enclosing
from pipeline.segment.lines import Line
from pipeline.segment.pages import PageMarks

_ENCLOSED = re.compile(
    r"(?:Text of (?:the |an? )?)?(?:[A-Z][\w’-]*\s){0,3}?(?:Memorand(?:um|a)|Letter|Telegram|Cable|Paper|Report|Notes?"
    r"|Message|Statement|Aide[- ]M[ée]moire|Minutes|Record|Despatch|Instruction|Summary|Proposal|Proclamation|Decree"
    r"|Declaration|Resolution|Agreement|Protocol|Treaty|Convention|Communiqué|Address|Speech|Remarks|List|Draft)\b"
    r".{0,60}?\b(?:[Ff]rom|[Bb]y|[Pp]repared|[Tt]o|[Oo]f|[Ff]or|[Bb]etween|[Oo]n)\b.{3}"
)
"""The title of what is attached: `Memorandum From Secretary of State Rogers to President Nixon`."""
_TITLE = 180
"""The title of what is attached has fewer characters."""
_FRONT = 60
"""The front matter has at most this many pieces."""
_PROSE = 180
"""A paragraph of this length ends the front matter."""
_OPENING = 5
"""So many lines may open a letter within."""


class Body:
    """Reads the lines; `signed_last`: the list of notes follows without a blank line, so that the last is a signature.

    `blocks` are the children of the document's div, `number` its number, `claims` the line ends that are kept.
    """

    def __init__(self, text: str, lines: Sequence[Line], pages: PageMarks, signed_last: bool) -> None:
        self._text = text
        self._lines = lines
        self._pages = pages
        self._signed_last = signed_last
        self._head = head(lines, pages)
        self.number = self._head.number
        self.claims: list[Claim] = []
        self.blocks = [*self._head.blocks, *self._divisions(self._head.stop)]

    def _divisions(self, start: int) -> list[Block]:
        """The divisions from a line on; without attachments, what would be in the only one."""
        stop = len(self._lines)
        found = {i for i in range(start, stop) if self._is_attachment(i)}
        cuts = sorted(i for i in found if i - 1 not in found)
        if not cuts:
            return self._main(start, stop)
        parts = [("main", self._main(start, cuts[0]))] if cuts[0] > start else []
        parts += [("attachment", self._attached(at, end)) for at, end in zip(cuts, [*cuts[1:], stop], strict=True)]
        return [Block("div", enclosing(part), (("type", kind),), tuple(part)) for kind, part in parts if part]

    # -- attachments ------------------------------------------------------------------
    def _is_attachment(self, at: int) -> bool:
        line = self._lines[at]
        if not line.blanks or at + 1 == len(self._lines):
            return False
        return shapes.is_attachment(line.text) or (letters.is_exchange(line.text) and self._opens_letter(at))

    def _opens_letter(self, at: int) -> bool:
        """Whether the line of an exchange is the title of a letter within: before a salutation, a dateline or
        `[Telegram.]`, with nothing but other lines of an opening between, and not itself under the heading of an
        attachment."""
        if shapes.is_attachment(self._lines[at - 1].text):
            return False
        for line in self._lines[at + 1 : at + 1 + _OPENING]:
            if salutation(line.text) or shapes.is_dateline(line.text) or letters.is_wire(line.text):
                return True
            if not (letters.is_opening(line.text) or letters.is_office_line(line.text)):
                return False
        return False

    def _attached(self, start: int, stop: int) -> list[Block]:
        """The blocks of an attachment: its heading, a second one below it, its title, and the rest."""
        lines, under = self._lines, start + 1
        if under + 1 < stop and lines[under].blanks > 0 and self._is_attachment(under):
            under += 1
        if under + 1 < stop and _is_title(lines[under].text):
            under += 1
        return [*(Block("head", line.span) for line in lines[start:under]), *self._main(under, stop)]

    # -- what every division has ----------------------------------------------------------
    def _main(self, start: int, stop: int) -> list[Block]:
        """The blocks of front, prose and closer."""
        lines = self._lines[start:stop]
        last = stop == len(self._lines)
        wired = last and is_wire(f"{self._head.above}{self._head.title}", lines)
        closing = closer_at(lines, wired=wired, certain=last and self._signed_last)
        return [*self._front_and_prose(lines[:closing]), *closer(lines[closing:], self._pages)]

    def _front_and_prose(self, lines: Sequence[Line]) -> list[Block]:
        front, prose = Front(self._text, lines, self._head.is_talk), Prose(lines, self._pages)
        blocks: list[Block] = []
        at, in_front = 0, True
        while at < len(lines):
            step = front.piece(at, blocks) if in_front else None
            if step is None:
                short = len(lines[at].text) < _PROSE and len(blocks) < _FRONT
                in_front = in_front and short and not prose.numbered(at)
                step = prose.piece(at, in_front)
            made, at = step
            blocks += made
        self.claims += prose.claims
        return blocks


def _is_title(text: str) -> bool:
    """Whether a line under the heading of an attachment is its title."""
    title = shapes.unmarked(text)
    if letters.is_exchange(title):
        return True
    return len(title) < _TITLE and _ENCLOSED.match(title) is not None and shapes.is_titular(title)
