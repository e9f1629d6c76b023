"""`TEI/text`: blocks and claims written in the order of the transcript.

Every character of the transcript is written exactly once where it stands, with the exceptions of docs/encoding.md:
glyphs that the markup stands for are left out, and a note is written where it hangs, with a `ptr` where it was
printed. Nothing is edited afterwards.
"""

from __future__ import annotations

import bisect
import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from pipeline.grammar.characters import UNWRITABLE, WHITE, picture
from pipeline.model import Anchor, Attrs, Block, Certainty, Claim, Document, Span
from pipeline.nest import Piece, nest, snap
from pipeline.tei.markup import emptied, escaped, start_tag

_LINE_END = re.compile(r"[\n\r\f\x85\u2028\u2029]")
_RUN = re.compile(r"[^\S\x1c-\x1f ][^\S\x1c-\x1f]*| [^\S\x1c-\x1f]+")
"""A run of white space other than the single space, which is written as it stands."""
_ELEMENTS_ONLY = frozenset({"div", "list", "table", "row", "sp", "floatingText", "body"})
"""Blocks that hold no text of their own: what white space they have is written as XML knows it."""
_WRAPPED = {"gap": "desc"}
"""Claims whose words stand in a child of the element."""
_IDENTIFIED = {"p": "p", "sp": "sp"}
"""Blocks that get an id made of their words, so that it survives edits elsewhere."""


Blank = Callable[[re.Match[str]], str]


def _blank(match: re.Match[str]) -> str:
    """White space inside text: as printed, but a line feed for a run that ends a line."""
    run = match.group()
    return "\n" if _LINE_END.search(run) else run.replace("\v", " ")


def _border(match: re.Match[str]) -> str:
    """White space between blocks: a line feed or a space."""
    return "\n" if _LINE_END.search(match.group()) else " "


def _as_it_stands(raw: str) -> bool:
    """Whether text has no runs of white space but single spaces and single line feeds."""
    if raw.isprintable():
        return True
    return raw.replace("\n", "").isprintable() and not (" \n" in raw or "\n " in raw or "\n\n" in raw)


class _Open(NamedTuple):
    """An inline element that is not closed yet: where it ends, up to where its characters are written, and how much
    was written when it began."""

    kind: str
    end: int
    written: int
    since: int


class _Writer:
    """Writes the body piece by piece. `start` says how much is written then, so that `end` knows an empty element;
    the same few tags are written again and again, so they are kept."""

    def __init__(self, document: Document, claims: Sequence[Claim]) -> None:
        self._text = document.transcript.text
        self._parts: list[str] = []
        self._tags: dict[tuple[str, Attrs], str] = {}
        self._anchored = {anchor.note for anchor in document.anchors}
        self._ids: dict[str, int] = {}
        blocks = list(document.root.walk())
        self._notes = {b.get("xml:id"): b for b in blocks if b.kind == "note"}
        inline, self._turns = _of_blocks(blocks, claims)
        marks = [*_without_line_breaks(document.marks, inline), *map(_anchor_claim, document.anchors)]
        self._claims = _by_block(document.root, [*marks, *snap(inline, document.marks)])

    # -- elements ---------------------------------------------------------------
    def start(self, kind: str, attrs: Attrs = ()) -> int:
        tag = self._tags.get((kind, attrs))
        if tag is None:
            tag = self._tags[kind, attrs] = start_tag(kind, attrs)
        self._parts.append(tag)
        return len(self._parts)

    def end(self, kind: str, since: int) -> None:
        if len(self._parts) == since:
            self._parts[-1] = emptied(self._parts[-1])
        else:
            self._parts.append(f"</{kind}>")

    def finish(self) -> str:
        return "".join(self._parts)

    # -- text -------------------------------------------------------------------
    def text(self, start: int, end: int, blank: Blank = _blank) -> None:
        """The characters of a span; `blank` says what is written for a run of white space."""
        raw = self._text[start:end]
        if blank is _blank and _as_it_stands(raw):
            self._parts.append(escaped(raw))
        elif only_blank := WHITE.fullmatch(raw):
            self._parts.append(blank(only_blank))
        else:
            self._with_pictures(raw, blank)

    def _with_pictures(self, raw: str, blank: Blank) -> None:
        at = 0
        for match in UNWRITABLE.finditer(raw):
            self._parts.append(escaped(_RUN.sub(blank, raw[at : match.start()])))
            control = self.start("g", (("type", "control"),))
            self._parts.append(picture(match.group()))
            self.end("g", control)
            at = match.end()
        self._parts.append(escaped(_RUN.sub(blank, raw[at:])))

    # -- blocks -----------------------------------------------------------------
    def block(self, block: Block) -> None:
        note_id = block.get("xml:id")
        if block.kind == "note" and note_id in self._anchored:
            self.end("ptr", self.start("ptr", (("type", "note"), ("target", f"#{note_id}"))))
            return
        attrs = block.attrs
        if block.kind == "sp":
            attrs += self._turns.get(block.span, ())
        if block.kind in _IDENTIFIED and not note_id:
            attrs += (("xml:id", self._identifier(block)),)
        since = self.start(block.kind, attrs)
        self.content(block)
        self.end(block.kind, since)

    def _identifier(self, block: Block) -> str:
        words = " ".join(self._text[block.span.start : block.span.end].split())
        digest = hashlib.blake2s(words.encode("utf-8", "replace"), digest_size=3).hexdigest()
        name = f"{_IDENTIFIED[block.kind]}-{digest}"
        self._ids[name] = self._ids.get(name, 0) + 1
        return name if self._ids[name] == 1 else f"{name}.{self._ids[name]}"

    def content(self, block: Block) -> None:
        """The block's own text with its inline elements, and its children, in text order."""
        at, end = block.span.start, block.span.end
        nodes = self._nodes(block)
        blank = _border if block.kind in _ELEMENTS_ONLY else _blank
        glyphs = [*block.glyphs]
        open_pieces: list[_Open] = []

        def write_to(offset: int) -> None:
            nonlocal at
            while glyphs and glyphs[0].start < offset:
                glyph = glyphs.pop(0)
                if at < glyph.start:
                    self.text(at, glyph.start, blank)
                at = max(at, glyph.end)
            if at < offset:
                self.text(at, offset, blank)
                at = offset

        def close_before(offset: int) -> None:
            nonlocal at
            while open_pieces and open_pieces[-1].end <= offset:
                piece = open_pieces.pop()
                write_to(piece.written)
                at = max(at, piece.end)
                self._close(piece)

        for node in nodes:
            span = node.span
            if open_pieces:
                close_before(span.start)
            write_to(span.start)
            if isinstance(node, Block):
                self.block(node)
                at = max(at, span.end)
            elif node.kind == "note":
                self._note(node)
                at = max(at, span.end)
            else:
                written = node.content
                open_pieces.append(_Open(node.kind, span.end, written.end, self._open(node)))
                at = max(at, written.start)
        if open_pieces:
            close_before(end)
        write_to(end)

    def _nodes(self, block: Block) -> Sequence[Block | Piece]:
        """The children of a block and the pieces of its own claims in text order, outer before inner."""
        claims = self._claims.get(id(block))
        if not claims:
            return block.children
        if not block.children:
            return nest(claims)
        borders = sorted({edge for child in block.children for edge in (child.span.start, child.span.end)})
        return sorted([*block.children, *nest(claims, borders)], key=_node_key)

    def _open(self, piece: Piece) -> int:
        claim, attrs = piece.claim, piece.attrs
        if claim.cert is not Certainty.HIGH and not claim.get("cert"):
            attrs += (("cert", claim.cert.value), ("ana", "#" + rule_id(claim.rule)))
        since = self.start(claim.kind, attrs)
        return self.start(_WRAPPED[claim.kind]) if claim.kind in _WRAPPED else since

    def _close(self, piece: _Open) -> None:
        if piece.kind in _WRAPPED:
            self.end(_WRAPPED[piece.kind], piece.since)
        self.end(piece.kind, piece.since)

    def _note(self, piece: Piece) -> None:
        """A note where it hangs: its printed mark as `label`, then its text from the list."""
        block = self._notes[piece.claim.get("target")]
        since = self.start("note", block.attrs)
        if len(piece.span):
            label = self.start("label")
            self.text(piece.span.start, piece.span.end)
            self.end("label", label)
        self.content(block)
        self.end("note", since)


_NOT_IN_RULE_IDS = re.compile(r"[^\w-]+")


def rule_id(rule: str) -> str:
    """The id under which the header lists a rule: `dates/month-day` → `r.dates.month-day`."""
    return "r." + _NOT_IN_RULE_IDS.sub(".", rule)


def _anchor_claim(anchor: Anchor) -> Claim:
    return Claim(anchor.mark, "note", "notes/anchor", attrs=(("target", anchor.note),))


_PLAIN = frozenset({"gap", "idno"})
"""Claims whose words may hold no line break in TEI."""


def _without_line_breaks(marks: Iterable[Claim], claims: Iterable[Claim]) -> Iterator[Claim]:
    """The marks but for the line breaks within a gap or shelf mark, whose line ends stay white space."""
    plain = sorted(claim.span for claim in claims if claim.kind in _PLAIN)
    starts = [span.start for span in plain]
    for mark in marks:
        at = bisect.bisect_right(starts, mark.span.start) - 1
        if mark.kind != "lb" or at < 0 or mark.span.end > plain[at].end:
            yield mark


def _node_key(node: Block | Piece) -> tuple[int, bool, bool, int]:
    start, end = node.span.start, node.span.end
    return (start, start < end, isinstance(node, Block), -end)


def _of_blocks(blocks: Iterable[Block], claims: Iterable[Claim]) -> tuple[list[Claim], dict[Span, Attrs]]:
    """The inline claims, and what the others say of turns of speech: attributes of the `sp` over their span."""
    turns = {block.span for block in blocks if block.kind == "sp"}
    inline: list[Claim] = []
    attrs: dict[Span, Attrs] = {}
    for claim in claims:
        if claim.kind == "sp" and claim.span in turns:
            cert: Attrs = (("cert", claim.cert.value),) if claim.cert is not Certainty.HIGH and claim.get("who") else ()
            attrs[claim.span] = claim.attrs + cert
        else:
            inline.append(claim)
    return inline, attrs


def _by_block(root: Block, claims: Iterable[Claim]) -> dict[int, list[Claim]]:
    """Each claim with the innermost block that holds all of it (by identity of the block)."""
    placed: dict[int, list[Claim]] = {}
    ordered_claims = sorted(claims, key=lambda claim: (claim.span.start, claim.span.end))

    def walk(block: Block, mine: list[Claim]) -> None:
        if not block.children:
            placed[id(block)] = mine
            return
        rest: list[Claim] = []
        inside: list[list[Claim]] = [[] for _ in block.children]
        first = 0
        for claim in mine:
            while first < len(block.children) and block.children[first].span.end < claim.span.start:
                first += 1
            for at, child in enumerate(block.children[first : first + 2], first):
                if _holds(child, claim):
                    inside[at].append(claim)
                    break
            else:
                rest.append(claim)
        if rest:
            placed[id(block)] = rest
        for at, below in enumerate(inside):
            if below:
                walk(block.children[at], below)

    walk(root, ordered_claims)
    return placed


def _holds(block: Block, claim: Claim) -> bool:
    if claim.span not in block.span:
        return False
    return len(claim.span) > 0 or (block.kind != "pb" and not (block.kind == "fw" and block.children))


def text_element(document: Document, claims: Sequence[Claim]) -> str:
    """The `text` element of a document with its settled claims (rivals decided, see `resolve.rivals`)."""
    writer = _Writer(document, claims)
    text, body = writer.start("text"), writer.start("body")
    writer.block(document.root)
    writer.end("body", body)
    writer.end("text", text)
    return writer.finish()
