"""Read an XML file safely: no network, no entities, no expansion; whatever is wrong is a finding, never an exception.

parse(Path("a.xml"), b"<TEI><p>a</TEI>")  → (None, [a.xml:1:12: error: xml/broken: …])
parse(Path("a.xml"), b"<TEI/>")           → (Source(…), [])
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Final
from xml.parsers import expat

from lxml import etree

from pipeline.findings import finding
from pipeline.model import Finding
from pipeline.namespaces import TEI, T
from pipeline.safe_xml import NoXml, parser

_DOCUMENTS: Final = frozenset({f"{T}TEI", f"{T}teiCorpus"})
_BOM: Final = re.compile(rb"\xef\xbb\xbf|\xff\xfe|\xfe\xff")
_DECLARED: Final = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)""")
_ENTITY: Final = re.compile(rb"<!ENTITY\s+(?:%\s+)?([^\s>]+)")
_TAG: Final = re.compile(r"""<(?:[^<>"']|"[^"]*"|'[^']*')*>?""")


@dataclass(frozen=True)
class Source:
    """An XML file that was parsed: its path as given, bytes and root element."""

    path: Path
    data: bytes
    root: etree._Element

    @cached_property
    def elements(self) -> list[etree._Element]:
        """All elements in document order."""
        return list(self.root.iter(etree.Element))

    @cached_property
    def _numbers(self) -> dict[etree._Element, int]:
        return {element: number for number, element in enumerate(self.elements)}

    @cached_property
    def _starts(self) -> list[tuple[int, int, int]]:
        """Line, column and byte offset at which each element begins; empty if the file defies the second parser.

        libxml2 counts no columns and stops counting lines at 65,535, so a second parser is asked, once something is
        wrong.
        """
        starts: list[tuple[int, int, int]] = []
        parser = expat.ParserCreate()

        def start(_name: str, _attributes: dict[str, str]) -> None:
            starts.append((parser.CurrentLineNumber, parser.CurrentColumnNumber + 1, parser.CurrentByteIndex))

        parser.StartElementHandler = start
        try:
            parser.Parse(self.data, True)
        except (expat.ExpatError, ValueError):
            return []
        return starts

    def place(self, element: etree._Element, attribute: str = "") -> tuple[int, int]:
        """Line and column (1-based) of an element's start tag, or of one of its attributes (`xml:id`, `who`)."""
        number = self._numbers.get(element)
        if number is None or number >= len(self._starts):
            return element.sourceline or 0, 0
        line, column, offset = self._starts[number]
        if attribute:
            return self._attribute_place(line, column, offset, attribute)
        return line, column

    def _attribute_place(self, line: int, column: int, offset: int, attribute: str) -> tuple[int, int]:
        tag = _TAG.match(self.data[offset : offset + 20_000].decode(self.encoding, "replace"))
        found = tag and re.search(rf"(?<=[\s\"']){re.escape(attribute)}\s*=", tag.group())
        if not tag or not found:
            return line, column
        before = tag.group()[: found.start()]
        lines = before.count("\n")
        return (line, column + len(before)) if not lines else (line + lines, len(before) - before.rfind("\n"))

    @property
    def encoding(self) -> str:
        """The encoding of the bytes, as Python calls it."""
        return self.root.getroottree().docinfo.encoding or "utf-8"

    def finding(self, code: str, message: str, hint: str, element: etree._Element, attribute: str = "") -> Finding:
        """A finding at an element or attribute; the message ends with the path of the element."""
        line, column = self.place(element, attribute)
        made = finding(code, f"{message} In {element_path(element)}.", hint)
        return replace(made, path=str(self.path), line=line, column=column)


def local(element: etree._Element) -> str:
    """The local name of an element."""
    return etree.QName(element).localname


def element_path(element: etree._Element) -> str:
    """Where an element stands: `TEI/text/body/div/p[3]`, counted among its like-named siblings where it has any."""
    steps = []
    node: etree._Element | None = element
    while node is not None:
        parent = node.getparent()
        like = [] if parent is None else [sibling for sibling in parent if sibling.tag == node.tag]
        steps.append(local(node) + (f"[{like.index(node) + 1}]" if len(like) > 1 else ""))
        node = parent
    return "/".join(reversed(steps))


def read(path: Path) -> tuple[Source | None, list[Finding]]:
    """The parsed file, or None and what is wrong with it."""
    try:
        data = path.read_bytes()
    except OSError as error:
        made = finding("xml/unreadable", f"The file cannot be read: {error.strerror or error}.")
        return None, [replace(made, path=str(path), line=1, column=1)]
    return parse(path, data)


def read_tei(path: Path) -> tuple[Source | None, list[Finding]]:
    """As `read`, for a file that must be a TEI document."""
    source, findings = read(path)
    if source is None or etree.QName(source.root).text in _DOCUMENTS:
        return source, findings
    message = f"The file is no TEI document: its first element is <{local(source.root)}>"
    namespace = etree.QName(source.root).namespace
    message += f" in the namespace {namespace}." if namespace else ", without a namespace."
    hint = f'TEI documents begin with <TEI xmlns="{TEI}">.'
    return None, [_at(path, "read/no-tei", message, hint, *source.place(source.root))]


def parse(path: Path, data: bytes) -> tuple[Source | None, list[Finding]]:
    """As `read`, for bytes that have been read already."""
    if wrong := _undecodable(path, data):
        return None, [wrong]
    if entities := _entities(path, data):
        return None, [entities]
    try:
        root = etree.fromstring(data, parser())
    except etree.XMLSyntaxError as error:
        return None, [_broken(path, error)]
    except (ValueError, LookupError) as error:
        return None, [_at(path, "xml/broken", f"The file is no XML: {error}.", "", 1, 1)]
    source = Source(path, data, root)
    if (unresolved := next(root.iter(etree.Entity), None)) is not None:
        return None, [_unresolved(source, unresolved)]
    return source, []


def _unresolved(source: Source, entity: etree._Element) -> Finding:
    """An entity that a document type outside of the file may define: what it stands for cannot be known."""
    around = entity.getparent()
    message = f"{entity.text} is not defined in the file itself."
    element = source.root if around is None else around
    return source.finding("xml/entity", message, "Write the character itself.", element)


def _undecodable(path: Path, data: bytes) -> Finding | None:
    """The first byte that is not what the file says its encoding is."""
    declared = _DECLARED.match(data[3:] if data.startswith(b"\xef\xbb\xbf") else data)
    if _BOM.match(data) and not data.startswith(b"\xef\xbb\xbf"):
        return None
    encoding = declared.group(1).decode("ascii") if declared else "utf-8"
    try:
        data.decode(encoding)
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode(encoding, "replace")) + 1
        message = f"The byte 0x{data[error.start]:02X} is not valid {encoding.upper()}, the encoding of the file."
        return _at(path, "xml/encoding", message, "Save the file as UTF-8.", line, column)
    except LookupError:
        return _at(path, "xml/encoding", f"The encoding {encoding} is not known.", "Save the file as UTF-8.", 1, 1)
    return None


def _entities(path: Path, data: bytes) -> Finding | None:
    """A document type that declares entities: they could fetch files or grow without end."""
    found = _ENTITY.search(data)
    root = re.search(rb"<[A-Za-z_]", data)
    if found is None or (root is not None and root.start() < found.start()):
        return None
    before = data[: found.start()]
    message = f"The document type declares the entity {found.group(1).decode('utf-8', 'replace')}."
    hint = "Write the characters themselves, or numeric references such as &#233;, and remove the declaration."
    return _at(path, "xml/entity", message, hint, before.count(b"\n") + 1, len(before) - before.rfind(b"\n"))


def _broken(path: Path, error: etree.XMLSyntaxError) -> Finding:
    told = NoXml.told(error)
    hint = told.hint or "Mend this place first; the rest is checked after that."
    return _at(path, "xml/broken", str(told), hint, told.line, told.column)


def _at(path: Path, code: str, message: str, hint: str, line: int, column: int) -> Finding:
    return replace(finding(code, message, hint), path=str(path), line=line, column=column)
