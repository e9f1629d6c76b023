"""How a plain text closes: complimentary close, signature, date and addressee below it.

    Accept, Excellency, …            closer/salute
    EDWARD ASHBY.                    closer/signed
    3 March 1866                     closer/dateline
    Hon. Josiah Thorne,              closer/address

`closing_at` says where the closer begins and `closer` makes its blocks; `signatures` are names elsewhere in the text.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from pipeline.grammar.names import unsigned
from pipeline.model import Block, Span
from pipeline.segment import forms, letters
from pipeline.segment.division import CENTRED, PROSE, Division
from pipeline.segment.flow import Flow, enclosing
from pipeline.segment.furniture import Zone
from pipeline.segment.paragraphs import Paragraph, ends_sentence
from pipeline.segment.plan import Apart, Item

_SENTENCE_END = re.compile(r"[.?!:\])\"”]\W*\d{0,2}\W*$")
_INITIALS_AND_NAME = re.compile(r"(?:[A-Z]\.\s?){1,3}[A-Z][\w'’-]+(?:,? Jr\.?)?")
_AFTERWORDS = 10
"""So many short pieces may follow a signature: typist's initials, copies, notes of transmission, warnings."""
_COPIES = re.compile(
    r"(?:distribution|copies?\s+(?:to|sent)|cc|drafted|cleared|note|enclosures?|attachments?)\b|(?-i:[A-Z]{2,4}[:/][A-Za-z\d]{1,6})$",
    re.IGNORECASE,
)
"""How pieces below a signature begin: `Distribution:`, `cc:`, the typist's `HMC/21`."""
_LAST = 5
"""A complimentary close is among so many last paragraphs."""
_NAMES = 3
"""So many names may sign."""
_BELOW_CLOSE = 120
"""No paragraph below a complimentary close has so many characters."""


# ------------------------------------------------------------------------------------- signatures in the body


def signatures(division: Division) -> frozenset[int]:
    """Ids of paragraphs that are names below a text, though no closer begins there."""
    return frozenset((*_of_papers(division.items), *_with_afterwords(division)))


def _of_papers(items: Sequence[Item]) -> Iterator[int]:
    """Ids of names alone right before the page changes, below a sentence: the signatures of papers within."""
    for before, item, after in zip(items, items[1:], [*items[2:], None], strict=False):
        below = isinstance(before, Paragraph) and _SENTENCE_END.search(before.lines[-1].text)
        last = after is None or (isinstance(after, Zone) and after.change >= 0)
        if below and last and isinstance(item, Paragraph) and _INITIALS_AND_NAME.fullmatch(item.text):
            yield id(item)


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
    return short or _COPIES.match(item.text) is not None


def _signs(before: Paragraph, item: Paragraph, after: Paragraph) -> bool:
    """Whether a short paragraph below a sentence is a name that signs it: set off, or dressed as a signature, or above
    the list of those who get copies."""
    line = item.lines[0]
    name = unsigned(line.text if unsigned(item.text) != item.text else item.text)
    placed = line.indent >= CENTRED or name != item.text or _COPIES.match(after.text)
    named = (
        forms.is_signature(name)
        and not any(map(str.isdigit, name))
        and (" " in name or name.isupper() or name != line.text)
    )
    below = len(before.text) > len(name) and ends_sentence(before.lines[-1].text)
    return bool(placed) and below and named and len(item.lines) < 3 and not item.zones


# ----------------------------------------------------------------------------------------------- the closer


def closing_at(division: Division, start: int) -> int:
    """The index of the paragraph at which the closer begins; the number of items if there is none."""
    texts = division.paragraphs(start)
    none = len(division.items)
    close = next((k for k in range(max(0, len(texts) - _LAST), len(texts)) if _is_close(texts[k][1].text)), None)
    if close is not None:
        first = close
        fits = all(len(item.text) < _BELOW_CLOSE for _, item in texts[close + 1 :])
    else:
        names = itertools.takewhile(lambda placed: forms.is_signature(placed[1].text), texts[:0:-1])
        first = len(texts) - len(list(itertools.islice(names, _NAMES)))
        fits = 0 < first < len(texts) and _SENTENCE_END.search(texts[first - 1][1].lines[-1].text) is not None
    if not fits:
        return none
    at = texts[first][0]
    return none if any(isinstance(item, Apart) for item in division.items[at : texts[-1][0]]) else at


def _is_close(text: str) -> bool:
    """Whether a paragraph is the document's complimentary close, not that of a letter it quotes."""
    return forms.is_close(text) and not text.endswith(('"', "”", "’", "'"))


def closer(division: Division, at: int) -> list[Block]:
    """The closer of the paragraphs from `at` on with the furniture between them, then what is no text."""
    texts = division.paragraphs(at)
    if not texts:
        return []
    stop = texts[-1][0] + 1
    children: list[Block] = []
    for item in division.items[at:stop]:
        if not isinstance(item, Paragraph):
            children += division.beside(item)
        elif children and not item.zones and _is_addressed(item, children[-1]):
            above = children.pop().children if children[-1].kind == "address" else ()
            lines = (*above, *division.flow.address(item.lines).children)
            children.append(Block("address", enclosing(lines), (), lines))
        else:
            children += _signed(division.flow, item)
    below = [block for item in division.items[stop:] for block in division.beside(item)]
    return [Block("closer", enclosing(children), (), tuple(children)), *below]


def _signed(flow: Flow, item: Paragraph) -> list[Block]:
    """A close, a signature, or a signature with the date below it."""
    *name, last = item.lines
    if name and not item.zones and forms.DATE.fullmatch(last.text.rstrip(".")):
        signed = flow.leaf("signed", Span(name[0].start, name[-1].end), lines=name)
        return [signed, flow.leaf("dateline", last.span)]
    block = flow.paragraph(item, "salute" if forms.is_close(item.text) else "signed")
    flow.breaks(item.lines)
    return [block]


def _is_addressed(item: Paragraph, before: Block) -> bool:
    """Whether a paragraph of the closer is the addressee, or goes on with his address."""
    texts = [line.text for line in item.lines]
    return before.kind == "address" or forms.is_address(texts) or letters.is_addressee(texts[0])
