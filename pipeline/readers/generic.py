"""Any plain text: what is clear becomes structure, everything else ordinary paragraphs. Never fails.

    Letter From A to B            head
    Washington, May 5, 1961.      opener/dateline
    DEAR MR. CHAIRMAN: I …        opener/salute, p
    1. First …                    list type="ordered"
    Sincerely,                    closer/salute
    John Smith                    closer/signed
    1 Not printed. Back           note at its mark, list as fw type="notes"

Other readers give a `Plan` that says where their family differs.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from pipeline.findings import finding
from pipeline.model import Attrs, Block, Document, Evidence, Span, Transcript
from pipeline.segment import endnotes, forms, letters, shapes
from pipeline.segment.anatomy import dissect
from pipeline.segment.broken import mended
from pipeline.segment.columns import is_columned
from pipeline.segment.coversheet import is_table
from pipeline.segment.division import PROSE
from pipeline.segment.docnumbers import numbered, series
from pipeline.segment.endnotes import Notes
from pipeline.segment.flow import Flow, enclosing
from pipeline.segment.furniture import recognize
from pipeline.segment.lines import Line, lines_of
from pipeline.segment.paragraphs import Layout, Paragraph, ends_sentence, pieces
from pipeline.segment.plan import PLAIN, Apart, Item, Plan
from pipeline.segment.quoting import bounds_quotation
from pipeline.segment.rulings import unruled
from pipeline.segment.signing import is_afterword, is_dated, is_signature
from pipeline.segment.titling import FRONT
from pipeline.segment.zones import Zone, zones

NAME = "generic"


def evidence(transcript: Transcript) -> Evidence:
    """Fits everything a little."""
    return Evidence(0.32 if transcript.text else 0.1, "any text")


def read(transcript: Transcript, plan: Plan = PLAIN) -> Document:
    """The document of one transcript."""
    return _Reading(transcript, plan).document()


_FIRST = 12
"""Titles without blank lines stand within so many lines."""


def _is_loud(text: str) -> bool:
    """Whether a line is in capitals, a few of them misread."""
    loud = sum(map(str.isupper, text))
    return loud > 10 and loud > 0.8 * max(sum(map(str.isalpha, text)), 13)


def _goes_on(before: Line, after: Line) -> bool:
    """Whether a title in capitals goes on in the next line: in short capitals (`AT 1030 HOURS`), in small letters."""
    small = after.text[:1].islower() and before.text.isupper()
    return not after.blanks and (small or (before.text.isupper() and after.text.isupper()))


class _Reading:
    """One pass over a transcript."""

    def __init__(self, transcript: Transcript, plan: Plan) -> None:
        self._plan = plan
        self._transcript = transcript
        self._all, self._ruling = unruled(mended(transcript, lines_of(transcript)))
        self._aparts = self._find_aparts()
        covered = {i for first, last, _ in self._aparts for i in range(first, last)}
        kept = [i for i in range(len(self._all)) if i not in covered]
        self._lines = [self._all[i] for i in kept]
        self._cuts = {k for k in range(1, len(kept)) if kept[k] != kept[k - 1] + 1}
        self._flow = Flow(transcript, self._lines)
        self._notes = Notes(self._transcript)

    # -- what is apart ----------------------------------------------------------
    def _find_aparts(self) -> list[tuple[int, int, str]]:
        ranges = [(first, last, "metadata") for first, last in self._plan.apart(self._all)]
        end = min((first for first, _, _ in ranges if first), default=len(self._all))
        start = max((last for first, last, _ in ranges if first == 0), default=0)
        body = self._all[start:end]
        self._found, self._marks = endnotes.best(self._transcript.text, body, self._marked)
        if self._found:
            ranges.append((start + self._found.first, start + self._found.last, "notes"))
        tail = range(max(start, end - 12), end)
        sources = [i for i in tail if endnotes.is_source(self._all[i].text)]
        taken = {i for first, last, _ in ranges for i in range(first, last)}
        for at in sources:
            if at not in taken:
                stop = self._source_end(at, end, taken)
                ranges.append((at, stop, "source"))
                taken.update(range(at, stop))
        return sorted(ranges)

    def _source_end(self, at: int, end: int, taken: Container[int]) -> int:
        """The line after a source note; the word `Source:` alone goes on below, but not in lines that are `taken`."""
        stop = at + 1
        while self._all[at].text.endswith(":") and stop < end and stop not in taken and not self._all[stop].blanks:
            stop += 1
        return stop

    @staticmethod
    def _marked(lines: Sequence[Line]) -> list[Span]:
        """The parts of the text where marks of notes may stand: not within source notes or furniture."""
        spans: list[Span] = []
        fresh = True
        for line in lines:
            if endnotes.is_source(line.text) or endnotes.is_archive(line.text) or recognize(line.text) is not None:
                fresh = True
            elif fresh:
                spans.append(line.span)
                fresh = False
            else:
                spans[-1] = Span(spans[-1].start, line.end)
        return spans

    def _items(self) -> list[Item]:
        """Text, furniture and what is apart, in text order."""
        found = zones(self._lines, frozenset(self._cuts))
        inside = {i for zone in found for i, _ in zone.lines}
        text_lines = [line for i, line in enumerate(self._lines) if i not in inside]
        layout = Layout.of(text_lines)
        cuts = frozenset(
            (*self._cuts, *self._titles(), *self._signatures(inside), *self._after_numbers(), *self._quotations())
        )
        items: list[Item] = list(pieces(self._lines, found, layout, self._plan.starts, cuts))
        for first, last, kind in self._aparts:
            lines = tuple(self._all[first:last])
            notes = self._found if kind == "notes" else None
            items.append(Apart(kind, lines, notes, tuple(self._marks) if notes else ()))
        items.sort(key=self._offset)
        return list(self._with_page_notes([self._as_source(item) for item in items]))

    def _with_page_notes(self, items: Sequence[Item]) -> Iterator[Item]:
        """Paragraphs of notes right before the page changes, or at the end, become lists of notes."""
        items = [piece for at, item in enumerate(items) for piece in self._notes_apart(items, at, item)]
        page = at = 0
        while at < len(items):
            item = items[at]
            stop = at
            while stop < len(items) and self._may_be_notes(items[stop]):
                stop += 1
            notes = self._page_notes(items[at:stop], page) if stop > at and self._is_foot(items, stop) else None
            if stop > at and at and notes is None:
                notes = self._table_notes(items[at - 1], items[at:stop])
            yield notes or item
            if isinstance(item, Zone) and item.change >= 0:
                page = self._lines[item.last].end
            elif isinstance(item, Paragraph) and any(zone.change >= 0 for zone in item.zones):
                page = self._lines[item.zones[-1].last].end
            at = stop if notes else at + 1

    def _notes_apart(self, items: Sequence[Item], at: int, item: Item) -> tuple[Item, ...]:
        """A paragraph at the foot of a page whose last lines are notes, in two."""
        if not isinstance(item, Paragraph) or item.zones or not self._is_foot(items, at + 1):
            return (item,)
        first = next((k for k, line in enumerate(item.lines) if k and endnotes.is_signed(line.text)), 0)
        notes = endnotes.page_notes(item.lines[first:]) if first else None
        if notes is None or item.lines[first].text[0] not in "a*†":
            return (item,)
        return Paragraph(item.lines[:first]), Paragraph(item.lines[first:])

    @staticmethod
    def _may_be_notes(item: Item) -> bool:
        return isinstance(item, Paragraph) and not item.zones and endnotes.is_signed(item.lines[0].text)

    @staticmethod
    def _is_foot(items: Sequence[Item], at: int) -> bool:
        following = items[at] if at < len(items) else None
        return following is None or (isinstance(following, Zone) and (following.change >= 0 or at == len(items) - 1))

    def _table_notes(self, table: Item, items: Sequence[Item]) -> Apart | None:
        """Notes with stars right below the table that has their marks."""
        if not isinstance(table, Paragraph) or table.zones or not (is_table(table.lines) or is_columned(table.lines)):
            return None
        lines = tuple(line for item in items if isinstance(item, Paragraph) for line in item.lines)
        notes = endnotes.page_notes(lines)
        if notes is None or notes.entries[0].n.isalpha():
            return None
        marks = endnotes.table_marks(self._transcript.text, table.span, notes)
        return Apart("notes", lines, notes, tuple(marks)) if any(marks) else None

    def _page_notes(self, items: Sequence[Item], page: int) -> Apart | None:
        lines = tuple(line for item in items if isinstance(item, Paragraph) for line in item.lines)
        notes = endnotes.page_notes(lines)
        if notes is None:
            return None
        marks = endnotes.page_marks(self._transcript.text, Span(page, lines[0].start), notes)
        sure = any(marks) or len(notes.entries) > 1
        return Apart("notes", lines, notes, tuple(marks)) if sure else None

    @staticmethod
    def _as_source(item: Item) -> Item:
        """A paragraph that is an archive's reference becomes a source note."""
        if isinstance(item, Paragraph) and not item.zones and endnotes.is_archive(item.text):
            return Apart("source", item.lines)
        return item

    def _after_numbers(self) -> Iterator[int]:
        """The line below one with which another document begins: its title."""
        part = self._plan.part
        return (i + 1 for i, line in enumerate(self._lines) if part is not None and part.fullmatch(line.text))

    def _quotations(self) -> Iterator[int]:
        """Lines that say where a quoted paper begins or ends, and the lines below them."""
        for i, line in enumerate(self._lines):
            if bounds_quotation(line.text) and recognize(line.text) is None:
                yield from (i, i + 1)

    def _signatures(self, inside: set[int]) -> Iterator[int]:
        """A signature right below the last sentence of the document: `… TO THE SEA.` / `STEDMAN`."""
        last = next((i for i in range(len(self._lines) - 1, 0, -1) if i not in inside), 0)
        if last and last - 1 not in inside and not self._lines[last].blanks:
            line, before = self._lines[last], self._lines[last - 1]
            name = len(line.text) <= 40 and (is_signature(line.text) or is_dated((line,)))
            if name and ends_sentence(before.text) and not before.text.endswith(":"):
                yield last

    def _titles(self) -> Iterator[int]:
        """Lines of the front matter that open a title right below another line."""
        yield from self._shouts()
        for i, line in enumerate(self._lines[:FRONT]):
            if (forms.is_title(line.text) and line.text[0].isupper()) or self._is_exchange(i):
                yield i
            elif len(line.text) > PROSE:
                return

    def _is_exchange(self, at: int) -> bool:
        """Whether a line right below number and reference says who writes to whom."""
        line = self._lines[at]
        if line.blanks or " to " not in line.text or not letters.is_exchange(line.text):
            return False
        return any(numbered(above.text) for above in self._lines[max(0, at - 2) : at])

    def _shouts(self) -> Iterator[int]:
        """Where capitals begin and end in the first lines of a text that has few: titles without blank lines."""
        loud = [_is_loud(line.text) for line in self._lines[:_FIRST]]
        lines = self._lines
        edges = [i for i in range(1, len(loud)) if loud[i] != loud[i - 1] and not _goes_on(lines[i - 1], lines[i])]
        if edges and (sum(loud) + sum(_is_loud(line.text) for line in self._lines[_FIRST:])) * 4 < len(self._lines):
            yield from edges

    def _offset(self, item: Item) -> int:
        return self._lines[item.first].start if isinstance(item, Zone) else item.lines[0].start

    def _root(self, items: Sequence[Item]) -> Block:
        """One document, or a division for each of several that follow each other, or for its attachments."""
        texts = [i for i, item in enumerate(items) if isinstance(item, Paragraph)]
        parts = [i for i in texts if self._opens_part(items[i])] if self._plan.part else series(items)
        if parts and (len(parts) > 1 or parts[0] != texts[0]):
            if parts[0] == texts[0]:
                parts[0] = 0
            return self._collection(items, parts)
        return self._document(items)

    def _document(self, items: Sequence[Item]) -> Block:
        """One document, or a division for it and each of its attachments."""
        texts = [i for i, item in enumerate(items) if isinstance(item, Paragraph)]
        attached = [i for k, i in enumerate(texts) if k > 2 and self._is_attachment(items, i)]
        attached = [i for i in attached if i - 1 not in attached]
        if attached:
            return self._divided(items, attached, "document", ("main", "attachment"))
        return self._division(items, "document")

    def _collection(self, items: Sequence[Item], starts: Sequence[int]) -> Block:
        """Several documents; one whose number does not rise above the one before is an attachment of that one."""
        documents: list[list[int]] = []
        governing = 0
        for at in starts:
            number = next((int(n) for item in items[at : at + 3] if (n := self._part_number(item))), 0)
            if documents and 0 < number <= governing:
                documents[-1].append(at)
            else:
                documents.append([at])
                governing = number
        if len(documents) == 1 and not documents[0][0]:
            return self._divided(items, documents[0][1:], "document", ("main", "attachment"))
        stops = [*(group[0] for group in documents[1:]), len(items)]
        parts = [self._division(items[: documents[0][0]], "fragment")] if documents[0][0] else []
        for (first, *attached), stop in zip(documents, stops, strict=True):
            inside = items[first:stop]
            inner = [at - first for at in attached]
            parts.append(
                self._divided(inside, inner, "document", ("main", "attachment")) if inner else self._document(inside)
            )
        parts = [part for part in parts if part.children]
        return Block("div", enclosing(parts), (("type", "collection"),), tuple(parts))

    def _part_number(self, item: Item) -> str:
        """The figures of a line with which another document begins."""
        opens = isinstance(item, Paragraph) and self._opens_part(item)
        found = re.search(r"\d{1,4}", item.lines[0].text) if opens and isinstance(item, Paragraph) else None
        return found.group() if found else ""

    def _divided(self, items: Sequence[Item], starts: Sequence[int], kind: str, kinds: tuple[str, str]) -> Block:
        """Divisions that begin at `starts`; what stands before the first is of the first of two kinds."""
        parts = [self._division(items[: starts[0]], kinds[0])] if starts[0] else []
        parts += [
            self._division(items[i:stop], kinds[1]) for i, stop in zip(starts, [*starts[1:], len(items)], strict=True)
        ]
        parts = [part for part in parts if part.children]
        number = next((part.get("n") for part in parts if kinds[0] == "main" and part.get("n")), "")
        attrs: Attrs = (("type", kind), ("n", number)) if number else (("type", kind),)
        return Block("div", enclosing(parts), attrs, tuple(parts))

    @staticmethod
    def _is_attachment(items: Sequence[Item], at: int) -> bool:
        item = items[at]
        alone = isinstance(item, Paragraph) and len(item.lines) == 1 and item.lines[0].blanks > 0
        if not alone or not isinstance(item, Paragraph) or not shapes.is_attachment(item.text):
            return False
        after = next((after for after in items[at + 1 :] if isinstance(after, Paragraph)), None)
        return at + 1 < len(items) and (after is None or not is_afterword(after.text))

    def _opens_part(self, item: Item) -> bool:
        part = self._plan.part
        return part is not None and isinstance(item, Paragraph) and part.fullmatch(item.lines[0].text) is not None

    def _division(self, items: Sequence[Item], kind: str) -> Block:
        return dissect(self._flow, self._notes, self._plan, items, kind)

    # -- the document -------------------------------------------------------------
    def document(self) -> Document:
        """Blocks, claims, anchors and findings of the transcript."""
        items = self._items()
        root = self._root(items)
        whole = Span(0, len(self._transcript.text))
        children = root.children
        claims = (*self._ruling, *self._flow.claims, *self._notes.claims)
        findings = (*self._flow.findings, *self._notes.findings, *self._flow.marks.findings())
        if not children:
            findings = (finding("read/empty", "The transcript has no text.", "Look at the file.", whole), *findings)
        return Document(
            self._transcript,
            root,
            tuple(sorted(claims, key=lambda claim: (claim.span.start, len(claim.span) > 0, -claim.span.end))),
            tuple(self._notes.anchors),
            findings,
            self._plan.name,
        )
