"""How a plain text closes: complimentary close, signature, date and addressee below it.

    Accept, Excellency, …            closer/salute
    EDWARD ASHBY.                    closer/signed
    London, 3 March 1866             closer/dateline
    Hon. Josiah Thorne,              closer/address
    cc: Mr. Tyler                    postscript

`closing_at` says where the closer begins and `closer` makes its blocks; `signatures` are names elsewhere in the text.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from pipeline.grammar.names import unsigned
from pipeline.model import Block, Span
from pipeline.segment import forms, letters, shapes
from pipeline.segment.division import CENTRED, PROSE, Division
from pipeline.segment.flow import Flow, enclosing
from pipeline.segment.letterheads import closing_date
from pipeline.segment.paragraphs import Paragraph, ends_sentence
from pipeline.segment.plan import Apart, Item
from pipeline.segment.quoting import closes_quotation, quoted_closers
from pipeline.segment.signing import date_at, is_afterword, is_dated, is_office, is_signature, name_at, signs
from pipeline.segment.titling import Placed
from pipeline.segment.zones import Zone

_SENTENCE_END = re.compile(r"[.?!:\])\"”]\W*\d{0,2}\W*$")
_INITIALS_AND_NAME = re.compile(r"(?:[A-Z]\.\s?){1,3}[A-Z][\w'’-]+(?:,? Jr\.?)?")
_AFTERWORDS = 10
"""So many short pieces may follow a signature: typist's initials, copies, notes of transmission, warnings."""
_TYPIST = re.compile(r"[Nn](?:ote|OTE)\b|[A-Z]{2,4}[:/][A-Za-z\d]{1,6}$")
"""What else may follow a signature, besides copies and enclosures: a note, the typist's `HMC/21`."""
_NOTE = re.compile(r"\d{1,3}(?P<stop>\.)?\s+[A-Z]")
"""How a note begins below the signature: `1 General Freyberg, GOC 2 NZEF.`"""
_SUPPLIED = re.compile(r"[A-Z]\[[A-Za-z]")
"""Letters that the editors supply: `W[ILGRESS]`."""
_LAST = 5
"""A complimentary close is among so many last paragraphs."""
_NAMES = 4
"""So many names and offices may sign."""
_BELOW_CLOSE = 120
"""No paragraph below a complimentary close has so many characters."""


# ------------------------------------------------------------------------------------- signatures in the body


def signatures(division: Division) -> frozenset[int]:
    """Ids of paragraphs that are names below a text, though no closer begins there."""
    found = (_of_papers(division.items), _with_afterwords(division), _of_minutes(division), _of_quoted(division))
    return frozenset(itertools.chain.from_iterable(found))


def _of_papers(items: Sequence[Item]) -> Iterator[int]:
    """Ids of names alone right before the page changes, below a sentence: the signatures of papers within."""
    for before, item, after in zip(items, items[1:], [*items[2:], None], strict=False):
        below = isinstance(before, Paragraph) and _SENTENCE_END.search(before.lines[-1].text)
        last = after is None or (isinstance(after, Zone) and after.change >= 0)
        if below and last and isinstance(item, Paragraph) and _INITIALS_AND_NAME.fullmatch(item.text):
            yield id(item)


def _of_minutes(division: Division) -> Iterator[int]:
    """Ids of names with the date beside or below them, below a sentence: `R. E. Barclay` / `12/12`."""
    for (_, before), (_, item) in itertools.pairwise(division.paragraphs()):
        if len(item.text) < _BELOW_CLOSE and is_dated(item.lines) and ends_sentence(before.lines[-1].text):
            yield id(item)


def _of_quoted(division: Division) -> Iterator[int]:
    """Ids of names between the close of a quoted letter and the line at which the quotation ends."""
    texts = [item for _, item in division.paragraphs()]
    for closer in quoted_closers([item.text for item in texts], forms.is_close):
        yield from (id(texts[k]) for k in closer if signs(texts[k].lines))


def _with_afterwords(division: Division) -> Iterator[int]:
    """The id of a name alone below the last sentence of the text, with nothing but short pieces after it."""
    texts = [item for _, item in division.paragraphs()]
    last = zip(texts[-3::-1], texts[-2::-1], texts[::-1], strict=False)
    for before, item, after in itertools.islice(last, _AFTERWORDS):
        if not _is_afterword(after):
            return
        if _signs(before, item, after):
            yield id(item)
            return


def _is_afterword(item: Paragraph) -> bool:
    short = len(item.text) < PROSE and len(item.lines) < 5 and not ends_sentence(item.lines[-1].text)
    return short or _is_below_signature(item.text) or _NOTE.match(item.text) is not None


def _is_below_signature(text: str) -> bool:
    return is_afterword(text) or _TYPIST.match(text) is not None


def _signs(before: Paragraph, item: Paragraph, after: Paragraph) -> bool:
    """Whether a short paragraph below a sentence is a name that signs it: set off, or dressed as a signature, or above
    the list of those who get copies."""
    line = item.lines[0]
    name = unsigned(line.text if unsigned(item.text) != item.text else item.text)
    note = _NOTE.match(after.text)
    noted = note is not None and (not note["stop"] or _SUPPLIED.search(name) is not None)
    placed = line.indent >= CENTRED or name != item.text or noted or _is_below_signature(after.text)
    named = (
        is_signature(name) and not any(map(str.isdigit, name)) and (" " in name or name.isupper() or name != line.text)
    )
    below = len(before.text) > len(name) and ends_sentence(before.lines[-1].text)
    return placed and below and named and len(item.lines) < 3 and not item.zones


# ----------------------------------------------------------------------------------------------- the closer


def closing_at(division: Division, start: int) -> int:
    """The index of the paragraph at which the closer begins; the number of items if there is none."""
    texts = division.paragraphs(start)
    texts = texts[: _afterwords_at(texts)]
    texts = texts[_unquoted_at(texts) :]
    none = len(division.items)
    close = next((k for k in range(max(0, len(texts) - _LAST), len(texts)) if _is_close(texts[k][1].text)), None)
    if close is not None and not any(shapes.is_counted(item.text) for _, item in texts[close + 1 :]):
        first = close
        fits = all(len(item.text) < _BELOW_CLOSE for _, item in texts[close + 1 :])
    else:
        first = _signed_at(texts)
        fits = 0 < first < len(texts) and _may_end(texts[first - 1][1])
    if not fits:
        return none
    at = texts[first][0]
    return none if any(isinstance(item, Apart) for item in division.items[at : texts[-1][0]]) else at


def _unquoted_at(texts: Sequence[Placed]) -> int:
    """The last of some paragraphs that says that a quoted paper ends; 0 if none does."""
    return next((k for k in range(len(texts) - 1, 0, -1) if closes_quotation(texts[k][1].text)), 0)


def _may_end(item: Paragraph) -> bool:
    """Whether a paragraph may be the last of a text."""
    return _SENTENCE_END.search(item.lines[-1].text) is not None or closes_quotation(item.text)


def _signed_at(texts: Sequence[Placed]) -> int:
    """Where names, offices and date begin that close some paragraphs; their number if there is neither name nor
    date."""
    names = list(itertools.islice(itertools.takewhile(_may_sign, texts[:0:-1]), _NAMES))
    sure = any(signs(item.lines) or _is_dateline(item) for _, item in names)
    return len(texts) - len(names) if sure else len(texts)


def _may_sign(placed: Placed) -> bool:
    item = placed[1]
    return signs(item.lines) or is_signature(item.text) or is_office(item.text) or _is_dateline(item)


def _is_dateline(item: Paragraph) -> bool:
    """Whether a paragraph at the end of a text is its place and date, perhaps below the office."""
    return not item.zones and closing_date(item.lines) >= 0


def _afterwords_at(texts: Sequence[Placed]) -> int:
    """Where copies, enclosures and postscripts begin that end some paragraphs, with the names of those who get them;
    the number of paragraphs if there are none."""
    first = len(texts)
    for k in range(len(texts) - 1, max(0, len(texts) - 1 - _AFTERWORDS), -1):
        item = texts[k][1]
        if is_afterword(item.text):
            first = k
        elif len(item.text) > PROSE or (ends_sentence(item.lines[-1].text) and not _is_headed(texts[k - 1][1])):
            break
    return first


def _is_headed(above: Paragraph) -> bool:
    """Whether a paragraph is what the one above it announces: `Enclosure:` / `As stated.`"""
    return above.text.endswith(":") and is_afterword(above.text)


def _is_close(text: str) -> bool:
    """Whether a paragraph is the document's complimentary close, not that of a letter it quotes."""
    return forms.is_close(text) and not text.endswith(('"', "”", "’", "'"))


def closer(division: Division, at: int) -> list[Block]:
    """The closer of the paragraphs from `at` on with the furniture between them, the postscript, then what is no
    text."""
    texts = division.paragraphs(at)
    if not texts:
        return []
    stop = texts[-1][0] + 1
    under = next((k for k, _ in texts[_afterwords_at(texts) :]), stop)
    last = max(k for k, _ in texts if k < under)
    children = _closing(division, at, last + 1)
    span = Span(texts[0][1].span.start, children[-1].span.end)
    blocks = [Block("closer", span, (), tuple(children))]
    blocks += [block for item in division.items[last + 1 : under] for block in division.beside(item)]
    if under < stop:
        below = [block for item in division.items[under:stop] for block in _afterword(division, item)]
        blocks.append(Block("postscript", enclosing(below), (), tuple(below)))
    return [*blocks, *(block for item in division.items[stop:] for block in division.beside(item))]


def _closing(division: Division, at: int, stop: int) -> list[Block]:
    """What the closer of some items consists of; the office above a name is its text."""
    children: list[Block] = []
    for k, item in enumerate(division.items[at:stop], at):
        if not isinstance(item, Paragraph):
            children += division.beside(item)
        elif children and not item.zones and _is_addressed(item, children[-1]):
            above = children.pop().children if children[-1].kind == "address" else ()
            lines = (*above, *division.flow.address(item.lines).children)
            children.append(Block("address", enclosing(lines), (), lines))
        elif not (is_office(item.text) and k + 1 < stop and _is_signed(division.paragraph(k + 1))):
            children += _signed(division.flow, item)
    return children


def _is_signed(item: Paragraph | None) -> bool:
    return item is not None and signs(item.lines)


def _afterword(division: Division, item: Item) -> list[Block]:
    if not isinstance(item, Paragraph):
        return division.beside(item)
    division.flow.breaks(item.lines)
    return [division.flow.paragraph(item)]


def _signed(flow: Flow, item: Paragraph) -> list[Block]:
    """A close, a signature, perhaps with the date, or place and date, below the office that is text of the closer."""
    if not item.zones and is_dated(item.lines):
        return signed_and_dated(flow, item)
    if not item.zones and (start := closing_date(item.lines)) >= 0:
        flow.breaks(line for line in item.lines if line.start <= start)
        below = [line for line in item.lines if line.start >= start]
        return [flow.leaf("dateline", Span(start, item.span.end), lines=below)]
    flow.breaks(item.lines)
    if forms.is_close(item.text):
        return [flow.paragraph(item, "salute")]
    return [flow.paragraph(item, "signed", start=name_at(item.lines) if not item.zones else -1)]


def signed_and_dated(flow: Flow, item: Paragraph) -> list[Block]:
    """A signature with the date below it or beside it, as two blocks."""
    start = date_at(item.lines)
    name = [line for line in item.lines if line.start < start]
    end = min(name[-1].end, start)
    while flow.transcript.text[end - 1].isspace():
        end -= 1
    return [
        flow.leaf("signed", Span(name[0].start, end), lines=name),
        flow.leaf("dateline", Span(start, item.span.end)),
    ]


def _is_addressed(item: Paragraph, before: Block) -> bool:
    """Whether a paragraph of the closer is the addressee, or goes on with his address."""
    texts = [line.text for line in item.lines]
    return before.kind == "address" or forms.is_address(texts) or letters.is_addressee(texts[0])
