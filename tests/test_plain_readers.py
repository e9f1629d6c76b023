"""The readers of pages, typescripts and plain text, as a historian reads what they find."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from outline import outline

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
            [fw type=classification: ~~SECRET~~]
            [del rend=strikethrough: ~~SECRET~~]
            [pb n=2 xml:id=pg-2]
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
))  # fmt: skip
GAPS = st.sampled_from(["\n", "\n\n", "\n\n\n", "  \n", "\r\n", "\r", " ", "    "])
COLLAGES = st.lists(st.tuples(PHRASES, GAPS), max_size=40).map(lambda parts: "".join(a + b for a, b in parts))


@settings(max_examples=150, deadline=None)
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
