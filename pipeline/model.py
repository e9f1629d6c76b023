"""The records that every stage takes and returns.

A raw transcript is evidence: no stage edits it. Everything that is later said about it points back into it by
half-open, zero-based spans of code points.

    Transcript  the text as it was read, with the way from an offset to line and column
    Block       structure: a tree of TEI elements over spans (div, head, p, list, item, note, fw …)
    Claim       what somebody says of a span inside a block (persName, date, pb, said …): by which rule, how surely
    Anchor      the place in the text where a note hangs, and its printed mark
    Passage     the reading text of one block: what an annotator sees, with the way back to the source
    Document    all of these for one transcript
    Facts       what the document says of itself (number, title, dates with their ground, participants, source)
    Finding     what an editor should look at

Worked example. The transcript `said Dobrynin.1 He [Page 575] left` has one block `p` over everything, a claim `pb`
over `[Page 575]` whose content is empty (the attribute `n` stands for the characters), and an anchor whose mark is
the span of `1`. The passage made of it reads `said Dobrynin. He left`, and a claim `persName` found at 5–13 of the
passage is stored with the span 5–13 of the source.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from itertools import chain
from typing import Any, TypeVar

Made = TypeVar("Made")
Attrs = tuple[tuple[str, str], ...]
"""XML attributes in the order in which they are written; `xml:id` is spelled with its prefix."""


class Severity(StrEnum):
    """How much a finding matters: an error stops a build, a review asks for a human decision, a note informs."""

    ERROR = "error"
    REVIEW = "review"
    NOTE = "note"


class Certainty(StrEnum):
    """TEI `@cert`. `high` is not written: it is what an unmarked claim means (see docs/encoding.md)."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points `start` (inclusive) to `end` (exclusive) of a transcript."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def __contains__(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Finding:
    """Something an editor should look at.

    `code` is `stage/what` and stands in the table of `pipeline.findings`. Annotators give a `span`; whoever prints
    turns it into path, line and column with the transcript. Findings about XML files give `line` and `column`
    (1-based; 0 when unknown) themselves.
    """

    code: str
    severity: Severity
    message: str
    hint: str = ""
    span: Span | None = None
    path: str = ""
    line: int = 0
    column: int = 0

    def located(self, transcript: Transcript) -> Finding:
        """The finding with path, line and column of its span in `transcript`."""
        if self.span is None:
            return Finding(self.code, self.severity, self.message, self.hint, None, transcript.path, 1, 1)
        line, column = transcript.place(self.span.start)
        return Finding(self.code, self.severity, self.message, self.hint, self.span, transcript.path, line, column)

    def __str__(self) -> str:
        hint = f" Hint: {self.hint}" if self.hint else ""
        return f"{self.path}:{self.line}:{self.column}: {self.severity}: {self.code}: {self.message}{hint}"


_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True)
class Transcript:
    """A raw transcript as it was read: `text` is the decoded file, never edited; `name` is the file's stem."""

    name: str
    text: str
    path: str = ""
    encoding: str = "utf-8"

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """Offsets at which the lines begin (LF, CRLF or CR end a line)."""
        return (0, *(m.end() for m in _LINE_END.finditer(self.text)))

    def place(self, offset: int) -> tuple[int, int]:
        """The 1-based line and column of an offset."""
        line = bisect.bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def __getitem__(self, span: Span) -> str:
        return self.text[span.start : span.end]


@dataclass(frozen=True, slots=True)
class Block:
    """One element of the document's structure over a span of the transcript.

    `kind` is the TEI element name, `children` are in text order and lie inside `span`. Characters of the span that
    lie in no child are the block's own text and are written literally, except `glyphs`: spans that the markup itself
    stands for (the bullet of an `item rend="bullet"`, with the white space after it).
    """

    kind: str
    span: Span
    attrs: Attrs = ()
    children: tuple[Block, ...] = ()
    glyphs: tuple[Span, ...] = ()

    def walk(self) -> Iterator[Block]:
        """This block and all below it, in document order."""
        waiting = [self]
        while waiting:
            block = waiting.pop()
            yield block
            if block.children:
                waiting.extend(reversed(block.children))

    def get(self, name: str, default: str = "") -> str:
        """The value of an attribute."""
        for key, value in self.attrs:
            if key == name:
                return value
        return default


@dataclass(frozen=True, slots=True)
class Claim:
    """What somebody says of a span: an inline TEI element, by which rule, how surely, on what evidence.

    `content` is the part of the span whose characters are written inside the element: None for all of it, an empty
    span for an element that stands for its characters (`pb rend="bracketed"`), the inner part for `**bold**`.
    A claim whose `kind` and `span` are those of a block (`sp`) adds its attributes to that block.
    """

    span: Span
    kind: str
    rule: str
    cert: Certainty = Certainty.HIGH
    attrs: Attrs = ()
    evidence: str = ""
    content: Span | None = None

    def get(self, name: str, default: str = "") -> str:
        """The value of an attribute."""
        for key, value in self.attrs:
            if key == name:
                return value
        return default


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a note hangs: `note` is the `xml:id` of its block; `mark` the printed mark, empty if none is printed."""

    note: str
    mark: Span


@dataclass(frozen=True, slots=True)
class Passage:
    """The reading text of a run of a block's own text: marks, page breaks and furniture left out, white space single.

    `offsets[i]` is the source offset of `text[i]`. `path` holds the kinds of the enclosing blocks from the root down
    (`("div", "list", "item")`), `block` is the innermost. `where` is a coarse place: `head`, `opener`, `participants`,
    `subject`, `body`, `note`, `closer`, `speaker`, `list`, `furniture`.
    """

    text: str
    offsets: Sequence[int]
    block: Block
    path: tuple[Block, ...]
    where: str

    def source(self, start: int, end: int) -> Span:
        """The span of the transcript from the first to the last character of `text[start:end]` (not empty)."""
        return Span(self.offsets[start], self.offsets[end - 1] + 1)

    def local(self, span: Span) -> tuple[int, int] | None:
        """The piece of `text` that lies within a span of the transcript; None if no character does."""
        start = bisect.bisect_left(self.offsets, span.start)
        end = bisect.bisect_left(self.offsets, span.end)
        return (start, end) if end > start else None

    @property
    def running(self) -> bool:
        """Whether this is text of the document or its notes: neither furniture nor the label of a speaker."""
        return self.where not in ("furniture", "speaker")

    @property
    def span(self) -> Span:
        """The span of the transcript from the passage's first to its last character."""
        return self.source(0, len(self.text))


_WHERE: Mapping[str, str] = {
    "head": "head", "opener": "opener", "dateline": "opener", "closer": "closer", "signed": "closer", "note": "note",
    "speaker": "speaker", "fw": "furniture", "salute": "opener", "byline": "head",
}  # fmt: skip
_LIST_WHERE = {"participants": "participants", "subject": "subject"}
HIDDEN = frozenset({"pb", "fw", "gap", "stage", "incident", "del", "stamp", "cb", "milestone"})
"""Inline claims of a reader whose characters are no part of the reading text."""
_STRETCH = re.compile(r"\S++(?: \S++)*+")
"""Words with single spaces between them: what stands in a passage as it stands in the transcript."""


def _where(outer: str, block: Block) -> str:
    """The coarse place of a block in a block whose place is `outer`."""
    if outer == "note" or block.kind == "note":
        return "note"
    if outer == "furniture":
        return outer
    if block.kind in ("list", "ab", "p"):
        if block.get("rend") == "signed":
            return "closer"
        otherwise = "list" if block.kind == "list" and outer == "body" else outer
        return _LIST_WHERE.get(block.get("type"), otherwise)
    return _WHERE.get(block.kind, outer)


@dataclass(frozen=True)
class Document:
    """One transcript with its structure. `marks` are the inline claims that its reader made (page breaks, furniture
    inside paragraphs, gaps, emphasis); `anchors` say where the notes of the tree hang."""

    transcript: Transcript
    root: Block
    marks: tuple[Claim, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    findings: tuple[Finding, ...] = ()
    reader: str = ""
    language: str = "en"

    def hidden(self) -> list[Span]:
        """Spans that no reading text shows: page marks, inline furniture, omissions, note marks, emphasis glyphs."""
        spans = [anchor.mark for anchor in self.anchors if len(anchor.mark)]
        for claim in self.marks:
            if claim.kind in HIDDEN:
                spans.append(claim.span)
            elif claim.content is not None:
                spans.append(Span(claim.span.start, claim.content.start))
                spans.append(Span(claim.content.end, claim.span.end))
        spans.extend(glyph for block in self.root.walk() for glyph in block.glyphs)
        return sorted(span for span in spans if len(span))

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """All passages in text order, those of notes and furniture included (see `where`)."""
        source, visible = self.transcript.text, self._visible()
        found: list[Passage] = []

        def read(start: int, end: int, path: tuple[Block, ...], where: str) -> None:
            if start < end and not source[start:end].isspace():
                passage = self._passage(visible(start, end), path, where)
                found.extend([passage] if passage else ())

        def walk(block: Block, path: tuple[Block, ...], where: str) -> None:
            path, where = (*path, block), _where(where, block)
            at = block.span.start
            for child in block.children:
                read(at, child.span.start, path, where)
                walk(child, path, where)
                at = child.span.end
            read(at, block.span.end, path, where)

        walk(self.root, (), "body")
        return tuple(found)

    def _visible(self) -> Callable[[int, int], list[tuple[int, int]]]:
        """A function that gives the pieces of a stretch of the transcript that the reading text shows."""
        hidden = self.hidden()
        starts = [span.start for span in hidden]

        def visible(start: int, end: int) -> list[tuple[int, int]]:
            pieces: list[tuple[int, int]] = []
            at = start
            for gap in hidden[max(bisect.bisect_right(starts, at) - 1, 0) : bisect.bisect_left(starts, end)]:
                if gap.end <= at:
                    continue
                if gap.start > at:
                    pieces.append((at, gap.start))
                at = max(at, gap.end)
            if at < end:
                pieces.append((at, end))
            return pieces

        return visible

    def _passage(self, runs: list[tuple[int, int]], path: tuple[Block, ...], where: str) -> Passage | None:
        source = self.transcript.text
        pieces: list[str] = []
        offsets: list[range] = []
        blank: int | None = None
        for start, end in runs:
            printed = source[start:end]
            text = " ".join(printed.split())
            if not text or printed[0].isspace():
                blank = start
            if not text:
                continue
            if blank is not None and pieces:
                pieces.append(" ")
                _append(offsets, blank, blank + 1)
            pieces.append(text)
            last = start + len(printed.rstrip())
            self._locate(offsets, last - len(printed.strip()), last, len(text))
            blank = last if last < end else None
        if not pieces:
            return None
        of_text = offsets[0] if len(offsets) == 1 else tuple(chain.from_iterable(offsets))
        return Passage("".join(pieces), of_text, path[-1], path, where)

    def _locate(self, offsets: list[range], start: int, end: int, length: int) -> None:
        """Add the offsets of the words between `start` and `end`, which with single blanks have `length` characters."""
        if end - start == length:
            _append(offsets, start, end)
            return
        at = start
        for stretch in _STRETCH.finditer(self.transcript.text, start, end):
            if at < stretch.start():
                _append(offsets, at, at + 1)
            at = stretch.end()
            _append(offsets, stretch.start(), at)


def _append(offsets: list[range], start: int, end: int) -> None:
    """Add the offsets from `start` to `end`; one range holds all that follow each other."""
    if offsets and offsets[-1].stop == start:
        offsets[-1] = range(offsets[-1].start, end)
    else:
        offsets.append(range(start, end))


@dataclass(frozen=True, slots=True)
class Participant:
    """One entry of a list of participants.

    `text` is the entry as printed, `name` and `role` its parts (`name` empty for `The Secretary`), `group` the
    delegation heading as printed, `person` the id of the cast member once resolved. `party` counts the delegations
    from 1 where a list has several, whether they have headings or not (0 where it has none).
    """

    text: str
    span: Span
    name: str = ""
    role: str = ""
    group: str = ""
    person: str = ""
    party: int = 0


WRITTEN = "date below the text"
"""The ground of a date that says when a paper was written down, not when the talk was of which it tells."""


@dataclass(frozen=True, slots=True)
class DatedFact:
    """A date of the document: `kind` is `document`, `meeting`, `drafted`, `approved`, `received` …; `value` holds TEI
    dating attributes (`when` or `notBefore`/`notAfter` or `from`/`to`); `ground` says where it comes from
    (`dateline`, `cover sheet`, `source note`, `decimal file number`, `collection`, `notes` …)."""

    kind: str
    value: Attrs
    ground: str
    cert: Certainty = Certainty.HIGH
    span: Span | None = None

    @property
    def earliest(self) -> str:
        """The first ISO day or moment this date allows, or an empty string."""
        values = dict(self.value)
        return values.get("when") or values.get("from") or values.get("notBefore") or ""

    @property
    def latest(self) -> str:
        """The last ISO day or moment this date allows, or an empty string."""
        values = dict(self.value)
        return values.get("when") or values.get("to") or values.get("notAfter") or ""


@dataclass(frozen=True, slots=True)
class Correspondent:
    """A sender or recipient (`action` is `sent` or `received`) as printed, with place as printed if known."""

    action: str
    text: str
    span: Span | None = None
    person: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Holding:
    """Where a copy of the document is kept; `collection` holds the levels between repository and item in printed
    order."""

    repository: str = ""
    collection: tuple[str, ...] = ()
    idno: str = ""


@dataclass(frozen=True, slots=True)
class SourceNote:
    """A source note taken apart; every string as printed, empty if not said. `printed` is the book that it names
    instead of an archive."""

    text: str
    span: Span
    holdings: tuple[Holding, ...] = ()
    printed: str = ""
    classification: str = ""
    handling: tuple[str, ...] = ()
    drafted_by: str = ""
    cleared_by: str = ""
    approved_by: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the document says of itself; everything empty where it says nothing."""

    type: str = "document"
    number: str = ""
    title: str = ""
    subjects: tuple[str, ...] = ()
    dates: tuple[DatedFact, ...] = ()
    places: tuple[str, ...] = ()
    participants: tuple[Participant, ...] = ()
    correspondents: tuple[Correspondent, ...] = ()
    source: SourceNote | None = None
    drafter: str = ""
    signed: str = ""

    @property
    def date(self) -> DatedFact | None:
        """The date of the document itself: the first of kind `document`, else of the meeting."""
        return next((d for kind in ("document", "meeting") for d in self.dates if d.kind == kind), None)


@dataclass(frozen=True, slots=True)
class PersonName:
    """A form of a person's name; `kind` is `full`, `variant`, `short`, `misreading` …"""

    text: str
    surname: str = ""
    forename: str = ""
    kind: str = "full"


@dataclass(frozen=True, slots=True)
class Office:
    """An office held; `start` and `end` are ISO dates, possibly partial or empty (unknown or still held)."""

    title: str
    start: str = ""
    end: str = ""
    org: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """An entry of an authority file, or a person known only from the document (`source` empty).

    `gender` is `M`, `F` or empty; `idnos` are (type, value); `source` is the file and id that the entry comes from,
    as a relative URI (`personography.xml#rusk`).
    """

    id: str
    names: tuple[PersonName, ...]
    offices: tuple[Office, ...] = ()
    description: str = ""
    gender: str = ""
    birth: str = ""
    death: str = ""
    idnos: Attrs = ()
    source: str = ""

    @property
    def label(self) -> str:
        """The first name, for people to read."""
        return self.names[0].text if self.names else self.id


@dataclass(frozen=True, slots=True)
class Place:
    """An entry of a placeography: `kind` is `settlement`, `country`, `region`, `building` …"""

    id: str
    names: tuple[str, ...]
    kind: str = ""
    idnos: Attrs = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class Organization:
    """An entry of a list of organizations: `kind` is `state`, `alliance`, `ministry`, `archive` …"""

    id: str
    names: tuple[str, ...]
    kind: str = ""
    idnos: Attrs = ()
    source: str = ""


@dataclass(frozen=True)
class Authority:
    """All authority entries at hand, in the order of their files."""

    persons: tuple[Person, ...] = ()
    places: tuple[Place, ...] = ()
    organizations: tuple[Organization, ...] = ()
    _made: dict[Callable[[Authority], Any], Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def once(self, make: Callable[[Authority], Made]) -> Made:
        """What a function makes of the entries, such as an index: made for the first document, kept for the others."""
        if make not in self._made:
            self._made[make] = make(self)
        made: Made = self._made[make]
        return made


@dataclass(frozen=True, slots=True)
class CastMember:
    """A person to whom something in this document points; becomes `person` in `particDesc`.

    `role`, `group` and `party` come from the list of participants; `participant` is False for those only mentioned.
    """

    person: Person
    role: str = ""
    group: str = ""
    participant: bool = False
    cert: Certainty = Certainty.HIGH
    party: int = 0


@dataclass(frozen=True)
class Settled:
    """Claims after resolution, the cast that they point to, and what is left for an editor."""

    claims: tuple[Claim, ...] = ()
    cast: tuple[CastMember, ...] = ()
    places: tuple[Place, ...] = ()
    findings: tuple[Finding, ...] = ()
    organizations: tuple[Organization, ...] = ()


@dataclass(frozen=True)
class Context:
    """What an annotator may know besides the document itself; immutable."""

    document: Document
    facts: Facts = field(default_factory=Facts)
    authority: Authority = field(default_factory=Authority)


@dataclass(frozen=True, slots=True)
class Annotation:
    """What an annotator returns."""

    claims: tuple[Claim, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """How well a reader fits a transcript: `score` 0–1 and the reason in words."""

    score: float
    reason: str
