"""Where things are in the folder of a collection.

transcripts/*.txt, *.md          the raw transcripts
transcripts/collection.toml      what no transcript can say of itself (may be missing)
edition.toml                     what the edition does in its own way (may be missing)
tei/<stem>.xml                   the documents; under version control, people edit them
tei/*ography.xml                 authority files, for example personography.xml
build/                           editions, and what the last build remembers; may be deleted
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.collection import entries_without_transcript
from pipeline.findings import finding
from pipeline.model import Finding
from pipeline.outcome import Inputs, Job
from pipeline.seal import untouched


@dataclass(frozen=True, slots=True)
class Project:
    """A collection in the folder `root`."""

    root: Path

    @property
    def transcripts(self) -> Path:
        """The folder of the transcripts."""
        return self.root / "transcripts"

    @property
    def tei(self) -> Path:
        """The folder of the TEI files."""
        return self.root / "tei"

    @property
    def output(self) -> Path:
        """The folder of everything that can be made again."""
        return self.root / "build"

    @property
    def memory(self) -> Path:
        """What the last build remembers."""
        return self.output / "memory.json"

    @property
    def site(self) -> Path:
        """The folder of the editions."""
        return self.output / "site"

    @property
    def design(self) -> Path:
        """What the editors change about the editions (may be missing)."""
        return self.root / "edition.toml"

    @property
    def site_memory(self) -> Path:
        """What the pages of the editions were made from."""
        return self.output / "site.json"

    @property
    def inputs(self) -> Inputs:
        """Authority files and collection file."""
        collection = self.transcripts / "collection.toml"
        return Inputs(tuple(sorted(self.tei.glob("*ography.xml"))), collection if collection.is_file() else None)

    def documents(self) -> list[Path]:
        """The TEI files of documents, by name: those built and those that people have made by hand."""
        return [path for path in sorted(self.tei.glob("*.xml")) if not _is_other(path)]

    def others(self, jobs: Iterable[Job]) -> list[Path]:
        """The TEI files that no job makes: authority files and documents made by hand."""
        targets = {job.target for job in jobs}
        return [*self.inputs.authority, *(path for path in self.documents() if path not in targets)]

    def unheard(self, jobs: Iterable[Job]) -> list[Finding]:
        """What the collection file says of documents that no job makes."""
        collection = self.inputs.collection
        return entries_without_transcript(collection, {job.source.stem for job in jobs}) if collection else []

    def leftovers(self, jobs: Iterable[Job]) -> Iterator[Finding]:
        """TEI files that were built from a transcript that is no longer there."""
        targets = {job.target for job in jobs}
        for path in self.documents():
            if path not in targets and untouched(path.read_bytes()):
                message = "The transcript that this file was built from is no longer there; the file is kept."
                item = finding("build/stale", message, "Delete the file if the document is to leave the edition.")
                yield replace(item, path=path.as_posix(), line=1, column=1)


def _is_other(path: Path) -> bool:
    """Whether a file in the TEI folder is no document: an authority file, or a result beside an edited file."""
    return path.match("*ography.xml") or path.match("*.new.xml") or path.match("*.failed.xml")
