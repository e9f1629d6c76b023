"""Markup as text: attributes in one order, everything escaped, elements of the header indented.

start_tag("date", (("when", "1963-01"), ("type", "document")))   →  <date type="document" when="1963-01">
indented(element("creation", (), element("date", (), "1963")))   →  <creation>
                                                                      <date>1963</date>
                                                                    </creation>
"""

from __future__ import annotations

from functools import lru_cache

from pipeline.grammar.characters import writable
from pipeline.model import Attrs

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


def holdable(text: str) -> str:
    """Text with nothing that XML cannot hold: pictures of controls, spaces for form feeds and vertical tabs."""
    return text if text.isprintable() else writable(text).replace("\v", " ").replace("\f", " ")


@lru_cache(maxsize=4096)
def quoted(value: str) -> str:
    """The value of an attribute with its quotes. (The same few ids and rules are asked for again and again.)"""
    text = escaped(value).replace('"', "&quot;")
    if not text.isprintable():
        text = holdable(text).replace("\n", "&#10;").replace("\t", "&#9;")
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


class Element(str):
    """An element as text, its lines indented from its own margin on and parted by `\v`, which no other text holds: so
    an element is moved to the right without touching line feeds of its own words."""

    __slots__ = ()


_LINE = "\v"
_INNER = "\v  "


def element(kind: str, attrs: Attrs = (), *children: str | None) -> Element:
    """An element with attributes (empty ones left out), text and child elements (None left out).

    Child elements stand on lines of their own; white space alone between them gives way to the indentation.
    """
    tag = start_tag(kind, tuple([pair for pair in attrs if pair[1]])) if attrs else f"<{kind}>"
    parts = [tag]
    text, nested = "", False
    for child in children:
        if isinstance(child, Element):
            parts += (escaped(holdable(text)) if text.strip() else _INNER, child.replace(_LINE, _INNER))
            text, nested = "", True
        elif child is not None:
            text += child
    if len(parts) == 1 and all(child is None for child in children):
        return Element(emptied(tag))
    parts += (_LINE if nested and not text.strip() else escaped(holdable(text)), f"</{kind}>")
    return Element("".join(parts))


def indented(top: Element) -> str:
    """An element as it is written into a file, from the left margin on."""
    return top.replace(_LINE, "\n")
