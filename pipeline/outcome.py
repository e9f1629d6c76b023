"""The records of a build: what is to be done, what came out of it.

    Job(Path("transcripts/rusk.txt"), Path("tei/rusk.xml"))
        → Built("transcripts/rusk.txt", "tei/rusk.xml", Status.WRITTEN, findings, (("date", 7), ("persName", 31)))

Outcomes can be turned into plain data and back (`to_data`, `from_data`), for JSON and for what a build remembers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from pipeline.model import Finding, Severity, Span


class Status(StrEnum):
    """What became of a document."""

    WRITTEN = "written"
    UNCHANGED = "unchanged"
    KEPT = "kept"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Job:
    """A transcript to read and the TEI file to write; `encoding` overrides what the bytes say."""

    source: Path
    target: Path
    encoding: str = ""


@dataclass(frozen=True, slots=True)
class Inputs:
    """What all documents of a build share: authority files in their order, and the collection file."""

    authority: tuple[Path, ...] = ()
    collection: Path | None = None


@dataclass(frozen=True, slots=True)
class Built:
    """The outcome for one document. `claims` counts what the encoding says, by TEI element, sorted by name."""

    source: str
    target: str
    status: Status
    findings: tuple[Finding, ...] = ()
    claims: tuple[tuple[str, int], ...] = ()

    @property
    def has_errors(self) -> bool:
        """Whether a finding is an error."""
        return any(item.severity is Severity.ERROR for item in self.findings)


@dataclass(frozen=True, slots=True)
class Result:
    """What a build has done: documents in the order of their jobs, and findings about what they share; `stopped` if
    nothing was built because of those."""

    documents: tuple[Built, ...]
    findings: tuple[Finding, ...] = ()
    stopped: bool = False


def to_data(built: Built) -> dict[str, Any]:
    """An outcome as plain data, for JSON."""
    return asdict(built) | {"claims": dict(built.claims)}


def from_data(data: Mapping[str, Any]) -> Built:
    """The outcome again from `to_data`."""
    findings = tuple(finding_from_data(item) for item in data["findings"])
    claims = tuple(sorted(data["claims"].items()))
    return Built(data["source"], data["target"], Status(data["status"]), findings, claims)


def finding_from_data(data: Mapping[str, Any]) -> Finding:
    span = Span(**data["span"]) if data["span"] else None
    return Finding(**{**data, "severity": Severity(data["severity"]), "span": span})
