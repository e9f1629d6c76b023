"""Entries of authority files: from a printed name and a description to a Person.

    person_of("rusk", "Rusk, Dean", "Secretary of State from January 1961")
      → names Rusk, Dean; office Secretary of State from 1961-01

The offices of a description are read by `terms`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace

from pipeline.authority.names import names_of
from pipeline.authority.terms import death_of, offices
from pipeline.findings import finding
from pipeline.grammar.characters import NOT_IN_IDS
from pipeline.model import Finding, Person


def person_of(ident: str, entry: str, description: str = "", source: str = "") -> Person:
    """A Person from a name as printed (surname first) and a description."""
    names, parts = names_of(entry)
    titles = " ".join(parts.titles)
    text = " ".join(description.split())
    described = "; ".join(part for part in (titles, text) if part)
    life = _LIFE.search(entry)
    birth, death = (life["birth"] or "", life["death"] or "") if life else ("", "")
    return Person(ident, names, offices(text), described, parts.gender, birth, death_of(text) or death, source=source)


_LIFE = re.compile(r"\((?P<birth>1\d{3})?\s*[–—-]\s*(?P<death>(?:1|20)\d{2,3})?\)")
"""Years of a life behind a name: `Adenauer, Konrad (1876–1967)`."""


def not_read(what: str, values: Iterable[str], why: str = "", line: int = 0) -> list[Finding]:
    """The finding that columns, dates or lines of a file were not read, with the first of them; none if all were."""
    values = list(values)
    if not values:
        return []
    shown = ", ".join(f"“{value[:60]}”" for value in values[:5]) + (" …" if len(values) > 5 else "")
    counted = f"{len(values)} {what if len(values) > 1 else what.removesuffix('s')}"
    return [replace(finding("authority/not-read", f"{counted} not read{why}: {shown}."), line=line)]


def slug(text: str) -> str:
    """An `xml:id` from a name: `Ormsby Gore, Sir David` → `ormsby-gore-sir-david`."""
    plain = unicodedata.normalize("NFD", text)
    plain = "".join(c for c in plain if not unicodedata.combining(c)).replace("’", "").replace("'", "").replace("ʼ", "")
    words = re.findall(r"[^\W_]+", plain)
    joined = "-".join(word.lower() for word in words) or "person"
    return joined if not joined[0].isdigit() else f"p-{joined}"


def ncname(ident: str) -> str:
    """An identifier that XML accepts as `xml:id`: unusual characters become `_`, the first is a letter or `_`."""
    safe = NOT_IN_IDS.sub("_", ident.strip())
    return safe if safe and (safe[0].isalpha() or safe[0] == "_") else f"p-{safe or 'person'}"


def distinct_ids(persons: Iterable[Person]) -> tuple[Person, ...]:
    """The persons with ids that XML accepts and that occur once: a second `rusk` becomes `rusk-2`."""
    taken: set[str] = set()
    result = []
    for person in persons:
        base = ident = ncname(person.id)
        number = 2
        while ident in taken:
            ident, number = f"{base}-{number}", number + 1
        taken.add(ident)
        result.append(person if ident == person.id else replace(person, id=ident))
    return tuple(result)
