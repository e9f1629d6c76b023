"""What may be a surname: a capitalised word that is none of the map, of offices or of things, or is the surname here.

    John S. Service            behind a given name and an initial
    Vijaya Lakshmi Pandit      a title, but behind the forenames
    Eugene Black               a word of bodies and offices (the Black Sea), but behind a forename

How a run of such words is read as a name is in `strangers`.
"""

from __future__ import annotations

import re
from functools import cache

from pipeline.authority.words import listed, word_list
from pipeline.grammar.names import HONOURS_BEHIND, OFFICE_WORDS_TOO, PATRONYMICS, SUFFIXES, SURNAMES_TOO, key, words
from pipeline.resolve.inverted import is_initial
from pipeline.resolve.lines import TITLES, Line

_CONTRACTION = re.compile(r"\w+[’'ʼ](?:ve|re|ll|d|m|t|s|VE|RE|LL|D|M|T|S)")
_GARBLED = re.compile(r"[A-Z]{3}[a-z]")
"""A word that no printer has set so: `TRANSCRJyf`."""
_CABLESE = re.compile(r"[A-Z][a-z]*[a-z](?=[A-Z])")
_PREFIXES = words(
    "mc mac de di du del della la le lo van von fitz o d ben abd abu al el ul san st ap ter ten vander dal"
)
_SAINT = ("st", "saint")


def nameable(line: Line, at: int) -> bool:
    """Whether an atom may be a surname: not a word of the map, of offices, of things, not a single letter."""
    text = line.words[at]
    if len(text) < 2 or not line.capital[at] or at in line.of_things:
        return False
    if line.keys[at] in _no_surnames() and not is_surname_here(line, at):
        return False
    if not text[1:].islower():
        initials = text.isupper() and len(text) <= 5 and not line.shouting and not _named_in_label(line, at)
        if initials or _GARBLED.search(text) or _made_up(text):
            return False
    if (not text.isalpha() or "ʼ" in text) and _CONTRACTION.fullmatch(text):
        return False  # ʼ counts as a letter
    return at not in line.divided and not line.parts(at)


@cache
def _no_surnames() -> frozenset[str]:
    """Words of the map and of offices, titles, and what follows a name."""
    return TITLES | SUFFIXES | HONOURS_BEHIND | word_list("office_words") | word_list("geography")


def _made_up(text: str) -> bool:
    """Whether a word is made of shortened words, as in cables: `EmbOffs`, `ConGen`; not `McCloy`, `DeWitt`."""
    parts = _CABLESE.match(text)
    return parts is not None and key(parts.group()) not in _PREFIXES


def _named_in_label(line: Line, at: int) -> bool:
    """Whether an atom goes on with a name in the label of a speaker, where names stand in capitals: `Mr HAROLD HOLT
    (Higgins)`; not what stands in its bracket."""
    return line.passage.where == "speaker" and at > 0 and line.joined(at) and line.capital[at - 1]


# --- words that are one only where they stand -----------------------------------------------------------------------


def is_surname_here(line: Line, at: int) -> bool:
    """Whether a word that is a title, an office or a thing elsewhere is a surname here."""
    return title_in_name(line, at) or _behind_initial(line, at) or _word_in_name(line, at)


def title_in_name(line: Line, at: int) -> bool:
    """Whether a word that is a title elsewhere is part of the name here: behind a forename that nothing follows
    (`Vijaya Lakshmi Pandit`), beside `son of` (`Sultan bin Abd al-Aziz`)."""
    word, after = line.keys[at], at + 1
    if word not in TITLES:
        return False
    more = after < len(line.words) and line.joined(after)
    if (more and line.keys[after] in PATRONYMICS) or (at and line.keys[at - 1] in PATRONYMICS and line.joined(at)):
        return line.gaps[after] == " " or not more
    of_place = more and line.keys[after] == "of"
    if word not in SURNAMES_TOO or of_place or (more and line.capital[after]) or at == 0 or line.shouting:
        return False
    if line.after_courtesy(at):
        return True  # Miss Pandit
    before = line.keys[at - 1]
    if before in TITLES or before in word_list("common_words") or line.gaps[at] != " ":
        return False
    return line.joined(at) and nameable(line, at - 1)


def _behind_initial(line: Line, at: int) -> bool:
    """Whether a word other than a title stands behind a given name and an initial, so that it is the surname, whatever
    else it is: `John S. Service`."""
    if at < 2 or line.keys[at] in TITLES or not line.joined(at) or not line.joined(at - 1):
        return False
    return is_initial(line, at - 1) and line.keys[at - 2] in word_list("given_names")


def _word_in_name(line: Line, at: int) -> bool:
    """Whether a word of bodies and offices ends a name here: `Eugene Black`, `Ambassador Shirley Temple Black`, but
    not `Frank White House`."""
    if line.keys[at] not in OFFICE_WORDS_TOO or line.shouting or at == 0 or line.gaps[at] not in (" ", ". "):
        return False
    if at + 1 < len(line.words) and line.capital[at + 1] and line.joined(at + 1):
        return False
    if _forename(line, at - 1):
        return at < 2 or line.keys[at - 2] not in _SAINT
    if at < 3 or not line.joined(at - 1) or not _forename(line, at - 2):
        return False
    return line.keys[at - 3] in TITLES and nameable(line, at - 1)


def _forename(line: Line, at: int) -> bool:
    """Whether an atom is a given name and no other word."""
    return is_given(line, at) and not listed(line.keys[at], ("office_words", "common_words"))


def is_given(line: Line, at: int) -> bool:
    """Whether an atom is a given name and no place."""
    given = line.capital[at] and line.keys[at] in word_list("given_names")
    return given and line.keys[at] not in word_list("geography")
