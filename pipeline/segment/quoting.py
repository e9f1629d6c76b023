"""Lines that say where a text quoted in a telegram or memorandum begins and ends.

    QUOTE          Begin text.       [Begin unofficial translation:]     TEXT OF NOTE FOLLOWS
    UNQUOTE        End text.         [End translation]                   Text ends

What stands between them is another paper: its close and signature are not those of the document.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

_PAPER = (
    r"(?:(?:official|unofficial|informal|embassy|draft|verbatim|rough|full|partial|translated|english|proposed|suggested)\s)*"
    r"(?:text|translation|letter|message|note|aide[- ]m[eé]moire|memorandum|statement|quote|quotation|telegram|cable"
    r"|communiqu[eé]|press release|article|excerpts?|extracts?|paraphrase|draft|summary|transcript|reply)"
)
_BEGINS = re.compile(
    rf"quote|qte|(?:begins?|beginning of|start of)\s{_PAPER}|{_PAPER}\s(?:begins|follows)", re.IGNORECASE
)
_ENDS = re.compile(rf"unquote|unqte|end(?:s|\sof)?\s{_PAPER}|{_PAPER}\sends", re.IGNORECASE)
_LONGEST = 60
_CLOSER = 5
"""So many lines or paragraphs may stand between the close of a quoted letter and the end of the quotation."""
_AROUND = ' .:;-–—_*()[]"“”'


def opens_quotation(text: str) -> bool:
    """Whether a line says that a quoted paper begins below it, and nothing else: `QUOTE`, `Begin text.`"""
    return _is(_BEGINS, text)


def closes_quotation(text: str) -> bool:
    """Whether a line says that a quoted paper ends above it, and nothing else: `UNQUOTE`, `[End translation.]`"""
    return _is(_ENDS, text)


def bounds_quotation(text: str) -> bool:
    """Whether a line says that a quoted paper begins or ends, and nothing else."""
    return opens_quotation(text) or closes_quotation(text)


def _is(words: re.Pattern[str], text: str) -> bool:
    return len(text) <= _LONGEST and words.fullmatch(text.strip(_AROUND)) is not None


def quoted_closers(texts: Sequence[str], is_close: Callable[[str], bool]) -> Iterator[range]:
    """For each quoted letter the indices of the texts from its complimentary close to the end of the quotation, which
    is not among them."""
    for end, text in enumerate(texts):
        if closes_quotation(text):
            close = next((k for k in range(end - 1, max(-1, end - 1 - _CLOSER), -1) if is_close(texts[k])), end)
            yield range(close, end)
