"""An index over an Authority: persons by the atoms of their names, their forenames, their offices at a date.

    index.at(("ormsby", "gore", "said"), 0)  → the longest name that begins there: length 2, persons (Ormsby Gore,)
    index.holders("secretary of state", "1962-11-09")  → the persons whose office begins so and who held it then

It is built once for an authority (`index_of`) and used for all documents.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, KeysView, Sequence
from dataclasses import dataclass
from functools import cached_property

from pipeline.authority.words import nicknames, pet_forms, word_list
from pipeline.grammar.date_words import FULL_MONTHS
from pipeline.grammar.names import PARTICLES, PATRONYMICS, PERSONAL_TITLES, SUFFIXES, agree, alike, key, keys
from pipeline.model import Authority, Office, Person, PersonName

FULL, SURNAME, SHORT, ALIAS = "full", "surname", "short", "alias"
"""How a form names a person: all of the name, the surname, a part of a name of several words, another name."""

SLACK_BEFORE, SLACK_AFTER = 12, 30
"""Years before the first and after the last known office in which the surname alone may still mean a person."""


ONE_TIME, LATER = 30, 25
"""Years between which the middle half of the offices of a list lies, at most, if it is a list of one time; and years
before these in which its persons may have been spoken of already."""
GRACE = 3
"""Years before and after those of a list in which an office may have been held whose beginning or end it leaves out."""


@dataclass(frozen=True, slots=True)
class Form:
    """A sequence of atoms that may name a person."""

    atoms: tuple[str, ...]
    person: int
    kind: str


@dataclass(frozen=True, slots=True)
class Period:
    """Years in which a person held known offices, was born and died; 0 if unknown."""

    first: int = 0
    last: int = 0
    birth: int = 0
    death: int = 0

    def fits(self, year: int) -> bool:
        """Whether the person may be spoken of in passing in a document of this year."""
        if not year:
            return True
        if (self.death and year > self.death + SLACK_AFTER) or (self.birth and year < self.birth + 18):
            return False
        return not (self.first and year < self.first - SLACK_BEFORE) and not (
            self.last and year > self.last + SLACK_AFTER
        )


def _year(date: str) -> int:
    return int(date[:4]) if date[:4].isdigit() else 0


def _period(person: Person) -> Period:
    starts = [_year(o.start) or _year(o.end) for o in person.offices]
    ends = [_year(o.end) or (_year(o.start) + 4 if o.start else 0) for o in person.offices]
    first, last = min(filter(None, starts), default=0), max(filter(None, ends), default=0)
    if any(not office.start for office in person.offices):
        first = first - SLACK_BEFORE if first else 0
    if any(not office.end for office in person.offices):
        last = last + SLACK_AFTER if last else 0
    return Period(first, last, _year(person.birth), _year(person.death))


def _forenames(person: Person) -> set[str]:
    own = {k for name in person.names for k in keys(name.forename) if len(k) == 1 or k not in PARTICLES}
    return own.union(*(pet_forms().get(forename, ()) for forename in own))


def _shape(name: PersonName) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(surname atoms, forename atoms) of a name; a text without parts that opens with a given name is taken apart."""
    if name.surname:
        return keys(name.surname), keys(name.forename)
    whole = tuple(k for k in keys(name.text) if k not in SUFFIXES)
    if len(whole) in (2, 3) and whole[0] in word_list("given_names") and whole[-1] not in word_list("given_names"):
        return whole[-1:], whole[:-1]
    return whole, ()


def _may_agree(one: str, other: str) -> bool:
    return agree(one, other) or alike(one, other)


_MONTHS = frozenset(key(month) for month in FULL_MONTHS)


def _file(person: Person) -> str:
    return person.source.partition("#")[0]


def _length(forms: tuple[tuple[str, ...], list[Form]]) -> int:
    return len(forms[0])


class Index:
    """Persons by name, forename and office. Persons are numbered in the order of the authority; `firsts` are the atoms
    with which names begin, `given` all their forenames."""

    def __init__(self, persons: Sequence[Person]) -> None:
        self.persons = tuple(persons)
        self.forenames = tuple(_forenames(person) for person in self.persons)
        self.periods = tuple(_period(person) for person in self.persons)
        forms: dict[str, dict[tuple[str, ...], list[Form]]] = defaultdict(lambda: defaultdict(list))
        self.given: set[str] = set()
        self._same: dict[tuple[int, int], bool] = {}
        for number, person in enumerate(self.persons):
            for form in _forms(person, number):
                same = forms[form.atoms[0]][form.atoms]
                if not any(f.person == number for f in same):
                    same.append(form)
            self.given.update(self.forenames[number])
        self._forms = {first: sorted(found.items(), key=_length, reverse=True) for first, found in forms.items()}
        self.firsts: KeysView[str] = self._forms.keys()

    def at(self, atoms: Sequence[str], start: int) -> Iterator[tuple[int, list[Form]]]:
        """(number of atoms, forms) of all names that begin at `start`, the longest first."""
        for sequence, forms in self._forms.get(atoms[start], ()):
            end = start + len(sequence)
            if len(sequence) == 1 or tuple(atoms[start:end]) == sequence:
                yield len(sequence), forms

    def __contains__(self, first: str) -> bool:
        return first in self._forms

    def forename_fits(self, number: int, given: str) -> bool:
        """Whether a word (a key) may be a forename, an initial or a pet form of the person."""
        return given in self.forenames[number] or any(agree(given, own) for own in self.forenames[number])

    def in_office(self, number: int, date: str) -> bool:
        """Whether the person may hold an office at a date; unknown limits do not hinder."""
        return any(holds(o.start, o.end, date) for o in self.persons[number].offices)

    def surely_in_office(self, number: int, date: str) -> bool:
        """Whether the person holds an office at a date of which both limits are known."""
        return any(o.start and o.end and holds(o.start, o.end, date) for o in self.persons[number].offices)

    def same(self, one: int, other: int) -> bool:
        """Whether two entries (of different files) may be the same person: surnames and forenames that agree.

        Files spell names differently (`Castro Ruz, Fidel`, `Castro, Fidel`; `Leonid I.`, `Leonid T.`): what does not
        agree must be made good by descriptions that do.
        """
        pair = (one, other)
        if pair not in self._same:
            self._same[pair] = one == other or self._compare(one, other)
        return self._same[pair]

    def _compare(self, one: int, other: int) -> bool:
        first, second = self._shapes[one], self._shapes[other]
        if first[0][:1] != second[0][:1]:
            return False
        if not first[1] and not second[1]:
            return first[0] == second[0] or self._alike_described(one, other)
        if not (first[0] == second[0] or first[0][0] == second[0][0]):
            return False
        pairs = [(a, b) for a in first[1] for b in second[1] if a == b or alike(a, b) or self._pet(a, b)]
        long = any(len(a) > 2 for a, _ in pairs)
        opening = bool(first[1] and second[1]) and (_may_agree(first[1][0], second[1][0]) or bool(pairs))
        if (
            first[0] == second[0]
            and opening
            and (len(first[1]) < 2 or len(second[1]) < 2 or _may_agree(first[1][1], second[1][1]))
        ):
            return True
        return (long or not first[1] or not second[1]) and self._alike_described(one, other)

    @staticmethod
    def _pet(one: str, other: str) -> bool:
        pets = nicknames()
        return one in pets.get(other, ()) or other in pets.get(one, ())

    def _alike_described(self, one: int, other: int) -> bool:
        a, b = self._described[one], self._described[other]
        return bool(a and b) and len(a & b) >= 0.3 * min(len(a), len(b))

    @cached_property
    def _shapes(self) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
        return [_shape(person.names[0]) for person in self.persons]

    @cached_property
    def _described(self) -> list[frozenset[str]]:
        return [
            frozenset(k for k in keys(person.description) if len(k) > 3 and k not in _MONTHS) for person in self.persons
        ]

    @cached_property
    def times(self) -> dict[str, tuple[int, int]]:
        """File → years between which the middle half of its dated offices lies; a printed list covers a time."""
        years: dict[str, list[int]] = defaultdict(list)
        for person in self.persons:
            for office in person.offices:
                years[_file(person)].extend(year for date in (office.start, office.end) if (year := _year(date)))
        return {
            name: (sorted(found)[len(found) // 4], sorted(found)[(3 * len(found)) // 4])
            for name, found in years.items()
            if len(found) >= 8
        }

    @cached_property
    def _covered(self) -> list[tuple[int, int]]:
        """For every person the years of the list in which the entry stands (see `times`)."""
        return [self.times.get(_file(person), (0, 0)) for person in self.persons]

    def of_its_time(self, number: int, year: int) -> bool:
        """Whether the entry stands in a list of persons of that year (with some years' grace)."""
        first, last = self._covered[number]
        return bool(year and first) and first - GRACE <= year <= last + GRACE

    def out_of_time(self, number: int, year: int) -> bool:
        """Whether the entry stands in a register of many times (all officials since 1800) or in a list of a much later
        time than a year: that nobody else there has the surname says little."""
        first, last = self._covered[number]
        return last - first > ONE_TIME or (bool(year and first) and year < first - LATER)

    @cached_property
    def by_id(self) -> dict[str, Person]:
        """The persons by their ids."""
        return {person.id: person for person in self.persons}

    @cached_property
    def offices(self) -> list[list[tuple[str, str, str]]]:
        """For every person the offices for comparison: text (see `office_text`), start, end."""
        return [[(office_text(o), o.start, o.end) for o in person.offices] for person in self.persons]

    @cached_property
    def _titles(self) -> dict[str, list[tuple[str, int, int]]]:
        """First word of an office → its titles (lower case) with the numbers of the person and of the office."""
        table: dict[str, list[tuple[str, int, int]]] = defaultdict(list)
        for number, held in enumerate(self.offices):
            for at, (text, _, _) in enumerate(held):
                first = _FIRST_WORD.match(text)
                if first is not None:
                    table[first.group()].append((text, number, at))
        return table

    def holders(self, title: str, date: str, last: str = "") -> list[tuple[int, Office]]:
        """The persons who may hold an office whose title begins with `title` (lower case) at a date, or at a time from
        `date` to `last`; each with the office, in the order of the authority. Who has died before is left out."""
        first = _FIRST_WORD.match(title)
        return [
            (number, self.persons[number].offices[at])
            for text, number, at in self._titles.get(first.group() if first else "", ())
            if _begins(text, title) and self._holds(number, at, date, last)
        ]

    def _holds(self, number: int, at: int, date: str, last: str) -> bool:
        person = self.persons[number]
        office = person.offices[at]
        (first, latest), year = self._covered[number], _year(date)
        early = bool(year and first) and not office.start and year < first - GRACE
        late = bool(year and latest) and not office.end and year > latest + GRACE
        if early or late:
            return False  # an office without a date was held in the time of its list
        return holds(office.start, office.end, date, last) and not (person.death and not holds("", person.death, date))


def office_text(office: Office) -> str:
    """An office for comparison: title and body in small letters, without articles (`president of united states`)."""
    body = f" of {office.org}" if office.org and office.org.lower() not in office.title.lower() else ""
    return f"{office.title}{body}".lower().replace(" the ", " ")


_FIRST_WORD = re.compile(r"\w+")


def _begins(text: str, title: str) -> bool:
    """Whether a title is the words or begins with them."""
    return text == title or text.startswith((title + " ", title + ",", title + "-", title + ";"))


def holds(start: str, end: str, date: str, last: str = "") -> bool:
    """Whether a date, or a time from `date` to `last`, may lie within an office; what is unknown does not hinder.
    Partial dates are compared as far as both go (`1963` may be any day of that year)."""
    return not date or (_not_after(start, last or date) and _not_after(date, end))


def _not_after(one: str, other: str) -> bool:
    size = min(len(one), len(other))
    return one[:size] <= other[:size]


_PORTUGUESE = frozenset({"da", "do", "dos", "das", "e"})
"""Particles before the surname by which people are called: Silveira for Azeredo da Silveira."""


def _parts(name: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The parts of a name without comma by which the person may be called: the first word, with and without particles
    before it, and the last, but not the father’s name (`Saud ibn Abd al-Aziz`), and no particle or title alone."""
    first = next((at for at, word in enumerate(name) if word not in PARTICLES), len(name) - 1)
    found = [name[first : first + 1], name[: first + 1]]
    if PATRONYMICS.isdisjoint(name):
        found.append(name[-1:])
    yield from (part for part in found if len(part) < len(name) and _names(part[-1]))


def _names(word: str) -> bool:
    return len(word) > 1 and word not in PARTICLES and word not in PERSONAL_TITLES and not _NUMERAL.fullmatch(word)


_NUMERAL = re.compile(r"x*(?:v|vi{1,3}|ix|xi{1,3})")
"""The number of a ruler: `John XXIII`."""


def _forms(person: Person, number: int) -> Iterator[Form]:
    for name in person.names:
        surname, forename = _shape(name)
        if not surname:
            continue
        if name.kind == "misreading":
            yield Form(surname, number, ALIAS)
            continue
        if not forename and not name.forename and len(surname) > 1:
            yield Form(surname, number, FULL)
            yield from (Form(part, number, SHORT) for part in dict.fromkeys(_parts(surname)))
            continue
        if not (len(person.names) > 1 and len(surname) == 1 and surname[0] in PARTICLES):  # Le Duc Tho, called Tho
            yield Form(surname, number, SURNAME)
        if forename and len(forename[0]) > 1:
            yield Form((*surname, *forename), number, FULL)
        core = tuple(part for part in surname if part not in PARTICLES)
        if core and len(core) < len(surname):
            yield Form(core, number, SURNAME)
        if len(core) > 1:
            yield Form(core[:1], number, SHORT)
            if surname[-2] in _PORTUGUESE:
                yield Form(core[-1:], number, SHORT)
        trailing = tuple(part for part in forename if part in PARTICLES and len(part) > 1)  # but M. E. Dening
        if trailing and forename[-len(trailing) :] == trailing:
            yield Form((*trailing, *surname), number, SURNAME)


def index_of(authority: Authority) -> Index:
    """The index of an authority, built at the first call."""
    return authority.once(_index)


def _index(authority: Authority) -> Index:
    return Index(authority.persons)
