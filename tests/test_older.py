"""Documents of the older volumes as web pages give them: rolls of conferences, archives above the title.

The texts are written for the purpose, in the layouts of the volumes from 1861 to 1960.
"""

from __future__ import annotations

from outline import outline

from pipeline.describe import describe
from pipeline.encode import encode, read
from pipeline.grammar.participants import is_group_row, side_by_side
from pipeline.grammar.titles import correspondents
from pipeline.model import Authority, Facts, Transcript


def facts_of(text: str) -> Facts:
    return describe(read(Transcript("case", text)), None, Authority())


def company(text: str) -> list[str]:
    return [f"{p.group}: {p.name or p.role}" + (f" ({p.role})" if p.role else "") for p in facts_of(text).participants]


LONG = "The Chairman said that he had read the paper with care and that he could not accept the third of its articles. "


# --- who took part --------------------------------------------------------------------------------------------------


def test_a_roll_by_country_whose_heading_is_lost() -> None:
    text = f"""Peace Conf. 180.03101/7

Notes on a Conversation Held in the Office of M. Bonnard at the Quai d’Orsay on January 15, 1919

United States of America: President Ashby
Mr. Thorne
British Empire: Mr. Lloyd Carver
Lt. Col. Hart
France: M. Bonnard
M. Duval
Prince de Loire

{LONG}
"""
    assert company(text) == [
        "United States of America: Ashby (President)",
        "United States of America: Mr. Thorne",
        "British Empire: Mr. Lloyd Carver",
        "British Empire: Lt. Col. Hart",
        "France: M. Bonnard",
        "France: M. Duval",
        "France: Prince de Loire",
    ]


def test_delegations_side_by_side_above_rows_of_names() -> None:
    text = f"""Council Files: Lot M–7

Delegation Record, Council of Foreign Ministers, Ninth Meeting, Paris, May 16, 1946, 5 p.m.

secret

Present

U.S.
Mr. Ashby [Chairman]
U.K. France
Mr. Carver M. Duval
Sir Oliver Hart M. Couve de Loire
U.S.S.R.
M. Orlov
(Two Interpreters)

{LONG}
"""
    assert company(text) == [
        "U.S.: Mr. Ashby [Chairman]", ": Mr. Carver", ": M. Duval", ": Sir Oliver Hart", ": M. Couve de Loire",
        "U.S.S.R.: M. Orlov", "U.S.S.R.: Two Interpreters (Two Interpreters)"]  # fmt: skip


def test_subject_and_company_right_below_their_headings() -> None:
    text = (
        "77. Memorandum for the Record1\n\nSUBJECT\nMeeting on Laos\n\n"
        f"PRESENT\nSecretary Roe, Mr. Doe, Admiral Bell\n\n{LONG}\n  1. Source: Files.\n"
    )
    assert company(text) == [": Roe (Secretary)", ": Mr. Doe", ": Admiral Bell"]
    assert facts_of(text).subjects == ("Meeting on Laos",)


def test_cells_of_a_row() -> None:
    rows = {
        "United States United Kingdom Soviet Union": ["United States", "United Kingdom", "Soviet Union"],
        "President Roe Prime Minister Poe Generalissimo Moe": [
            "President Roe",
            "Prime Minister Poe",
            "Generalissimo Moe",
        ],
        "Fleet Admiral Lee Mr. Dunn Mr. Orlov": ["Fleet Admiral Lee", "Mr. Dunn", "Mr. Orlov"],
        "Admiral King Admiral of the Fleet Gray": ["Admiral King", "Admiral of the Fleet Gray"],
        "General Hart M. Duval (Interpreter)": ["General Hart", "M. Duval (Interpreter)"],
        "Mr. A. Duff Carver M. S. A. Orlov": ["Mr. A. Duff Carver", "M. S. A. Orlov"],
    }
    assert {row: [cell.text for cell in side_by_side(row)] for row in rows} == rows
    assert [row for row in rows if is_group_row(row)] == ["United States United Kingdom Soviet Union"]


def test_secretaries_of_a_delegation() -> None:
    text = f"""Paris Peace Conf. 180.03201/28

Notes of a Meeting Held in the Hotel, Paris, on Tuesday, July 1, 1919, at 4 p.m.

  • Present
    • British Empire
      • Mr. Carver
    • Secretary
      • Mr. H. Norton
    • France
      • M. Duval

{LONG}
"""
    assert company(text) == [
        "British Empire: Mr. Carver",
        "British Empire: Mr. H. Norton (Secretary)",
        "France: M. Duval",
    ]


def test_a_counted_paragraph_that_opens_with_what_another_did() -> None:
    text = (
        "Peace Conf. 180.03201/28\n\nMinutes of a Meeting, Paris, July 1, 1919\n\nPRESENT\n\n"
        "Mr. Carver\n\nM. Duval\n\nM. Lebrun\n\n"
        "Mr. Carver said that the coal had not come.\n\n3. M. Duval read a letter from the mayor.\n\n"
        "M. Lebrun said that he was content."
    )
    xml = encode(Transcript("case", text), Authority()).xml.decode()
    assert xml.count("<said") == 2


# --- what stands above the title ------------------------------------------------------------------------------------


def test_an_archive_above_the_number() -> None:
    text = f"""Carver Library, Carver papers, Whitman file

No. 322

Memorandum of Discussion at the 216th Meeting of the Council, Washington, October 6, 19541

top secret
eyes only

{LONG}
  1. Prepared on October 7.
"""
    shown = outline(read(Transcript("case", text))).splitlines()
    assert shown[:4] == [
        "div type=document n=322",
        "  head type=fileNumber: Carver Library, Carver papers, Whitman file",
        "  head type=number: No. 322",
        "  head: Memorandum of Discussion at the 216th Meeting of the Council…",
    ]
    assert facts_of(text).date is not None


# --- letters --------------------------------------------------------------------------------------------------------


def test_a_letter_between_statesmen_with_what_it_enclosed() -> None:
    text = f"""[Translation.]

Server Pasha to Mr. Ashby.

No. 9.]Lisbon, May 3, 1895. (Received June 2.)

My dear Mr. Ashby: {LONG}

I have, etc.,

SERVER.

[Enclosure 1.]

Mr. Thorne to Mr. Ashby.

No. 3.]

Sir: The bark has gone.

I am, sir, your obedient servant,

J. THORNE.

The Citizen Edward Ashby.

[Sub-enclosure.]

The bark is lost, as I have it from the pilot.
"""
    assert (
        outline(read(Transcript("case", text)), 40)
        == """\
div type=document
  head type=above: [Translation.]
  head: Server Pasha to Mr. Ashby.
  div type=main
    opener: No. 9.] |
      dateline: Lisbon, May 3, 1895. (Received June 2.)
    opener
      salute: My dear Mr. Ashby:
    p: The Chairman said that he had read the p…
    closer
      salute: I have, etc.,
      signed: SERVER.
  div type=attachment
    head: [Enclosure 1.]
    head: Mr. Thorne to Mr. Ashby.
    opener: No. 3.]
    opener
      salute: Sir:
    p: The bark has gone.
    closer
      salute: I am, sir, your obedient servant,
      signed: J. THORNE.
      address
        addrLine: The Citizen Edward Ashby.
  div type=attachment
    head: [Sub-enclosure.]
    p: The bark is lost, as I have it from the …"""
    )


def test_what_is_attached_has_its_own_title_and_opening() -> None:
    text = """113. Memorandum From Mr. Ashby to the President1

Washington, February 16, 1971.

Please see Tab A.

Attachment

Tab A

Letter From Secretary Thorne to President Roe2

Lisbon, February 10, 1971.

Dear Mr. President:

I recommend it.

Josiah Thorne
  1. Source: Files.
  2. Secret.
"""
    assert """\
  div type=attachment
    head: Attachment
    head: Tab A
    head: Letter From Secretary Thorne to Presiden…
      [anchor fn2: 2]
    opener
      dateline: Lisbon, February 10, 1971.
    opener
      salute: Dear Mr. President:
    p: I recommend it.""" in outline(read(Transcript("case", text)), 40)


def test_headings_in_small_capitals_come_in_small_letters() -> None:
    text = """Estimates files

No. 55
National Intelligence Estimate1

SECRET
[Washington,] 16 October 1953.
NIE–93

the problem

To say what will happen in the coming year, and what will not.

discussion

i. the men

He is strong; that is all.

and he is weak.
  1. Not printed.
"""
    shown = outline(read(Transcript("case", text))).splitlines()[3:]
    assert shown[2:] == [
        "  p rend=classification: SECRET",
        "  p rend=dateline: [Washington,] 16 October 1953.",
        "  p rend=heading: NIE–93",
        "  p rend=heading: the problem",
        "  p: To say what will happen in the coming year, and what will no…",
        "  p rend=heading: discussion",
        "  p rend=heading: i. the men",
        "  p: He is strong; that is all.",
        "  p: and he is weak.",
        *shown[11:],
    ]


def test_minutes_below_the_name_of_a_collection() -> None:
    text = f"Bohlen Collection\n\nBohlen Minutes1\n\n{LONG}\n  1. See above.\n"
    assert facts_of(text).title == "Bohlen Minutes"


def test_who_writes_to_whom_in_other_tongues() -> None:
    titles_ = {
        "Señor Romero to Mr. Seward.": ("Señor Romero", "Mr. Seward"),
        "Server Pasha to Mr. Maynard.": ("Server Pasha", "Mr. Maynard"),
        "Li Hung-chang to Mr. Denby.": ("Li Hung-chang", "Mr. Denby"),
        "M. Drouyn de Lhuys to Mr. Dayton.": ("M. Drouyn de Lhuys", "Mr. Dayton"),
        "Official Visit to Mr. Denby.": (),
    }
    for title, parties in titles_.items():
        assert tuple(part.text for part in correspondents(title) if part) == parties


def test_a_second_telegram_of_the_exchange() -> None:
    text = """File No. 1166/1–3.

Minister Ashby to the Secretary of State.

[Telegram.]

American Embassy,
Lisbon, August 4, 1906.

The bark has come.

The Acting Secretary of State to Minister Ashby.

[Telegram.]

Washington, August 6, 1906.

Let her go.

Bell.
"""
    shown = outline(read(Transcript("case", text)), 50)
    assert (
        "div type=attachment\n    head: The Acting Secretary of State to Minister Ashby.\n    opener: [Telegram.]"
        in shown
    )


def test_a_treaty_has_a_title_and_articles() -> None:
    text = """Treaty of friendship, commerce, and navigation between the United States and Ruritania.

Signed at Strelsau, May 22, 1882.

The United States of America and the Kingdom of Ruritania, being sincerely desirous of peace, have agreed upon these:

Article I.

There shall be peace between them, and friendship.

Article XIV.

The high contracting powers agree to that also.

M. ASHBY [seal]
"""
    shown = outline(read(Transcript("case", text)), 60)
    assert "  head: Treaty of friendship, commerce, and navigation between the U" in shown
    assert [line.strip() for line in shown.splitlines() if "heading" in line] == [
        "p rend=heading: Article I.",
        "p rend=heading: Article XIV.",
    ]


# --- lines that an extractor broke ----------------------------------------------------------------------------------


def test_a_title_over_three_lines() -> None:
    text = f"""Carver Library, Whitman file
No. 52
Memorandum of Discussion at the 177th
Meeting of the Council, Washington, December
23, 1953
eyes only
{LONG + LONG}
"""
    facts = facts_of(text)
    assert facts.title == "Memorandum of Discussion at the 177th Meeting of the Council, Washington, December 23, 1953"
    assert facts.date is not None
    assert facts.date.earliest == "1953-12-23"


def test_a_letter_in_short_lines() -> None:
    text = """Mr. Ashby to the
Secretary of State.
Legation of the United States,
Lisbon, November 10,
1898. (Received Dec. 27.)
No. 91.]
Sir: I have the honor to report the
arrival here on the 5th instant of the bark Dolphin,
Captain Hart, with eighteen marines and a gun.
I inclose a copy of my note.
I have, etc.,
Edward Ashby.
[Inclosure 1 in No. 91.]
Mr. Ashby to
Viscount Castro, etc.
Your Excellency: The bark has been in the river
these six weeks.
"""
    assert (
        outline(read(Transcript("case", text)), 50)
        == """\
div type=document
  head: Mr. Ashby to the Secretary of State.
  div type=main
    opener: Legation of the United States,
    opener
      dateline: Lisbon, November 10, 1898. (Received Dec. 27.)
    opener: No. 91.]
    opener
      salute: Sir:
    p: I have the honor to report the arrival here on the…
    p: I inclose a copy of my note.
    closer
      salute: I have, etc.,
      signed: Edward Ashby.
  div type=attachment
    head: [Inclosure 1 in No. 91.]
    head: Mr. Ashby to Viscount Castro, etc.
    opener
      salute: Your Excellency:
    p: The bark has been in the river these six weeks."""
    )
