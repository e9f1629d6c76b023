"""Lists of those who took part, in a published volume."""

from __future__ import annotations

import pytest
from outline import outline

from pipeline.describe import describe
from pipeline.model import Transcript
from pipeline.readers import published


def company(text: str) -> str:
    """The list of participants as an outline."""
    whole = outline(published.read(Transcript("case", text)), 60)
    _, found, rest = whole.partition("  list type=participants\n")
    return found and rest


@pytest.mark.parametrize(
    "entry",
    [
        "W. Graham Claytor, Jr.",
        "Ambassador R. F. “Pik” Botha, Ambassador to the U.S.",
        "Lt. Gen. Brent Scowcroft, USAF, Ret.",
        "Sir Maurice Hankey, K. C. B.",
        "Glenn T. Seaborg, Ph.D.",
        "The Foreign Minister of the U.A.R.",
        "‘Abd al-Rahman ‘Arif",
        "H. E. Baron Makino.",
        "M. Clemenceau, President of the Council.",
        "Interpreter.—Professor P. J. Mantoux.",
    ],
)
def test_an_abbreviation_does_not_end_the_list(entry: str) -> None:
    text = f"34. Memorandum of Conversation\n\nPARTICIPANTS\n\nCyrus Vance\n\n{entry}\n\nDavid Jones\n\nHe agreed."
    assert company(text).startswith(
        f"    head: PARTICIPANTS\n    item: Cyrus Vance\n    item: {entry}\n    item: David Jones\n  p: He"
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "The talks opened in Washington, D.C.",
        "Mr. Vance said he had come from the U.S.",
        "M. Clemenceau, as President of the Council, thanked Mr. Balfour.",
    ],
)
def test_a_sentence_ends_the_list(sentence: str) -> None:
    text = f"34. Memorandum of Conversation\n\nPARTICIPANTS\n\nCyrus Vance\n\nDavid Jones\n\n{sentence}"
    assert company(text).endswith(f"item: David Jones\n  p: {sentence[:60].rstrip()}" + "…" * (len(sentence) > 60))


def test_a_heading_alone_after_the_subject_opens_the_list() -> None:
    text = """No. 233

Memorandum of Conversation, by the Director of the Office of Chinese Affairs (McConaughy)

[Washington,] July 23, 1954.

Subject: Downing of Cathay Pacific Airliner

Participants:

Dr. V. K. Wellington Koo, Chinese Ambassador

Mr. Walter S. Robertson, Assistant Secretary, FE

Ambassador Koo called on Mr. Robertson by appointment."""
    assert (
        company(text)
        == """\
    head: Participants:
    item: Dr. V. K. Wellington Koo, Chinese Ambassador
    item: Mr. Walter S. Robertson, Assistant Secretary, FE
  p: Ambassador Koo called on Mr. Robertson by appointment."""
    )


def test_all_who_were_present_in_one_paragraph() -> None:
    row = (
        "Mr. Thomas C. Mann, Messrs. Devine, Coerr, and Crimmins—State; Mr. Haydn Williams, Brig. Gen. Lansdale—Defense"
    )
    text = f"92. Memorandum for the Record\n\nPRESENT\n\n{row}\n\nMr. Mann reviewed the training."
    assert company(text).startswith(f"    head: PRESENT\n    item: {row[:60]}…\n  p: Mr. Mann")
    said = text.replace(
        row, "Mr. Mann said that Mr. Devine and Mr. Coerr were to train them, which Mr. Crimmins did not believe."
    )
    assert not company(said)


def test_references_that_go_on_by_letter_are_one_field() -> None:
    text = """204. Memorandum by the Executive Secretary to the Secretary of State

References: A. NSC 107/2

B. NSC Action No. 654

C. Memo for NSC, dated September 24, 1952

The draft is transmitted herewith."""
    assert outline(published.read(Transcript("case", text)), 90).endswith(
        """\
  list type=coversheet
    label: References:
    item: A. NSC 107/2 B. NSC Action No. 654 C. Memo for NSC, dated September 24, 1952
  p: The draft is transmitted herewith."""
    )


def test_the_delegations_of_the_peace_conference() -> None:
    text = """Notes of a Meeting Held at President Wilson’s House, Paris, on Saturday, June 14, 1919, at 12:45 p.m.

Present

America, United States of

President Wilson.

British Empire

The Rt. Hon. D. Lloyd George, M. P.

Japan

H. E. Baron Makino.

Secretaries

Sir Maurice Hankey, K. C. B.

1. President Wilson read a letter.
"""
    document = published.read(Transcript("case", text))
    named = [(one.name, one.group) for one in describe(document).participants]
    assert named == [
        ("Wilson", "America, United States of"),
        ("The Rt. Hon. D. Lloyd George, M. P.", "British Empire"),
        ("H. E. Baron Makino", "Japan"),
        ("Sir Maurice Hankey, K. C. B.", ""),
    ]
