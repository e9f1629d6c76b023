"""What stands at the edges of pages: classifications, running heads, folios, catchwords, stamps of release."""

from __future__ import annotations

from textwrap import dedent

import pytest
from outline import outline

from pipeline.model import Transcript
from pipeline.readers import generic
from pipeline.segment.furniture import recognize


def reading(text: str) -> str:
    return outline(generic.read(Transcript("case", dedent(text).lstrip("\n"))))


@pytest.mark.parametrize(
    "line",
    [
        "NATO SECRET",
        "COSMIC TOP SECRET",
        "OTAN SECRET",
        "UK EYES ONLY",
        "US/UK EYES ONLY",
        "TOP SECRET UMBRA",
        "SECRET/NOFORN/ORCON",
        "XGDS-3",
        "CONFIDENTIAL GDS",
        "SECRET (XGDS)",
        "SECRET AND PERSONAL",
        "GEHEIM",
        "Streng geheim!",
        "VS-NUR FÜR DEN DIENSTGEBRAUCH",
        "TRÈS SECRET",
        "CONFIDENTIEL DÉFENSE",
        "СОВЕРШЕННО СЕКРЕТНО",
        "СЕКРЕТНО",
        "SEGRETO",
        "MUY SECRETO",
        "ŚCIŚLE TAJNE",
        "機密",
    ],
)
def test_classifications_of_states_and_alliances(line: str) -> None:
    tag = recognize(line)
    assert tag is not None
    assert tag.type == "classification"


@pytest.mark.parametrize(
    "line", ["SECRET NEGOTIATIONS", "NATO COUNCIL", "CONFIDENTIAL ANNEX", "The secret", "RESERVE FORCES", "US FORCES"]
)
def test_headings_that_begin_like_a_classification_are_none(line: str) -> None:
    assert recognize(line) is None


def test_a_classification_below_the_last_sentence_is_no_signature() -> None:
    shown = reading("""
        Memorandum of Conversation

        The Secretary received the Ambassador at his request and discussed the matter with him at length.

        The Ambassador agreed with Mr. Pearson.

        NATO SECRET
        """)
    assert "fw type=classification: NATO SECRET" in shown
    assert "signed" not in shown


def test_a_page_change_with_the_classification_of_an_alliance_does_not_break_a_list() -> None:
    shown = reading("""
        Memorandum on Strategy

        The Council considered the following points, which had been raised by the Canadian delegation:

        1. That the forces be increased.

        2. That the command be reorganized.

        NATO CONFIDENTIAL
        -2-
        NATO CONFIDENTIAL

        3. That the Council meet again in the spring.
        """)
    assert shown.count("list type=ordered") == 1
    assert "pb n=2" in shown


def test_running_heads_of_left_and_right_pages() -> None:
    shown = reading("""
        The President: I call on the representative of Cuba, who wishes to make a statement.

        Mr. GARCIA: The people of Cuba have been attacked and

        2          Security Council - Seventeenth year

        they will defend themselves against any aggression, from wherever it may come.

        Mr. ZORIN: The delegation of the Soviet Union wishes to state that the

        1022nd meeting - 23 October 1962          3

        action of the United States is unprecedented in the history of the Organization.
        """)
    assert "[pb n=2 xml:id=pg-2]" in shown
    assert "[fw type=header: 1022nd meeting - 23 October 1962 3]" in shown
    assert "[pb n=3 xml:id=pg-3]" in shown


def test_a_running_head_between_turns_is_no_dateline() -> None:
    shown = reading("""
        Mr. SHARP: Mr. Speaker, the government has considered this matter with care and will make a

        12685                    COMMONS DEBATES                    May 16, 1974

        statement in due course.

        Mr. WAGNER: I should like to ask the minister whether he has any further information for us.

        12686                    COMMONS DEBATES                    May 16, 1974

        Mr. SHARP: I have none.
        """)
    assert "[pb n=12685 xml:id=pg-12685]" in shown
    assert "pb n=12686" in shown
    assert "dateline" not in shown


def test_a_running_head_whose_number_stands_after_a_dash() -> None:
    shown = reading("""
        INTERVIEW

        Rusk said that the situation was very grave indeed and that he wished to

        RUSK -- I -- 2

        discuss it with the Ambassador. The Ambassador said that he had no instructions.

        RUSK -- I -- 3

        The Secretary replied that he hoped they would come.
        """)
    assert "[fw type=header: RUSK -- I -- 2]" in shown
    assert "pb n=3" in shown


def test_the_number_of_the_page_beside_a_classification() -> None:
    shown = reading("""
        The Secretary said that the situation was very grave indeed and that he wished to

        SECRET/SENSITIVE              -2-

        discuss it with the Ambassador. The Ambassador said that he had no instructions.

        SECRET/SENSITIVE              -3-

        The Secretary replied that he hoped they would come.
        """)
    assert "[fw type=classification: SECRET/SENSITIVE -2-]" in shown
    assert "[pb n=2 xml:id=pg-2]" in shown
    assert "pb n=3" in shown


def test_folios_between_turns_without_blank_lines() -> None:
    shown = reading("""
        The CHAIRMAN. I call on the Senator, who has waited very patiently for his turn to speak.
        Mr. FULBRIGHT. I wish to ask the Secretary of State.
        567
        Mr. COLEMAN. I have only one question, which concerns the whole of Southeast Asia and the
        568
        war that is going on there.
        Mr. FULBRIGHT. Please go on, I have no objection to hearing the question of my colleague.
        569
        Mr. COLEMAN. Thank you. The question is whether the Secretary intends to go.
        """)
    for n in ("567", "568", "569"):
        assert f"pb n={n}" in shown


def test_one_running_head_alone_is_known_by_the_sentence_that_it_cuts() -> None:
    shown = reading("""
        Mr. SHARP: Mr. Speaker, the government has considered this matter with care and will make a

        12685                    COMMONS DEBATES                    May 16, 1974

        statement in due course.
        """)
    assert "[pb n=12685 xml:id=pg-12685]" in shown


def test_a_wide_gap_before_a_number_in_a_sentence_makes_no_running_head() -> None:
    shown = reading("""
        Memorandum

        The meeting was held in the embassy on the first of the month and
        it was attended by the delegates of     12
        countries and by the press.
        """)
    assert "fw" not in shown


def test_counted_sessions_are_headings() -> None:
    shown = reading("""
        Agenda

        Session - 1

        The delegates discussed the agenda of the conference and the seating of the delegations.

        Session - 2

        The delegates discussed the agenda of the conference and the question of the languages.
        """)
    assert "p rend=heading: Session - 2" in shown


def test_folios_of_united_nations_records_stand_at_the_foot() -> None:
    shown = reading("""
        I now give the floor to the Minister for Foreign Affairs of China, who has asked to speak

        2          03-23666

        and who will be followed by the Foreign Secretary of the United Kingdom.

        On this occasion I should like to thank Secretary Powell for his

        03-23666          3

        presentation to the Council today, which we have heard with great attention.
        """)
    assert "[pb n=3 xml:id=pg-3]" in shown
    assert "[fw type=footer: 03-23666 3]" in shown


def test_years_below_one_another_are_no_line_numbers() -> None:
    shown = reading("""
        The delegates agreed on the following schedule, which was proposed by the chairman at the end.

        1961
        1962
        1963

        The Secretary was satisfied.
        """)
    assert "lineNum" not in shown


def test_rows_of_a_table_and_numbered_headings_are_no_running_heads() -> None:
    shown = reading("""
        Report on the Conference

        1     BERLIN

        The Ministers discussed the question of Berlin at their first meeting in the capital.

        2     LAOS

        The Ministers discussed the question of Laos at their second meeting in the capital.
        """)
    assert "pb" not in shown
    assert "header" not in shown


def test_catchwords_in_small_letters_and_with_a_title() -> None:
    shown = reading("""
        The Prime Minister said: "We have studied with the greatest care the

        / aide-mémoire

        aide-mémoire which you sent us. It is an

        /unprecedented

        unprecedented document." She asked whether

        /Mr. Ippolitov

        Mr. Ippolitov had anything to add.
        """)
    for words in ("/ aide-mémoire", "/unprecedented", "/Mr. Ippolitov"):
        assert f"fw type=catch: {words}" in shown.replace(" cert=medium", "")
    assert "fw type=footer" not in shown


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("NLRR M08-281/1 #5", "stamp"),
        ("NLN 02-34/12", "stamp"),
        ("Department of State, E.O. 12958, as amended, October 7, 2003", "stamp"),
        ("BYAUTH: HAK", "stamp"),
        ("COURT REPORTERS AND TRANSCRIBERS", "header"),
        ("ALDERSON REPORTING COMPANY, INC.", "header"),
        ("1323 RHODE ISLAND AVENUE, N.W.", "header"),
        ("2          03-23666", "footer"),
        ('Cite as "Interview with Dean Rusk," Oral History Collection', "boilerplate"),
        ("/s/ Dean Rusk", ""),
        ("Department of State, June 5, 1961", ""),
        ("BY AUTHORITY", ""),
    ],
)
def test_stamps_and_imprints(line: str, kind: str) -> None:
    tag = recognize(line)
    assert (tag.type if tag else "") == kind


def test_the_name_of_the_firm_above_the_imprint_of_court_reporters() -> None:
    shown = reading("""
        The witness said that he had not been present at the meeting of the Board.

        NEAL R. GROSS
        COURT REPORTERS AND TRANSCRIBERS
        1323 RHODE ISLAND AVENUE, N.W.
        (202) 234-4433          WASHINGTON, D.C. 20005

        The Chairman thanked him for his testimony and closed the hearing.
        """)
    assert "fw type=header: NEAL R. GROSS COURT REPORTERS" in shown
