"""Candidates for the authority file: persons that stand in documents but in no authority file.

    propose([(transcript, settled), …]) → TEI with a listPerson; each person with places where a document names it

Nothing is written into an authority file by a machine: an editor takes over what is right.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.authority.entries import distinct_ids
from pipeline.authority.write import write_tei
from pipeline.grammar.names import keys
from pipeline.model import Authority, Person, Settled, Span, Transcript

CONTEXT = 60
"""Characters of the transcript quoted on either side of a name."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A candidate with its evidence: (document, line, column, quotation)."""

    person: Person
    evidence: tuple[tuple[str, int, int, str], ...]


def candidates(documents: Iterable[tuple[Transcript, Settled]], most: int = 3) -> list[Proposal]:
    """One candidate per name over all documents, with at most `most` places as evidence for each."""
    found: dict[tuple[str, ...], Proposal] = {}
    for transcript, settled in documents:
        unknown = {m.person.id: m for m in settled.cast if not m.person.source and m.person.names[0].kind != "role"}
        for ident, member in unknown.items():
            name = keys(member.person.label)
            places = [c.span for c in settled.claims if c.get("ref") == f"#{ident}" and c.kind == "persName"]
            new = tuple((transcript.name, *transcript.place(s.start), _quotation(transcript, s)) for s in places[:most])
            known = found.get(name)
            person = known.person if known else member.person
            found[name] = Proposal(person, ((known.evidence if known else ()) + new)[:most])
    return list(found.values())


def propose(documents: Iterable[tuple[Transcript, Settled]]) -> bytes:
    """The candidates as TEI (`listPerson`); the evidence stands in each person's note."""
    proposals = candidates(documents)
    persons = distinct_ids(_with_evidence(proposal) for proposal in proposals)
    return write_tei(Authority(persons), "Candidates for the authority file", "Proposed by verbale authority propose.")


def _with_evidence(proposal: Proposal) -> Person:
    person = proposal.person
    places = "; ".join(f"{name}:{line}:{column}: {quotation}" for name, line, column, quotation in proposal.evidence)
    note = f"{person.description}. {places}" if person.description else places
    return Person(person.id, person.names, person.offices, note, person.gender)


def _quotation(transcript: Transcript, span: Span) -> str:
    start, end = max(0, span.start - CONTEXT), min(len(transcript.text), span.end + CONTEXT)
    return "… " + " ".join(transcript.text[start:end].split()) + " …"
