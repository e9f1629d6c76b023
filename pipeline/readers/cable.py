"""Electronic telegrams of the State Department as released: the text layer of PDFs, with metadata at the end.

PAGE 01   STATE 322132                       head of the page
INFO OCT-00 ADS-00 /082 R                    distribution
P 140518Z DEC 79                             date-time group
FM SECSTATE WASHDC                           fields without colons
C O N F I D E N T I A L STATE 322132         classification and number
TAGS: PINT, BL                               fields
1. … CHRISTOPHER                             numbered paragraphs, signature
Message Attributes                           metadata
"""

from __future__ import annotations

import re

from pipeline.model import Document, Evidence, Transcript
from pipeline.readers import generic
from pipeline.readers.signs import Signs, evidence_of
from pipeline.segment import forms
from pipeline.segment.plan import Plan

NAME = "cable"


def _starts(text: str) -> bool:
    """Fields and the date-time group stand on lines of their own even without blank lines."""
    field = forms.cable_field(text) is not None or _COLON.match(text) is not None
    return field or forms.MARKER.match(text[:12]) is not None or forms.is_dateline(text)


_COLON = re.compile(r"(?:E\.?\s?O\.?,?\s?\d{5}|TAGS|SUBJ(?:ECT)?|REFS?)\s?:?\s")
_PLAN = Plan(name=NAME, starts=_starts, headings=False)
_SIGNS: Signs = (
    (0.3, "date-time group", re.compile(r"\n[^\S\n]*(?:[A-Z]{1,2} ){1,2}\d{6}Z [A-Z]{3} \d\d\s*$", re.MULTILINE)),
    (0.3, "FM and TO lines", re.compile(r"\n[^\S\n]*FM [A-Z].*\n\s*TO [A-Z]")),
    (0.2, "executive order and tags", re.compile(r"\n[^\S\n]*E\.?O\.? ?\d{5}.*\n\s*TAGS")),
    (0.15, "pages headed PAGE 01", re.compile(r"\n[^\S\n]*PAGE \d\d ")),
    (0.15, "message attributes at the end", re.compile(r"\n[^\S\n]*Message Attributes\s*$", re.MULTILINE)),
)


def evidence(transcript: Transcript) -> Evidence:
    """Date-time group, FM and TO, executive order and tags."""
    return evidence_of(transcript.text, _SIGNS)


def read(transcript: Transcript) -> Document:
    """The document of one transcript."""
    return generic.read(transcript, _PLAN)
