"""A passage as words: the text cut into tokens in which every mention of a person is one token.

`Mr. Tyler said that he` becomes `Mr. Tyler` (with its person), `said`, `that`, `he`. Offsets are those of the
passage's text; sentences are ranges of tokens. Titles before a name belong to its token.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.grammar.sentences import sentences
from pipeline.resolve.speech.verbs import PAST, PHRASES

MASK = "\ue000"
"""Stands for each character of a mention while a passage is cut into words."""
MASK_OPENING = "\ue001"
"""The same for the first character of a mention that can open a sentence after `U.S.`: `Mr. …`, `The …`."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A person named in a passage: `person` is the id of a cast member, or empty; `label` the words printed."""

    start: int
    end: int
    person: str
    label: str

    @property
    def key(self) -> str:
        """The person's id; for somebody without one, the words behind a question mark."""
        return self.person or "?" + self.label


class Word(NamedTuple):
    """One token: its lower-case text (empty for a mention), its span in the passage, and the mention if it is one."""

    text: str
    start: int
    end: int
    mention: Mention | None = None
    quoted: bool = False


_new = tuple.__new__
"""Makes a `Word` without the detour of its constructor: there are some 200 to a kilobyte."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a passage: its span and its words."""

    start: int
    end: int
    words: tuple[Word, ...]


_TOKEN = re.compile(rf"{MASK_OPENING}?{MASK}+|[^\W_]+(?:[’'ʼ.-](?=[^\W_])[^\W_]+)*|[^\w\s]|_+")
_BEFORE_NAME = re.compile(
    r"""(?<!\w)(?:[Tt]he\s+)?                              # the (French)
        (?:(?:[A-Z][\w-]*(?:ish|an|ese|ch|viet)|Acting|Deputy|Assistant|Vice|Under|First|Prime|Former)[\s-]+)*
        (?:(?:Mr|Mrs|Ms|Miss|Messrs|Dr|Drs|Prof|Professor|Sir|Lord|Lady|Dame|M|Mme|Mlle|Herr|Frau|Se[nñ]or|Lic|Ing|
              Secretary-General|Gen|General|Lt|Lieutenant|Col|Colonel|Maj|Major|Capt|Captain|Adm|Admiral|Marshal|Field|Commander|Brigadier|
              Amb|Ambassador|Minister|Secretary|Under\s*Secretary|President|Premier|Chancellor|Chairman|Governor|
              Senator|Congressman|Representative|Director|Foreign\s+Minister|Foreign\s+Secretary|Counselor|Counsellor|
              Attorney\s+General|King|Queen|Prince|Princess|Shah|Sheikh|Emperor|Pope|Cardinal|Archbishop|Bishop|Rabbi|
              Father|Reverend|Consul|Mayor|Judge|Justice|Comrade|Monsieur|Count|Baron|Deputy|U|Thant|
              MR|MRS|MESSRS|DR|SIR|LORD|GENERAL|SENATOR|M)\.?\s+|
              (?<![\w.])(?!U\.[SKN]\.)(?:[A-Z]\.\s?){1,3})+           # N.S., but not U.S.
              (?:\[[A-Z][\w. ]{0,20}\]\s+)?$
    """,
    re.VERBOSE,
)  # fmt: skip
_REST_OF_NAME = re.compile(r"[ ][A-Z][\w’'ʼ-]+[ ]([a-z]+)\b")
"""The end of a name that was only found in part, before a verb: `MR MACKENZIE KING drew attention`."""
_OPENING = re.compile(r"(?:Mr|Mrs|Ms|Miss|Messrs|Dr|Sir|Lord|The|M)\b")
_QUOTE = re.compile(r"“[^”“]*(?:”|$)|(?<![\w\d])\"[^\"]*(?:\"|$)")


def _widened(text: str, start: int, floor: int) -> int:
    """Where a name begins if the titles and initials before it are counted in."""
    if text.startswith(("The ", "the "), start):
        return start
    before = _BEFORE_NAME.search(text, max(floor, start - 60), start)
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
    small = mask.lower() if len(mask.lower()) == len(mask) else mask
    by_start = {mention.start: mention for mention in known}
    quoted = _quoted(text)
    found: list[Sentence] = []
    for start, end in sentences(mask):
        words: list[Word] = []
        for first, last in [token.span() for token in _TOKEN.finditer(mask, start, end)]:
            inside = bool(quoted) and quoted[first]
            if not MASK <= mask[first] <= MASK_OPENING:
                words.append(_new(Word, (small[first:last], first, last, None, inside)))
                continue
            while first < last:  # two mentions side by side
                mention = by_start.get(first)
                stop = min(mention.end, last) if mention else last
                words.append(Word("", first, stop, mention, inside))
                first = stop
        found.append(Sentence(start, end, tuple(words)))
    return found


def _quoted(text: str) -> list[bool]:
    """For every character whether it stands in a quotation; nothing if there is none."""
    spans = [match.span() for match in _QUOTE.finditer(text)]
    if not spans:
        return []
    flags = [False] * len(text)
    for start, end in spans:
        flags[start:end] = [True] * (end - start)
    return flags
