"""Furniture: what is printed on the pages but is no part of the text, as far as the words of one line tell it.

    SECRET                   classification       -3-                        page number
    BEST COPY AVAILABLE      stamp                /unprecedented             catchword
    PAGE 02  STATE 322132    running head         FORM DS-322                form

Nothing is removed: furniture is named, so that the encoding can keep it outside the reading text. What stands around a
line is looked at by `zones`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from pipeline.segment.classifications import is_classification
from pipeline.segment.pages import is_only_marks
from pipeline.segment.running_heads import split_folio

LONGEST = 160
"""No line of furniture is longer (characters); longer lines are not looked at."""
_REMEMBERED = 1 << 14
"""So many lines are judged once only: the choice of a reader, the marks of notes and the zones ask for the same."""


@dataclass(frozen=True, slots=True)
class Tag:
    """What a line of furniture is: `type` as in `fw/@type`, or `pb` for a page mark like `[Page 5]`.

    `edge` is `head` or `foot` where the form says at which edge of a page such a line stands, `page` if it only says
    that a page begins or ends near; `n` is a page number.
    """

    type: str
    edge: str = ""
    n: str = ""


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
    return _recognized(text) if len(text) <= LONGEST else None


@lru_cache(maxsize=_REMEMBERED)
def _recognized(text: str) -> Tag | None:
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
