"""Names that only the document's own company explains: given names and initials.

Sir David asked …            the only person here with that given name
Good for you, Henry.         the same, without a title: less sure
K: …  D: …                   initials of two who talk, as labels
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from pipeline.authority.words import nicknames, pet_forms
from pipeline.grammar.names import FORENAME_TITLES, PARTICLES, keys
from pipeline.model import Certainty, Person
from pipeline.resolve.homonyms import Verdict
from pipeline.resolve.lines import Line
from pipeline.resolve.reading import Reading, keys_of, ordinary

_INITIALS = re.compile(r"([A-Z]{1,3})[:.](?=\s|$)")


def allude(reading: Reading, free: Sequence[tuple[Line, int]]) -> None:
    """Both of these, in order; `free` are the capitalised atoms that no mention has taken."""
    _given_names(reading, free)
    _labels(reading)


# --- given names ----------------------------------------------------------------------------------------------------


def _given_names(reading: Reading, free: Sequence[tuple[Line, int]]) -> None:
    """Given names of the only person here who has them: after `Sir`, or alone inside a sentence."""
    owners: dict[str, dict[str, Person]] = defaultdict(dict)
    for person in reading.people():
        for given in _given_forms(person):
            owners[given][person.id] = person
    here = [(line, at) for line, at in free if line.keys[at] in owners]
    if not here:
        return
    knights = _knights(reading)
    for line, at in here:
        people = list(owners[line.keys[at]].values())
        titled = _after_sir(line, at)
        if titled and len(people) > 1:
            people = [person for person in people if person.id in knights]
        if len(people) != 1:
            continue
        person, start, end = people[0], line.starts[at], line.ends[at]
        label = f"given name of {person.label}"
        if titled:
            reading.claim(line, start, end, "persName", person, Verdict(None, *_KNIGHT, label))
        elif _alone(line, at) and not line.shouting and _called(reading, line, at, person):
            reading.claim(line, start, end, "persName", person, Verdict(None, *_FIRST_NAME, label))


def _knights(reading: Reading) -> set[str]:
    """Ids of those before whose full names the document puts `Sir` or the like."""
    called = reading.decided(m for m in reading.mentions if m.titles and m.titles[-1] in FORENAME_TITLES)
    return {m.index.persons[verdict.person].id for m, verdict in called if verdict.person is not None}


_KNIGHT = (Certainty.HIGH, "persons/given-name")
_FIRST_NAME = (Certainty.MEDIUM, "persons/given-name-alone")


def _called(reading: Reading, line: Line, at: int, person: Person) -> bool:
    """Whether a person may be called by a given name alone: it is the first, and nobody's surname unless somebody is
    addressed (`Good for you, Henry.`)."""
    given = line.keys[at]
    first = {forms[0] for name in person.names if (forms := keys(name.forename))}
    if not (given in first or not first.isdisjoint(nicknames().get(given, ()))):
        return False
    addressed = line.gaps[at] == ", " and line.gaps[at + 1][:1] in (".", ",", "?", "!", "\n")
    return (addressed or given not in reading.index) and not ordinary(given, given=False)


def _given_forms(person: Person) -> set[str]:
    """Keys of the given names of a person and of their pet forms; initials left out."""
    own = {given for name in person.names for given in keys_of(name.forename) if given not in PARTICLES}
    return own.union(*(pet_forms().get(given, ()) for given in own))


def _after_sir(line: Line, at: int) -> bool:
    return at > 0 and line.joined(at) and line.capital[at - 1] and line.keys[at - 1] in FORENAME_TITLES


def _alone(line: Line, at: int) -> bool:
    """Whether a word stands alone: no capitalised word joined to it before or after."""
    before = at > 0 and line.joined(at) and line.capital[at - 1] and line.keys[at - 1] not in ("dear", "mr")
    after = at + 1 < len(line.words) and line.joined(at + 1) and line.capital[at + 1]
    return not before and not after


# --- initials -------------------------------------------------------------------------------------------------------


def _labels(reading: Reading) -> None:
    """Labels of initials that occur twice or more: of participants, else of persons in the heading, else of any."""
    found: dict[str, list[Line]] = defaultdict(list)
    for line in reading.lines:
        match = _INITIALS.match(line.passage.text)
        if match and (match.end() == len(line.passage.text.rstrip()) or match[0].endswith(":")):
            found[match[1]].append(line)
    if "Q" in found:  # questions and answers, not persons
        found = {initials: lines for initials, lines in found.items() if initials not in ("Q", "A")}
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
