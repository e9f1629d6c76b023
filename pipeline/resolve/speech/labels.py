"""Who is behind the label of a turn: `Kissinger:`, `The President:`, `K:`, `Senator Mondale.`, `PM.`

The person whom the resolver found in the label itself, else the cast member with that surname, office or initials, else
whoever is called so in the text of the document. `Q.` and unknown names stay without a person.

With all turns at hand, two things more can be seen: a label that differs by one letter from a more frequent one is that
label misread (`Mr. Kyulo:` beside `Mr. Kyalo:`), and the only one who answers is the one whom the questions address
(`Q. Mr. Gorton, you …`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rapidfuzz.distance import OSA

from pipeline.grammar.speakers import is_nobody, speaker
from pipeline.model import Block, Certainty, Passage
from pipeline.resolve.speech.company import Company, fold, name_words

_QUERY = re.compile(r"(?:q|questions?|answer|a|(?:the )?press|journalist|interviewer|voice|voices|an? .*)\.?")
_PRESIDING = re.compile(r"(?:\d+\.?\s+)?The\s[A-Z]{4,}(?:\s[A-Z]+)*\s?[:;.]?")
"""`The PRESIDENT:`, as verbatim records write whoever presides: not the President of a state."""
_OFFICE_IN_FRENCH = re.compile(r"M\.? l[ea] (?P<office>.*)")
_OFFICES = {"pm": "prime minister", "q": "", "p": "president", "amb": "ambassador", "sec": "secretary"}


@dataclass(frozen=True, slots=True)
class Turn:
    """One labelled turn: its `sp` and `speaker`, the label as printed, the person's id (or nothing), how sure it is."""

    block: Block
    speaker: Block
    label: str
    person: str
    cert: Certainty


class Labels:
    """The labels of one document, each resolved once."""

    def __init__(self, company: Company) -> None:
        self.company = company
        self._known: dict[str, tuple[str, Certainty]] = {}
        called: dict[str, Counter[str]] = {}
        for passage in company.context.document.passages:
            for mention in company.resolved(passage):
                if mention.person:
                    called.setdefault(_plain(mention.label), Counter())[mention.person] += 1
        self.misread: dict[str, str] = {}
        """Persons who are probably meant by a misread label, and that label."""
        self._called = {form: count.most_common(1)[0][0] for form, count in called.items() if len(count) == 1}

    def person(self, label: str, passage: Passage | None) -> tuple[str, Certainty]:
        """The id of the cast member behind a label (empty if unknown) and how sure that is."""
        key = _plain(label)
        if key not in self._known or not self._known[key][0]:
            self._known[key] = self._find(label, key, passage)
        return self._known[key]

    def _find(self, label: str, key: str, passage: Passage | None) -> tuple[str, Certainty]:
        company = self.company
        label = speaker(label)
        if _PRESIDING.fullmatch(label):
            person = company.by_role(label)
            return (person, Certainty.MEDIUM) if person in company.participants else ("", Certainty.LOW)
        inside = company.resolved(passage) if passage is not None else []
        found = next((one.person for one in reversed(inside) if one.start < len(label)), "")
        if found and found not in company.participants and (office := company.by_office(label)):
            return office, Certainty.HIGH
        if found:
            return found, Certainty.HIGH
        if _QUERY.fullmatch(key) or is_nobody(key):
            return "", Certainty.LOW
        if french := _OFFICE_IN_FRENCH.match(label):
            person = company.by_role(french["office"])
            return person, Certainty.MEDIUM if person else Certainty.LOW
        bare = re.sub(r"^[\[<]\S*\s*|^\d+[.)]?\s+", "", label).strip(" :：.;-–—")
        bracketed = re.search(r"\(([^)]*)\)", bare)
        if bracketed and (person := company.by_name(bracketed[1])):
            return person, Certainty.HIGH
        bare = re.sub(r"\s*\([^)]*\)", "", bare)
        if bare.replace(".", "").isupper() and len(bare.replace(".", "")) <= 4:
            person = company.by_short_form(bare.replace(".", ""))
            if person:
                return person, Certainty.HIGH
        if person := company.by_name(bare):
            return person, Certainty.HIGH
        office = _OFFICES.get(key, key)
        person = company.by_office(office) or self._called.get(office, "") if office else ""
        return (person, Certainty.MEDIUM) if person else ("", Certainty.LOW)

    def reconsidered(self, turns: Sequence[Turn]) -> list[Turn]:
        """The turns with what their number shows: misread labels, and who is the only one to answer."""
        counts = Counter(_printed(turn.label) for turn in turns)
        persons = {_printed(turn.label): turn.person for turn in turns}
        meant = {key: other for key in counts if (other := self._meant(key, persons[key], counts))}
        answering = {meant.get(key, key) for key in counts if not _QUERY.fullmatch(key)}
        asked = self._asked(turns) if len(answering) == 1 and not persons[next(iter(answering))] else ""
        found: list[Turn] = []
        for turn in turns:
            key = _printed(turn.label)
            if key in meant and persons[meant[key]]:
                self.misread.setdefault(persons[meant[key]], turn.label)
                found.append(replace(turn, person=persons[meant[key]], cert=Certainty.LOW))
            elif asked and meant.get(key, key) in answering:
                found.append(replace(turn, person=asked, cert=Certainty.MEDIUM))
            else:
                found.append(turn)
        return _answering(found)

    def _meant(self, key: str, person: str, counts: Counter[str]) -> str:
        """The label of which another is probably a misreading: one letter away, and twice as frequent."""
        if self.company.known_elsewhere(person) or _QUERY.fullmatch(key):
            return ""
        close = [
            other
            for other, count in counts.items()
            if count >= 2 * counts[key]
            and not _QUERY.fullmatch(other)
            and len(key) == len(other)
            and (len(key) > 4 or other == "pm")
            and OSA.distance(key, other, score_cutoff=1) == 1
        ]
        return close[0] if len(close) == 1 else ""

    def _asked(self, turns: Sequence[Turn]) -> str:
        """The only person whom questions address in their first words."""
        starts = {turn.block.span.start: turn for turn in turns if _QUERY.fullmatch(_printed(turn.label))}
        asked: set[str] = set()
        for passage in self.company.context.document.passages:
            outer = next((block for block in passage.path if block.kind == "sp"), None)
            if outer is None or outer.span.start not in starts or passage.where == "speaker":
                continue
            first = next(iter(self.company.resolved(passage)), None)
            if first is not None and first.person and first.start < 12:
                asked.add(first.person)
        return asked.pop() if len(asked) == 1 else ""


def _answering(turns: list[Turn]) -> list[Turn]:
    """The turns without persons whom an office names who would answer themselves: `PRESIDENT:` between turns of
    `DEAN:` is not Dean, whatever stands beside his name."""
    doubted: Counter[str] = Counter()
    for one, other in pairwise(turns):
        if one.person and one.person == other.person and one.label != other.label:
            doubted.update(turn.label for turn in (one, other) if turn.cert is Certainty.MEDIUM)
    return [
        replace(turn, person="", cert=Certainty.LOW) if doubted[turn.label] > 1 and turn.person else turn
        for turn in turns
    ]


def _printed(label: str) -> str:
    """A label as two are compared: letters and digits in small letters."""
    return " ".join(word for word in re.findall(r"\w+", fold(label)) if word != "the")


def _plain(label: str) -> str:
    words = name_words(fold(label))
    return " ".join(word for word in words if word != "the")


def speaker_of(block: Block) -> Block | None:
    """The `speaker` of an `sp`."""
    return next((child for child in block.children if child.kind == "speaker"), None)
