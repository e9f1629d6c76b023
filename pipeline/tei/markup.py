"""Markup as text: attributes in one order, everything escaped, elements of the header indented.

start_tag("date", (("when", "1963-01"), ("type", "document")))   →  <date type="document" when="1963-01">
indented(element("creation", (), element("date", (), "1963")))   →  <creation>
                                                                      <date>1963</date>
                                                                    </creation>
"""

from __future__ import annotations

from typing import NamedTuple

from pipeline.grammar.characters import writable
from pipeline.model import Attrs

TEI = "http://www.tei-c.org/ns/1.0"
ORDER = (
    "xml:id", "xml:lang", "type", "subtype", "n", "rend", "break", "place", "who", "toWhom", "direct", "ref", "target",
    "corresp", "role", "when", "from", "to", "notBefore", "notAfter", "unit", "quantity", "atLeast", "atMost", "extent",
    "reason", "part", "next", "prev", "cert", "resp", "ana",
)  # fmt: skip


class _Ranks(dict[str, tuple[int, str]]):
    """Name → its place in `ORDER`; behind them all others by the alphabet."""

    def __missing__(self, name: str) -> tuple[int, str]:
        return (len(ORDER), name)


_rank = _Ranks({name: (rank, name) for rank, name in enumerate(ORDER)}).__getitem__


def escaped(text: str) -> str:
    """Text as it is written between tags; all its characters are such as XML can hold."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")


def _holdable(text: str) -> str:
    """Text with nothing that XML cannot hold: pictures of controls, spaces for form feeds and vertical tabs."""
    return text if text.isprintable() else writable(text).replace("\v", " ").replace("\f", " ")


def quoted(value: str) -> str:
    """The value of an attribute with its quotes."""
    text = escaped(value).replace('"', "&quot;")
    if not text.isprintable():
        text = _holdable(text).replace("\n", "&#10;").replace("\t", "&#9;")
    return f'"{text}"'


def start_tag(kind: str, attrs: Attrs = ()) -> str:
    """The start tag of an element with its attributes in the fixed order; of two of one name the last counts."""
    if not attrs:
        return f"<{kind}>"
    if len(attrs) == 1:
        ((name, value),) = attrs
        return f"<{kind} {name}={quoted(value)}>"
    values = dict(attrs)
    return f"<{kind} {' '.join([f'{name}={quoted(values[name])}' for name in sorted(values, key=_rank)])}>"


def emptied(tag: str) -> str:
    """The tag of an element without content for its start tag: `<lb>` → `<lb/>`."""
    return f"{tag[:-1]}/>"


class Element(NamedTuple):
    """An element that will be written with its children on lines of their own."""

    kind: str
    attrs: Attrs
    children: tuple[Element | str, ...]


def element(kind: str, attrs: Attrs = (), *children: Element | str | None) -> Element:
    """An element with attributes (empty ones left out), text and children (None left out)."""
    told = tuple([pair for pair in attrs if pair[1]]) if attrs else ()
    return Element(kind, told, tuple([child for child in children if child is not None]))


def indented(top: Element) -> str:
    """An element as text, indented by two spaces; white space alone between children gives way to the indentation."""
    parts: list[str] = []
    _write(top, "\n", parts)
    return "".join(parts)


def _write(one: Element, margin: str, parts: list[str]) -> None:
    kind, attrs, children = one
    tag = start_tag(kind, attrs)
    if not children:
        parts.append(emptied(tag))
        return
    parts.append(tag)
    inner = margin + "  "
    text, nested = "", False
    for child in children:
        if isinstance(child, str):
            text += child
        else:
            parts.append(escaped(_holdable(text)) if text.strip() else inner)
            _write(child, inner, parts)
            text, nested = "", True
    parts.append(margin if nested and not text.strip() else escaped(_holdable(text)))
    parts.append(f"</{kind}>")
