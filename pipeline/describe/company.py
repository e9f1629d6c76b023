"""Participants, senders and recipients."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, takewhile

from pipeline.describe.heading import Title, find_compliments
from pipeline.describe.layout import Material, fields
from pipeline.grammar import participants as people
from pipeline.grammar import titles
from pipeline.grammar.datelines import HOUSE
from pipeline.grammar.likeness import near
from pipeline.grammar.parts import Part
from pipeline.grammar.speakers import is_nobody, speaker
from pipeline.model import Block, Correspondent, Document, Participant, Passage, Span


def _wide(passage: Passage, document: Document) -> str:
    """The reading text with a tab where the transcript has a run of blanks that parts columns."""
    text, source, offsets = passage.text, document.transcript.text, passage.offsets
    words = text.split(" ")
    wide, at = words[0], 0
    for before, word in pairwise(words):
        at += len(before) + 1
        gap = source[offsets[at - 1] : offsets[at]]
        parts = "\t" in gap or "   " in gap or ("  " in gap and not before.endswith((".", ",", ";", ":")))
        wide += ("\t" if parts and "\n" not in gap else " ") + word
    return wide


_NO_PERSON = re.compile(
    r"\[|(?:the\s)?following\b|(?:see|as)\b.*\b(?:list|attached|below)\b|copies\s+to\b", re.IGNORECASE
)
"""An entry that refers elsewhere: `See attached list`, `[Here follows the same list …]`."""


_LONGEST_ENTRY = 300


@dataclass
class _Cast:
    """Participants as they are collected, with the delegation heading in force."""

    document: Document
    found: list[Participant] = field(default_factory=list)
    group: str = ""
    party: int = 0
    dashed: bool = False
    columns: tuple[tuple[int, str], ...] = ()
    alone: bool = False
    open: tuple[str, Passage, Passage] | None = None
    """An entry that goes on in the next passage: its words so far, the passage where it begins, and the last."""
    role: str = ""
    department: str = ""
    labelled: str = ""
    """The group before the colon of a line above: `State: Robert Ingersoll` / `Joseph Sisco`."""

    def add(self, passage: Passage, group: str | None = None, role: str = "") -> None:
        self.role = role
        text = _wide(passage, self.document)
        first = passage
        if self.open:
            text, first = f"{self.open[0]} {text}", self.open[1]
        if text.endswith(",") and not people.is_group(text) and len(text) < _LONGEST_ENTRY:
            self.open = (text, first, passage)
        else:
            self.open = None
            self._whole(text, first, passage, group)

    def sides(self, passage: Passage) -> bool:
        """Whether a line has delegations side by side (`United Kingdom      United States`); those below belong to the
        one under which they stand."""
        text = _wide(passage, self.document)
        names = [(m.start(), m.group().strip()) for m in re.finditer(r"[^\t]+", text)]
        if len(names) < 2 or not all(people.is_group(name) for _, name in names):
            return False
        place = self.document.transcript.place
        self.columns = tuple((place(passage.offsets[at])[1], name) for at, name in names)
        return True

    def _role(self, entry: people.Entry, passage: Passage | None) -> str:
        """The role of an entry; without a bullet it has the department of the one with a bullet above it: `•
        State—Joseph Sisco` / `Alfred Atherton`."""
        bulleted = passage is not None and bool(passage.block.get("rend"))
        if bulleted:
            before = entry.whole.text[: entry.name.start - entry.whole.start] if entry.name and entry.role else ""
            self.department = entry.role.text if entry.role and before.endswith(("—", "–")) else ""
        if entry.role:
            return entry.role.text
        return self.role or ("" if bulleted else self.department)

    def _side(self, span: Span) -> str:
        column = self.document.transcript.place(span.start)[1] if self.columns else 0
        return next((name for at, name in reversed(self.columns) if at <= column + 2), "")

    def prose(self, text: str, passage: Passage) -> None:
        """The persons named in the first part of a passage."""
        self._person(text, passage.span, passage, None)

    def close(self) -> None:
        if self.open:
            self._whole(*self.open, None)
            self.open = None

    def _whole(self, text: str, first: Passage, last: Passage, group: str | None) -> None:
        """The persons of an entry that stands in one passage or goes from the first to the last."""
        span = Span(first.span.start, last.span.end)
        self._person(text, span, first if first is last else None, group)

    def _person(self, text: str, span: Span, passage: Passage | None, group: str | None) -> None:
        if _NO_PERSON.match(text):
            return
        for entry in people.entries(text, alone=self.alone):
            if entry.group or entry.role:
                self.labelled = entry.group.text if entry.group else ""
            heading = (self.group if group is None else group) or self._side(span) or self.labelled
            where = passage.source(entry.whole.start, entry.whole.end) if passage else span
            self.found.append(
                Participant(
                    entry.whole.text.replace("\t", " "),
                    where,
                    entry.name.text if entry.name else "",
                    self._role(entry, passage),
                    entry.group.text if entry.group else heading,
                    party=self.party,
                )
            )


_HEADING_ONLY = re.compile(
    r"(?i:(?:list of )?participants?|present|those present|attend(?:ees|ance)|members present|also present)\s*[:.]?"
)


_AWAY = re.compile(
    r"(?:absent|absentees|apologies|regrets|excused|not present|unable to attend)\b(?: with(?:out)? (?:leave|apology)"
    r"| for absence| from)?\W*",
    re.IGNORECASE,
)
"""The heading of those who did not come."""


def participants(material: Material, title: Title) -> tuple[Participant, ...]:
    """The participants: of the list, without the absent; of the title and of a field or paragraph that names those
    present; else those who speak."""
    if listed := tuple(one for one in _listed(material) if not _AWAY.fullmatch(one.group)):
        named = {_surname(one) for one in listed}
        more = (one for one in _in_fields(material) if _surname(one) not in named)
        return (*listed, *more, *_present_for_a_while(material))
    partners, present = _partners(title), _present_in_prose(material, title)
    present = (*present, *_present_for_a_while(material)) if present else ()
    named = {_surname(one) for one in present}
    return (*(one for one in partners if _surname(one) not in named), *present) or _speakers(material)


def _in_fields(material: Material) -> tuple[Participant, ...]:
    """Those of fields beside the list: `Also present: Lin Biao`, `NOTETAKER: Robert Blackwill`."""
    cast = _Cast(material.document, alone=True)
    present = {id(passage) for passage in fields(material.layout, "participants")}
    for label, passage in material.layout.fields:
        function = people.is_function(label)
        if function or (id(passage) in present and len(passage.text) < _LONGEST_ENTRY):
            cast.add(passage, role=label if function else "")
            cast.close()
    return tuple(cast.found)


_FOR_A_WHILE = re.compile(
    r",?\s(?:was|were)\s(?:also\s|only\s)?present\s(?:for|at|during|throughout)\b"
    r"(?:\s(?:agenda\s)?items?\s[\d, and]+)?[.;]?\s*",
    re.IGNORECASE,
)


def _present_for_a_while(material: Material) -> Iterator[Participant]:
    """Those of whom a line below the list says that they came for a part: `Mr. Bissell was present for item 1`."""
    cast = _Cast(material.document)
    for passage in material.layout.body[:6]:
        text, at = passage.text, 0
        for told in _FOR_A_WHILE.finditer(text) if len(text) < _LONGEST_ENTRY else ():
            first = people.first_titled(text, at, told.start())
            if first >= 0:
                cast.prose(" " * first + text[first : told.start()], passage)
            at = told.end()
    yield from cast.found


def _surname(one: Participant) -> str:
    """The last word of a name, to tell whether two entries name the same person."""
    return re.sub(r"\W", "", (one.name or one.text).split()[-1]).casefold()


_LABEL = re.compile(r"[§“\"«]?\s*(?:\[?Q?\d{1,4}\.?\]?\s+)?(?P<label>.*?)[\s.:;：–—-]*\Z", re.DOTALL)
_REPORTED = re.compile(
    r"(?P<label>(?:MR|MRS|MISS|DR|SIR|LORD|GENERAL|COLONEL|MAJOR|SENATOR|PROFESSOR|Mr|Mrs|Miss|Dr|Sir|General)\b\.?"
    r" (?:[A-Z][A-Z'’.-]++ ?){1,4})(?=,? [a-z(])"
)
"""A speaker in capitals with whom a paragraph of reported speech begins: `MR EDEN said that …`."""
_MOST_SPEAKERS = 60


def _speakers(material: Material) -> tuple[Participant, ...]:
    """Those whose words the document gives, each once: labels of turns, or names in capitals that open paragraphs."""
    cast: dict[str, Participant] = {}
    for passage in material.document.passages:
        if passage.where == "speaker":
            found = _LABEL.match(passage.text)
        elif passage.block.kind == "p" and "note" not in passage.where:
            found = _REPORTED.match(passage.text)
        else:
            continue
        label = found["label"].strip() if found else ""
        if found and _is_name(label) and not _is_nobody(label) and len(cast) < _MOST_SPEAKERS:
            start = found.start("label")
            one = _speaker(label, passage.source(start, start + len(label)))
            cast.setdefault(re.sub(r"\W", "", one.name or one.text).casefold(), one)
    return _each_once(tuple(cast.values()))


_COURTESY = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Hon|Rt|Justice|Shri|M|Mme)\b\.?\s*)*(?P<name>[^\W\d_][\w’'ʼ-]+)", re.IGNORECASE
)
"""A surname with no more than a title of courtesy."""


def _each_once(cast: tuple[Participant, ...]) -> tuple[Participant, ...]:
    """The cast without those who are named by the surname alone and in full as well: `Mr. Pearson` beside
    `Hon. L. B. Pearson (Secretary of State for External Affairs)`."""
    bare = {id(one): found["name"].casefold() for one in cast if (found := _COURTESY.fullmatch(one.text))}
    full = Counter(_surname(one) for one in cast if id(one) not in bare and one.name)
    return tuple(one for one in cast if full[bare.get(id(one), "")] != 1)


def _is_name(label: str) -> bool:
    """Whether a label may be a name by its length: `FORD` is, `DB` and `MSM` are initials."""
    return len(label) > 4 or (len(label) == 4 and re.search("[AEIOUY]", label, re.IGNORECASE) is not None)


def _is_nobody(label: str) -> bool:
    joined = label.replace(" ", "").casefold()
    return (
        is_nobody(label)
        or joined in ("pm", "om", "fm")
        or any(joined == word or near(joined, word) for word in _ASKING)
    )


_ASKING = ("question", "journalist", "interviewer", "reporter", "correspondent")
_PRESIDING = re.compile(
    r"(?:the |mr\.? |madam\.? |hon\.? )+(?:(?:deputy|temporary|acting) )*(?:speaker|chair(?:man|person)?|president)",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"(?P<outer>[^()]+?)[\s.–-]*\((?P<inner>[^()]+)\)(?:\s*\((?P<party>[^()]+)\))?")


def _speaker(label: str, span: Span) -> Participant:
    """Who a label names: `Mr Deputy Speaker (Mr Lindsay Hoyle)`, `Mr Iain McKenzie (Inverclyde) (Lab)`, `MR EDEN`."""
    label = speaker(label)
    if _PRESIDING.fullmatch(label):
        return Participant(label, span, "", label)
    found = _BRACKETS.fullmatch(label)
    if found is None:
        entry = next(iter(people.entries(label)), None)
        if entry is None or (entry.name is None and label.isupper()):
            return Participant(label, span, label)  # `SECRETARY:`: whom an office in capitals means, the talk tells
        return Participant(label, span, entry.name.text if entry.name else "", entry.role.text if entry.role else "")
    outer, inner = found["outer"], found["inner"]
    if is_nobody(outer):
        return _speaker(inner, span)  # Q. (Mr. Reid, Herald): who asks
    office = _PRESIDING.fullmatch(outer) or outer.casefold().startswith("the ")
    if office and not found["party"]:
        return Participant(label, span, inner, outer)
    return Participant(label, span, outer, ", ".join(part for part in (inner, found["party"]) if part))


def _listed(material: Material) -> tuple[Participant, ...]:
    passages = material.layout.participants
    own = {id(p.block): p.text for p in passages}
    nesting = {id(p.path[-3]) for p in passages if len(p.path) > 2 and p.path[-3].kind == "item"}
    columns = _column_heads(passages)
    named = [p for p in passages if p.block.kind not in ("head", "label")]
    cast = _Cast(material.document, alone=all(people.is_row_of_names(p.text) for p in named) or len(named) == 1)
    parties: dict[int, int] = {}
    at_list: Block | None = None
    side = ""
    for passage, after in zip(passages, [*passages[1:], None], strict=False):
        outer = _outer_list(passage)
        if outer is not at_list:
            cast.close()
            cast.group, cast.department, cast.labelled = "", "", ""
            cast.dashed, cast.columns, at_list = False, (), outer
        if id(passage.block) in nesting:
            continue
        if passage.block.kind in ("head", "label"):
            cast.group = passage.text if _names_group(passage.text) else cast.group
            continue
        if id(passage.block) in columns:
            cast.close()
            cast.group = ""
            continue
        if cast.sides(passage):
            continue
        if _opens_group(passage, after):
            cast.close()
            cast.group, cast.dashed = passage.text.rstrip(" :"), bool(after and _dashed(after.text))
            continue
        if cast.dashed and not _dashed(passage.text):
            cast.group, cast.dashed = "", False
        if _LEADERS.search(passage.text):
            cast.close()
            cast.found += _delegates(passage, material.document)
        elif not _HEADING_ONLY.fullmatch(passage.text):
            nested = len(passage.path) > 2 and passage.path[-3].kind == "item" and passage.path[-2] is not outer
            cast.party = parties.setdefault(id(passage.path[-2]), len(parties) + 1) if nested else 0
            group = _nested_group(passage, own)
            if group and _FUNCTION.fullmatch(group):
                cast.add(passage, "" if _FUNCTION_OF_ALL.fullmatch(group) else side, role=group)
            else:
                side = group or ""
                cast.add(passage, group)
    cast.close()
    return tuple(cast.found)


_LEADERS = re.compile(r"(?:\.[ ]?){4,}")
_DELEGATE = re.compile(
    r"(?:\w+:\s+)?(?:(?P<country>[^\W\d_][^\n.:]+?)\s*(?:\.[ ]?){4,}\s*(?P<name>[A-Z][^\n]*)"
    r"|(?P<first>[A-Z][^\n]*?)\s*(?:\.[ ]?){4,}\s*\((?P<after>[^()\n]+)\))"
)


def _delegates(passage: Passage, document: Document) -> Iterator[Participant]:
    """Those of a list with leaders: `Brazil . . . . . Mr. Sardenberg`, `Mr. Gambari . . . . . (Nigeria)`."""
    begin = passage.span.start
    for line in re.finditer(r"[^\n]+", document.transcript[passage.span]):
        found = _DELEGATE.fullmatch(line.group().strip())
        if found:
            name = (found["name"] or found["first"]).strip()
            start = begin + line.start() + line.group().index(name)
            country = found["country"] or found["after"]
            yield Participant(name, Span(start, start + len(name)), name, "", country)


_FUNCTION = re.compile(
    r"(?:Joint )?(?:Secretar(?:y|ies)|Interpreters?|Stenographers?|(?:Technical )?(?:Experts?|Advis[eo]rs?))"
)
"""A heading within a delegation that says what those below it did: `Secretary`."""
_FUNCTION_OF_ALL = re.compile(r"Joint Secretar(?:y|ies)|Secretaries|Interpreters|Stenographers")
"""Those who served the whole meeting; which delegation each was of is not said."""


def _outer_list(passage: Passage) -> Block | None:
    return next((b for b in passage.path if b.kind in ("list", "p", "ab") and b.get("type") == "participants"), None)


def _names_group(head: str) -> bool:
    return people.is_group(head) and not _HEADING_ONLY.fullmatch(head)


def _dashed(text: str) -> bool:
    return text.startswith(("—", "–", "- "))


def _column_heads(passages: Sequence[Passage]) -> set[int]:
    """Ids of headings of delegations that follow each other: they stood side by side above columns, and the lines below
    do not tell whose delegation a name belongs to."""
    heads: set[int] = set()
    for passage, after in pairwise(passages):
        if passage.path[:-1] == after.path[:-1] and people.is_group(passage.text) and people.is_group(after.text):
            heads |= {id(passage.block), id(after.block)}
    return heads


def _opens_group(passage: Passage, after: Passage | None) -> bool:
    """Whether an entry is the heading of those that follow it in the same list."""
    same = after is not None and after.path[:-1] == passage.path[:-1] and not people.is_group(after.text)
    return same and people.is_group(passage.text)


def _nested_group(passage: Passage, own: Mapping[int, str]) -> str | None:
    """The delegation of an entry of a nested list: the text of the item around it, or the head of the nested list."""
    if len(passage.path) > 3 and passage.path[-1].kind == "item" and passage.path[-3].kind == "item":
        text = own.get(id(passage.path[-3]), "")
        before = takewhile(lambda child: child.kind != "item", passage.path[-2].children)
        head = next((own.get(id(child), "") for child in before if child.kind == "head"), "")
        return (text or head).rstrip(" :")
    return None


_PRESENT = re.compile(
    r"(?:Also\s+)?(?:Present|Participating|In attendance|Participants)\s*"
    r"(?:at\s+the\s+\w+\s*(?:\s(?:were|was)\s*:?|:)|:)\s*\S",
    re.IGNORECASE,
)
_TAKING_PART = re.compile(r"(?:Also\s+)?(?:taking\s+part|presided(?:\s+over)?\s+by|chaired\s+by)\s*:", re.IGNORECASE)
"""`Presided by: L. I. Brezhnev.`, `Also taking part: Yu. V. Andropov, V. V. Grishin.`"""
_FROM_SIDE = re.compile(r"From the (?P<group>[A-Z][\w ]{2,20}?) side,? the following (?:\w+ )?(?:attended|took part)\b")
_LABELLED = re.compile(r"\s(?=[A-Z][A-Z. ]{3,30}:\s)")


_ANSWERS = re.compile(r"interviewees?|narrator", re.IGNORECASE)
_INTERVIEW = re.compile(r"(?:(?:oral\s+history\s+)?interview\s+(?:with|of)\s+)?", re.IGNORECASE)


def _interviewed(title: Title) -> Iterator[Participant]:
    """Who answers in an interview, where a field names only who asks: `Interview with Raymond Ewing`, or the name
    alone as the title."""
    match = _INTERVIEW.match(title.text)
    start = match.end() if match else 0
    if people.is_name(title.text[start:]):
        for entry in people.entries(title.text[start:])[:1]:
            piece = Part(entry.whole.text, start + entry.whole.start, start + entry.whole.end)
            if entry.name and (span := title.where(piece)):
                yield Participant(piece.text, span, entry.name.text, entry.role.text if entry.role else "")


def _present_in_prose(material: Material, title: Title) -> tuple[Participant, ...]:
    """Those of a field or paragraph `Present: …`, up to the first label of a speaker if it runs on into the talk."""
    layout = material.layout
    told = [p for p in (*layout.body[:15], *layout.body[-4:]) if _PRESENT.match(p.text) or _FROM_SIDE.match(p.text)]
    cast = _Cast(material.document, alone=True)
    asked = fields(layout, "interview")
    if asked and not any(_ANSWERS.fullmatch(label) for label, _ in layout.fields):
        cast.found += _interviewed(title)
    for passage in asked or fields(layout, "participants") or told[:1]:
        end = _LABELLED.search(passage.text)
        text = passage.text[: end.start()] if end else passage.text
        if side := _FROM_SIDE.match(text):
            _sides(cast, text, side["group"], passage)
        elif len(text) < 1500:
            cast.prose(text, passage)
    for passage in layout.body[:8] if not cast.found else ():
        if _TAKING_PART.match(passage.text):
            _sides(cast, passage.text, "", passage)
    return tuple(cast.found)


def _sides(cast: _Cast, text: str, group: str, passage: Passage) -> None:
    """`From the Soviet side, the following comrades attended the conversation: A.A. Gromyko, …`."""
    start = text.find(":") + 1
    if start:
        for entry in people.in_prose(text, start):
            name, role = entry.name.text if entry.name else "", entry.role.text if entry.role else ""
            where = passage.source(entry.whole.start, entry.whole.end)
            cast.found.append(Participant(entry.whole.text, where, name, role, group))


def _partners(title: Title) -> tuple[Participant, ...]:
    """Participants that the title names (`… Between the Ambassador at Large (Bowles) and …`)."""
    found = []
    for piece in titles.partners(title.text):
        persons = people.entries(piece.text, alone=True)
        for entry in persons:
            whole = (
                piece
                if len(persons) == 1
                else Part(entry.whole.text, piece.start + entry.whole.start, piece.start + entry.whole.end)
            )
            if span := title.where(whole):
                name, role = entry.name.text if entry.name else "", entry.role.text if entry.role else ""
                found.append(Participant(whole.text, span, name, role))
    return tuple(found)


def correspondents(material: Material, title: Title, genre: str) -> tuple[Correspondent, ...]:
    """Sender and recipient: of the title or the lists TO and FROM for correspondence, else of an electronic
    telegram."""
    ends = _cable_ends(material)
    if genre in ("correspondence", "other") and (title.passage or not ends):
        return _named(material, title) or ends
    return ends


def _named(material: Material, title: Title) -> tuple[Correspondent, ...]:
    found = list(_in_title(title))
    said = {one.action for one in found}
    found += [one for one in _in_compliments(material) if one.action not in said]
    said = {one.action for one in found}
    for action, kind in (("sent", "from"), ("received", "to")):
        passages = [*material.layout.lists.get(kind, ()), *fields(material.layout, kind)]
        if action not in said:
            found += [
                Correspondent(action, p.text, p.span)
                for p in passages
                if len(p.text) < 200 and not p.text.startswith("(")
            ]
    return tuple(found)


def _in_title(title: Title) -> Iterator[Correspondent]:
    for action, piece in zip(("sent", "received"), titles.correspondents(title.text), strict=True):
        if piece:
            yield Correspondent(action, piece.text, title.where(piece))


def _in_compliments(material: Material) -> Iterator[Correspondent]:
    """Those whom the first sentence of a note in the third person names; in an aide-mémoire the office below the text
    is the sender."""
    if opening := find_compliments(material.layout):
        passage, *parties = opening
        for action, piece in zip(("sent", "received"), parties, strict=True):
            yield Correspondent(action, piece.text, passage.source(piece.start, piece.end))
    elif material.layout.closing and not material.layout.signed:
        below = (p for p in material.layout.body[-2:] if p.block.kind == "closer")
        for office in (p for p in below if HOUSE.search(p.text)):
            yield Correspondent("sent", office.text.rstrip(",. "), office.span)


def _cable_ends(material: Material) -> tuple[Correspondent, ...]:
    """Sender and recipient of an electronic telegram, from its lines `FM …` and `TO …` or its metadata."""
    found, cable = [], material.cable
    for action, piece, key in (
        ("sent", cable and cable.sender, "cable-from"),
        ("received", cable and cable.recipient, "cable-to"),
    ):
        if piece:
            found.append(Correspondent(action, piece.text, Span(piece.start, piece.end)))
        elif value := material.front.get(key):
            found.append(Correspondent(action, value.text, value.span))
    return tuple(found)
