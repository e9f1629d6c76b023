"""Lists of notes at the end of a document, in the forms that web pages and harvesters give them.

    (1) See footnote 2, Document 260. Back      1 Document 71. Back
    [^1]: Not published.                        [3] F. el-Khouri, President of Syria.
      * 1 Document 98.                          1. Source: Johnson Library, … ↩

    1/ Ibid., para. 25.

A list counts only if its numbers rise from 1 and its form or the marks in the text confirm it: a numbered list of
paragraphs at the end of a letter looks the same. Volumes that number their notes through have lists that begin at any
number; such a list counts only if most of its notes, and at least two, have marks with just their numbers. Closing
words (`Back`, `↩`) are kept as boilerplate beside the note.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.findings import finding
from pipeline.model import Anchor, Attrs, Block, Claim, Finding, Span, Transcript
from pipeline.segment.emphasis import emphasis
from pipeline.segment.lines import Line
from pipeline.segment.notes import DOUBTFUL, Place, match_marks

_FORMS: tuple[tuple[str, re.Pattern[str], bool], ...] = (
    ("footnote definition", re.compile(r"\[\^(?P<n>\d{1,3})\]:\s+"), True),
    ("round brackets", re.compile(r"\((?P<n>\d{1,3})\)\s+"), False),
    ("square brackets", re.compile(r"\[(?P<n>\d{1,3})\]\s+"), False),
    ("figure and stroke", re.compile(r"(?P<n>\d{1,3})/\s+"), False),
    ("bullet and figure", re.compile(r"\*\s+(?P<n>\d{1,3})\s+"), False),
    ("figure with full stop", re.compile(r"(?P<n>\d{1,3})\.\s+"), False),
    ("figure", re.compile(r"_?(?P<n>\d{1,3})\s+(?=\S)"), False),
)
"""Name, the beginning of a note, and whether that alone is proof."""
_OPENINGS = frozenset("[(*_")
"""With what a note of these forms begins, besides figures."""
_AFTER = 8
"""At most this many lines follow the list: archive reference, address, residue."""
_PROSE = 60
_RETURN = re.compile(r"\s*(?:\bBack\b|↩\ufe0e?)\s*$")
_SOURCE = re.compile(r"\[?Sources?:\s?|\[?(?:NAA|AA|FA|TNA|PRO|NARA)\s?:")
_ARCHIVE = re.compile(
    r"_?\[(?:NAA|AA|FA|CA|TNA|PRO|NARA|AWM|RGANI|PM ?& ?C|UKNA|NLA|ANZ|LAC|DEFENCE)\s?:\s?[^\]]{3,120}\]_?"
)


_STYLES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("link", re.compile(r"\[(?P<n>\d{1,3})\]\(#?\w+\)")),
    ("footnote", re.compile(r"\[\^(?P<n>\d{1,3})\](?!:)")),
    ("superscript", re.compile(r"<sup>(?P<n>\d{1,3})</sup>")),
    ("caret", re.compile(r"\^(?<=\S\^)(?P<n>\d{1,3})(?!\d)")),
    ("square", re.compile(r"\[(?<![\w.]\d\[)(?P<n>\d{1,3})\]")),
    ("round", re.compile(r"\((?<=[^\s(]\()(?P<n>\d{1,3})\)")),
    ("stroke", re.compile(r"(?P<n>\d(?<![\d/–-]\d)(?<!\d[.,]\d)\d{0,2})/(?=[\s.,;:)”\"]|\Z)")),
)
"""Forms of marks that cannot be mistaken once most notes of the list have one; a round bracket is glued to a word.
United Nations records have a stroke: `Berlin.1/`."""
_CLASHES = {"(": "[^<", "[": "("}
"""What a list of notes begins with, and the marks that it cannot answer: `(1) Closing of the Burma Road.` is a demand,
where the marks are `[1]`."""
_Marked = tuple[int, re.Match[str]]
"""The index of a line and the match of the number that it begins with."""
_SURE = 1.5
"""A mark without brackets confirms a list only with this weight (see `segment.notes`)."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One note of a list: its lines and the length of the mark at the start of the first."""

    lines: tuple[Line, ...]
    n: str
    width: int


@dataclass(frozen=True, slots=True)
class NoteList:
    """Lines `first` to `last` (exclusive) hold these notes, numbered from `start` on."""

    first: int
    last: int
    entries: tuple[Entry, ...]
    certain: bool
    start: int = 1

    @property
    def numbers(self) -> range:
        """The numbers from the first note to the last; there may be more of them than notes."""
        return range(self.start, int(self.entries[-1].n) + 1)

    def of_entries(self, marks: Sequence[Place | None]) -> list[Place | None]:
        """Of the marks of all its numbers those of its notes."""
        return [marks[int(entry.n) - self.start] for entry in self.entries]

    def answers(self, text: str, marks: Sequence[Place | None]) -> bool:
        """Whether a list of this form may have such marks."""
        clash = _CLASHES.get(self.entries[0].lines[0].text[0], "")
        return not any(mark is not None and text[mark.span.start] in clash for mark in marks)


def candidates(lines: Sequence[Line]) -> list[NoteList]:
    """What may be the list of notes that ends the document (an archive reference or address may follow it)."""
    starts = [i for i, line in enumerate(lines) if line.text[0] in _OPENINGS or line.text[0].isdigit()]
    lists: list[NoteList] = []
    for _, form, proof in _FORMS:
        marked = [(i, match) for i in starts if (match := form.match(lines[i].text[:16]))]
        runs = (_from_one(marked), _through(marked), _with_gaps(marked))
        lists += [found for run in runs if run and (found := _list(lines, run, proof)) is not None]
    if (plain := _unnumbered(lines)) is not None:
        lists.append(plain)
    return lists


def _from_one(marked: Sequence[_Marked]) -> list[_Marked]:
    """The last run of lines numbered from 1; lines with other numbers may stand between."""
    run: list[_Marked] = []
    for i, match in marked:
        if int(match["n"]) == 1:
            run = [(i, match)]
        elif run and int(match["n"]) == len(run) + 1:
            run.append((i, match))
    return run


def _through(marked: Sequence[_Marked]) -> list[_Marked]:
    """The run of two lines or more that ends with the last numbered line and begins at another number than 1."""
    numbers = [int(match["n"]) for _, match in marked]
    first = len(numbers) - 1
    while first > 0 and numbers[first - 1] == numbers[first] - 1:
        first -= 1
    return list(marked[first:]) if first < len(numbers) - 1 and numbers[first] > 1 else []


def _with_gaps(marked: Sequence[_Marked]) -> list[_Marked]:
    """The last run of lines whose numbers rise from 1, though some are missing."""
    run: list[_Marked] = []
    for i, match in marked:
        n = int(match["n"])
        if n == 1:
            run = [(i, match)]
        elif run and n > int(run[-1][1]["n"]):
            run.append((i, match))
    return run if run and int(run[-1][1]["n"]) > len(run) else []


def _list(lines: Sequence[Line], run: Sequence[_Marked], proof: bool) -> NoteList | None:
    """The list whose notes begin at these lines, if it ends the document; where numbers are missing, each note must
    lead back to its mark."""
    end = _end(lines, run[-1][0])
    if len(lines) - end > _AFTER:
        return None
    stops = [*(i for i, _ in run[1:]), end]
    entries = tuple(
        Entry(tuple(lines[i:stop]), match["n"], match.end()) for (i, match), stop in zip(run, stops, strict=True)
    )
    if (
        len(run) == 1
        and not proof
        and any(len(line.text) > _PROSE and not is_source(line.text) for line in lines[end:])
    ):
        return None  # a numbered paragraph among others
    returns = sum(bool(_RETURN.search(entry.lines[-1].text)) for entry in entries)
    start, last = int(run[0][1]["n"]), int(run[-1][1]["n"])
    if last - start >= len(run) > returns:
        return None
    return NoteList(run[0][0], end, entries, proof or returns * 2 > len(entries), start)


_SIGNED = re.compile(r"\\?(?P<n>\*{1,5}|[†‡§]{1,3}|[a-z])\s+(?=[A-ZА-Я“\"«])")


def is_signed(text: str) -> bool:
    """Whether a line begins with the sign of a note at the foot of a page."""
    return _SIGNED.match(text[:8]) is not None


def page_notes(lines: Sequence[Line]) -> NoteList | None:
    """Notes at the foot of a page, each begun by a sign: `* The words "and stand" inserted in pencil.`

    Signs are stars in rising number, or letters from `a` on; a line without a sign goes on with the note before.
    """
    starts = [(i, found) for i, line in enumerate(lines) if (found := _SIGNED.match(line.text[:8])) is not None]
    signs = [found["n"] for _, found in starts]
    rising = [s for s in signs if s[0] in "*†‡§"] == signs and sorted(signs, key=len) == signs != ["§"] * len(signs)
    letters = "".join(signs) == "abcdefghijklmnopqrstuvwxyz"[: len(signs)]
    if not starts or starts[0][0] != 0 or not (rising or letters):
        return None
    stops = [*(i for i, _ in starts[1:]), len(lines)]
    entries = tuple(
        Entry(tuple(lines[i:stop]), found["n"], found.end()) for (i, found), stop in zip(starts, stops, strict=True)
    )
    return NoteList(0, len(lines), entries, True)


def page_marks(text: str, span: Span, found: NoteList) -> list[Place | None]:
    """The marks of a page's notes within the text of that page."""
    marks: list[Place | None] = []
    at = span.start
    for entry in found.entries:
        sign = re.escape(entry.n)
        glued = rf"(?<=[.,;:)”\"]){sign}(?!\w)" if entry.n.isalpha() else rf"(?<=[\w.,;:)”\"’]){sign}(?![*†‡§])"
        match = re.compile(glued).search(text, at, span.end)
        marks.append(Place(Span(*match.span()), None, 1.0) if match else None)
        at = match.end() if match else at
    return marks


def table_marks(text: str, span: Span, found: NoteList) -> list[Place | None]:
    """The first mark of each note of a table within its cells; all notes have one, or the list is not believed."""
    marks: list[Place | None] = []
    for entry in found.entries:
        sign = re.escape(entry.n)
        match = re.compile(rf"(?<![*†‡\\]){sign}(?![*†‡])").search(text, span.start, span.end)
        marks.append(Place(Span(*match.span()), None, 1.0) if match else None)
    return marks if all(marks) else [None] * len(marks)


def _unnumbered(lines: Sequence[Line]) -> NoteList | None:
    """Notes as a list of hyphens without numbers, each closed by the sign that leads back: `- See Document 95.↩`."""
    first = len(lines)
    while first and lines[first - 1].text.startswith("- ") and _RETURN.search(lines[first - 1].text):
        first -= 1
    if first == len(lines):
        return None
    entries = tuple(Entry((line,), str(k), 2) for k, line in enumerate(lines[first:], 1))
    return NoteList(first, len(lines), entries, True)


def _end(lines: Sequence[Line], at: int) -> int:
    """Where the last note ends: before a blank line, unless the next line is indented under it."""
    stop = at + 1
    while stop < len(lines) and (not lines[stop].blanks and lines[stop].text != "_") and len(lines[stop - 1].text) > 20:
        stop += 1
    return stop


def believable(text: str, found: NoteList, spans: Sequence[Span]) -> list[Place | None] | None:
    """The marks of the notes in some spans of the text if list and text fit together, else None."""
    marks = _marks_of(text, found, spans)
    return marks if marks is None or found.certain or found.answers(text, marks) else None


def _marks_of(text: str, found: NoteList, spans: Sequence[Span]) -> list[Place | None] | None:
    count, start, numbers = len(found.entries), found.start, found.numbers
    for _, style in _STYLES:
        marks = found.of_entries(_in_style(text, spans, numbers, style))
        if sum(mark is not None for mark in marks) * 2 > count:
            return marks
    marks = [
        None if mark is None or mark.weight == DOUBTFUL or _closes_emphasis(text, mark.span) else mark
        for mark in found.of_entries(match_marks(text, list(spans), len(numbers), start))
    ]
    sure = sum(mark is not None and mark.weight >= _SURE for mark in marks)
    if start > 1:
        marks = [mark if mark and mark.label == start + k else None for k, mark in enumerate(marks)]
        exact = sum(mark is not None and mark.weight > _SURE for mark in marks)
        return marks if found.certain or (exact > 1 and exact * 2 > count) else None
    return marks if found.certain or sure * 2 > count else None


def best(
    text: str, lines: Sequence[Line], spans_of: Callable[[Sequence[Line]], Sequence[Span]]
) -> tuple[NoteList | None, list[Place | None]]:
    """The list of notes at the end of some lines with the marks of its notes: of the lists that the text confirms, the
    one with most marks in it, and of equal ones the last; without a list (None, []). `spans_of` the lines before it are
    where marks may stand."""
    confirmed: list[tuple[tuple[bool, int, int], NoteList, list[Place | None]]] = []
    for found in candidates(lines):
        marks = believable(text, found, spans_of(lines[: found.first]))
        if marks is not None:
            hits = sum(mark is not None for mark in marks)
            confirmed.append(((found.certain, hits - 2 * (len(marks) - hits), found.first), found, marks))
    first = max(confirmed, key=lambda one: one[0], default=None)
    return first[1:] if first else (None, [])


@dataclass(frozen=True, slots=True)
class Listed:
    """A note in its list: the span of its printed number, its block, the blocks after it that belong to it, and where
    it hangs (None if nowhere)."""

    label: Span
    note: Block
    rest: tuple[Block, ...]
    at: Span | None

    @property
    def anchor(self) -> Anchor | None:
        """The anchor of the note."""
        return Anchor(self.note.get("xml:id"), self.at) if self.at is not None else None


def hanging(mark: Place | None, source: bool, head: int | None) -> Span | None:
    """Where a note hangs: at its mark; without one, a source note at the end of the title, any other nowhere."""
    if mark is not None:
        return mark.span
    return Span(head, head) if source and head is not None else None


def note_attrs(note_id: str, n: str, source: bool) -> Attrs:
    """The attributes of a note of a list."""
    kind: Attrs = (("type", "source"),) if source else ()
    return (("xml:id", note_id), ("n", n), *kind, ("place", "foot"))


def in_list(notes: Iterable[Listed]) -> Iterator[Block]:
    """`fw type="notes"` with the notes inside, cut where one that hangs nowhere stands by itself after its number."""
    for hangs, group in itertools.groupby(notes, lambda note: note.at is not None):
        run = list(group)
        if hangs:
            inside = tuple(block for note in run for block in (note.note, *note.rest))
            yield Block("fw", Span(run[0].label.start, inside[-1].span.end), (("type", "notes"),), inside)
        else:
            for note in run:
                yield from (Block("fw", note.label, (("type", "noteNumber"),)), note.note, *note.rest)


class Notes:
    """Makes blocks of a list of notes and finds where they hang."""

    def __init__(self, transcript: Transcript, first_id: int = 1) -> None:
        self._transcript = transcript
        self._next = first_id
        self.anchors: list[Anchor] = []
        self.findings: list[Finding] = []
        self.claims: list[Claim] = []

    def blocks(self, found: NoteList, marks: Sequence[Place | None], head: Span | None) -> list[Block]:
        """`fw type="notes"` with the notes inside; a note without a mark stands by itself after its number."""
        title = head.end if head is not None else None
        listed = [self._listed(entry, mark, title) for entry, mark in zip(found.entries, marks, strict=True)]
        self.anchors += [anchor for note in listed if (anchor := note.anchor) is not None]
        for entry, note in zip(found.entries, listed, strict=True):
            if note.at is None:
                label = Span(note.label.start, note.label.start + entry.width)
                hint = "The mark may have been lost with the line that it stood in, often the title or the date line."
                self.findings.append(finding("notes/no-mark", f"Note {entry.n} has no mark in the text.", hint, label))
        return list(in_list(listed))

    def _listed(self, entry: Entry, mark: Place | None, title: int | None) -> Listed:
        """The note, and the word that leads back to the text; `title` is the offset at which the title ends."""
        transcript = self._transcript
        first = entry.lines[0].start
        start = first + entry.width
        label = Span(first, first + len(transcript.text[first:start].rstrip()))
        end = entry.lines[-1].end
        back = _RETURN.search(transcript.text, start, end) if _RETURN.search(entry.lines[-1].text) else None
        stop = back.start() if back else end
        figure = re.search(r"\d+|[*†‡§]+", transcript[mark.span]) if mark is not None else None
        source = _SOURCE.match(transcript.text, start) is not None
        attrs = note_attrs(self._new_id(), figure.group() if figure else entry.n, source)
        note = self._leaf(Span(start, max(stop, start)), attrs)
        rest: tuple[Block, ...] = ()
        if back:
            word = back.group().strip()
            at = back.start() + back.group().index(word)
            rest = (Block("fw", Span(at, at + len(word)), (("type", "boilerplate"),)),)
        return Listed(label, note, rest, hanging(mark, source, title))

    def _new_id(self) -> str:
        self._next += 1
        return f"fn{self._next - 1}"

    def source(self, lines: Sequence[Line], head: Span | None) -> Block:
        """A source note without a number: it hangs on the head, if there is one."""
        note_id = self._new_id()
        span = Span(lines[0].start, lines[-1].end)
        place = "end" if head is None else "foot"
        note = self._leaf(span, (("xml:id", note_id), ("type", "source"), ("place", place)))
        if head is None:
            return note
        self.anchors.append(Anchor(note_id, Span(head.end, head.end)))
        return Block("fw", note.span, (("type", "notes"),), (note,))

    def _leaf(self, span: Span, attrs: Attrs) -> Block:
        self.claims += emphasis(self._transcript.text, span)
        return Block("note", span, attrs)


def _closes_emphasis(text: str, span: Span) -> bool:
    """Whether stars that look like a mark end words in bold or italics: `**01373**`."""
    stars = text[span.start : span.end]
    line = text[text.rfind("\n", 0, span.start) + 1 : span.start]
    return stars.strip("*") == "" and stars in line[-200:]


def _in_style(text: str, spans: Sequence[Span], numbers: range, style: re.Pattern[str]) -> list[Place | None]:
    """For each note number the first mark of that form after the mark of the note before."""
    marks: list[Place | None] = [None] * len(numbers)
    last = numbers.start - 1
    for span in spans:
        for found in style.finditer(text, span.start, span.end):
            n = int(found["n"])
            if n > last and n in numbers:
                marks[n - numbers.start] = Place(Span(*found.span()), n, 3.0)
                last = n
    return marks


_REFERENCE = re.compile(
    r"(?:RGANI|AVP\s?RF|GARF|RGASPI|AP\s?RF|TsKhSD|TsAMO|Archive of)\b.{0,90}?(?:\bF\.\s?\d|[Cc]opy)", re.DOTALL
)


def is_archive(text: str) -> bool:
    """A paragraph that is the reference of a Russian archive: `RGANI. F. 52. Op. 1. D. 584. L. 111-114. Original.`"""
    return len(text) < 400 and _REFERENCE.match(text) is not None


def is_source(text: str) -> bool:
    """A paragraph that tells the source: `Source: Department of State, …`, `[NAA: A1838, TS696/17/1 part 4]`."""
    return (
        text.startswith(("Source:", "Source.", "Sources:", "[Source:")) or _ARCHIVE.fullmatch(text.strip()) is not None
    )
