"""Direct speech: turns of a dialogue with their speakers' labels.

    MR. FORSYTH: Dexter. Should the Committee …      →  sp ─ speaker `MR. FORSYTH:`
                                                            p `Dexter. Should …`

No list of names is needed: which labels a document uses is learned from the document itself, in two steps. First
everything that could be a label is collected, at the beginning of paragraphs and of lines, each with its convention:

    colon        Kissinger:   MR. FORSYTH:   The Minister for Energy (Mr. Kyalo):   K:   主席：
    full stop    Senator Mondale. Now, you say …      Q. Sir, you were quoted …
    name         Gorbachev. The Soviet leadership …   STALIN (joking). Are you afraid …
    dash         HON. SPEAKER.- Order!
    line         The Secretary ⏎ Win, are you in charge?
    blank        Question Prime Minister, one issue … (beside labels on lines of their own)
    unmarked     Mr. Eden The Ambassador reports daily.

Then a convention counts if its labels repeat or carry titles and there are enough of them, and a label counts if it
repeats, has a title or is a name that the document knows. With the labels known, turns that begin in mid-line are
found too. Numbers of lines and paragraphs and time stamps before a label stay with it.

`dialogue` returns the document unchanged if it finds no dialogue. Paragraphs without a label go on with the same
speaker; headings, omissions and what the editors say end his turn. `[Laughter]` becomes an inline claim `stage`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from pipeline.grammar.speakers import ROLE
from pipeline.grammar.wordlist import word_set
from pipeline.model import Block, Claim, Document, Span
from pipeline.segment import printed


class Convention(StrEnum):
    """How a label is set off from the words."""

    COLON = "colon"
    STOP = "full stop"
    NAME = "name and full stop"
    DASH = "dash"
    LINE = "line"
    BLANK = "blank"
    UNMARKED = "unmarked"


class Shape(StrEnum):
    """What a label looks like."""

    TITLED = "titled"
    QUERY = "query"
    INITIALS = "initials"
    BARE = "bare"


@dataclass(frozen=True, slots=True)
class Label:
    """A possible label: `start` to `end` with its colon, `name` without, `at` where its line or prefix (`numbered`:
    a number, a time stamp) begins. Labels are compared by `key` (`key_of` the name)."""

    at: int
    start: int
    end: int
    name: str
    key: str
    convention: Convention
    shape: Shape
    numbered: bool = False


_IN_BRACKETS = re.compile(r"\([^)]*\)")
_STOPS_TO_BLANKS = str.maketrans(dict.fromkeys(".,;:：–—-", " "))
_SPELT = re.compile(r"([a-z])(?<!\w[a-z]) (?=[a-z]\b)")


def key_of(name: str) -> str:
    """The name in small letters, with single blanks and no stops: `DR.EVATT`, `Dr. Evatt` and `DR. EVATT` have one key,
    and so have `PM` and `P. M`."""
    bare = _IN_BRACKETS.sub(" ", name) if "(" in name else name
    return _SPELT.sub(r"\1", " ".join(bare.translate(_STOPS_TO_BLANKS).casefold().split()))


_TITLE = printed.TITLES
_TITLED = re.compile(rf"\b(?:{_TITLE})\b", re.IGNORECASE)
_QUERY = re.compile(
    r"(?:Q|A|P\.?\s?M|Question|Answer|Journalist|Interviewer|(?:The\s)?Press|Correspondent)\.?", re.IGNORECASE
)
_INITIALS = re.compile(r"[A-Z](?:\.?[A-Z]){0,3}\.?")
_PREFIX = r"(?:<\w+>|\[\d{1,2}(?::\d{2}){1,2}\]\s*|\[\d{1,3}\.?\]\s*|\d{1,4}[.)]?[ \t]+|Q\d{1,4}\.?[ \t]+){0,4}"
_WORD = r"(?:[^\W\d_a-zà-ÿ][\w.’'ʼ¬-]*|of|the|for|and|de|du|van|von|der|den|la|le|al|el|bin|di|hon\.?|to|in)"
_ANNEX = r"(?:[ \t]*\([^()\n]{1,60}\)){0,3}(?:[ \t]*\([^()\n:]{3,40}(?=:))?"
_COLON = re.compile(
    rf"(?P<prefix>{_PREFIX})(?P<name>(?:An?\s|The\s)?{_WORD}(?:[ \t]+{_WORD}){{0,7}}{_ANNEX})[ \t]*(?P<mark>[:：])"
    r"(?=\s|(?<=:)\Z|[^\W\d_\s/]|[\"“\[(])"
)
_SEMICOLON = re.compile(r"(?P<prefix>\d{1,4}[.)]?[ \t]+)(?P<name>The\s(?:[A-Z]{3,}[ -]?)+)(?P<mark>;)(?=\s)")
_SPACED = re.compile(r"(?P<prefix>)(?P<name>Q ?u ?e ?s ?t ?i ?o ?n|A ?n ?s ?w ?e ?r)[ \t]*(?P<mark>[:：])(?=\s|\Z)")
_CJK = re.compile(r"(?P<prefix>)(?P<name>[㐀-鿿]{2,20})(?P<mark>：)(?=[^\s])")
_STOP = re.compile(
    rf"(?P<prefix>{_PREFIX})(?P<name>(?:The[ ](?:{_TITLE})(?:[ ](?:{_TITLE}))?|"
    rf"(?:{_TITLE})\b\.?[ ]?(?:[A-Z][\w’'ʼ-]*[ ]?){{1,3}}|Q|A|[PFO0]M|Pm|P\.[ ]?M))"
    r"(?P<mark>\.)(?=[ \t]+[\"“\[(]*[A-Z0-9$£])"
)
_NAME = re.compile(
    r"(?P<prefix>)(?P<name>(?:(?:[A-Z]\.[ ]?){1,2}[A-Z][\w’'ʼ-]+|[A-Z][\w’'ʼ-]{2,}(?:[ ][A-Z][\w’'ʼ-]+){0,2})"
    r"(?:[ ]\([a-z][^()\n]{2,40}\))?)(?P<mark>\.)(?=[ \t]+[\"“\[(]*[A-Z0-9])"
)
"""A bare name and a full stop, as Russian records print their turns."""
_DASH = re.compile(
    r"(?P<prefix>)(?P<name>(?:HON|MR|MRS|MS|MADAM|DR|SIR|THE)\b[^\n\-–]{2,50}?)"
    r"(?P<mark>\.[-–—](?:[ ]?\([^()]{3,90}\)\.[-–—])?)(?=\s)"
)
_BLANK = re.compile(
    r"(?P<prefix>)(?P<name>Question|Answer|Journalist|Interviewer|QUESTION|ANSWER)(?P<mark>)(?=[ \t]+[A-Z])"
)
_BLANK_NAME = re.compile(
    rf"(?P<prefix>)(?P<name>(?:{_TITLE})\.?[ ][A-Z][\w’'ʼ-]+)(?P<mark>)"
    r"(?=[ ](?:We|I|The|It|This|First|Thank|My|Well)\b)"
)
_LINE = re.compile(
    rf"(?P<prefix>(?:§[ \t]*)?)(?P<name>Prime minister|(?:The\s)?{_WORD}(?:[ \t]+{_WORD}){{0,9}}{_ANNEX})(?P<mark>)"
    r"[ \t]*(?=\r?\n|\Z)"
)
_CONTINUED = re.compile(
    r"(?P<name>[A-Z][\w .]{1,40}?)\s*\(\s*(?:continued|cont(?:'|’)?d\.?|continuing)\s*\)\s*[:.]?", re.IGNORECASE
)
_PATTERNS = (
    (Convention.DASH, _DASH), (Convention.DASH, printed.DASHED), (Convention.COLON, printed.QUERY),
    (Convention.COLON, printed.MANY), (Convention.COLON, printed.ASKED_TO), (Convention.COLON, printed.OFFICE_AFTER),
    (Convention.COLON, printed.HOLDER),
    (Convention.COLON, _COLON), (Convention.COLON, _CJK), (Convention.COLON, _SPACED), (Convention.COLON, _SEMICOLON),
    (Convention.STOP, _STOP), (Convention.STOP, printed.CHAIR), (Convention.STOP, printed.FRENCH),
    (Convention.BLANK, _BLANK), (Convention.UNMARKED, printed.UNMARKED), (Convention.LINE, _LINE),
    (Convention.NAME, _NAME),
)  # fmt: skip
_WITHOUT_COLON = tuple(pair for pair in _PATTERNS if pair[0] is not Convention.COLON or pair[1] is printed.QUERY)
_ANY_COLON = re.compile("[:：;]")
"""With what every label of the convention ends."""

_TOGETHER = (
    ((Convention.DASH,), 1), ((Convention.COLON,), 2), ((Convention.STOP,), 3), ((Convention.NAME,), 5),
    ((Convention.LINE, Convention.BLANK), 6), ((Convention.UNMARKED,), 3),
)  # fmt: skip
"""Conventions that are judged together, and how many labels of them a dialogue has at least."""

NO_SPEAKERS = word_set(
    """
    subject subjects participants participant present place date time attendees attending note notes source
    sources reference references ref refs re copies copy cc info tags summary comment comments message messages
    begin end text quote unquote telegram cable attachment attachments enclosure enclosures tab annex appendix
    dear table figure decision decisions action actions conclusion conclusions recommendation recommendations
    background discussion issue issues option options pros cons approve disapprove distribution classification
    authority drafted drafter approved cleared clearance from via through eo paragraph article item items agenda
    page volume document document-type part section chapter title file box folder record records series number
    agency originator restrictions status criteria following remarks introduction location today tomorrow
    yesterday monday tuesday wednesday thursday friday saturday sunday january february march april june july
    august september october november december accompanied purpose objective objectives problem analysis
    assumptions assessment first second third finally example however namely p.s ps n.b nb warning attention
    urgent priority secret confidential unclassified eyes only resolved whereas done department embassy tel decl by
    phone telephone fax www http https against abstaining abstentions favour favor yeas nays ayes noes appearances
    witnesses briefer briefers interviewed interviewee contents index translation interpretation
    """
)
"""Words that make a line with a colon a heading or a field, not a speaker's label."""

_REPLIES = word_set(
    "yes no well good right true indeed thanks fine correct agreed absolutely certainly perhaps exactly"
)
"""Words that open an answer as a name opens a turn."""
_COUNTRIES = word_set(
    """
    us usa uk ussr un frg gdr roc prc eec ec nato eu uae uar fao ilo imf
    """
)
_COURTESY = re.compile(
    r"(?:(?:my|dear|honou?red|honou?rable|hon|esteemed|reverend) )*"
    r"(?:sirs?|madame?|gentlemen|lords?|messieurs|monsieur)|(?:your )?(?:excellency|majesty|highness|lordship)"
)
"""How one addresses another, never who speaks: `Sir: I have the honor …`, `My Lord: …`."""
_ADDRESS = re.compile(
    r"(?:mr|madam|monsieur) (?:le )?(?:(?:prime|foreign|acting|deputy|under|vice|high|consul) )*"
    r"(?:president|secretary(?: general)?|minister|chancellor|ambassador|general|consul|commissar|commissioner|premier"
    r"|chairman|chargé d[’']affaires)"
)
"""How a letter may begin in the line of its first sentence, and a turn in a dialogue: `Mr. Minister: The note …`."""
_NO_SPEECH = re.compile(
    r"^(?:[\[(]?(?:Here follows?|Omitted here|matter omitted|Pause)|\[.*\]$|\(.*\)$|_?\[.*\]_?$|ENDS\b|END\b|0{2,}|"
    r"[*_\-—–.\s]+$|"
    r"(?:The\s|This\s)?(?:[\w-]+\s){0,4}(?:meeting|hearing|committee|conference|session|interview|House|conversation"
    r"|reception|talks?|audience)\s(?:adjourned|recessed|was adjourned|ended|closed|concluded|rose|lasted)"
    r"|\(?Whereupon\b|"
    r"(?:The\s(?:[\w-]+\s){0,2}(?:Council|Committee|Cabinet|Conference|Board|Group|Delegates)|It\swas)\s(?:then\s|also\s)?"
    r"(?:agreed|decided|resolved|noted|approved)\b[^.]{0,40}[-–—:]$)",
    re.IGNORECASE | re.DOTALL,
)
_OMITTED = re.compile(
    r"^[\[(]?_?\[?\s?_?(?:Here follow|Omitted here|matter omitted|\d+ (?:lines?|pages?|paragraphs?))", re.IGNORECASE
)
_STAGE_WORDS = (
    r"laugh\w*|applause|interruption|interjec\w+|interrupt\w*|pause\w*|cheers|inaudible|unintelligible|"
    r"crosstalk|cross talk|hear,? hear|order|prolonged|loud|general laughter|off[ -]the[ -]record|recess|"
    r"silence|music|telephone|phone|not clear|garbled|discussion off|whispers?|sighs?|coughs?|smil\w*|nods?|"
    r"shakes?|reads?|reading|hands|gives|leaves|enters|exits?|rises|withdraws|joins|arrives|turning|turns|"
    r"points|pointing|looks|looking|speaking|in english|in russian|through interpreter|simultaneous|"
    r"continues|resumes|hon\.? members?|honourable members?|members|displaced|chuckl\w*|discussed|discusses|"
    r"unclear|hangs?|picks|mixed voices|beifall|heiterkeit|zurufe?|lachen|unruhe|widerspruch|glocke|"
    r"sehr (?:richtig|gut|wahr)|applaudissements|rires|sourires|exclamations|mouvements?|protestations|très bien"
)
_STAGE = re.compile(
    rf"(?P<a>\[|\()\s?(?:The\s|Mr\.?\s\w+\s|[A-Z]\w+\s)?(?:{_STAGE_WORDS})\b[^\[\]()]{{0,160}}(?:\]|\))", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"(?:[.?!:;…\-—|>][\"”’'»)\]*_]*|[\])”\"])(?:\s?\d{1,2})?$")


def dialogue(document: Document) -> Document:
    """The document with its turns as `sp`; the same document if it holds no direct speech."""
    text = _visible(document)
    whole = _unlisted(document.root, text)
    blocks = [block for block, _ in _paragraphs(whole)]
    labels = _accepted([label for block in blocks for label in _candidates(text, block.span)], text, document)
    if not labels:
        return document
    if _OFFICER.match(labels[0].name) and _NAMED_ONLY.match(text, labels[0].end):
        labels = labels[1:]
    found = [*_unmarked(text, blocks, labels), *_own_lines(text, blocks, labels)]
    labels = sorted([*labels, *found], key=lambda label: label.start)
    turns = _with_inner(text, blocks, labels)
    root = _questions_apart(_rebuilt(whole, text, document.transcript.text, turns), text)
    stages = tuple(_stages(text, root))
    return replace(document, root=root, marks=(*document.marks, *stages, *_continued(text, blocks)))


_NO_LINE_END = re.compile(r"[^\r\n]")


def _visible(document: Document) -> str:
    """The transcript with every hidden character (page marks, furniture, marks of notes) as a blank."""
    text = document.transcript.text
    pieces: list[str] = []
    at = 0
    for span in document.hidden():
        start = max(at, span.start)
        pieces += (text[at:start], _NO_LINE_END.sub(" ", text[start : span.end]).replace("\r", "\n"))
        at = max(at, span.end)
    return "".join((*pieces, text[at:]))


_NUMBERED_SPEAKER = re.compile(
    rf"\d{{1,4}}[.)]?\s+(?:The|{_TITLE})\.?\s(?:[A-Z]{{3,}}[A-Z’'ʼ-]*[ ]?)+(?:\([^()\n]{{2,60}}\))?[ ]?[:;]"
)


def _unlisted(block: Block, text: str) -> Block:
    """The tree with the numbered paragraphs of a verbatim record as paragraphs: a reader takes them for a list.

    `92. The PRESIDENT; The representative of …` names a speaker, so the numbers are not those of points."""
    if block.kind not in _SPOKEN_IN or not any(child.kind in _LISTS_IN for child in block.children):
        return block
    return replace(block, children=tuple(part for child in block.children for part in _unnumbered(child, text)))


def _unnumbered(child: Block, text: str) -> Iterator[Block]:
    """A block, or the paragraphs of a list whose items are turns."""
    pairs = list(zip(child.children[::2], child.children[1::2], strict=False)) if child.kind == "list" else []
    numbered = bool(pairs) and all(a.kind == "label" and b.kind == "item" for a, b in pairs)
    if numbered and any(_holds_turns(a, b, text) for a, b in pairs):
        for number, item in pairs:
            for part in _as_paragraphs(number, item):
                yield from _unnumbered(part, text)
    else:
        yield _unlisted(child, text)


def _holds_turns(number: Block, item: Block, text: str) -> bool:
    """Whether a numbered item begins with a speaker, or holds the turns that follow upon a numbered question."""
    if _NUMBERED_SPEAKER.match(text, number.span.start, item.span.end):
        return True
    inner = [part.span for part in item.children[1:] if part.kind == "p"]
    labels = [match["name"] for span in inner if (match := _COLON.match(text, span.start, span.end))]
    return sum(_shape(name) is Shape.TITLED for name in labels) >= 2


def _as_paragraphs(label: Block, item: Block) -> Iterator[Block]:
    """One or more `p` for a numbered item; the number stands in the first."""
    if not item.children or item.children[0].kind != "p":
        yield Block("p", Span(label.span.start, item.span.end), (), item.children, item.glyphs)
        return
    first, *others = item.children
    yield replace(first, span=Span(label.span.start, first.span.end))
    yield from others


_SPOKEN_IN = frozenset({"div", "body", "text", "floatingText", "group"})
_LISTS_IN = _SPOKEN_IN | {"list"}


def _paragraphs(block: Block) -> Iterator[tuple[Block, Block]]:
    """The paragraphs that may be speech, each with its parent."""
    for child in block.children:
        if child.kind == "p":
            yield child, block
        elif child.kind in _SPOKEN_IN:
            yield from _paragraphs(child)


def _line_starts(text: str, span: Span) -> Iterator[tuple[int, int]]:
    """Where a label may begin: the first visible character of every line, after the offset where the line begins."""
    at = span.start
    while at < span.end:
        end = text.find("\n", at, span.end)
        end = span.end if end < 0 else end
        words = text[at:end].lstrip()
        if words:
            yield at, end - len(words)
        at = end + 1


def _is_fresh(text: str, start: int, line: int) -> bool:
    """Whether a sentence has ended before the line that begins at an offset, in a paragraph that begins at `start`."""
    before = text[max(start, line - 60) : line].rstrip()[-12:]
    if before.rpartition("\n")[2].strip().isdigit():
        return True  # the number of a page
    return _SENTENCE_END.search(before) is not None if before else not text[start:line].strip()


def _shape(name: str) -> Shape:
    if _QUERY.fullmatch(name):
        return Shape.QUERY
    if _INITIALS.fullmatch(name):
        return Shape.INITIALS
    if _TITLED.search(name) or name[0] > "\u3400" or name.endswith(")") or ROLE.fullmatch(name):
        return Shape.TITLED
    return Shape.BARE


def _candidates(text: str, span: Span) -> Iterator[Label]:
    patterns = _PATTERNS if _ANY_COLON.search(text, span.start, span.end) else _WITHOUT_COLON
    for line, at in _line_starts(text, span):
        seen: set[Convention] = set()
        for convention, pattern in patterns:
            match = pattern.match(text, at, span.end) if convention not in seen else None
            if match is None or len(match["name"]) > 90:
                continue
            name = match["name"].strip() if pattern is not _SPACED else match["name"].replace(" ", "")
            key = key_of(name)
            parts = key.split()
            if not parts or not NO_SPEAKERS.isdisjoint(parts) or "".join(parts) in _COUNTRIES:
                continue
            if convention is Convention.STOP and _BROKEN_OFF.search(name):
                continue
            if key == "witness" and text[match.end() : match.end() + 40].partition("\n")[0].isupper():
                continue  # WITNESS: PAYAM AKHAVAN
            seen.add(convention)
            shape = _shape(name)
            free = shape is Shape.QUERY or convention is Convention.LINE or (name.isupper() and len(parts) > 1)
            if free or _is_fresh(text, span.start, line):
                end = match.end("mark") if match["mark"] else match.end("name")
                yield Label(at, match.start("name"), end, name, key, convention, shape, bool(match["prefix"].strip()))


_BROKEN_OFF = re.compile(r"[a-z]\.?\s[A-Z]\Z")
"""The end of a name whose full stop is that of an initial: `Hon. Joseph R.`"""


_SMALL = re.compile(r"(?<![.’'ʼ\w-])[a-z]{3,}")
"""A word in small letters."""
_TITLED_NAME = re.compile(rf"(?=[A-Z])\b(?:{_TITLE})\.?\s+(?:[A-Z]\.\s*)*([A-Z][\w’-]+)")
_INITIALLED_NAME = re.compile(r"\b(?:[A-Z][a-z]?\.\s?){1,3}([A-Z][\w’-]{2,})")
_ALIAS = re.compile(r"\b(?:hereafter|hereinafter|henceforth)(?: referred to as| called)?:? [\"“‘']?([A-Z][\w’-]*)")
_CAPITALIZED = re.compile(r"[A-Z][\w’-]+")


def _accepted(found: Sequence[Label], text: str, document: Document) -> list[Label]:
    """The labels of the conventions that the document follows."""
    rows = [[label for label in found if label.convention in conventions] for conventions, _ in _TOGETHER]
    enough = [
        len(row) >= fewest or _verbatim(row) or _marked(row, text)
        for row, (_, fewest) in zip(rows, _TOGETHER, strict=True)
    ]
    if not any(enough):
        return []
    accepted: list[Label] = []
    lower = frozenset(_SMALL.findall(text))
    known = _names_known(document)
    for possible, (conventions, _) in zip(rows, _TOGETHER, strict=True):
        plausible = [label for label in possible if _plausible(label, lower, known) or label.name == "ALL"]
        counts = Counter(label.key for label in plausible)
        row = [label for label in plausible if _counts(label, counts, known, len(plausible))]
        if _established(conventions[0], row, text) or _take_turns(conventions[0], row, document):
            shouted = conventions == (Convention.NAME,) and all(label.name.isupper() for label in row)
            accepted += [label for label in plausible if label.name.isupper()] if shouted else row
    if accepted:  # `Q.` beside `Secretary Kissinger:`, `P:` and `RN:` beside `Helms:`
        asked = [label for label in rows[2] if label.shape is Shape.QUERY and len(label.name) == 1]
        counts = Counter(label.key for label in asked)
        taken = {label.start for label in accepted}
        accepted += [label for label in asked if counts[label.key] > 1 and label.start not in taken]
        if any(label.convention is Convention.COLON and label.shape is Shape.BARE for label in accepted):
            accepted += [label for label in rows[1] if label.shape is Shape.INITIALS and len(label.key) <= 2]
    shortest = {label.start: label for label in sorted(accepted, key=lambda label: -label.end)}
    return sorted(shortest.values(), key=lambda label: label.start)


def _names_known(document: Document) -> frozenset[str]:
    """Capitalized words of headings, lists and notes, and words after titles: names, if they are labels too."""
    text = document.transcript.text
    words = {*_TITLED_NAME.findall(text), *_INITIALLED_NAME.findall(text), *_ALIAS.findall(text)}
    for block in document.root.walk():
        if block.kind in ("head", "list", "note"):
            words.update(_CAPITALIZED.findall(text, block.span.start, block.span.end))
    return frozenset(part.casefold() for word in words for part in (word, *word.split("-")))


def _plausible(label: Label, lower: frozenset[str], known: frozenset[str]) -> bool:
    """Whether a label can be a person: no courtesy, no bare word that the document also writes in small letters."""
    if _COURTESY.fullmatch(label.key):
        return False
    if label.shape is not Shape.BARE:
        return True
    words = label.key.removeprefix("the ").split()
    if len(words) > 4:
        return False
    return label.name == "ALL" or all(word in known or word not in lower for word in words)


def _counts(label: Label, counts: Counter[str], known: frozenset[str], total: int) -> bool:
    """Whether one label of a convention is used: it repeats, or has a title, or is a name the document knows."""
    if label.convention is Convention.NAME:
        last = label.key.split()[-1]
        bare = label.shape is Shape.BARE or label.name.endswith(")") or label.name == "ALL"
        often = counts[label.key] > (1 if label.name.isupper() else 2) or label.name == "ALL"
        return bare and last not in _REPLIES and (last in known or often)
    if label.convention in (Convention.LINE, Convention.BLANK):
        alone = label.shape is Shape.BARE and " " in label.key and counts[label.key] > 2  # Robert Kee
        titled = label.shape is Shape.TITLED and (label.numbered or _TITLED.search(label.key) is not None)
        return alone or titled or label.shape is Shape.QUERY
    if _ADDRESS.fullmatch(label.key):
        return counts[label.key] > 1 and not all(map(_ADDRESS.fullmatch, counts))
    if counts[label.key] > 1:
        return True
    if label.shape is Shape.TITLED:
        return True
    last = label.key.split()[-1]
    if total >= 6 and any(count > 1 and _misread(label.key, key) for key, count in counts.items()):
        return True
    return last in known or (label.shape is Shape.BARE and total >= 6) or (label.shape is Shape.QUERY and total >= 4)


def _unmarked(text: str, blocks: Sequence[Block], labels: Sequence[Label]) -> Iterator[Label]:
    """Labels whose colon is lost: a known name with a title and a full stop (`Mr. Wumbua. Mr. Deputy Speaker, …`), and
    for the first turn one without any mark (`Mr Ohira We have just …`)."""
    titled = {label.key for label in labels if label.convention is Convention.COLON and label.shape is Shape.TITLED}
    starts = {at for label in labels for at in (label.at, label.start)}
    for block in blocks if titled else ():
        if block.span.start in starts:
            continue
        first = block.span.end <= labels[0].at
        for pattern in (_STOP, _BLANK_NAME) if first else (_STOP,):
            match = pattern.match(text, block.span.start, block.span.end)
            if match and any(_near(key_of(match["name"]), key) for key in titled):
                end = match.end("mark")
                name = match["name"].strip()
                yield Label(match.start(), match.start("name"), end, name, key_of(name), Convention.STOP, Shape.TITLED)
                break


_OFFICER = re.compile(
    r"(?:(?:Temporary|Acting|Vice)[ -])*(?:President|Chairman|Chairperson|Chair|Rapporteur)\Z", re.IGNORECASE
)
_NAMED_ONLY = re.compile(
    rf"\s*(?:{_TITLE})\.?(?:\s[\w.’'ʼ-]+){{1,5}}\s*(?:\([^()]{{3,90}}\)[ \t]*)?\.?[ \t]*(?=\r?\n[ \t]*\r?\n|\Z)"
)
"""Who presides, at the head of a record: `President: Sir Colin Crowe (United Kingdom).`"""
_OWN_LINE = re.compile(r"(?P<name>[A-Z][\w .’'-]{1,40}?)(?P<mark>[;,.]?)[ \t]*(?=\r?\n|\Z)")


def _own_lines(text: str, blocks: Sequence[Block], labels: Sequence[Label]) -> Iterator[Label]:
    """Labels on lines of their own that lost their colon (`MARTIN;`), where all others stand so."""
    colon = [label for label in labels if label.convention is Convention.COLON]
    alone = Counter(label.key for label in colon if not text[label.end : label.end + 200].partition("\n")[0].strip())
    if len(colon) < 4 or alone.total() < 0.8 * len(colon):
        return
    starts = {at for label in labels for at in (label.at, label.start)}
    for block in blocks:
        match = _OWN_LINE.match(text, block.span.start, block.span.end) if block.span.start not in starts else None
        if match and alone[key := key_of(match["name"])] > 1:
            name, end = match["name"], match.end("mark")
            yield Label(match.start(), match.start(), end, name, key, Convention.COLON, _shape(name))


def _near(key: str, other: str) -> bool:
    """Whether two keys are the same, or differ in one letter of a long name."""
    return key == other or (len(key) == len(other) > 8 and sum(a != b for a, b in zip(key, other, strict=True)) == 1)


def _misread(key: str, other: str) -> bool:
    """Whether two short labels of one length differ by one character only (`0M`, `FM` for `PM`)."""
    return len(key) == len(other) <= 4 and sum(a != b for a, b in zip(key, other, strict=True)) == 1 < len(key)


def _established(convention: Convention, row: Sequence[Label], text: str) -> bool:
    """Whether there are enough labels of a convention for a dialogue."""
    keys = Counter(label.key for label in row)
    repeated = sum(count > 1 for count in keys.values())
    titled = sum(label.shape is Shape.TITLED for label in row)
    if convention is Convention.LINE:
        starts = {label.at for label in row}
        followed = [label for label in row if _followed_by_words(label, starts, text)]
        if _marked(row, text):
            return True
        return len(row) >= 6 and len(keys) >= 2 and repeated >= 2 and len(followed) >= len(row) * 0.8
    if convention in (Convention.STOP, Convention.UNMARKED):
        return len(row) >= 3 and len(keys) >= 2 and repeated >= 1
    if convention is Convention.NAME:
        first, last = (row[0].at, row[-1].at) if row else (0, 0)
        paragraphs = text.count("\n\n", first, last) + 1
        fewest = 1 if all(label.name.isupper() for label in row) else 2
        return len(row) >= 5 and repeated >= fewest and len(row) * 3 >= paragraphs
    if convention is Convention.DASH:
        dotted = any("." in text[label.end - 3 : label.end] for label in row)
        sentences = sum(_is_sentence(text, label.end) for label in row) * 2 >= len(row)
        return dotted or (len(row) >= 4 and len(keys) >= 2 and repeated >= 1 and sentences)
    if _verbatim(row):
        return True
    if row and all(label.shape is Shape.INITIALS for label in row):
        return len(row) >= 4 and repeated >= 2
    if len(row) >= 3 and repeated and all(label.shape is Shape.QUERY for label in row):
        return True  # PM: … PM: … the questions stand without a label
    return (len(row) >= 3 and (repeated >= 1 or titled >= 2) and len(keys) >= 2) or (
        len(row) >= 2 and titled == len(row)
    )


def _take_turns(convention: Convention, row: Sequence[Label], document: Document) -> bool:
    """Whether most labels are names of listed participants, though each may speak but once."""
    if convention is not Convention.COLON or len(row) < 4:
        return False
    text = document.transcript.text
    lists = [block.span for block in document.root.walk() if block.get("type") == "participants"]
    present = {word.casefold() for span in lists for word in _CAPITALIZED.findall(text, span.start, span.end)}
    speaking = {label.key for label in row if label.shape is Shape.BARE and label.key.split()[-1] in present}
    return len(speaking) >= 3 and sum(label.key in speaking for label in row) * 2 >= len(row)


def _verbatim(row: Sequence[Label]) -> bool:
    """Whether a label is one of a verbatim record whose paragraphs are counted: `92. The PRESIDENT; …`."""
    return any(label.numbered and not label.name.isupper() and label.name[4:].isupper() for label in row)


def _is_sentence(text: str, start: int) -> bool:
    """Whether the words from an offset on end as sentences do: `Mr. Harrow - Department of State` is an entry."""
    words = _BLANK_LINE.split(text[start : start + 600], maxsplit=1)[0].rstrip()
    return len(words) > 500 or words.endswith((".", "?", "!", "-", "—", '"', "”", ")"))


_BLANK_LINE = re.compile(r"\n[ \t]*\r?\n")


def _marked(row: Sequence[Label], text: str) -> bool:
    """Whether labels carry the sign with which Hansard's volumes are published: `§ Mr. Attlee (Limehouse)`."""
    return sum(text.startswith("§", label.at) for label in row) >= 2


def _followed_by_words(label: Label, starts: set[int], text: str) -> bool:
    after = text[label.end : label.end + 200].lstrip()
    start = label.end + len(text[label.end : label.end + 200]) - len(after)
    return bool(after) and start not in starts


def _with_inner(text: str, blocks: Sequence[Block], labels: Sequence[Label]) -> dict[int, list[Label]]:
    """The labels by paragraph (its start), with those in mid-line whose names are known from elsewhere."""
    colon = [label for label in labels if label.convention is Convention.COLON and label.shape is not Shape.INITIALS]
    known = {label.key for label in colon}
    turns: dict[int, list[Label]] = {block.span.start: [] for block in blocks}
    starts = sorted(turns)
    ends = {block.span.start: block.span.end for block in blocks}
    at = 0
    for label in labels:
        while at + 1 < len(starts) and starts[at + 1] <= label.at:
            at += 1
        turns[starts[at]].append(label)
    capitals = sum(label.name.isupper() for label in colon) * 2 > len(colon)
    for start, row in turns.items():
        for inner in _inner(text, start, ends[start], known, capitals):
            if all(inner.start >= other.end or inner.end <= other.start for other in row):
                row.append(inner)
        row.sort(key=lambda label: label.start)
    return turns


_INNER = re.compile(
    rf"(?<=\s)(?P<name>(?:The\s)?(?:(?:{_TITLE})\.?\s*)?[A-Z][\w.’'ʼ-]*(?:[ ]{_WORD}){{0,4}})(?P<mark>[:：])(?=\s)"
)


_EXAMINED = re.compile(r"\b(?:BY|[Ee]xamined by)\Z")
"""Before the name of whoever examines: `BY MR. BARBADORO:`"""


def _inner(text: str, start: int, end: int, known: set[str], capitals: bool) -> Iterator[Label]:
    """Labels in mid-line: a known one after the end of a sentence; with labels in capitals, any titled one in them."""
    for colon in re.finditer(r"[:：](?=\s)", text[start:end]):
        stop = start + colon.start()
        low = max(start, stop - 60)
        window = text[low:stop]
        for cut in re.finditer(r"(?:(?<=\s)|^)(?=[A-Z])", window):
            name = window[cut.start() :]
            before = text[max(start, low - 60) : low + cut.start()].rstrip()
            if not before or not name.strip() or "\n" in name or _EXAMINED.search(before):
                continue
            shouted = capitals and name.isupper() and _TITLED.match(name) is not None
            key = key_of(name)
            whole = key in known and (_SENTENCE_END.search(before[-12:]) or name.isupper())
            if whole or (shouted and len(name.split()) <= 5):
                at = low + cut.start()
                yield Label(at, at, stop + 1, name.strip(), key, Convention.COLON, _shape(name.strip()))
                break


# ------------------------------------------------------------------ the tree


def _rebuilt(block: Block, text: str, raw: str, turns: dict[int, list[Label]]) -> Block:
    """The tree with the turns of each division gathered into `sp`; `raw` is the text with its hidden characters."""
    if block.kind not in _SPOKEN_IN:
        return block
    children: list[Block] = []
    turn: list[Block] = []

    def close() -> None:
        if turn:
            late = []
            while turn[-1].kind in ("fw", "pb", "gap"):  # what stands after the last words belongs to the page
                late.append(turn.pop())
            children.append(Block("sp", Span(turn[0].span.start, turn[-1].span.end), (), tuple(turn)))
            children.extend(reversed(late))
            turn.clear()

    for child in block.children:
        if child.kind == "p" and turns.get(child.span.start):
            for part in _parts(child, text, raw, turns[child.span.start]):
                if part.kind == "speaker":
                    close()
                (turn if turn or part.kind == "speaker" else children).append(part)
        elif turn and _goes_on(child, text):
            turn.append(child)
        else:
            close()
            children.append(_rebuilt(child, text, raw, turns))
    close()
    return replace(block, children=tuple(children))


_ASKING = frozenset({"q", "question", "questions", "journalist", "press", "correspondent", "interviewer"})


def _questions_apart(root: Block, text: str) -> Block:
    """The tree with questions that lost their `Q.` as turns of their own: the last paragraph of an answer, if it is a
    question and the next turn has the same label. Only where questions have a label, or nobody else has one."""
    keys = {key for block in root.walk() if block.kind == "sp" if (key := _speaker_key(block, text))}
    return _parted(root, text) if keys & _ASKING or len(keys) == 1 else root


def _speaker_key(block: Block, text: str) -> str:
    speaker = next((child for child in block.children if child.kind == "speaker"), None)
    return key_of(text[speaker.span.start : speaker.span.end]) if speaker and block.kind == "sp" else ""


def _parted(block: Block, text: str) -> Block:
    children: list[Block] = []
    turns = [child for child in block.children if child.kind == "sp"]
    following = dict(pairwise(turns))
    for child in block.children:
        key = _speaker_key(child, text)
        after = following.get(child)
        last = child.children[-1] if key and child.children else None
        if (
            last is not None
            and after is not None
            and len(child.children) > 2
            and last.kind == "p"
            and text[last.span.start : last.span.end].rstrip().endswith("?")
            and _same_label(key, _speaker_key(after, text))
        ):
            rest = child.children[:-1]
            children.append(replace(child, span=Span(child.span.start, rest[-1].span.end), children=rest))
            children.append(Block("sp", last.span, (), (last,)))
        else:
            children.append(_parted(child, text) if child.kind in _SPOKEN_IN else child)
    return replace(block, children=tuple(children))


def _same_label(key: str, other: str) -> bool:
    return key not in _ASKING and (key == other or _misread(key, other))


def _goes_on(block: Block, text: str) -> bool:
    """Whether a block without a label belongs to the turn before it."""
    if block.kind in ("fw", "pb"):
        return block.get("type") != "notes"
    if block.kind in ("list", "quote", "table", "lg"):
        return block.get("type") not in ("participants", "subject", "coversheet")
    if block.kind != "p" or block.get("rend") == "heading":
        return False
    words = " ".join(text[block.span.start : block.span.end].split())
    if _STAGE.fullmatch(words):
        return True
    return not _NO_SPEECH.match(words) and not (words.isupper() and len(words) < 80)


def _trim(text: str, start: int, end: int) -> Span | None:
    piece = text[start:end]
    if not piece.strip():
        return None
    return Span(start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip()))


def _parts(block: Block, text: str, raw: str, labels: Sequence[Label]) -> Iterator[Block]:
    """A paragraph cut at its labels: what comes before the first, then `speaker` and `p` in turn."""
    labels = [label for label in labels if not any(_cuts(child, label) for child in block.children)]
    if not labels:
        yield block
        return
    first = labels[0]
    lead = block.span.start
    if text[lead : first.at].strip():
        yield _slice(block, Span(lead, lead + len(text[lead : first.at].rstrip())))
        lead = first.at
    for number, label in enumerate(labels):
        start = lead if number == 0 else label.at
        yield Block("speaker", Span(start, label.end))
        stop = labels[number + 1].at if number + 1 < len(labels) else block.span.end
        # hidden characters (a page mark, the mark of a note) at the end are still the paragraph's
        words = _trim(text, label.end, stop)
        last = number + 1 == len(labels)
        tail = block.span.end if last else label.end + len(raw[label.end : stop].rstrip())
        if words is not None:
            yield _slice(block, Span(words.start, max(tail, words.end)))
        elif tail > label.end:
            hidden = Span(label.end, tail)
            yield Block("p", hidden)


def _cuts(child: Block, label: Label) -> bool:
    return child.span.start < label.end and label.at < child.span.end


def _slice(block: Block, span: Span) -> Block:
    children = tuple(child for child in block.children if child.span in span)
    glyphs = tuple(glyph for glyph in block.glyphs if glyph in span)
    attrs = tuple(attr for attr in block.attrs if attr != ("rend", "heading"))  # a short turn looked like one
    return Block("p", span, attrs, children, glyphs)


def _stages(text: str, root: Block) -> Iterator[Claim]:
    """Laughter and directions in brackets within the turns."""
    for block in root.walk():
        if block.kind != "sp":
            continue
        for part in block.children:
            if part.kind == "p":
                for match in _STAGE.finditer(text, part.span.start, part.span.end):
                    yield Claim(Span(*match.span()), "stage", "dialogue/stage")


def _continued(text: str, blocks: Sequence[Block]) -> Iterator[Claim]:
    """`Prime Minister (continued)` at the head of a page: no new turn, and no words of his."""
    for block in blocks:
        for match in re.finditer(r"(?m)^[ \t]*", text[block.span.start : block.span.end]):
            found = _CONTINUED.match(text, block.span.start + match.end(), block.span.end)
            if found:
                yield Claim(Span(*found.span()), "fw", "dialogue/continued", attrs=(("type", "header"),))
