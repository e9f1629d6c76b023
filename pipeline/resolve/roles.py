"""Roles that stand for a person: `The Secretary`, `the Ambassador`, `the Foreign Minister`.

`roles_in(line)` finds them with their article; who is meant is decided in `pipeline.resolve.offices`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from pipeline.authority.words import RoleOffices, offices_of_roles, word_list
from pipeline.grammar.names import key
from pipeline.model import Passage
from pipeline.resolve.lines import Line


@dataclass(frozen=True, slots=True)
class Role:
    """A role in a passage, with its article: `words` are lower case (`("foreign", "minister")`)."""

    passage: Passage
    start: int
    end: int
    words: tuple[str, ...]
    speaks: bool

    @property
    def text(self) -> str:
        """The role as it stands."""
        return self.passage.text[self.start : self.end]


@cache
def _first_words() -> frozenset[str]:
    """Keys of the words with which roles begin."""
    return frozenset(key(row.words[0]) for row in offices_of_roles())


@cache
def _pattern() -> re.Pattern[str]:
    def written(words: tuple[str, ...]) -> str:
        return r"[\s-]+".join(
            word if word in ("of", "the") else f"(?:{word.capitalize()}|{word.upper()})" for word in words
        )

    roles = "|".join(written(row.words) for row in offices_of_roles())
    return re.compile(
        rf"""
        \b(?:[Tt]he|THE)\s+ (?P<role>{roles})
        (?![\w-])                                            # the President, not the Presidential
        (?! \s+ (?:of|for|to|in|at)\s+ (?:the\s+)? [A-Z] )   # the President of Mexico is another office
        (?! [\s-]+ (?:[A-Z][a-z]|General\b|Elect\b|elect\b|designate\b|\() )   # the Secretary General, Secretary Rusk
        """,
        re.VERBOSE,
    )


_NEXT_WORD = re.compile(r"[’'ʼ]?,?\s+([a-z]+)|:")
_ARTICLES = frozenset({"the", "The", "THE"})


def roles_in(line: Line) -> Iterator[Role]:
    """All roles in a line. (Looked for only where a word with which a role begins has a capital and an article. Either
    may hang on another word by its apostrophe: `o’the President`, `the President’ll`.)"""
    firsts, text, done = _first_words(), line.passage.text, 0
    for at in line.capitals:
        if at <= done or line.words[at - 1][-len("the") :] not in _ARTICLES or line.piece(at, 0) not in firsts:
            continue
        match = _pattern().match(text, line.ends[at - 1] - len("the"))
        if match is None:
            continue
        words = words_of(match["role"])
        after = _NEXT_WORD.match(text, match.end())
        speaks = after is not None and (after[1] is None or after[1] in word_list("person_verbs"))
        yield Role(line.passage, match.start(), match.end(), words, speaks)
        done = at + len(words) - 1


@cache
def _rows() -> dict[tuple[str, ...], RoleOffices]:
    return {row.words: row for row in reversed(offices_of_roles())}


def _row(words: tuple[str, ...]) -> RoleOffices | None:
    return _rows().get(words)


def offices_for(words: tuple[str, ...]) -> tuple[str, ...]:
    """Beginnings of titles of offices that a role may mean, the likeliest first."""
    row = _row(words)
    return row.titles if row is not None and row.titles[0] else ()


def kind_of(words: tuple[str, ...]) -> str:
    """How many hold the offices that a role may mean: `one`, `few`, `each`, `many` (see `authority/data/roles.tsv`)."""
    row = _row(words)
    return row.kind if row is not None else "many"


def words_of(role: str) -> tuple[str, ...]:
    """The words of a role as printed, small and without its article: `The Vice-Premier.` → ("vice", "premier")."""
    return tuple(re.split(r"[\s-]+", re.sub(r"^the\s+", "", role.strip(" .:,").lower())))


def role_words(text: str) -> tuple[str, ...]:
    """`The Secretary` → ("secretary",); empty if the text is no role of the table."""
    words = words_of(text)
    return words if _row(words) is not None else ()
