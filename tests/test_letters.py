"""Letters and despatches of the older volumes: who writes to whom, how they open, how they close.

The letters are written for the purpose, in the courtesies of the nineteenth century.
"""

from __future__ import annotations

import pytest
from outline import outline

from pipeline.encode import encode, read
from pipeline.model import Authority, Transcript
from pipeline.segment import letters, shapes

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


LINES = [
    (
        letters.is_exchange,
        ["Mr. Adams to Earl Russell", "The Tsung-li Yamên to Mr. Denby.", "Mr. Adams to Mr. Seward,",
         "The Chargé in China (Holcombe) to the Secretary of State", "His Excellency Señor Romero to Mr. Hay"],
        ["The President went to the White House", "The right to Mr. Smith’s land", "Letter to Mr. Smith",
         "The Minister said to the Ambassador: no"],
    ),
    (
        letters.is_opening,
        ["No. 931.]", "No. 412", "[Telegram.]", "[Telegram—Paraphrase.]", "Confidential.", "[Received May 31.]"],
        ["No. 4 is the best.", "Telegram", "Private property is safe.", "[The enclosure is lost.]"],
    ),
    (
        letters.run_in_salutation,
        ["Sir: I have the honor", "My Lord: I pray", "Mr. Minister:—In reply", "Your Excellency: The note", "SIR: The"],
        ["Sir:", "Sir Edward: He said", "Mr. Minister, I wish", "Mr. Denby: The ship", "Madam Chairman: I rise"],
    ),
    (
        shapes.is_close,
        ["I am, sir, your obedient servant,", "I have, etc.,", "I am, &c.,", "Accept, sir, my highest consideration.",
         "I avail myself of this occasion to renew to your excellency the assurances of my highest esteem."],
        ["I have taken it into consideration. He will answer.", "We have read the papers, books, etc. They are dull.",
         "I am of the opinion that his servants will come"],
    ),
    (
        letters.is_addressee,
        ["Hon. William H. Seward,", "His Excellency the Minister", "Charles Francis Adams, Esq., &c., &c."],
        ["Honduras was quiet.", "Messages came.", "Secretary of State"],
    ),
    (
        shapes.is_name,
        ["CHARLES FRANCIS ADAMS.", "E. ASHBY.", "Charles S. Denby."],
        ["The end.", "Agreed.", "Not Printed."],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("asked", "yes", "no"), LINES, ids=[case[0].__name__ for case in LINES])
def test_what_a_line_is(asked: object, yes: list[str], no: list[str]) -> None:
    assert callable(asked)
    assert [line for line in yes if not asked(line)] == []
    assert [line for line in no if asked(line)] == []


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
