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
    "text/doubled-word": (R, "A word stands twice in a row."),
    "text/page-range": (R, "A page range seems to have lost its dash."),
    "dates/no-document-date": (R, "The transcript gives no date for the document."),
    "dates/from-context": (N, "The year of a date was taken from its context."),
    "dates/impossible": (R, "A date does not exist in the calendar."),
    "dates/weekday": (R, "A date does not fall on the weekday that is printed with it."),
    "persons/unknown": (R, "A name has no entry in the authority files."),
    "persons/ambiguous": (R, "A name fits several persons."),
    "persons/misreading": (R, "A name is probably misread."),
    "authority/unreadable": (E, "An authority file cannot be read."),
    "authority/empty": (R, "An authority file has no entries."),
    "authority/no-name": (R, "An entry of an authority file has no name and is left out."),
    "speech/not-participant": (R, "A speaker is not among the participants."),
    "speech/unknown-speaker": (R, "A speaker could not be identified."),
    "speech/misread-speaker": (R, "A speaker's name is probably misread."),
    "collection/syntax": (E, "The collection's TOML file cannot be read."),
    "collection/unknown-key": (R, "A key of the collection's file is not known and was not used."),
    "collection/bad-value": (R, "A value of the collection's file does not fit its key and was not used."),
    "collection/no-ground": (R, "A date of the collection's file does not say where it comes from and was not used."),
    "xml/unreadable": (E, "The operating system does not let the XML file be read."),
    "xml/broken": (E, "The file is not well-formed XML; nothing else can be checked until it is."),
    "xml/encoding": (E, "A byte of the file is not valid in the encoding that the file says it has."),
    "xml/entity": (E, "The file declares entities of its own, which could fetch files or grow without end."),
    "xml/too-deep": (E, "Elements are nested so deeply that the file cannot be checked."),
    "schema/grammar": (E, "The schema does not allow this here."),
    "schema/unknown-element": (E, "The schema has no element of this name."),
    "schema/misplaced-element": (E, "The schema has this element, but does not allow it here."),
    "schema/missing-element": (E, "An element is missing that the schema asks for."),
    "schema/unknown-attribute": (E, "The schema does not allow this attribute on this element."),
    "schema/missing-attribute": (E, "An attribute is missing that the schema asks for."),
    "schema/bad-value": (E, "The value of an attribute or element is not one that the schema allows."),
    "schema/misplaced-text": (E, "Text stands where the schema allows only elements, or nothing."),
    "schema/not-loaded": (E, "The schema itself cannot be used."),
    "schematron/error": (E, "A rule of a Schematron schema is broken."),
    "schematron/warning": (R, "A rule of a Schematron schema warns."),
    "schematron/information": (N, "A rule of a Schematron schema remarks on something."),
    "house/duplicate-id": (E, "Two elements have the same xml:id."),
    "house/broken-pointer": (E, "A pointer leads to no element."),
    "house/wrong-referent": (E, "A pointer leads to an element of the wrong kind, such as a speaker to a paragraph."),
    "house/broken-chain": (E, "@next and @prev of the parts of an element do not answer each other."),
    "house/page-order": (R, "A page number is not higher than the one before it."),
    "house/note-unanchored": (R, "A footnote stands between blocks and not at a place in the text."),
    "house/note-twice": (E, "Two ptr elements claim to be the place where the same note is printed."),
    "house/note-in-note": (R, "A note stands inside a note."),
    "house/late-label": (R, "The printed mark of a note is not the first thing in it."),
    "house/break-at-edge": (N, "A page break is the first or last thing in a paragraph and belongs outside it."),
    "house/date-order": (E, "A period begins after it ends."),
    "house/date-without-ground": (R, "The header gives a date for the document and does not say where it comes from."),
    "house/date-implausible": (R, "A date has a year of more than four digits."),
    "house/date-without-year": (N, "A date has no year, neither in print nor from its context."),
    "house/nameless": (R, "A person, place or body has no name."),
    "house/speaker-absent": (R, "A speaker is not among the participants."),
    "house/decided-yet-doubtful": (R, "A claim carries both @resp (an editor decided it) and @cert (it is not sure)."),
    "house/correction-unsigned": (R, "A correction or regularization has no @resp."),
    "house/misspelled-value": (R, "A value is nearly, but not quite, one of those that the profile describes."),
    "house/quantity-without-unit": (R, "An element has a quantity and no unit."),
    "speech/silent-participant": (N, "A participant never speaks."),
    "speech/long-run": (N, "Many sentences rest on one mention of the speaker."),
    "speech/adjacent-turns": (N, "Two turns of one speaker follow each other."),
    "tei/conservation": (E, "The TEI file does not give back the transcript."),
    "tei/edited": (R, "A TEI file was edited by hand since it was built; it is kept."),
    "build/same-name": (E, "Two transcripts have the same name and would become the same TEI file."),
    "build/stale": (R, "A TEI file was built from a transcript that is no longer there; it is kept."),
    "build/internal": (E, "The program failed on a document: a mistake in Verbale."),
    "edition/failed": (E, "A page of the edition could not be made."),
    "build/unwritable": (E, "The operating system does not let an output be written."),
    "edition/design": (R, "The file edition.toml says something that cannot be used."),
}
"""Code → severity and the sentence of documentation."""


def finding(code: str, message: str, hint: str = "", span: Span | None = None) -> Finding:
    """A finding with the severity that its code has in the table."""
    return Finding(code, CODES[code][0], message, hint, span)
