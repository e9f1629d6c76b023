"""The words of a document that show whether a bare label is a name.

    Issue: Wheat. ¶ The issue is old.           `issue` stands in small letters too: a heading
    Participants: Mr. Rusk … ¶ Rusk: Yes.       `rusk` stands after a title and in a list: a name

Each kind of word is looked for in the whole document, once, and only if a convention has labels enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from pipeline.model import Block, Document
from pipeline.segment.dialogue.printed import TITLES

_SMALL = re.compile(r"(?<![.’'ʼ\w-])[a-z]{3,}")
"""A word in small letters."""
_TITLED_NAME = re.compile(rf"(?=[A-Z])\b(?:{TITLES})\.?\s+(?:[A-Z]\.\s*)*([A-Z][\w’-]+)")
_INITIALLED_NAME = re.compile(r"[A-Z](?<!\w.)[a-z]?\.\s?(?:[A-Z][a-z]?\.\s?){0,2}([A-Z][\w’-]{2,})")
_ALIAS = re.compile(r"he(?<!\w..)(?:reafter|reinafter|nceforth)(?: referred to as| called)?:? [\"“‘']?([A-Z][\w’-]*)")
_CAPITALIZED = re.compile(r"[A-Z][\w’-]+")
_NAMING = frozenset({"head", "list", "note"})


@dataclass(frozen=True)
class Vocabulary:
    """The words of a document; `text` is what is visible of it."""

    text: str
    document: Document

    @cached_property
    def small(self) -> frozenset[str]:
        """All words in small letters."""
        return frozenset(_SMALL.findall(self.text))

    @cached_property
    def names(self) -> frozenset[str]:
        """Capitalized words of headings, lists and notes, and words after titles: names, if they are labels too."""
        text = self.document.transcript.text
        words = {*_TITLED_NAME.findall(text), *_INITIALLED_NAME.findall(text), *_ALIAS.findall(text)}
        words |= self._capitalized(block for block in self.document.root.walk() if block.kind in _NAMING)
        return frozenset(part.casefold() for word in words for part in (word, *word.split("-")))

    @cached_property
    def participants(self) -> frozenset[str]:
        """Capitalized words of the lists of participants."""
        lists = (block for block in self.document.root.walk() if block.get("type") == "participants")
        return frozenset(word.casefold() for word in self._capitalized(lists))

    def _capitalized(self, blocks: Iterable[Block]) -> set[str]:
        text = self.document.transcript.text
        return {word for block in blocks for word in _CAPITALIZED.findall(text, block.span.start, block.span.end)}
