"""Claims of who speaks: `said` over reported speech, `sp` over the turns of a dialogue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.model import Annotation, Attrs, Certainty, Claim, Finding
from pipeline.resolve.speech import checks
from pipeline.resolve.speech.company import Company
from pipeline.resolve.speech.genre import talk
from pipeline.resolve.speech.labels import Labels, Turn, speaker_of
from pipeline.resolve.speech.running import sections
from pipeline.resolve.speech.turns import Piece


def settle_speech(company: Company) -> Annotation:
    """Claims and findings about who speaks in a document whose persons are settled.

    `said` claims carry `who` (ids of the cast; absent if the speaker is unknown), `toWhom` where it is said or there
    are but two speakers, `direct`, and, where one report has several pieces, `xml:id`, `next` and `prev`. `sp` claims
    have the span of an `sp` block and carry its `who`; there is none for a speaker who is not known.
    """
    pieces: list[Piece] = []
    misread: dict[str, str] = {}
    for section in sections(company.context.document):
        attribution = talk(company, section)
        if attribution is not None:
            pieces += attribution.pieces()
            misread |= attribution.misread
    claims = list(_said(pieces, company))
    findings: list[Finding] = [*checks.reported(company, pieces), *checks.misread(company, misread)]
    speaking = {key for piece in pieces for key in piece.speaker}
    turns, found, named = _turns(company)
    claims += turns
    findings += found
    speaking |= {claim.get("who").lstrip("#") for claim in turns} | named
    findings += checks.silent(company, speaking)
    return Annotation(tuple(claims), tuple(findings))


def _refs(keys: Sequence[str]) -> str:
    return " ".join(["#" + key for key in keys if key[0] != "?"])


def _said(pieces: Sequence[Piece], company: Company) -> Iterator[Claim]:
    speakers = list(dict.fromkeys(piece.speaker for piece in pieces))
    known = {speaker for speaker in speakers if not any(key[0] == "?" for key in speaker)}
    # a meeting of many hears whoever speaks, though the record has the words of only two
    alone = len(speakers) == 2 and (company.context.facts.type != "minutes" or len(company.participants) < 3)
    partner = dict(zip(speakers, reversed(speakers), strict=True)) if alone else {}
    refs = {keys: _refs(keys) for piece in pieces for keys in (piece.speaker, piece.addressees)}
    ids = _ids([piece.goes_on for piece in pieces])
    for number, piece in enumerate(pieces):
        attrs = [("xml:id", ids[number])] if ids[number] else []
        if piece.speaker in known:
            attrs.append(("who", refs[piece.speaker]))
        attrs.append(("direct", "true" if piece.direct else "false"))
        if to := refs[piece.addressees or partner.get(piece.speaker, ())]:
            attrs.append(("toWhom", to))
        if number + 1 < len(pieces) and pieces[number + 1].goes_on:
            attrs.append(("next", "#" + ids[number + 1]))
        if piece.goes_on:
            attrs.append(("prev", "#" + ids[number - 1]))
        yield Claim(piece.span, "said", piece.rule, piece.cert, tuple(attrs), " ".join(piece.speaker))


def _ids(goes_on: Sequence[bool]) -> list[str]:
    """The id of each piece, `s1`, `s2` …; nothing for a piece that stands alone."""
    count = 0
    ids = [""] * len(goes_on)
    for number, (on, next_on) in enumerate(pairwise((*goes_on, False))):
        if on or next_on:
            count += 1
            ids[number] = f"s{count}"
    return ids


def _turns(company: Company) -> tuple[list[Claim], list[Finding], set[str]]:
    """The claims `sp` of a dialogue, the findings about its turns, and whom its labels name, rightly or not."""
    document = company.context.document
    blocks = [block for block in document.root.walk() if block.kind == "sp"]
    if not blocks:
        return [], [], set()
    passages = {passage.block.span.start: passage for passage in document.passages if passage.where == "speaker"}
    labels = Labels(company, [passage.text for passage in passages.values()])
    claims: list[Claim] = []
    spoken: list[Turn] = []
    for block in blocks:
        speaker = speaker_of(block)
        if speaker is None:
            claims.append(Claim(block.span, "sp", "speech/no-label", Certainty.LOW, (("cert", "low"),)))
        else:
            passage = passages.get(speaker.span.start)
            label = passage.text if passage else ""
            spoken.append(Turn(block, speaker, label, *labels.person(label, passage), labels.is_nobody(label)))
    named = {turn.person for turn in spoken}
    spoken = labels.reconsidered(spoken)
    claims += [
        Claim(turn.block.span, "sp", "speech/label", turn.cert, _turn_attrs(turn, labels), turn.label)
        for turn in spoken
        if turn.person
    ]
    lost = [claim.span for claim in claims if claim.rule == "speech/no-label"]
    found = [*checks.turns(spoken), *checks.no_label(lost), *checks.misread(company, labels.misread)]
    return claims, found, named


def _turn_attrs(turn: Turn, labels: Labels) -> Attrs:
    to = _refs([person for person in labels.spoken_to(turn.label) if person != turn.person])
    return (("who", "#" + turn.person), *([("toWhom", to)] if to else []))
