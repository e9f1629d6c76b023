"""Who is there: the persons of a document as the attribution of speech needs them.

Takes the settled cast, the mentions that the resolver of persons found, title, signature and drafter, and answers:
who took part, who writes (`I`), whom a bare name, initials (`AWD`, `K`) or an office in front of a verb of saying mean.
"""

from __future__ import annotations

import bisect
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from rapidfuzz.distance import OSA

from pipeline.authority.words import word_list
from pipeline.grammar.sentences import OPENERS
from pipeline.model import CastMember, Claim, Context, Passage, PersonName, Settled
from pipeline.resolve.speech.beside import apposed
from pipeline.resolve.speech.phrases import (
    BARE_OFFICE,
    BARE_SUBJECT,
    OFFICE_IN_CAPITALS,
    OFFICE_PHRASE,
    OFFICE_WORDS,
    TITLED_NAME,
    capitalized_subjects,
    is_personal_name,
    is_titled_name,
)
from pipeline.resolve.speech.verbs import PAST, STRONG
from pipeline.resolve.speech.words import Mention

_CAPITALIZED_RUN = re.compile(r"[A-Z][\w-]+(?:\s[A-Z][\w-]+)+")
_DEMONYM = re.compile(r"(?:ish|an|ese|ch|viet)\b")
_SHORT_OFFICES = {
    "p": ("president",), "pres": ("president",), "pm": ("prime", "minister"), "sec": ("secretary",),
    "amb": ("ambassador",),
}  # fmt: skip
"""Offices as reports and labels abbreviate them."""
_SERVED = re.compile(r"\sto\s.*$", re.DOTALL)
"""Whose office it is that somebody serves: a `Chief of Cabinet to the Foreign Minister` is no Foreign Minister."""
_SURNAME = re.compile(r"[A-Z][\w’'ʼ-]{2,}")
_NEXT_WORD = re.compile(r"\s(?:then\s|also\s)?([a-z]+)\b")
_DEPUTIES = frozenset({"vice", "deputy", "under", "assistant", "acting", "former", "designate", "elect"})
"""Words that make another office of an office."""
_FEMALE = re.compile(r"\b(?:Mrs|Ms|Miss|Mme|Madame|Mlle|Lady|Dame|Queen|Princess|Chairwoman|Madam)\b")
_SUFFIX = re.compile(r",?\s+(?:Jr|Sr|I{2,3})\b\.?")
_NAME_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BY = re.compile(r"\b(?:[Bb]y\s.{0,60}|[Ff]rom\s(?!.*\s[Tt]o\s).*)$", re.DOTALL)
"""The words of a title before its author: `Memorandum of Conversation, by …`, `Memorandum From … (` but not `to …`."""


_SILENT = {ord(c): None for c in ".’'ʼ"}


def fold(text: str) -> str:
    """Lower case without accents, apostrophes and full stops: what two spellings of a name share."""
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return text.translate(_SILENT).casefold()


@lru_cache(maxsize=4096)
def name_words(text: str) -> tuple[str, ...]:
    """The words of a name, folded."""
    return tuple(_NAME_WORD.findall(fold(_SUFFIX.sub("", text))))


class Resolved(dict[str, str]):
    """Whom the phrases of one document mean: each is resolved once, when it is first looked up."""

    def __init__(self, resolve: Callable[[str], str]) -> None:
        super().__init__()
        self._resolve = resolve

    def __missing__(self, phrase: str) -> str:
        self[phrase] = person = self._resolve(phrase)
        return person


@dataclass(frozen=True)
class Company:
    """The persons of one document (see the module's text)."""

    context: Context
    settled: Settled

    @cached_property
    def cast(self) -> dict[str, CastMember]:
        """The cast by id."""
        return {member.person.id: member for member in self.settled.cast}

    @cached_property
    def _claims(self) -> tuple[list[int], list[Claim]]:
        """Names and roles in text order, and where they begin."""
        found = [claim for claim in self.settled.claims if claim.kind in ("persName", "rs")]
        found.sort(key=lambda one: (one.span.start, one.span.end, one.get("ref")))
        return [claim.span.start for claim in found], found

    def claims(self, passage: Passage) -> list[Claim]:
        """The names and roles that begin in a passage, in text order."""
        starts, claims = self._claims
        first = bisect.bisect_left(starts, passage.offsets[0])
        return claims[first : bisect.bisect_left(starts, passage.offsets[-1] + 1, first)]

    def _marked(self, passage: Passage) -> list[Mention]:
        """The mentions in a passage as the resolver of persons left them."""
        if passage.offsets[0] not in self._by_passage:
            self._by_passage[passage.offsets[0]] = self._located(passage)
        return self._by_passage[passage.offsets[0]]

    @cached_property
    def _by_passage(self) -> dict[int, list[Mention]]:
        return {}

    def _located(self, passage: Passage) -> list[Mention]:
        found: list[Mention] = []
        for claim in self.claims(passage):
            if (place := passage.local(claim.span)) is not None:
                person = claim.get("ref").lstrip("#")
                found.append(Mention(*place, person if person in self.cast else "", passage.text[slice(*place)]))
        return found

    def resolved(self, passage: Passage) -> list[Mention]:
        """The mentions in a passage; a bare surname means the participant of that name."""
        at = passage.offsets[0]
        if at not in self._resolved:
            self._resolved[at] = self._resolve(passage)
        return self._resolved[at]

    @cached_property
    def _resolved(self) -> dict[int, list[Mention]]:
        return {}

    def _resolve(self, passage: Passage) -> list[Mention]:
        found = [*self._marked(passage)]
        for number, mention in enumerate(found):
            if mention.person in self.participants:
                continue
            person = ""
            if passage.text[max(0, mention.start - 5) : mention.start].rstrip().endswith(("Sir", "Dame", "Lady")):
                person = self.by_forename(mention.label)
            elif mention.label[:4].lower() == "the ":
                by_office = self.by_listed_office if self._is_named(mention.person) else self.by_office
                person = by_office(mention.label) or self.by_elimination(mention.label)
            elif not mention.person or self._plainly_named(passage, mention):
                person = self.by_name(mention.label)
            if person not in self.participants and not self.known_elsewhere(mention.person):
                person = self.misread(mention.label) or person
            if person:
                found[number] = Mention(mention.start, mention.end, person, mention.label)
        return found

    def _is_named(self, person_id: str) -> bool:
        """Whether a person has a name, and is not known by a role alone."""
        return person_id in self.cast and self.cast[person_id].person.names[0].kind != "role"

    @cached_property
    def bodies(self) -> frozenset[str]:
        """What agencies and bodies are called that take part, folded: headings of the list of participants (`State`,
        `White House`) that name no country, and initials of the words of the title (`SCC` of a Special Coordination
        Committee)."""
        places = word_list("geography")
        groups = {fold(member.group) for member in self.settled.cast if member.participant and member.group}
        initials = {"".join(word[0] for word in run.split()).casefold() for run in _CAPITALIZED_RUN.findall(self.title)}
        short = {run[at : at + n] for run in initials for n in (3, 4) for at in range(len(run) - n + 1)}
        named = {group for group in groups if places.isdisjoint(group.split()) and not _DEMONYM.search(group)}
        return frozenset(named | short)

    @staticmethod
    def _plainly_named(passage: Passage, mention: Mention) -> bool:
        """Whether a surname stands alone, without a title other than `Mr.`"""
        before = passage.text[max(0, mention.start - 5) : mention.start].rstrip()
        return " " not in mention.label and (before.endswith("Mr.") or not before[-1:].isalpha())

    def mentions(self, passage: Passage) -> list[Mention]:
        """The mentions of a passage: those resolved before, and other phrases that can be a subject of speaking."""
        found = [*self.resolved(passage)]
        taken = bytearray(len(passage.text) + 1)
        for mention in found:
            taken[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
        for find, persons, needed in self._phrases:
            for match in find(passage.text):
                start, end = match.span()
                label = match[0]
                if taken.find(1, start, end) >= 0:
                    if not taken[end - 1] and label[:4].lower() == "the ":
                        self._lengthen(found, start, end, label)
                    continue
                person = persons[label]
                if person or not needed:
                    found.append(Mention(start, end, person.lstrip("?"), label))
                    taken[start:end] = b"\1" * (end - start)
        return found

    def _lengthen(self, found: list[Mention], start: int, end: int, label: str) -> None:
        """Let a mention that is the beginning of an office be the whole."""
        over = [number for number, mention in enumerate(found) if mention.start < end and mention.end > start]
        if len(over) == 1 and found[over[0]].start == start:
            found[over[0]] = Mention(start, end, self._whole_office(found[over[0]], label), label)

    def _whole_office(self, part: Mention, label: str) -> str:
        """Who has an office of which the persons' stage found the beginning: `the Chancellor` of `the Chancellor of the
        Exchequer`. Its person, if nothing that is known of him is against it."""
        if person := self._by_phrase(label):
            return person
        member = self.cast.get(part.person)
        if member is None:
            return ""
        known = " ".join((member.role, member.group, *(f"{one.title} {one.org}" for one in member.person.offices)))
        return part.person if _office_words(label) <= _office_words(known) else ""

    @cached_property
    def _phrases(self) -> list[tuple[Callable[[str], Iterator[re.Match[str]]], Resolved, bool]]:
        """How persons are written before a verb, whom each phrase means, and whether it must mean somebody."""
        by_office = Resolved(self._by_phrase)
        telegraphic = any(word in self.context.facts.type for word in ("telegram", "cable", "airgram"))
        return [
            (OFFICE_PHRASE.finditer, by_office, False),
            (OFFICE_IN_CAPITALS.finditer, by_office, False),
            (TITLED_NAME.finditer, Resolved(self._by_titled_name), True),
            *([(BARE_OFFICE.finditer, by_office, False)] if telegraphic else []),
            (capitalized_subjects, Resolved(self._by_whole_name), True),
            (BARE_SUBJECT.finditer, Resolved(self.by_short_form), True),
        ]

    def _by_titled_name(self, text: str) -> str:
        person = self.by_name(text)
        if person not in self.participants:
            person = self.misread(text) or person
        return person or ("?" if is_titled_name(text) else "")

    def _by_whole_name(self, text: str) -> str:
        return self.by_name(text) or ("?" if is_personal_name(text) else "")

    def _by_phrase(self, text: str) -> str:
        return self.by_office(text) or self.by_elimination(text)

    @cached_property
    def _surnames(self) -> dict[str, list[str]]:
        table: dict[str, list[str]] = {}
        for person_id, member in self.cast.items():
            for name in member.person.names:
                words = name_words(name.surname or name.text)
                for word in {words[-1], " ".join(words), words[0] if name.surname else words[-1]} if words else ():
                    if word not in OFFICE_WORDS and person_id not in table.setdefault(word, []):
                        table[word].append(person_id)
        return table

    def _only(self, hits: Iterable[str]) -> str:
        """The single candidate, or the single participant among several; else empty."""
        found = list(dict.fromkeys(hits))
        present = [hit for hit in found if hit in self.participants] or found
        return present[0] if len(present) == 1 else ""

    def by_name(self, text: str) -> str:
        """The cast member whose surname `text` ends with or holds; empty if none or several."""
        return self._named[text]

    @cached_property
    def _named(self) -> Resolved:
        return Resolved(self._find_name)

    def _find_name(self, text: str) -> str:
        words = name_words(text)
        for word in (" ".join(words[-2:]), *reversed(words)):
            if hits := self._surnames.get(word):
                return self._only(hits)
        return ""

    def by_forename(self, text: str) -> str:
        """The participant who is listed as `Sir` with that forename; empty if none or several."""
        wanted = re.compile(rf"\b(?:Sir|Dame|Lady)\s+{re.escape(text)}\b")
        entries = (entry for entry in self.context.facts.participants if wanted.search(entry.text))
        return self._only(person for entry in entries if (person := self.by_name(entry.name)))

    def by_office(self, text: str) -> str:
        """The participant whose printed office holds the words of `the Foreign Minister`, or beside whose name the text
        sets it; empty if none or several."""
        if listed := self.by_listed_office(text):
            return listed
        wanted = _office_wanted(text)
        return self._only(person_id for person_id, office in self._appositions if wanted == office)

    def by_listed_office(self, text: str) -> str:
        """The participant whose printed office holds the words of an office; empty if none or several."""
        wanted = _office_wanted(text)
        exact = self._only(person_id for person_id, role, _ in self._offices if wanted == role)
        titled = self._only(m.person for m, before in self.head if m.person and wanted <= set(name_words(before)[-1:]))
        return (
            exact
            or titled
            or self._only(
                person_id
                for person_id, role, group in self._offices
                if wanted <= role | group and not (role - wanted) & _DEPUTIES
            )
        )

    def by_role(self, text: str) -> str:
        """The participant who is listed with just this office; empty if none or several."""
        wanted = _office_words(text)
        return self._only(person_id for person_id, role, _ in self._offices if wanted == role)

    @cached_property
    def _appositions(self) -> list[tuple[str, frozenset[str]]]:
        """Persons with the offices that the text sets beside their names: `Mr. John McDonald (IO/CMD), Chairman of …`,
        `THE PRIME MINISTER, MR. JOHN GORTON`."""
        found = []
        for passage in self.context.document.passages:
            if passage.where in ("furniture", "note"):
                continue
            spoken = passage.where != "speaker" and any(block.kind == "sp" for block in passage.path)
            for mention in self._marked(passage):
                if mention.person:
                    offices = apposed(passage, mention, spoken)
                    found += [(mention.person, frozenset(name_words(one)) - {"the", "of", "state"}) for one in offices]
        return found

    @cached_property
    def _offices(self) -> list[tuple[str, frozenset[str], frozenset[str]]]:
        return [
            (
                person_id,
                _office_words(_SERVED.sub("", member.role)),
                frozenset(name_words(member.group)),
            )
            for person_id, member in self.cast.items()
            if member.participant
        ]

    def by_short_form(self, text: str) -> str:
        """Whom a bare surname or initials (`AWD`, `K`, `P` for the President) mean in front of a verb; a question mark
        for a name that nobody in the cast has."""
        if text.isupper() and len(text) <= 4:
            return self._by_initials(text, self.participants) or (self.by_office(text) if text in ("P", "PM") else "")
        person = self._by_titled_name(text).lstrip("?")
        if person in self.participants:
            return person
        return (person or "?") if self._is_name(text) else ""

    def _by_initials(self, text: str, among: Iterable[str]) -> str:
        """The only one of some persons whose names fit initials."""
        return self._only(
            person_id
            for person_id in among
            if any(_fits_initials(text, name) for name in self.cast[person_id].person.names)
        )

    def by_initial(self, title: str, initial: str) -> str:
        """Whom a title and an initial mean, as transcripts of telephone calls have them: `Sen. R` beside `Senator
        Richard Russell`."""
        found = self._by_initials(initial, self.participants)
        if found:
            return found
        named = (
            mention
            for passage in self.context.document.passages
            if passage.where in ("head", "subject", "participants")
            for mention in self._marked(passage)
            if mention.person and _same_title(title, passage.text[: mention.start])
        )
        return self._by_initials(initial, {mention.person for mention in named})

    def namesakes(self, surname: str) -> list[str]:
        """The participants who have a surname."""
        return [owner for owner in self._surnames.get(surname, ()) if owner in self.participants]

    def misread(self, text: str) -> str:
        """The only participant whose surname differs by one letter from the last word of a name (`D. Rask`);
        not for short names, nor where somebody in the cast is so called and an authority file knows him."""
        words = name_words(text)
        word = words[-1] if words else ""
        if word not in self._misread:
            found = set()
            if len(word) > 3 and not any(self.known_elsewhere(owner) for owner in self._surnames.get(word, ())):
                near = (s for s in self._surnames_present if OSA.distance(word, s, score_cutoff=1) == 1)
                found = {owner for surname in near for owner in self._surnames_present[surname]}
            self._misread[word] = found.pop() if len(found) == 1 else ""
        return self._misread[word]

    @cached_property
    def _surnames_present(self) -> dict[str, list[str]]:
        """The surnames of participants, but for the shortest."""
        present = ((s, [o for o in owners if o in self.participants]) for s, owners in self._surnames.items())
        return {surname: owners for surname, owners in present if owners and len(surname) > 3}

    @cached_property
    def _misread(self) -> dict[str, str]:
        return {}

    def is_misread(self, mention: Mention) -> bool:
        """Whether a mention has its person from `misread`."""
        words = name_words(mention.label)
        return bool(words and mention.person) and self._misread.get(words[-1]) == mention.person

    def known_elsewhere(self, person_id: str) -> bool:
        """Whether a person comes from an authority file."""
        member = self.cast.get(person_id)
        return bool(member and member.person.source)

    def by_elimination(self, text: str) -> str:
        """Of two participants the one who is never named, if one office speaks whose holder is not known:
        `Record of Conversation Between Kimber and Tange`: `The Secretary told Mr. Kimber …`."""
        return self._eliminated.get(" ".join(name_words(text)), "")

    @cached_property
    def _eliminated(self) -> dict[str, str]:
        if len(self.participants) != 2:
            return {}
        body = [p for p in self.context.document.passages if p.where in ("body", "list")]
        named = {m.person for p in body for m in self._marked(p) if m.label[:4].lower() != "the "}
        unnamed = [person for person in sorted(self.participants) if person not in named]
        speaking = Counter(
            " ".join(name_words(match[0]))
            for passage in body
            for match in OFFICE_PHRASE.finditer(passage.text)
            if (verb := _NEXT_WORD.match(passage.text, match.end())) and PAST.get(verb[1]) in STRONG
        )
        speaking = Counter({office: n for office, n in speaking.items() if not self.by_office(office)})
        if len(unnamed) != 1 or not speaking:
            return {}
        (office, times), *others = speaking.most_common(2)
        return {office: unnamed[0]} if times > 2 and all(n * 3 <= times for _, n in others) else {}

    def _is_name(self, text: str) -> bool:
        """Whether a word that cannot be resolved is a name: the document writes it with a title, or lists it."""
        words = name_words(text)
        return bool(words) and all(word in self._names and word not in OPENERS for word in words)

    @cached_property
    def _names(self) -> frozenset[str]:
        text = self.context.document.transcript.text
        listed = (word for entry in self.context.facts.participants for word in name_words(entry.name))
        titled = (word for match in TITLED_NAME.finditer(text) for word in name_words(match[0])[1:])
        return frozenset((*listed, *titled))

    @cached_property
    def head(self) -> list[tuple[Mention, str]]:
        """The persons named in the title, each with the words of the title before it."""
        return [
            (mention, passage.text[: mention.start])
            for passage in self.context.document.passages
            if passage.where == "head" and not any(block.kind == "floatingText" for block in passage.path)
            for mention in self._marked(passage)
            if passage.text[mention.end : mention.end + 1] not in ("'", "’", "ʼ")
        ]

    @cached_property
    def participants(self) -> frozenset[str]:
        """Those listed as participants, and those whom the title names (`Conversation Between A and B`)."""
        listed = {person_id for person_id, member in self.cast.items() if member.participant}
        listed |= {entry.person for entry in self.context.facts.participants if entry.person in self.cast}
        named = (
            self._surnames.get(word, [])
            for entry in self.context.facts.participants
            if entry.name
            for word in name_words(entry.name)[-1:]
        )
        listed |= {owners[0] for owners in named if len(owners) == 1}
        if not self.between:
            return frozenset(listed)
        titled = {mention.person for mention, _ in self.head if mention.person}
        after = self.title[self.title.casefold().find("between") :]
        between = (self._surnames.get(fold(word), []) for word in _SURNAME.findall(after))
        return frozenset(listed | titled | {owners[0] for owners in between if len(owners) == 1})

    @cached_property
    def between(self) -> bool:
        """Whether the title says between whom the talk was (then nobody else took part)."""
        return "between" in fold(self.title)

    @cached_property
    def title(self) -> str:
        """The title, from the facts or the head."""
        heads = (p.text for p in self.context.document.passages if p.where == "head")
        return self.context.facts.title or next(heads, "")

    def named_author(self) -> str:
        """The author whom signature, title (`by …`) or drafting note name; empty if they do not."""
        by = next((m.person for m, before in self.head if m.person and _BY.search(before)), "")
        facts = self.context.facts
        drafted = facts.source.drafted_by if facts.source else ""
        for name in (facts.signed, by, facts.drafter, drafted):
            person = name if name in self.cast else self.by_name(name) if name else ""
            if not person and name.isupper() and 1 < len(name) <= 4:
                person = self._by_initials(name, self.cast)
            if person:
                return person
        return ""

    def gender(self, person_id: str) -> str:
        """`F` for a woman, else `M` (nearly all speakers of these documents are men)."""
        member = self.cast.get(person_id)
        if member is None:
            return "F" if _FEMALE.search(person_id) else "M"
        known = member.person.gender
        return known or ("F" if any(_FEMALE.search(name.text) for name in member.person.names) else "M")


def _office_words(text: str) -> frozenset[str]:
    """The words of an office without the small ones: the same for `the Minister of Defence` and `Defence Minister`."""
    return frozenset(name_words(text)) - {"the", "of", "for", "and"}


def _office_wanted(text: str) -> frozenset[str]:
    """The words of an office, short forms written out."""
    return frozenset(full for word in _office_words(text) for full in _SHORT_OFFICES.get(word, (word,)))


def _same_title(title: str, before: str) -> bool:
    """Whether the text before a name ends with a title that another may abbreviate: `Sen` for `Senator`."""
    return fold(before.rstrip().rpartition(" ")[2]).startswith(fold(title)[:3])


def _fits_initials(text: str, name: PersonName) -> bool:
    """Whether initials may stand for a name: D, AD and AWD for `Allen Dulles`, though one forename is not known."""
    last, _, first = name.text.partition(",")
    words = name_words(f"{first} {last}")
    if not words:
        return False
    surname = (name_words(name.surname) or words[-1:])[0][0].upper()
    return text == surname or (len(text) > 1 and text[0] == words[0][0].upper() and text[-1] == surname)
