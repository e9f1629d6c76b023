"""Claims of who speaks: `said` over reported speech, `sp` over the turns of a dialogue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.model import Annotation, Certainty, Claim, Context, Finding, Settled
from pipeline.resolve.speech import checks
from pipeline.resolve.speech.company import Company
from pipeline.resolve.speech.genre import reports_talk
from pipeline.resolve.speech.labels import Labels, Turn, speaker_of
from pipeline.resolve.speech.running import sections
from pipeline.resolve.speech.turns import Attribution, Piece


def settle_speech(context: Context, settled: Settled) -> Annotation:
    """Claims and findings about who speaks in a document whose persons are settled.

    `said` claims carry `who` (ids of the cast; absent if the speaker is unknown), `toWhom` where it is said or there
    are but two speakers, `direct`, and, where one report has several pieces, `xml:id`, `next` and `prev`. `sp` claims
    have the span of an `sp` block and carry its `who`; there is none for a speaker who is not known.
    """
    company = Company(context, settled)
    pieces: list[Piece] = []
    misread: dict[str, str] = {}
    for section in sections(context.document):
        attribution = Attribution(company, section.parts)
        if not section.mostly_dialogue and reports_talk(company, section, attribution):
            pieces += attribution.pieces()
            misread |= attribution.misread
    claims = list(_said(pieces))
    findings: list[Finding] = [*checks.reported(company, pieces), *checks.misread(company, misread)]
    speaking = {key for piece in pieces for key in piece.speaker}
    turns, found = _turns(company)
    claims += turns
    findings += found
    speaking |= {claim.get("who").lstrip("#") for claim in turns}
    findings += checks.silent(company, speaking)
    return Annotation(tuple(claims), tuple(findings))


def _refs(keys: Sequence[str]) -> str:
    return " ".join("#" + key for key in keys if not key.startswith("?"))


def _said(pieces: Sequence[Piece]) -> Iterator[Claim]:
    speakers = list(dict.fromkeys(piece.speaker for piece in pieces))
    goes_on = [piece.goes_on for piece in pieces] + [False]
    ids = [""] * len(pieces)
    count = 0
    for number in range(len(pieces)):
        if goes_on[number] or goes_on[number + 1]:
            count += 1
            ids[number] = f"s{count}"
    for number, piece in enumerate(pieces):
        attrs = [("xml:id", ids[number])] if ids[number] else []
        if not any(key.startswith("?") for key in piece.speaker):
            attrs.append(("who", _refs(piece.speaker)))
        attrs.append(("direct", "true" if piece.direct else "false"))
        to = piece.addressees
        if not to and len(speakers) == 2:
            to = speakers[1 - speakers.index(piece.speaker)]
        if _refs(to):
            attrs.append(("toWhom", _refs(to)))
        if goes_on[number + 1]:
            attrs.append(("next", "#" + ids[number + 1]))
        if piece.goes_on:
            attrs.append(("prev", "#" + ids[number - 1]))
        span = piece.passage.source(piece.start, piece.end)
        yield Claim(span, "said", piece.rule, piece.cert, tuple(attrs), " ".join(piece.speaker))


def _turns(company: Company) -> tuple[list[Claim], list[Finding]]:
    """The claims `sp` of a dialogue and the findings about its turns."""
    document = company.context.document
    blocks = [block for block in document.root.walk() if block.kind == "sp"]
    if not blocks:
        return [], []
    passages = {passage.block.span.start: passage for passage in document.passages if passage.where == "speaker"}
    labels = Labels(company)
    claims: list[Claim] = []
    spoken: list[Turn] = []
    for block in blocks:
        speaker = speaker_of(block)
        if speaker is None:
            claims.append(Claim(block.span, "sp", "speech/no-label", Certainty.LOW, (("cert", "low"),)))
        else:
            passage = passages.get(speaker.span.start)
            label = passage.text if passage else ""
            spoken.append(Turn(block, speaker, label, *labels.person(label, passage)))
    spoken = labels.reconsidered(spoken)
    claims += [
        Claim(turn.block.span, "sp", "speech/label", turn.cert, (("who", "#" + turn.person),), turn.label)
        for turn in spoken
        if turn.person
    ]
    lost = [claim.span for claim in claims if claim.rule == "speech/no-label"]
    found = [*checks.turns(spoken), *checks.no_label(lost), *checks.misread(company, labels.misread)]
    return claims, found
