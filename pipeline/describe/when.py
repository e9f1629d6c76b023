"""The dates of a document, each with its ground."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from pipeline.collection import DocumentEntry
from pipeline.describe.heading import Title
from pipeline.describe.layout import FILE_LINE, Layout, Material, Value, fields, first
from pipeline.describe.origin import Source
from pipeline.grammar.dates import DateMatch, decimal_file_date, find_dates, parse_date
from pipeline.model import WRITTEN, Attrs, Certainty, DatedFact, Passage, Span


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


def _from_datelines(passages: Iterable[Passage], ground: str) -> Iterator[DatedFact]:
    for passage in passages:
        yield from (_of("document", ground, dated) for dated in _whole(passage))


def _from_title(passage: Passage | None) -> Iterator[DatedFact]:
    if passage:
        yield from (_of("document", "title", dated) for dated in _days(_stated(passage))[:1])


def _from_sheet(layout: Layout) -> Iterator[DatedFact]:
    sheet = fields(layout, "date")
    hours = (found[0] for p in sheet if (found := find_dates(p.text)) and found[0].is_time and found[0].start == 0)
    hour = next(hours, None)
    for passage in sheet:
        yield from (_of("document", "cover sheet", _at_hour(dated, hour)) for dated in _whole(passage))


def _from_citation(layout: Layout) -> Iterator[DatedFact]:
    """The one day in the citation that a digital archive proposes: `"First Conversation of Stalin and Mao," December
    16, 1949, Wilson Center Digital Archive.`"""
    days = [dated for passage in fields(layout, "citation") for dated in _days(_stated(passage))]
    if len({dated.value for dated in days}) == 1:
        yield _of("document", "citation", days[0], Certainty.MEDIUM)


def _from_receipt(layout: Layout) -> Iterator[DatedFact]:
    """The day on which a telegram was sent, beside its number, in the year of its receipt: `Rec'd: OCTOBER 28, 1963`,
    `NO: 805, October 28, 7 p.m.`; else it is not later than its receipt."""
    for passage in fields(layout, "received"):
        for received in _days(_stated(passage))[:1]:
            day = dict(received.value).get("when", "")[:10]
            for number in fields(layout, "number") if day else ():
                for sent in find_dates(number.text, day):
                    if _full(sent) and not sent.is_time and dict(sent.value).get("when", "9")[:10] <= day:
                        span = number.source(sent.start, sent.end)
                        yield _of("document", "cover sheet", _Dated(sent.value, span), Certainty.MEDIUM)
                        return
            if day:
                yield DatedFact("document", (("notAfter", day),), "date of receipt", Certainty.LOW, received.span)
                return


def _at_hour(day: _Dated, hour: DateMatch | None) -> _Dated:
    """The moment or hours of a day that have a field of their own: `DATE: January 10, 1963`, `TIME: 11:30 a.m.`"""
    when = dict(day.value).get("when", "")
    if hour is None or len(when) != len("1963-01-10") or not {key for key, _ in hour.value} <= {"when", "from", "to"}:
        return day
    return replace(day, value=tuple((key, f"{when}T{time}") for key, time in hour.value))


_OPENING = 14
"""So many passages count as the opening of a document."""
_OTHER_DATE = re.compile(
    r"\b(?:release|declassif|review|approved for|copied|printed|received|referred|(?<=\s)date|restrict)", re.IGNORECASE
)


def _from_opening(layout: Layout) -> Iterator[DatedFact]:
    """A day in a short line near the top that says little else: `No. 03496/GS      December 6, 1963`. Several days are
    more often those of the event that a heading names, so they must stand nearly alone."""
    heads = [*layout.above[:3], *layout.heads[:4]]
    for at, passage in enumerate([*heads, *layout.body[:_OPENING]]):
        if len(passage.text) > 90 or _OTHER_DATE.search(passage.text) or FILE_LINE.match(passage.text):
            continue
        for dated in _days(_stated(passage))[:1]:
            local = passage.local(dated.span) if dated.span else None
            words = len((passage.text[: local[0]] + " " + passage.text[local[1] :]).split()) if local else 99
            if words <= (
                2
                if dated.value[0][0] != "when"
                else 8
                if at < len(heads) or _is_subtitle(passage, at - len(heads))
                else 5
            ):
                yield _of("document", "opening lines", dated, Certainty.MEDIUM)
                return


_LINES = 12
"""In so many lines of a passage of the opening may a date stand alone."""
_BRACKETED_DATE = re.compile(r"\([^()]{8,40}\)\Z")


def _from_lines(material: Material) -> Iterator[DatedFact]:
    """A day alone on a line of one of the first passages, with its hour or place: `by Jerry N. Hess` / `June 20, 1972`;
    in capitals, or in brackets at the end, beside other words: `Congressional Record, Volume 145 (March 18, 1999)`."""
    layout, text = material.layout, material.document.transcript.text
    for passage in [*layout.above[:3], *layout.heads[:4], *layout.body[:_OPENING]]:
        for start, end in _lines_of(passage, text)[: _LINES if len(passage.text) < 300 else 4]:
            line = passage.text[start:end]
            if len(line) > 90 or FILE_LINE.match(line) or _OTHER_DATE.search(_INTERVIEW_DATE.sub("", line)):
                continue
            for dated in _days(_stated(passage, start, end))[:1]:
                bracket = _BRACKETED_DATE.search(line)
                if dated.value[0][0] != "when":
                    continue
                others = 0 if bracket else len(_other_words(passage, dated, start, end))
                labelled = 3 if _INTERVIEW_DATE.search(line) else 2
                if others <= labelled or (others <= 5 and _in_capitals(line)):
                    yield _of("document", "opening lines", dated, Certainty.MEDIUM)
                    return


def _lines_of(passage: Passage, text: str) -> list[tuple[int, int]]:
    """The first lines of a passage as pieces of its words."""
    last = passage.offsets[min(len(passage.text), 90 * _LINES) - 1]
    if text.find("\n", passage.offsets[0], last) < 0:
        return [(0, len(passage.text))]
    blanks = [at for at, char in enumerate(passage.text[: 90 * _LINES]) if char == " "]
    ends = [at for at in blanks if "\n" in text[passage.offsets[at - 1] + 1 : passage.offsets[at + 1]]]
    return list(zip([0, *(at + 1 for at in ends)], [*ends, len(passage.text)], strict=True))[:_LINES]


_INTERVIEW_DATE = re.compile(r"\b(?:interview|meeting|recording|conversation|session) date\b", re.IGNORECASE)


def _in_capitals(line: str) -> bool:
    letters = [char for char in line if char.isalpha()]
    return sum(map(str.isupper, letters)) > 0.6 * len(letters)


def _other_words(passage: Passage, dated: _Dated, start: int, end: int) -> list[str]:
    """The words of a line beside its date."""
    local = passage.local(dated.span) if dated.span else None
    return re.findall(r"\w+", passage.text[start : local[0]] + " " + passage.text[local[1] : end]) if local else []


_HELD = re.compile(
    r"\(?Held\s(?:at|in)\s[^.]{2,60}?\bon\s|(?:public|private|plenary|open|closed)\s(?:sitting|meeting|session)\sheld\son\s"
    r"|The (?:testimony|deposition) of .{3,60}\b(?:was|were) taken\b",
    re.IGNORECASE,
)


def _from_held(layout: Layout) -> Iterator[DatedFact]:
    """When a meeting was held, as its record says: `Held at Geneva on Friday, August 31st, 1923, at 10 a.m.`,
    `The testimony of … was taken at 3:10 p.m., on April 8, 1964, …`"""
    for passage in (*layout.datelines, *layout.body[: 2 * _OPENING]):
        if len(passage.text) < 400 and _HELD.match(passage.text):
            yield from (_of("document", "opening lines", dated) for dated in _days(_stated(passage))[:1])


def _is_subtitle(passage: Passage, at: int) -> bool:
    """Whether a heading among the first pieces goes on with the title: `Held on 4 August 1961 at the Quai d'Orsay`."""
    return at < 3 and passage.block.get("rend") == "heading"


_NEAR = 400
"""Days around the middle one within which the dates of an editorial note belong together."""


def _from_events(layout: Layout) -> Iterator[DatedFact]:
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


def _value_date(value: Value | None) -> _Dated | None:
    """The one date of a metadata value, which may already be ISO."""
    if value is None:
        return None
    if re.fullmatch(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?Z?)?", value.text):
        return _Dated((("when", value.text),), value.span)
    found = parse_date(value.text)
    return _Dated(found.value, value.span, found.cert) if found and _full(found) else None


def _from_metadata(material: Material) -> Iterator[DatedFact]:
    cable = material.cable
    if cable:
        span = Span(cable.group.start, cable.group.end)
        found = parse_date(cable.group.text)
        if found and _full(found):
            yield _of("document", "date-time group", _Dated(found.value, span, found.cert))
    for ground, values, keys in (
        ("front matter", material.front, ("doc_date", "date", "cable-date")),
        ("metadata at the end", material.end, ("draft date", "date")),
    ):
        dated = _value_date(first(values, *keys))
        if dated:
            yield _of("document", ground, dated)


def _from_furniture(layout: Layout) -> Iterator[DatedFact]:
    """The day that the running heads of the pages name, if they agree: `19 July 2011 : Column 831`."""
    found = [one for p in layout.furniture if p.block.get("type") == "header" for one in _days(_stated(p))[:1]]
    days = {one.value for one in found}
    if len(days) == 1 and not _OTHER_DATE.search(" ".join(p.text for p in layout.furniture[:3])):
        yield _of("document", "running head", found[0], Certainty.MEDIUM)


_DRAFTED = re.compile(r"draft(?:ed by|ing officer)\b", re.IGNORECASE)


def _from_drafting(layout: Layout) -> Iterator[DatedFact]:
    """The day in the drafter's line below an outgoing telegram: `Drafted by: NEA/INC:DSchneider:mjk 5/28/71`."""
    for passage in (*layout.furniture, *layout.body[-8:]):
        if _DRAFTED.match(passage.text):
            for dated in _days(_stated(passage))[:1]:
                yield _of("document", "drafter’s line", dated, Certainty.LOW)


_OF_MEETING = re.compile(
    r"(?:(?:draft |summary )?(?:minutes|record|report|memorandum|notes?) (?:of|on) )?(?:the )?(?:[A-Z][\w-]* ){0,5}"
    r"(?:meeting|conversation|discussion|talks?|session)\b",
    re.IGNORECASE,
)


def _from_subject(layout: Layout) -> Iterator[DatedFact]:
    """The day of the meeting at the end of the subject, where the paper has no day of its own: `SUBJECT: Minutes of
    Special Group Meeting, 6 June 1961`."""
    for passage in (*layout.subjects, *fields(layout, "subject")):
        for dated in _days(_stated(passage))[-1:] if _OF_MEETING.match(passage.text) else ():
            if dated.span and dated.span.end >= passage.span.end - 1:
                yield _of("document", "subject", dated, Certainty.MEDIUM)


_IDEOGRAPHS = re.compile(r"(?P<year>\d{4})\s*年\s*(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*日")


def _from_ideographs(layout: Layout) -> Iterator[DatedFact]:
    """`2013年 5月 2日` in one of the first lines."""
    for passage in (*layout.heads[:4], *layout.body[:4], *layout.furniture[:4]):
        if "年" in passage.text and (found := _IDEOGRAPHS.search(passage.text)):
            year, month, day = (int(found[name]) for name in ("year", "month", "day"))
            if 1 <= month <= 12 and 1 <= day <= 31:
                span = passage.source(*found.span())
                yield DatedFact("document", (("when", f"{year}-{month:02}-{day:02}"),), "opening lines", span=span)


_NAMED = re.compile(r"(?P<date>(?:1[5-9]|20)\d\d(?:-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))?)(?=[-_ .]|\Z)")


def from_name(name: str) -> DatedFact | None:
    """The day or year with which the name of the file begins: `1962-10-23-telegram`."""
    found = _NAMED.match(name)
    return DatedFact("document", (("when", found["date"]),), "file name", Certainty.LOW) if found else None


def _from_entry(entry: DocumentEntry) -> Iterator[DatedFact]:
    if entry.date and entry.ground:
        first, slash, last = re.sub(r"(T\d\d:\d\d)(?![\d:])", r"\1:00", entry.date).partition("/")
        value: Attrs = (("notBefore", first), ("notAfter", last)) if slash else (("when", first),)
        yield DatedFact("document", value, entry.ground)


_OUTGOING = re.compile(r"(?:the )?(?:acting |under )?secretary of state|(?:the )?department of state", re.IGNORECASE)


def _from_file_number(material: Material, source: Source | None, genre: str, sender: str) -> Iterator[DatedFact]:
    """The date in a decimal file number: that of a record of talk or of an incoming paper. The answer to a paper
    has the
    number of the paper, so what the Department itself sent is not earlier than it says."""
    for text, span in _file_numbers(material, source):
        if when := decimal_file_date(text):
            cert = Certainty.MEDIUM if genre == "talk" else Certainty.LOW
            value: Attrs = (("notBefore" if _OUTGOING.match(sender) else "when", when),)
            yield DatedFact("document", value, "decimal file number", cert, span)


def _file_numbers(material: Material, source: Source | None) -> Iterator[tuple[str, Span]]:
    """The shelf mark of the source note, and lines above the title that are file numbers."""
    if source and source.parts.idno:
        idno = source.parts.idno
        yield idno.text, source.passage.source(idno.start, idno.end)
    layout = material.layout
    for passage in (*layout.above, *layout.heads[:2], *layout.body[:2]):
        if len(passage.text) < 60 and FILE_LINE.match(passage.text):
            number = passage.text.split(":")[0]
            yield number, passage.source(0, len(number))


def _from_locator(source: Source | None) -> Iterator[DatedFact]:
    """A day in the archival part of the source note: `… Box 5, September 17, 1974—Ford, Kissinger, Butz`."""
    if source and not source.parts.published:
        dated = _days(_stated(source.passage, source.parts.locator.start, source.parts.locator.end))
        if len(dated) == 1:
            yield _of("document", "source note", dated[0], Certainty.MEDIUM)


def _events(source: Source, main: DatedFact | None) -> Iterator[DatedFact]:
    """When the document was drafted, approved, received …, the year from the document's date where none is printed."""
    base = (main.earliest or main.latest)[:10] if main else ""
    for event in source.parts.events:
        found = parse_date(event.when.text, base) if event.when else None
        if event.when and found and _full(found):
            span = source.passage.source(event.when.start, event.when.end)
            yield DatedFact(event.kind, found.value, "source note", found.cert, span)


def _meeting(source: Source, main: DatedFact | None) -> Iterator[DatedFact]:
    """The hours of the meeting that the source note adds to the day (and the hour) of the document."""
    meeting = source.parts.meeting
    when = dict(main.value).get("when", "") if main else ""
    if main is None or len(when) < 10 or not (meeting.begin or meeting.end):
        return
    day, begin = when[:10], meeting.begin or when[11:16]
    value: Attrs = (("from", f"{day}T{begin}:00" if begin else day),)
    if meeting.end > begin:
        value += (("to", f"{day}T{meeting.end}:00"),)
    span = source.passage.source(meeting.hours.start, meeting.hours.end) if meeting.hours else None
    yield DatedFact("meeting", value, "source note", main.cert, span)


def stated(material: Material, source: Source | None, title: Title, genre: str, sender: str) -> Iterator[DatedFact]:
    """What may be the date of the document, the surest ground first."""
    yield from _from_entry(material.entry)
    yield from _from_held(material.layout)
    yield from _from_datelines(material.layout.datelines, "dateline")
    yield from _from_title(title.passage)
    yield from _from_sheet(material.layout)
    yield from _from_datelines(material.layout.closing, WRITTEN)
    yield from _from_metadata(material)
    yield from _from_citation(material.layout)
    yield from _from_receipt(material.layout)
    yield from _from_opening(material.layout)
    yield from _from_lines(material)
    yield from _from_ideographs(material.layout)
    yield from _from_furniture(material.layout)
    if genre != "correspondence":
        yield from _from_subject(material.layout)
    yield from _from_drafting(material.layout)
    yield from _from_file_number(material, source, genre, sender)
    yield from _from_locator(source)
    if genre == "apparatus":
        yield from _from_events(material.layout)


def around(source: Source | None, main: DatedFact | None) -> Iterator[DatedFact]:
    """The other dates of the source note: hours of the meeting, drafting, approval, receipt."""
    if source:
        yield from _meeting(source, main)
        yield from _events(source, main)
