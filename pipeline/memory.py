"""What a build remembers for the next one, so that what has not changed is not done again.

An outcome is recalled if a digest of all that went in (program, shared inputs, transcript) and a digest of what came
out are still the same. The file may be deleted, broken or out of date: then everything is built again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

from pipeline.model import Finding
from pipeline.outcome import Built, Inputs, Job, Status, finding_from_data, from_data, to_data
from pipeline.resources import folder


@dataclass
class Memory:
    """Outcomes of earlier builds, by target: what went in (`key`), what came out (`output`), and the outcome; and what
    was found about the shared inputs and about other files."""

    path: Path | None = None
    documents: dict[str, dict[str, Any]] = field(default_factory=dict)
    shared: dict[str, Any] = field(default_factory=dict)
    checks: dict[str, dict[str, Any]] = field(default_factory=dict)

    @classmethod
    def load(cls, path: Path | None) -> Memory:
        """What the file remembers; nothing if there is none or it cannot be understood."""
        try:
            data = json.loads(path.read_bytes()) if path else {}
            return cls(path, *(dict(data.get(name, {})) for name in ("documents", "shared", "checks")))
        except (OSError, ValueError, AttributeError, TypeError):
            return cls(path)

    def recall(self, job: Job, key: str) -> Built | None:
        """The earlier outcome, if neither the inputs nor the output have changed since."""
        entry = self.documents.get(job.target.as_posix(), {})
        if not key or entry.get("key") != key or entry.get("output") != digest_of(job.target):
            return None
        built = from_data(entry["built"])
        return replace(built, status=Status.UNCHANGED) if built.status is Status.WRITTEN else built

    def learn(self, job: Job, key: str, built: Built) -> None:
        """Remember an outcome; what failed is tried again the next time, for the reason may be gone."""
        if built.status is Status.FAILED:
            self.documents.pop(job.target.as_posix(), None)
            return
        entry = {"key": key, "output": digest_of(job.target), "built": to_data(built)}
        self.documents[job.target.as_posix()] = entry

    def recall_shared(self, key: str) -> tuple[Finding, ...] | None:
        """What was found about the shared inputs, if they have not changed since."""
        return _recalled(self.shared, key)

    def learn_shared(self, key: str, findings: Iterable[Finding]) -> None:
        """Remember what was found about the shared inputs."""
        self.shared = {"key": key, "findings": [asdict(item) for item in findings]}

    def recall_check(self, path: Path, key: str) -> tuple[Finding, ...] | None:
        """What was found about another file, if neither it nor the program has changed since."""
        return _recalled(self.checks.get(path.as_posix(), {}), key)

    def learn_check(self, path: Path, key: str, findings: Iterable[Finding]) -> None:
        """Remember what was found about another file."""
        self.checks[path.as_posix()] = {"key": key, "findings": [asdict(item) for item in findings]}

    def data(self) -> bytes:
        """What the file should hold."""
        data = {"documents": self.documents, "shared": self.shared, "checks": self.checks}
        return json.dumps(data, indent=1, sort_keys=True).encode()


def _recalled(entry: Mapping[str, Any], key: str) -> tuple[Finding, ...] | None:
    return tuple(finding_from_data(item) for item in entry["findings"]) if entry.get("key") == key else None


def shared_key(inputs: Inputs, more: Iterable[Path] = (), also: str = "") -> str:
    """A digest of the program, of what all documents share, and of `more` files and words."""
    paths = (*inputs.authority, *([inputs.collection] if inputs.collection else []), *more)
    parts = [program(), also, *(f"{path.as_posix()} {digest_of(path)}" for path in paths)]
    return _digest(parts)


def job_key(job: Job, shared: str) -> str:
    """A digest of all that goes into a document; empty if the transcript cannot be read."""
    source = digest_of(job.source)
    parts = [shared, job.source.as_posix(), job.encoding, source]
    return _digest(parts) if source else ""


def _digest(parts: Iterable[str]) -> str:
    """The digest of some texts; a path may hold bytes that are no text."""
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogateescape")).hexdigest()


def digest_of(path: Path) -> str:
    """The digest of a file's bytes; empty if it cannot be read."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


@cache
def program() -> str:
    """A digest of the program itself: its modules with their data, schemas and stylesheets, and who adds readers."""
    digest = hashlib.sha256(repr(sorted(_additions())).encode())
    for root in (Path(__file__).parent, folder("schema"), folder("xslt")):
        for path in sorted(path for path in root.rglob("*") if path.is_file() and path.suffix != ".pyc"):
            digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def _additions() -> Iterator[tuple[str, str, str]]:
    """The readers that other distributions add, with the versions of those."""
    from importlib.metadata import entry_points

    for point in entry_points(group="verbale.readers"):
        yield point.name, point.value, point.dist.version if point.dist else ""
