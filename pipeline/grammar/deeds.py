"""What was done to a paper, by whom and when: `Drafted by Read; cleared by Bundy; and approved in S on May 22.`"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.grammar.date_words import SHORT_OR_FULL
from pipeline.grammar.parts import Part, part


@dataclass(frozen=True, slots=True)
class SourceEvent:
    """Something done to the paper: `kind` is `drafted`, `cleared`, `approved`, `received` …; who and when if said."""

    kind: str
    who: Part | None = None
    when: Part | None = None


_VERBS = {
    "drafted": "drafted", "redrafted": "drafted", "prepared": "prepared", "written": "drafted", "dictated": "drafted",
    "cleared": "cleared", "approved": "approved", "concurred": "cleared", "reviewed": "reviewed", "retyped": "typed",
    "transcribed": "transcribed", "initialed": "initialed", "signed": "signed", "received": "received", "sent": "sent",
    "transmitted": "transmitted", "repeated": "repeated", "passed": "repeated", "pouched": "sent",
    "relayed": "repeated", "recorded": "drafted", "authorized": "approved", "typed": "typed", "also sent": "sent",
}  # fmt: skip
OPENING_DEED = (
    r"(?:Drafted|Redrafted|Prepared|Dictated|Cleared|Approved|Received|Repeated|Transmitted|Initialed|Sent)"
    r"\s(?:by|on|in|at|and|to|for|with)\b"
)
"""How a sentence begins that says what was done to the paper."""
_DEED = re.compile(
    r"(?P<verb>" + "|".join(_VERBS) + r")\b(?:\s+in\s+(?:draft|substance|final|(?:the\s+)?text)\b|\s+in(?=\s+by\b))?",
    re.IGNORECASE,
)
"""`Cleared in draft by Thompson`, `Concurred in by Laird`."""
_BEFORE_DEED = re.compile(r"(?:,|;|\band|\bor)\s+(?:was\s+|later\s+)?\Z")
_DAYS = r"\d{1,2}(?!\d)(?:(?:\s?[-–]\s?|,?\s(?:and|or)\s)\d{1,2}(?![\d:]))?"
_DATE = (
    rf"(?:{SHORT_OR_FULL}\s+{_DAYS}(?:,\s*\d{{4}})?|\d{{1,2}}(?:st|nd|rd|th)?\s+{SHORT_OR_FULL}(?:,?\s+\d{{4}})?"
    r"|\d{1,2}/\d{1,2}(?:/\d{2,4})?)"
)
_WHEN = re.compile(
    rf"\bon\s+(?P<date>{_DATE})|\bat\s+(?P<moment>\d{{1,2}}(?::\d\d)?\s*[ap]\.?\s?m\.?(?:,?\s+(?:on\s+)?{_DATE})?|\d{{4}}Z)"
)
_WHO = re.compile(r"\s*(?:by|in|with|to|at|for|from)\s+")
_WHO_AFTER_DATE = re.compile(r"\s*(?:by|in|with|to|from)\s+")
"""`Drafted on May 3 by Atherton`."""
_NEXT_WHO = re.compile(
    r"(?:,\s+(?:and\s+)?|\s+and\s+)(?P<manner>in\s+(?:draft|substance|final)\s+)?(?=(?:by|in|with)\s)"
)
"""Between two of whom the same is said: `approved in U on May 20, in S on May 22, and in the White House on May 25`."""
_ASIDE = re.compile(
    r";\s+(?!and\s+[A-Z])(?=[a-z])|,\s+(?:and\s+)?(?:who|which|whose|whom|with|but|although|though|while|after|before)\b"
)
"""Where a sentence goes on to tell something else: `Drafted by Bohlen, who sent it to the Secretary on May 6.`"""


def deeds(text: str, sentence: Part) -> Iterator[SourceEvent]:
    """What a sentence such as `Drafted by Read; cleared by Rostow and Bundy; and approved by Rusk.` says was done.

    Only a sentence that opens with such a word speaks of the document itself; others tell of other papers.
    """
    if _DEED.match(sentence.text) is None:
        return
    found = [
        m
        for m in _DEED.finditer(sentence.text)
        if m.start() == 0 or _BEFORE_DEED.search(sentence.text[max(m.start() - 12, 0) : m.start()])
    ]
    for deed, after in zip(found, [m.start() for m in found[1:]] + [len(sentence.text)], strict=True):
        start, end = sentence.start + deed.end(), sentence.start + after
        aside = _ASIDE.search(text, start, end)
        yield from _events(text, _kind(deed["verb"], text[start:end]), start, aside.start() if aside else end)


def _kind(verb: str, rest: str) -> str:
    """Who prepared a paper wrote it; `Prepared in the Department of Defense` does not say who did."""
    kind = _VERBS[verb.lower()]
    return "drafted" if kind == "prepared" and rest.startswith(" by ") else kind


def _events(text: str, kind: str, start: int, end: int) -> Iterator[SourceEvent]:
    """One event for each person or office of which a day or manner of its own is said."""
    for following in _NEXT_WHO.finditer(text, start, end):
        if following["manner"] or _WHEN.search(text, start, following.start()):
            yield _event(text, kind, start, following.start())
            start = following.end()
    yield _event(text, kind, start, end)


_TAIL = re.compile(r"(?:[\s,;]|\band\b|\bwas\b|(?<![ap]\.m)(?<!\b[ap]\. m)\.)+\Z")


def _event(text: str, kind: str, start: int, end: int) -> SourceEvent:
    end = start + len(_TAIL.sub("", text[start:end]))
    when = _WHEN.search(text, start, end)
    date = part(text, *when.span("date" if when["date"] else "moment")) if when else None
    before = _WHO.match(text, start, end)
    stop = when.start() if when else end
    if before and before.end() < stop:
        return SourceEvent(kind, part(text, before.end(), stop), date)
    after = _WHO_AFTER_DATE.match(text, when.end(), end) if when and not text[start:stop].strip() else None
    return SourceEvent(kind, part(text, after.end(), end) if after else None, date)
