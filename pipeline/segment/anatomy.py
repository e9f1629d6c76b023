"""The anatomy of a document: head, opener, cover sheet, participants, paragraphs, lists, closer, notes.

    Paragraph "Memorandum of Conversation", Zone, Paragraph "DATE: …", Paragraph "Kuznetsov thanked …", Apart(notes)
        →  head, fw, list type="coversheet", p, fw type="notes"

`Builder` goes through the items of a document once, from the top to the bottom.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.grammar.names import unsigned
from pipeline.grammar.salutations import is_salutation, salutation
from pipeline.model import Attrs, Block, Span
from pipeline.segment import forms, letters, shapes
from pipeline.segment.columns import columned, groups, is_columned, is_roll, roll
from pipeline.segment.coversheet import (
    coversheet,
    delegations,
    heads_columns,
    is_delegation,
    is_table,
    listed,
    participants,
    table,
)
from pipeline.segment.endnotes import Notes
from pipeline.segment.flow import Flow, enclosing
from pipeline.segment.furniture import Zone
from pipeline.segment.lines import Line
from pipeline.segment.lists import BULLETS
from pipeline.segment.numbering import BULLET, Numbering
from pipeline.segment.paragraphs import Paragraph, ends_sentence
from pipeline.segment.plan import Apart, Item, Plan

PROSE = 160
"""A paragraph of this length (characters) ends the front matter, as does a shorter one that is a full sentence."""
_WORDY = frozenset({"subject", "summary", "citation"})
"""Fields whose value may be a sentence."""
_NAMES = frozenset({"participants", "copies", "to", "from"})
"""Fields whose value are names, never a sentence."""
_CENTRED = 16
"""A single line indented by so many blanks stands in the middle."""
FRONT = 60
"""The front matter has at most this many pieces."""
_SENTENCE_END = re.compile(r"[.?!:\])\"”]\W*\d{0,2}\W*$")
_NUMBERED = re.compile(r"(?!(?:Mr|Mrs|Ms|Dr|Sr|Lt|Gen|Col|Hon|Sen|Rep|Amb|Cde|Adm)\.)\(?[\dA-Za-z]{1,3}[.)]\s")
_SENTENCE = re.compile(r"[a-z]{2}[.?!](?:\s+[A-Z]|\s?(?:\[\^?\d{1,3}\](?:\(#?\w+\))?|\d{1,2})?$)")
"""The end of a sentence, perhaps with the mark of a note."""
_ABBREVIATED = re.compile(
    r"\b(?:Hon|Mrs|Messrs|Gen|Col|Maj|Capt|Prof|Sen|Rep|Gov|Sec|Asst|Dept|Amb|Brig|Cmdr|Cde|Shri|Lt)\."
)
_STARS = frozenset({"* ", "• ", "- ", "– "})
_GAPS = re.compile(r"\s{3,}")
_TALK = re.compile(
    r"(?<=\s)(?:MR|DR|MRS|MISS|SIR|PROFESSOR|MAJOR|GENERAL|COLONEL|SENATOR)\b\.? ?[A-Z][A-Z .'’-]{2,30}:\s"
)
"""A speaker's label in capitals in mid-line."""


def _is_shouted(text: str) -> bool:
    """Whether a paragraph is a title in capitals, a few of them misread."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) > 24 and len(text) <= 2 * PROSE and sum(c.isupper() for c in letters) > 0.85 * len(letters)


_UNFINISHED = re.compile(r"\b(?:of|between|the|with|by)$", re.IGNORECASE)
"""The end of a line of a title that the next line goes on with."""
_LINKED = re.compile(r"(?:between|on an?|of an?|with|among|from|by)\s")
"""How the second line of a title goes on with the first: `MEMORANDUM` / `on a Conversation between …`."""
_TAKE_PART = re.compile(r"\b(?:delegat|particip|representativ|those present|attend|arriving)", re.IGNORECASE)
"""Titles of rolls of persons who take part."""
_NO_NAMES = re.compile(
    r"(?:provisional\s)?agenda|contents|index|(?:[A-Z][\w’'.-]+\s){0,3}(?:minutes|notes|record|summary)", re.IGNORECASE
)
"""Headings that end a list of those present: `Agenda`, `Thompson Minutes`."""
_INITIALS_AND_NAME = re.compile(r"(?:[A-Z]\.\s?){1,3}[A-Z][\w'’-]+(?:,? Jr\.?)?")


def _signatures(items: Sequence[Item]) -> Iterator[int]:
    """Ids of names alone right before the page changes, below a sentence: the signatures of papers within."""
    for before, item, after in zip(items, items[1:], [*items[2:], None], strict=False):
        below = isinstance(before, Paragraph) and _SENTENCE_END.search(before.lines[-1].text)
        last = after is None or (isinstance(after, Zone) and after.change >= 0)
        if below and last and isinstance(item, Paragraph) and _INITIALS_AND_NAME.fullmatch(item.text):
            yield id(item)


_AFTERWORDS = 10
"""So many short pieces may follow a signature: typist's initials, copies, notes of transmission, warnings."""
_COPIES = re.compile(
    r"(?:distribution|copies?\s+(?:to|sent)|cc|drafted|cleared|note|enclosures?|attachments?)\b|(?-i:[A-Z]{2,4}[:/][A-Za-z\d]{1,6})$",
    re.IGNORECASE,
)
"""How pieces below a signature begin: `Distribution:`, `cc:`, the typist's `HMC/21`."""


def _signed_above(items: Sequence[Item]) -> Iterator[int]:
    """The id of a name alone below the last sentence of the text, with nothing but short pieces after it."""
    texts = [item for item in items if isinstance(item, Paragraph)]
    last = zip(texts[-3::-1], texts[-2::-1], texts[::-1], strict=False)
    for before, item, after in itertools.islice(last, _AFTERWORDS):
        if not _is_afterword(after):
            return
        name = unsigned(item.lines[0].text if unsigned(item.text) != item.text else item.text)
        placed = item.lines[0].indent >= _CENTRED or name != item.text or _COPIES.match(after.text)
        named = (
            forms.is_signature(name)
            and not any(map(str.isdigit, name))
            and (" " in name or name.isupper() or name != item.lines[0].text)
        )
        below = len(before.text) > len(name) and ends_sentence(before.lines[-1].text)
        if placed and below and named and len(item.lines) < 3 and not item.zones:
            yield id(item)
            return


def _is_afterword(item: Paragraph) -> bool:
    short = len(item.text) < PROSE and len(item.lines) < 5 and not ends_sentence(item.lines[-1].text)
    return short or _COPIES.match(item.text) is not None


def _broken(items: Sequence[Item]) -> Iterator[tuple[int, str]]:
    """Ids of paragraphs that notes at the foot of the page cut in two, and which part each is (`I` or `F`)."""
    for at, item in enumerate(items):
        if not (isinstance(item, Apart) and item.kind == "notes" and 0 < at < len(items) - 2):
            continue
        before, zone, after = items[at - 1], items[at + 1], items[at + 2]
        turned = isinstance(zone, Zone) and zone.change >= 0
        if turned and isinstance(before, Paragraph) and isinstance(after, Paragraph):
            plain = not forms.MARKER.match(after.lines[0].text) and not forms.is_heading(after.text)
            if plain and not ends_sentence(before.lines[-1].text):
                yield id(before), "I"
                yield id(after), "F"


def _dated_line(item: Paragraph) -> int:
    """Which line of a title is its date line: `Telephone Conversation between …` / `May 27, 1964, 10:55 a.m.`; 0 if
    none. A title that `of` leads on to the date is one."""
    lines = item.lines[:6]
    if item.zones or len(item.lines) > 8:
        return 0
    found = (at for at, line in enumerate(lines) if at and forms.is_dateline(line.text))
    at = next(found, 0)
    return 0 if at and _UNFINISHED.search(lines[at - 1].text) else at


@dataclass(slots=True)
class _Listed:
    """What the lines `taken` into a list of participants have in common; each line is looked at once."""

    taken: Sequence[Line]
    seen: int = 0
    lines: int = 0
    bulleted: bool = True
    names: int = 0
    titled: int = 0

    def count(self) -> None:
        """Looks at the lines that were taken since the last time; those of a label do not count."""
        for line in self.taken[self.seen :]:
            if forms.field(line.text):
                continue
            self.lines += 1
            self.bulleted = self.bulleted and line.text[:2] in _STARS
            if not all(map(is_delegation, _GAPS.split(line.text))):
                self.names += 1
                self.titled += forms.is_person(line.text)
        self.seen = len(self.taken)


class Builder:
    """Turns items into the children of the document's div: top (head, opener), body, bottom (closer)."""

    def __init__(self, flow: Flow, notes: Notes, plan: Plan, items: Sequence[Item]) -> None:
        self._flow = flow
        self._notes = notes
        self._plan = plan
        self._items = list(items)
        self._head: Span | None = None
        self._blocks: list[Block] = []
        self._broken = dict(_broken(self._items))
        self._signatures = {*_signatures(self._items), *_signed_above(self._items)}
        self._underlined = set(self._with_rule_below())
        self._numbering = Numbering(self._items, self._is_heading, plan.ordered)
        self.number = ""

    def build(self) -> list[Block]:
        """The blocks in text order."""
        at = self._front()
        closing = self._closing(at)
        self._body(at, closing)
        self._bottom(closing)
        return self._blocks

    def _with_rule_below(self) -> Iterator[int]:
        """Ids of short lines right above a rule of hyphens: headings, whatever their words."""
        for item, rule in itertools.pairwise(self._items):
            if isinstance(item, Paragraph) and isinstance(rule, Zone) and len(item.lines) < 3 and not item.zones:
                line = self._flow.lines[rule.first]
                short = len(item.text) < 90 and not ends_sentence(item.text)
                if short and not line.blanks and re.fullmatch(r"[-=_]{3,}", line.text):
                    yield id(item)

    # -- pieces that are the same everywhere ---------------------------------------
    def _other(self, item: Zone | Apart) -> None:
        if isinstance(item, Zone):
            self._blocks += self._flow.zone(item)
        elif item.kind == "metadata":
            self._blocks.append(self._flow.furniture(item.lines, "metadata"))
        elif item.kind == "source":
            self._blocks.append(self._notes.source(item.lines, self._head))
        elif item.notes is not None:
            self._blocks += self._notes.blocks(item.notes, item.marks, self._head)

    @property
    def _top(self) -> bool:
        """Whether head and opener may still stand: nothing of the body has come."""
        return all(block.kind in ("head", "opener", "fw", "pb", "note") for block in self._blocks)

    # -- front ----------------------------------------------------------------------
    def _front(self) -> int:
        """Blocks of the front matter; the index of the first item of the body."""
        title = self._title()
        at = 0
        while at < len(self._items) and at < max(FRONT, title + 1):
            item = self._items[at]
            if not isinstance(item, Paragraph):
                self._other(item)
                at += 1
            elif at < title:
                self._above(item)
                at += 1
            elif at == title:
                at = self._titled(item, at)
            else:
                after = self._front_piece(item, at)
                if after is None:
                    break
                at = after
        return at

    def _title(self) -> int:
        """Index of the item that is the title; -1 if none is clear."""
        texts = [(i, item) for i, item in enumerate(self._items[:FRONT]) if isinstance(item, Paragraph)]
        before: list[Paragraph] = []
        part = self._plan.part
        if part and len(texts) > 1 and part.fullmatch(texts[0][1].text) and len(texts[1][1].text) < 3 * PROSE:
            return texts[1][0]
        if texts and shapes.is_attachment(texts[0][1].text):
            return texts[0][0]
        for i, item in texts:
            first = item.lines[0].text
            if (forms.is_title(item.text) or forms.is_plain_title(first)) and not forms.field(first):
                return self._fuller_title(i)
            if not before and letters.is_exchange(item.text):
                return i
            if _dated_line(item) and forms.is_title(first):
                return i
            if forms.field(first) or self._is_prose(item):
                break
            before.append(item)
        if self._below_chrome(texts):
            return texts[1][0]
        if texts and before and before[0] is texts[0][1] and self._opens(texts):
            return next((i for i, item in texts if not forms.is_file_number(item.text)), texts[0][0])
        return -1 if self._plan.typescript or not self._plan.headings else self._headed(texts[:6])

    def _fuller_title(self, at: int) -> int:
        """The index of the title, where `MEMORANDUM` is only the head of the form and `MEMORANDUM OF CONVERSATION`
        stands below office, place and classification."""
        item = self._items[at]
        if not isinstance(item, Paragraph) or item.text.strip().casefold() != "memorandum":
            return at
        for i in range(at + 1, min(at + 7, len(self._items))):
            below = self._items[i]
            if isinstance(below, Paragraph) and (forms.field(below.text) or self._is_prose(below)):
                return at
            if isinstance(below, Paragraph) and forms.is_plain_title(below.lines[0].text) and " " in below.text:
                return i
        return at

    def _below_chrome(self, texts: Sequence[tuple[int, Paragraph]]) -> bool:
        """Whether a digital archive's page opens with its own words and the date, so that the title comes next."""
        if len(texts) < 3 or not forms.is_dateline(texts[0][1].text) or len(texts[1][1].text) > 2 * PROSE:
            return False
        before = [item for item in self._items[: texts[0][0]] if isinstance(item, Zone)]
        words = any(tag.type == "boilerplate" for zone in before for _, tag in zone.lines)
        return words and not forms.field(texts[1][1].lines[0].text) and not texts[1][1].text.endswith(".")

    def _headed(self, texts: Sequence[tuple[int, Paragraph]]) -> int:
        """A title that only its look and place show: the first paragraph in capitals, or the last of the headings
        with which the text begins (the ones above it name the section); -1 if none."""
        found, dated = -1, False
        for k, (i, item) in enumerate(texts[:-1]):
            text = item.text
            if forms.is_dateline(text):
                dated = True
                continue
            if k < 2 and _is_shouted(text) and not _is_shouted(texts[k + 1][1].text):
                return i
            if forms.field(item.lines[0].text):
                break
            if not dated and self._is_heading(item) and len(item.lines) < 3 and not item.zones and len(text) > 8:
                found = i
            elif not (text[0] == "[" and text[-1] == "]" and len(text) < 40) or found < 0:
                break
        return found

    @staticmethod
    def _opens(texts: Sequence[tuple[int, Paragraph]]) -> bool:
        """Whether the first paragraph is a title by its place: numbered, or marked as heading, or above a date line."""
        texts = [pair for pair in texts if not forms.is_file_number(pair[1].text)] or texts
        text = texts[0][1].text
        numbered = re.match(r"(?:#+\s*)?\d{1,4}\\?\.\s+[A-Z]", text) is not None and forms.is_heading(text[:110])
        dated = len(texts) > 1 and forms.is_dateline(texts[1][1].text) and forms.is_heading(text)
        return text.startswith("#") or numbered or dated

    @staticmethod
    def _is_prose(item: Paragraph) -> bool:
        length = item.span.end - item.span.start
        return length > PROSE or (
            length > 60 and re.search(r"[.?!][\"'”’)\]]*\d{0,2}$", item.lines[-1].text) is not None
        )

    def _above(self, item: Paragraph) -> None:
        """What stands above the title: a series, a number, or the scraps and stamps of a typescript."""
        text = item.text
        if forms.is_dateline(text):
            self._opener("dateline", item)
            return
        if self._plan.typescript and not item.zones:
            self._blocks.append(
                self._flow.furniture(item.lines, "stamp" if any(c.isdigit() for c in text) else "header")
            )
            return
        if self._plan.series and not item.zones and self._plan.series.fullmatch(text):
            self._blocks.append(self._flow.furniture(item.lines, "header"))
            return
        number = re.fullmatch(r"(?:No\.?|№|Document)?\s?(\d{1,4}[a-z]?)\.?", text)
        kind = "number" if number else "fileNumber" if forms.is_file_number(text) else "above"
        self.number = number[1] if number else self.number
        if kind == "above" and len(item.lines) > 1 and not item.zones:
            self._blocks += [self._flow.leaf("head", line.span, (("type", kind),)) for line in item.lines]
            return
        self._blocks.append(self._flow.paragraph(item, "head", (("type", kind),)))

    def _titled(self, item: Paragraph, at: int) -> int:
        first = item.lines[0]
        number = re.match(r"(?:#+\s*)?(?:No\.?\s?)?(\d{1,4}[a-z]?)\\?\.\s+(?!Sitzung)(?=[A-Z“\"])", first.text)
        self.number = number[1] if number else self.number
        goes_on = len(item.lines) > 1 and _LINKED.match(item.lines[1].text) is not None
        if len(item.lines) > 1 and not item.zones and not goes_on and forms.is_plain_title(first.text):
            self._blocks.append(self._flow.leaf("head", first.span))
            rest = item.lines[1:]
            self._head = first.span
            if forms.field(rest[0].text):
                self._blocks.append(coversheet(self._flow, [list(rest)]))
            else:
                self._blocks.append(self._flow.furniture(rest, "stamp"))
        elif at_line := _dated_line(item):
            self._head = Span(first.start, item.lines[at_line - 1].end)
            self._blocks.append(self._flow.leaf("head", self._head))
            end = at_line + 1
            if end < len(item.lines) and forms.is_dateline(f"{item.lines[at_line].text} {item.lines[end].text}"):
                end += 1  # the hour below the day
            self._blocks.append(self._open("dateline", Span(item.lines[at_line].start, item.lines[end - 1].end)))
            if rest := item.lines[end:]:
                self._blocks.append(self._flow.leaf("p", Span(rest[0].start, rest[-1].end)))
            return at + 1
        else:
            self._blocks.append(self._flow.paragraph(item, "head"))
            self._head = item.span
        while at + 1 < len(self._items) and (_UNFINISHED.search(item.text) or self._goes_on_below(item, at)):
            after = self._items[at + 1]
            if not isinstance(after, Paragraph) or self._is_prose(after) or forms.field(after.lines[0].text):
                break
            self._blocks.append(self._flow.paragraph(after, "head"))
            self._head = after.span
            item, at = after, at + 1
        return at + 1

    def _goes_on_below(self, item: Paragraph, at: int) -> bool:
        """Whether the line right below a plain title goes on with it: `Memorandum` / `on a Conversation between …`."""
        after = self._items[at + 1]
        if not isinstance(after, Paragraph) or after.lines[0].blanks or not forms.is_plain_title(item.text):
            return False
        return _LINKED.match(after.text) is not None

    def _front_piece(self, item: Paragraph, at: int) -> int | None:
        """One piece of the front matter below the title; None where the body begins."""
        text = item.text
        if forms.field(item.lines[0].text) and not item.zones:
            return self._run_on(item, at) or self._sheet(at)
        if forms.is_dateline(text):
            self._opener("dateline", item)
        elif self._top and not item.zones and self._opens_letter(text, at):
            self._blocks.append(Block("opener", item.span))
        elif self._plan.bare_participants and len(names := self._bare_names(at)) > 1:
            return self._participants(names, at)
        elif not self.number and self._top and (number := re.fullmatch(r"(?:No\.?\s?)?(\d{1,4})\.", text)):
            self.number = number[1]
            self._blocks.append(self._flow.paragraph(item, "head", (("type", "number"),)))
        elif is_salutation(text):
            self._opener("salute", item)
        elif self._top and (greeting := letters.greeting(self._flow.transcript.text, item.lines[0], item.span.end)):
            salute, rest = greeting
            self._blocks += [self._open("salute", salute), self._flow.paragraph(item, start=rest.start)]
        elif self._top and not item.zones and forms.is_address([line.text for line in item.lines]):
            self._blocks.append(Block("opener", item.span, (), (self._address(item),)))
        elif not item.zones and is_table(item.lines):
            self._blocks.append(self._table(item))
        elif heads_columns(item.lines[0]) and (roll_ := self._columns_of_persons(item, at)):
            self._blocks.append(roll_)
            return at + (1 if len(item.lines) > 1 else 2)
        elif self._is_heading(item) and not self._is_prose(item) and not forms.MARKER.match(text):
            self._blocks.append(self._flow.paragraph(item, "p", (("rend", "heading"),)))
        elif self._field_follows(at) and not self._is_prose(item):
            if self._plan.typescript and not item.zones:
                self._blocks.append(self._flow.furniture(item.lines, "stamp"))
            else:
                self._blocks.append(self._flow.paragraph(item))
        else:
            return None
        return at + 1

    def _opens_letter(self, text: str, at: int) -> bool:
        """Whether a line between the title and the salutation belongs to the opening: `No. 1105.]`, an office that
        the dateline goes on with."""
        after = self._text(at + 1) if at + 1 < len(self._items) else ""
        return letters.is_opening(text) or (letters.is_office_line(text) and forms.is_dateline(after))

    def _columns_of_persons(self, item: Paragraph, at: int) -> Block | None:
        """The list of participants whose delegations stand side by side, their names in a line above the columns."""
        after = self._items[at + 1] if len(item.lines) == 1 and at + 1 < len(self._items) else None
        below = after.lines if isinstance(after, Paragraph) and not after.zones else item.lines[1:]
        if not below or item.zones or not all(_GAPS.search(line.text) for line in below[:-1]):
            return None
        return participants(self._flow, [[item.lines[0]], list(below)])

    def _field_follows(self, at: int) -> bool:
        """Whether a field of a cover sheet comes within the next pieces."""
        nearby = self._items[at + 1 : at + 6]
        return any(isinstance(item, Paragraph) and forms.field(item.lines[0].text) is not None for item in nearby)

    def _bare_names(self, at: int) -> list[Paragraph]:
        """The paragraphs from `at` on that may be participants: short lines without the end of a sentence."""
        names: list[Paragraph] = []
        for item in self._items[at:]:
            if not isinstance(item, Paragraph) or item.zones or not self._value(item) or len(item.text) > 120:
                break
            if forms.is_dateline(item.text) or salutation(item.text) or forms.MARKER.match(item.text):
                break
            names.append(item)
        return names

    def _participants(self, names: Sequence[Paragraph], at: int) -> int:
        """A list of participants whose delegations are told apart by one blank line more than their members."""
        usual = min(item.lines[0].blanks for item in names[1:])
        sides: list[list[Line]] = []
        for item in names:
            if not sides or item.lines[0].blanks > usual:
                sides.append([])
            sides[-1].extend(item.lines)
        apart = len(sides) > 1 and len(sides) < len(names)
        self._blocks.append(delegations(self._flow, sides) if apart else participants(self._flow, sides))
        return at + len(names)

    def _opener(self, kind: str, item: Paragraph) -> None:
        if self._top:
            self._blocks.append(self._open(kind, item.span))
        else:
            self._blocks.append(self._flow.paragraph(item, "p", (("rend", kind),)))

    def _open(self, kind: str, span: Span) -> Block:
        return Block("opener", span, (), (self._flow.leaf(kind, span),))

    def _address(self, item: Paragraph) -> Block:
        lines = tuple(self._flow.leaf("addrLine", line.span) for line in item.lines)
        return Block("address", item.span, (), lines)

    def _run_on(self, item: Paragraph, at: int) -> int:
        """Participants on whose line the talk begins: `Present: Dr. Evatt Mr. Dexter DR. EVATT: I …`; 0 if not."""
        line = item.lines[0]
        found = _TALK.search(line.text) if len(item.lines) == 1 and forms.field(line.text) else None
        if found is None or (forms.field(line.text) or ("", 0))[0] != "participants":
            return 0
        before = line.text[: found.start()].rstrip()
        head = Line(Span(line.start, line.start + len(before)), before, line.indent, line.blanks)
        self._blocks.append(coversheet(self._flow, [[head]]))
        self._blocks.append(self._flow.paragraph(item, start=line.start + found.start()))
        return at + 1

    def _sheet(self, at: int) -> int:
        """A run of fields with the short paragraphs that are their values."""
        groups: list[list[Line]] = []
        taken: list[Line] = []
        listed = _Listed(taken)
        kind, wanting = "", False
        while at < len(self._items):
            item = self._items[at]
            if not isinstance(item, Paragraph) or item.zones:
                break
            if forms.field(item.lines[0].text):
                last = next(line.text for line in reversed(item.lines) if forms.field(line.text))
                kind, width = forms.field(last) or ("", 0)
                wanting = width == len(item.lines[-1].text)
            elif kind == "participants" and groups and self._below_list(at, listed):
                break
            elif (wanting and self._short_value(item, kind)) or (kind == "participants" and self._value(item)):
                wanting = False
            else:
                break
            if groups and not item.lines[0].blanks:
                groups[-1].extend(item.lines)
            else:
                groups.append(list(item.lines))
            taken.extend(item.lines)
            at += 1
        self._blocks.append(coversheet(self._flow, groups))
        return at

    def _below_list(self, at: int, listed: _Listed) -> bool:
        """Whether a piece below a list of participants is none of its entries: the heading of the text, or a paragraph
        without the bullet that all of them have."""
        item = self._items[at]
        listed.count()
        bulleted = listed.lines > 1 and listed.bulleted
        plain = isinstance(item, Paragraph) and item.lines[0].text[:2] not in _STARS and bool(item.lines[0].blanks)
        return self._heads_text(at, listed) or (bulleted and plain and not is_delegation(self._text(at)))

    def _heads_text(self, at: int, listed: _Listed) -> bool:
        """Whether a line below a list of participants is the heading of the text after it: it is set off or names a
        side, or has no title where those in the list have one."""
        item = self._items[at]
        after = self._items[at + 1] if at + 1 < len(self._items) else None
        if not isinstance(item, Paragraph) or len(item.lines) > 1 or not isinstance(after, Paragraph):
            return False
        text = item.text
        if not (self._is_prose(after) or _NUMBERED.match(after.text)) or re.search(r"[,;:(]", text):
            return False
        plain = forms.undressed(text)
        untitled = listed.names > 1 and listed.titled * 3 >= listed.names * 2 and not forms.is_person(plain)
        return bool(listed.names) and (
            untitled or is_delegation(text) or (plain != text and not forms.is_person(plain))
        )

    def _short_value(self, item: Paragraph, kind: str) -> bool:
        """Whether a paragraph may be the value of a field whose label stands alone above it."""
        length = item.span.end - item.span.start
        if kind in _NAMES and not is_table(item.lines) and not self._value(item):
            return False
        return is_table(item.lines) or (length < 2 * PROSE and (kind in _WORDY or not self._is_prose(item)))

    @staticmethod
    def _value(item: Paragraph) -> bool:
        """Whether a paragraph looks like a column of names or offices: short lines, no sentences, no list mark."""
        if _NO_NAMES.fullmatch(item.text):
            return False
        longest = 200 if forms.is_person(item.lines[0].text) else 90
        return (
            all(len(line.text) < longest for line in item.lines)
            and not _SENTENCE.search(_ABBREVIATED.sub("", item.text))
            and not _NUMBERED.match(item.lines[0].text)
        )

    # -- body -----------------------------------------------------------------------
    def _body(self, at: int, stop: int) -> None:
        while at < stop:
            item = self._items[at]
            if not isinstance(item, Paragraph):
                self._other(item)
                at += 1
            elif made := self._list(at, stop) or self._roll(at, stop):
                block, at = made
                self._blocks.append(block)
            else:
                self._blocks.append(self._plain(item))
                at += 1

    def _plain(self, item: Paragraph) -> Block:
        if not item.zones and is_table(item.lines):
            return self._table(item)
        if not item.zones and is_columned(item.lines):
            return columned(self._flow, item.lines)
        rend = self._rend(item)
        attrs: Attrs = (("rend", rend),) if rend else ()
        part = self._broken.get(id(item))
        return self._flow.paragraph(item, "p", (("part", part), *attrs) if part else attrs)

    def _rend(self, item: Paragraph) -> str:
        """What a paragraph of the body is beside running text: a heading, or a piece of a letter or paper within."""
        if len(item.lines) > 2 or item.zones:
            return ""
        text = item.text
        if forms.is_close(text.strip("\"”’'")) or is_salutation(text):
            return "salute"
        if forms.is_dateline(text):
            return "dateline"
        if id(item) in self._signatures:
            return "signed"
        return "heading" if self._is_heading(item) else ""

    def _is_heading(self, item: Paragraph) -> bool:
        """A heading by its words, by its place in the middle of the line, or by the rule below it."""
        if id(item) in self._underlined:
            return True
        if not self._plan.headings:
            return False
        centred = item.lines[0].indent >= _CENTRED and len(item.text) < 80 and not item.text.endswith((".", ":", ","))
        return forms.is_heading(item.text) or centred

    def _table(self, item: Paragraph) -> Block:
        return listed(self._flow, item.lines) or table(self._flow, item.lines)

    # -- lists ----------------------------------------------------------------------
    def _roll(self, at: int, stop: int) -> tuple[Block, int] | None:
        """Rolls that follow each other, with the furniture between them, as one list."""
        items: list[Block] = []
        end = at
        while end < stop:
            item = self._items[end]
            after = self._items[end + 1] if end + 1 < stop else None
            if self._is_roll(item):
                items += groups(self._flow, item.lines) if isinstance(item, Paragraph) else []
            elif items and isinstance(item, Zone) and self._is_roll(after):
                items += self._flow.zone(item)
            else:
                break
            end += 1
        if not items:
            return None
        titles = [self._flow.transcript[block.span] for block in self._blocks if block.kind == "head"]
        return roll(items, any(_TAKE_PART.search(title) for title in titles)), end

    @staticmethod
    def _is_roll(item: Item | None) -> bool:
        return isinstance(item, Paragraph) and len(item.lines) > 1 and not item.zones and is_roll(item.lines)

    def _list(self, at: int, stop: int) -> tuple[Block, int] | None:
        """The list that begins at an item, and the index after it."""
        found = self._numbering.series(at, stop)
        if found is None:
            return None
        style, members, end = found
        children: list[Block] = []
        for here, after in zip(members, [*members[1:], end], strict=True):
            children += self._entry(here, after, style)
        kind = "bulleted" if style == BULLET else "ordered"
        return Block("list", enclosing(children), (("type", kind),), tuple(children)), end

    def _entry(self, at: int, after: int, style: str) -> list[Block]:
        """Label and item of the list entry at item `at`, with all that stands before item `after`."""
        item = self._items[at]
        found = self._numbering.marker(at)
        if not isinstance(item, Paragraph) or found is None:
            return []
        match = found[0]
        line = item.lines[0]
        begin = line.start + match.end()
        mark = Span(line.start, line.start + len(match["marker"] or match["lone"]))
        if style == BULLET:
            rend = BULLETS.get(match["marker"])
            if rend:
                block = self._flow.paragraph(item, "item", (("rend", rend),))
                return [replace(block, glyphs=(Span(mark.start, begin),)), *self._rest(at + 1, after)]
            return [self._flow.paragraph(item, "item"), *self._rest(at + 1, after)]
        label = self._flow.leaf("label", mark)
        if after == at + 1:
            return [label, self._flow.paragraph(item, "item", start=begin)]
        first = self._flow.paragraph(item, start=begin)
        inner = [first, *self._rest(at + 1, after)]
        tail: list[Block] = []
        while inner[-1].kind in ("fw", "pb"):
            tail.insert(0, inner.pop())
        whole = Block("item", enclosing(inner), (), tuple(inner)) if len(inner) > 1 else replace(first, kind="item")
        return [label, whole, *tail]

    def _rest(self, at: int, stop: int) -> list[Block]:
        kept, self._blocks = self._blocks, []
        self._body(at, stop)
        made, self._blocks = self._blocks, kept
        return made

    # -- bottom -----------------------------------------------------------------------
    def _closing(self, start: int) -> int:
        """Index of the item at which the closer begins; the number of items if there is none."""
        texts = [i for i in range(start, len(self._items)) if isinstance(self._items[i], Paragraph)]
        none = len(self._items)
        close = next((i for i in texts[-5:] if self._is_close(i)), None)
        if close is not None:
            short = all(len(self._text(i)) < 120 for i in texts if i > close)
            return close if short and not self._apart_within(close, texts[-1]) else none
        count = 0
        while count < min(3, len(texts) - 1) and forms.is_signature(self._text(texts[-1 - count])):
            count += 1
        if not count or not _SENTENCE_END.search(self._last(texts[-1 - count])):
            return none
        first = texts[-count]
        return first if not self._apart_within(first, texts[-1]) else none

    def _is_close(self, at: int) -> bool:
        """Whether an item is the document's complimentary close, not that of a letter it quotes."""
        text = self._text(at)
        return forms.is_close(text) and not text.endswith(('"', "”", "’", "'"))

    def _apart_within(self, first: int, last: int) -> bool:
        return any(isinstance(item, Apart) for item in self._items[first:last])

    def _text(self, at: int) -> str:
        item = self._items[at]
        return item.text if isinstance(item, Paragraph) else ""

    def _last(self, at: int) -> str:
        item = self._items[at]
        return item.lines[-1].text if isinstance(item, Paragraph) else ""

    def _closing_piece(self, item: Paragraph) -> list[Block]:
        """A close, a signature, or a signature with the date below it."""
        last = item.lines[-1]
        if len(item.lines) > 1 and not item.zones and forms.DATE.fullmatch(last.text.rstrip(".")):
            name = item.lines[:-1]
            signed = self._flow.leaf("signed", Span(name[0].start, name[-1].end), lines=name)
            return [signed, self._flow.leaf("dateline", last.span)]
        block = self._flow.paragraph(item, "salute" if forms.is_close(item.text) else "signed")
        self._flow.breaks(item.lines)
        return [block]

    @staticmethod
    def _is_addressed(item: Paragraph, before: Block) -> bool:
        """Whether a paragraph of the closer is the addressee, or goes on with his address."""
        texts = [line.text for line in item.lines]
        return before.kind == "address" or forms.is_address(texts) or letters.is_addressee(texts[0])

    def _bottom(self, at: int) -> None:
        """Closer of the remaining paragraphs, then notes, metadata and furniture."""
        texts = [i for i in range(at, len(self._items)) if isinstance(self._items[i], Paragraph)]
        if texts:
            children: list[Block] = []
            for i in range(texts[0], texts[-1] + 1):
                item = self._items[i]
                if isinstance(item, Paragraph):
                    if children and not item.zones and self._is_addressed(item, children[-1]):
                        before = children.pop().children if children[-1].kind == "address" else ()
                        lines = (*before, *self._address(item).children)
                        children.append(Block("address", enclosing(lines), (), lines))
                    else:
                        children += self._closing_piece(item)
                elif isinstance(item, Zone):
                    children += self._flow.zone(item)
            for i in range(at, texts[0]):
                item = self._items[i]
                if not isinstance(item, Paragraph):
                    self._other(item)
            self._blocks.append(Block("closer", enclosing(children), (), tuple(children)))
            at = texts[-1] + 1
        for item in self._items[at:]:
            if not isinstance(item, Paragraph):
                self._other(item)
