"""Offices that a text sets beside a name: whom it then means by the office alone.

    Mr. Gromyko (USSR), Foreign Minister, …              behind it
    Hon. Richard G. Lugar (chairman), presiding          as who presides
    THE PRIME MINISTER, MR. JOHN GORTON                  before it
    … the Secretary of State, the Rt. Hon. Mr. Bevin     with titles between

For roles that the stage of persons marks, `pipeline.resolve.appositions` asks the same of its own mentions, whose
persons are not settled yet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model import Passage
from pipeline.resolve.speech.phrases import TITLE
from pipeline.resolve.speech.words import Mention

_NOUN = (
    r"Secretary(?: of State| General)?|President|Ambassador|(?:Prime |Foreign )?Minister|Premier|Chancellor|Chairman"
)
_OFFICE_AFTER = re.compile(rf"(?:\s\([^()]*\))?,\s(?:the\s)?((?:{_NOUN})(?!\s[A-Z]|[’'ʼ]s))(?=\W|$)")
_PRESIDES = re.compile(
    r",?\s\(?(?:the\s)?((?:Vice\s|Acting\s)?(?:Chair(?:man|woman|person)?|President))(?:\s(?:of|for|to)\s[^();]{1,100})?[),]+\spresiding\b",
    re.IGNORECASE,
)
"""Who presides, and as what: `Hon. Richard G. Lugar (chairman of the committee), presiding`."""
_OFFICE_BEFORE = re.compile(
    rf"(?P<led>[^\W\d_]\s)?\b(?P<office>{_NOUN}),\s(?:(?:the|right|rt|hon|honou?rable|{TITLE})\b\.?\s){{0,4}}$",
    re.IGNORECASE,
)
"""What stands before the holder of an office; without a word before it, running text may address somebody else:
`Prime Minister, Mr. Bury says …`, `Prime Minister, does Mr. Bury agree?`"""
_ADDRESSED_AFTER = re.compile(r",\s(?!the\s)", re.IGNORECASE)
"""How one is addressed behind a name: `Will you ask Mr. Bury, Prime Minister?`"""
_SAID_AFTER = re.compile(r"\s[a-z]+ed\b|\s(?:said|told|spoke|thought|saw|felt|made|gave|then)\b")
"""A verb behind a name, before which an office and a comma are no apposition: `… to the President, Mr. Bundy asked`."""


def apposed(passage: Passage, mention: Mention, spoken: bool) -> Iterator[str]:
    """The offices that a passage sets beside a name. In `spoken` words one without an article is rather whom they
    address, and no apposition."""
    text = passage.text
    after = _OFFICE_AFTER.match(text, mention.end) or _PRESIDES.match(text, mention.end)
    if after and not (spoken and _ADDRESSED_AFTER.match(text, mention.end)):
        yield after[1]
    lead = (max(0, mention.start - 60), mention.start)
    said = passage.where != "head" and _SAID_AFTER.match(text, mention.end)
    before = _OFFICE_BEFORE.search(text, *lead) if not said and text.find(",", *lead) >= 0 else None
    if before and (before["led"] or not spoken):
        yield before["office"]
