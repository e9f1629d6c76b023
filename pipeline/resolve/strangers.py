"""Persons that no authority file knows, read from the way in which the document names them.

    Mr. Henry Carter      a title and a name                 → Carter, Henry
    Rodger P. Davies      a given name and a surname         → Davies, Rodger P.
    Ambassador (Bowles)   an office and a name in brackets   → Bowles
    John C. Guthrie, Director, SOV   an entry of a list of participants

Found once, such a person is looked for by the surname in the whole document, like a person of the authority files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.authority.words import word_list
from pipeline.grammar.names import FEMALE_TITLES, FORENAME_TITLES, MALE_TITLES, PARTICLES, SUFFIXES, words
from pipeline.resolve.mentions import TITLES, Line, capital_runs

SURE_TITLES = words(
    """mr mrs ms miss dr sir messrs senator senators congressman ambassador ambassadors lady dame professor herr frau
    monsieur mme lord premier admiral colonel lt sergeant adm col capt gen amb sen mayor judge m comrade"""
)
"""Titles after which a capitalised word is a name unless it is known to be something else."""
_PERSON_ROLE = re.compile(
    r"(?:Ambassador|Minister|Secretary|President|Adviser|Assistant|Director|Chairman|Counselor|Representative|Chargé|Consul|Officer|"
    r"Deputy|Chief|Premier|Chancellor|Large|State|Affairs|General|Attaché|Delegate)[\w\s,’'.-]{0,60}$"
)


@dataclass(frozen=True, slots=True)
class Stranger:
    """An unknown person's name in a line: atoms `first` to `last`, the surname from `surname` on."""

    line: Line
    first: int
    surname: int
    last: int
    titles: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The name as it stands, without titles."""
        found = self.line.atoms
        return self.line.passage.text[found[self.first].start : found[self.last - 1].end]

    @property
    def surname_text(self) -> str:
        """The surname as it stands."""
        found = self.line.atoms
        return self.line.passage.text[found[self.surname].start : found[self.last - 1].end]

    @property
    def forename_text(self) -> str:
        """Forenames and initials as they stand, with their points."""
        found = self.line.atoms
        return self.line.passage.text[found[self.first].start : found[self.surname].start].strip()

    @property
    def gender(self) -> str:
        """`M` or `F` where the title says so."""
        found = set(self.titles)
        return "F" if found & FEMALE_TITLES else "M" if found & MALE_TITLES - {"m", "lord"} else ""


def strangers(line: Line, free: Sequence[bool]) -> Iterator[Stranger]:
    """Names of unknown persons among the free atoms of a line."""
    for first, last in capital_runs(line, free):
        yield from _in_run(line, first, last)


def _nameable(line: Line, at: int) -> bool:
    """Whether an atom may be a surname: not a word of the map, of offices, of things, not a single letter."""
    atom = line.atoms[at]
    if len(atom.text) < 2 or not atom.capital or atom.key in TITLES or atom.key in SUFFIXES:
        return False
    if atom.text.isupper() and len(atom.text) <= 5 and not line.shouting:
        return False
    if line.shouting and atom.key in word_list("common_words"):
        return False
    return not (atom.key in word_list("office_words") or atom.key in word_list("geography"))


def _in_run(line: Line, first: int, last: int) -> Iterator[Stranger]:
    titled = first
    while titled < last and line.keys[titled] in TITLES and not (titled > first and len(line.atoms[titled].text) == 1):
        titled += 1
    titles = tuple(line.keys[first:titled])
    if (
        not titles
        and first > 0
        and line.keys[first - 1] in TITLES
        and line.atoms[first - 1].capital
        and line.joined(first)
    ):
        titles = (line.keys[first - 1],)
    start = titled
    if titles and (found := _after_title(line, start, last, titles)) is not None:
        yield found
        return
    yield from _full_names(line, start, last)


def _trim(line: Line, start: int, last: int) -> int:
    """The end of a name that begins at `start`: before the first word that is no part of a name."""
    end = start
    while end < last:
        atom = line.atoms[end]
        single = len(atom.text) == 1 or atom.key in PARTICLES or (atom.text.isupper() and len(atom.text) == 2)
        if not single and not _nameable(line, end) and atom.key not in word_list("given_names"):
            break
        if atom.key in word_list("thing_words") and end > start and atom.key not in word_list("given_names"):
            break
        end += 1
        if atom.possessive:
            break
    while end > start and (line.keys[end - 1] in PARTICLES or len(line.atoms[end - 1].text) == 1):
        end -= 1
    return end


def _after_title(line: Line, start: int, last: int, titles: tuple[str, ...]) -> Stranger | None:
    if start >= last:
        return None
    end = _trim(line, start, min(last, start + 5))
    if end <= start or not _nameable(line, end - 1):
        return None
    sure = titles[-1] in SURE_TITLES
    size = end - start
    if titles[-1] in FORENAME_TITLES and size == 1 and line.keys[start] in word_list("given_names"):
        return None
    if not sure and (
        line.keys[start] in word_list("common_words") or (size == 1 and line.keys[start] in word_list("thing_words"))
    ):
        return None
    if not sure and size == 1 and end < last and line.atoms[end].capital and line.keys[end] not in TITLES:
        return None
    return Stranger(line, start, _surname(line, start, end), end, titles)


def _surname(line: Line, first: int, last: int) -> int:
    """The atom at which the surname begins: the last one, with hyphens and particles before it."""
    at = last - 1
    while at > first and (line.gap(at) in ("-", "‑") or (line.keys[at - 1] in PARTICLES and at - 1 >= first)):
        at -= 1
    return at


def _full_names(line: Line, first: int, last: int) -> Iterator[Stranger]:
    given = word_list("given_names")
    at = first
    while at < last - 1:
        key = line.keys[at]
        named = key in given and key not in word_list("geography") and not (
            line.opens(at) and key in word_list("common_words"))  # fmt: skip
        initial = (
            len(line.atoms[at].text) == 1 and line.passage.text[line.atoms[at].end : line.atoms[at].end + 1] == "."
        )
        if not (named or (initial and at + 2 < last and line.keys[at + 1] in given)):
            at += 1
            continue
        end = _trim(line, at, min(last, at + 5))
        if end - at >= 2 and _nameable(line, end - 1) and not _thing_after(line, end):
            yield Stranger(line, at, _surname(line, at + 1, end), end)
        at = max(end, at + 1)


def _thing_after(line: Line, end: int) -> bool:
    if end >= len(line.atoms) or line.atoms[end - 1].possessive or line.gap(end) != " ":
        return False
    after = line.atoms[end]
    return after.capital and after.key in word_list("thing_words")


_BRACKETED = re.compile(r"\((?P<name>[A-Z][\w’'ʼ-]+)\)")


def bracketed(line: Line, free: Sequence[bool]) -> Iterator[Stranger]:
    """`the Ambassador at Large (Bowles)`: a name in brackets after an office, in headings and lists."""
    if line.passage.where not in ("head", "participants", "note", "list"):
        return
    text = line.passage.text
    for match in _BRACKETED.finditer(text):
        at = next((n for n, atom in enumerate(line.atoms) if atom.start == match.start("name")), None)
        if (
            at is None
            or not free[at]
            or not _nameable(line, at)
            or not _PERSON_ROLE.search(text[: match.start()].rstrip())
        ):
            continue
        last = at + 1
        while last < len(line.atoms) and line.atoms[last].end <= match.end("name"):
            last += 1
        yield Stranger(line, at, at, last, ())
