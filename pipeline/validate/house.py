"""House rules: what a grammar cannot say.

Each rule is a function from a `Source` to findings, listed in `RULES`; a rule reads one file, and authority files where
pointers lead to them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache, cached_property
from pathlib import Path
from typing import Final

from lxml import etree

from pipeline.model import Finding
from pipeline.namespaces import EXAMPLES, XML_ID, T
from pipeline.resources import folder
from pipeline.safe_xml import NoXml, root_of
from pipeline.schema import odd
from pipeline.validate.parsing import Source, local

POINTERS: Final = (
    "who", "toWhom", "ref", "target", "corresp", "next", "prev", "sameAs", "resp", "source", "ana", "rendition",
    "scheme", "active", "passive", "mutual", "facs",
)  # fmt: skip
"""Attributes that hold pointers."""
_POINTERS: Final = frozenset(POINTERS)


@dataclass(frozen=True)
class Edition:
    """One file with what its rules share: the elements by `xml:id`, and the folder of the authority files."""

    source: Source
    authority_dir: Path

    @cached_property
    def elements(self) -> list[etree._Element]:
        """All elements that are meant, in document order: not those of examples in documentation."""
        return [e for e in self.source.elements if not (isinstance(e.tag, str) and e.tag.startswith(f"{{{EXAMPLES}}}"))]

    @cached_property
    def by_id(self) -> dict[str, etree._Element]:
        """The first element with each id."""
        found: dict[str, etree._Element] = {}
        for element in self.elements:
            if (name := element.get(XML_ID)) is not None:
                found.setdefault(name, element)
        return found

    @cached_property
    def pointers(self) -> list[tuple[etree._Element, str, str]]:
        """Every pointer with its element and attribute, in document order."""
        return [
            (element, attribute, pointer)
            for element in self.elements
            if not _POINTERS.isdisjoint(element.keys())
            for attribute in POINTERS
            for pointer in element.get(attribute, "").split()
        ]

    def all(self, *names: str) -> Iterator[etree._Element]:
        """The TEI elements of these names in document order."""
        return self.source.root.iter(*(T + name for name in names))

    def target(self, pointer: str) -> etree._Element | None:
        """The element of this file that a pointer `#x` leads to."""
        return self.by_id.get(pointer[1:]) if pointer.startswith("#") else None


Rule = Callable[[Edition], Iterator[Finding]]


def check(source: Source, authority_dir: Path, *, general: bool = False) -> list[Finding]:
    """What the house rules say of a file; with `general` only those that hold for any TEI file."""
    edition = Edition(source, authority_dir)
    return [finding for rule in (GENERAL if general else RULES) for finding in rule(edition)]


def _words(text: str, most: int = 60) -> str:
    squeezed = " ".join(text.split())
    return squeezed if len(squeezed) <= most else squeezed[: most - 1] + "…"


def _text(element: etree._Element) -> str:
    return _words("".join(element.itertext()))


# -- ids and pointers ------------------------------------------------------------------------------------------------
def unique_ids(edition: Edition) -> Iterator[Finding]:
    """An `xml:id` names one element: `<p xml:id="a"/><p xml:id="a"/>` is wrong."""
    for element in edition.elements:
        name = element.get(XML_ID)
        if name is not None and edition.by_id[name] is not element:
            line, _ = edition.source.place(edition.by_id[name])
            message = f'The xml:id "{name}" is used a second time; the first is in line {line}.'
            yield edition.source.finding("house/duplicate-id", message, "Give it another id.", element, "xml:id")


def pointers_resolve(edition: Edition) -> Iterator[Finding]:
    """`#rusk` leads to an element of this file. A pointer that leads nowhere is told once, with how often it stands."""
    lost: dict[str, list[tuple[etree._Element, str]]] = {}
    for element, attribute, pointer in edition.pointers:
        if pointer.startswith("#") and len(pointer) > 1 and pointer[1:] not in edition.by_id:
            lost.setdefault(pointer, []).append((element, attribute))
    for pointer, places in lost.items():
        element, attribute = places[0]
        often = f" ({len(places)} times, first here)" if len(places) > 1 else ""
        message = f'@{attribute}="{pointer}" leads nowhere{often}: no element of this file has that xml:id.'
        hint = _nearest(pointer[1:], edition.by_id)
        yield edition.source.finding("house/broken-pointer", message, hint, element, attribute)


def _nearest(name: str, names: dict[str, etree._Element] | frozenset[str]) -> str:
    near = get_close_matches(name, list(names), 3, 0.7)
    return f"Perhaps {' or '.join('#' + other for other in near)}?" if near else "Add the element, or mend the pointer."


_SPEAKERS: Final = frozenset({"person", "personGrp", "org", "listPerson"})
_REFERENTS: Final[tuple[tuple[str, tuple[str, ...], frozenset[str], str], ...]] = (
    ("who", ("said", "sp", "q", "stage", "incident"), _SPEAKERS, "person"),
    ("toWhom", ("said", "sp", "q", "stage"), _SPEAKERS, "person"),
    ("ref", ("persName",), frozenset({"person", "personGrp"}), "person"),
    ("ref", ("placeName",), frozenset({"place"}), "place"),
    ("ref", ("orgName",), frozenset({"org", "personGrp"}), "organization"),
)
"""Attribute, elements that carry it, what it may lead to, and what that is called."""


def referents(edition: Edition) -> Iterator[Finding]:
    """A speaker is a person, a place name names a place: `<said who="#p1">` with `<p xml:id="p1">` is wrong."""
    for attribute, names, allowed, called in _REFERENTS:
        for element in edition.all(*names):
            for pointer in (element.get(attribute) or "").split():
                target = edition.target(pointer)
                if target is not None and local(target) not in allowed:
                    message = f'@{attribute}="{pointer}" leads to a <{local(target)}>, not to a {called}.'
                    yield edition.source.finding(
                        "house/wrong-referent", message, f"Point to a {called}.", element, attribute
                    )


@cache
def authority_ids(path: Path) -> frozenset[str] | None:
    """The ids of an authority file; None if it is not there or is no XML."""
    if not path.is_file():
        return None
    try:
        root = root_of(path.read_bytes())
    except (OSError, NoXml):
        return None
    return frozenset(name for element in root.iter(etree.Element) if (name := element.get(XML_ID)) is not None)


_ELSEWHERE: Final = re.compile(r"(?P<file>[^#:]+\.xml)#(?P<id>.+)")
"""`personography.xml#rusk`, `../tei/placeography.xml#berlin`; no web address."""


def _ids_elsewhere(edition: Edition, file: str) -> frozenset[str] | None:
    """The ids of another file, looked for beside this one, then among the authority files."""
    beside = authority_ids((edition.source.path.parent / file).resolve())
    return authority_ids((edition.authority_dir / file).resolve()) if beside is None else beside


def authority_pointers(edition: Edition) -> Iterator[Finding]:
    """`personography.xml#rusk` leads to an entry of that file, where the file is at hand."""
    for element, attribute, pointer in edition.pointers:
        match = _ELSEWHERE.fullmatch(pointer)
        ids = _ids_elsewhere(edition, match["file"]) if match else None
        if match and ids is not None and match["id"] not in ids:
            yield edition.source.finding(
                "house/broken-pointer",
                f'@{attribute}="{pointer}" leads nowhere: {match["file"]} has no such xml:id.',
                _nearest(match["id"], ids),
                element,
                attribute,
            )


def chains(edition: Edition) -> Iterator[Finding]:
    """The parts of a cut element point to each other: `a/@next="#b"` asks for `b/@prev="#a"`."""
    for element in edition.elements:
        for there, back in (("next", "prev"), ("prev", "next")):
            target = edition.target(element.get(there) or "")
            if target is None:
                continue
            name = element.get(XML_ID)
            if target is element or local(target) != local(element) or name is None or target.get(back) != f"#{name}":
                message = f'@{there}="{element.get(there)}" is not answered by a @{back} of that {local(target)}.'
                yield edition.source.finding(
                    "house/broken-chain", message, f'Add {back}="#{name or "…"}" there.', element, there
                )


# -- pages and notes -------------------------------------------------------------------------------------------------
_ROMAN: Final = re.compile(r"(?=[ivxlc])(c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})", re.IGNORECASE)
_ROMAN_VALUES: Final = {"c": 100, "xc": 90, "l": 50, "xl": 40, "x": 10, "ix": 9, "v": 5, "iv": 4, "i": 1}


def _page_number(printed: str) -> tuple[str, int] | None:
    """The series and number of a page: `559` → arabic 559, `xiv` → roman 14; None for anything else."""
    if printed.isascii() and printed.isdigit():
        return "arabic", int(printed)
    if _ROMAN.fullmatch(printed):
        parts = re.findall("xc|xl|ix|iv|c|l|x|v|i", printed.lower())
        return "roman", sum(_ROMAN_VALUES[part] for part in parts)
    return None


def page_order(edition: Edition) -> Iterator[Finding]:
    """Page numbers increase: 559, 560, 558 is wrong at 558."""
    last: dict[str, tuple[int, str]] = {}
    for pb in edition.all("pb"):
        number = _page_number(pb.get("n") or "")
        if number is None:
            continue
        series, value = number
        before = last.get(series)
        if before is not None and value <= before[0]:
            message = f"Page {pb.get('n')} follows page {before[1]}."
            hint = "Compare with the source; a page number may be misread, or pages out of order."
            yield edition.source.finding("house/page-order", message, hint, pb, "n")
        last[series] = (value, pb.get("n") or "")


_BLOCKS: Final = frozenset({"div", "body", "list", "table", "floatingText", "text", "sp", "postscript"})


def notes_anchored(edition: Edition) -> Iterator[Finding]:
    """A footnote stands in the text at its mark; one that stands between blocks has lost its anchor."""
    printed = Counter(pointer for ptr in edition.all("ptr") if ptr.get("type") == "note" for pointer in _target(ptr))
    for note in edition.all("note"):
        parent = note.getparent()
        between = parent is not None and local(parent) in _BLOCKS
        if note.get("place") == "foot" and between and f"#{note.get(XML_ID)}" not in printed:
            message = f"The note “{_text(note)}” has no place in the text."
            hint = "Look for its mark in the text and move the note there, or say type and resp if it is an editor's."
            yield edition.source.finding("house/note-unanchored", message, hint, note)
    for ptr in edition.all("ptr"):
        if ptr.get("type") == "note":
            yield from _note_pointer(edition, ptr, printed)


def _target(element: etree._Element) -> list[str]:
    return (element.get("target") or "").split()


def _note_pointer(edition: Edition, ptr: etree._Element, printed: Counter[str]) -> Iterator[Finding]:
    for pointer in _target(ptr):
        target = edition.target(pointer)
        if target is not None and local(target) != "note":
            message = f"The printed note points to {pointer}, which is a <{local(target)}> and no note."
            yield edition.source.finding("house/wrong-referent", message, "Point to the note.", ptr, "target")
        first = next(other for other in edition.all("ptr") if other.get("type") == "note" and pointer in _target(other))
        if printed[pointer] > 1 and first is not ptr:
            line, _ = edition.source.place(first)
            message = f"The note {pointer} is said to be printed here and in line {line}."
            yield edition.source.finding("house/note-twice", message, "Keep one ptr for each note.", ptr, "target")


def note_shape(edition: Edition) -> Iterator[Finding]:
    """The printed mark comes first in a note, and a note has no note inside."""
    for note in edition.all("note"):
        if next(note.iterancestors(T + "note"), None) is not None:
            hint = "Put it after the outer note, or make it part of its text."
            yield edition.source.finding("house/note-in-note", f"A note stands in a note: “{_text(note)}”.", hint, note)
        for label in note.iterchildren(T + "label"):
            if label.getprevious() is not None or (note.text or "").strip():
                hint = "Let the printed mark be the first thing in the note."
                yield edition.source.finding("house/late-label", "The label is not first in the note.", hint, label)


def breaks_inside(edition: Edition) -> Iterator[Finding]:
    """A page break at the edge of a paragraph stands between paragraphs instead."""
    for paragraph in edition.all("p"):
        children = [child for child in paragraph if isinstance(child.tag, str)]
        if not children:
            continue
        first, last = children[0], children[-1]
        alone = len(children) == 1 and not (first.tail or "").strip()
        if first.tag == T + "pb" and not (paragraph.text or "").strip() and not alone:
            yield edition.source.finding("house/break-at-edge", "A paragraph begins with a page break.", _EDGE, first)
        if last.tag == T + "pb" and not (last.tail or "").strip() and len(children) > 1:
            yield edition.source.finding("house/break-at-edge", "A paragraph ends with a page break.", _EDGE, last)


_EDGE: Final = "Move it out of the paragraph."


# -- dates -----------------------------------------------------------------------------------------------------------
_DATED: Final = re.compile(r"\d{4}")
"""Values that can be compared by their letters. Two times cannot: a meeting may last past midnight."""


def date_order(edition: Edition) -> Iterator[Finding]:
    """A period begins before it ends: from 1963-02 to 1962-12 is wrong, from 1962 to 1962-11 is not."""
    for element in edition.elements:
        for begin, end in (("from", "to"), ("notBefore", "notAfter")):
            first, last = element.get(begin), element.get(end)
            if not first or not last or local(element) == "biblScope":
                continue
            length = min(len(first), len(last))
            if _DATED.match(first) and _DATED.match(last) and first[:length] > last[:length]:
                message = f"The period begins ({first}) after it ends ({last})."
                yield edition.source.finding("house/date-order", message, "Swap or mend them.", element, end)


_DATING: Final = ("when", "from", "to", "notBefore", "notAfter")


def dates_have_years(edition: Edition) -> Iterator[Finding]:
    """`when="--11-09"` leaves the year open, which a reader could perhaps close."""
    for element in edition.all("date", "time"):
        for name in _DATING:
            value = element.get(name) or ""
            if value.startswith("--"):
                message = f"“{_text(element)}” has no year."
                hint = f'If the year can be known, write it, as in {name}="1962{value[1:]}", and say how sure it is.'
                yield edition.source.finding("house/date-without-year", message, hint, element, name)


_LONG_YEAR: Final = re.compile(r"-?\d{5,}")


def dates_plausible(edition: Edition) -> Iterator[Finding]:
    """`when="19621109"` is the year 19,621,109, which nobody means."""
    for element in edition.elements:
        for name in _DATING:
            value = element.get(name) or ""
            if _LONG_YEAR.match(value):
                message = f'@{name}="{value}" has a year of more than four digits.'
                hint = "Write a date as 1962-11-09."
                yield edition.source.finding("house/date-implausible", message, hint, element, name)


def dates_grounded(edition: Edition) -> Iterator[Finding]:
    """The date of the document says where it comes from."""
    for date in edition.source.root.iterfind(f"{T}teiHeader/{T}profileDesc/{T}creation/{T}date"):
        dated = any(date.get(name) for name in _DATING)
        if dated and date.find(T + "note") is None and not date.get("evidence") and not date.get("source"):
            hint = "Add a note inside the date that says where it comes from."
            yield edition.source.finding(
                "house/date-without-ground", "The date of the document has no ground.", hint, date
            )


# -- persons, speech, responsibility ---------------------------------------------------------------------------------
def persons_named(edition: Edition) -> Iterator[Finding]:
    """Every person, place and body has a name."""
    for element in edition.all("person", "place", "org"):
        if next(element.iter(*(T + name for name in ("persName", "placeName", "orgName", "p", "name"))), None) is None:
            message = f"The {local(element)} {element.get(XML_ID) or ''} has no name."
            yield edition.source.finding("house/nameless", message, "Add its name as printed.", element)


def speakers_present(edition: Edition) -> Iterator[Finding]:
    """Who speaks is among the participants, if the header lists any."""
    cast = edition.source.root.find(f"{T}teiHeader/{T}profileDesc/{T}particDesc")
    if cast is None:
        return
    absent = {
        f"#{person.get(XML_ID)}" for list_ in cast.iter(T + "listPerson") if list_.get("type") == "mentioned"
        for person in list_.iter(T + "person")
    }  # fmt: skip
    present = [list_ for list_ in cast.iter(T + "listPerson") if list_.get("type") in ("delegation", "participants")]
    if not present:
        return
    speeches: dict[str, list[etree._Element]] = {}
    for element in edition.all("said", "sp"):
        for pointer in (element.get("who") or "").split():
            if pointer in absent and not element.get("resp"):
                speeches.setdefault(pointer, []).append(element)
    for pointer, elements in speeches.items():
        times = f"{len(elements)} times, first here" if len(elements) > 1 else "once"
        message = f"{pointer} speaks ({times}), but is not among the participants."
        hint = "Is the name misread? If it is right, say so with resp."
        yield edition.source.finding("house/speaker-absent", message, hint, elements[0], "who")


def decisions_sure(edition: Edition) -> Iterator[Finding]:
    """A claim that an editor has decided carries @resp and no @cert; a correction is an editor's."""
    for element in edition.elements:
        if element.get("resp") and element.get("cert"):
            message = (
                f'The {local(element)} carries @resp, so it is decided, and @cert="{element.get("cert")}" as well.'
            )
            yield edition.source.finding("house/decided-yet-doubtful", message, "Remove @cert.", element, "cert")
    for element in edition.all("corr", "reg"):
        choice = element.getparent()
        if not element.get("resp") and (choice is None or not choice.get("resp")):
            hint = "Add resp with the id of the editor."
            yield edition.source.finding(
                "house/correction-unsigned", f"Nobody answers for “{_text(element)}”.", hint, element
            )


def measures_whole(edition: Edition) -> Iterator[Finding]:
    """A quantity has a unit: `<gap quantity="5"/>` does not say of what."""
    for element in edition.all("gap", "del", "unclear", "supplied", "measure"):
        if element.get("quantity") and not element.get("unit"):
            message = f"{element.get('quantity')} of what? The {local(element)} has a quantity and no unit."
            yield edition.source.finding("house/quantity-without-unit", message, "Add unit.", element, "quantity")


@cache
def _documented() -> dict[tuple[str, str], tuple[str, ...]]:
    """Element and attribute → the values that the customization describes without forbidding others."""
    profile = odd.read(folder("schema") / "verbale.odd")
    return {
        (element.name, attribute.name): tuple(value for value, _ in attribute.values)
        for element in profile.elements.values()
        for attribute in profile.attributes(element).values()
        if attribute.values and not attribute.closed
    }


def values_spelled(edition: Edition) -> Iterator[Finding]:
    """A value that is nearly one of those described is probably a slip: `<fw type="clasification">`."""
    for (name, attribute), values in _documented().items():
        slips: dict[str, list[etree._Element]] = {}
        for element in edition.all(name):
            for word in (element.get(attribute) or "").split():
                if word not in values:
                    slips.setdefault(word, []).append(element)
        for word, elements in slips.items():
            for near in get_close_matches(word, values, 1, 0.85):
                often = f" ({len(elements)} times, first here)" if len(elements) > 1 else ""
                message = f'@{attribute}="{word}"{often} is nearly “{near}”.'
                hint = f'Write {attribute}="{near}", if that is meant.'
                yield edition.source.finding("house/misspelled-value", message, hint, elements[0], attribute)


GENERAL: Final[tuple[Rule, ...]] = (unique_ids, pointers_resolve, authority_pointers, date_order, dates_plausible)
"""Rules that hold for any TEI file."""

RULES: Final[tuple[Rule, ...]] = (
    *GENERAL, referents, chains, page_order, notes_anchored, note_shape, breaks_inside, dates_have_years,
    dates_grounded, persons_named, speakers_present, decisions_sure, measures_whole, values_spelled,
)  # fmt: skip
"""Rules of this edition."""
