"""By what a document of a published volume is recognized."""

from __future__ import annotations

import re

from pipeline.grammar.salutations import salutation
from pipeline.model import Evidence, Transcript
from pipeline.readers.published.head import above_title, is_sentence, is_titled
from pipeline.segment import broken, letters
from pipeline.segment.pages import is_only_marks

_TOP = 1500
"""Title and opening are sought in so many characters."""
_HEADED_BULLETS = re.compile(r"\n(?:SUBJECT|PARTICIPANTS|PRESENT)\s*\n\s*\n? {2}• ")
_INDENTED_NOTES = re.compile(r"\n {2}1\. \S")
_FRONT_MATTER = re.compile(r"\s*---[ \t]*\r?\n[ \t]*[\w-]+:")
"""Metadata that a harvester puts before a text, which keeps its paragraphs as they were: `  1. Dr. Subandrio said …`
is no note."""
_PAGE_MARK = re.compile(r"\[Page \w+\]")
_NUMBERED_TITLE = re.compile(r"\d+[a-z]?\. [A-Z“]")
_PRINTED_TITLE = re.compile(
    r"""(?:The|President|Prime\ Minister)\ [^.\n]{3,110}
        \ to\ (?:the\ |President\ |Prime\ Minister\ |all\ )[^\n]{3,90}[^.\n]
    |(?:Memorandum|Minutes|Record|Report)\ [^\n]{3,80}
        \b(?:by\ (?:the|Mr\.)|to\ the|[Pp]repared\ (?:by|in)\ the)\ [^\n]{3,120}[^.\n]""",
    re.VERBOSE,
)
"""`The Minister in China (Johnson) to the Secretary of State`, `Memorandum of Conversation, by the Minister`."""
_BLANK_LINE = re.compile(r"\S[ \t]*\r?\n[ \t]*\r?\n|\A[^\n]*\Z")
_TURN = re.compile(r"(?:\d{1,3}\.\s+)?(?:The|Hon|Rt Hon|Mr|Mrs|Ms|Miss|Dr|Sir|Lord)\b[^:]{2,90}:\s[A-Z].*[.?!]\Z")
"""A first line that is somebody's turn: `The President: I shall put it to the vote.`"""


def evidence(transcript: Transcript) -> Evidence:
    """Numbered title, list headings with bullets, page marks, and a list of notes indented by two spaces."""
    text = transcript.text
    if _FRONT_MATTER.match(text):
        return Evidence(0.0, "it begins with the metadata of a harvester")
    lines = f"\n{text}"
    above, title = _first_lines(text)
    title = "" if _TURN.match(title) or is_sentence(title) or title.endswith(":") else title
    signs = (
        (0.45, "a numbered title", _NUMBERED_TITLE.match(title)),
        (0.4, "notes at the end, indented by two spaces", _INDENTED_NOTES.search(lines)),
        (0.2, "page marks in brackets", _PAGE_MARK.search(text)),
        (0.1, "list headings with bullets", _HEADED_BULLETS.search(lines)),
        (0.1, "a number above the title", "number" in above),
        (0.35, "an archive or series above the title", above & {"fileNumber", "above"} and is_titled(title)),
        (0.35, "a title of the kind that editors give", _PRINTED_TITLE.match(title) or letters.is_exchange(title)),
    )  # fmt: skip
    found = [(weight, name) for weight, name, match in signs if match]
    reason = ", ".join(name for _, name in found) or "none of its signs"
    if not _BLANK_LINE.search(text) and not (letters.is_exchange(title) and _is_letter(text)):
        return Evidence(min(0.3, sum(weight for weight, _ in found)), f"{reason}, but no blank lines")
    return Evidence(min(1.0, sum(weight for weight, _ in found)), reason)


def _first_lines(text: str) -> tuple[set[str], str]:
    """What the lines above the title are (`number`, `fileNumber`, `above`), and the title."""
    opening = [line.strip() for line in text[:_TOP].splitlines() if line.strip()]
    lines = [line for line in opening if not is_only_marks(line)][:4]
    above: set[str] = set()
    at = 0
    while at + 1 < len(lines) and (kind := above_title(lines[at], lines[at + 1 :])):
        above.add(kind)
        at += 1
    if at + 1 < len(lines) and letters.is_exchange(whole := f"{lines[at]} {lines[at + 1]}"):
        return above, whole  # Mr. Conger to the / Secretary of State.
    return above, lines[at] if lines else ""


def _is_letter(text: str) -> bool:
    """Whether a text without blank lines has a paragraph a line, or a greeting among its first lines."""
    opening = text[:_TOP].splitlines()[:10]
    return broken.has_long_lines(text) or any(salutation(line.strip()) for line in opening)
