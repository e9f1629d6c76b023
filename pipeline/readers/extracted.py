"""Pages of history.state.gov through extractors that keep no bullets: one line per paragraph, or lines of one width.

### 78\\. Summary Notes of the 586th Meeting …1       title as a markdown heading, or indented
| Participants: | Mr. Jean Daridan, … |              lists as tables
- Source: Library of Congress, …↩                    notes without numbers, or `  1. Source: …↩`
[Page 366]1½ hours ago                               page marks glued to words
"""

from __future__ import annotations

import re

from pipeline.model import Document, Evidence, Transcript
from pipeline.readers import generic
from pipeline.readers.signs import Signs, evidence_of
from pipeline.segment.plan import Plan

NAME = "extracted"
_PLAN = Plan(name=NAME)
_SIGNS: Signs = (
    (0.75, "notes closed by a sign that leads back", re.compile(r"↩\ufe0e?\s*$", re.MULTILINE)),
    (0.4, "title as a markdown heading", re.compile(r"\n(?<=\A\n)(?:[^\n]{0,60}\n\s*)?#{1,3} [*\d\w]")),
    (0.3, "marks of notes in superscript", re.compile(r"<sup>\d{1,3}</sup>|\^(?<=[\w.,)]\^)\d{1,3}(?!\d)")),
    (0.3, "participants in a table", re.compile(r"\n\| ?(?:Participants|Subject)")),
    (0.15, "a decimal file number above the title", re.compile(r"\n(?<=\A\n)\s*[\dA-Z.]{1,30}\w{0,30}/\d+[-–]\d+")),
)


def evidence(transcript: Transcript) -> Evidence:
    """Notes closed by ↩, titles as headings, marks in superscript."""
    return evidence_of(transcript.text, _SIGNS)


def read(transcript: Transcript) -> Document:
    """The document of one transcript."""
    return generic.read(transcript, _PLAN)
