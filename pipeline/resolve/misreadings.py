"""Names that are probably misread: each is a finding that proposes who is meant; nothing is ever corrected.

Kusnetsov observed …         one letter from Kuznetsov, who takes part: claimed for him, with less certainty
Kennedy said …               somebody who speaks though not present, where a Kuznetsov is and speaks
Lev Isaakovich Khodelovich   a participant whom no file knows, where the files have a Lev Isaakovich Mendelevich
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rapidfuzz.distance import OSA

from pipeline.authority.index import Index
from pipeline.grammar.names import agree, alike, key, keys
from pipeline.model import CastMember, Certainty, Person
from pipeline.resolve.homonyms import Verdict
from pipeline.resolve.lines import Line
from pipeline.resolve.mentions import titles_before
from pipeline.resolve.near import Near
from pipeline.resolve.reading import Named, Reading, ordinary

ALIKE = 0.45
"""How much of a surname must agree where two forenames do (1: all letters in order)."""
CLOSE = 0.7
"""How much of it where only one forename does."""


# --- one letter from a known name -----------------------------------------------------------------------------------


def near_names(reading: Reading, free: Sequence[tuple[Line, int]]) -> None:
    """Claim names one letter away from the surname of a person who is named here; `free` are the capitalised atoms that
    no mention has taken."""
    near = Near(reading.people())
    found = {word: near.owner(word) for word in {line.keys[at] for line, at in free}}
    owners = {word: owner for word, owner in found.items() if owner is not None and not _known_word(reading, word)}
    for line, at in free if owners else ():
        if line.keys[at] in owners and _may_name(line, at) and not _otherwise_called(line, at, owners[line.keys[at]]):
            _near_name(reading, line, at, owners[line.keys[at]])


def _may_name(line: Line, at: int) -> bool:
    """Whether a word stands as names do; in a line of capitals all do, so a title or a verb must be beside it."""
    if not line.shouting and (line.passage.where != "list" or not line.passage.text.isupper()):
        return True
    return line.says(at + 1) or bool(titles_before(line, at))


def _otherwise_called(line: Line, at: int, person: Person) -> bool:
    """Whether the word before is a name that the person does not have: `Said Halim` is no misread Halil."""
    if at == 0 or line.gaps[at] != " " or not line.capital[at - 1] or line.shouting or line.opens(at - 1):
        return False
    before = line.keys[at - 1]
    if ordinary(before) or titles_before(line, at):
        return False
    return not any(agree(before, word) or alike(before, word) for name in person.names for word in keys(name.text))


def _known_word(reading: Reading, word: str) -> bool:
    """Whether a word is known to be something else than a misread name."""
    return word in reading.small or ordinary(word) or word in reading.index or word in reading.index.given


def _near_name(reading: Reading, line: Line, at: int, person: Person) -> None:
    start, end, written = line.starts[at], line.ends[at], line.words[at]
    verdict = Verdict(None, Certainty.MEDIUM, "persons/near-name", f"one letter from {person.label}")
    reading.claim(line, start, end, "persName", person, verdict)
    reading.find(
        "persons/misreading",
        written,
        f"“{written}” is probably {person.label}.",
        "Add it to the person's names in the authority file, or correct it with choice.",
        line.passage.source(start, end),
    )


# --- who speaks without taking part ---------------------------------------------------------------------------------


def absent_speakers(reading: Reading) -> None:
    """Doubt names that speak twice or more though not present, where a participant's surname begins with the same
    letter."""
    members = [m for m in reading.participants.values() if m.person.names[0].surname]
    if len(members) < 2:
        return
    speaking = Counter(n.person.id for n in reading.results if n.person and n.speaks)
    for at, named in enumerate(reading.results):
        if named.person is None or not _absent(reading, named) or speaking[named.person.id] < 2:
            continue
        likely = _likely(members, speaking, key(named.text))
        if not likely:
            continue
        evidence = f"{named.verdict.evidence}; but no participant"
        reading.results[at] = replace(named, verdict=replace(named.verdict, cert=Certainty.LOW, evidence=evidence))
        names = " or ".join(dict.fromkeys(member.person.names[0].surname for member in likely[:3]))
        reading.find(
            "persons/misreading",
            named.text,
            f"“{named.text}” speaks here, but is no participant: perhaps misread for {names}.",
            "Look at the original; a decision can be recorded with choice.",
            named.span,
        )


def _absent(reading: Reading, named: Named) -> bool:
    person = named.person
    return named.speaks and named.kind == "persName" and person is not None and person.id not in reading.participants


def _likely(members: list[CastMember], speaking: Counter[str], printed: str) -> list[CastMember]:
    """The participants for whom a name may stand: the surname begins alike; those who speak come alone, and who speaks
    most comes first."""
    found = [m for m in members if key(m.person.names[0].surname)[:1] == printed[:1]]
    talking = [m for m in found if speaking[m.person.id]] or found
    return sorted(
        talking, key=lambda m: (-speaking[m.person.id], OSA.distance(key(m.person.names[0].surname), printed))
    )


# --- participants who stand otherwise in the authority files --------------------------------------------------------


def misread_participants(reading: Reading) -> None:
    """Report participants whom no file knows, where the files have one person with the same forenames and nearly the
    same surname, or the same office."""
    places = {named.person.id: named.span for named in reversed(reading.results) if named.person is not None}
    for member in reading.participants.values():
        person = member.person
        if person.id not in reading.local or person.id not in places or not person.names[0].forename:
            continue
        candidates = list(_candidates(reading.index, member, reading.weights.year))
        if len(candidates) == 1:
            reading.find(
                "persons/misreading",
                person.label,
                f"“{person.label}” may be misread for {reading.index.persons[candidates[0]].label}: forenames agree.",
                "Look at the original; a decision can be recorded with choice.",
                places[person.id],
            )


def _candidates(index: Index, member: CastMember, year: int) -> Iterator[int]:
    name = member.person.names[0]
    given, surname = [k for k in keys(name.forename) if len(k) > 2], "".join(keys(name.surname))
    for number, own in enumerate(index.forenames):
        if own.isdisjoint(given) or not index.periods[number].fits(year):
            continue
        agreeing = sum(any(one == other or alike(one, other) for other in own) for one in given)
        likeness = OSA.normalized_similarity(surname, "".join(keys(index.persons[number].names[0].surname)))
        enough = ALIKE if agreeing > 1 else CLOSE
        if likeness >= enough or (agreeing > 1 and _same_office(index, number, member.role)):
            yield number


def _same_office(index: Index, number: int, role: str) -> bool:
    said = {k for k in keys(role) if len(k) > 3}
    known = {k for text, _, _ in index.offices[number] for k in keys(text)}
    return len(said) > 1 and len(said & known) > 0.6 * len(said)
