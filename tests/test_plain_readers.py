"""The readers of pages, typescripts and plain text, as a historian reads what they find."""

from __future__ import annotations

from importlib.metadata import EntryPoint
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from outline import outline

from pipeline import readers
from pipeline.model import Document, Transcript
from pipeline.readers import avalon, cable, extracted, generic, published, soviet, typescript
from pipeline.segment.check import broken_promises

READERS = (generic, avalon, typescript, cable, soviet, extracted)
ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
SEEDS = sorted((ROOT / "transcripts").rglob("*.txt"))
SAMPLES = sorted((SHARED / "samples").rglob("*.txt"))


def reading(reader: object, text: str) -> str:
    """The outline that a reader gives of a transcript."""
    return outline(reader.read(Transcript("test", dedent(text).lstrip("\n"))))  # type: ignore[attr-defined]


def expected(text: str) -> str:
    """An outline as written in a test."""
    return dedent(text).strip("\n")


def test_a_typescript_with_cover_sheet_and_a_page_change_inside_a_sentence() -> None:
    assert reading(
        typescript,
        """
        **01373**

        594

        DEPARTMENT OF STATE

        Memorandum of Conversation
        complete Dist. made

        DATE: January 10, 1963
        12:00 Noon

        SUBJECT: U.S.-Soviet Relations

        PARTICIPANTS:

        U.S.
        The Secretary
        John C. Guthrie, Director, SOV

        U.S.S.R.
        Vasily Vasilyevich Kuznetsov,
        First Deputy Foreign Minister
        Anatoliy F. Dobrynin, Soviet Ambassador

        COPIES TO:

        G\tEUR
        S/P\tARA

        Kuznetsov thanked the Secretary for the opportunity of seeing him. This very

        FORM 5-61 DS-1254(T)

        SECRET

        important

        ~~SECRET~~

        -2-

        important circumstance has been noted in Moscow.

        SECRET

        BEST COPY AVAILABLE
        """,
    ) == expected("""
        div type=document
          fw type=stamp: **01373**
            [hi rend=bold: **01373**]
          fw type=stamp: 594
          fw type=header: DEPARTMENT OF STATE
          head: Memorandum of Conversation
          fw type=stamp: complete Dist. made
          list type=coversheet
            label: DATE:
            item: January 10, 1963 12:00 Noon
            label: SUBJECT:
            item: U.S.-Soviet Relations
            label: PARTICIPANTS:
            item
              list type=participants
                item: U.S. |
                  list
                    item: The Secretary
                    item: John C. Guthrie, Director, SOV
                item: U.S.S.R. |
                  list
                    item: Vasily Vasilyevich Kuznetsov, First Deputy Foreign Minister
                    item: Anatoliy F. Dobrynin, Soviet Ambassador
            label: COPIES TO:
            item
              table
                row
                  cell: G
                  cell: EUR
                row
                  cell: S/P
                  cell: ARA
          p: Kuznetsov thanked the Secretary for the opportunity of seein…
            [fw type=form: FORM 5-61 DS-1254(T)]
            [fw type=classification: SECRET]
            [fw type=catch: important]
            [pb n=2 xml:id=pg-2]
            [fw type=classification: ~~SECRET~~]
            [del rend=strikethrough: ~~SECRET~~]
            [fw type=pageNum: -2-]
          fw type=classification: SECRET
          fw type=stamp: BEST COPY AVAILABLE
        """)


def test_an_avalon_page_with_delegations_told_apart_by_two_blank_lines() -> None:
    assert reading(
        avalon,
        """
        The Cuban Missile Crisis
        Memorandum of Conversation


        Washington, January 9, 1963, 5 p.m.



        The President

        John C. Guthrie, Director, SOV


        Anatoliy F. Dobrynin, Soviet Ambassador

        Kuznetsov reverted to the question of the Cuban brigade in Florida.(1) He said this had created an opinion.

        Source: Department of State, Presidential Memoranda of Conversation: Lot 66 D 149. Secret.

        (1) See footnote 2, Document 260. Back

        127 Wall Street, New Haven, CT 06511.
        """,
    ) == expected("""
        div type=document
          fw type=header: The Cuban Missile Crisis
          head: Memorandum of Conversation
          opener
            dateline: Washington, January 9, 1963, 5 p.m.
          list type=participants
            item
              list
                item: The President
                item: John C. Guthrie, Director, SOV
            item
              list
                item: Anatoliy F. Dobrynin, Soviet Ambassador
          p: Kuznetsov reverted to the question of the Cuban brigade in F…
            [anchor fn2: (1)]
          fw type=notes
            note xml:id=fn1 type=source: Source: Department of State, Presidential Memoranda of Conve…
          fw type=notes: (1) | |
            note xml:id=fn2 n=1: See footnote 2, Document 260.
            fw type=boilerplate: Back
          fw type=boilerplate: 127 Wall Street, New Haven, CT 06511.
        """)


def test_a_letter_in_plain_text_with_wrapped_lines() -> None:
    assert reading(
        generic,
        """
        Letter From President Kennedy to Chairman Khrushchev

        Washington, November 3, 1962.

        DEAR MR. CHAIRMAN: I wish to thank you for your letter. I am
        commenting now only on a problem raised in your letter which
        relates to the Cuban affair.

        1. First, that the quarantine should be lifted as soon as the
        missiles are gone.

        2. Second, that they should go.

        Sincerely,

        John F. Kennedy
        """,
    ) == expected("""
        div type=document
          head: Letter From President Kennedy to Chairman Khrushchev
          opener
            dateline: Washington, November 3, 1962.
          opener
            salute: DEAR MR. CHAIRMAN:
          p: I wish to thank you for your letter. I am commenting now onl…
          list type=ordered
            label: 1.
            item: First, that the quarantine should be lifted as soon as the m…
            label: 2.
            item: Second, that they should go.
          closer
            salute: Sincerely,
            signed: John F. Kennedy
        """)


def test_a_typescript_with_markdown_marks_and_page_numbers_between_two_classifications() -> None:
    assert reading(
        typescript,
        """
        **DEPARTMENT OF STATE**

        # Memorandum of Conversation

        ~~SECRET~~/NODIS

        **DATE:** October 18, 1962

        **PARTICIPANTS:**

        **United States**
        - The President
        - Mr. Martin J. Hillenbrand, Director,
          German Affairs

        **U.S.S.R.**
        - Foreign Minister Gromyko

        After preliminary remarks, Mr. Gromyko said that he wished to
        take up the question of Berlin and that the Soviet Government

        EUR:GER:MJHillenbrand:ab 10/19/62
        SECRET
        GROUP 3
        Downgraded at 12-year intervals; not automatically declassified

        - 2 -

        SECRET

        had no intention of complicating the matter.

        Charles E. Bohlen
        """,
    ) == expected("""
        div type=document
          fw type=header: **DEPARTMENT OF STATE**
            [hi rend=bold: **DEPARTMENT OF STATE**]
          head: # Memorandum of Conversation
            [fw type=boilerplate: #]
          fw type=classification: ~~SECRET~~/NODIS
            [del rend=strikethrough: ~~SECRET~~]
          list type=coversheet
            label: **DATE:**
              [hi rend=bold: **DATE:**]
            item: October 18, 1962
            label: **PARTICIPANTS:**
              [hi rend=bold: **PARTICIPANTS:**]
            item
              list type=participants
                item: **United States** |
                  [hi rend=bold: **United States**]
                  list
                    item rend=hyphen: - The President
                    item rend=hyphen: - Mr. Martin J. Hillenbrand, Director, German Affairs
                item: **U.S.S.R.** |
                  [hi rend=bold: **U.S.S.R.**]
                  list
                    item rend=hyphen: - Foreign Minister Gromyko
          p: After preliminary remarks, Mr. Gromyko said that he wished t…
            [fw type=footer: EUR:GER:MJHillenbrand:ab 10/19/62]
            [fw type=classification: SECRET]
            [fw type=stamp: GROUP 3 Downgraded at 12-year intervals; not automatically d]
            [pb n=2 xml:id=pg-2]
            [fw type=pageNum: - 2 -]
            [fw type=classification: SECRET]
          closer
            signed: Charles E. Bohlen
        """)


def test_a_telegram_with_fields_without_colons_and_a_page_change_in_a_sentence() -> None:
    assert reading(
        cable,
        """
        CONFIDENTIAL

        PAGE 01   STATE 322132
        INFO OCT-00 ADS-00 CIAE-00 /082 R
                  ------------------015985 141513Z /43
        P 140518Z DEC 79
        FM SECSTATE WASHDC
        TO AMEMBASSY LA PAZ PRIORITY

        C O N F I D E N T I A L STATE 322132

        TAGS: PINT, BL
        SUBJECT: CONVERSATION BETWEEN WALTER GUEVARA ARZE AND
        ASSISTANT SECRETARY VAKY

        1. GUEVARA OFFERED HIS OBSERVATIONS ON THE FOLLOWING
        ITEMS:

        2. PAZ HAS THE VOTES NECESSARY TO AVOID A CONGRESSIONAL
        CENSURE OF THE GOVERNMENT, AND GUEILER'S PERSONAL RELATION-
        CONFIDENTIAL

        CONFIDENTIAL

        PAGE 02      STATE 322132

        SHIP WITH JUAN LECHIN WILL HELP.
        CHRISTOPHER

        NNN

                      Message Attributes
        Draft Date: 14 dec 1979
        """,
    ) == expected("""
        div type=document
          fw type=classification: CONFIDENTIAL
          pb n=1 xml:id=pg-1 cert=medium
          fw type=header: PAGE 01 STATE 322132
          fw type=distribution: INFO OCT-00 ADS-00 CIAE-00 /082 R
          fw type=routing: ------------------015985 141513Z /43
          opener
            dateline: P 140518Z DEC 79
          list type=coversheet
            label: FM
            item: SECSTATE WASHDC
            label: TO
            item: AMEMBASSY LA PAZ PRIORITY
          fw type=classification: C O N F I D E N T I A L STATE 322132
          list type=coversheet
            label: TAGS:
            item: PINT, BL
            label: SUBJECT:
            item: CONVERSATION BETWEEN WALTER GUEVARA ARZE AND ASSISTANT SECRE…
          list type=ordered
            label: 1.
            item: GUEVARA OFFERED HIS OBSERVATIONS ON THE FOLLOWING ITEMS:
            label: 2.
            item: PAZ HAS THE VOTES NECESSARY TO AVOID A CONGRESSIONAL CENSURE…
              [fw type=classification: CONFIDENTIAL]
              [pb n=2 xml:id=pg-2]
              [fw type=classification: CONFIDENTIAL]
              [fw type=header: PAGE 02 STATE 322132]
          closer
            signed: CHRISTOPHER
          fw type=footer: NNN
          fw type=metadata: Message Attributes Draft Date: 14 dec 1979
        """)


def test_two_soviet_documents_in_one_transcript() -> None:
    assert reading(
        soviet,
        """
        Signal copy

        of Washington's scandalous chronicle. The same was true with the recent resignation of the Naval Minister.

        RGANI. F. 3. Op. 66. D. 471. L. 29 - 32. Copy. Typewritten text.

        No. 25

        Record of conversation between N.S. Khrushchev and US Ambassador to USSR F. Kohler

        November 23, 1963[104]

        On November 23, during his visit to the US Embassy in Moscow, a conversation of this content took place.

        87

        Signal Copy

        Kohler thanks N.S. Khrushchev for expressing condolences.

        Recorded by: V. Sukhodrev

        RGANI. F. 52. Op. 1. D. 584. L. 111-114. Original. Typewritten text.

        88
        """,
    ) == expected("""
        div type=collection
          div type=fragment
            pb n=87 xml:id=pg-87 cert=medium
            fw type=header: Signal copy
            p: of Washington's scandalous chronicle. The same was true with…
            note xml:id=fn1 type=source: RGANI. F. 3. Op. 66. D. 471. L. 29 - 32. Copy. Typewritten t…
          div type=document n=25
            head type=number: No. 25
            head: Record of conversation between N.S. Khrushchev and US Ambass…
            opener
              dateline: November 23, 1963[104]
            p: On November 23, during his visit to the US Embassy in Moscow…
            fw type=pageNum: 87
            pb n=88 xml:id=pg-88 cert=medium
            fw type=header: Signal Copy
            p: Kohler thanks N.S. Khrushchev for expressing condolences.
            closer
              signed: Recorded by: V. Sukhodrev
            fw type=notes
              note xml:id=fn2 type=source: RGANI. F. 52. Op. 1. D. 584. L. 111-114. Original. Typewritt…
            fw type=pageNum: 88
        """)


def test_a_harvested_page_with_front_matter_a_table_and_linked_notes() -> None:
    assert reading(
        generic,
        """
        ---
        doc_date: '1963-01-17'
        title: Record of Conversation Between Kimber and Tange
        ---

        Canberra, 17 January 1963

        Secret

        Main Subjects:| (1) _British Proposal_
        ---|---
        |  (2) _British–Philippines talks_[2](#f2)

        The Secretary told Mr. Kimber that he had not yet seen the paper on Indonesia which the British had
        forwarded.[3](#f3) The Minister would probably be willing to see an exchange of views.

        [NAA: A1838, TS696/17/1 part 4]

        1 Gurth Kimber, Deputy British High Commissioner, Canberra.

        2 Talks to be held in London.

        3 See Document 16.
        """,
    ) == expected("""
        div type=document
          fw type=metadata: --- doc_date: '1963-01-17' title: Record of Conversation Bet…
          opener
            dateline: Canberra, 17 January 1963
          fw type=classification: Secret
          list type=subject
            head: Main Subjects:
            item: | (1) _British Proposal_
              [fw type=boilerplate: |]
              [hi rend=underscore: _British Proposal_]
            fw type=boilerplate: ---|---
            item: | (2) _British–Philippines talks_[2](#f2)
              [fw type=boilerplate: |]
              [hi rend=underscore: _British–Philippines talks_]
              [anchor fn3: [2](#f2)]
          p: The Secretary told Mr. Kimber that he had not yet seen the p…
            [anchor fn4: [3](#f3)]
          note xml:id=fn1 type=source: [NAA: A1838, TS696/17/1 part 4]
          fw type=noteNumber: 1
          note xml:id=fn2 n=1: Gurth Kimber, Deputy British High Commissioner, Canberra.
          fw type=notes: 2 | 3 |
            note xml:id=fn3 n=2: Talks to be held in London.
            note xml:id=fn4 n=3: See Document 16.
        """)


def test_the_line_numbers_of_a_court_reporter_are_not_text() -> None:
    assert reading(
        generic,
        """
        10 Mr. Bissell. I can't answer you that, simply because
        11 no specific target was ever recommended. And to the best
        12 of my knowledge and belief, other than the case we have
        13 discussed at length of Castro, which in time preceded the
        14 project. The issue of obtaining clearance never arose. I
        15 can speculate on how that would have worked if you wish.
        16 Senator Mondale. No.
        """,
    ) == expected("""
        div type=document
          p: 10 Mr. Bissell. I can't answer you that, simply because 11 n…
            [fw type=lineNum: 10]
            [fw type=lineNum: 11]
            [fw type=lineNum: 12]
            [fw type=lineNum: 13]
            [fw type=lineNum: 14]
            [fw type=lineNum: 15]
          p: 16 Senator Mondale. No.
            [fw type=lineNum: 16]
        """)


def test_notes_without_numbers_closed_by_a_sign_that_leads_back() -> None:
    assert reading(
        extracted,
        """
        94. Transcript of Telephone Conversation Between President Nixon and Kissinger1
        P said in the meeting tomorrow with “him.”2 He would like for K to give him that message. Then if the \
Vietnam thing is raised the P wants K to shake his head.
        - Source: Library of Congress, Manuscript Division, Kissinger Papers.↩
        - Dobrynin and Kissinger met briefly on October 21.↩
        """,
    ) == expected("""
        div type=document n=94
          head: 94. Transcript of Telephone Conversation Between President N…
            [anchor fn1: 1]
          p: P said in the meeting tomorrow with “him.”2 He would like fo…
            [anchor fn2: 2]
          fw type=notes: - | | - | |
            note xml:id=fn1 n=1 type=source: Source: Library of Congress, Manuscript Division, Kissinger …
            fw type=boilerplate: ↩
            note xml:id=fn2 n=2: Dobrynin and Kissinger met briefly on October 21.
            fw type=boilerplate: ↩
        """)


def broken(document: Document) -> list[str]:
    return list(broken_promises(document))


@pytest.mark.parametrize("path", [*SEEDS, *SAMPLES], ids=lambda path: path.stem[:40])
def test_every_text_lies_where_text_may_lie(path: Path) -> None:
    transcript = Transcript(path.stem, path.read_bytes().decode("utf-8", "replace"), str(path))
    for reader in (*READERS, published):
        assert broken(reader.read(transcript)) == [], reader.NAME


PHRASES = st.sampled_from((  # what transcripts are made of
    "SECRET", "-3-", "2", "[Page 5]", "Memorandum of Conversation", "DATE: May 1, 1961",
    "PARTICIPANTS:", "U.S.", "(1) x Back", "1. First", "2. Second", "a. Inner",
    "• one", "Sincerely,", "John Smith", "He said that", "it was so.", "**bold**",
    "_", "---", "a\tb", "c\td", "| x | y |", "~~SECRET~~",
    "Dear Sir:", "Washington, May 1, 1961", "Source: here", "text.(1) more", "\x0c", "Q. What?",
    "No. 5", "RGANI. F. 1. Op. 2. D. 3", "* Note", "word* and", "<i>x</i>", "# Head", "Enclosure", "His Excellency",
    "FM AMEMBASSY", "P 140518Z DEC 79", "NNN", "PAGE 02   STATE 322132", "1 one two", "2 one two", "3 one two",
    "4 one two", "5 one two", "6 one two", "Message Attributes", "[^1]: n", "x[^1] y",
    "- See.↩", "a Written in ink", "x;a y",
    "Great Britain", "    A. Home      Prime Minister;", "1970 743.9       524.3      28.9", "\\* Not known.", "ENDS",
    "MR EDEN said that", "30 April 1997", "G. BOLSHAKOV", "E.O. 12065 GDS", "R. Kennedy, who", "104-10167-10279",
    "|---|---|", "Participants:| x", "Present: Dr. A Mr. B Mr. C DR. A: I go",
))  # fmt: skip
GAPS = st.sampled_from(["\n", "\n\n", "\n\n\n", "  \n", "\r\n", "\r", " ", "    "])
COLLAGES = st.lists(st.tuples(PHRASES, GAPS), max_size=40).map(lambda parts: "".join(a + b for a, b in parts))


@settings(max_examples=150, deadline=None)
@example("-3-    [Page 5]\n")
@given(st.one_of(COLLAGES, st.text(max_size=300)))
def test_no_text_breaks_a_reader(text: str) -> None:
    for reader in READERS:
        assert broken(reader.read(Transcript("x", text))) == [], reader.NAME


@pytest.mark.parametrize(
    "text",
    ["", "\n\n", "*" * 50_000, "word " * 20_000, "a\r" * 5_000, "1.\n" * 5_000, "_ a" * 20_000, "SECRET\n" * 5_000],
)
def test_odd_texts_are_read_in_reasonable_time(text: str) -> None:
    for reader in READERS:
        assert broken(reader.read(Transcript("x", text))) == []


def test_a_reader_of_another_distribution_that_cannot_be_loaded_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    point = EntryPoint("lost", "no_such_package.reader", readers.GROUP)
    monkeypatch.setattr("importlib.metadata.entry_points", lambda **_: [point])
    readers.registry.cache_clear()
    try:
        with pytest.raises(ImportError, match=r"The reader lost \(no_such_package.reader\) cannot be loaded"):
            readers.read(Transcript("memo", "He left."))
    finally:
        readers.registry.cache_clear()


def test_metadata_of_a_harvester_is_no_text_though_its_paragraphs_look_like_notes() -> None:
    text = """---
doc_date: '1962-10-08'
title: Record of Conversation Between Barwick and Subandrio
---

New York, 8 October 1962

  1. Dr. Subandrio said that Indonesia had no claims.[1](#f1)

  2. Sir Garfield Barwick said he was glad.[2](#f2)

  * 1 See Document 7.
  * 2 Not found.
"""
    shown = outline(readers.read(Transcript("case", text)))
    assert "fw type=metadata: --- doc_date: '1962-10-08'" in shown
    assert "head" not in shown
    assert "note xml:id=fn2 n=2: Not found." in shown
