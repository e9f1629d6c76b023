"""Source note, classification, places, subjects and drafter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.describe.heading import Title
from pipeline.describe.layout import Material, fields, first
from pipeline.grammar import sources, titles
from pipeline.grammar.archives import Located
from pipeline.grammar.datelines import NO_PLACE, place_of
from pipeline.grammar.dates import find_dates, parse_date
from pipeline.grammar.offices import is_group
from pipeline.grammar.parts import Part
from pipeline.model import Holding, Passage, SourceNote, Span


@dataclass(frozen=True, slots=True)
class Source:
    """The source note: its passage, its parts, and the record made of them."""

    passage: Passage
    parts: sources.SourceParts
    note: SourceNote


def find_source(material: Material) -> Source | None:
    """The first note or line that can be taken apart as a source note."""
    layout = material.layout
    archive = (p for p in (*reversed(layout.body), *reversed(layout.furniture)) if p.text.lstrip("_* ").startswith("["))
    for passage in (*layout.sources, *archive):
        parts = sources.parse_source_note(passage.text)
        if parts:
            return Source(passage, parts, _note(parts, passage))
    return None


def _text(part: Part | None) -> str:
    return part.text if part else ""


def _note(parts: sources.SourceParts, passage: Passage) -> SourceNote:
    """What the header says of the source: of several who approved or cleared all are named."""
    cleared, approved = (", ".join(part.text for part in parts.who(kind)) for kind in ("cleared", "approved"))
    drafted = next(iter(parts.who("drafted")), None)
    return SourceNote(
        passage.text, passage.span, tuple(_holding(copy) for copy in (parts, *parts.copies) if _is_known(copy)),
        parts.locator.text if parts.published else "", _text(parts.classification),
        tuple(part.text for part in parts.handling), _text(drafted), cleared, approved, _text(parts.meeting.place),
    )  # fmt: skip


def _is_known(copy: Located) -> bool:
    """Whether a reference says where the paper lies: `Ibid.` does not."""
    return bool(copy.repository or copy.collection)


def _holding(copy: Located) -> Holding:
    return Holding(_text(copy.repository), tuple(part.text for part in copy.collection), _text(copy.idno))


def places(material: Material, title: Title, genre: str) -> tuple[str, ...]:
    """The place of the document: before the date of the dateline or at the end of the title, of the post that sent a
    telegram, in the cover sheet, in the collection. Below a record of talk is the place where it was written down."""
    layout, cable = material.layout, material.cable
    datelines = layout.datelines or (() if genre == "talk" else layout.closing)
    found = [place.text for p in datelines if (place := place_of(p.text))]
    if not found and (named := titles.place(title.text)):
        found.append(named.text)
    if not found and genre in ("talk", "public"):
        found += [where for p in layout.above if (where := _place_above(p))]
    if cable and cable.place:
        found.append(cable.place)
    found += [where for p in fields(layout, "place") if (where := _without_hour(p.text))]
    found += [room for p in fields(layout, "date") if (room := _room(p))]
    return tuple(dict.fromkeys(place for place in (*found, material.entry.place) if place))


def _place_above(passage: Passage) -> str:
    """A place alone on a line above the title, in capitals: `VISIT TO SOUTH EAST ASIA 1968` / `SAIGON`; a country is
    what is talked of."""
    place = re.fullmatch(r"[A-Z][A-Z'’-]{3,}(?: [A-Z'’-]{3,})?(?:, [A-Z.]{2,})?", passage.text)
    other = NO_PLACE.match(passage.text) or titles.is_named(passage.text) or is_group(passage.text)
    return passage.text if place and not other else ""


def _without_hour(text: str) -> str:
    """The place of a field that has the hour or the day as well: `10:20 - 11:20 a.m. ⏎ Maison Fleur d'Eau, Geneva`."""
    found = find_dates(text)
    if not found:
        return text
    before, after = text[: found[0].start].strip(" .,;–-"), text[found[-1].end :].strip(" .,;–-")
    return after if not before else before if not after else ""


def _room(passage: Passage) -> str:
    """What follows the date in the date field of a cover sheet: `January 10, 1963 ⏎ 12:00 Noon ⏎ Secretary's
    office.`"""
    found = parse_date(passage.text)
    rest = passage.text[found.end :].strip(" .,;") if found else ""
    return rest if 3 < len(rest) < 60 and rest[0].isupper() and not any(c.isdigit() for c in rest) else ""


_PRECEDENCE = r"(?:most immediate|immediate|operational|priority|routine|flash|niact|urgent)"
_CLASSIFIED = re.compile(
    rf"(?:{_PRECEDENCE} )*(?P<class>{sources.CLASSIFICATIONS})"
    r"(?P<handling>(?:[ /;,–-]+(?:austeo|eyes only|guard|nodis|exdis|sensitive|limdis|noforn|personal|cherokee))*)"
    rf"(?:[ /;,–-]+{_PRECEDENCE})*\W*",
    re.IGNORECASE,
)
"""A line that is nothing but a classification, perhaps with the precedence: `TOP SECRET`, `SECRET AUSTEO`."""


def _undated(passage: Passage) -> str:
    """What stands beside the date in a dateline; another passage whole."""
    found = parse_date(passage.text) if passage.block.kind == "dateline" else None
    return passage.text[: found.start] + passage.text[found.end :] if found else passage.text


def with_classification(note: SourceNote | None, material: Material) -> SourceNote | None:
    """The source note with the classification that the document itself carries, where the note names none."""
    if note and note.classification:
        return note
    layout, cable = material.layout, material.cable
    for passage in (*layout.furniture, *layout.body[:6], *layout.heads[1:3], *layout.datelines[:1]):
        found = _CLASSIFIED.fullmatch(_undated(passage).strip(" *_#"))
        if found:
            handling = tuple(word for word in [found["handling"].strip(" /;,–-")] if word)
            base = note or SourceNote(passage.text, passage.span)
            return replace(base, classification=found["class"], handling=handling or base.handling)
    if cable and cable.classification:
        base = note or SourceNote(cable.group.text, Span(cable.group.start, cable.group.end))
        return replace(base, classification=cable.classification)
    return note


_FORM_WORDS = re.compile(r"\((?:optional|officer designation.*)\)?.*", re.IGNORECASE | re.DOTALL)
"""What a printed form says in its fields: `SUBJECT: (Optional)`."""
_UNNUMBERED = re.compile(r"\A[\s•–-]*(?:\(?\d{1,2}[.)]\s+)?")
"""Bullet and number before a subject."""


_NEAR_TOP = 8
_SUBJECT = re.compile(r"SUBJECTS?\s?:?")


def _below_heading(body: Sequence[Passage]) -> Iterator[Passage]:
    """The heading below the heading `SUBJECT`."""
    for heading, below in pairwise(body):
        if _SUBJECT.fullmatch(heading.text) and heading.block.get("rend") == below.block.get("rend") == "heading":
            yield below


def subjects(material: Material, title: Title) -> tuple[str, ...]:
    """The subjects that a list or field names, without bullets and numbers, and the keywords; so does a field `Title:`
    that is not the title."""
    called = (p for p in fields(material.layout, "title") if p is not title.passage)
    passages = (*material.layout.subjects, *fields(material.layout, "subject"), *called)
    passages = passages or tuple(_below_heading(material.layout.body[:_NEAR_TOP]))
    texts = (p.text for p in passages if not _FORM_WORDS.fullmatch(p.text))
    terms = (_UNNUMBERED.sub("", text) for text in texts if text)
    return tuple(dict.fromkeys((*terms, *_keywords(material))))


_TERMS = re.compile(r"\s*[;|•]\s*")
_COMMA = re.compile(r",\s*")


def _keywords(material: Material) -> Iterator[str]:
    """The terms of a field `Keywords:` of an archive's page, each by itself: `Berlin; Germany`, `Berlin, Germany`."""
    values = [p.text for p in fields(material.layout, "keywords")]
    stated = first(material.front, "keywords", "keyword")
    for text in (*values, *([stated.text.strip("[]")] if stated else [])):
        terms = (_TERMS if _TERMS.search(text) else _COMMA).split(text)
        yield from filter(None, (term.strip(" .\"'") for term in terms))


_RECORDED = re.compile(r"\A(?:recorded|drafted|written|prepared|reported|taken down|typed)\s+by\s*:?\s*", re.IGNORECASE)


def drafter(material: Material, source: Source | None, title: Title, genre: str, signed: str) -> str:
    """Who wrote the document: the source note, the title (`… by Mr. Leach`), the cover sheet, or the signature."""
    if source and source.note.drafted_by:
        return source.note.drafted_by
    if author := titles.author(title.text):
        return author.text
    named = next((p.text for p in fields(material.layout, "drafter")), "")
    return named or (_RECORDED.sub("", signed) if genre != "apparatus" else "")
