"""Score the date grammar on gold: dates marked in running text, and surfaces of datelines with the editors' values.

    python benchmarks/dates.py GOLD_DIR [--errors] [--speed]

GOLD_DIR holds `running-text.json` (paragraphs with `document_date` and `dates`) and `pairs.tsv` (surface, value). A
date of the paragraphs counts as found when a match overlaps it, as right when a value of the match begins with the
gold value, and a match counts as wrong when it overlaps no date of the gold.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from pipeline.grammar.dates import DateMatch, find_dates, parse_date

FIRST = ("when", "from", "notBefore")


def share(part: int, whole: int) -> str:
    """A share with three digits."""
    return f"{part / whole:.3f}" if whole else "-"


def score_running_text(rows: list[dict[str, Any]]) -> Iterator[str]:
    """Lines of errors, then the line of scores."""
    core = found = valued = right = marked = good = 0
    for row in rows:
        text, spans = row["text"], row["dates"]
        matches = find_dates(text, row["document_date"])
        for match in matches:
            marked += 1
            if any(d["start"] < match.end and match.start < d["end"] for d in spans):
                good += 1
            else:
                yield f"p{row['id']}: extra {text[match.start : match.end]!r} {match.value} {match.rule}"
        for gold in (d for d in spans if d["kind"] == "core"):
            core += 1
            surface = text[gold["start"] : gold["end"]]
            hits = [m for m in matches if gold["start"] < m.end and m.start < gold["end"]]
            found += bool(hits)
            if not hits:
                yield f"p{row['id']}: missed {surface!r} ({gold['when']})"
            elif gold["when"]:
                valued += 1
                values = [value for m in hits for key, value in m.value if key in FIRST]
                if any(value.startswith(gold["when"]) for value in values):
                    right += 1
                else:
                    yield f"p{row['id']} of {row['document_date']}: {surface!r} is {values}, not {gold['when']}"
    yield (
        f"running text: recall {share(found, core)} value {share(right, valued)} precision {share(good, marked)} "
        f"({core} core dates, {marked} matches)"
    )


def ends(value: dict[str, str]) -> tuple[str, str]:
    """The first and last moment that dating attributes name, whichever way they say it."""
    first = next((value[key] for key in FIRST if key in value), "")
    return first, next((value[key] for key in ("to", "notAfter", "when") if key in value), first)


def context_of(surface: str, value: dict[str, str]) -> str:
    """What the document lends to an incomplete surface: its year, or its month where only the day is printed."""
    first = ends(value)[0]
    if not any(ch.isalpha() for ch in surface.split(",")[0]):
        return first[:7]
    return first[:4]


def score_pairs(path: Path) -> Iterator[str]:
    """Lines of differences, then the line of scores."""
    alike = total = 0
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            value = json.loads(row["value"])
            match: DateMatch | None = parse_date(row["surface"], context_of(row["surface"], value))
            ours = dict(match.value) if match else {}
            total += 1
            if ends(ours) == ends(value):
                alike += 1
            else:
                yield f"{row['volume']} {row['document']}: {row['surface']!r} is {ours}, editors {value}"
    yield f"pairs: {alike} of {total} alike"


def speed(rows: list[dict[str, Any]]) -> str:
    """Megabytes of running text in a second."""
    text = [(row["text"], row["document_date"]) for row in rows]
    size = sum(len(one.encode()) for one, _ in text)
    rounds = 10
    begin = time.perf_counter()
    for _ in range(rounds):
        for one, base in text:
            find_dates(one, base)
    return f"speed: {size * rounds / 1e6 / (time.perf_counter() - begin):.2f} MB/s"


def main() -> None:
    """Print scores (and errors)."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--errors", action="store_true", help="print every difference")
    parser.add_argument("--speed", action="store_true", help="measure the throughput")
    options = parser.parse_args()
    rows = json.loads((options.gold / "running-text.json").read_text(encoding="utf-8"))
    for lines in (list(score_running_text(rows)), list(score_pairs(options.gold / "pairs.tsv"))):
        print("\n".join(lines if options.errors else lines[-1:]))
    if options.speed:
        print(speed(rows))


if __name__ == "__main__":
    main()
