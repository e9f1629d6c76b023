"""What the labels of speakers say beside the name, or instead of it.

`Q.`, `Some hon. members:`, `THE COURT:` name nobody in particular; `Mr. MALIK (Union of Soviet Socialist Republics)
(translation from Russian):` ends with a remark on the language; `Hon BILL ENGLISH to the Prime Minister:` says whom a
question is put to.
"""

from __future__ import annotations

import re
from typing import Final

ROLE: Final = re.compile(
    r"(?:the )?(?:court|clerk|registrar|bailiff|witness|foreman|juror|defendant|operator|usher|coroner|cameraman"
    r"|narrator|interviewer|press)"
    r"|(?:un(?:identified|known)|male|female)(?: (?:speaker|voice|participant|reporter|man|woman))?",
    re.IGNORECASE,
)
"""Parts in a trial, a telephone call or a recording that stand for a name."""
_NOBODY = re.compile(
    rf"(?:q|a|question|answer|journalist|reporter|press|voice|interjector|an? .*|hon(?:ou?rable|\.)? members?"
    rf"|government members?|opposition members?|noble lords|some .*|several .*|all|{ROLE.pattern})",
    re.IGNORECASE,
)
_REMARK = re.compile(
    r"\s*\((?:interpretation|translation|translated|interpreted|spoke|speaking|original|continued)\b[^()]*\)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"^\W*\d+\W*\s")
_ASKED = re.compile(r"\sto the\s.*", re.DOTALL)


def is_nobody(label: str) -> bool:
    """Whether a label names nobody in particular."""
    return _NOBODY.fullmatch(_NUMBER.sub("", label).strip(" .:;-–—")) is not None


def speaker(label: str) -> str:
    """The label without remarks on the language, and without the one to whom a question is put."""
    return _ASKED.sub("", _REMARK.sub("", label))
