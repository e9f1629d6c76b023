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
from pipeline.grammar.names import FEMALE_TITLES, FORENAME_TITLES, MALE_TITLES, PARTICLES, SUFFIXES, NameParts, words
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
    def parts(self) -> NameParts:
        """The name taken apart."""
        return NameParts(self.surname_text, self.forename_text, self.titles)

    @property
    def gender(self) -> str:
        """`M` or `F` where the title says so."""
        found = set(self.titles)
        return "F" if found & FEMALE_TITLES else "M" if found & MALE_TITLES - {"m", "lord"} else ""


def strangers(line: Line, free: Sequence[bool]) -> Iterator[Stranger]:
    """Names of unknown persons among the free atoms of a line."""
    for first, last in capital_runs(line, free):
        yield from _in_run(line, first, last)


_CONTRACTION = re.compile(r"\w+[’'ʼ](?:ve|re|ll|d|m|t|s|VE|RE|LL|D|M|T|S)")


def _nameable(line: Line, at: int) -> bool:
    """Whether an atom may be a surname: not a word of the map, of offices, of things, not a single letter."""
    atom = line.atoms[at]
    if len(atom.text) < 2 or not atom.capital or atom.key in TITLES or atom.key in SUFFIXES:
        return False
    if _CONTRACTION.fullmatch(atom.text) or line.hyphen(at):
        return False
    if atom.text.isupper() and len(atom.text) <= 5 and not line.shouting:
        return False
    if line.shouting and atom.key in word_list("common_words"):
        return False
    return not (atom.key in word_list("office_words") or atom.key in word_list("geography"))


def _in_run(line: Line, first: int, last: int) -> Iterator[Stranger]:
    at = first
    if first > 0 and line.keys[first - 1] in TITLES and line.atoms[first - 1].capital and line.joined(first):
        found = _after_title(line, first, last, (line.keys[first - 1],))
        if found is not None:
            yield found
            at = found.last
    while at < last:
        named = next((n for n in range(at, last) if line.keys[n] in TITLES and len(line.keys[n]) > 1), last)
        yield from _full_names(line, at, named)
        end = named
        while end < last and line.keys[end] in TITLES:
            end += 1
        found = _after_title(line, end, last, line.keys[named:end]) if named < last else None
        if found is not None:
            yield found
        at = max(end, found.last if found else end, at + 1)


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
    while end > start and _no_end(line, start, end - 1):
        end -= 1
    return end


def _no_end(line: Line, start: int, at: int) -> bool:
    """Whether a name cannot end with an atom: a particle, an initial, or a word that the document uses otherwise."""
    if line.keys[at] in PARTICLES or len(line.atoms[at].text) == 1:
        return True
    return at > start and line.keys[at] in line.small and line.keys[at] in word_list("common_words")


def _after_title(line: Line, start: int, last: int, titles: Sequence[str]) -> Stranger | None:
    if start >= last:
        return None
    end = _trim(line, start, min(last, start + 5))
    if end <= start or not _nameable(line, end - 1):
        return None
    sure = titles[-1] in SURE_TITLES
    size = end - start
    if titles[-1] in FORENAME_TITLES and size == 1 and line.keys[start] in word_list("given_names"):
        return None
    if not sure and line.keys[start] in line.small:
        return None
    if not sure and (
        line.keys[start] in word_list("common_words") or (size == 1 and line.keys[start] in word_list("thing_words"))
    ):
        return None
    if not sure and size == 1 and end < last and line.atoms[end].capital and line.keys[end] not in TITLES:
        return None
    return Stranger(line, start, _surname(line, start, end), end, tuple(titles))


def _surname(line: Line, first: int, last: int) -> int:
    """The atom at which the surname begins: the last one, with hyphens and particles before it."""
    at = last - 1
    while at > first and (
        line.gap(at) in ("-", "‑") or (line.keys[at - 1] in PARTICLES and len(line.keys[at - 1]) > 1)
    ):
        at -= 1
    return at


def _full_names(line: Line, first: int, last: int) -> Iterator[Stranger]:
    given = word_list("given_names")
    at = first
    while at < last - 1:
        key = line.keys[at]
        word = key in word_list("geography") or (line.opens(at) and key in word_list("common_words"))
        named = key in given and not word
        initial = (
            len(line.atoms[at].text) == 1 and line.passage.text[line.atoms[at].end : line.atoms[at].end + 1] == "."
        )
        if not (named or (initial and at + 2 < last and line.keys[at + 1] in given)):
            at += 1
            continue
        end = _trim(line, at, min(last, at + 5))
        last_given = line.keys[end - 1] in given and line.keys[end - 1] not in word_list("geography")
        if end - at >= 2 and (_nameable(line, end - 1) or last_given) and not _thing_after(line, end):
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


_TELLS = words("told asked informed saw met advised assured thanked telephoned called invited urged warned reminded")


ENOUGH = 2
"""Evidence that makes a bare word a person's name."""


def bare_names(line: Line, free: Sequence[bool]) -> Iterator[tuple[Stranger, int]]:
    """Words that stand where only a person can stand, with the weight of the evidence: before `said` or after `told`
    (2), as a label or in a row with other names (1)."""
    if line.shouting:
        return
    for at in line.capitals:
        atom = line.atoms[at]
        if not free[at] or len(atom.text) < 4 or atom.text.isupper() or not _nameable(line, at):
            continue
        if line.opens(at) and _ADVERB.search(atom.key):
            continue
        if atom.key in line.small or any(
            atom.key in word_list(n) for n in ("common_words", "given_names", "thing_words")
        ):
            continue
        if not _single(line, at):
            continue
        signs = line.passage.where == "closer" and len(line.atoms) == 1
        weight = 2 * (signs or _says(line, at) or _addressed(line, at)) or int(
            _label(line, at) or _in_row(line, at, free)
        )
        if weight:
            yield Stranger(line, at, at, at + 1), weight


def _single(line: Line, at: int) -> bool:
    """Whether no other capitalised word, no article and no adjective of the map is joined to it."""
    before = at > 0 and line.gap(at) == " " and (line.atoms[at - 1].capital or line.keys[at - 1] in ("the", "a", "an"))
    after = at + 1 < len(line.atoms) and line.gap(at + 1) == " " and line.atoms[at + 1].capital
    return not after and (not before or (line.opens(at - 1) and line.keys[at - 1] in _OPENERS))


_ADVERB = re.compile(r"(?:ly|ing|ed)$")
_OPENERS = words("when while if as after before then but and although since because that whether here later today")


def _label(line: Line, at: int) -> bool:
    end = line.atoms[at].end
    return at == 0 and line.passage.text[end : end + 1] == ":"


def _says(line: Line, at: int) -> bool:
    return at + 1 < len(line.atoms) and line.gap(at + 1) == " " and line.keys[at + 1] in word_list("person_verbs")


def _addressed(line: Line, at: int) -> bool:
    return at > 0 and line.gap(at) == " " and line.keys[at - 1] in _TELLS


def _in_row(line: Line, at: int, free: Sequence[bool]) -> bool:
    """Whether a name that is known is joined to it by a comma, `and` or a hyphen on both sides or next to it."""
    before = _linked(line, at - 1, at, free)
    after = _linked(line, at, at + 1, free)
    return before or after


def _linked(line: Line, left: int, right: int, free: Sequence[bool]) -> bool:
    if left < 0 or right >= len(line.atoms):
        return False
    if line.gap(right) in ("-", "–"):
        return not (free[left] and free[right])
    if line.keys[right] == "and" or line.keys[left] == "and":
        outer = right + 1 if line.keys[right] == "and" else left - 1
        return 0 <= outer < len(line.atoms) and not free[outer] and line.gap(max(left, right)) in (" ", ", ")
    return False
