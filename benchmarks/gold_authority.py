"""Turn the gold's lists of persons into TEI authority files.

    python benchmarks/gold_authority.py ../shared/gold/dev build/authority

writes `<volume>.xml` with the volume's own list and `not-<volume>.xml` with the lists of all other volumes.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from pipeline.authority.entries import distinct_ids, person_of
from pipeline.authority.write import write_tei
from pipeline.model import Authority, Person


def volume_persons(path: Path) -> list[Person]:
    """The persons of a `<volume>.persons.json`."""
    return [person_of(p["id"], p["name"], p["description"]) for p in json.loads(path.read_text(encoding="utf-8"))]


def write_all(gold: Path, target: Path) -> None:
    """Both files for every volume."""
    target.mkdir(parents=True, exist_ok=True)
    lists = {
        path.name.removesuffix(".persons.json"): volume_persons(path) for path in sorted(gold.glob("*.persons.json"))
    }
    for volume, persons in lists.items():
        others = [person for other, list_ in lists.items() if other != volume for person in list_]
        for name, entries in ((volume, persons), (f"not-{volume}", others)):
            authority = Authority(distinct_ids(entries))
            (target / f"{name}.xml").write_bytes(
                write_tei(authority, f"Persons of {name}", "The gold's list of persons.")
            )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("target", type=Path)
    arguments = parser.parse_args()
    write_all(arguments.gold, arguments.target)
