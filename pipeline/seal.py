"""The seal: how a build knows whether a person has edited a TEI file since it was written.

    seal(b"<TEI>…</TEI>\\n")  → b"<TEI>…</TEI>\\n<?verbale sha256=\\"9f86…\\"?>\\n"

The last line of a file that the program has written is a processing instruction with the digest of everything before
it. Who edits the file breaks the seal without noticing, and the file is theirs from then on: no build overwrites it.
The seal travels with the file through version control, copies and renames; line ends converted on the way do not break
it. A file without a seal was never the program's. The reasons are in `docs/decisions/0001-hand-edited-files.md`.
"""

from __future__ import annotations

import hashlib
import re
from typing import Final

_SEAL: Final = re.compile(rb'<\?verbale sha256="(?P<digest>[0-9a-f]{64})"\?>\s*\Z')
"""`<?verbale sha256="9f86d081…"?>` at the end of a file."""


def seal(xml: bytes) -> bytes:
    """The file with its seal as last line."""
    text = xml if xml.endswith(b"\n") else xml + b"\n"
    return text + b'<?verbale sha256="' + _digest(_line_feeds(text)) + b'"?>\n'


def unsealed(xml: bytes) -> bytes:
    """The file without its seal, line ends as line feeds."""
    return _SEAL.sub(b"", _line_feeds(xml))


def untouched(xml: bytes) -> bool:
    """Whether the file is still as the program wrote it."""
    text = _line_feeds(xml)
    found = _SEAL.search(text)
    return found is not None and _digest(text[: found.start()]) == found["digest"]


def _digest(text: bytes) -> bytes:
    return hashlib.sha256(text).hexdigest().encode()


def _line_feeds(xml: bytes) -> bytes:
    return xml.replace(b"\r\n", b"\n")
