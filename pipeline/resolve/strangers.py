"""Persons that no authority file knows, read from the way in which the document names them.

    Mr. Henry Carter      a title and a name                 → Carter, Henry
    Rodger P. Davies      a given name and a surname         → Davies, Rodger P.
    Ambassador (Bowles)   an office and a name in brackets   → Bowles
    John C. Guthrie, Director, SOV   an entry of a list of participants

Found once, such a person is looked for by the surname in the whole document, like a person of the authority files.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from pipeline.authority.words import listed, word_list
from pipeline.grammar.names import (
    FEMALE_TITLES,
    FORENAME_TITLES,
    HONOURS_BEHIND,
    MALE_TITLES,
    PARTICLES,
    PEERAGES,
    POST_NOMINALS,
    TITLES_WITH_POINT,
    NameParts,
    words,
)
from pipeline.resolve.compounds import surname_behind, surname_start
from pipeline.resolve.eastern import burmese_end, eastern_end, first_surnames
from pipeline.resolve.inverted import ABBREVIATIONS, INITIALS, addressed, inverted_end, is_initial
from pipeline.resolve.lines import COMRADES, HYPHENS, PLURAL_TITLES, TITLES, Line
from pipeline.resolve.mentions import IN_A_ROW, MOST_PARTICLES, capital_runs
from pipeline.resolve.surnames import is_given, is_surname_here, nameable, title_in_name

SURE_TITLES = words(
    """mr mrs ms miss dr sir messrs senator senators congressman ambassador ambassadors lady dame professor herr frau
    monsieur mme lord premier admiral colonel lt sergeant adm col capt gen amb sen mayor judge m comrade comr cde tov
    brig brigadier radm vadm ltc ltcol ltg ltgen majgen brigen briggen sgt cpl cdr cmdr comdr lcdr ldr avm
    senor senora senhor signor mlle madame
    ayatollah hojatoleslam mullah maulana begum sardar shri pandit samdech tunku tengku"""
)
"""Titles after which a capitalised word is a name unless it is known to be something else."""
_PERSON_ROLE = re.compile(
    r"(?:Ambassador|Minister|Secretary|President|Adviser|Assistant|Director|Chairman|Counselor|Representative|Chargé|Consul|Officer|"
    r"Deputy|Chief|Premier|Chancellor|Large|State|Affairs|General|Attaché|Delegate)[\w\s,’'.-]{0,60}$"
)


@dataclass(frozen=True, slots=True)
class Stranger:
    """An unknown person's name in a line: atoms `first` to `last`, the surname from `surname` on; `sure` where only a
    person can be named, though the name is an ordinary word or a given name; `given` is the atom at which the given
    name begins where the surname comes first (`Mao Zedong`)."""

    line: Line
    first: int
    surname: int
    last: int
    titles: tuple[str, ...] = ()
    sure: bool = False
    given: int = 0

    @property
    def name(self) -> str:
        """The name as it stands, without titles; the forenames first."""
        line = self.line
        if self.given and inverted_end(line, self.given):
            return f"{self.parts.forename} {self.surname_text}"
        return _unbracketed(line.passage.text[line.starts[self.first] : line.ends[self.last - 1]])

    @property
    def surname_text(self) -> str:
        """The surname as it stands."""
        line = self.line
        return _unbracketed(line.passage.text[line.starts[self.surname] : line.ends[(self.given or self.last) - 1]])

    @property
    def forename_text(self) -> str:
        """Forenames and initials as they stand, with their points."""
        line = self.line
        first, end = (self.given, line.ends[self.last - 1]) if self.given else (self.first, line.starts[self.surname])
        if self.given and is_initial(line, self.last - 1):
            end += 1
        return _unbracketed(line.passage.text[line.starts[first] : end]).strip(" ‘")

    @property
    def parts(self) -> NameParts:
        """The name taken apart, its initials by themselves: `A.A.` → `A. A.`"""
        return NameParts(self.surname_text, re.sub(r"\.(?=\w)", ". ", self.forename_text), self.titles)

    @property
    def gender(self) -> str:
        """`M` or `F` where the title says so."""
        found = set(self.titles)
        return "F" if found & FEMALE_TITLES else "M" if found & MALE_TITLES - {"m", "lord"} else ""


def _unbracketed(name: str) -> str:
    """A name without the brackets around what an editor supplied: `[Allen] Dulles`, `P[ETITPIERRE]`."""
    return re.sub(r"[\[\]()]", "", name)


_WITHIN = frozenset({"of", "for", "to", "at", "the", "and"})
"""Words that join those of an office."""


def strangers(line: Line, free: Sequence[bool]) -> Iterator[Stranger]:
    """Names of unknown persons among the free atoms of a line: of capitalised words after a title or an office, or
    several with a title or a given name among them."""
    opening = _opening_words()
    previous: Stranger | None = None
    for first, last in capital_runs(line, free):
        opened = last - first > 1 and (
            not opening.isdisjoint(line.keys[first:last])
            or not line.divided.isdisjoint(range(first + 1, last))
            or addressed(line, first)
        )
        before = line.keys[first - 1] if first else ""
        found: Iterable[Stranger] = ()
        if previous and _in_its_row(line, previous, first):
            found = filter(None, (_after_title(line, first, last, previous.titles),))
        elif opened or before in TITLES or (before in _WITHIN and _behind_office(line, first)):
            found = _in_run(line, first, last)
        elif last - first == 1:
            found = filter(None, (_inverted(line, first),))
        for previous in found:
            yield previous


def _in_its_row(line: Line, before: Stranger, first: int) -> bool:
    """Whether a title in the plural goes on to atom `first`: `Messrs. Mason, Slidell and Mann`."""
    if not before.titles or before.titles[-1] not in PLURAL_TITLES:
        return False
    return line.passage.text[line.ends[before.last - 1] : line.starts[first]] in IN_A_ROW


_CITED = words("deb debs res con doc docs rept stat cmd cmnd")
"""What a parliament prints, behind the letters of a house: `H.C. Deb.`, `S.J. Res. 230`, `H.R. Rept. 12`."""


@cache
def _opening_words() -> frozenset[str]:
    return TITLES | word_list("given_names") | first_surnames() | INITIALS | HONOURS_BEHIND | PEERAGES | {"abd"}


def _in_run(line: Line, first: int, last: int) -> Iterator[Stranger]:
    """Names in a run of capitalised words: after the title before it, then full names, and names after its titles."""
    at = first
    found = _after_office(line, first, last) or _after_title_before(line, first, last)
    if found is not None:
        yield found
        at = found.last
    for stranger in _before_honours(line, at, last):
        yield stranger
        at = stranger.last + 1
    while at < last:
        named = at
        while named < last and not _is_title(line, named, first):
            named += 1
        yield from _full_names(line, at, named)
        if named == last:
            return
        at = named + 1
        while at < last and _is_title(line, at, first):
            at += 1
        found = _after_title(line, at, last, line.keys[named:at])
        if found is not None:
            yield found
            at = found.last


def _before_honours(line: Line, first: int, last: int) -> Iterator[Stranger]:
    """Names before `Pasha`, `Bey` and the like: `Hussein Hilmi Effendi`."""
    start = first
    for at in range(first, last):
        if line.keys[at] in TITLES:
            start = at + 1
        elif line.keys[at] in HONOURS_BEHIND:
            named = line.capital[at] and nameable(line, at - 1) and line.keys[at - 1] not in word_list("common_words")
            if 0 < at - start < 4 and named:
                end = _behind_honour(line, at + 1)
                yield Stranger(line, start, surname_start(line, start, end or at), end or at, sure=True)
            start = at + 1


def _behind_honour(line: Line, at: int) -> int:
    """The end of an article and a word that go on with a name behind `Pasha`: `Nuri Pasha as-Said`; 0 if none do."""
    goes_on = at + 1 < len(line.words) and line.gaps[at] == " " and line.particle(at) and line.gaps[at + 1] in HYPHENS
    return at + 2 if goes_on and line.capital[at + 1] else 0


def _is_title(line: Line, at: int, first: int) -> bool:
    """Whether an atom is a title; one of a peer only before a particle, a single letter only at the head of a name
    (`M. Lucet`, `M. Hervé Alphand`), else it is an initial."""
    if line.keys[at] in PEERAGES:
        return at + 1 < len(line.words) and line.particle(at + 1) and not line.capital[at + 1]
    if line.keys[at] not in TITLES or title_in_name(line, at):
        return False
    if len(line.keys[at]) > 1:
        return line.keys[at] not in TITLES_WITH_POINT or line.passage.text.startswith(".", line.ends[at])
    if at != first or at + 1 >= len(line.words) or len(line.keys[at + 1]) == 1:
        return False
    return line.monsieur_at(at)


_OFFICE_NOUNS = (
    *("Secretary", "Minister", "Director", "Representative", "Ambassador"),
    *("Adviser", "Assistant", "Chief", "Counselor"),
)
_OFFICE = re.compile(rf"(?:{'|'.join(_OFFICE_NOUNS)}) (?:of|for|to|at) (?:(?:the|and|of|for|to|[A-Z][\w.]*),? )*$")
"""An office of several words before a name, up to one of them."""
_BEARER_BEHIND = re.compile(r"(?: and|,)(?: [\w,-]+){1,6} \((?:[A-Z][a-z]{0,4}\.|Dr|Mr|Mrs) ")
"""The rest of an office, and its bearer: `Minister for Economic Affairs, Survey and Development (Mr. Mboya)`."""
_OFFICE_WITHIN = 90
"""How many characters before a name such an office may begin."""


def _after_office(line: Line, first: int, last: int) -> Stranger | None:
    """A name after an office of several words: `Secretary of State Rusk`, `Secretary for European Affairs Tyler`."""
    if first == 0 or line.keys[first - 1] not in _WITHIN or not _behind_office(line, first):
        return None
    at = first
    while at < last and _of_office(line, at):
        at += 1
    if at == first or (at < last and _BEARER_BEHIND.match(line.passage.text, line.ends[at])):
        return None
    return _after_title(line, at, last, ("secretary",))


def _of_office(line: Line, at: int) -> bool:
    """Whether an atom is a word of an office or of the map, not an initial that looks so (`A.F. Dobrynin`)."""
    return listed(line.keys[at], ("office_words", "geography", "thing_words")) and not is_initial(line, at)


def _behind_office(line: Line, first: int) -> bool:
    """Whether an office of several words stands before an atom and the word that joins it. (Its noun is looked for
    first, over the words that may stand between; before most atoms there is none.)"""
    start = line.starts[first]
    floor = max(0, start - _OFFICE_WITHIN)
    at = first - 1
    while at > 0 and line.starts[at] > floor and _within_office(line, at) and not _is_office_noun(line, at):
        at -= 1
    return _is_office_noun(line, at) and _OFFICE.search(line.passage.text, floor, start) is not None


def _within_office(line: Line, at: int) -> bool:
    """Whether an atom may stand in an office of several words: capitalised, or joined to one that is (`G8x`)."""
    return line.capital[at] or line.keys[at] in _WITHIN or not line.gaps[at].endswith(" ")


def _is_office_noun(line: Line, at: int) -> bool:
    return line.words[at].endswith(_OFFICE_NOUNS)


def _after_title_before(line: Line, first: int, last: int) -> Stranger | None:
    """A name after a title that stands before the run, such as one that has been taken for a name."""
    if first == 0 or line.keys[first - 1] not in TITLES or not line.joined(first):
        return None
    if not line.capital[first - 1] and line.keys[first - 1] not in COMRADES:
        return None
    if line.keys[first - 1] in TITLES_WITH_POINT and line.gaps[first][:1] != ".":
        return None
    return _after_title(line, first, last, (line.keys[first - 1],))


_LONGEST = 7
"""Atoms that a name may have: `Abd al-Rahman al-Bazzaz`, `Golbery do Couto e Silva`."""


def _trim(line: Line, start: int, last: int) -> int:
    """The end of a name that begins at `start`: before the first word that is no part of a name."""
    end = start
    while end < last:
        word, written = line.keys[end], line.words[end]
        single = len(written) == 1 or line.particle(end) or (written.isupper() and len(written) == 2)
        if not single and not nameable(line, end) and word not in word_list("given_names"):
            break
        if end > start and ((written.isupper() and word in POST_NOMINALS) or _no_more(line, end)):
            break
        end += 1
        if end - 1 in line.possessive:
            break
    while end > start and _no_end(line, start, end - 1):
        end -= 1
    return end


_KEPT = words(
    "papers files memoirs diary diaries appointment collection telephone conversation conversations transcripts"
)
"""What an archive has of a person: `Elsey Papers`, `Walt Rostow Files`."""


def _no_more(line: Line, at: int) -> bool:
    """Whether an atom is no part of the name before it: a thing, or a word after what is a surname already."""
    word, before = line.keys[at], line.keys[at - 1]
    if word in _KEPT:
        return True
    if word in word_list("given_names") or _particle_within(line, at) or is_surname_here(line, at):
        return False
    surname_before = len(line.words[at - 1]) > 2 and before not in word_list("given_names") and before not in PARTICLES
    other = word in word_list("common_words") or word in word_list("geography")
    return word in word_list("thing_words") or (surname_before and other and line.gaps[at] == " ")


def _particle_within(line: Line, at: int) -> bool:
    """Whether an atom is a particle with more of a name behind it: `Golbery do Couto e Silva`, `van den Broek`."""
    for here in range(at, min(at + MOST_PARTICLES, len(line.words) - 1)):
        if not line.particle(here) or not line.joined(here + 1):
            return False
        if line.capital[here + 1] and not line.particle(here + 1):
            return True
    return False


def _no_end(line: Line, start: int, at: int) -> bool:
    """Whether a name cannot end with an atom: a particle, an initial, or a word that the document uses otherwise."""
    if line.particle(at) or len(line.words[at]) == 1:
        return True
    return at > start and line.keys[at] in line.small and line.keys[at] in word_list("common_words")


def _after_title(line: Line, start: int, last: int, titles: Sequence[str]) -> Stranger | None:
    if start >= last:
        return None
    if eastern := _eastern(line, start, last):
        return replace(eastern, titles=tuple(titles))
    if nameable(line, start) and (end := inverted_end(line, start + 1)):
        return Stranger(line, start, start, end, tuple(titles), given=start + 1)
    end = _trim(line, start, min(last, start + _LONGEST))
    if end <= start or not nameable(line, end - 1):
        return None
    sure = titles[-1] in SURE_TITLES
    size = end - start
    word = line.keys[start]
    if titles[-1] in FORENAME_TITLES and titles[-1] != "lord" and size == 1 and word in word_list("given_names"):
        return None
    initial = len(word) == 1 and line.gaps[start + 1].startswith(".")
    if line.particle(start) and size > 1:
        word = line.keys[start + 1]
    if not sure and not initial and (word in line.small or word in word_list("common_words")):
        return None
    if not sure and size == 1 and word in word_list("thing_words"):
        return None
    if not sure and size == 1 and end < last and line.capital[end] and line.keys[end] not in TITLES:
        return None
    return Stranger(line, start, surname_start(line, start, end), end, tuple(titles))


def _full_names(line: Line, first: int, last: int) -> Iterator[Stranger]:
    """Names that open with a given name, with initials, or with a surname that comes first."""
    at = first + 2 * _excellency(line, first, last)
    while at < last:
        if eastern := _eastern(line, at, last):
            if not _thing_after(line, eastern.last) and not _behind_article(line, at, eastern.last):
                yield eastern
            at = eastern.last
            continue
        if behind := _inverted(line, at):
            yield behind
            at = behind.last
            continue
        if not _opens_full_name(line, at, last):
            if end := _initialled(line, at, last):
                yield Stranger(line, at, surname_behind(line, at, end), end)
            at = max(end, at + 1)
            continue
        end = _trim(line, at, min(last, at + _LONGEST))
        if line.signature:
            end = _beside_eastern(line, at, end)
        called = end - at == 2 and addressed(line, at)
        whole = end - at >= 2 and not called and (nameable(line, end - 1) or is_given(line, end - 1))
        if whole and not _thing_after(line, end):
            yield Stranger(line, at, surname_behind(line, at, end), end)
        at = max(end, at + 1)


def _excellency(line: Line, at: int, last: int) -> bool:
    """Whether two letters are His Excellency, not initials: `H.E. Mahmoud Riad`."""
    if line.keys[at : at + 2] != ["h", "e"] or at + 3 >= last:
        return False
    return is_initial(line, at) and is_initial(line, at + 1) and is_given(line, at + 2)


_MOST_INITIALS = 3


def _inverted(line: Line, at: int) -> Stranger | None:
    """A surname at an atom with the forenames behind it: `Smirnovsky M.N.`, `KUZNETSOV, Vasily Vasilyevich`."""
    end = inverted_end(line, at + 1)
    if not end or not nameable(line, at) or (at and line.capital[at - 1] and line.joined(at)):
        return None
    if line.keys[at] in word_list("common_words") or line.keys[at] in line.small or is_given(line, at):
        return None
    return Stranger(line, at, at, end, given=at + 1)


def _beside_eastern(line: Line, first: int, end: int) -> int:
    """Where the first of two names ends that sign side by side, the other with its surname first: `Alan Philip Renouf
    Huang Chen`."""
    return next((at for at in range(first + 2, end - 1) if eastern_end(line, at, end) == end), end)


def _opens_full_name(line: Line, at: int, last: int) -> bool:
    if at == last - 1 or line.gaps[at] == ".":
        return False  # the rest of a dotted abbreviation: `U.N. Harold`
    if line.words[at] == "Abd" and line.particle(at + 1):
        return True  # Abd al-Hamid Sarraj
    if is_given(line, at) and not (line.keys[at] in word_list("common_words") and line.opens(at)):
        return True
    if addressed(line, at):
        return True  # Valeriy Vladimirovich Kostikov
    for here in range(at, min(at + _MOST_INITIALS, last - 2)):
        if not is_initial(line, here):
            return False
        if line.keys[here + 1] in word_list("given_names"):
            return True
    return False


def _initialled(line: Line, first: int, last: int) -> int:
    """The end of two initials and a surname that begin at an atom, or of one initial and the surname of somebody who
    speaks; 0 if there is none."""
    at = first
    while at < min(last - 1, first + 3) and is_initial(line, at):
        at += 1
    letters = "".join(line.keys[first:at])
    if (
        at == first
        or line.gaps[first] == "."
        or letters[:2] in ABBREVIATIONS
        or not nameable(line, at)
        or len(line.words[at]) < 3
    ):
        return 0
    if first and line.capital[first - 1] and line.joined(first) and not _opener(line, first - 1):
        return 0
    if line.keys[at] in word_list("common_words") or line.keys[at] in line.small or line.keys[at] in _CITED:
        return 0
    end = at + 1
    while end < last and (line.gaps[end] in HYPHENS or line.particle(end - 1) or _particle_within(line, end)):
        end += 1
    return end if line.says(end) or (at - first == 2 and not line.shouting) else 0


def _opener(line: Line, at: int) -> bool:
    """Whether a capitalised word before initials is a title or opens the sentence: `Then H. Amin said`."""
    return line.keys[at] in TITLES or (line.opens(at) and line.keys[at] in word_list("common_words"))


def _eastern(line: Line, first: int, last: int) -> Stranger | None:
    """A name that begins at an atom with its surname (`Kim Il Sung`), or with the Burmese `U`."""
    if end := eastern_end(line, first, last):
        return Stranger(line, first, first, end, given=first + 1)
    if end := burmese_end(line, first, last):
        return Stranger(line, first, first + 1, end)
    return None


def _behind_article(line: Line, at: int, end: int) -> bool:
    """Whether an article stands before a name and no noun behind it: a newspaper or a ship (`the Ta Kung Pao said`);
    not `the Kim Il Sung regime`."""
    if at == 0 or line.keys[at - 1] != "the" or line.gaps[at] != " ":
        return False
    noun = end < len(line.words) and line.joined(end) and not line.capital[end] and line.keys[end] not in _AFTER_THINGS
    return not noun and end - 1 not in line.possessive


_AFTER_THINGS = word_list("person_verbs") | words(
    "is was has had will would of in on at by to from for with and or but that which who as are were have could"
)
"""Words before which a name behind an article is complete."""

_FIRMS = words("inc incorporated ltd limited co corp plc gmbh")
"""How firms end: `Arthur D. Little, Inc.`"""


def _thing_after(line: Line, end: int) -> bool:
    if end >= len(line.words) or end - 1 in line.possessive or not line.capital[end]:
        return False
    if line.gaps[end] == ", ":
        return line.keys[end] in _FIRMS
    return line.gaps[end] == " " and (line.keys[end] in word_list("thing_words") or line.keys[end] in _FIRMS)


_BRACKETED = re.compile(r"\((?P<name>[A-Z][\w’'ʼ-]+)\)")


def bracketed(line: Line, free: Sequence[bool]) -> Iterator[Stranger]:
    """`the Ambassador at Large (Bowles)`: a name in brackets after an office, in headings and lists."""
    if line.passage.where not in ("head", "participants", "note", "list"):
        return
    text = line.passage.text
    for match in _BRACKETED.finditer(text):
        start = match.start("name")
        at = bisect_left(line.starts, start)
        if line.starts[at : at + 1] != [start] or not free[at] or not nameable(line, at):
            continue
        if not _PERSON_ROLE.search(text[: match.start()].rstrip()):
            continue
        last = at + 1
        while last < len(line.words) and line.ends[last] <= match.end("name"):
            last += 1
        yield Stranger(line, at, at, last, sure=True)
