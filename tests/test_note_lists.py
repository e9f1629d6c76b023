"""Lists of notes at the end of a text, and what only looks like one."""

from __future__ import annotations

from textwrap import dedent

import pytest
from outline import outline

from pipeline.model import Transcript
from pipeline.readers import generic, published


def reading(text: str) -> str:
    return outline(generic.read(Transcript("case", dedent(text).lstrip("\n"))))


def test_numbered_sections_and_the_numbered_steps_at_the_end_are_text() -> None:
    shown = reading("""
        Protocol on Korea

        Section 1

        The Parties agree.

        Section 2

        The Parties undertake:

        1. To withdraw.

        2. To consult.
        """)
    assert "note" not in shown
    assert "label: 1.\n    item: To withdraw." in shown


def test_steps_after_courses_that_are_counted_are_no_notes() -> None:
    shown = reading("""
        Paper for the Council

        Course of Action 1

        We wait.

        Course of Action 2

        We act at once, in this order.

        1. Consult the Allies.

        2. Inform the Congress.
        """)
    assert "note" not in shown


def test_labels_in_round_brackets_are_no_marks_of_the_paragraphs_below() -> None:
    shown = reading("""
        Memorandum on Berlin

        (1) The first question is that of access.

        (2) The second question is that of the garrison.

        The steps to be taken are as follows.

        1. Consult the Allies.

        2. Inform the Congress.
        """)
    assert "note" not in shown
    assert shown.count("list type=ordered") == 2


def test_a_treaty_referred_to_at_the_end_of_a_line_proves_no_notes() -> None:
    shown = reading("""
        Memorandum on the Treaty

        The Government considers that it is bound by the terms of Article 1
        and by those of the Protocol, as it was by the terms of Article 2
        before the war. It proposes the following.

        1. To withdraw.

        2. To consult.
        """)
    assert "note" not in shown


def test_notes_of_a_volume_that_numbers_them_through() -> None:
    shown = reading("""
        Memorandum by the Under-Secretary

        The Ambassador came to see me today.58 He told me that Mr. Eden59 had received him.

        I said no.60

        58 See above, No. 12.
        59 Anthony Eden (1897-1977).
        60 Marginal note.
        """)
    assert "note xml:id=fn1 n=58: See above, No. 12." in shown
    assert "[anchor fn2: 59]" in shown
    assert "note xml:id=fn3 n=60: Marginal note." in shown


def test_paragraphs_that_go_on_counting_are_no_notes_without_marks() -> None:
    shown = reading("""
        Extract from the Report

        The Committee then considered the rest of the paper.

        58. The question of Berlin was left open.

        59. The question of Laos was referred to the Deputies.
        """)
    assert "note" not in shown


def test_articles_that_come_back_with_another_number_are_no_running_heads() -> None:
    shown = reading("""
        Convention on Consular Relations

        Chapter I

        Article 1

        The Parties agree to open consulates.

        Article 2

        The consuls enjoy immunity.

        Chapter II

        Article 3

        Taxes shall not be levied.

        Article 4

        The Convention enters into force at once.
        """)
    assert "fw" not in shown
    assert "p rend=heading: Article 3" in shown


@pytest.mark.parametrize("mark", ["{}. ", "[{}] ", "({}) ", "{} "])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_published_document_may_have_its_notes_at_the_margin(mark: str, between: str) -> None:
    """Typists and converters do not indent the notes as web pages do."""
    notes = ["Source: Department of State, Central Files. Secret.", "See Document 22.", "Not printed."]
    listed = between.join(mark.format(n) + note for n, note in enumerate(notes, 1))
    text = "245. Memorandum of Conversation1\n\nWashington, May 4, 1970, 3 p.m.\n\nHe hoped for talks.2 They came.3\n\n"
    document = published.read(Transcript("case", text + listed + "\n"))
    assert [(anchor.note, document.transcript[anchor.mark]) for anchor in document.anchors] == [
        ("fn1", "1"), ("fn2", "2"), ("fn3", "3"),
    ]  # fmt: skip
    assert [document.transcript[block.span] for block in document.root.walk() if block.kind == "note"] == notes


def test_numbered_paragraphs_at_the_end_of_a_published_document_are_no_notes() -> None:
    text = "245. Telegram to the Embassy\n\nPlease say the following.\n\n1. We agree.\n\n2. We shall come.\n"
    assert "note" not in outline(published.read(Transcript("case", text)))


def test_a_source_that_goes_on_below_ends_before_the_notes() -> None:
    shown = reading("""
        Memorandum

        He left.

        Source: the papers of:
        [^1]: Not printed.
        """)
    assert shown.count("Not printed.") == 1


@pytest.mark.parametrize(("mark", "note"), [(" [{}]", "[{}] "), (" [{}]", "{} "), ("[{}](#f{})", "{} ")])
def test_an_enumeration_in_round_brackets_answers_no_marks_in_square_ones(mark: str, note: str) -> None:
    shown = reading(f"""
        Telegram from Sir Robert Craigie{mark.format(1, 1)} to the Foreign Office

        The Minister{mark.format(2, 2)} handed me the following demands.

        (1) Closing of the Burma Road.

        (2) Withdrawal of British troops from Shanghai.

        I replied that I should report to my Government.

        {note.format(1)}U.K. Ambassador to Japan.

        {note.format(2)}Hachiro Arita.
        """)
    assert "label: (1)\n    item: Closing of the Burma Road." in shown
    assert "note xml:id=fn1 n=1: U.K. Ambassador to Japan." in shown
    assert "note xml:id=fn2 n=2: Hachiro Arita." in shown


def test_notes_of_the_united_nations_have_a_stroke() -> None:
    shown = reading("""
        Letter from the Representative of Ireland

        I shall speak of Berlin.1/ Before I do so, I recall resolution 181 (II).2/

        1/ Official Records of the General Assembly, Sixteenth Session, 1046th meeting.

        2/ Ibid., para. 25.
        """)
    assert "[anchor fn1: 1/]" in shown
    assert "note xml:id=fn2 n=2: Ibid., para. 25." in shown


def test_of_notes_that_lead_back_some_may_be_missing() -> None:
    shown = reading("""
        Summary Record of the 9th Meeting(1)

        Secretary Rusk reported on the exchanges in New York.

        Bromley Smith(4)

        1 Source: Kennedy Library, National Security Files. Back

        4 Printed from a copy that bears this typed signature. Back
        """)
    assert "[anchor fn2: (4)]" in shown
    assert "note xml:id=fn2 n=4: Printed from a copy" in shown


def test_a_mark_may_follow_a_year() -> None:
    shown = reading("""
        The Chargé in China to the Secretary of State

        I refer to despatch No. 2114 of March 23, 1943,10 and enclose a memorandum11 of the talk.

        10. Not printed.
        11. Infra.
        """)
    assert "[anchor fn1: 10]" in shown
    assert "note xml:id=fn2 n=11: Infra." in shown
