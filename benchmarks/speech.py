"""Measure the attribution of speech against the hand-made gold (see docs/speech.md).

    python benchmarks/speech.py SHARED [--details]

SHARED is the folder with `gold/` and `seeds/`. The five transcripts are encoded with the project's own authority files
and scored sentence by sentence by `gold/speech/score_speech.py`; then the dialogues of `gold/dev` are encoded and
scored turn by turn by `gold/score.py`; last, the time of the stage alone is measured.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from pipeline.authority.load import load_authority  # noqa: E402
from pipeline.describe import describe  # noqa: E402
from pipeline.encode import encode, read  # noqa: E402
from pipeline.model import Authority, Context, Transcript  # noqa: E402
from pipeline.resolve.persons import settle_persons  # noqa: E402
from pipeline.resolve.speech import Company, settle_speech  # noqa: E402


def _transcript(path: Path) -> Transcript:
    return Transcript(path.name.removesuffix(".txt"), path.read_bytes().decode("utf-8"), str(path))


def _encode_all(paths: list[Path], authority: Authority, out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    for path in paths:
        (out / f"{path.name.removesuffix('.txt')}.xml").write_bytes(encode(_transcript(path), authority).xml)


def _stage_time(path: Path, authority: Authority) -> float:
    """The least time of the stage in seconds, over five runs."""
    document = read(_transcript(path))
    context = Context(document, describe(document), authority)
    persons = settle_persons(context)
    best = 60.0
    for _ in range(5):
        start = time.process_time()
        settle_speech(Company(context, persons))
        best = min(best, time.process_time() - start)
    return best


def main(shared: Path, details: bool) -> None:
    """Encode, score, and print the figures."""
    authority, _ = load_authority([ROOT / "tei" / "personography.xml", ROOT / "tei" / "placeography.xml"])
    seeds = sorted((shared / "seeds").glob("*.txt"))
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        _encode_all(seeds, authority, out / "seeds")
        gold = shared / "gold"
        scorer = [sys.executable, str(gold / "speech" / "score_speech.py"), str(gold / "speech"), str(out / "seeds")]
        subprocess.run([*scorer, *(["--details"] if details else [])], check=True)
        dialogues = sorted((gold / "dev").glob("*.txt"))
        _encode_all([path for path in dialogues if not path.name.endswith(".full.txt")], authority, out / "dev")
        command = [sys.executable, str(gold / "score.py"), str(gold / "dev"), str(out / "dev")]
        report = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        print("\n".join(line for line in report.splitlines() if "turn" in line))
    for path in seeds:
        size = len(path.read_bytes())
        seconds = _stage_time(path, authority)
        print(f"{path.stem}: {seconds * 1000:.1f} ms, {seconds * 1000 / size * 15000:.1f} ms for 15 KB")


if __name__ == "__main__":
    main(Path(sys.argv[1]), "--details" in sys.argv)
