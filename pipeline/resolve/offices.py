"""Who is behind a role: `The Secretary`, `the Ambassador`.

In this order: the person whose name stands beside it there (`the Ambassador, Lord Inverchapel`); the participant who is
listed by that role alone; the only participant with that role or title; for a role that means one office (`the
Secretary`) its holder at the document's date; the only person before or beside whose name the document puts the title
(`Ambassador Dobrynin called … The Ambassador said`). A role that nobody is behind, but that speaks, is a person known
by the role alone.

Of several holders the one of the record's own government is meant: of the delegation in whose list the role stands, or
of the government whose archive keeps the document and whose name stands above it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace

from pipeline.authority.governments import government_of, names_government, office_government
from pipeline.grammar.names import key
from pipeline.model import CastMember, Certainty, Office, Person
from pipeline.resolve.appositions import appositions, bearers
from pipeline.resolve.homonyms import Verdict
from pipeline.resolve.lines import Line
from pipeline.resolve.mentions import Mention
from pipeline.resolve.reading import Reading
from pipeline.resolve.roles import Role, kind_of, offices_for, roles_in, words_of

LISTED, APPOSED, GUESSED, AT_DATE, BY_TITLE, ALONE = (
    f"persons/role-{how}" for how in ("of-participant", "in-apposition", "of-speaker", "at-date", "by-title", "only")
)  # fmt: skip
"""The rules; only the first two are sure."""
TURNS = 3
"""How often somebody must speak who is taken for the nameless participant."""


def holder(reading: Reading, role: tuple[str, ...], delegation: str = "") -> Person | None:
    """The only holder of the likeliest office at the document's date. `delegation` is the heading under which a list
    has the role; without one, only roles are looked up that mean one office (`one`, `few`)."""
    kind = kind_of(role)
    own = government_of(delegation) or reading.government
    if not reading.date or kind == "many" or (kind == "each" and not delegation):
        return None
    for title in offices_for(role):
        holders = reading.index.holders(title, *reading.dates)
        if kind == "few" and not delegation:
            fitting = [n for n, office in holders if _spoken_of(reading, office)]
        else:
            fitting = _of_government(holders, own, government_of(title))
        if fitting:
            return _only(reading, fitting)
    return None


def _of_government(holders: list[tuple[int, Office]], own: str, said: str) -> list[int]:
    """Those of the holders who serve the record's own government; where that is not known, the one that the title
    itself says. An office that names no government may belong to any."""
    wanted = own or said
    countries = [(number, office_government(office)) for number, office in holders]
    return [number for number, country in countries if country == wanted] or [
        number for number, country in countries if not country
    ]


def _spoken_of(reading: Reading, office: Office) -> bool:
    country = office_government(office)
    return bool(country) and any(names_government(line.passage.text, country) for line in reading.lines)


def _only(reading: Reading, holders: list[int]) -> Person | None:
    """The person of whom all these entries are; of several persons, the only one who takes part."""
    index = reading.index
    if not all(index.same(holders[0], other) for other in holders):
        holders = [h for h in holders if index.persons[h].id in reading.participants]
        if len(set(holders)) != 1:
            return None
    return index.persons[holders[0]]


def name_the_roles(reading: Reading) -> None:
    """Find the names of participants who are listed, or speak, by a role alone and whom no file knows: who is listed
    with that role elsewhere (`The Premier (Hon. E. W. Barrow)`), whose name the role stands beside (`The Foreign
    Secretary, Mr. Lloyd`); or, if only one is nameless, the only person who speaks several times without being listed,
    and is called `Mr.` (`The Acting Secretary` … `Mr. Katzenbach said`)."""
    nameless = {
        words_of(member.person.label): member.person
        for member in reading.participants.values()
        if member.person.id in reading.local and member.person.names[0].kind == "role"
    }
    if not nameless:
        return
    beside = bearers(reading, nameless)
    for role, person in list(nameless.items()):
        bearer = _listed_as(reading, role) or beside.get(role)
        if bearer is not None:
            _name(reading, role, person, bearer, Certainty.HIGH)
            del nameless[role]
    left = [role for role in nameless if role in reading.roles]
    speaker = _unlisted_speaker(reading) if len(left) == 1 else None
    if speaker is not None:
        _name(reading, left[0], nameless[left[0]], speaker, Certainty.MEDIUM)


def _listed_as(reading: Reading, role: tuple[str, ...]) -> Person | None:
    """The only participant with a name whose role is just that."""
    found = [
        member.person
        for member in reading.participants.values()
        if words_of(member.role) == role and member.person.names[0].kind != "role"
    ]
    return found[0] if len(found) == 1 else None


def _name(reading: Reading, role: tuple[str, ...], nameless: Person, person: Person, cert: Certainty) -> None:
    """Let a participant who is known by a role alone be a person with a name."""
    named = reading.participants.get(person.id)
    members = {
        ident: replace(member, person=person, cert=cert) if ident == nameless.id else member
        for ident, member in reading.participants.items()
        if named is None or ident != nameless.id
    }
    reading.participants = {member.person.id: member for member in members.values()}
    if role in reading.roles:
        reading.roles[role] = person
    del reading.local[nameless.id]


def _unlisted_speaker(reading: Reading) -> Person | None:
    """The only person who speaks without being listed; not one whose surname begins like that of somebody present, who
    may be meant (see `misreadings`)."""
    turns: Counter[str] = Counter()
    polite: set[str] = set()
    speaking = (m for m in reading.mentions if m.speaks and m.line.passage.where != "note")
    for mention, verdict in reading.decided(speaking):
        if verdict.person is not None:
            ident = mention.index.persons[verdict.person].id
            turns[ident] += ident not in reading.participants
            polite.update([ident] if mention.polite else [])
    talking = [ident for ident, times in turns.items() if times]
    person = reading.by_id(talking[0]) if len(talking) == 1 else None
    if person is None or turns[person.id] < TURNS or person.id not in polite:
        return None
    initials = {key(member.person.names[0].surname)[:1] for member in reading.participants.values()}
    return None if key(person.names[0].surname)[:1] in initials else person


def take_roles(reading: Reading) -> None:
    """Claim every role with the person behind it."""
    roles = [(line, role) for line in reading.lines for role in roles_in(line)]
    if not roles:
        return
    apposed = appositions(reading, roles)
    called = {**_called(reading, apposed), **_called_now(reading, [role for _, role in roles])}
    said = {role.words for _, role in roles}
    for words, bearer in bearers(reading, said).items():
        called.setdefault(words, [bearer.id])
    behind = {words: _behind(reading, words, called) for words in said}
    named = {id(role): (person, APPOSED) for role, person in apposed}
    for line, role in roles:
        person, rule = named.get(id(role)) or behind[role.words]
        if person is not None:
            _claim(reading, line, role, person, rule)
    talking = {role.words for _, role in roles if role.speaks}
    for line, role in roles:
        if role.words in talking and behind[role.words][0] is None:
            text = role.text[:1].upper() + role.text[1:]
            _claim(reading, line, role, reading.person_by_role(text, role.words), ALONE)


def _called(reading: Reading, apposed: Iterable[tuple[Role, Person]]) -> dict[tuple[str, ...], list[str]]:
    """Title → ids of the persons before whose names it stands (`Ambassador Dobrynin`), each once; those who stand in
    apposition to it included."""
    found: dict[tuple[str, ...], dict[str, None]] = defaultdict(dict)
    for role, person in apposed:
        found[role.words][person.id] = None
    for mention, verdict in reading.decided(m for m in reading.mentions if m.titles):
        if verdict.person is not None:
            found[mention.titles][mention.index.persons[verdict.person].id] = None
    return {titles: list(ids) for titles, ids in found.items()}


def _called_now(reading: Reading, roles: Iterable[Role]) -> dict[tuple[str, ...], list[str]]:
    """Title of an office that one government has but once → those of `_called` who can be meant by it alone: in office
    that day, and called so twice, in a note, or before the title first stands alone (no `President Roosevelt` of a
    later remark, no `former President Eisenhower`)."""
    first: dict[tuple[str, ...], int] = {}
    for role in roles:
        if kind_of(role.words) == "one":
            first.setdefault(role.words, role.passage.offsets[role.start])
    called: dict[tuple[str, ...], Counter[str]] = {words: Counter() for words in first}
    for mention, verdict in reading.decided(m for m in reading.mentions if m.titles in first):
        if verdict.person is None or not _may_hold_office(mention, verdict.person, reading.date):
            continue
        passage = mention.line.passage
        sure = passage.where == "note" or passage.offsets[mention.start] < first[mention.titles]
        called[mention.titles][mention.index.persons[verdict.person].id] += 2 if sure else 1
    return {titles: [ident for ident, times in found.items() if times > 1] for titles, found in called.items()}


_FORMER = re.compile(r"\b(?:[Ff]ormer|[Ll]ate|[Ee]x)[ -](?:\w+ )?$")


def _may_hold_office(mention: Mention, person: int, date: str) -> bool:
    """Whether the person of a titled name may hold an office that day, by the file and by the words before it."""
    start = mention.opening
    held = mention.index.persons[person].offices
    in_office = not held or mention.index.in_office(person, date)
    return in_office and _FORMER.search(mention.line.passage.text, max(0, start - 30), start) is None


def _behind(
    reading: Reading, role: tuple[str, ...], called: dict[tuple[str, ...], list[str]]
) -> tuple[Person | None, str]:
    """Who is behind a role, and by which rule."""
    if role in reading.roles:
        person = reading.roles[role]
        return person, LISTED if reading.participants[person.id].cert == Certainty.HIGH else GUESSED
    titled = called.get(role, [])
    present = {m.person.id for m in reading.participants.values() if _has_role(m, role)}
    present.update(ident for ident in titled if ident in reading.participants)
    if len(present) == 1:
        return reading.by_id(present.pop()), LISTED
    if (in_office := holder(reading, role)) is not None:
        return in_office, AT_DATE
    if len(titled) == 1:
        return reading.by_id(titled[0]), BY_TITLE
    return None, ""


def _has_role(member: CastMember, role: tuple[str, ...]) -> bool:
    """Whether a participant's role ends or begins with the words: `Soviet Ambassador` for `ambassador`; or is another
    word for it: `Secretary of State for Foreign Affairs` for `foreign secretary`."""
    words = tuple(re.findall(r"[^\W\d_]+", member.role.lower()))
    same = member.role.partition(",")[0].lower() in offices_for(role)
    return same or words[-len(role) :] == role or words[: len(role)] == role


def _claim(reading: Reading, line: Line, role: Role, person: Person, rule: str) -> None:
    cert = Certainty.HIGH if rule in (LISTED, APPOSED) else Certainty.MEDIUM
    verdict = Verdict(None, cert, rule, f"{role.text}: {person.label}")
    reading.claim(line, role.start, role.end, "rs", person, verdict, role.speaks)
