"""Where the surname begins in a name of several words.

    Raúl Roa García … Roa said        the word by which the document calls him: Roa García
    Golbery do Couto e Silva          what particles and `e` join: do Couto e Silva
    Abd al-Karim Qasim                Abd belongs to the word behind it: Qasim
    Valéry Giscard d’Estaing          what d’ joins: Giscard d’Estaing
    Saud ibn Abd al-Aziz              son of: all of it is the name

It is found by the form of the name, and then by use: by what else the document calls the person.
"""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.authority.words import NO_NAMES, listed, word_list
from pipeline.grammar.names import PATRONYMICS
from pipeline.resolve.lines import ARTICLES, HYPHENS, TITLES, Line

_JOINING = frozenset({"e", "y"})
"""`and` between two surnames: `Couto e Silva`, `Ortega y Gasset`."""


def surname_start(line: Line, first: int, last: int) -> int:
    """The atom at which the surname of a name begins: the last one, with hyphens and particles before it."""
    if first + 2 < last and line.keys[first + 1] in PATRONYMICS and not line.capital[first + 1]:
        return first
    at = last - 1
    if line.elided(at) and at > first and line.keys[at - 1] not in word_list("given_names"):
        return at - (len(line.words[at - 1]) > 1)  # Valéry Giscard d’Estaing
    while at > first and (line.gaps[at] in HYPHENS or _before_surname(line, at - 1, first)):
        at -= 2 if line.keys[at - 1] in _JOINING and at - 2 >= first else 1
    if at > first and line.particle(first) and not line.capital[first] and _after_courtesy(line, first):
        return first  # Baron van Boetzelaer van Oosterhout
    if at == first or at - first > 1 or not line.particle(at) or not _after_courtesy(line, first):
        return at
    return at if line.keys[first] in word_list("given_names") or len(line.words[first]) < 3 else first


def surname_behind(line: Line, first: int, last: int) -> int:
    """The same for a name whose first word is a forename or an initial."""
    if first + 2 < last and line.keys[first + 1] in PATRONYMICS:
        return first
    return surname_start(line, first + 1, last)


def _before_surname(line: Line, at: int, first: int) -> bool:
    """Whether an atom is a particle of the surname behind it."""
    if line.keys[at] in _JOINING:
        return at > first + 1 and not line.capital[at] and line.gaps[at + 1] == " "
    return line.particle(at) and len(line.keys[at]) > 1


def _after_courtesy(line: Line, first: int) -> bool:
    """Whether a title stands before a name, so that its first word may be a surname: `M. Couve de Murville`."""
    return first > 0 and line.joined(first) and line.keys[first - 1] in TITLES


# --- by use ---------------------------------------------------------------------------------------------------------


def standing_alone(lines: Iterable[Line], wanted: set[str]) -> set[str]:
    """Those of the `wanted` keys that stand somewhere, capitalised, without another name word beside them: `Roa`,
    `President Mobutu`, `Miró’s letter`; not behind an article."""
    return {
        line.keys[at]
        for line in lines
        if not line.shouting and not wanted.isdisjoint(line.keys)
        for at in line.capitals
        if line.keys[at] in wanted and _alone(line, at)
    }


def _alone(line: Line, at: int) -> bool:
    before, after = at - 1, at + 1
    if at and line.joined(at):
        word = line.keys[before]
        if word in ARTICLES or line.particle(before):
            return False
        opener = line.opens(before) and word in word_list("common_words")
        if line.capital[before] and word not in TITLES and not opener:
            return False
    return after == len(line.words) or not line.joined(after) or not (line.capital[after] or line.particle(after))


def used_surname(line: Line, first: int, surname: int, last: int, alone: set[str], names: set[tuple[str, ...]]) -> int:
    """The atom at which the surname of a full name begins by what the document calls the person: by the end of the name
    (`Azeredo da Silveira`) or its beginning (`Raúl Roa`), which are other `names` of the document, or by a word that
    stands `alone` (`Roa`)."""
    for at in range(first + 1, surname):
        if tuple(line.keys[at:last]) in names or (tuple(line.keys[first : at + 1]) in names and _callable(line, at)):
            return at
    return next((at for at in range(first, surname) if _callable(line, at) and line.keys[at] in alone), surname)


def _callable(line: Line, at: int) -> bool:
    """Whether somebody may be called by a word of his name that is neither the last one nor a known given name."""
    word = line.keys[at]
    if len(word) < 3 or not line.capital[at] or line.particle(at) or word in TITLES:
        return False
    return not listed(word, ("given_names", *NO_NAMES))
