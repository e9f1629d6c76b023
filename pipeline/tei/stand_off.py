"""`standOff`: the places and organizations that the text points to, each with its pointer into the authority files.

Persons stand in the header's `particDesc`, as they take part or are spoken of; places and organizations are neither
participants nor the setting.
"""

from __future__ import annotations

from pipeline.model import Organization, Place, Settled
from pipeline.tei.markup import Element, element


def stand_off(settled: Settled) -> Element | None:
    """The element, or None if the text points to nothing."""
    places = [_entry("place", "placeName", place) for place in settled.places]
    organizations = [_entry("org", "orgName", org) for org in settled.organizations]
    if not places and not organizations:
        return None
    return element(
        "standOff", (),
        element("listPlace", (), *places) if places else None,
        element("listOrg", (), *organizations) if organizations else None,
    )  # fmt: skip


def _entry(kind: str, name: str, entry: Place | Organization) -> Element:
    return element(
        kind, (("xml:id", entry.id), ("type", entry.kind), ("corresp", entry.source)),
        element(name, (), entry.names[0]),
        *(element("idno", (("type", idno_type),), value) for idno_type, value in entry.idnos),
    )  # fmt: skip
