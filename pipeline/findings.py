"""The codes of all findings: what each means, how much it matters.

A code is `stage/what`. `finding("notes/no-mark", "Note 3 …", "Look for …", span)` makes a finding with the severity of
the table; an unknown code is a programming error (KeyError).
"""

from __future__ import annotations

from pipeline.model import Finding, Severity, Span

E, R, N = Severity.ERROR, Severity.REVIEW, Severity.NOTE

CODES: dict[str, tuple[Severity, str]] = {
    "read/empty": (E, "The transcript has no text."),
    "read/binary": (E, "The file is no text: it holds NUL bytes or many control characters."),
    "read/encoding": (R, "The file is not valid UTF-8; another encoding was taken."),
    "read/control-character": (R, "A control character that XML cannot hold is shown by its picture (U+2400 …)."),
    "read/long-line": (N, "A line is so long that the transcript may have lost its line ends."),
    "read/unreadable": (E, "The operating system does not let the file be read."),
    "read/undecodable": (E, "The file is not in the encoding that its byte order mark or the caller says."),
    "read/too-large": (E, "The file is too large to be the transcript of one document."),
    "notes/no-mark": (R, "A note of the list at the end has no mark in the text."),
    "notes/no-note": (R, "A mark in the text has no note."),
    "notes/same-mark": (R, "Two notes have the same mark."),
    "notes/off-by-one": (N, "The marks in the text and the numbers of the list differ by one throughout."),
    "pages/inferred": (N, "A page change was inferred from the furniture around it."),
    "pages/order": (R, "A page number is not higher than the one before it."),
    "text/glued-words": (R, "Two words seem to have lost the space between them."),
    "text/page-range": (R, "A page range seems to have lost its dash."),
    "dates/no-document-date": (R, "The transcript gives no date for the document."),
    "dates/from-context": (N, "The year of a date was taken from its context."),
    "dates/impossible": (R, "A date does not exist in the calendar."),
    "persons/unknown": (R, "A name has no entry in the authority files."),
    "persons/ambiguous": (R, "A name fits several persons."),
    "persons/misreading": (R, "A name is probably misread."),
    "authority/unreadable": (E, "An authority file cannot be read."),
    "authority/empty": (R, "An authority file has no entries."),
    "authority/no-name": (R, "An entry of an authority file has no name and is left out."),
    "speech/not-participant": (R, "A speaker is not among the participants."),
    "speech/unknown-speaker": (R, "A speaker could not be identified."),
    "collection/syntax": (E, "The collection's TOML file cannot be read."),
    "collection/unknown-key": (R, "A key of the collection's file is not known and was not used."),
    "collection/bad-value": (R, "A value of the collection's file does not fit its key and was not used."),
    "collection/no-ground": (R, "A date of the collection's file does not say where it comes from and was not used."),
    "tei/conservation": (E, "The TEI file does not give back the transcript."),
    "tei/edited": (R, "A TEI file was edited by hand since it was built; it is kept."),
    "build/same-name": (E, "Two transcripts have the same name and would become the same TEI file."),
    "build/stale": (R, "A TEI file was built from a transcript that is no longer there; it is kept."),
    "build/internal": (E, "The program failed on a document: a mistake in Verbale."),
    "build/unwritable": (E, "The operating system does not let an output be written."),
}
"""Code → severity and the sentence of documentation."""


def finding(code: str, message: str, hint: str = "", span: Span | None = None) -> Finding:
    """A finding with the severity that its code has in the table."""
    return Finding(code, CODES[code][0], message, hint, span)
