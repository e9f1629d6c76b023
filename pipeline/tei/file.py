"""The whole TEI file: header, body, prologue; one fixed serialization.

Header and `standOff` are indented by two spaces, `text` never: its white space is the transcript's.
"""

from __future__ import annotations

import re

from pipeline.collection import Collection
from pipeline.grammar.characters import NOT_IN_IDS
from pipeline.model import Context, Settled
from pipeline.namespaces import TEI
from pipeline.tei.body import text_element
from pipeline.tei.header import header
from pipeline.tei.markup import indented, quoted
from pipeline.tei.stand_off import stand_off

_PROLOGUE = '<?xml version="1.0" encoding="UTF-8"?>'


def document_id(name: str) -> str:
    """The `xml:id` of a document from the stem of its file: a name that XML allows."""
    cleaned = re.sub(f"{NOT_IN_IDS.pattern}+", "-", name).strip("-.") or "document"
    return cleaned if re.match(r"[^\W\d]", cleaned) else f"d-{cleaned}"


def tei_file(context: Context, settled: Settled, collection: Collection | None = None) -> bytes:
    """The bytes of the TEI file (UTF-8, LF line ends, an empty line at the end)."""
    document = context.document
    listed = stand_off(settled)
    ident, language = quoted(document_id(document.transcript.name)), quoted(document.language)
    parts = [
        _PROLOGUE,
        f'<TEI xmlns="{TEI}" xml:id={ident} xml:lang={language}>',
        indented(header(context, settled, collection)),
        *([indented(listed)] if listed else []),
        text_element(document, settled.claims),
        "</TEI>\n\n",
    ]
    return "\n".join(parts).encode()
