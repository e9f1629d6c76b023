"""Where the cover sheet of a plain text ends, and what of the front matter names those who took part.

    PARTICIPANTS:            a field whose value stands below its label
    Mr. Roe, Embassy           its value: short lines, no sentences
    Mr. Doe                    …
    Berlin                   the heading of the text: no title where the others have one
    Mr. Roe began by …       no value

`coversheet` makes the blocks; here is decided which paragraphs they are made of.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.grammar import participants as people
from pipeline.grammar.salutations import salutation
from pipeline.model import Block, Span
from pipeline.segment import forms, shapes
from pipeline.segment.coversheet import (
    coversheet,
    delegations,
    heads_columns,
    is_delegation,
    is_table,
    participants,
)
from pipeline.segment.division import PROSE, Division, is_prose
from pipeline.segment.lines import Line
from pipeline.segment.paragraphs import Paragraph

Made = tuple[list[Block], int]
"""Blocks, and the index after the items of which they are made."""

_WORDY = frozenset({"subject", "summary", "citation"})
"""Fields whose value may be a sentence."""
_NAMES = frozenset({"participants", "copies", "to", "from"})
"""Fields whose value are names, never a sentence."""
_NUMBERED = re.compile(r"(?!(?:Mr|Mrs|Ms|Dr|Sr|Lt|Gen|Col|Hon|Sen|Rep|Amb|Cde|Adm|MM?)\.)\(?[\dA-Za-z]{1,3}\\?[.)]\s")
_SENTENCE = re.compile(r"[a-z]{2}[.?!](?:\s+[A-Z]|\s?(?:\[\^?\d{1,3}\](?:\(#?\w+\))?|\d{1,2})?$)")
"""The end of a sentence, perhaps with the mark of a note."""
_STOPPED = re.compile(r"[.?!][)\]”\"’]*\d{0,2}$")
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_ABBREVIATED = re.compile(
    r"\b(?:Hon|Mrs|Messrs|Gen|Col|Maj|Capt|Prof|Sen|Rep|Gov|Sec|Asst|Dept|Amb|Brig|Cmdr|Cde|Shri|Lt)\."
)
_STARS = frozenset({"* ", "• ", "- ", "– "})
_GAPS = re.compile(r"\s{3,}")
_TALK = re.compile(
    r"(?<=\s)(?:MR|DR|MRS|MISS|SIR|PROFESSOR|MAJOR|GENERAL|COLONEL|SENATOR)\b\.? ?[A-Z][A-Z .'’-]{2,30}:\s"
)
"""A speaker's label in capitals in mid-line."""
_NO_NAMES = re.compile(
    r"(?:provisional\s)?agenda|contents|index|(?:[A-Z][\w’'.-]+\s){0,3}(?:minutes|notes|record|summary)"
    r"|(?:part|(?:agenda\s)?item|section|session|chapter|phase)\s(?:[IVXLC]+|\d{1,3}|[A-Z])\b.*",
    re.IGNORECASE,
)
"""Headings that end a list of those present: `Agenda`, `Thompson Minutes`, `PART I (Mr. McManus present)`."""
_PUNCTUATED = re.compile(r"[,;:(]")
_NEARBY = 5
"""A field within so many pieces is near."""


# ------------------------------------------------------------------------------------------------------- fields


def sheet(division: Division, at: int) -> Made:
    """The run of fields that begins at an item, with the short paragraphs that are their values."""
    taken: list[list[Line]] = []
    listed = _Listed()
    kind, wanting = "", False
    while (item := division.paragraph(at)) and not item.zones:
        if forms.field(item.lines[0].text):
            kind, width = next(found for line in reversed(item.lines) if (found := forms.field(line.text)))
            wanting = width == len(item.lines[-1].text)
        elif kind == "participants" and _is_below_list(division, at, item, listed):
            break
        elif (wanting and _is_short_value(item, kind)) or (kind == "participants" and _is_value(item)):
            wanting = False
        else:
            break
        if taken and not item.lines[0].blanks:
            taken[-1].extend(item.lines)
        else:
            taken.append(list(item.lines))
        listed.waiting.extend(item.lines)
        at += 1
    return [coversheet(division.flow, taken)], at


def run_on(division: Division, at: int, item: Paragraph) -> Made | None:
    """Participants on whose line the talk begins: `Present: Dr. Evatt Mr. Dexter DR. EVATT: I …`; None if it does
    not."""
    line = item.lines[0]
    kind, _ = forms.field(line.text) or ("", 0)
    found = _TALK.search(line.text) if len(item.lines) == 1 and kind == "participants" else None
    if found is None:
        return None
    before = line.text[: found.start()].rstrip()
    head = Line(Span(line.start, line.start + len(before)), before, line.indent, line.blanks)
    talk = line.start + found.start()
    return [coversheet(division.flow, [[head]]), division.flow.paragraph(item, start=talk)], at + 1


def is_near(division: Division, at: int) -> bool:
    """Whether a field of a cover sheet comes within the next pieces, with no prose before it."""
    following = (item for _, item in division.paragraphs(at + 1, at + 1 + _NEARBY))
    above = itertools.takewhile(lambda item: forms.field(item.lines[0].text) or not is_prose(item), following)
    return any(forms.field(item.lines[0].text) is not None for item in above)


@dataclass(slots=True)
class _Listed:
    """What the lines taken into a list of participants have in common; each line is looked at once, when asked.

    `run_on`: semicolons part those present, so that no blank line does.
    """

    waiting: list[Line] = field(default_factory=list)
    run_on: bool = False
    lines: int = 0
    bulleted: bool = True
    names: int = 0
    titled: int = 0

    def count(self) -> None:
        """Looks at the lines that were taken since the last time; those of a label do not count."""
        for line in self.waiting:
            semicolon = ";" in line.text
            if label := forms.field(line.text):
                self.run_on = semicolon and label[0] == "participants"
                continue
            self.run_on = self.run_on or semicolon
            self.lines += 1
            self.bulleted = self.bulleted and line.text[:2] in _STARS
            if not all(map(is_delegation, _GAPS.split(line.text))):
                self.names += 1
                self.titled += forms.is_person(line.text)
        self.waiting.clear()


def _is_below_list(division: Division, at: int, item: Paragraph, listed: _Listed) -> bool:
    """Whether a piece below a list of participants is none of its entries: the heading of the text, or a paragraph
    without the bullet or the semicolons that all of them have."""
    listed.count()
    if listed.run_on and item.lines[0].blanks and ";" not in item.text:
        return not (forms.is_person(item.text) or is_delegation(item.text)) or _is_sentence(item.text)
    bulleted = listed.lines > 1 and listed.bulleted
    plain = item.lines[0].text[:2] not in _STARS and item.lines[0].blanks > 0
    return _heads_text(division, at, item, listed) or (bulleted and plain and not is_delegation(item.text))


def _heads_text(division: Division, at: int, item: Paragraph, listed: _Listed) -> bool:
    """Whether a line below a list of participants is the heading of the text after it: it is set off or names a side,
    or has no title where those in the list have one."""
    after = division.paragraph(at + 1)
    if len(item.lines) > 1 or after is None or not listed.names:
        return False
    text = item.text
    if not (is_prose(after) or _NUMBERED.match(after.text)) or _PUNCTUATED.search(text):
        return False
    plain = forms.undressed(text)
    if is_delegation(text):
        return True
    untitled = listed.names > 1 and listed.titled * 3 >= listed.names * 2
    return (untitled or plain != text) and not forms.is_person(plain)


def _is_short_value(item: Paragraph, kind: str) -> bool:
    """Whether a paragraph may be the value of a field whose label stands alone above it."""
    if is_table(item.lines):
        return True
    if kind in _NAMES and not _is_value(item):
        return False
    return item.span.end - item.span.start < 2 * PROSE and (kind in _WORDY or not is_prose(item))


def _is_sentence(text: str) -> bool:
    """Whether a paragraph says something of somebody: a finite verb that no brackets hold, and a stop."""
    return _STOPPED.search(text) is not None and shapes.has_verb(_IN_BRACKETS.sub("", text))


def _is_value(item: Paragraph) -> bool:
    """Whether a paragraph looks like a column of names or offices: short lines, no sentences, no list mark."""
    if _NO_NAMES.fullmatch(item.text):
        return False
    longest = 200 if forms.is_person(item.lines[0].text) else 90
    return (
        all(len(line.text) < longest for line in item.lines)
        and not _SENTENCE.search(_ABBREVIATED.sub("", item.text))
        and (not _NUMBERED.match(item.lines[0].text) or _has_initial(item.lines[0].text))
        and not _is_sentence(item.text)
    )


def _has_initial(text: str) -> bool:
    """Whether what looks like the mark of a list is the initial of a name: `J. Fred Buzhardt`; hardly in `B. Cuba`."""
    name = text.partition(",")[0]
    return text[0].isupper() and people.is_name(name) and (text[0] not in "ABI" or len(name.split()) > 2)


# ------------------------------------------------------------------------------- participants without a label


def bare_participants(division: Division, at: int) -> Made | None:
    """A list of participants without a label, whose delegations are told apart by one blank line more than their
    members; None if no two names stand there."""
    names = _bare_names(division, at)
    if len(names) < 2:
        return None
    usual = min(item.lines[0].blanks for item in names[1:])
    sides: list[list[Line]] = []
    for item in names:
        if not sides or item.lines[0].blanks > usual:
            sides.append([])
        sides[-1].extend(item.lines)
    apart = 1 < len(sides) < len(names)
    made = delegations(division.flow, sides) if apart else participants(division.flow, sides)
    return [made], at + len(names)


def _bare_names(division: Division, at: int) -> Sequence[Paragraph]:
    """The paragraphs from `at` on that may be participants: short lines without the end of a sentence."""
    names: list[Paragraph] = []
    while (item := division.paragraph(at)) and not item.zones and _is_value(item) and len(item.text) <= 120:
        if forms.is_dateline(item.text) or salutation(item.text) or forms.MARKER.match(item.text):
            break
        names.append(item)
        at += 1
    return names


def columns_of_persons(division: Division, at: int, item: Paragraph) -> Made | None:
    """The list of participants whose delegations stand side by side, their names in a line above the columns."""
    if item.zones or not heads_columns(item.lines[0]):
        return None
    after = division.paragraph(at + 1) if len(item.lines) == 1 else None
    below = after.lines if after and not after.zones else item.lines[1:]
    if not below or not all(_GAPS.search(line.text) for line in below[:-1]):
        return None
    made = participants(division.flow, [[item.lines[0]], list(below)])
    return [made], at + (1 if len(item.lines) > 1 else 2)
