"""What an editor should look at in the attribution of speech.

speech/not-participant     a speaker who is not among the participants: a misreading, or an incomplete list
speech/misread-speaker     a speaker whose name differs by one letter from that of somebody who took part
speech/unknown-speaker     a speaker, or a label, whose person is not known
speech/silent-participant  a participant who never speaks (interpreters and note-takers often do not)
speech/long-run            more than `LONG` sentences that rest on one inquit
speech/adjacent-turns      two turns of one speaker: between them a label may be lost
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pipeline.findings import finding
from pipeline.model import Finding, Span
from pipeline.resolve.speech.company import Company
from pipeline.resolve.speech.labels import Turn
from pipeline.resolve.speech.turns import Piece

LONG = 15
"""So many sentences on one inquit are worth a look."""


def reported(company: Company, pieces: Sequence[Piece]) -> Iterator[Finding]:
    """Findings about reported speech."""
    named: set[str] = set()
    run = 0
    for piece in pieces:
        run = run + piece.sentences if piece.goes_on else piece.sentences
        if run > LONG and run - piece.sentences <= LONG:
            yield finding(
                "speech/long-run",
                f"More than {LONG} sentences are given to {_name(company, piece.speaker[0])} on one mention.",
                "Read on from here and see whether somebody else speaks.",
                piece.span,
            )
        for key in piece.speaker:
            if key in named:
                continue
            named.add(key)
            if key.startswith("?"):
                yield _unknown(key[1:] if key != "?I" else "the writer", piece)
            elif company.participants and key not in company.participants and piece.cert == "low":
                yield finding(
                    "speech/not-participant",
                    f"{_name(company, key)} speaks, but is not among the participants.",
                    _suspicion(company, key)
                    or "See whether the name is misread, or the list of participants incomplete.",
                    piece.span,
                )


def misread(company: Company, found: Mapping[str, str], span: Span | None = None) -> Iterator[Finding]:
    """One finding for each person who is probably meant by a misread name; `found` maps him to the name printed."""
    for person, printed in found.items():
        yield finding(
            "speech/misread-speaker",
            f"“{printed}” speaks; {_name(company, person)} is probably meant.",
            "If so, correct the name; if not, add the person to the authority file.",
            span,
        )


def _suspicion(company: Company, person: str) -> str:
    """What has been found about a misread name of that person: who is probably meant."""
    named = {claim.span for claim in company.settled.claims if claim.get("ref") == f"#{person}"}
    found = (f.message for f in company.settled.findings if f.code == "persons/misreading" and f.span in named)
    return next(found, "")


def _unknown(words: str, piece: Piece) -> Finding:
    return finding(
        "speech/unknown-speaker",
        f"It is not known who “{words}” is, to whom words are given here.",
        "Add the person to the authority file, or the form of the name to his entry.",
        piece.span,
    )


def silent(company: Company, speaking: set[str]) -> Iterator[Finding]:
    """One finding with all participants who never speak, if anybody does."""
    quiet = [
        _name(company, person)
        for person, member in company.cast.items()
        if member.participant and person not in speaking and "nterpreter" not in member.role
    ]
    if speaking and quiet:
        yield finding(
            "speech/silent-participant",
            f"These participants never speak: {', '.join(quiet)}.",
            "See whether words of theirs are given to somebody else.",
        )


def turns(spoken: Sequence[Turn]) -> Iterator[Finding]:
    """Findings about dialogue."""
    unknown: set[str] = set()
    for number, turn in enumerate(spoken):
        before = spoken[number - 1] if number else None
        if before is not None and before.label == turn.label and before.block.span.end <= turn.block.span.start:
            yield finding(
                "speech/adjacent-turns", f"Two turns of “{turn.label}” follow each other.", "", turn.speaker.span
            )
        if not turn.person and turn.label not in unknown and not turn.nobody:
            unknown.add(turn.label)
            yield finding(
                "speech/unknown-speaker",
                f"It is not known who “{turn.label}” is.",
                "Add the person to the authority file, or the form of the name to his entry.",
                turn.speaker.span,
            )


def no_label(spans: Sequence[Span]) -> Iterator[Finding]:
    """One finding for each turn that was found without a label."""
    for span in spans:
        yield finding(
            "speech/unknown-speaker",
            "This question stands within an answer; its label seems to be lost.",
            "See whether a new turn begins here.",
            span,
        )


def _name(company: Company, key: str) -> str:
    member = company.cast.get(key)
    return member.person.label if member else "the writer" if key == "?I" else key.lstrip("?")
