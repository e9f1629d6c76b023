"""The facts of a collection that no transcript can say of itself: `transcripts/collection.toml`.

    title = "Conversations of 1962 and 1963"
    publisher = "…"
    licence = "https://creativecommons.org/publicdomain/mark/1.0/"
    licence_text = "Works of the United States Government, in the public domain."
    [range]                      # the dates of documents that lie outside are findings
    from = "1962-10"
    to = "1963"
    [documents.bowles-dobrynin]
    source = "https://history.state.gov/historicaldocuments/frus1961-63v05/d265"
    date = "1962-11-15"
    ground = "date line of the printed volume"

Everything is optional. A wrong key or value is a finding with its line; the rest of the file counts.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from pathlib import Path
from types import MappingProxyType

from pipeline.findings import finding
from pipeline.model import Finding, Span, Transcript


@dataclass(frozen=True, slots=True)
class Licence:
    """Under which terms the edition is published: an address and a sentence."""

    target: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Editor:
    """A person responsible for the edition; `id` is what `@resp` points to, `resp` says for what."""

    id: str
    name: str
    resp: str = "Editor"


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """What the collection says of one document. `source` is the address and `bibl` the citation of what the transcript
    was made from; `date` is an ISO date, moment or `a/b` for a range, and counts only
    with its `ground`: where it comes from."""

    source: str = ""
    bibl: str = ""
    title: str = ""
    repository: str = ""
    date: str = ""
    ground: str = ""
    place: str = ""
    language: str = ""
    type: str = ""

    def metadata(self) -> dict[str, object]:
        """The entries that say something, for `pipeline.describe`."""
        return {f.name: value for f in fields(self) if (value := getattr(self, f.name))}


@dataclass(frozen=True, slots=True)
class Range:
    """The time from which a collection has documents: ISO dates, possibly partial, empty if it is open at that end."""

    start: str = ""
    end: str = ""

    def holds(self, first: str, last: str) -> bool:
        """Whether something between two dates (partial, or empty if unknown) may lie in it."""
        return _not_after(self.start, last) and _not_after(first, self.end)


def _not_after(first: str, last: str) -> bool:
    """Whether a date may lie before another, as far as both are given."""
    known = min(len(first), len(last), len("1963-01-09"))
    return first[:known] <= last[:known]


@dataclass(frozen=True)
class Collection:
    """A collection of transcripts; `documents` by the stem of the transcript's file name."""

    title: str = ""
    publisher: str = ""
    description: str = ""
    licence: Licence = Licence()
    editors: tuple[Editor, ...] = ()
    language: str = ""
    funder: str = ""
    period: Range = Range()
    documents: Mapping[str, DocumentEntry] = field(default_factory=lambda: MappingProxyType({}))

    def entry(self, stem: str) -> DocumentEntry:
        """What is said of a document, an empty entry if nothing is."""
        return self.documents.get(stem, DocumentEntry())


_TEXTS = ("title", "publisher", "description", "language", "funder", "licence", "licence_text")
_TABLES = ("editors", "range", "documents")
_RANGE = ("from", "to")
_EDITOR = ("id", "name", "resp")
_DOCUMENT = tuple(f.name for f in fields(DocumentEntry))
_ISO_DATE = (
    r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01])(?:T[0-2]\d:[0-5]\d(?::[0-5]\d)?(?:Z|[+-]\d\d:\d\d)?)?)?)?"
)
_DATE = re.compile(rf"{_ISO_DATE}(?:/{_ISO_DATE})?")
_LANGUAGE = re.compile(r"[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8})*")
_ID = re.compile(r"[A-Za-z_][\w.-]*")
_FORMS = {
    "date": (_DATE, "an ISO date such as 1963-01-09, 1963-01-09T17:00 or 1963-12-25/1964-01-01"),
    "language": (_LANGUAGE, "a language tag such as en or en-GB"),
    "from": (re.compile(_ISO_DATE), "an ISO date such as 1962, 1962-10 or 1962-10-16"),
    "to": (re.compile(_ISO_DATE), "an ISO date such as 1963, 1963-12 or 1963-12-31"),
    "id": (_ID, "a letter followed by letters, digits, hyphens or full stops"),
    "licence": (re.compile(r"\S+"), "an address without blanks"),
}
"""Keys whose values must have a form: key → pattern, and how to say it."""


class _Reader:
    """Collects findings while the tables are taken apart."""

    def __init__(self, transcript: Transcript) -> None:
        self._transcript = transcript
        self.findings: list[Finding] = []

    def say(self, code: str, message: str, hint: str, table: str = "", key: str = "") -> None:
        self.findings.append(finding(code, message, hint, self._place(table, key)).located(self._transcript))

    def _place(self, table: str, key: str) -> Span:
        """Where a key stands: the first `key =` after the head of its table (start of the file if it is not found)."""
        text = self._transcript.text
        head = re.search(rf"^\s*\[+\s*{_table_pattern(table)}\s*\]+", text, re.M) if table else None
        start = head.start() if head else 0
        named = (
            re.compile(rf"^[ \t]*\[*[ \t]*[\"']?{re.escape(key)}[\"']?\s*[=.\]]", re.M).search(text, start)
            if key
            else None
        )
        at = named.start() if named else start
        return Span(at, max(at + 1, text.find("\n", at)))

    def texts(self, table: Mapping[str, object], known: tuple[str, ...], name: str = "") -> dict[str, str]:
        """The known keys of a table that have a text of the right form."""
        return dict(self._texts(table, known, name))

    def _texts(self, table: Mapping[str, object], known: tuple[str, ...], name: str) -> Iterator[tuple[str, str]]:
        for key, value in table.items():
            if key not in known:
                hint = f"Known here: {', '.join((*known, *(() if name else _TABLES)))}."
                if isinstance(value, dict) and name.startswith("documents\0"):
                    stem = name.partition("\0")[2]
                    hint = f'A name with a full stop needs quotation marks: [documents."{stem}.{key}"].'
                self.say("collection/unknown-key", f"“{key}” is no known key.", hint, name, key)
            elif (text := _text(value)) is None:
                self.say("collection/bad-value", f"“{key}” must be a text.", f'Write {key} = "…".', name, key)
            elif key in _FORMS and text and not _FORMS[key][0].fullmatch(text):
                self.say(
                    "collection/bad-value", f"“{text}” does not fit “{key}”.", f"Write {_FORMS[key][1]}.", name, key
                )
            else:
                yield key, text

    def tables(self, value: object, key: str) -> list[Mapping[str, object]]:
        """The tables of `[[key]]`, with a finding if it is something else."""
        if isinstance(value, list) and all(isinstance(item, dict) for item in value):
            return value
        self.say("collection/bad-value", f"“{key}” must be a list of tables.", f"Write [[{key}]].", "", key)
        return []

    def table(self, value: object, key: str, parent: str = "") -> Mapping[str, object]:
        """A table, or an empty one with a finding."""
        if isinstance(value, dict):
            return value
        self.say("collection/bad-value", f"“{key}” must be a table.", f"Write [{parent}{key}].", "", key)
        return {}


def _table_pattern(name: str) -> str:
    """A regular expression for a dotted table name whose parts may be quoted."""
    return r"\s*\.\s*".join(rf"[\"']?{re.escape(piece)}[\"']?" for piece in name.split("\0"))


def _text(value: object) -> str | None:
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes")
    return value.isoformat() if isinstance(value, date) else None


def load_collection(path: Path) -> tuple[Collection, list[Finding]]:
    """The collection that a TOML file describes, and what is wrong with the file. A missing file is an empty one."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return Collection(), []
    except UnicodeDecodeError as error:
        transcript = Transcript(path.stem, "", str(path))
        return Collection(), [
            finding("collection/syntax", f"The file is not UTF-8: {error}.", "Save it as UTF-8.").located(transcript)
        ]
    return parse_collection(Transcript(path.stem, text, str(path)))


def parse_collection(transcript: Transcript) -> tuple[Collection, list[Finding]]:
    """The collection that the text of a TOML file describes, with findings."""
    reader = _Reader(transcript)
    try:
        table = tomllib.loads(transcript.text)
    except tomllib.TOMLDecodeError as error:
        reader.findings.append(_syntax(transcript, error))
        return Collection(), reader.findings
    plain = {key: value for key, value in table.items() if key not in _TABLES}
    texts = reader.texts(plain, _TEXTS)
    licence = Licence(texts.pop("licence", ""), texts.pop("licence_text", ""))
    editors = tuple(_editors(reader, reader.tables(table.get("editors", []), "editors")))
    ends = reader.texts(reader.table(table.get("range", {}), "range"), _RANGE, "range")
    documents = dict(_documents(reader, reader.table(table.get("documents", {}), "documents")))
    collection = Collection(
        **texts,
        licence=licence,
        editors=editors,
        period=Range(ends.get("from", ""), ends.get("to", "")),
        documents=MappingProxyType(documents),
    )
    return collection, reader.findings


def entries_without_transcript(path: Path, stems: Container[str]) -> list[Finding]:
    """A finding for each document of the file that no transcript is called by; `stems` are the names of transcripts."""
    try:
        transcript = Transcript(path.stem, path.read_text(encoding="utf-8-sig"), str(path))
    except (OSError, UnicodeDecodeError):
        return []
    reader = _Reader(transcript)
    for stem in parse_collection(transcript)[0].documents:
        if stem not in stems:
            hint = "Write the name of the file without its ending."
            reader.say("collection/no-transcript", f"No transcript is called “{stem}”.", hint, f"documents\0{stem}")
    return reader.findings


def _syntax(transcript: Transcript, error: tomllib.TOMLDecodeError) -> Finding:
    place = re.search(r"at line (\d+), column (\d+)", str(error))
    line, column = (int(place[1]), int(place[2])) if place else (len(transcript.line_starts), 1)
    message = re.sub(r"\s*\(at .*\)", "", str(error))
    found = finding("collection/syntax", f"{message}.", "The file is TOML, see https://toml.io.")
    return Finding(found.code, found.severity, found.message, found.hint, None, transcript.path, line, column)


def _editors(reader: _Reader, tables: list[Mapping[str, object]]) -> Iterator[Editor]:
    for table in tables:
        texts = reader.texts(table, _EDITOR, "editors")
        if "name" not in texts:
            reader.say("collection/bad-value", "An editor has no name.", 'Add name = "…".', "editors")
            continue
        yield Editor(texts.get("id") or _identifier(texts["name"]), texts["name"], texts.get("resp", "Editor"))


def _identifier(name: str) -> str:
    """An XML id made of a name: `Jane A. Doe` → `jane-a-doe`."""
    return re.sub(r"[^\w]+", "-", name.lower()).strip("-") or "editor"


def _documents(reader: _Reader, tables: Mapping[str, object]) -> Iterator[tuple[str, DocumentEntry]]:
    for stem, value in tables.items():
        name = f"documents\0{stem}"
        texts = reader.texts(reader.table(value, stem, "documents."), _DOCUMENT, name)
        if "date" in texts and not texts.get("ground"):
            hint = 'Add ground = "where the date is stated", for example "date line of the printed volume".'
            reader.say(
                "collection/no-ground", f"The date of “{stem}” has no ground, so it does not count.", hint, name, "date"
            )
        yield stem, DocumentEntry(**texts)
