"""References in running text: to documents, notes, books and archives.

    See footnote 2, Document 260                        note 2, document 260
    Foreign Relations, 1961–1963, vol. XV, pp. 69–71    published: volume XV, pages 69–71
    ibid., vol. XIV, Documents 5–7                      published: volume XIV
    NSC 5820/1, telegram 953                            numbered (see `numbered`)
    H.C. Deb., vol. 234, cols. 12–14; Cmnd. 9239        published (see `parliaments`)
    (Ibid., Presidential Correspondence: Lot 66 D 204)  archival: shelf mark `Lot 66 D 204`
    [NAA: A1838, TS695/5/5]                             archival: shelf mark `TS695/5/5`

Input is reading text, output are `Reference`s with offsets into it. Archives are taken as they stand in source notes
(see `sources`): a repository or `Ibid.` and comma-separated levels.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from pipeline.grammar import numbered, parliaments
from pipeline.grammar.archives import locate
from pipeline.grammar.clues import Clues
from pipeline.grammar.date_words import SHORT_OR_FULL
from pipeline.grammar.parts import Part, part


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference at `text[start:end]`. `kind` is `document`, `footnote`, `published`, `archival`, `numbered` or
    `ibid`; `number` is the number of a document or note as printed (`18–23` for several); `volume`, `pages` and `idno`
    are pieces of it. `elsewhere` says that a note is one of another document."""

    start: int
    end: int
    kind: str
    number: str = ""
    volume: Part | None = None
    pages: Part | None = None
    idno: Part | None = None
    elsewhere: bool = False


_RANGE = r"\d{1,4}[a-z]?(?:\s?[-–]\s?\d{1,4})?"
_COUNTED = r"\s?(?:\w+\s)?(?:percent|million|billion|years|days|pages|lines|copies|words)\b"
"""What makes a number a quantity: `a document 5 pages long`."""
_DOCUMENT = re.compile(
    rf"\b(?P<word>[Dd]ocuments?|[Dd]ocs?\.|No\.(?=\s\d+\s(?:above|below)\b))\s(?P<first>{_RANGE})(?!\d|/|\.\d|-[A-Z]|{_COUNTED})"
)
_MORE = re.compile(rf"(?:,\s|\s?(?:,\s)?(?:and|or|&)\s)(?P<number>{_RANGE})(?![\d/,]\d|{_COUNTED})")
_FOOTNOTE = re.compile(rf"\b(?P<word>(?:foot)?notes?|fns?\.)\s(?P<first>{_RANGE})(?!\d)", re.IGNORECASE)
_NOTE_OF_TEXT = re.compile(r"(?:\b(?:see|cf\.|and|in|also)\s|\bdocument\s\d{1,4},\s)\Z", re.IGNORECASE)
"""What stands before `note 5` when it is no diplomatic note: `see note 5`, `Document 45, note 2`."""


def _numbers(text: str, first: re.Match[str], kind: str) -> Iterator[Reference]:
    """The first number with its word, and each further number of the same list."""
    yield Reference(first.start(), first.end(), kind, first["first"])
    at = first.end()
    if first["word"].lower().rstrip(".").endswith("s"):
        while more := _MORE.match(text, at):
            yield Reference(more.start("number"), more.end("number"), kind, more["number"])
            at = more.end()


_SERIES = re.compile(
    r"""\b(?P<series>Foreign\ Relations(?:\ of\ the\ United\ States)?
    | Public\ Papers(?:\ of\ the\ Presidents[^,:]{0,40})?(?::\ [A-Z][\w. ]+)?
      | (?:Department\ of\ State\ )Bulletin | American\ Foreign\ Policy(?::\ [A-Z][\w\ ]+)? | Congressional\ Record
      | (?:Weekly\ )?Compilation\ of\ Presidential\ Documents | Documents\ on\ [A-Z][\w\ ]+
      | United\ States\ Treaties(?:\ and\ Other\ International\ Agreements)? | Public\ Papers | The\ New\ York\ Times
      | (?:The\ )?Pentagon\ Papers | Current\ Digest\ of\ the\ Soviet\ Press
      | FRUS | DBPO | DBFP | DCER | DAFP | DDF | DDI | DDS | DGFP | ADAP | AAPD | DDRS | BDFA
      | [Ii]bid\.(?=,\ (?:vols?\.|pp?\.|volumes?\ |[Dd]ocuments?\ \d|Book\ [IVX]
                       |(?:1[789]|20)\d\d(?:[-–]\d{2,4})?,\ (?:vol|Book|p)
                       |[A-Z][a-z]+\.?\ \d{1,2},\ (?:1[789]|20)\d\d,\ p)))""",
    re.VERBOSE,
)
_NUMBER = r"\d+[a-z]?(?:\s?[-–]\s?\d+)?(?!\d)"
_MONTH = rf"{SHORT_OR_FULL}\ (?:\d{{4}}|\d{{1,2}})(?!\d)"
"""`January 7` of a periodical, `January 1969` of a volume’s title."""
_STRONG = re.compile(
    rf"""(?x) (?P<volume>(?:vols?\.|volumes?|Vol\.|Volume)\ (?:[IVXLC\d]+|[ivxlc]+\b)
          (?:[-–/,\ ]+(?:Part|part|pt\.)\ \w+)? (?:\ and\ [IVXLC]+)?)
      | (?P<pages>(?:pp?\.\ ?|pages?\ )\d+(?:\s?[-–]\s?\d+)?(?:\ (?:and|ff)\b\.?\ ?\d*)?)
      | (?P<documents>[Dd]ocument\ {_NUMBER} | [Nn]os?\.\ {_NUMBER}
          | [Dd]ocuments\ {_NUMBER} (?: (?:,|,?\ (?:and|or|&))\ {_NUMBER} (?!{_COUNTED}) )*)
      | (?:1[789]|20)\d\d(?:\s?[-–]\s?\d{{2,4}})? (?!\d) | {_MONTH}(?:\s?[-–]\s?{_MONTH})?
      | Book\ [IVX]+ | Series\ [IVX\d]+ | (?:Part|part|pt\.)\ \w+ | E[-–]\d+"""
)
"""The levels that say where in a work: volume, pages, documents, years, days, book, series, part."""
_WEAK = re.compile(
    r"(?:The |the )?[A-Z][\w’'ʼ.-]*+(?:(?:[ –-]|; )(?:[A-Z][\w’'ʼ.-]*+|\d{4}|and|of|the|in|on|for|to|with)){0,8}"
)
_LEVEL = re.compile(r"(?:,\s|\s\((?=vol))")
_MEMOIR = re.compile(
    r"(?P<title>(?:\bAn?\s)?(?:[A-Z][\w’'ʼ-]+\s(?:(?:of|the|and|in|on|for|to|a|with|at)\s)*){0,7}[A-Z][\w’'ʼ-]+)"
    r"(?:\s\([^()]{3,80}\s(?:1[789]|20)\d\d\))?,\s(?P<pages>pp?\.\s\d+(?:\s?[-–]\s?\d+)?)"
)
"""A book by its title and a page: `In Confidence, p. 117`, `White House Years (Boston: Little, Brown, 1979), p. 4`."""
_LONE = re.compile(r"\b(?P<volume>vols?\.\s[IVXLC\d]+),\s(?P<pages>pp?\.\s\d+(?:\s?[-–]\s?\d+)?)")
_UN = re.compile(r"\bU\.?N\.?\s[Dd]ocs?\.?(?:ument)?s?\s(?P<number>[AES]/[\w./-]*[\w](?:\s\([AES]/[\w./-]+\))?)")


def _published(text: str, series: re.Match[str]) -> Reference | None:
    """A reference to a book: its levels as far as years, volumes, documents and pages go."""
    end, volume, pages, number = series.end(), None, None, ""
    weak_end = end
    while level := _LEVEL.match(text, weak_end):
        strong, weak = _STRONG.match(text, level.end()), _WEAK.match(text, level.end())
        if strong:
            volume = part(text, *strong.span("volume")) if strong["volume"] else volume
            pages = part(text, *strong.span("pages")) if strong["pages"] else pages
            number = strong["documents"] or number
            end = weak_end = strong.end()
        elif weak and volume and not _SERIES.match(text, level.end()):
            weak_end = weak.end()
        else:
            break
    if end == series.end():
        return None
    kind = "ibid" if series["series"].lower() == "ibid." and not volume and not number else "published"
    return Reference(series.start(), end, kind, re.sub(r"^\D+", "", number), volume, pages)


_REPOSITORY = re.compile(
    r"""\b(?:Department\ of\ State | (?:U\.S\.\ )?National\ Archives(?:\ and\ Records\ Administration)?
    | Library\ of\ Congress
      | Central\ Intelligence\ Agency | Washington\ National\ Records\ Center | Public\ Record\ Office
      | National\ Defense\ University
      | [A-Z][\w.’'ʼ-]+\ (?:Presidential\ )?Library | Naval\ Historical\ (?:Center|Division) | Yale\ University
      | U\.S\.\ Army\ Military\ History\ Institute
      | (?P<ibid>[Ii]bid\.))(?=,\s)""",
    re.VERBOSE,
)
_CUE = re.compile(
    r"\bFiles?\b|\bLot\b|\bRG\b|\bBox\b|\bPapers\b|\bRecords?\b|\bBooks?\b|\bMemoranda\b|\bMaterials?\b|\bSeries\b|\bDiary\b|\bJob\b"
    r"|\bFolder\b|\bCorrespondence\b|\bCollections?\b|\bTapes?\b|\d+[A-Z]?\.\d+[\w-]*/\d|\bPOL\s|\bDEF\s|\bPapers\b|\bAppointment"
)
_SENTENCE_END = re.compile(r"[.?!][)”\"’]*\s+(?=[A-Z“\"(\[])|[.?!]?\Z")
_BRACKETED = re.compile(r"\[\s*(?P<archive>NAA|AA|FA|TNA|PRO|NARA|NLA|NZNA|CAB|LAC)\s?:\s?(?P<rest>[^\[\]]{2,120})\]")
_BARE_IBID = re.compile(r"\b[Ii]bid\.(?!,\s)")


_LONGEST = 400
"""No archival reference is longer than this many characters."""


def _extent(text: str, start: int) -> int | None:
    """Where an archival reference ends: before the bracket that closes around it, a semicolon or the end of the
    sentence; None if it does not end soon."""
    depth = 0
    for mark in _MARK.finditer(text, start, start + _LONGEST):
        at, char = mark.start(), mark.group()
        depth += (char in "([") - (char in ")]")
        if depth < 0 or char == ";":
            return at
        stop = _SENTENCE_END.match(text, at) if char in ".?!" and depth == 0 else None
        if stop and not _continues(text, at):
            return at
    return len(text) if start + _LONGEST >= len(text) else None


_MARK = re.compile(r"[()\[\];.?!]")
_WORD_BEFORE = re.compile(r"[\w’'.]*\Z")
_ABBREVIATION = re.compile(r"(?i:vols?|nos?|ibid|jr|sr|mr|mrs|dr|st|gen|pt|p|pp|[a-z]|u\.s|u\.n)")


def _continues(text: str, at: int) -> bool:
    """Whether the full stop belongs to an abbreviation (`Vol. V`, `Ibid.`, `J. F. Dulles`)."""
    word = _WORD_BEFORE.search(text, max(at - 12, 0), at)
    return bool(word) and bool(_ABBREVIATION.fullmatch(word.group() if word else ""))


_OTHER_ARCHIVE = re.compile(r"\sand\s(?:also\s)?(?:in\s|ibid\.)")
"""`ibid., Israel, Vol. III, and in the National Archives …` are two places."""


def _archival(text: str, found: re.Match[str], inside: bool) -> Reference | None:
    end = _extent(text, found.end())
    if end is None:
        return None
    other = _OTHER_ARCHIVE.search(text, found.end(), end)
    piece = text[found.end() : other.start() if other else end].rstrip(" ,")
    end = found.end() + len(piece)
    if not _CUE.search(piece) or (not inside and len(piece) > 160):
        return None
    located = locate(text, found.start(), end)
    if located.published:
        return None
    return Reference(found.start(), end, "archival", idno=located.idno)


def _inside(text: str, at: int) -> bool:
    """Whether a bracket is open before an offset (looking back no further than 400 characters)."""
    before = text[max(at - 400, 0) : at]
    return before.count("(") > before.count(")")


def find_references(text: str, notes: bool = True) -> list[Reference]:
    """The references of a text in order, without overlap.

    `notes` says that the text is a note: only there does an archive outside brackets count.
    """
    kinds = _CLUES.in_text(text)
    if not kinds:
        return []
    found = sorted(_all(text, notes, kinds), key=lambda one: (one.start, -one.end))
    kept: list[Reference] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(replace(one, elsewhere=True) if kept and _is_of(text, kept[-1], one) else one)
    return kept


_ADJOINS = re.compile(r",?\s(?:(?:and|also|its|see)\s){0,2}\(?")
_HERE = re.compile(r",?\s(?:above|below)\b")


def _is_of(text: str, document: Reference, note: Reference) -> bool:
    """Whether a note is one of the document or page named before it: `Document 14 and footnote 3 thereto`."""
    if note.kind != "footnote" or not (document.elsewhere or document.kind in ("document", "published", "ibid")):
        return False
    return bool(_ADJOINS.fullmatch(text, document.end, note.start)) and not _HERE.match(text, note.end)


_CLUES = Clues({
    "series": (
        "Foreign Relations", "Public Papers", "State Bulletin", "Foreign Policy", "Congressional Record", "Documents",
        "States Treaties", "York Times", "Pentagon Papers", "Current Digest", "bid., ", "FRUS", "DBPO", "DBFP", "DCER",
        "DAFP", "DDF", "DDI", "DDS", "DGFP", "ADAP", "AAPD", "DDRS", "BDFA",
    ),
    "memoir": (", p. ", ", pp. "),
    "lone": (", p. ", ", pp. "),
    "un": ("S/", "A/", "E/"),
    "repository": (
        "bid.", "of State,", "Archives", "of Congress,", "Agency,", "Center,", "Record Office,", "University,",
        "Library,", "Division,", "Institute,",
    ),
    "bracketed": ("[",),
    "ibid": ("bid.",),
    "document": ("ocument", "oc.", "ocs.", "No."),
    "footnote": ("note ", "notes ", "Note", "NOTE", "fn. ", "fns. ", "Fn", "FN"),
    **parliaments.CLUES, **numbered.CLUES,
})  # fmt: skip
"""What a text must hold for a pattern to be worth a search: most passages refer to nothing."""
_PATTERNS = {
    "series": _SERIES, "memoir": _MEMOIR, "lone": _LONE, "un": _UN, "repository": _REPOSITORY, "bracketed": _BRACKETED,
    "ibid": _BARE_IBID, "document": _DOCUMENT, "footnote": _FOOTNOTE, "debates": parliaments.DEBATES,
    "papers": parliaments.PAPERS, **numbered.PATTERNS,
}  # fmt: skip


def _all(text: str, notes: bool, kinds: set[str]) -> Iterator[Reference]:
    """All references of the kinds of `_PATTERNS` that the text may hold."""

    def matches(kind: str) -> Iterable[re.Match[str]]:
        return _PATTERNS[kind].finditer(text) if kind in kinds else ()

    for match in matches("series"):
        if published := _published(text, match):
            yield published
    for kind in ("memoir", "lone"):
        for match in matches(kind):
            volume = part(text, *match.span("volume")) if kind == "lone" else None
            yield Reference(match.start(), match.end(), "published", "", volume, part(text, *match.span("pages")))
    for match in matches("debates"):
        pages = part(text, *match.span("pages")) if match["pages"] else None
        yield Reference(*match.span(), "published", "", part(text, *match.span("volume")), pages)
    for kind in ("un", "papers"):
        for match in matches(kind):
            yield Reference(*match.span(), "published", idno=part(text, *match.span("number")))
    for kind in numbered.PATTERNS:
        for match in matches(kind):
            printed = "published" if kind in numbered.PRINTED else "numbered"
            yield Reference(*match.span(), printed, idno=part(text, *numbered.number(match)))
    for match in matches("repository"):
        inside = _inside(text, match.start())
        if (notes or inside) and (archival := _archival(text, match, inside)):
            yield archival
    for match in matches("bracketed"):
        comma = match["rest"].find(", ")
        idno = part(text, match.start("rest") + comma + 2, match.end("rest")) if comma > 0 else None
        yield Reference(*match.span(), "archival", idno=idno)
    for match in matches("ibid"):
        yield Reference(*match.span(), "ibid")
    for match in matches("document"):
        yield from _numbers(text, match, "document")
    for match in matches("footnote"):
        before = text[max(match.start() - 16, 0) : match.start()]
        if not match["word"].lower().startswith("note") or _NOTE_OF_TEXT.search(before):
            yield from _footnotes(text, match)


_OTHER_DOCUMENT = re.compile(
    r"\sthereto\b|(?:\s(?:above|below))?,?\s(?:(?:to|of|in)\s)?(?:Document|supra|vol|ibid)"
    r"|\s(?:to|of|in)\s(?!this\b|the\spresent\b)"
)
"""`footnote 2, Document 260`, `footnote 3 of the previous document`."""


def _footnotes(text: str, match: re.Match[str]) -> Iterator[Reference]:
    """References to notes; `elsewhere` if a document is named with them."""
    found = list(_numbers(text, match, "footnote"))
    elsewhere = bool(_OTHER_DOCUMENT.match(text, found[-1].end))
    for one in found:
        yield Reference(one.start, one.end, one.kind, one.number, elsewhere=elsewhere)
