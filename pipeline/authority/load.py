"""Read authority files: TEI, CSV, or the text of a printed list of persons.

    load_authority([Path("personography.xml")]) → (Authority(persons=…, places=…), [])

The kind of a file is told by its content: `<` opens TEI; a header line with a known column opens CSV; anything else is
the text of a printed list, one person a line. XML is parsed without network, external entities or expansion. What
cannot be read is a finding, never an exception.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from pipeline.authority.entries import distinct_ids, names_of, ncname, person_of, slug
from pipeline.findings import finding
from pipeline.grammar.names import parse_direct
from pipeline.model import Attrs, Authority, Finding, Office, Organization, Person, PersonName, Place
from pipeline.namespaces import XML_ID, T
from pipeline.source import decode_transcript

if TYPE_CHECKING:
    from lxml import etree


def load_authority(paths: Iterable[Path]) -> tuple[Authority, list[Finding]]:
    """All entries of the files in the order given; an id that occurs twice gets a number (`rusk-2`)."""
    files: list[Authority] = []
    findings: list[Finding] = []
    for path in paths:
        entries, problems = _load_file(Path(path))
        files.append(entries)
        findings.extend(
            replace(problem, path=str(path), line=problem.line or 1, column=problem.column or 1) for problem in problems
        )
    persons = distinct_ids([person for file in files for person in file.persons])
    taken = {person.id for person in persons}
    places = tuple(_distinct([place for file in files for place in file.places], taken))
    organizations = tuple(_distinct([org for file in files for org in file.organizations], taken))
    return Authority(persons, places, organizations), findings


_Entry = TypeVar("_Entry", Place, Organization)


def _distinct(entries: Iterable[_Entry], taken: set[str]) -> Iterator[_Entry]:
    """The entries, those whose id is taken with a number: all of them may stand in one TEI file."""
    for entry in entries:
        numbered = (f"{entry.id}-{number}" for number in count(2))
        ident = next(name for name in chain((entry.id,), numbered) if name not in taken)
        taken.add(ident)
        yield entry if ident == entry.id else replace(entry, id=ident)


_Loaded = tuple[Authority, list[Finding]]


def _load_file(path: Path) -> _Loaded:
    try:
        data = path.read_bytes()
    except OSError as error:
        return Authority(), [finding("authority/unreadable", f"The file cannot be read: {error.strerror or error}.")]
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return _load_tei(data, path.name)
    transcript, problems = decode_transcript(data, path)
    if transcript is None:
        message, hint = problems[0].message, "Give TEI, CSV or plain text in UTF-8."
        return Authority(), [finding("authority/unreadable", message, hint)]
    text = transcript.text
    if text.lstrip().startswith("<"):
        return _load_tei(data, path.name)
    entries, more = _load_text(text, path.name)
    return entries, [*problems, *more]


def _load_text(text: str, name: str) -> _Loaded:
    """A table, or a printed list."""
    header = next(csv.reader(io.StringIO(text[:10000]), delimiter=_delimiter(text)), [])
    if len(header) > 1 and sum(_column(name) != "" for name in header) >= 2:
        return _load_csv(text, name)
    return _load_list(text, name)


# --- TEI -------------------------------------------------------------------------------------------------------------


def _load_tei(data: bytes, name: str) -> _Loaded:
    from pipeline.safe_xml import NoXml, root_of

    try:
        root = root_of(data, comments=False, instructions=False)
    except NoXml as error:
        problem = finding("authority/unreadable", str(error), error.hint)
        return Authority(), [replace(problem, line=error.line, column=error.column)]
    persons = [_tei_person(el, name) for el in root.iter(f"{T}person") if _inside(el, "listPerson")]
    places = [_tei_place(el, name) for el in root.iter(f"{T}place") if _inside(el, "listPlace")]
    organizations = [_tei_org(el, name) for el in root.iter(f"{T}org") if _inside(el, "listOrg")]
    problems = []
    if not persons and not places and not organizations:
        hint = "An authority file is TEI with listPerson, listPlace or listOrg, CSV, or a list of persons."
        problems.append(finding("authority/empty", "The file has no list of persons, places or organizations.", hint))
    nameless = [p.id for p in persons if not p.names]
    if nameless:
        problems.append(
            finding("authority/no-name", f"Entries without a name are left out: {', '.join(nameless[:5])}.")
        )
    entries = Authority(
        tuple(person for person in persons if person.names),
        tuple(place for place in places if place.names),
        tuple(org for org in organizations if org.names),
    )
    return entries, problems


def _inside(el: etree._Element, name: str) -> bool:
    return any(up.tag == f"{T}{name}" for up in el.iterancestors())


def _text(el: etree._Element | None) -> str:
    return " ".join("".join(str(piece) for piece in el.itertext()).split()) if el is not None else ""


def _children(el: etree._Element, name: str) -> Iterator[etree._Element]:
    return el.iterchildren(f"{T}{name}")


def _ident(el: etree._Element, fallback: str) -> str:
    return el.get(XML_ID) or el.get("n") or slug(fallback)


def _source(el: etree._Element, name: str) -> str:
    ident = el.get(XML_ID)
    return f"{name}#{ident}" if ident else name


def _tei_name(el: etree._Element, first: bool) -> PersonName:
    surname = " ".join(_text(x) for x in el.iter(f"{T}surname"))
    forename = " ".join(_text(x) for x in el.iter(f"{T}forename"))
    kind = el.get("type") or ("full" if first else "variant")
    if not surname and el.get("type") not in ("short", "misreading") and "," in _text(el):
        main = names_of(_text(el))[0][0]
        return replace(main, kind=kind)
    return PersonName(_text(el), surname, forename, kind)


def _tei_person(el: etree._Element, name: str) -> Person:
    found = [n for n in _children(el, "persName") if _text(n)]
    names = tuple(_tei_name(n, at == 0) for at, n in enumerate(found))
    roles = " ".join(_text(role) for n in found for role in n.iter(f"{T}roleName"))
    notes = [*(_text(n) for n in _children(el, "note")), *([roles] if roles else [])]
    description = "; ".join(note for note in notes if note)
    sex = next(
        (x.get("value") or _text(x) for tag in ("gender", "sex") for x in _children(el, tag)), el.get("sex") or ""
    )
    held = tuple(
        _tei_office(x) for tag in ("state", "occupation", "affiliation") for x in _children(el, tag) if _text(x)
    )
    read = person_of("x", "x", next(iter(notes), "")).offices if not held else ()
    return Person(
        ncname(_ident(el, _text(found[0]) if found else "")),
        names,
        held or read,
        description,
        {"m": "M", "1": "M", "f": "F", "2": "F"}.get(sex.strip().lower()[:1], ""),
        _event(el, "birth"),
        _event(el, "death"),
        tuple((x.get("type", ""), _text(x)) for x in _children(el, "idno") if _text(x)),
        _source(el, name),
    )


def _event(el: etree._Element, tag: str) -> str:
    return next((x.get("when") or x.get("notBefore") or _text(x) for x in _children(el, tag)), "")


def _tei_office(el: etree._Element) -> Office:
    label = next(
        (_text(x) for tag in ("label", "desc", "roleName", "ab", "p") for x in _children(el, tag)), ""
    ) or _text(el)
    org = next((_text(x) for x in el.iter(f"{T}orgName", f"{T}placeName")), "")
    when = el.get("when", "")
    start = el.get("from") or el.get("notBefore") or when
    return Office(label, start, el.get("to") or el.get("notAfter") or when, org)


def _tei_place(el: etree._Element, name: str) -> Place:
    tags = ("placeName", "settlement", "country", "region", "district", "geogName")
    names = tuple(dict.fromkeys(_text(x) for tag in tags for x in _children(el, tag) if _text(x)))
    idnos = tuple((x.get("type", ""), _text(x)) for x in _children(el, "idno") if _text(x))
    return Place(ncname(_ident(el, names[0] if names else "")), names, el.get("type", ""), idnos, _source(el, name))


def _tei_org(el: etree._Element, name: str) -> Organization:
    names = tuple(dict.fromkeys(text for x in _children(el, "orgName") if (text := _text(x))))
    idnos = tuple((x.get("type", ""), _text(x)) for x in _children(el, "idno") if _text(x))
    ident = ncname(_ident(el, names[0] if names else ""))
    return Organization(ident, names, el.get("type", ""), idnos, _source(el, name))


# --- CSV -------------------------------------------------------------------------------------------------------------

_COLUMNS = {
    "id": "id identifier person_id personid key xmlid xml_id",
    "name": "name full_name fullname person persname label main_name",
    "surname": "surname last_name lastname family_name familyname last",
    "forename": "forename forenames first_name firstname given_name given_names givenname first",
    "suffix": "gen_name suffix generation genname",
    "variants": "other_names othernames variants variant aliases alias also_known_as nicknames",
    "office": "office role title position function occupation roletitle",
    "org": "territory country organization organisation org affiliation place",
    "from": "from start since from_date start_date begin notbefore",
    "to": "to until end to_date end_date notafter",
    "birth": "birth born birth_date birthdate date_of_birth birth_year",
    "death": "death died death_date deathdate date_of_death death_year",
    "gender": "gender sex",
    "description": "description note notes biography desc",
    "wikidata": "wikidata",
    "viaf": "viaf",
}
_BY_HEADER = {word: column for column, words in _COLUMNS.items() for word in words.split()}
_ISO = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?$")


def _column(header: str) -> str:
    return _BY_HEADER.get(re.sub(r"[\s\-.:]+", "_", header.strip().lower()).strip("_"), "")


def _delimiter(text: str) -> str:
    first = text.partition("\n")[0]
    return max(",;\t", key=first.count)


def _words(value: str) -> str:
    """A value that is a slug in words: `saudi-arabia` → `Saudi Arabia`."""
    if value and " " not in value and value == value.lower() and "-" in value:
        return value.replace("-", " ").title()
    return value[:1].upper() + value[1:] if value == value.lower() else value


def _load_csv(text: str, name: str) -> _Loaded:
    reader = csv.DictReader(io.StringIO(text), delimiter=_delimiter(text))
    columns = {header: _column(header) for header in reader.fieldnames or ()}
    persons: dict[str, Person] = {}
    problems: list[Finding] = []
    try:
        for number, row in enumerate(reader, 2):
            values = {columns[head]: value.strip() for head, value in row.items() if columns.get(head) and value}
            person = _csv_person(values, name)
            if person is None:
                problems.append(replace(finding("authority/no-name", "A row without a name is left out."), line=number))
                continue
            known = persons.get(person.id)
            persons[person.id] = _joined(known, person) if known else person
    except csv.Error as error:
        problems.append(finding("authority/unreadable", f"The table cannot be read to its end: {error}."))
    return Authority(tuple(persons.values())), problems


def _csv_person(row: dict[str, str], name: str) -> Person | None:
    surname, forename = row.get("surname", ""), row.get("forename", "")
    entry = row.get("name") or ", ".join(part for part in (surname, forename, row.get("suffix", "")) if part)
    if not entry:
        return None
    ident = ncname(row.get("id") or slug(entry))
    if surname:
        main = PersonName(entry, surname, forename)
        names: tuple[PersonName, ...] = (main,)
    else:
        names, _ = names_of(entry)
    others = [part.strip() for part in re.split(r"[;|]", row.get("variants", "")) if part.strip()]
    described = person_of(ident, entry, row.get("description", ""))
    held = _csv_office(row)
    return Person(
        ident,
        (*names, *(_direct_variant(other) for other in others)),
        held or described.offices,
        row.get("description", ""),
        row.get("gender", "")[:1].upper().replace("W", "F"),
        row.get("birth", ""),
        row.get("death", ""),
        tuple((key, row[key]) for key in ("wikidata", "viaf") if row.get(key)),
        f"{name}#{ident}",
    )


def _direct_variant(text: str) -> PersonName:
    parts = parse_direct(text)
    return (
        PersonName(text, parts.surname, parts.forename, "variant")
        if parts.forename
        else PersonName(text, kind="variant")
    )


def _csv_office(row: dict[str, str]) -> tuple[Office, ...]:
    title, org = _words(row.get("office", "")), _words(row.get("org", ""))
    if not title and not org:
        return ()
    start, end = (value if _ISO.match(value := row.get(column, "")) else "" for column in ("from", "to"))
    return (Office(title or org, start, end, "" if org == title else org),)


def _joined(one: Person, other: Person) -> Person:
    """One entry of two rows with the same id."""
    names = (*one.names, *(n for n in other.names if n not in one.names))
    held = (*one.offices, *(o for o in other.offices if o not in one.offices))
    idnos: Attrs = (*one.idnos, *(i for i in other.idnos if i not in one.idnos))
    return replace(one, names=names, offices=held, idnos=idnos, gender=one.gender or other.gender)


# --- the text of a printed list -------------------------------------------------------------------------------------

_LINE = re.compile(r"^\s*(?:[•*\-–]\s+)?(?P<entry>.*\S)")
_HEADING = re.compile(r"^(?:list of )?(?:persons|names)\b|^\[?page \d+\]?$|^[A-Z]$|^editor.s note", re.IGNORECASE)
_WORD = r"(?:[A-Z][\w.’'ʼ-]*|de|von|van|ibn|bin|al|el|la|di|da)"
_FORENAME = re.compile(rf"^{_WORD}(?:\s+{_WORD})*(?:\s*[(“\"][^)”\"]*[)”\"])?$")
_SUFFIX = re.compile(r"^(?:Jr|Sr|II|III|IV)\.?$")


def _load_list(text: str, name: str) -> _Loaded:
    persons = []
    for line in text.splitlines():
        match = _LINE.match(line)
        if match and not _HEADING.match(match["entry"]) and (person := _list_person(match["entry"], name)):
            persons.append(person)
    if persons:
        return Authority(tuple(persons)), []
    hint = "One person a line: `Surname, Forename, description`."
    return Authority(), [finding("authority/empty", "No line of the file is an entry of a list of persons.", hint)]


def _list_person(entry: str, name: str) -> Person | None:
    """`Adenauer, Konrad, Chancellor …`: surname, forename and suffix up to the comma before the description."""
    parts = _split_outside(entry)
    if len(parts) < 2 or (
        not parts[0][:1].isupper() and not parts[0].startswith(("al", "el", "de", "von", "van", "("))
    ):
        return None
    taken = 1
    if not _is_office(parts[1]) and _FORENAME.match(parts[1]):
        taken = 2
        while taken < len(parts) and (_SUFFIX.match(parts[taken]) or re.fullmatch(r"[A-Z]\.", parts[taken])):
            taken += 1
    head = ", ".join(parts[:taken])
    ident = slug(head)
    return person_of(ident, head, ", ".join(parts[taken:]).rstrip(" ."), f"{name}#{ident}")


def _split_outside(entry: str) -> list[str]:
    """The parts between commas that stand outside brackets."""
    parts, depth, start = [], 0, 0
    for at, char in enumerate(entry):
        depth += (char in "([") - (char in ")]")
        if char == "," and depth <= 0:
            parts.append(entry[start:at].strip())
            start = at + 1
    return [*parts, entry[start:].strip()]


_OFFICE_WORDS = re.compile(
    r"""\b(?:president|secretary|minister|ambassador|chairman|director|member|officer|chief|representative|senator
    |adviser|advisor|assistant|deputy|under|counsel(?:l?or)?|consul|general|prime|head|staff|department|office|editor
    |professor|commander|governor|king|queen|chancellor|premier|delegate|attaché|interpreter|correspondent|reporter
    |former|leader|[a-z]\w*\ of)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_RANK = re.compile(
    r"(?:(?:major|lt|lieutenant|brig|brigadier|maj|vice|rear)\.?\s+)*(?:general|gen|admiral|colonel|col)\.?\s+[A-Z]",
    re.IGNORECASE,
)
_TITLE_AND_NAME = re.compile(r"(?:King|Queen|Prince|Governor|Senator)\s+[A-Z]\w+$")


def _is_office(part: str) -> bool:
    """Whether a part between commas is a description already (`Sukarno, President of Indonesia`); ranks are none."""
    if part.startswith(("King of", "Queen of")):
        return True
    if _RANK.match(part) or _TITLE_AND_NAME.match(part):
        return False
    return bool(_OFFICE_WORDS.search(part))
