"""Our marks against those of an editor, on the same raw transcript.

Marks of one kind are paired by their spans: equal ones first, then overlapping ones in text order. What the editor
does not mark at all cannot be judged: an edition that marks the dates of datelines only says nothing about those of
the text. So a kind is judged in a part of the documents (`zone`) only if the editor has there at least a fifth as many
marks of the kind as the program.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.encode import Encoded
from pipeline.evaluate.flatten import POINTERS, SEMANTIC, STRUCTURAL, VALUES, Flat, Mark
from pipeline.model import Block, Finding, Transcript

STRUCTURE = ("head", "p", "item", "row", "attachment", "dateline", "salute", "signed", "sp", "pb", "note")
SEMANTICS = ("persName", "date", "placeName", "said")
KINDS = (*STRUCTURE, *SEMANTICS)
"""The kinds in the order of the tables."""
JUDGED = 0.2
"""A kind is judged where the editor has at least this share of our number of marks."""


def our_marks(encoded: Encoded) -> list[Mark]:
    """The marks that the program made, in the places of its transcript."""
    document = encoded.document
    text = document.transcript.text
    notes = {b.get("xml:id"): b for b in document.root.walk() if b.kind == "note"}
    marks = [
        Mark("note", anchor.mark.start, anchor.mark.start, " ".join(text[b.span.start : b.span.end].split()), "notes")
        for anchor in document.anchors
        if (b := notes.get(anchor.note))
    ]
    marks += _blocks(document.root, document.reader)
    for claim in (*document.marks, *encoded.settled.claims):
        kind = "pb" if claim.kind == "pb" else SEMANTIC.get(claim.kind, "")
        if kind:
            names = ("n",) if kind == "pb" else VALUES if kind == "date" else POINTERS
            value = next((v for name in names if (v := claim.get(name))), "").lstrip("#")
            marks.append(Mark(kind, claim.span.start, claim.span.end, value, claim.rule, claim.kind))
    return marks


def _blocks(block: Block, reader: str) -> Iterator[Mark]:
    """The marks of a block and all below it; what is in notes and furniture has no structure of its own."""
    kind = "pb" if block.kind == "pb" else STRUCTURAL.get(block.kind, "")
    if block.kind == "div" and block.get("type") == "attachment":
        kind = "attachment"
    if block.kind in ("note", "fw"):
        return
    if kind and (len(block.span) or kind != "item"):
        value = block.get("n") if kind == "pb" else block.get("who").lstrip("#") if kind == "sp" else ""
        yield Mark(kind, block.span.start, block.span.end, value, f"{reader}/{block.kind}")
    for child in block.children:
        yield from _blocks(child, reader)


@dataclass
class Tally:
    """Counts of one kind: marks that both sides have (overlapping; `exact` with the same span; `same` with the same
    value, of those that have one), that only the editor has, that only the program has."""

    found: int = 0
    exact: int = 0
    valued: int = 0
    same: int = 0
    missed: int = 0
    extra: int = 0

    @property
    def precision(self) -> float | None:
        """The share of our marks that the editor has too."""
        return self.found / (self.found + self.extra) if self.found + self.extra else None

    @property
    def recall(self) -> float | None:
        """The share of the editor's marks that we have."""
        return self.found / (self.found + self.missed) if self.found + self.missed else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both."""
        total = 2 * self.found + self.missed + self.extra
        return 2 * self.found / total if total else None

    @property
    def value(self) -> float | None:
        """The share of values (day, person, page number, text of a note) that agree."""
        return self.same / self.valued if self.valued else None


@dataclass(frozen=True, slots=True)
class Difference:
    """One disagreement: `missed`, `extra` or `value`, with the words concerned, those around them, the rule of ours,
    the values of both sides, and the part of the document."""

    what: str
    kind: str
    document: str
    words: str
    context: str
    rule: str = ""
    theirs: str = ""
    ours: str = ""
    zone: str = "body"


@dataclass
class Evaluation:
    """All counts.

    `files` that were given, `broken` ones that are no XML and `foreign` ones that are no TEI; documents, those whose
    transcript our file gives back (`proved`), those whose file has no error (`valid`), and what our files are found
    guilty of (`schema`: code → times, with one example each in `guilty`); then marks by kind, and by rule of the
    program how many of its marks were right and wrong.
    """

    files: int = 0
    broken: int = 0
    foreign: int = 0
    documents: int = 0
    proved: int = 0
    valid: int = 0
    lost: list[Finding] = field(default_factory=list)
    schema: Counter[str] = field(default_factory=Counter)
    guilty: dict[str, Finding] = field(default_factory=dict)
    unjudged: Counter[tuple[str, str]] = field(default_factory=Counter)
    tallies: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    rules: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    kind_of: dict[str, str] = field(default_factory=dict)
    differences: list[Difference] = field(default_factory=list)

    _extra: list[tuple[Mark, Difference]] = field(default_factory=list)
    _wanted: Counter[tuple[str, str]] = field(default_factory=Counter)
    _made: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, gold: Flat, ours: Sequence[Mark], transcript: Transcript) -> None:
        """Compare one document; `finish` must be called after the last."""
        self.documents += 1
        for kind in KINDS:
            wanted = [m for m in gold.marks if m.kind == kind]
            self._compare(kind, wanted, [m for m in ours if m.kind == kind], gold, transcript)

    def proof(self, lost: Sequence[Finding], findings: Iterable[Finding]) -> None:
        """Count what the proof of conservation and the validator say of one of our files."""
        self.proved += not lost
        self.lost += lost
        wrong = [item for item in findings if item.severity != "note"]
        self.valid += not any(item.severity == "error" for item in wrong)
        for item in wrong:
            self.schema[item.code] += 1
            self.guilty.setdefault(item.code, item)

    def finish(self) -> None:
        """Count marks that only we have, where the editor marks their kind; the rest is `unjudged`."""
        for mark, difference in self._extra:
            place = (mark.judged_as, difference.zone)
            if self._wanted[place] < JUDGED * self._made[place]:
                self.unjudged[place] += 1
                continue
            self.tallies[mark.kind].extra += 1
            self.rules[mark.rule]["extra"] += 1
            self.differences.append(difference)
        self._extra.clear()

    def _compare(self, kind: str, wanted: list[Mark], ours: list[Mark], gold: Flat, transcript: Transcript) -> None:
        tally = self.tallies[kind]
        self.kind_of.update({mark.rule: kind for mark in ours})
        self._wanted.update((mark.judged_as, gold.zone(mark.start)) for mark in wanted)
        self._made.update((mark.judged_as, gold.zone(mark.start)) for mark in ours)
        pairs = list(_pairs(wanted, ours))
        names = _same_names([pair for pair in pairs if kind in ("persName", "sp", "said")])
        for theirs, mine in pairs:
            if mine is None and theirs is not None:
                tally.missed += 1
                self.differences.append(_difference("missed", theirs, theirs, None, gold, transcript))
            elif theirs is None and mine is not None:
                self._extra.append((mine, _difference("extra", mine, None, mine, gold, transcript)))
            elif theirs is not None and mine is not None:
                tally.found += 1
                tally.exact += (theirs.start, theirs.end) == (mine.start, mine.end)
                right = not theirs.value or _agree(kind, theirs.value, mine.value, names)
                tally.valued += bool(theirs.value)
                tally.same += bool(theirs.value) and right
                self.rules[mine.rule]["right" if right else "wrong value"] += 1
                if not right:
                    self.differences.append(_difference("value", mine, theirs, mine, gold, transcript))


def _difference(
    what: str, mark: Mark, theirs: Mark | None, ours: Mark | None, gold: Flat, transcript: Transcript
) -> Difference:
    text = transcript.text
    end = max(mark.end, mark.start + 1)
    around = " ".join(text[max(0, mark.start - 30) : min(len(text), min(end, mark.start + 80) + 30)].split())
    words = " ".join(text[mark.start : end].split())
    return Difference(
        what,
        mark.kind,
        transcript.name,
        words if len(words) <= 60 else f"{words[:59]}…",
        around,
        ours.rule if ours else "",
        theirs.value[:60] if theirs else "",
        ours.value[:60] if ours else "",
        gold.zone(mark.start),
    )


def _pairs(wanted: Iterable[Mark], ours: Iterable[Mark]) -> Iterator[tuple[Mark | None, Mark | None]]:
    """Marks that meet (equal places first, then overlapping in text order), and those that stay alone."""
    left = sorted(wanted, key=lambda m: (m.start, m.end))
    right = sorted(ours, key=lambda m: (m.start, m.end))
    exact = {(m.start, m.end): m for m in right}
    taken: set[int] = set()
    rest: list[Mark] = []
    for mark in left:
        match = exact.get((mark.start, mark.end))
        if match is not None and id(match) not in taken:
            taken.add(id(match))
            yield mark, match
        else:
            rest.append(mark)
    at = 0
    for mark in rest:
        while at < len(right) and max(right[at].end, right[at].start + 1) <= mark.start:
            at += 1
        overlapping = (m for m in right[at:] if id(m) not in taken)
        match = next(overlapping, None)
        if match is not None and match.start <= max(mark.end - 1, mark.start):
            taken.add(id(match))
            yield mark, match
        else:
            yield mark, None
    yield from ((None, mark) for mark in right if id(mark) not in taken)


def _same_names(pairs: Iterable[tuple[Mark | None, Mark | None]]) -> dict[str, str]:
    """Their id → the id of ours that stands for it most often: two authority files need not use the same ids."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for theirs, mine in pairs:
        if theirs and mine and theirs.value and mine.value:
            votes[theirs.value][mine.value] += 1
    return {name: min(count.items(), key=lambda item: (-item[1], item[0]))[0] for name, count in votes.items()}


def _agree(kind: str, theirs: str, mine: str, names: dict[str, str]) -> bool:
    if kind == "date":
        return mine[:10] == theirs[:10]
    if kind == "note":
        return "".join(theirs.split()) == "".join(mine.split())
    if kind in ("persName", "sp", "said"):
        return bool(mine) and (mine == theirs or names.get(theirs) == mine)
    return mine == theirs
