"""A passage as sentences and words: every mention of a person is one word, which is empty.

`Mr. Tyler said that he` becomes ``, `said`, `that`, `he`, with the mention as number 0. Offsets are those of the
passage's text. Titles before a name belong to its mention.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from pipeline.grammar.sentences import sentences
from pipeline.resolve.speech.phrases import TITLE, TITLE_WITH_POINT
from pipeline.resolve.speech.verbs import PAST, PHRASES

MASK = "\ue000"
"""Stands for each character of a mention while a passage is cut into words."""
MASK_OPENING = "\ue001"
"""The same for the first character of a mention that can open a sentence after `U.S.`: `Mr. …`, `The …`."""


class Mention(NamedTuple):
    """A person named in a passage: `person` is the id of a cast member, or empty; `label` the words printed."""

    start: int
    end: int
    person: str
    label: str

    @property
    def key(self) -> str:
        """The person's id; for somebody without one, the words behind a question mark."""
        return self.person or "?" + self.label


_TOKEN = re.compile(r"[^\W_]++(?:[’'ʼ.-][^\W_]++)*+|[^\w\s]|_+")


@dataclass(frozen=True)
class Sentence:
    """A sentence of a passage: its span, its words in small letters, and the mentions by the number of their word.

    The word of a mention is empty. `small` is the passage in small letters, `quotes` its quotations in order: what
    `spans` and `quoted` need, which few sentences are asked for.
    """

    start: int
    end: int
    words: Sequence[str]
    mentions: Mapping[int, Mention]
    small: str
    quotes: Sequence[tuple[int, int]]

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """Where in the passage its words stand."""
        found: list[tuple[int, int]] = []
        at = self.start
        for mention in self.mentions.values():
            found += [token.span() for token in _TOKEN.finditer(self.small, at, mention.start)]
            found.append((mention.start, mention.end))
            at = mention.end
        found += [token.span() for token in _TOKEN.finditer(self.small, at, self.end)]
        return found

    @cached_property
    def shape(self) -> str:
        """The sentence in small letters, one blank between words and signs, `@` for each mention."""
        return " ".join([word or "@" for word in self.words])

    def quoted(self, number: int) -> bool:
        """Whether a word stands in a quotation."""
        if not self.quotes:
            return False
        at = self.spans[number][0]
        before = bisect_right(self.quotes, (at, len(self.small))) - 1
        return before >= 0 and at < self.quotes[before][1]


_BEFORE_NAME = re.compile(
    rf"""(?<!\w)(?:[Tt]he\s+|THE\s+)?                      # the (French)
        (?>(?:[A-Z][\w-]*(?:ish|an|ese|ch|viet)|Acting|Deputy|Assistant|Vice|Under|First|Prime|Former|Crown|Grand|Rear|Air)[\s-]+)*
        (?>(?<![\w.])(?!U\.[SKN]\.)[A-Z]\.(?:[A-Z]\.){{0,2}}\s?|                    # N.S., but not U.S.
           (?:Secretary-General|Field|Under\s*Secretary|Foreign\s+Minister|Foreign\s+Secretary|Attorney\s+General|
              U|Thant|{TITLE})(?:-[Ee]lect|-[Dd]esignate)?\s+|{TITLE_WITH_POINT}\s*)+
        (?:\[[A-Z][\w. ]{{0,20}}\]\s+)?$
    """,
    re.VERBOSE,
)
_REST_OF_NAME = re.compile(r"[ ][A-Z][\w’'ʼ-]+[ ]([a-z]+)\b")
"""The end of a name that was only found in part, before a verb: `MR MACKENZIE KING drew attention`."""
_OPENING = re.compile(r"(?:Mr|Mrs|Ms|Miss|Messrs|Dr|Sir|Lord|The|M)\b")
_QUOTE = re.compile(r"“[^”“]*(?:”|$)|\"(?<!\w\")[^\"]*(?:\"|$)")


def _widened(text: str, start: int, floor: int) -> int:
    """Where a name begins if the titles and initials before it are counted in."""
    if text.startswith(("The ", "the ", "THE "), start):
        return start
    floor = max(floor, start - 60)
    last = text[floor:start].rstrip().rpartition(" ")[2]
    if not last or (last.islower() and last[-1] != "]"):
        return start  # neither a title nor an initial
    before = _BEFORE_NAME.search(text, floor, start)
    return before.start() if before and before.end() > before.start() else start


def widen(text: str, mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions in text order, without overlaps, each with the titles before it."""
    widened: list[Mention] = []
    floor = 0
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if mention.start < floor:
            continue
        start, end = _widened(text, mention.start, floor), mention.end
        rest = _REST_OF_NAME.match(text, end)
        if rest and (rest[1] in PAST or rest[1] in PHRASES):
            end = rest.start(1) - 1
        widened.append(Mention(start, end, mention.person, text[start:end]))
        floor = end
    return widened


def masked(text: str, mentions: Sequence[Mention]) -> str:
    """The text with every character of a mention replaced, so that no rule looks inside a name."""
    pieces: list[str] = []
    at = 0
    for mention in mentions:
        first = MASK_OPENING if _OPENING.match(mention.label) else MASK
        pieces += (text[at : mention.start], first, MASK * (mention.end - mention.start - 1))
        at = mention.end
    return "".join((*pieces, text[at:]))


def read(text: str, mentions: Iterable[Mention]) -> list[Sentence]:
    """The sentences of a passage with their words."""
    known = widen(text, mentions)
    mask = masked(text, known)
    lower = mask.lower()
    small = lower if len(lower) == len(mask) else mask
    quotes = [match.span() for match in _QUOTE.finditer(text)] if "“" in text or '"' in text else []
    found: list[Sentence] = []
    number = 0
    for start, end in sentences(mask):
        words: list[str] = []
        named: dict[int, Mention] = {}
        at = start
        while number < len(known) and known[number].start < end:
            mention = known[number]
            words += _TOKEN.findall(small, at, mention.start)
            named[len(words)] = mention
            words.append("")
            at = mention.end
            number += 1
        words += _TOKEN.findall(small, at, end)
        found.append(Sentence(start, end, words, named, small, quotes))
    return found
