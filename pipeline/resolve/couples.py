"""Husband and wife named together: which surnames of a document two persons share.

    President Sukarno and Madame Sukarno      the surname of both
    Ambassador and Mrs. Bruce                 hers is printed; he is the Ambassador
    Macmillan and Lady Dorothy                hers is not
    Mrs. Anthony Eden                         hers is his
    President Rhee … Mrs. Rhee                anywhere, by their titles

Where a document names a couple, whoever bears the surname and is not called a woman is the man.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace

from pipeline.authority.words import word_list
from pipeline.grammar.names import COURTESY, FEMALE_TITLES, MARRIED_TITLES, MEN_OF_RANK, WOMEN_IN_POWER, words
from pipeline.resolve.homonyms import gender_of, gender_of_forename
from pipeline.resolve.lines import TITLES, Line
from pipeline.resolve.mentions import Mention

_LONGEST = 4
"""Atoms that her name may have."""
_OF_FORENAMES = words("lady princess queen dame begum")
"""Titles that go with her forename alone."""
_JOINING = MARRIED_TITLES | {"and"}
"""Words of which one stands wherever a couple is named."""
_OF_WIVES = MARRIED_TITLES - words("begum senhora") | {"lady"}


def shared_surnames(lines: Sequence[Line]) -> frozenset[str]:
    """The surnames (keys) of the couples that a document names."""
    together = frozenset(surname for line in lines for surname in _couples_in(line))
    wives = frozenset(surname for line in lines for surname in _titled(line, _OF_WIVES))
    return together | (wives and wives.intersection(name for line in lines for name in _titled(line, MEN_OF_RANK)))


def _titled(line: Line, titles: frozenset[str]) -> Iterator[str]:
    """The surnames (keys) that stand alone behind one of some titles: `Mrs. Rhee`, `President Rhee`; not those of women
    in power, whom both may mean (`Prime Minister Gandhi … Mrs. Gandhi`)."""
    if titles.isdisjoint(line.keys):
        return
    for at, word in enumerate(line.keys[:-1]):
        if word in titles and line.capital[at] and line.capital[at + 1] and line.joined(at + 1):
            first = at + 1 + (line.keys[at + 1] in TITLES)
            name = _name(line, first)
            if len(name) == 1 and name[0] not in WOMEN_IN_POWER:
                yield name[0]


def _couples_in(line: Line) -> Iterator[str]:
    if _JOINING.isdisjoint(line.keys):
        return
    for at, word in enumerate(line.keys[:-1]):
        if word in _JOINING and (surname := _couple_at(line, at) if word == "and" else _by_husbands_name(line, at)):
            yield surname


def _couple_at(line: Line, at: int) -> str:
    """The surname of the couple that `and` at an atom joins; empty if it joins none."""
    if at == 0 or not (line.capital[at - 1] or line.gaps[at - 1] == "-"):
        return ""
    first = at + 1
    wife = line.keys[first : first + 2] == ["his", "wife"]
    first += 2 * wife
    title = line.keys[first] if first < len(line.keys) and line.keys[first] in FEMALE_TITLES else ""
    first += bool(title)
    name = _name(line, first)
    if not name or not (wife or title or gender_of_forename(name) == "F"):
        return ""
    if line.keys[at - 1] in TITLES:
        return name[-1] if title and _is_his(line, at - 1) else ""
    if title == "lady" and line.keys[at - 2] == "sir" and len(name) == 1:
        return name[-1]  # Sir John and Lady Smith
    husband = _name_before(line, at - 1)
    if len(name) == 1 and (wife or title in _OF_FORENAMES) and name[0] in word_list("given_names"):
        return husband[-1]
    return next((word for word in (name[-1], name[0]) if word in (husband[0], husband[-1])), "")


def _name(line: Line, first: int) -> list[str]:
    """The keys of the capitalised words from an atom on that may be one name."""
    last = first
    while last < min(first + _LONGEST, len(line.keys)) and (line.capital[last] or line.particle(last)):
        if (last > first and not line.joined(last)) or line.keys[last] in TITLES or line.parts(last):
            break
        last += 1
    return line.keys[first:last]


def _name_before(line: Line, last: int) -> list[str]:
    """The keys of the words of one name that end with an atom."""
    first = last
    while first > max(0, last + 1 - _LONGEST) and line.joined(first) and line.keys[first - 1] not in TITLES:
        if not (line.capital[first - 1] or line.gaps[first] == "-"):
            break
        first -= 1
    return line.keys[first : last + 1]


def _is_his(line: Line, at: int) -> bool:
    """Whether a title before `and` is that of the husband: `Ambassador and Mrs. Bruce`; with an article, or in a cable
    that leaves articles out, somebody else may be meant (`the President and Mrs. Gandhi`)."""
    if line.keys[at] in FEMALE_TITLES:
        return False
    return line.keys[at] in COURTESY or not (line.shouting or (at and line.keys[at - 1] in ("the", "their", "our")))


def _by_husbands_name(line: Line, at: int) -> str:
    """The surname where a married title at an atom stands before a man's full name: `Mrs. Anthony Eden`."""
    name = _name(line, at + 1) if line.keys[at] in MARRIED_TITLES and line.capital[at] else []
    return name[-1] if len(name) > 1 and gender_of_forename(name) == "M" else ""


def is_hers(mention: Mention) -> bool:
    """Whether a name is a woman's by its title or its forename."""
    if not FEMALE_TITLES.isdisjoint(mention.titles):
        return True
    forenames = mention.line.keys[mention.first : mention.first + mention.given]
    return gender_of_forename(forenames) == "F"


def told_apart(mentions: Iterable[Mention], shared: Set[str]) -> list[Mention]:
    """The mentions of shared surnames with those who can be meant: the woman where she is called one, else the man."""
    return [apart for mention in mentions if (apart := _told_apart(mention, shared)) is not None]


def _told_apart(mention: Mention, shared: Set[str]) -> Mention | None:
    if shared.isdisjoint(mention.line.keys[mention.first : mention.last]):
        return mention
    hers = is_hers(mention)
    meant = tuple(p for p in mention.persons if (gender_of(mention.index.persons[p]) == "F") == hers)
    if meant == mention.persons:
        return mention
    return replace(mention, persons=meant) if meant else None
