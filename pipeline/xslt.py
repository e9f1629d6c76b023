"""The one door to Saxon: `transform(stylesheet, xml)` runs an XSLT 3.0 stylesheet and returns what it wrote.

    transform(STYLESHEETS / "restore.xsl", b"<TEI …>") → "262. Memorandum of Conversation0 …"

A process has one Saxon processor and compiles each stylesheet once. Saxon is loaded when it is first needed: 0.1 s. It
never reads the input itself, because its parser would fetch external entities: `pipeline.safe_xml` does, and Saxon is
handed plain text without a document type.

Workers of a process pool must be spawned, not forked: the native part of Saxon does not survive a fork.

A stylesheet that writes several files returns one document (Saxon forgets the serialization of captured result
documents, so they arrive as text), which `transform_many` turns into a mapping of path to content:

    <files><file path="persons/rusk.html">&lt;!DOCTYPE html&gt;…</file>…</files>
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from lxml import etree

from pipeline.resources import folder
from pipeline.safe_xml import NoXml, root_of

STYLESHEETS: Final = folder("xslt")
"""The folder of the stylesheets that come with the program."""

ADDRESS_SPACE: Final = 34 * 2**30
"""Bytes of address space (not of memory) that Saxon 13 reserves; with less it ends the process without a word."""

NO_PARAMETERS: Final[Mapping[str, str]] = MappingProxyType({})


class XsltError(Exception):
    """A stylesheet could not be compiled or run, or its input is no XML that we accept. The message is for people."""


def transform(stylesheet: Path, xml: bytes, params: Mapping[str, str] = NO_PARAMETERS) -> str:
    """What `stylesheet` writes for the document `xml`, as text; `params` are string values of its global parameters."""
    return transform_text(stylesheet, _safe_text(xml), params)


def transform_tree(stylesheet: Path, root: etree._Element, params: Mapping[str, str] = NO_PARAMETERS) -> str:
    """As `transform`, for an element that has been parsed or built already."""
    return transform_text(stylesheet, etree.tostring(root, encoding="unicode", with_tail=False), params)


def transform_many(stylesheet: Path, root: etree._Element, params: Mapping[str, str] = NO_PARAMETERS) -> dict[str, str]:
    """The files that a stylesheet writes (see the head of this module): relative path → content, in written order."""
    files = parse(transform_tree(stylesheet, root, params).encode())
    return {file.attrib["path"]: file.text or "" for file in files}


def parse(xml: bytes) -> etree._Element:
    """The root element of a document, read without network, DTD or entities; XsltError if that cannot be done."""
    try:
        return root_of(xml, instructions=False)
    except NoXml as error:
        raise XsltError(f"{error} (line {error.line}, column {error.column})") from error


def _safe_text(xml: bytes) -> str:
    return etree.tostring(parse(xml), encoding="unicode", with_tail=False)


def transform_text(stylesheet: Path, text: str, params: Mapping[str, str] = NO_PARAMETERS) -> str:
    """As `transform`, for XML text made by this program: it must hold no document type declaration."""
    executable = _executable(stylesheet)
    processor = _processor()
    executable.clear_parameters()
    for name, value in params.items():
        executable.set_parameter(name, processor.make_string_value(value))
    try:
        result = executable.transform_to_string(xdm_node=processor.parse_xml(xml_text=text))
    except _saxon().PySaxonApiError as error:
        raise XsltError(f"{stylesheet.name}: {error}") from error
    return str(result or "")


def transform_with(stylesheet: str, xml: bytes) -> str:
    """As `transform`, with a stylesheet that is given as text, and compiled once for each text."""
    executable = _executable_of(stylesheet)
    node = _processor().parse_xml(xml_text=_safe_text(xml))
    try:
        executable.set_global_context_item(xdm_item=node)
        result = executable.transform_to_string(xdm_node=node)
    except _saxon().PySaxonApiError as error:
        raise XsltError(str(error)) from error
    return str(result or "")


@cache
def _saxon() -> Any:
    """The module `saxonche`, after making sure that loading it cannot kill the process."""
    limit = address_space_limit()
    if limit is not None and limit < ADDRESS_SPACE:
        raise XsltError(
            f"The XSLT processor Saxon reserves {ADDRESS_SPACE // 2**30} GiB of address space (it does not use that "
            f"much memory), but this process is limited to {limit / 2**30:.1f} GiB. "
            "Lift the limit with `ulimit -v unlimited` and run the command again."
        )
    try:
        return importlib.import_module("saxonche")
    except ImportError as error:
        raise XsltError(f"The XSLT processor Saxon cannot be loaded: {error}. Try `pip install saxonche`.") from error


def address_space_limit() -> int | None:
    """The limit of this process's address space in bytes (RLIMIT_AS); None where there is none."""
    if sys.platform == "win32":
        return None
    resource = importlib.import_module("resource")
    soft: int = resource.getrlimit(resource.RLIMIT_AS)[0]
    return None if soft == resource.RLIM_INFINITY else soft


@cache
def _processor() -> Any:
    return _saxon().PySaxonProcessor(license=False)


@cache
def _executable(stylesheet: Path) -> Any:
    compiler = _processor().new_xslt30_processor()
    try:
        return compiler.compile_stylesheet(stylesheet_file=str(stylesheet))
    except _saxon().PySaxonApiError as error:
        raise XsltError(f"{stylesheet}: {error}") from error


@cache
def _executable_of(stylesheet: str) -> Any:
    compiler = _processor().new_xslt30_processor()
    try:
        return compiler.compile_stylesheet(stylesheet_text=stylesheet)
    except _saxon().PySaxonApiError as error:
        raise XsltError(f"The stylesheet cannot be compiled: {error}") from error
