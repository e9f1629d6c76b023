"""Measure the person stage alone on the gold: names found, spans, identities; with three kinds of authority.

    python benchmarks/persons.py ../shared/gold            table
    python benchmarks/persons.py ../shared/gold --errors own   every miss, false mark and wrong identity

The running text and the notes of the gold are given as blocks, so that readers play no part. `own` is the volume's list
as authority, `others` the lists of all other volumes, `none` nothing. The counts follow `score.py` of the gold.
"""

from __future__ import annotations

import argparse
import importlib
import json
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

from gold_authority import write_all

from pipeline.authority import load_authority
from pipeline.model import (
    Authority,
    Block,
    Context,
    DatedFact,
    Document,
    Facts,
    Participant,
    Settled,
    Span,
    Transcript,
)
from pipeline.resolve.persons import settle_persons

KINDS = {"head": "head", "item": "item", "dateline": "dateline", "closer": "closer", "p": "p"}


def document_of(gold: dict[str, Any]) -> tuple[Document, list[int]]:
    """The gold's text as a document of one block a line, its notes behind it; and where each note's text begins."""
    text = gold["text"]
    spans = [(Span(b["start"], b["end"]), KINDS.get(b["type"], "p")) for b in gold["blocks"] if b["end"] > b["start"]]
    starts = []
    for note in gold["notes"]:
        text += "\n"
        starts.append(len(text))
        text += note["text"]
        spans.append((Span(starts[-1], len(text)), "note"))
    blocks = tuple(Block(kind, span) for span, kind in spans if len(span))
    root = Block("div", Span(0, len(text)), (), blocks)
    return Document(Transcript(f"{gold['volume']}-{gold['id']}", text), root), starts


def facts_of(gold: dict[str, Any]) -> Facts:
    """Participants and date as the gold has them."""
    participants, at, group = [], 0, ""
    for entry in gold["participants"]:
        place = gold["text"].find(entry["text"], at)
        if place < 0:
            continue
        at = place
        if entry["is_group"]:
            group = entry["text"]
            continue
        name, _, role = entry["text"].partition(",")
        span = Span(place, place + len(entry["text"]))
        participants.append(Participant(entry["text"], span, name.strip(), role.strip(), entry["group"] or group))
    days = [d.get("when") or d.get("from") or "" for d in gold["date"]]
    dates = tuple(DatedFact("document", (("when", day[:10]),), "gold") for day in days[:1] if day)
    return Facts(dates=dates, participants=tuple(participants))


class Score:
    """Counts for one kind of authority."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.errors: list[str] = []

    def line(self) -> str:
        """One row of the table."""
        c = self.counts

        def share(good: str, bad: str) -> str:
            total = c[good] + c[bad]
            return f"{c[good] / total:.3f}" if total else "  –  "

        return (f"recall {share('hit', 'miss')}  strict {share('exact', 'inexact')}  precision {share('hit', 'false')}  "
                f"id {share('right', 'wrong')} | notes recall {share('n-hit', 'n-miss')} precision "
                f"{share('n-hit', 'n-false')} id {share('n-right', 'n-wrong')}  extra {c['extra']}")  # fmt: skip


def measure(gold: dict[str, Any], settled: Settled, starts: list[int], scorer: Any, roster: Any, score: Score) -> None:
    """Compare the claims of one document with its marks."""
    text_end = len(gold["text"])
    names = {member.person.id: member.person for member in settled.cast}
    claims = [c for c in settled.claims]
    body = [c for c in claims if c.span.start < text_end]
    dateline = [(d["start"], d["end"]) for d in gold["dateline"]]
    want = [(p["start"], p["end"], p["id"]) for p in gold["persName"]
            if not any(a <= p["start"] < b for a, b in dateline)]  # fmt: skip
    text, _ = document_of(gold)
    _compare("", want, body, text.transcript.text, names, scorer, roster, score, gold)
    for start, note in zip(starts, gold["notes"], strict=True):
        marks = [(start + p["start"], start + p["end"], p["id"]) for p in note["persName"]]
        inside = [c for c in claims if start <= c.span.start < start + len(note["text"])]
        _compare("n-", marks, inside, text.transcript.text, names, scorer, roster, score, gold)


def _compare(prefix: str, marked: list[Any], claims: list[Any], text: str, names: dict[str, Any], scorer: Any, roster: Any,
             score: Score, gold: dict[str, Any]) -> None:  # fmt: skip
    where = f"{gold['volume']}-{gold['id']}"
    want = [m for m in marked if m[2]]
    other = [m for m in marked if not m[2]]

    def quote(a: int, b: int) -> str:
        return text[max(0, a - 45) : a].replace("\n", "/") + "[" + text[a:b] + "]" + text[b : b + 35].replace("\n", "/")

    for start, end, ident in want:
        over = [c for c in claims if c.span.start < end and start < c.span.end]
        score.counts[prefix + ("hit" if over else "miss")] += 1
        exact = any((c.span.start, c.span.end) == (start, end) for c in over)
        score.counts[prefix + ("exact" if exact else "inexact")] += 1
        if not over:
            score.errors.append(f"{prefix}MISS   {where} {quote(start, end)} {roster.by_id[ident].text}")
            continue
        if not exact:
            score.errors.append(
                f"{prefix}SPAN   {where} {quote(over[0].span.start, over[0].span.end)} for {text[start:end]}"
            )
        best = max(over, key=lambda c: min(end, c.span.end) - max(start, c.span.start))
        person = names.get(best.get("ref")[1:])
        main = person.names[0] if person else None
        system = scorer.Name(main.text, main.surname or None, main.forename or None) if main else None
        right = system is not None and scorer.names_agree(system, roster.by_id[ident], ident in roster.unique)
        score.counts[prefix + ("right" if right else "wrong")] += 1
        if not right:
            found = main.text if main else "open"
            score.errors.append(f"{prefix}WHO    {where} {quote(start, end)} is {roster.by_id[ident].text}, not {found} "
                                f"({best.rule}: {best.evidence})")  # fmt: skip
    for claim in claims:
        a, b = claim.span.start, claim.span.end
        if any(a < m[1] and m[0] < b for m in (*want, *other)):
            continue
        if not roster.by_id:
            continue
        false = roster.mentions(text[a:b])
        score.counts[prefix + ("false" if false else "extra")] += 1
        score.errors.append(
            f"{prefix}{'FALSE' if false else 'extra'}  {where} {quote(a, b)} {claim.rule} {claim.get('ref')}"
        )


def run(folder: Path, which: str) -> tuple[Score, float]:
    """All documents with one kind of authority; the second value is seconds per MB of text."""
    sys.path.insert(0, str(folder))
    scorer = importlib.import_module("score")
    gold_dir = folder / "dev"
    score, seconds, size = Score(), 0.0, 0
    with tempfile.TemporaryDirectory() as temporary:
        write_all(gold_dir, Path(temporary))
        for path in sorted(gold_dir.glob("*.gold.json")):
            gold = json.loads(path.read_text(encoding="utf-8"))
            authority = authority_for(Path(temporary), gold["volume"], which)
            document, starts = document_of(gold)
            _ = document.passages
            begin = time.perf_counter()
            settled = settle_persons(Context(document, facts_of(gold), authority))
            seconds += time.perf_counter() - begin
            size += len(document.transcript.text)
            persons = json.loads((gold_dir / f"{gold['volume']}.persons.json").read_text(encoding="utf-8"))
            measure(gold, settled, starts, scorer, scorer.Roster(persons), score)
    return score, seconds / size * 1e6


_LOADED: dict[Path, Authority] = {}


def authority_for(folder: Path, volume: str, which: str) -> Authority:
    """The authority of a kind for a volume; loaded once."""
    if which == "none":
        return _LOADED.setdefault(Path("none"), Authority())
    key = Path(volume) / which
    if key not in _LOADED:
        own = folder / f"{volume}.xml"
        others = [path for path in sorted(folder.glob("*.xml")) if path != own and not path.name.startswith("not-")]
        _LOADED[key] = load_authority([own] if which == "own" else others)[0]
    return _LOADED[key]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--errors", choices=("own", "others", "none"))
    arguments = parser.parse_args()
    for kind in [arguments.errors] if arguments.errors else ["own", "others", "none"]:
        result, pace = run(arguments.gold, kind)
        print(f"{kind:7} {result.line()}  {pace:.2f} s/MB")
        if arguments.errors:
            print("\n".join(result.errors))
