"""How well the program marks up what a person has marked up already.

    hand-made TEI → flatten → raw transcript + gold marks → encode → our marks, in the same places → table

The hand-made file is turned into a raw transcript of the kind that users have. As both sides speak of the same
transcript, marks are compared by their spans; nothing has to be aligned.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from pipeline.encode import encode
from pipeline.evaluate.compare import Difference, Evaluation, Tally, our_marks
from pipeline.evaluate.flatten import Flat, Mark, documents, flatten, is_tei, local
from pipeline.evaluate.table import as_json, table
from pipeline.findings import finding
from pipeline.model import Authority, Finding, Transcript
from pipeline.validate.conservation import conservation
from pipeline.validate.files import validate_bytes
from pipeline.validate.parsing import read

__all__ = ["Difference", "Evaluation", "Flat", "Mark", "Tally", "as_json", "evaluate", "flatten", "our_marks", "table"]


def evaluate(
    paths: Iterable[Path], authority: Authority, reader: str = "", authority_dir: Path | None = None
) -> tuple[Evaluation, list[Finding]]:
    """Encode the transcripts of hand-made TEI files and compare; files that are no TEI are findings.

    `reader` forces a reader by name; by default the evidence in each transcript decides. `authority_dir` is where the
    files of the authority lie, for the check of pointers to them.
    """
    evaluation = Evaluation()
    findings: list[Finding] = []
    for path in paths:
        source, found = read(path)
        findings += found
        evaluation.files += 1
        evaluation.broken += source is None
        if source and not is_tei(source.root):
            evaluation.foreign += 1
            message = f"The file is no TEI document: its first element is <{local(source.root)}>."
            findings.append(replace(finding("read/no-tei", message), path=str(path), line=1, column=1))
            continue
        for name, root in documents(source.root) if source else ():
            flat = flatten(root)
            transcript = Transcript(f"{path.stem}-{name}" if name else path.stem, flat.text, str(path))
            encoded = encode(transcript, authority, reader=reader)
            written = Path(transcript.name + ".xml")
            evaluation.proof(
                conservation(transcript, encoded.xml),
                validate_bytes(written, encoded.xml, authority_dir=authority_dir),
            )
            evaluation.add(flat, our_marks(encoded), transcript)
    evaluation.finish()
    return evaluation, findings
