"""What tells the families of plain texts apart, and what a plain text consists of.

A `Plan` says where a family differs from any other plain text; an `Item` is a paragraph, a zone of furniture, or lines
that are no text (metadata, notes, a source note).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.segment import forms
from pipeline.segment.apart import Range, metadata
from pipeline.segment.endnotes import NoteList
from pipeline.segment.lines import Line
from pipeline.segment.notes import Place
from pipeline.segment.paragraphs import Piece, Starts

_TURN = re.compile(
    r"""(?:\d{1,3}\\?[.)]?\s+)?(?:\[\d\d:\d\d:\d\d\]\s*)?(?:
      (?:(?:Q|A|P\.?M|[O0F]M)\.|[A-Z]{1,4}:)(?=\s)                             # Q.  PM:  K:  MSM:
    | [A-Z][A-Z.'’ \-]{2,40}(?:\([^)]{2,50}\))?\s?:                            # MR. FORSYTH:
    | (?:HON|Hon)\.\s[A-Z][A-Za-z. ]{1,40}\.-                                 # HON. SPEAKER.-
    | (?![^:]*\b(?:said|says|asked|stated|replied|wrote|added|declared|follows)\b)
      (?:The|Mr\.?|Mrs\.?|Ms\.?|Miss|Dr\.?|Sir|Senator|General|Hon\.?)\s        # The Minister for Energy (Mr. Kyalo):
      [A-Z][\w .'’\-]{1,40}(?:\([^)]{2,50}\)\s?){0,2}[:：]
    | (?:Senator|Mr\.|Mrs\.|Ms\.|The)\s(?:Chairman|[A-Z][a-z]+)\.\s(?=[A-Z])     # Senator Mondale. Now
    | [A-Z][\w'’\-]{2,20}:(?=\s)                                              # Thompson:
    )""",
    re.VERBOSE,
)
"""A speaker's label at the start of a line."""


_COPIES = re.compile(r"b?cc\s?:|[Cc]\.\s?[Cc]\.\s?[:\s]|Copies to\b|Copy to:")
"""Who gets copies, below a signature: `cc: Mr. Tyler`."""
_TAG = re.compile(r"<(?!(?:i|b|u|em|strong|sup|sub|br|span|a)\b)[A-Za-z]\w*>")
"""A tag that opens a block: `<Newspeech>Mr. Wambua: …`."""


_MONSIEUR = re.compile(r"M\.\s+(?:[A-ZÀ-Þ]|d[eu]\s|d['’]|v[ao]n\s|l[ae]\s)")
"""A Frenchman at the start of a line: `M. Couve de Murville`; hardly a list has thirteen letters."""


def begins(text: str) -> bool:
    """Whether a line begins a paragraph by its words: a speaker's label, a field, a heading, a list mark."""
    marked = forms.MARKER.match(text[:12]) is not None and _MONSIEUR.match(text) is None
    marked = marked or text.startswith("#") or _TAG.match(text[:24]) is not None
    return marked or _TURN.match(text[:90]) is not None or _COPIES.match(text) is not None


@dataclass(frozen=True)
class Plan:
    """How the plain texts of a family are read; every field has the value for a text of no known family.

    `starts`: which lines begin a paragraph. `apart`: which ranges of lines are metadata. `ordered`: numbered paragraphs
    are lists. `series`: lines above the title that name a series. `part`: lines with which another document begins in
    the same transcript. `headings`: short lines in capitals are headings. `bare_participants`: short paragraphs below
    the date line are participants. `typescript`: scraps above and beside the title are stamps.
    """

    name: str = "generic"
    starts: Starts = begins
    apart: Callable[[Sequence[Line]], Iterator[Range]] = metadata
    ordered: bool = True
    series: re.Pattern[str] | None = None
    part: re.Pattern[str] | None = None
    headings: bool = True
    bare_participants: bool = False
    typescript: bool = False


PLAIN = Plan()
"""Any plain text."""


@dataclass(frozen=True, slots=True)
class Apart:
    """Lines that are no text: metadata, or a list of notes, or a source note."""

    kind: str
    lines: tuple[Line, ...]
    notes: NoteList | None = None
    marks: tuple[Place | None, ...] = ()


Item = Piece | Apart
