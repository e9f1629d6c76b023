"""Authority entries in TEI: `person` in `listPerson`, `place` in `listPlace`, `org` in `listOrg`.

Names may be marked up (`surname`, `forename`), or stand as one writes them (`Egon Bahr`, `Bahr, Egon`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from pipeline.authority.entries import ncname, not_read, person_of, slug
from pipeline.authority.names import another_name, name_of
from pipeline.authority.terms import is_date
from pipeline.findings import finding
from pipeline.model import Authority, Finding, Office, Organization, Person, PersonName, Place
from pipeline.namespaces import XML_ID, T
from pipeline.safe_xml import NoXml, root_of


def read_tei(data: bytes, name: str) -> tuple[Authority, list[Finding]]:
    """The entries of a TEI file; `name` is that of the file."""
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
    problems += _no_dates(root)
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


def _names(found: list[etree._Element]) -> Iterator[PersonName]:
    main: PersonName | None = None
    for el in found:
        name = _tei_name(el, main)
        main = main or name
        yield name


def _tei_name(el: etree._Element, main: PersonName | None) -> PersonName:
    """A name of a person whose first name, if this is not it, is `main`."""
    kind = el.get("type") or ("variant" if main else "full")
    surname, forename = (" ".join(_text(x) for x in el.iter(T + tag)) for tag in ("surname", "forename"))
    if surname or kind in ("short", "misreading"):
        return PersonName(_text(el), surname, forename or (_rest(el) if surname else ""), kind)
    if forename:
        return PersonName(_text(el), _rest(el), forename, kind)
    text = _rest(el) or _text(el)
    return another_name(text, main, kind) if main else name_of(text, kind)


def _rest(el: etree._Element) -> str:
    """The words of a name that are not marked up: `Egon <surname>Bahr</surname>` → `Egon`."""
    marked = {T + tag for tag in ("surname", "forename", "roleName", "genName", "nameLink", "addName")}
    pieces = [el.text, *(piece for x in el for piece in ("" if x.tag in marked else _text(x), x.tail))]
    return " ".join(" ".join(piece or "" for piece in pieces).split()).strip(" ,;")


def _tei_person(el: etree._Element, name: str) -> Person:
    found = [n for n in _children(el, "persName") if _text(n)]
    names = tuple(_names(found))
    roles = " ".join(_text(role) for n in found for role in n.iter(f"{T}roleName"))
    notes = [*(_text(n) for n in _children(el, "note")), *([roles] if roles else [])]
    description = "; ".join(note for note in notes if note)
    sex = next(
        (x.get("value") or _text(x) for tag in ("gender", "sex") for x in _children(el, tag)), el.get("sex") or ""
    )
    held = tuple(
        _tei_office(x) for tag in ("state", "occupation", "affiliation") for x in _children(el, tag) if _text(x)
    )
    described = person_of("x", "x", next(iter(notes), ""))
    return Person(
        ncname(_ident(el, _text(found[0]) if found else "")),
        names,
        held or described.offices,
        description,
        {"m": "M", "1": "M", "f": "F", "2": "F"}.get(sex.strip().lower()[:1], ""),
        _event(el, "birth"),
        _event(el, "death") or described.death,
        tuple((x.get("type", ""), _text(x)) for x in _children(el, "idno") if _text(x)),
        _source(el, name),
    )


def _event(el: etree._Element, tag: str) -> str:
    """The date of a birth or death, which may stand in a `date` within."""
    for event in _children(el, tag):
        for x in (event, *event.iter(f"{T}date")):
            for attribute in ("when", "notBefore", "notAfter"):
                if date := _date(x, attribute):
                    return date
        return _text(event)
    return ""


def _date(el: etree._Element, attribute: str) -> str:
    """The day of an attribute of time; empty if the calendar has no such day."""
    day = el.get(attribute, "").partition("T")[0]
    return day if is_date(day) else ""


def _no_dates(root: etree._Element) -> list[Finding]:
    """Dates of persons that the calendar does not have."""
    attributes = ("when", "from", "to", "notBefore", "notAfter")
    lists = root.iter(f"{T}listPerson")
    found = [x.get(a, "") for one in lists for x in one.iter(etree.Element) for a in attributes if x.get(a)]
    return not_read("dates", [value for value in found if re.match(r"\d", value) and not is_date(value[:10])])


def _tei_office(el: etree._Element) -> Office:
    label = next(
        (_text(x) for tag in ("label", "desc", "roleName", "ab", "p") for x in _children(el, tag)), ""
    ) or _text(el)
    org = next((_text(x) for x in el.iter(f"{T}orgName", f"{T}placeName")), "")
    when = _date(el, "when")
    start = _date(el, "from") or _date(el, "notBefore") or when
    return Office(label, start, _date(el, "to") or _date(el, "notAfter") or when, org)


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
