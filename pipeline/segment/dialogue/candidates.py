"""Everything that could be a label, at the beginning of a paragraph or of a line in it.

A label begins where a sentence has ended before it, unless it can be nothing else: `Q.`, `THE PRESIDENT.`, a line of
its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model import Span
from pipeline.segment.dialogue.labels import Label, Shape, key_of, shape_of
from pipeline.segment.dialogue.nobody import is_field
from pipeline.segment.dialogue.paragraphs import line_starts
from pipeline.segment.dialogue.printed import FORMS, Convention, Form

_LONGEST = 90
_ANY_COLON = re.compile("[:：;]")
_WITHOUT_COLON = tuple(form for form in FORMS if not form.mark.endswith((":", "：", "[:：]", ";")))
_SENTENCE_END = re.compile(r"(?:[.?!:;…\-—|>][\"”’'»)\]*_]*|[\])”\"])(?:\s?\d{1,2})?$")
_BROKEN_OFF = re.compile(r"[a-z]\.?\s[A-Z]\Z")
"""The end of a name whose full stop is that of an initial: `Hon. Joseph R.`"""


def possible_labels(text: str, span: Span) -> Iterator[Label]:
    """The possible labels of a paragraph; of every convention one for a line."""
    forms = FORMS if _ANY_COLON.search(text, span.start, span.end) else _WITHOUT_COLON
    for line, at in line_starts(text, span):
        seen: set[Convention] = set()
        for form in forms:
            label = label_at(form, text, at, span.end) if form.convention not in seen else None
            if label is not None:
                seen.add(form.convention)
                if _stands_anywhere(label) or _is_fresh(text, span.start, line):
                    yield label


def label_at(form: Form, text: str, at: int, stop: int) -> Label | None:
    """The label that a form finds at an offset of a paragraph, if it can be a speaker's."""
    match = form.pattern.match(text, at, stop)
    if match is None or len(match["name"]) > _LONGEST:
        return None
    name = match["name"].replace(" ", "") if form.spaced else match["name"].strip()
    key = key_of(name)
    if is_field(key) or (form.convention is Convention.STOP and _BROKEN_OFF.search(name)):
        return None
    if key == "witness" and text[match.end() : match.end() + 40].partition("\n")[0].isupper():
        return None  # WITNESS: PAYAM AKHAVAN
    start, end, numbered = match.start("name"), match.end("mark"), bool(match["prefix"].strip())
    return Label(at, start, end, name, key, form.convention, shape_of(name), numbered)


def _stands_anywhere(label: Label) -> bool:
    """Whether a label needs no end of a sentence before it."""
    if label.shape is Shape.QUERY or label.convention is Convention.LINE:
        return True
    return label.name.isupper() and " " in label.key


def _is_fresh(text: str, start: int, line: int) -> bool:
    """Whether a sentence has ended before the line that begins at an offset, in a paragraph that begins at `start`."""
    before = text[max(start, line - 60) : line].rstrip()[-12:]
    if before.rpartition("\n")[2].strip().isdigit():
        return True  # the number of a page
    return sentence_ended(before) if before else not text[start:line].strip()


def sentence_ended(before: str) -> bool:
    """Whether a text, without blanks at its end, ends as sentences do."""
    return _SENTENCE_END.search(before[-12:]) is not None
