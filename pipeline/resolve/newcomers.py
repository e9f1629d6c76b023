"""Persons whom no authority file knows: made from the names by which the document introduces them.

Rodger P. Davies … Davies said           → Davies, Rodger P., who is then named by the surname
Mr. [Allen] Dulles … Mr. Dulles          → Dulles, Allen, not the Secretary whom the files have
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, cached_property

from pipeline.authority.entries import slug
from pipeline.authority.index import Index
from pipeline.authority.words import nicknames, word_list
from pipeline.grammar.names import (
    COURTESY,
    FEMALE_TITLES,
    PARTICLES,
    SUFFIXES,
    SURNAMES_TOO,
    NameParts,
    agree,
    alike,
    key,
    keys,
    unsigned,
    words,
)
from pipeline.model import Authority, Office, Organization, Person, PersonName, Place
from pipeline.resolve.compounds import standing_alone, surname_start, used_surname
from pipeline.resolve.couples import told_apart
from pipeline.resolve.eastern import before_hyphened, called_by_last, surname_comes_first, vietnamese
from pipeline.resolve.evidence import ENOUGH, bare_names, rows
from pipeline.resolve.homonyms import gender_of, gender_of_forename
from pipeline.resolve.lines import TITLES, Line
from pipeline.resolve.mentions import Mention, known, titles_before
from pipeline.resolve.near import Near
from pipeline.resolve.reading import Reading, ordinary
from pipeline.resolve.strangers import Stranger, bracketed, strangers
from pipeline.resolve.unlisted import before_surnames, speaking

_HIGH = words("secretary president vice attorney king prime")
"""Words of titles by which their bearers are always called."""
_POLITE = words("mr mrs ms miss dr")
_OF_RANK = words("hon honorable honourable excellency")
"""Titles that go with any high office: `Secretary Feith` is the `Hon. Douglas J. Feith`."""
_NO_NAME = re.compile(r"[^\w\s.’'ʼ“”\"()-]")


def meet_strangers(reading: Reading) -> None:
    """Find the names of persons whom no authority file knows, and where else they are named."""
    _remember(reading, _by_use(reading, list(_introduced(reading))))
    _remember(reading, _with_unlisted_forenames(reading))
    _leave_to_strangers(reading)
    _find_again(reading)
    _remember(reading, _with_enough(reading))
    _find_again(reading)


def person_made(reading: Reading, parts: NameParts, description: str = "", *, sure: bool = False) -> Person | None:
    """A person made from a name that the document gives; None if it can hardly be one, unless that is `sure`."""
    forename = _NO_NAME.split(parts.forename)[-1].strip()
    surname = " ".join(keys(parts.surname))
    eastern = surname_comes_first(surname, keys(forename)) or before_hyphened(surname, forename)
    known_form = eastern or keys(forename) == ("u",)
    if (len(surname) < 3 and not known_form) or parts.surname == parts.surname.lower():
        return None
    if surname in TITLES and not _surname_too(surname, forename, parts.titles):
        return None
    if not sure and not forename and not parts.titles and ordinary(surname):
        return None
    of_office = not vietnamese(surname, keys(forename)) and _of_office(surname, *keys(forename))
    if of_office and not {key(title) for title in parts.titles} & _POLITE:
        return None
    whole = (parts.surname, forename) if eastern else (forename, parts.surname)
    style = _style_of_wife(reading, parts)
    ident = reading.free_id(slug(f"{parts.surname} {forename} {style}"))
    names = [PersonName(" ".join(filter(None, (style, *whole))), parts.surname, forename)]
    if eastern and called_by_last(surname, keys(forename)):
        called = forename.split()[-1]
        names.append(PersonName(called, called, kind="short"))
    office = " ".join(parts.titles).title() if _HIGH & set(parts.titles) else ""
    person = Person(ident, tuple(names), (Office(office),) if office else (), description, parts.gender)
    return reading.local.setdefault(ident, person)


def _style_of_wife(reading: Reading, parts: NameParts) -> str:
    """The title by which a wife is known who has nothing else of her own: `Madame` Sukarno, `Mrs` Anthony Eden."""
    shared = not reading.shared.isdisjoint(keys(parts.surname))
    own = parts.gender != "F" or gender_of_forename(keys(parts.forename)) == "F"
    return parts.titles[-1].title() if shared and not own else ""


def _surname_too(surname: str, forename: str, titles: Sequence[str]) -> bool:
    """Whether a word that is a title is a surname here: `Samar Sen`, `Mr. Sen`; not `Mr. Secretary`."""
    if forename:
        return bool(titles) or keys(forename)[0] in word_list("given_names")
    polite = not _POLITE.isdisjoint(map(key, titles))
    return polite and surname in SURNAMES_TOO and surname not in word_list("common_words")


def _of_office(*name: str) -> bool:
    """Whether a name has a word of offices and bodies, but no given name: `HON. GOVERNMENT MEMBER`."""
    offices, given = word_list("office_words"), word_list("given_names")
    return any(len(word) > 3 and word in offices for word in name) and given.isdisjoint(name[1:])


# --- names of strangers ---------------------------------------------------------------------------------------------


def _introduced(reading: Reading) -> Iterator[Stranger]:
    """Strangers whose names show by themselves that they are names."""
    for line, free in zip(reading.lines, reading.free(), strict=True):
        if line.capitals:
            yield from strangers(line, free)
            yield from bracketed(line, free)
            yield from rows(line, free)
            yield from speaking(line, free)
            yield from _signing(line, free, personal=reading.context.facts.type == "letter")


class Usage:
    """What a document calls the strangers it introduces, and where their surnames begin by that: `Raúl Roa García`,
    called Roa, is a Roa García, unless he is called García too or somebody else is a Roa. Without `found` they are all
    whom the document introduces, and only sought if a name of several words is asked for."""

    def __init__(self, reading: Reading, found: Sequence[Stranger] | None = None) -> None:
        self._reading = reading
        self._given = found

    @cached_property
    def found(self) -> Sequence[Stranger]:
        return self._given if self._given is not None else list(_introduced(self._reading))

    @cached_property
    def _alone(self) -> set[str]:
        parts = {word for one in self.found for word in one.line.keys[one.first : one.last] if _divides(one)}
        return standing_alone(self._reading.lines, parts)

    @cached_property
    def _others(self) -> set[str]:
        return {one.line.keys[one.surname] for one in self.found if _divides(one)} | set(self._reading.index.firsts)

    @cached_property
    def _names(self) -> set[tuple[str, ...]]:
        return {tuple(one.line.keys[one.first : one.last]) for one in self.found if one.last - one.first > 1}

    def divided(self, one: Stranger) -> Stranger:
        """The stranger with his surname as the document uses it."""
        if not _divides(one):
            return one
        words = set() if one.line.keys[one.last - 1] in self._alone else self._alone - self._others
        surname = used_surname(one.line, one.first, one.surname, one.last, words, self._names)
        return one if surname == one.surname else replace(one, surname=surname)


def _divides(one: Stranger) -> bool:
    """Whether a name has words before its surname among which it may begin."""
    return one.surname > one.first and not one.given


def _by_use(reading: Reading, found: Sequence[Stranger]) -> list[Stranger]:
    """Strangers with their surnames as the document uses them; those whose surname is longer so come first, as the
    fullest forms."""
    usage = Usage(reading, found)
    changed = [(one, usage.divided(one)) for one in found]
    return [*(new for old, new in changed if new is not old), *(old for old, new in changed if new is old)]


def _with_unlisted_forenames(reading: Reading) -> list[Stranger]:
    """Persons of the surname of somebody met, with a forename that no list has: that person, or a relative."""
    met = {key(person.names[0].surname) for person in (*reading.local.values(), *_introduced_persons(reading))}
    lines = zip(reading.lines, reading.free(), strict=True)
    return [one for line, free in lines for one in before_surnames(line, free, met)]


_LONGEST_SIGNATURE = 4


def _signing(line: Line, free: Sequence[bool], *, personal: bool) -> Iterator[Stranger]:
    """The name that is all of a signature, or all of its first line: `LODGE`, `Bryan`, `s/ Tennent H. Bagley`. A given
    name alone is a surname, but under a `personal` letter; initials (`FDK`) name nobody new. What stands twice, as
    where a scan has two layers of text, is one name; a second line of other words must be an office."""
    if not line.signature or not line.words:
        return
    text = line.passage.text
    start = bisect_left(line.starts, text.index(unsigned(text)))
    end = next((at for at in range(start + 1, len(line.words)) if line.gaps[at] == "\n"), len(line.words))
    name, others = line.keys[start:end], line.keys[end:]
    if not 0 < len(name) <= _LONGEST_SIGNATURE or not all(free[start:]):
        return
    if others and others != name and (len(name) == 1 or _no_signature().isdisjoint(others)):
        return
    last = end - (name[-1] in SUFFIXES)
    named = all(line.capital[at] or line.particle(at) for at in range(start, last))
    initials = len(line.words[start]) < (4 if line.words[start].isupper() else 3)
    alone = last == start + 1 and (initials or (personal and name[0] in word_list("given_names")))
    whole = _NAME.fullmatch(text, line.starts[start], line.starts[end] if others else len(text))
    if last > start and named and not alone and whole and _no_signature().isdisjoint(name):
        yield Stranger(line, start, surname_start(line, start, last), last, sure=True)


_NAME = re.compile(r"[^\W\d_][^\d_:;!?]*")


@cache
def _no_signature() -> frozenset[str]:
    """Words that stand where a signature is due, and are part of none."""
    return TITLES | word_list("office_words") | word_list("geography") | word_list("thing_words")


def _with_enough(reading: Reading) -> list[Stranger]:
    """Bare words for which the whole document has enough evidence, unless they are places or bodies of the files."""
    bare = [item for line, free in zip(reading.lines, reading.free(), strict=True) for item in bare_names(line, free)]
    weight: Counter[str] = Counter()
    for found, evidence in bare:
        weight[found.line.keys[found.surname]] += evidence
    other = reading.context.authority.once(_other_names)
    enough = {name for name, evidence in weight.items() if evidence >= ENOUGH and name not in other}
    return [found for found, _ in bare if found.line.keys[found.surname] in enough]


def _other_names(authority: Authority) -> set[str]:
    """Keys of the names of places and bodies."""
    entries: tuple[Place | Organization, ...] = (*authority.places, *authority.organizations)
    return {key(name) for entry in entries for name in entry.names}


# --- who they are ---------------------------------------------------------------------------------------------------


def _remember(reading: Reading, found: Iterable[Stranger]) -> None:
    """Make persons of strangers; one who was named before is completed by a fuller name. A surname one letter away from
    that of somebody introduced is left to be found as misread."""
    near = Near(_introduced_persons(reading))
    by_surname: dict[str, list[str]] = defaultdict(list)
    for person in reading.local.values():
        for called in _callings(person):
            by_surname[called].append(person.id)
    for stranger in map(_with_title, found):
        surname = key(stranger.surname_text)
        if not stranger.forename_text and near.owner(surname) is not None:
            continue
        if len(stranger.forename_text) == len("J.") and not stranger.titles and surname in reading.index:
            continue  # `J. Rusk`, where the files have another of that name: perhaps a misprint
        same = [i for i in by_surname[surname] if _same_person(reading, reading.local[i], stranger)]
        same.sort(key=lambda i: gender_of(reading.local[i]) != stranger.gender)
        ident = next((i for i in same if reading.local[i].names[0].forename), same[0] if same else None)
        if ident is not None:
            _complete(reading, ident, stranger)
        else:
            made = person_made(reading, stranger.parts, sure=stranger.sure)
            if made is None:
                continue
            ident = made.id
            reading.named.setdefault(ident, -1)
            for called in _callings(made):
                if ident not in by_surname[called]:
                    by_surname[called].append(ident)
        _note_style(reading, ident, stranger)


def _callings(person: Person) -> list[str]:
    """The surnames (keys) by which a person may be called: the whole, and the first word of several, with and without
    the particles before it (`Roa` for Roa García, `van Boetzelaer` for van Boetzelaer van Oosterhout)."""
    words = keys(person.names[0].surname)
    first = next((at for at, word in enumerate(words) if word not in PARTICLES), len(words) - 1)
    whole = [key(name.surname) for name in person.names]
    return list(dict.fromkeys([*whole, *words[first : first + 1], " ".join(words[: first + 1])]))


def _introduced_persons(reading: Reading) -> list[Person]:
    named = (reading.by_id(ident) for ident in reading.named)
    return [*(m.person for m in reading.participants.values()), *(person for person in named if person is not None)]


def _with_title(stranger: Stranger) -> Stranger:
    """A stranger whose forename an editor supplied, with the title before the bracket: `Mr. [Allen] Dulles`."""
    line = stranger.line
    if stranger.titles or line.gaps[stranger.first][-1:] not in ("[", "("):
        return stranger
    return replace(stranger, titles=titles_before(line, stranger.first))


def _note_style(reading: Reading, ident: str, stranger: Stranger) -> None:
    """Remember the titles by which the document calls a stranger, and whether it says `Mr.` with a forename."""
    reading.styles.setdefault(ident, set()).update(stranger.titles)
    said = titles_before(stranger.line, stranger.first) if stranger.forename_text else ()
    if said and not set(said) - COURTESY:
        reading.polite.add(ident)


def _same_person(reading: Reading, person: Person, stranger: Stranger) -> bool:
    """Whether a stranger may be a person of that surname: forenames, if any, agree, and nobody is called `President
    Johnson` who has been introduced as Tom Johnson among others with their titles (in a list of participants without
    any title he may be), nor `Mrs.` who is a Norman."""
    one, other = keys(person.names[0].forename), keys(stranger.forename_text)
    if one and other and not _forenames_agree(one[0], other[0]):
        return False
    if vietnamese(key(person.names[0].surname), one) and one[1:] and other[1:] and one[-1] != other[-1]:
        return False  # Ngo Dinh Diem, Ngo Dinh Nhu
    genders = {gender_of(person), stranger.gender or gender_of_forename(other)}
    if "F" in genders and not reading.shared.isdisjoint(keys(stranger.surname_text)):
        genders.add("F" if genders == {"F"} else "M")
    if {"F", "M"} <= genders or (not other and _is_wife(reading, person, stranger)):
        return False
    known, said = reading.styles.get(person.id, set()), set(stranger.titles) - _OF_RANK
    if said & _HIGH and one and not other:
        untitled = all(TITLES.isdisjoint(reading.styles.get(ident, ())) for ident in reading.participants)
        fitting = bool(known & (said | _OF_RANK))
        return not known or fitting or (untitled and person.id in reading.participants)
    return not (other and said and not one and known & _HIGH and not said & known)


def _is_wife(reading: Reading, person: Person, stranger: Stranger) -> bool:
    """Whether somebody is called `Mrs. Thieu` or `Madame Chiang` by the name of her husband, an Eastern one, so that no
    given name tells who is a man (but `Thi` tells a woman). One who has been called `Mrs.` before is she."""
    if (
        stranger.gender != "F"
        or gender_of(person) == "F"
        or not FEMALE_TITLES.isdisjoint(reading.styles.get(person.id, ()))
    ):
        return False
    given = keys(person.names[0].forename)
    return surname_comes_first(key(person.names[0].surname), given) and "thi" not in given


def _forenames_agree(one: str, other: str) -> bool:
    """Whether two forenames (keys) may be one person’s: spellings, an initial, or a pet form (`Jackie`)."""
    pet = one in nicknames().get(other, ()) or other in nicknames().get(one, ())
    return pet or agree(one, other) or alike(one, other)


def _complete(reading: Reading, ident: str, stranger: Stranger) -> None:
    """Give a person whom only the surname was known of the fuller name."""
    person = reading.local[ident]
    name = person.names[0]
    if not stranger.forename_text or name.forename or key(stranger.surname_text) != key(name.surname):
        return
    full = PersonName(stranger.name, stranger.surname_text, stranger.forename_text)
    fuller = replace(person, names=(full,), gender=person.gender or stranger.gender)
    reading.local[ident] = fuller
    if ident in reading.participants:
        reading.participants[ident] = replace(reading.participants[ident], person=fuller)


# --- where else they are named --------------------------------------------------------------------------------------


def _leave_to_strangers(reading: Reading) -> None:
    """A surname alone means a stranger who has been named in full, rather than somebody in the authority files whom the
    document does not introduce (but for husband and wife, who share it); `Mr. Dulles` means the stranger called `Mr.
    [Allen] Dulles`, rather than somebody in the files whom the document calls `Secretary Dulles`."""
    met = (person for person in reading.local.values() if person.names[0].forename)
    full = {surname: person.id for person in met if (surname := key(person.names[0].surname)) not in reading.shared}
    polite = {surname for surname, ident in full.items() if ident in reading.polite}
    introduced = {*reading.participants, *reading.named}

    def stays(mention: Mention) -> bool:
        ids = {mention.index.persons[p].id for p in mention.persons}
        surname = mention.line.keys[mention.first]
        if mention.strong:
            mister = mention.polite and not mention.given
            return not (mister and surname in polite and ids <= reading.titled - reading.polite)
        return surname not in full or not introduced.isdisjoint(ids)

    if full:
        reading.hold(filter(stays, reading.mentions))


def _find_again(reading: Reading) -> None:
    """Look for the names of the persons made from the document in everything that is still free."""
    people = [person for person in reading.local.values() if person.names[0].kind != "role"]
    if not people:
        return
    index = Index(people)
    found = [m for line, free in zip(reading.lines, reading.free(), strict=True) for m in known(line, index, free)]
    if found:
        reading.hold([*reading.mentions, *told_apart(found, reading.shared)])
