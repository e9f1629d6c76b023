"""Forenames that no list has, told by what stands beside them.

    Kwame Nkrumah said that …            two words that are nothing else, before a verb of speech
    Fazlollah Zahedi … Ardeshir Zahedi   a word that is nothing else, before the surname of somebody named

A word is nothing else if no list has it, the document does not write it small, and it ends like no English noun.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from pipeline.authority.words import NO_NAMES, listed, word_list
from pipeline.grammar.names import PEERAGES, words
from pipeline.resolve.compounds import surname_behind
from pipeline.resolve.eastern import eastern_end
from pipeline.resolve.lines import ENDING, TITLES, Line
from pipeline.resolve.mentions import PLACING
from pipeline.resolve.strangers import Stranger
from pipeline.resolve.surnames import nameable

_LISTS = (*NO_NAMES, "capitals", "person_verbs")
_NO_FORENAME = re.compile(
    r"(?:[aeiou]ry|m[ae]n|ists?|[ai]ans?|[ae]nts?|[^aeiou]ors?|[dtnc]ers?|eers?|ess|ings?|ions?|ments?|ships?|hood|ness"
    r"|isms?|ese|ish|ly|ed|ty|ies|ics?|ward|time|day|off|gram|tel)$"
)
"""Endings of words that are no forenames: `Newsman`, `Economist`, `Undersecretary`, `Privately`."""
_LONGEST = 5
_SAYS = words(
    """said says replied asked stated remarked added thought felt believed told agreed observed noted inquired explained
    suggested responded answered commented emphasized stressed asserted declared recalled wondered argued mentioned
    insisted"""
)
"""Verbs of which only a person is the subject; bodies and papers `reported`, `announced`, `called for`."""


def forename_like(line: Line, at: int) -> bool:
    """Whether a capitalised word is known as nothing else, so that before a surname it may be a forename."""
    return _name_like(line, at) and not _NO_FORENAME.search(line.keys[at]) and line.keys[at] not in PEERAGES


def _name_like(line: Line, at: int) -> bool:
    word, written = line.keys[at], line.words[at]
    if len(written) < 3 or not written[1:].islower() or line.shouting or not nameable(line, at):
        return False
    if word in line.small or at in line.possessive or ENDING.search(word):
        return False
    return not (listed(word, _LISTS) or listed(word.removesuffix("s"), _LISTS))


def speaking(line: Line, free: Sequence[bool]) -> Iterator[Stranger]:
    """`Kwame Nkrumah said`: two or three words that are nothing else, directly before a verb of speech."""
    if line.shouting or _SAYS.isdisjoint(line.keys):
        return
    for last in (at for at, word in enumerate(line.keys) if word in _SAYS and line.gaps[at] == " "):
        if last == 0 or not line.capital[last - 1]:
            continue
        start = last - 1 if _name_like(line, last - 1) and free[last - 1] else last
        while last - start < _LONGEST and 0 < start < last and _goes_before(line, start - 1, free):
            start -= 1
        whole = 1 < last - start < _LONGEST and line.capital[start] and not line.particle(start)
        if whole and _opens_name(line, start):
            titled = start > 0 and line.keys[start - 1] in TITLES
            if not titled and not eastern_end(line, start, last):
                yield Stranger(line, start, surname_behind(line, start, last), last)


def _goes_before(line: Line, at: int, free: Sequence[bool]) -> bool:
    """Whether an atom is a particle or a forename of the name behind it."""
    if not free[at] or not line.joined(at + 1):
        return False
    return line.particle(at) or (line.capital[at] and forename_like(line, at))


def before_surnames(line: Line, free: Sequence[bool], surnames: Set[str]) -> Iterator[Stranger]:
    """`Ardeshir Zahedi`, where a Zahedi has been named: another one, or the same by a fuller name."""
    if line.shouting or surnames.isdisjoint(line.keys):
        return
    for at in line.capitals:
        named = at > 0 and line.keys[at] in surnames and line.gaps[at] == " " and free[at - 1] and line.capital[at - 1]
        if named and forename_like(line, at - 1) and _opens_name(line, at - 1):
            yield Stranger(line, at - 1, at, at + 1)


def _opens_name(line: Line, at: int) -> bool:
    """Whether a name may begin at an atom: no capitalised word is joined to it, but a title or one that opens the
    sentence (`Later Fuad Koprulu said`)."""
    before = line.keys[at - 1] if at else ""
    if before in PLACING and line.gaps[at] == " ":
        return False
    if not before or not line.capital[at - 1] or not line.joined(at):
        return True
    return before in TITLES or (line.opens(at - 1) and before in word_list("common_words"))
