"""`standOff`: the places and organizations that the text points to, each with its pointer into the authority files.

Persons stand in the header's `particDesc`, as they take part or are spoken of; places and organizations are neither
participants nor the setting.
"""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from pipeline.model import Attrs, Organization, Place, Settled
from pipeline.tei.attributes import TEI, ordered


def stand_off(settled: Settled) -> etree._Element | None:
    """The element, or None if the text points to nothing."""
    lists = [
        _list("listPlace", (_entry("place", "placeName", place) for place in settled.places)),
        _list("listOrg", (_entry("org", "orgName", org) for org in settled.organizations)),
    ]
    found = [entries for entries in lists if len(entries)]
    return _list("standOff", found) if found else None


def _list(kind: str, entries: Iterable[etree._Element]) -> etree._Element:
    element = etree.Element(f"{{{TEI}}}{kind}")
    element.extend(entries)
    return element


def _entry(kind: str, name: str, entry: Place | Organization) -> etree._Element:
    attrs: Attrs = (("xml:id", entry.id), ("type", entry.kind), ("corresp", entry.source))
    element = etree.Element(f"{{{TEI}}}{kind}", ordered(tuple((key, value) for key, value in attrs if value)))
    etree.SubElement(element, f"{{{TEI}}}{name}").text = entry.names[0]
    for idno_type, value in entry.idnos:
        etree.SubElement(element, f"{{{TEI}}}idno", ordered((("type", idno_type),))).text = value
    return element
