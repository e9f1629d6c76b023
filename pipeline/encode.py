"""All stages for one transcript: from `Transcript` to a TEI file with its findings.

    encode(transcript, authority, collection) → Encoded(xml=b"<?xml …", findings=(…), document=…, facts=…, settled=…)

Nothing is read from or written to disk here. The order: read, find turns of direct speech, describe, settle persons,
settle speech, let names in labels agree with their turns, annotate (in any order), decide between rivals, write header
and body.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from pipeline import readers
from pipeline.annotators import dates, gaps, organizations, places, references, text
from pipeline.collection import Collection, Range
from pipeline.describe import describe
from pipeline.findings import finding
from pipeline.model import Annotation, Authority, Context, Document, Facts, Finding, Settled, Span, Transcript
from pipeline.resolve.persons import settle_persons
from pipeline.resolve.rivals import decide
from pipeline.resolve.speech import Company, agreeing, settle_speech
from pipeline.segment.dialogue import dialogue
from pipeline.segment.sound import sound
from pipeline.tei.file import tei_file

ANNOTATORS: tuple[Callable[[Context], Annotation], ...] = (
    dates.annotate,
    places.annotate,
    organizations.annotate,
    references.annotate,
    gaps.annotate,
    text.annotate,
)
"""Each looks at the document alone; their order does not change the result."""


@dataclass(frozen=True)
class Encoded:
    """What `encode` makes of one transcript: the TEI file as bytes, findings with their places, and every stage."""

    xml: bytes
    findings: tuple[Finding, ...]
    document: Document
    facts: Facts
    settled: Settled


def read(transcript: Transcript, reader: str = "") -> Document:
    """The document with its turns of direct speech, its tree as TEI allows; `reader` forces one by name."""
    return sound(dialogue(readers.read(transcript, reader)))


def settle(context: Context, annotators: tuple[Callable[[Context], Annotation], ...] = ANNOTATORS) -> Settled:
    """All claims of a document after resolution, rivals decided, with cast and findings."""
    named = settle_persons(context)
    company = Company(context, named)
    speech = settle_speech(company)
    persons = agreeing(company, speech)
    annotations = [annotate(context) for annotate in annotators]
    claims = decide([*persons.claims, *speech.claims, *(c for a in annotations for c in a.claims)])
    findings = [*persons.findings, *speech.findings, *(f for a in annotations for f in a.findings)]
    refs = {claim.get("ref") for claim in claims if claim.kind in ("placeName", "orgName")}
    places = tuple(place for place in context.authority.places if f"#{place.id}" in refs)
    organizations = tuple(org for org in context.authority.organizations if f"#{org.id}" in refs)
    return replace(persons, claims=claims, places=places, organizations=organizations, findings=tuple(findings))


@contextmanager
def _undisturbed() -> Iterator[None]:
    """No search for cycles of dead objects: a document makes hardly any, and each search looks at all that lives, which
    takes an eighth of the time of a long one. Afterwards all is as before."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


@_undisturbed()
def encode(
    transcript: Transcript, authority: Authority, collection: Collection | None = None, reader: str = ""
) -> Encoded:
    """The TEI file of a transcript, with everything that an editor should look at (in text order)."""
    document = read(transcript, reader)
    facts = describe(document, collection.entry(transcript.name) if collection else None, authority)
    context = Context(document, facts, authority)
    settled = settle(context)
    xml = tei_file(context, settled, collection)
    outside = _outside(facts, collection.period) if collection else ()
    found = [item.located(transcript) for item in (*document.findings, *settled.findings, *outside)]
    findings = tuple(sorted(found, key=lambda f: (f.line, f.column, f.code, f.message)))
    return Encoded(xml, findings, document, facts, settled)


def _outside(facts: Facts, period: Range) -> Iterator[Finding]:
    """A finding if the document's date cannot lie in the time of its collection."""
    fact = facts.date
    if fact is not None and not period.holds(fact.earliest, fact.latest):
        when = " to ".join(dict.fromkeys(filter(None, (fact.earliest, fact.latest))))
        lasts = f"{period.start or '…'} to {period.end or '…'}"
        message = f"The document’s date, {when} (from: {fact.ground}), lies outside the collection’s range, {lasts}."
        hint = "Look whether the date was misread, or change [range] in the collection’s file."
        yield finding("dates/outside-range", message, hint, fact.span or Span(0, 0))
