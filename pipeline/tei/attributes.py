"""The one order in which attributes are written, and the namespaces."""

from __future__ import annotations

from pipeline.grammar.characters import writable
from pipeline.model import Attrs

TEI = "http://www.tei-c.org/ns/1.0"
XML = "http://www.w3.org/XML/1998/namespace"
ORDER = (
    "xml:id", "xml:lang", "type", "subtype", "n", "rend", "break", "place", "who", "toWhom", "direct", "ref", "target",
    "corresp", "role", "when", "from", "to", "notBefore", "notAfter", "unit", "quantity", "atLeast", "atMost", "extent",
    "reason", "part", "next", "prev", "cert", "resp", "ana",
)  # fmt: skip
_RANK = {name: (rank, name) for rank, name in enumerate(ORDER)}


def _rank(pair: tuple[str, str]) -> tuple[int, str]:
    return _RANK.get(pair[0]) or (len(ORDER), pair[0])


def ordered(attrs: Attrs) -> dict[str, str]:
    """Attributes in the fixed order, names as lxml spells them."""
    pairs = sorted(dict(attrs).items(), key=_rank) if len(attrs) > 1 else attrs
    return {name.replace("xml:", f"{{{XML}}}"): writable(value) for name, value in pairs}
