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

import os
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from pipeline.findings import finding
from pipeline.memory import Memory, job_key, shared_key
from pipeline.model import Finding, Severity
from pipeline.outcome import Built, Inputs, Job, Result, Status
from pipeline.seal import seal, unsealed, untouched
from pipeline.source import SUFFIXES, read_transcript

if TYPE_CHECKING:
    from pipeline.collection import Collection
    from pipeline.encode import Encoded
    from pipeline.model import Authority, Transcript

WORTH_A_POOL: Final = 12
"""Documents from which on starting other processes pays: each needs about half a second to load the schemas."""

KEPT_NAMES: Final = {"ography": "authority files", ".new": "results beside edited files", ".failed": "failed results"}
"""Endings of names that no transcript may have, and what has them in the folder of the TEI files."""

LONGEST_NAME: Final = 200
"""Bytes of a name without its ending; file systems take 255, and a page under way has up to 30 more."""

Progress = Callable[[Built], None]


def transcripts(paths: Iterable[Path]) -> Iterator[Path]:
    """The transcripts among files and folders: files as they are, of a folder its `.txt` and `.md` files by name.

    A README in a folder is about the transcripts and not one of them, and what is hidden (`._memo.txt`, which some
    systems leave beside a file) is none either. A link that leads nowhere is taken, so that somebody is told.
    """
    for path in paths:
        if path.is_dir():
            inside = (file for file in path.iterdir() if file.suffix.lower() in SUFFIXES)
            files = (file for file in inside if file.is_file() or (file.is_symlink() and not file.exists()))
            yield from sorted(f for f in files if f.stem.lower() != "readme" and not f.name.startswith("."))
        else:
            yield path


def plan(sources: Iterable[Path], output: Path, encoding: str = "") -> tuple[list[Job], list[Built]]:
    """One job per transcript, `output/<stem>.xml`; transcripts whose name is taken or cannot be that of a TEI file come
    back as failed at once."""
    jobs: dict[str, Job] = {}
    refused: list[Built] = []
    for source in sources:
        job = Job(source, output / f"{source.stem}.xml", encoding)
        problem = _bad_name(source.stem)
        if problem is None:
            first = jobs.setdefault(source.stem.casefold(), job)
            problem = None if first.source == source else _same_name(first.source)
        if problem is not None:
            about = replace(problem, path=_printable(source), line=1, column=1)
            refused.append(Built(_printable(source), _printable(job.target), Status.FAILED, (about,)))
    return list(jobs.values()), refused


def _same_name(first: Path) -> Finding:
    message = f"{first.as_posix()} has the same name and would become the same TEI file."
    return finding("build/same-name", message, "Rename one of the two.")


_NO_TEXT: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
"""Characters of a file's name that no reader could see; surrogates are bytes that are not UTF-8."""


def _bad_name(stem: str) -> Finding | None:
    """Why a transcript cannot be called that, if it cannot."""
    ending = next((end for end in KEPT_NAMES if stem.casefold().endswith(end)), None)
    if _NO_TEXT.search(stem):
        return finding("build/name", "The name of the file holds bytes that are no text.", "Rename the file.")
    if ending is not None:
        message = f"A name that ends in “{ending}” is kept for {KEPT_NAMES[ending]}."
        return finding("build/name", message, "Rename the transcript.")
    if len(stem.encode()) > LONGEST_NAME:
        message = f"The name of the file is longer than {LONGEST_NAME} bytes: its pages would have no room for theirs."
        return finding("build/name", message, "Rename the file.")
    return None


def _printable(path: Path) -> str:
    """A path as it can be shown: `memo\\udcff.txt` for bytes that are no text."""
    return _NO_TEXT.sub(lambda match: ascii(match.group())[1:-1], path.as_posix())


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
    known = Memory.load(memory)
    shared = shared_key(inputs) if memory else ""
    keys = {job: job_key(job, shared) if memory else "" for job in jobs}
    done = {job: built for job in jobs if (built := known.recall(job, keys[job])) is not None}
    todo = [job for job in jobs if job not in done]
    about_inputs = known.recall_shared(shared) if memory else None
    if about_inputs is None:
        about_inputs = load(inputs).findings
        if any(item.severity is Severity.ERROR for item in about_inputs):
            return Result((), about_inputs, stopped=True)
    for built in done.values():
        _tell(progress, built)
    known.learn_shared(shared, about_inputs)
    try:
        for job, built in _build_all(todo, inputs, processes):
            done[job] = built
            if memory:
                known.learn(job, keys[job], built)
            _tell(progress, built)
    finally:  # a long build that is interrupted goes on where it was
        forgotten = _save(known)
    return Result(tuple(done[job] for job in jobs), (*about_inputs, *forgotten))


def check(files: Iterable[Path], memory: Path | None = None) -> tuple[Finding, ...]:
    """What is wrong with TEI files that no transcript stands behind: authority files, documents made by hand."""
    known = Memory.load(memory)
    findings: list[Finding] = []
    for path in files:
        key = shared_key(Inputs(), [path])
        found = known.recall_check(path, key)
        if found is None:
            from pipeline.validate import validate_file

            found = tuple(validate_file(path))
            known.learn_check(path, key, found)
        findings += found
    return (*findings, *_save(known))


def build_document(job: Job, inputs: Inputs) -> Built:
    """Read, encode, prove, deliver and validate one document; never raises on account of its transcript."""
    try:
        return _build_document(job, inputs)
    except OSError as error:
        about = unwritable(error, job.target)
        return Built(job.source.as_posix(), job.target.as_posix(), Status.FAILED, (about,))
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
        _lay(encoded.xml, job.target.with_suffix(".failed.xml"))
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


_CORRECT: Final = "Record a correction as choice, with sic for the words of the transcript and corr for yours."


def _kept(transcript: Transcript, target: Path) -> list[Finding]:
    """What there is to say of a file that a person has edited: that it was kept, and whether it still holds true."""
    from pipeline.validate import validate_file
    from pipeline.validate.conservation import conservation

    message = f"The file was edited since it was built and is kept; the new result is {target.stem}.new.xml."
    edited = _about(finding("tei/edited", message, "Compare the two; delete the file to have it built again."), target)
    valid = validate_file(target)
    broken = any(item.code.startswith("xml/") for item in valid)
    changed = [] if broken else conservation(transcript, target.read_bytes())
    return [edited, *valid, *(replace(item, hint=f"{item.hint} {_CORRECT}") for item in changed)]


def deliver(xml: bytes, target: Path) -> Status:
    """Put a TEI file in its place, sealed, unless a person has edited what is there: then beside it."""
    there = _bytes(target)
    beside = target.with_suffix(".new.xml")
    if there is None or untouched(there):
        status = _replace(target, seal(xml), there)
    elif unsealed(there).strip() == unsealed(xml).strip():
        status = Status.UNCHANGED
    else:
        _lay(xml, beside)
        return Status.KEPT
    _discard(beside)
    _discard(target.with_suffix(".failed.xml"))
    return status


def _lay(xml: bytes, beside: Path) -> None:
    """Put a result beside its place, unless a person has edited what is there."""
    there = _bytes(beside)
    if there is None or untouched(there):
        _replace(beside, seal(xml), there)


def _discard(beside: Path) -> None:
    """Remove a result beside its place that no longer applies, if nobody has edited it."""
    there = _bytes(beside)
    if there is not None and untouched(there):
        remove(beside)


def _replace(target: Path, data: bytes, there: bytes | None) -> Status:
    if there == data:
        return Status.UNCHANGED
    write(target, data)
    return Status.WRITTEN


def write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all: first beside it, then renamed."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(data)
        temporary.replace(path)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def remove(path: Path) -> None:
    """Remove a file that the program has made, if it is there."""
    path.unlink(missing_ok=True)


def unwritable(error: OSError, path: Path) -> Finding:
    """What the operating system has against writing a file: `path`, or the one that the error names."""
    hint = "Make room or give the right to write there, and build again."
    item = finding("build/unwritable", f"This cannot be written: {error.strerror or error}.", hint)
    return _about(item, Path(error.filename or path))


def _save(known: Memory) -> tuple[Finding, ...]:
    """Write down what is remembered, if it has changed; a finding if that cannot be done."""
    if known.path is not None:
        try:
            _replace(known.path, known.data(), _bytes(known.path))
        except OSError as error:
            return (unwritable(error, known.path),)
    return ()


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
        with _pool(workers) as pool, _given_up(pool):
            for job, future in [(job, pool.submit(build_document, job, inputs)) for job in jobs]:
                built = future.result()
                done += 1
                yield job, built
    except BrokenProcessPool:
        for job in jobs[done:]:
            yield job, _build_alone(job, inputs)


@contextmanager
def _given_up(pool: Any) -> Iterator[None]:
    """Who interrupts a long build waits for the documents in hand, not for those in the queue."""
    try:
        yield
    except BaseException:
        pool.shutdown(cancel_futures=True)
        raise


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
