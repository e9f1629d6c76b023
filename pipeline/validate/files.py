"""Validate files: is it XML, does it fit the grammar, does it keep the house rules.

validate_file(Path("tei/rusk.xml"))  → [tei/rusk.xml:41:7: error: house/broken-pointer: …]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from pipeline.model import Finding
from pipeline.validate import grammar, house
from pipeline.validate.parsing import Source, parse, read

FEW = 24
"""Up to this many files one process is quicker than starting several."""


def validate_file(path: Path, *, schema: Path | None = None, authority_dir: Path | None = None) -> list[Finding]:
    """What is wrong with a TEI file, in the order of the file.

    `schema` is another schema to check against instead of the project's own; without it, the schemas beside the file
    that its `xml-model` instructions name, if any. With another schema, of the house rules only those are asked that
    hold for any TEI file. `authority_dir` is where the authority
    files are that pointers such as `personography.xml#rusk` lead to; without it, beside the file.
    """
    return _validated(*read(path), schema, authority_dir)


def validate_bytes(
    path: Path, data: bytes, *, schema: Path | None = None, authority_dir: Path | None = None
) -> list[Finding]:
    """As `validate_file`, for a file that is about to be written to `path`."""
    return _validated(*parse(path, data), schema, authority_dir)


def _validated(
    source: Source | None, findings: list[Finding], schema: Path | None, authority_dir: Path | None
) -> list[Finding]:
    if source is None:
        return findings
    schemas = grammar.declared(source) if schema is None else [schema]
    by_grammar = [item for other in schemas for item in grammar.check_other(source, other)]
    by_grammar += [] if schemas else grammar.check(source)
    told = {(item.line, item.column) for item in by_grammar}
    by_house = house.check(source, authority_dir or source.path.parent, general=bool(schemas))
    found = [*by_grammar, *(item for item in by_house if (item.line, item.column) not in told)]
    return sorted(found, key=lambda item: (item.line, item.column, item.code))


def validate_paths(
    paths: Iterable[Path],
    *,
    schema: Path | None = None,
    authority_dir: Path | None = None,
    processes: int | None = None,
) -> Iterator[tuple[Path, list[Finding]]]:
    """Each file with its findings, in the order given; many files in parallel processes."""
    files = list(paths)
    work = partial(validate_file, schema=schema, authority_dir=authority_dir)
    if len(files) <= FEW or processes == 1:
        yield from ((path, work(path)) for path in files)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        yield from zip(files, pool.map(work, files, chunksize=8), strict=True)


def tei_files(paths: Iterable[Path]) -> list[Path]:
    """The files that paths name: files as they are, folders with all XML files below them."""
    found: list[Path] = []
    for path in paths:
        found += sorted(file for file in path.rglob("*.xml") if file.is_file()) if path.is_dir() else [path]
    return found
