"""Names of which the surname comes first, and those of Burma, which have none.

    Kim Il Sung, Chiang Kai-shek, Mao [Zedong]   Korean and Chinese: called by the first word, the surname
    Nguyen Van Thieu, Le Duc Tho                 Vietnamese: sorted by the first word, called by the last (Thieu)
    U Nu, U Kyaw Nyein                           Burmese: a form of address that editors print with the name

The surnames stand in `authority/data/surnames_first*.txt`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from pipeline.authority.words import NO_NAMES, listed, word_list
from pipeline.resolve.lines import HYPHENS, TITLES, Line

_SYLLABLES = re.compile(
    r"(?:(?:zh|ch|sh|ts|tz|hs|ky|hy|kw|hw|gw|ph|th|kh|[bpmfdtnlgkhjqxrzcswy])?[aeiouy]{1,3}(?:ng|nh|rh|[nrklmpth])?){1,2}"
)
"""A Chinese or Korean given name, or a part of one (a key)."""
_HYPHENED = re.compile(rf"{_SYLLABLES.pattern}[-‑]{_SYLLABLES.pattern}")
_LONGEST_SURNAME = 6
_VIETNAMESE = re.compile(r"(?:ngh?|nh|tr|th|ch|kh|ph|gi|qu|dz|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?")
"""A word of a Vietnamese name (a key)."""
_CALLED_BY_SURNAME = frozenset({("ho", "chi", "minh")})
_WORDS_TOO = frozenset({"van", "long", "an", "son", "sang", "hung", "that"})
"""English words that are common in Vietnamese names: `Do Van Ly`, but not `Do Not Touch`."""
_MOST = 4
"""Words of a name."""


@cache
def first_surnames() -> frozenset[str]:
    """The surnames (keys) that come first."""
    lists = ("", "_doubtful", "_vietnamese", "_vietnamese_doubtful")
    return frozenset().union(*(word_list(f"surnames_first{which}") for which in lists))


def surname_comes_first(surname: str, given: Sequence[str]) -> bool:
    """Whether words (keys) are an Eastern name: a surname of the lists, and syllables such as given names are made of.
    `Lee Dong` may be Mr. Dong, `Lee Hu-rak` and `Park Chung Hee` may not."""
    if not given or not word_list("given_names").isdisjoint(given):
        return False
    if vietnamese(surname, given):
        return True
    first = surname in word_list("surnames_first") or (
        len(given) > 1 and surname in word_list("surnames_first_doubtful")
    )
    return first and len(given) < 3 and all(_SYLLABLES.fullmatch(word) for word in given)


def vietnamese(surname: str, given: Sequence[str]) -> bool:
    """Whether words (keys) are a Vietnamese name: `Le Duc Tho`, not `Le Pen`."""
    if (surname, *given) in _CALLED_BY_SURNAME:
        return True
    first = surname in word_list("surnames_first_vietnamese") or (
        len(given) > 1
        and surname in word_list("surnames_first_vietnamese_doubtful")
        and word_list("common_words").isdisjoint({*given} - _WORDS_TOO)
    )
    return first and 0 < len(given) < _MOST and all(_VIETNAMESE.fullmatch(word) for word in given)


def before_hyphened(surname: str, given: str) -> bool:
    """Whether a surname (a key) that no list has comes first, by the given name as written: two syllables joined by a
    hyphen, the second with a small letter (`Feng Yu-hsiang`, `Paik Sun-yup`)."""
    joined = given[:1].isupper() and given[1:].islower() and _HYPHENED.fullmatch(given.lower()) is not None
    if not joined or not 1 < len(surname) <= _LONGEST_SURNAME:
        return False
    return _SYLLABLES.fullmatch(surname) is not None and not listed(surname, ("given_names", *NO_NAMES))


def _hyphened_end(line: Line, first: int) -> int:
    """The end of such a name that begins at an atom, no capitalised word being joined to it but a title before it."""
    end = first + 3
    if first + 1 not in line.divided or line.shouting or line.gaps[first + 1] != " " or line.keys[first] in line.small:
        return 0
    if first and line.joined(first) and line.capital[first - 1] and line.keys[first - 1] not in TITLES:
        return 0
    if end < len(line.words) and (line.gaps[end] in HYPHENS or (line.gaps[end] == " " and line.capital[end])):
        return 0
    given = line.passage.text[line.starts[first + 1] : line.ends[first + 2]]
    return end if before_hyphened(line.keys[first], given) else 0


def eastern_end(line: Line, first: int, last: int) -> int:
    """The end of a name that begins with its surname at an atom, before atom `last`; 0 if there is none."""
    surname = line.keys[first]
    if not line.capital[first]:
        return 0
    if surname not in first_surnames():
        return _hyphened_end(line, first)
    end = _end(line, first, last, _VIETNAMESE, _MOST)
    if vietnamese(surname, line.keys[first + 1 : end]):
        return end
    end = _end(line, first, last, _SYLLABLES, 3)
    broken = end - first == 2 and end - 1 in line.divided
    if not broken and surname_comes_first(surname, line.keys[first + 1 : end]):
        return end
    return _hyphened_end(line, first)


def _end(line: Line, first: int, last: int, syllables: re.Pattern[str], most: int) -> int:
    """How far words go on that are made of these syllables."""
    end = first + 1
    while end < len(line.words) and end - first < most and line.joined(end):
        if not (line.capital[end] and end < last) and line.gaps[end] not in HYPHENS:
            break
        if len(line.keys[end]) < 2 or not syllables.fullmatch(line.keys[end]):
            break
        end += 1
    return end


def burmese_end(line: Line, first: int, last: int) -> int:
    """The end of a Burmese name that begins with `U` at an atom: `U Nu`, `U Ba Swe`; 0 if there is none."""
    end = first + 1
    if line.words[first] != "U" or line.shouting or end >= last or line.gaps[end] != " ":
        return 0
    while end < last and end - first < _MOST and line.gaps[end] == " " and _burmese_word(line, end):
        end += 1
    return end if end > first + 1 else 0


def _burmese_word(line: Line, at: int) -> bool:
    word = line.keys[at]
    return len(word) > 1 and line.words[at][1:].islower() and not listed(word, NO_NAMES)


def called_by_last(surname: str, given: Sequence[str]) -> bool:
    """Whether people speak of a person by the last word of the name, though the surname comes first."""
    return vietnamese(surname, given) and (surname, *given) not in _CALLED_BY_SURNAME
