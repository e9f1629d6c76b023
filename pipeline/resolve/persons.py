"""Who is named: `persName` and `rs` claims with their referents, and the cast of the document.

    Sir David said … Mr. Khrushchev’s letter … The Secretary replied
      → persName "David" #ormsby-gore, persName "Khrushchev" #khrushchev, rs "The Secretary" #rusk

The stage reads the document twice. First it collects the names of the authority files, the participants, and the names
of persons whom no file knows; from these follows who is *established*: a participant, or somebody whom the document
names in full or by title. Then it decides every mention with that knowledge: who of several persons of one name, whether
a surname that is also a word or a place is a name here, whose given name stands after `Sir`, who is behind a role or a
speaker's initial, which names are misread. See docs/persons.md for the rules and how sure each is.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from rapidfuzz.distance import OSA

from pipeline.authority.entries import ncname, slug
from pipeline.authority.index import Index, deletions, index_of
from pipeline.authority.words import nicknames, word_list
from pipeline.findings import finding
from pipeline.grammar.names import FORENAME_TITLES, NameParts, key, parse_direct
from pipeline.model import (
    CastMember,
    Certainty,
    Claim,
    Context,
    Finding,
    Participant,
    Person,
    PersonName,
    Settled,
    Span,
)
from pipeline.resolve.homonyms import Verdict, Weights, decide
from pipeline.resolve.mentions import BRIEF, PLACE, TITLES, WORD, Line, Mention, known, read, spans, vocabulary
from pipeline.resolve.roles import Role, offices_for, role_words, roles_in
from pipeline.resolve.strangers import ENOUGH, Stranger, bare_names, bracketed, strangers

_RESERVED = re.compile(r"^(?:fn|pg-|p-|s|t|n)\d|^(?:head|text|body)$")
"""Ids that other parts of the file give to their elements."""


def settle_persons(context: Context) -> Settled:
    """All persons of a document: claims, cast and findings. Furniture is left out, headings and notes are read."""
    return _Reading(context).settled()


@dataclass
class _Named:
    """A resolved name or role: `person` is None where it stays open."""

    span: Span
    kind: str
    person: Person | None
    verdict: Verdict
    text: str


@dataclass
class _Reading:
    """One document as it is read; every step adds to what the later ones know."""

    context: Context
    lines: list[Line] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    named: dict[str, int] = field(default_factory=dict)
    participants: dict[str, CastMember] = field(default_factory=dict)
    local: dict[str, Person] = field(default_factory=dict)
    results: list[_Named] = field(default_factory=list)
    findings: dict[tuple[str, str], Finding] = field(default_factory=dict)
    roles: dict[tuple[str, ...], Person] = field(default_factory=dict)
    small: frozenset[str] = frozenset()

    def settled(self) -> Settled:
        """Run all steps."""
        self.index = index_of(self.context.authority)
        self.date = _date(self.context)
        passages = [p for p in self.context.document.passages if p.where != "furniture"]
        self.small = vocabulary(passages)
        self.lines = [read(passage, self.small) for passage in passages]
        self.mentions = [mention for line in self.lines for mention in known(line, self.index)]
        self._take_participants()
        self._note_named()
        self._meet_strangers()
        self._note_named()
        self._decide_all()
        self._given_names()
        self._bare_given_names()
        self._labels()
        self._misread()
        self._take_roles()
        return self._result()

    # --- what is established ------------------------------------------------------------------------------------------

    @property
    def weights(self) -> Weights:
        """What the document as a whole says about persons, at this step."""
        return Weights(frozenset(self.participants), dict(self.named), self.date)

    def _decided(self, mentions: Iterable[Mention]) -> Iterator[tuple[Mention, Verdict]]:
        """Every mention with its verdict; like mentions are decided once."""
        weights = self.weights
        seen: dict[tuple[int, tuple[int, ...], tuple[str, ...], bool, bool, str], Verdict] = {}
        for mention in mentions:
            like = (id(mention.index), mention.persons, mention.titles, mention.given > 0, mention.strong, mention.kind)
            if like not in seen:
                seen[like] = decide(mention, weights)
            yield mention, seen[like]

    def _take_participants(self) -> None:
        """Every entry of the list of participants becomes a cast member: by name, or by role and date."""
        starts = [m.line.passage.offsets[m.start] for m in self.mentions]
        for entry in self.context.facts.participants:
            inside = self.mentions[bisect_left(starts, entry.span.start) : bisect_left(starts, entry.span.end)]
            person = self._participant(entry, inside)
            if person is not None and person.id not in self.participants:
                self.participants[person.id] = CastMember(person, entry.role, entry.group, True)

    def _participant(self, entry: Participant, inside: list[Mention]) -> Person | None:
        text = " ".join(entry.text.split())
        role = role_words(text)
        if role:
            person = self._office_holder(role) or self._stranger_by_role(text, role)
            self.roles[role] = person
            return person
        wanted = keys_of(entry.name)
        for mention in inside:
            if wanted and not set(mention.line.keys[mention.first : mention.last]) & wanted:
                continue
            verdict = decide(mention, self.weights)
            if verdict.person is not None and (mention.strong or not mention.risky or wanted):
                return mention.index.persons[verdict.person]
            break
        for line in self.lines:
            if line.passage.span.overlaps(entry.span):
                for found in strangers(
                    line, [entry.span.start <= line.passage.offsets[a.start] < entry.span.end for a in line.atoms]
                ):
                    return self._stranger(NameParts(found.surname_text, found.forename_text, found.titles), entry.role)
        return self._stranger(parse_direct(entry.name or _name_part(text)), entry.role)

    def _stranger(self, parts: NameParts, description: str = "") -> Person | None:
        """A person made from the document."""
        if re.search(r"[^\w\s.’'ʼ“”\"()-]", parts.forename):
            forename = re.split(r"[^\w\s.’'ʼ“”\"()-]", parts.forename)[-1].strip()
            parts = replace(parts, forename=forename)
        surname = key(parts.surname)
        if len(surname) < 3 or surname in TITLES or not parts.surname[:1].isupper():
            return None
        if not parts.forename and not parts.titles and _ordinary(surname):
            return None
        text = f"{parts.forename} {parts.surname}".strip()
        ident = self._free_id(slug(f"{parts.surname} {parts.forename}" if parts.forename else parts.surname))
        name = PersonName(text, parts.surname, parts.forename)
        person = Person(ident, (name,), description=description, gender=parts.gender)
        return self.local.setdefault(ident, person)

    def _stranger_by_role(self, text: str, role: tuple[str, ...]) -> Person:
        ident = self._free_id("-".join(role))
        return self.local.setdefault(ident, Person(ident, (PersonName(text, kind="role"),), description=text))

    def _free_id(self, ident: str) -> str:
        ident = ncname(ident)
        return f"{ident}-{self.context.document.transcript.name}" if ident in self.index.by_id else ident

    def _note_named(self) -> None:
        """Remember who is named in full or by title, and where last."""
        strong = {at: mention for at, mention in enumerate(self.mentions) if mention.strong and not mention.risky}
        decided = [verdict for _, verdict in self._decided(strong.values())]
        for (at, mention), verdict in zip(strong.items(), decided, strict=True):
            if verdict.person is not None:
                self.named[mention.index.persons[verdict.person].id] = at

    def _meet_strangers(self) -> None:
        """Find the names of persons whom no authority file knows, and where else they are named."""
        free = self._free()
        for at, line in enumerate(self.lines):
            for found in (*strangers(line, free[at]), *bracketed(line, free[at])):
                self._remember(found)
        self._find_locals(free)
        free = self._free()
        bare = [found for at, line in enumerate(self.lines) for found in bare_names(line, free[at])]
        weight: Counter[str] = Counter()
        for found, evidence in bare:
            weight[key(found.name)] += evidence
        for found, _ in bare:
            if weight[key(found.name)] >= ENOUGH:
                self._remember(found)
        self._find_locals(free)

    def _find_locals(self, free: list[list[bool]]) -> None:
        """Look for the names of the persons made from the document in everything that is still free."""
        if not self.local:
            return
        index = Index(tuple(person for person in self.local.values() if person.names[0].kind != "role"))
        for at, line in enumerate(self.lines):
            self.mentions.extend(known(line, index, free[at]))
        order = {id(line): n for n, line in enumerate(self.lines)}
        self.mentions.sort(key=lambda m: (order[id(m.line)], m.first))

    def _remember(self, found: Stranger) -> None:
        for person in self.local.values():
            name = person.names[0]
            if key(name.surname) == key(found.surname_text) and (not found.forename_text or not name.forename):
                if found.forename_text and not name.forename and person.id not in self.participants:
                    full = PersonName(found.name, found.surname_text, found.forename_text)
                    self.local[person.id] = replace(person, names=(full,), gender=person.gender or found.gender)
                return
        self._stranger(NameParts(found.surname_text, found.forename_text, found.titles))

    def _free(self) -> list[list[bool]]:
        by_line: dict[int, list[Mention]] = defaultdict(list)
        for mention in self.mentions:
            by_line[id(mention.line)].append(mention)
        return [spans(by_line[id(line)], len(line.atoms)) for line in self.lines]

    # --- deciding -----------------------------------------------------------------------------------------------------

    def _decide_all(self) -> None:
        weights = self.weights
        for mention, verdict in self._decided(self.mentions):
            if not self._stands(mention, verdict, weights):
                continue
            person = None if verdict.person is None else mention.index.persons[verdict.person]
            self._claim(mention.line, mention.start, mention.end, "persName", person, verdict)
            if person is None:
                self._find("persons/ambiguous", mention.text, f"“{mention.text}” {verdict.evidence}.",
                           "Give the forename in the authority file's dates of office, or set @ref.", mention)  # fmt: skip

    def _stands(self, mention: Mention, verdict: Verdict, weights: Weights) -> bool:
        """Whether a mention is a name here: risky ones need somebody who is established."""
        ids = {mention.index.persons[p].id for p in mention.persons}
        established = bool(ids & weights.participants or ids & set(weights.named))
        if mention.risky == PLACE:
            return established and (mention.speaks or mention.line.atoms[mention.last - 1].possessive)
        if mention.risky in (WORD, BRIEF):
            return established or _signs(mention)
        if mention.strong or established or verdict.person is None or _signs(mention):
            return True
        return mention.index.periods[verdict.person].fits(weights.year)

    def _claim(self, line: Line, start: int, end: int, kind: str, person: Person | None, verdict: Verdict) -> None:
        start, end = _with_brackets(line.passage.text, start, end)
        self.results.append(
            _Named(line.passage.source(start, end), kind, person, verdict, line.passage.text[start:end])
        )  # fmt: skip

    def _find(self, code: str, name: str, message: str, hint: str, mention: Mention) -> None:
        """A finding, once for a name."""
        place = mention.line.passage.source(mention.start, mention.end)
        self.findings.setdefault((code, key(name)), finding(code, message, hint, place))

    # --- given names, initials, misreadings ---------------------------------------------------------------------------

    def _people(self) -> list[Person]:
        """The persons of the document so far, participants first."""
        people = {member.person.id: member.person for member in self.participants.values()}
        for named in self.results:
            if named.person is not None:
                people.setdefault(named.person.id, named.person)
        return list(people.values())

    def _given_names(self) -> None:
        """`Sir David`: a given name after a title that asks for one, of a person who is established."""
        people = self._people()
        by_given: dict[str, list[Person]] = defaultdict(list)
        for person in people:
            for name in person.names:
                for given in keys_of(name.forename):
                    by_given[given].append(person)
        for line, free in zip(self.lines, self._free(), strict=True):
            for at in range(1, len(line.atoms)):
                if not free[at] or not line.atoms[at].capital or line.keys[at - 1] not in FORENAME_TITLES:
                    continue
                if not line.joined(at) or not line.atoms[at - 1].capital:
                    continue
                candidates = list({p.id: p for p in by_given.get(line.keys[at], ())}.values())
                if len(candidates) == 1:
                    verdict = Verdict(
                        None, Certainty.HIGH, "persons/given-name", f"given name of {candidates[0].label}"
                    )
                    atom = line.atoms[at]
                    self._claim(line, atom.start, atom.end, "persName", candidates[0], verdict)

    def _bare_given_names(self) -> None:
        """`Good for you, Henry`: the given name alone of the only established person who has it, inside a sentence."""
        people = self._people()
        owners: dict[str, set[str]] = defaultdict(set)
        for person in people:
            for given in _given_forms(person):
                owners[given].add(person.id)
        sole = {given: next(iter(ids)) for given, ids in owners.items() if len(ids) == 1 and not _word_too(given)}
        by_ident = {person.id: person for person in people}
        for line, free in zip(self.lines, self._free(), strict=True):
            for at, atom in enumerate(line.atoms):
                if atom.key not in sole or not free[at] or not atom.capital or line.shouting or not _alone(line, at):
                    continue
                person = by_ident[sole[atom.key]]
                verdict = Verdict(None, Certainty.MEDIUM, "persons/given-name-alone", f"given name of {person.label}")
                self._claim(line, atom.start, atom.end, "persName", person, verdict)

    def _labels(self) -> None:
        """`K:` and `D:` before the turns of a talk: initials of participants, of persons in the heading, of any named."""
        found: dict[str, list[Line]] = defaultdict(list)
        for line in self.lines:
            match = _INITIAL_LABEL.match(line.passage.text)
            if match and (line.passage.where == "speaker" or match[0].endswith(":")):
                found[match[1]].append(line)
        if not found:
            return
        heading = [n.person for n in self.results if n.person and n.span.start < self._first_label(found)]
        named = [n.person for n in self.results if n.person]
        for initials, lines in found.items():
            for people in ([m.person for m in self.participants.values()], heading, named):
                fitting = {p.id: p for p in people if _initials_fit(p, initials)}
                if fitting:
                    break
            if len(lines) < 2 or len(fitting) != 1:
                continue
            person = next(iter(fitting.values()))
            verdict = Verdict(None, Certainty.MEDIUM, "persons/initial", f"initial of {person.label}")
            for line in lines:
                self._claim(line, 0, len(initials), "persName", person, verdict)

    @staticmethod
    def _first_label(found: dict[str, list[Line]]) -> int:
        return min(line.passage.offsets[0] for lines in found.values() for line in lines)

    def _misread(self) -> None:
        """Names one or two letters away from an established person's surname."""
        people = {s: p for p in self._people() for n in p.names for s in keys_of(n.surname) if len(s) >= 5}
        if not people:
            return
        near: dict[str, set[str]] = defaultdict(set)
        for surname in people:
            for shorter in deletions(surname):
                near[shorter].add(surname)
        for line, free in zip(self.lines, self._free(), strict=True):
            for at, atom in enumerate(line.atoms):
                if (
                    not free[at]
                    or not atom.capital
                    or len(atom.key) < 5
                    or atom.key in self.small
                    or self._is_word(atom.key)
                ):
                    continue
                candidates = {s for shorter in deletions(atom.key) for s in near.get(shorter, ())}
                best = [s for s in candidates if OSA.distance(s, atom.key) == 1]
                owners = {people[s].id: people[s] for s in best}
                if len(owners) == 1:
                    self._near_name(line, at, next(iter(owners.values())))

    def _is_word(self, word: str) -> bool:
        """Whether a word is known to be something else than a misread name."""
        return _ordinary(word) or word in self.index or word in self.index.given

    def _near_name(self, line: Line, at: int, person: Person) -> None:
        atom = line.atoms[at]
        verdict = Verdict(None, Certainty.MEDIUM, "persons/near-name", f"one letter from {person.label}")
        self._claim(line, atom.start, atom.end, "persName", person, verdict)
        place = line.passage.source(atom.start, atom.end)
        message = f"“{atom.text}” is probably {person.label}."
        self.findings.setdefault(("persons/misreading", atom.key), finding("persons/misreading", message,
                                 "Add it as a variant in the authority file, or correct it with choice.", place))  # fmt: skip

    # --- roles ----------------------------------------------------------------------------------------------------------

    def _office_holder(self, role: tuple[str, ...]) -> Person | None:
        """The only holder of the likeliest office at the document's date."""
        if not self.date:
            return None
        for title in offices_for(role):
            holders = self.index.persons_in(title, self.date)
            if holders and all(self.index.same(holders[0], other) for other in holders):
                return self.index.persons[holders[0]]
            if holders:
                present = [h for h in holders if self.index.persons[h].id in self.participants]
                return self.index.persons[present[0]] if len(present) == 1 else None
        return None

    def _called(self) -> dict[tuple[str, ...], Counter[str]]:
        """Title → ids of the persons before whose names it stands (`Ambassador Dobrynin`)."""
        found: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
        for mention, verdict in self._decided(m for m in self.mentions if m.titles):
            if verdict.person is not None:
                found[mention.titles][mention.index.persons[verdict.person].id] += 1
        return found

    def _take_roles(self) -> None:
        called = self._called()
        pending: list[tuple[Line, Role]] = []
        for line in self.lines:
            for role in roles_in(line.passage):
                person, rule = self._behind(role.words, called)
                if person is None:
                    pending.append((line, role))
                else:
                    self._role_claim(line, role, person, rule)
        talking = {role.words for _, role in pending if role.speaks}
        for line, role in pending:
            if role.words in talking:
                person = self._stranger_by_role(role.text[:1].upper() + role.text[1:], role.words)
                self._role_claim(line, role, person, "persons/role-only")

    def _behind(self, role: tuple[str, ...], called: dict[tuple[str, ...], Counter[str]]) -> tuple[Person | None, str]:
        """Who is behind a role, and by which rule."""
        if role in self.roles:
            return self.roles[role], "persons/role-of-participant"
        present = [m.person for m in self.participants.values() if _has_role(m, role)]
        titled = [ident for ident in called.get(role, ())]
        seated = [ident for ident in titled if ident in self.participants]
        if len(present) == 1 and (not seated or seated == [present[0].id]):
            return present[0], "persons/role-of-participant"
        if len(seated) == 1 and not present:
            return self._by_ident(seated[0]), "persons/role-of-participant"
        specific = bool(offices_for(role)) and " " in offices_for(role)[0] and offices_for(role)[0] != " ".join(role)
        holder = self._office_holder(role)
        if holder is not None and (specific or not titled):
            return holder, "persons/role-at-date"
        if len(titled) == 1:
            return self._by_ident(titled[0]), "persons/role-by-title"
        return (holder, "persons/role-at-date") if holder is not None else (None, "")

    def _by_ident(self, ident: str) -> Person | None:
        return self.index.by_id.get(ident) or self.local.get(ident)

    def _role_claim(self, line: Line, role: Role, person: Person, rule: str) -> None:
        cert = Certainty.HIGH if rule == "persons/role-of-participant" else Certainty.MEDIUM
        verdict = Verdict(None, cert, rule, f"{role.text}: {person.label}")
        self._claim(line, role.start, role.end, "rs", person, verdict)

    # --- the result -----------------------------------------------------------------------------------------------------

    def _result(self) -> Settled:
        results = _without_overlap(self.results)
        people = {member.person.id: member for member in self.participants.values()}
        for named in results:
            if named.person is not None:
                self._report_unknown(named)
                people.setdefault(named.person.id, CastMember(named.person, cert=named.verdict.cert))
        renamed = _safe_ids(people, self._taken_ids())
        claims = tuple(_as_claim(named, renamed) for named in results)
        cast = tuple(replace(m, person=replace(m.person, id=renamed[m.person.id])) for m in people.values())
        return Settled(claims, cast, (), tuple(self.findings.values()))

    def _report_unknown(self, named: _Named) -> None:
        person = named.person
        if person is None or person.id not in self.local or named.kind != "persName":
            return
        message = f"“{person.label}” has no entry in the authority files."
        self.findings.setdefault(("persons/unknown", person.id), finding("persons/unknown", message,
                                 "`verbale authority propose` writes a candidate entry.", named.span))  # fmt: skip

    def _taken_ids(self) -> set[str]:
        document = self.context.document
        ids = {block.get("xml:id") for block in document.root.walk()}
        ids.update(claim.get("xml:id") for claim in document.marks)
        return {*ids, document.transcript.name} - {""}


_YEAR = re.compile(r"\b(1[89]\d\d|20\d\d)\b")
_INITIAL_LABEL = re.compile(r"([A-Z]{1,3})[:.](?=\s|$)")
_NAME_END = re.compile(r"\s*(?:,|;|\(|–|—|:|\s-\s)")


def _name_part(text: str) -> str:
    """The name in an entry of a list of participants: what stands before the first comma or bracket."""
    return _NAME_END.split(text, maxsplit=1)[0]


def keys_of(text: str) -> set[str]:
    """The keys of the words of a name that have two letters or more and are no titles."""
    return {k for word in re.findall(r"[^\W\d_][\w’'ʼ]*", text) if len(k := key(word)) > 1 and k not in TITLES}


def _ordinary(word: str) -> bool:
    return any(word in word_list(name) for name in ("geography", "common_words", "office_words", "given_names"))


def _initials_fit(person: Person, initials: str) -> bool:
    name = person.names[0]
    surname = name.surname or name.text
    full = "".join(word[0] for word in re.findall(r"[^\W\d_]+", f"{name.forename} {surname}"))
    return (len(initials) == 1 and surname[:1].upper() == initials) or (len(initials) > 1 and full.upper() == initials)


def _with_brackets(text: str, start: int, end: int) -> tuple[int, int]:
    """A name of which an editor supplied a part, with both brackets: `[Allen] Dulles`, `George [Smathers]`."""
    name = text[start:end]
    if "]" in name and "[" not in name and text[start - 1 : start] == "[":
        start -= 1
    if "[" in name and "]" not in name and text[end : end + 1] == "]":
        end += 1
    return start, end


def _given_forms(person: Person) -> set[str]:
    """Keys of the given names of a person and of their pet forms; initials left out."""
    own = {given for name in person.names for given in keys_of(name.forename)}
    return own | {pet for pet, full in nicknames().items() if full & own}


def _word_too(word: str) -> bool:
    """Whether a given name is also an ordinary word or a place (`Will`, `Grant`, `Virginia`)."""
    return word in word_list("common_words") or word in word_list("geography") or word in word_list("office_words")


def _alone(line: Line, at: int) -> bool:
    """Whether a word stands alone: no capitalised word joined to it before or after."""
    before = at > 0 and line.joined(at) and line.atoms[at - 1].capital and line.keys[at - 1] not in ("dear", "mr")
    after = at + 1 < len(line.atoms) and line.joined(at + 1) and line.atoms[at + 1].capital
    return not before and not after


def _signs(mention: Mention) -> bool:
    """Whether the name alone is the whole passage: a signature."""
    return len(mention.line.atoms) == mention.last - mention.first and not mention.line.shouting


def _has_role(member: CastMember, role: tuple[str, ...]) -> bool:
    """Whether a participant's role ends or begins with the words: `Soviet Ambassador` for `ambassador`."""
    words = tuple(re.findall(r"[^\W\d_]+", member.role.lower()))
    return words[-len(role) :] == role or words[: len(role)] == role


def _date(context: Context) -> str:
    """The document's date, as exactly as it is known: from its facts, else the year that the text names most often."""
    fact = context.facts.date or next(iter(context.facts.dates), None)
    if fact is not None and (fact.earliest or fact.latest):
        return (fact.earliest or fact.latest)[:10]
    years = Counter(year for p in context.document.passages for year in _YEAR.findall(p.text))
    return max(years, key=lambda year: (years[year], -int(year))) if years else ""


def _without_overlap(results: Iterable[_Named]) -> list[_Named]:
    """In text order; of two that overlap the longer stays, then the earlier."""
    kept: list[_Named] = []
    for named in sorted(results, key=lambda n: (n.span.start, -n.span.end)):
        if kept and kept[-1].span.overlaps(named.span):
            continue
        kept.append(named)
    return kept


def _as_claim(named: _Named, ids: dict[str, str]) -> Claim:
    attrs = (("type", "person"),) if named.kind == "rs" else ()
    if named.person is not None:
        attrs = (*attrs, ("ref", f"#{ids[named.person.id]}"))
    return Claim(named.span, named.kind, named.verdict.rule, named.verdict.cert, attrs, named.verdict.evidence)


def _safe_ids(people: Iterable[str], taken: set[str]) -> dict[str, str]:
    """Person id → the `xml:id` in the file: the same, unless something else in the file has it."""
    result: dict[str, str] = {}
    used = set(taken)
    for ident in people:
        safe = ncname(ident)
        if safe in taken or _RESERVED.match(safe):
            safe = f"person-{safe}"
        while safe in used:
            safe += "-2"
        used.add(safe)
        result[ident] = safe
    return result
