"""The one XML parser of the program: it fetches nothing from disk or network and expands nothing.

    root_of(b"<TEI>…</TEI>")  → the root element
    root_of(b"<a")            → NoXml("…", line=1, column=3)

A document type may name a DTD or entities outside of the file. libxml2 opens them (a device, a pipe, a file of
passwords) even when told not to load a DTD, as soon as it need not collect ids; so whatever it asks for is empty.
"""

from __future__ import annotations

import re
from typing import Any, Final

from lxml import etree


class NoXml(Exception):
    """The bytes are no XML that we accept. The message is a sentence for people, without the place."""

    def __init__(self, message: str, line: int = 1, column: int = 1) -> None:
        super().__init__(message)
        self.line = line
        self.column = column


class _Nothing(etree.Resolver):
    """Answers every request for something outside of the file with nothing."""

    def resolve(self, _url: str | None, _public: str | None, context: Any) -> Any:
        return self.resolve_string("<!-- -->", context)


def parser(*, comments: bool = True, instructions: bool = True) -> etree.XMLParser:
    """A new parser; without `comments` or processing `instructions` it leaves them out. Ids are a matter of the
    house rules: libxml2 would refuse a file in which two elements have the same."""
    made = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        collect_ids=False,
        huge_tree=True,
        remove_comments=not comments,
        remove_pis=not instructions,
    )
    made.resolvers.add(_Nothing())
    return made


_PLACE: Final = re.compile(r", line \d+, column \d+.*$", re.DOTALL)
"""What libxml2 appends: `Couldn't find end of Start Tag a line 1, line 2, column 1 (<string>, line 2)`."""


def root_of(xml: bytes, *, comments: bool = True, instructions: bool = True) -> etree._Element:
    """The root element of a document that uses no entities of its own; NoXml if it cannot be had."""
    try:
        element = etree.fromstring(xml, parser(comments=comments, instructions=instructions))
    except etree.XMLSyntaxError as error:
        line, column = error.position or (1, 1)
        raise NoXml(f"The file is not well-formed XML: {complaint(error)}.", max(line, 1), max(column, 1)) from error
    except ValueError as error:
        raise NoXml(f"The file is no XML: {error}.") from error
    if (entity := next(element.iter(etree.Entity), None)) is not None:
        message = "The file uses an entity of its own; only the five entities of XML itself are accepted."
        raise NoXml(message, entity.sourceline or 1)
    return element


def complaint(error: etree.XMLSyntaxError) -> str:
    """What libxml2 says is wrong, without the place."""
    return _PLACE.sub("", error.msg or str(error)).rstrip(".")
