"""Read authority files: TEI, CSV, or the text of a printed list of persons.

    load_authority([Path("personography.xml")]) → (Authority(persons=…, places=…), [])

The kind of a file is told by its content: `<` opens TEI; a header line with a known column opens CSV; anything else is
the text of a printed list, one person a line. XML is parsed without network, external entities or expansion. What
cannot be read is a finding, never an exception.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, count
from pathlib import Path
from typing import TypeVar

from pipeline.authority.entries import distinct_ids
from pipeline.authority.printed import read_list
from pipeline.authority.table import is_table, read_table
from pipeline.findings import finding
from pipeline.model import Authority, Finding, Organization, Place
from pipeline.source import decode_transcript


def load_authority(paths: Iterable[Path]) -> tuple[Authority, list[Finding]]:
    """All entries of the files in the order given; an id that occurs twice gets a number (`rusk-2`)."""
    files: list[Authority] = []
    findings: list[Finding] = []
    for path in paths:
        entries, problems = _load_file(Path(path))
        files.append(entries)
        findings.extend(
            replace(problem, path=str(path), line=problem.line or 1, column=problem.column or 1) for problem in problems
        )
    persons = distinct_ids([person for file in files for person in file.persons])
    taken = {person.id for person in persons}
    places = tuple(_distinct([place for file in files for place in file.places], taken))
    organizations = tuple(_distinct([org for file in files for org in file.organizations], taken))
    return Authority(persons, places, organizations), findings


_Entry = TypeVar("_Entry", Place, Organization)


def _distinct(entries: Iterable[_Entry], taken: set[str]) -> Iterator[_Entry]:
    """The entries, those whose id is taken with a number: all of them may stand in one TEI file."""
    for entry in entries:
        numbered = (f"{entry.id}-{number}" for number in count(2))
        ident = next(name for name in chain((entry.id,), numbered) if name not in taken)
        taken.add(ident)
        yield entry if ident == entry.id else replace(entry, id=ident)


_Loaded = tuple[Authority, list[Finding]]


def _load_file(path: Path) -> _Loaded:
    try:
        data = path.read_bytes()
    except OSError as error:
        return Authority(), [finding("authority/unreadable", f"The file cannot be read: {error.strerror or error}.")]
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return _tei(data, path.name)
    transcript, problems = decode_transcript(data, path)
    if transcript is None:
        message, hint = problems[0].message, "Give TEI, CSV or plain text in UTF-8."
        return Authority(), [finding("authority/unreadable", message, hint)]
    text = transcript.text
    if text.lstrip().startswith("<"):
        return _tei(data, path.name)
    entries, more = (read_table if is_table(text) else read_list)(text, path.name)
    return entries, [*problems, *more]


def _tei(data: bytes, name: str) -> _Loaded:
    from pipeline.authority.tei import read_tei

    return read_tei(data, name)
