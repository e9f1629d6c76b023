"""Cover sheets: fields, delegations, columns; who took part, when and where."""

from __future__ import annotations

from textwrap import dedent

import pytest
from outline import outline

from pipeline.describe import describe
from pipeline.encode import read
from pipeline.model import Authority, Document, Facts, Transcript


def document(text: str) -> Document:
    return read(Transcript("case", dedent(text).lstrip("\n")))


def facts(text: str) -> Facts:
    return describe(document(text), None, Authority())


def people(text: str) -> list[str]:
    """The participants as `name | role | group`."""
    return [f"{one.name} | {one.role} | {one.group}" for one in facts(text).participants]


def reading(text: str) -> str:
    return outline(document(text))


GENEVA = """
    THE WHITE HOUSE
    WASHINGTON

    MEMORANDUM OF CONVERSATION

    SUBJECT:        First Private Meeting

    PARTICIPANTS:   United States
                    President Ronald Reagan
                    Dimitri Zarechnak, Interpreter

                    USSR
                    General Secretary Mikhail Gorbachev
                    Yuri D. Uspensky, Interpreter

    DATE, TIME,     November 19, 1985
    AND PLACE:      10:20 - 11:20 a.m.
                    Maison Fleur d'Eau, Geneva

    President Reagan began the conversation by telling the General Secretary that the two could really talk now.

    Gorbachev replied that he would like to thank the President for receiving him.
    """


def test_the_cover_sheet_of_the_white_house_whose_label_has_two_lines() -> None:
    found = facts(GENEVA)
    assert found.dates[0].value == (("from", "1985-11-19T10:20:00"), ("to", "1985-11-19T11:20:00"))
    assert found.places == ("Maison Fleur d'Eau, Geneva",)
    assert people(GENEVA) == [
        "Ronald Reagan | President | United States",
        "Dimitri Zarechnak | Interpreter | United States",
        "Mikhail Gorbachev | General Secretary | USSR",
        "Yuri D. Uspensky | Interpreter | USSR",
    ]


CALL = """
    THE WHITE HOUSE
    WASHINGTON

    MEMORANDUM OF TELEPHONE CONVERSATION

    SUBJECT:        Telephone Call from Chancellor Kohl

    PARTICIPANTS:   The President
                    Helmut Kohl, Chancellor
                    Notetaker: Robert Hutchings
                    Interpreter: Gisela Marcuse

    DATE, TIME      October 23, 1989, 9:02 - 9:26 am
    AND PLACE:      The Oval Office

    Chancellor Kohl initiated the call.  (U)

    The President: How are you, Helmut?  (U)

    Chancellor Kohl: Fine. I have a few points that I want to raise with you.  (C)
    """


def test_notetakers_and_interpreters_are_participants() -> None:
    assert people(CALL) == [
        " | The President | ",
        "Helmut Kohl | Chancellor | ",
        "Robert Hutchings | Notetaker | ",
        "Gisela Marcuse | Interpreter | ",
    ]
    found = facts(CALL)
    assert found.dates[0].value == (("from", "1989-10-23T09:02:00"), ("to", "1989-10-23T09:26:00"))
    assert found.places == ("The Oval Office",)
    assert "\n  p: Chancellor Kohl initiated the call." in reading(CALL)


def test_fields_beside_the_list_name_more_participants() -> None:
    assert people(
        """
        MEMORANDUM OF CONVERSATION

        DATE:           June 1, 1990
        PARTICIPANTS:

        U.S.
        The President
        Secretary Baker

        USSR
        President Gorbachev
        Foreign Minister Shevardnadze

        NOTETAKER:      Robert Blackwill

        The President said that he was glad and that the talks had gone well.
        """
    ) == [
        " | The President | U.S.",
        "Baker | Secretary | U.S.",
        "Gorbachev | President | USSR",
        "Shevardnadze | Foreign Minister | USSR",
        "Robert Blackwill | NOTETAKER | ",
    ]


def test_to_in_small_letters_is_a_field() -> None:
    found = facts(
        """
        MEMORANDUM

        From: Mr. Tyler
        To: The Secretary
        Subject: Berlin

        I saw the Ambassador this morning and told him that we could not agree.
        """
    )
    assert [(one.action, one.text) for one in found.correspondents] == [
        ("sent", "Mr. Tyler"),
        ("received", "The Secretary"),
    ]
    assert found.subjects == ("Berlin",)


def test_principals_and_other_attendees_are_participants_by_department() -> None:
    text = """
        NATIONAL SECURITY COUNCIL MEETING

        Date: Thursday, August 7, 1975

        Principals
        The President
        Secretary of State Henry A. Kissinger
        Chairman, Joint Chiefs of Staff General George S. Brown

        Other Attendees
        State: Deputy Secretary Robert Ingersoll
        NSC: Lt. General Brent Scowcroft
        Jan M. Lodal

        President Ford: Bill, begin.

        Director Colby: Mr. President.

        President Ford: Thank you.
        """
    assert people(text) == [
        " | The President | ",
        "Henry A. Kissinger | Secretary of State | ",
        "General George S. Brown | Chairman, Joint Chiefs of Staff | ",
        "Robert Ingersoll | Deputy Secretary | State",
        "Lt. General Brent Scowcroft |  | NSC",
        "Jan M. Lodal |  | NSC",
    ]
    assert "speaker: State" not in reading(text)


def test_a_person_on_the_line_below_another_is_an_entry_of_his_own() -> None:
    text = """
        Minutes of a Washington Special Actions Group Meeting

        Washington, March 6, 1970, 3:30 p.m.

        PARTICIPANTS

          • Chairman—Henry A. Kissinger
          • State—Joseph Sisco
            Alfred L. Atherton
          • DOD—David Packard, Deputy Secretary for
            International Security Affairs

        Dr. Kissinger: What do we know?

        Mr. Sisco: Not much.

        Dr. Kissinger: Thank you.
        """
    assert people(text) == [
        "Henry A. Kissinger | Chairman | ",
        "Joseph Sisco | State | ",
        "Alfred L. Atherton | State | ",
        "David Packard | DOD | ",
    ]


def test_the_minutes_of_the_british_cabinet() -> None:
    text = """
        THIS DOCUMENT IS THE PROPERTY OF HER BRITANNIC MAJESTY'S GOVERNMENT

        The circulation of this paper has been strictly limited. It is issued for the personal use of ...............

        TOP SECRET                                          Copy No. 36

        C.M. (56)
        54th Conclusions

        CABINET

        CONCLUSIONS of a Meeting of the Cabinet held at 10 Downing Street, on Friday, 27th July, 1956, at 11.10 a.m.

        Present:
        The Right Hon. SIR ANTHONY EDEN, M.P., Prime Minister.
        The Most Hon. the MARQUESS OF SALISBURY, Lord President of the Council.

        The following were also present:
        The Right Hon. the EARL OF SELKIRK, Paymaster-General.

        Secretariat:
        The Right Hon. SIR NORMAN BROOK.

        The Prime Minister said that he had seen the French Ambassador and had told him everything.
        """
    assert people(text) == [
        "The Right Hon. SIR ANTHONY EDEN, M.P. | Prime Minister | ",
        "The Most Hon. the MARQUESS OF SALISBURY | Lord President of the Council | ",
        "The Right Hon. the EARL OF SELKIRK | Paymaster-General | ",
        "The Right Hon. SIR NORMAN BROOK |  | ",
    ]
    found = facts(text)
    assert found.type == "minutes"
    assert found.title.startswith("CONCLUSIONS of a Meeting of the Cabinet")
    assert dict(found.dates[0].value) == {"when": "1956-07-27T11:10:00"}


def test_a_digital_archive_states_the_title_in_a_field() -> None:
    text = """
        Digital Archive
        International History Declassified

        Title:
        First Conversation of N.S. Khrushchev with Mao Zedong, Hall of Huaizhentan [Beijing]

        Citation:
        "First Conversation of N.S. Khrushchev with Mao Zedong," July 31, 1958, Wilson Center Digital Archive.

        Present at the conversation: B.N. Ponomarev and Deng Xiaoping

        N.S. Khrushchev conveys greetings and best wishes from the members of the Presidium of the CC CPSU.
        """
    found = facts(text)
    assert found.title.startswith("First Conversation of N.S. Khrushchev")
    assert found.subjects == ()
    assert found.type == "memorandum-of-conversation"
    assert [(one.value, one.ground) for one in found.dates] == [((("when", "1958-07-31"),), "citation")]
    assert people(text) == ["N.S. Khrushchev |  | ", "Mao Zedong |  | ", "B.N. Ponomarev |  | ", "Deng Xiaoping |  | "]


def test_stenographic_minutes_of_a_conversation_are_a_record_of_talk() -> None:
    text = """
        Stenographic Minutes of the Conversation between Erich Honecker and Leonid Brezhnev in the Crimea on 3 May 1981

        Comrade Brezhnev: I am glad to see you here, and I greet you most cordially.

        Comrade Honecker: Thank you, dear Leonid Ilyich.

        Comrade Brezhnev: How are things?
        """
    found = facts(text)
    assert found.type == "memorandum-of-conversation"
    assert dict(found.dates[0].value) == {"when": "1981-05-03"}
    assert people(text) == ["Erich Honecker |  | ", "Leonid Brezhnev |  | "]


def test_a_hearing_is_named_by_what_it_was_about() -> None:
    text = """
        S. Hrg. 108-646

                            THE FUTURE OF IRAQ

                                HEARING

                               before the

                     COMMITTEE ON FOREIGN RELATIONS
                          UNITED STATES SENATE

                              MAY 18, 2004

            The Chairman. The committee will come to order. Today we meet to hear from witnesses.

            Senator Biden. Thank you, Mr. Chairman.
        """
    assert (facts(text).title, facts(text).type) == ("THE FUTURE OF IRAQ", "testimony")


def test_who_answers_in_an_interview_stands_in_the_title() -> None:
    text = """
        The Association for Diplomatic Studies and Training
        Foreign Affairs Oral History Project

        AMBASSADOR RAYMOND C. EWING

        Interviewed by: Charles Stuart Kennedy
        Initial interview date: November 29, 1993

        Q: Today is the 29th of November 1993.

        EWING: I was born in Cleveland.

        Q: When did you join?
        """
    assert facts(text).type == "interview"
    assert people(text) == ["RAYMOND C. EWING | AMBASSADOR | ", "Charles Stuart Kennedy |  | "]


def test_two_delegations_facing_each_other() -> None:
    text = """
        MEMORANDUM OF CONVERSATION

        DATE: March 3, 1986

        PARTICIPANTS:

        Secretary Shultz — Foreign Minister Shevardnadze
        Ambassador Hartman — Ambassador Dobrynin
        NEA — Mr. Murphy

        The Secretary said that he was worried about the situation and asked for help.
        """
    assert people(text) == [
        "Shultz | Secretary | ",
        "Shevardnadze | Foreign Minister | ",
        "Hartman | Ambassador | ",
        "Dobrynin | Ambassador | ",
        "Mr. Murphy | NEA | ",
    ]


def test_the_agenda_ends_the_list_of_delegates() -> None:
    assert people(
        """
        UNITED NATIONS SECURITY COUNCIL

        4701st meeting
        Wednesday, 5 February 2003, 10.30 a.m.

        President: Mr. Fischer . . . . . . . . . . . . . . . . . . (Germany)
        Members: Angola . . . . . . . . . . . . . . . . . . . . . . . Mr. Miranda
        United States of America . . . . . . . . . . . . . . . . . . Mr. Powell
        Agenda
        The situation between Iraq and Kuwait

        Mr. Powell: Thank you.
        """
    ) == ["Mr. Fischer |  | Germany", "Mr. Miranda |  | Angola", "Mr. Powell |  | United States of America"]


def test_the_heading_below_the_heading_subject_is_the_subject() -> None:
    text = """
        12. Memorandum of Conversation

        Washington, March 3, 1962

        SUBJECT

        Kashmir Dispute

        PARTICIPANTS

        The Secretary
        Mr. Talbot, NEA

        The Secretary said that he was worried about the situation in Kashmir and asked for help.
        """
    assert facts(text).subjects == ("Kashmir Dispute",)


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_initials_are_no_marks_of_a_list_and_the_white_house_may_head_one(gap: str) -> None:
    groups = [
        "OSD\nRobert McNamara\nW. Graham Claytor",
        "CIA\nRichard Helms",
        "White House\nJ. Fred Buzhardt\nL. Douglas Heck",
    ]
    text = (
        "MEMORANDUM OF CONVERSATION\n\nPARTICIPANTS:\n" + gap.join(groups) + "\n\nDATE: May 4, 1971\n\n"
        "Mr. McNamara said that he would report to the President as soon as he had returned.\n"
    )
    assert people(text) == [
        "Robert McNamara |  | OSD",
        "W. Graham Claytor |  | OSD",
        "Richard Helms |  | CIA",
        "J. Fred Buzhardt |  | White House",
        "L. Douglas Heck |  | White House",
    ]


def test_delegations_in_capitals_above_columns_of_frenchmen() -> None:
    text = """
        MINUTES OF THE FIRST MEETING

        Paris, May 8, 1950, 3 p.m.

        PRESENT:

        BELGIUM          FRANCE
        M. van Zeeland   M. Schuman
        M. Suetens       M. Alphand

        M. van Zeeland opened the meeting and said that the agenda had been distributed the day before.
        """
    assert people(text) == [
        "M. van Zeeland |  | BELGIUM",
        "M. Schuman |  | FRANCE",
        "M. Suetens |  | BELGIUM",
        "M. Alphand |  | FRANCE",
    ]


def test_points_below_the_list_of_those_present_are_no_persons() -> None:
    text = """
        MEMORANDUM OF CONVERSATION

        PARTICIPANTS:
        Robert McNamara
        Richard Helms

        B. Cuba

        The Secretary said that the reports from Havana were not clear.

        C. Proposed Action

        He would report to the President as soon as he had returned.
        """
    assert people(text) == ["Robert McNamara |  | ", "Richard Helms |  | "]


@pytest.mark.parametrize(
    ("keywords", "terms"),
    [
        ("Keywords: Berlin; Soviet Union -- Foreign relations", ("Berlin", "Soviet Union -- Foreign relations")),
        ("Key Words: Berlin, Germany.", ("Berlin", "Germany")),
        ("Subject Terms: Berlin", ("Berlin",)),
    ],
)
def test_each_keyword_of_an_archive_is_a_term(keywords: str, terms: tuple[str, ...]) -> None:
    text = (
        f"Title: Memorandum of Conversation\n{keywords}\nSubject: Talks in Vienna\nDate: June 4, 1961\n\n"
        "The President opened the conversation by saying that he was glad to meet the Chairman again.\n"
    )
    assert facts(text).subjects == ("Talks in Vienna", *terms)


PRESENT_AND_TEXT = {
    "a sentence that ends with a reference": (
        "PARTICIPANTS\nThe Secretary\nMr. Thompson\n\nAmbassador Dobrynin",
        "The Secretary said that he had seen the report (see Document 184).",
    ),
    "an item of the agenda, its stop escaped": (
        "Present: Mr. Herremans (Belgium); Mr. Cochran (United States); Mr. Romanos.",
        "1\\. Adoption of the Agenda",
    ),
    "a subject in capitals": ("PRESENT: Mr Scullin; General Hertzog; Sir Maurice Hankey (Secretary).", "DISARMAMENT"),
    "a part of the meeting": (
        "PRESENT: General Taylor; Mr. Johnson; Mr. McCone",
        "PART I (Mr. McManus present)",
    ),
    "a part of the meeting, below a column": (
        "PRESENT:\nGeneral Taylor\nMr. Johnson\nMr. McCone",
        "PART I (Mr. McManus present)",
    ),
}


@pytest.mark.parametrize("present", PRESENT_AND_TEXT)
def test_the_list_of_those_present_ends_where_the_text_begins(present: str) -> None:
    listed, below = PRESENT_AND_TEXT[present]
    shown = reading(f"""
Minutes of the Fourth Meeting

Washington, November 12, 1962

{listed}

{below}

Mr. Johnson asked what the attitude of the others would be, and whether they agreed.
""")
    assert any(line.startswith(f"  p: {below[:50]}") or line == f"  p rend=heading: {below}"
               for line in shown.splitlines()), shown  # fmt: skip


def test_a_numbered_heading_above_a_distribution_list_is_no_stamp() -> None:
    shown = reading("""
        TOP SECRET

        MEMORANDUM FOR THE RECORD

        SUBJECT: Minutes of Meeting of the Special Group

        1. Laos

        Mr. McCone said that Phoumi was weak, and that he would not hold long without help.

                                              Thomas A. Parrott

        Distribution:
          General Taylor

                           TOP SECRET
        """)
    assert "  p rend=heading: 1. Laos" in shown


def test_the_white_house_in_a_column_or_an_address_is_no_letterhead() -> None:
    shown = reading("""
        MEMORANDUM OF CONVERSATION

        DATE: March 6, 1975

        PLACE: The Oval Office
               The White House

        Dr. Kissinger said that he was off tonight, and asked what the Israelis wanted of us.
        """)
    assert "item: The Oval Office The White House" in shown
    shown = reading("""
        OFFICE OF THE DIRECTOR                                  14 AUG 1961

        The Honorable McGeorge Bundy
        Special Assistant to the President
        The White House
        Washington 25, D. C.

        Dear Mac:

        Enclosed is the paper which Mr. Bissell promised.
        """)
    assert "addrLine: The White House" in shown
    assert "head" not in shown


def test_semicolons_of_the_subject_part_nobody_present() -> None:
    shown = reading("""
        MEMORANDUM OF CONVERSATION

        SUBJECT: Berlin; Laos

        PARTICIPANTS:

        Secretary Rusk

        George Ball

        Mr. Ball said that he had seen the paper, and that nobody had answered it so far.
        """)
    assert "item: George Ball" in shown
