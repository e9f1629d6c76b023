"""What volumes of other decades do differently: numbers of notes that run on, archives above the title, old courtesies.

Each text is a small transcript in the form of the published volumes, written for its case.
"""

from __future__ import annotations

import pytest
from outline import outline

from pipeline.encode import read
from pipeline.model import Transcript

TELEGRAM_1931 = """793.94/2014: Telegram

The Minister in China (Johnson) to the Secretary of State

[Extract]

Peiping, September 22, 1931—11 a.m.

[Received September 22—5:20 a.m.13]

615. My 600, September 20, 9 p.m.,14 and Department’s 325.15

For the Minister:

Perkins
  1. Telegram in three sections.
  2. Not printed.
  3. Ante, p. 26.
"""


def test_notes_that_are_numbered_through_the_chapter() -> None:
    document = read(Transcript("case", TELEGRAM_1931))
    assert (
        outline(document)
        == """\
div type=document
  head type=fileNumber: 793.94/2014: Telegram
  head: The Minister in China (Johnson) to the Secretary of State
  opener: [Extract]
  opener
    dateline: Peiping, September 22, 1931—11 a.m.
  opener: [Received September 22—5:20 a.m.13]
    [anchor fn1: 13]
  p: 615. My 600, September 20, 9 p.m.,14 and Department’s 325.15
    [anchor fn2: 14]
    [anchor fn3: 15]
  closer
    salute: For the Minister:
    signed: Perkins
  fw type=notes: 1. | 2. | 3. |
    note xml:id=fn1 n=13: Telegram in three sections.
    note xml:id=fn2 n=14: Not printed.
    note xml:id=fn3 n=15: Ante, p. 26."""
    )


DISPATCH_1918 = """File No. 861.00/2183

The Consul General at Moscow (Summers) to the Secretary of State

Sir: I have the honor to enclose a note of the Commissariat and my reply to it.

I have [etc.]

Maddin Summers

[Enclosure 1—Translation]

Mr. Consul General: No ship may leave.

Accept [etc.]

G. Chicherin

[Enclosure 2]

My Dear Mr. Commissar: I acknowledge your note.

I am, Sir, your obedient servant,

Maddin Summers
"""


def test_a_dispatch_with_enclosures_that_have_signatures_of_their_own() -> None:
    assert (
        outline(read(Transcript("case", DISPATCH_1918)))
        == """\
div type=document
  head type=fileNumber: File No. 861.00/2183
  head: The Consul General at Moscow (Summers) to the Secretary of S…
  div type=main
    opener
      salute: Sir:
    p: I have the honor to enclose a note of the Commissariat and m…
    closer
      salute: I have [etc.]
      signed: Maddin Summers
  div type=attachment
    head: [Enclosure 1—Translation]
    opener
      salute: Mr. Consul General:
    p: No ship may leave.
    closer
      salute: Accept [etc.]
      signed: G. Chicherin
  div type=attachment
    head: [Enclosure 2]
    opener
      salute: My Dear Mr. Commissar:
    p: I acknowledge your note.
    closer
      salute: I am, Sir, your obedient servant,
      signed: Maddin Summers"""
    )


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("Roosevelt Papers: Telegram", "President Roosevelt to Prime Minister Churchill"),
        ("CFM Files, Lot M–88, Box 152", "Minutes of the Third Meeting of Ministers, Prepared by the Secretariat"),
        ("J.C.S. Files", "Combined Chiefs of Staff Minutes of the Third Day, Prepared by the Secretariat"),
        ("Paris Peace Conf. 180.03101/42", "The Commission to Negotiate Peace to the Secretary of State"),
        ("Lot 60 D 627, CF 168", "Memorandum of Conversation, Prepared in the Embassy in France"),
        ("740.0011 European War 1939/5562: Telegram", "The Ambassador in Poland (Biddle) to the Secretary of State"),
    ],
)
def test_the_archive_above_the_title(above: str, title: str) -> None:
    text = f"{above}\n\n{title}\n\nThe Secretary opened the meeting.\n"
    heads = [block for block in read(Transcript("case", text)).root.children if block.kind == "head"]
    assert [(head.get("type"), text[head.span.start : head.span.end]) for head in heads] == [
        ("fileNumber", above),
        ("", title),
    ]


def test_two_signatories_with_their_offices_and_a_postscript() -> None:
    text = """21. Memorandum From Mr. Roe and Mr. Doe to the President1

We recommend that you sign.

Richard Roe
Secretary of State
John Doe
Secretary of Defense

P.S. Please keep this to yourself.

It will be known soon enough.
  1. Source: Files."""
    assert (
        outline(read(Transcript("case", text))).splitlines()[3:-2]
        == """\
  p: We recommend that you sign.
  closer
    signed: Richard Roe
    signed: Secretary of State
    signed: John Doe
    signed: Secretary of Defense
  postscript
    p: P.S. Please keep this to yourself.
    p: It will be known soon enough.""".splitlines()
    )


def test_the_list_of_those_present_ends_where_the_subject_begins() -> None:
    text = """Memorandum of Conversation, by the Secretary of State

Participants:

The Secretary of State
Sir Anthony Eden

Subject: Saar

The Secretary asked whether the French had moved; he said that he did not know and had heard nothing of it.
"""
    assert (
        outline(read(Transcript("case", text))).splitlines()[2:8]
        == """\
  list type=participants
    head: Participants:
    item: The Secretary of State
    item: Sir Anthony Eden
  list type=subject
    head: Subject:""".splitlines()
    )


def test_a_place_alone_under_the_title_is_a_dateline() -> None:
    document = read(Transcript("case", "23. Report Prepared in the War Department1\n\nWashington\n\nNothing is new.\n"))
    assert "dateline: Washington" in outline(document)
    later = read(Transcript("case", "23. Report1\n\nNothing is new anywhere.\n\nWashington\n\nAll is well.\n"))
    assert "dateline" not in outline(later)


def test_a_numbered_list_goes_on_after_a_number_that_was_lost() -> None:
    text = "5. Minutes1\n\n1.\n\nFirst point.\n\nMore of it.\n\n2.\n\nSecond point.\n\n4.\n\nFourth point.\n"
    assert outline(read(Transcript("case", text))).count("list type=ordered") == 1


def test_a_page_mark_between_greeting_and_signature_stands_there() -> None:
    text = "21. Letter1\n\nIt is agreed.\n\nSincerely yours,\n\n[Page 5]\n\nJohn Doe\n"
    assert (
        outline(read(Transcript("case", text))).splitlines()[3:]
        == """\
  closer
    salute: Sincerely yours,
    pb n=5 xml:id=pg-5 rend=bracketed: [Page 5]
    signed: John Doe""".splitlines()
    )


NESTED_1919 = """Paris Peace Conf. 180.03101/99

[BC–40 and BC–40A]

Secretary’s Notes of a Conversation Held in M. Pichon’s Room, February 3, 1919

  • Present
    • British Empire
      • The Rt. Hon. A. J. Balfour, M. P.
      • Lt. Col. Sir M. P. A. Hankey, K. C. B.
    • France
      • M. Clemenceau

M. Clemenceau said that he would wait.
"""


def test_a_bullet_that_is_the_heading_of_the_bullets_under_it() -> None:
    assert (
        outline(read(Transcript("case", NESTED_1919))).splitlines()[1:11]
        == """\
  head type=fileNumber: Paris Peace Conf. 180.03101/99
  head type=fileNumber: [BC–40 and BC–40A]
  head: Secretary’s Notes of a Conversation Held in M. Pichon’s Room…
  list type=bulleted
    item rend=bullet: • Present |
      list type=participants
        item rend=bullet: • British Empire |
          list
            item rend=bullet: • The Rt. Hon. A. J. Balfour, M. P.
            item rend=bullet: • Lt. Col. Sir M. P. A. Hankey, K. C. B.""".splitlines()
    )


def test_participants_whose_heading_is_lost_are_doubtful_and_end_at_a_wider_gap() -> None:
    text = """265. Memorandum of Conversation1

  • Andrei A. Gromov, Minister of Foreign Affairs
  • Henry A. Kessler, Assistant to the President
  • The President


  • Trade; Europe

The Minister opened the meeting with a word of thanks for the welcome that he and his delegation had been given here.
  1. Source: Files.
"""
    shown = outline(read(Transcript("case", text)))
    assert "list type=participants cert=medium" in shown
    assert "  list type=bulleted\n    item rend=bullet: • Trade; Europe" in shown


def test_delegations_under_the_heading_of_those_present() -> None:
    text = """Bohlen Minutes1

secret
eyes only

PRESENT

United States

  • President Roe
  • Mr. Doe

United Kingdom

  • Prime Minister Poe

The President said that it was late and that they should meet again on the next day, or on the day after it.
  1. Source: Files.
"""
    assert (
        outline(read(Transcript("case", text))).splitlines()[3:13]
        == """\
  p rend=classification: secret eyes only
  list type=participants
    head: PRESENT
    item
      list
        head: United States
        item rend=bullet: • President Roe
        item rend=bullet: • Mr. Doe
    item
      list""".splitlines()
    )


def test_participants_who_speak_but_once_and_initials_beside_their_names() -> None:
    text = """31. Minutes of a Meeting1

PARTICIPANTS

Secretary of State Roe
Richard Helm, Director of Central Intelligence
Henry A. Kester
Robert Elm

Helm: (Briefs from text.)

P: What is the state of the thing?

Roe: It is quiet.

Kester: Yes, sir.

Elm: I agree.
  1. Source: Files.
"""
    shown = outline(read(Transcript("case", text)))
    assert [line.strip() for line in shown.splitlines() if "speaker:" in line] == [
        "speaker: Helm:", "speaker: P:", "speaker: Roe:", "speaker: Kester:", "speaker: Elm:"]  # fmt: skip
    assert shown.count("    item:") == 4
