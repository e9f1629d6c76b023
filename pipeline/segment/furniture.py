"""What is printed on the pages but is no part of the text: stamps, running heads, form and page numbers, catchwords.

Nothing is removed: furniture is named, so that the encoding can keep it outside the reading text. `recognize` judges
one line by itself; `zones` looks at the whole document: lines of furniture that follow each other are one zone, the
unnamed scraps between them belong to it, and a zone with text on both sides may be a page change.

    … This very
    SECRET              ← classification at the foot       ┐
    important           ← catchword                         │ one zone,
    BEST COPY AVAILABLE ← stamp                             │ the page changes before the second SECRET
    ~~SECRET~~          ← classification at the head       │
    -3-                 ← page number                       ┘
    important circumstance …
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from pipeline.grammar import participants as people
from pipeline.segment import forms
from pipeline.segment.below import goes_on, is_address, of_page_heads
from pipeline.segment.classifications import is_classification
from pipeline.segment.lines import Line
from pipeline.segment.pages import is_only_marks
from pipeline.segment.running_heads import cuts_sentence, numbered_heads, recurring_shapes, shape, split_folio

LONGEST = 160
"""No line of furniture is longer (characters); longer lines are not looked at."""


@dataclass(frozen=True, slots=True)
class Tag:
    """What a line of furniture is: `type` as in `fw/@type`, or `pb` for a page mark like `[Page 5]`.

    `edge` is `head` or `foot` where the form says at which edge of a page such a line stands, `page` if it only says
    that a page begins or ends near; `n` is a page number.
    """

    type: str
    edge: str = ""
    n: str = ""


@dataclass(frozen=True, slots=True)
class Zone:
    """Furniture between two pieces of text: (line index, tag) in text order.

    `change` is the position in `lines` of the first line of the new page, -1 if the page does not change here; it may
    be the number of the lines, if the new page begins with text. `n` is the number of the new page, empty if unknown.
    """

    lines: tuple[tuple[int, Tag], ...]
    change: int = -1
    n: str = ""

    @property
    def first(self) -> int:
        """Index of the first line."""
        return self.lines[0][0]

    @property
    def last(self) -> int:
        """Index of the last line."""
        return self.lines[-1][0]


# ------------------------------------------------------------------------------------------------ one line by itself

_FIGURES = "0123456789"
_CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
PATTERNS: tuple[tuple[Tag, str, str], ...] = (
    # Page numbers: `-3-`, `- 3 -`, `—27—`, `-3`, `Page 57`, `Page 2 of 5`, `## Page 2`
    (Tag("pageNum", "page"), "-", r"[-–—]\s?(?P<n>\d{1,4}|[ivxlc]{1,6})\s?[-–—]?"),
    (Tag("pageNum", "head"), "#", r"\#{1,3}\s*page\s+(?P<n>\d{1,4})"),
    (Tag("pageNum", "head"), "[p", r"\[{0,2}page (?P<n>[HSED]\d{1,5})\]{0,2}"),
    (Tag("pageNum", "page"), "p", r"page:?\s*(?P<n>\d{1,4})(?:\s+of\s+\d{1,4}(?:\s+pages?)?)?"),
    # The first words of the next page at the foot of British papers: `/ The Foreign`, `/unprecedented`, `/Mr. Ivanov`
    (Tag("catch", "foot"), "/", r"/\s?(?!/|s\b)[^\W\d_][\w.'’-]*(?:\s[\w.'’-]+){0,3}(?:\s?\.{2,})?"),
    # Running heads: `PAGE 02      STATE 322132  141513Z`, `Prime Minister (continued)`, `19 July 2011 : Column 832`
    (Tag("header", "head"), "p", r"PAGE\s+(?P<n>\d{2,3})(?:\s+OF\s+\d+)?(?:\s+[A-Z][A-Z. ]*?\s*\d{3,6}.*)?"),
    # `BAKU 00001268  002 OF 003`
    (Tag("header", "head"), _CAPITALS, r"(?-i:[A-Z][A-Z ]{2,20} \d{8}\s+(?P<n>\d{3})(?: \d{3})? OF \d{3})"),
    (Tag("header", "head"), "…continued", r"(?!agenda items? \d)[\w .,]{3,40}\(\s?continued\s?\)"),
    (Tag("header", "head"), _FIGURES, r"\d{1,2} [A-Z][a-z]+ \d{4}\s*:\s*column (?P<n>\d{1,5}[A-Z]*)"),
    (Tag("header", "head"), "s", r"signal copy"),
    # A verbatim record of the United Nations: `Security Council            3377th meeting`
    (Tag("header", "head"), "sg", r"(?:security council|general assembly)\s{4,}\d{1,5}(?:st|nd|rd|th) meeting"),
    (Tag("header", "head"), "… year ", r"[a-z-]{4,20} year {4,}\d{1,2} [A-Z][a-z]+ \d{4}"),
    # The number of the print at the foot of United Nations records: `2          03-23666`
    (Tag("footer", "foot"), _FIGURES, r"(?P<n>\d{1,3})\s{3,}\d\d-\d{5}(?:\s\([A-Z]\))?"),
    (Tag("footer", "foot"), _FIGURES, r"\d\d-\d{5}(?:\s\([A-Z]\))?\s{3,}(?P<n>\d{1,3})"),
    # The archive's own foot lines: `NW 50955 DocId:32204525 Page 2`, `HW 50955 DocId…`, `MORI DocID: 1451843`
    (Tag("footer", "foot"), "nhd",
     r"(?:[NH]W[\s-]?\#?\s?\d{4,6}(?:-\d+)?\s+)?doc\s?[il1]d:?\s*\d{6,9}"
     r"(?:\s+page\s+\d+)?(?:\s.{0,12})?"),
    (Tag("footer", "foot"), "nh", r"[NH]W\s?\#?\s?\d{4,6}(?:-\d+)?"),
    (Tag("footer", "foot"), "mcnl", r"(?:mori doc\s?id:|cia-rdp|nara[, ]|nlk-|nlj-|lbj library).{0,60}"),
    # Forms: `FORM 5-61 DS-1254(T)`, `FORM DS-322`, `STANDARD FORM NO. 64`
    (Tag("form", "foot"), "sodf", r"(?:standard |optional |ds )?form\.?\s*(?:no\.?\s*)?(?=.{0,30}\d)[-\w./() ]{1,40}"),
    (Tag("form", "foot"), "dos", r"(?:DS|OF|SF)[- ]\d{2,5}(?:\(?[A-Z]\)?)?(?:\s+\d{1,2}[-/]\d{2})?"),
    # Stamps of release and copying
    (Tag("stamp", "page"), "b", r"best (?:available )?copy(?: available)?|best copy obtainable"),
    (Tag("stamp", "page"), "upnfgjl",
     r"(?:unmarked )?photo\s?copy(?: from)?|(?:national security information )?from|"
     r"(?:gerald r\.? ford|john f\.? kennedy|l\.?b\.?j\.?|lyndon b\.? johnson|jimmy carter)"
     r" library.{0,20}"),
    (Tag("stamp"), "d", r"declassified(?: for| by| under| on| in| per|/|:|,? e\.?o\.?).{0,90}|declassified"),
    (Tag("stamp"), "…declassified/released", r"(?:.{0,40}\s)?declassified/released\s+us department of state.{0,90}"),
    # Banners and stamps of releases under the Freedom of Information Act, and of the presidents' libraries
    (Tag("stamp"), "…case no", r"(?:\w[\w ]{2,24}\s)?u\.?s\.? department of state\s+case no\.?.{0,120}"),
    (Tag("stamp"), "[r", r"\[?released? in (?:full|part).{0,40}\]?"),
    (Tag("stamp"), "d", r"decl(?:assify)?(?: on)?:?\s{1,3}OADR"),
    (Tag("stamp"), "e", r"e\.?\s?o\.?\s?1[0-3]\d{3},?\s(?:as amended,?\s)?sec(?:tion|\.|s\.)?\s?\d[\d. ()a-z&,]{0,20}"),
    (Tag("stamp"), "sn", r"(?:state dep(?:artmen)?t\.?|nsc)\s(?:review\s)?(?:guidelines|letter)\b.{0,50}"),
    # Numbers of the reviews in the presidents' libraries, and who declassified: `NLRR M08-281/1 #5`, `BYAUTH: HAK`
    (Tag("stamp"), "n",
     r"NL[A-Z]{1,4}[\s-](?:[A-Z]{1,4}[\s-]?)?\d{2,4}-\d{1,5}(?:-\d{1,4}){0,5}(?:/\d{1,3})?(?:\s\#\d{1,4})?"),
    (Tag("stamp"), "n", r"(?-i:NL[A-Z]{1,4})\s+date\b:?\s*\d.{0,20}"),
    (Tag("stamp"), "a", r"authority:?\s+(?-i:[A-Z]{2,5})[\s-]\d[\w-]*(?:/\d{1,3})?(?:\s\#\d{1,4})?"),
    (Tag("stamp"), "d", r"determined to be an administrative marking.{0,80}"),
    (Tag("stamp"), "r", r"reproduction (?:from|of) this (?:copy|document|paper) is (?:prohibited|forbidden).{0,80}"),
    (Tag("stamp"), "ct", r"(?:this is )?copy\s(?:no\.?\s?|number\s|\#\s?)?\d{1,4}\sof\s\d{1,4}(?:\scopies)?\.?"),
    (Tag("stamp"), "b", r"by\s?auth(?:ority)?(?:\sof)?\s?[:.].{0,40}"),
    (Tag("stamp"), "usdnc",
     r"(?:u\.?s\.? )?(?:department of (?:state|defense)|state dep(?:artmen)?t\.?|nsc|dod|cia),?"
     r" e\.?\s?o\.? 1[0-3]\d{3}\b.{0,60}"),
    (Tag("stamp"), "b", r"by\s[_\w/. ]{1,12},?\s?NARA,?\sdate\b.{0,20}"),
    (Tag("stamp"), "fue", r"foreign relations of the united states|US department of state|EO systematic review"),
    (Tag("stamp"), "asc", r"(?:approved|sanitized copy approved|authorized|cleared) for (?:public )?release.{0,60}"),
    (Tag("stamp"), "ab", r"(?:authority|by)\b:?\s*(?:NND|NLK|NLJ|NARA|NLC|NN[A-Z]?\d).{0,60}"),
    (Tag("stamp"), "a", r"approved in [SUPCM](?:/\S{0,5})?"),
    (Tag("stamp"), "rcaf",
     r"recording (?:&|and) communications section|(?:central files|reading file|action copy|file copy)"),
    (Tag("stamp"), "jfmasond",
     r"(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]*\.?"
     r"(?:\s+\d{1,4}){3,}(?:\s?[AP]\.?M\.?)?"),
    (Tag("stamp"), "tbdrnw",
     r"(?:this copy is for|background use only|do not reproduce|return(?:ed)? to c\.?i\.?a\.?|"
     r"reproduced at the national archives|not to be reproduced|warning notice).{0,60}"),
    (Tag("stamp"), "…release under the",
     r"(?:\S{0,20}\W{0,3})?20\d\d release under the (?:president )?john f\.? kennedy.{0,80}"),
    (Tag("stamp"), "r", r"released under the (?:president )?john f\.? kennedy.{0,60}"),
    (Tag("stamp"), "…44 usc 2107", r".{0,60}\b44 usc 2107.{0,60}"),
    (Tag("stamp"), "[", r"\[R\]\s?[-–—]\s?item is restricted"),
    (Tag("stamp"), "cea",
     r"classified by:? .{2,60}|exempt from general declassification.{0,60}"
     r"|automatically declassified on.{0,40}"),
    (Tag("stamp"), "gdeban",
     r"(?:group [1-4]\b.{0,20}|downgraded at .{0,60}|excluded from automatic.{0,60}|"
     r"(?:but |and )?not automatically declassified\.?)"),
    (Tag("stamp"), "…downgrading and declassification", r".{0,12}downgrading and declassification\.?"),
    (Tag("stamp"), "[", r"\[(?:stamp(?:ed)?|handwritten|handwriting|hand-?written note|seal|marginalia)\b.{0,140}\]"),
    # Office, drafter and typist at the foot: `EUR:SOV:JCGuthrie:ab`, `S/P:WWRostow:mlm 1/16/63`
    (Tag("form"), "dac", r"(?:drafted|approved|cleared) by:?\s(?-i:[A-Z/]{1,10}:[A-Za-z.]{3,20})\b.{0,40}"),
    (Tag("form"), "c", r"(?:contents and )?classification approved by:?\s.{2,60}"),
    (Tag("form"), "(d", r"\(?drafting office(?: and officer)?\)?"),
    (Tag("footer"), "/" + _CAPITALS,
     r"(?-i:[A-Z/]{1,8}:(?:[A-Z/]{2,8}:)?[A-Z][A-Za-z.]{2,20}:[a-z]{2,4})"
     r"(?:\s+\d{1,2}[-/]\d{1,2}[-/]\d{2,4})?"),
    (Tag("routing"), "PNRFOMI", r"(?-i:PRIORITY|NIACT|ROUTINE|FLASH|(?:OPERATION(?:AL|S) |MOST )?IMMEDIATE)"),
    # The Agency's form 1132, however it was read: `romtse 132 SECRET AETURNTO Cty`
    (Tag("classification", "foot"), "fr",
     r"(?:form|ro\w{1,5})\s(?:\S{1,4}\s)?\d{3,4}\s"
     r"(?-i:(?:TOP )?SECRET|CONFIDENTIAL)\b.{0,30}"),
    # Record numbers of the JFK collection over the pages
    (Tag("stamp"), "{" + _FIGURES, r"\{?\d{3}-\d{5}-\d{5}\S?"),
    (Tag("footer", "foot"), "r", r"return to c\.?[il]\.?a\.?"),
    (Tag("classification"), "E", r"(?-i:EYES ONLY (?:FOR )?(?:THE )?(?:ACTING )?[A-Z]{3,12})"),
    # The Bureau's list of those who see a paper, and the notes below it: `Tolson _____`, `CONTINUED - OVER`
    (Tag("stamp"), "…___", r"(?-i:[A-Z][\w.' ]{2,20}\s?_{3,})"),
    (Tag("footer", "foot"), "(c", r"\(?continued\s?[-–—]+\s?over\)?"),
    # Imprints of court reporters
    (Tag("header"), _CAPITALS,
     r"(?-i:(?:[A-Z][A-Z.&' -]{0,40} )?(?:COURT|OFFICIAL|STENOTYPE) REPORTERS?(?: AND TRANSCRIBERS?)?)(?:\s.{0,60})?"),
    (Tag("header"), _CAPITALS,
     r"(?-i:[A-Z][A-Z.&' -]{2,30} REPORT(?:ING|ERS)(?:,? (?:COMPANY|CO|CORP|CORPORATION|SERVICE|INC)\.?){1,3})"),
    (Tag("header"), "(", r"\(\d{3}\) \d{3}-\d{4}(?:\s{2,}.{0,80})?"),
    (Tag("header"), _FIGURES, r"(?-i:\d{1,5} [A-Z][A-Z ]{3,40} (?:AVENUE|STREET|ROAD|PLACE),? [NS]\.?[EW]\.?)"),
    (Tag("header", "head"), "p", r"phone \(area \d{3}\) \d{3}-\d{4}"),
    (Tag("header", "head"), "… & ", r"(?-i:[A-Z]{3,} & [A-Z]{3,})"),
    (Tag("header"), _FIGURES, r"\d{1,5} [\w ]{3,30} street,? [\w., €]{1,8},? washington,? d\.? ?c\.? \d{5}"),
    # Cables
    (Tag("footer", "foot"), "n", r"N\s?N\s?N\s?N?"),
    # Closing marks: `ENDS`, `000---`, `END OF MESSAGE`, `-ooOoo-`
    (Tag("footer"), "e-o0",
     r"(?-i:ENDS)\.?|end of (?:message|transcript|telegram|cable|document)\.?|-*[o0]{3,}-*|-+end-+"),
    (Tag("header"), "m", r"message text"),
    # `ACTION ARA-15`, `INFO OCT-01 ADS-00 /031 W`, `   CEA-01 /101 W`
    (Tag("distribution"), _CAPITALS,
     r"(?-i:(?:ACTION|ORIGIN|INFO)\s+)?(?-i:[A-Z]{1,6}-[\dOl]{2}\b\s*)+(?:/\s?\d{1,4}\s?[A-Z]?)?"),
    # `          ------------------015985 141513Z /43`, `47-40`, `71`
    (Tag("routing"), "-", r"-{5,}\s*\d{5,6}(?:\s+\d{6}Z)?(?:\s*/\s?\d+)?"),
    (Tag("routing"), _FIGURES, r"\d\d-\d\d"),
    # The lines of the relay stations: `VZCZCXRO1234`, `PP RUEHBW`, `DE RUEHKB #1268/01 2891139`, `ZNY CCCCC ZZH`
    (Tag("routing"), "VDZSOPR",
     r"(?-i:VZCZC\w{3,12}|(?:[OPRZ]{2} )?RU(?!SSIA|MANIA|RAL|LERS?\b|LING|MOU?R|PEE|BLES?\b)"
     r"[A-Z]{3,5}\w*(?: RU[A-Z]{3,5}\w*)*|DE RU[A-Z]{3,6} \#\d{4}(?:/\d\d)? \d{7}"
     r"|ZNY [A-Z]{5} ZZ[HK]|SIPDIS)"),
    # `C O N F I D E N T I A L STATE 322132`: classification and number of the telegram
    (Tag("classification"), "CSLU",
     r"(?-i:(?:C O N F I D E N T I A L|S E C R E T|LIMITED OFFICIAL USE|UNCLAS(?:SIFIED)?"
     r"|CONFIDENTIAL|SECRET)"
     r"(?: SECTION \d+ OF \d+)?\s+[A-Z][A-Z. ]{2,30}\s?\d{2,6})"),
    (Tag("stamp"), "tpi",
     r"this document is the property of h(?:is|er) .{0,20}majesty['’]?s government\.?"
     r"|printed for the .{0,20}(?:cabinet|foreign office)\b.{0,40}"
     r"|it is issued for the personal use of\b.{0,60}"),
    (Tag("classification", "page"), "stcm", r"(?:top |most )?(?:secret|confidential)\.?\s{3,}copy no\.?\s*\d{1,4}\.?"),
    # Letterheads
    (Tag("header"), "udtwfcne",
     r"(?:united states )?department of state(?: telegram)?|(?:the )?white house|"
     r"(?:the )?foreign service of the united states of america|central intelligence agency|"
     r"national security council|department of defense|executive office of the president"),
    # A web page's own words
    (Tag("boilerplate"), "lbpnihcst",
     r"logo|back to (?:top|contents)|previous section|next section|index|home page|"
     r"(?:previous|next)(?: (?:document|page))?|contents|print|share|top of page"),
    (Tag("boilerplate"), "sgcnerkovd",
     r"skip to (?:main )?content|search in|(?:get )?citation|share (?:this )?document|no image found\.?"
     r"|(?:english|russian|chinese|korean|original) (?:html|pdf|scan|translation)"
     r"|(?:view|download)(?: (?:original|english|document))?(?: (?:pdf|scan|html))?"),
    (Tag("boilerplate"), "…avalon home", r"(?:\[?[A-Z][A-Za-z ]{2,24}\]\s*){1,4}\[?Avalon Home\]?"),
    (Tag("boilerplate"), "ta", r"(?:the )?avalon project\s*[-–:].{0,120}"),
    (Tag("boilerplate"), "©(c", r"(?:©|\(c\)|copyright)\s*©?\s*\d{4}\b.{0,80}"),
    (Tag("boilerplate"), "c",
     r"cite as:? [\"“].{3,150}|citation: .{3,120}(?:american presidency project|https?://|www\.).{0,80}"),
    (Tag("boilerplate"), "wdisht",
     r"(?:wilson center )?digital archive(?: international history declassified)?|international history declassified"
     r"|scan of original"
     r"|(?:https?://|www\.)?digitalarchive\.wilsoncenter\.org\S*"
     r"|this document was made possible .{0,100}"),
    (Tag("boilerplate"), _FIGURES,
     r"\d{1,5} [A-Z][A-Za-z. ]{2,40},\s?[A-Z][A-Za-z. ]{2,30},\s?[A-Z]{2} \d{5}(?:-\d{4})?\.?"),
    (Tag("boilerplate"), "_:<\\", r"_|:::.{0,40}|<!--.{0,100}-->|\\f"),
    (Tag("boilerplate"), "-_*=", r"(?:-{3,}|_{2,}|\*{3,}|={3,}|(?:[*_-] ){2,}[*_-])"),
)  # fmt: skip
"""What such a line is, a clue, and its words, in capitals or small letters. The clue is what words of ASCII must begin
with, one of these letters (large letters are capitals only), or after `…` what they must hold."""
_TABLE = tuple((tag, re.compile(pattern, re.IGNORECASE)) for tag, _, pattern in PATTERNS)
_HELD = tuple(clue[1:] for _, clue, _ in PATTERNS if clue.startswith("…"))


def _any_of(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern.replace('?P<n>', '?:')})" for pattern in patterns), re.IGNORECASE)


_ANY = _any_of(pattern for _, _, pattern in PATTERNS)


@cache
def _opened_by(char: str) -> re.Pattern[str]:
    """All patterns whose words may begin with an ASCII character, as one."""
    clues = {char, char.lower()}
    return _any_of(pattern for _, clue, pattern in PATTERNS if not clue.startswith("…") and clues & set(clue))


_DRESS = re.compile(r"^(?:[>*~{|_\"'“”‘’«»]+\s*|\[(?=[^\]]*\]$))?(.*?)(?:\s*[*~}|_\"'“”‘’«»]+|\])?$", re.DOTALL)
_DRESS_LEFT, _DRESS_RIGHT = frozenset(">*~{|_\"'“”‘’«»["), frozenset("*~}|_\"'“”‘’«»]")
_PLACE = re.compile(r"(?:WASHINGTON|Washington)(?: \d\d)?(?:,? D\.? ?C\.?)?(?: \d{5})?")
"""The second line of a letterhead."""
_IMPRINT = re.compile(r"(?:COURT|OFFICIAL|STENOTYPE) REPORTERS?\b")
"""What stands below the name of a firm: `NEAL R. GROSS` / `COURT REPORTERS AND TRANSCRIBERS`."""
_NUMBER = re.compile(r"\d{1,4}")


def bare(text: str) -> str:
    """The words of a line without emphasis marks, quotation marks and dirt at its ends: `~~SECRET~~` → `SECRET`."""
    dressed = text[:1] in _DRESS_LEFT or text[-1:] in _DRESS_RIGHT
    undressed = _DRESS.match(text) if dressed and len(text) <= LONGEST else None
    return (undressed[1] if undressed and undressed[1] else text).strip()


def _is_listed(words: str) -> bool:
    """Whether some pattern of the table has these words."""
    if not words.isascii():
        return _ANY.fullmatch(words) is not None
    if _opened_by(words[:1]).fullmatch(words):
        return True
    small = words.lower()
    return any(clue in small for clue in _HELD)


def recognize(text: str) -> Tag | None:
    """What a line (without its white space) is, judged by its words alone."""
    if len(text) > LONGEST:
        return None
    if text.startswith("[Page "):
        return Tag("pb") if is_only_marks(text) else None
    words = bare(text)
    parts = split_folio(text)
    if parts and (tag := recognize(parts[0])) and tag.type != "pb":
        return replace(tag, edge="foot" if tag.edge == "foot" else "head", n=tag.n or parts[1])
    if is_classification(words):
        return Tag("classification", "page")
    if not _is_listed(words) and (words == text or not _is_listed(text)):
        return None
    for tag, pattern in _TABLE:
        found = pattern.fullmatch(words) or (pattern.fullmatch(text) if words != text else None)
        if found:
            return replace(tag, n=found.groupdict().get("n") or "")
    return None


# ------------------------------------------------------------------------------------------------- the whole document

_CODE = re.compile(r"(?=.*\d)(?=.*[-/–—])(?!\d{1,3}[.)]\s)[A-Z]{0,7}[A-Z0-9 .()]*[-/–—][A-Z0-9 .()/–—-]*\d[A-Z0-9()]*")
_SENTENCE_END = re.compile(r"[.?!:;,]['\"”’)\]]*$")
_SCRAP_WIDTH, _SCRAP_WORDS, _SCRAPS = 48, 6, 3
_LEAP, _MEMORY = 60, 40
"""A page number is at most so much higher than the one before, for each page between; so many pages are compared."""
_INITIALS = 6
_FAR = 32
"""A number indented by so many blanks stands at the right edge of the page."""
_LINES = 100
_PROSE = 50
"""A line longer than this (characters) is prose, not front matter."""
_PROSE_IDEOGRAPHS = 14


def _scrap(line: Line) -> bool:
    """Whether a line between lines of furniture is no text: `070 00001`, `important`; `dn5` even glued on."""
    text = line.text
    if not line.blanks and len(text) > _INITIALS:
        return False
    if forms.is_title(text) or forms.is_plain_title(text) or forms.is_dateline(text):
        return False
    return len(text) <= _SCRAP_WIDTH and len(text.split()) <= _SCRAP_WORDS and not _SENTENCE_END.search(text)


def _tags(lines: Sequence[Line], numbers: frozenset[int]) -> dict[int, Tag]:
    """Furniture by its own words or its neighbours'; `numbers` are the lines that are nothing but a number."""
    tags = {i: tag for i, line in enumerate(lines) if (tag := recognize(line.text)) is not None}
    houses = [i for i, tag in tags.items() if tag == Tag("header") and i and i - 1 not in tags]
    for i in houses:
        if is_address(lines[i], lines[i - 1]):
            del tags[i]
    for i, line in enumerate(lines):
        above = tags.get(i - 1)
        if above is not None and above.type == "header" and _PLACE.fullmatch(bare(line.text)):
            tags[i] = Tag("header")
        elif above == Tag("header") and _heads_names(lines[i - 1], line):
            del tags[i - 1]
        elif above is not None and i not in tags and goes_on(above.type, line):
            tags[i] = Tag(above.type)
        elif i and i in tags and not line.blanks and _IMPRINT.match(line.text) and lines[i - 1].text.isupper():
            tags.setdefault(i - 1, Tag("header"))
    tags |= {i: Tag("header", "head") for i in of_page_heads(lines, numbers)}
    heads = numbered_heads(lines, set(tags))
    tags |= {
        i: Tag("footer", "foot", str(n)) if foot else Tag("header", "head", str(n)) for i, (n, foot) in heads.items()
    }
    recurring = recurring_shapes(lines)
    for i, line in enumerate(lines) if recurring else ():
        recurs = i not in tags and len(line.text) <= 80 and shape(line.text) in recurring
        if recurs and (i - 1 in tags or i + 1 in tags or i + 1 in numbers or _stands_alone(lines, i)):
            tags[i] = Tag("header", "page")
    tags |= {i: Tag("header", "page") for i in _dates_of_heads(lines, tags, numbers)}
    return tags


def _heads_names(line: Line, below: Line) -> bool:
    """Whether the words of a letterhead head a list of persons: `White House` / `Zbigniew Brzezinski`."""
    return (
        people.is_group(line.text)
        and not below.blanks
        and len(below.text) <= _SCRAP_WIDTH
        and people.is_name(below.text.partition(",")[0])
    )


def _dates_of_heads(lines: Sequence[Line], tags: dict[int, Tag], numbers: frozenset[int]) -> list[int]:
    """Dates in a page's head of several lines: `Page 3` / `30 April 1997` / `2743`."""
    heads = (i for i, tag in tags.items() if tag.edge in ("page", "head"))
    below = (i + 1 for i in heads if i + 1 < len(lines) and i + 1 not in tags and not lines[i + 1].blanks)
    numbered = (i for i in below if i + 1 in numbers or (i - 1 in numbers and i - 2 in tags))
    return [i for i in numbered if len(lines[i].text) <= _SCRAP_WIDTH and forms.DATE.fullmatch(lines[i].text)]


def _numbers(lines: Sequence[Line], tags: dict[int, Tag], numbers: frozenset[int]) -> dict[int, Tag]:
    """Numbers alone on a line that are page numbers: beside other furniture, or counting up through the document."""
    alone = sorted(numbers.difference(tags))
    paged = any(tag.type == "pageNum" for tag in tags.values()) or len(alone) > 1
    closing = {i for i in alone if i == len(lines) - 1 and paged}
    beside = {i for i in alone if i - 1 in tags or i + 1 in tags} | closing
    beside |= {i for i in alone if tags.get(i - 2, Tag("")).edge == "foot" and len(lines[i - 1].text) <= _INITIALS}
    values = [int(bare(lines[i].text)) for i in alone]
    ruled = {i for run in _counted(alone, values) for i in run}
    value_at = dict(zip(alone, values, strict=True))
    for i in (*alone, *reversed(alone)):  # numbers between misread ones belong to the column too
        near = (i + k for k in (-3, -2, -1, 1, 2, 3) if i + k in ruled and value_at[i + k] == value_at[i] + k)
        if any(not any(j in tags for j in range(min(i, k) + 1, max(i, k))) for k in near):
            ruled.add(i)
    if ruled:
        pages = {i: Tag("pageNum", "page", bare(lines[i].text)) for i in beside - ruled}
        return pages | {i: Tag("lineNum") for i in ruled}
    apart = all(b - a > 6 for a, b in itertools.pairwise(alone))
    bracketed = [k for k, i in enumerate(alone) if lines[i].text == f"[{values[k]}]"]
    if len(bracketed) > 1 and all(values[b] - values[a] == 1 for a, b in itertools.pairwise(bracketed)):
        return {alone[k]: Tag("pageNum", "head", bare(lines[alone[k]].text)) for k in bracketed}
    apart = apart or all(lines[i].indent >= _FAR for i in alone)
    apart = apart or (values[:1] > [1] and any(cuts_sentence(lines, i) for i in alone))
    counting = len(alone) > 1 and apart and all(b - a == 1 for a, b in itertools.pairwise(values))
    return {i: Tag("pageNum", "page", bare(lines[i].text)) for i in (alone if counting else sorted(beside))}


def _counted(alone: Sequence[int], values: Sequence[int]) -> Iterator[list[int]]:
    """Runs of at least three lines, one right below the other, that count up: the line numbers of a court reporter,
    who has fewer than a hundred lines to a page."""
    run: list[int] = []
    previous = -1
    for i, value in zip(alone, values, strict=True):
        if run and i == run[-1] + 1 and value == previous + 1 < _LINES:
            run.append(i)
        else:
            if len(run) > 2:
                yield run
            run = [i]
        previous = value
    if len(run) > 2:
        yield run


def _is_prose(text: str) -> bool:
    """A long line, or a shorter one of ideographs, which say more in a line."""
    return len(text) > _PROSE or (len(text) > _PROSE_IDEOGRAPHS and min(text[:2]) >= "\u2e80")


def _runs(lines: Sequence[Line], tags: dict[int, Tag], cuts: frozenset[int]) -> Iterator[list[tuple[int, Tag]]]:
    """Tagged lines that follow each other, with up to three scraps between them; none goes on at a cut."""
    run: list[tuple[int, Tag]] = []
    for i in sorted(tags):
        between = range(run[-1][0] + 1, i) if run else range(0)
        caught = bool(between) and run[-1][1].type == "catch" and _is_caught(lines[run[-1][0]], lines[between[0]])
        cut = caught or any(k in cuts for k in (*between, i))
        if run and not cut and len(between) <= _SCRAPS and all(_scrap(lines[k]) for k in between):
            run.extend((k, Tag("footer")) for k in between)
        elif run:
            yield run
            run = []
        run.append((i, tags[i]))
    if run:
        yield run


def _is_caught(catchword: Line, line: Line) -> bool:
    """Whether a line begins with the words that stood at the foot of the page before: `/unprecedented`."""
    return line.text.casefold().startswith(catchword.text.strip("/. ").casefold())


def _change(run: Sequence[tuple[int, Tag]]) -> int:
    """Where in a run the new page begins: before its running head, else after the last foot line."""
    edges = [tag.edge for _, tag in run]
    marks = [k for k, (_, tag) in enumerate(run) if tag.type == "classification"]
    heads = [k for k, edge in enumerate(edges) if edge == "head"]
    feet = [k for k, edge in enumerate(edges) if edge == "foot"]
    if heads:
        first = next((k for k in heads if not any(f > k for f in feet)), heads[-1])
        before = [k for k in marks if k < first]
        return before[-1] if len(before) > 1 and before[-1] == first - 1 else first
    if len(marks) > 1 and not any(foot > marks[-1] for foot in feet):
        return marks[-1]
    if feet:
        return feet[-1] + 1
    numbers = [k for k, (_, tag) in enumerate(run) if tag.type == "pageNum"]
    if numbers:
        return numbers[-1] if not marks else (numbers[-1] if marks[-1] < numbers[-1] else marks[-1] + 1)
    return -1


def _evidence(run: Sequence[tuple[int, Tag]]) -> bool:
    """Whether a run is enough to say that the page changes: a number or running head, or two lines of page edges."""
    if any(tag.type == "pb" for _, tag in run):
        return False
    strong = any(tag.edge in ("head", "foot") or tag.type == "pageNum" for _, tag in run)
    return strong or sum(tag.type == "classification" for _, tag in run) > 1


def _attach(lines: Sequence[Line], run: list[tuple[int, Tag]], low: int, cuts: frozenset[int]) -> list[tuple[int, Tag]]:
    """The run with the scraps at its ends: a catchword before it, a reference number (`CUT - 166/2`) after it."""
    first, last = run[0][0], run[-1][0]
    before, after = first - 1, last + 1
    if (
        after < len(lines)
        and after not in cuts
        and lines[after].blanks
        and _CODE.fullmatch(lines[after].text)
        and _stands_alone(lines, after)
    ):
        run = [*run, (after, Tag("header"))]
        after += 1
    if before > low and first not in cuts and _stands_alone(lines, before) and after < len(lines):
        text, following = lines[before].text, lines[after].text
        if _catches(text, following):
            run = [(before, Tag("catch")), *run]
        elif _CODE.fullmatch(text):
            run = [(before, Tag("footer")), *run]
    return run


def _stands_alone(lines: Sequence[Line], i: int) -> bool:
    return (i == 0 or bool(lines[i].blanks)) and (i + 1 == len(lines) or bool(lines[i + 1].blanks))


def _catches(text: str, following: str) -> bool:
    """Whether a lone scrap announces the first word of the next page, possibly misread (`Kennedy` / `Kusnetsov`)."""
    if len(text) > 20 or len(text.split()) > 2 or _SENTENCE_END.search(text) or text[:1].isdigit():
        return False
    return text[:1].isalpha() and text[:1] == following[:1]


def _catchwords(lines: Sequence[Line], run: Sequence[tuple[int, Tag]]) -> list[tuple[int, Tag]]:
    """Scraps inside the run that repeat the next page's first word are catchwords."""
    after = run[-1][0] + 1
    word = lines[after].text.split()[0].casefold().rstrip(".,") if after < len(lines) else ""

    def caught(i: int, tag: Tag) -> bool:
        return tag == Tag("footer") and bool(word) and lines[i].text.casefold().rstrip(".,") == word

    return [(i, Tag("catch") if caught(i, tag) else tag) for i, tag in run]


def zones(lines: Sequence[Line], cuts: frozenset[int] = frozenset()) -> tuple[Zone, ...]:
    """All furniture of a document in text order; pages change only after the first line of prose.

    `cuts` are indices of lines before which something else stands (a list of notes): no zone lies across them.
    """
    alone = frozenset(i for i, line in enumerate(lines) if _NUMBER.fullmatch(bare(line.text)))
    tags = _tags(lines, alone)
    start = next((i for i, line in enumerate(lines) if i not in tags and _is_prose(line.text)), len(lines))
    headed = tags.get(0, Tag("")) == Tag("header", "page")
    numbers = _numbers(lines, tags, alone).items()
    tags |= {
        i: tag for i, tag in numbers
        if i + 1 >= start or tag.type == "lineNum" or (headed and i == 1) or lines[i].indent >= _FAR
    }  # fmt: skip
    found: list[Zone] = []
    low = -1
    for run in _runs(lines, tags, cuts):
        inside = run[0][0] > start and run[-1][0] + 1 < len(lines)
        if inside and _evidence(run):
            run = _catchwords(lines, _attach(lines, run, low, cuts))
            change = _change(run)
            run = [(i, Tag("header", tag.edge) if tag == Tag("footer") and 0 <= change <= k else tag)
                   for k, (i, tag) in enumerate(run)]  # fmt: skip
            found.append(Zone(tuple(run), change))
        else:
            first = next((k for k, (_, tag) in enumerate(run) if tag.edge == "head"), -1) if run[0][0] <= start else -1
            found.append(Zone(tuple((i, Tag("stamp") if tag == Tag("footer") else tag) for i, tag in run), first))
        low = run[-1][0]
    return _numbered(_placed(found))


def _placed(found: Sequence[Zone]) -> list[Zone]:
    """The zones with page numbers that may belong to either side of the page change given to one of them.

    `SECRET` / `-2-` / `SECRET`: the head of the new page, unless the first such number is 1, which closes page 1.
    `-2` / `Prime Minister (continued)`: the foot of the old page, unless the first is 2 at the first change.
    """
    placed = list(found)
    between = {k: at for k, zone in enumerate(found) if (at := _between(zone)) >= 0}
    above = {k: at for k, zone in enumerate(found) if (at := _above_head(zone)) >= 0}
    first_change = next((k for k, zone in enumerate(found) if zone.change >= 0), -1)

    def number(places: dict[int, int]) -> str:
        zone, at = next(iter(places.items()))
        return found[zone].lines[at][1].n

    if between and number(between) != "1":
        placed = [replace(zone, change=between.get(k, zone.change)) for k, zone in enumerate(placed)]
    if above and number(above) == "2" and next(iter(above)) == first_change:
        placed = [replace(zone, change=above.get(k, zone.change)) for k, zone in enumerate(placed)]
    return placed


def _between(zone: Zone) -> int:
    """Where a page number stands between the zone's first and last classification, at which the page changes; or -1."""
    kinds = [tag.type for _, tag in zone.lines]
    if zone.change < 0 or kinds.count("classification") < 2 or kinds[zone.change :][:1] != ["classification"]:
        return -1
    inner = range(kinds.index("classification") + 1, zone.change)
    return next((k for k in inner if kinds[k] == "pageNum"), -1)


def _above_head(zone: Zone) -> int:
    """Where a page number opens the zone right above the running head at which the page changes; or -1."""
    kinds = [tag.type for _, tag in zone.lines[: zone.change + 1]]
    return 0 if zone.change == 1 and kinds == ["pageNum", "header"] else -1


def _numbered(found: Sequence[Zone]) -> tuple[Zone, ...]:
    """The zones with the numbers of the pages that they open: printed at the page's head, else at its foot.

    A number counts only if it fits the others: see `_rising`.
    """
    pages = [k for k, zone in enumerate(found) if zone.change >= 0]
    numbers: dict[int, int] = {}
    for here, zone in enumerate(found):
        if zone.change < 0:
            continue
        head = [tag.n for _, tag in zone.lines[zone.change :] if tag.n.isdigit()]
        if head:
            numbers[here] = int(head[0])
    for here, following in zip(pages, [*pages[1:], len(found) - 1], strict=False):
        zone = found[following]
        end = zone.change if zone.change >= 0 else len(zone.lines)
        foot = [
            tag.n for _, tag in zone.lines[:end] if (tag.type == "pageNum" or tag.edge == "foot") and tag.n.isdigit()
        ]
        if here not in numbers and foot and following > here:
            numbers[here] = int(foot[-1])
    sure = _rising([(k, numbers[k]) for k in pages if k in numbers])
    return tuple(replace(zone, n=str(numbers[k])) if k in sure else zone for k, zone in enumerate(found))


def _rising(numbered: Sequence[tuple[int, int]]) -> set[int]:
    """The most pages whose numbers rise, without great leaps; of two pages with the same number neither is sure."""
    times = Counter(number for _, number in numbered)
    single = [(k, number) for k, number in numbered if times[number] == 1]
    best: list[tuple[int, int]] = []  # for each page: length of the longest rising run that ends here, page before
    for at, (k, number) in enumerate(single):
        before = [
            (best[b][0], b)
            for b in range(max(0, at - _MEMORY), at)
            if 0 < number - single[b][1] <= _LEAP * (k - single[b][0])
        ]
        length, previous = max(before, default=(0, -1))
        best.append((length + 1, previous))
    at = max(range(len(best)), key=lambda i: best[i][0], default=-1)
    sure: set[int] = set()
    while at >= 0:
        sure.add(single[at][0])
        at = best[at][1]
    return sure
