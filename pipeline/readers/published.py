"""Published volumes as text extracted from web pages.

    262. Memorandum of Conversation0      number, title, note mark
    SUBJECT / PARTICIPANTS                headings of bulleted lists
      • US
        • Mr. Tyler
    … Lord Home.1 This is [Page 559] …    note marks glued to words, page marks
    1.                                    numbers of paragraphs on lines of their own
      1. Source: Department of State …    the notes at the end

One line is one paragraph. What the extraction lost (datelines, dashes between links) stays lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from pipeline.findings import finding
from pipeline.grammar import participants as people
from pipeline.grammar import titles
from pipeline.grammar.salutations import is_salutation, salutation
from pipeline.model import Attrs, Block, Claim, Document, Evidence, Finding, Span, Transcript
from pipeline.segment import broken, letters, shapes
from pipeline.segment.endnotes import Listed, hanging, in_list, note_attrs
from pipeline.segment.lines import Line, lines_of
from pipeline.segment.lists import Numbered, bulleted, is_bullet, list_end
from pipeline.segment.notes import Place, match_marks
from pipeline.segment.pages import PageMarks, is_only_marks

NAME = "published"
_HEAD = re.compile(r"^(?P<number>\d+[a-z]?)\.\s+(?=[A-Z“\"\[])")
_NUMBER_LINE = re.compile(r"^(?:No|Doc(?:ument)?)\.?\s*\d+[a-z]?\.?$")
_FILE_NUMBER = re.compile(
    r"""(?:File\ No\.\ )?\d{3}[\w.]*(?:[ ][A-Z][\w.() ]{0,30})?/\d[\w.]*(?:[–-][\w–-]+)?(?::\s*[\w ]+)?
    |File\ No\..{2,60}
    |(?:[A-Z][A-Za-z.]+\ ){1,4}\d{3}\.\w+/\d[\w–-]*
    |\[?[A-Z]{1,6}[–-]\d{1,4}[A-Z]?\+?(?:\ and\ [A-Z]{1,6}[–-]\d{1,4}[A-Z]?\+?)?\]?
    |(?:Lot|S/[SP]).{0,40}\d.{0,60}""",
    re.VERBOSE,
)
"""`891.105A/1–2748: Telegram`, `501.BC Kashmir/3–2348`, `File No. 763.72/1093`, `Lot 60 D 627, CF 168`;
`Paris Peace Conf. 180.03101/42`, `BC–35`, `[BC–4 and BC–4A]`."""
_COLLECTION = re.compile(
    r"[A-Z](?:[^.?!]|(?<=\b[A-Z])\.){0,80}\b"
    r"(?:[Ff]iles?|[Pp]apers|Library|[Ll]ot|Archives|Records|Collection|[Ss]eries)\b[^?!]{0,60}"
)
"""`Roosevelt Papers: Telegram`, `CFM Files, Lot M–88, Box 152`, `J.C.S. Files`, `SWNCC 228 Series`."""
_TITLE = re.compile(
    r"(?:The|Memorand(?:um|a)|Paper|Report|Minutes|Record|Draft|Aide[- ]M[ée]moire|Notes?|Agreed|Proposal|Statement"
    r"|Letter|Telegram|Editorial|Address|Message|Resolution|Summary|Extract|Annex|Agreement|Conversation|Study|Policy"
    r"|Position|United States|President|Prime Minister|Mr\.|Circular|Department)\b.{8,}"
)
_GENRE = re.compile(r"\b(?:Minutes|Notes|Memorandum|Paper|Report|Record|Log|Statement|Draft|Communiqué|Message)\b")
_WIRE = re.compile(r"\b(?:Tele|Air)gram\b")
_WIRE_LINE = re.compile(r"(?:FM|TO|INFO|[OPRZ](?: [OPRZ])*)\s+(?:[A-Z]{2,}|\d{6}Z)\b")
_LABEL = re.compile(r"(?P<name>[A-Z][\w’'-]+):\s\S")
_FRONT = 60
"""The front matter has at most this many pieces."""
_SIGNATURE = 90
"""No line of a signature is longer than this many characters."""
_NOTE_LINE = re.compile(r"(?P<number>\d{1,3})\.\s+\S")
_NOTE_NUMBER = re.compile(r"(\d+\.)\s*")
_SOURCE = re.compile(r"\[?Sources?:\s")
_CLASSIFICATION = re.compile(
    r"(?:top secret|secret|confidential|restricted|unclassified|official use only|limited official use|priority|niact"
    r"|us urgent|immediate|plain|nodis|exdis|eyes only|personal|sensitive)(?:[ ,;—–/-]+(?:\w+[ -]?){1,4})*\.?",
    re.I,
)
_BRACKETED = re.compile(r"\([A-Z][^()]*\)")
"""An entry such as `(Two Interpreters)`."""
_HEADED_BULLETS = re.compile(r"\n(?:SUBJECT|PARTICIPANTS|PRESENT)\s*\n\s*\n? {2}• ")
_INDENTED_NOTES = re.compile(r"\n {2}1\. \S")
_PAGE_MARK = re.compile(r"\[Page \w+\]")
_NUMBERED_TITLE = re.compile(r"\d+[a-z]?\. [A-Z“]")
_PRINTED_TITLE = re.compile(
    r"""(?:The|President|Prime\ Minister)\ [^.\n]{3,110}
        \ to\ (?:the\ |President\ |Prime\ Minister\ |all\ )[^\n]{3,90}[^.\n]
    |(?:Memorandum|Minutes|Record|Report)\ [^\n]{3,80}
        \b(?:by\ (?:the|Mr\.)|to\ the|[Pp]repared\ (?:by|in)\ the)\ [^\n]{3,120}[^.\n]""",
    re.VERBOSE,
)
"""`The Minister in China (Johnson) to the Secretary of State`, `Memorandum of Conversation, by the Minister`."""
_ENCLOSED = re.compile(
    r"(?:Draft |Text of |Proposed )?(?:Memorandum|Letter|Telegram|Paper|Report|Note|Message|Statement|Aide-M[ée]moire"
    r"|Minutes|Record)\b.{0,60}?\b(?:[Ff]rom|[Bb]y|[Pp]repared|[Tt]o|[Oo]f|[Ff]or)\b.{3}"
)
"""The title of what is attached: `Memorandum From Secretary of State Rogers to President Nixon`."""
_BLANK_LINE = re.compile(r"\S[ \t]*\r?\n[ \t]*\r?\n|\A[^\n]*\Z")
_LONG_LINE = re.compile(rf".{{{broken.LONG}}}")
"""No line that a typist broke is so long: where one is, every line is a paragraph."""
_PROSE = 180
"""A paragraph of this length ends the front matter."""


_TURN = re.compile(r"(?:\d{1,3}\.\s+)?(?:The|Hon|Rt Hon|Mr|Mrs|Ms|Miss|Dr|Sir|Lord)\b[^:]{2,90}:\s[A-Z].*[.?!]\Z")
"""A first line that is somebody's turn: `The President: I shall put it to the vote.`"""


def evidence(transcript: Transcript) -> Evidence:
    """Numbered title, list headings with bullets, page marks, and a list of notes indented by two spaces."""
    text = transcript.text
    lines = f"\n{text}"
    above, title = _first_lines(text)
    title = "" if _TURN.match(title) else title
    signs = (
        (0.45, "a numbered title", _NUMBERED_TITLE.match(title)),
        (0.4, "notes at the end, indented by two spaces", _INDENTED_NOTES.search(lines)),
        (0.2, "page marks in brackets", _PAGE_MARK.search(text)),
        (0.1, "list headings with bullets", _HEADED_BULLETS.search(lines)),
        (0.1, "a number above the title", "number" in above),
        (0.35, "an archive above the title", "fileNumber" in above and (_TITLE.match(title) or _GENRE.search(title))),
        (0.35, "a title of the kind that editors give", _PRINTED_TITLE.match(title) or letters.is_exchange(title)),
    )  # fmt: skip
    found = [(weight, name) for weight, name, match in signs if match]
    reason = ", ".join(name for _, name in found) or "none of its signs"
    if not _BLANK_LINE.search(text) and not (letters.is_exchange(title) and _is_letter(text)):
        return Evidence(min(0.3, sum(weight for weight, _ in found)), f"{reason}, but no blank lines")
    return Evidence(min(1.0, sum(weight for weight, _ in found)), reason)


def _first_lines(text: str) -> tuple[set[str], str]:
    """What the lines above the title are (`number`, `fileNumber`), and the title."""
    opening = [line.strip() for line in text[:1500].splitlines() if line.strip()]
    lines = [line for line in opening if not is_only_marks(line)][:4]
    above: set[str] = set()
    at = 0
    while at + 1 < len(lines) and (kind := _above_title(lines[at], lines[at + 1 :])):
        above.add(kind)
        at += 1
    if at + 1 < len(lines) and letters.is_exchange(whole := f"{lines[at]} {lines[at + 1]}"):
        return above, whole  # Mr. Conger to the / Secretary of State.
    return above, lines[at] if lines else ""


def _is_letter(text: str) -> bool:
    """Whether a text without blank lines has a paragraph a line, or a greeting among its first lines."""
    opening = text[:1500].splitlines()[:10]
    return _LONG_LINE.search(text) is not None or any(salutation(line.strip()) for line in opening)


def _above_title(text: str, following: Sequence[str]) -> str:
    """What a line above the title is; the name of a collection must have something like a title after it, or the number
    of the document above that."""
    after = next((shapes.unmarked(line) for line in following if not _NUMBER_LINE.match(line)), "")
    if _NUMBER_LINE.match(text):
        return "number"
    if len(text) >= shapes.SHORT or _HEAD.match(text):
        return ""
    if letters.is_opening(text) and letters.is_exchange(after):
        return "above"
    numbered = _NUMBER_LINE.match(following[0])
    titled = numbered or _TITLE.match(after) or _GENRE.search(after) or letters.is_exchange(after)
    collection = _COLLECTION.fullmatch(text) and not _TITLE.match(text) and titled
    return "fileNumber" if collection or _FILE_NUMBER.fullmatch(shapes.unmarked(text)) else ""


def read(transcript: Transcript) -> Document:
    """The document of one transcript; every line that fits no rule becomes a paragraph."""
    lines = lines_of(transcript)
    if not any(line.blanks for line in lines):
        mend = broken.mended if _LONG_LINE.search(transcript.text) else broken.unwrapped
        lines = [replace(line, blanks=1) for line in mend(transcript, lines)]
    cut = _notes_start(lines)
    body, tail = lines[:cut], lines[cut:]
    pages = PageMarks(transcript, Span(0, len(transcript.text)))
    end = tail[0].start if tail else len(transcript.text)
    notes = list(_note_lines(tail))
    parser = _Body(transcript.text, body, pages, bool(tail) and not tail[0].blanks)
    children = parser.parse()
    spans = pages.between(Span(0, end))
    marks = match_marks(transcript.text, spans, len(notes), form="glued", running=not parser.number)
    head_end = next((b.span.end for b in children if b.kind == "head" and not b.attrs), None)
    listed = [
        _listed(transcript, count, note, mark, head_end)
        for count, (note, mark) in enumerate(zip(notes, marks, strict=True), 1)
    ]
    blocks = (*children, *in_list(listed))
    span = Span(blocks[0].span.start, blocks[-1].span.end) if blocks else Span(0, 0)
    n = parser.number
    root = Block("div", span, (("type", "document"), *((("n", n),) if n else ())), blocks)
    return Document(
        transcript,
        root,
        tuple(_inline(root, pages)) + tuple(parser.claims),
        tuple(anchor for note in listed if (anchor := note.anchor) is not None),
        (*pages.findings(), *_note_findings(listed, marks)),
        NAME,
    )


def _speaks(text: str, entries: Sequence[Line]) -> bool:
    """Whether a line below a list of participants is what one of them says: `Helms: (Briefs from text.)`."""
    label = _LABEL.match(text)
    return label is not None and any(label["name"] in re.findall(r"[\w’'-]+", entry.text) for entry in entries)


def _inline(root: Block, pages: PageMarks) -> Iterator[Claim]:
    alone = {block.span for block in root.walk() if block.kind == "pb"}
    yield from (claim for claim in pages.inline(root.span) if claim.span not in alone)


def _notes_start(lines: Sequence[Line]) -> int:
    """The index of the line at which the list of notes begins; the number of lines if there is none.

    The list is the last run of lines indented by two spaces and numbered from 1, with further paragraphs of a note
    indented by four.
    """
    for at in range(len(lines) - 1, -1, -1):
        line = lines[at]
        if line.indent < 2:
            return len(lines)
        match = _NOTE_LINE.match(line.text)
        if match and line.indent == 2 and match["number"] == "1":
            return at
    return len(lines)


def _note_lines(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines of each note, the first beginning with its number."""
    current: list[Line] = []
    expected = 1
    for line in lines:
        match = _NOTE_LINE.match(line.text)
        if match and line.indent == 2 and int(match["number"]) == expected:
            if current:
                yield current
            current, expected = [], expected + 1
        current.append(line)
    if current:
        yield current


def _listed(transcript: Transcript, count: int, lines: Sequence[Line], mark: Place | None, title: int | None) -> Listed:
    """The note of some lines of the list, of several paragraphs if they are several."""
    first = lines[0]
    number = _NOTE_NUMBER.match(first.text)
    label = Span(first.start, first.start + (number.end(1) if number else 0))
    start = first.start + (number.end() if number else 0)
    paragraphs = [Span(start, first.end), *(line.span for line in lines[1:])]
    children = tuple(Block("p", span) for span in paragraphs) if len(paragraphs) > 1 else ()
    source = _SOURCE.match(transcript.text, start) is not None
    n = transcript[mark.span].strip("()[]^") if mark else str(count)
    block = Block("note", Span(start, paragraphs[-1].end), note_attrs(f"fn{count}", n, source), children)
    return Listed(label, block, (), hanging(mark, source, title))


def _note_findings(notes: Sequence[Listed], marks: Sequence[Place | None]) -> Iterator[Finding]:
    """Notes without a mark, and marks that begin at 0."""
    for count, (note, mark) in enumerate(zip(notes, marks, strict=True), 1):
        if not mark:
            where = "; as source note it hangs on the title" if note.at is not None else ""
            hint = "The mark may have been lost with the line that it stood in, often the dateline."
            yield finding("notes/no-mark", f"Note {count} has no mark in the text{where}.", hint, note.label)
    labels = [(i, mark.label) for i, mark in enumerate(marks, 1) if mark and mark.label is not None]
    if labels and all(label == i - 1 for i, label in labels):
        message = "The marks in the text begin at 0, the list of notes at 1."
        yield finding("notes/off-by-one", message, "", notes[0].label)


_SMALL = frozenset({"of", "the", "de", "di", "du", "la", "le", "von", "van", "der", "to"})
"""Words in small letters that titles and names have."""


def _titled_name(text: str) -> bool:
    """Whether a line names a person with a title, or a delegation and its first member: `France: M. Pichon.`"""
    group, colon, rest = text.partition(":")
    name = rest.strip() if colon and people.is_group(group) else text
    small = {word for word in name.split() if word[0].islower()}
    return people.is_titled(name) and small <= _SMALL and "," not in text[:-1]


class _Body:
    """The lines before the notes, made into blocks."""

    def __init__(self, text: str, lines: Sequence[Line], pages: PageMarks, signed_last: bool) -> None:
        self._text = text
        self._lines = lines
        self._pages = pages
        self._signed_last = signed_last
        self.claims: list[Claim] = []
        self.number = ""
        self._title = ""

    def parse(self) -> list[Block]:
        """The children of the document's div."""
        at, head = self._head()
        found = {i for i in range(at, len(self._lines)) if self._is_attachment(i)}
        cuts = sorted(i for i in found if i - 1 not in found)
        if not cuts:
            return head + self._division(at, len(self._lines), last=True)
        blocks = head
        starts = cuts if at in cuts else [at, *cuts]
        for start, stop in zip(starts, [*starts[1:], len(self._lines)], strict=True):
            content = self._division(start, stop, last=stop == len(self._lines), attachment=start in cuts)
            if content:
                span = Span(content[0].span.start, content[-1].span.end)
                kind = "attachment" if start in cuts else "main"
                blocks.append(Block("div", span, (("type", kind),), tuple(content)))
        return blocks

    def _is_attachment(self, at: int) -> bool:
        line = self._lines[at]
        if not line.blanks or at + 1 == len(self._lines):
            return False
        return shapes.is_attachment(line.text) or (letters.is_exchange(line.text) and self._opens_letter(at))

    def _opens_letter(self, at: int) -> bool:
        """Whether the line of an exchange is the title of a letter within: before a salutation, a dateline or
        `[Telegram.]`, with nothing but other lines of an opening between, and not itself under the heading of an
        attachment."""
        if shapes.is_attachment(self._lines[at - 1].text):
            return False
        for line in self._lines[at + 1 : at + 6]:
            if salutation(line.text):
                return True
            if shapes.is_dateline(line.text) or letters.is_wire(line.text):
                return True
            if not (letters.is_opening(line.text) or letters.is_office_line(line.text)):
                return False
        return False

    # -- head ---------------------------------------------------------------
    def _head(self) -> tuple[int, list[Block]]:
        lines, at = self._lines, 0
        blocks: list[Block] = []
        while at < len(lines) and is_only_marks(lines[at].text):
            blocks += self._pages.blocks(lines[at].span)
            at += 1
        while at + 1 < len(lines) and (
            kind := _above_title(lines[at].text, [line.text for line in lines[at + 1 : at + 3]])
        ):
            blocks.append(Block("head", lines[at].span, (("type", kind),)))
            number = re.search(r"\d+[a-z]?", lines[at].text)
            if kind == "number" and number:
                self.number = number.group()
            self._title += lines[at].text + "\n"
            at += 1
        if at < len(lines) and len(lines[at].text) < 600:
            match = _HEAD.match(lines[at].text)
            self.number = match["number"] if match else self.number
            self._title += lines[at].text
            blocks.append(Block("head", lines[at].span))
            at += 1
        return at, blocks

    # -- a division: the document, or an attachment -----------------------------
    def _division(self, start: int, stop: int, *, last: bool, attachment: bool = False) -> list[Block]:
        blocks: list[Block] = []
        if attachment:
            last_head = start + (
                start + 2 < stop and self._lines[start + 1].blanks > 0 and self._is_attachment(start + 1)
            )
            titled = last_head + 2 < stop and self._titles_attachment(self._lines[last_head + 1].text)
            blocks += [Block("head", line.span) for line in self._lines[start : last_head + 1 + titled]]
            start += len(blocks)
        closing = self._closer_start(start, stop, last)
        blocks += self._front_and_prose(start, closing)
        blocks += self._closer(closing, stop)
        return blocks

    @staticmethod
    def _titles_attachment(text: str) -> bool:
        """Whether a line under the heading of an attachment is its title."""
        title = shapes.unmarked(text)
        return letters.is_exchange(title) or (shapes.is_heading(title) and bool(_ENCLOSED.match(title)))

    def _closer_start(self, start: int, stop: int, last: bool) -> int:
        """The index at which the closer begins: complimentary close and signature, or a signature alone.

        A signature stands in the last line (or several lines, the name first); a postscript may follow.
        """
        lines = self._lines
        end = stop
        while end > start and is_only_marks(lines[end - 1].text):
            end -= 1
        end = self._postscript(start, end)
        for at in range(max(start, end - 6), end):
            if shapes.is_close(lines[at].text) and all(len(line.text) < 100 for line in lines[at + 1 : end]):
                return at
        if end - start < 2:
            return stop
        wired = last and self._is_wire(start)
        first = self._signature(start, end, wired)
        direct = self._signed_last and last and end == stop
        ended = lines[first - 1].text.rstrip("0123456789* ").endswith((".", "?", "!", "”", '"', "]", ")"))
        signed = first < end and (direct or ended or wired) and not is_bullet(lines[first])
        return first if signed else stop

    def _postscript(self, start: int, end: int) -> int:
        """The line after a signature at which a postscript begins, which may be long, or a short list of
        enclosures; `end` if there is none."""
        for at in range(start + 2, end):
            text = self._lines[at].text
            if not (text.startswith("P") or end - at < 6) or not shapes.is_postscript(text):
                continue
            if shapes.is_name(self._lines[at - 1].text) or shapes.is_close(self._lines[at - 2].text):
                return at
        return end

    def _is_wire(self, start: int) -> bool:
        """Whether title or opening say that this is a telegram: `[Telegram.]`."""
        opening = [line.text for line in self._lines[start : start + 3] if letters.is_opening(line.text)]
        return any(map(_WIRE.search, [self._title, *opening]))

    def _signature(self, start: int, end: int, wired: bool) -> int:
        """The first of the lines of a signature that ends before line `end`; `end` if there is none. The name at the
        end of a telegram may have a stop: `Hay.`"""
        lines = self._lines
        first = end - 1
        while first > start + 1 and not lines[first].blanks and len(lines[first].text) < _SIGNATURE:
            first -= 1
        block = lines[first:end]
        whole = len(block) > 1 and first > start and all(len(line.text) < _SIGNATURE for line in block)
        if whole and shapes.is_name(block[0].text) and all(shapes.is_heading(line.text) for line in block):
            return first
        name = lines[end - 1].text
        return end - 1 if shapes.is_name(name.removesuffix(".") if wired else name) else end

    def _closer(self, start: int, stop: int) -> list[Block]:
        lines = self._lines[start:stop]
        under = next((i for i, line in enumerate(lines) if i and shapes.is_postscript(line.text)), len(lines))
        signing = [line for line in lines[:under] if not is_only_marks(line.text)]
        blocks: list[Block] = []
        if signing:
            last = lines.index(signing[-1])
            children = tuple(self._signed(lines[: last + 1]))
            blocks.append(Block("closer", Span(children[0].span.start, signing[-1].end), (), children))
        rest = [line for line in lines if not signing or line.start > signing[-1].start]
        under = next((i for i, line in enumerate(rest) if not is_only_marks(line.text)), len(rest))
        blocks += [pb for line in rest[:under] for pb in self._pages.blocks(line.span)]
        if under < len(rest):
            content = tuple(self._simple(rest[under:]))
            blocks.append(Block("postscript", Span(content[0].span.start, content[-1].span.end), (), content))
        return blocks

    def _signed(self, lines: Sequence[Line]) -> Iterator[Block]:
        """Complimentary close, signature and, below them, the addressee."""
        address = next((i for i, line in enumerate(lines) if i and letters.is_addressee(line.text)), len(lines))
        for line in lines[:address]:
            if is_only_marks(line.text):
                yield from self._pages.blocks(line.span)
            else:
                yield Block("salute" if shapes.is_close(line.text) else "signed", line.span)
        if address < len(lines):
            to = tuple(Block("addrLine", line.span) for line in lines[address:])
            yield Block("address", Span(to[0].span.start, to[-1].span.end), (), to)

    def _front_and_prose(self, start: int, stop: int) -> list[Block]:
        lines = self._lines[start:stop]
        numbered = Numbered(lines, self._simple)
        blocks: list[Block] = []
        at, front = 0, True
        while at < len(lines):
            line = lines[at]
            step = self._front(lines, at, blocks) if front else None
            if step is None:
                short = len(line.text) < _PROSE and len(blocks) < _FRONT
                front = front and short and not numbered.starts(at)
                step = self._prose(lines, at, numbered, front)
            made, at = step
            blocks += made
        return blocks

    def _front(self, lines: Sequence[Line], at: int, before: list[Block]) -> tuple[list[Block], int] | None:
        """Dateline, lists of subject and participants, salutation: what stands before the first prose."""
        line = lines[at]
        top = all(b.kind in ("head", "pb", "opener", "fw") for b in before)
        if shapes.is_dateline(line.text) or (not before and shapes.is_seat(line.text)):
            return [self._opener("dateline", line, top)], at + 1
        if is_salutation(line.text):
            return [self._opener("salute", line, top)], at + 1
        if top and (opening := self._opening(lines, at)):
            return opening, at + 1
        if top and is_bullet(line) and self._takes_part(lines, at):
            made, at = bulleted(lines, at, (("type", "participants"), ("cert", "medium")))
            return [made], at
        high = top or all(b.kind != "p" or b.get("rend") in ("heading", "classification") for b in before)
        if high and (roll := self._roll(lines, at)):
            return [self._entries(None, roll, (("type", "participants"), ("cert", "medium")))], at + len(roll)
        if kind := shapes.list_type(shapes.unmarked(line.text)):
            if at + 1 < len(lines) and is_bullet(lines[at + 1]):
                made, at = bulleted(lines, at + 1, (("type", kind),), Block("head", line.span))
                return [made], at
            if kind in ("participants", "subject") and (below := self._directly_below(lines, at + 1)):
                children = (Block("head", line.span), *(Block("item", under.span) for under in below))
                span = Span(line.start, below[-1].end)
                return [Block("list", span, (("type", kind),), children)], at + 1 + len(below)
            if kind == "participants" and (delegations := self._delegations(lines, at + 1)):
                sides, at = delegations
                children = (Block("head", line.span), *sides)
                return [Block("list", Span(line.start, sides[-1].span.end), (("type", kind),), children)], at
            if kind == "participants" and (bare := self._bare_entries(lines, at + 1)):
                return [self._entries(line, bare)], at + 1 + len(bare)
        if shapes.field(line.text):
            return self._fields(lines, at)
        return None

    def _opening(self, lines: Sequence[Line], at: int) -> list[Block]:
        """A line of a letter's opening that is neither place and date nor a salutation alone; empty if it is none."""
        line = lines[at]
        if greeting := letters.greeting(self._text, line, line.end):
            salute, rest = greeting
            return [Block("opener", salute, (), (Block("salute", salute),)), Block("p", rest)]
        if (width := letters.number_before(line.text)) and shapes.is_dateline(line.text[width:]):
            return [Block("opener", line.span, (), (Block("dateline", Span(line.start + width, line.end)),))]
        office = letters.is_office_line(line.text) and at + 1 < len(lines) and shapes.is_dateline(lines[at + 1].text)
        return [Block("opener", line.span)] if office or letters.is_opening(shapes.unmarked(line.text)) else []

    @staticmethod
    def _opener(kind: str, line: Line, top: bool) -> Block:
        if top:
            return Block("opener", line.span, (), (Block(kind, line.span),))
        return Block("p", line.span, (("rend", kind),))

    @cached_property
    def _is_talk(self) -> bool:
        """Whether the title, read before anything else, is that of a record of a talk or meeting."""
        title = shapes.unmarked(self._title.rpartition("\n")[2])
        return titles.classify(title[titles.split_number(title)[1] :]).genre == "talk"

    def _takes_part(self, lines: Sequence[Line], at: int) -> bool:
        """Whether a list right under the title of a talk names its participants, though its heading is lost: most of
        its items are a name with an office (`William P. Rogers, Secretary of State`)."""
        if not self._is_talk:
            return False
        found = [entry for line in lines[at : list_end(lines, at)] for entry in people.entries(line.text)]
        named = sum(bool(entry.name and entry.role) for entry in found)
        return len(found) > 1 and named * 5 >= len(found) * 3

    @staticmethod
    def _delegations(lines: Sequence[Line], at: int) -> tuple[list[Block], int] | None:
        """Delegations after `PRESENT`, each with a heading (`United Kingdom`) above its bullets, as items with a list,
        and the index after them; None if none follows."""
        sides: list[Block] = []
        while at + 1 < len(lines) and is_bullet(lines[at + 1]) and people.is_group(shapes.unmarked(lines[at].text)):
            head = Block("head", lines[at].span)
            members, at = bulleted(lines, at + 1, (), head)
            sides.append(Block("item", members.span, (), (members,)))
        return (sides, at) if sides else None

    @staticmethod
    def _directly_below(lines: Sequence[Line], at: int) -> list[Line]:
        """The lines below a heading in capitals, if no blank line parts them from it: `SUBJECT` / `Talk on Laos`."""
        stop = at
        while stop < len(lines) and not lines[stop].blanks and not is_bullet(lines[stop]):
            text = shapes.unmarked(lines[stop].text)
            if shapes.list_type(text) or shapes.field(text) or is_only_marks(text):
                break
            stop += 1
        plain = lines[at - 1].text.isupper() and all(not people.is_group(line.text) for line in lines[at:stop])
        return list(lines[at:stop]) if plain else []

    @staticmethod
    def _bare_entries(lines: Sequence[Line], at: int) -> list[Line]:
        """Lines after `U.S. Participants` that look like entries: short, no sentence, beginning with a capital."""
        entries: list[Line] = []
        for line in lines[at:]:
            text = shapes.unmarked(line.text)
            stopped = text.endswith((".", ":", "?")) and not (people.is_group(text) or _titled_name(text))
            if len(text) > shapes.SHORT or stopped or not (text[:1].isupper() or _BRACKETED.fullmatch(text)):
                break
            if shapes.list_type(text) or shapes.field(text) or is_only_marks(text) or is_bullet(line):
                break
            if _CLASSIFICATION.fullmatch(text) or _speaks(text, entries):
                break
            entries.append(line)
        return entries

    def _roll(self, lines: Sequence[Line], at: int) -> list[Line]:
        """Lines without blank lines right under the title of a meeting that name delegations and persons with their
        titles, though the heading `Present` is lost; empty if they are no such roll."""
        if not self._is_talk:
            return []
        stop = at + 1
        while stop < len(lines) and not lines[stop].blanks and not is_bullet(lines[stop]):
            stop += 1
        roll = list(lines[at:stop])
        texts = [shapes.unmarked(line.text) for line in roll]
        fit = [people.is_group(text) or people.is_group_row(text) or _titled_name(text) for text in texts]
        named = sum(map(_titled_name, texts))
        short = all(len(text) <= shapes.SHORT for text in texts)
        return roll if short and named > 2 and sum(fit) * 5 >= len(fit) * 4 else []

    @staticmethod
    def _entries(head: Line | None, entries: Sequence[Line], attrs: Attrs = (("type", "participants"),)) -> Block:
        """A list of participants; delegations and persons that stood side by side become items of their own."""
        rows = any(people.is_group_row(line.text) for line in entries)
        spans: list[Span] = []
        for line in entries:
            apart = rows or people.is_group(line.text.partition(":")[0])
            cells = people.side_by_side(line.text) if apart else ()
            spans += [Span(line.start + cell.start, line.start + cell.end) for cell in cells] or [line.span]
        children = (*((Block("head", head.span),) if head else ()), *(Block("item", span) for span in spans))
        return Block("list", Span(children[0].span.start, spans[-1].end), attrs, children)

    def _fields(self, lines: Sequence[Line], at: int) -> tuple[list[Block], int]:
        """A run of cover sheet fields (`SUBJECT: …`, `PARTICIPANTS: …` with lines after it)."""
        blocks: list[Block] = []
        sheet: list[Block] = []
        while at < len(lines) and (found := shapes.field(lines[at].text)):
            kind, width, value = found
            stop = at + 1
            while stop < len(lines) and not lines[stop].blanks and not shapes.field(lines[stop].text):
                stop += 1
            head = Span(lines[at].start, lines[at].start + width)
            values = ([Span(lines[at].end - len(value), lines[at].end)] if value else []) + [
                line.span for line in lines[at + 1 : stop]
            ]
            if kind in ("participants", "subject") and values:
                blocks += self._sheet(sheet)
                sheet = []
                items = tuple(Block("item", span) for span in self._items(kind, values))
                span = Span(head.start, items[-1].span.end)
                blocks.append(Block("list", span, (("type", kind),), (Block("head", head), *items)))
            elif values:
                sheet += [Block("label", head), Block("item", Span(values[0].start, values[-1].end))]
            else:
                blocks += [*self._sheet(sheet), Block("p", head, (("rend", "heading"),))]
                sheet = []
            at = stop
        return blocks + self._sheet(sheet), at

    @staticmethod
    def _items(kind: str, values: list[Span]) -> list[Span]:
        return values if kind == "participants" else [Span(values[0].start, values[-1].end)]

    @staticmethod
    def _sheet(fields: list[Block]) -> list[Block]:
        if not fields:
            return []
        span = Span(fields[0].span.start, fields[-1].span.end)
        return [Block("list", span, (("type", "coversheet"),), tuple(fields))]

    # -- prose ------------------------------------------------------------------
    def _prose(
        self, lines: Sequence[Line], at: int, numbered: Numbered, front: bool = False
    ) -> tuple[list[Block], int]:
        line = lines[at]
        if numbered.starts(at):
            made, after = numbered.parse(at)
            return [made], after
        if is_bullet(line):
            made, after = bulleted(lines, at, (("type", "bulleted"),))
            return [made], after
        if self._is_small_heading(lines, at):
            return [Block("p", line.span, (("rend", "heading"),))], at + 1
        stop = at + 1
        while stop < len(lines) and not lines[stop].blanks and self._plain(lines, stop, numbered):
            stop += 1
        if front and any(shapes.is_dateline(line.text) for line in lines[at + 1 : stop]):
            return self._simple(lines[at : at + 1]), at + 1
        if stop - at > 1 and self._plain(lines, at, numbered):
            return [self._several(lines[at:stop])], stop
        return self._simple(lines[at : at + 1]), at + 1

    @staticmethod
    def _is_small_heading(lines: Sequence[Line], at: int) -> bool:
        """Whether a line is a heading in small capitals, which web pages give as small letters (`the problem`): it
        stands alone, behind a finished sentence or a heading and before a new one."""
        text = shapes.unmarked(lines[at].text)
        if not 4 < len(text) < 60 or not text.islower() or not text[-1].isalpha() or _CLASSIFICATION.fullmatch(text):
            return False
        if not lines[at].blanks or at + 1 == len(lines) or not lines[at + 1].blanks:
            return False
        after, before = lines[at + 1].text, shapes.unmarked(lines[at - 1].text) if at else ""
        if after[0].islower() and not (after.islower() and after[-1].isalpha()):
            return False
        done = not before or before.endswith((".", "?", "!", "”", ")", "]"))
        return done or before.islower() or shapes.is_heading(before)

    @staticmethod
    def _plain(lines: Sequence[Line], at: int, numbered: Numbered) -> bool:
        return not (is_bullet(lines[at]) or numbered.starts(at) or is_only_marks(lines[at].text))

    def _several(self, lines: Sequence[Line]) -> Block:
        """Lines without blank lines between them: rows of a table (whose cells are lost), or a block of lines."""
        span = Span(lines[0].start, lines[-1].end)
        figures = sum(bool(re.search(r"\d[\d,.]*[.%)]?$", line.text)) for line in lines)
        dated = any(shapes.is_dateline(line.text) or _CLASSIFICATION.fullmatch(line.text) for line in lines)
        if (
            len(lines) > 2
            and not dated
            and figures * 2 >= len(lines)
            and not any(_WIRE_LINE.match(line.text) for line in lines)
        ):
            rows = tuple(Block("row", line.span, (), (Block("cell", line.span),)) for line in lines)
            return Block("table", span, (), rows)
        starts = [Span(line.start, line.start) for line in lines[1:]]
        self.claims += [Claim(start, "lb", "lines/kept", content=start) for start in starts]
        classified = all(_CLASSIFICATION.fullmatch(line.text) for line in lines)
        return Block("p", span, (("rend", "classification" if classified else "lines"),))

    def _simple(self, lines: Sequence[Line]) -> list[Block]:
        """Each line a paragraph, a heading, or page marks; what goes on in small letters is no heading."""
        blocks: list[Block] = []
        for at, line in enumerate(lines):
            if is_only_marks(line.text):
                blocks += self._pages.blocks(line.span)
            elif _CLASSIFICATION.fullmatch(line.text):
                blocks.append(Block("p", line.span, (("rend", "classification"),)))
            else:
                begins = shapes.is_heading(line.text) and not self._goes_on(lines[at + 1 :])
                heading: Attrs = (("rend", "heading"),) if begins else ()
                blocks.append(Block("p", line.span, heading))
        return blocks

    @staticmethod
    def _goes_on(lines: Sequence[Line]) -> bool:
        """Whether the first text of some lines begins in small letters."""
        return next((line.text for line in lines if not is_only_marks(line.text)), "")[:1].islower()
