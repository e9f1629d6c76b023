"""How well the program marks up what a person has marked up already.

    hand-made TEI → flatten → raw transcript + gold marks → encode → our marks, in the same places → table

The hand-made file is turned into a raw transcript of the kind that users have (`flatten`): one line per block, notes
in a list at the end with their marks glued to the text, `[Page 559]`, bullets. As both sides speak of the same
transcript, marks are compared by their spans; nothing has to be aligned.

    <p>… Lord <persName ref="#h">Home</persName>.<note n="1">A copy …</note> This</p>
    →  "… Lord Home.1 This"  +  Mark("persName", 7, 11, "h"), Mark("note", 12, 12, "A copy …")
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from pipeline.encode import Encoded, encode
from pipeline.model import Authority, Finding, Transcript
from pipeline.validate.conservation import conservation
from pipeline.validate.parsing import read

_BLOCKS = frozenset(
    {"head", "p", "ab", "item", "label", "row", "dateline", "salute", "signed", "byline", "l", "lg", "stage", "trailer"}
)
_SKIPPED = frozenset({"teiHeader", "standOff", "facsimile", "sourceDoc", "fw", "figDesc", "listPerson", "listPlace"})
_CHOSEN = {"choice": ("sic", "orig", "abbr", "unclear"), "app": ("lem", "rdg"), "subst": ("del", "add")}
_KINDS = {
    "persName": "persName", "rs": "persName", "name": "persName", "date": "date", "time": "date",
    "placeName": "placeName", "settlement": "placeName", "country": "placeName", "geogName": "placeName",
    "signed": "signed", "head": "head", "sp": "sp", "said": "said",
}  # fmt: skip
"""Element → the kind under which it is counted."""
_PERSON_TYPES = {"person", "pers", "role", "persName", ""}
_VALUES = ("when", "from", "notBefore", "to", "notAfter")
_POINTERS = ("ref", "corresp", "key", "who")
KINDS = ("head", "pb", "note", "persName", "date", "placeName", "signed", "sp", "said")
"""The kinds in the order of the table."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark of either side: where it stands in the raw transcript, its value, and (ours) the rule that made it."""

    kind: str
    start: int
    end: int
    value: str = ""
    rule: str = ""


@dataclass
class Flat:
    """A hand-made document as raw transcript, with its marks."""

    text: str
    marks: list[Mark] = field(default_factory=list)


class _Flattener:
    """Writes an element as a raw transcript and remembers where the marks are."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._notes: list[etree._Element] = []
        self.marks: list[Mark] = []

    # -- writing ------------------------------------------------------------
    def _write(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

    def _last(self) -> str:
        return next((part[-1] for part in reversed(self._parts) if part), "\n")

    def words(self, text: str | None) -> None:
        """Running text; white space becomes single and none begins a line."""
        squeezed = re.sub(r"\s+", " ", text or "")
        if squeezed.startswith(" ") and self._last() in " \n":
            squeezed = squeezed[1:]
        self._write(squeezed)

    def line(self, blank: bool = True) -> None:
        """Ends the line, with a blank line after it."""
        while self._parts and (not self._parts[-1] or self._parts[-1] == " "):
            self._length -= len(self._parts.pop())
        if self._parts and self._parts[-1].endswith(" "):
            self._length -= len(self._parts[-1])
            self._write(self._parts.pop().rstrip(" "))
        if self._length and self._last() != "\n":
            self._write("\n\n" if blank else "\n")

    # -- elements -----------------------------------------------------------
    def element(self, element: etree._Element) -> None:
        """An element and all in it, without what follows it."""
        name = _local(element)
        if name in _SKIPPED or not name:
            return
        if name in _CHOSEN:
            chosen = next((c for n in _CHOSEN[name] for c in element if _local(c) == n), None)
            if chosen is not None:
                self.element(chosen)
            return
        handler = {"note": self._note, "pb": self._page, "lb": self._line_break, "item": self._item}.get(name)
        if handler:
            handler(element)
            return
        block = name in _BLOCKS
        if block:
            self.line()
        start, part = self._length, len(self._parts)
        self.content(element)
        self._mark(element, start, "".join(self._parts[part:]))
        if block:
            self.line()

    def content(self, element: etree._Element) -> None:
        """What is in an element."""
        self.words(element.text)
        for child in element:
            self.element(child)
            self.words(child.tail)

    def _mark(self, element: etree._Element, start: int, text: str) -> None:
        name = _local(element)
        kind = _KINDS.get(name, "")
        if kind == "persName" and name != "persName" and element.get("type", "") not in _PERSON_TYPES:
            return
        if kind and text.strip():
            lead = len(text) - len(text.lstrip())
            self.marks.append(Mark(kind, start + lead, start + len(text.rstrip()), _value(element, kind)))

    def _note(self, element: etree._Element) -> None:
        self._notes.append(element)
        number = element.get("n") or str(len(self._notes))
        words = " ".join("".join(element.itertext()).split())
        self.marks.append(Mark("note", self._length, self._length, words))
        self._write(number)

    def _page(self, element: etree._Element) -> None:
        match = re.search(r"(\w+)$", element.get("n") or "")
        if match:
            blank = "" if self._last() in " \n" else " "
            self._write(f"{blank}[Page {match[1]}]")
            self.marks.append(Mark("pb", self._length - len(match[1]) - 7, self._length, match[1]))
            self._write(" ")

    def _line_break(self, _: etree._Element) -> None:
        self.words(" ")

    def _item(self, element: etree._Element) -> None:
        depth = sum(_local(a) == "list" for a in element.iterancestors())
        self.line(blank=False)
        self._write("  " * depth + "• ")
        self.content(element)
        self.line(blank=False)

    def notes(self) -> None:
        """The list of notes at the end."""
        for count, element in enumerate(self._notes, 1):
            self._write(f"  {count}. ")
            inner = _Flattener()
            inner.content(element)
            self._write(" ".join(inner.text().split()) + "\n")

    def text(self) -> str:
        """What has been written."""
        return "".join(self._parts)


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _value(element: etree._Element, kind: str) -> str:
    names = _VALUES if kind == "date" else _POINTERS
    found = next((value for name in names if (value := element.get(name))), "")
    return found.split()[0].lstrip("#").rsplit("#", 1)[-1] if found else ""


def flatten(root: etree._Element) -> Flat:
    """The raw transcript of a TEI document (its `text`, or the element itself), with the marks of its editor."""
    text = next((e for e in root.iter() if _local(e) == "text"), root)
    flattener = _Flattener()
    flattener.content(text)
    flattener.line()
    flattener.notes()
    return Flat(flattener.text(), flattener.marks)


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
    for block in document.root.walk():
        if block.kind in ("head", "signed", "sp", "pb") and not (block.kind == "head" and block.get("type")):
            end = block.span.end
            marks.append(Mark(block.kind, block.span.start, end, block.get("n"), f"{document.reader}/{block.kind}"))
    for claim in (*document.marks, *encoded.settled.claims):
        kind = "pb" if claim.kind == "pb" else _KINDS.get(claim.kind, "")
        if kind:
            names = ("n",) if kind == "pb" else _VALUES if kind == "date" else _POINTERS
            value = next((v for name in names if (v := claim.get(name))), "").lstrip("#")
            marks.append(Mark(kind, claim.span.start, claim.span.end, value, claim.rule))
    return marks


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
    """One disagreement: `missed`, `extra` or `value`, with the words concerned and those around them."""

    what: str
    kind: str
    document: str
    words: str
    context: str
    rule: str = ""


@dataclass
class Evaluation:
    """All counts: documents that gave back their transcript (`proved`), marks by kind, and by rule of the program how
    many of its marks were right and wrong."""

    documents: int = 0
    proved: int = 0
    tallies: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    rules: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    kind_of: dict[str, str] = field(default_factory=dict)
    differences: list[Difference] = field(default_factory=list)

    def add(self, gold: Flat, ours: Sequence[Mark], transcript: Transcript) -> None:
        """Compare one document."""
        self.documents += 1
        for kind in KINDS:
            wanted = [m for m in gold.marks if m.kind == kind]
            self._compare(kind, wanted, [m for m in ours if m.kind == kind], transcript)

    def _compare(self, kind: str, wanted: list[Mark], ours: list[Mark], transcript: Transcript) -> None:
        tally = self.tallies[kind]
        self.kind_of.update({mark.rule: kind for mark in ours})
        pairs = list(_pairs(wanted, ours))
        names = _same_names([pair for pair in pairs if kind in ("persName", "sp", "said")])
        for theirs, mine in pairs:
            if mine is None and theirs is not None:
                tally.missed += 1
                self._differ("missed", theirs, transcript)
            elif theirs is None and mine is not None:
                tally.extra += 1
                self.rules[mine.rule]["extra"] += 1
                self._differ("extra", mine, transcript)
            elif theirs is not None and mine is not None:
                tally.found += 1
                tally.exact += (theirs.start, theirs.end) == (mine.start, mine.end)
                right = not theirs.value or _agree(kind, theirs.value, mine.value, names)
                tally.valued += bool(theirs.value)
                tally.same += bool(theirs.value) and right
                self.rules[mine.rule]["right" if right else "wrong value"] += 1
                if not right:
                    self._differ("value", mine, transcript)

    def _differ(self, what: str, mark: Mark, transcript: Transcript) -> None:
        text = transcript.text
        end = max(mark.end, mark.start + 1)
        around = " ".join(text[max(0, mark.start - 30) : min(len(text), end + 30)].split())
        words = " ".join(text[mark.start : end].split())
        self.differences.append(Difference(what, mark.kind, transcript.name, words[:80], around, mark.rule))


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


def evaluate(paths: Iterable[Path], authority: Authority, reader: str = "") -> tuple[Evaluation, list[Finding]]:
    """Encode the transcripts of hand-made TEI files and compare; files that are no TEI are findings.

    `reader` forces a reader by name; by default the evidence in each transcript decides.
    """
    evaluation = Evaluation()
    findings: list[Finding] = []
    for path in paths:
        source, found = read(path)
        findings += found
        if source is None:
            continue
        flat = flatten(source.root)
        transcript = Transcript(path.stem, flat.text, str(path))
        encoded = encode(transcript, authority, reader=reader)
        evaluation.proved += not conservation(transcript, encoded.xml)
        evaluation.add(flat, our_marks(encoded), transcript)
    return evaluation, findings


def table(evaluation: Evaluation, examples: int = 3) -> str:
    """The evaluation as text: a line for each kind, a line for each rule that erred, with examples of its errors."""
    lines = [f"{evaluation.documents} documents, {evaluation.proved} give back their transcript", ""]
    lines.append(f"{'kind':<12}{'editor':>8}{'ours':>8}{'precision':>11}{'recall':>8}{'F1':>7}{'exact':>8}{'value':>7}")
    used = [kind for kind in KINDS if evaluation.tallies[kind].found + evaluation.tallies[kind].missed]
    lines += [_row(kind, evaluation.tallies[kind]) for kind in used]
    if unused := [kind for kind in KINDS if kind not in used and evaluation.tallies[kind].extra]:
        lines.append(f"never marked by the editor, so not judged: {', '.join(unused)}")
    lines += ["", f"{'rule':<40}{'right':>7}{'wrong value':>13}{'not marked by the editor':>26}"]
    judged = {rule: count for rule, count in evaluation.rules.items() if evaluation.kind_of[rule] in used}
    for rule, count in sorted(judged.items(), key=lambda item: (-item[1]["wrong value"], item[0])):
        lines.append(f"{rule:<40}{count['right']:>7}{count['wrong value']:>13}{count['extra']:>26}")
        shown = [d for d in evaluation.differences if d.rule == rule and d.what == "value"][:examples]
        lines += [f"    {d.document}: “{d.words}” in “{d.context}”" for d in shown]
    missed = [d for d in evaluation.differences if d.what == "missed"]
    if missed:
        lines += ["", "marked by the editor only"]
        for kind in KINDS:
            lines += [
                f"    {kind:<10}{d.document}: “{d.words}”" for d in [d for d in missed if d.kind == kind][:examples]
            ]
    return "\n".join(lines)


def _row(kind: str, tally: Tally) -> str:
    def share(value: float | None, width: int) -> str:
        return f"{value:>{width}.3f}" if value is not None else " " * (width - 1) + "–"

    exact = tally.exact / tally.found if tally.found else None
    counts = f"{kind:<12}{tally.found + tally.missed:>8}{tally.found + tally.extra:>8}"
    rates = share(tally.precision, 11) + share(tally.recall, 8) + share(tally.f1, 7)
    return counts + rates + share(exact, 8) + share(tally.value, 7)
