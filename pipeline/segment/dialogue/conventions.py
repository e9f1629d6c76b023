"""Which conventions a document follows, and which of the possible labels are labels.

A convention counts if its labels repeat or carry titles and there are enough of them (`_RULES`, a row for every
convention or two that go together). A label counts if it repeats, has a title or is a name that the document knows.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from pipeline.model import Document
from pipeline.segment.dialogue.labels import ASKING, Label, Shape, has_title, is_misread
from pipeline.segment.dialogue.nobody import is_address, is_courtesy, is_reply
from pipeline.segment.dialogue.printed import TITLES, Convention
from pipeline.segment.dialogue.vocabulary import Vocabulary

_BLANK_LINE = re.compile(r"\n[ \t]*\r?\n")
_NEXT_LINE = re.compile(r"[ \t]*\r?\n[ \t]*\S")
_OFFICER = re.compile(
    r"(?:(?:Temporary|Acting|Vice)[ -])*(?:President|Chairman|Chairperson|Chair|Rapporteur)\Z", re.IGNORECASE
)
_NAMED_ONLY = re.compile(
    rf"\s*(?:{TITLES})\.?(?:\s[\w.’'ʼ-]+){{1,5}}\s*(?:\([^()]{{3,90}}\)[ \t]*)?\.?[ \t]*(?=\r?\n[ \t]*\r?\n|\Z)"
)
"""What stands after `President:` at the head of a record: `Sir Colin Crowe (United Kingdom).`"""
_ENOUGH = {Shape.BARE: 6, Shape.QUERY: 4}
"""How many labels of a convention make one more of a shape credible that stands but once."""


def accepted(found: Sequence[Label], text: str, document: Document) -> list[Label]:
    """The labels of the conventions that the document follows."""
    words = Vocabulary(text, document)
    labels = [label for rule in _RULES for label in _labels_by(rule, found, words)]
    labels += _beside(labels, found)
    labels += _once(labels, found, words)
    shortest = {label.start: label for label in sorted(labels, key=lambda label: -label.end)}
    in_order = sorted(shortest.values(), key=lambda label: label.start)
    return in_order[1:] if in_order and _presides(in_order[0], text) else in_order


def _labels_by(rule: _Rule, found: Sequence[Label], words: Vocabulary) -> Sequence[Label]:
    """The labels of one convention, none if the document does not follow it."""
    row = _Row([label for label in found if label.convention in rule.conventions], words)
    if row.total < rule.fewest and not rule.is_certain(row):
        return ()
    plausible = row.only(lambda label: _is_plausible(label, words))
    used = plausible.only(lambda label: rule.is_used(label, plausible))
    if not rule.is_followed(used):
        return ()
    shouted = Convention.NAME in rule.conventions and used.all_in_capitals()
    return plausible.only(lambda label: label.name.isupper()).labels if shouted else used.labels


def _presides(label: Label, text: str) -> bool:
    """Whether a label only says who presides, at the head of a record."""
    return _OFFICER.match(label.name) is not None and _NAMED_ONLY.match(text, label.end) is not None


def _beside(labels: Sequence[Label], found: Sequence[Label]) -> list[Label]:
    """Labels that count only beside others: `Q.` beside `Secretary Kissinger:`, `P:` and `RN:` beside
    `Helms:`, `QUESTIONER:` beside any."""
    if not labels:
        return []
    taken = {label.start for label in labels}
    asked = [
        label for label in found
        if label.convention is Convention.STOP and label.shape is Shape.QUERY and len(label.name) == 1
    ]  # fmt: skip
    counts = Counter(label.key for label in asked)
    beside = [label for label in asked if counts[label.key] > 1 and label.start not in taken]
    beside += [label for label in found if _is_asking(label) and label.start not in taken]
    if any(label.convention is Convention.COLON and label.shape is Shape.BARE for label in labels):
        colon = (label for label in found if label.convention is Convention.COLON)
        beside += [label for label in colon if label.shape is Shape.INITIALS and len(label.key) <= 2]
    return beside


def _is_asking(label: Label) -> bool:
    """Whether a label can only be that of somebody who asks: `QUESTIONER:`, `Q. (Mr. Reid, Herald):`. It counts beside
    any others."""
    return label.key in ASKING or (label.key == "q" and label.name.endswith(")"))


def _once(labels: Sequence[Label], found: Sequence[Label], words: Vocabulary) -> list[Label]:
    """Labels that stand but once, of somebody who speaks or is spoken to elsewhere under another form of his name
    (`David Smith:` beside `Smith:`, `Scowcroft (to Sonnenfeldt):`), or between two turns of one speaker: nobody is
    named again when he goes on (`President: … ¶ Russell: … ¶ President: …`)."""
    colon = sorted((x for x in labels if x.convention is Convention.COLON), key=lambda label: label.start)
    taken = {label.start for label in labels}
    others = [
        label for label in found
        if label.convention is Convention.COLON and label.shape is Shape.BARE and label.start not in taken
        and _is_plausible(label, words)
    ] if colon else []  # fmt: skip
    if not others:
        return []
    surnames = {label.key.split()[-1] for label in colon if label.shape is Shape.BARE}
    surnames |= {word.casefold() for label in colon for word in _SPOKEN_TO.findall(label.name)}
    alone = _alone_between(colon, others)
    return [label for label in others if label in alone or label.key.split()[-1] in surnames]


_SPOKEN_TO = re.compile(r"[(\[](?:[^()\[\]]*\s)?to (?:[A-Z][\w.’'-]* ){0,3}([A-Z][\w’'-]+)[)\]]")
"""Whom a speaker turns to: `Scowcroft (to Sonnenfeldt)`, `Fahmy (in Arabic to Mr. Scowcroft)`."""


def _alone_between(labels: Sequence[Label], others: Sequence[Label]) -> set[Label]:
    """Which of the `others` stand alone between two labels of one speaker; none in a document that names whoever goes
    on again as a rule."""
    starts = [label.start for label in others]
    alone: set[Label] = set()
    unbroken = 0
    for before, after in pairwise(labels):
        if before.key == after.key:
            inside = others[bisect_left(starts, before.end) : bisect_left(starts, after.start)]
            unbroken += not inside
            alone.update(inside if len(inside) == 1 else ())
    return alone if unbroken * 5 <= len(labels) else set()


@dataclass(frozen=True)
class _Row:
    """The labels of a convention, counted."""

    labels: Sequence[Label]
    words: Vocabulary

    def only(self, keep: Callable[[Label], bool]) -> _Row:
        return _Row([label for label in self.labels if keep(label)], self.words)

    @property
    def text(self) -> str:
        return self.words.text

    @property
    def total(self) -> int:
        return len(self.labels)

    @cached_property
    def counts(self) -> Counter[str]:
        return Counter(label.key for label in self.labels)

    @cached_property
    def repeated(self) -> frozenset[str]:
        """The keys that stand more than once."""
        return frozenset(key for key, count in self.counts.items() if count > 1)

    @property
    def titled(self) -> int:
        return sum(label.shape is Shape.TITLED for label in self.labels)

    def all_are(self, shape: Shape) -> bool:
        return all(label.shape is shape for label in self.labels)

    def all_in_capitals(self) -> bool:
        return all(label.name.isupper() for label in self.labels)


# ------------------------------------------------------------------ one label


def _is_plausible(label: Label, words: Vocabulary) -> bool:
    """Whether a label can be a person: no courtesy, no bare word that the document also writes in small letters."""
    if is_courtesy(label.key):
        return False
    if label.shape is not Shape.BARE:
        return True
    parts = label.key.removeprefix("the ").split()
    return len(parts) <= 4 and all(part in words.names or part not in words.small for part in parts)


def _is_used(label: Label, row: _Row) -> bool:
    """Whether a label repeats, or has a title, or is a name that the document knows."""
    if is_address(label.key):
        return label.key in row.repeated and not all(map(is_address, row.counts))
    if label.key in row.repeated or label.shape is Shape.TITLED or label.key.split()[-1] in row.words.names:
        return True
    if row.total >= 6 and any(is_misread(label.key, key) for key in row.repeated):
        return True
    return label.shape in _ENOUGH and row.total >= _ENOUGH[label.shape]


def _is_used_name(label: Label, row: _Row) -> bool:
    """Whether a name before a full stop is no reply, and repeats or is known; `ALL.` may stand once."""
    if label.name == "ALL":
        return True
    last = label.key.split()[-1]
    if is_reply(last) or not (label.shape is Shape.BARE or label.name.endswith(")")):
        return False
    return last in row.words.names or row.counts[label.key] > (1 if label.name.isupper() else 2)


def _is_used_line(label: Label, row: _Row) -> bool:
    """Whether a line of its own has a title, or is a name of several words that repeats: `Robert Kee`."""
    if label.shape is Shape.TITLED:
        return label.numbered or has_title(label.key)
    repeats = label.shape is Shape.BARE and " " in label.key and row.counts[label.key] > 2
    return repeats or label.shape is Shape.QUERY


# ------------------------------------------------------------------ a convention


def _is_exchange(row: _Row) -> bool:
    """Whether at least two speak, one of them again."""
    return row.total >= 3 and len(row.counts) >= 2 and bool(row.repeated)


def _follows_colon(row: _Row) -> bool:
    if _is_counted(row):
        return True
    if row.all_are(Shape.INITIALS):
        established = row.total >= 4 and len(row.repeated) >= 2
    elif row.all_are(Shape.QUERY) and row.repeated:
        established = row.total >= 3  # PM: … PM: … the questions stand without a label
    else:
        titled = row.titled == row.total >= 2 or (row.titled >= 2 and row.total >= 3 and len(row.counts) >= 2)
        established = titled or _is_exchange(row)
    return established or _is_of_participants(row)


def _follows_dash(row: _Row) -> bool:
    if any("." in row.text[label.end - 3 : label.end] for label in row.labels):
        return True
    sentences = sum(_is_sentence(row.text, label.end) for label in row.labels) * 2 >= row.total
    return row.total >= 4 and sentences and _is_exchange(row)


def _follows_name(row: _Row) -> bool:
    """Whether names stand before a third of the paragraphs from the first name to the last."""
    if row.total < 5:
        return False
    paragraphs = row.text.count("\n\n", row.labels[0].at, row.labels[-1].at) + 1
    return len(row.repeated) >= (1 if row.all_in_capitals() else 2) and row.total * 3 >= paragraphs


def _follows_line(row: _Row) -> bool:
    if _is_clear_line(row):
        return True
    starts = {label.at for label in row.labels}
    followed = sum(_is_followed_by_words(row.text, label.end, starts) for label in row.labels)
    return row.total >= 6 and len(row.counts) >= 2 and len(row.repeated) >= 2 and followed >= row.total * 0.8


def _is_counted(row: _Row) -> bool:
    """Whether a label is one of a verbatim record whose paragraphs are counted: `92. The PRESIDENT; …`."""
    return any(label.numbered and not label.name.isupper() and label.name[4:].isupper() for label in row.labels)


def _has_sign(row: _Row) -> bool:
    """Whether labels carry the sign with which Hansard's volumes are published: `§ Mr. Attlee (Limehouse)`."""
    return sum(row.text.startswith("§", label.at) for label in row.labels) >= 2


def _is_above_words(row: _Row) -> bool:
    """Whether at least two speakers come back whose names, with titles, stand right above what they say: `Mr.
    Gaitskell` / `Did he agree?`"""
    titled = row.only(lambda label: label.shape is Shape.TITLED and has_title(label.key))
    if titled.total < 4 or titled.total * 2 < row.total or len(titled.repeated) < 2:
        return False
    return all(_NEXT_LINE.match(row.text, label.end) and _is_sentence(row.text, label.end) for label in titled.labels)


def _is_of_participants(row: _Row) -> bool:
    """Whether most labels are names of listed participants, though each may speak but once."""
    if row.total < 4:
        return False
    bare = {label.key for label in row.labels if label.shape is Shape.BARE}
    speaking = {key for key in bare if key.split()[-1] in row.words.participants}
    return len(speaking) >= 3 and sum(row.counts[key] for key in speaking) * 2 >= row.total


def _is_sentence(text: str, start: int) -> bool:
    """Whether the words from an offset on end as sentences do: `Mr. Harrow - Department of State` is an entry."""
    words = _BLANK_LINE.split(text[start : start + 600], maxsplit=1)[0].rstrip()
    return len(words) > 500 or words.endswith((".", "?", "!", "-", "—", '"', "”", ")"))


def _is_followed_by_words(text: str, end: int, starts: Container[int]) -> bool:
    """Whether words stand after a label that ends at an offset, and not the next label."""
    after = text[end : end + 200]
    words = after.lstrip()
    return bool(words) and end + len(after) - len(words) not in starts


def _is_clear_line(row: _Row) -> bool:
    return _has_sign(row) or _is_above_words(row)


def _never(_row: _Row) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class _Rule:
    """Conventions that are judged together: how many labels a dialogue has at least (unless they are `certain`), which
    of the possible labels it uses, and whether those show that the document follows the convention."""

    conventions: tuple[Convention, ...]
    fewest: int
    is_used: Callable[[Label, _Row], bool]
    is_followed: Callable[[_Row], bool]
    is_certain: Callable[[_Row], bool] = _never


_RULES = (
    _Rule((Convention.DASH,), 1, _is_used, _follows_dash),
    _Rule((Convention.COLON,), 2, _is_used, _follows_colon, _is_counted),
    _Rule((Convention.STOP,), 3, _is_used, _is_exchange),
    _Rule((Convention.NAME,), 5, _is_used_name, _follows_name),
    _Rule((Convention.LINE, Convention.BLANK), 6, _is_used_line, _follows_line, _is_clear_line),
    _Rule((Convention.UNMARKED,), 3, _is_used, _is_exchange),
)
