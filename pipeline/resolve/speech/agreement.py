"""Names in labels, and offices in reports, mean those to whom the words are given.

    David Smith: … ¶ Smith: …        sp who="#ian-smith"   speaker/persName ref="#ian-smith"
    The Secretary said that …        said who="#tange"     rs ref="#tange"

The stage of persons decides each name by itself; the turns of a document, seen together, may show another person (see
`labels`), or that nobody knows who is meant, and the company of a talk may show whose office is meant (see `company`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from pipeline.grammar.speakers import is_nobody
from pipeline.model import Annotation, Certainty, Claim, Passage, Settled, Span
from pipeline.resolve.speech.company import Company
from pipeline.resolve.speech.labels import naming_parts

OFFICE = "speech/office"
"""The rule by which an office in a report has its bearer: of two participants the one who is never named, and such."""
_INQUIT = 80
"""Characters between an office and the words of its bearer."""
_DECIDED = frozenset({"persons/unknown", "persons/ambiguous"})
"""Findings about a name that its label has settled."""


def agreeing(company: Company, speech: Annotation) -> Settled:
    """The settled persons with the names in labels, and the offices in reports, as the turns have them. Whom nothing
    names any more, and no file knows, is no person of the document."""
    persons = company.settled
    turns = {claim.span: claim for claim in speech.claims if claim.kind == "sp"}
    changed = {**dict(_changed(company, turns)), **dict(_offices(company, speech))}
    if not changed:
        return persons
    claims = tuple(claim for old in persons.claims if (claim := changed.get(old, old)) is not None)
    gone = {claim.get("ref") for claim in changed} - {claim.get("ref") for claim in claims}
    spans = {claim.span for claim in changed}
    return replace(
        persons,
        claims=claims,
        cast=tuple(one for one in persons.cast if one.person.source or f"#{one.person.id}" not in gone),
        findings=tuple(one for one in persons.findings if one.code not in _DECIDED or one.span not in spans),
    )


def _changed(company: Company, turns: Mapping[Span, Claim]) -> Iterator[tuple[Claim, Claim | None]]:
    """The claims of names in labels that mean somebody else, each with what it becomes."""
    for passage in company.context.document.passages:
        turn = next((block for block in passage.path if block.kind == "sp"), None)
        if passage.where != "speaker" or turn is None or is_nobody(passage.text):
            continue
        spoken = turns.get(turn.span)
        own = [claim for claim in company.claims(passage) if _names_the_speaker(claim, passage)]
        if sum(claim.kind == "persName" for claim in own) < 2:
            who = spoken.get("who") if spoken else ""
            yield from ((claim, _meaning(claim, spoken)) for claim in own if claim.get("ref") != who)


def _offices(company: Company, speech: Annotation) -> Iterator[tuple[Claim, Claim]]:
    """The claims of offices whose bearer speaks in a report as somebody else than the stage of persons took him for."""
    speaking = {(claim.get("who"), claim.span.start) for claim in speech.claims if claim.kind == "said"}
    roles = {claim.span: claim for claim in company.settled.claims if claim.kind == "rs"} if speaking else {}
    if not roles:
        return
    found: list[tuple[Claim, str]] = []
    speaks: set[tuple[str, str]] = set()
    for passage in company.context.document.passages:
        for mention in company.resolved(passage) if passage.where in ("body", "list") else ():
            claim, ref = roles.get(passage.source(mention.start, mention.end)), f"#{mention.person}"
            if claim is not None and claim.get("ref") != ref:
                found.append((claim, ref))
                if any((ref, at) in speaking for at in range(claim.span.end, claim.span.end + _INQUIT)):
                    speaks.add((claim.get("ref"), ref))
    for claim, ref in found:
        if (claim.get("ref"), ref) in speaks:
            yield claim, replace(claim, rule=OFFICE, cert=Certainty.MEDIUM, attrs=(("type", "person"), ("ref", ref)))


def _names_the_speaker(claim: Claim, passage: Passage) -> bool:
    place = passage.local(claim.span)
    return place is not None and any(start <= place[0] < end for start, end in naming_parts(passage.text))


def _meaning(claim: Claim, turn: Claim | None) -> Claim | None:
    """A claim with the person of its turn; without one, if there is none: then a role stands for nobody."""
    attrs = tuple(attr for attr in claim.attrs if attr[0] != "ref")
    if turn is None:
        return None if claim.kind == "rs" else replace(claim, cert=Certainty.LOW, attrs=attrs)
    ref = ("ref", turn.get("who"))
    return replace(claim, rule=turn.rule, cert=turn.cert, attrs=(*attrs, ref), evidence=turn.evidence)
