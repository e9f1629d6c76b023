"""Names that only the document's own company explains: given names, initials, misread names.

Sir David asked …            the only person here with that given name
Good for you, Henry.         the same, without a title: less sure
K: …  D: …                   initials of two who talk, as labels
Kusnetsov observed …         one letter from Kuznetsov, who takes part: named, and a finding
Kennedy said …               somebody who speaks though not present, where a Kuznetsov is: a finding
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace

from rapidfuzz.distance import OSA

from pipeline.authority.words import nicknames
from pipeline.grammar.names import FORENAME_TITLES, key, keys
from pipeline.model import Certainty, Person
from pipeline.resolve.homonyms import Verdict
from pipeline.resolve.mentions import Line
from pipeline.resolve.near import Near
from pipeline.resolve.reading import Named, Reading, keys_of, ordinary

_INITIALS = re.compile(r"([A-Z]{1,3})[:.](?=\s|$)")


def allude(reading: Reading) -> None:
    """All of these, in order."""
    _given_names(reading)
    _labels(reading)
    _misread(reading)
    _contradictions(reading)


def _free_capitals(reading: Reading) -> Iterator[tuple[Line, int]]:
    """Capitalised atoms that no mention has taken."""
    for line, free in zip(reading.lines, reading.free(), strict=True):
        for at in line.capitals:
            if free[at]:
                yield line, at


# --- given names ----------------------------------------------------------------------------------------------------


def _given_names(reading: Reading) -> None:
    """Given names of the only person here who has them: after `Sir`, or alone inside a sentence."""
    owners: dict[str, dict[str, Person]] = defaultdict(dict)
    for person in reading.people():
        for given in _given_forms(person):
            owners[given][person.id] = person
    sole = {given: next(iter(people.values())) for given, people in owners.items() if len(people) == 1}
    for line, at in _free_capitals(reading):
        person = sole.get(line.keys[at])
        if person is None:
            continue
        atom = line.atoms[at]
        label = f"given name of {person.label}"
        if _after_sir(line, at):
            reading.claim(line, atom.start, atom.end, "persName", person, Verdict(None, *_KNIGHT, label))
        elif _alone(line, at) and not line.shouting and _called(reading, line, at, person):
            reading.claim(line, atom.start, atom.end, "persName", person, Verdict(None, *_FIRST_NAME, label))


_KNIGHT = (Certainty.HIGH, "persons/given-name")
_FIRST_NAME = (Certainty.MEDIUM, "persons/given-name-alone")


def _called(reading: Reading, line: Line, at: int, person: Person) -> bool:
    """Whether a person may be called by a given name alone: it is the first, and nobody's surname unless somebody is
    addressed (`Good for you, Henry.`)."""
    given = line.keys[at]
    first = {forms[0] for name in person.names if (forms := keys(name.forename))}
    if not (given in first or not first.isdisjoint(nicknames().get(given, ()))):
        return False
    addressed = line.gap(at) == ", " and line.gap(at + 1)[:1] in (".", ",", "?", "!", "\n")
    return (addressed or given not in reading.index) and not ordinary(given, given=False)


def _given_forms(person: Person) -> set[str]:
    """Keys of the given names of a person and of their pet forms; initials left out."""
    own = {given for name in person.names for given in keys_of(name.forename)}
    return own | {pet for pet, full in nicknames().items() if full & own}


def _after_sir(line: Line, at: int) -> bool:
    return at > 0 and line.joined(at) and line.atoms[at - 1].capital and line.keys[at - 1] in FORENAME_TITLES


def _alone(line: Line, at: int) -> bool:
    """Whether a word stands alone: no capitalised word joined to it before or after."""
    before = at > 0 and line.joined(at) and line.atoms[at - 1].capital and line.keys[at - 1] not in ("dear", "mr")
    after = at + 1 < len(line.atoms) and line.joined(at + 1) and line.atoms[at + 1].capital
    return not before and not after


# --- initials -------------------------------------------------------------------------------------------------------


def _labels(reading: Reading) -> None:
    """Labels of initials that occur twice or more: of participants, else of persons in the heading, else of any."""
    found: dict[str, list[Line]] = defaultdict(list)
    for line in reading.lines:
        match = _INITIALS.match(line.passage.text)
        if match and (line.passage.where == "speaker" or match[0].endswith(":")):
            found[match[1]].append(line)
    if not found:
        return
    opening = min(line.passage.offsets[0] for lines in found.values() for line in lines)
    circles = (
        [member.person for member in reading.participants.values()],
        [named.person for named in reading.results if named.person and named.span.start < opening],
        reading.people(),
    )
    for initials, lines in found.items():
        fitting = next((f for people in circles if (f := _fitting(people, initials))), {})
        if len(lines) < 2 or len(fitting) != 1:
            continue
        person = next(iter(fitting.values()))
        verdict = Verdict(None, Certainty.MEDIUM, "persons/initial", f"initial of {person.label}")
        for line in lines:
            reading.claim(line, 0, len(initials), "persName", person, verdict, True)


def _fitting(people: list[Person], initials: str) -> dict[str, Person]:
    return {person.id: person for person in people if _initials_fit(person, initials)}


def _initials_fit(person: Person, initials: str) -> bool:
    name = person.names[0]
    surname = name.surname or name.text
    full = "".join(word[0] for word in re.findall(r"[^\W\d_]+", f"{name.forename} {surname}"))
    return (len(initials) == 1 and surname[:1].upper() == initials) or (len(initials) > 1 and full.upper() == initials)


# --- misreadings ----------------------------------------------------------------------------------------------------


def _misread(reading: Reading) -> None:
    """Names one letter away from the surname of a person who is named here."""
    near = Near(reading.people())
    for line, at in _free_capitals(reading):
        person = near.owner(line.keys[at])
        if person is not None and not _known_word(reading, line.keys[at]):
            _near_name(reading, line, at, person)


def _known_word(reading: Reading, word: str) -> bool:
    """Whether a word is known to be something else than a misread name."""
    return word in reading.small or ordinary(word) or word in reading.index or word in reading.index.given


def _near_name(reading: Reading, line: Line, at: int, person: Person) -> None:
    atom = line.atoms[at]
    verdict = Verdict(None, Certainty.MEDIUM, "persons/near-name", f"one letter from {person.label}")
    reading.claim(line, atom.start, atom.end, "persName", person, verdict)
    reading.find(
        "persons/misreading",
        atom.text,
        f"“{atom.text}” is probably {person.label}.",
        "Add it to the person's names in the authority file, or correct it with choice.",
        line.passage.source(atom.start, atom.end),
    )


def _contradictions(reading: Reading) -> None:
    """Somebody who is no participant speaks twice or more, and a participant's surname begins with the same letter."""
    names = (member.person.names[0] for member in reading.participants.values())
    surnames = list(dict.fromkeys(name.surname for name in names if name.surname))
    if len(surnames) < 2:
        return
    absent = Counter(n.person.id for n in reading.results if n.person and n.speaks and _absent(reading, n))
    for at, named in enumerate(reading.results):
        if named.person is None or not named.speaks or absent[named.person.id] < 2 or not _absent(reading, named):
            continue
        alike = [surname for surname in surnames if key(surname)[:1] == key(named.text)[:1]]
        if not alike:
            continue
        evidence = f"{named.verdict.evidence}; but no participant"
        reading.results[at] = replace(named, verdict=replace(named.verdict, cert=Certainty.LOW, evidence=evidence))
        alike.sort(key=lambda surname: OSA.distance(key(surname), key(named.text)))
        reading.find(
            "persons/misreading",
            named.text,
            f"“{named.text}” speaks here, but is no participant: perhaps misread for {' or '.join(alike[:3])}.",
            "Look at the original; a decision can be recorded with choice.",
            named.span,
        )


def _absent(reading: Reading, named: Named) -> bool:
    person = named.person
    return named.kind == "persName" and person is not None and person.id not in reading.participants
