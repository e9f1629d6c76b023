"""A passage as names are read in it: its atoms, and which of them may belong to one name.

    Line("Gen. Abd al-Karim Qasim’s aide")   atoms gen, abd, al, karim, qasim (possessive), aide
    line.joined(at), line.particle(at)       whether an atom goes on with the name before it

Atoms in the names of ships, firms and places (`of_things`) belong to no name of a person.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property
from itertools import accumulate, chain, compress, count

from pipeline.authority.words import first_words_of_things, listed, things, word_list
from pipeline.grammar.counters import COUNTERS
from pipeline.grammar.names import (
    ABBREVIATED_TITLES,
    APOSTROPHES,
    COURTESY,
    FRENCH_FORENAMES,
    HYPHENED_PARTICLES,
    PARTICLES,
    PERSONAL_TITLES,
    SUFFIXES,
    WITH_AYN,
    is_possessive,
    key,
    parted,
    words,
)
from pipeline.model import Passage

PLURAL_TITLES = words(
    """messrs secretaries ambassadors senators presidents ministers generals professors congressmen drs ladies lords
    premiers comrades comrs cdes representatives congresswomen governors judges justices admirals colonels deputies
    chancellors commissioners chairmen undersecretaries counselors counsellors"""
)
COMRADES = words("comrade comrades comr comrs cde cdes tov")
"""Titles that are also written with a small letter: `comrs. Gromyko and Dobrynin`."""
TITLES = PERSONAL_TITLES | PLURAL_TITLES
CLOSE = frozenset({" ", ". ", ".", "-", "‑", " “", "” ", ' "', '" ', "–", ".-", "] ", " [", "].", "]"})
"""What may stand between the atoms of one name."""
_APOSTROPHE = re.compile(f"[{APOSTROPHES}]")
_ENDING_S = re.compile(f"[{APOSTROPHES}][sS]")
_STOPS = re.compile(r"[.?!:;…]|[“\"]|\d\)|[•]")
_SHORTENED = words("wm geo chas jos thos mcg robt edw benj alex fredk")
"""Forenames as they are abbreviated with a point."""
ENDING = re.compile(
    r"""(?:[^aeiouy]ed|[aeiou][^aeiou]{1,3}ing|ized|ises?|ally|[^aeiou]ly           # SEEMED, MEETING, DESCRIBED, FIRMLY
    |tions?|sions?|ments?|ness|it(?:y|ies)|[ae]nces?|ively|ful|ous|[ai]bles?|isms?)$""",
    re.VERBOSE,
)
"""Endings of verbs and nouns, by which a word in capitals is known to be no name."""
_NUMERALS = words("ii iv vi ix xi xv xx")
"""Numbers of rulers, which are no initials: a sentence ends in `King Hassan II. He said`."""
_DETERMINERS = words("the a an his her its their our that this these those it he she they him them us me")
_POINTED = ABBREVIATED_TITLES | _SHORTENED
HYPHENS = ("-", "‑")
"""What joins two atoms without a space."""
ARTICLES = frozenset({"the", "a", "an"})
_SHIPS = words("uss usns hms hmas hmcs hmnzs rms mv uscgc usat hmt pns rfa")
_DOTTED_SHIPS = frozenset(
    {("u", "s", "s"), ("h", "m", "s"), ("r", "m", "s"), ("s", "s"), ("m", "v"), ("u", "s", "n", "s")}
)
_SHIPS_UNLESS_TITLED = words("ss ins")
"""Abbreviations before the name of a ship; `SS` and `INS` are also bodies, and then a title may follow."""
_SHIP_LETTERS = _SHIPS | _SHIPS_UNLESS_TITLED | {"s", "v"}
_BEFORE_SHIP = (" ", ". ", " “", ' "')
_LONGEST_SHIP = 4
"""Words that the name of a ship may have: `U.S.S. Franklin D. Roosevelt`."""
_HEADLINED = frozenset(
    f"{verb}{ending}"
    for ending in ("s", "es")
    for verb in words(
        """meet discuss call visit see urge warn tell ask say reject accept agree announce arrive attack brief comment
        confirm criticize deny depart describe express give leave make oppose outline predict press present propose
        raise reiterate reply report request respond return review seek send speak stress suggest support take thank
        want welcome"""
    )
)
"""Verbs as subject lines in capitals have them: `PRESIDENT CARTER MEETS ANDREOTTI`."""


class Line:
    """A passage with its atoms, in columns by the number of the atom.

    `words` are the atoms as written, without possessive endings, `keys` their keys, `starts` and `ends` their places,
    `gaps` what stands before each (a line break before the first and after the last), `capital` whether each begins
    with a capital letter. `capitals` are the numbers of those that do, `possessive` of those that had an ending `’s`,
    `divided` of capitalised ones that a hyphen and a small letter follow (`Khru-shchev`). `shouting`: the passage is
    typed in capitals, so that a capital says nothing; `small` are the words that the document also writes with a small
    letter, set when all its lines are known. `ends` are places of the passage at which a line was ended on purpose: no
    name goes over them. `monsieur`: the document calls people `M. Jusserand`, so that `M.` before a forename is no
    initial.
    """

    def __init__(
        self,
        passage: Passage,
        ends: Iterable[int] = (),
        *,
        monsieur: bool = False,
    ) -> None:
        self.passage = passage
        self.small: frozenset[str] = frozenset()
        self.monsieur = monsieur
        completed = "[" in passage.text and _COMPLETED.search(passage.text) is not None
        parts = _completed(passage.text) if completed else parted(passage.text)
        bounds = list(accumulate(map(len, parts)))
        self.words, self.starts, self.ends = parts[1::2], bounds[:-1:2], bounds[1::2]
        if completed:
            self.words = [re.sub(r"[\[\]]", "", word) for word in self.words]
        self.gaps = parts[::2]
        self.gaps[0] = self.gaps[-1] = "\n"
        for end in ends:
            self.gaps[bisect_left(self.starts, end)] = "\n"
        self.possessive = self._without_endings()
        self.keys = list(map(key, self.words))
        self.capital = [word[0].isupper() for word in self.words]
        if any(elided in passage.text for elided in _ELIDED_AS) and _ELIDED.search(passage.text):
            self._capitalize_elided()
        self.capitals = list(compress(count(), self.capital))
        self.divided = self._divided() if "-" in self.gaps else frozenset()
        self.shouting = self._shouts()

    def _without_endings(self) -> frozenset[int]:
        """Cut off the possessive endings; the atoms that had one."""
        found = frozenset(self._possessives())
        for at in found:
            self.words[at] = self.words[at][:-2]
            self.ends[at] -= 2
        return found

    def _possessives(self) -> Iterator[int]:
        for ending in _ENDING_S.finditer(self.passage.text):
            at = bisect_left(self.ends, ending.end())
            if self.ends[at : at + 1] == [ending.end()] and is_possessive(self.words[at]):
                yield at

    def _divided(self) -> frozenset[int]:
        before = {
            at - 1
            for at, gap in enumerate(self.gaps)
            if gap == "-" and self.words[at][0].islower() and not self.particle(at)
        }
        return frozenset(at for at in before if self.capital[at] and at not in self.possessive)

    def _capitalize_elided(self) -> None:
        """Let `d’Estaing` behind a capitalised word count as capitalised."""
        for at in range(1, len(self.words)):
            if self.elided(at) and self.gaps[at] in (" ", ". ") and self.capital[at - 1]:
                self.capital[at] = self.piece(at, -1) not in _no_names_elided()

    def monsieur_at(self, at: int) -> bool:
        """Whether the atom `M.` before another word is Monsieur: before a surname (`M. Lucet`), and before a forename
        that is French (`M. Jules Cambon`, `M. Hervé Alphand`) or where the document calls people so."""
        forename = self.keys[at + 1]
        if self.monsieur or forename not in word_list("given_names") or forename in FRENCH_FORENAMES:
            return True
        return not all(map(str.isascii, self.words[at + 1 : at + 3]))

    def elided(self, at: int) -> bool:
        """Whether an atom begins with the particle `d’`."""
        return _ELIDED.match(self.words[at]) is not None

    def particle(self, at: int) -> bool:
        """Whether an atom is a particle; an article that is also another word only before a hyphen (`as-Sadat`)."""
        word = self.keys[at]
        return word in PARTICLES or (word in HYPHENED_PARTICLES and self.gaps[at + 1] in HYPHENS)

    @cached_property
    def of_things(self) -> frozenset[int]:
        """The atoms of names of ships, firms and places that look like names of persons and are none: `U.S.S. Franklin
        D. Roosevelt`, `Martin Marietta`, `Phan Thiet`."""
        found: set[int] = set()
        if not _SHIP_LETTERS.isdisjoint(self.keys):
            for at in self.capitals:
                if at and at not in found and self._ship_before(at):
                    found.update(range(at, self._ship_end(at)))
        if not first_words_of_things().isdisjoint(self.keys):
            pairs = (at for at in self.capitals if tuple(self.keys[at : at + 2]) in things())
            found.update(one for at in pairs if self.capital[at + 1] and self.joined(at + 1) for one in (at, at + 1))
        return frozenset(found)

    def _ship_end(self, at: int) -> int:
        end = at + 1
        while end < len(self.words) and end - at < _LONGEST_SHIP and self.capital[end] and self.joined(end):
            if self.keys[end] in TITLES:
                break
            end += 1
        return end

    def _ship_before(self, at: int) -> bool:
        """Whether the abbreviation of ships stands directly before an atom."""
        before = self.keys[at - 1]
        if before not in _SHIP_LETTERS or not self.words[at - 1].isupper() or self.gaps[at] not in _BEFORE_SHIP:
            return False
        if len(before) > 1:
            title = self.keys[at] in TITLES or self.keys[at].endswith(("fuhrer", "fuehrer"))
            return before in _SHIPS or not (self.shouting or title)
        first, floor = at - 1, max(0, at - _LONGEST_SHIP)
        while first > floor and self.gaps[first] in (".", ". ", "/") and len(self.keys[first - 1]) == 1:
            first -= 1
        return tuple(self.keys[first:at]) in _DOTTED_SHIPS

    def _shouts(self) -> bool:
        long = [self.words[at] for at in self.capitals if len(self.words[at]) > 3]
        loud = sum(map(str.isupper, long))
        return loud > 1 and loud > 0.7 * sum(1 for word in self.words if len(word) > 3)

    @cached_property
    def beginnings(self) -> Sequence[int]:
        """Atoms at which a name may begin: those with a capital, and particles before them (`de Gaulle`)."""
        found: list[int] = []
        for at in self.capitals:
            first = at
            while first > 0 and not self.capital[first - 1] and self.particle(first - 1):
                first -= 1
            found.extend(range(first, at))
            found.append(at)
        return found

    @property
    def signature(self) -> bool:
        """Whether the passage is a signature."""
        block = self.passage.block
        return block.kind == "signed" or block.get("rend") == "signed"

    def piece(self, at: int, number: int) -> str:
        """The key of the first (0) or last (-1) of the pieces into which its apostrophes part an atom (`o’the`)."""
        word = self.words[at]
        return self.keys[at] if word.isalpha() else key(_APOSTROPHE.split(word)[number])

    def opens(self, at: int) -> bool:
        """Whether atom `at` opens a sentence, a quotation or a line."""
        if at == 0:
            return True
        gap = self.gaps[at]
        if gap in (" ", ", ") or not _STOPS.search(gap):
            return False
        if self.numbered(at - 1):
            return True
        before = self.keys[at - 1]
        return not (
            gap == ". " and (before in ABBREVIATED_TITLES or len(self.words[at - 1]) == 1 or before in SUFFIXES)
        )

    def numbered(self, at: int) -> bool:
        """Whether an atom is a letter that numbers something: `Tab A`."""
        return at > 0 and len(self.words[at]) == 1 and self.gaps[at] == " " and self.keys[at - 1] in COUNTERS

    def parts(self, at: int) -> bool:
        """Whether atom `at` of a line in capitals is a word at which a name ends: `BANZER TOLD KARKASHIAN`. After `Mr.`
        or initials every word may be a name."""
        if not self.shouting:
            return False
        word = self.keys[at]
        if len(word) < 2 or word in TITLES or word in word_list("given_names"):
            return False
        if self.after_courtesy(at) or self._after_initials(at):
            return False
        lists = ("capitals", "common_words", "person_verbs")
        if word in _HEADLINED or listed(word, lists):
            return True
        return (len(word) > 4 and ENDING.search(word) is not None) or self._takes_object(at)

    def after_courtesy(self, at: int) -> bool:
        """Whether `Mr.` or the like stands directly before atom `at`."""
        before = self.keys[at - 1] if at > 0 else ""
        return len(before) > 1 and before in COURTESY and self.gaps[at] in (" ", ". ", ".")

    def says(self, at: int) -> bool:
        """Whether a verb of persons stands as atom `at` directly behind another; behind the last atom none does."""
        return self.gaps[at] == " " and self.keys[at] in word_list("person_verbs")

    def _after_initials(self, at: int) -> bool:
        """Whether initials behind a title, or two of them, stand before atom `at`: `THE HON P J KEATING`."""
        if at < 2 or len(self.keys[at - 1]) != 1 or not self.joined(at) or not self.joined(at - 1):
            return False
        return len(self.keys[at - 2]) == 1 or self.keys[at - 2] in TITLES

    def _takes_object(self, at: int) -> bool:
        """Whether an article or a pronoun follows, as after a verb: `PRESIDENT VOICED HIS THANKS`."""
        return at + 1 < len(self.words) and self.gaps[at + 1] == " " and self.keys[at + 1] in _DETERMINERS

    def joined(self, at: int) -> bool:
        """Whether atom `at` may belong to one name with the atom before it."""
        if at - 1 in self.possessive:
            return False
        gap = self.gaps[at]
        if gap == " " or (gap == " ‘" and self.keys[at] in WITH_AYN):
            return True
        before = self.keys[at - 1]
        if gap == ") ":
            return before in word_list("given_names") and self.gaps[at - 1].endswith("(")
        size = len(self.words[at - 1])
        if gap not in CLOSE or (gap == ". " and self.gaps[at - 1].startswith("-") and size == 2):
            return False
        if gap not in (". ", ".") or before in _POINTED:
            return True
        return size <= 2 and before not in _NUMERALS and not self.numbered(at - 1)


_ELIDED = re.compile(rf"\bd[{APOSTROPHES}](?=[A-ZÀ-Þ])")
_ELIDED_AS = tuple(f"d{apostrophe}" for apostrophe in APOSTROPHES)


@cache
def _no_names_elided() -> frozenset[str]:
    """Words (keys) behind `d’` that are no names of persons: `Chargé d’Affaires`, `Quai d’Orsay`, `Côte d’Ivoire`."""
    return words("affaires affaire etat orsay ivoire azur") | word_list("geography") | word_list("office_words")


_COMPLETED = re.compile(r"(?<!\w)[A-ZÀ-Þ][^\W\d_]{0,2}\[(?!sic\b)[^\W\d_]{2,}\]")
"""A word of which the original has the first letters, and the editor supplies the others: `P[ETITPIERRE]`."""


def _completed(text: str) -> list[str]:
    """A text parted at its atoms, each word that an editor completed being one, brackets included."""
    found, done = [""], 0
    for word in _COMPLETED.finditer(text):
        first, *others = parted(text[done : word.start()])
        found[-1] += first
        found += [*others, word.group(), ""]
        done = word.end()
    first, *others = parted(text[done:])
    return [*found[:-1], found[-1] + first, *others]


_MONSIEUR = re.compile(r"M(?<=[a-z,;:(] M)\. (?:de |du |d[’'])?([A-Z][^\W\d_]+)")


def says_monsieur(passages: Iterable[Passage]) -> bool:
    """Whether a document calls people by `M.` and the surname: `M. Jusserand`, where nothing else can be meant."""
    found = (name for passage in passages for name in _MONSIEUR.findall(passage.text))
    return any(key(name) not in word_list("given_names") for name in found)


def vocabulary(lines: Iterable[Line]) -> frozenset[str]:
    """The words of three letters and more that a document writes with small letters."""
    written = set(chain.from_iterable(line.words for line in lines))
    return frozenset(word for word in written if len(word) > 2 and word.islower())
