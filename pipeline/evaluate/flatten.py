"""A hand-made TEI document as the raw transcript that users would have, with the marks of its editor.

    <p>… Lord <persName ref="#h">Home</persName>.<note n="1">A copy …</note> This</p>
    →  "… Lord Home.1 This"  +  Mark("persName", 7, 11, "h"), Mark("note", 12, 12, "A copy …")

One line per block, bullets, `[Page 559]`, marks of notes glued to the text, the notes in a list at the end. Notes may
stand in the text (those printed inline are lines of it), or apart (in `back`, `standOff`, a `div` of notes) with a
`ref` or `ptr` in the text or a `@target` of their own that leads to an `anchor`. Title pages, prefaces and what else
belongs to a book and to no document are left out. Files without a namespace and the documents of a `teiCorpus` are read
too.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from pipeline.grammar.names import words
from pipeline.namespaces import TEI, XML_ID

_LINES = frozenset(
    {"head", "p", "ab", "label", "row", "dateline", "salute", "signed", "byline", "l", "lg", "stage", "trailer", "sp",
     "attachment", "floatingText", "div", "postscript", "table"}
)  # fmt: skip
"""Elements that begin and end a line."""
_SKIPPED = frozenset(
    {
        "teiHeader",
        "standOff",
        "facsimile",
        "sourceDoc",
        "fw",
        "figDesc",
        "listPerson",
        "listPlace",
        "titlePage",
        "divGen",
    }
)
_OF_THE_BOOK = words(
    """abbreviations acknowledgements acknowledgments bibliography contents dedication foreword frontispiece
    introduction persons preface sources titlepage toc"""
)
"""Types of divisions in `front` that belong to the book and to no document (without hyphens, in small letters)."""
_CHOSEN = {"choice": ("sic", "orig", "abbr", "unclear"), "app": ("lem", "rdg"), "subst": ("del", "add")}
SEMANTIC = {
    "persName": "persName", "rs": "persName", "name": "persName", "date": "date", "time": "date",
    "placeName": "placeName", "settlement": "placeName", "country": "placeName", "geogName": "placeName",
    "said": "said",
}  # fmt: skip
STRUCTURAL = {
    "head": "head", "p": "p", "ab": "p", "item": "item", "row": "row", "dateline": "dateline", "salute": "salute",
    "signed": "signed", "sp": "sp", "floatingText": "attachment", "attachment": "attachment",
}  # fmt: skip
"""Element → the kind under which it is counted."""
_PERSON_TYPES = {"person", "pers", "role", "persName", ""}
VALUES = ("when", "from", "notBefore", "to", "notAfter")
POINTERS = ("ref", "corresp", "key", "who")
_ZONES = {
    "head": "head", "opener": "opener", "dateline": "opener", "salute": "opener", "byline": "opener",
    "closer": "closer", "signed": "closer", "item": "list", "label": "list", "cell": "table", "note": "note",
}  # fmt: skip
"""Element → the part of a document that it opens; everything else is `body`."""
_APART = frozenset({"back", "standOff", "noteGrp"})
_ROOTS = frozenset({"TEI", "TEI.2", "teiCorpus", "text", "body", "div"})
_MARK = re.compile(r"[\w*†‡§]{1,4}")


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark of either side: where it stands in the raw transcript, its value, (ours) the rule that made it, and the
    name of the element."""

    kind: str
    start: int
    end: int
    value: str = ""
    rule: str = ""
    element: str = ""

    @property
    def judged_as(self) -> str:
        """The kind for the question whether the editor marks such things: roles (`rs`) are not names."""
        return "rs" if self.element == "rs" else self.kind


@dataclass
class Flat:
    """A hand-made document as raw transcript, with its marks; `zones` says where its parts begin."""

    text: str
    marks: list[Mark] = field(default_factory=list)
    zones: list[tuple[int, str]] = field(default_factory=list)

    def zone(self, offset: int) -> str:
        """The part of the document at an offset: `head`, `opener`, `body`, `list`, `table`, `closer`, `note`."""
        at = bisect.bisect_right(self.zones, offset, key=lambda zone: zone[0])
        return self.zones[at - 1][1] if at else "body"


def local(element: etree._Element) -> str:
    """The name of an element without its namespace; empty for comments and processing instructions."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def is_tei(root: etree._Element) -> bool:
    """Whether a file is TEI, with its namespace or without: a document, a corpus, or a part of a document."""
    return etree.QName(root).namespace in (None, TEI) and local(root) in _ROOTS


def documents(root: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """The documents of a file with their ids: those of a `teiCorpus`, or the file itself (id empty)."""
    inner = [element for element in root.iter(etree.Element) if local(element) == "TEI" and element is not root]
    if local(root) == "teiCorpus" and inner:
        yield from ((element.get(XML_ID) or str(count), element) for count, element in enumerate(inner, 1))
    else:
        yield "", root


def flatten(root: etree._Element) -> Flat:
    """The raw transcript of a TEI document (its `text`, or the element itself), with the marks of its editor."""
    text = next((e for e in root.iter(etree.Element) if local(e) == "text"), root)
    flattener = _Flattener(root)
    flattener.content(text)
    flattener.line()
    flattener.notes()
    return flattener.flat()


class _Apart:
    """Notes that stand apart, and the elements of the text that they hang on."""

    def __init__(self, root: etree._Element) -> None:
        elements = list(root.iter(etree.Element))
        notes = [element for element in elements if local(element) == "note"]
        ids = {element.get(XML_ID): element for element in notes if element.get(XML_ID) and _stands_apart(element)}
        known = {element.get(XML_ID): element for element in elements if element.get(XML_ID)}
        self._anchored: list[tuple[etree._Element, etree._Element]] = []
        for element in elements:
            if local(element) in ("ref", "ptr") and not _inside(element, _SKIPPED | {"note"}):
                target = (element.get("target") or "").split(" ")[0].removeprefix("#")
                if target in ids and len("".join(element.itertext()).strip()) <= 6:
                    self._anchored.append((element, ids.pop(target)))
        for note in notes:
            target = (note.get("target") or "").split(" ")[0].removeprefix("#")
            if target in known and local(known[target]) != "note":
                self._anchored.append((known[target], note))
        self._notes = [note for _, note in self._anchored]

    def at(self, element: etree._Element) -> list[etree._Element]:
        """The notes that hang on an element."""
        return [note for anchor, note in self._anchored if anchor is element]

    def holds(self, element: etree._Element) -> bool:
        """Whether an element is one of the notes, or holds nothing else but some."""
        if not self._notes:
            return False
        if element in self._notes:
            return True
        children = [child for child in element if local(child) not in ("", "head", "pb")]
        return bool(children) and all(child in self._notes for child in children)


def _inside(element: etree._Element, names: frozenset[str]) -> bool:
    return any(local(ancestor) in names for ancestor in element.iterancestors())


def _stands_apart(note: etree._Element) -> bool:
    return any(
        local(ancestor) in _APART or (ancestor.get("type") or "").lower().endswith("notes")
        for ancestor in note.iterancestors()
    )


class _Flattener:
    """Writes an element as a raw transcript and remembers where the marks are."""

    def __init__(self, root: etree._Element) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._notes: list[tuple[etree._Element, int]] = []
        self._apart = _Apart(root)
        self._zone = "body"
        self._zones: list[tuple[int, str]] = []
        self._in_note = False
        self._glued = False
        self._marks: list[Mark] = []

    def flat(self) -> Flat:
        """What has been written."""
        return Flat("".join(self._parts), self._marks, self._zones)

    # -- writing ------------------------------------------------------------
    def _write(self, text: str) -> None:
        if text:
            self._parts.append(text)
            self._length += len(text)

    def _last(self) -> str:
        return self._parts[-1][-1] if self._parts else "\n"

    def words(self, text: str | None) -> None:
        """Running text; white space becomes single and none begins a line."""
        squeezed = re.sub(r"\s+", " ", text or "")
        if squeezed.startswith(" ") and self._last() in " \n":
            squeezed = squeezed[1:]
        self._glued = self._glued and not squeezed
        self._write(squeezed)

    def line(self, blank: bool = True) -> None:
        """Ends the line, with a blank line after it; in a note only a blank."""
        if self._in_note:
            self.words(" ")
            return
        if self._glued:
            return
        if self._last() == " ":
            part = self._parts.pop()
            self._length -= len(part)
            self._write(part.rstrip(" "))
        if not self._length:
            return
        if self._last() != "\n":
            self._write("\n")
        if blank and not "".join(self._parts[-2:]).endswith("\n\n"):
            self._write("\n")

    def _enter(self, zone: str) -> str:
        before, self._zone = self._zone, zone
        self._zones.append((self._length, zone))
        return before

    # -- elements -----------------------------------------------------------
    def element(self, element: etree._Element) -> None:
        """An element and all in it, without what follows it."""
        name = local(element)
        if name in _SKIPPED or not name or self._apart.holds(element) or _is_printed_mark(element):
            return
        if name == "div" and _is_of_the_book(element):
            return
        if name in _CHOSEN:
            chosen = next((c for n in _CHOSEN[name] for c in element if local(c) == n), None)
            if chosen is not None:
                self.element(chosen)
            return
        before = self._enter(_ZONES.get(name, self._zone)) if not self._in_note else ""
        handler = {"note": self._note, "pb": self._page, "lb": self._line_break, "item": self._item}.get(name)
        (handler or self._plain)(element)
        for note in self._apart.at(element):
            self._hang(note)
        if not self._in_note:
            self._enter(before)

    def _plain(self, element: etree._Element) -> None:
        name = local(element)
        if name in ("ref", "ptr") and self._apart.at(element):
            return
        block = name in _LINES
        if block:
            self.line(blank=name != "row")
        if name in ("cell", "speaker"):
            self.words(" ")
        start, part = self._length, len(self._parts)
        self.content(element)
        self._mark(element, start, "".join(self._parts[part:]))
        if name == "speaker":
            self.words(" ")
            self._glued = True
        elif block:
            self.line(blank=name != "row")

    def content(self, element: etree._Element) -> None:
        """What is in an element."""
        self.words(element.text)
        for child in element:
            self.element(child)
            self.words(child.tail)

    def _mark(self, element: etree._Element, start: int, text: str) -> None:
        name = local(element)
        kind = SEMANTIC.get(name, "") or ("" if self._in_note else STRUCTURAL.get(name, ""))
        if name == "div" and "ttachment" in (element.get("type") or ""):
            kind = "attachment"
        if kind == "persName" and name != "persName" and element.get("type", "") not in _PERSON_TYPES:
            return
        if kind and text.strip():
            lead = len(text) - len(text.lstrip())
            value = _value(element, kind) if name in SEMANTIC or name == "sp" else ""
            self._marks.append(Mark(kind, start + lead, start + len(text.rstrip()), value, element=name))

    def _note(self, element: etree._Element) -> None:
        inline = "inline" in (element.get("rend") or "") or element.get("place") in ("inline", "block")
        if self._in_note or inline:
            self.line()
            self.content(element)
            self.line()
        else:
            self._hang(element)

    def _hang(self, note: etree._Element) -> None:
        self._notes.append((note, self._length))
        label = next(("".join(c.itertext()).strip(" .()[]") for c in note if _is_printed_mark(c)), "")
        mark = _MARK.fullmatch(label or note.get("n") or "")
        self._write(mark.group() if mark else str(len(self._notes)))

    def _page(self, element: etree._Element) -> None:
        match = re.search(r"(\w+)$", element.get("n") or "")
        if match:
            blank = "" if self._last() in " \n" else " "
            self._write(f"{blank}[Page {match[1]}]")
            self._marks.append(Mark("pb", self._length - len(match[1]) - 7, self._length, match[1]))
            self._write(" ")

    def _line_break(self, _: etree._Element) -> None:
        self.words(" ")

    def _item(self, element: etree._Element) -> None:
        depth = sum(local(ancestor) == "list" for ancestor in element.iterancestors())
        before = element.getprevious()
        labelled = before is not None and local(before) == "label"
        self.line(blank=labelled)
        if not self._in_note and not labelled:
            self._write("  " * depth)
        start, part = self._length, len(self._parts)
        if not self._in_note and not labelled:
            self._write("• ")
            self._glued = True
        self.content(element)
        self._glued = False
        self._mark(element, start, "".join(self._parts[part:]))
        self.line(blank=labelled)

    def notes(self) -> None:
        """The list of notes at the end."""
        self._enter("note")
        for count, (element, at) in enumerate(self._notes, 1):
            self._write(f"  {count}. ")
            start = len(self._parts)
            self._in_note = True
            self.content(element)
            self._in_note = False
            words = " ".join("".join(self._parts[start:]).split())
            self._marks.append(Mark("note", at, at, words))
            self._write("\n")


def _is_of_the_book(div: etree._Element) -> bool:
    """Whether a division is front matter that no transcript of a document has: `<front><div type="preface">`."""
    kind = re.sub(r"[\W_]", "", div.get("type", "")).lower()
    return kind in _OF_THE_BOOK and _inside(div, frozenset({"front"}))


def _is_printed_mark(element: etree._Element) -> bool:
    """The `label` of a note: the mark as it is printed."""
    parent = element.getparent()
    return local(element) == "label" and parent is not None and local(parent) == "note"


def _value(element: etree._Element, kind: str) -> str:
    names = VALUES if kind == "date" else POINTERS
    found = next((value for name in names if (value := element.get(name))), "")
    return found.split()[0].lstrip("#").rsplit("#", 1)[-1] if found else ""
