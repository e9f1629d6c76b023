"""What is known of the persons of one document while it is read.

`Reading` holds the lines of a document with the mentions found so far, the participants, the persons made from the
document, and the results. The steps of the stage (`introductions`, `newcomers`, `allusions`, `offices`) are
functions over it; each adds to what the later ones know.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from pipeline.authority.entries import ncname
from pipeline.authority.governments import makers_in
from pipeline.authority.index import Index, index_of
from pipeline.authority.words import listed
from pipeline.findings import finding
from pipeline.grammar.names import key
from pipeline.model import CastMember, Context, Document, Finding, Passage, Person, PersonName, Span
from pipeline.resolve.couples import shared_surnames
from pipeline.resolve.homonyms import Verdict, Weights, decide
from pipeline.resolve.lines import TITLES, Line, says_monsieur, vocabulary
from pipeline.resolve.mentions import Mention

_OPENING = 1500
"""Characters at the beginning of a transcript in which a letterhead may stand."""
_WORD = re.compile(r"[^\W\d_][\w’'ʼ]*")
_YEAR = re.compile(r"\b(1[89]\d\d|20\d\d)\b")


@dataclass
class Named:
    """A name or role that becomes a claim; `person` is None where it stays open, `speaks`: a verb of speech follows."""

    span: Span
    kind: str
    person: Person | None
    verdict: Verdict
    text: str
    speaks: bool = False


@dataclass
class Reading:
    """One document as it is read.

    `dates` are the first and the last day that the document may be of, as exactly as they are known; `government` is
    the country whose record it is, empty if not known. `named` maps the ids of persons named in full or by title to the
    place of the last such mention, `polite` are those called `Mr.` with a forename, `titled` those called by an office,
    `local` holds the persons made from the document by id, `styles` the words by which it calls these (titles, role in
    the list), `roles` the persons whom the list of participants has by role alone, `shared` the surnames of couples.
    `mentions` are changed by `hold`; `untaken`, `weighed` and `verdicts` keep what `free` and `decided` have found.
    """

    context: Context
    index: Index
    dates: tuple[str, str]
    government: str
    small: frozenset[str]
    lines: list[Line]
    shared: frozenset[str] = frozenset()
    mentions: list[Mention] = field(default_factory=list)
    named: dict[str, int] = field(default_factory=dict)
    polite: set[str] = field(default_factory=set)
    titled: set[str] = field(default_factory=set)
    participants: dict[str, CastMember] = field(default_factory=dict)
    local: dict[str, Person] = field(default_factory=dict)
    styles: dict[str, set[str]] = field(default_factory=dict)
    roles: dict[tuple[str, ...], Person] = field(default_factory=dict)
    results: list[Named] = field(default_factory=list)
    findings: dict[tuple[str, str], Finding] = field(default_factory=dict)
    untaken: list[list[bool]] = field(default_factory=list)
    weighed: Weights | None = None
    verdicts: dict[tuple[Index, tuple[int, ...], tuple[str, ...], bool, bool, str], Verdict] = field(
        default_factory=dict
    )

    @property
    def date(self) -> str:
        """The document's date, or the first day that it may be of; empty if nothing is known."""
        return self.dates[0]

    @property
    def weights(self) -> Weights:
        """What the document as a whole says about persons, at this step."""
        polite, titled = frozenset(self.polite), frozenset(self.titled)
        return Weights(frozenset(self.participants), dict(self.named), self.date, polite, titled)

    def decided(self, mentions: Iterable[Mention]) -> Iterator[tuple[Mention, Verdict]]:
        """Every mention with its verdict; like mentions are decided once, until more is known."""
        weights = self.weights
        if weights != self.weighed:
            self.weighed, self.verdicts = weights, {}
        seen = self.verdicts
        for mention in mentions:
            like = (mention.index, mention.persons, mention.titles, mention.given > 0, mention.strong, mention.kind)
            if like not in seen:
                seen[like] = decide(mention, weights)
            yield mention, seen[like]

    def hold(self, mentions: Iterable[Mention]) -> None:
        """Take these as the mentions found so far, in text order."""
        order = {id(line): number for number, line in enumerate(self.lines)}
        self.mentions = sorted(mentions, key=lambda mention: (order[id(mention.line)], mention.first))
        self.untaken = []

    def free(self) -> list[list[bool]]:
        """For every line, which atoms no mention has taken."""
        self.untaken = self.untaken or self._free()
        return self.untaken

    def _free(self) -> list[list[bool]]:
        free = {id(line): [True] * len(line.words) for line in self.lines}
        for mention in self.mentions:
            free[id(mention.line)][mention.first : mention.last] = [False] * (mention.last - mention.first)
        return list(free.values())

    def free_capitals(self) -> list[tuple[Line, int]]:
        """Capitalised atoms that no mention has taken: line and number of the atom."""
        lines = zip(self.lines, self.free(), strict=True)
        return [(line, at) for line, free in lines for at in line.capitals if free[at]]

    def people(self) -> list[Person]:
        """The persons of the document so far, participants first."""
        people = {member.person.id: member.person for member in self.participants.values()}
        for named in self.results:
            if named.person is not None:
                people.setdefault(named.person.id, named.person)
        return list(people.values())

    def by_id(self, ident: str) -> Person | None:
        """A person of the authority or of the document by id."""
        return self.index.by_id.get(ident) or self.local.get(ident)

    def free_id(self, ident: str) -> str:
        """An id for a person made from the document that no entry of the authority has."""
        safe = ncname(ident)
        return f"{safe}-{self.context.document.transcript.name}" if safe in self.index.by_id else safe

    def person_by_role(self, text: str, role: tuple[str, ...]) -> Person:
        """A person of whom the document gives only the role."""
        ident = self.free_id("-".join(role))
        return self.local.setdefault(ident, Person(ident, (PersonName(text, kind="role"),), description=text))

    def claim(
        self, line: Line, start: int, end: int, kind: str, person: Person | None, verdict: Verdict, speaks: bool = False
    ) -> None:
        """A name or role at `start`–`end` of a line's passage."""
        start, end = _with_brackets(line.passage.text, start, end)
        span = line.passage.source(start, end)
        self.results.append(Named(span, kind, person, verdict, line.passage.text[start:end], speaks))

    def find(self, code: str, name: str, message: str, hint: str, span: Span) -> None:
        """A finding, once for a name."""
        self.findings.setdefault((code, key(name)), finding(code, message, hint, span))


def begin(context: Context) -> Reading:
    """The reading of a document before its first step: furniture left out, headings and notes included."""
    passages = [p for p in context.document.passages if p.where != "furniture"]
    ends, monsieur = _line_ends(context.document), says_monsieur(passages)
    lines = [Line(passage, _ends_within(passage, ends), monsieur=monsieur) for passage in passages]
    small, shared = vocabulary(lines), shared_surnames(lines)
    for line in lines:
        line.small = small
    index = index_of(context.authority)
    return Reading(context, index, _dates(context), _government(context), small, lines, shared)


_COLUMN = re.compile(r" (?<=\S ) {3,}(?=\S)")
_NARROW = re.compile(r"(?<=[^\s.:;!?])   (?=\S)")
"""What parts columns in a line that a wider gap shows to be one of a table: `Conant, Maj. Sir Roger   Freeth, D. K.`"""
_GAP = " " * 4
_TAB = re.compile(r"\t(?<=\S\t)(?=\S)")
_EARLY = 0.75
"""A line that would still be shorter than this part of a full line with the next word on it was ended on purpose."""


def _line_ends(document: Document) -> list[int]:
    """The ends of lines that no name goes over: before a line break of the markup, or well before the right margin; and
    the blanks that part columns."""
    text = document.transcript.text
    lines = text.split("\n")
    full = sorted(len(line) for line in lines if line.strip())
    margin = _EARLY * full[len(full) * 9 // 10] if full else 0
    ends = [claim.span.start - 1 for claim in document.marks if claim.kind == "lb"]
    ends += [gap.start() for gaps in (_COLUMN, _TAB) for gap in gaps.finditer(text)]
    at, row = 0, False
    for line, after in pairwise([*lines, ""]):
        word = after.split(maxsplit=1)[:1] if 0 < len(line) < margin else ()
        before, row = row, _in_columns(line)
        if row:
            ends += [at + gap.start() for gap in _NARROW.finditer(line)]
            if before:
                ends.append(at - 1)
        at += len(line) + 1
        if word and len(line) + len(word[0]) < margin:
            ends.append(at - 1)
    return sorted(set(ends))


def _in_columns(line: str) -> bool:
    """Whether a line has words on both sides of the blanks that part columns (not the number of the line alone)."""
    before, gap, _ = line.rstrip().rpartition(_GAP)
    return bool(gap) and any(map(str.isalpha, before))


def _ends_within(passage: Passage, ends: Sequence[int]) -> list[int]:
    """The places of a passage that stand for these ends of lines."""
    offsets = passage.offsets
    inside = ends[bisect_right(ends, offsets[0]) : bisect_left(ends, offsets[-1])]
    return [bisect_right(offsets, end) - 1 for end in inside]


def _dates(context: Context) -> tuple[str, str]:
    """The first and the last day of the document: from its facts, else the year that the text names most often."""
    fact = context.facts.date or next(iter(context.facts.dates), None)
    if fact is not None and (fact.earliest or fact.latest):
        return (fact.earliest or fact.latest)[:10], (fact.latest or fact.earliest)[:10]
    years = Counter(year for p in context.document.passages for year in _YEAR.findall(p.text))
    year = max(years, key=lambda year: (years[year], -int(year))) if years else ""
    return year, year


def _government(context: Context) -> str:
    """The country whose record the document is: of the archive in its source note, or of its letterhead."""
    source = context.facts.source
    first = next(iter(source.holdings), None) if source else None
    kept = " ; ".join((first.repository, *first.collection)) if first else ""
    found = makers_in(kept) or makers_in(context.document.transcript.text[:_OPENING])
    return found.pop() if len(found) == 1 else ""


def _with_brackets(text: str, start: int, end: int) -> tuple[int, int]:
    """A name of which an editor supplied a part, with both brackets: `[Allen] Dulles`, `George [Smathers]`."""
    name = text[start:end]
    for left, right in ("[]", "()"):
        opened, closed = left in name, right in name
        if closed and not opened and text[start - 1 : start] == left:
            start -= 1
        if opened and not closed and text[end : end + 1] == right:
            end += 1
    return start, end


@lru_cache(maxsize=4096)
def keys_of(text: str) -> frozenset[str]:
    """The keys of the words of a name that have two letters or more and are no titles. (Asked for the same names of an
    authority again and again.)"""
    return frozenset(k for word in _WORD.findall(text) if len(k := key(word)) > 1 and k not in TITLES)


def ordinary(word: str, *, given: bool = True) -> bool:
    """Whether a word is known as something else than a surname: a place, a word, an office, a given name."""
    names = ("geography", "common_words", "office_words", *(("given_names",) if given else ()))
    return listed(word, names)
