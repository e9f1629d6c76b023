"""What a title says: the type of the document, its number, who wrote to whom, who talked with whom.

Input is the title as reading text (`265. Memorandum of Conversation Between the Ambassador at Large (Bowles) and the
Soviet Ambassador (Dobrynin)`), output are types and pieces with offsets into it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from pipeline.grammar import participants
from pipeline.grammar.date_words import IN_FULL
from pipeline.grammar.offices import OFFICE, is_group
from pipeline.grammar.parts import Part, part


@dataclass(frozen=True, slots=True)
class DocumentType:
    """A type of document: `id` as it is written in TEI, its name, its genre (a superior class), and how titles say
    it."""

    id: str
    name: str
    genre: str
    pattern: re.Pattern[str]


GENRES = {
    "talk": "Records of talks and meetings",
    "correspondence": "Letters, telegrams and other messages with a sender and a recipient",
    "paper": "Papers that inform, advise or decide",
    "public": "Public statements, speeches and hearings",
    "apparatus": "Texts by the editors of a published volume",
    "other": "Other documents",
}
"""Genre → what it covers; the upper level of the taxonomy in the header."""


def _type(id_: str, name: str, genre: str, pattern: str) -> DocumentType:
    return DocumentType(id_, name, genre, re.compile(pattern, re.IGNORECASE | re.VERBOSE))


_DRAFT = r"(?:(?:draft|revised|second|first|circular|personal|secret|joint|special|unsent)\s+)*"
TYPES = (
    _type("editorial-note", "Editorial note", "apparatus", r"editorial \s note\b"),
    _type("telephone-conversation", "Record of a telephone conversation", "talk",
          r".{0,60}\b(?:telephone|phone) \s (?:conversation|call|talk) | telcon\b"),
    _type("minutes", "Minutes of a meeting", "talk", r"memorandum \s of \s discussion \s at \s .{0,30}\bmeeting\b"),
    _type("memorandum-of-conversation", "Memorandum of conversation", "talk",
          r".{0,40}\b(?:memorandum|memoranda|memcon|minute|note|record|notes|transcript"
          r"|report) \s (?:of|on) \s (?:an? \s|the \s)?"
          r"(?:\w+ \s){0,2} (?:conversations?|discussions?|talks?|interview)\b | memcon\b"
          r"| (?:(?:first|second|third|fourth|fifth|last|final|private|further) \s){0,2}"
          r"conversations? \s (?:between|of|with|among) \b"
          r"| .{0,30}\b(?:minutes|protocol|stenogram) \s of \s (?:an? \s|the \s)?"
          r"(?:\w+ \s){0,2}(?:conversations?|talks?) \b"
          r"| record \s of \s .{0,30} (?:conversation|discussion|talk)\b"),
    _type("memorandum-for-the-record", "Memorandum for the record", "paper",
          r".{0,20}memorandum \s for \s (?:the \s)? (?:record|files?)\b"),
    _type("press-conference", "Press conference", "public",
          r".{0,60}\b(?:press|news|doorstop) \s (?:conference|interview|briefing|office)\b | .{0,40}\bdoorstop\b"
          r"| .{0,30}\bpress\b .{0,40} \b co\w{0,2}nference \b"
          r"|.{0,40}\bquestions \s and \s answers"),
    _type("testimony", "Testimony before a committee", "public",
          r".{0,80}\b(?:testimony|hearings?|oral \s evidence)\b | .{0,60} proceedings/exhibits"
          r"| .{0,40}before \s .{0,20}committee"),
    _type("parliamentary-debate", "Parliamentary debate", "public",
          r".{0,60}\b(?:parliamentary \s debates?|official \s report|hansard|proceedings \s of \s the"
          r"|orders \s of \s the \s day"
          r"|oral \s answers?)\b | .{0,80}\bquestion \s no\."),
    _type("telegram", "Telegram", "correspondence",
          rf"(?:text\s+of\s+|department\s+of\s+state\s+|incoming\s+|outgoing\s+)?{_DRAFT}(?:telegram|cablegram|cable|radiogram|savingram|teletype|telex|airgram|backchannel|teleprinter)s?\b"),
    _type("circular", "Circular", "correspondence", r"(?:department\s+)?circular\b"),
    _type("letter", "Letter", "correspondence", rf"{_DRAFT}(?:letter|handwritten\s+letter|correspondence)\b"),
    _type("message", "Message", "correspondence", rf"{_DRAFT}(?:(?:oral|hot\s*line|backchannel)\s+)*message\b"),
    _type("note", "Diplomatic note", "correspondence",
          rf"{_DRAFT}(?:note\s+(?:from|to|verbale)|aide[-\s]m[eé]moire|note\b(?!s|\s?:|\s+of\s+(?:an?|the)\s)|pro[-\s]?memoria"
          r"|verbal\s?note|bout\sde\spapier|non-paper|third[-\s]person\snote)"),
    _type("despatch", "Despatch", "correspondence", rf"{_DRAFT}(?:despatch|dispatch|instruction)\b"),
    _type("memorandum", "Memorandum", "correspondence",
          r"(?:[\w/ -]{0,40}\b)?(?:memorandum|memoranda|minute)\s(?:\S{1,20}\s){0,3}?(?:from|to|for|by|prepared)\b"),
    _type("minutes", "Minutes of a meeting", "talk",
          r"(?:.{0,40}\b)?(?:minutes|memorandum|notes?|record|summary|transcript|proceedings|report"
          r"|verbatim \s record)\s.{0,90}"
          r"\b(?:meeting|conference|session|council|committee|discussion|breakfast|luncheon|dinner|sitting)\b "
          r"| verbatim \s record \Z | minutes \b | (?:[\w.’'-]+ \s){1,5} (?:minutes|notes) \Z"
          r"| (?:.{0,40}\b)?(?:council|cabinet|committee) \s minute\b"
          r"| .{0,30}\bmeeting\b"
          r"| (?:[\w’'-]+ \s){0,6} (?:council|committee|cabinet|group|board|staff|commission) \s meeting\b"
          r"| (?:session|sitting) \s of \b"),
    _type("record-of-action", "Record of action", "paper", r"(?:nsc\s+)?records? \s of \s actions? | action \s no\."),
    _type("directive", "Directive", "paper",
          r"national \s security \s (?:action|study|decision) \s | (?:presidential|policy) \s (?:review|directive"
          r"|determination)"
          r"|directive\b | executive \s order | proclamation"),
    _type("estimate", "Intelligence estimate", "paper",
          r"(?:special\s+)?national \s intelligence \s estimate | .{0,40}\bestimate\b"),
    _type("memorandum", "Memorandum", "correspondence", r"(?:.{0,40}\b)?(?:memorandum|memo)\b"),
    _type("treaty", "Treaty or agreement", "paper",
          rf"{_DRAFT}(?:treaty|agreement|protocol|convention|exchange\s+of\s+notes)\b"),
    _type("communique", "Communiqué", "public", rf"{_DRAFT}(?:(?:joint|final)\s+)*communiqu[eé]\b"),
    _type("resolution", "Resolution", "public", rf"{_DRAFT}resolution\b"),
    _type("speech", "Speech", "public",
          r"(?:.{0,40}\b)?(?:address|speech|remarks|lecture|toast)\b(?=.{0,30}\b(?:by|to|of|at|before"
          r"|delivered)\b)|general \s debate"),
    _type("statement", "Statement", "public", r"(?:.{0,30}\b)?(?:statement|declaration|press\s+release)\b"),
    _type("interview", "Interview", "talk", r"(?:.{0,30}\b)?(?:interview|oral\s+history)\b"),
    _type("report", "Report", "paper", rf"{_DRAFT}(?:\w+\s+){{0,3}}(?:report|study|analysis|survey|assessment)\b"),
    _type("paper", "Paper", "paper",
          rf"{_DRAFT}(?:\w+\s+){{0,3}}(?:paper|talking\s+points|briefing|outline|plan|proposal|submission|agenda|summary"
          r"|list|notes)\b"),
    _type("diary", "Diary entry", "paper", r"(?:.{0,30}\b)?(?:diary|(?<!official\s)journal(?!\s+officiel))\b"),
)  # fmt: skip
"""The table of types, the surest first: the first whose pattern matches at the start of a title decides."""


def is_named(text: str) -> bool:
    """Whether a line names a type of document: `PRESS CONFERENCE`."""
    return any(kind.pattern.match(text) for kind in TYPES)


DOCUMENT = _type("document", "Document", "other", r"(?!)")
"""A document of no known type."""
CORRESPONDENCE = _type("correspondence", "Correspondence", "correspondence", r"(?!)")
"""A title of the older form `The Secretary of State to the Embassy in Iran`, that names sender and recipient only."""

BY_ID = {kind.id: kind for kind in (*reversed(TYPES), DOCUMENT, CORRESPONDENCE)}

_NUMBER = re.compile(
    r"[\s#*_]*(?:(?P<word>Doc(?:ument)?\.?\s+|No\.?\s*|Nr\.?\s*|№\s*)(?P<a>\d{1,4}[a-z]?)(?:[.:]?\s+|\.?\Z)"
    r"|(?P<b>\d{1,4}[a-z]?)(?:\\?\.\s+(?!Sitzung)|\.\Z|\Z))"
)
_DRESS = re.compile(r"[\s#*_]+")
"""Signs of a heading in Markdown: `### *The Acting Secretary …*`."""


def split_number(title: str) -> tuple[str, int]:
    """The number before a title and the offset at which the title itself begins; no number is an empty string.

    `262. Memorandum …`, `No. 108`, `№3`, `72.`, `### 76\\. Editorial Note`.
    """
    match = _NUMBER.match(title)
    end = match.end() if match else 0
    dress = _DRESS.match(title, end)
    return (match["a"] or match["b"]) if match else "", dress.end() if dress else end


_OFFICE_START = (
    r"(?:The|President|Secretary|Ambassador|Prime|Acting|Chairman|Premier|Minister|Chancellor|Deputy|Under|Assistant"
    r"|Mr\.?|Consul|Chargé|Dr\.?|Sir|Lord|Viscount|Senator|General|Admiral|Captain|Major|Colonel|Lieutenant|Lt\.?|Brigadier"
    r"|Señora?|Senhora?|Signora?|MM?(?=\.\s)|Monsieur|Messrs\.?|Mrs\.?|Miss|Baron|Count|Earl|Marquis|Marquess|Prince|Duke|Comte"
    r"|Vicomte|Chevalier|Don|His\sExcellency|(?:His|Her)\sMajesty|King|Emperor|Bishop|Commodore|Commander|Judge|Hon(?=\.\s)|H\.\s?E(?=\.\s)"
    r"|Sen\.?|High\sCommission(?:er)?|(?:\w+\s)?Government|Department\sof|Ministry\sof|Embassy|Legation|Cabinet"
    r"|(?:\w+\s)(?:Delegation|Legation|Embassy|Mission|Minister|Ambassador|Consulate|High\sCommission(?:er)?))"
)
_OLD_FORM = re.compile(
    rf"{_OFFICE_START}\b.{{3,180}}?\sto\s(?:the\s|President|Secretary|Ambassador|Mr\.|[A-Z])", re.DOTALL
)
_BARE_FORM = re.compile(r"[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){0,2}\sto\s[A-Z][\w'’-]+(?:(?:,|\sand)?\s[A-Z][\w'’-]+){0,4}")
"""`Duncan to Chifley, Makin and Evatt` (Documents on Australian Foreign Policy)."""

_PLAIN_FORM = re.compile(
    r"(?:[A-Z][\w'’-]+\s){2,4}to\s(?:Mr\.|Mrs\.|Sir|Lord|Count|Baron|Prince|Señor|M\.)\s[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){0,3}\.?"
)
"""`Server Pasha to Mr. Maynard.`, `Li Hung-chang to Mr. Denby`"""


def classify(title: str) -> DocumentType:
    """The type that a title (without its number) names; `document` if it names none."""
    title = " ".join(title.split()).strip(" #*_")
    found = next((kind for kind in TYPES if kind.pattern.match(title)), None)
    if found:
        return found
    if title.endswith(": Telegram"):
        return BY_ID["telegram"]
    return CORRESPONDENCE if _is_exchange(title) else DOCUMENT


_THINGS = frozenset(
    """access addition address adherence admission aid aide aids alternative answer appeal appendix approach arms
    assistance attitude background call challenge concession contribution credit credits danger delivery deliveries
    exports farewell flight food gift grain grant grants guarantee guarantees guide help homage imports introduction
    invitation invitations journey key limits loan loans message mission move obstacle obstacles opposition passage path
    plea prelude proposal recourse relation relations remarks reply representations resistance response return road
    route sale sales shipment solution supplies support talk thanks threat toast transfer transit travel tribute trip
    shipments troops visit visits warning way weapons welcome""".split()  # noqa: SIM905
)
"""Words that `to` goes on with, so that no sender stands before it: `Aid to India`, `Visit to Mr. Nehru`."""
_PREDICATE = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|shall|presents?|says?|said|sends?|sent|informs?|transmits?"
    r"|refers?|wish(?:es)?|desires?|expressed?|told|gives?|gave|came|went|goes|begs?)\b"
)
"""Verbs, which make a sentence of what looks like a title: `The Embassy presents its compliments to the Ministry`."""


def _is_exchange(title: str) -> bool:
    """Whether a title is no more than two parties: persons, offices or missions."""
    if _PREDICATE.search(title):
        return False
    if _OLD_FORM.match(title):
        return True
    sender, _, recipient = title.partition(" to ")
    bare = _BARE_FORM.fullmatch(title) and not is_group(recipient)
    return bool(bare or _PLAIN_FORM.fullmatch(title)) and sender.split()[-1].casefold() not in _THINGS


_LEADS_ON = frozenset(
    """ambassador assistant mission representative delegation minister adviser advisor observer envoy counsel delegate
    aide emissary legation consultant counselor letter telegram message memorandum mr access secretary ambassadors
    liaison attached chargé commissioner agent reply answer response deputy nuncio accredited prior""".split()  # noqa: SIM905
)
"""Words after which `to` belongs to the office: `the Ambassador to Guatemala (Peurifoy) to the Assistant Secretary`."""
_TAIL = re.compile(
    r",\s+(?:(?:[A-Z][\w.’'ʼ-]*|of|the|and|de)(?:\s+|,\s+))*"
    rf"(?:(?:{IN_FULL})\s+\d{{1,2}}"
    r"|undated|[Nn]o date"
    rf"|\d{{1,2}}\s+(?:{IN_FULL})).*\Z"
    rf"|(?i:,?\s+(?:held\s+)?on\s+(?:\w+day,?\s+)?(?:(?:{IN_FULL})\s+\d{{1,2}}|\d{{1,2}}\s+(?:{IN_FULL}))).*\Z"
    r"|\s+during\s+(?:the\s|his\s|an?\s)?[\w\s]{3,40}\Z"
)
"""Place and date at the end of titles of some volumes: `…, Washington, July 29, 1976.`"""
_FROM = re.compile(r"\b(?P<word>from|by)\s+", re.IGNORECASE)
_TO = re.compile(r"\s(?P<word>to|for)\s", re.IGNORECASE)


def body_end(title: str, start: int = 0) -> int:
    """The offset, not before `start`, at which place and date begin that end a title (its length if none do)."""
    tail = _TAIL.search(title, start)
    return tail.start() if tail else len(title.rstrip(" ."))


def _divide(title: str, start: int, end: int) -> re.Match[str] | None:
    """The `to` between sender and recipient: after a bracketed name if there is one, else one that no office
    explains."""
    candidates = [m for m in _TO.finditer(title, start, end) if m["word"].lower() == "to"]
    closed = [m for m in candidates if title[: m.start()].rstrip().endswith(")")]
    free = [m for m in candidates if title[start : m.start()].split()[-1:] and _last_word(title, m) not in _LEADS_ON]
    return next(iter(closed or free or candidates[-1:]), None)


def _last_word(title: str, match: re.Match[str]) -> str:
    return re.split(r"[\s-]", title[max(match.start() - 30, 0) : match.start()])[-1].lower().strip(".,")


def correspondents(title: str) -> tuple[Part | None, Part | None]:
    """Sender and recipient that a title names, as printed; None for one that is not named.

    `Letter From President Kennedy to Chancellor Adenauer` → (`President Kennedy`, `Chancellor Adenauer`).
    """
    kind, end = classify(title), body_end(title)
    if kind.genre != "correspondence":
        return None, None
    first = _FROM.search(title, 0, end)
    start = first.end() if first else 0
    to = _divide(title, start, end)
    if first is None:
        named = re.search(
            r"\b(?:memorandum|letter|message|note|telegram|circular|instruction|directive)\s+(?:to|for)\s+",
            title[:end],
            re.I,
        )
        if named:
            return None, _party(title, named.end(), end)
        if kind is not CORRESPONDENCE and ":" not in title and not _OLD_FORM.match(title):
            return None, None
        return (part(title, 0, len(title[: to.start()].rstrip(" ,"))), _party(title, to.end(), end)) if to else _NOBODY
    return _party(title, start, to.start() if to else end), _party(title, to.end(), end) if to else None


_NOBODY: tuple[None, None] = (None, None)
_TALK = r"(?:conversation|interview|talk|meeting|discussion|visit|call)s?\b"
_MATTER = re.compile(
    rf"""[,;]?\s(?:(?:concerning|regarding|respecting|touching|enclosing|transmitting|forwarding|covering|conveying|reporting
        |describing|recording|recounting|summari[sz]ing|containing|relating\sto|relative\sto|re|about|dated)\s
      |(?:in|with)\s(?:reply|answer|response|regard|reference|respect|relation|connection)\s(?:to|with)\s
      |of\s(?:an?|the|his|her|their|this)\s(?:[\w'’-]+\s){{0,2}}{_TALK}
      |(?P<after_name>on|with|of\s(?:an?|his|her|their))\s)""",
    re.VERBOSE,
)
"""How a title goes on from a party to the matter of the paper: `… to Eamon de Valera of a conversation with …`. After
an office `on` and `with` belong to it: `the Committee on Foreign Relations`."""
_MATTERS = 5
"""So many words that may begin the matter are tried."""


def _party(title: str, start: int, end: int) -> Part:
    """Sender or recipient in a piece of a title, without the matter of the paper."""
    for found in islice(_MATTER.finditer(title, start, end), _MATTERS):
        if not found["after_name"] or _is_named(title[start : found.start()]):
            return part(title, start, found.start())
    return part(title, start, end)


def _is_named(party: str) -> bool:
    """Whether a party is named, so that its office does not go on: `Ambassador Thompson`, `the Director (Helms)`."""
    persons = participants.entries(party)
    named = bool(persons) and all(one.name for one in persons)
    return named and (party.endswith(")") or not (" of " in party.casefold() or "," in party))


_TAIL_PLACE = re.compile(
    rf"(?:.*,\s+)?(?<![^\W\d_])(?P<place>[A-Z][\w.’'ʼ-]*(?:\s[A-Z][\w.’'ʼ-]*){{0,2}}),\s+(?=(?:{IN_FULL})\b|\d{{1,2}}\s|undated)"
)


_PLACE_WORD = r"(?!(?i:in|at|on|the|an?|lunch|luncheon|dinner|breakfast|tea|noon)\b)[A-Z][\w.’'ʼ-]*"
_HELD = re.compile(
    rf"\b(?i:in|at)\s+(?P<place>{_PLACE_WORD}(?:\s{_PLACE_WORD}){{0,2}}),?\s+(?i:on)\s+(?:(?i:the|\w+day),?\s+){{0,2}}"
    rf"(?=(?i:{IN_FULL})\b|\d{{1,2}}(?i:st|nd|rd|th)?\s)"
)
"""Where a talk was held: `… AT LUNCH IN LONDON ON TUESDAY, 6 MAY 1975`."""
_TOPIC = re.compile(r"\b(?:on|about|concerning|regarding|re|situation|events|developments|crisis)\b", re.IGNORECASE)


def place(title: str) -> Part | None:
    """The place before the date at the end of a title: `…, Department of State, Washington, July 1, 1955`; of a talk
    also the one where it was held."""
    held = _HELD.search(title) if classify(title).genre == "talk" else None
    if held and not _TOPIC.search(title, 0, held.start()):
        return part(title, *held.span("place"))
    found = _TAIL_PLACE.match(title, body_end(title) + 2)
    return part(title, *found.span("place")) if found else None


_BY = re.compile(r",?\s+(?:[Pp]repared |[Dd]rafted |[Ww]ritten )?[Bb]y\s+(?!\d)")


def author(title: str) -> Part | None:
    """The writer that a record's title names: `Memorandum of Conversation, by Mr. Richard S. Leach of the …`."""
    end = body_end(title)
    found = _BY.search(title, 0, end)
    if found is None or classify(title) is DOCUMENT or classify(title).genre == "public":
        return None
    to = _divide(title, found.end(), end)
    return _party(title, found.end(), to.start() if to and _last_word(title, to) not in _LEADS_ON else end)


_BETWEEN = re.compile(
    r"\b(?:between|among|conversations?\sof(?=\s(?!the\b|an?\b)[^,]+?\s(?:and|with)\s))\s+", re.IGNORECASE
)
_AFTER_BRACKET = re.compile(r"(?<=\))\s*(?:,\s*and\s|,\s|\sand\s)\s*")
_OFFICE_AND = re.compile(r",?\s+(?i:and|with)\s+(?=[A-Z]|the\s|his\s|her\s)")


_CIRCUMSTANCE = re.compile(
    r",?\s+(?:held\s+)?(?:(?:in|at|near|aboard)\s+(?=(?:the\s+)?[\dA-ZÀ-Þ])|on\s+(?:board\s+)?(?=(?:the\s+)?[A-ZÀ-Þ])"
    r"|(?:about|concerning|regarding|over)\s)|,\s+(?=[A-ZÀ-Þ][a-zß-ÿ]{3})",
    re.IGNORECASE,
)


_CIRCUMSTANCES = 5
"""So many places in a title are tried."""


def _named_part(title: str, start: int, end: int) -> Part:
    """A partner without the place and matter of the talk: `General Secretary Brezhnev in Oreanda`. They follow a name;
    after a bare office they are part of it (`the Ambassador at Large`, `the Chargé in Iran`)."""
    for found in islice(_CIRCUMSTANCE.finditer(title, start, end), _CIRCUMSTANCES):
        if found.group()[0] == "," and OFFICE.search(title, found.end(), end):
            continue
        before = participants.entries(title[start : found.start()])
        if before and all(one.name for one in before) and " of " not in title[start : found.start()].casefold():
            return part(title, start, found.start())
    return part(title, start, end)


def partners(title: str) -> tuple[Part, ...]:
    """Who talked with whom according to a title; empty if it does not say.

    `… Between the Ambassador at Large (Bowles) and the Soviet Ambassador (Dobrynin)` → two pieces with office and name.
    """
    between = _BETWEEN.search(title)
    if between is None or classify(title).genre != "talk":
        return ()
    end = body_end(title)
    if not (dividers := _dividers(title, between.end(), end)) and (
        dividers := _dividers(title, between.end(), len(title))
    ):
        end = body_end(
            title, dividers[-1].end()
        )  # `President Nixon, Henry A. Kissinger, and Ambassador Dobrynin, Washington`
    begins = [between.end(), *(found.end() for found in dividers)]
    pieces = [part(title, begin, found.start()) for begin, found in zip(begins, dividers, strict=False)]
    return (*pieces, _named_part(title, begins[-1], end)) if pieces else ()


def _dividers(title: str, start: int, end: int) -> list[re.Match[str]]:
    """What parts the partners: a bracketed name if there is one, else `and`."""
    divider = _AFTER_BRACKET if _AFTER_BRACKET.search(title, start, end) else _OFFICE_AND
    return list(divider.finditer(title, start, end))
