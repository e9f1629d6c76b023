"""Rows of persons: where one entry or line of a list of participants names several.

President Nixon, Henry A. Kissinger, Major General Brent Scowcroft     three persons
Henry A. Kissinger, Assistant to the President                         one, with his office
Messrs. Bowles, Gilpatric                                              two
Fleet Admiral Leahy Mr. Attlee                                         two cells of a roll (`side_by_side`)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from itertools import pairwise

from pipeline.grammar.offices import (
    CASED_TITLE,
    GROUP_WORD,
    HONORIFIC,
    MESSRS,
    NO_NAME,
    OFFICE,
    OFFICE_RUN,
    OFFICE_WORD,
    is_group,
    is_group_row,
)
from pipeline.grammar.parts import Part, part

GROUPED = re.compile(rf"(?P<group>[A-Z][\w.,&'’ʼ /-]{{1,40}}?)\s*:\s*(?=(?:{HONORIFIC}|The|Messrs)\b|\Z)")
"""A delegation or department and the first of its persons in one line: `Treasury: Mr. Wheeler`."""

# ------------------------------------------------------------------------------------- cells of a roll, side by side

_FIRST_GROUP = re.compile(rf"{GROUP_WORD}(?=\s|\Z)")
_OPENS_PERSON = re.compile(rf"(?:{OFFICE_WORD}\s+)*(?:{HONORIFIC}\b\.?|{OFFICE_WORD})\s+(?=[A-ZÀ-Þ])")
_WORD = re.compile(r"\S+")


def is_titled(text: str) -> bool:
    """Whether a line begins with an honorific, a rank or an office before a name: `M. Pichon`, `Secretary Byrnes`."""
    return bool(_OPENS_PERSON.match(text))


def side_by_side(text: str) -> tuple[Part, ...]:
    """The cells of a row of a roll whose columns only one blank parts: delegations, or persons with their titles; a
    delegation and the first of its members are two.

        Fleet Admiral Leahy Mr. Attlee   → Fleet Admiral Leahy | Mr. Attlee
        France: M. Pichon                → France: | M. Pichon
    """
    if is_group_row(text):
        found = [match.start() for match in _FIRST_GROUP.finditer(text)]
    else:
        grouped = GROUPED.match(text)
        at = grouped.end() if grouped and is_group(grouped.group()) else 0
        found = [0] if at else []
        while match := _OPENS_PERSON.search(text, at):
            if match.start() == at or text[match.start() - 1].isspace():
                found.append(match.start())
            name = _WORD.search(text, match.end())  # a name may look like a title: `Admiral King`
            at = name.end() if name else len(text)
        found = found if found and found[0] == 0 else [0, *found]
    return tuple(
        part(text, start, start + len(text[start:stop].rstrip()))
        for start, stop in zip(found, [*found[1:], len(text)], strict=True)
    )


# -------------------------------------------------------------------------------------- persons by their titles

_MAYBE_INITIAL = re.compile(r"(?:M|U|Sr|General|Prince|Princess|Count|Baron|Hon)\b")
"""Titles that are as well a part of a name or office: `Mr. Yuly M. Vorontsov`, `Attorney General Kennedy`."""
_PARTED = re.compile(r"(?:[,;:\t]|\band)\s*\Z")
_PREPOSITION = re.compile(
    r"\b(?:to|of|for|from|by|with|under|vice|representing|son|and\s+Mrs\.)\s+(?:the\s+)?\Z", re.IGNORECASE
)
_LETTERS = re.compile(r"(?:[A-Z]\.\s?){2,5}(?=\s*(?:[,;(]|\Z))")
"""Letters after a name, the first of which may look like a title: `M. P.`"""
_NO_MORE_THAN_TITLE = re.compile(r"\s*\S*\s*|(?:[Tt]he\s+)?(?:Right|Rt\.?|Most)\s+Hon\w*\.?\s*")
_THE = re.compile(r"(?:[Tt]he\s+)?")
"""Between two titles of one person: `The Right Hon. the Earl of Selkirk`."""


def first_titled(text: str, start: int, end: int) -> int:
    """Where the first person with an honorific or a rank begins in a piece of a text; -1 if there is none."""
    return next(iter(_titled_starts(text, start, end)), -1)


_NOT_A_RANK = re.compile(
    r"(?:Attorney|Consul|Secretary|Solicitor|Inspector|Comptroller|Director|Surgeon|Postmaster|Governor|Adjutant|Auditor)\s+\Z"
)
"""What makes an office of `General`: `Attorney General`."""


def titled_after_office(text: str, start: int, end: int) -> int:
    """Where the titled person begins whose office is all that stands before: `Chairman, Joint Chiefs of Staff General
    George S. Brown`; -1 if there is none (`Assistant to Mr. Acheson`)."""
    for found in CASED_TITLE.finditer(text, start, end):
        before = text[start : found.start()]
        if before and not _PREPOSITION.search(before) and not _NOT_A_RANK.search(before) and len(found.group()) > 3:
            return found.start()
    return -1


def _titled_starts(text: str, start: int, end: int) -> list[int]:
    """Where persons begin in a line that names several with their honorifics; a name after a preposition belongs to
    the office before it (`Special Assistant to Mr. Acheson`)."""
    found: list[int] = []
    titled = -1
    for match in CASED_TITLE.finditer(text, start, end):
        continued = titled >= 0 and _THE.fullmatch(text, titled, match.start()) is not None
        titled = match.end()
        if continued or _LETTERS.match(text, match.start(), end):
            continue
        if (
            match.start() > start
            and _MAYBE_INITIAL.match(match.group())
            and not _PARTED.search(text, start, match.start())
        ):
            continue
        if found and _PREPOSITION.search(text, max(match.start() - 16, found[-1]), match.start()):
            continue
        if (
            found
            and _NO_MORE_THAN_TITLE.fullmatch(text, found[-1], match.start())
            and not re.search(r"[,;]\s*\Z|\band\s*\Z", text[found[-1] : match.start()])
        ):
            continue
        found.append(match.start())
    return found


# ------------------------------------------------------------------------------- persons by what commas part

_BEFORE_NAME = re.compile(r"\A[\s•*–-]*(?:[A-Z][\w/&. -]{0,30}\s?(?:[—–:]|\s-\s)\s*)?")
"""A bullet and the department before a name: `• State—`."""


class _Kind(Enum):
    """What stands between two commas of a line, judged by its words alone."""

    TITLED = auto()
    """`Mr. Thompson`, `Major General Brent Scowcroft`"""
    NAMED = auto()
    """A name after its office: `Foreign Minister Eban`"""
    FULL = auto()
    """A full name, as the initials show: `Henry A. Kissinger`, `Suslov M.A.`"""
    PLAIN = auto()
    """What may be a full name: `Zhou Enlai`; or something else that no list knows: `Export Credits`"""
    BARE = auto()
    """An office that may stand for a person: `The President`"""
    OTHER = auto()
    """An office or department that says more of the person before: `Assistant to the President`, `NEA`, `Jr.`"""


_COMMA = re.compile(r",\s+(?:and\s+)?|\s+(?:and|&)\s+(?=[A-ZÀ-Þ]|the\s)")
_BRACKET = re.compile(r"\s*\([^()]*\)\Z")
_NAME_WORD = r"(?:[A-ZÀ-Þ][\w.'’ʼ-]*|[\"“][A-Z][\w.]{1,11}[\"”]|de|del|van|von|al|bin|der)"
_NAME = re.compile(rf"{_NAME_WORD}(?:\s+{_NAME_WORD}){{0,4}}")
_INITIAL = re.compile(r"(?<![\w.])(?!St\.)[A-ZÀ-Þ][a-z]?\.")
_NO_INITIAL = re.compile(r"U\.\s?[SKN]\.|H\.\s?M\.|N\.\s?Y\.")
_HEAD_OFFICE = re.compile(
    r"(?:Secretary(?:-General)?|(?:Secretary|Attorney|Solicitor)\s+General|Ambassador|Amb\.|Governor|Gov\.|Senator|Sen\.|Congressman"
    r"|Congresswoman|Commissar|Commissioner|Consul|Representative|Rep\.|Minister|President(?:-elect)?|Premier|Chancellor|Director"
    r"|Chairman|Chairwoman|Counsell?or|Councill?or|Undersecretary|King|Queen|Emperor|Shah|Speaker|Interpreter)"
    r"(?:\s+(?:of|for)\s+.+)?\s+\Z"
)
"""The office right before the name, at the end of a run of them: `Deputy Foreign` + `Minister`."""
_ALONE = re.compile(
    r"[Tt]he\s+(?:(?:Acting|Under|Deputy|Vice|Foreign|Prime)\s+){0,2}(?:President|Secretary|Minister|Attorney\s+General|Chairman)"
    r"(?:\s+of\s+(?:State|Defense|the\s+\w+))?"
)
"""`The President, the Vice President, Secretary Rusk`"""


_HOLDER = re.compile(r"[Tt]he\s[^()]{3,120}\s\((?P<name>(?!Acting\b)[A-ZÀ-Þ][a-zß-ÿ][\w’'ʼ-]+)\)")
"""An office with its holder in brackets, as titles have it: `the President's Assistant for … Affairs (Kissinger)`."""
_AT_POST = re.compile(r"\b(?:Consul|Chargé|Minister|Attaché|Embassy|Legation|Mission|Ambassador(?!\sat\sLarge))")
"""Offices behind which a bracket may as well have the post: `the Consul General (Vienna)`."""


def _names_holder(text: str) -> bool:
    found = _HOLDER.fullmatch(text) if text.endswith(")") else None
    if found is None or _AT_POST.search(text):
        return False
    return bool(OFFICE.search(text) and not NO_NAME.search(found["name"]) and not is_group(found["name"]))


def _kind(text: str) -> _Kind:
    """What the words between two commas are."""
    if _names_holder(text):
        return _Kind.NAMED
    text = _BRACKET.sub("", text)
    if _LETTERS.fullmatch(text):
        return _Kind.OTHER
    if CASED_TITLE.match(text):
        return _Kind.TITLED
    if _ALONE.fullmatch(text):
        return _Kind.BARE
    run = OFFICE_RUN.match(text)
    if run and _HEAD_OFFICE.search(run.group()) and _is_name(text[run.end() :]):
        return _Kind.NAMED
    if " " not in text or not _is_name(text):
        return _Kind.OTHER
    return _Kind.FULL if _INITIAL.search(text) and not _NO_INITIAL.match(text) else _Kind.PLAIN


def _is_name(text: str) -> bool:
    """Whether all words may be those of a name."""
    return bool(_NAME.fullmatch(text)) and not NO_NAME.search(text) and not _is_body(text)


_ABBREVIATION = 4
"""A word in capitals of no more letters is no name."""


def _is_body(text: str) -> bool:
    """A country, or an abbreviation: `Director GTI`."""
    return is_group(text) or (text.split()[-1].isupper() and len(text) <= _ABBREVIATION and "." not in text)


def _by_commas(text: str, start: int, end: int) -> list[tuple[Part, _Kind]]:
    """The pieces of a line between its commas, with what they are."""
    cuts = [match.span() for match in _COMMA.finditer(text, start, end)]
    begins, ends = [start, *(after for _, after in cuts)], [*(before for before, _ in cuts), end]
    pieces = [part(text, begin, stop) for begin, stop in zip(begins, ends, strict=True)]
    return [(piece, _kind(piece.text)) for piece in pieces if piece.text]


def is_name(text: str) -> bool:
    """Whether a text is the name of one person, with titles and offices before it: `Ambassador Raymond C. Ewing`."""
    kinds = [kind for _, kind in _by_commas(text, 0, len(text))]
    return len(kinds) == 1 and kinds[0] in (_Kind.TITLED, _Kind.NAMED, _Kind.FULL, _Kind.PLAIN)


def is_row_of_names(text: str) -> bool:
    """Whether a line may be two or more full names and nothing else: `Zhou Enlai, Chen Yi`."""
    kinds = [kind for _, kind in _by_commas(text, 0, len(text))]
    return len(kinds) > 1 and all(kind in (_Kind.FULL, _Kind.PLAIN) for kind in kinds)


def follows(text: str, before: str) -> bool:
    """Whether a line names a person, and not more of the person in the line before it, as `Near Eastern Affairs` would:
    it has a title, an office before the name or initials, or both lines are no more than a name."""
    pieces = _by_commas(text, 0, len(text))
    kind = pieces[0][1] if pieces else _Kind.OTHER
    if kind is not _Kind.PLAIN:
        return kind in (_Kind.TITLED, _Kind.NAMED, _Kind.FULL)
    alone = _BEFORE_NAME.sub("", before)
    return len(pieces) == 1 and _kind(alone) in (_Kind.PLAIN, _Kind.FULL)


def starts(text: str, start: int, end: int, fewest: int = 3) -> list[int]:
    """Where persons begin in a line that names several; one or none if it does not.

    So many as `fewest` plain names are persons; of two the second is more often an office (`Paul Nitze, Policy
    Planning`).
    """
    titled = _titled_starts(text, start, end)
    pieces = _by_commas(text, start, end)
    kinds = [kind for _, kind in pieces]
    if not kinds:
        return []
    if _all_persons(kinds, fewest):
        return [piece.start for piece, _ in pieces]
    sure = [piece.start for piece, kind in pieces if kind in (_Kind.NAMED, _Kind.FULL)]
    found = sorted({*titled, *sure, *_offices_alone(pieces), *_after_office(text, pieces)})
    if found and kinds[0] is _Kind.PLAIN:
        found.insert(0, start)
    return _two(text, found, titled, pieces)


def _all_persons(kinds: Sequence[_Kind], fewest: int) -> bool:
    """Whether every piece of a line is a person: no office or department among them, and no plain name after a person
    with a title of courtesy, whose department it may be (`Mr. Macy, Civil Service`); an office and one name are one
    person (`The Prime Minister, Harold Macmillan`)."""
    named = all(kind not in (_Kind.OTHER, _Kind.BARE) for kind in kinds[1:]) and kinds[0] is not _Kind.OTHER
    told = any(before is _Kind.TITLED and after is _Kind.PLAIN for before, after in pairwise(kinds))
    least = 3 if kinds[0] is _Kind.BARE else fewest if _Kind.PLAIN in kinds[1:] else 2
    return named and not told and len(kinds) >= least


def _offices_alone(pieces: Sequence[tuple[Part, _Kind]]) -> Iterator[int]:
    """Where offices stand for persons: at the head of the line, and after others that are named by their office. After
    `Mr. Ball`, `the Under Secretary` is his office."""
    before = _Kind.BARE
    for piece, kind in pieces:
        if kind is _Kind.BARE and before in (_Kind.BARE, _Kind.NAMED):
            yield piece.start
        before = kind


def _after_office(text: str, pieces: Sequence[tuple[Part, _Kind]]) -> Iterator[int]:
    """Plain names between the office of the person before, `and`, and an office of their own: `X, Minister of Finance,
    and Zeki Kuneralp, Ambassador of Turkey`."""
    for (before, _), (piece, kind), (after, _) in zip(pieces, pieces[1:], pieces[2:], strict=False):
        joined = kind is _Kind.PLAIN and _joined(text, before, piece)
        if joined and OFFICE.search(before.text) and OFFICE.search(after.text):
            yield piece.start


def _two(text: str, found: list[int], titled: list[int], pieces: Sequence[tuple[Part, _Kind]]) -> list[int]:
    """`The Under Secretary, Mr. Ball` is one person; `The Under Secretary and Mr. Ball` are two, as are `The
    Secretary, Ambassador Dobrynin`, whose office is said."""
    if len(found) != 2 or pieces[0][1] is not _Kind.BARE or len(pieces) < 2 or pieces[1][1] is _Kind.NAMED:
        return found
    return found if _joined(text, pieces[0][0], pieces[1][0]) else titled


def _joined(text: str, before: Part, after: Part) -> bool:
    """Whether `and` stands between two pieces."""
    return "and" in text[before.end : after.start]


# ------------------------------------------------------------------------------------------------------- pieces

_JOINT = re.compile(r"(?:[\s,;—–]|\band\b)+\Z")
_ASIDE = re.compile(r"\s*\[[^\]]*\]\Z")
"""What a record adds to a name: `Lugar [presiding]`."""
_ONE_OF_MESSRS = re.compile(r"(?:and\s+)?(?P<name>[^,\s][^,]*?)(?=,\s*(?:and\s+)?|\s+and\s+|\s*\Z)")


def persons(text: str, start: int, end: int, fewest: int = 3) -> Iterator[Part]:
    """A line cut into persons; semicolons part them if there are any."""
    begin = start
    for semicolon in re.finditer(";", text[start:end]):
        yield from _persons(text, begin, start + semicolon.start(), fewest)
        begin = start + semicolon.end()
    yield from _persons(text, begin, end, fewest)


def _persons(text: str, start: int, end: int, fewest: int) -> Iterator[Part]:
    found = starts(text, start, end, fewest)
    if len(found) < 2 and not (found and MESSRS.match(text, found[0])):
        yield part(text, start, end)
        return
    if found[0] > start and (head := _JOINT.sub("", text[start : found[0]]).strip()):
        at = text.index(head, start)
        if re.search(r"[,;]\s*(?:and\s+)?\Z", text[start : found[0]]):
            yield part(text, at, at + len(head))
        else:
            found[0] = at
    for begin, stop in zip(found, [*found[1:], end], strict=True):
        piece = _JOINT.sub("", text[begin:stop])
        messrs = MESSRS.match(piece)
        if messrs is None:
            yield part(text, begin, begin + len(piece))
            continue
        yield from (part(text, begin + at, begin + stop) for at, stop in _each_of_row(piece, messrs.end()))


def _each_of_row(piece: str, start: int) -> list[tuple[int, int]]:
    """The names under one title, each with the office printed after it: `Senators Lugar [presiding], Hagel, and
    Biden`."""
    found: list[tuple[int, int]] = []
    for name in _ONE_OF_MESSRS.finditer(piece, start):
        one = _ASIDE.sub("", name["name"])
        if found and NO_NAME.search(one):
            found[-1] = (found[-1][0], name.end())
        elif one:
            found.append((name.start("name"), name.start("name") + len(one)))
    return found
