"""Whose office it is: the governments that offices, delegations and records belong to (`data/governments.tsv`).

government_of("U.S. Side")                          → united states
government_of("Soviet Ambassador to the United States") → soviet union
makers_in("Source: Department of State, Central Files") → {united states}
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from pipeline.authority.words import rows
from pipeline.model import Office


class _Names(NamedTuple):
    """Name in small letters → country, and the pattern that finds the names (the longest first)."""

    country: dict[str, str]
    pattern: re.Pattern[str]


_ABROAD = re.compile(r"\b(?:to|in|at|for|with|from)\s.*", re.IGNORECASE | re.DOTALL)
"""Where an office is held, as against by whom: `to the United States`, `Embassy in France`."""
_PRONOUN = re.compile(r"\bus\b")
_POINTS = re.compile(r"(?<=\b[A-Za-z])\.")


@cache
def _names(column: int) -> _Names:
    table = {name: row[0] for row in rows("governments.tsv") for name in row[column].split("|") if name}
    found = "|".join(re.escape(name) for name in sorted(table, key=len, reverse=True))
    return _Names(table, re.compile(rf"(?<!\w)(?:{found})(?!\w)"))


def _plain(text: str) -> str:
    return _POINTS.sub("", text).lower().replace("’", "'")


def _countries(text: str) -> str:
    return _plain(_PRONOUN.sub(" ", text))


def government_of(text: str) -> str:
    """The country that an office or the heading of a delegation names first; empty if it names none."""
    names = _names(1)
    match = names.pattern.search(_ABROAD.sub("", _countries(text)))
    return names.country[match.group()] if match else ""


def office_government(office: Office) -> str:
    """The country whose office it is, by its body or its title; empty if neither names one."""
    return government_of(office.org) or government_of(office.title)


def makers_in(text: str) -> set[str]:
    """The countries whose archives and ministries a text names."""
    names = _names(2)
    return {names.country[match.group()] for match in names.pattern.finditer(_plain(text))}


def names_government(text: str, country: str) -> bool:
    """Whether a text names a country or its people."""
    names = _names(1)
    return any(names.country[match.group()] == country for match in names.pattern.finditer(_countries(text)))
