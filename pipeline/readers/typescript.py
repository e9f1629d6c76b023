"""Scanned typescripts as OCR tools write them down: cover sheet, stamps, running classification, catchwords, emphasis.

**01373**                       stamps above the title
DEPARTMENT OF STATE             letterhead
Memorandum of Conversation      head
DATE: January 10, 1963          cover sheet
… This very                     a paragraph runs on
SECRET / BEST COPY AVAILABLE    through the furniture of the page change
important circumstance …
"""

from __future__ import annotations

import re
from collections import Counter

from pipeline.model import Document, Evidence, Transcript
from pipeline.readers import generic
from pipeline.segment import forms
from pipeline.segment.furniture import recognize
from pipeline.segment.lines import texts_of
from pipeline.segment.plan import Plan

NAME = "typescript"
_PLAN = Plan(name=NAME, typescript=True)
_RECORD = re.compile(r"\W{0,2}\d{3}-\d{5}-\d{5}\b")
_FRONT = 60
"""How many of them may belong to the cover sheet."""
_LOOK = 4000
"""How many lines are looked at."""


def evidence(transcript: Transcript) -> Evidence:
    """Stamps, classification at page edges, form numbers, and fields of a cover sheet."""
    lines = texts_of(transcript)[:_LOOK]
    kinds = Counter(tag.type for text in lines if (tag := recognize(text)) is not None)
    fields = sum(forms.field(text) is not None for text in lines[:_FRONT])
    signs = (
        (0.3, "classification at page edges", kinds["classification"] > 1),
        (0.25, "stamps", kinds["stamp"] > 0),
        (0.15, "form numbers, archive's foot lines", kinds["form"] + kinds["footer"] > 0),
        (0.15, "page numbers", kinds["pageNum"] > 0),
        (0.2, "fields of a cover sheet", fields > 1),
        (0.3, "a record number of an archive's sheet", _RECORD.match(transcript.text) is not None),
    )
    found = [(weight, name) for weight, name, holds in signs if holds]
    return Evidence(
        min(1.0, sum(weight for weight, _ in found)), ", ".join(name for _, name in found) or "none of its signs"
    )


def read(transcript: Transcript) -> Document:
    """The document of one transcript."""
    return generic.read(transcript, _PLAN)
