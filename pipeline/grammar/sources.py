"""Source notes taken apart: where a document is kept, how secret it was, who wrote and approved it, where people met.

Input is the text of one note, output are `Part`s: pieces of that text as printed with their offsets (code points of
the input, end exclusive). Nothing is normalised, so every value can be found again in the transcript.

    Source: Department of State, Central Files, 611.41/11-962. Secret. Drafted by Frank Cash (EUR) and approved in S
    on November 14. The meeting was held in the Secretary's office.

gives repository `Department of State`, collection `Central Files`, idno `611.41/11-962`, classification `Secret`,
an event `drafted` by `Frank Cash (EUR)`, an event `approved` by `S` on `November 14`, the place `the Secretary's
office`. The form is that of the *Foreign Relations of the United States* series since about 1952; the bracketed form
`[NAA: A1838, TS696/17/1 part 4]` is that of the *Documents on Australian Foreign Policy* and of British editions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.grammar.date_words import SHORT_OR_FULL


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the note as printed: `note[start:end] == text`."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SourceEvent:
    """Something done to the paper: `kind` is `drafted`, `cleared`, `approved`, `received` …; who and when if said."""

    kind: str
    who: Part | None = None
    when: Part | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """Place and hours of the meeting; `begin` and `end` are `HH:MM` in local time as printed, empty if not said."""

    place: Part | None = None
    hours: Part | None = None
    begin: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class SourceParts:
    """A source note taken apart. `locator` is the whole archival (or bibliographical) part; `published` says that it
    names a book and not an archive."""

    locator: Part
    repository: Part | None = None
    collection: tuple[Part, ...] = ()
    idno: Part | None = None
    classification: Part | None = None
    handling: tuple[Part, ...] = ()
    events: tuple[SourceEvent, ...] = ()
    meeting: Meeting = Meeting()
    published: bool = False

    def who(self, kind: str) -> Part | None:
        """The persons or office of the first event of a kind."""
        return next((event.who for event in self.events if event.kind == kind and event.who), None)


_PREFIX = re.compile(r"\s*\[?Source\s*:\s*")
_BRACKETED = re.compile(
    r"\s*_?\[\s*_?(?P<archive>[A-Z]{2,5}|PM ?& ?C|DEFENCE)\s*:\s*(?P<rest>[^\[\]]+?)_?\s*\]_?\s*\.?\s*\Z"
)
"""`[NAA: A1838, TS696/17/1 part 4]`, `_[AA : A4311/1, BOX 453]_`."""

_RUSSIAN = re.compile(
    r"\s*(?P<archive>RGANI|AVP\s?RF|GARF|RGASPI|AP\s?RF|TsKhSD|TsAMO|Archive\s+of\s[^.]{4,90})\.\s+"
    r"(?P<idno>F\.\s?\w+\.\s*Op\.\s?\w+\.\s*(?:P(?:or)?\.\s?\w+\.\s*)?D\.\s?\w+\.?(?:\s*L{1,2}\.\s?[\d\s,–-]*\d)?)"
)
"""`RGANI. F. 52. Op. 1. D. 584. L. 111-114.`: fond, opis, delo, listy."""

ABBREVIATIONS = frozenset(
    """Mr Mrs Ms Dr Messrs M St Jr Sr No Nos Vol vol p pp Lt Col Gen Maj Capt Adm Amb Sec Gov Sen Rep Asst Prof Hon Rev
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec ch doc Doc ed eds cf ca c Inc Co Corp Ltd ff fol fols Mme Mlle
    etc Cong Sess Stat Dept Tel tel Ser Ph Bros CONF IMP Proc Univ""".split()  # noqa: SIM905
)
"""Words after whose full stop a sentence goes on."""
_STOP = re.compile(r"\.(?P<close>[)\]”’\"']*)\s+(?=[“\"‘'(\[]?[A-Z0-9])")
_OPENING = re.compile(r"[(“\"‘'\[–—]")
_INITIAL = re.compile(r"[A-Z]|[A-Z]-[A-Z]|[ap]")
_WORD_WITHIN = 40
"""Characters before a full stop that tell whether a word is abbreviated."""


def sentences(text: str, start: int = 0) -> Iterator[Part]:
    """The sentences of a text from an offset on. A full stop after an abbreviation or an initial ends none.

    `… Files, Vol. VI. Secret. Drafted by J. C. Hill.` has three.
    """
    begin = start
    for stop in _STOP.finditer(text, start):
        if stop["close"] == "" and _abbreviated(text[max(begin, stop.start() - _WORD_WITHIN) : stop.start()]):
            continue
        yield part(text, begin, stop.end("close"))
        begin = stop.end()
    if begin < len(text):
        yield part(text, begin, len(text))


def _abbreviated(before: str) -> bool:
    """Whether a sentence goes on behind a full stop after these words."""
    last = "" if before[-1:].isspace() else before.rsplit(None, 1)[-1] if before else ""
    last = last.rpartition(".")[2]
    word = _OPENING.split(last)[-1]
    if word in ABBREVIATIONS:
        return True
    return bool(_INITIAL.fullmatch(word)) and not before[: len(before) - len(last)].endswith(("Vol. ", "No. "))


def part(text: str, start: int, end: int) -> Part:
    """`text[start:end]` without the white space around it."""
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    piece = piece.strip()
    return Part(piece, start, start + len(piece))


CLASSIFICATIONS = (
    "No classification marking|Top Secret|Most Secret|Secret|Confidential|Limited Official Use|Official Use Only|"
    "For Official Use Only|Restricted|Unclassified|Declassified"
)
_CLASSIFIED = re.compile(rf"(?P<class>{CLASSIFICATIONS})(?![\w'’ʼ])(?P<rest>[^.]*)\.?", re.IGNORECASE)
_HANDLING = re.compile(
    r"""(?ix)
    (?: [;/,\s]* \b (?: eyes\s+only(?:\s+for\s+[^;.]+)? | limit(?:ed)?\s+distribution | limdis | exdis | nodis
    | no\s+dis(?:tribution)?
      | noforn | no\s+foreign\s+(?:dissem(?:ination)?|distribution) | stadis | roger\s+channel | cherokee | sensitive
      | personal | private | priority | immediate | flash | niact | operational\s+immediate | routine | urgent
      | codeword
      | restricted\s+data | official[-–\s]informal | via\s+\w+\s+channel | presidential\s+handling | verbatim\s+text
      | blue | austeo | guard | strictly\s+confidential | most\s+immediate | important
      | literally\s+eyes\s+only )\b )+ \.?"""
)
"""A sentence that is nothing but handling words: `Blue. No Distribution.`"""

_CONTAINER = re.compile(
    r"(?:Box(?:es)?|Folders?|Lot|Job|FRC|Accession|Reel|Roll|Tape|Entry|Drawer|Cassette|Carton|Item|File No|Film)"
    r"\s*\.?\s*(?:CL\s*)?[#№]?\s*[\w]",
    re.IGNORECASE,
)
"""Where a shelf mark begins: `Box 25, Whitehouse`, `Lot 66 D 149`, `Job 79-01025A`."""
_FILE_NUMBER = re.compile(
    r"""(?x)
      \d{2,4}[A-Z]?\.\d{1,4}[\w.]* (?:\s?[A-Z][\w/. -]*)? (?:/\d+[-–—]\d+
      | /\d+ )     # 611.41/11-962, 501.BC Kashmir/3–2348
    | \d{2,4}[A-Z]?\.[\w.]+ (?:\s[A-Z][a-z]+)* / \d+ [-–—]? \d*                   # 851G.00/1–1049
    | [A-Z]{2,6}(?:\s?\([A-Z]+\))? \s \d{1,2} (?:[-–—]\d{1,2})? (?:\s [^,]+)?     # POL 27-14 VIET, DEF 12–5 JORDAN
    | POL \s [^,]+ | [A-Z]+ \s \d+ [-–] \d+ | CF \s? \d+ | [A-Z]\d{6}[-–]\d+      # POL US–USSR, CF 1235, P820043–1943
    | [A-Z]{1,4}\d+[-–/][\w/–-]+ | \d+ (?:/\d+)+ .* | [\w–-]+/[\w–-]+ \s \d[\w–-]* # A67-28, 250/10/1/1, NSC–U/DM 130
    | UNEC\s[\w–/-]+ | No\.\s\d+ | WH\d+ \S* .* """
)
_RANGE_ONLY = re.compile(r"[\d–—/-]+|(?:1[89]|20)\d\d(?:[–-]\d+)?")
_PUBLISHED = re.compile(
    r"\bpp?\.\s*\d|\bvols?\.\s*[\dIVXLC]|\bvolume\s+[IVXLC\d]|\bBook\s+[IVX]+\b|, ed(?:ited)?\.? ", re.IGNORECASE
)
_ARCHIVE = re.compile(
    r"\b(?:Library|Archives?|Department|Agency|Records?|Ministry|Office|Center|Centre|Files?|Museum)\b"
)
_MONTH_DAY = re.compile(
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?(?:\s+\d{1,2})?(?:[-–—]\d{1,2})?\Z", re.IGNORECASE
)


_DIVIDER = re.compile(r"[()\[\],]")
_SUFFIX = re.compile(r",\s*(?:Jr|Sr|Inc|III?)\b")
_YEAR_AFTER = re.compile(r",\s*(?:1[789]|20)\d\d")


def _levels(text: str, start: int, end: int) -> list[Part]:
    """The comma-separated levels of a locator. The comma before a year, a suffix or inside brackets divides nothing."""
    found: list[Part] = []
    begin, depth = start, 0
    for mark in _DIVIDER.finditer(text, start, end):
        at, char = mark.start(), mark.group()
        depth += (char in "([") - (char in ")]")
        if char == "," and depth <= 0 and not _SUFFIX.match(text, at, at + 6):
            if _MONTH_DAY.search(text, begin, at) and _YEAR_AFTER.match(text, at, at + 7):
                continue
            found.append(part(text, begin, at))
            begin = at + 1
    found.append(part(text, begin, end))
    return [level for level in found if level.text]


def _split_at_colon(text: str, levels: list[Part]) -> list[Part]:
    """`Conference Files: Lot 64 D 560` is two levels."""
    result: list[Part] = []
    for level in levels:
        head, colon, tail = level.text.partition(": ")
        if colon and _CONTAINER.match(tail):
            result += [part(text, level.start, level.start + len(head)), part(text, level.end - len(tail), level.end)]
        else:
            result.append(level)
    return result


def _shelf(levels: list[Part]) -> int:
    """The index of the level at which the shelf mark begins; their number if there is none.

    A box, lot or tape begins it and all that follows belongs to it; else the trailing levels that are file numbers.
    `Entry 1` of a record group is a collection if a box comes later.
    """
    containers = [i for i, level in enumerate(levels) if i and _CONTAINER.match(level.text)]
    if containers:
        entries = [i for i in containers if not levels[i].text.startswith("Entry")]
        return entries[0] if entries else containers[0]
    at = len(levels)
    while at > 1 and _FILE_NUMBER.fullmatch(levels[at - 1].text) and not _RANGE_ONLY.fullmatch(levels[at - 1].text):
        at -= 1
    return at


def locate(text: str, start: int, end: int) -> SourceParts:
    """Repository, collection and shelf mark of the archival part of a note."""
    levels = _split_at_colon(text, _levels(text, start, end))
    locator = part(text, start, end)
    if _PUBLISHED.search(locator.text) and not _ARCHIVE.search(levels[0].text):
        return SourceParts(locator, published=True)
    at = _shelf(levels)
    idno = part(text, levels[at].start, levels[-1].end) if at < len(levels) else None
    return SourceParts(locator, levels[0], tuple(levels[1:at]), idno)


_VERBS = {
    "drafted": "drafted", "redrafted": "drafted", "prepared": "prepared", "written": "drafted", "dictated": "drafted",
    "cleared": "cleared", "approved": "approved", "concurred": "cleared", "reviewed": "reviewed", "retyped": "typed",
    "transcribed": "transcribed", "initialed": "initialed", "signed": "signed", "received": "received", "sent": "sent",
    "transmitted": "transmitted", "repeated": "repeated", "passed": "repeated", "pouched": "sent",
    "relayed": "repeated", "recorded": "drafted", "authorized": "approved", "typed": "typed", "also sent": "sent",
}  # fmt: skip
_DEED = re.compile(
    r"(?P<verb>" + "|".join(_VERBS) + r")\b(?:\s+(?:in\s+(?:draft|substance|final|(?:the\s+)?text)))?", re.IGNORECASE
)
_DATE = (
    rf"(?:{SHORT_OR_FULL}\s+\d{{1,2}}(?!\d)(?:,\s*\d{{4}})?|\d{{1,2}}(?:st|nd|rd|th)?\s+{SHORT_OR_FULL}(?:,?\s+\d{{4}})?"
    r"|\d{1,2}/\d{1,2}(?:/\d{2,4})?)"
)
_WHEN = re.compile(
    rf"\bon\s+(?P<date>{_DATE})|\bat\s+(?P<moment>\d{{1,2}}(?::\d\d)?\s*[ap]\.?\s?m\.?(?:,?\s+(?:on\s+)?{_DATE})?|\d{{4}}Z)"
)
_WHO = re.compile(r"\s*(?:by|in|with|to|at|for|from)\s+")


def _deeds(text: str, sentence: Part) -> Iterator[SourceEvent]:
    """What a sentence such as `Drafted by Read; cleared by Rostow and Bundy; and approved by Rusk.` says was done.

    Only a sentence that opens with such a word speaks of the document itself; others tell of other papers.
    """
    if _DEED.match(sentence.text) is None:
        return
    deeds = [
        m
        for m in _DEED.finditer(sentence.text)
        if m.start() == 0
        or re.search(r"(?:,|;|\band|\bor)\s+(?:was\s+|later\s+)?\Z", sentence.text[max(m.start() - 12, 0) : m.start()])
    ]
    for deed, after in zip(deeds, [m.start() for m in deeds[1:]] + [len(sentence.text)], strict=True):
        yield _event(text, _VERBS[deed["verb"].lower()], sentence.start + deed.end(), sentence.start + after)


def _event(text: str, kind: str, start: int, end: int) -> SourceEvent:
    end = start + len(re.sub(r"(?:[\s,;]|\band\b|\bwas\b|(?<![ap]\.m)(?<!\b[ap]\. m)\.)+\Z", "", text[start:end]))
    when = _WHEN.search(text, start, end)
    group = "date" if when and when["date"] else "moment"
    date = part(text, *when.span(group)) if when else None
    preposition = _WHO.match(text, start, end)
    stop = when.start() if when else end
    who = part(text, preposition.end(), stop) if preposition and preposition.end() < stop else None
    return SourceEvent(kind, who, date)


_CLOCK = r"(?:\d{1,2}(?::\d\d)?(?:\s*[ap]\.?\s?m\.?)?|noon|midnight)"
_HOURS = re.compile(
    rf"(?P<range>(?:from|between)\s+(?P<from>{_CLOCK})\s*(?:to|until|till|and|[-–—])\s*(?P<to>{_CLOCK}))"
    rf"|(?P<lasted>(?:last(?:ed|ing)|ran|continued|ended|adjourned)\s+(?:until|till|at)\s+(?P<until>{_CLOCK}))"
    rf"|(?P<began>(?:began|begun|started|opened|convened)\s+at\s+(?P<at>{_CLOCK}))",
    re.IGNORECASE,
)
_TALK = re.compile(
    r"(?:The|This|According to [^.]{3,60}?, the)\s+(?:\w+\s+)?"
    r"(?:meeting|conversation|discussion|talk|conference|session|luncheon|lunch|dinner|breakfast|call|interview)s?\b",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"\b(?:held|took\s+place|occurred|convened|met)\s+(?:\w+ly\s+)?(?:in|at|on\s+board|aboard)\s+"
    r"(?P<place>(?!\d)[^,.;()]*?(?:(?:[A-Z]|\b(?:St|Ste|Ft|Mt|Mr|Mrs|Dr|Gen|Col|Sen|Gov|Amb))\.(?=[A-Z\s])[^,.;()]*?)*)"
    r"(?=\s*(?:[,.;(]|\Z)|\s+(?:and\s+(?:lasted|ended|began)|from\s+\d|until|during|on\s+[A-Z]|at\s+\d|between\s+\d|beginning|following|after|before))"
)


def _time(printed: str, half: str = "") -> str:
    """`6:02 p.m.` → `18:02`, `noon` → `12:00`; `half` (`a` or `p`) is taken where the time names none."""
    word = printed.lower().strip()
    if word in ("noon", "midnight"):
        return "12:00" if word == "noon" else "00:00"
    clock = re.match(r"(\d{1,2})(?::(\d\d))?\s*([ap])?", word)
    if clock is None:
        return ""
    hour, minute, half = int(clock[1]), int(clock[2] or 0), clock[3] or half
    if hour > 23 or minute > 59 or not half:
        return ""
    return f"{hour % 12 + (12 if half == 'p' else 0):02d}:{minute:02d}"


def _half(printed: str) -> str:
    found = re.search(r"([ap])\.?\s?m", printed.lower())
    return found[1] if found else ""


def _hours(match: re.Match[str]) -> tuple[str, str]:
    """Begin and end: in `1:05 to 2:30 p.m.` the first has the half of the second unless that would end before it
    begins."""
    if match["range"]:
        end = _time(match["to"])
        begin = _time(match["from"], _half(match["to"]))
        if begin > end and not _half(match["from"]):
            begin = _time(match["from"], "a")
        return begin, end
    return (_time(match["at"]), "") if match["began"] else ("", _time(match["until"]))


def _meeting(text: str, sentence: Part) -> Meeting:
    """Place and hours that a sentence about the meeting states."""
    held = _HELD.search(text, sentence.start, sentence.end)
    hours = _HOURS.search(text, sentence.start, sentence.end)
    place = part(text, *held.span("place")) if held else None
    begin, end = _hours(hours) if hours else ("", "")
    return Meeting(place, part(text, *hours.span()) if hours else None, begin, end)


def _merge(one: Meeting, two: Meeting) -> Meeting:
    return Meeting(one.place or two.place, one.hours or two.hours, one.begin or two.begin, one.end or two.end)


def _classified(text: str, match: re.Match[str]) -> tuple[Part, tuple[Part, ...]]:
    """Classification and handling of `Secret; Nodis/Harvan.`"""
    start, end = match.span("rest")
    pieces = [m.span() for m in re.finditer(r"[^;]+", text[start:end])]
    handling = [part(text, start + a, start + b) for a, b in pieces]
    return part(text, *match.span("class")), tuple(piece for piece in handling if piece.text)


def _close_locator(text: str, sentence: Part) -> tuple[int, re.Match[str] | None]:
    """Where the archival part ends, and the classification if only a comma parts the two (`Volume 16, Top Secret.`)."""
    end = sentence.end - sentence.text.endswith(".")
    inside = re.search(rf",\s+(?=(?:{CLASSIFICATIONS})(?:;[^,.]*)?\.?\Z)", sentence.text)
    if inside is None:
        return end, None
    return sentence.start + inside.start(), _CLASSIFIED.match(text, sentence.start + inside.end(), sentence.end)


def _read(text: str, start: int) -> SourceParts:
    first, *rest = sentences(text, start) or [part(text, start, len(text))]
    end, match = _close_locator(text, first)
    located = locate(text, first.start, end)
    classification: Part | None = None
    handling: tuple[Part, ...] = ()
    events: list[SourceEvent] = []
    meeting = Meeting()
    if match:
        classification, handling = _classified(text, match)
    for sentence in rest:
        found = _CLASSIFIED.fullmatch(text, sentence.start, sentence.end)
        if classification is None and found:
            classification, handling = _classified(text, found)
        elif _HANDLING.fullmatch(sentence.text):
            handling = (*handling, part(text, sentence.start, sentence.end - sentence.text.endswith(".")))
        elif _TALK.match(sentence.text):
            meeting = _merge(meeting, _meeting(text, sentence))
        else:
            events.extend(_deeds(text, sentence))
    return SourceParts(
        located.locator, located.repository, located.collection, located.idno, classification, handling,
        tuple(events), meeting, located.published,
    )  # fmt: skip


def parse_source(text: str) -> SourceParts | None:
    """The archival part alone of a note that opens with `Source:`; None if the text is no such note."""
    prefix = _PREFIX.match(text)
    if prefix is None or prefix.end() == len(text):
        return None
    first = next(sentences(text, prefix.end()))
    end, _ = _close_locator(text, first)
    return locate(text, first.start, end)


def parse_source_note(text: str) -> SourceParts | None:
    """The parts of a source note, or None if the text is none (no `Source:` and no bracketed archive reference)."""
    bracketed = _BRACKETED.match(text)
    if bracketed:
        levels = _levels(text, *bracketed.span("rest"))
        locator = part(text, bracketed.start("archive"), bracketed.end("rest"))
        idno = part(text, levels[1].start, levels[-1].end) if len(levels) > 1 else None
        return SourceParts(locator, part(text, *bracketed.span("archive")), tuple(levels[:1]), idno)
    if russian := _RUSSIAN.match(text):
        idno, end = part(text, *russian.span("idno")), russian.end("idno")
        return SourceParts(part(text, 0, end), part(text, *russian.span("archive")), (), idno)
    prefix = _PREFIX.match(text)
    return _read(text, prefix.end()) if prefix and prefix.end() < len(text) else None
