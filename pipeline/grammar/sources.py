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
from dataclasses import dataclass, field

from pipeline.grammar.archives import Located, levels, locate_all
from pipeline.grammar.deeds import OPENING_DEED, SourceEvent, deeds
from pipeline.grammar.meetings import TALK, Meeting, meeting_in, merge
from pipeline.grammar.parts import Part, part
from pipeline.grammar.wordlist import word_set


@dataclass(frozen=True, slots=True)
class SourceParts(Located):
    """A source note taken apart. What it says of the archive is of the first copy, `copies` are the others."""

    copies: tuple[Located, ...] = ()
    classification: Part | None = None
    handling: tuple[Part, ...] = ()
    events: tuple[SourceEvent, ...] = ()
    meeting: Meeting = field(default_factory=Meeting)

    def who(self, kind: str) -> tuple[Part, ...]:
        """The persons and offices of the events of a kind, in printed order."""
        return tuple(event.who for event in self.events if event.kind == kind and event.who)


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

ABBREVIATIONS = word_set("""
    Mr Mrs Ms Dr Messrs M St Jr Sr No Nos Vol Vols vol vols p pp Lt Col Gen Maj Capt Adm Amb Sec Gov Sen Rep Asst Prof
    Hon Rev Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec ch doc Doc docs Docs ed eds cf ca c Inc Co Corp Ltd ff fol
    fols Mme Mlle etc Cong Sess Stat Dept Tel tel Ser Ph Bros CONF IMP Proc Univ Mtg Mtgs Corresp Cttee Cmte Exec Govt
    Intl Misc Supp Suppl Bd Bde Nr Az Nachl Sygn Inv
""")
"""Words after whose full stop a sentence goes on."""
_BEFORE_FIGURES = word_set(
    "no nos art sec item file f op d l ll por pap p b n inv nr cx leg exp fasc sv kart k kt kr dok bl t sygn poz j pos"
)
"""Words that are abbreviated only before a number: `DDRS, 1986, no. 002345`, `RGANI, f. 3, op. 16, d. 947`."""
_STOP = re.compile(r"\.(?P<close>[)\]”’\"']*)\s+(?=[“\"‘'(\[]?[A-Z0-9Ś])")
_OPENING = re.compile(r"[(“\"‘'\[–—]")
_INITIAL = re.compile(r"[A-Z]|[A-Z]-[A-Z]|[ap]")
_WORD_WITHIN = 40
"""Characters before a full stop that tell whether a word is abbreviated."""


def sentences(text: str, start: int = 0) -> Iterator[Part]:
    """The sentences of a text from an offset on. A full stop after an abbreviation or an initial ends none.

    `… Files, Vol. VI. Secret. Drafted by J. C. Hill.` has three. Nor is `S` an initial before a word that opens a
    sentence of such a note: `… POL 27 VIET S. Secret; Nodis.`
    """
    begin = start
    for stop in _STOP.finditer(text, start):
        before = text[max(begin, stop.start() - _WORD_WITHIN) : stop.start()]
        if stop["close"] == "" and _abbreviated(before, text[stop.end()]) and not _OPENS.match(text, stop.end()):
            continue
        yield part(text, begin, stop.end("close"))
        begin = stop.end()
    if begin < len(text):
        yield part(text, begin, len(text))


def _abbreviated(before: str, after: str) -> bool:
    """Whether a sentence goes on behind a full stop after these words, with the character `after`."""
    last = "" if before[-1:].isspace() else before.rsplit(None, 1)[-1] if before else ""
    last = last.rpartition(".")[2]
    word = _OPENING.split(last)[-1]
    if word in ABBREVIATIONS or (word in _BEFORE_FIGURES and after.isdigit()):
        return True
    return bool(_INITIAL.fullmatch(word)) and not before[: len(before) - len(last)].endswith(("Vol. ", "No. "))


CLASSIFICATIONS = (
    "No classification marking|Top Secret|Most Secret|Strictly Secret|Secret|Strictly Confidential|Confidential|"
    "Limited Official Use|Official Use Only|For Official Use Only|Restricted|Unclassified|Declassified|"
    "Très secret|Très confidentiel|Confidentiel|Streng geheim|Geheim|Streng vertraulich|Vertraulich|Zeer geheim|"
    "Vertrouwelijk|Segretissimo|Segreto|Riservatissimo|Riservato|Muy secreto|Secreto|Reservado|Confidencial|Hemmelig|"
    "Fortroligt|Ściśle tajne|Tajne"
)
_CLASSIFIED = re.compile(rf"(?P<class>{CLASSIFICATIONS})(?![\w'’ʼ])(?P<rest>[^.]*)\.?", re.IGNORECASE)
_OPENS = re.compile(rf"(?i:{CLASSIFICATIONS})(?=\s*(?:[.;,/–—-]|\Z))|{OPENING_DEED}|The (?:meeting|conversation)\b")
"""What begins a sentence of a source note, whatever stands before the full stop."""
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


def _classified(text: str, match: re.Match[str]) -> tuple[Part, tuple[Part, ...]]:
    """Classification and handling of `Secret; Nodis/Harvan.`; what a stroke or dash parts from it is handling too:
    `Secret/Sensitive`."""
    start, end = match.span("rest")
    start += len(match["rest"]) - len(match["rest"].lstrip(" /–—-,"))
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
    located, *copies = locate_all(text, first.start, end)
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
        elif TALK.match(sentence.text):
            meeting = merge(meeting, meeting_in(text, sentence))
        else:
            events.extend(deeds(text, sentence))
    return SourceParts(
        located.locator, located.repository, located.collection, located.idno, located.published, tuple(copies),
        classification, handling, tuple(events), meeting,
    )  # fmt: skip


def parse_source(text: str) -> tuple[Located, ...]:
    """The archival part alone of a note that opens with `Source:`, one reference for each copy that it names."""
    prefix = _PREFIX.match(text)
    if prefix is None or prefix.end() == len(text):
        return ()
    first = next(sentences(text, prefix.end()))
    end, _ = _close_locator(text, first)
    return locate_all(text, first.start, end)


def parse_source_note(text: str) -> SourceParts | None:
    """The parts of a source note, or None if the text is none (no `Source:` and no bracketed archive reference)."""
    bracketed = _BRACKETED.match(text)
    if bracketed:
        rows = levels(text, *bracketed.span("rest"))
        locator = part(text, bracketed.start("archive"), bracketed.end("rest"))
        idno = part(text, rows[1].start, rows[-1].end) if len(rows) > 1 else None
        return SourceParts(locator, part(text, *bracketed.span("archive")), tuple(rows[:1]), idno)
    if russian := _RUSSIAN.match(text):
        idno, end = part(text, *russian.span("idno")), russian.end("idno")
        return SourceParts(part(text, 0, end), part(text, *russian.span("archive")), (), idno)
    prefix = _PREFIX.match(text)
    return _read(text, prefix.end()) if prefix and prefix.end() < len(text) else None
