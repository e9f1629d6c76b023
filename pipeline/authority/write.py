"""Authority entries as a TEI file that an editor can extend by hand."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from pipeline.authority.terms import is_date
from pipeline.model import Authority, Office, Person, PersonName, Place

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <teiHeader>
    <fileDesc>
      <titleStmt><title>{title}</title></titleStmt>
      <publicationStmt><p>Working file.</p></publicationStmt>
      <sourceDesc><p>{source}</p></sourceDesc>
    </fileDesc>
  </teiHeader>
  <standOff>
"""
_TAIL = """  </standOff>
</TEI>
"""


def write_tei(
    authority: Authority, title: str = "Persons and places", source: str = "Imported by verbale authority import."
) -> bytes:
    """The entries as TEI (`standOff` with `listPerson` and `listPlace`), UTF-8."""
    lines = [_HEAD.format(title=escape(title), source=escape(source))]
    if authority.persons:
        lines.append(person_list(authority.persons))
    if authority.places:
        lines += ["    <listPlace>\n", *(_place(place) for place in authority.places), "    </listPlace>\n"]
    return "".join([*lines, _TAIL]).encode("utf-8")


def person_list(persons: Iterable[Person], extra: dict[str, str] | None = None) -> str:
    """A `listPerson`; `extra` holds further children of a person, written out, by its id."""
    inner = "".join(_person(person, (extra or {}).get(person.id, "")) for person in persons)
    return f"    <listPerson>\n{inner}    </listPerson>\n"


def _element(tag: str, text: str, **attrs: str) -> str:
    written = "".join(f" {name}={quoteattr(value)}" for name, value in attrs.items() if value)
    return f"<{tag}{written}>{escape(text)}</{tag}>" if text else f"<{tag}{written}/>"


def _name(name: PersonName, first: bool) -> str:
    kind = "" if first and name.kind == "full" else f" type={quoteattr(name.kind)}"
    if not name.surname:
        return f"<persName{kind}>{escape(name.text)}</persName>"
    parts = _element("surname", name.surname) + (", " + _element("forename", name.forename) if name.forename else "")
    return f"<persName{kind}>{parts}</persName>"


def _office(office: Office) -> str:
    dates = {"from": office.start, "to": office.end}
    attrs = "".join(f' {key}="{value}"' for key, value in dates.items() if is_date(value))
    org = f"<desc>{_element('orgName', office.org)}</desc>" if office.org else ""
    return f'<state type="office"{attrs}>{_element("label", office.title)}{org}</state>'


def _event(tag: str, value: str) -> str:
    return _element(tag, "", when=value) if is_date(value) else _element(tag, value)


def _person(person: Person, extra: str) -> str:
    children = [_name(name, at == 0) for at, name in enumerate(person.names)]
    if person.gender:
        children.append(f'<sex value="{person.gender}"/>')
    children += [_event(tag, value) for tag, value in (("birth", person.birth), ("death", person.death)) if value]
    children += [_office(office) for office in person.offices]
    children += [_element("idno", value, type=kind) for kind, value in person.idnos]
    if person.description:
        children.append(_element("note", person.description))
    if extra:
        children.append(extra)
    inner = "".join(f"        {child}\n" for child in children)
    return f'      <person xml:id="{person.id}">\n{inner}      </person>\n'


def _place(place: Place) -> str:
    names = "".join(f"        {_element('placeName', name)}\n" for name in place.names)
    idnos = "".join(f"        {_element('idno', value, type=kind)}\n" for kind, value in place.idnos)
    kind = f" type={quoteattr(place.kind)}" if place.kind else ""
    return f'      <place xml:id="{place.id}"{kind}>\n{names}{idnos}      </place>\n'
