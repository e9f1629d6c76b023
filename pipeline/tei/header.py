"""`teiHeader`: what is known of the document, where it comes from, who takes part, and how the markup came about.

Input are the facts that the document says of itself, the settled claims with their cast, and the collection; output is
one element, the same for the same input (no clock, no order of hashing). Everything that the file points to stands in
the header: persons, places, the type of the document, the rules behind doubtful claims.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from pipeline import __version__
from pipeline.collection import Collection, DocumentEntry
from pipeline.grammar.date_words import FULL_MONTHS
from pipeline.grammar.titles import BY_ID, DOCUMENT, GENRES, DocumentType
from pipeline.model import (
    WRITTEN,
    CastMember,
    Certainty,
    Context,
    Correspondent,
    DatedFact,
    Holding,
    Office,
    Person,
    PersonName,
    Settled,
    SourceNote,
    Span,
)
from pipeline.tei.body import rule_id
from pipeline.tei.markup import Element, element


def _line(text: str) -> str:
    """Text on one line."""
    return " ".join(text.split())


def header(context: Context, settled: Settled, collection: Collection | None = None) -> Element:
    """The `teiHeader` of a document."""
    collection = collection or Collection()
    return element(
        "teiHeader", (),
        _file_desc(context, collection),
        _encoding_desc(context, settled, collection),
        _profile_desc(context, settled),
    )  # fmt: skip


# -- fileDesc -------------------------------------------------------------------------------------------------------


def _file_desc(context: Context, collection: Collection) -> Element:
    return element(
        "fileDesc", (),
        _title_stmt(context, collection),
        _publication_stmt(collection),
        _notes_stmt(context),
        _source_desc(context, collection.entry(context.document.transcript.name)),
    )  # fmt: skip


def _title_stmt(context: Context, collection: Collection) -> Element:
    title = _line(context.facts.title) or context.document.transcript.name
    number = context.facts.number
    editors = [
        element(
            "respStmt",
            (("xml:id", editor.id),),
            element("resp", (), editor.resp),
            element("persName", (), editor.name),
        )
        for editor in collection.editors
    ]
    funder = element("funder", (), collection.funder) if collection.funder else None
    return element("titleStmt", (), element("title", (("type", "main"), ("n", number)), title), funder, *editors)


def _publication_stmt(collection: Collection) -> Element:
    if not collection.publisher:
        return element("publicationStmt", (), element("p", (), "Not published."))
    licence = collection.licence
    availability = None
    if licence.target or licence.text:
        text = licence.text or licence.target
        target = (("target", licence.target),)
        availability = element("availability", (), element("licence", target, element("p", (), text)))
    return element("publicationStmt", (), element("publisher", (), collection.publisher), availability)


def _notes_stmt(context: Context) -> Element | None:
    """How secret the document was and through whose hands it went, as its source note says."""
    facts, source = context.facts, context.facts.source
    drafter = (source.drafted_by if source else "") or facts.drafter
    said: list[tuple[str, str]] = []
    if source:
        said += [("classification", source.classification), *(("handling", word) for word in source.handling)]
    said.append(("drafter", drafter))
    if source:
        said += [("clearance", source.cleared_by), ("approval", source.approved_by)]
    notes = [element("note", (("type", kind),), _line(text)) for kind, text in said if text]
    return element("notesStmt", (), *notes) if notes else None


def _source_desc(context: Context, entry: DocumentEntry) -> Element:
    """The manuscript that the source note names, and the book or page that the transcript was made from."""
    source = context.facts.source
    holdings = (source.holdings if source else ()) or ((Holding(),) if entry.repository else ())
    children = [*(_manuscript(holding, entry) for holding in holdings), _bibl(source, entry)]
    if not any(child is not None for child in children):
        children = [element("bibl", (), f"Transcript {context.document.transcript.name}")]
    return element("sourceDesc", (), *children)


def _manuscript(holding: Holding, entry: DocumentEntry) -> Element:
    repository = holding.repository or entry.repository
    house = element("repository", (), _line(repository)) if repository else None
    levels = [element("collection", (), _line(level)) for level in holding.collection]
    shelf = element("idno", (("type", "shelfmark"),), _line(holding.idno)) if holding.idno else None
    return element("msDesc", (), element("msIdentifier", (), house, *levels, shelf))


def _bibl(source: SourceNote | None, entry: DocumentEntry) -> Element | None:
    if entry.bibl or entry.source:
        reference = element("ref", (("target", entry.source),), entry.source) if entry.source else None
        between = ", " if entry.bibl and reference is not None else None
        return element("bibl", (("type", "transcribed"),), entry.bibl or None, between, reference)
    if source and source.printed:
        return element("bibl", (("type", "printed"),), _line(source.printed))
    return None


# -- encodingDesc ---------------------------------------------------------------------------------------------------

_PROJECT = (
    "A raw transcript was encoded by program. The characters of the text stand in the order of the transcript, "
    "so that it "
    "can be written again from this file; only runs of white space may differ."
)
_INTERPRETATION = (
    "Structure, notes, page breaks, persons, offices that stand for persons, dates, places, references, omissions and "
    "reported speech were marked by program, each by a rule of the taxonomy of rules. A claim with cert=\"low\" or "
    "cert=\"medium\" depends on context and names its rule in ana; a claim without cert is as sure as its form "
    "allows. A "
    "claim with resp was decided by the editor it points to.",
    "Only what an authority file, the list of participants or the document itself says identifies a person. A "
    "date rests on "
    "a ground that the header names; where the document gives no day, the date is a range.",
)  # fmt: skip
_CORRECTION = (
    "Nothing was corrected by program. Errors of the transcript stand as they are printed; a correction that an "
    "editor has "
    "made is a choice of sic and corr with resp."
)


def _encoding_desc(context: Context, settled: Settled, collection: Collection) -> Element:
    project = [element("p", (), text) for text in (collection.description, _PROJECT) if text]
    editorial = element(
        "editorialDecl", (),
        element("correction", (), element("p", (), _CORRECTION)),
        element("interpretation", (), *(element("p", (), text) for text in _INTERPRETATION)),
    )  # fmt: skip
    rules = sorted({claim.rule for claim in (*context.document.marks, *settled.claims) if claim.rule})
    return element(
        "encodingDesc", (),
        element("projectDesc", (), *project),
        editorial,
        element("classDecl", (), _types(context.facts.type), _rules(rules)),
        _app_info(context, bool(rules)),
    )  # fmt: skip


def _app_info(context: Context, rules: bool) -> Element:
    reader = f" The transcript was read as: {context.document.reader}." if context.document.reader else ""
    return element(
        "appInfo", (),
        element(
            "application", (("ident", "verbale"), ("version", __version__)),
            element("label", (), "Verbale"),
            element("desc", (), f"Encodes transcripts of diplomatic documents.{reader}"),
            element("ptr", (("target", "#rules"),)) if rules else None,
        ),
    )  # fmt: skip


def _kind(type_id: str) -> DocumentType:
    return BY_ID.get(type_id, DOCUMENT)


def _types(type_id: str) -> Element:
    """The taxonomy of document types, as far as this file uses it."""
    kind = _kind(type_id)
    genre = element(
        "category", (("xml:id", f"genre.{kind.genre}"),),
        element("catDesc", (), GENRES[kind.genre]),
        element("category", (("xml:id", f"type.{kind.id}"),), element("catDesc", (), kind.name)),
    )  # fmt: skip
    return element("taxonomy", (("xml:id", "document-types"),), element("desc", (), "Types of documents"), genre)


def _rules(rules: Sequence[str]) -> Element | None:
    if not rules:
        return None
    categories = [element("category", (("xml:id", rule_id(rule)),), element("catDesc", (), rule)) for rule in rules]
    desc = element("desc", (), "The rules by which this file was marked")
    return element("taxonomy", (("xml:id", "rules"),), desc, *categories)


# -- profileDesc ----------------------------------------------------------------------------------------------------


def _profile_desc(context: Context, settled: Settled) -> Element:
    return element(
        "profileDesc", (),
        _creation(context),
        _languages(context),
        _text_class(context),
        _participants(context, settled),
        _setting(context, settled),
        _correspondence(context, settled),
    )  # fmt: skip


_ISO = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d:\d\d))?.*")


def readable(iso: str) -> str:
    """An ISO date for people: `1963-01-10T12:00` → `10 January 1963, 12:00`; anything else as it is."""
    found = _ISO.fullmatch(iso)
    if found is None:
        return iso
    year, month, day, time = found.groups()
    words = [
        day.lstrip("0") if day else "",
        FULL_MONTHS[int(month) - 1] if month and 0 < int(month) <= 12 else "",
        year,
    ]
    return " ".join(word for word in words if word) + (f", {time}" if time else "")


def _interval(fact: DatedFact) -> str:
    first, last = readable(fact.earliest), readable(fact.latest)
    names = dict(fact.value)
    if "when" in names:
        return first
    if "notBefore" in names or "notAfter" in names:
        return ", ".join([f"not before {first}"] * bool(first) + [f"not after {last}"] * bool(last))
    return f"{first} to {last}" if first and last else first or f"until {last}"


def _cert(cert: Certainty) -> str:
    return "" if cert is Certainty.HIGH else cert.value


def _date(fact: DatedFact, kind: str, ground: bool = True) -> Element:
    note = element("note", (("type", "ground"),), fact.ground) if ground and fact.ground else None
    return element("date", (("type", kind), *fact.value, ("cert", _cert(fact.cert))), _interval(fact), note)


def _creation(context: Context) -> Element | None:
    """The date of the document first, then the other dates that it states of itself, each with its ground."""
    facts = context.facts
    main = facts.date
    dates = [_date(main, "document")] if main else []
    dates += [_date(fact, fact.kind) for fact in facts.dates if fact is not main]
    if not dates:
        return element("creation", (), "The document states no date.")
    return element("creation", (), *dates)


_LANGUAGES = {
    "en": "English", "fr": "French", "de": "German", "es": "Spanish", "it": "Italian", "pt": "Portuguese",
    "ru": "Russian",
    "zh": "Chinese", "ja": "Japanese", "ar": "Arabic", "nl": "Dutch", "pl": "Polish",
}  # fmt: skip


def _languages(context: Context) -> Element:
    ident = context.document.language or "und"
    name = _LANGUAGES.get(ident.split("-")[0].lower(), ident)
    return element("langUsage", (), element("language", (("ident", ident),), name))


def _text_class(context: Context) -> Element:
    kind = _kind(context.facts.type)
    terms = [element("term", (), _line(subject)) for subject in context.facts.subjects]
    keywords = element("keywords", (), *terms) if terms else None
    return element(
        "textClass", (), element("catRef", (("target", f"#type.{kind.id}"), ("scheme", "#document-types"))), keywords
    )


def _participants(context: Context, settled: Settled) -> Element | None:
    """Delegations in the order of the list of participants, then those who take part without one, then the
    mentioned."""
    lists = [
        _list_person("delegation", group, members, context)
        for (group, _), members in groupby(_grouped(settled.cast), key=_delegation)
    ]
    alone = [member for member in settled.cast if member.participant and not any(_delegation(member))]
    mentioned = [member for member in settled.cast if not member.participant]
    if alone:
        lists.append(_list_person("participants", "", alone, context))
    if mentioned:
        lists.append(_list_person("mentioned", "", mentioned, context))
    return element("particDesc", (), *lists) if lists else None


def _grouped(cast: Iterable[CastMember]) -> list[CastMember]:
    """Participants of delegations, sorted by the first appearance of the delegation."""
    members = [member for member in cast if member.participant and any(_delegation(member))]
    order = list(dict.fromkeys(map(_delegation, members)))
    return sorted(members, key=lambda member: order.index(_delegation(member)))


def _delegation(member: CastMember) -> tuple[str, int]:
    """What tells delegations apart: their heading, or, where none is printed, their place in the list."""
    return (member.group, 0) if member.group else ("", member.party)


def _list_person(kind: str, head: str, members: Iterable[CastMember], context: Context) -> Element:
    title = element("head", (), _line(head).rstrip(":")) if head else None
    return element("listPerson", (("type", kind),), title, *(_person(member, context) for member in members))


def _person(member: CastMember, context: Context) -> Element:
    person = member.person
    attrs = (
        ("xml:id", person.id),
        ("corresp", person.source),
        ("role", "participant" if member.participant else ""),
        ("cert", _cert(member.cert)),
    )
    names = person.names[:1] or (PersonName(person.label),)
    role = element("state", (("type", "role"),), element("label", (), _line(member.role))) if member.role else None
    return element(
        "person", attrs,
        *(_name(name) for name in names),
        _life("birth", person.birth),
        _life("death", person.death),
        role,
        *(_office(office) for office in _offices(person, context.facts.date)),
        *(element("idno", (("type", kind),), value) for kind, value in person.idnos),
    )  # fmt: skip


def _name(name: PersonName) -> Element:
    """The full name with its parts where the authority file gives them in the order of the text."""
    text, forename, surname = name.text, name.forename, name.surname
    between = text[len(forename) : len(text) - len(surname)]
    if forename and surname and text == forename + between + surname and between.isspace():
        return element("persName", (), element("forename", (), forename), " ", element("surname", (), surname))
    if forename and surname and text == f"{surname} {forename}":
        return element("persName", (), element("surname", (), surname), " ", element("forename", (), forename))
    return element("persName", (), text)


def _life(kind: str, iso: str) -> Element | None:
    return element(kind, (("when", iso),)) if iso else None


def _offices(person: Person, date: DatedFact | None) -> Iterator[Office]:
    """The offices that a person held at some moment that the date allows; none if the document has no date."""
    if date is None or not (date.earliest or date.latest):
        return
    first, last = date.earliest or date.latest, date.latest or date.earliest
    for office in person.offices:
        began = not office.start or office.start <= last
        ended = bool(office.end) and office.end < first[: len(office.end)]
        if (office.start or office.end) and began and not ended:
            yield office


def _office(office: Office) -> Element:
    org = element("desc", (), element("orgName", (), office.org)) if office.org else None
    attrs = (("type", "office"), ("from", office.start), ("to", office.end))
    return element("state", attrs, element("label", (), office.title), org)


_ROOM = re.compile(
    r"\b(?:office|room|house|residence|embassy|department|hotel|suite|club|hall|kremlin|aboard)\b", re.IGNORECASE
)
"""A place that is a building or a room: `Secretary's office`, `The Oval Office`."""


def _setting(context: Context, settled: Settled) -> Element | None:
    """Where and when people met (only for records of talks)."""
    facts = context.facts
    setting = None
    if _kind(facts.type).genre == "talk":
        stated = facts.date if facts.date and facts.date.ground != WRITTEN else None
        meeting = next((fact for fact in facts.dates if fact.kind == "meeting"), stated)
        rooms = [
            *([facts.source.place] if facts.source and facts.source.place else []),
            *filter(_ROOM.search, facts.places),
        ]
        towns = [text for text in facts.places if not _ROOM.search(text)]
        room = rooms[0] if rooms else ""
        place = _place_name(towns[0], settled) if towns else None
        parts = [
            place,
            _date(meeting, "meeting", ground=False) if meeting else None,
            element("locale", (), _line(room)) if room else None,
        ]
        setting = element("setting", (), *parts) if any(part is not None for part in parts) else None
    return element("settingDesc", (), setting) if setting is not None else None


def _place_name(text: str, settled: Settled) -> Element:
    """A place as printed, with the place it points to if a place of the file has that name."""
    named = [place for place in settled.places if text.casefold() in (name.casefold() for name in place.names)]
    return element("placeName", (("ref", f"#{named[0].id}" if len(named) == 1 else ""),), _line(text))


_BODY = re.compile(
    r"\b(?:Department|Embassy|Mission|Consulate|Legation|Ministry|Delegation|Office|Agency|Government|Council|Committee|Posts?"
    r"|Staff|Headquarters|Station|Congress|Liaison|Bureau|State|High Commission|Admiralty|Treasury"
    r"|Ambassade|L[ée]gation|Minist[èe]re|Embajada|Legación|Ministerio|Ambasciata|Ministero|Botschaft|Gesandtschaft|Amt|Ministerium)\b(?!.*\()",
    re.IGNORECASE,
)
"""A sender or recipient that is an office and no person: `the Embassy in Israel`."""

_SEVERAL = re.compile(r"(?:to )?(?:Certain|Various|Several|All)\b(?!.*\()", re.IGNORECASE)
"""Several persons or offices: `Certain Diplomatic and Consular Officers`, `All Posts in the American Republics`."""


def _correspondence(context: Context, settled: Settled) -> Element | None:
    facts = context.facts
    if not facts.correspondents or _kind(facts.type).genre not in ("correspondence", "other"):
        return None
    return element("correspDesc", (), *_actions(facts.correspondents, context, settled))


def _actions(correspondents: Sequence[Correspondent], context: Context, settled: Settled) -> Iterator[Element]:
    facts = context.facts
    for action in ("sent", "received"):
        named = [one for one in correspondents if one.action == action]
        place = next(
            (one.place for one in named if one.place), facts.places[0] if action == "sent" and facts.places else ""
        )
        received = next((fact for fact in facts.dates if fact.kind == "received"), None)
        date = facts.date if action == "sent" else received
        parts = [
            *(_correspondent(one, settled) for one in named),
            _place_name(place, settled) if place else None,
            element("date", (*date.value, ("cert", _cert(date.cert))), _interval(date)) if date else None,
        ]
        if any(part is not None for part in parts):
            yield element("correspAction", (("type", action),), *parts)


def _correspondent(one: Correspondent, settled: Settled) -> Element:
    if _SEVERAL.match(one.text):
        return element("rs", (("type", "group"),), _line(one.text))
    ref = f"#{one.person}" if one.person else _pointer(one.span, settled)
    kind = "persName" if ref or not _BODY.search(one.text) else "orgName"
    return element(kind, (("ref", ref),), _line(one.text))


def _pointer(span: Span | None, settled: Settled) -> str:
    """The person to whom the one name or role within a span points; empty if there is none or several."""
    if span is None:
        return ""
    refs = {
        ref
        for claim in settled.claims
        if claim.kind in ("persName", "rs") and claim.span in span and (ref := claim.get("ref"))
    }
    return refs.pop() if len(refs) == 1 else ""
