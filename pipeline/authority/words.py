"""The word lists of names: which words are places, things, ordinary words, given names (see `data/`)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from pipeline.grammar.names import key

NO_NAMES = ("common_words", "office_words", "geography", "thing_words")
"""The lists of words that are something else than names of persons."""
_DATA = Path(__file__).with_name("data")


def _lines(name: str) -> list[str]:
    text = (_DATA / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


def rows(name: str) -> list[list[str]]:
    """The rows of a table, cells parted by tabs."""
    return [line.split("\t") for line in _lines(name)]


class RoleOffices(NamedTuple):
    """A role that may stand for a person: its words, the beginnings of the titles of offices that it may mean, the
    likeliest first, and how many hold such an office at a time (`one`, `few`, `each`, `many`, see `data/roles.tsv`)."""

    words: tuple[str, ...]
    titles: tuple[str, ...]
    kind: str


@cache
def word_list(name: str) -> frozenset[str]:
    """The keys of a list: `geography`, `common_words`, `office_words`, `person_verbs`, `given_names`, `female_names`,
    `either_names`, `thing_words`, `capitals`, `patronymic_stems`, `russian_women`, `surnames_first` and its kinds."""
    return frozenset(key(word) for line in _lines(f"{name}.txt") for word in line.split())


def listed(word: str, lists: Iterable[str]) -> bool:
    """Whether one of these lists has a word (a key)."""
    return any(word in words for words in map(word_list, lists))


@cache
def things() -> frozenset[tuple[str, ...]]:
    """The first two words (keys) of firms, bodies and places that look like persons: `Martin Marietta`."""
    return frozenset(tuple(map(key, line.split())) for line in _lines("things.txt"))


@cache
def first_words_of_things() -> frozenset[str]:
    """The first words (keys) of `things`."""
    return frozenset(first for first, _ in things())


@cache
def nicknames() -> dict[str, frozenset[str]]:
    """Key of a pet form → keys of the forenames that it may stand for."""
    return {key(row[0]): frozenset(map(key, row[1].split())) for row in rows("nicknames.tsv")}


@cache
def pet_forms() -> dict[str, frozenset[str]]:
    """Key of a forename → keys of the pet forms that may stand for it."""
    found: dict[str, set[str]] = defaultdict(set)
    for pet, forenames in nicknames().items():
        for forename in forenames:
            found[forename].add(pet)
    return {forename: frozenset(pets) for forename, pets in found.items()}


@cache
def offices_of_roles() -> tuple[RoleOffices, ...]:
    """The table of roles, the longest first."""
    table = [
        RoleOffices(tuple(words.split()), tuple(_office(title) for title in titles.split("|")), kind)
        for words, titles, kind in rows("roles.tsv")
    ]
    return tuple(sorted(table, key=lambda row: -len(row.words)))


def _office(title: str) -> str:
    return title.strip().replace(" the ", " ")
