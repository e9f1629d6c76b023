"""The evaluation for people (`table`) and for programs (`as_json`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from pipeline.evaluate.compare import KINDS, SEMANTICS, STRUCTURE, Difference, Evaluation, Tally

_HEAD = f"{'kind':<12}{'editor':>8}{'ours':>8}{'precision':>11}{'recall':>8}{'F1':>7}{'exact':>8}{'value':>7}"
_RULES = f"{'rule':<36}{'right':>7}{'wrong value':>13}{'not by the editor':>19}"


def table(evaluation: Evaluation, examples: int = 3) -> str:
    """The evaluation as text: syntax, fidelity, schema, a line for each kind of structure and semantics, a line for
    each rule that erred with examples of its errors, and what only the editor has."""
    return "\n".join(_lines(evaluation, examples))


def _lines(evaluation: Evaluation, examples: int) -> Iterator[str]:
    files, documents = evaluation.files, evaluation.documents
    foreign = f", {evaluation.foreign} no TEI" if evaluation.foreign else ""
    yield f"{'syntax':<12}{files - evaluation.broken} of {files} files are well-formed{foreign}"
    yield f"{'fidelity':<12}{evaluation.proved} of {documents} transcripts are given back by our TEI, every character"
    for item in evaluation.lost[:examples]:
        yield f"    {item.path}:{item.line}:{item.column}: {item.message}"
    yield f"{'schema':<12}{evaluation.valid} of {documents} files of ours have no error"
    for code, times in sorted(evaluation.schema.items(), key=lambda pair: (-pair[1], pair[0])):
        yield f"    {code:<30}{times:>5}  {evaluation.guilty[code].path}: {evaluation.guilty[code].message}"
    for name, kinds in (("structure", STRUCTURE), ("semantics", SEMANTICS)):
        yield from ("", f"{name}", _HEAD)
        yield from (_row(kind, evaluation.tallies[kind]) for kind in kinds if _used(evaluation, kind))
    if evaluation.unjudged:
        yield from ("", "not judged, because the editor seldom or never marks them there")
        for (kind, zone), times in sorted(evaluation.unjudged.items(), key=lambda pair: -pair[1]):
            yield f"    {kind} in {zone}: {times} of ours"
    yield from _erring(evaluation, examples)
    missed = [d for d in evaluation.differences if d.what == "missed"]
    if missed:
        yield from ("", "marked by the editor only")
        for kind in KINDS:
            of_kind = [d for d in missed if d.kind == kind]
            if of_kind:
                yield f"{kind}: {len(of_kind)}"
                yield from _shown(of_kind, examples)


def _used(evaluation: Evaluation, kind: str) -> bool:
    tally = evaluation.tallies[kind]
    return bool(tally.found + tally.missed + tally.extra)


def _erring(evaluation: Evaluation, examples: int) -> Iterator[str]:
    """The rules that made an error, the worst first, then the names of those that made none."""
    wrong = {rule: count["wrong value"] + count["extra"] for rule, count in evaluation.rules.items()}
    yield from ("", "rules that err", _RULES)
    for rule in sorted((rule for rule in wrong if wrong[rule]), key=lambda rule: (-wrong[rule], rule)):
        count = evaluation.rules[rule]
        yield f"{rule:<36}{count['right']:>7}{count['wrong value']:>13}{count['extra']:>19}"
        for what in ("value", "extra"):
            yield from _shown([d for d in evaluation.differences if d.rule == rule and d.what == what], examples)
    if right := sorted(rule for rule in wrong if not wrong[rule]):
        yield "without error: " + ", ".join(f"{rule} ({evaluation.rules[rule]['right']})" for rule in right)


def _shown(differences: Sequence[Difference], examples: int) -> Iterator[str]:
    for one in differences[:examples]:
        values = f" – editor {one.theirs or 'nothing'}, ours {one.ours or 'nothing'}" if one.what == "value" else ""
        context = f" in “{one.context}”" if len(one.context) > len(one.words) and len(one.words) < 60 else ""
        yield f"    {one.document} ({one.zone}): “{one.words}”{context}{values}"


def _row(kind: str, tally: Tally) -> str:
    def share(value: float | None, width: int) -> str:
        return f"{value:>{width}.3f}" if value is not None else " " * (width - 1) + "–"

    exact = tally.exact / tally.found if tally.found else None
    counts = f"{kind:<12}{tally.found + tally.missed:>8}{tally.found + tally.extra:>8}"
    rates = share(tally.precision, 11) + share(tally.recall, 8) + share(tally.f1, 7)
    return counts + rates + share(exact, 8) + share(tally.value, 7)


def as_json(evaluation: Evaluation) -> dict[str, Any]:
    """The evaluation as plain data, with all differences."""
    kinds = {
        kind: {
            "editor": tally.found + tally.missed,
            "ours": tally.found + tally.extra,
            "precision": tally.precision,
            "recall": tally.recall,
            "f1": tally.f1,
            "exact": tally.exact / tally.found if tally.found else None,
            "value": tally.value,
        }
        for kind in KINDS
        if _used(evaluation, kind)
        for tally in [evaluation.tallies[kind]]
    }
    return {
        "files": evaluation.files,
        "well-formed": evaluation.files - evaluation.broken,
        "no TEI": evaluation.foreign,
        "documents": evaluation.documents,
        "given back": evaluation.proved,
        "without error": evaluation.valid,
        "schema": dict(evaluation.schema),
        "kinds": kinds,
        "not judged": {f"{kind} in {zone}": times for (kind, zone), times in evaluation.unjudged.items()},
        "rules": {rule: dict(count) for rule, count in sorted(evaluation.rules.items())},
        "differences": [{key: getattr(one, key) for key in Difference.__slots__} for one in evaluation.differences],
    }
