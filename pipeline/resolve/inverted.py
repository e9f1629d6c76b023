"""Forenames behind the surname, as Russian papers and lists write them, and the names by the father.

Khrushchev N.S.               initials behind the surname
MIKOYAN, Anastas Ivanovich    a given name and a patronymic behind it, with or without a comma
Anastas Ivanovich             a form of address without surname: nobody is called Ivanovich by it

The names of which patronymics are made stand in `authority/data/patronymic_stems.txt`.
"""

from __future__ import annotations

import re

from pipeline.authority.words import word_list
from pipeline.grammar.names import POST_NOMINALS, words
from pipeline.resolve.lines import Line

_RUSSIAN = words("ya yu ye kh zh sh ch ts")
"""Initials of two letters: `A. Ya. Vyshinsky`."""
INITIALS = frozenset("abcdefghijklmnopqrstuvwxyz") | _RUSSIAN
ABBREVIATIONS = words("us un uk dc ny am pm eo ps nb eg ie ad bc mp kc qc po hq la nz rn pl cc pc mi cp")
"""Two letters with points that are no initials: `U.N. Charter`, `P.S. Attached`."""
_PATRONYMIC = re.compile(r"(?P<stem>\w+?)(?:[iy]?[yi]?(?:ovich|evich|ovna|evna)|ich|inichna|ichna)")


def patronymic(word: str) -> bool:
    """Whether a word (a key) is a name by the father: `ivanovich`, `vasilyevna`; not `shostakovich`."""
    found = _PATRONYMIC.fullmatch(word) if word.endswith(("ich", "vna", "chna")) else None
    return found is not None and found["stem"] in word_list("patronymic_stems")


def addressed(line: Line, at: int) -> bool:
    """Whether a given name and a patronymic stand at an atom: `Anastas Ivanovich`; not `Djordje Petrovich`."""
    after = at + 1
    if after >= len(line.words) or not line.capital[at] or not patronymic(line.keys[after]) or not line.joined(after):
        return False
    word, fathers = line.keys[at], word_list("patronymic_stems")
    return word in word_list("russian_women") or any(word[:size] in fathers for size in range(3, len(word) + 1))


def is_initial(line: Line, at: int) -> bool:
    """Whether an atom is an initial with its point."""
    return line.capital[at] and line.keys[at] in INITIALS and line.passage.text.startswith(".", line.ends[at])


def inverted_end(line: Line, last: int) -> int:
    """The end of the forenames behind a surname that ends at atom `last`; 0 if there are none."""
    if last + 1 >= len(line.words) or not line.capital[last] or last - 1 in line.possessive:
        return 0
    if len(line.words[last]) > 2:
        listed = line.gaps[last] == ", " and (line.words[last - 1].isupper() or line.opens(last - 1))
        return last + 2 if (listed or line.gaps[last] == " ") and addressed(line, last) else 0
    if line.gaps[last] != " " or not is_initial(line, last) or not is_initial(line, last + 1):
        return 0
    letters, end = line.keys[last] + line.keys[last + 1], last + 2
    goes_on = end < len(line.words) and line.capital[end] and line.joined(end)
    if goes_on or letters in ABBREVIATIONS or letters in POST_NOMINALS or line.gaps[last + 1] not in (".", ". "):
        return 0
    return end
