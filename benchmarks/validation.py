"""How fast validation is on this machine: `python benchmarks/validation.py [SCHEMA.rng …]` prints a table.

Each layer is measured on the files of the edition, warm, best of five; loading a schema in its first use; many files in
two processes. Schemas given as arguments are measured in our own RELAX NG engine.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from pipeline.validate import grammar, house, tei_files, validate_file, validate_paths
from pipeline.validate.parsing import Source, read
from pipeline.validate.relaxng.engine import Machine, accepts
from pipeline.validate.relaxng.load import Schema

FILES = tei_files([Path(__file__).parents[1] / "tei"])
MANY = 300


def seconds(work: Callable[[], object], times: int = 5) -> float:
    """Seconds of the quickest of several runs."""
    found = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        found.append(time.perf_counter() - start)
    return min(found)


def row(name: str, taken: float, size: int = 0) -> None:
    """One line of the table: what, milliseconds, megabytes a second."""
    speed = f"{size / taken / 1e6:8.1f} MB/s" if size else ""
    print(f"{name:52}{taken * 1000:10.1f} ms {speed}")


def main() -> None:
    sources = [source for source, _ in map(read, FILES) if source is not None]
    size = sum(len(source.data) for source in sources)
    print(f"{len(sources)} files, {size} bytes")
    row("load XSD (libxml2)", seconds(lambda: grammar.libxml2(grammar.XSD), 1))
    row("load XSD (xmlschema)", seconds(lambda: grammar.xsd(grammar.XSD), 1))
    layers: dict[str, Callable[[Source], object]] = {
        "XSD (libxml2)": lambda source: grammar.libxml2(grammar.XSD).validate(source.root.getroottree()),
        "XSD (xmlschema)": lambda source: grammar.xsd(grammar.XSD).is_valid(source.path),
        "house rules": lambda source: house.check(source, source.path.parent),
    }
    for name, layer in layers.items():
        row(name, seconds(lambda layer=layer: [layer(source) for source in sources]), size)  # type: ignore[misc]
    row("all layers, reading included", seconds(lambda: [validate_file(path) for path in FILES]), size)
    for schema in [grammar.RNG, *map(Path, sys.argv[1:])]:
        machine = Machine(Schema(schema))
        row(f"load {schema.name} (our engine)", seconds(lambda schema=schema: Schema(schema)))  # type: ignore[misc]
        run = seconds(lambda machine=machine: [accepts(machine, source.data) for source in sources])  # type: ignore[misc]
        row(f"{schema.name} (our engine)", run, size)
    with tempfile.TemporaryDirectory() as folder:
        for number in range(MANY):
            shutil.copy(FILES[number % len(FILES)], Path(folder) / f"{number:03}.xml")
        many = tei_files([Path(folder)])
        total = sum(path.stat().st_size for path in many)
        row(f"{MANY} files in two processes", seconds(lambda: list(validate_paths(many, processes=2)), 1), total)


if __name__ == "__main__":
    main()
