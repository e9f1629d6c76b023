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

from lxml import etree

from pipeline.grammar.characters import UNWRITABLE, picture
from pipeline.model import Anchor, Attrs, Block, Certainty, Claim, Document, Span
from pipeline.nest import Piece, nest, snap
from pipeline.tei.attributes import TEI, ordered

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


class _Writer:
    def __init__(self, document: Document, claims: Sequence[Claim]) -> None:
        self._text = document.transcript.text
        self._builder = etree.TreeBuilder()
        self._anchored = {anchor.note for anchor in document.anchors}
        self._notes = {b.get("xml:id"): b for b in document.root.walk() if b.kind == "note" and b.get("xml:id")}
        self._ids: dict[str, int] = {}
        inline, self._block_attrs = _of_blocks(document.root, claims)
        marks = [*_without_line_breaks(document.marks, inline), *map(_anchor_claim, document.anchors)]
        self._claims = _by_block(document.root, [*marks, *snap(inline, document.marks)])

    # -- elements ---------------------------------------------------------------
    def start(self, kind: str, attrs: Attrs = ()) -> None:
        self._builder.start(f"{{{TEI}}}{kind}", ordered(attrs))

    def end(self, kind: str) -> None:
        self._builder.end(f"{{{TEI}}}{kind}")

    def finish(self) -> etree._Element:
        return self._builder.close()

    # -- text -------------------------------------------------------------------
    def text(self, start: int, end: int, blank: Blank = _blank) -> None:
        """The characters of a span; `blank` says what is written for a run of white space."""
        if start >= end:
            return
        raw = self._text[start:end]
        if blank is _blank and raw.isprintable():
            self._builder.data(raw)
            return
        at = 0
        for match in UNWRITABLE.finditer(raw):
            self._builder.data(_RUN.sub(blank, raw[at : match.start()]))
            self.start("g", (("type", "control"),))
            self._builder.data(picture(match.group()))
            self.end("g")
            at = match.end()
        self._builder.data(_RUN.sub(blank, raw[at:]))

    # -- blocks -----------------------------------------------------------------
    def block(self, block: Block) -> None:
        note_id = block.get("xml:id")
        if block.kind == "note" and note_id in self._anchored:
            self.start("ptr", (("type", "note"), ("target", f"#{note_id}")))
            self.end("ptr")
            return
        attrs = block.attrs + self._block_attrs.get((block.kind, block.span), ())
        if block.kind in _IDENTIFIED and not note_id:
            attrs += (("xml:id", self._identifier(block)),)
        self.start(block.kind, attrs)
        self.content(block)
        self.end(block.kind)

    def _identifier(self, block: Block) -> str:
        words = " ".join(self._text[block.span.start : block.span.end].split())
        digest = hashlib.blake2s(words.encode("utf-8", "replace"), digest_size=3).hexdigest()
        name = f"{_IDENTIFIED[block.kind]}-{digest}"
        self._ids[name] = self._ids.get(name, 0) + 1
        return name if self._ids[name] == 1 else f"{name}.{self._ids[name]}"

    def content(self, block: Block) -> None:
        """The block's own text with its inline elements, and its children, in text order."""
        pieces: list[Piece] = []
        if claims := self._claims.get(id(block)):
            borders = sorted({edge for child in block.children for edge in (child.span.start, child.span.end)})
            pieces = nest(claims, borders)
        nodes: list[Block | Piece] = sorted([*block.children, *pieces], key=_node_key)
        open_pieces: list[Piece] = []
        at = block.span.start
        glyphs = [*block.glyphs]
        blank = _border if block.kind in _ELEMENTS_ONLY else _blank

        def write_to(offset: int) -> None:
            nonlocal at
            while glyphs and glyphs[0].start < offset:
                glyph = glyphs.pop(0)
                self.text(at, glyph.start, blank)
                at = max(at, glyph.end)
            self.text(at, offset, blank)
            at = max(at, offset)

        def close_before(offset: int) -> None:
            nonlocal at
            while open_pieces and open_pieces[-1].span.end <= offset:
                piece = open_pieces.pop()
                write_to(piece.content.end)
                at = max(at, piece.span.end)
                self._close(piece)

        for node in nodes:
            close_before(node.span.start)
            write_to(node.span.start)
            if isinstance(node, Block):
                self.block(node)
                at = max(at, node.span.end)
            elif node.kind == "note":
                self._note(node)
                at = max(at, node.span.end)
            else:
                self._open(node)
                at = max(at, node.content.start)
                open_pieces.append(node)
        close_before(block.span.end)
        write_to(block.span.end)

    def _open(self, piece: Piece) -> None:
        cert = piece.claim.cert
        doubt: Attrs = (("cert", cert.value),) if cert is not Certainty.HIGH and not piece.claim.get("cert") else ()
        rule: Attrs = (("ana", "#" + rule_id(piece.claim.rule)),) if doubt else ()
        self.start(piece.kind, piece.attrs + doubt + rule)
        if piece.kind in _WRAPPED:
            self.start(_WRAPPED[piece.kind])

    def _close(self, piece: Piece) -> None:
        if piece.kind in _WRAPPED:
            self.end(_WRAPPED[piece.kind])
        self.end(piece.kind)

    def _note(self, piece: Piece) -> None:
        """A note where it hangs: its printed mark as `label`, then its text from the list."""
        block = self._notes[piece.claim.get("target")]
        self.start("note", block.attrs)
        if len(piece.span):
            self.start("label")
            self.text(piece.span.start, piece.span.end)
            self.end("label")
        self.content(block)
        self.end("note")


def rule_id(rule: str) -> str:
    """The id under which the header lists a rule: `dates/month-day` → `r.dates.month-day`."""
    return "r." + re.sub(r"[^\w-]+", ".", rule)


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
    return (node.span.start, len(node.span) > 0, isinstance(node, Block), -node.span.end)


def _of_blocks(root: Block, claims: Iterable[Claim]) -> tuple[list[Claim], dict[tuple[str, Span], Attrs]]:
    """Claims that add attributes to a block, told from inline ones."""
    blocks = {(block.kind, block.span) for block in root.walk()}
    inline: list[Claim] = []
    attrs: dict[tuple[str, Span], Attrs] = {}
    for claim in claims:
        key = (claim.kind, claim.span)
        if key in blocks and claim.kind == "sp":
            cert: Attrs = (("cert", claim.cert.value),) if claim.cert is not Certainty.HIGH and claim.get("who") else ()
            attrs[key] = claim.attrs + cert
        else:
            inline.append(claim)
    return inline, attrs


def _by_block(root: Block, claims: Iterable[Claim]) -> dict[int, list[Claim]]:
    """Each claim with the innermost block that holds all of it (by identity of the block)."""
    placed: dict[int, list[Claim]] = {}
    ordered_claims = sorted(claims, key=lambda claim: (claim.span.start, claim.span.end))

    def walk(block: Block, mine: list[Claim]) -> None:
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


def text_element(document: Document, claims: Sequence[Claim]) -> etree._Element:
    """The `text` element of a document with its settled claims (rivals decided, see `resolve.rivals`)."""
    writer = _Writer(document, claims)
    writer.start("text")
    writer.start("body")
    writer.block(document.root)
    writer.end("body")
    writer.end("text")
    return writer.finish()
