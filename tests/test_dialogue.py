"""Direct speech: which lines are labels of speakers, where turns begin and end, and who is behind a label."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from pipeline.model import (
    Block,
    CastMember,
    Claim,
    Context,
    Document,
    Facts,
    Person,
    PersonName,
    Settled,
    Span,
    Transcript,
)
from pipeline.resolve.speech import settle_speech
from pipeline.segment.dialogue import dialogue

SHARED = Path(__file__).parents[1].parent / "shared"


def read(text: str) -> Document:
    """The turns of a text whose paragraphs are parted by blank lines."""
    blocks = [
        Block("p", Span(match.start(), match.start() + len(match[0].rstrip())))
        for match in re.finditer(r"\S(?:(?!\n[ \t]*\n).)*", text, re.DOTALL)
    ]
    return dialogue(Document(Transcript("talk", text), Block("div", Span(0, len(text)), (), tuple(blocks))))


def labels(document: Document) -> list[str]:
    """The labels of the turns as printed."""
    return [
        " ".join(document.transcript[block.span].split()) for block in document.root.walk() if block.kind == "speaker"
    ]


def outline(document: Document) -> list[str]:
    """The blocks below the division: `p`, or `sp` with its parts."""
    return [
        block.kind + ("" if not block.children else "(" + " ".join(child.kind for child in block.children) + ")")
        for block in document.root.children
    ]


CONVENTIONS = {
    "names with a colon": (
        "Kissinger: Good morning.\n\nNixon: Hello.\n\nKissinger: How are you?\n\nNixon: Fine.",
        ["Kissinger:", "Nixon:", "Kissinger:", "Nixon:"],
    ),
    "offices": (
        "The President: What do we have?\n\nUnder Secretary Katzenbach: A new plan.",
        ["The President:", "Under Secretary Katzenbach:"],
    ),
    "labels in mid-line": (
        "DR. EVATT: When will it be? MAJOR PLIMSOLL: In January.\n\nDR. EVATT: Who comes? MR. FORSYTH: Dexter.",
        ["DR. EVATT:", "MAJOR PLIMSOLL:", "DR. EVATT:", "MR. FORSYTH:"],
    ),
    "a full stop after the name": (
        "Senator Mondale. Now, you say so.\n\nMr. Bissell. I do.\n\nSenator Mondale. Why?\n\nMr. Bissell. Because.",
        ["Senator Mondale.", "Mr. Bissell.", "Senator Mondale.", "Mr. Bissell."],
    ),
    "line numbers": (
        "9 Senator Mondale. Now?\n10 Mr. Bissell. Yes.\n11 Senator Mondale. Why?\n12 Mr. Bissell. It was so.",
        ["9 Senator Mondale.", "10 Mr. Bissell.", "11 Senator Mondale.", "12 Mr. Bissell."],
    ),
    "questions and answers": (
        "Q. Sir, you were quoted?\nPM. I was.\nQ. When?\nPM. Today.",
        ["Q.", "PM.", "Q.", "PM."],
    ),
    "a misread label": (
        "Q. One?\nPM. Yes.\nQ. Two?\nPM. Yes.\nQ. Three?\n0M. No.",
        ["Q.", "PM.", "Q.", "PM.", "Q.", "0M."],
    ),
    "a name, a full stop and a dash": (
        "HON. R.S. AKBAR.- Thank you.\n\nHON. SPEAKER.- Order!",
        ["HON. R.S. AKBAR.-", "HON. SPEAKER.-"],
    ),
    "an office and a name": (
        "The Minister for Energy (Mr. Kyalo): I beg to reply.\n\nMr. Wambua: Will he?\n\nMr. Kyalo: He will.",
        ["The Minister for Energy (Mr. Kyalo):", "Mr. Wambua:", "Mr. Kyalo:"],
    ),
    "initials": (
        "K: Hello.\n\nD: Hello, Henry.\n\nK: When do you go?\n\nD: Tomorrow.",
        ["K:", "D:", "K:", "D:"],
    ),
    "time stamps": (
        "[00:00:01] DB: Hello.\n\n[00:00:04] JK: Hello.\n\n[00:00:09] DB: Well?\n\n[00:00:12] JK: Yes.",
        ["[00:00:01] DB:", "[00:00:04] JK:", "[00:00:09] DB:", "[00:00:12] JK:"],
    ),
    "labels on lines of their own": (
        "The Secretary\nAre you in charge?\n\nMr. Lord\nI am.\n\nThe Secretary\nGood.\n\n"
        "Mr. Lord\nYes.\n\n"
        "The Secretary\nWell?\n\nMr. Lord\nNo.",
        ["The Secretary", "Mr. Lord"] * 3,
    ),
    "full-width colons": (
        "主席：會議現在繼續。\n\n陳偉業議員：多謝主席。\n\n主席：多謝。",
        ["主席：", "陳偉業議員：", "主席："],
    ),
}


@pytest.mark.parametrize("convention", CONVENTIONS, ids=str)
def test_conventions(convention: str) -> None:
    text, expected = CONVENTIONS[convention]
    assert labels(read(text)) == expected


NO_DIALOGUE = {
    "fields": ("SUBJECT: Food Policy\n\nPLACE: The Oval Office\n\nPARTICIPANTS: The President\n\nDATE: June 1"),
    "headings": "Issue: Wheat.\n\nBackground: The issue is old.\n\nIssue: Rice.\n\nBackground: So is this.",
    "a message within a message": "The text follows.\n\nBegin Message: I am glad.\n\nEnd Message. Note: None.",
    "old salutations": "Sir: I have the honor to write.\n\nMr. Consul General: No ship may leave.",
    "a salutation": "Dear Mr. President: I was glad.\n\nMr. President: I was glad indeed.",
    "prose with names at the beginning": "Mr. Rusk said no. It was late.\n\nMr. Gromyko said yes. It was early.",
}


@pytest.mark.parametrize("case", NO_DIALOGUE, ids=str)
def test_what_is_no_dialogue_stays_as_it_is(case: str) -> None:
    assert labels(read(NO_DIALOGUE[case])) == []


def test_opening_remarks_and_paragraphs_without_a_label() -> None:
    text = (
        "The tape begins here.\n\nKissinger: One.\n\nAnd two.\n\nNixon: Three.\n\nKissinger: Four.\n\n"
        "[Here follows discussion of other matters.]\n\nNixon: Five."
    )
    assert outline(read(text)) == ["p", "sp(speaker p p)", "sp(speaker p)", "sp(speaker p)", "p", "sp(speaker p)"]


def test_laughter_is_no_word_of_the_speaker() -> None:
    text = "Nixon: I said so. [Laughter]\n\nKissinger: You did.\n\nNixon: Yes. (Laughter.) Well.\n\nKissinger: No."
    document = read(text)
    assert [document.transcript[mark.span] for mark in document.marks if mark.kind == "stage"] == [
        "[Laughter]",
        "(Laughter.)",
    ]


def test_the_blocks_hold_every_character_in_order() -> None:
    document = read(CONVENTIONS["labels in mid-line"][0])

    def check(block: Block) -> None:
        at = block.span.start
        for child in block.children:
            assert at <= child.span.start <= child.span.end <= block.span.end
            if block.kind == "sp":
                assert not document.transcript.text[at : child.span.start].strip()
            at = child.span.end
            check(child)

    check(document.root)


def test_persons_behind_labels() -> None:
    people = {"kissinger": "Henry A. Kissinger", "dobrynin": "Anatoliy F. Dobrynin"}
    document = read("K: Hello.\n\nAmbassador Dobrynin: Hello.\n\nK: Well?\n\nMr. Smith: Yes.")
    cast = tuple(
        CastMember(Person(key, (PersonName(name, name.split()[-1]),)), participant=True) for key, name in people.items()
    )
    annotation = settle_speech(Context(document, Facts()), Settled((), cast))
    assert [claim.get("who") for claim in annotation.claims] == ["#kissinger", "#dobrynin", "#kissinger"]
    assert all(isinstance(claim, Claim) and claim.kind == "sp" for claim in annotation.claims)
    assert [finding.code for finding in annotation.findings] == ["speech/unknown-speaker"]


SAMPLES = [
    "committee-testimony/1975-rusk-part",
    "dfat/1947-conference-in-secretarys-room",
    "hansard/2011-uk-commons-part",
    "hsg-layout/1970-telephone-conversation-rogers",
]


@pytest.mark.skipif(not SHARED.exists(), reason="the shared samples are not here")
@pytest.mark.parametrize("sample", SAMPLES)
def test_samples_have_as_many_turns_as_expected(sample: str) -> None:
    path = SHARED / "samples" / f"{sample}.txt"
    expected = tomllib.loads(path.with_suffix(".expect.toml").read_text(encoding="utf-8"))["speakers"]
    assert len(labels(read(path.read_bytes().decode("utf-8").replace("\r\n", "\n")))) == len(expected)
