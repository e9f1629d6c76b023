"""References: documents, notes of the same document, books, archives.

    See Document 246            ref type="document" n="246"
    see footnote 2 above        ref type="footnote" n="2" target="#fn3" (the note printed with the mark 2)
    vol. XV, pp. 69–71          bibl type="published" with biblScope inside
    (Ibid., 762.00/3–1262)      bibl type="archival" with idno inside
    telegram 953, NSC 5820/1    bibl type="numbered" with idno inside

The target of another document is left out: only a collection can know where its number leads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.grammar.parts import Part
from pipeline.grammar.references import Reference, find_references
from pipeline.grammar.sources import parse_source
from pipeline.model import Annotation, Attrs, Certainty, Claim, Context, Document, Passage

_SKIP = frozenset({"furniture", "speaker", "participants", "head"})
_PRINTED = {kind: f"references/{kind}" for kind in ("published", "archival", "numbered", "ibid")}


def annotate(context: Context) -> Annotation:
    """Claims `ref`, `bibl` and what stands inside over all passages but furniture, labels, heads and participants."""
    notes = _notes(context.document)
    claims: list[Claim] = []
    for passage in context.document.passages:
        if passage.where not in _SKIP or any(block.kind == "note" for block in passage.path):
            claims += _claims(passage, notes)
    return Annotation(tuple(claims))


def _notes(document: Document) -> dict[str, str]:
    """Printed mark → id of the note, where one note only has the mark."""
    ids: dict[str, list[str]] = {}
    for block in document.root.walk():
        if block.kind == "note" and block.get("n") and block.get("xml:id"):
            ids.setdefault(block.get("n"), []).append(block.get("xml:id"))
    return {mark: found[0] for mark, found in ids.items() if len(found) == 1}


def _claims(passage: Passage, notes: dict[str, str]) -> Iterator[Claim]:
    in_note = passage.where == "note"
    taken = 0
    for copy in parse_source(passage.text) if in_note else ():
        if copy.repository or copy.idno:
            yield from _bibl(passage, copy.locator.start, copy.locator.end, "archival", copy.idno)
            taken = copy.locator.end
    for one in find_references(passage.text, in_note):
        if one.start < taken:
            continue
        if one.kind in _PRINTED:
            yield from _bibl(passage, one.start, one.end, one.kind, one.idno)
            yield from _scopes(passage, one)
        else:
            yield _ref(passage, one, notes, in_note)


_LOCATORS = re.compile(
    r"(?:(?:Box(?:es)?|Folders?|Lot|Job|Entry|CF|RG|Series|Rolls?|Reels?|FRC|Acc(?:ession)?\.?)\b[^,;—]*+(?:,[ ])?)+"
)
"""`Box 489` in `Box 489, President’s Trip Files, 1969`: boxes and lots have numbers, what follows are titles."""


def _mark_alone(text: str) -> str:
    """The shelf mark without the titles and dates of what lies in the box, which may hold names."""
    match = _LOCATORS.match(text)
    return match.group().rstrip(", ") if match else text


def _bibl(passage: Passage, start: int, end: int, kind: str, idno: Part | None) -> Iterator[Claim]:
    yield Claim(passage.source(start, end), "bibl", _PRINTED[kind], attrs=(("type", kind),))
    if idno:
        attrs: Attrs = (("type", "shelfmark" if kind == "archival" else "document"),)
        end = idno.start + len(_mark_alone(passage.text[idno.start : idno.end]))
        yield Claim(passage.source(idno.start, end), "idno", _PRINTED[kind], attrs=attrs)


_PAGES = re.compile(r"\D*(?P<first>\d+)(?:\s?[-–]\s?(?P<last>\d+))?")


def _scopes(passage: Passage, one: Reference) -> Iterator[Claim]:
    """`biblScope` for volume, pages, columns: `pp. 156–61` is 156 to 161; `pp. 6971` has lost its dash and says
    nothing."""
    if one.volume:
        yield Claim(
            passage.source(one.volume.start, one.volume.end),
            "biblScope",
            _PRINTED[one.kind],
            attrs=(("unit", "volume"),),
        )
    pages = _PAGES.match(one.pages.text) if one.pages else None
    if one.pages and pages:
        first, last = pages["first"], pages["last"] or ""
        if last and len(last) < len(first):
            last = first[: len(first) - len(last)] + last
        known = last or not one.pages.text.startswith("pp")
        unit = "column" if one.pages.text[0] in "cC" else "page"
        attrs: Attrs = (("unit", unit), *((("from", first), ("to", last or first)) if known else ()))
        yield Claim(passage.source(one.pages.start, one.pages.end), "biblScope", _PRINTED[one.kind], attrs=attrs)


def _ref(passage: Passage, one: Reference, notes: dict[str, str], in_note: bool) -> Claim:
    """A reference by number; that to a note gets its target if the document has exactly one note with that mark."""
    attrs: Attrs = (("type", one.kind), ("n", one.number))
    target = notes.get(one.number) if one.kind == "footnote" and in_note and not one.elsewhere else None
    if target:
        attrs += (("target", f"#{target}"),)
    return Claim(passage.source(one.start, one.end), "ref", f"references/{one.kind}", Certainty.HIGH, attrs)
