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
_MEMBERS = (
    r"(?:members|delegates|delegations|deputies|senators|representatives|ministers|voices|speakers|participants|reporters"
    r"|journalists|correspondents|newsmen|students|benches|ladies|lords|peers)"
)
_BODY = (
    r"(?:council|committee|subcommittee|commission|conference|congress|assembly|parliament|senate|cabinet|plenary|bureau"
    r"|presidium|politburo|tribunal|opposition|delegation|side)"
)
_TITLED = r"(?:mr|mrs|ms|miss|dr|sir|lord|lady|hon|col|colonel|gen|general|senator|sen|rep|m|mme)\b"
_COLLECTIVE = (
    rf"(?:(?:some|several|many|most|various|other|different|two|three|all|the|of|a few|a number) )*"
    rf"(?:(?:hon(?:ou?rable|\.)?|noble|rt\.? hon\.?|government|opposition|ministerial|back|treasury|labou?r"
    rf"|conservative|liberal|republican|democratic|nationalist|male|female) )*{_MEMBERS}(?: on both sides)?"
    rf"|(?!{_TITLED})(?:the |our |both )?(?:[\w.’'-]+ ){{0,2}}{_BODY}s?"
    r"|(?:the |our )(?:house|board|meeting|jury|audience|crowd|gallery|public|chorus|party|group|staff)|chorus|audience"
    r"|all(?: together| present)?|everyone|everybody|both(?: together| of them)?|in chorus|in unison|together"
)
"""Bodies and groups that speak with one voice: `The COUNCIL:`, `Several Members:`, `The Soviet Side:`, `All:`"""
_NOBODY = re.compile(
    rf"(?:q|a|question|answer|questioner|journalist|reporter|press|voice|interjector|an? .*|some .*|several .*"
    rf"|hon(?:ou?rable|\.)? member|{_COLLECTIVE}|{ROLE.pattern})",
    re.IGNORECASE,
)
_REMARK = re.compile(
    r"\s*\((?:interpretation|translation|translated|interpreted|spoke|speaking|original|continued)\b[^()]*\)",
    re.IGNORECASE,
)
_PAPER = re.compile(r"\s*\((?!(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady|Hon|M|Mme|Herr|Frau|Senator|Prof)\b)[^()]*\)")
"""For whom somebody asks: `JOURNALIST (Jakarta Post):`; a title begins his name."""
_NUMBER = re.compile(r"^\W*\d+\W*\s")
_ASKED = re.compile(r"\sto the\s.*", re.DOTALL)


def is_nobody(label: str) -> bool:
    """Whether a label names nobody in particular: `Q.`, `JOURNALIST (Jakarta Post):`; not `Q. (Mr. Reid):`."""
    return _NOBODY.fullmatch(_PAPER.sub("", _NUMBER.sub("", label)).strip(" .:;-–—")) is not None


def speaker(label: str) -> str:
    """The label without remarks on the language, and without the one to whom a question is put."""
    return _ASKED.sub("", _REMARK.sub("", label))
