"""How surely the marks of notes are found: marks put at random places of real texts, and looked for again.

    python benchmarks/marks.py ../shared/gold [--runs 10] [--errors 20]

The running texts of the gold have no marks. Up to thirty are put into each, after stops, words and figures as printed
volumes do it (rising, beginning at 0 or 1, or numbered on from earlier documents), some of them lost. Counted by what
the mark hangs on: found at the right place, at a wrong one, not at all; and lost marks that were found nevertheless.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from pipeline.model import Span
from pipeline.segment.notes import Place, match_marks

PLACE = re.compile(r"(?<=[\w.,;:!?”’)\]—%])(?<!\b[A-Za-z])(?=[\s—;:)\]”’]|[.,](?!\w)|$)")
WEIGHT = {"stop": 6.0, "word": 1.0, "figure": 1.0}
LOST = 0.04


def hangs_on(text: str, at: int) -> str:
    """What stands before a place: a figure, a stop, or a word."""
    before = text[at - 1]
    return "figure" if before.isdigit() else "word" if before.isalpha() else "stop"


def printed(text: str, places: Sequence[int], marks: Sequence[str]) -> tuple[str, list[int]]:
    """The text with its marks, and where they begin."""
    pieces, starts, at, length = [], [], 0, 0
    for place, mark in zip(places, marks, strict=True):
        pieces += [text[at:place], mark]
        length += place - at
        starts.append(length)
        length += len(mark)
        at = place
    return "".join([*pieces, text[at:]]), starts


def trial(text: str, dice: random.Random) -> Iterator[tuple[str, str, str]]:
    """One text with marks: for each note what its mark hangs on, how it was found, and the words around."""
    free = [match.start() for match in PLACE.finditer(text)]
    weights = [WEIGHT[hangs_on(text, at)] for at in free]
    count = min(dice.choice([1, 2, 3, 5, 8, 15, 30]), max(1, len(text) // 300))
    title = text.index("\n")
    first = dice.choice([1 if text[title - 1].isdigit() else 0, 1, 1, 1, 12, 57])
    places = sorted({*dice.choices(free, weights, k=count), *([] if first else [title])} - set(range(8)))
    places = places if first else [place for place in places if place >= title]
    lost = {note for note in range(len(places)) if dice.random() < LOST and (note or first)}
    marks = ["" if note in lost else str(note + first) for note in range(len(places))]
    with_marks, starts = printed(text, places, marks)
    found = match_marks(with_marks, [Span(0, len(with_marks))], len(places), form="glued", running=first > 1)
    for note, (place, start, mark) in enumerate(zip(found, starts, marks, strict=True)):
        around = with_marks[max(0, start - 30) : start] + f"[{mark}]" + with_marks[start + len(mark) : start + 20]
        kind = "lost" if note in lost else hangs_on(text, places[note])
        yield kind, verdict(place, start if mark else None), around.replace("\n", "/")


def verdict(place: Place | None, start: int | None) -> str:
    """Whether the mark was found where it is; a lost one is right if none was found."""
    if place is None:
        return "right" if start is None else "not found"
    return "right" if place.span.start == start else "wrong"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--runs", type=int, default=10, help="how often each text is tried")
    parser.add_argument("--errors", type=int, default=0, help="how many errors to show")
    options = parser.parse_args()
    dice = random.Random(1)
    counts: Counter[tuple[str, str]] = Counter()
    errors: list[str] = []
    for path in sorted((options.gold / "dev").glob("*.gold.json")):
        text = json.loads(path.read_text(encoding="utf-8"))["text"]
        for _ in range(options.runs):
            for kind, outcome, around in trial(text, dice):
                counts[kind, outcome] += 1
                if outcome != "right":
                    errors.append(f"{kind:8}{outcome:11}{path.name.removesuffix('.gold.json')}: {around}")
    print(f"{'hangs on':10}{'marks':>8}{'right':>8}{'wrong':>8}{'not found':>11}{'share':>8}")
    for kind in ("stop", "word", "figure", "lost"):
        right, wrong, none = (counts[kind, outcome] for outcome in ("right", "wrong", "not found"))
        total = right + wrong + none
        print(f"{kind:10}{total:8}{right:8}{wrong:8}{none:11}{right / max(total, 1):8.3f}")
    print("\n".join(errors[: options.errors]))


if __name__ == "__main__":
    main()
