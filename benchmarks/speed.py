"""How fast Verbale is on this machine: `python benchmarks/speed.py` prints a table.

Start-up and rebuild are whole commands in fresh processes, by the clock on the wall; the stages are measured in one
process that is warm, by the time of the processor. The best of several runs counts: the rest is the machine's noise.
A volume is one document put together from all transcripts; its time per character should not grow with its length.

    python benchmarks/speed.py --peer PEER/bin/python

adds a line for the converter of ddhi-encoder, which must be installed for that Python (`pip install ddhi-encoder`, best
in an environment of its own). It looks for lines `Name: words` and makes a `u` of each; it marks nothing else.
"""

from __future__ import annotations

import argparse
import itertools
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
SHORT = 5_500
"""Characters of a short document, measured by itself."""

Row = tuple[str, float, str]


def best(work: Callable[[], object], times: int = 5, clock: Callable[[], float] = time.process_time) -> float:
    """Seconds of the quickest of several runs."""

    def once() -> float:
        start = clock()
        work()
        return clock() - start

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


def short() -> Iterator[Row]:
    """Documents of 5.5 KB, the beginnings of all transcripts, with the proof: heads and lists weigh more here."""
    authority, _ = load_authority(Project(REPOSITORY).inputs.authority)
    texts = [Transcript(text.name, text.text[:SHORT]) for text in all_transcripts() if len(text.text) >= SHORT]

    def run() -> None:
        for text in texts:
            conservation(text, encode(text, authority, None).xml)

    run()
    yield "encode and prove", best(run) / len(texts), f"{SHORT / 1000} KB, warm"


def commands() -> Iterator[Row]:
    """Whole commands on a copy of the collection."""
    yield "verbale --help", best(command("--help"), clock=time.perf_counter), "a process"
    with tempfile.TemporaryDirectory() as name:
        copy = Path(name)
        for folder in ("transcripts", "tei"):
            shutil.copytree(REPOSITORY / folder, copy / folder)
        yield "verbale build, from nothing", best(command("build", folder=copy), 1, time.perf_counter), "a process"
        yield "verbale build, unchanged", best(command("build", folder=copy), clock=time.perf_counter), "a process"


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


def volume(size: int) -> Transcript:
    """One document of `size` characters, made of all transcripts again and again."""
    texts = itertools.cycle(transcript.text for transcript in all_transcripts())
    whole = ""
    while len(whole) < size:
        whole += next(texts) + "\n\n"
    return Transcript("volume", whole[:size])


def volumes() -> Iterator[Row]:
    """A document that is as long as a volume, against one of a tenth of its length."""
    authority, _ = load_authority(Project(REPOSITORY).inputs.authority)
    short, long = volume(100_000), volume(1_000_000)
    encode(short, authority, None)
    times = [best(lambda text=text: encode(text, authority, None), times=2) for text in (short, long)]  # type: ignore[misc]
    rates = [f"{len(text.text) / seconds / 1e6:.2f} MB/s" for text, seconds in zip((short, long), times, strict=True)]
    yield "encode 100 KB", times[0], f"one document, {rates[0]}"
    yield "encode 1 MB", times[1], f"one document, {rates[1]}; {times[1] / times[0]:.1f} times as long as 100 KB"


PEER = """
import sys, time
from types import SimpleNamespace
from ddhi_encoder import word_parser
from ddhi_encoder.interview_generator import InterviewGeneratorFactory

word_parser.docx2python = lambda text: SimpleNamespace(body=[[[text.split("\\n")]]])
texts = [open(path, encoding="utf-8").read() for path in sys.argv[1:]]

def run():
    start = time.process_time()
    for text in texts:
        interview = InterviewGeneratorFactory().interview_for("DDHI", text)
        interview.update_tei()
        interview.xml()
    return time.process_time() - start

parsers = [word_parser.DDHIParser() for _ in texts]
for parser, text in zip(parsers, texts):
    parser.parse(text)
kept = sum(len(utterance) for parser in parsers for utterance in parser.utterances)
print(min(run() for _ in range(5)), kept / sum(map(len, texts)))
"""
"""The converter of ddhi-encoder on plain text: its reading of Word files is left out."""


def peer(python: str) -> Iterator[Row]:
    """The time of ddhi-encoder, scaled like that of the stages."""
    paths = [*transcripts([Project(REPOSITORY).transcripts])]
    line = [python, "-c", PEER, *map(str, paths)]
    seconds, kept = map(float, subprocess.run(line, capture_output=True, check=True, text=True).stdout.split())
    share = SIZE / sum(path.stat().st_size for path in paths)
    yield (
        "ddhi-encoder, speakers only",
        seconds * share,
        f"15 KB, warm, without reading Word; keeps {kept:.0%} of the text",
    )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Measure the speed of Verbale.")
    parser.add_argument("--peer", metavar="PYTHON", help="a Python that has ddhi-encoder")
    options = parser.parse_args()
    measures = [commands(), stages(), short(), throughput(), volumes(), *([peer(options.peer)] if options.peer else [])]
    for name, seconds, about in itertools.chain.from_iterable(measures):
        print(f"{name:<32}{seconds * 1000:>9.1f} ms   {about}", flush=True)


if __name__ == "__main__":
    main()
