"""Scores against human mark-up: encode the gold documents and run their scorer.

    python benchmarks/gold.py [--style extract|full] [--authority volume|others|none] [scorer options]

Needs the gold set beside the project (`../shared/gold`); see docs/accuracy.md for what the numbers mean. The volume's
own list of persons is turned into an authority file first (`benchmarks/gold_authority.py`).
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from pipeline.authority import load_authority
from pipeline.encode import encode
from pipeline.model import Authority, Transcript

GOLD = Path(__file__).resolve().parents[1].parent / "shared" / "gold"


def authorities(kind: str, volumes: list[str], scratch: Path) -> dict[str, Authority]:
    """The authority for each volume: its own list, those of the other volumes, or none."""
    if kind == "none":
        return {volume: Authority() for volume in volumes}
    maker = Path(__file__).parent / "gold_authority.py"
    subprocess.run([sys.executable, str(maker), str(GOLD / "dev"), str(scratch)], check=True)
    name = "{}.xml" if kind == "volume" else "not-{}.xml"
    return {
        v: load_authority([path])[0] if (path := scratch / name.format(v)).exists() else Authority() for v in volumes
    }


def main() -> int:
    """Encode, then hand over to the scorer; its exit code is ours."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--style", choices=("extract", "full"), default="extract")
    parser.add_argument("--authority", choices=("volume", "others", "none"), default="volume")
    parser.add_argument("--out", type=Path, help="keep the TEI files here")
    options, rest = parser.parse_known_args()
    suffix = ".full.txt" if options.style == "full" else ".txt"
    stems = [path.name.removesuffix(".gold.json") for path in sorted((GOLD / "dev").glob("*.gold.json"))]
    with tempfile.TemporaryDirectory() as scratch:
        out = options.out or Path(scratch) / "tei"
        out.mkdir(parents=True, exist_ok=True)
        lists = authorities(options.authority, sorted({stem.rsplit("-", 1)[0] for stem in stems}), Path(scratch))
        for stem in stems:
            path = GOLD / "dev" / (stem + suffix)
            transcript = Transcript(stem, path.read_bytes().decode("utf-8"), path.name)
            (out / f"{stem}.xml").write_bytes(encode(transcript, lists[stem.rsplit("-", 1)[0]]).xml)
        command = [sys.executable, str(GOLD / "score.py"), str(GOLD / "dev"), str(out), "--style", options.style]
        return subprocess.run([*command, *rest], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
