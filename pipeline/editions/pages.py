"""TEI files become an edition: a site of HTML pages, plain texts, citations, all by the stylesheets in `xslt/`.

    build_site([Path("tei/harbour.xml")], [Path("tei/personography.xml")], collection, Path("build/site"), write)
        → Site(("index.html", "documents/harbour.html", …), written=23, obsolete=())

`pages` is the pure half: paths and bytes, in a fixed order, from what it is given and nothing else. `build_site` hands
those pages to `write` whose content differs from what is there, so that an unchanged page keeps its date.

Each document is transformed on its own; what the pages about the whole collection need to know of it is its entry in
the catalogue (`xslt/catalogue.xsl`), so the work grows with the number of documents and not faster.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from lxml import etree

from pipeline.editions.colours import EDITION, GREY, colours
from pipeline.editions.design import OURS, Design
from pipeline.editions.search import Paragraph, search_pages
from pipeline.namespaces import XML_ID, T
from pipeline.resources import folder
from pipeline.restore import restored
from pipeline.xslt import STYLESHEETS, parse, transform_many, transform_tree

if TYPE_CHECKING:
    from pipeline.collection import Collection

Page = tuple[str, bytes]
"""A relative path with `/` and the content of the file."""

KINDS: Final = ("person", "place", "org")
"""What has pages of its own, by the names of the elements in authority files and in the catalogue."""

SHOWN_ELSEWHERE: Final = 3
"""How many other documents a document page names for a person; of more it says the number."""

TEXTS: Final[Mapping[str, tuple[str, Mapping[str, str]]]] = {
    ".txt": ("text.xsl", {"kind": "reading"}),
    ".analysis.txt": ("text.xsl", {"kind": "analysis"}),
    ".speech.txt": ("text.xsl", {"kind": "speech"}),
}
"""The plain texts of a document, but for the diplomatic one: ending of the file → stylesheet and parameters."""


@dataclass(frozen=True, slots=True)
class Source:
    """A TEI file: the stem of its name, its bytes as they are, and its root element."""

    name: str
    xml: bytes
    root: etree._Element

    @property
    def id(self) -> str:
        """The `xml:id` of the document, by which its pages are called."""
        return self.root.attrib[XML_ID]


@dataclass(frozen=True, slots=True)
class Site:
    """What `build_site` did: all pages in their order, how many were written because they differ, and which files of
    the folder belong to no page any more (left for the caller to delete)."""

    pages: tuple[str, ...]
    written: int
    obsolete: tuple[str, ...]


def build_site(
    tei_files: Iterable[Path],
    authority_files: Iterable[Path],
    collection: Collection | None,
    out_dir: Path,
    write: Callable[[Path, bytes], None],
    design: Design = OURS,
) -> Site:
    """Bring the folder `out_dir` up to date by calling `write` for every page that differs."""
    sources = [read(path) for path in tei_files]
    authorities = [parse(path.read_bytes()) for path in authority_files if path.suffix == ".xml"]
    done: list[str] = []
    written = 0
    for path, content in pages(sources, authorities, collection, design):
        done.append(path)
        target = out_dir / path
        if not target.is_file() or target.read_bytes() != content:
            write(target, content)
            written += 1
    there = (file.relative_to(out_dir).as_posix() for file in out_dir.rglob("*") if file.is_file())
    return Site(tuple(done), written, tuple(sorted(set(there) - set(done))))


def read(path: Path) -> Source:
    """The TEI file at `path`; a document without an id gets the stem of the file's name."""
    xml = path.read_bytes()
    root = parse(xml)
    root.set(XML_ID, root.get(XML_ID, path.stem))
    return Source(path.stem, xml, root)


def pages(
    sources: Sequence[Source],
    authorities: Sequence[etree._Element],
    collection: Collection | None = None,
    design: Design = OURS,
) -> Iterator[Page]:
    """All files of the site."""
    entries = {source.id: _catalogue_entry(source) for source in sources}
    ordered = sorted(sources, key=lambda source: _by_date(entries[source.id]))
    catalogue = _Catalogue([entries[source.id] for source in ordered])
    frame = _Frame(collection, design, tuple(source.id for source in ordered), catalogue.has_changes)
    known = {(_kind(entry), entry.get(XML_ID, "")): entry for tree in authorities for entry in _entries(tree)}
    for position, source in enumerate(ordered):
        yield _document_page(source, frame, catalogue, position)
        yield from _texts(source)
        yield from _citations(source, frame)
        yield f"tei/{source.id}.xml", source.xml
    yield from _collection_pages(catalogue, frame, known)
    yield from search_pages([(catalogue.entries[n], _paragraphs(source)) for n, source in enumerate(ordered)])
    yield from _manual(frame)
    yield from _assets(design)


def _catalogue_entry(source: Source) -> etree._Element:
    return parse(transform_tree(STYLESHEETS / "catalogue.xsl", source.root).encode())


def _paragraphs(source: Source) -> list[Paragraph]:
    """The paragraphs of a document for the search (see `xslt/search.xsl`)."""
    found: list[Paragraph] = json.loads(transform_tree(STYLESHEETS / "search.xsl", source.root))
    return found


def _by_date(entry: etree._Element) -> tuple[bool, str, str]:
    """Documents in the order of their dates, those without date at the end."""
    earliest = entry.get("earliest", "")
    return not earliest, earliest, entry.get("id", "")


def _entries(authority: etree._Element) -> Iterator[etree._Element]:
    """The persons, places and organizations of an authority file."""
    return authority.iter(*(T + kind for kind in KINDS))


class _Catalogue:
    """The catalogue of all documents, in the order of their dates: what a page says of other documents is from it."""

    def __init__(self, entries: Sequence[etree._Element]) -> None:
        self.entries = entries
        self.colours = colours(entries)
        self._holding: dict[tuple[str, str], list[int]] = defaultdict(list)
        for number, entry in enumerate(entries):
            for item in _named(entry):
                self._holding[_key(item)].append(number)
            for person in entry.iterfind(f"{EDITION}person"):
                person.set("hue", str(self.colours[entry.get("id", "")].get(person.get("key", ""), GREY)))

    @property
    def has_changes(self) -> bool:
        """Whether the day is known on which any of the files was changed."""
        return any(entry.get("changed") for entry in self.entries)

    def neighbours(self, number: int) -> Iterator[tuple[str, etree._Element]]:
        """The documents before and after the one at a place in the catalogue."""
        for name, other in (("previous", number - 1), ("next", number + 1)):
            if 0 <= other < len(self.entries):
                yield name, self.entries[other]

    def elsewhere(self, number: int) -> Iterator[tuple[etree._Element, int, list[etree._Element]]]:
        """What is named in a document and in others too: in how many, and those of them that are nearest in time."""
        for item in _named(self.entries[number]):
            others = [other for other in self._holding[_key(item)] if other != number]
            nearest = sorted(sorted(others, key=lambda other: abs(other - number))[:SHOWN_ELSEWHERE])
            if others:
                yield item, len(others), [self.entries[other] for other in nearest]


def _named(entry: etree._Element) -> Iterator[etree._Element]:
    """The persons, places and organizations of a catalogue entry."""
    return (item for item in entry if _kind(item) in KINDS)


def _kind(element: etree._Element) -> str:
    """The name of an element without its namespace."""
    return etree.QName(element).localname


def _key(item: etree._Element) -> tuple[str, str]:
    return _kind(item), item.get("key", "")


@dataclass(frozen=True)
class _Frame:
    """What every page knows of the edition."""

    collection: Collection | None
    design: Design
    documents: tuple[str, ...]
    has_changes: bool

    def element(self) -> etree._Element:
        """A new `edition` element (see `xslt/html/document.xsl`)."""
        about = self.collection
        root = etree.Element(f"{EDITION}edition", documents=" ".join(self.documents), url=self.url)
        root.set("theme", "yes" if self.design.theme else "no")
        root.set("logo", _logo(self.design))
        root.set("about", self.design.about)
        root.set("updated", self.design.updated)
        root.set("feed", "yes" if self.url and (self.has_changes or self.design.updated) else "no")
        root.set("title", about.title if about and about.title else "Documents")
        if about:
            facts = {"publisher": about.publisher, "description": about.description, "lang": about.language}
            facts |= {"description": self.design.lead or about.description}
            facts |= {"licence": about.licence.target, "licence-text": about.licence.text}
            for name, value in facts.items():
                root.set(name, value)
            for editor in about.editors:
                etree.SubElement(root, f"{EDITION}editor", name=editor.name, resp=editor.resp)
        return root

    @property
    def url(self) -> str:
        """The address of the site with a slash at its end, or an empty string."""
        return f"{self.design.url.rstrip('/')}/" if self.design.url else ""


def _document_page(source: Source, frame: _Frame, catalogue: _Catalogue, number: int) -> Page:
    edition = frame.element()
    for name, other in catalogue.neighbours(number):
        etree.SubElement(edition, EDITION + name, _link(other))
    for person, colour in catalogue.colours[source.id].items():
        etree.SubElement(edition, f"{EDITION}colour", person=person, number=str(colour))
    for item, count, nearest in catalogue.elsewhere(number):
        kind, key = _key(item)
        element = etree.SubElement(edition, f"{EDITION}elsewhere", kind=kind, key=key, documents=str(count))
        element.extend(etree.Element(f"{EDITION}document", _link(other)) for other in nearest)
    edition.append(_copy(source.root))
    html = transform_tree(frame.design.stylesheet("html/document.xsl"), edition)
    return f"documents/{source.id}.html", html.encode()


def _link(entry: etree._Element) -> dict[str, str]:
    """What a link to a document says of it."""
    return {"id": entry.get("id", ""), "title": entry.get("title", ""), "date": entry.get("date") or "undated"}


def _copy(element: etree._Element) -> etree._Element:
    """A copy that can stand in another tree, because lxml moves what is appended."""
    return parse(etree.tostring(element, with_tail=False))


def _texts(source: Source) -> Iterator[Page]:
    """The plain texts of a document; none for a kind that has no words in it."""
    texts = {".diplomatic.txt": restored(source.root)}
    texts |= {end: transform_tree(STYLESHEETS / sheet, source.root, params) for end, (sheet, params) in TEXTS.items()}
    for ending, text in texts.items():
        if text:
            yield f"text/{source.id}{ending}", text.encode()


def _citations(source: Source, frame: _Frame) -> Iterator[Page]:
    about = frame.collection
    params = {"collection": about.title if about else "", "publisher": about.publisher if about else ""}
    params["address"] = f"{frame.url}documents/{source.id}.html" if frame.url else ""
    for kind in ("bib", "json"):
        text = transform_tree(STYLESHEETS / "cite.xsl", source.root, {**params, "kind": kind})
        yield f"cite/{source.id}.{kind}", text.encode()


def _collection_pages(
    catalogue: _Catalogue, frame: _Frame, known: Mapping[tuple[str, str], etree._Element]
) -> Iterator[Page]:
    edition = frame.element()
    for short, long in frame.design.abbreviations.items():
        etree.SubElement(edition, f"{EDITION}abbreviation", short=short, long=long)
    edition.extend(_copy(entry) for entry in catalogue.entries)
    named = {_key(item) for entry in catalogue.entries for item in _named(entry)}
    authority = etree.SubElement(edition, f"{EDITION}authority")
    authority.extend(_copy(known[key]) for key in sorted(named & known.keys()))
    files = transform_many(frame.design.stylesheet("html/collection.xsl"), edition)
    for path, content in files.items():
        yield path, content.encode()


def _manual(frame: _Frame) -> Iterator[Page]:
    """The encoding manual: the customization with its prose, a page for each element."""
    edition = frame.element()
    edition.append(parse((folder("schema") / "verbale.odd").read_bytes()))
    for path, content in transform_many(frame.design.stylesheet("html/manual.xsl"), edition).items():
        yield path, content.encode()


def _assets(design: Design) -> Iterator[Page]:
    assets = STYLESHEETS / "assets"
    for file in sorted(assets.rglob("*")):
        if file.is_file():
            yield f"assets/{file.relative_to(assets).as_posix()}", file.read_bytes()
    if design.theme:
        yield "assets/theme.css", design.theme.encode()
    if design.logo:
        yield _logo(design), design.logo.read_bytes()


def _logo(design: Design) -> str:
    return f"assets/logo{design.logo.suffix}" if design.logo else ""
