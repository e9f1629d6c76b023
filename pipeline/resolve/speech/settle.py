"""Claims of who speaks: `said` over reported speech, `sp` over the turns of a dialogue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.model import Annotation, Claim, Context, Settled
from pipeline.resolve.speech.company import Company
from pipeline.resolve.speech.genre import reports_talk
from pipeline.resolve.speech.running import sections
from pipeline.resolve.speech.turns import Attribution, Piece


def settle_speech(context: Context, settled: Settled) -> Annotation:
    """Claims and findings about who speaks in a document whose persons are settled.

    `said` claims carry `who` (ids of the cast; absent if the speaker is unknown), `toWhom` where it is said or there
    are but two speakers, `direct`, and, where one report has several pieces, `xml:id`, `next` and `prev`.
    """
    company = Company(context, settled)
    pieces: list[Piece] = []
    for section in sections(context.document):
        if section.dialogue:
            continue
        attribution = Attribution(company, section.parts)
        if reports_talk(company, section, attribution):
            pieces += attribution.pieces()
    return Annotation(tuple(_said(pieces)), ())


def _refs(keys: Sequence[str]) -> str:
    return " ".join("#" + key for key in keys if not key.startswith("?"))


def _said(pieces: Sequence[Piece]) -> Iterator[Claim]:
    speakers = {piece.speaker for piece in pieces}
    chained = [
        piece.goes_on or (number + 1 < len(pieces) and pieces[number + 1].goes_on) for number, piece in enumerate(pieces)
    ]
    ids: list[str] = []
    for linked in chained:
        ids.append(f"s{sum(map(bool, ids)) + 1}" if linked else "")
    for number, piece in enumerate(pieces):
        attrs = [("xml:id", ids[number])] if ids[number] else []
        whole = not any(key.startswith("?") for key in piece.speaker)
        if whole:
            attrs.append(("who", _refs(piece.speaker)))
        to = piece.addressees
        if not to and len(speakers) == 2:
            to = next(other for other in speakers if other != piece.speaker)
        attrs.append(("direct", "true" if piece.direct else "false"))
        if to and _refs(to):
            attrs.append(("toWhom", _refs(to)))
        if number + 1 < len(pieces) and pieces[number + 1].goes_on:
            attrs.append(("next", "#" + ids[number + 1]))
        if piece.goes_on:
            attrs.append(("prev", "#" + ids[number - 1]))
        span = piece.passage.source(piece.start, piece.end)
        yield Claim(span, "said", piece.rule, piece.cert, tuple(attrs), " ".join(piece.speaker))
