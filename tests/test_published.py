"""The reader of published volumes: small transcripts and the outline of what is read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from outline import outline

from pipeline.model import Transcript
from pipeline.namespaces import TEI
from pipeline.readers import published
from pipeline.readers.published.prose import is_classification
from pipeline.tei.body import text_element
from pipeline.validate.conservation import conservation


def read(text: str) -> str:
    return outline(published.read(Transcript("case", text)), 40)


MEMORANDUM = """262. Memorandum of Conversation0

SUBJECT

  • Communication from Lord Home

PARTICIPANTS

  • British
    • Sir David Ormsby Gore
  • US
    • Mr. Tyler

The Secretary agreed.1 This is [Page 559] how we see the situation, which has been described at length in the paper.

[Page 560]

Sir David said no.

  1. Source: Department of State.
  2. Not printed.
"""


def test_a_memorandum_of_conversation() -> None:
    assert (
        read(MEMORANDUM)
        == """\
div type=document n=262
  head: 262. Memorandum of Conversation0
    [anchor fn1: 0]
  list type=subject
    head: SUBJECT
    item rend=bullet: • Communication from Lord Home
  list type=participants
    head: PARTICIPANTS
    item rend=bullet: • British |
      list
        item rend=bullet: • Sir David Ormsby Gore
    item rend=bullet: • US |
      list
        item rend=bullet: • Mr. Tyler
  p: The Secretary agreed.1 This is [Page 559…
    [pb n=559 xml:id=pg-559 rend=bracketed: [Page 559]]
    [anchor fn2: 1]
  pb n=560 xml:id=pg-560 rend=bracketed: [Page 560]
  p: Sir David said no.
  fw type=notes: 1. | 2. |
    note xml:id=fn1 n=0 type=source: Source: Department of State.
    note xml:id=fn2 n=1: Not printed."""
    )


def test_a_letter_with_an_enclosure() -> None:
    text = """91. Letter From Mr. Quarles to Mr. Herter1

Washington, December 9, 1958.

Dear Chris:

It was agreed that this be done as soon as it can be done at all.

Sincerely yours,

Donald A. Quarles
[Page 12]

[Enclosure]2

MEMORANDUM

Nothing has been done.
  1. Source: Files.
  2. Secret."""
    assert (
        read(text)
        == """\
div type=document n=91
  head: 91. Letter From Mr. Quarles to Mr. Herte…
    [anchor fn1: 1]
  div type=main
    opener
      dateline: Washington, December 9, 1958.
    opener
      salute: Dear Chris:
    p: It was agreed that this be done as soon …
    closer
      salute: Sincerely yours,
      signed: Donald A. Quarles
    pb n=12 xml:id=pg-12 rend=bracketed: [Page 12]
  div type=attachment
    head: [Enclosure]2
      [anchor fn2: 2]
    p rend=heading: MEMORANDUM
    p: Nothing has been done.
  fw type=notes: 1. | 2. |
    note xml:id=fn1 n=1 type=source: Source: Files.
    note xml:id=fn2 n=2: Secret."""
    )


def test_numbers_on_lines_of_their_own() -> None:
    text = """5. Minutes1

The following was agreed:

1.

First paragraph of the first point.

Second paragraph of it.

2.

The second point:

(a)
one thing.
(b)
another.

All left.
"""
    assert (
        read(text)
        == """\
div type=document n=5
  head: 5. Minutes1
  p: The following was agreed:
  list type=ordered
    label: 1.
    item
      p: First paragraph of the first point.
      p: Second paragraph of it.
    label: 2.
    item
      p: The second point:
      list type=ordered
        label: (a)
        item
          p: one thing.
        label: (b)
        item
          p: another.
  p: All left."""
    )


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("891.105A/1–2748: Telegram\nThe Secretary of State to the Embassy in Iran\n\nText.", "fileNumber"),
        ("No. 108\n\nThe Ambassador in Guatemala to the Department of State\n\nText.", "number"),
        ("812.00/11988 : Telegram\n\nSpecial Agent Carothers to the Secretary of State\n\nText.", "fileNumber"),
        ("Circular telegram\n\nThe Secretary of State to Certain Diplomatic Missions\n\nText.", "above"),
        ("[Treaty Series No. 965]\n\nTreaty of Friendship Between Iraq and Oman\n\nText.", "above"),
        (
            "Bohlen Collection\n\nFourth Plenary Meeting, February 7, 1945, 4 p.m., Livadia Palace\n\nText.",
            "fileNumber",
        ),
    ],
)
def test_what_stands_above_the_title(text: str, kind: str) -> None:
    heads = [b for b in published.read(Transcript("case", text)).root.children if b.kind == "head"]
    assert [head.get("type") for head in heads] == [kind, ""]


@pytest.mark.parametrize(
    "line",
    ["SECRET", "Top Secret; Nodis.", "niact", "us urgent", "Secret us urgent", "Priority—Nodis", "EYES ONLY FOR RUSK"],
)
def test_lines_of_classification_and_precedence(line: str) -> None:
    assert is_classification(line)


@pytest.mark.parametrize(
    "line",
    [
        "Secret talks between Papandreou and Makarios took place in Athens last week.",
        "Immediate dispatch of a naval task force for overt exercises off Brazil. Two tankers.",
        "Personal relations are good.",
        "Priority of the Marshall Plan",
        "Sensitive issues",
    ],
)
def test_prose_that_begins_like_a_classification(line: str) -> None:
    assert not is_classification(line)


def test_a_page_mark_inside_a_word() -> None:
    text = "1. Memorandum1\n\nThis is cer [Page 221] tainly so, certainly."
    (mark,) = published.read(Transcript("case", text)).marks
    assert dict(mark.attrs) == {"n": "221", "xml:id": "pg-221", "break": "no", "rend": "bracketed"}


def test_datelines_of_many_forms_open_a_letter() -> None:
    text = """14. Letter From the Ambassador to President Wilson1

Petrograd, March 1/14, 1917, 6 p.m.
[Received March 16.]

Dear Mr. President: I write to you in haste.

  1. Source: Files."""
    assert (
        read(text)
        == """\
div type=document n=14
  head: 14. Letter From the Ambassador to Presid…
    [anchor fn1: 1]
  opener
    dateline: Petrograd, March 1/14, 1917, 6 p.m.
  opener: [Received March 16.]
  opener
    salute: Dear Mr. President:
  p: I write to you in haste.
  fw type=notes: 1. |
    note xml:id=fn1 n=1 type=source: Source: Files."""
    )


def test_the_number_of_a_paper_belongs_to_its_opening() -> None:
    airgram = """44. Airgram From the Embassy in Bolivia to the Department of State

A–155

La Paz, October 18, 1967.

On October 9 President Barrientos spoke to the nation."""
    assert (
        read(airgram)
        == """\
div type=document n=44
  head: 44. Airgram From the Embassy in Bolivia …
  opener: A–155
  opener
    dateline: La Paz, October 18, 1967.
  p: On October 9 President Barrientos spoke …"""
    )


def test_a_salutation_without_a_stop_and_an_invocation() -> None:
    letter = """9. Letter From Mr. Lloyd to Mr. Eden

London, May 20, 1958.

Dear Prime Minister

I thank you for your letter.

Yours ever

Selwyn"""
    assert (
        read(letter)
        == """\
div type=document n=9
  head: 9. Letter From Mr. Lloyd to Mr. Eden
  opener
    dateline: London, May 20, 1958.
  opener
    salute: Dear Prime Minister
  p: I thank you for your letter.
  closer
    salute: Yours ever
    signed: Selwyn"""
    )
    letter = """10. Letter From King Saud to President Eisenhower

In the name of God, the Merciful, the Compassionate

Your Excellency: Thank you for your letter.

Your friend,

Saud"""
    assert (
        read(letter)
        == """\
div type=document n=10
  head: 10. Letter From King Saud to President E…
  opener: In the name of God, the Merciful, the Co…
  opener
    salute: Your Excellency:
  p: Thank you for your letter.
  closer
    salute: Your friend,
    signed: Saud"""
    )


def test_an_aide_memoire_ends_with_its_date() -> None:
    text = """741.91/233

The British Embassy to the Department of State

His Majesty’s Government have learned with regret of what was decided last week.

British Embassy,

Washington, 11th September, 1951."""
    assert (
        read(text)
        == """\
div type=document
  head type=fileNumber: 741.91/233
  head: The British Embassy to the Department of…
  p: His Majesty’s Government have learned wi…
  closer: British Embassy, |
    dateline: Washington, 11th September, 1951."""
    )


def test_a_date_below_the_signature() -> None:
    text = """9. Letter From the Minister to Mr. Hay

Sir: I have nothing to say.

I have the honor to be, Sir, your obedient servant,

John Smith

Rome, May 20, 1956."""
    assert (
        read(text)
        == """\
div type=document n=9
  head: 9. Letter From the Minister to Mr. Hay
  opener
    salute: Sir:
  p: I have nothing to say.
  closer
    salute: I have the honor to be, Sir, your obedie…
    signed: John Smith
    dateline: Rome, May 20, 1956."""
    )


@pytest.mark.parametrize(
    "names",
    [
        "John Hay [SEAL]\n\n[L. S.] Pauncefote",
        "John Hay [seal.]\nPauncefote [seal.]",
        "John Hay [SEAL]     Pauncefote [SEAL]",
        "[seal]  John Hay     [seal]  Pauncefote",
        "John Hay, [seal]\nPauncefote, [L. S.]",
    ],
)
def test_the_signatures_of_a_treaty_have_seals(names: str) -> None:
    text = f"33. Convention With Great Britain\n\nDone at Washington, the 18th of November, 1901.\n\n{names}"
    *_, done, closer = published.read(Transcript("case", text)).root.children
    assert (done.kind, closer.kind) == ("p", "closer")
    assert [(b.kind, text[b.span.start : b.span.end]) for b in closer.children] == [
        ("signed", "John Hay"),
        ("signed", "Pauncefote"),
    ]


def test_the_first_sentence_of_a_note_is_no_title() -> None:
    note = "The Embassy of Spain presents its compliments to the Ministry and has the honor to refer to its note."
    document = published.read(Transcript("case", f"No. 287\n\n{note}\n\nIt was received."))
    assert [block.kind for block in document.root.children] == ["head", "p", "p"]
    assert published.evidence(Transcript("case", f"No. 287\n\n{note}\n\nIt was received.")).score < 0.3


def test_titles_of_what_is_enclosed() -> None:
    text = """7. The Minister in Mexico to the Secretary of State

Sir: I enclose two papers.

J. Oliveira

[Inclosure 1]

The Brazilian Minister (Oliveira) to Special Agent Carothers

Mexico, May 3, 1914.

Sir: Yours of the third was received.

[Annex 1]

Oral Statement Handed by the Secretary of State to the Japanese Ambassador (Nomura) on November 26, 1941

Washington, November 26, 1941.

The Government is ready.

[Annex 2]

Statements by the President were not to be had, and he would not see us."""
    assert (
        read(text)
        == """\
div type=document n=7
  head: 7. The Minister in Mexico to the Secreta…
  div type=main
    opener
      salute: Sir:
    p: I enclose two papers.
    closer
      signed: J. Oliveira
  div type=attachment
    head: [Inclosure 1]
    head: The Brazilian Minister (Oliveira) to Spe…
    opener
      dateline: Mexico, May 3, 1914.
    opener
      salute: Sir:
    p: Yours of the third was received.
  div type=attachment
    head: [Annex 1]
    head: Oral Statement Handed by the Secretary o…
    opener
      dateline: Washington, November 26, 1941.
    p: The Government is ready.
  div type=attachment
    head: [Annex 2]
    p: Statements by the President were not to …"""
    )


def test_numbered_items_go_on_with_the_headings_before_them() -> None:
    text = """12. Memorandum of Discussion at the 387th Meeting of the National Security Council

1. Significant World Developments

Mr. Dulles said it was late.

2. U.S. Policy Toward Iraq (NSC 5820/1; Memo for NSC from Acting Executive Secretary, dated November 18, 1958)

Mr. Gray briefed the Council.

3. The Council had seen this before.

3. Other Business.

Nothing was said."""
    assert (
        read(text)
        == """\
div type=document n=12
  head: 12. Memorandum of Discussion at the 387t…
  p rend=heading: 1. Significant World Developments
  p: Mr. Dulles said it was late.
  p rend=heading: 2. U.S. Policy Toward Iraq (NSC 5820/1; …
  p: Mr. Gray briefed the Council.
  p: 3. The Council had seen this before.
  p rend=heading: 3. Other Business.
  p: Nothing was said."""
    )


def test_lists_as_a_browser_copies_them() -> None:
    text = """5. Memorandum From the Director to the President1

TO

The President

SUBJECT

The Situation in Laos

Air Support

REFERENCES

A. State 123

B. Moscow 456

1. Background

The Secretary saw the President yesterday. He was alone.

SUBJECT

How to Go On

I. Means

Money will be had."""
    assert (
        read(text)
        == """\
div type=document n=5
  head: 5. Memorandum From the Director to the P…
  list type=to
    head: TO
    item: The President
  list type=subject
    head: SUBJECT
    item: The Situation in Laos
    item: Air Support
  list type=references
    head: REFERENCES
    item: A. State 123
    item: B. Moscow 456
  p rend=heading: 1. Background
  p: The Secretary saw the President yesterda…
  list type=subject
    head: SUBJECT
    item: How to Go On
  p rend=heading: I. Means
  p: Money will be had."""
    )


def test_delegations_without_bullets() -> None:
    text = """12. Minutes of a Meeting

PARTICIPANTS

Henry A. Kissinger

State

Joseph Sisco

Alfred Atherton

CIA

William Colby

(There was informal conversation as the Chairman greeted the Secretary.)

Dr. Kissinger: Where do we stand?"""
    assert (
        read(text)
        == """\
div type=document n=12
  head: 12. Minutes of a Meeting
  list type=participants
    head: PARTICIPANTS
    item: Henry A. Kissinger
    item
      list
        head: State
        item: Joseph Sisco
        item: Alfred Atherton
    item
      list
        head: CIA
        item: William Colby
  p: (There was informal conversation as the …
  p: Dr. Kissinger: Where do we stand?"""
    )


TABLE = """\
  table
    row
      cell: Country
      cell: FY 1962
      cell: FY 1963
    row
      cell: India
      cell: 465.5
      cell: 397.2
    row
      cell: Nepal
      cell: 12.0
      cell: 7.4"""


@pytest.mark.parametrize("gap", ["     ", "\t"])
def test_cells_that_blanks_part(gap: str) -> None:
    rows = ("Country", "FY 1962", "FY 1963"), ("India", "465.5", "397.2"), ("Nepal", "12.0", "7.4")
    text = "5. Memorandum\n\nThe figures follow.\n\n" + "\n".join(map(gap.join, rows))
    assert read(text).endswith(TABLE)


def test_cells_that_pipes_part() -> None:
    text = "5. Memorandum\n\nThe figures follow.\n\n| Country | FY 1962 |\n| --- | --- |\n| India | 465.5 |"
    assert read(text).endswith(
        """\
  table
    row
      cell: | Country
        [fw type=boilerplate: |]
      cell: | FY 1962 |
        [fw type=boilerplate: |]
        [fw type=boilerplate: |]
    fw type=boilerplate: | --- | --- |
    row
      cell: | India
        [fw type=boilerplate: |]
      cell: | 465.5 |
        [fw type=boilerplate: |]
        [fw type=boilerplate: |]"""
    )


def test_rows_that_all_end_with_as_many_figures() -> None:
    text = "5. Memorandum\n\nThe figures follow.\n\nCountry 1962 1963\nIndia 465.5 397.2\nNew Zealand 12.0 7.4"
    assert read(text).endswith(
        "row\n      cell: Country\n      cell: 1962\n      cell: 1963\n"
        "    row\n      cell: India\n      cell: 465.5\n      cell: 397.2\n"
        "    row\n      cell: New Zealand\n      cell: 12.0\n      cell: 7.4"
    )
    text = "5. Memorandum\n\nThe figures follow.\n\nIndia 465.5 397.2\nNepal 12\nCeylon 14 15"
    assert read(text).endswith(
        "cell: India 465.5 397.2\n    row\n      cell: Nepal 12\n    row\n      cell: Ceylon 14 15"
    )


def test_rows_whose_cells_are_lost() -> None:
    text = "5. Memorandum\n\nThe figures follow.\n\nCoal 12\nIron 14\nSteel 16"
    assert read(text).endswith("row\n      cell: Coal 12\n    row\n      cell: Iron 14\n    row\n      cell: Steel 16")


LINES = st.sampled_from(
    ["", "", "1. Memorandum0", "SUBJECT", "  • One", "    • Two", "[Page 5]", "Words and [Page 6] words.1", "1.", "(a)",
     "2.", "PARTICIPANTS:", "Dear Jack:", "Sincerely,", "John Doe 2", "[Enclosure]", "  1. Source: A.", "  2. B.",
     "    more of it", "Washington, May 5, 1961.", "\tA\t", "a & b < c ]]> <!ENTITY x>", "\x07 bell", "\x0c", "—"]
)  # fmt: skip


@given(st.lists(LINES, max_size=14), st.sampled_from(["\n", "\r\n", "\r"]))
def test_no_character_is_lost(lines: list[str], line_end: str) -> None:
    transcript = Transcript("case", line_end.join(lines))
    text = text_element(published.read(transcript), ())
    assert conservation(transcript, f'<TEI xmlns="{TEI}">{text}</TEI>'.encode()) == []
