"""Who is named: `persName` and `rs` claims with their referents, and the cast of the document.

    Sir David said … Mr. Khrushchev’s letter … The Secretary replied
      → persName "David" #ormsby-gore, persName "Khrushchev" #khrushchev, rs "The Secretary" #rusk

First the document is searched for the names of the authority files, for the participants (`introductions`), and for
the names of persons whom no file knows (`newcomers`). From these follows who is *established*. Then every mention is
decided with that knowledge: who of several persons of one name (`homonyms`), whether a surname that is also a word or a
place is a name here. Last come the names that only this company explains: given names and initials (`allusions`), names
that seem misread (`misreadings`) and roles (`offices`). docs/persons.md has the rules and how sure each is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from pipeline.authority.entries import ncname
from pipeline.model import Block, CastMember, Claim, Context, Settled
from pipeline.resolve.allusions import allude
from pipeline.resolve.homonyms import Verdict, Weights
from pipeline.resolve.introductions import introduce
from pipeline.resolve.mentions import BRIEF, PLACE, WORD, Mention
from pipeline.resolve.misreadings import absent_speakers, misread_participants, near_names
from pipeline.resolve.offices import name_the_roles, take_roles
from pipeline.resolve.reading import Named, Reading, begin

_RESERVED = re.compile(r"^(?:fn|pg-|p-|s|t|n)\d|^(?:head|text|body|rules|document-types)$|^(?:r|genre|type)\.")
"""Ids that other parts of the file give to their elements."""


def settle_persons(context: Context) -> Settled:
    """All persons of a document: claims, cast and findings. Furniture is left out, headings and notes are read."""
    reading = begin(context)
    introduce(reading)
    name_the_roles(reading)
    _decide(reading)
    free = reading.free_capitals()
    allude(reading, free)
    near_names(reading, free)
    take_roles(reading)
    misread_participants(reading)
    absent_speakers(reading)
    return _settled(reading)


def _decide(reading: Reading) -> None:
    """Claim every mention that is a name here; what stays open is a finding."""
    weights = reading.weights
    for mention, verdict in reading.decided(reading.mentions):
        if not _stands(mention, verdict, weights):
            continue
        person = None if verdict.person is None else mention.index.persons[verdict.person]
        reading.claim(mention.line, mention.start, mention.end, "persName", person, verdict, mention.speaks)
        if person is None:
            reading.find(
                "persons/ambiguous",
                mention.text,
                f"“{mention.text}” {verdict.evidence}.",
                "Dates of office in the authority file decide most such cases.",
                mention.line.passage.source(mention.start, mention.end),
            )


def _stands(mention: Mention, verdict: Verdict, weights: Weights) -> bool:
    """Whether a mention is a name here: a word or a place must be the name of somebody established, and a person who is
    not established must be of the document's time."""
    if mention.risky == PLACE:
        owned = mention.speaks or mention.last - 1 in mention.line.possessive
        return owned and _established(mention, weights)
    if mention.risky in (WORD, BRIEF):
        return mention.whole or _established(mention, weights)
    if mention.strong or verdict.person is None or mention.whole or _established(mention, weights):
        return True
    return mention.index.periods[verdict.person].fits(weights.year)


def _established(mention: Mention, weights: Weights) -> bool:
    """Whether one of those who may be meant takes part or is named in full or by title."""
    ids = [mention.index.persons[p].id for p in mention.persons]
    return any(ident in weights.participants or ident in weights.named for ident in ids)


def _settled(reading: Reading) -> Settled:
    results = _without_overlap(reading.results)
    people = {member.person.id: member for member in reading.participants.values()}
    for named in results:
        if named.person is not None and named.person.id not in people:
            people[named.person.id] = CastMember(named.person, cert=named.verdict.cert)
    _report_unknown(reading, results)
    ids = _safe_ids(people, _taken_ids(reading.context))
    claims = tuple(_as_claim(named, ids) for named in results)
    cast = tuple(_renamed(member, ids[member.person.id]) for member in people.values())
    return Settled(claims, cast, (), tuple(reading.findings.values()))


def _renamed(member: CastMember, ident: str) -> CastMember:
    return member if ident == member.person.id else replace(member, person=replace(member.person, id=ident))


def _report_unknown(reading: Reading, results: Iterable[Named]) -> None:
    """A finding for every person made from the document, where the name first stands."""
    unknown = dict(reading.local)
    for named in results:
        if named.person is not None and named.kind == "persName" and unknown.pop(named.person.id, None) is not None:
            reading.find(
                "persons/unknown",
                named.person.id,
                f"“{named.person.label}” has no entry in the authority files.",
                "`verbale authority propose` writes a candidate entry.",
                named.span,
            )


def _without_overlap(results: Iterable[Named]) -> list[Named]:
    """In text order; of two that overlap the one that begins earlier stays, then the longer."""
    kept: list[Named] = []
    for named in sorted(results, key=lambda n: (n.span.start, -n.span.end)):
        if not kept or not kept[-1].span.overlaps(named.span):
            kept.append(named)
    return kept


def _as_claim(named: Named, ids: dict[str, str]) -> Claim:
    attrs = (("type", "person"),) if named.kind == "rs" else ()
    if named.person is not None:
        attrs = (*attrs, ("ref", f"#{ids[named.person.id]}"))
    verdict: Verdict = named.verdict
    return Claim(named.span, named.kind, verdict.rule, verdict.cert, attrs, verdict.evidence)


def _taken_ids(context: Context) -> set[str]:
    document = context.document
    marked: tuple[Block | Claim, ...] = (*document.root.walk(), *document.marks)
    ids = {value for element in marked for name, value in element.attrs if name == "xml:id"}
    authority = context.authority
    ids.update(place.id for place in authority.places)
    ids.update(body.id for body in authority.organizations)
    return {*ids, document.transcript.name} - {""}


def _safe_ids(people: Iterable[str], taken: set[str]) -> dict[str, str]:
    """Person id → the `xml:id` in the file: the same, unless something else in the file has it."""
    result: dict[str, str] = {}
    used = set(taken)
    for ident in people:
        safe = ncname(ident)
        if safe in taken or _RESERVED.match(safe):
            safe = f"person-{safe}"
        while safe in used:
            safe += "-2"
        used.add(safe)
        result[ident] = safe
    return result
