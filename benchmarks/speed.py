"""How fast Verbale is on this machine: `python benchmarks/speed.py` prints a table.

Start-up and rebuild are whole commands in fresh processes; the stages are measured in one process that is warm. The
best of several runs counts, because everything else is the noise of the machine.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from pipeline.authority import load_authority
from pipeline.build import build_document, plan, transcripts
from pipeline.encode import encode, read
from pipeline.model import Transcript
from pipeline.project import Project
from pipeline.source import read_transcript
from pipeline.validate import validate_bytes
from pipeline.validate.conservation import conservation

REPOSITORY = Path(__file__).parents[1]
SIZE = 15_000
"""Bytes to which the times of the stages are scaled."""

Row = tuple[str, float, str]


def best(work: Callable[[], object], times: int = 5) -> float:
    """Seconds of the quickest of several runs."""

    def once() -> float:
        start = time.perf_counter()
        work()
        return time.perf_counter() - start

    return min(once() for _ in range(times))


def command(*arguments: str, folder: Path = REPOSITORY) -> Callable[[], object]:
    """A run of `verbale` in a process of its own; its exit code does not matter here."""
    line = [sys.executable, "-c", "from pipeline.cli import main; main()", *arguments]
    return lambda: subprocess.run(
        line, cwd=folder, env={"PYTHONPATH": str(REPOSITORY)}, capture_output=True, check=False
    )


def all_transcripts() -> list[Transcript]:
    paths = transcripts([Project(REPOSITORY).transcripts])
    return [transcript for path in paths if (transcript := read_transcript(path)[0]) is not None]


def stages() -> Iterator[Row]:
    """Each stage over all transcripts, scaled to one document of 15 KB."""
    texts = all_transcripts()
    authority, _ = load_authority(Project(REPOSITORY).inputs.authority)
    files = [(text, encode(text, authority, None).xml) for text in texts]
    share = SIZE / sum(len(text.text.encode()) for text in texts)
    work: dict[str, Callable[[], object]] = {
        "read into blocks": lambda: [read(text) for text in texts],
        "encode (reading included)": lambda: [encode(text, authority, None) for text in texts],
        "prove conservation": lambda: [conservation(text, xml) for text, xml in files],
        "validate": lambda: [validate_bytes(Path("memo.xml"), xml) for _, xml in files],
    }
    for name, run in work.items():
        run()
        yield name, best(run) * share, "15 KB, warm"


def commands() -> Iterator[Row]:
    """Whole commands on a copy of the collection."""
    yield "verbale --help", best(command("--help")), "a process"
    with tempfile.TemporaryDirectory() as name:
        copy = Path(name)
        for folder in ("transcripts", "tei"):
            shutil.copytree(REPOSITORY / folder, copy / folder)
        yield "verbale build, from nothing", best(command("build", folder=copy), times=1), "a process"
        yield "verbale build, unchanged", best(command("build", folder=copy)), "a process"


def throughput() -> Iterator[Row]:
    """Many documents in one process: read, encode, prove, write, validate."""
    with tempfile.TemporaryDirectory() as name:
        project = Project(REPOSITORY)
        jobs, _ = plan(transcripts([project.transcripts]), Path(name))
        for job in jobs:
            build_document(job, project.inputs)

        def run() -> None:
            for path in Path(name).glob("*.xml"):
                path.unlink()
            for job in jobs:
                build_document(job, project.inputs)

        share = SIZE / sum(job.source.stat().st_size for job in jobs)
        yield "everything together", best(run) * share, "15 KB, warm"


def main() -> None:
    """Print the table."""
    for measure in (commands, stages, throughput):
        for name, seconds, about in measure():
            print(f"{name:<32}{seconds * 1000:>9.1f} ms   {about}")


if __name__ == "__main__":
    main()
