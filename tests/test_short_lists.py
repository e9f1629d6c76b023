"""Short lists of a published document, and what stands below its signature."""

from __future__ import annotations

import pytest
from outline import outline

from pipeline.model import Transcript
from pipeline.readers import published


def read(text: str) -> str:
    """The outline of a memorandum below its title."""
    whole = outline(published.read(Transcript("case", f"10. Memorandum From Mr. Easum to the Secretary\n\n{text}")), 60)
    return whole.split("\n", 2)[2]


def test_tabs_and_clearances_are_lists() -> None:
    text = """That you sign the letter.

The following papers are attached:

Tab A—Message from Kosygin

Tab B—Letter to Eshkol

Clearances:

EUR—Mr. Lowenstein

IO—Mr. Buffum

The bombing went up in these days.

November 1—181

November 2—393

November 3—407

It went down again."""
    assert (
        read(text)
        == """\
  p: That you sign the letter.
  p: The following papers are attached:
  list
    item: Tab A—Message from Kosygin
    item: Tab B—Letter to Eshkol
  list
    head: Clearances:
    item: EUR—Mr. Lowenstein
    item: IO—Mr. Buffum
  p: The bombing went up in these days.
  list
    item: November 1—181
    item: November 2—393
    item: November 3—407
  p: It went down again."""
    )


@pytest.mark.parametrize("line", ["Tab A—Message from Kosygin", "Berlin—What Next", "EUR—Mr. Lowenstein"])
def test_a_line_alone_is_no_list(line: str) -> None:
    assert read(f"They met.\n\n{line}\n\nThe Chairman wrote again.").startswith(
        f"  p: They met.\n  p rend=heading: {line}"
    )


def test_the_answers_that_a_paper_offers_stand_below_the_signature() -> None:
    text = """Herewith talking points.

Walt

If you approve, I will call him.

Approve

Disapprove

See me"""
    assert (
        read(text)
        == """\
  p: Herewith talking points.
  closer
    signed: Walt
  postscript
    p: If you approve, I will call him.
    p: Approve
    p: Disapprove
    p: See me"""
    )


def test_who_has_a_copy_signs_nothing() -> None:
    text = """The draft is transmitted herewith.

James S. Lay, Jr.

cc: The Secretary of the Treasury

The Acting Director of Defense Mobilization"""
    assert (
        read(text)
        == """\
  p: The draft is transmitted herewith.
  closer
    signed: James S. Lay, Jr.
  postscript
    p: cc: The Secretary of the Treasury
    p: The Acting Director of Defense Mobilization"""
    )
    assert "closer" not in read("The treaty must be signed.\n\ncc: Mr. Kubisch\nMr. Hurwitch\n  1. Source: Files.")


@pytest.mark.parametrize(
    "office", ["Major General, USA", "Colonel, GS", "King of Morocco", "Deputy Assistant Secretary"]
)
def test_the_rank_below_a_name_is_signed_with_it(office: str) -> None:
    assert read(f"Mr. Barnes reviewed the training.\n\nDavid W. Gray\n\n{office}").endswith(
        f"  closer\n    signed: David W. Gray\n    signed: {office}"
    )


def test_copies_above_the_text_leave_the_signature() -> None:
    letter = "CC: Mr. Kubisch\n\nThe treaty must be signed.\n\nJohn Hurwitch\n  1. Source: Files."
    assert "signed: John Hurwitch" in read(letter)
