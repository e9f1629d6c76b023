"""Who is behind the label of a turn: `Kissinger:`, `The President:`, `K:`, `Senator Mondale.`, `PM.`

The person whom the resolver found in the label itself, else the cast member with that surname, office or initials, else
whoever is called so in the text of the document. `Q.` and unknown names stay without a person.

What stands before a bracket names the speaker; the bracket does where that is an office (`THE CHAIRMAN (Lord Home):`),
and may say to whom he speaks (`Shultz (to Shevardnadze):`).

With all turns at hand, more can be seen: a label that differs by one letter from a more frequent one is that label
misread (`Mr. Kyulo:` beside `Mr. Kyalo:`), a bare surname beside the same with a forename is the other one of that name
(`Smith:` beside `David Smith:`), and the only one who answers is the one whom the questions address (`Q. Mr. Gorton,
you …`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rapidfuzz.distance import OSA

from pipeline.grammar.names import PARTICLES
from pipeline.grammar.speakers import is_nobody, speaker
from pipeline.model import Block, Certainty, Passage
from pipeline.resolve.speech.company import Company, fold, name_words
from pipeline.resolve.speech.phrases import OFFICE_WORDS, TITLE
from pipeline.resolve.speech.words import Mention

_PARTICLES = "|".join(sorted(PARTICLES))
_NAME_IN_BRACKETS = re.compile(rf"\((?:(?:[^\W\d_a-zà-ÿ]\S*|{_PARTICLES})(?:\s|(?=[,)]|\Z)))+(?:,[^()]*)?(?:\)|\Z)")
"""A bracket that holds a name and no more: `(Mr. Kyalo)`, but not `(to Shevardnadze)`, `(Counsel for Mr. Doe)`."""
_SPOKEN_TO = re.compile(r"\((?:[a-z]+\s|in\s[A-Z][a-z]+,?\s){0,3}?(?:to|addressing)\s(?P<names>[^()]*)\)")
"""`(to Shevardnadze)`, `(in Arabic to Scowcroft)`, `(turning to the President)`."""
_NAMES_JOINED = re.compile(r",\s(?:and\s)?|\sand\s")
_BEFORE_ADDRESSED = re.compile(
    rf"(?:(?:well|yes|no|but|and|so|now|good (?:morning|afternoon|evening)|thank you|sir|{TITLE})\b[.,]?\s){{0,4}}",
    re.IGNORECASE,
)
_ADDRESS_ENDS = re.compile(r",(?!\s(?:the|who|whose|your|our|an?|has|said|says)\b)|\s?[:;–—-]|\s(?:\w+\s)?you\b")
"""What follows upon whom a question addresses: `Mr. Gorton, did you`; not `Mr. Snedden, the Treasurer, has said`."""
_TITLE_AND_INITIAL = re.compile(rf"(?P<title>{TITLE})\.?\s(?P<initial>[A-Z])")
_QUERY = re.compile(
    r"(?:q|questions?|questioner|answer|a|(?:the )?press|journalist|interviewer|voice|voices|an? .*)\.?"
)
_PRESIDING = re.compile(r"(?:\d+\.?\s+)?The\s[A-Z]{4,}(?:\s[A-Z]+)*\s?[:;.]?")
"""`The PRESIDENT:`, as verbatim records write whoever presides: not the President of a state."""
_MEETS_THE_PRESS = frozenset({"press-conference", "interview"})
_OFFICE_IN_FRENCH = re.compile(r"M\.? l[ea] (?P<office>.*)")
_OFFICES = {"pm": "prime minister", "q": "", "p": "president", "amb": "ambassador", "sec": "secretary"}


@dataclass(frozen=True, slots=True)
class Turn:
    """One labelled turn: its `sp` and `speaker`, the label as printed, the person's id (or nothing), how sure it is,
    and whether the label means nobody in particular (`Q.`)."""

    block: Block
    speaker: Block
    label: str
    person: str
    cert: Certainty
    nobody: bool = False


class Labels:
    """The labels of one document, each resolved once; `printed` are all of them."""

    def __init__(self, company: Company, printed: Iterable[str] = ()) -> None:
        self.company = company
        used = set(map(_plain, printed))
        self._journalists = "j" in used and ("pm" in used or company.context.facts.type in _MEETS_THE_PRESS)
        self._known: dict[str, tuple[str, Certainty]] = {}
        called: dict[str, Counter[str]] = {}
        for passage in company.context.document.passages:
            for mention in company.resolved(passage):
                if mention.person:
                    called.setdefault(_plain(mention.label), Counter())[mention.person] += 1
        self.misread: dict[str, str] = {}
        """Persons who are probably meant by a misread label, and that label."""
        self._called = {form: count.most_common(1)[0][0] for form, count in called.items() if len(count) == 1}

    def is_nobody(self, label: str) -> bool:
        """Whether a label names nobody in particular: `Q.`, and `J:` where journalists meet a prime minister."""
        return is_nobody(label) or self._asks(_plain(label))

    def _is_question(self, label: str) -> bool:
        """Whether a label is that of somebody who asks, though a bracket may name him: `Q. (Mr. Reid, Herald):`."""
        return self.is_nobody(label.partition("(")[0])

    def _asks(self, key: str) -> bool:
        return bool(_QUERY.fullmatch(key)) or (key == "j" and self._journalists)

    def spoken_to(self, label: str) -> tuple[str, ...]:
        """Those to whom a label says that its words are spoken: `Shultz (to Shevardnadze):`."""
        found = _SPOKEN_TO.search(label)
        names = _NAMES_JOINED.split(found["names"]) if found else ()
        company = self.company
        persons = (company.by_office(name) if name[:4].lower() == "the " else company.by_name(name) for name in names)
        return tuple(dict.fromkeys(filter(None, persons)))

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
        if key == "j" and self._journalists:
            return "", Certainty.LOW
        head, bracket = _parted(label)
        found = self._resolved(head, bracket, passage)
        if found and found not in company.participants and (office := company.by_office(label)):
            return office, Certainty.HIGH
        if found:
            return found, Certainty.HIGH
        if self.is_nobody(label):
            return "", Certainty.LOW
        if french := _OFFICE_IN_FRENCH.match(label):
            person = company.by_role(french["office"])
            return person, Certainty.MEDIUM if person else Certainty.LOW
        bare = re.sub(r"^[\[<]\S*\s*|^\d+[.)]?\s+", "", head).strip(" :：.;-–—")
        if bracket and (person := company.by_name(bracket)):
            return person, Certainty.HIGH
        if (short := _TITLE_AND_INITIAL.fullmatch(bare)) and (person := company.by_initial(**short.groupdict())):
            return person, Certainty.MEDIUM
        if bare.replace(".", "").isupper() and len(bare.replace(".", "")) <= 4:
            person = company.by_short_form(bare.replace(".", ""))
            if person:
                return person, Certainty.HIGH
        if person := company.by_name(bare):
            return person, Certainty.HIGH
        office = _OFFICES.get(key, key)
        person = company.by_office(office) or self._called.get(office, "") if office else ""
        return (person, Certainty.MEDIUM) if person else ("", Certainty.LOW)

    def _resolved(self, head: str, bracket: str, passage: Passage | None) -> str:
        """The person whom the resolver found in a label: before the bracket, or in it where an office stands before."""
        inside = self.company.resolved(passage) if passage is not None else []
        before = next((one for one in reversed(inside) if one.start < len(head) and one.person), None)
        after = next((one for one in reversed(inside) if len(head) <= one.start < len(head) + len(bracket)), None)
        if after is None or not after.person or (before is not None and not _is_office(before.label)):
            return before.person if before is not None else ""
        return after.person

    def reconsidered(self, turns: Sequence[Turn]) -> list[Turn]:
        """The turns with what their number shows: misread labels, and who is the only one to answer."""
        counts = Counter(_printed(turn.label) for turn in turns)
        persons = {_printed(turn.label): turn.person for turn in turns}
        meant = {key: other for key in counts if (other := self._meant(key, persons[key], counts))}
        answers = (_printed(turn.label) for turn in turns if not self._is_question(turn.label))
        answering = {meant.get(key, key) for key in answers}
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
        return _answering(self._parted_from_namesakes(found))

    def _parted_from_namesakes(self, turns: list[Turn]) -> list[Turn]:
        """`Smith:` between two participants of that name is the one who has no label with his forename; nobody, if
        that cannot be said."""
        bare = {words[0] for turn in turns if len(words := name_words(_parted(turn.label)[0])) == 1}
        others: dict[str, str] = {}
        for surname in bare:
            owners = self.company.namesakes(surname)
            if len(owners) > 1:
                named = {turn.person for turn in turns if len(name_words(turn.label)) > 1}
                left = [owner for owner in owners if owner not in named]
                others[surname] = left[0] if len(left) == 1 else ""
        if not others:
            return turns
        return [
            replace(turn, person=others[words[0]], cert=Certainty.MEDIUM if others[words[0]] else Certainty.LOW)
            if len(words := name_words(_parted(turn.label)[0])) == 1 and words[0] in others
            else turn
            for turn in turns
        ]

    def _meant(self, key: str, person: str, counts: Counter[str]) -> str:
        """The label of which another is probably a misreading: one letter away, and twice as frequent."""
        if self.company.known_elsewhere(person) or self._asks(key):
            return ""
        close = [
            other
            for other, count in counts.items()
            if count >= 2 * counts[key]
            and not self._asks(other)
            and len(key) == len(other)
            and (len(key) > 4 or other == "pm")
            and OSA.distance(key, other, score_cutoff=1) == 1
        ]
        return close[0] if len(close) == 1 else ""

    def _asked(self, turns: Sequence[Turn]) -> str:
        """The only person whom questions address in their first words."""
        starts = {turn.block.span.start: turn for turn in turns if self._is_question(turn.label)}
        asked: set[str] = set()
        for passage in self.company.context.document.passages:
            outer = next((block for block in passage.path if block.kind == "sp"), None)
            if outer is None or outer.span.start not in starts or passage.where == "speaker":
                continue
            first = next(iter(self.company.resolved(passage)), None)
            if first is not None and first.person and _is_addressed(passage.text, first):
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


def _is_addressed(text: str, named: Mention) -> bool:
    """Whether the first words of a question address a person: `Mr. Gorton, did you`; not `Does Mr. Snedden agree`."""
    return _BEFORE_ADDRESSED.fullmatch(text, 0, named.start) is not None and bool(_ADDRESS_ENDS.match(text, named.end))


def _parted(label: str) -> tuple[str, str]:
    """A label before its bracket, and the bracket if that holds a name and no more."""
    at = label.find("(")
    if at < 1:
        return label, ""
    named = _NAME_IN_BRACKETS.match(label, at)
    return label[:at], named[0] if named else ""


def naming_parts(label: str) -> Iterator[tuple[int, int]]:
    """Where a label names its speaker: before the bracket, and in it if it holds a name and no more."""
    head, bracket = _parted(speaker(label))
    yield 0, len(head)
    if bracket and (at := label.find(bracket)) >= 0:
        yield at, at + len(bracket)


def _is_office(label: str) -> bool:
    words = name_words(label)
    return label[:4].lower() == "the " or (bool(words) and words[-1] in OFFICE_WORDS)


def _printed(label: str) -> str:
    """A label as two are compared: letters and digits in small letters."""
    return " ".join(word for word in re.findall(r"\w+", fold(label)) if word != "the")


def _plain(label: str) -> str:
    words = name_words(fold(label))
    return " ".join(word for word in words if word != "the")


def speaker_of(block: Block) -> Block | None:
    """The `speaker` of an `sp`."""
    return next((child for child in block.children if child.kind == "speaker"), None)
