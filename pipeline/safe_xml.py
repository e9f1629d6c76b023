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

_PLACE: Final = re.compile(r", line \d+, column \d+.*$", re.DOTALL)
"""What libxml2 appends: `Couldn't find end of Start Tag a line 1, line 2, column 1 (<string>, line 2)`."""

_BROKEN: Final = (
    (re.compile(r"Opening and ending tag mismatch: (\S+) line (\d+) and ([^\s,]+)"),
     "The element {0}, opened in line {1}, is closed by </{2}>.", "Close {0} before, or open {2}."),
    (re.compile(r"Premature end of data in tag (\S+) line (\d+)"),
     "The file ends, but the element {0}, opened in line {1}, is not closed.", "Add </{0}>."),
    (re.compile(r"Attribute (\S+) redefined"), "The attribute {0} stands twice in one tag.", "Remove one of them."),
    (re.compile(r"Entity '(\S+)' not defined"), "&{0}; is not defined.", "Write the character itself."),
    (re.compile(r"xmlParseEntityRef: no name"), "A bare & stands in the text.", "Write &amp;."),
    (re.compile(r"StartTag: invalid element name"), "A bare < stands in the text.", "Write &lt;."),
    (re.compile(r"Specification mandates value for attribute ([\w:.-]+)"), "The attribute {0} has no value.",
     'Write {0}="…".'),
    (re.compile(r"Document is empty|Start tag expected"), "The file does not begin with an element.", ""),
    (re.compile(r"Namespace prefix (\S+) .*not defined"), "The prefix {0} is not declared.", "Declare it."),
    (re.compile(r"Excessive depth in document: (\d+)"), "Elements are nested more than {0} deep.",
     "No text is built like that; look for a tag that is opened again and again."),
    (re.compile(r"PCDATA invalid Char value (\d+)|internal error"), "A character stands here that XML cannot hold.",
     ""),
)  # fmt: skip
"""What libxml2 says, what is the case, and what to do."""


class NoXml(Exception):
    """The bytes are no XML that we accept. The message is a sentence for people, without the place; `hint` what to do,
    if that is known."""

    def __init__(self, message: str, hint: str = "", line: int = 1, column: int = 1) -> None:
        super().__init__(message)
        self.hint = hint
        self.line = max(line, 1)
        self.column = max(column, 1)

    @classmethod
    def told(cls, error: etree.XMLSyntaxError) -> NoXml:
        """What libxml2 has found, in plain words."""
        raw = _PLACE.sub("", error.msg or str(error)).rstrip(".")
        place = error.position or (1, 1)
        for pattern, words, advice in _BROKEN:
            if match := pattern.search(raw):
                return cls(words.format(*match.groups()), advice.format(*match.groups()), *place)
        return cls(f"The file is not well-formed XML: {raw}.", "", *place)


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


def root_of(xml: bytes, *, comments: bool = True, instructions: bool = True) -> etree._Element:
    """The root element of a document that uses no entities of its own; NoXml if it cannot be had."""
    try:
        element = etree.fromstring(xml, parser(comments=comments, instructions=instructions))
    except etree.XMLSyntaxError as error:
        raise NoXml.told(error) from error
    except ValueError as error:
        raise NoXml(f"The file is no XML: {error}.") from error
    if (entity := next(element.iter(etree.Entity), None)) is not None:
        message = "The file uses an entity of its own; only the five entities of XML itself are accepted."
        raise NoXml(message, "Write the character itself.", entity.sourceline or 1)
    return element
