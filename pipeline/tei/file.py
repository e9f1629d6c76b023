"""The whole TEI file: header, body, prologue; one fixed serialization.

Header and `standOff` are indented by two spaces, `text` never: its white space is the transcript's.
"""

from __future__ import annotations

import re

from lxml import etree

from pipeline.collection import Collection
from pipeline.grammar.characters import NOT_IN_IDS
from pipeline.model import Context, Settled
from pipeline.tei.attributes import TEI, XML
from pipeline.tei.body import text_element
from pipeline.tei.header import header
from pipeline.tei.stand_off import stand_off

_PROLOGUE = b'<?xml version="1.0" encoding="UTF-8"?>\n'


def document_id(name: str) -> str:
    """The `xml:id` of a document from the stem of its file: a name that XML allows."""
    cleaned = re.sub(f"{NOT_IN_IDS.pattern}+", "-", name).strip("-.") or "document"
    return cleaned if re.match(r"[^\W\d]", cleaned) else f"d-{cleaned}"


def tei_file(context: Context, settled: Settled, collection: Collection | None = None) -> bytes:
    """The bytes of the TEI file (UTF-8, LF line ends, a line feed at the end)."""
    document = context.document
    root = etree.Element(f"{{{TEI}}}TEI", nsmap={None: TEI})
    root.set(f"{{{XML}}}id", document_id(document.transcript.name))
    root.set(f"{{{XML}}}lang", document.language)
    root.text = root.tail = "\n"
    top = header(context, settled, collection)
    etree.indent(top, "  ", level=0)
    top.tail = "\n"
    text = text_element(document, settled.claims)
    text.tail = "\n"
    root.append(top)
    if (listed := stand_off(settled)) is not None:
        etree.indent(listed, "  ", level=0)
        listed.tail = "\n"
        root.append(listed)
    root.append(text)
    return _PROLOGUE + etree.tostring(root, encoding="utf-8") + b"\n"
