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
`items` are the numbered headings of a record, `short_lists` and `tables` its lists and tables.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.model import Attrs, Block, Claim, Document, Span, Transcript
from pipeline.readers.published import note_list
from pipeline.readers.published.body import Body
from pipeline.readers.published.recognition import evidence
from pipeline.segment import broken, endnotes
from pipeline.segment.flow import enclosing
from pipeline.segment.lines import Line, lines_of
from pipeline.segment.notes import match_marks
from pipeline.segment.pages import PageMarks

__all__ = ["NAME", "evidence", "read"]

NAME = "published"


def read(transcript: Transcript) -> Document:
    """The document of one transcript; every line that fits no rule becomes a paragraph."""
    lines = _lines(transcript)
    pages = PageMarks(transcript, Span(0, len(transcript.text)))
    cut = note_list.start_of(lines)
    if cut == len(lines) and (document := _with_any_list(transcript, lines, pages)):
        return document
    tail = lines[cut:]
    body = Body(transcript.text, lines[:cut], pages, bool(tail) and not tail[0].blanks)
    end = tail[0].start if tail else len(transcript.text)
    entries = note_list.notes_of(tail)
    spans = pages.between(Span(0, end))
    marks = match_marks(transcript.text, spans, len(entries), form="glued", running=not body.number)
    title = _title(body)
    notes = note_list.note_list(transcript, entries, marks, title.end if title else None)
    document = _document(transcript, body, pages, notes.blocks)
    return replace(document, anchors=notes.anchors, findings=(*document.findings, *notes.findings()))


def _with_any_list(transcript: Transcript, lines: Sequence[Line], pages: PageMarks) -> Document | None:
    """The document whose list of notes is printed in another form than web pages have it, as typists and converters
    write them (`1. Source: …` at the margin, `[1] …`); None if there is none that the text confirms."""

    def spans(before: Sequence[Line]) -> list[Span]:
        return pages.between(Span(0, before[-1].end if before else 0))

    found, marks = endnotes.best(transcript.text, lines, spans)
    if found is None or found.last < len(lines):
        return None
    body = Body(transcript.text, lines[: found.first], pages, not lines[found.first].blanks)
    notes = endnotes.Notes(transcript)
    document = _document(transcript, body, pages, notes.blocks(found, marks, _title(body)))
    return replace(
        document,
        marks=(*document.marks, *notes.claims),
        anchors=tuple(notes.anchors),
        findings=(*document.findings, *notes.findings),
    )


def _title(body: Body) -> Span | None:
    return next((block.span for block in body.blocks if block.kind == "head" and not block.attrs), None)


def _document(transcript: Transcript, body: Body, pages: PageMarks, notes: Sequence[Block]) -> Document:
    """The document of a body and the list of its notes, which do not hang yet."""
    blocks = (*body.blocks, *notes)
    n: Attrs = (("n", body.number),) if body.number else ()
    root = Block("div", enclosing(blocks) if blocks else Span(0, 0), (("type", "document"), *n), blocks)
    return Document(transcript, root, (*_inline(root, pages), *body.claims), (), tuple(pages.findings()), NAME)


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
