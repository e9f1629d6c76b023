"""The microscope: what any stage makes of a transcript, as text.

    show("blocks", transcript)   div type=document n=262        1:1    "262. Memorandum of Conversation0 …"
                                   head                         1:1    "262. Memorandum of Conversation0"
    show("claims", transcript)   1:75   persName ref=#home      persons/name   "Home"

Places are line and column of the transcript. `STAGES` lists the stages in the order in which they run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from pipeline.model import (
    Attrs,
    Authority,
    Block,
    Certainty,
    Claim,
    Context,
    Document,
    Facts,
    Settled,
    Span,
    Transcript,
)

if TYPE_CHECKING:
    from pipeline.collection import Collection

_QUOTED: Final = 60
"""How many characters of the transcript a line shows."""


@dataclass
class Run:
    """One transcript on its way; every stage is computed when it is first asked for."""

    transcript: Transcript
    authority: Authority = field(default_factory=Authority)
    collection: Collection | None = None
    reader: str = ""

    @cached_property
    def document(self) -> Document:
        """The transcript with its structure."""
        from pipeline.encode import read

        return read(self.transcript, self.reader)

    @cached_property
    def facts(self) -> Facts:
        """What the document says of itself."""
        from pipeline.describe import describe

        entry = self.collection.documents.get(self.transcript.name) if self.collection else None
        return describe(self.document, entry, self.authority)

    @cached_property
    def settled(self) -> Settled:
        """Its claims, and the persons they point to."""
        from pipeline.encode import settle

        return settle(Context(self.document, self.facts, self.authority))

    @cached_property
    def xml(self) -> bytes:
        """The TEI file."""
        from pipeline.encode import encode

        return encode(self.transcript, self.authority, self.collection, self.reader).xml

    def place(self, span: Span) -> str:
        """`line:column` of a span."""
        line, column = self.transcript.place(span.start)
        return f"{line}:{column}"

    def quote(self, span: Span) -> str:
        """The beginning of a span, white space single, in quotation marks."""
        text = " ".join(self.transcript.text[span.start : min(span.end, span.start + 2 * _QUOTED)].split())
        return f'"{text[:_QUOTED]}…"' if len(text) > _QUOTED or span.end > span.start + 2 * _QUOTED else f'"{text}"'


def show(stage: str, run: Run) -> str:
    """What a stage makes of the transcript; `stage` is a key of `STAGES`."""
    return "\n".join(STAGES[stage](run))


def _lines(run: Run) -> Iterator[str]:
    from pipeline.segment.lines import lines_of

    for line in lines_of(run.transcript):
        number, _ = run.transcript.place(line.start)
        yield f"{number:>5}  blanks {line.blanks}  indent {line.indent:<2} {line.text}"


def _blocks(run: Run) -> Iterator[str]:
    def walk(block: Block, depth: int) -> Iterator[str]:
        yield _row("  " * depth + _tag(block.kind, block.attrs), run.place(block.span), run.quote(block.span), width=48)
        for child in block.children:
            yield from walk(child, depth + 1)

    yield f"reader {run.document.reader}, language {run.document.language}"
    yield from walk(run.document.root, 0)
    for anchor in run.document.anchors:
        yield _row(f"anchor of {anchor.note}", run.place(anchor.mark), run.quote(anchor.mark), width=48)


def _passages(run: Run) -> Iterator[str]:
    for passage in run.document.passages:
        kinds = "/".join(block.kind for block in passage.path)
        yield f"{run.place(passage.span)}  {passage.where}  {kinds}"
        yield f"    {passage.text}"


def _facts(run: Run) -> Iterator[str]:
    for item in fields(run.facts):
        yield from _fact(item.name, getattr(run.facts, item.name), run, 0)


def _fact(name: str, value: Any, run: Run, depth: int) -> Iterator[str]:
    """A field and what is in it: empty ones are left out, spans become places."""
    indent = "  " * depth
    if isinstance(value, Span):
        yield f"{indent}{name}: {run.place(value)}"
    elif is_dataclass(value):
        yield f"{indent}{name}:"
        for item in fields(value):
            yield from _fact(item.name, getattr(value, item.name), run, depth + 1)
    elif isinstance(value, tuple) and value and is_dataclass(value[0]):
        for item in value:
            yield from _fact(name, item, run, depth)
    elif isinstance(value, tuple):
        if value:
            yield f"{indent}{name}: {'; '.join('='.join(v) if isinstance(v, tuple) else str(v) for v in value)}"
    elif value:
        yield f"{indent}{name}: {value}"


def _claims(run: Run) -> Iterator[str]:
    claims = (*run.document.marks, *run.settled.claims)
    for claim in sorted(claims, key=lambda claim: (claim.span.start, -claim.span.end, claim.kind)):
        yield _claim(claim, run)


def _claim(claim: Claim, run: Run) -> str:
    cert = "" if claim.cert is Certainty.HIGH else f" cert={claim.cert}"
    evidence = f"  ({claim.evidence})" if claim.evidence else ""
    row = _row(run.place(claim.span), _tag(claim.kind, claim.attrs) + cert, claim.rule, width=8)
    return f"{row}  {run.quote(claim.span)}{evidence}"


def _persons(run: Run) -> Iterator[str]:
    for member in run.settled.cast:
        part = "participant" if member.participant else "mentioned"
        about = ", ".join(text for text in (member.role, member.group, member.person.source) if text)
        yield _row(member.person.id, member.person.label, f"{part}, {member.cert}  {about}", width=24)


def _speech(run: Run) -> Iterator[str]:
    for claim in run.settled.claims:
        if claim.kind in ("said", "sp"):
            to = f" → {claim.get('toWhom')}" if claim.get("toWhom") else ""
            yield _row(run.place(claim.span), f"{claim.get('who') or '?'}{to}", claim.rule, width=8)
            yield f"    {' '.join(run.transcript[claim.span].split())}"


def _tei(run: Run) -> Iterator[str]:
    yield run.xml.decode()


def _tag(kind: str, attrs: Attrs) -> str:
    return " ".join([kind, *(f"{name}={value}" for name, value in attrs)])


def _row(first: str, second: str, third: str, width: int) -> str:
    return f"{first:<{width}} {second:<32} {third}".rstrip()


STAGES: Final[dict[str, Callable[[Run], Iterable[str]]]] = {
    "lines": _lines,
    "blocks": _blocks,
    "passages": _passages,
    "facts": _facts,
    "claims": _claims,
    "persons": _persons,
    "speech": _speech,
    "tei": _tei,
}
"""The stages and how they are shown, in the order in which they run."""
