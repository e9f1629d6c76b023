"""Typed documents, telegrams and archives' pages: small invented papers in the layouts of their genres."""

from __future__ import annotations

import re
from textwrap import dedent

import pytest

from pipeline.encode import encode
from pipeline.grammar.datelines import place_of
from pipeline.grammar.dates import find_dates, parse_date
from pipeline.model import Authority, Facts, Transcript


def body(text: str) -> str:
    """The TEI of a transcript from `<text>` on, without the ids of paragraphs and rules."""
    xml = encode(Transcript("test", dedent(text).lstrip("\n")), Authority(), None).xml.decode()
    return re.sub(r' (?:xml:id|ana)="[^"]*"', "", xml[xml.index("<text>") :])


@pytest.mark.parametrize(
    ("dateline", "place"),
    [
        ("Bad Godesberg, May 3, 1962", "Bad Godesberg"),
        ("[New York,] September 28, 1963", "New York"),
        ("Cablegram E1 LONDON, 28 May 1942, 3.10 a.m.", "LONDON"),
        ("Minute 2030 CANBERRA, 9 March 1937", "CANBERRA"),
        ("TOP SECRET                 24 March 1947", ""),
        ("O 202050Z MAR 76", ""),
        ("No. 03496/GS        December 6, 1963", ""),
        ("Confidential Berne, 14 March 1956", "Berne"),
        ("Washington, D. C., the 5th of May, 1923.", "Washington, D. C."),
        ("Washington, circa June 15, 1961.", "Washington"),
        ("Jidda, 15 Rabi‘ II 1364 (March 29, 1945).", "Jidda"),
        ("Petrograd, 14 (27) March 1917.", "Petrograd"),
        ("Berlin, den 23. August 1939", "Berlin"),
        ("Москва, 23 августа 1939 г.", "Москва"),
    ],
)
def test_the_place_of_a_dateline_is_neither_a_classification_nor_a_kind_of_paper(dateline: str, place: str) -> None:
    found = place_of(dateline)
    assert (found.text if found else "") == place


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("161139Z OCT 07", "2007-10-16T11:39:00Z"),
        ("161139Z OCT 76", "1976-10-16T11:39:00Z"),
        ("201500Z MAR 44", "1944-03-20T15:00:00Z"),
        ("2007 October 16", "2007-10-16"),
    ],
)
def test_the_year_of_telegrams(printed: str, day: str) -> None:
    found = parse_date(printed)
    assert found is not None
    assert dict(found.value)["when"] == day


def test_a_name_ends_with_its_line_in_lists_and_fields() -> None:
    text = body(
        """
        Memorandum

        TO: Mr. W. C. Summers

        SUBJECT: HAROLD OAKES
                 INTERNAL SECURITY

        The following were introduced to me at the reception that the Embassy gave in honor of the trade delegation:

        Ambassador Anne Harper
        Joan Penrose, notetaker
        """
    )
    assert "Oakes" not in text
    assert ">HAROLD OAKES</persName>" in text
    assert ">Anne Harper</persName>" in text
    assert ">Joan Penrose</persName>" in text


def test_a_headline_in_capitals_ends_the_name_at_its_verb() -> None:
    text = body(
        """
        P 161139Z OCT 07
        FM AMEMBASSY BAKU
        TO SECSTATE WASHDC PRIORITY 4111

        C O N F I D E N T I A L BAKU 001268

        SUBJECT: PRESIDENT KALIYEV DISCUSSES BAZALTA

        1. PRESIDENT KALIYEV TOLD AMBASSADOR POPPLER THAT COPPER AND POPPLES WERE SCARCE.

        POPPLER
        """
    )
    assert "PRESIDENT <persName" in text
    assert ">KALIYEV</persName> DISCUSSES BAZALTA" in text
    assert ">POPPLES<" not in text


def facts(text: str) -> Facts:
    """What a transcript says of itself."""
    return encode(Transcript("test", dedent(text).lstrip("\n")), Authority(), None).facts


def people(text: str) -> list[str]:
    """The participants of a transcript: name (or entry), office, side."""
    return [" | ".join((p.name or p.text, p.role, p.group)).rstrip(" |") for p in facts(text).participants]


def test_a_row_of_those_present_by_courtesy_and_by_office() -> None:
    text = """
        MEMORANDUM FOR THE RECORD

        SUBJECT: Meeting of the Group, 12 May 1964

        PRESENT: The President, Secretary Rusk, Mr. Bundy, Ambassador Johnson, and Mr. Vance.
        Mr. FitzGerald and Col. Steakley were present for item 2.

        1. Mr. Vance asked if any of the missions were new. Colonel Steakley said that there were none.
        """
    assert people(text) == [
        "The President | The President",
        "Rusk | Secretary",
        "Mr. Bundy",
        "Johnson | Ambassador",
        "Mr. Vance",
        "Mr. FitzGerald",
        "Col. Steakley",
    ]
    assert 'Colonel <persName ref="#steakley">Steakley</persName> said that <said who="#steakley"' in body(text)


def test_sides_in_two_columns_and_the_heading_below_them() -> None:
    text = """
        Record of a meeting at the Foreign Office on 5 May 1950

        Present:
        United Kingdom              United States
        Mr. Bevin                   Mr. Acheson
        The Earl of Avon            Dr. Jessup

        South-East Asia

        1. MR. BEVIN said that he attached great importance to the Sydney Conference and to what it would decide.

        2. LORD AVON asked what the Americans would do in the event of an attack.
        """
    assert people(text) == [
        "Mr. Bevin |  | United Kingdom",
        "Mr. Acheson |  | United States",
        "The Earl of Avon |  | United Kingdom",
        "Dr. Jessup |  | United States",
    ]
    assert '<p rend="heading">South-East Asia</p>' in body(text)
    assert 'asked <said who="#avon"' in body(text)


def dates(text: str) -> list[str]:
    """The dates of a transcript: kind, value, ground."""
    return [f"{one.kind} {one.earliest or one.latest} ({one.ground})" for one in facts(text).dates]


def test_two_fields_on_one_line() -> None:
    text = """
        Memorandum

        TO      :  Mr. W. C. Summers                         DATE: November 26, 1963

        FROM    :  Mr. D. J. Brandon

        SUBJECT:   HAROLD OAKES

        On the afternoon of 11/26/63, Mr. Rolls advised that the Station had no further information.

        Enclosure sent 11-27-63
        """
    assert dates(text) == ["document 1963-11-26 (cover sheet)"]
    assert [(c.action, c.text) for c in facts(text).correspondents] == [
        ("sent", "Mr. D. J. Brandon"),
        ("received", "Mr. W. C. Summers"),
    ]


def test_a_telegram_has_the_day_beside_its_number_in_the_year_of_its_receipt() -> None:
    text = """
        INCOMING TELEGRAM  Department of State

        Rec'd: OCTOBER 28, 1963
        7:20 A.M.

        FROM: SAIGON

        TO: Secretary of State

        NO: 805, OCTOBER 27, 7 P.M. (SECTION ONE OF TWO)

        1. At his invitation, I spent Sunday with him at Dalat. He was at his best.

        LODGE
        """
    assert dates(text) == ["document 1963-10-27T19:00:00 (cover sheet)"]
    assert facts(text).type == "telegram"


def test_the_figures_of_a_routing_table_are_no_marks_of_notes() -> None:
    text = body(
        """
        CLASSIFIED MESSAGE      ROUTING
        ORIG :  J. SELKIRK:kw         1        4
        UNIT :  WH/3                  2        5

        TO   :  MEXICO CITY
        FROM :  DIRECTOR

        1.  ARREST OF SYLVIA DURAND IS SERIOUS MATTER WHICH COULD PREJUDICE FREEDOM OF ACTION.

        2.  WE ARE TRYING TO GET MORE INFO.

        END OF MESSAGE
        """
    )
    assert "<note" not in text
    assert '<list type="ordered"><label>1.</label>' in text


def test_a_title_of_sender_and_recipient_names_them() -> None:
    text = """
        ---
        doc_num: 502
        title: Dr H. V. Evans, Minister for External Affairs (in London), to Mr John Curtis, Prime Minister
        ---

        Cablegram E1 LONDON, 28 May 1942, 3.10 a.m.

        Long conference with the Prime Minister. He said that he would not agree to the diversion of the division.

        EVANS
        """
    assert facts(text).type == "telegram"
    assert [(c.action, c.text) for c in facts(text).correspondents] == [
        ("sent", "Dr H. V. Evans, Minister for External Affairs (in London)"),
        ("received", "Mr John Curtis, Prime Minister"),
    ]


def test_the_page_of_a_digital_archive() -> None:
    text = """
        Skip to content

        August 20, 1965

        Record of Conversation between Premier Kim and the Friendship Delegation

        This document was made possible with support from a foundation

        Premier Kim Il Sung (hereafter Kim): Is everyone well?

        Delegation Head Wu Xinyu (hereafter Wu): We’re all fine. Chairman Mao [Zedong] sends his regards.

        Kim: Thank you. Is Chairman Mao still swimming?

        Wu: He calls on everyone to swim as well.

        Document Information

        Source

        PRC FMA 106-01479-05, 46-51. Translated by Stephen Mercer.

        Original Archive

        Chinese Foreign Ministry Archive

        Rights

        The archive welcomes reuse.

        Language

        English
        """
    assert facts(text).title == "Record of Conversation between Premier Kim and the Friendship Delegation"
    assert dates(text) == ["document 1965-08-20 (dateline)"]
    shown = body(text)
    assert shown.count("<sp ") == 4
    assert '<fw type="boilerplate">Skip to content</fw>' in shown
    assert '<fw type="metadata">Document Information' in shown
    assert '<persName ref="#mao-zedong">Mao [Zedong]</persName>' in shown
    assert '<persName ref="#mao-zedong">Mao</persName> still swimming' in shown


def test_turns_of_a_russian_record_have_the_bare_name_and_a_full_stop() -> None:
    text = body(
        """
        RECORD OF CONVERSATION
        between Comrade I.V. STAVIN and the Governmental Delegation headed by KIM IL SUNG

        5 March 1949

        Present at the talk: Cde. A. Ya. VYSHKOV, Cde. T.F. SHTYKIN.

        Stavin asks whether they travelled by railroad.

        Kim Il Sung answers that they came by railroad.

        STAVIN. How many troops are there in the south?

        KIM IL SUNG. There are up to 20,000 men.

        SHTYKIN. Approximately 15 thousand men.

        STAVIN (joking). Are you afraid of them?

        KIM IL SUNG. No, we are not afraid.

        The reception lasted 1 hour.
        """
    )
    speakers = re.findall(r"<speaker>(.*?)</speaker>", re.sub(r"</?persName[^>]*>", "", text))
    assert speakers == ["STAVIN.", "KIM IL SUNG.", "SHTYKIN.", "STAVIN (joking).", "KIM IL SUNG."]
    assert 'answers that <said who="#kim-il-sung"' in text
    assert "</sp>\n<p>The reception lasted" in text


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The letter was handed to A. Ya. Vyshkov in the morning.", "A. Ya. Vyshkov"),
        ("Then H. Amirov said that the matter was settled.", "H. Amirov"),
        ("He had met Deng Xiaoping at the airport.", "Deng Xiaoping"),
        ("He had met Chiang Kai-shek at the airport.", "Chiang Kai-shek"),
        ("P.S. Attached are the cuttings.", ""),
        ("It was said in the D.L.P. Views of that month.", ""),
        ("The Korean Workers’ Party called a meeting.", ""),
    ],
)
def test_names_with_initials_and_names_that_begin_with_the_surname(sentence: str, name: str) -> None:
    assert re.findall(r"<persName[^>]*>([^<]*)</persName>", body(sentence)) == [name] * bool(name)


def test_a_telegram_of_a_database_with_ruled_headings_and_its_own_page_heads() -> None:
    text = """
        VZCZCXRO1234
        PP RUEHBW
        DE RUEHKB #1268/01 2891139
        ZNY CCCCC ZZH
        P 161139Z OCT 07
        FM AMEMBASSY BAKU
        TO RUEHC/SECSTATE WASHDC PRIORITY 4111

        C O N F I D E N T I A L SECTION 01 OF 03 BAKU 001268

        SIPDIS

        E.O. 12958: DECL: 10/15/2017
        TAGS: PREL, PGOV
        SUBJECT: PRESIDENT KALIYEV DISCUSSES BAZALTA

        1. (C) SUMMARY: President Kaliyev told the Ambassador on October 11 that the proposal had surprised him.

        BAZALTA
        -------

        2. (C) Kaliyev said that he had discussed the offer twice with everybody who knew of it.

        BAKU 00001268  002 OF 003

        3. (C) Kaliyev was confident that it would be accepted in the end.

        DERSEY
        """
    shown = body(text)
    assert '<p rend="heading">BAZALTA</p>' in shown
    assert '<pb n="2" cert="medium"/><fw type="header">BAKU 00001268  002 OF 003</fw>' in shown
    assert '<fw type="routing">VZCZCXRO1234' in shown
    assert dates(text)[0].startswith("document 2007-10-16T11:39:00Z")


def test_a_signature_above_the_typists_marks_is_the_writers() -> None:
    text = """
        TELEGRAM

        DATE: October 28, 1963

        1. After dinner he said that the Buddhist affair was finished.

        2. I said that public opinion was much concerned. He replied that the press was unfair.

        3. When I asked whether he could suggest something, he gave me a blank look and changed the subject.

                                        LODGER

        HMC/21

        Note: Passed White House
        """
    assert facts(text).signed == "LODGER"
    assert '<p rend="signed"><persName ref="#lodger">LODGER</persName></p>' in body(text)
    assert 'I said that <said who="#lodger"' in body(text)


def test_below_minutes_stand_the_name_and_the_distribution() -> None:
    text = """
        MINUTES OF SPECIAL GROUP MEETING
        8 September 1961

        PRESENT: General Tailor, Mr. Gilbert and Mr. Johns

        1. Mr. Gilbert asked whether the tribesmen could hold. General Tailor replied that they could.

        2. Mr. Johns said that the organization should be consulted.

        Thomas A. Parrish

        Distribution:
        Mr. Johns
        Mr. Gilbert
        """
    assert facts(text).signed == "Thomas A. Parrish"


@pytest.mark.parametrize(
    ("line", "base", "day"),
    [
        ("DATE 1 June 64", "", "1964-06-01"),
        ("the Commission's letter of 25 May 64 and the cable of State", "1964-06-01", "1964-05-25"),
        ("on 3 May 50 men came over the border and were taken to camps", "1964-06-01", ""),
    ],
)
def test_a_year_of_two_figures_after_a_month_in_full(line: str, base: str, day: str) -> None:
    found = [dict(one.value).get("when", "") for one in find_dates(line, base)]
    assert (found or [""])[0] == day


def test_what_a_printed_form_says_in_its_fields_is_neither_subject_nor_recipient() -> None:
    text = """
        ROUTING AND RECORD SHEET

        SUBJECT: (Optional)

        FROM: CIRA/PS

        TO: (Officer designation, room number, and building)

        DATE 1 June 64

        1. At 0900 this morning I talked with Frank Fribourg, recently returned, about the inquiry.
        """
    assert facts(text).subjects == ()
    assert dates(text) == ["document 1964-06-01 (opening lines)"]


def test_the_dateline_names_the_type_below_a_title_of_sender_and_recipient() -> None:
    text = """
        ---
        title: Sir George Pearson, Minister for External Affairs, to Mr H. Fitzgerald, Consul-General in Batavia
        ---

        Letter (air mail) 26 November 1937

        I have the honour to refer to previous correspondence in regard to the general position in the colony.
        """
    assert facts(text).type == "letter"


def test_minutes_whose_speakers_come_once_each() -> None:
    text = """
        Top Secret

        SESSION OF THE CPSU CC POLITBURO

        10 December 1981

        Presided by: L. I. BREZHNOV.

        Also taking part: Yu. V. Andronov, A. A. Gromykin, M. A. Suslin, D. F. Ustinin.

        BREZHNOV. This question is not listed in our agenda, but I think that we should begin with this matter.

        ANDRONOV. From the discussions it is clear that they have not yet reached a firm consensus.

        GROMYKIN. Today we have spoken very sharply.

        USTININ. The situation is very bad.

        SUSLIN. I think that we all have the same view.

        BREZHNOV. So, do we all agree?

        ALL. We agree.
        """
    assert [person.split(" |")[0] for person in people(text)] == [
        "L. I. BREZHNOV",
        "Yu. V. Andronov",
        "A. A. Gromykin",
        "M. A. Suslin",
        "D. F. Ustinin",
    ]
    speakers = re.findall(r"<speaker>(.*?)</speaker>", re.sub(r"</?persName[^>]*>", "", body(text)))
    assert speakers == ["BREZHNOV.", "ANDRONOV.", "GROMYKIN.", "USTININ.", "SUSLIN.", "BREZHNOV.", "ALL."]


def test_three_delegations_side_by_side() -> None:
    text = """
        VERBATIM TRANSCRIPT OF THE THIRD MEETING OF MINISTERS
        Held on 4 August 1961 at the Quai d'Orsay

        UNITED STATES                 FRANCE                      UNITED KINGDOM
        The Secretary                 M. Couve de Bourville       Lord Hume
        Mr. Koehler                   M. Lucette                  Sir Evelyn Shuck

              LORD HUME: I wonder if we might start with Berlin.

              THE SECRETARY: I agree. There are three questions to be settled before we part.

              M. COUVE DE BOURVILLE: I do not think that we can decide today.

              LORD HUME: Why not?
        """
    assert people(text) == [
        "The Secretary | The Secretary | UNITED STATES",
        "M. Couve de Bourville |  | FRANCE",
        "Lord Hume |  | UNITED KINGDOM",
        "Mr. Koehler |  | UNITED STATES",
        "M. Lucette |  | FRANCE",
        "Sir Evelyn Shuck |  | UNITED KINGDOM",
    ]
    assert dates(text) == ["document 1961-08-04 (opening lines)"]


def test_the_head_of_the_form_is_not_the_title_and_a_doctor_is_no_list_mark() -> None:
    text = """
        MEMORANDUM

        THE WHITE HOUSE
        WASHINGTON

        SECRET/NODIS

        MEMORANDUM OF CONVERSATION

        PARTICIPANTS:
        Prime Minister Chou En-lai, People's Republic of China
        Huang Hua, PRC Ambassador to Canada

        Dr. Henry A. Kissling, Assistant to the President for National Security Affairs
        Winston Long, Senior Staff Member, NSC

        DATE & TIME: July 9, 1971, 4:35 p.m.

        PM Chou: It is the first time that an envoy has come to China.

        Dr. Kissling: It is the first time I am speaking to officials of your stature.

        PM Chou: There is nothing special.
        """
    assert facts(text).title == "MEMORANDUM OF CONVERSATION"
    assert len(people(text)) == 4
    assert dates(text) == ["document 1971-07-09T16:35:00 (cover sheet)"]


def test_a_title_that_goes_on_in_small_letters_and_a_signature_that_says_so() -> None:
    text = """
        Berlin, 15 April 1966

        Memorandum
        on a Conversation between Comrade Ambassador Schneider and Comrade Moskvin, on 12 April 1966

        Comrade Moskvin informed me that the comrades had changed their attitude. I replied that this was well known.

        Comrade Schneider thanked Comrade Moskvin for the information.

        [signed] Schneider
        Ambassador

        CC:
        1x Foreign Ministry
        """
    assert facts(text).type == "memorandum-of-conversation"
    assert facts(text).title.startswith("Memorandum on a Conversation between Comrade Ambassador Schneider")
    assert facts(text).signed.startswith("Schneider")
    assert 'I replied that <said who="#schneider"' in body(text)


def test_banners_of_a_release_and_the_catchword_of_a_british_paper_are_furniture() -> None:
    text = body(
        """
        UNCLASSIFIED   U.S. Department of State   Case No. F-1986-04261   Doc No. C09000012   Date: 03/14/2019

        RELEASED IN FULL

        MEMORANDUM FOR VADM JOHN M. POINTER

        SUBJECT: Talking Points

        The Prime Minister said that the United Kingdom would support the treaty if it came to a vote in the Senate.

        / The Foreign

        The Foreign Secretary said that he agreed with that, and so did all those who had seen the paper in London.

        DECL: OADR
        """
    )
    assert '<fw type="stamp">UNCLASSIFIED   U.S. Department of State' in text
    assert '<fw type="catch" cert="medium">/ The Foreign</fw>' in text
    assert "<p>DECL" not in text


def test_conclusions_of_a_cabinet() -> None:
    text = """
        C.C. (62)                                                     Copy No. 38
        61st Conclusions

        CABINET

        CONCLUSIONS of a Meeting of the Cabinet held at Admiralty House, S.W.1, on
        Monday, 29th October, 1962, at 10.30 a.m.

        Present:

        The Right Hon. HAROLD MACMILLER, M.P., Prime Minister
        The Right Hon. R. A. BUTLIN, M.P., First Secretary of State

        The following were also present:

        The Right Hon. MARTIN REDMAN, M.P., Parliamentary Secretary, Treasury

        Cuba

        1. The Foreign Secretary said that Mr. Khrushchev had announced that the missiles would be withdrawn.

        In discussion it was suggested that the United Nations would have to verify the withdrawal from the island.
        """
    assert people(text) == [
        "The Right Hon. HAROLD MACMILLER, M.P. | Prime Minister",
        "The Right Hon. R. A. BUTLIN, M.P. | First Secretary of State",
        "The Right Hon. MARTIN REDMAN, M.P. | Parliamentary Secretary, Treasury",
    ]
    assert facts(text).places == ()
    assert "<note" not in body(text)


def test_a_paragraph_that_ends_with_the_mark_of_a_note_takes_no_part() -> None:
    text = """
        ---
        title: Record of conversation between Pimlico and Suwono
        ---

        Canberra, 12 April 1966

        **Participants:**

          * Sir James Pimlico, Secretary, Department of External Affairs
          * Mr. Suwono, Indonesian Ambassador

        The Ambassador said he had come to discuss the visit of the Foreign Minister, Mr Malin.[1](#f1)

        2\\. Sir James asked about the attitude of General Suharno.

          * 1 Adam Malin, Indonesian Foreign Minister.

        [NAA: A1838, 3006/4/9 part 38]
        """
    assert [person.split(" |")[0] for person in people(text)] == ["Sir James Pimlico", "Mr. Suwono"]
    assert '</list>\n<p><rs type="person"' in body(text)


def test_a_memorandum_without_a_title_and_a_directorate_in_brackets() -> None:
    text = """
        5 September 1962

        MEMORANDUM FOR: Director of Central Intelligence

        VIA: Deputy Director (Plans)

        SUBJECT: Main Points to Consider

        1. At your request I attended a meeting on 4 September in the Attorney General's office.
        """
    assert facts(text).type == "memorandum"
    assert "persName" not in body(text)


def test_a_title_that_ends_with_the_hour() -> None:
    text = """
        SECRET

        Minutes of the meeting held in the Prime Minister's Room, Parliament House, on 14th December, 1961 at 11 A.M.

        2. The Prime Minister opened the discussion and said that the position was serious.
        """
    assert facts(text).type == "minutes"
    assert dates(text) == ["document 1961-12-14T11:00:00 (title)"]


def test_a_source_in_brackets_and_a_signature_with_its_day() -> None:
    text = """
        Telegram from Soviet Ambassador to the USA Dobrov to USSR MFA

        27 October 1962

        Late tonight R. Kennard invited me to come see him, Mr. Federal Chancellor said. We talked alone for an hour.

        27/X-62     A. DOBROV

        [Source: Russian Foreign Ministry archives, translation from copy provided by the network.]
        """
    shown = body(text)
    assert facts(text).signed == "A. DOBROV"
    assert '<note n="' not in shown
    assert 'type="source" place="foot">[Source:' in shown
    assert "Federal</persName>" not in shown


def test_an_outgoing_telegram_is_of_the_day_on_which_it_was_drafted_if_nothing_else_tells() -> None:
    text = """
        OUTGOING TELEGRAM Department of State

        ACTION: AmEmbassy NEW DELHI

        1. Ambassador Jhansi called on Secretary May 28 at his own request and spoke of the refugee problem.

        ROGERSON

        Drafted by: NEA/INC:DSchneider:mjk 5/28/71 x20653
        """
    assert dates(text) == ["document 1971-05-28 (drafter’s line)"]
    assert 'when="1971-05-28"' in body(text)


@pytest.mark.parametrize(
    "stamps",
    [
        "NLE Date  8/14/95",
        "Authority MR 94-211 #2\nBy  DJH",
        "DETERMINED TO BE AN ADMINISTRATIVE MARKING\nBy DJH NARA, Date 8/14/95",
        "REPRODUCTION FROM THIS COPY IS PROHIBITED EXCEPT BY PERMISSION OF THE ISSUING OFFICE",
        "COPY NO. 4 OF 11",
    ],
)
def test_stamps_of_reviews_and_copies(stamps: str) -> None:
    text = f"""MEMORANDUM FOR THE RECORD

May 5, 1960

Mr. Gates said that we should stand on the story.

                                             A. J. Goodpaster

{stamps}
"""
    stamped = body(text).partition('<fw type="stamp">')[2].partition("</fw>")[0]
    assert re.sub(r"<[^>]*>", "", stamped).split() == stamps.split()


def test_clearances_and_a_tight_executive_order_of_a_telegram() -> None:
    shown = body("""
        CONFIDENTIAL

        PAGE 01        STATE   094411

        DRAFTED BY EA/ANP:JHOLDRIDGE:MKM
        APPROVED BY EA:RCHOLBROOKE
        S/S:PTARNOFF
        R 131822Z APR 78
        FM SECSTATE WASHDC
        TO AMEMBASSY CANBERRA

        E.O. 11652:GDS
        TAGS: PFOR, AS, ID

        RUSSIA
        DEPARTMENT WOULD APPRECIATE COMMENTS. VANCE
        """)
    assert "<lb/>APPROVED BY EA:RCHOLBROOKE\n<lb/>S/S:PTARNOFF</fw>" in shown
    assert "<label>E.O. 11652:</label><item>GDS</item>" in shown
    assert "<head>" not in shown
    assert 'type="routing"' not in shown
