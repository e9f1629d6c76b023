"""The list of notes at the end of a published document, as web pages have it.

      1. Source: Department of State …      a note, its number indented by two spaces
        A second paragraph                  indented by four
      2. Not printed.

A note without a mark hangs on the title if it is a source note, or else stands after its number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.findings import finding
from pipeline.model import Anchor, Block, Finding, Span, Transcript
from pipeline.segment.endnotes import Listed, hanging, in_list, note_attrs
from pipeline.segment.lines import Line
from pipeline.segment.notes import Place

_LINE = re.compile(r"(?P<number>\d{1,3})\.\s+\S")
_NUMBER = re.compile(r"(\d+\.)\s*")
_SOURCE = re.compile(r"\[?Sources?:\s")


def start_of(lines: Sequence[Line]) -> int:
    """The index of the line at which the list of notes begins; the number of lines if there is none.

    The list is the last run of lines indented by two spaces and numbered from 1, with further paragraphs of a note
    indented by four.
    """
    for at in range(len(lines) - 1, -1, -1):
        line = lines[at]
        if line.indent < 2:
            return len(lines)
        match = _LINE.match(line.text)
        if match and line.indent == 2 and match["number"] == "1":
            return at
    return len(lines)


def notes_of(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of each note, the first beginning with its number."""
    notes: list[list[Line]] = []
    expected = 1
    for line in lines:
        match = _LINE.match(line.text)
        if match and line.indent == 2 and int(match["number"]) == expected:
            notes.append([])
            expected += 1
        notes[-1].append(line)
    return notes


@dataclass(frozen=True, slots=True)
class NoteList:
    """The notes of a document with their marks; None is the place of a mark that is lost."""

    notes: Sequence[Listed]
    marks: Sequence[Place | None]

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The list, with what stands between the notes."""
        return tuple(in_list(self.notes))

    @property
    def anchors(self) -> tuple[Anchor, ...]:
        """Where the notes hang."""
        return tuple(anchor for note in self.notes if (anchor := note.anchor) is not None)

    def findings(self) -> Iterator[Finding]:
        """Notes without a mark, and marks that begin at 0."""
        for count, (note, mark) in enumerate(zip(self.notes, self.marks, strict=True), 1):
            if not mark:
                where = "; as source note it hangs on the title" if note.at is not None else ""
                hint = "The mark may have been lost with the line that it stood in, often the dateline."
                yield finding("notes/no-mark", f"Note {count} has no mark in the text{where}.", hint, note.label)
        labels = [(i, mark.label) for i, mark in enumerate(self.marks, 1) if mark and mark.label is not None]
        if labels and all(label == i - 1 for i, label in labels):
            message = "The marks in the text begin at 0, the list of notes at 1."
            yield finding("notes/off-by-one", message, "", self.notes[0].label)


def note_list(
    transcript: Transcript, notes: Sequence[Sequence[Line]], marks: Sequence[Place | None], title: int | None
) -> NoteList:
    """The list of some notes; `title` is the offset at which the title ends."""
    numbered = enumerate(zip(notes, marks, strict=True), 1)
    return NoteList([_listed(transcript, count, note, mark, title) for count, (note, mark) in numbered], marks)


def _listed(transcript: Transcript, count: int, lines: Sequence[Line], mark: Place | None, title: int | None) -> Listed:
    """The note of some lines of the list, of several paragraphs if they are several."""
    first = lines[0]
    number = _NUMBER.match(first.text)
    label = Span(first.start, first.start + (number.end(1) if number else 0))
    start = first.start + (number.end() if number else 0)
    paragraphs = [Span(start, first.end), *(line.span for line in lines[1:])]
    children = tuple(Block("p", span) for span in paragraphs) if len(paragraphs) > 1 else ()
    source = _SOURCE.match(transcript.text, start) is not None
    n = transcript[mark.span].strip("()[]^") if mark else str(count)
    block = Block("note", Span(start, paragraphs[-1].end), note_attrs(f"fn{count}", n, source), children)
    return Listed(label, block, (), hanging(mark, source, title))
