"""How a published letter or paper closes: complimentary close, signature, date, addressee, postscript.

I have the honor to be, sir, …   closer/salute
EDWARD ASHBY.                    closer/signed, of a treaty: [SEAL] Edward Ashby
Washington, September 11, 1951.  closer/dateline
Hon. Josiah Thorne, …            closer/address
P.S. The bark has sailed.        postscript
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from pipeline.grammar.offices import OFFICE_WORD
from pipeline.model import Block, Span
from pipeline.readers.published.prose import simple
from pipeline.readers.published.short_lists import short_list
from pipeline.readers.published.tables import is_tabular
from pipeline.segment import letters, shapes
from pipeline.segment.flow import enclosing
from pipeline.segment.lines import Line
from pipeline.segment.lists import is_bullet
from pipeline.segment.pages import PageMarks, is_only_marks
from pipeline.segment.quoting import closes_quotation

_SIGNATURE = 90
"""No line of a signature is longer than this many characters."""
_LAST = 6
"""A complimentary close is among so many last lines."""
_ENCLOSURES = 16
"""Lists of enclosures, copies and clearances have fewer lines."""
_BELOW_CLOSE = 100
"""No line below a complimentary close has so many characters."""
_WIRE = re.compile(r"\b(?:Tele|Air)gram\b")
_RANK = re.compile(
    r"(?:(?:Acting|Deputy|Assistant|Associate|Executive|Special|Under|Vice|Rear|Major|Lieutenant|Brigadier) ){0,2}"
    rf"(?:{OFFICE_WORD}|Colonel|Captain|Commander|Commodore|Major|Lieutenant|Brigadier|Admiral)(?= of |, |\Z)"
)
"""With what a line below a name begins that says rank or office: `Colonel, GS`, `King of Morocco`."""
_SEAL = re.compile(r"[\[(]\s?(?:seal|l\.\s?s)\.?\s?[\])]", re.IGNORECASE)
_WORDS = re.compile(r"[^\s,;]+(?:,?[ ][^\s,;]+)*")
"""Words that single blanks part."""
_ENDS = (".", "?", "!", "”", '"', "]", ")")


def is_wire(head: str, lines: Sequence[Line]) -> bool:
    """Whether head or opening say that this is a telegram: `[Telegram.]`."""
    opening = [line.text for line in lines[:3] if letters.is_opening(line.text)]
    return any(map(_WIRE.search, [head, *opening]))


def closer_at(lines: Sequence[Line], *, wired: bool, certain: bool) -> int:
    """The index at which the closer begins: complimentary close and signature, or a signature or date alone; the number
    of lines if there is none.

    A signature stands in the last line (or several lines, the name first); a date and a postscript may follow. `wired`:
    these are the lines of a telegram. `certain`: a name in the last line is a signature, whatever stands above it.
    """
    end = len(lines)
    while end > 0 and is_only_marks(lines[end - 1].text):
        end -= 1
    whole = end
    end = _postscript_at(lines, end)
    for at in range(max(_own_from(lines, end), end - _LAST), end):
        if shapes.is_close(lines[at].text) and all(len(line.text) < _BELOW_CLOSE for line in lines[at + 1 : end]):
            return at
    if end == whole and _ends_with_copies(lines[max(1, end - _ENCLOSURES) : end]):
        return len(lines)
    dated = _date_at(lines, end)
    first = _signature_at(lines[:dated], wired) if dated > 1 else dated
    if first == dated:
        return first if dated < end and _is_ended(lines[first - 1]) else len(lines)
    if is_bullet(lines[first]):
        return len(lines)
    signed = _is_ended(lines[first - 1]) or wired or (certain and end == len(lines))
    return first if signed else len(lines)


def _own_from(lines: Sequence[Line], end: int) -> int:
    """From which line on a close may be the document's: not above the last line that ends a quotation, nor above a
    numbered paragraph; the lines end at `end`."""
    last = range(end - 1, max(0, end - _LAST), -1)
    own = (at for at in last if closes_quotation(lines[at].text) or shapes.is_counted(lines[at].text))
    return next(own, 0)


def _ends_with_copies(lines: Sequence[Line]) -> bool:
    """Whether some lines end with those who have copies: nothing but names stands below the label."""
    below = itertools.takewhile(lambda line: len(line.text) < _SIGNATURE and not _is_ended(line), reversed(lines))
    return any(shapes.is_copies(line.text) for line in below)


def _is_ended(line: Line) -> bool:
    return closes_quotation(line.text) or line.text.rstrip("0123456789* ").endswith(_ENDS)


def _date_at(lines: Sequence[Line], end: int) -> int:
    """The line at which place and date below a text begin, with the office above them; `end` if there are none."""
    at = end
    while at > 1 and shapes.is_dateline(lines[at - 1].text):
        at -= 1
    return at - 1 if 1 < at < end and letters.is_office_line(lines[at - 1].text) else at


def _postscript_at(lines: Sequence[Line], end: int) -> int:
    """The line after a signature at which a postscript begins, which may be long, or a short list of enclosures; `end`
    if there is none."""
    options = _options_at(lines, end)
    if options < end:
        return options
    for at in range(2, end):
        text = lines[at].text
        if not (text.startswith("P") or end - at < _ENCLOSURES) or not shapes.is_postscript(text):
            continue
        if shapes.is_name(lines[at - 1].text) or shapes.is_close(lines[at - 2].text) or _is_office(lines[:at]):
            return at
    return end


def _options_at(lines: Sequence[Line], end: int) -> int:
    """The line below a signature at which the answers begin that a paper offers (`Approve`, `Disapprove`), perhaps with
    a sentence above them; `end` if there are none."""
    at = end
    while at > 0 and shapes.is_option(lines[at - 1].text):
        at -= 1
    if end - at < 2:
        return end
    signed = (below for below in (at, at - 1) if below > 1 and _is_ended(lines[below - 2]))
    return next((below for below in signed if shapes.is_name(lines[below - 1].text)), end)


def _is_office(lines: Sequence[Line]) -> bool:
    """Whether the last of some lines is rank or office of the name in the line above it: `David W. Gray` / `Major
    General, USA`."""
    if len(lines) < 3 or not _RANK.match(lines[-1].text) or not shapes.is_heading(lines[-1].text):
        return False
    name = lines[-2].text
    return shapes.is_name(name) and len(name.split()) > 1 and not _RANK.match(name) and _is_ended(lines[-3])


def _signature_at(lines: Sequence[Line], wired: bool) -> int:
    """The first of the lines of a signature that ends with the last line; the number of lines if there is none. The
    name at the end of a telegram may have a stop: `Hay.`"""
    first = len(lines)
    while first > 1 and _is_sealed(lines[first - 1].text):
        first -= 1
    if first < len(lines):
        return first
    if _is_office(lines):
        return len(lines) - 2
    first = len(lines) - 1
    while first > 1 and not lines[first].blanks and len(lines[first].text) < _SIGNATURE:
        first -= 1
    if is_tabular(lines[first:]):
        return len(lines)
    block = [line.text for line in lines[first:]]
    whole = len(block) > 1 and all(len(text) < _SIGNATURE for text in block)
    if whole and shapes.is_name(block[0]) and all(map(shapes.is_heading, block)):
        return first
    name = block[-1].removesuffix(".") if wired else block[-1]
    return len(lines) - 1 if shapes.is_name(name) else len(lines)


def _is_sealed(text: str) -> bool:
    """Whether a line has names with their seals and nothing else: `John Hay [SEAL]`, `[L. S.] Pauncefote`."""
    names = [text[slice(*found)].replace(",", "") for found in _beside_seals(text)]
    return bool(names) and all(map(shapes.is_name, names))


def _beside_seals(text: str) -> list[tuple[int, int]]:
    """Where the words beside the seals of a line stand; nothing if it has no seal."""
    seals = [found.span() for found in _SEAL.finditer(text)]
    if not seals:
        return []
    starts, ends = [0, *(end for _, end in seals)], [*(start for start, _ in seals), len(text)]
    return [found.span() for part in zip(starts, ends, strict=True) for found in _WORDS.finditer(text, *part)]


def closer(lines: Sequence[Line], pages: PageMarks) -> list[Block]:
    """The closer of some lines and the postscript below it, with page marks between."""
    under = next((i for i in range(1, len(lines)) if _is_under(lines[i : i + 2])), len(lines))
    stop = next((i for i in range(under, 0, -1) if not is_only_marks(lines[i - 1].text)), 0)
    blocks: list[Block] = []
    if stop:
        children = tuple(_signed(lines[:stop], pages))
        blocks.append(Block("closer", Span(lines[0].start, lines[stop - 1].end), (), children))
    rest = next((i for i in range(stop, len(lines)) if not is_only_marks(lines[i].text)), len(lines))
    blocks += [pb for line in lines[stop:rest] for pb in pages.blocks(line.span)]
    if rest < len(lines):
        content = tuple(_below(lines[rest:], pages))
        blocks.append(Block("postscript", enclosing(content), (), content))
    return blocks


def _is_under(lines: Sequence[Line]) -> bool:
    """Whether the first of two lines stands below a signature: a postscript, or an answer that the paper offers, or the
    sentence above that."""
    text = lines[0].text
    offers = len(lines) > 1 and shapes.is_option(lines[1].text) and not shapes.is_name(text)
    return shapes.is_postscript(text) or shapes.is_option(text) or offers


def _below(lines: Sequence[Line], pages: PageMarks) -> Iterator[Block]:
    """What stands below a signature: short lists, and paragraphs."""
    at = 0
    while at < len(lines):
        made, after = short_list(lines, at) or (
            simple(lines[at : at + 1], pages, headings=False),
            at + 1,
        )
        yield from made
        at = after


def _kind(text: str) -> str:
    """What a line of the closer is."""
    if shapes.is_close(text):
        return "salute"
    return "dateline" if shapes.is_dateline(text) else "signed"


def _signed(lines: Sequence[Line], pages: PageMarks) -> Iterator[Block]:
    """Complimentary close, signature, date and, below them, the addressee."""
    address = next((i for i, line in enumerate(lines) if i and letters.is_addressee(line.text)), len(lines))
    for line, below in zip(lines[:address], [*lines[1:], None], strict=False):
        office = below and letters.is_office_line(line.text) and shapes.is_dateline(below.text)
        if is_only_marks(line.text):
            yield from pages.blocks(line.span)
        elif _SEAL.search(line.text):
            names = _beside_seals(line.text)
            yield from (Block("signed", Span(line.start + start, line.start + end)) for start, end in names)
        elif not office:
            yield Block(_kind(line.text), line.span)
    if address < len(lines):
        to = tuple(Block("addrLine", line.span) for line in lines[address:])
        yield Block("address", enclosing(to), (), to)
