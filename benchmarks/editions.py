"""How long the editions of a large collection take, and how large its pages are.

    python benchmarks/editions.py [FOLDER] [--number 300]

Encodes the transcripts of a folder (`transcripts/` if none is named), copies the TEI files under other names until
there are enough, and builds the editions three times: from nothing, with one document changed, and unchanged.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Sequence
from itertools import cycle, islice
from pathlib import Path

from pipeline.authority import load_authority
from pipeline.encode import encode
from pipeline.project import Project
from pipeline.site import Published, publish
from pipeline.source import read_transcript

REPOSITORY = Path(__file__).parents[1]
SMALL = 100_000
"""Bytes that a page may have, so that it loads at once."""


def collection(folder: Path, number: int, target: Path) -> list[Path]:
    """So many TEI files made from the transcripts of a folder: `rusk-0.xml`, `home-0.xml`, `rusk-1.xml` …"""
    authority, _ = load_authority(Project(REPOSITORY).inputs.authority)
    paths = sorted(path for path in folder.glob("*.txt") if not path.name.endswith(".full.txt"))
    transcripts = [transcript for path in paths if (transcript := read_transcript(path)[0]) is not None]
    encoded = [(transcript.name, encode(transcript, authority, None).xml) for transcript in transcripts]
    files = []
    for count, (name, xml) in enumerate(islice(cycle(encoded), number)):
        stem = f"{name}-{count // len(encoded)}"
        files.append(target / f"{stem}.xml")
        files[-1].write_bytes(xml.replace(f'xml:id="{name}"'.encode(), f'xml:id="{stem}"'.encode(), 1))
    return files


def measured(name: str, files: Sequence[Path], output: Path) -> Published:
    """One run of the editions, told in a line."""
    start, worked = time.perf_counter(), time.process_time()
    published = publish(files, Project(REPOSITORY).inputs, output, output.with_suffix(".json"))
    seconds, worked = time.perf_counter() - start, time.process_time() - worked
    print(f"{name:<22}{seconds:>7.1f} s {worked:>7.1f} s CPU   {published.pages} files, {published.written} written")
    return published


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=REPOSITORY / "transcripts")
    parser.add_argument("--number", type=int, default=300)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        tei, site = Path(name) / "tei", Path(name) / "site"
        tei.mkdir()
        files = collection(options.folder, options.number, tei)
        measured("from nothing", files, site)
        files[0].write_bytes(files[0].read_bytes() + b"\n")
        measured("one document changed", files, site)
        measured("unchanged", files, site)
        pages = sorted(site.rglob("*.html"), key=lambda path: -path.stat().st_size)
        large = [path for path in pages if path.stat().st_size > SMALL]
        kinds = {path.parent.name for path in large}
        print(f"largest page {pages[0].stat().st_size / 1000:.0f} kB ({pages[0].relative_to(site)})")
        print(f"pages of more than {SMALL // 1000} kB: {len(large)} {', '.join(sorted(kinds))}")


if __name__ == "__main__":
    main()
