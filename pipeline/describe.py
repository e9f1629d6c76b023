"""What a document says of itself: type, number, title, dates with their ground, participants, source note.

Input is a `Document` (blocks as its reader made them) and what the collection says of it, output are `Facts`. Nothing is
guessed without a ground: a date that the document does not state is a range, with low certainty, or none.

    262. Memorandum of Conversation      number 262, type memorandum-of-conversation
    PARTICIPANTS • US • Mr. Tyler        participant `Mr. Tyler` of the group `US`
    Source: … 611.41/11-962. Secret.     date 1962-11-09, ground `decimal file number`
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from pipeline.collection import DocumentEntry
from pipeline.dating import date_range
from pipeline.grammar import participants as people
from pipeline.grammar import sources, titles
from pipeline.grammar.cables import GROUP_LINE, Cable, parse_cable
from pipeline.grammar.dates import DateMatch, decimal_file_date, find_dates, parse_date
from pipeline.model import (
    Attrs,
    Authority,
    Block,
    Certainty,
    Correspondent,
    DatedFact,
    Document,
    Facts,
    Participant,
    Passage,
    SourceNote,
    Span,
)

# -- the parts of a document that speak of it -----------------------------------------------------------------------


@dataclass
class _Layout:
    """The passages that speak of the document itself, by what they are. Attachments are left out."""

    heads: list[Passage] = field(default_factory=list)
    above: list[Passage] = field(default_factory=list)
    datelines: list[Passage] = field(default_factory=list)
    subjects: list[Passage] = field(default_factory=list)
    participants: list[Passage] = field(default_factory=list)
    fields: list[tuple[str, Passage]] = field(default_factory=list)
    lists: dict[str, list[Passage]] = field(default_factory=dict)
    sources: list[Passage] = field(default_factory=list)
    signed: list[Passage] = field(default_factory=list)
    furniture: list[Passage] = field(default_factory=list)
    body: list[Passage] = field(default_factory=list)
    notes: list[Passage] = field(default_factory=list)


def _layout(document: Document) -> _Layout:
    layout = _Layout()
    label = ""
    for passage in document.passages:
        kinds = [block.kind for block in passage.path]
        if "floatingText" in kinds or any(b.kind == "div" and b.get("type") == "attachment" for b in passage.path):
            continue
        if passage.block.kind == "label" and _list_kind(passage) == "coversheet":
            label = passage.text
        _place(layout, passage, kinds, label)
    return layout


def _list_kind(passage: Passage) -> str:
    return next((b.get("type") for b in reversed(passage.path) if b.kind == "list" and b.get("type")), "")


def _place(layout: _Layout, passage: Passage, kinds: list[str], label: str) -> None:
    listed = _list_kind(passage)
    if "note" in kinds:
        source = any(b.kind == "note" and b.get("type") == "source" for b in passage.path)
        (layout.sources if source else layout.notes).append(passage)
    elif "fw" in kinds:
        layout.furniture.append(passage)
    elif kinds[-1] == "head" and "list" not in kinds:
        (layout.above if passage.block.get("type") else layout.heads).append(passage)
    elif kinds[-1] == "dateline" or "dateline" in kinds:
        layout.datelines.append(passage)
    elif passage.where == "participants" or listed == "participants":
        layout.participants.append(passage)
    elif "signed" in kinds:
        layout.signed.append(passage)
    elif listed == "coversheet":
        if kinds[-1] != "label":
            layout.fields.append((label, passage))
    elif listed == "subject":
        if kinds[-1] != "head":
            layout.subjects.append(passage)
    elif listed in ("to", "from", "through"):
        if kinds[-1] != "head":
            layout.lists.setdefault(listed, []).append(passage)
    else:
        layout.body.append(passage)


_FIELDS = {
    "date": re.compile(r"(?:.*\b)?date\b.*|time.*|held\b.*", re.IGNORECASE),
    "place": re.compile(r"place|location|venue", re.IGNORECASE),
    "subject": re.compile(r"subj(?:ects?)?|subjects?|re|topics?|title", re.IGNORECASE),
    "to": re.compile(r"to|memorandum\s+(?:for|to)|for", re.IGNORECASE),
    "from": re.compile(r"from|fm", re.IGNORECASE),
    "drafter": re.compile(r"(?:drafted|prepared|reported|written|recorded)\s*(?:by)?|drafter|drafting\s+officer", re.IGNORECASE),
    "classification": re.compile(r"classification", re.IGNORECASE),
    "participants": re.compile(r".*(?:participants?|present)", re.IGNORECASE),
}
"""Meaning of the label of a cover sheet field."""


def _fields(layout: _Layout, meaning: str) -> list[Passage]:
    pattern = _FIELDS[meaning]
    return [passage for label, passage in layout.fields if pattern.fullmatch(label.strip(" :.*_"))]


# -- front matter and metadata at the end ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Value:
    """A value of a metadata block, and where it stands in the transcript."""

    text: str
    span: Span


_FRONT = re.compile(r"\A\s*---[ \t]*\r?\n(?P<body>(?:.*\r?\n)*?)---[ \t]*\r?\n")
_PAIR = re.compile(r"^(?P<key>[A-Za-z][\w -]{0,30}?):[ \t]+(?P<value>\S[^\r\n]*(?:\r?\n[ \t]+\S[^\r\n]*)*)", re.MULTILINE)
_ATTRIBUTES = re.compile(r"^.{0,12}Message Attributes", re.MULTILINE)
_ATTRIBUTE = re.compile(r"^[-* ]{0,4}\**(?P<key>[A-Z][\w ]{1,40}):\**[ \t]+(?P<value>\S[^\r\n]*)", re.MULTILINE)


def front_matter(text: str) -> dict[str, _Value]:
    """The `key: value` pairs of YAML front matter, quotes removed; nested values and lists are left out."""
    front = _FRONT.match(text)
    if front is None:
        return {}
    return dict(_pairs(_PAIR, text, *front.span("body")))


def end_metadata(text: str) -> dict[str, _Value]:
    """The `Key: value` lines after the heading `Message Attributes` of electronic telegrams."""
    heading = None
    for heading in _ATTRIBUTES.finditer(text):
        pass
    return dict(_pairs(_ATTRIBUTE, text, heading.end(), len(text))) if heading else {}


def _pairs(pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[tuple[str, _Value]]:
    for pair in pattern.finditer(text, start, end):
        value = " ".join(pair["value"].split())
        quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "'\""
        yield pair["key"].lower(), _Value(value[1:-1] if quoted else value, Span(*pair.span("value")))


def _first(values: Mapping[str, _Value], *keys: str) -> _Value | None:
    return next((values[key] for key in keys if key in values and values[key].text not in ("", "n/a", "N/A")), None)


# -- title, number, type --------------------------------------------------------------------------------------------

_SIGNS: tuple[tuple[str, re.Pattern[str], int], ...] = (
    ("telegram", GROUP_LINE, 1),
    ("testimony", re.compile(r"\bSTENOGRAPHIC\b|\bsworn\b.{0,40}\btestimony\b|\bTESTIMONY OF\b|\bDEAN TESTIMONY\b", re.I), 1),
    ("press-conference", re.compile(r"^(?:Q\.|QUESTION\s*:|Journalist\b|Question\s)", re.MULTILINE), 3),
    ("parliamentary-debate", re.compile(r"\bThe House met\b|\b[Hh]on(?:ou?rable|\.)? (?:Member|Friend|Gentleman)s?\b|\bHon members\b"), 2),
    ("memorandum-of-conversation", re.compile(r"^[^\na-z]{0,40}MEMORANDUM OF CONVERSATION|^\W*Memorandum of Conversation\W*$", re.M), 1),
)  # fmt: skip
"""Type → a sign of it in the text, and how often it must occur, for documents whose title says nothing."""
_SIGNS_WITHIN = 20000


def _classify(document: Document, layout: _Layout, title: _Title, entry: DocumentEntry, front: Mapping[str, _Value]) -> str:
    if entry.type in titles.BY_ID:
        return entry.type
    kind = titles.classify(title.text)
    wired = "cable-from" in front or GROUP_LINE.search(document.transcript.text, 0, _SIGNS_WITHIN)
    if wired and title.passage is None:
        return "telegram"
    if kind is titles.CORRESPONDENCE and _by_wire(layout):
        return "telegram"
    if kind is not titles.DOCUMENT:
        return kind.id
    short = [p.text for p in (*layout.heads, *layout.furniture[:20], *layout.body[:12]) if len(p.text) < 90]
    found = next((k for text in short if (k := titles.classify(_bare(text))) is not titles.DOCUMENT and k.id != "message"), None)
    text = document.transcript.text[:_SIGNS_WITHIN]
    signs = (name for name, sign, times in _SIGNS if _occurs(sign, text, times))
    return next(signs, found.id if found else "document")


_WIRE = re.compile(r":\s*Telegram\Z|\A\W*(?:Extracts?\s+)?(?:Tele|Cable)grams?\b")
"""What stands above or in the dateline of a telegram: `891.00/1–2748: Telegram`, `Cablegrams 170, 314 LONDON, 7 December`."""


def _by_wire(layout: _Layout) -> bool:
    return any(_WIRE.search(p.text.strip()) for p in (*layout.above, *layout.datelines, *layout.body[:2]))


def _bare(text: str) -> str:
    return text.strip(" #*_")


def _occurs(pattern: re.Pattern[str], text: str, times: int) -> bool:
    return any(count >= times for count, _ in enumerate(pattern.finditer(text), 1))


def _title(document: Document, layout: _Layout, entry: DocumentEntry, front: Mapping[str, _Value], cable: Cable | None) -> _Title:
    """The title: of the collection, of the front matter, the head that names a type of document, else the first head; of
    an electronic telegram its subject."""
    stated = _first(front, "title")
    if entry.title:
        return _Title(entry.title)
    if stated:
        return _Title(stated.text, span=stated.span)
    heads = [p for p in layout.heads if len(p.path) <= 3] or layout.heads
    named = (p for p in heads[:4] if _kind_of(p.text) is not titles.DOCUMENT)
    head = next(named, heads[0] if heads else None)
    if cable and cable.subject and (head is None or _kind_of(head.text) is titles.DOCUMENT):
        return _Title(cable.subject.text, span=Span(cable.subject.start, cable.subject.end))
    if head is None:
        return _Title("")
    start = titles.split_number(head.text)[1]
    text = head.text[start:].rstrip(" #*_")
    following = heads[heads.index(head) + 1 : heads.index(head) + 3]
    for more in following:
        if not re.search(r"(?:[,:&–-]|\b(?:and|of|between|the|with))\Z", text, re.IGNORECASE) and not more.text.startswith("and "):
            break
        text += " " + more.text
    return _Title(text, head, start, head.span)


def _kind_of(head: str) -> titles.DocumentType:
    return titles.classify(head[titles.split_number(head)[1] :])


_RECORD = re.compile(r"\A\W{0,3}(?P<number>\d{3}-\d{5}-\d{5})\b")
"""The record number of an archive's identification sheet."""


def _number(document: Document, layout: _Layout, front: Mapping[str, _Value], cable: Cable | None) -> str:
    """The number of the document: as its reader found it, in a head, in metadata, of the telegram, of the archive's sheet."""
    numbers = [document.root.get("n"), *(titles.split_number(p.text)[0] for p in (*layout.above, *layout.heads[:3]))]
    value = _first(front, "doc_num", "number")
    numbers += [value.text if value else "", cable.number if cable else ""]
    record = _RECORD.match(document.transcript.text)
    return next((number for number in (*numbers, record["number"] if record else "") if number), "")


# -- participants and correspondents --------------------------------------------------------------------------------


def _wide(passage: Passage, document: Document) -> str:
    """The reading text with a tab where the transcript has a run of blanks that parts columns."""
    chars = list(passage.text)
    source = document.transcript.text
    for i, char in enumerate(chars):
        if char == " " and i + 1 < len(chars):
            gap = source[passage.offsets[i] : passage.offsets[i + 1]]
            if ("\t" in gap or "   " in gap) and "\n" not in gap:
                chars[i] = "\t"
    return "".join(chars)


_NO_PERSON = re.compile(r"\[|(?:see|as)\b.*\b(?:list|attached|below)\b|copies\s+to\b", re.IGNORECASE)
"""An entry that refers elsewhere: `See attached list`, `[Here follows the same list …]`."""


_LONGEST_ENTRY = 300


@dataclass
class _Cast:
    """Participants as they are collected, with the delegation heading in force."""

    document: Document
    found: list[Participant] = field(default_factory=list)
    group: str = ""
    dashed: bool = False
    open: tuple[str, Passage] | None = None

    def add(self, passage: Passage, group: str | None = None) -> None:
        text = _wide(passage, self.document)
        if self.open:
            text, first = self.open[0] + " " + text, self.open[1]
        else:
            first = passage
        self.open = None
        if text.endswith(",") and not people.is_group(text) and len(text) < _LONGEST_ENTRY:
            self.open = (text, first)
        elif first is passage:
            self._person(text, passage.span, passage, group)
        else:
            self._person(text, Span(first.span.start, passage.span.end), None, group)

    def prose(self, text: str, passage: Passage) -> None:
        """The persons named in the first part of a passage."""
        self._person(text, passage.span, passage, None)

    def close(self) -> None:
        if self.open:
            text, passage = self.open
            self.open = None
            self._person(text, passage.span, passage, None)

    def _person(self, text: str, span: Span, passage: Passage | None, group: str | None) -> None:
        if _NO_PERSON.match(text):
            return
        for entry in people.entries(text):
            heading = self.group if group is None else group
            where = passage.source(entry.whole.start, entry.whole.end) if passage else span
            self.found.append(
                Participant(
                    entry.whole.text.replace("\t", " "),
                    where,
                    entry.name.text if entry.name else "",
                    entry.role.text if entry.role else "",
                    entry.group.text if entry.group else heading,
                )
            )


_HEADING_ONLY = re.compile(r"(?i:(?:list of )?participants?|present|those present|attend(?:ees|ance)|members present|also present)\s*[:.]?")


def _participants(document: Document, layout: _Layout) -> tuple[Participant, ...]:
    passages = layout.participants
    own = {id(p.block): p.text for p in passages}
    nesting = {id(p.path[-3]) for p in passages if len(p.path) > 2 and p.path[-3].kind == "item"}
    cast = _Cast(document)
    at_list: Block | None = None
    for passage, after in zip(passages, [*passages[1:], None], strict=False):
        outer = _outer_list(passage)
        if outer is not at_list:
            cast.close()
            cast.group, cast.dashed, at_list = "", False, outer
        if id(passage.block) in nesting:
            continue
        if passage.block.kind in ("head", "label"):
            cast.group = passage.text if _names_group(passage.text) else cast.group
            continue
        if _opens_group(passage, after):
            cast.close()
            cast.group, cast.dashed = passage.text.rstrip(" :"), bool(after and _dashed(after.text))
            continue
        if cast.dashed and not _dashed(passage.text):
            cast.group, cast.dashed = "", False
        if not _HEADING_ONLY.fullmatch(passage.text):
            cast.add(passage, _nested_group(passage, own))
    cast.close()
    return tuple(cast.found)


def _outer_list(passage: Passage) -> Block | None:
    return next((b for b in passage.path if b.kind in ("list", "p", "ab") and b.get("type") == "participants"), None)


def _names_group(head: str) -> bool:
    return people.is_group(head) and not _HEADING_ONLY.fullmatch(head)


def _dashed(text: str) -> bool:
    return text.startswith(("—", "–", "- "))


def _opens_group(passage: Passage, after: Passage | None) -> bool:
    """Whether an entry is the heading of those that follow it in the same list."""
    same = after is not None and after.path[:-1] == passage.path[:-1] and not people.is_group(after.text)
    return same and people.is_group(passage.text)


def _nested_group(passage: Passage, own: Mapping[int, str]) -> str | None:
    """The delegation of an entry of a nested list: the text of the item around it, or the head of the nested list."""
    if len(passage.path) > 3 and passage.path[-1].kind == "item" and passage.path[-3].kind == "item":
        text = own.get(id(passage.path[-3]), "")
        head = next((own.get(id(child), "") for child in passage.path[-2].children if child.kind == "head"), "")
        return (text or head).rstrip(" :")
    return None


_PRESENT = re.compile(
    r"(?:Also\s+)?(?:Present|Participating|In attendance|Participants)\s*(?:at\s+the\s+\w+\s+(?:were|was)\s*:?|:)\s*\S", re.IGNORECASE
)
_LABELLED = re.compile(r"\s(?=[A-Z][A-Z. ]{3,30}:\s)")


def _present_in_prose(document: Document, layout: _Layout) -> tuple[Participant, ...]:
    """Participants of a field or paragraph `Present: …`, up to the first label of a speaker if it runs on into the talk."""
    told = [p for p in (*layout.body[:15], *layout.body[-4:]) if _PRESENT.match(p.text)]
    cast = _Cast(document)
    for passage in (_fields(layout, "participants") or told)[:1]:
        end = _LABELLED.search(passage.text)
        text = passage.text[: end.start()] if end else passage.text
        if len(text) < 1500:
            cast.prose(text, passage)
    return tuple(cast.found)


@dataclass(frozen=True, slots=True)
class _Title:
    """The title without its number; `passage` and `start` say where it stands, or `span` does (front matter)."""

    text: str
    passage: Passage | None = None
    start: int = 0
    span: Span | None = None

    def where(self, piece: sources.Part) -> Span | None:
        """The source of a piece of the title; of the whole where no finer place is known."""
        if self.passage and self.start + piece.end <= len(self.passage.text):
            return self.passage.source(self.start + piece.start, self.start + piece.end)
        return self.span


def _partners(title: _Title) -> tuple[Participant, ...]:
    """Participants that the title names (`… Between the Ambassador at Large (Bowles) and …`)."""
    found = []
    for piece in titles.partners(title.text):
        span = title.where(piece)
        for entry in people.entries(piece.text)[:1] if span else ():
            name, role = _text(entry.name), _text(entry.role)
            found.append(Participant(piece.text, span or Span(0, 0), name, role))
    return tuple(found)


def _correspondents(layout: _Layout, title: _Title) -> tuple[Correspondent, ...]:
    sender, recipient = titles.correspondents(title.text)
    found = [
        Correspondent(action, piece.text, title.where(piece))
        for action, piece in (("sent", sender), ("received", recipient))
        if piece
    ]
    said = {one.action for one in found}
    for action, kind in (("sent", "from"), ("received", "to")):
        passages = [*layout.lists.get(kind, ()), *_fields(layout, kind)]
        if action not in said:
            found += [Correspondent(action, p.text, p.span) for p in passages if len(p.text) < 200]
    return tuple(found)


def _cable_ends(cable: Cable | None, front: Mapping[str, _Value]) -> tuple[Correspondent, ...]:
    """Sender and recipient of an electronic telegram, from its lines `FM …` and `TO …` or its metadata."""
    found = []
    for action, piece, key in (("sent", cable and cable.sender, "cable-from"), ("received", cable and cable.recipient, "cable-to")):
        if piece:
            found.append(Correspondent(action, piece.text, Span(piece.start, piece.end)))
        elif value := front.get(key):
            found.append(Correspondent(action, value.text, value.span))
    return tuple(found)


# -- source note ----------------------------------------------------------------------------------------------------


def _source(document: Document, layout: _Layout) -> tuple[SourceNote | None, sources.SourceParts | None, Passage | None]:
    """The first note or line that can be taken apart as a source note."""
    archive = (p for p in (*reversed(layout.body), *reversed(layout.furniture)) if p.text.lstrip("_* ").startswith("["))
    for passage in (*layout.sources, *archive):
        parts = sources.parse_source_note(passage.text)
        if parts:
            return _note(parts, passage), parts, passage
    return None, None, None


def _text(part: sources.Part | None) -> str:
    return part.text if part else ""


def _note(parts: sources.SourceParts, passage: Passage) -> SourceNote:
    collection = tuple(part.text for part in parts.collection) or ((parts.locator.text,) if parts.published else ())
    return SourceNote(
        passage.text, passage.span, _text(parts.repository), collection, _text(parts.idno), _text(parts.classification),
        tuple(part.text for part in parts.handling), _text(parts.who("drafted")), _text(parts.who("cleared")),
        _text(parts.who("approved")), _text(parts.meeting.place),
    )  # fmt: skip


# -- dates ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Dated:
    """A date with a year that a text states, with its source span."""

    value: Attrs
    span: Span | None
    cert: Certainty = Certainty.HIGH


def _full(found: DateMatch) -> bool:
    """Whether a date names at least its year."""
    return bool(found.value) and all(re.match(r"\d{4}", text) for _, text in found.value)


def _stated(passage: Passage, start: int = 0, end: int | None = None) -> Iterator[_Dated]:
    """The dates with a year in a piece of a passage."""
    stop = len(passage.text) if end is None else end
    for found in find_dates(passage.text[start:stop]):
        if _full(found):
            yield _Dated(found.value, passage.source(start + found.start, start + found.end), found.cert)


def _whole(passage: Passage) -> Iterator[_Dated]:
    """The date of a passage that is nothing but place and date."""
    found = parse_date(passage.text)
    if found and _full(found):
        yield _Dated(found.value, passage.source(found.start, found.end), found.cert)


def _days(dated: Iterable[_Dated]) -> list[_Dated]:
    """Those that name a day, for places where a bare year or month is no date of the document."""
    return [one for one in dated if all(re.match(r"\d{4}-\d\d-\d\d", text) for _, text in one.value)]


def _of(kind: str, ground: str, dated: _Dated, cert: Certainty | None = None) -> DatedFact:
    return DatedFact(kind, dated.value, ground, cert or dated.cert, dated.span)


def _from_datelines(layout: _Layout) -> Iterator[DatedFact]:
    for passage in layout.datelines:
        yield from (_of("document", "dateline", dated) for dated in _whole(passage))


def _from_title(passage: Passage | None) -> Iterator[DatedFact]:
    if passage:
        yield from (_of("document", "title", dated) for dated in _days(_stated(passage))[:1])


def _from_sheet(layout: _Layout) -> Iterator[DatedFact]:
    for passage in _fields(layout, "date"):
        yield from (_of("document", "cover sheet", dated) for dated in _whole(passage))


_OPENING = 14
"""So many passages count as the opening of a document."""
_OTHER_DATE = re.compile(r"\b(?:release|declassif|review|approved for|copied|printed|received|referred|date|restrict)", re.IGNORECASE)


def _from_opening(layout: _Layout) -> Iterator[DatedFact]:
    """A day in a short line near the top that says little else: `No. 03496/GS      December 6, 1963`."""
    for passage in [*layout.heads[:4], *layout.body[:_OPENING]]:
        if len(passage.text) > 90 or _OTHER_DATE.search(passage.text):
            continue
        for dated in _days(_stated(passage))[:1]:
            local = passage.local(dated.span) if dated.span else None
            words = len((passage.text[: local[0]] + " " + passage.text[local[1] :]).split()) if local else 99
            if words <= 5:
                yield _of("document", "opening lines", dated, Certainty.MEDIUM)
                return


_NEAR = 400
"""Days around the middle one within which the dates of an editorial note belong together."""


def _from_events(layout: _Layout) -> Iterator[DatedFact]:
    """From the first to the last day of which an editorial note tells; days far from the others are left out."""
    said = [text[:10] for p in layout.body for one in _days(_stated(p)) for _, text in one.value]
    said += [day for p in layout.body for found in _FILED.finditer(p.text) if (day := decimal_file_date(found.group()))]
    days_ = sorted(said)
    if days_:
        middle = date.fromisoformat(days_[len(days_) // 2])
        near = [day for day in days_ if abs((date.fromisoformat(day) - middle).days) <= _NEAR]
        yield DatedFact("document", (("from", near[0]), ("to", near[-1])), "dates in the text", Certainty.LOW)


_FILED = re.compile(r"\b\d{2,4}[A-Z]?\.[\w-]+(?: [A-Z][a-z]+)?/\d{1,2}[–-]\d{3,6}\b")
"""A decimal file number that the text cites: `762.00/4–2259`."""


def _value_date(value: _Value | None) -> _Dated | None:
    """The one date of a metadata value, which may already be ISO."""
    if value is None:
        return None
    if re.fullmatch(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?Z?)?", value.text):
        return _Dated((("when", value.text),), value.span)
    found = parse_date(value.text)
    return _Dated(found.value, value.span, found.cert) if found and _full(found) else None


def _from_metadata(document: Document, cable: Cable | None) -> Iterator[DatedFact]:
    text = document.transcript.text
    if cable:
        span = Span(cable.group.start, cable.group.end)
        found = parse_date(cable.group.text)
        if found and _full(found):
            yield _of("document", "date-time group", _Dated(found.value, span, found.cert))
    for ground, values, keys in (
        ("front matter", front_matter(text), ("doc_date", "date", "cable-date")),
        ("metadata at the end", end_metadata(text), ("draft date", "date")),
    ):
        dated = _value_date(_first(values, *keys))
        if dated:
            yield _of("document", ground, dated)


def _from_entry(entry: DocumentEntry) -> Iterator[DatedFact]:
    if entry.date and entry.ground:
        first, slash, last = re.sub(r"(T\d\d:\d\d)(?![\d:])", r"\1:00", entry.date).partition("/")
        value: Attrs = (("notBefore", first), ("notAfter", last)) if slash else (("when", first),)
        yield DatedFact("document", value, entry.ground)


_FILE_LINE = re.compile(r"\[?[\dA-Z][\w. ()]{2,40}/\d[\w.]*[–-][\w–-]+(?::\s*\w+)?\]?\Z")
"""`891.105A/1–2748: Telegram`, a line above the title."""
_OUTGOING = re.compile(r"(?:the )?(?:acting |under )?secretary of state|(?:the )?department of state", re.IGNORECASE)


def _from_file_number(
    layout: _Layout, parts: sources.SourceParts | None, note: Passage | None, kind: titles.DocumentType, sender: str
) -> Iterator[DatedFact]:
    """The date in a decimal file number: that of a record of talk or of an incoming paper. The answer to a paper has the
    number of the paper, so what the Department itself sent is not earlier than it says."""
    found = []
    if parts and parts.idno and note:
        found.append((parts.idno.text, note.source(parts.idno.start, parts.idno.end)))
    lines = [p for p in (*layout.above, *layout.heads[:2], *layout.body[:2]) if len(p.text) < 60]
    found += [(p.text.split(":")[0], p.source(0, len(p.text.split(":")[0]))) for p in lines if _FILE_LINE.match(p.text)]
    for text, span in found:
        if when := decimal_file_date(text):
            cert = Certainty.MEDIUM if kind.genre == "talk" else Certainty.LOW
            value: Attrs = (("notBefore" if _OUTGOING.match(sender) else "when", when),)
            yield DatedFact("document", value, "decimal file number", cert, span)


def _from_locator(parts: sources.SourceParts | None, note: Passage | None) -> Iterator[DatedFact]:
    """A day in the archival part of the source note: `… Memoranda of Conversations, Box 5, September 17, 1974—Ford, …`."""
    if parts and note and not parts.published:
        dated = _days(_stated(note, parts.locator.start, parts.locator.end))
        if len(dated) == 1:
            yield _of("document", "source note", dated[0], Certainty.MEDIUM)


def _nearest(when: sources.Part, note: Passage, main: DatedFact | None) -> _Dated | None:
    """A date of the source note, its year taken from the document's date where it has none."""
    base = (main.earliest or main.latest)[:10] if main else ""
    found = parse_date(when.text, base)
    return _Dated(found.value, note.source(when.start, when.end), found.cert) if found and _full(found) else None


def _events(parts: sources.SourceParts | None, note: Passage | None, main: DatedFact | None) -> Iterator[DatedFact]:
    """When the document was drafted, approved, received …"""
    if parts is None or note is None:
        return
    for event in parts.events:
        if event.when and (dated := _nearest(event.when, note, main)):
            yield _of(event.kind, "source note", dated)


def _meeting(parts: sources.SourceParts | None, note: Passage | None, main: DatedFact | None) -> Iterator[DatedFact]:
    """The hours of the meeting that the source note adds to the day (and the hour) of the document."""
    when = dict(main.value).get("when", "") if main else ""
    if parts is None or note is None or main is None or not when or not (parts.meeting.begin or parts.meeting.end):
        return
    day, clock = when[:10], when[11:16]
    begin = parts.meeting.begin or clock
    span = note.source(parts.meeting.hours.start, parts.meeting.hours.end) if parts.meeting.hours else None
    value: Attrs = (("from", f"{day}T{begin}:00" if begin else day),)
    if parts.meeting.end and parts.meeting.end > begin:
        value += (("to", f"{day}T{parts.meeting.end}:00"),)
    if len(day) == 10:
        yield DatedFact("meeting", value, "source note", main.cert, span)


def _stated_dates(
    document: Document, layout: _Layout, title: Passage | None, entry: DocumentEntry, cable: Cable | None
) -> Iterator[DatedFact]:
    """Dates that somebody wrote as the date of the document, the surest ground first."""
    yield from _from_entry(entry)
    yield from _from_datelines(layout)
    yield from _from_title(title)
    yield from _from_sheet(layout)
    yield from _from_metadata(document, cable)
    yield from _from_opening(layout)


# -- all together ---------------------------------------------------------------------------------------------------

_NO_PLACE = re.compile(
    r"(?:\w+day|January|February|March|April|May|June|July|August|September|October|November|December|undated"
    r"|.*\b(?:Department|Transcript|Extracts?|Office|Conference|Meeting|No))\b",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"(?P<open>\[?)(?P<place>[A-ZÀ-Þ][\w.'’ʼ-]*(?:(?:,?[ ]|\s(?:of|the|and|de|la|del)\s)[A-ZÀ-Þ][\w.'’ʼ-]*){0,4})(?P<comma>,?\]?,?)\s*\Z"
)
"""The place at the end of what stands before a date: `Washington,`, `[New York,]`, `Cablegrams 170, 314 LONDON,`."""


def _place_before(text: str) -> str:
    """The place in the words before the date of a dateline; a single word may do without the comma."""
    text = re.sub(r"(?:\b\w+day,?\s*)\Z", "", text.rstrip()).rstrip()
    found = _PLACE.search(text)
    if found is None:
        return ""
    place = found["place"]
    shout = re.search(r"(?:\b[A-Z]{3,}\b ?)+\Z", place)
    if shout and shout.start() and not place.isupper():
        place = shout.group()
    alone = found.start() == 0 and place.count(" ") < 2
    return place if (found["comma"] or alone) and not _NO_PLACE.match(place) else ""


def _dateline_place(passage: Passage) -> str:
    found = parse_date(passage.text)
    undated = re.search(r",?\s*\b(?:undated|n\.d\.)", passage.text)
    end = found.start if found else undated.start() + 1 if undated else None
    if end is None:
        return passage.text if re.fullmatch(r"[A-Z][\w.'’ -]{2,30}", passage.text) else ""
    return _place_before(passage.text[:end])


def _places(layout: _Layout, title: _Title, entry: DocumentEntry, cable: Cable | None) -> tuple[str, ...]:
    """The place of the document: before the date of the dateline or at the end of the title, of the post that sent a
    telegram, in the cover sheet, in the collection."""
    found = [place for p in layout.datelines if (place := _dateline_place(p))]
    if not found and (named := titles.place(title.text)):
        found.append(named.text)
    if cable and cable.place:
        found.append(cable.place)
    found += [p.text for p in _fields(layout, "place")]
    found += [room for p in _fields(layout, "date") if (room := _room(p))]
    return tuple(dict.fromkeys(place for place in (*found, entry.place) if place))


def _room(passage: Passage) -> str:
    """What follows the date in the date field of a cover sheet: `January 10, 1963 ⏎ 12:00 Noon ⏎ Secretary's office.`"""
    found = parse_date(passage.text)
    rest = passage.text[found.end :].strip(" .,;") if found else ""
    return rest if 3 < len(rest) < 60 and rest[0].isupper() and not any(c.isdigit() for c in rest) else ""


_CLASSIFIED = re.compile(
    rf"(?:most immediate |immediate |priority )?(?P<class>{sources.CLASSIFICATIONS})(?P<handling>(?:[ /;,–-]+(?:austeo|eyes only|guard|nodis"
    r"|exdis|sensitive|limdis))*)\W*",
    re.IGNORECASE,
)
"""A line that is nothing but a classification: `TOP SECRET`, `SECRET AUSTEO`."""


def _classified(note: SourceNote | None, cable: Cable | None, layout: _Layout) -> SourceNote | None:
    """The source note with the classification that the document itself carries, where the note names none."""
    if note and note.classification:
        return note
    for passage in (*layout.furniture, *layout.body[:6], *layout.heads[1:3]):
        found = _CLASSIFIED.fullmatch(passage.text.strip(" *_#"))
        if found:
            handling = tuple(word for word in [found["handling"].strip(" /;,–-")] if word)
            base = note or SourceNote(passage.text, passage.span)
            return replace(base, classification=found["class"], handling=handling or base.handling)
    if cable and cable.classification:
        base = note or SourceNote(cable.group.text, Span(cable.group.start, cable.group.end))
        return replace(base, classification=cable.classification)
    return note


_UNNUMBERED = re.compile(r"\A[\s•–-]*(?:\(?\d{1,2}[.)]\s+)?")
"""Bullet and number before a subject."""


def _subjects(layout: _Layout) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_UNNUMBERED.sub("", p.text) for p in (*layout.subjects, *_fields(layout, "subject")) if p.text))


_RECORDED = re.compile(r"\A(?:recorded|drafted|written|prepared|reported|taken down|typed)\s+by\s*:?\s*", re.IGNORECASE)


def _drafter(note: SourceNote | None, layout: _Layout, title: str, kind: titles.DocumentType, signed: str) -> str:
    """Who wrote the document: the source note, the title (`… by Mr. Leach`), the cover sheet, or the signature."""
    if note and note.drafted_by:
        return note.drafted_by
    author = titles.author(title)
    field_ = next((p.text for p in _fields(layout, "drafter")), "")
    return author.text if author else field_ or (_RECORDED.sub("", signed) if kind.genre != "apparatus" else "")


def describe(document: Document, entry: DocumentEntry | None = None, authority: Authority | None = None) -> Facts:
    """What a document says of itself, completed by what the collection says of it.

    The authority file serves only to bound the date of a document that states none.
    """
    entry = entry or DocumentEntry()
    layout = _layout(document)
    front = front_matter(document.transcript.text)
    cable = parse_cable(document.transcript.text)
    title = _title(document, layout, entry, front, cable)
    type_ = _classify(document, layout, title, entry, front)
    kind = titles.BY_ID.get(type_, titles.DOCUMENT)
    note, parts, at = _source(document, layout)
    listed = _participants(document, layout) or _present_in_prose(document, layout) or _partners(title)
    correspondents = _cable_ends(cable, front)
    if kind.genre in ("correspondence", "other") and (title.passage or not correspondents):
        correspondents = _correspondents(layout, title) or correspondents
    sender = next((one.text for one in correspondents if one.action == "sent"), "")
    signed = layout.signed[0].text if layout.signed else ""
    dates = [
        *_stated_dates(document, layout, title.passage, entry, cable),
        *_from_file_number(layout, parts, at, kind, sender),
        *_from_locator(parts, at),
    ]
    if not dates and authority and kind.genre != "apparatus":
        texts = (p.text for p in (*layout.heads, *layout.body))
        bounded = date_range(parts.locator.text if parts else "", texts, listed, authority)
        dates = [bounded] if bounded else []
    if not dates and kind.genre == "apparatus":
        dates = list(_from_events(layout))
    main = dates[0] if dates else None
    return Facts(
        type=type_,
        number=_number(document, layout, front, cable),
        title=" ".join(title.text.split()),
        subjects=_subjects(layout),
        dates=(*dates[:1], *_meeting(parts, at, main), *_events(parts, at, main)),
        places=_places(layout, title, entry, cable),
        participants=listed,
        correspondents=correspondents,
        source=_classified(note, cable, layout),
        drafter=_drafter(note, layout, title.text, kind, signed),
        signed=signed,
    )
