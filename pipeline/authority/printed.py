"""Authority entries in the text of a printed list of persons, as one copies it from a volume.

    Adenauer, Konrad, Chancellor of the Federal Republic of Germany
        until October 1963
    Bahr, Egon, Head of the Press Office of Berlin; see also Brandt, Willy
    Smirnovsky, M.N., see Smirnovskiy

An entry may run over several lines. `see` gives another name to the person whom it leads to. What is no entry and
continues none is a finding.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.authority.entries import not_read, person_of, slug
from pipeline.authority.names import pointing_name
from pipeline.authority.words import word_list
from pipeline.findings import finding
from pipeline.grammar.date_words import MONTH_NAMES
from pipeline.grammar.names import PARTICLES, key, keys
from pipeline.model import Authority, Finding, Person


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry with the number of its first line; `indent` is that of this line, `bullet` whether one stands there."""

    line: int
    text: str
    indent: int = 0
    bullet: bool = False


_BULLET = re.compile(r"[•*·▪–-]\s+")
_HYPHENATED = re.compile(r"(?<=\w)-\n(?=[^\W\d_A-Z])")
_DIVIDED = re.compile(r"([–—-])\n")
_NUMBER = r"(?:[IVXLC]+|\d+)"
_HEADING = re.compile(
    rf"(?:{_NUMBER}\s+)?(?:list of )?(?:persons|names)\b(?!,\s)|\[?page \d+\]?$|[A-ZÄÖÜ]\.?$|{_NUMBER}$|editor.s note",
    re.IGNORECASE,
)
_LOW_QUOTE = re.compile(r"(?<=\w)„(?=\s)")
"""A point and a comma misread: `Smith, John N„ Chairman`."""
_GOES_ON = re.compile(
    r"(?:\b(?:from|until|till|and|of|to|the|in|for|at|by|since|after|before|a|an|or|with|on|as|under|through|between)"
    rf"|[,;(–—-]|\b(?:{MONTH_NAMES})\.?)$"
)
"""The end of a line that its entry does not end with."""
_NEVER_FIRST = re.compile(rf"\d|[(–—]|(?:{MONTH_NAMES})\.?\s+\d|(?:and|of|to|from|until|the|for|in)\s")
_SEE = re.compile(
    r"^(?P<name>[^;]+?)[,.]?\s+\(?(?:[Ss]ee|siehe|voir)\s+(?:also\s+|under\s+|auch\s+)?(?P<target>[^;]+)$"
)
_SEE_ALSO = re.compile(r"(?:[;,(]\s*(?:see|siehe|voir)|[.;(]\s*See)\s+(?:also\s+)?[A-Z].*$")


def read_list(text: str, name: str) -> tuple[Authority, list[Finding]]:
    """The persons of a printed list; `name` is that of the file."""
    entries, unread = _entries(text)
    persons: list[Person] = []
    pointers: list[tuple[_Entry, str, str]] = []
    for entry in entries:
        if see := _pointer(entry.text):
            pointers.append((entry, *see))
        elif person := _person(_SEE_ALSO.sub("", entry.text).strip(), name):
            persons.append(person)
        else:
            unread.append(entry)
    if not persons:
        hint = "One person a line: `Surname, Forename, description`."
        return Authority(), [finding("authority/empty", "No line of the file is an entry of a list of persons.", hint)]
    named, problems = _with_other_names(persons, pointers)
    unread.sort(key=lambda entry: entry.line)
    first = unread[0].line if unread else 0
    return Authority(tuple(named)), [*not_read("lines", [entry.text for entry in unread], line=first), *problems]


# --- lines and entries ----------------------------------------------------------------------------------------------


def _entries(text: str) -> tuple[list[_Entry], list[_Entry]]:
    """The entries, each with the lines that continue it, and the lines that are neither."""
    lines = list(_lines(text))
    set_in = _set_in(lines)
    entries: list[list[_Entry]] = []
    unread: list[_Entry] = []
    gap = True
    for line, following in zip(lines, _letters_after(lines), strict=True):
        open_ended = bool(entries) and _is_open(entries[-1][-1].text)
        if not line.text or (_HEADING.match(line.text) and not (open_ended and line.text[:4].isdigit())):
            gap = True
            continue
        goes_on = open_ended or (set_in(line) and not gap) or _continues(line, gap)
        if entries and not line.bullet and (goes_on or (not gap and _out_of_order(entries[-1][0], line, following))):
            entries[-1].append(line)
        elif _opens(line.text):
            entries.append([line])
        else:
            unread.append(line)
        gap = False
    return [replace(entry[0], text=_joined(line.text for line in entry)) for entry in entries], unread


def _is_open(line: str) -> bool:
    """Whether an entry cannot end with a line: `Ambassador to`, `until October`, `(1961–`."""
    return bool(_GOES_ON.search(line[-20:])) or line.rfind("(") > line.rfind(")")


def _set_in(lines: Sequence[_Entry]) -> Callable[[_Entry], bool]:
    """Which lines continue entries by the looks of the list: those without bullets among bullets, else those that are
    indented, if many are."""
    written = [line for line in lines if line.text]
    if 2 * sum(line.bullet for line in written) >= len(written):
        return lambda line: not line.bullet
    least = min((line.indent for line in written), default=0)
    if 5 * sum(line.indent > least for line in written) >= len(written):
        return lambda line: line.indent > least
    return lambda _: False


def _letters_after(lines: Sequence[_Entry]) -> list[str]:
    """For every line the letter under which the next entry stands that is one for sure. All are empty in a list whose
    lines are whole entries: there the order of the alphabet is not needed, and a name out of order is a name."""
    written = [line.text for line in lines if line.text]
    wrapped = sum(bool(_GOES_ON.search(one) or _NEVER_FIRST.match(other)) for one, other in pairwise(written))
    found: list[str] = []
    letter = ""
    for line in reversed(lines):
        found.append(letter if 10 * wrapped >= len(written) else "")
        if line.text and _has_forename(line.text) and _opens(line.text):
            letter = max(_letters(line.text))
    return found[::-1]


def _letters(entry: str) -> set[str]:
    """The letters under which an entry may stand: `al-Quwatli` under A or Q."""
    words = keys(_parts(entry)[0])
    return {word[0] for word in (*words[:1], *[word for word in words if word not in PARTICLES][:1])}


def _out_of_order(entry: _Entry, line: _Entry, following: str) -> bool:
    """Whether a line that names no forename (`Intelligence Branch, Department of War`) would disturb the order of the
    alphabet between the entry before it and the letter of the one that follows."""
    if not following or _has_forename(line.text) or not _opens(line.text):
        return False
    first = min(_letters(entry.text))
    return first <= following and not any(first <= letter <= following for letter in _letters(line.text))


def _lines(text: str) -> Iterator[_Entry]:
    for number, line in enumerate(text.splitlines(), 1):
        words = _LOW_QUOTE.sub(_point_and_comma, " ".join(line.split()))
        bullet = _BULLET.match(words)
        indent = len(line.expandtabs()) - len(line.expandtabs().lstrip())
        yield _Entry(number, words[bullet.end() :] if bullet else words, indent, bool(bullet))


def _point_and_comma(match: re.Match[str]) -> str:
    before = match.string[max(0, match.start() - 2) : match.start()]
    return ".," if len(before.strip()) == 1 and before.strip().isupper() else ","


def _continues(line: _Entry, gap: bool) -> bool:
    """Whether a line can only go on with an entry before it; `gap` says that something stands between them."""
    if _NEVER_FIRST.match(line.text):
        return True
    return (not gap or line.text[0].islower()) and not _opens(line.text)


def _joined(lines: Iterable[str]) -> str:
    """Lines as one text; a word or a span of time that the end of a line divides is one again."""
    return _DIVIDED.sub(r"\1", _HYPHENATED.sub("", "\n".join(lines))).replace("\n", " ")


# --- what an entry says ----------------------------------------------------------------------------------------------

_WORD = r"(?:[A-ZÀ-ÖØ-Þ][\w.’'ʼ-]*|de|von|van|der|den|ibn|bin|al|el|la|di|da|du|do|dos|zu|(?:al|el|ed|ud|ad)-\w*)"
_FORENAME = re.compile(rf"^{_WORD}(?:\s+{_WORD})*(?:\s*(?:\([^()]*\)|[“\"][^”\"]*[”\"]))*$")
_SUFFIX = re.compile(r"^(?:Jr|Sr|II|III|IV)\.?(?:\s*\([^()]*\))?$")
_DATED = re.compile(rf"[a-z(\d]|(?:{MONTH_NAMES})\.?\s+\d")
_BRACKETS = re.compile(r"\([^()]*\)")
_BODY = re.compile(
    r"""\b(?:Affairs|Bureau|Embassy|Legation|Mission|Committee|Council|Commission|Conference|Government|Ministry|Agency
    |Division|Department|Office|Republic|Nations|Delegation|Relations|Administration|Services?|Union|Organization
    |Headquarters|Section|Security|Treaty)\b""",
    re.VERBOSE,
)
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
_NO_NAME = re.compile(r"[\d:;]|\w{3}\.\s")
_TITLE_AND_NAME = re.compile(r"(?:King|Queen|Prince|Governor|Senator)\s+[A-Z]\w+$")


def _is_office(part: str) -> bool:
    """Whether a part between commas is a description already (`Sukarno, President of Indonesia`); ranks are none."""
    if part.startswith(("King of", "Queen of")):
        return True
    if _RANK.match(part) or _TITLE_AND_NAME.match(part):
        return False
    return bool(_OFFICE_WORDS.search(part))


def _is_forename(part: str) -> bool:
    return not _is_office(part) and not _BODY.search(part) and bool(_FORENAME.match(part))


def _has_forename(entry: str) -> bool:
    return any(map(_is_forename, _parts(entry)[1:2]))


def _opens(text: str) -> bool:
    """Whether a line may be the first of an entry: a name, a comma, and a forename or a description."""
    name, *rest = _parts(text)
    if not rest or not _is_name(name):
        return _pointer(text) is not None
    if _BODY.search(name) or _OFFICE_WORDS.search(name):
        return len(name.split()) == 1 and _is_forename(rest[0])  # Head, Antony
    place = set(keys(name)) <= word_list("geography")
    return not (place and _DATED.match(rest[0]))  # … Embassy in | Vietnam, until 1965


def _is_name(part: str) -> bool:
    """Whether a part between commas may be a surname, or a whole name."""
    words = re.sub(r"\([^()]*\)", " ", part).split()
    if not 0 < len(words) < 7 or _NO_NAME.search(part):
        return False
    capital = [any(map(str.isupper, word)) for word in words]
    return any(capital) and all(ok or key(word) in PARTICLES for word, ok in zip(words, capital, strict=True))


def _person(entry: str, name: str) -> Person | None:
    """`Adenauer, Konrad, Chancellor …`: surname, forename and suffix up to the comma before the description."""
    head, description = _head(entry)
    if not description and "," not in head:
        return None
    ident = slug(head)
    return person_of(ident, head, description.rstrip(" ."), f"{name}#{ident}")


def _head(entry: str) -> tuple[str, str]:
    """The name of an entry and its description."""
    parts = _parts(entry)
    taken = 2 if len(parts) > 2 and _BRACKETS.fullmatch(parts[1]) else 1  # Deng Xiaoping, (Teng Hsiao-p’ing), Vice …
    if len(parts) > 1 and _is_forename(parts[1]):
        taken = 2
        while taken < len(parts) and (_SUFFIX.match(parts[taken]) or re.fullmatch(r"[A-Z]\.", parts[taken])):
            taken += 1
    return ", ".join(parts[:taken]), ", ".join(parts[taken:])


def _parts(entry: str) -> list[str]:
    """The parts between commas that stand outside brackets."""
    parts, depth, start = [], 0, 0
    for at, char in enumerate(entry):
        depth += (char in "([") - (char in ")]")
        if char == "," and depth <= 0:
            parts.append(entry[start:at].strip())
            start = at + 1
    return [*parts, entry[start:].strip()]


# --- entries that lead to others -------------------------------------------------------------------------------------


def _pointer(entry: str) -> tuple[str, str] | None:
    """(name, the name that it leads to) of `U Thant, see Thant, U`; None if the entry tells more than a name."""
    match = _SEE.match(entry)
    if match is None or _head(match["name"])[1]:
        return None
    return re.sub(r"(?<=\w\w)\.$", "", match["name"].strip(" ,")), match["target"].strip(" .)")


def _with_other_names(
    persons: list[Person], pointers: Iterable[tuple[_Entry, str, str]]
) -> tuple[list[Person], list[Finding]]:
    """The persons with the names that lead to them, and the pointers that lead nowhere."""
    problems = []
    heads = [keys(person.label) for person in persons]
    named = list(persons)
    for entry, name, target in pointers:
        found = _led_to(keys(target), heads)
        if len(found) == 1:
            person = named[found[0]]
            other = pointing_name(name, person.names[0])
            if keys(name) not in {keys(known.text) for known in person.names}:
                named[found[0]] = replace(person, names=(*person.names, other))
        else:
            why = "several entries have" if found else "no entry has"
            message = f"“{name}” leads to “{target}”, a name that {why}; it is left out."
            problems.append(replace(finding("authority/no-target", message), line=entry.line))
    return named, problems


def _led_to(target: tuple[str, ...], heads: Sequence[tuple[str, ...]]) -> list[int]:
    """The numbers of the entries that a pointer may mean: those of that name, else those that begin so."""
    for fits in (
        lambda head: head == target,
        lambda head: sorted(head) == sorted(target),
        lambda head: head[: len(target)] == target,
    ):
        if found := [number for number, head in enumerate(heads) if fits(head)]:
            return found
    return []
