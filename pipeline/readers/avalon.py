"""Pages of the Avalon Project and of sites that took over its layout.

The Cuban Missile Crisis                        name of the series over every page
Memorandum of Conversation                      title
Washington, January 9, 1963, 5 p.m.             date line
The President                                   participants: bare lines, a blank line between them,
                                                two blank lines between delegations
… brigade in Florida.(1) He said …              marks in round brackets
Source: Department of State, …                  source note, before or after the notes
(1) See footnote 2, Document 260. Back          notes; `Back` is a link of the page
127 Wall Street, New Haven, CT 06511.           the site's address
"""

from __future__ import annotations

import re

from pipeline.model import Document, Evidence, Transcript
from pipeline.readers import generic
from pipeline.readers.signs import Signs, evidence_of
from pipeline.segment.plan import Plan

NAME = "avalon"
_SERIES = re.compile(r"[A-Z][^.:,;]{5,80}")
_PLAN = Plan(name=NAME, series=_SERIES, bare_participants=True)
_SIGNS: Signs = (
    (0.45, "notes that end with Back", re.compile(r"\n\(?\d{1,3}\)?\s.*\bBack\s*$", re.MULTILINE)),
    (0.3, "the site's street address", re.compile(r"W(?<=\d W)all Street, New Haven")),
    (0.15, "marks in round brackets glued to a word", re.compile(r"\((?<=[\w.,;”\"]\()\d{1,3}\)(?=[\s.,;]|$)")),
    (0.1, "a source paragraph", re.compile(r"\nSource:\s?\S")),
)


def evidence(transcript: Transcript) -> Evidence:
    """Notes closed by the word Back, marks in round brackets, the address of the site."""
    return evidence_of(transcript.text, _SIGNS)


def read(transcript: Transcript) -> Document:
    """The document of one transcript."""
    return generic.read(transcript, _PLAN)
