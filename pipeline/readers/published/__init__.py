"""Published volumes as text extracted from web pages.

    262. Memorandum of Conversation0      number, title, note mark
    SUBJECT / PARTICIPANTS                headings of bulleted lists
      • US
        • Mr. Tyler
    … Lord Home.1 This is [Page 559] …    note marks glued to words, page marks
    1.                                    numbers of paragraphs on lines of their own
      1. Source: Department of State …    the notes at the end

One line is one paragraph. What the extraction lost (datelines, dashes between links) stays lost.

`recognition` says whether a transcript is of this kind. `note_list` cuts the notes off, `body` divides the rest:
`head`, then for the document and each of its attachments `front`, `prose` and `closer`; `company` is who took part,
`items` are the numbered headings of a record, `tables` its tables.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.model import Attrs, Block, Claim, Document, Span, Transcript
from pipeline.readers.published import note_list
from pipeline.readers.published.body import Body
from pipeline.readers.published.recognition import evidence
from pipeline.segment import broken
from pipeline.segment.flow import enclosing
from pipeline.segment.lines import Line, lines_of
from pipeline.segment.notes import match_marks
from pipeline.segment.pages import PageMarks

__all__ = ["NAME", "evidence", "read"]

NAME = "published"


def read(transcript: Transcript) -> Document:
    """The document of one transcript; every line that fits no rule becomes a paragraph."""
    lines = _lines(transcript)
    cut = note_list.start_of(lines)
    tail = lines[cut:]
    pages = PageMarks(transcript, Span(0, len(transcript.text)))
    body = Body(transcript.text, lines[:cut], pages, bool(tail) and not tail[0].blanks)
    end = tail[0].start if tail else len(transcript.text)
    entries = note_list.notes_of(tail)
    spans = pages.between(Span(0, end))
    marks = match_marks(transcript.text, spans, len(entries), form="glued", running=not body.number)
    title = next((b.span.end for b in body.blocks if b.kind == "head" and not b.attrs), None)
    notes = note_list.note_list(transcript, entries, marks, title)
    blocks = (*body.blocks, *notes.blocks)
    n: Attrs = (("n", body.number),) if body.number else ()
    root = Block("div", enclosing(blocks) if blocks else Span(0, 0), (("type", "document"), *n), blocks)
    marked = (*_inline(root, pages), *body.claims)
    return Document(transcript, root, marked, notes.anchors, (*pages.findings(), *notes.findings()), NAME)


def _lines(transcript: Transcript) -> list[Line]:
    """The lines of a transcript; where no blank lines part them, those that were broken in mid-phrase are whole."""
    lines = lines_of(transcript)
    if any(line.blanks for line in lines):
        return lines
    mend = broken.mended if broken.has_long_lines(transcript.text) else broken.unwrapped
    return [replace(line, blanks=1) for line in mend(transcript, lines)]


def _inline(root: Block, pages: PageMarks) -> Iterator[Claim]:
    alone = {block.span for block in root.walk() if block.kind == "pb"}
    yield from (claim for claim in pages.inline(root.span) if claim.span not in alone)
