"""Entries of lists of participants: name, office and delegation.

Input is the reading text of one entry or line, output are `Entry`s with offsets into it:

    Mr. Nitze, ISA, Chairman          name `Mr. Nitze`, role `ISA, Chairman`
    NEA—Mr. Talbot                    name `Mr. Talbot`, role `NEA`
    Mr. Bevin—Chairman                name `Mr. Bevin`, role `Chairman`
    Foreign Minister Gromyko          name `Gromyko`, role `Foreign Minister`
    The Secretary                     no name, role `The Secretary`
    Messrs. Bowles, Gilpatric         two entries
    Treasury: Mr. Wheeler, Mr. Woodrow   two entries of the group `Treasury`

Honorifics and ranks stay with the name (`Mr. Tyler`, `General Wheeler`), offices go to the role (`Secretary Rusk`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.grammar import rows
from pipeline.grammar.offices import (
    BODIES,
    CASED_TITLE,
    OFFICE,
    OFFICE_RUN,
    OFFICE_WORD,
    TITLED,
    is_group,
    is_group_row,
)
from pipeline.grammar.parts import Part, part
from pipeline.grammar.rows import first_titled, follows, is_row_of_names, is_titled, side_by_side

__all__ = [
    "Entry", "entries", "facing", "first_titled", "follows", "in_prose", "is_function", "is_group", "is_group_row",
    "is_name", "is_row_of_names", "is_titled", "says_function", "side_by_side",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """One person of a list: the whole piece, name and role as printed (None where there is none), and the group if
    the same line names it."""

    whole: Part
    name: Part | None = None
    role: Part | None = None
    group: Part | None = None


_BARE_OFFICE = re.compile(
    rf"(?:[Tt]he|An?|Acting|Deputy|Her|His)\s+.*|(?:[A-Z][\w.]*\s+)*?(?:{OFFICE.pattern})(?:\s+(?:of|for|to|at|in|and)\s+.*|\s*\(.*\))?",
    re.DOTALL,
)
"""An entry that names an office only: `The Secretary`, `Secretary of State`, `The Under Secretary of State for …`."""
_SUFFIX = re.compile(
    r",\s*(?:Jr|Sr|II|III|IV|USN|USA|USAF|USMC|RN|Ph\.?D|M\.?D|M\.?P|K\.?C\.?M\.?G|C\.?M\.?G|O\.?B\.?E|Esq|Q\.?C|[A-Z]\.(?:[A-Z]\.)+)\b\.?"
    r"|,\s*(?:[A-Z]\.\s?){2,5}(?=\s*(?:[,;(]|\Z))",
    re.IGNORECASE,
)
"""What stands after a name and is part of it: `Jr.`, `USN`, `K.C.M.G.`, `M. V. O.`"""
_ORDERS = re.compile(
    r"(?:\s+(?:MP|MEP|MLA|MSP|TD|PC|QC|KC|SC|CH|OM|KG|KT|KP|VC|GC|MC|DSO|DSC|DFC|JP|FRS|MVO|(?:GCMG|KCMG|DCMG|CMG)|(?:GCB|KCB|DCB|CB)"
    r"|(?:GCVO|KCVO|DCVO|CVO|LVO)|(?:GBE|KBE|DBE|CBE|OBE|MBE)|(?:GCSI|KCSI|CSI|GCIE|KCIE|CIE)))+\Z"
)
"""Letters after a name that no comma parts from it: `Sir Nicholas Henderson KCMG`, `The Rt Hon Harold Wilson MP`."""
_PREFIXED = re.compile(r"(?P<office>[A-Z][\w/&.-]{0,14}(?:\s[A-Z][\w/&.-]{0,14}){0,2})\s*[—–]\s*(?=\S)")
"""`NEA—Mr. Talbot`, `S/S—Mr. Read`."""
_LABEL = re.compile(
    r"\s*(?:(?:those|also|the\s+following|persons?)\s+)?(?:participants?|present|attend(?:ees|ance|ing)|participating"
    r"|in\s+attendance)(?:(?:\s+at\s+the\s+\w+)?\s+(?:were|was|included)\s*:?\s+|(?:\s+at\s+the\s+\w+)?\s*[:.]\s*)",
    re.IGNORECASE,
)
"""The heading of a list in the same line: `PRESENT:`, `Participants:`."""
_WIDE = "\t"
"""Stands for a run of blanks in the transcript that parts columns (see `entries`)."""


def _bracket(name: Part, role: Part | None) -> tuple[Part, Part | None]:
    """`Frank Cash (EUR)`, `the Soviet Ambassador (Dobrynin)`: the bracket holds the office, or the name after an
    office."""
    inner = re.search(r"\s*\((?P<in>[^()]+)\)\s*\Z", name.text)
    if inner is None or role is not None:
        return name, role
    outer = Part(name.text[: inner.start()], name.start, name.start + inner.start())
    bracket = Part(inner["in"], name.start + inner.start("in"), name.start + inner.end("in"))
    if _BARE_OFFICE.fullmatch(bracket.text):
        return outer, bracket
    if (
        _BARE_OFFICE.fullmatch(outer.text)
        or re.match(r"(?i:the)\s", outer.text)
        or (OFFICE.search(outer.text) and not OFFICE.search(bracket.text))
    ):
        return bracket, outer
    return outer, bracket


def _looks_like_name(text: str) -> bool:
    return bool(re.match(r"[A-ZÀ-Þ][\w.'’ʼ-]*(?:\s+[\w.'’ʼ-]+){0,4}\Z", text)) and not OFFICE.search(text)


def _office_before(text: str) -> int:
    """The length of the offices before a name without comma (`Foreign Minister Gromyko`); 0 if there are none."""
    run = OFFICE_RUN.match(text)
    if run is None or TITLED.match(text):
        return 0
    name = text[run.end() :]
    return run.end() if _looks_like_name(name) and not re.fullmatch(OFFICE_WORD, name) else 0


def _role_first(first: Part, rest: Part | None) -> bool:
    """Whether the first part is an office, so that the second is the name (`The Under Secretary, Mr. Ball`)."""
    if rest is None or TITLED.match(first.text) or not _BARE_OFFICE.fullmatch(first.text):
        return False
    return bool(CASED_TITLE.match(rest.text)) or _looks_like_name(rest.text)


_BRACKETED_NAME = re.compile(r"\s*\((?P<name>[A-ZÀ-Þ][\w.'’ʼ -]*)\)\Z")


def _office_with_name(text: str, piece: Part) -> tuple[Part, Part] | None:
    """Name and office of `the Counselor of the British Embassy (Bailey)`: an office first, the name in brackets."""
    found = _BRACKETED_NAME.search(piece.text)
    before = piece.text.split(",")[0]
    if found is None or not re.search(r"\A(?:[Tt]he|[Hh]is)\s", before) or not _looks_like_name(found["name"]):
        return None
    name = part(text, piece.start + found.start("name"), piece.start + found.end("name"))
    return name, part(text, piece.start, piece.start + found.start())


_OFFICE_AND_INITIALS = re.compile(r"(?P<office>[\w .'’-]{4,}?)\s(?P<name>(?:[A-Z]\.\s?){1,3}[A-ZÀ-Þ][\w'’-]+)")
"""`US Secretary of State D. Rusk`."""


def _name_and_role(text: str, piece: Part) -> tuple[Part | None, Part | None]:
    if office_first := _office_with_name(text, piece):
        return office_first
    prefixed = _PREFIXED.match(text, piece.start, piece.end)
    if prefixed:
        before = part(text, *prefixed.span("office"))
        after = part(text, prefixed.end(), _cut(text, prefixed.end(), piece.end))
        return (before, after) if CASED_TITLE.match(before.text) else (after, before)
    cut = _cut(text, piece.start, piece.end)
    first = part(text, piece.start, cut - 3 if text.startswith(" of the ", cut - 3) else cut)
    rest = part(text, cut, piece.end) if cut < piece.end and re.search(r"\w", text[cut : piece.end]) else None
    if rest:
        rest = part(text, rest.start + len(rest.text) - len(rest.text.lstrip(", \t")), rest.end)
    if rest and _BARE_OFFICE.fullmatch(first.text) and not CASED_TITLE.match(rest.text):
        titled = rows.titled_after_office(text, rest.start, piece.end)
        if titled >= 0 and "," not in text[titled : piece.end]:
            return part(text, titled, piece.end), part(text, piece.start, titled)
    first, rest = _bracket(first, rest)
    office = _office_before(first.text)
    initials = None if office or rest or TITLED.match(first.text) else _OFFICE_AND_INITIALS.fullmatch(first.text)
    if initials and OFFICE.search(initials["office"]):
        at = first.start + initials.start("name")
        return part(text, at, first.end), part(text, first.start, at)
    if office and rest is None:
        return part(text, first.start + office, first.end), part(text, first.start, first.start + office)
    if office or TITLED.match(first.text):
        return first, rest
    if _role_first(first, rest):
        return rest, first
    if rest is None or first.text.lower().startswith("the "):
        return (None, piece) if _BARE_OFFICE.fullmatch(first.text) else (first, rest)
    return first, rest


_RUN_ON = re.compile(
    r"\s(?=(?:Prime\s+Minister|Department|Ministry|Embassy|Treasury|Secretary|Minister|Director|Bureau|Deputy|Assistant)\b)"
)
"""Where an office follows a titled name without comma: `Mr Durie Prime Minister's Department`."""


_NICKNAME = re.compile(r'"[A-Z][\w.]{1,11}"(?=\s[A-Z])')
"""`H. R. "Bob" Haldeman`; other double quotes are ditto marks."""


def _cut(text: str, start: int, end: int) -> int:
    """Where the name ends: at the first comma (or column) that no suffix such as `, Jr.` follows, before ` of the
    …`."""
    title = TITLED.match(text, start, end)
    at = title.end() if title else start
    while at < end:
        if text[at] == _WIDE or (text[at] == '"' and not (nickname := _NICKNAME.match(text, at, end))):
            return at
        if text[at] == '"' and nickname:
            at = nickname.end()
            continue
        if text[at] == " " and at > start:
            if text.startswith(" of the ", at) and _looks_like_name(text[start:at]):
                return at + len(" of")
            if title and at > title.end() and _RUN_ON.match(text, at, end) and "(" not in text[start:at]:
                return at
        if text[at] == ",":
            suffix = _SUFFIX.match(text, at, end)
            if suffix is None:
                return at
            at = suffix.end()
        else:
            at += 1
    return end


_PROSE_CUT = re.compile(r"(?:,\s+(?:and\s+)?|;\s+|\s+and\s+(?=[A-Z]))")
_LAST_NAME = re.compile(r"(?P<name>(?:[A-Z][a-z]?\.\s?){1,3}[A-ZÀ-Þ][\w'’-]+|[A-ZÀ-Þ][\w'’-]+)\Z")


def in_prose(text: str, start: int = 0) -> Iterator[Entry]:
    """The persons of a sentence from an offset on, offices first: `head of Department M.N. Smirnovsky, …`."""
    yield from _in_prose(text, start, len(text))


def _in_prose(text: str, start: int, end: int) -> Iterator[Entry]:
    """Persons of `Present at the conversation were A.A. Gromyko, head of USA Department M.N. Smirnovsky, …`: the office
    comes first, the name last."""
    end = start + len(text[start:end].rstrip("."))
    begin = start
    for stop, after in (*((m.start(), m.end()) for m in _PROSE_CUT.finditer(text, start, end)), (end, end)):
        piece = part(text, begin, stop)
        begin = after
        found = _LAST_NAME.search(piece.text)
        if found:
            office = part(text, piece.start, piece.start + found.start())
            name = part(text, piece.start + found.start(), piece.end)
            yield Entry(piece, name, office if office.text else None)


_FULL_STOP = re.compile(r"(?:(?<=[a-z]{3})|(?<=[A-Z]{4}))(?<!\bAsst)(?<!\bDept)(?<!\bSecy)(?<!\bRet)(?<!\bEsq)\.\Z")
"""The end of a sentence that names those present; not that of an abbreviation."""
_WAS_PRESENT = re.compile(
    r",?\s(?:was|were)\s(?:also\s|only\s)?present\b|,?\s(?:attended|joined)\s(?=for|the|during|only)"
)
"""`Mr. Bissell was present for item 1`"""


def _without_orders(text: str, name: Part) -> Part:
    """A name without the letters of its orders."""
    orders = _ORDERS.search(name.text)
    return part(text, name.start, name.start + orders.start()) if orders else name


def is_name(text: str) -> bool:
    """Whether a text is the name of one person, with titles and offices before it: `AMBASSADOR RAYMOND C. EWING`."""
    return rows.is_name(_lowered(text) if text.isupper() else text)


_BETWEEN = re.compile(r"\s[—–-]\s")


def facing(text: str) -> int:
    """Where the dash stands between two persons of two delegations: `Secretary Shultz — Foreign Minister Shevardnadze`;
    0 if there is none (`NEA — Mr. Talbot`)."""
    dashes = list(_BETWEEN.finditer(text))
    if len(dashes) != 1:
        return 0
    both = is_name(text[: dashes[0].start()]) and is_name(text[dashes[0].end() :])
    return dashes[0].start() + 1 if both else 0


_FUNCTION_NAME = (
    r"(?:(?:U\.?\s?S\.?|American|Soviet|Official)\s+)?(?:Interpret(?:er|ing)s?|Translators?|Note[\s-]?takers?|Stenographers?"
    r"|Recorders?|Rapporteurs?|Recording\s+Secretar(?:y|ies))"
)
_FUNCTION = re.compile(rf"(?P<function>{_FUNCTION_NAME})\s*:\s*(?=\S)", re.IGNORECASE)
"""What a person did at the meeting, before the name: `Notetaker: Robert Hutchings`."""
_HEADED = re.compile(r"(?P<group>[A-Z][^:\n]{1,40}?)\s*:\s*(?=\S)")


def _head(text: str, start: int, end: int) -> re.Match[str] | None:
    """What stands before a colon at the start of an entry: a function, a delegation or a department."""
    headed = _HEADED.match(text, start, end)
    if headed and not is_group(headed["group"]):
        headed = None
    return _FUNCTION.match(text, start, end) or rows.GROUPED.match(text, start, end) or headed


def is_function(label: str) -> bool:
    """Whether a label says what persons did at the meeting: `Interpreter`."""
    return re.fullmatch(_FUNCTION_NAME, label, re.IGNORECASE) is not None


def says_function(text: str) -> bool:
    """Whether a line says what a person did at the meeting: `Interpreter: Gisela Marcuse`."""
    return _FUNCTION.match(text) is not None


def entries(text: str, *, alone: bool = False) -> tuple[Entry, ...]:
    """The persons that one entry or line of a list names, in order. Two plain names with a comma are two persons where
    the entry stands `alone`; in a list the second is more often an office (`Paul Nitze, Policy Planning`).

    A tab in `text` parts columns: callers write one where the transcript has several blanks.
    """
    if not text.isupper():
        return _entries(text, alone)
    return tuple(_as_printed(entry, text) for entry in _entries(_lowered(text), alone))


_LETTERS = re.compile(r"[^\W\d_]{2,}")
_SMALL = frozenset("the of and for to at in on by de van von al bin der son were was present".split())  # noqa: SIM905
_ABBREVIATIONS = frozenset(BODIES.split("|")) | {"US", "UK", "USSR", "NATO"}


def _lowered(text: str) -> str:
    """A line in capitals in the usual letters, character by character: `THE AMBASSADOR OF FRANCE, M. DENNERY`."""

    def usual(word: re.Match[str]) -> str:
        letters = word.group()
        if letters in _ABBREVIATIONS:
            return letters
        lower = letters.lower()
        return lower if lower in _SMALL else lower.capitalize()

    lowered = _LETTERS.sub(usual, text)
    return lowered if len(lowered) == len(text) else text


def _as_printed(entry: Entry, text: str) -> Entry:
    """An entry with the letters of the text."""
    found = (entry.whole, entry.name, entry.role, entry.group)
    whole, *others = (piece and Part(text[piece.start : piece.end], piece.start, piece.end) for piece in found)
    return Entry(whole or entry.whole, *others)


def _entries(text: str, alone: bool) -> tuple[Entry, ...]:
    start, end = 0, len(_FULL_STOP.sub("", text.rstrip(" ,;:")))
    if told := _WAS_PRESENT.search(text, 0, end):
        end = told.start()
    label = _LABEL.match(text)
    if label:
        start = label.end()
    dash = re.compile(r"\s*[-—–•*]\s*").match(text, start)
    if dash:
        start = dash.end()
    if label and " were" in label.group() and first_titled(text, start, end) < 0:
        return tuple(_in_prose(text, start, end))
    head = _head(text, start, end)
    named = head.groupdict() if head else {}
    group = part(text, *head.span("group")) if head and named.get("group") else None
    function = part(text, *head.span("function")) if head and named.get("function") else None
    if head:
        start = head.end()
    found = []
    for piece in rows.persons(text, start, end, 2 if alone else 3):
        if re.search(r"\w", piece.text):
            name, role = _name_and_role(text, piece)
            found.append(Entry(piece, name and _without_orders(text, name), role or function, group))
    return tuple(found)
