"""Everything that could be a label, at the beginning of a paragraph or of a line in it.

A label begins where a sentence has ended before it, unless it can be nothing else: `Q.`, `THE PRESIDENT.`, a line of
its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipeline.grammar.speakers import speaker
from pipeline.model import Span
from pipeline.segment.dialogue.labels import Label, Shape, key_of, shape_of
from pipeline.segment.dialogue.nobody import is_field
from pipeline.segment.dialogue.paragraphs import lines
from pipeline.segment.dialogue.printed import FORMS, QUOTES, Convention, Form

_LONGEST = 90
_WITH_REMARK = 240
"""The same, with what is printed behind it: a remark on the language, the office that a question is put to."""
_EARLY_COLON = re.compile(rf"[^:：;]{{0,{_WITH_REMARK}}}+\s*+[:：;]")
_EARLY_STOP = re.compile(rf"[^.\-–—]{{0,{_WITH_REMARK}}}+\s*+[.\-–—]")
"""The first of the characters that a mark holds, no farther from the beginning of a line than a name is long with what
is printed behind it."""
_SENTENCE_END = re.compile(r"(?:[.?!:;…\-—|>][\"”’'»)\]*_]*|[\])”\"])(?:\s?\d{1,2})?$")
_BROKEN_OFF = re.compile(r"[a-z]\.?\s[A-Z]\Z")
"""The end of a name whose full stop is that of an initial: `Hon. Joseph R.`"""


def possible_labels(text: str, span: Span) -> Iterator[Label]:
    """The possible labels of a paragraph; of every convention one for a line."""
    for line, at, end in lines(text, span):
        seen: set[Convention] = set()
        for form in forms_at(text, at, end, span.end):
            label = label_at(form, text, at, span.end) if form.convention not in seen else None
            if label is not None:
                seen.add(form.convention)
                if _stands_anywhere(label) or _is_fresh(text, span.start, line):
                    yield label


def forms_at(text: str, at: int, end: int, stop: int) -> tuple[Form, ...]:
    """The forms that the line from `at` to `end` can have, in a paragraph that ends at `stop`.

    A label begins with a letter or with a prefix. If it begins with a letter from A to z it has no prefix (but for
    `Q12.`): the name begins here, and has an end no later than a name may have. So others than these cannot match:

    - forms that `begin` with this letter;
    - of those with a colon or a stop in their mark, such as find the first one that near;
    - lines of their own that are no longer than a name.
    """
    first = text[at]
    if first.isascii() and first.isalpha() and first != "Q":
        colon = _EARLY_COLON.match(text, at, stop) is not None
        dot = _EARLY_STOP.match(text, at, stop) is not None
        return _forms_of(first, colon, dot, len(text[at:end].rstrip()) <= _LONGEST)
    return FORMS if first.isalnum() or first in f"<[§{QUOTES}" else ()


@cache
def _forms_of(first: str, colon: bool, dot: bool, short: bool) -> tuple[Form, ...]:
    """The forms by the first letter of a line, the marks that are near, and whether it is no longer than a name."""

    def is_possible(form: Form) -> bool:
        if form.convention is Convention.LINE:
            return short
        return not form.mark or (colon if form.has_colon else dot)

    return tuple(form for form in FORMS if first in form.begins and is_possible(form))


def label_at(form: Form, text: str, at: int, stop: int) -> Label | None:
    """The label that a form finds at an offset of a paragraph, if it can be a speaker's."""
    match = form.pattern.match(text, at, stop)
    if match is None or len(match["name"]) > _WITH_REMARK or len(speaker(match["name"])) > _LONGEST:
        return None
    name = match["name"].replace(" ", "") if form.spaced else match["name"].strip()
    key = key_of(name)
    if is_field(key) or (form.convention is Convention.STOP and _BROKEN_OFF.search(name)):
        return None
    if key == "witness" and text[match.end() : match.end() + 40].partition("\n")[0].isupper():
        return None  # WITNESS: PAYAM AKHAVAN
    start, end, numbered = match.start("name"), match.end("mark"), bool(match["prefix"].strip(f" \t{QUOTES}"))
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
