"""The names of an entry as authority files give them, with a comma or without.

    names_of("Thompson, Llewellyn E. (Tommy)")   surname first, as lists print it: Thompson, and Tommy as short name
    name_of("Egon Bahr")                         as one writes it: surname Bahr, forename Egon
    name_of("Mao Tse-tung")                      the surname stands first: the name stays whole

A name without comma and without mark-up is taken apart only where its order is clear. Names of rulers (`John XXIII`),
of bodies, and names in Chinese, Korean or Vietnamese order stay whole.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from pipeline.authority.words import nicknames, pet_forms, word_list
from pipeline.grammar.names import (
    PARTICLES,
    PERSONAL_TITLES,
    SUFFIXES,
    NameParts,
    key,
    keys,
    parse_direct,
    parse_entry,
    words,
)
from pipeline.model import PersonName

_VIETNAMESE = words(
    """bui cao dang dao dinh do doan duong ha ho hoang huynh lam le luong luu ly mai ngo nguyen pham phan phung quach
    ta thich ton tran trinh truong vo vu vuong"""
)
"""Vietnamese surnames (keys); two or more words follow them."""
_NOBLE = words("von vom van zu zum zur der den ter ten af")
"""Particles before which a forename stands; not `de` (`Couve de Murville`) nor `bin` (`Faisal bin Abdulaziz`)."""
_ROMAN = re.compile(r"[IVX]+")
_INITIALS = re.compile(r"(?:[^\W\d_]\.[\s-]?)+")
_HANGING = re.compile(r"(?<=\b[a-z]{2})[-‑](?=\s|,|$)")
"""The hyphen of an article that stands behind the forename: `Sadat, Anwar el-`."""
_QUOTED = re.compile(r"\(\s*[“\"„]([^”“\"()]*)[”“\"]\s*\)")
"""A nickname in brackets and quotation marks: `Sonnenfeldt, Helmut ("Hal")`."""
_SINCE = re.compile(r",?\s+(?:after|from|since|until|till|before|as\s+of|in)\s.*\d.*$", re.DOTALL)
_CALLED = re.compile(
    r"(?:(?:also|better|formerly|originally|later|sometimes|previously|known|called|named|as|alias|or|a\.?k\.?a\.?"
    r"|pseudonym|real\s+name|code\s+name|cover\s+name|pen\s+name)[:,]?\s+)+",
    re.IGNORECASE,
)
_MAIDEN = re.compile(r"(?:née|nee|born|geb\.|geborene|roz\.)\s", re.IGNORECASE)
_PARTY = re.compile(r"[A-Z]\.?$|[A-Z]{1,4}\.?\s*[-–—/]")


@cache
def _given_names() -> frozenset[str]:
    return word_list("given_names") | word_list("female_names") | frozenset(pet_forms()) | frozenset(nicknames())


def names_of(entry: str) -> tuple[tuple[PersonName, ...], NameParts]:
    """All names of an entry as a list prints it, surname first, and the parts of the main one, which comes first."""
    parts = _with_initial(parse_entry(_QUOTED.sub(r"(\1)", _HANGING.sub("", entry))))
    if "," not in entry and (own := name_of(parts.surname)).forename:
        parts = replace(parts, surname=own.surname, forename=own.forename)
    main = PersonName(" ".join(entry.split()).strip(" ,"), parts.surname, parts.forename)
    variants = [_variant(text, parts) for text in parts.variants]
    others = [name for alias in parts.aliases if (name := _other_name(alias, parts))]
    return (main, *variants, *others), parts


def _with_initial(parts: NameParts) -> NameParts:
    """`Khvostov, M.K.` is no Monsieur K.: before other initials an M is one of them."""
    if "M." not in parts.titles or not _INITIALS.fullmatch(parts.forename):
        return parts
    titles = tuple(title for title in parts.titles if title != "M.")
    return replace(parts, forename=f"M. {parts.forename}", titles=titles)


def _variant(text: str, parts: NameParts) -> PersonName:
    return PersonName(text, text if parts.forename else "", parts.forename, "variant")


def _other_name(printed: str, parts: NameParts) -> PersonName | None:
    """A name in brackets: another whole name (`Lord Harlech after February 1964`), or another forename (`Jerry`).
    Maiden names tell of a family, not of how a document calls somebody; parties and `Jr.` are no names."""
    alias = _CALLED.sub("", _SINCE.sub("", printed)).strip(" ,“”\"'")
    first = key(alias.partition(" ")[0].strip(".,"))
    no_name = not alias or _MAIDEN.match(alias) or _PARTY.match(alias) or first in SUFFIXES or re.search(r"\d", alias)
    if no_name or not (alias[0].isupper() or first in PARTICLES or "-" in first):
        return None
    forenames = alias.isupper() or len(alias.split()[-1].strip(".")) == 1  # JFK; Carter, Jimmy (James E.)
    if "," in alias or (len(alias.split()) > 1 and not forenames):
        return another_name(alias, PersonName("", parts.surname, parts.forename))
    return PersonName(alias, parts.surname, alias, "short")


def name_of(text: str, kind: str = "full") -> PersonName:
    """A name as an editor writes it into an entry: `Bahr, Egon`, `Egon Bahr`, `Charles J. Zwick, Jr.`, `Mao Tse-tung`.

    Without a comma it is taken apart only if it begins with a common given name or has initials or a `von`: of
    `Souvanna Phouma` nobody can say by looks which is the surname, and documents are searched for both.
    """
    head, _, tail = text.partition(",")
    suffix = tail if _first(tail) in SUFFIXES else ""
    if tail and not suffix and not _is_description(head, tail):
        return replace(names_of(text)[0][0], kind=kind)
    parts = _with_initial(parse_direct(f"{head},{suffix}"))
    written = f"{parts.forename} {parts.surname} {parts.suffix}".split()
    own = keys(" ".join(written))
    if _is_office(written, own):
        return PersonName(text, kind=kind)
    if parts.forename and _in_order(written, own):
        return PersonName(text, parts.surname, parts.forename, kind)
    return PersonName(text, " ".join(written) if parts.titles else "", "", kind)  # King Hussein, Pope John XXIII


def _first(text: str) -> str:
    return next(iter(keys(text)), "")


def _is_description(head: str, tail: str) -> bool:
    """Whether what follows the comma is no forename but an office: `Egon Bahr, State Secretary`."""
    given = len(head.split()) > 1 and _first(head) in _given_names()
    return given and (_first(tail) in word_list("office_words") or _first(tail) in PERSONAL_TITLES)


def _is_office(written: list[str], atoms: tuple[str, ...]) -> bool:
    """Whether words are no name but an office or a role: `Shah of Iran`, `Prime Minister`, `the interpreter`."""
    small = any(word[0].islower() and key(word) not in PARTICLES and "-" not in word for word in written)
    given = atoms[:1] and atoms[0] in _given_names()
    return not atoms or small or (atoms[-1] in PERSONAL_TITLES and not given)


def _in_order(written: list[str], atoms: tuple[str, ...]) -> bool:
    """Whether a name without comma and titles is forenames and surname in this order."""
    ruler = _ROMAN.fullmatch(written[-1]) and atoms[-1] not in SUFFIXES
    if ruler or _surname_first(atoms):
        return False
    if atoms[0] in _given_names():
        return True
    known = any(_INITIALS.fullmatch(word) or word in _NOBLE for word in written[:-1])
    return known and word_list("thing_words").isdisjoint(atoms) and word_list("office_words").isdisjoint(atoms[1:])


def _surname_first(atoms: tuple[str, ...]) -> bool:
    """Whether the first of some words (keys) is a surname: `Kim Il Sung`, `Nguyen Van Thieu`; `U Thant` has none."""
    first, *given = atoms
    western = not _given_names().isdisjoint(given)
    if len(first) == 1:  # U Nu, but J. William Fulbright
        return first == "u" and len(given) == 1
    eastern = first in word_list("surnames_first") or first in word_list("surnames_first_doubtful")
    if first in _given_names() and len(given) < 2:  # Lee Iacocca
        return False
    return not western and ((eastern and len(given) < 3) or (first in _VIETNAMESE and len(given) > 1))


def another_name(text: str, main: PersonName, kind: str = "variant") -> PersonName:
    """Another name of a person as an entry gives it: `Chip Bohlen` of `Bohlen, Charles`."""
    other, direct = name_of(text, kind), parse_direct(text)
    if other.surname or not main.forename or keys(direct.surname) != keys(main.surname):
        return other
    return PersonName(text, direct.surname, direct.forename, kind)


def pointing_name(text: str, main: PersonName) -> PersonName:
    """A name by which a list points to another entry: `Le Duc Tho, see Tho, Le Duc`."""
    if sorted(keys(text)) == sorted(keys(main.text)):
        return PersonName(text, main.surname, main.forename, "variant")
    other = name_of(text, "variant")
    # de Murville, see Couve de Murville, Maurice; Hoyer Millar, see Millar, Sir Frederick Robert Hoyer
    known = PARTICLES | set(keys(main.forename))
    if other.surname or not main.forename or not known.issuperset(keys(text)[:-1]):
        return other
    return PersonName(text, text, main.forename, "variant")
