"""Who is introduced: participants, persons named in full or by title, and persons whom no authority file knows.

    PARTICIPANTS: The Secretary; Mr. Cash   → rusk (holder of the office that day), cash
    Rodger P. Davies … Davies said          → a person made from the document, who is then named by the surname

Whoever is introduced is *established*: a surname that is also a word or a place is a name where it is that person's.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pipeline.authority.entries import slug
from pipeline.authority.index import Index
from pipeline.authority.words import word_list
from pipeline.grammar.names import (
    COURTESY,
    FEMALE_TITLES,
    FORENAME_TITLES,
    NameParts,
    agree,
    alike,
    key,
    keys,
    parse_direct,
    words,
)
from pipeline.model import Authority, CastMember, Office, Organization, Participant, Person, PersonName, Place
from pipeline.resolve.evidence import ENOUGH, bare_names, rows
from pipeline.resolve.homonyms import contradicted, decide, gender_of, gender_of_forename, spoken_for
from pipeline.resolve.mentions import TITLES, Line, Mention, known, titles_before
from pipeline.resolve.near import Near
from pipeline.resolve.offices import holder
from pipeline.resolve.reading import Reading, keys_of, ordinary
from pipeline.resolve.roles import role_words
from pipeline.resolve.strangers import Stranger, bracketed, strangers

_NAME_END = re.compile(r"\s*(?:,|;|\(|–|—|:|\s-\s)")
_HIGH = words("secretary president vice attorney king prime")
"""Words of titles by which their bearers are always called."""
_POLITE = words("mr mrs ms miss dr")
_NO_NAME = re.compile(r"[^\w\s.’'ʼ“”\"()-]")


def introduce(reading: Reading) -> None:
    """Find the names of the authority files, the participants, and the names of strangers."""
    found = _without_contradicted([mention for line in reading.lines for mention in known(line, reading.index)])
    doubtful = _set_doubtful_aside(reading, found)
    _participants(reading)
    _note_named(reading)
    _take_back(reading, doubtful)
    _strangers(reading)
    _note_named(reading)


def _without_contradicted(mentions: list[Mention]) -> list[Mention]:
    """Mentions whose title says that somebody else is meant are left to be found as strangers; so is the surname alone,
    unless the document names its owner otherwise."""
    wrong = [mention for mention in mentions if contradicted(mention)]
    if not wrong:
        return mentions
    bad = set(map(id, wrong))
    good = [mention for mention in mentions if id(mention) not in bad]
    others = {m.persons for m in wrong if m.titles[-1] not in FEMALE_TITLES} - {m.persons for m in good if m.strong}
    return [mention for mention in good if mention.strong or mention.persons not in others]


def _set_doubtful_aside(reading: Reading, found: list[Mention]) -> list[Mention]:
    """Keep the mentions that do not rest on registers and later lists alone; give back the others."""
    doubtful, weights = [], reading.weights
    for mention in found:
        persons = spoken_for(mention, weights)
        if persons:
            reading.mentions.append(mention if persons == mention.persons else replace(mention, persons=persons))
        if persons != mention.persons:
            doubtful.append(mention)
    return doubtful


def _take_back(reading: Reading, doubtful: list[Mention]) -> None:
    """Of the mentions set aside those that may mean a person whom the document has introduced otherwise."""
    introduced = {*reading.participants, *reading.named}
    back = {}
    for mention in doubtful:
        persons = tuple(p for p in mention.persons if mention.index.persons[p].id in introduced)
        if persons:
            back[id(mention.line), mention.first] = replace(mention, persons=persons)
    if back:
        kept = [mention for mention in reading.mentions if (id(mention.line), mention.first) not in back]
        reading.mentions = _in_order(reading, [*kept, *back.values()])


def _in_order(reading: Reading, mentions: list[Mention]) -> list[Mention]:
    order = {id(line): n for n, line in enumerate(reading.lines)}
    return sorted(mentions, key=lambda m: (order[id(m.line)], m.first))


# --- participants ---------------------------------------------------------------------------------------------------


def _participants(reading: Reading) -> None:
    """Every entry of the list of participants becomes a cast member: by name, or by role and date."""
    starts = [m.line.passage.offsets[m.start] for m in reading.mentions]
    for entry in reading.context.facts.participants:
        inside = reading.mentions[bisect_left(starts, entry.span.start) : bisect_left(starts, entry.span.end)]
        person = _participant(reading, entry, inside)
        if person is not None and person.id not in reading.participants:
            reading.participants[person.id] = CastMember(person, entry.role, entry.group, True, party=entry.party)


def _participant(reading: Reading, entry: Participant, inside: Sequence[Mention]) -> Person | None:
    text = " ".join(entry.text.split())
    role = role_words(text)
    if role:
        person = holder(reading, role, entry.group) or reading.person_by_role(text, role)
        reading.roles[role] = person
        return person
    return _listed(reading, entry, inside) or _unlisted(reading, entry, text)


def _listed(reading: Reading, entry: Participant, inside: Sequence[Mention]) -> Person | None:
    """The person of the authority file whom the entry names first."""
    wanted = keys_of(entry.name)
    for mention in inside:
        if wanted and not set(mention.line.keys[mention.first : mention.last]) & wanted:
            continue
        verdict = decide(mention, reading.weights)
        if verdict.person is not None and (mention.strong or not mention.risky or wanted):
            return mention.index.persons[verdict.person]
        return None
    return None


def _unlisted(reading: Reading, entry: Participant, text: str) -> Person | None:
    """A person made from the entry."""
    starts = [line.passage.offsets[0] for line in reading.lines]
    first = max(bisect_right(starts, entry.span.start) - 1, 0)
    lines = reading.lines[first : bisect_left(starts, entry.span.end)]
    found = next((stranger for line in lines for stranger in strangers(line, _atoms_of(entry, line))), None)
    if found and _cut_short(found, entry):
        found = None
    elif text.lower().startswith("the ") and not _names_somebody(found):
        speaks = bool(lines) and lines[0].passage.where == "speaker"
        return reading.person_by_role(text, keys(text)) if speaks else None
    parts = found.parts if found else parse_direct(entry.name or _NAME_END.split(text, maxsplit=1)[0])
    person = person_made(reading, parts, entry.role)
    if person is not None:
        reading.styles.setdefault(person.id, set()).update(keys(text))
    return person


def _cut_short(found: Stranger, entry: Participant) -> bool:
    """Whether a name goes on with a word that is a title elsewhere: `MR MACKENZIE KING`."""
    name = keys(entry.name)
    rest = name[-1:] if name and found.line.keys[found.last : found.last + 1] == [name[-1]] else ()
    return bool(rest) and rest[0] in FORENAME_TITLES


def _names_somebody(found: Stranger | None) -> bool:
    """Whether what stands after `The` is a name (`The Honorable John Smith`), not an office (`The CHIEF WHIP`)."""
    return found is not None and bool(found.forename_text or set(found.titles) & COURTESY)


def _atoms_of(entry: Participant, line: Line) -> list[bool]:
    return [entry.span.start <= line.passage.offsets[start] < entry.span.end for start in line.starts]


def person_made(reading: Reading, parts: NameParts, description: str = "", *, sure: bool = False) -> Person | None:
    """A person made from a name that the document gives; None if it can hardly be one, unless that is `sure`."""
    forename = _NO_NAME.split(parts.forename)[-1].strip()
    surname = key(parts.surname)
    if len(surname) < 3 or parts.surname == parts.surname.lower():
        return None
    if surname in TITLES and not (forename and parts.titles):
        return None
    if not sure and not forename and not parts.titles and ordinary(surname):
        return None
    if _of_office(surname, *keys(forename)) and not {key(title) for title in parts.titles} & _POLITE:
        return None
    ident = reading.free_id(slug(f"{parts.surname} {forename}" if forename else parts.surname))
    name = PersonName(f"{forename} {parts.surname}".strip(), parts.surname, forename)
    office = " ".join(parts.titles).title() if _HIGH & set(parts.titles) else ""
    person = Person(ident, (name,), (Office(office),) if office else (), description, parts.gender)
    return reading.local.setdefault(ident, person)


def _of_office(*name: str) -> bool:
    """Whether a name has a word of offices and bodies, but no given name: `HON. GOVERNMENT MEMBER`."""
    offices, given = word_list("office_words"), word_list("given_names")
    return any(len(word) > 3 and word in offices for word in name) and given.isdisjoint(name[1:])


# --- who is named in full or by title -------------------------------------------------------------------------------


def _note_named(reading: Reading) -> None:
    """Remember who is named in full or by title, and where last."""
    places = [at for at, mention in enumerate(reading.mentions) if mention.strong and not mention.risky]
    decided = list(reading.decided(reading.mentions[at] for at in places))
    for at, (mention, verdict) in zip(places, decided, strict=True):
        if verdict.person is not None:
            ident = mention.index.persons[verdict.person].id
            reading.named[ident] = at
            _note_title(reading, mention, ident)


def _note_title(reading: Reading, mention: Mention, ident: str) -> None:
    """Remember who is called `Mr.` with a forename, and who by the title of an office."""
    office = bool(set(mention.titles) - COURTESY)
    if office:
        reading.titled.add(ident)
    elif mention.titles and mention.given:
        reading.polite.add(ident)


# --- strangers ------------------------------------------------------------------------------------------------------


def _strangers(reading: Reading) -> None:
    """Find the names of persons whom no authority file knows, and where else they are named."""
    free = reading.free()
    _remember(reading, (s for n, line in enumerate(reading.lines) for s in _introduced(line, free[n])))
    _leave_to_strangers(reading)
    _find_again(reading, reading.free())
    free = reading.free()
    _remember(reading, _with_enough(reading, free))
    _find_again(reading, free)


def _with_enough(reading: Reading, free: list[list[bool]]) -> list[Stranger]:
    """Bare words for which the whole document has enough evidence, unless they are places or bodies of the files."""
    other = reading.context.authority.once(_other_names)
    bare = [found for n, line in enumerate(reading.lines) for found in bare_names(line, free[n])]
    weight: Counter[str] = Counter()
    for found, evidence in bare:
        weight[found.line.keys[found.surname]] += evidence
    enough = {name for name, evidence in weight.items() if evidence >= ENOUGH and name not in other}
    return [found for found, _ in bare if found.line.keys[found.surname] in enough]


def _other_names(authority: Authority) -> set[str]:
    """Keys of the names of places and bodies."""
    entries: tuple[Place | Organization, ...] = (*authority.places, *authority.organizations)
    return {key(name) for entry in entries for name in entry.names}


def _leave_to_strangers(reading: Reading) -> None:
    """A surname alone means a stranger who has been named in full, rather than somebody in the authority files whom the
    document does not introduce; `Mr. Dulles` means the stranger called `Mr. [Allen] Dulles`, rather than somebody in
    the files whom the document calls `Secretary Dulles`."""
    full = {key(person.names[0].surname): person.id for person in reading.local.values() if person.names[0].forename}
    polite = {surname for surname, ident in full.items() if ident in reading.polite}
    introduced = {*reading.participants, *reading.named}

    def stays(mention: Mention) -> bool:
        ids = {mention.index.persons[p].id for p in mention.persons}
        surname = mention.line.keys[mention.first]
        if mention.strong:
            mister = bool(mention.titles) and not mention.given and not set(mention.titles) - COURTESY
            return not (mister and surname in polite and ids <= reading.titled - reading.polite)
        return surname not in full or not introduced.isdisjoint(ids)

    if full:
        reading.mentions = [mention for mention in reading.mentions if stays(mention)]


def _introduced(line: Line, free: Sequence[bool]) -> Iterator[Stranger]:
    yield from strangers(line, free)
    yield from bracketed(line, free)
    yield from rows(line, free)


def _remember(reading: Reading, found: Iterable[Stranger]) -> None:
    """Make persons of strangers; one who was named before is completed by a fuller name. A surname one letter away from
    that of somebody introduced is left to be found as misread."""
    near = Near(_introduced_persons(reading))
    by_surname: dict[str, list[str]] = defaultdict(list)
    for person in reading.local.values():
        by_surname[key(person.names[0].surname)].append(person.id)
    for stranger in map(_with_title, found):
        surname = key(stranger.surname_text)
        if not stranger.forename_text and near.owner(surname) is not None:
            continue
        before = next((i for i in by_surname[surname] if _same_person(reading, reading.local[i], stranger)), None)
        if before is not None:
            _complete(reading, before, stranger)
            _note_polite(reading, before, stranger)
            continue
        made = person_made(reading, stranger.parts, sure=stranger.sure)
        if made is not None:
            _note_polite(reading, made.id, stranger)
            reading.named.setdefault(made.id, -1)
            reading.styles.setdefault(made.id, set()).update(stranger.titles)
            if made.id not in by_surname[surname]:
                by_surname[surname].append(made.id)


def _with_title(stranger: Stranger) -> Stranger:
    """A stranger whose forename an editor supplied, with the title before the bracket: `Mr. [Allen] Dulles`."""
    line = stranger.line
    if stranger.titles or line.gaps[stranger.first][-1:] not in ("[", "("):
        return stranger
    return replace(stranger, titles=titles_before(line, stranger.first))


def _note_polite(reading: Reading, ident: str, stranger: Stranger) -> None:
    """Remember a stranger whom the document calls `Mr.` with a forename."""
    said = titles_before(stranger.line, stranger.first)
    if said and stranger.forename_text and not set(said) - COURTESY:
        reading.polite.add(ident)


def _introduced_persons(reading: Reading) -> list[Person]:
    named = (reading.by_id(ident) for ident in reading.named)
    return [*(m.person for m in reading.participants.values()), *(person for person in named if person is not None)]


def _same_person(reading: Reading, person: Person, stranger: Stranger) -> bool:
    """Whether a stranger may be a person of that surname: forenames, if any, agree, and nobody is called `President
    Johnson` who has been introduced as Tom Johnson among others with their titles, nor `Mrs.` who is a Norman."""
    one, other = keys(person.names[0].forename), keys(stranger.forename_text)
    if one and other and not (agree(one[0], other[0]) or alike(one[0], other[0])):
        return False
    genders = {gender_of(person), stranger.gender or gender_of_forename(other)}
    if {"F", "M"} <= genders:
        return False
    known, said = reading.styles.get(person.id, set()), set(stranger.titles)
    if said & _HIGH and one and not other:
        return not known or bool(said & known)
    return not (other and said and not one and known & _HIGH and not said & known)


def _complete(reading: Reading, ident: str, stranger: Stranger) -> None:
    """Give a person whom only the surname was known of the fuller name."""
    person = reading.local[ident]
    reading.styles.setdefault(ident, set()).update(stranger.titles)
    if stranger.forename_text and not person.names[0].forename:
        full = PersonName(stranger.name, stranger.surname_text, stranger.forename_text)
        fuller = replace(person, names=(full,), gender=person.gender or stranger.gender)
        reading.local[ident] = fuller
        if ident in reading.participants:
            reading.participants[ident] = replace(reading.participants[ident], person=fuller)


def _find_again(reading: Reading, free: list[list[bool]]) -> None:
    """Look for the names of the persons made from the document in everything that is still free."""
    people = [person for person in reading.local.values() if person.names[0].kind != "role"]
    if not people:
        return
    index = Index(people)
    found = [m for line, atoms in zip(reading.lines, free, strict=True) for m in known(line, index, atoms)]
    if found:
        reading.mentions = _in_order(reading, [*reading.mentions, *found])
