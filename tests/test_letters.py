"""Letters and despatches of the older volumes: who writes to whom, how they open, how they close.

The letters are written for the purpose, in the courtesies of the nineteenth century.
"""

from __future__ import annotations

import pytest
from outline import outline

from pipeline.encode import encode, read
from pipeline.model import Authority, Transcript

WITH_A_NOTE_WITHIN = """Mr. Ashby to Mr. Thorne

No. 214.]

Legation of the United States,

Lisbon, March 3, 1866.

Sir: I transmit a copy of my note to Viscount Castro, and of his reply, which reached me on the 1st instant.

I have the honor to be, sir, your obedient servant,

EDWARD ASHBY.

Hon. Josiah Thorne, Secretary of State, Washington, D. C.

Mr. Ashby to Viscount Castro

My Lord: The bark Dolphin has lain in the river these six weeks.

I pray your lordship to accept the assurances of the consideration with which I am your most obedient servant,

EDWARD ASHBY.

Viscount Castro, &c., &c., &c.
"""


def test_a_despatch_with_a_copy_of_a_note() -> None:
    assert (
        outline(read(Transcript("case", WITH_A_NOTE_WITHIN)))
        == """\
div type=document
  head: Mr. Ashby to Mr. Thorne
  div type=main
    opener: No. 214.]
    opener: Legation of the United States,
    opener
      dateline: Lisbon, March 3, 1866.
    opener
      salute: Sir:
    p: I transmit a copy of my note to Viscount Castro, and of his …
    closer
      salute: I have the honor to be, sir, your obedient servant,
      signed: EDWARD ASHBY.
      address
        addrLine: Hon. Josiah Thorne, Secretary of State, Washington, D. C.
  div type=attachment
    head: Mr. Ashby to Viscount Castro
    opener
      salute: My Lord:
    p: The bark Dolphin has lain in the river these six weeks.
    closer
      salute: I pray your lordship to accept the assurances of the conside…
      signed: EDWARD ASHBY.
      address
        addrLine: Viscount Castro, &c., &c., &c."""
    )


def test_salutations_are_no_speakers_however_often_they_come() -> None:
    text = "\n\n".join(
        f"Mr. Ashby to Mr. Thorne\n\nSir: {words}\n\nI am, sir, &c.,\n\nEDWARD ASHBY."
        for words in ("The ship has come.", "The ship has gone.", "The ship is lost.")
    )
    assert not any(block.kind == "sp" for block in read(Transcript("case", text)).root.walk())


def test_one_paragraph_a_line_without_blank_lines() -> None:
    long = "I transmit a copy of the note in which I have set out the whole matter to his excellency, " * 3
    text = f"Mr. Ashby to Mr. Thorne.\nNo. 9.]\nLisbon, March 3, 1866.\nSir: {long.strip()}\nI have, &c.,\nE. ASHBY.\n"
    assert (
        outline(read(Transcript("case", text)), 30)
        == """\
div type=document
  head: Mr. Ashby to Mr. Thorne.
  opener: No. 9.]
  opener
    dateline: Lisbon, March 3, 1866.
  opener
    salute: Sir:
  p: I transmit a copy of the note …
  closer
    salute: I have, &c.,
    signed: E. ASHBY."""
    )


def test_the_name_under_a_telegram_may_have_a_stop() -> None:
    text = "Mr. Thorne to Mr. Ashby.\n\n[Telegram.]\n\nWashington, July 1, 1900.\n\nReport by wire.\n\nThorne.\n"
    assert outline(read(Transcript("case", text))).endswith("closer\n    signed: Thorne.")


@pytest.mark.parametrize(
    ("title", "signature", "marked"),
    [
        ("The Secretary of State to Consul Roe", "Bryan", '<persName ref="#bryan">Bryan</persName>'),
        ("The Secretary of State to Consul Roe", "MOYNIHAN", '<persName ref="#moynihan">MOYNIHAN</persName>'),
        ("The Secretary of State to Consul Roe", "FDK", "FDK"),
        ("12. Letter From Mr. Roe to Mr. Doe", "Bryan", "Bryan"),
        ("12. Letter From Mr. Roe to Mr. Doe", "Vera B. Poe", '<persName ref="#poe-vera-b">Vera B. Poe</persName>'),
    ],
)
def test_who_signs_is_a_person(title: str, signature: str, marked: str) -> None:
    text = f"{title}\n\nWashington, June 13, 1914.\n\nThe ship has come and will leave again.\n\n{signature}\n"
    assert f"<signed>{marked}</signed>" in encode(Transcript("case", text), Authority()).xml.decode()
