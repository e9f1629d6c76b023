"""Where a paper is kept: repository, collection and shelf mark of an archival reference.

    National Archives, RG 59, Central Files 1967–69, POL 27 VIET S
    TNA, FO 371/163161, RG 1101/12
    LAC, RG 25, vol. 5366, file 50030-AG-1-40

A reference is a row of levels with commas between, the widest first. The first names the repository, unless it is a
number itself (`DEA/50030-AG-1-40`) or says `Ibid.`; a box, volume or file number begins the shelf mark, and all that
follows belongs to it. Nothing is normalised: every part is a piece of the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.grammar.date_words import SHORT_OR_FULL
from pipeline.grammar.parts import Part, part
from pipeline.grammar.wordlist import word_set


@dataclass(frozen=True, slots=True)
class Located:
    """An archival (or bibliographical) reference taken apart. `locator` is the whole of it; `published` says that it
    names a book and not an archive. Where it opens with `Ibid.`, the levels above the shelf mark are not known."""

    locator: Part
    repository: Part | None = None
    collection: tuple[Part, ...] = ()
    idno: Part | None = None
    published: bool = False


# -- what names an archive, what names a book -----------------------------------------------------------------------

_ABBREVIATED = word_set("""
    AA AAN ACDP ACS AD AdG AdR ADN ADF ADS AGA AHD AHDMNE AJ AMAE AMSZ AMZV AN ANIC ANOM ANZ ASMAE ATNZ AVPRF AVPR BA
    BAK BAR BArch BL BOD CADC CADN CDA CFMA CIA DAMSPS DDEL FJM GARF GFL GSA HIA HSTL HZA ISA JCL JFKL LAC LBJL LC LOC
    MAE MAEF MfAA MNL MOL NA NAA NAC NAI NAK NARA NAS NAUK NHA NL-HaNA NLA NLS NMML NSA NZNA PAAA PAC PRO RA RGANI
    RGASPI RGVA RNM RRL SAPMO SAPMO-BArch SHAT SHD SIA SMAE TNA TsAMO TsDA TsKhSD UKNA UN UNA UNARMS UNOG WNRC ÖStA
""")
"""What editors of many countries write for an archive: `TNA` Kew, `LAC` Ottawa, `AMAE` Paris, `PAAA` Berlin."""
_HOUSE = re.compile(
    r"\b(?:Librar(?:y|ies)|Biblio\w+|Agency|Cent(?:er|re)|Department|Ministry|Record Office|Universit\w+|Museum"
    r"|Institut\w*)\b|(?i:archi[vef]|arkiv|arhiv)"
)
"""A word that makes the first level the name of a house where papers are kept."""
_ARCHIVE = re.compile(rf"{_HOUSE.pattern}|\b(?:Records?|Office|Files?)\b")
_PUBLISHED = re.compile(
    r"\bpp?\.\s*\d|\bvols?\.\s*[\dIVXLC]|\bvolume\s+[IVXLC\d]|\bBook\s+[IVX]+\b|, ed(?:ited)?\.? ", re.IGNORECASE
)
_SERIAL = re.compile(
    r"Bulletin\b|Congressional\s(?:Globe|Record)|Hansard|Parliamentary\s(?:Debates|Papers)|Gazett|\bTimes\b|Treaty\sSeries"
    r"|\bPublic\sPapers\b|Foreign\sRelations|Keesing|Official\s(?:Records|Journal)|Journal\s[Oo]fficiel|\bDDRS\b"
    r"|Declassified\sDocuments|Documents\s(?:on|d[ie])|Documents\s[Dd]iplomatiques|Documenti\s[Dd]iplomatici|Akten\szur"
)
"""Works that are printed, though an office may be in their titles: `Department of State Bulletin`."""
_KEPT = re.compile(r"\b(?:RG\s?\d|Box\s\d|file\s\w*\d|Bd\.\s?\d|carton\s\d|dossier\s\d|MG\s?\d|fonds\b)", re.IGNORECASE)
"""What no book has: `LAC, RG 25, vol. 5366`."""
_NUMBERED_ARCHIVE = re.compile(r"(?P<archive>[A-Z][A-Z-]{1,7}):?\s(?=\S)")
"""`NAA: A1838`, `TNA: PRO`, `TNA FO 371/163161`: an archive before its series without a comma."""


def names_archive(level: str) -> bool:
    """Whether the first level of a reference is the name of an archive: `Kennedy Library`, `TNA`."""
    return bool(_HOUSE.search(level)) or level in _ABBREVIATED


def _is_published(locator: str, first: str) -> bool:
    if not _SERIAL.search(first) and (_ARCHIVE.search(first) or first in _ABBREVIATED or _KEPT.search(locator)):
        return False
    return bool(_PUBLISHED.search(locator) or _SERIAL.search(first))


# -- shelf marks ----------------------------------------------------------------------------------------------------

_CONTAINER = re.compile(
    r"""(?ix)
    (?: Box(?:es)? | Folders? | Lot | Job | FRC | Accession | Reel | Roll | Tape | Entry | Drawer | Cassette | Carton
      | Item | File\ No | Film ) \s* \.? \s* (?:CL\s*)? [#№]? \s* \w
    | (?: File | Piece | Bd | Bde | Band | Akten? | Aktenband | Az | Karton | Mappe | Dossier | Liasse | Busta
      | Fasc(?:icolo|icule)? | Pacco | Legajo | Caja | Expediente | Sygn | Microfilm | Frame | Conversations?
      | Caixa | Maço | Bestellnummer | Signatur | Inv(?:entory)?\.?(?:\s?n[ro])? | Subject\sFile | Kart | Krabice
      | Fond | Opis[’'ʹ]? | Papka | Delo | Listy? | (?:B|F|Op|D|Ll?)(?=\.) ) \.? \s
      (?:Nos?\.\s)? [A-Z]{0,3}[-/]? \d
    | (?: vols?\. | volumes? ) \s \d{3}"""
)
"""Where a shelf mark begins: `Box 25, Whitehouse`, `Lot 66 D 149`, `Bd. 8508A`, `file 50030-AG-1-40`, `vol. 1931`.
A volume of a low number is one of a row of folders, not the number of a box."""
_SUBJECTS = (
    "ACC|AE|AGR|AID|AV|BG|CON|CR|CSM|CUL|DEF|DO|ECIN|ECON|EDU|EDX|FN|FSE|FSV|FT|HLTH|INCO|INF|INT|LAB|LEG|MG|ORG|OS"
    "|PER|PET|POL|PO|PPB|PPV|PR|PS|REF|SCI|SOC|SP|STR|TEL|TP|TRV|UN"
)
"""The headings of the State Department's subject-numeric file of 1963 to 1973."""
_PIECE = r"(?!RG\s?\d+/\D)[A-Z]{1,6}\s?\d{1,5}/\w[\w½\ /.()–-]*|[A-Z]{2,5}/(?:Vol\.\s)?\d[\w./–-]*"
"""`FO 371/163161`, `CAB 128/36`, `DY 30/3386`; `DEA/50030-AG-1-40`, `PCO/Vol. 112`."""
_FILE_NUMBER = re.compile(
    rf"""(?x)
      \d{{2,4}}[A-Z]?\.[\w.]+ (?:[-–—][A-Z]{{1,3}})? (?:\s[\w.()&\ –-]+)? /\d[\d½⅓⅔¼¾/–—-]*
                                      # 611.41/11-962, 396.1–GE/5–1959, 740.00119 Control (Germany)/7–1045
    | (?:{_SUBJECTS}) (?:\s?\([A-Z. ]+\))? \s [A-Z][A-Z./ –-]+                      # POL US–USSR, INCO OIL
    | (?!RG\b|MG\b) [A-Z]{{1,6}}(?:\s?\([A-Z]+\))? \s \d{{1,2}} (?:[-–—]\d{{1,2}})? (?:\s [^,]+)?
                                                                                    # POL 27-14 VIET, E 1 EGYPT
    | POL \s [^,]+ | [A-Z]+ \s \d+ [-–] \d+[A-Z]? | CF \s? \d+ | [A-Z]\d{{6}}[-–]\d+      # CF 1235, P820043–1943
    | [A-Z]{{1,4}}\d+[-–/][\w/–-]+ | \d+ (?:/\d+)+ .* | [\w–-]+/[\w–-]+ \s \d[\w–-]* # A67-28, 250/10/1/1, NSC–U/DM 130
    | {_PIECE}
    | [A-Z.]{{1,6}} \s? (?: \(\d\d\) \s? \d+ | \d+ \s? \(\d\d\) )                   # CC(61)55, C.C. 55 (62)
    | \d{{1,3}}\s[A-Z]{{1,4}}\s\d+(?:/\d+)?                                         # 5 AG 1/201
    | \d{{1,6}} (?: (?:/\d{{1,6}}){{2,5}} | (?:[–-]\d{{1,6}}){{2,5}} )                  # 58/9/3, 109-03039-01
    | UNEC\s[\w–/-]+ | No\.\s\d+ | WH\d+ \S* .* """
)
_OF_A_SERIES = re.compile(_PIECE)
_DAY = r"(?:\d{1,2}/)?\d{1,2}/(?:\d\d){1,2}"
_RANGE_ONLY = re.compile(rf"\d+|\d{{1,4}}[–—/-]\d{{1,4}}|{_DAY}(?:[–—-]{_DAY})?")
"""Years, days, and numbers of which nobody knows what they count."""


def _begins_shelf_mark(level: str) -> bool:
    return bool(_CONTAINER.match(level) or _OF_A_SERIES.fullmatch(level))


def _shelf(levels: list[Part], at_least: int) -> int:
    """The index of the level at which the shelf mark begins; their number if there is none.

    A box, lot or tape begins it and all that follows belongs to it; else the trailing levels that are file numbers.
    `Entry 1` of a record group is a collection if a box comes later.
    """
    containers = [i for i, level in enumerate(levels) if i >= at_least and _begins_shelf_mark(level.text)]
    if containers:
        entries = [i for i in containers if not levels[i].text.startswith("Entry")]
        return entries[0] if entries else containers[0]
    at = len(levels)
    while (
        at > at_least and _FILE_NUMBER.fullmatch(levels[at - 1].text) and not _RANGE_ONLY.fullmatch(levels[at - 1].text)
    ):
        at -= 1
    return at


# -- levels ---------------------------------------------------------------------------------------------------------

_DIVIDER = re.compile(r"[()\[\],]")
_SUFFIX = re.compile(r",\s*(?:Jr|Sr|Inc|III?)\b")
_MONTH_DAY = re.compile(
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?(?:\s+\d{1,2})?(?:[-–—]\d{1,2})?\Z", re.IGNORECASE
)
_YEAR_AFTER = re.compile(r",\s*(?:1[789]|20)\d\d")
_MOMENT_AFTER = re.compile(
    rf",\s*(?:{SHORT_OR_FULL}\s\d{{1,2}}(?!\d)|\d{{1,2}}\s{SHORT_OR_FULL}\b|\d{{1,2}}(?::\d\d)?\s?[ap]\.?\s?m\b)"
)


def levels(text: str, start: int, end: int) -> list[Part]:
    """The comma-separated levels of a locator. The comma before a date, an hour, a suffix or inside brackets divides
    nothing: `Recording of Conversation Between Johnson and Rusk, October 22, 1968, 9:50 a.m.` is one level."""
    found: list[Part] = []
    begin, depth = start, 0
    for mark in _DIVIDER.finditer(text, start, end):
        at, char = mark.start(), mark.group()
        depth += (char in "([") - (char in ")]")
        if (
            char != ","
            or depth > 0
            or _SUFFIX.match(text, at, at + 6)
            or (found and _MOMENT_AFTER.match(text, at, end))
        ):
            continue
        if _MONTH_DAY.search(text, begin, at) and _YEAR_AFTER.match(text, at, at + 7):
            continue
        found.append(part(text, begin, at))
        begin = at + 1
    found.append(part(text, begin, end))
    return [level for level in found if level.text]


def _split_at_colon(text: str, found: list[Part]) -> list[Part]:
    """`Conference Files: Lot 64 D 560` is two levels, and so is `NAA: A1838`."""
    result: list[Part] = []
    for level in found:
        head, colon, tail = level.text.partition(": ")
        archive = None if result else _NUMBERED_ARCHIVE.match(level.text)
        if colon and _CONTAINER.match(tail):
            result += [part(text, level.start, level.start + len(head)), part(text, level.end - len(tail), level.end)]
        elif archive and archive["archive"] in _ABBREVIATED:
            result.append(part(text, level.start, level.start + archive.end("archive")))
            result.append(part(text, level.start + archive.end(), level.end))
        else:
            result.append(level)
    return result


# -- references -----------------------------------------------------------------------------------------------------

_IBID = re.compile(r"Ibid\.?", re.IGNORECASE)
_ELSEWHERE = re.compile(r"(?:The\s)?same\b|see\b|documents?\s\d", re.IGNORECASE)
"""`Source: Same as Document 12.`"""


def locate(text: str, start: int, end: int) -> Located:
    """Repository, collection and shelf mark of one archival reference at `text[start:end]`."""
    rows = _split_at_colon(text, levels(text, start, end))
    locator = part(text, start, end)
    first = rows[0].text if rows else ""
    if not rows or _ELSEWHERE.match(first):
        return Located(locator)
    if _is_published(locator.text, first):
        return Located(locator, published=True)
    numbered = bool(_OF_A_SERIES.fullmatch(first) or _FILE_NUMBER.fullmatch(first))
    at = _shelf(rows, 0 if numbered else 1)
    idno = part(text, rows[at].start, rows[-1].end) if at < len(rows) else None
    if _IBID.fullmatch(first):
        return Located(locator, idno=idno)
    if numbered:
        series = rows[0].text.partition("/")[0]
        return Located(locator, None, (part(text, rows[0].start, rows[0].start + len(series)),), idno)
    return Located(locator, rows[0], tuple(rows[1:at]), idno)


_NEXT = re.compile(r";\s+(?:and\s+)?(?P<also>also\s+)?(?:in\s+)?(?:the\s+)?(?P<name>[A-Z][^,;()]{1,60}|ibid\.)(?=,\s)")


def locate_all(text: str, start: int, end: int) -> tuple[Located, ...]:
    """The references of a source note that names several: `…, CF 2186; also National Archives, RG 59, …`."""
    found: list[Located] = []
    for mark in _NEXT.finditer(text, start, end):
        if mark["also"] or mark["name"] == "ibid." or names_archive(mark["name"]):
            found.append(locate(text, start, mark.start()))
            start = mark.start("name")
    return (*found, locate(text, start, end))
