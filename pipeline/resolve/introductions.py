"""Who is introduced: participants, and persons named in full or by title.

    PARTICIPANTS: The Secretary; Mr. Cash   → rusk (holder of the office that day), cash
    Secretary Rusk … Rusk said              → rusk, who is then named by the surname

Whoever is introduced is *established*: a surname that is also a word or a place is a name where it is that person's.
Persons whom no authority file knows are made by `newcomers`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence, Set
from dataclasses import replace

from pipeline.authority.words import word_list
from pipeline.grammar.names import COURTESY, FEMALE_TITLES, FORENAME_TITLES, NameParts, key, keys, parse_direct
from pipeline.model import CastMember, Participant, Person
from pipeline.resolve.couples import told_apart
from pipeline.resolve.homonyms import contradicted, decide, spoken_for
from pipeline.resolve.lines import Line
from pipeline.resolve.mentions import Mention, known
from pipeline.resolve.newcomers import Usage, meet_strangers, person_made
from pipeline.resolve.offices import holder
from pipeline.resolve.reading import Reading, keys_of
from pipeline.resolve.roles import role_words
from pipeline.resolve.strangers import Stranger, strangers

_NAME_END = re.compile(r"\s*(?:,|;|\(|–|—|:|\s-\s)")


def introduce(reading: Reading) -> None:
    """Find the names of the authority files, the participants, and the names of strangers."""
    found = [mention for line in reading.lines for mention in known(line, reading.index)]
    found = told_apart(_without_contradicted(found), reading.shared)
    doubtful = _set_doubtful_aside(reading, found)
    _participants(reading)
    _note_named(reading)
    _take_back(reading, doubtful)
    meet_strangers(reading)
    _note_named(reading)


# --- names of the authority files -----------------------------------------------------------------------------------


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
    kept, doubtful, weights = [], [], reading.weights
    for mention in found:
        persons = spoken_for(mention, weights)
        if persons == mention.persons:
            kept.append(mention)
            continue
        doubtful.append(mention)
        if persons:
            kept.append(replace(mention, persons=persons))
    reading.hold(kept)
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
        reading.hold([*kept, *back.values()])


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
    if mention.polite and mention.given:
        reading.polite.add(ident)
    elif mention.titles and not mention.polite:
        reading.titled.add(ident)


# --- participants ---------------------------------------------------------------------------------------------------


def _participants(reading: Reading) -> None:
    """Every entry of the list of participants becomes a cast member: by name, or by role and date."""
    entries = reading.context.facts.participants
    if not entries:
        return
    mentions = [m.line.passage.offsets[m.start] for m in reading.mentions]
    lines = [line.passage.offsets[0] for line in reading.lines]
    usage = Usage(reading)
    for entry in entries:
        start, end = entry.span.start, entry.span.end
        named = reading.mentions[bisect_left(mentions, start) : bisect_left(mentions, end)]
        printed = reading.lines[max(bisect_right(lines, start) - 1, 0) : bisect_left(lines, end)]
        person = _participant(reading, entry, named, printed, usage)
        if person is not None and person.id not in reading.participants:
            reading.participants[person.id] = CastMember(person, entry.role, entry.group, True, party=entry.party)


def _participant(
    reading: Reading, entry: Participant, named: Sequence[Mention], printed: Sequence[Line], usage: Usage
) -> Person | None:
    """The person of an entry with the mentions that it holds and the lines on which it is printed."""
    text = " ".join(entry.text.split())
    role = role_words(text)
    if role:
        person = holder(reading, role, entry.group) or reading.person_by_role(text, role)
        reading.roles[role] = person
        return person
    return _listed(reading, entry, named) or _unlisted(reading, entry, printed, usage)


def _listed(reading: Reading, entry: Participant, named: Sequence[Mention]) -> Person | None:
    """The person of the authority file whom the entry names first."""
    wanted = keys_of(entry.name)
    for mention in named:
        if wanted and not set(mention.line.keys[mention.first : mention.last]) & wanted:
            continue
        verdict = decide(mention, reading.weights)
        if verdict.person is not None and (mention.strong or not mention.risky or wanted):
            return mention.index.persons[verdict.person]
        return None
    return None


def _unlisted(reading: Reading, entry: Participant, printed: Sequence[Line], usage: Usage) -> Person | None:
    """A person made from the entry."""
    text = " ".join(entry.text.split())
    parts = parse_direct(entry.name or _NAME_END.split(text, maxsplit=1)[0])
    wanted = keys_of(entry.name)
    named = (one for line in printed for one in strangers(line, _atoms_of(entry, line)) if _is_own(one, wanted))
    found = next(named, None)
    if found and _cut_short(found, entry):
        found = None
    elif text.lower().startswith("the ") and not (_names_somebody(found) or _names_holder(text, entry.name, parts)):
        speaks = bool(printed) and printed[0].passage.where == "speaker"
        return reading.person_by_role(text, keys(text)) if speaks else None
    person = person_made(reading, usage.divided(found).parts if found else parts, entry.role)
    if person is not None:
        reading.styles.setdefault(person.id, set()).update(keys(text))
    return person


def _is_own(found: Stranger, wanted: Set[str]) -> bool:
    """Whether a name is the entry's own, not one in its office: `Winston Lord, Special Assistant to Dr. Kissinger`."""
    return not wanted or not wanted.isdisjoint(found.line.keys[found.first : found.last])


def _cut_short(found: Stranger, entry: Participant) -> bool:
    """Whether a name goes on with a word that is a title elsewhere: `MR MACKENZIE KING`."""
    name = keys(entry.name)
    rest = name[-1:] if name and found.line.keys[found.last : found.last + 1] == [name[-1]] else ()
    return bool(rest) and rest[0] in FORENAME_TITLES


def _names_somebody(found: Stranger | None) -> bool:
    """Whether what stands after `The` is a name (`The Honorable John Smith`), not an office (`The CHIEF WHIP`)."""
    return found is not None and bool(found.forename_text or set(found.titles) & COURTESY)


def _names_holder(text: str, name: str, parts: NameParts) -> bool:
    """Whether an entry names the holder of an office by his title or in a bracket: `the Legal Adviser (Bowie)`."""
    in_bracket = text.endswith(f"({name})") and key(name) not in word_list("geography")
    return bool(name) and (bool(parts.titles) or in_bracket)


def _atoms_of(entry: Participant, line: Line) -> list[bool]:
    """Which atoms of a line belong to an entry; mostly it is the only one of its line."""
    offsets, start, end = line.passage.offsets, entry.span.start, entry.span.end
    if start <= offsets[0] and offsets[-1] < end:
        return [True] * len(line.words)
    return [start <= offsets[at] < end for at in line.starts]
