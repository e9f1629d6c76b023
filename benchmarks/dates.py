"""Score the date grammar on gold: dates marked in running text, and surfaces of datelines with the editors' values.

    python benchmarks/dates.py GOLD_DIR [--errors] [--speed] [--tei]

GOLD_DIR holds `running-text.json` (paragraphs with `document_date` and `dates`) and `pairs.tsv` (surface, value). A
date of the paragraphs counts as found when a match overlaps it, as right when a value of the match begins with the
gold value, and a match counts as wrong when it overlaps no date of the gold. With `--tei` every paragraph is encoded as
a transcript of its own (title, dateline, paragraph) and the `date` and `time` elements of the TEI are scored.
"""

from __future__ import annotations

import argparse
import csv
import datetime
import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from pipeline.grammar.dates import DateMatch, find_dates, parse_date

Found = tuple[int, int, dict[str, str]]
"""Start, end and dating attributes of something found in a paragraph."""
FIRST = ("when", "from", "notBefore")


def share(part: int, whole: int) -> str:
    """A share with three digits."""
    return f"{part / whole:.3f}" if whole else "-"


def by_grammar(row: dict[str, Any]) -> list[Found]:
    """What the grammar finds in a paragraph."""
    return [(m.start, m.end, dict(m.value)) for m in find_dates(row["text"], row["document_date"])]


def by_tei(row: dict[str, Any]) -> list[Found]:
    """What stands as `date` or `time` in the TEI of a transcript made of the paragraph."""
    from lxml import etree

    from pipeline.encode import encode
    from pipeline.model import Authority, Transcript

    day = datetime.date.fromisoformat(row["document_date"])
    raw = f"Memorandum\n\nWashington, {day:%B} {day.day}, {day.year}.\n\n{row['text']}\n"
    root = etree.fromstring(encode(Transcript(f"p{row['id']}", raw), Authority()).xml)
    body = next(root.iter("{*}body"))
    dated: list[tuple[int, int, dict[str, str]]] = []
    before = 0  # characters of the body so far, white space left out

    def walk(element: etree._Element) -> None:
        nonlocal before
        start = before
        before += len("".join((element.text or "").split()))
        for child in element:
            walk(child)
            before += len("".join((child.tail or "").split()))
        if element.tag in ("{http://www.tei-c.org/ns/1.0}date", "{http://www.tei-c.org/ns/1.0}time"):
            dated.append((start, before, {str(key): str(value) for key, value in element.attrib.items()}))

    walk(body)
    text = "".join("".join(body.itertext()).split())
    at = text.find("".join(row["text"].split()))
    places = [i for i, ch in enumerate(row["text"]) if not ch.isspace()]
    inside = [(start - at, end - at, value) for start, end, value in dated if start >= at >= 0 and end > start]
    return [(places[start], places[end - 1] + 1, value) for start, end, value in inside if end <= len(places)]


def score_running_text(
    rows: list[dict[str, Any]], find: Callable[[dict[str, Any]], list[Found]] = by_grammar
) -> Iterator[str]:
    """Lines of errors, then the line of scores."""
    core = found = valued = right = marked = good = 0
    for row in rows:
        text, spans = row["text"], row["dates"]
        matches = find(row)
        for start, end, value in matches:
            marked += 1
            if any(d["start"] < end and start < d["end"] for d in spans):
                good += 1
            else:
                yield f"p{row['id']}: extra {text[start:end]!r} {value}"
        for gold in (d for d in spans if d["kind"] == "core"):
            core += 1
            surface = text[gold["start"] : gold["end"]]
            hits = [value for start, end, value in matches if gold["start"] < end and start < gold["end"]]
            found += bool(hits)
            if not hits:
                yield f"p{row['id']}: missed {surface!r} ({gold['when']})"
            elif gold["when"]:
                valued += 1
                values = [value[key] for value in hits for key in FIRST if key in value]
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
    parser.add_argument("--tei", action="store_true", help="score the TEI of transcripts made of the paragraphs")
    options = parser.parse_args()
    rows = json.loads((options.gold / "running-text.json").read_text(encoding="utf-8"))
    find = by_tei if options.tei else by_grammar
    for lines in (list(score_running_text(rows, find)), list(score_pairs(options.gold / "pairs.tsv"))):
        print("\n".join(lines if options.errors else lines[-1:]))
    if options.speed:
        print(speed(rows))


if __name__ == "__main__":
    main()
