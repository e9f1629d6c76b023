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
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.grammar.names import PEERS, RANKS
from pipeline.grammar.sources import Part, part


@dataclass(frozen=True, slots=True)
class Entry:
    """One person of a list: the whole piece, name and role as printed (None where there is none), and the group if
    the same line names it."""

    whole: Part
    name: Part | None = None
    role: Part | None = None
    group: Part | None = None


_HONORIFIC = (
    r"(?:(?:The\s+)?(?:(?:Rt\.?|Right)\s+)?Hon(?:ou?rable)?|(?:His|Her)\s+Excellency,?"
    rf"|{RANKS}|Marshal\s+of\s+the\s+R\.?A\.?F"
    r"|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Professor|Prof|Judge|Rev|Father|Señor|Sr|Senhor|Herr|Frau|Mme|Mlle|Madame"
    r"|M(?!\.[A-Z]\.)|MM|Monsieur|Count|Baron|Viscount|Prince|Princess|Marquis|Generalissimo|Comrade|Cde|Lic|Ing|U|Pandit|Shri|Sheikh"
    rf"|(?:The\s+)?{PEERS}"
    r"|(?:Rear|Vice|Fleet)\s+Admiral|(?:Major|Lieutenant|Lt\.?|Brigadier|Maj\.?|Brig\.?)\s+(?:General|Gen)"
    r"|(?:Lieutenant|Lt\.?)\s+(?:Colonel|Col|Commander|Cdr)|General|Gen|Colonel|Col|Major|Maj|Captain|Capt|Commander|Cdr"
    r"|Cmdr|Admiral|Adm|RAdm|VAdm|Commodore|Brigadier|Air\s+(?:Chief\s+)?(?:Marshal|Vice[\s-]Marshal|Commodore)|Field\s+Marshal|Marshal"
    r"|Group\s+Captain|Wing\s+Commander|Sergeant|Lieutenant|Lt)"
)
_NO_OFFICE = r"(?!(?:Secretary|Counsel|Manager|Assembly|Minister)\b)"
_PEER = r"[Tt]he\s+(?=(?:Right|Rt|Hon|Earl|Marquess|Viscount|Duke|Duchess|Countess|Rev)\b)"
_TITLED = re.compile(rf"(?<![\w.])(?:the\s+|{_PEER})?(?i:{_HONORIFIC})\b\.?\s*{_NO_OFFICE}(?=[A-ZÀ-Þ]|de\s)")
"""An honorific or a rank before a name. The name must begin with a capital."""
_CASED_TITLE = re.compile(rf"(?<![\w.])(?:Messrs\.?|Comrades|{_HONORIFIC})(?:\.\s*|\s+){_NO_OFFICE}(?=[A-ZÀ-Þ]|de\s)")
_MAYBE_INITIAL = re.compile(r"(?:M|U|Sr|General|Prince|Princess|Count|Baron|Hon)\b")
"""Titles that are as well a part of a name or office: `Mr. Yuly M. Vorontsov`, `Attorney General Kennedy`."""
_PARTED = re.compile(r"(?:[,;:\t]|\band)\s*\Z")
_MESSRS = re.compile(r"(?:Messrs\.?|Comrades)\s+", re.IGNORECASE)
_PREPOSITION = re.compile(
    r"\b(?:to|of|for|from|by|with|under|vice|representing|son|and\s+Mrs\.)\s+(?:the\s+)?\Z", re.IGNORECASE
)

_OFFICE_WORD = (
    r"(?:President(?:-elect)?|Secretary(?:-General)?|Sec\.|Minister|Ambassador|Amb\.|Chairman|Chancellor|Director|Counselor|Counsellor|Premier"
    r"|Attorney|Governor|Gov\.|Senator|Sen\.|Congressman|Representative|Rep\.|Commissioner|Consul|Chargé(?:\s+d[’'ʼ]Affaires)?"
    r"|Attaché|Adviser|Advisor|Chief|Assistant|Interpreter|Head|Speaker|Legate|Marshal|Administrator|Delegate|King|Queen|Emperor|Shah"
    r"|Prime|Foreign|Vice|Under|Acting|Deputy|Special|Asst\.|Dep\.|General|First|Second|Third|Defense|Finance|CIA|FBI|USIA|AID|State"
    r"|High|Permanent|Joint|Interior|Economic|Political|Military|Soviet|British|French|German|Associate|Executive|Cabinet"
    r"|Commissar|Undersecretary|Major-domo|Comptroller|Principal|Private|Parliamentary)"
)
_OFFICE_RUN = re.compile(
    rf"(?:[Tt]he\s+|H\.?\s?E\.?\s+|His\s+Excellency,?\s+)?(?:{_OFFICE_WORD}\s+(?:(?:of|for)\s+(?:State|Defense|the\s+\w+|Foreign\s+Affairs|Central\s+Intelligence)\s+)?)+(?=[A-ZÀ-Þ])"
)
"""Offices that stand before a name without comma: `Foreign Minister`, `CIA Director`, `Asst. Secretary`."""
_OFFICE = re.compile(
    r"\b(?:President|Secretary|Minister|Ministry|Ambassador|Chairman|Chancellor|Director|Counsell?or|Premier|Attorney|Governor"
    r"|Commissioner|Consul|Charg[eé]|Attach[eé]|Advis[eo]r|Chief|Assistant|Interpreter|Head|Deputy|Administrator|Delegate|Member"
    r"|Representative|Commander|Officer|Counsel|Embassy|Department|Office|Bureau|Division|Mission|Staff|Section|Desk|Editor"
    r"|Undersecretary|Desk|Manager|Leader|Professor|Delegation|Permanent|Committee|Council|Affairs|Aide|Under|Chiefs)\b",
    re.IGNORECASE,
)
_BARE_OFFICE = re.compile(
    rf"(?:[Tt]he|An?|Acting|Deputy|Her|His)\s+.*|(?:[A-Z][\w.]*\s+)*?(?:{_OFFICE.pattern})(?:\s+(?:of|for|to|at|in|and)\s+.*|\s*\(.*\))?",
    re.DOTALL,
)
"""An entry that names an office only: `The Secretary`, `Secretary of State`, `The Under Secretary of State for …`."""
_SUFFIX = re.compile(
    r",\s*(?:Jr|Sr|II|III|IV|USN|USA|USAF|USMC|RN|Ph\.?D|M\.?D|M\.?P|K\.?C\.?M\.?G|C\.?M\.?G|O\.?B\.?E|Esq|Q\.?C|[A-Z]\.(?:[A-Z]\.)+)\b\.?"
    r"|,\s*(?:[A-Z]\.\s?){2,5}(?=\s*(?:[,;(]|\Z))",
    re.IGNORECASE,
)
"""What stands after a name and is part of it: `Jr.`, `USN`, `K.C.M.G.`, `M. V. O.`"""
_LETTERS = re.compile(r"(?:[A-Z]\.\s?){2,5}(?=\s*(?:[,;(]|\Z))")
"""Letters after a name, the first of which may look like a title: `M. P.`"""
_PREFIXED = re.compile(r"(?P<office>[A-Z][\w/&.-]{0,14}(?:\s[A-Z][\w/&.-]{0,14}){0,2})\s*[—–]\s*(?=\S)")
"""`NEA—Mr. Talbot`, `S/S—Mr. Read`."""
_LABEL = re.compile(
    r"\s*(?:(?:those|also|the\s+following|persons?)\s+)?(?:participants?|present|attend(?:ees|ance|ing)|participating"
    r"|in\s+attendance)(?:(?:\s+at\s+the\s+\w+)?\s+(?:were|was|included)\s*:?\s+|(?:\s+at\s+the\s+\w+)?\s*[:.]\s*)",
    re.IGNORECASE,
)
"""The heading of a list in the same line: `PRESENT:`, `Participants:`."""
_GROUPED = re.compile(rf"(?P<group>[A-Z][\w.,&'’ʼ /-]{{1,40}}?)\s*:\s*(?=(?:{_HONORIFIC}|The|Messrs)\b|\Z)")
_WIDE = "\t"
"""Stands for a run of blanks in the transcript that parts columns (see `entries`)."""

_COUNTRIES = (
    "America|Afghanistan|Albania|Algeria|Argentina|Australia|Austria|Bangladesh|Belgium|Bolivia|Brazil|Britain|Bulgaria|Burma|Cambodia"
    "|Cameroon|Canada|Ceylon|Chad|Chile|China|Colombia|Congo|Costa Rica|Cuba|Cyprus|Czechoslovakia|Denmark"
    "|Dominican Republic|Ecuador"
    "|Egypt|El Salvador|Ethiopia|Federal Republic of Germany|Fiji|Finland|France|Gabon|Germany|Ghana"
    "|Great Britain|Greece|Guatemala"
    "|Guinea|Guyana|Haiti|Holland|Honduras|Hungary|Iceland|India|Indonesia|Iran|Iraq|Ireland|Israel|Italy"
    "|Ivory Coast|Jamaica|Japan"
    "|Jordan|Kenya|Korea|Kuwait|Laos|Lebanon|Liberia|Libya|Luxembourg|Malaya|Malaysia|Mali|Mexico|Mongolia|Morocco|Nepal"
    "|Netherlands|New Zealand|Nicaragua|Nigeria|North Korea|North Vietnam|Norway|Pakistan|Panama|Paraguay|Peru"
    "|Philippines|Poland"
    "|Portugal|PRC|ROC|FRG|GDR|DRV|GVN|RVN|UAR|Republic of China|People['’ʼ]s Republic of China"
    "|Republic of Korea|Republic of Vietnam|Romania|Rumania|Russia"
    "|Saudi Arabia|Senegal|Singapore|Somalia|South Africa|South Korea|South Vietnam|Soviet Union|Spain|Sri Lanka"
    "|Sudan|Sweden"
    "|Switzerland|Syria|Taiwan|Tanzania|Thailand|Tunisia|Turkey|Uganda|UK|U\\.K\\.|United Arab Republic"
    "|United Kingdom|United Nations|UN|U\\.N\\."
    "|United States(?: of America)?|Uruguay|US|U\\.S\\.|USA|U\\.S\\.A\\.|USSR|U\\.S\\.S\\.R\\.|Venezuela"
    "|Viet-?\\s?nam|Yemen|Yugoslavia|Zaire|Zambia|NATO|EEC"
)
_DEMONYMS = (
    "Afghan|Algerian|American|Arab|Argentine|Australian|Austrian|Belgian|Bolivian|Brazilian|British|Bulgarian|Burmese|Cambodian|Canadian"
    "|Chilean|Chinese|Colombian|Congolese|Cuban|Czech|Danish|Dutch|Egyptian|Ethiopian|Finnish|French|German|Ghanaian|Greek|Guatemalan"
    "|Hungarian|Indian|Indonesian|Iranian|Iraqi|Irish|Israeli|Italian|Japanese|Jordanian|Korean|Lao|Lebanese|Libyan|Malaysian|Mexican"
    "|Moroccan|Nigerian|Norwegian|Pakistani|Panamanian|Peruvian|Philippine|Polish|Portuguese|Romanian|Rumanian|Russian|Saudi|Somali"
    "|South African|Soviet|Spanish|Sudanese|Swedish|Swiss|Syrian|Thai|Tunisian|Turkish|Ukrainian|Venezuelan"
    "|Vietnamese|Yugoslav"
)
_BODIES = (
    "State|Defense|Treasury|CIA|JCS|NSC|OMB|AEC|USIA|AID|ACDA|Department(?: of \\w+)?|White House"
    "|(?:The )?Joint Chiefs of Staff|Commerce|Agriculture|Justice"
    "|Labor|Interior|Energy|OSD|OEP|ODM|FBI|NSC Staff|Foreign Office|Congress|Senate|House|Observers?|Others?"
    "|Also present|Advisers?|Members?|Staff|Secretariat"
    "|Chair(?:man)?|Secretaries|Interpreters|British Empire|America, United States of"
)
GROUP = re.compile(
    rf"(?:For\s+the\s+|On\s+the\s+|The\s+)?(?:(?:{_COUNTRIES}|{_DEMONYMS})s?|{_BODIES}|Department of State"
    rf"|State Department)"
    r"(?:\s+(?:Side|Delegation|Participants?|Government|Representatives?|Group|Officials?|Team|Party|Members?|Embassy))?"
    r"(?:\s*\([^)]*\))?\s*[:.]?",
    re.IGNORECASE,
)
"""The heading of a delegation: `British`, `U.S. Side`, `United Kingdom`, `Israel Government`, `The Joint Chiefs of
Staff`."""


def is_group(text: str) -> bool:
    """Whether a line is the heading of a delegation."""
    return bool(GROUP.fullmatch(text.strip()))


_OFFICE_AND_NAME = re.compile(
    r"(?:(?:Acting|Under|Deputy|Assistant|Foreign|Prime|Vice)\s+){0,2}"
    r"(?:Secretary|Ambassador|Governor|Senator|Congressman|Minister|President|Premier|Chancellor|Director|Chairman)"
    r"\s+(?!(?:General|Resident|Designate|Plenipotentiary|Extraordinary|Emeritus)\b)[A-ZÀ-Þ][\w'’ʼ-]+(?=\s*(?:[,;(]|and\b|\Z))"
)
"""A person named by office and surname in a row of persons: `Mr. Bundy, Ambassador Johnson, Mr. Vance`."""
_OFFICE_ALONE = re.compile(
    r"[Tt]he\s+(?:(?:Acting|Under|Deputy|Vice|Foreign|Prime)\s+){0,2}(?:President|Secretary|Minister|Attorney\s+General|Chairman)"
    r"(?:\s+of\s+(?:State|Defense|the\s+\w+))?(?=\s*(?:[,;]|and\b|\Z))"
)
"""`The President, the Vice President, Secretary Rusk`"""


def first_titled(text: str, start: int, end: int) -> int:
    """Where the first person with an honorific or a rank begins in a piece of a text; -1 if there is none."""
    return next(iter(_titled_starts(text, start, end)), -1)


_GROUP_WORD = rf"(?:{_COUNTRIES}|U\.S\.A|U\.S\.S\.R)(?:\.(?![A-Z]))?"
_GROUP_ROW = re.compile(rf"{_GROUP_WORD}(?:\s+{_GROUP_WORD})+")
_FIRST_GROUP = re.compile(rf"{_GROUP_WORD}(?=\s|\Z)")
_OPENS_PERSON = re.compile(rf"(?:{_OFFICE_WORD}\s+)*(?:{_HONORIFIC}\b\.?|{_OFFICE_WORD})\s+(?=[A-ZÀ-Þ])")
_WORD = re.compile(r"\S+")


def is_group_row(text: str) -> bool:
    """Whether a line has the headings of several delegations side by side: `United States United Kingdom`."""
    return bool(_GROUP_ROW.fullmatch(text.strip()))


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
        grouped = _GROUPED.match(text)
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


def _starts(text: str, start: int, end: int) -> list[int]:
    """Where persons begin in a line that names several."""
    titled = _titled_starts(text, start, end)
    if not titled:
        return titled
    rows = [m.start() for m in _OFFICE_AND_NAME.finditer(text, start, end) if _parted(text, start, m.start())]
    offices = sorted({*rows, *_offices_alone(text, start, end, rows)} - {*titled})
    together = sorted([*titled, *offices])
    return together if offices and len(together) > 2 else titled


def _parted(text: str, start: int, at: int) -> bool:
    """Whether an entry may begin at an offset: at the start of the line, or after a comma or `and`."""
    return at == start or _PARTED.search(text, start, at) is not None


def _offices_alone(text: str, start: int, end: int, rows: Sequence[int]) -> list[int]:
    """Where offices stand for persons: at the head of the line, and after others that are named by their office. After
    `Mr. Ball`, `the Under Secretary` is his office."""
    found: list[int] = []
    for match in _OFFICE_ALONE.finditer(text, start, end):
        before = _JOINT.sub("", text[start : match.start()])
        last = start + before.rfind(",") + 1 if "," in before else start
        last += len(text[last:]) - len(text[last:].lstrip())
        if match.start() == start or (_parted(text, start, match.start()) and last in (*found, *rows)):
            found.append(match.start())
    return found


_NO_MORE_THAN_TITLE = re.compile(r"\s*\S*\s*|(?:[Tt]he\s+)?(?:Right|Rt\.?)\s+Hon\w*\.?\s*")


def _titled_starts(text: str, start: int, end: int) -> list[int]:
    """Where persons begin in a line that names several with their honorifics; a name after a preposition belongs to
    the office before it (`Special Assistant to Mr. Acheson`)."""
    found: list[int] = []
    titled = -1
    for match in _CASED_TITLE.finditer(text, start, end):
        continued, titled = match.start() == titled, match.end()
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


_JOINT = re.compile(r"(?:[\s,;—–]|\band\b)+\Z")


def _pieces(text: str, start: int, end: int, fewest: int = 3) -> Iterator[Part]:
    """A line cut into persons."""
    if ";" in text[start:end]:
        begin = start
        for semicolon in (*(m.start() for m in re.finditer(";", text[start:end])), end - start):
            yield from _pieces_of(text, begin, start + semicolon, fewest)
            begin = start + semicolon + 1
    else:
        yield from _pieces_of(text, start, end, fewest)


_NAME_WORD = r"(?:[A-ZÀ-Þ][\w.'’ʼ-]*|[\"“][A-Z][\w.]{1,11}[\"”]|de|del|van|von|al|bin|der)"
_PLAIN_NAME = re.compile(rf"{_NAME_WORD}(?:\s+{_NAME_WORD}){{1,4}}")
_COMMA = re.compile(r",\s+(?:and\s+)?|\s+and\s+(?=[A-Z])")


def _plain_names(text: str, start: int, end: int, fewest: int) -> list[Part]:
    """The persons of `Richard Nixon, H. R. "Bob" Haldeman, John D. Ehrlichman`: full names without titles; empty if one
    of the pieces is none."""
    begins = [start, *(m.end() for m in _COMMA.finditer(text, start, end))]
    ends = [*(m.start() for m in _COMMA.finditer(text, start, end)), end]
    found = [part(text, *piece) for piece in zip(begins, ends, strict=True)]
    plain = all(_PLAIN_NAME.fullmatch(one.text) and not _is_office_or_body(one.text) for one in found)
    return found if plain and len(found) >= fewest else []


def _is_office_or_body(text: str) -> bool:
    return _OFFICE.search(text) is not None or is_group(text) or text.split()[-1].isupper() or "the" in text.split()


def _pieces_of(text: str, start: int, end: int, fewest: int = 3) -> Iterator[Part]:
    starts = _starts(text, start, end)
    if not starts and (names := _plain_names(text, start, end, fewest)):
        yield from names
        return
    if len(starts) < 2 and not (starts and _MESSRS.match(text, starts[0])):
        yield part(text, start, end)
        return
    if starts[0] > start and (head := _JOINT.sub("", text[start : starts[0]]).strip()):
        at = text.index(head, start)
        if re.search(r"[,;]\s*(?:and\s+)?\Z", text[start : starts[0]]):
            yield part(text, at, at + len(head))
        else:
            starts[0] = at
    for begin, stop in zip(starts, [*starts[1:], end], strict=True):
        piece = _JOINT.sub("", text[begin:stop])
        messrs = _MESSRS.match(piece)
        if messrs is None:
            yield part(text, begin, begin + len(piece))
            continue
        at = messrs.end()
        for name in re.finditer(r"[^,\s][^,]*?(?=,\s*(?:and\s+)?|\s+and\s+|\s*\Z)", piece[at:]):
            if (one := re.sub(r"\Aand\s+", "", name.group())).strip():
                yield part(text, begin + at + name.end() - len(one), begin + at + name.end())


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
        or (_OFFICE.search(outer.text) and not _OFFICE.search(bracket.text))
    ):
        return bracket, outer
    return outer, bracket


def _looks_like_name(text: str) -> bool:
    return bool(re.match(r"[A-ZÀ-Þ][\w.'’ʼ-]*(?:\s+[\w.'’ʼ-]+){0,4}\Z", text)) and not _OFFICE.search(text)


def _office_before(text: str) -> int:
    """The length of the offices before a name without comma (`Foreign Minister Gromyko`); 0 if there are none."""
    run = _OFFICE_RUN.match(text)
    if run is None or _TITLED.match(text):
        return 0
    name = text[run.end() :]
    return run.end() if _looks_like_name(name) and not re.fullmatch(_OFFICE_WORD, name) else 0


def _role_first(first: Part, rest: Part | None) -> bool:
    """Whether the first part is an office, so that the second is the name (`The Under Secretary, Mr. Ball`)."""
    if rest is None or _TITLED.match(first.text) or not _BARE_OFFICE.fullmatch(first.text):
        return False
    return bool(_CASED_TITLE.match(rest.text)) or _looks_like_name(rest.text)


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
        before, after = part(text, *prefixed.span("office")), part(text, prefixed.end(), piece.end)
        return (before, after) if _CASED_TITLE.match(before.text) else (after, before)
    cut = _cut(text, piece.start, piece.end)
    first = part(text, piece.start, cut - 3 if text.startswith(" of the ", cut - 3) else cut)
    rest = part(text, cut, piece.end) if cut < piece.end and re.search(r"\w", text[cut : piece.end]) else None
    if rest:
        rest = part(text, rest.start + len(rest.text) - len(rest.text.lstrip(", \t")), rest.end)
    first, rest = _bracket(first, rest)
    office = _office_before(first.text)
    initials = None if office or rest or _TITLED.match(first.text) else _OFFICE_AND_INITIALS.fullmatch(first.text)
    if initials and _OFFICE.search(initials["office"]):
        at = first.start + initials.start("name")
        return part(text, at, first.end), part(text, first.start, at)
    if office and rest is None:
        return part(text, first.start + office, first.end), part(text, first.start, first.start + office)
    if office or _TITLED.match(first.text):
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
    title = _TITLED.match(text, start, end)
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


_FULL_STOP = re.compile(r"(?<=[a-z]{3})(?<!\bAsst)(?<!\bDept)(?<!\bSecy)(?<!\bRet)(?<!\bEsq)\.\Z")
"""The end of a sentence that names those present; not that of an abbreviation."""
_WAS_PRESENT = re.compile(
    r",?\s(?:was|were)\s(?:also\s|only\s)?present\b|,?\s(?:attended|joined)\s(?=for|the|during|only)"
)
"""`Mr. Bissell was present for item 1`"""


def entries(text: str, *, alone: bool = False) -> tuple[Entry, ...]:
    """The persons that one entry or line of a list names, in order. Two plain names with a comma are two persons where
    the entry stands `alone`; in a list the second is more often an office (`Paul Nitze, Policy Planning`).

    A tab in `text` parts columns: callers write one where the transcript has several blanks.
    """
    start, end = 0, len(_FULL_STOP.sub("", text.rstrip(" ,;:")))
    if told := _WAS_PRESENT.search(text, 0, end):
        end = told.start()
    label = _LABEL.match(text)
    if label:
        start = label.end()
    dash = re.compile(r"\s*[-—–•*]\s*").match(text, start)
    if dash:
        start = dash.end()
    if label and " were" in label.group() and not _starts(text, start, end):
        return tuple(_in_prose(text, start, end))
    grouped = _GROUPED.match(text, start, end)
    group = part(text, *grouped.span("group")) if grouped else None
    if grouped:
        start = grouped.end()
    found = []
    for piece in _pieces(text, start, end, 2 if alone else 3):
        if re.search(r"\w", piece.text):
            found.append(Entry(piece, *_name_and_role(text, piece), group))
    return tuple(found)
