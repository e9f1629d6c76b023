"""A collection: many transcripts become TEI files, each proved and validated, and nothing that a person did is harmed.

    build([Job(Path("transcripts/rusk.txt"), Path("tei/rusk.xml"))], Inputs((Path("tei/personography.xml"),)))
        → Result((Built("transcripts/rusk.txt", "tei/rusk.xml", WRITTEN, findings, (("date", 7), …)),), findings)

What is promised here, and tested in `tests/test_build.py`:

* An output is written whole or not at all (a temporary file beside it, then renamed).
* A file that a person has edited is kept (`pipeline.seal`); the new result lies beside it as `<name>.new.xml`.
* A TEI file that does not give back its transcript is never delivered; it lies beside as `<name>.failed.xml`.
* A document that fails does not stop the others; what the program itself did wrong is a finding as well.
* The result does not depend on the number of processes, nor on what was built before.
* What has not changed (transcript, authority files, collection file, program, output) is not done again.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from pipeline.findings import finding
from pipeline.model import Finding, Severity, Span
from pipeline.resources import folder
from pipeline.source import SUFFIXES, read_transcript

if TYPE_CHECKING:
    from pipeline.collection import Collection
    from pipeline.encode import Encoded
    from pipeline.model import Authority, Transcript

WORTH_A_POOL: Final = 12
"""Documents from which on starting other processes pays: each needs about half a second to load the schemas."""

Progress = Callable[["Built"], None]


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
    """What a build has done: documents in the order of their jobs, and findings about what they share."""

    documents: tuple[Built, ...]
    findings: tuple[Finding, ...] = ()


def transcripts(paths: Iterable[Path]) -> Iterator[Path]:
    """The transcripts among files and folders: files as they are, of a folder its `.txt` and `.md` files by name.

    A README in a folder is about the transcripts and not one of them.
    """
    for path in paths:
        if path.is_dir():
            inside = (file for file in path.iterdir() if file.suffix.lower() in SUFFIXES and file.is_file())
            yield from sorted(file for file in inside if file.stem.lower() != "readme")
        else:
            yield path


def plan(sources: Iterable[Path], output: Path, encoding: str = "") -> tuple[list[Job], list[Built]]:
    """One job per transcript, `output/<stem>.xml`; transcripts whose name is taken come back as failed at once."""
    jobs: dict[str, Job] = {}
    refused: list[Built] = []
    for source in sources:
        job = Job(source, output / f"{source.stem}.xml", encoding)
        first = jobs.setdefault(source.stem.casefold(), job)
        if first.source != source:
            message = f"{first.source.as_posix()} has the same name and would become the same TEI file."
            about = _about(finding("build/same-name", message, "Rename one of the two."), source)
            refused.append(Built(source.as_posix(), job.target.as_posix(), Status.FAILED, (about,)))
    return list(jobs.values()), refused


def build(
    jobs: Sequence[Job],
    inputs: Inputs,
    *,
    memory: Path | None = None,
    processes: int = 0,
    progress: Progress | None = None,
) -> Result:
    """The outcomes of all jobs, in their order, and the findings about the shared inputs.

    If the shared inputs cannot be read, no document is built: without its authority files a document would lose what
    an editor has put there. `memory` is a file that remembers outcomes from one build to the next (it may be deleted at
    any time); `processes` is how many to use, 0 for as many as it is worth; `progress` is called after each document.
    """
    known = _Memory.load(memory)
    shared = shared_key(inputs)
    keys = {job: _key(job, shared) for job in jobs}
    done = {job: built for job in jobs if (built := known.recall(job, keys[job])) is not None}
    todo = [job for job in jobs if job not in done]
    about_inputs = known.recall_shared(shared)
    if about_inputs is None:
        about_inputs = load(inputs).findings
        if any(item.severity is Severity.ERROR for item in about_inputs):
            return Result((), about_inputs)
    for built in done.values():
        _tell(progress, built)
    known.learn_shared(shared, about_inputs)
    try:
        for job, built in _build_all(todo, inputs, processes):
            done[job] = built
            known.learn(job, keys[job], built)
            _tell(progress, built)
    finally:  # a long build that is interrupted goes on where it was
        known.save()
    return Result(tuple(done[job] for job in jobs), about_inputs)


def build_document(job: Job, inputs: Inputs) -> Built:
    """Read, encode, prove, deliver and validate one document; never raises on account of its transcript."""
    try:
        return _build_document(job, inputs)
    except OSError as error:
        return _failed(job, finding("build/unwritable", f"{error.filename}: {error.strerror}."))
    except Exception as error:
        return _failed(job, _internal(error))


def _build_document(job: Job, inputs: Inputs) -> Built:
    from pipeline.encode import encode
    from pipeline.validate import validate_bytes
    from pipeline.validate.conservation import conservation

    transcript, findings = read_transcript(job.source, job.encoding)
    if transcript is None:
        return Built(job.source.as_posix(), job.target.as_posix(), Status.FAILED, tuple(findings))
    shared = load(inputs)
    encoded = encode(transcript, shared.authority, shared.collection)
    findings.extend(item if item.path else item.located(transcript) for item in encoded.findings)
    findings.extend(conservation(transcript, encoded.xml))
    if any(item.code == "tei/conservation" for item in findings):
        write(job.target.with_suffix(".failed.xml"), encoded.xml)
        status = Status.FAILED
    else:
        findings.extend(_errors(validate_bytes(job.target, encoded.xml)))
        status = deliver(encoded.xml, job.target)
    if status is Status.KEPT:
        findings.extend(_kept(transcript, job.target))
    return Built(job.source.as_posix(), job.target.as_posix(), status, tuple(findings), _count(encoded))


def _errors(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The errors alone: what an editor should review, the encoding has said already, at its place in the transcript."""
    return (item for item in findings if item.severity is Severity.ERROR)


def _kept(transcript: Transcript, target: Path) -> list[Finding]:
    """What there is to say of a file that a person has edited: that it was kept, and whether it still holds true."""
    from pipeline.validate import validate_file
    from pipeline.validate.conservation import conservation

    message = f"The file was edited since it was built and is kept; the new result is {target.stem}.new.xml."
    edited = _about(finding("tei/edited", message, "Compare the two; delete the file to have it built again."), target)
    valid = validate_file(target)
    broken = any(item.code.startswith("xml/") for item in valid)
    return [edited, *valid, *([] if broken else conservation(transcript, target.read_bytes()))]


def deliver(xml: bytes, target: Path) -> Status:
    """Put a TEI file in its place, sealed, unless a person has edited what is there: then beside it."""
    from pipeline.seal import seal, unsealed, untouched

    there = _bytes(target)
    if there is None or untouched(there):
        return _replace(target, seal(xml), there)
    if unsealed(there).strip() == unsealed(xml).strip():
        return Status.UNCHANGED
    beside = target.with_suffix(".new.xml")
    there = _bytes(beside)
    if there is None or untouched(there):
        _replace(beside, seal(xml), there)
    return Status.KEPT


def _replace(target: Path, data: bytes, there: bytes | None) -> Status:
    if there == data:
        return Status.UNCHANGED
    write(target, data)
    return Status.WRITTEN


def write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all: first beside it, then renamed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        temporary.write_bytes(data)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _count(encoded: Encoded) -> tuple[tuple[str, int], ...]:
    claims = (*encoded.document.marks, *encoded.settled.claims)
    return tuple(sorted(Counter(claim.kind for claim in claims).items()))


@dataclass(frozen=True)
class Shared:
    """The inputs of a build, read; `findings` are what is wrong with them."""

    authority: Authority
    collection: Collection | None
    findings: tuple[Finding, ...]


@cache
def load(inputs: Inputs) -> Shared:
    """Authority and collection, read once per process."""
    from pipeline.authority import load_authority
    from pipeline.collection import load_collection

    authority, findings = load_authority(inputs.authority)
    collection, more = load_collection(inputs.collection) if inputs.collection else (None, ())
    return Shared(authority, collection, (*findings, *more))


def _failed(job: Job, item: Finding) -> Built:
    return Built(job.source.as_posix(), job.target.as_posix(), Status.FAILED, (_about(item, job.source),))


def _internal(error: Exception) -> Finding:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f" in {Path(trace.tb_frame.f_code.co_filename).name}, line {trace.tb_lineno}" if trace else ""
    message = f"Verbale failed on this document: {type(error).__name__}: {error}{where}."
    return finding("build/internal", message, "This is a mistake in Verbale: please report it with the transcript.")


def _about(item: Finding, path: Path) -> Finding:
    return replace(item, path=path.as_posix(), line=1, column=1)


def _tell(progress: Progress | None, built: Built) -> None:
    if progress is not None:
        progress(built)


# Many processes.


def _build_all(jobs: Sequence[Job], inputs: Inputs, processes: int) -> Iterator[tuple[Job, Built]]:
    """Every job with its outcome, in order; in other processes if there are many."""
    workers = processes or (_processors() if len(jobs) >= WORTH_A_POOL else 1)
    if min(workers, len(jobs)) <= 1:
        yield from ((job, build_document(job, inputs)) for job in jobs)
    else:
        yield from _build_in_pool(jobs, inputs, min(workers, len(jobs)))


def _build_in_pool(jobs: Sequence[Job], inputs: Inputs, workers: int) -> Iterator[tuple[Job, Built]]:
    """As `_build_all`. If a process dies (memory, a fault in a library) the pool is lost with all that it had not done:
    those documents are then built one at a time, each in a pool of its own, so that only the guilty one fails."""
    from concurrent.futures.process import BrokenProcessPool

    done = 0
    try:
        with _pool(workers) as pool:
            for job, future in [(job, pool.submit(build_document, job, inputs)) for job in jobs]:
                built = future.result()
                done += 1
                yield job, built
    except BrokenProcessPool:
        for job in jobs[done:]:
            yield job, _build_alone(job, inputs)


def _build_alone(job: Job, inputs: Inputs) -> Built:
    from concurrent.futures.process import BrokenProcessPool

    try:
        with _pool(1) as pool:
            built: Built = pool.submit(build_document, job, inputs).result()
            return built
    except BrokenProcessPool:
        return _failed(job, _internal(RuntimeError("the process died")))


def _pool(workers: int) -> Any:
    """Processes that start afresh: the XSLT processor does not survive a fork."""
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    return ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn"))


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


# What was built before.


@dataclass
class _Memory:
    """Outcomes of earlier builds, by target: what went in (`key`), what came out (`output`), and the outcome; and what
    was found about the shared inputs."""

    path: Path | None = None
    documents: dict[str, dict[str, Any]] = field(default_factory=dict)
    shared: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def load(cls, path: Path | None) -> _Memory:
        """What the file remembers; nothing if there is none or it cannot be understood."""
        try:
            data = json.loads(path.read_bytes()) if path else {}
            return cls(path, dict(data.get("documents", {})), dict(data.get("shared", {})))
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
        if self.shared.get("key") != key:
            return None
        return tuple(_finding_from(item) for item in self.shared["findings"])

    def learn_shared(self, key: str, findings: Iterable[Finding]) -> None:
        """Remember what was found about the shared inputs."""
        self.shared = {"key": key, "findings": [asdict(item) for item in findings]}

    def save(self) -> None:
        """Write the file, if it would change."""
        if self.path is not None:
            data = {"documents": self.documents, "shared": self.shared}
            _replace(
                self.path, json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True).encode(), _bytes(self.path)
            )


def to_data(built: Built) -> dict[str, Any]:
    """An outcome as plain data, for JSON."""
    return asdict(built) | {"claims": dict(built.claims)}


def from_data(data: Mapping[str, Any]) -> Built:
    """The outcome again from `to_data`."""
    findings = tuple(_finding_from(item) for item in data["findings"])
    claims = tuple(sorted(data["claims"].items()))
    return Built(data["source"], data["target"], Status(data["status"]), findings, claims)


def _finding_from(data: Mapping[str, Any]) -> Finding:
    span = Span(**data["span"]) if data["span"] else None
    return Finding(**{**data, "severity": Severity(data["severity"]), "span": span})


def shared_key(inputs: Inputs, more: Iterable[Path] = (), also: str = "") -> str:
    """A digest of the program, of what all documents share, and of `more` files and words."""
    paths = (*inputs.authority, *([inputs.collection] if inputs.collection else []), *more)
    parts = [program(), also, *(f"{path.as_posix()} {digest_of(path)}" for path in paths)]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _key(job: Job, shared: str) -> str:
    """A digest of all that goes into a document; empty if the transcript cannot be read."""
    source = digest_of(job.source)
    parts = [shared, job.source.as_posix(), job.encoding, source]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest() if source else ""


def digest_of(path: Path) -> str:
    """The digest of a file's bytes; empty if it cannot be read."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


@cache
def program() -> str:
    """A digest of the program itself: its modules with their data, schemas and stylesheets."""
    digest = hashlib.sha256()
    for root in (Path(__file__).parent, folder("schema"), folder("xslt")):
        for path in sorted(path for path in root.rglob("*") if path.is_file() and path.suffix != ".pyc"):
            digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()
