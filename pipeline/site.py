"""The editions of a collection, brought up to date: only what differs is written, only our own pages are removed.

    publish(project.documents(), project.inputs, Path("build/site"), Path("build/site.json"))
        → Published(pages=61, written=61, removed=0, findings=())

`memory` is a file that remembers what the pages were made from and how they looked. If neither has changed, nothing is
done; a page that was ours and is no longer part of the edition is removed. Files of others are left alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.build import load, remove, unwritable, write
from pipeline.findings import finding
from pipeline.memory import digest_of, shared_key
from pipeline.model import Finding
from pipeline.namespaces import XML_ID
from pipeline.outcome import Inputs

if TYPE_CHECKING:
    from pipeline.editions import Design


@dataclass(frozen=True, slots=True)
class Published:
    """How many pages the edition has, how many were written and removed, and what went wrong."""

    pages: int
    written: int = 0
    removed: int = 0
    findings: tuple[Finding, ...] = ()


def publish(
    documents: Sequence[Path], inputs: Inputs, output: Path, memory: Path | None = None, design: Design | None = None
) -> Published:
    """Make the edition of some TEI files in the folder `output`."""
    key = shared_key(inputs, [*documents, *(design.files if design else ())], repr(design))
    known = _recall(memory)
    if known.get("key") == key and all(digest_of(output / page) == digest for page, digest in _pages(known).items()):
        return Published(len(_pages(known)))
    return _publish(documents, inputs, output, memory, design, key)


def _publish(
    documents: Sequence[Path], inputs: Inputs, output: Path, memory: Path | None, design: Design | None, key: str
) -> Published:
    from pipeline.editions import Design, build_site
    from pipeline.xslt import XsltError

    roots, findings = _readable(documents)
    good = list(_distinct(roots, findings))
    authorities, more = _readable([path for path in inputs.authority if path.suffix == ".xml"])
    findings += more
    try:
        site = build_site(good, authorities, load(inputs).collection, output, write, design or Design())
    except XsltError as error:
        return Published(0, findings=(*findings, _failed(output, str(error))))
    except OSError as error:
        return Published(0, findings=(*findings, unwritable(error, output)))
    removed = _remove([page for page in site.obsolete if page in _pages(_recall(memory))], output)
    if memory is not None and not findings:
        pages = {page: digest_of(output / page) for page in site.pages}
        findings += _remember(memory, {"key": key, "pages": pages})
    return Published(len(site.pages), site.written, removed, tuple(findings))


def _remember(memory: Path, data: dict[str, object]) -> Iterator[Finding]:
    try:
        write(memory, json.dumps(data, indent=1).encode())
    except OSError as error:
        yield unwritable(error, memory)


def _readable(paths: Sequence[Path]) -> tuple[dict[Path, str], list[Finding]]:
    """The files that are TEI, each with the `xml:id` of its root, and a finding for each that is not."""
    from pipeline.validate.parsing import read_tei

    good: dict[Path, str] = {}
    findings: list[Finding] = []
    for path in paths:
        source, problems = read_tei(path)
        if source is not None:
            good[path] = source.root.get(XML_ID, path.stem)
        for problem in problems:
            failed = _failed(path, f"Not in the edition: {problem.message}")
            findings.append(replace(failed, line=problem.line, column=problem.column))
    return good, findings


def _distinct(ids: dict[Path, str], findings: list[Finding]) -> Iterator[Path]:
    """The first file of each id; a page can have only one document."""
    first: dict[str, Path] = {}
    for path, name in ids.items():
        if first.setdefault(name, path) == path:
            yield path
        else:
            findings.append(_failed(path, f"{first[name].as_posix()} has the same xml:id, {name}"))


def _failed(path: Path, message: str) -> Finding:
    item = finding("edition/failed", f"{message.rstrip('.')}.", "Mend the file and build again.")
    return replace(item, path=path.as_posix(), line=1, column=1)


def _remove(pages: Sequence[str], output: Path) -> int:
    for page in pages:
        remove(output / page)
    return len(pages)


def _recall(memory: Path | None) -> dict[str, object]:
    try:
        data = json.loads(memory.read_bytes()) if memory else {}
    except (OSError, ValueError):
        data = {}
    return data if isinstance(data, dict) else {}


def _pages(known: dict[str, object]) -> dict[str, str]:
    pages = known.get("pages", {})
    return pages if isinstance(pages, dict) else {}
