"""Title, number and type of a document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.describe.layout import Layout, Material, fields, first
from pipeline.grammar import titles
from pipeline.grammar.cables import GROUP_LINE
from pipeline.grammar.compliments import compliments
from pipeline.grammar.parts import Part
from pipeline.model import Passage, Span


@dataclass(frozen=True, slots=True)
class Title:
    """The title without its number; `passage` and `start` say where it stands, or `span` does (front matter)."""

    text: str
    passage: Passage | None = None
    start: int = 0
    span: Span | None = None

    def where(self, piece: Part) -> Span | None:
        """The source of a piece of the title; of the whole where no finer place is known."""
        if self.passage and self.start + piece.end <= len(self.passage.text):
            return self.passage.source(self.start + piece.start, self.start + piece.end)
        return self.span


_SIGNS: tuple[tuple[str, re.Pattern[str], int], ...] = (
    ("telegram", GROUP_LINE, 1),
    ("testimony", re.compile(r"\bSTENOGRAPHIC\b|\bsworn\b.{0,40}\btestimony\b|\bTESTIMONY\b.{0,40}$", re.I | re.M), 1),
    ("press-conference", re.compile(r"^(?:Q\.|QUESTION\s*:|Journalist\b|Question\s)", re.MULTILINE), 3),
    ("parliamentary-debate", re.compile(
        r"\bThe House met\b|\b[Hh]on(?:ou?rable|\.)? (?:Member|Friend|Gentleman)s?\b|\bHon members\b"), 2),
    ("memorandum-of-conversation", re.compile(
        r"^[^\na-z]{0,40}MEMORANDUM OF CONVERSATION|^[^\w\n]*Memorandum of Conversation\W*$", re.M), 1),
)  # fmt: skip
"""Type → a sign of it in the text, and how often it must occur, for documents whose title says nothing."""
_SIGNS_WITHIN = 20000


def classify(material: Material, title: Title) -> str:
    """The id of the document's type: as the collection says, as the title says, as the text lets see."""
    layout, text = material.layout, material.document.transcript.text
    if material.entry.type in titles.BY_ID:
        return material.entry.type
    kind = titles.classify(title.text)
    wired = "cable-from" in material.front or (material.cable and material.cable.group.end <= _SIGNS_WITHIN)
    if (wired and title.passage is None) or (kind is titles.CORRESPONDENCE and _by_wire(layout)):
        return "telegram"
    if kind is titles.CORRESPONDENCE and (form := _form(layout)):
        return form
    if kind is not titles.DOCUMENT:
        return kind.id
    if fields(layout, "interview"):
        return "interview"
    if any(label.casefold().startswith("memorandum for") for label, _ in layout.fields):
        return "memorandum"
    if find_compliments(layout):
        return "note"
    signs = (name for name, sign, times in _SIGNS if _occurs(sign, text[:_SIGNS_WITHIN], times))
    return next(signs, "") or _named_in_short_lines(layout) or ("letter" if layout.greetings else titles.DOCUMENT.id)


def _named_in_short_lines(layout: Layout) -> str:
    """The type that a short line near the top names, such as a form's `Memorandum of Conversation`."""
    for passage in (*layout.above, *layout.heads, *layout.furniture[:20], *layout.body[:12]):
        kind = titles.classify(passage.text) if len(passage.text) < 90 else titles.DOCUMENT
        if kind is not titles.DOCUMENT and kind.id != "message":
            return kind.id
    return ""


_OPENING = 6
"""Among so many passages stands the sentence with which a note opens."""


def find_compliments(layout: Layout) -> tuple[Passage, Part, Part] | None:
    """The passage with which a note in the third person opens, and the sender and the recipient that it names."""
    for passage in layout.body[:_OPENING]:
        if found := compliments(passage.text):
            return passage, *found
    return None


_WIRE = re.compile(r":\s*(?:Circular )?[Tt]elegram\Z|\A\W*(?:Extracts?\s+)?(?:Tele|Cable)grams?\b")
"""What stands above or in the dateline of a telegram: `891.00/1–2748: Telegram`, `867.00/3–1247: Circular telegram`,
`Cablegrams 170, 314 LONDON, 7 December`."""


def _by_wire(layout: Layout) -> bool:
    return any(_WIRE.search(p.text.strip()) for p in (*layout.above, *layout.datelines, *layout.body[:2]))


def _form(layout: Layout) -> str:
    """The type that the dateline names, below a title of sender and recipient: `Letter (air mail) 26 November 1937`."""
    kinds = (titles.classify(passage.text) for passage in layout.datelines[:1])
    return next((kind.id for kind in kinds if kind.genre == "correspondence" and kind is not titles.CORRESPONDENCE), "")


def _occurs(pattern: re.Pattern[str], text: str, times: int) -> bool:
    return any(count >= times for count, _ in enumerate(pattern.finditer(text), 1))


def find_title(material: Material) -> Title:
    """The title: of the collection, of the front matter, of the field `Title:`, what a hearing was about, the head that
    names a type of document, else the first head; of an electronic telegram its subject."""
    stated, cable = first(material.front, "title"), material.cable
    if material.entry.title:
        return Title(material.entry.title)
    if stated:
        return Title(stated.text, span=stated.span)
    if hearing := _hearing(material.layout):
        return Title(hearing.text, hearing)
    heads = _heads(material.layout)
    named = next((p for p in heads[:4] if _kind_of(p.text) is not titles.DOCUMENT), None)
    for field in fields(material.layout, "title"):
        if named is None or _kind_of(field.text) is not titles.DOCUMENT:
            return Title(field.text, field)
    head = named or (heads[0] if heads else None)
    if cable and cable.subject and (head is None or _kind_of(head.text) is titles.DOCUMENT):
        return Title(cable.subject.text, span=Span(cable.subject.start, cable.subject.end))
    return _whole_head(head, heads[heads.index(head) + 1 :]) if head else Title("")


_HEARING = re.compile(r"(?:(?:joint|additional|field|public)\s)?hearings?(?:\sbefore\b.*)?", re.IGNORECASE)
_REPORT_NUMBER = re.compile(
    r"\[?(?:[SH]\.\s?(?:Hrg|Doc|Rept|Res)|Serial|Senate|House|Committee|Union Calendar)\b", re.IGNORECASE
)


def _hearing(layout: Layout) -> Passage | None:
    """What a hearing was about: the line above `HEARING` / `before the` / `COMMITTEE ON FOREIGN RELATIONS`."""
    headings = [p for p in layout.body[:10] if p.block.get("rend") == "heading"]
    lines = sorted((*layout.above, *layout.heads, *headings), key=lambda passage: passage.span.start)
    for title, hearing, after in zip(lines, lines[1:], lines[2:], strict=False):
        before = " before" in hearing.text.casefold() or after.text.casefold().startswith("before")
        if before and _HEARING.fullmatch(hearing.text) and not _REPORT_NUMBER.match(title.text):
            return title
    return None


def _heads(layout: Layout) -> list[Passage]:
    """The heads of the document; where there are none, headings among the first lines that name a type of document."""
    headings = (p for p in layout.body[:5] if p.block.get("rend") == "heading")
    named = [p for p in headings if _kind_of(p.text) is not titles.DOCUMENT]
    return [p for p in layout.heads if len(p.path) <= 3] or layout.heads or named


_UNFINISHED = re.compile(r"(?:[,:&–-]|\b(?:and|of|between|the|with))\Z", re.IGNORECASE)
"""The end of a line that the next line of a title continues."""


def _whole_head(head: Passage, following: Sequence[Passage]) -> Title:
    start = titles.split_number(head.text)[1]
    text = head.text[start:].rstrip(" #*_")
    for more in following[:2]:
        linked = more.text.startswith(("and ", "on a ", "on the ", "between ", "with "))
        if not _UNFINISHED.search(text) and not linked:
            break
        text += " " + more.text
    return Title(text, head, start, head.span)


def _kind_of(head: str) -> titles.DocumentType:
    return titles.classify(head[titles.split_number(head)[1] :])


_RECORD = re.compile(r"\A\W{0,3}(?P<number>\d{3}-\d{5}-\d{5})\b")
"""The record number of an archive's identification sheet."""


_NUMBERED = re.compile(
    r"(?:(?:Note|Airgram|Despatch) )?(?:(?:No|Nr|N)\.?[°º]?\s?(?P<number>\d[\w/–-]*)"
    r"|(?P<airgram>(?:A|CA|CG|CW|G)-\d{1,5}))\s?\.?\]?"
)
"""The number of a note, despatch or airgram in its opening: `No. 287`, `No. 931.]`, `A-412`"""


def find_number(material: Material) -> str:
    """The number of the document: as its reader found it, in a head, in metadata, of the telegram, of the archive's
    identification sheet, of the note or despatch."""
    layout, cable = material.layout, material.cable
    value = first(material.front, "doc_num", "number", "cable-doc-number")
    openings = (p.text for p in layout.body[:_OPENING] if p.block.kind == "opener")
    record = _RECORD.match(material.document.transcript.text)
    numbers = (
        material.document.root.get("n"),
        *(titles.split_number(p.text)[0] for p in (*layout.above, *layout.heads[:3])),
        value.text if value else "",
        cable.number if cable else "",
        record["number"] if record else "",
        *(found["number"] or found["airgram"] for text in openings if (found := _NUMBERED.fullmatch(text))),
    )
    return next((number for number in numbers if number), "")
