"""Entries of authority files: from a printed name and a description to a Person.

    person_of("rusk", "Rusk, Dean", "Secretary of State from January 1961")
      → names Rusk, Dean; office Secretary of State from 1961-01

Dated offices stand in descriptions in the ways that printed lists of persons use; `offices` reads them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace

from pipeline.grammar.characters import NOT_IN_IDS
from pipeline.grammar.date_words import FULL_MONTHS, IN_FULL
from pipeline.grammar.names import NameParts, parse_entry
from pipeline.model import Office, Person, PersonName

MONTHS = {name: number for number, name in enumerate(FULL_MONTHS, 1)}
"""Name of the month → its number."""

_MONTH = rf"(?:{IN_FULL})"
_YEAR = r"(?:1[5-9]|20)\d\d"
_DATE = rf"(?:{_MONTH}(?:\s+\d{{1,2}}(?!\d))?(?:,?\s+{_YEAR})?|{_YEAR})"
_SPAN = re.compile(
    rf"""
    ,?\s*(?:
        \b(?P<word>until|through|till|before)\s+(?P<until>{_DATE})                      # until October 1963
      | \b(?:from|since|after|beginning|as\ of)\s+(?P<from>{_DATE})                     # from May 1961
        (?:\s+(?:to|until|through|till)\s+(?P<to>{_DATE}))?                             # … to May 1962
      | \b(?:in|during)\s+(?P<in>(?:{_MONTH}\s+)?{_YEAR})\b                # in 1957
      | (?P<left>{_DATE})\s*[–—-]\s*(?P<right>{_DATE})                                  # January 1961–November 1963
      | (?P<when>{_YEAR})\s*$                                                 # 1976
    )""",
    re.VERBOSE,
)
_DAY = re.compile(r"(?:(?P<month>[A-Z][a-z]+)\.?)?\s*(?:(?P<day>\d{1,2})(?!\d),?)?\s*(?P<year>(?:1[5-9]|20)\d\d)?$")
_THEREAFTER = re.compile(r"^(?:and\s+)?(?:thereafter|then|later|subsequently),?\s+", re.IGNORECASE)


def iso_date(text: str, year: str = "") -> str:
    """`October 14, 1963` → `1963-10-14`, `October 1963` → `1963-10`, `1963` → `1963`; empty if it is no date.

    `year` stands in where the text names none (`January–March 1956`).
    """
    match = _DAY.match(text.strip())
    if match is None or not match.group():
        return ""
    month = MONTHS.get(match["month"] or "")
    the_year = match["year"] or year
    if not the_year or (match["month"] and not month):
        return ""
    if month is None:
        return the_year
    return f"{the_year}-{month:02}" + (f"-{int(match['day']):02}" if match["day"] else "")


def _span_dates(match: re.Match[str]) -> tuple[str, str] | None:
    """(start, end) of a time given in words; None if the words are no dates (`from Alabama`)."""
    if match["until"]:
        end = iso_date(match["until"])
        return ("", end) if end else None
    if match["from"]:
        end = iso_date(match["to"] or "")
        start = iso_date(match["from"], end[:4])
        return (start, end) if start else None
    if match["left"]:
        end = iso_date(match["right"])
        start = iso_date(match["left"], end[:4])
        return (start, end) if start and end else None
    day = iso_date(match["in"] or match["when"])
    return (day, day) if day else None


def offices(description: str) -> tuple[Office, ...]:
    """The offices of a description, in its order; each with the time that the description gives it.

    `Special Assistant until September 1962; thereafter Ambassador to France` → until 1962-09, and from then on.
    """
    return tuple(_offices(description))


def _offices(description: str) -> Iterator[Office]:
    last_end = ""
    for clause in description.split(";"):
        clause = clause.strip(" .,")
        thereafter = _THEREAFTER.match(clause)
        if thereafter:
            clause = clause[thereafter.end() :]
        spans = [(m, dates) for m in _SPAN.finditer(clause) if (dates := _span_dates(m))]
        title = clause[: spans[0][0].start()] if spans else clause
        title = re.sub(r"\s+", " ", title).strip(" ,") or clause
        if not title:
            continue
        times = [dates for _, dates in spans] or [("", "")]
        for start, end in times:
            yield Office(title, start or (last_end if thereafter else ""), end)
            last_end = end or last_end


def _other_name(alias: str, parts: NameParts) -> PersonName:
    """A name in brackets: another whole name, or another forename (`(Jerry)`)."""
    if "," in alias:
        other = parse_entry(alias)
        return PersonName(alias, other.surname, other.forename, "variant")
    if len(alias.split()) > 1 and not alias.isupper():
        *fore, last = alias.split()
        return PersonName(alias, last, " ".join(fore), "variant")
    return PersonName(alias, parts.surname, alias, "short")


def _variant(text: str, parts: NameParts) -> PersonName:
    return PersonName(text, text if parts.forename else "", parts.forename, "variant")


def names_of(entry: str) -> tuple[tuple[PersonName, ...], NameParts]:
    """All names of an entry as a list prints it, the main one first."""
    parts = parse_entry(entry)
    main = PersonName(" ".join(entry.split()).strip(" ,"), parts.surname, parts.forename)
    variants = [_variant(text, parts) for text in parts.variants]
    return (main, *variants, *(_other_name(alias, parts) for alias in parts.aliases)), parts


def person_of(ident: str, entry: str, description: str = "", source: str = "") -> Person:
    """A Person from a name as printed (surname first) and a description."""
    names, parts = names_of(entry)
    titles = " ".join(parts.titles)
    text = " ".join(description.split())
    described = "; ".join(part for part in (titles, text) if part)
    return Person(ident, names, offices(text), described, parts.gender, source=source)


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
