"""The word lists of names: which words are places, things, ordinary words, given names (see `data/`)."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pipeline.grammar.names import key

_DATA = Path(__file__).with_name("data")


def _lines(name: str) -> list[str]:
    text = (_DATA / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


@cache
def word_list(name: str) -> frozenset[str]:
    """The keys of a list: `geography`, `common_words`, `office_words`, `person_verbs`, `given_names`, `thing_words`."""
    return frozenset(key(word) for line in _lines(f"{name}.txt") for word in line.split())


@cache
def nicknames() -> dict[str, frozenset[str]]:
    """Key of a pet form → keys of the forenames that it may stand for."""
    rows = (line.split("\t") for line in _lines("nicknames.tsv"))
    return {key(row[0]): frozenset(map(key, row[1].split())) for row in rows}


@cache
def offices_of_roles() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """(words of a role, beginnings of the titles of offices that it may mean, likeliest first), longest role first."""
    rows = [line.split("\t") for line in _lines("roles.tsv")]
    table = [
        (tuple(row[0].split()), tuple(part.strip().replace(" the ", " ") for part in row[1].split("|"))) for row in rows
    ]
    return tuple(sorted(table, key=lambda row: -len(row[0])))
