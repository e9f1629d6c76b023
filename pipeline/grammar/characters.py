"""Characters: white space, and what XML cannot hold.

White space is what Unicode calls so (no-break and em spaces, U+2028 too), but not the separators U+001C–U+001F, which
are control characters that a transcript would lose. A run of it may differ between a transcript and what its TEI file
gives back; form feed and vertical tab are part of such runs, as XML cannot hold them.
"""

from __future__ import annotations

import re
from typing import Final

WHITE: Final = re.compile(r"[^\S\x1c-\x1f]+")
"""A run of white space."""
_SEPARATORS: Final = "\x1c\x1d\x1e\x1f"
"""What Python splits at, and Unicode does not call white space."""
WORD: Final = re.compile(r"[\S\x1c-\x1f]+")
"""A run of anything else."""
UNWRITABLE: Final = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f"  # controls: shown by their pictures
    r"\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"  # half pairs and noncharacters of the first plane
    + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(1, 17))
    + "]"
)
"""A character that XML cannot hold or that its tools refuse."""

NOT_IN_IDS: Final = re.compile(r"[^A-Za-z0-9À-ÖØ-öø-ɏͰ-ͽΆΈ-ϿЀ-ҁҊ-ԯ_.-]")
"""What may not stand in an `xml:id`: all but the letters of Latin, Greek and Cyrillic, on which all tools agree."""


def picture(char: str) -> str:
    """What stands for a character that XML cannot hold: `\\x01` → `␁`, `\\x7f` → `␡`, `\\uffff` → `\\ufffd`."""
    code = ord(char)
    return chr(0x2400 + code) if code < 0x20 else "\u2421" if code == 0x7F else "\ufffd"


def writable(text: str) -> str:
    """`text` with every character that XML cannot hold replaced by its picture, one for one."""
    return text if text.isprintable() else UNWRITABLE.sub(lambda match: picture(match.group()), text)


def squeeze(text: str) -> str:
    """`text` as it is compared: white space single, none at the ends, unwritable characters by their pictures."""
    if any(separator in text for separator in _SEPARATORS):
        return writable(WHITE.sub(" ", text).strip(" "))
    return writable(" ".join(text.split()))  # without separators the same, and sooner
