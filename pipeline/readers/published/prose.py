"""The prose of a published document: a paragraph a line, numbered and bulleted lists, headings, tables.

1.                          numbers on lines of their own: list type="ordered"
the problem                 a heading in small capitals, which web pages give as small letters
Coal 12                     rows of a table (`tables`)
Tab A—Draft letter          entries of a list (`short_lists`)
SECRET                      p rend="classification"
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from pipeline.model import Attrs, Block, Claim, Span
from pipeline.readers.published.items import items
from pipeline.readers.published.short_lists import short_list
from pipeline.readers.published.tables import is_tabular, table
from pipeline.segment import shapes
from pipeline.segment.classifications import is_classification as is_marking
from pipeline.segment.lines import Line
from pipeline.segment.lists import Numbered, bulleted, is_bullet
from pipeline.segment.pages import PageMarks, is_only_marks
from pipeline.segment.quoting import bounds_quotation, quoted_closers

Made = tuple[list[Block], int]
"""Blocks, and the index after the lines of which they are made."""

_PRECEDENCE = re.compile(
    r"(?:(?:(?:us|double) urgent|urgent|priority|niact|(?:operational |op )?immediate|flash|routine|rush|plain|personal"
    r"|sensitive|nodis|exdis|limdis|stadis|eyes only)(?:[ ,;—–/-]+|(?=\.?$)))+",
    re.IGNORECASE,
)
"""How quickly and to whom a telegram goes, alone or before a classification: `NIACT`, `Priority—Nodis`."""
_ADDRESSED = re.compile(r"(?i:eyes only|personal) (?i:for|from) (?:the )?[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,4}")
"""`EYES ONLY FOR HILSMAN`, `Personal for Ambassador Lodge`"""
_WIRE_LINE = re.compile(r"(?:FM|TO|INFO|[OPRZ](?: [OPRZ])*)\s+(?:[A-Z]{2,}|\d{6}Z)\b")
_HEADING: Attrs = (("rend", "heading"),)


def is_classification(text: str) -> bool:
    """A line that says who may read the document: `TOP SECRET`, `Priority—Nodis`."""
    first = _PRECEDENCE.match(text)
    rest = text[first.end() :] if first else text
    return rest in ("", ".") or is_marking(rest) or _ADDRESSED.fullmatch(text) is not None


def simple(lines: Sequence[Line], pages: PageMarks, *, headings: bool = True) -> list[Block]:
    """Each line a paragraph, a heading (below a signature there are none), or page marks; what goes on in small letters
    is no heading."""
    blocks: list[Block] = []
    for at, line in enumerate(lines):
        if is_only_marks(line.text):
            blocks += pages.blocks(line.span)
        elif is_classification(line.text):
            blocks.append(Block("p", line.span, (("rend", "classification"),)))
        else:
            heads = headings and _is_heading(line.text) and not _goes_on(lines[at + 1 :])
            blocks.append(Block("p", line.span, _HEADING if heads else ()))
    return blocks


def _is_heading(text: str) -> bool:
    """Whether a line is a heading by its looks, and neither an answer that the paper offers nor where a quotation
    begins or ends."""
    return shapes.is_heading(text) and not (shapes.is_option(text) or bounds_quotation(text))


def _goes_on(lines: Sequence[Line]) -> bool:
    """Whether the first text of some lines begins in small letters."""
    return next((line.text for line in lines if not is_only_marks(line.text)), "")[:1].islower()


class Prose:
    """Makes blocks of the prose among some lines; `claims` are the line ends that it keeps."""

    def __init__(self, lines: Sequence[Line], pages: PageMarks) -> None:
        self._lines = lines
        self._pages = pages
        self._items = items(lines)
        self._numbered = Numbered(lines, partial(simple, pages=pages))
        self._quoted = dict(_closers(lines))
        self.claims: list[Claim] = []

    def numbered(self, at: int) -> bool:
        """Whether a numbered list begins at a line."""
        return self._numbered.starts(at)

    def piece(self, at: int, front: bool) -> Made:
        """The list, heading, table or paragraph that begins at a line; `front`: a dateline may still come."""
        lines = self._lines
        if self.numbered(at):
            made, after = self._numbered.parse(at)
            return [made], after
        if is_bullet(lines[at]):
            made, after = bulleted(lines, at, (("type", "bulleted"),))
            return [made], after
        if rend := self._quoted.get(at):
            return [Block("p", lines[at].span, (("rend", rend),))], at + 1
        if at in self._items or _is_small_heading(lines, at):
            return [Block("p", lines[at].span, _HEADING)], at + 1
        if made_list := short_list(lines, at):
            return made_list
        stop = at + 1
        while stop < len(lines) and not lines[stop].blanks and self._is_plain(stop):
            stop += 1
        dated = front and any(shapes.is_dateline(line.text) for line in lines[at + 1 : stop])
        if stop - at > 1 and not dated and self._is_plain(at):
            return [self._several(lines[at:stop])], stop
        return simple(lines[at : at + 1], self._pages), at + 1

    def _is_plain(self, at: int) -> bool:
        apart = at in self._quoted or is_bullet(self._lines[at]) or is_only_marks(self._lines[at].text)
        return not apart and not self.numbered(at)

    def _several(self, lines: Sequence[Line]) -> Block:
        """Lines without blank lines between them: a table, or a block of lines."""
        if is_tabular(lines) and not any(_is_apart(line.text) for line in lines):
            made, claims = table(lines)
            self.claims += claims
            return made
        span = Span(lines[0].start, lines[-1].end)
        self.claims += _kept_ends(lines)
        classified = all(is_classification(line.text) for line in lines)
        return Block("p", span, (("rend", "classification" if classified else "lines"),))


def _is_apart(text: str) -> bool:
    """Whether a line that ends in figures is no row: a date, a classification or a wire's address."""
    return shapes.is_dateline(text) or is_classification(text) or _WIRE_LINE.match(text) is not None


def _kept_ends(lines: Sequence[Line]) -> Iterator[Claim]:
    for line in lines[1:]:
        start = Span(line.start, line.start)
        yield Claim(start, "lb", "lines/kept", content=start)


def _closers(lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    """The lines with which quoted letters close, each with what it is."""
    texts = [line.text for line in lines]
    for closer in quoted_closers(texts, shapes.is_close):
        for at in closer:
            if at == closer.start:
                yield at, "salute"
            elif shapes.is_dateline(texts[at]):
                yield at, "dateline"
            elif shapes.is_name(texts[at]):
                yield at, "signed"


def _is_small_heading(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is a heading in small capitals, which web pages give as small letters (`the problem`): it stands
    alone, behind a finished sentence or a heading and before a new one."""
    text = shapes.unmarked(lines[at].text)
    if not 4 < len(text) < 60 or not text.islower() or not text[-1].isalpha() or is_classification(text):
        return False
    if not lines[at].blanks or at + 1 == len(lines) or not lines[at + 1].blanks:
        return False
    after, before = lines[at + 1].text, shapes.unmarked(lines[at - 1].text) if at else ""
    if after[0].islower() and not (after.islower() and after[-1].isalpha()):
        return False
    done = not before or before.endswith((".", "?", "!", "”", ")", "]"))
    return done or before.islower() or shapes.is_heading(before)
