"""The passages of a document that speak of the document itself, and the metadata around its text.

head 262. Memorandum of Conversation      heads
opener/dateline                           datelines
list type="coversheet" DATE: …            fields (`DATE`, passage)
note type="source"                        sources
--- doc_date: '1963-01-17' ---            front matter
Message Attributes … Draft Date: …        metadata at the end
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from pipeline.collection import DocumentEntry
from pipeline.grammar.cables import Cable, parse_cable
from pipeline.grammar.likeness import near
from pipeline.model import Document, Passage, Span


@dataclass
class Layout:
    """The passages that speak of the document itself, by what they are. Attachments are left out."""

    heads: list[Passage] = field(default_factory=list)
    above: list[Passage] = field(default_factory=list)
    datelines: list[Passage] = field(default_factory=list)
    closing: list[Passage] = field(default_factory=list)
    """Datelines below the text: when and where it was written down."""
    subjects: list[Passage] = field(default_factory=list)
    participants: list[Passage] = field(default_factory=list)
    fields: list[tuple[str, Passage]] = field(default_factory=list)
    lists: dict[str, list[Passage]] = field(default_factory=dict)
    sources: list[Passage] = field(default_factory=list)
    greetings: list[Passage] = field(default_factory=list)
    signed: list[Passage] = field(default_factory=list)
    furniture: list[Passage] = field(default_factory=list)
    body: list[Passage] = field(default_factory=list)
    notes: list[Passage] = field(default_factory=list)


def _layout(document: Document) -> Layout:
    layout = Layout()
    label = ""
    for passage in document.passages:
        kinds = [block.kind for block in passage.path]
        attached = kinds.count("div") > 1 and any(
            b.get("type") == "attachment" for b in passage.path if b.kind == "div"
        )
        if attached or "floatingText" in kinds:
            continue
        if kinds[-1] == "label" and _list_kind(passage) == "coversheet":
            label = passage.text.strip(" :;!+.*_")
        _place(layout, passage, kinds, label)
    return layout


FILE_LINE = re.compile(r"\[?[\dA-Z][\w. ()]{2,40}/\d[\w.]*[–-][\w–-]+(?::\s*\w+)?\]?\Z")
"""`891.105A/1–2748: Telegram`, a line above the title."""


def _is_dateline(passage: Passage) -> bool:
    """Whether a paragraph is a dateline that other lines (`secret`, `[Extract]`) part from the title."""
    return passage.block.get("rend") == "dateline" and bool(re.match(r"\[?[A-Z][a-z]", passage.text))


def _list_kind(passage: Passage) -> str:
    return next((b.get("type") for b in reversed(passage.path) if b.kind == "list" and b.get("type")), "")


def _place(layout: Layout, passage: Passage, kinds: list[str], label: str) -> None:
    if "note" in kinds:
        source = any(b.kind == "note" and b.get("type") == "source" for b in passage.path)
        (layout.sources if source else layout.notes).append(passage)
        return
    if "fw" in kinds:
        layout.furniture.append(passage)
        return
    listed = _list_kind(passage) if "list" in kinds else ""
    if kinds[-1] == "head" and "list" not in kinds:
        above = passage.block.get("type") or FILE_LINE.match(passage.text)
        (layout.above if above else layout.heads).append(passage)
    elif "dateline" in kinds or (_is_dateline(passage) and not layout.datelines):
        (layout.closing if "closer" in kinds else layout.datelines).append(passage)
    elif passage.where == "participants" or listed == "participants":
        layout.participants.append(passage)
    elif "signed" in kinds or passage.block.get("rend") == "signed":
        layout.signed.append(passage)
    elif kinds[-1] == "salute" and "opener" in kinds:
        layout.greetings.append(passage)
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
    "date": re.compile(
        r"(?:.*\b)?date\b.*|(?:(?:and|&)\s)?time.*|(?:and|&)\s(?:place|location)|held\b.*", re.IGNORECASE
    ),
    "place": re.compile(r"(?:.*(?:and|&|/)\s?)?(?:place|location)|venue", re.IGNORECASE),
    "subject": re.compile(r"subj(?:ects?)?|subjects?|re|topics?", re.IGNORECASE),
    "title": re.compile(r"title", re.IGNORECASE),
    "keywords": re.compile(
        r"(?:subject\s)?key\s?words?(?:\sand\sphrases)?|(?:subject\s)(?:terms|headings)", re.IGNORECASE
    ),
    "citation": re.compile(r"(?:document )?citation", re.IGNORECASE),
    "to": re.compile(r"to|memorandum\s+(?:for|to)|for", re.IGNORECASE),
    "from": re.compile(r"from|fm", re.IGNORECASE),
    "drafter": re.compile(
        r"(?:drafted|prepared|reported|written|recorded)\s*(?:by)?|drafter|drafting\s+officer", re.IGNORECASE
    ),
    "number": re.compile(r"no|number|telegram no|serial(?: no)?", re.IGNORECASE),
    "received": re.compile(r"rec['’]?d|received|time received", re.IGNORECASE),
    "classification": re.compile(r"classification", re.IGNORECASE),
    "participants": re.compile(r".*(?:participants?|present)", re.IGNORECASE),
    "interview": re.compile(r"interviewe[er]s?|interviewed by|journalist|narrator", re.IGNORECASE),
}
"""Meaning of the label of a cover sheet field."""


def fields(layout: Layout, meaning: str) -> list[Passage]:
    """The values of the cover sheet fields with a meaning of the table; `bate:` is a misread `date:`."""
    pattern = _FIELDS[meaning]
    return [passage for label, passage in layout.fields if pattern.fullmatch(label) or near(label, meaning)]


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a metadata block, and where it stands in the transcript."""

    text: str
    span: Span


_FRONT = re.compile(r"\A\s*---[ \t]*\r?\n(?P<body>(?:[^\n]*\n)*?)---[ \t]*\r?\n")
_PAIR = re.compile(
    r"^(?P<key>[A-Za-z][\w -]{0,30}?):[ \t]+(?P<value>\S[^\r\n]*(?:\r?\n[ \t]+\S[^\r\n]*)*)", re.MULTILINE
)
_ATTRIBUTES = re.compile(r"^.{0,12}Message Attributes", re.MULTILINE)
_ATTRIBUTE = re.compile(r"^[-* ]{0,4}\**(?P<key>[A-Z][\w ]{1,40}):\**[ \t]+(?P<value>\S[^\r\n]*)", re.MULTILINE)


def front_matter(text: str) -> dict[str, Value]:
    """The `key: value` pairs of YAML front matter, quotes removed; nested values and lists are left out."""
    front = _FRONT.match(text)
    if front is None:
        return {}
    return dict(_pairs(_PAIR, text, *front.span("body")))


def end_metadata(text: str) -> dict[str, Value]:
    """The `Key: value` lines after the heading `Message Attributes` of electronic telegrams."""
    headings = list(_ATTRIBUTES.finditer(text)) if "Message Attributes" in text else []
    return dict(_pairs(_ATTRIBUTE, text, headings[-1].end(), len(text))) if headings else {}


def _pairs(pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[tuple[str, Value]]:
    for pair in pattern.finditer(text, start, end):
        value = " ".join(pair["value"].split())
        quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "'\""
        yield pair["key"].lower(), Value(value[1:-1] if quoted else value, Span(*pair.span("value")))


def first(values: Mapping[str, Value], *keys: str) -> Value | None:
    """The first of the keys that has a value."""
    return next((values[key] for key in keys if key in values and values[key].text not in ("", "n/a", "N/A")), None)


@dataclass(frozen=True, slots=True)
class Material:
    """All that the facts of a document are drawn from: the document, the collection's entry, the passages by what they
    are, the metadata before and after the text, and the parts of an electronic telegram."""

    document: Document
    entry: DocumentEntry
    layout: Layout
    front: Mapping[str, Value]
    end: Mapping[str, Value]
    cable: Cable | None


def gather(document: Document, entry: DocumentEntry) -> Material:
    """The material of a document."""
    text = document.transcript.text
    return Material(document, entry, _layout(document), front_matter(text), end_metadata(text), parse_cable(text))
