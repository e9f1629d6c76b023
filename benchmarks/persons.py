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
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gold_authority import write_all

from pipeline.authority import load_authority
from pipeline.model import (
    Authority,
    Block,
    Claim,
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

        body = f"recall {share('hit', 'miss')}  strict {share('exact', 'inexact')}  precision {share('hit', 'false')}"
        notes = f"recall {share('n-hit', 'n-miss')}  precision {share('n-hit', 'n-false')}"
        ids = share("right", "wrong"), share("n-right", "n-wrong")
        return f"{body}  id {ids[0]} | notes {notes}  id {ids[1]} | extra {c['extra']}"


@dataclass(frozen=True)
class Measure:
    """One document under measurement."""

    gold: dict[str, Any]
    text: str
    settled: Settled
    scorer: Any
    roster: Any
    score: Score

    def quote(self, start: int, end: int) -> str:
        """A span with its context, in one line."""
        around = f"{self.text[max(0, start - 45) : start]}[{self.text[start:end]}]{self.text[end : end + 35]}"
        return f"{self.gold['volume']}-{self.gold['id']} " + around.replace("\n", "/")

    def all(self, starts: list[int]) -> None:
        """Compare the claims with the marks of the running text and of every note."""
        text_end = len(self.gold["text"])
        dateline = [(d["start"], d["end"]) for d in self.gold["dateline"]]
        want = [m for m in self.gold["persName"] if not any(a <= m["start"] < b for a, b in dateline)]
        claims = self.settled.claims
        self.compare(
            "", [(m["start"], m["end"], m["id"]) for m in want], [c for c in claims if c.span.start < text_end]
        )
        for start, note in zip(starts, self.gold["notes"], strict=True):
            marks = [(start + m["start"], start + m["end"], m["id"]) for m in note["persName"]]
            self.compare("n-", marks, [c for c in claims if start <= c.span.start < start + len(note["text"])])

    def compare(self, prefix: str, marked: list[tuple[int, int, str | None]], claims: list[Claim]) -> None:
        """Count hits, misses, wrong spans, wrong persons and false marks."""
        for start, end, ident in marked:
            over = [c for c in claims if c.span.start < end and start < c.span.end]
            if ident is not None:
                self.found(prefix, Span(start, end), ident, over)
        for claim in claims:
            span = claim.span
            if self.roster.by_id and not any(span.start < m[1] and m[0] < span.end for m in marked):
                kind = "false" if self.roster.mentions(self.text[span.start : span.end]) else "extra"
                self.note(prefix, kind, f"{self.quote(span.start, span.end)} {claim.rule} {claim.get('ref')}")

    def found(self, prefix: str, span: Span, ident: str, over: list[Claim]) -> None:
        """Count one mark that has an identity."""
        counts, quotation = self.score.counts, self.quote(span.start, span.end)
        if not over:
            counts[prefix + "inexact"] += 1
            self.note(prefix, "miss", f"{quotation} {self.roster.by_id[ident].text}")
            return
        counts[prefix + "hit"] += 1
        if any(claim.span == span for claim in over):
            counts[prefix + "exact"] += 1
        else:
            self.note(prefix, "inexact", f"{quotation} claimed as {self.text[over[0].span.start : over[0].span.end]}")
        best = max(over, key=lambda c: min(span.end, c.span.end) - max(span.start, c.span.start))
        if self.right(best, ident):
            counts[prefix + "right"] += 1
        else:
            self.note(prefix, "wrong", f"{quotation} {self.roster.by_id[ident].text}; {best.rule}: {best.evidence}")

    def right(self, claim: Claim, ident: str) -> bool:
        """Whether a claim leads to the person of the mark, as the gold's scorer decides it."""
        names = {f"#{member.person.id}": member.person.names[0] for member in self.settled.cast}
        name = names.get(claim.get("ref"))
        if name is None:
            return False
        system = self.scorer.Name(name.text, name.surname or None, name.forename or None)
        return bool(self.scorer.names_agree(system, self.roster.by_id[ident], ident in self.roster.unique))

    def note(self, prefix: str, kind: str, text: str) -> None:
        """Count and keep an error."""
        self.score.counts[prefix + kind] += 1
        self.score.errors.append(f"{prefix + kind:9} {text}")


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
            Measure(gold, document.transcript.text, settled, scorer, scorer.Roster(persons), score).all(starts)
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
