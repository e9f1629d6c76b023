"""Parliaments, councils, courts and conversations on tape: how their records print who speaks, when and where.

Every text is invented; each shows a layout in which such records are kept.
"""

from __future__ import annotations

import re

import pytest

from pipeline.authority.load import Authority
from pipeline.describe import describe
from pipeline.encode import encode, read
from pipeline.grammar import participants
from pipeline.grammar.speakers import is_nobody, speaker
from pipeline.model import Document, Transcript


def spoken(text: str) -> Document:
    return read(Transcript("talk", text))


def labels(document: Document) -> list[str]:
    """The labels of the turns as printed."""
    return [
        " ".join(document.transcript[block.span].split()) for block in document.root.walk() if block.kind == "speaker"
    ]


def tei(text: str) -> str:
    return encode(Transcript("talk", text), Authority()).xml.decode()


def body(text: str) -> str:
    """The text of the TEI file without ids and names of rules."""
    return re.sub(r' (?:xml:id|ana)="[^"]*"', "", tei(text).partition("<text>")[2])


CONVENTIONS = {
    "an office in capitals with a full stop, numbered questions": (
        "THE PRESIDENT. Good afternoon.\n\n[1.] Q. Sir, shall you go to Vienna?\n\nTHE PRESIDENT. I shall.\n\n"
        "[2.] Q. When?\n\nTHE PRESIDENT. In June.",
        ["THE PRESIDENT.", "[1.] Q.", "THE PRESIDENT.", "[2.] Q.", "THE PRESIDENT."],
    ),
    "the chair of a committee, one turn a line": (
        "   The CHAIRMAN. Mr. Harrow?\n   Mr. HARROW. What will it cost?\n   Secretary BLAINE. $400,000.\n"
        "   The CHAIRMAN. Thank you.\n   Mr. HARROW. I yield.",
        ["The CHAIRMAN.", "Mr. HARROW.", "Secretary BLAINE.", "The CHAIRMAN.", "Mr. HARROW."],
    ),
    "a presiding officer with his name": (
        "The PRESIDING OFFICER (Mr. Hale). The Senator from Ohio.\n\nMr. TAFT. I thank the Chair.\n\n"
        "The PRESIDING OFFICER. Without objection, it is so ordered.\n\nMr. TAFT. I yield the floor.",
        ["The PRESIDING OFFICER (Mr. Hale).", "Mr. TAFT.", "The PRESIDING OFFICER.", "Mr. TAFT."],
    ),
    "surnames in capitals with a full stop": (
        "PETROV. Judging by the latest reports the situation is calm.\n\nORLOV. What does Hafiz say?\n\n"
        "PETROV. He says nothing.\n\nSEMYONOV. We should wait.\n\nORLOV. Comrades: we must decide.\n\n"
        "SEMYONOV. Agreed.",
        ["PETROV.", "ORLOV.", "PETROV.", "SEMYONOV.", "ORLOV.", "SEMYONOV."],
    ),
    "a name, brackets, a dash": (
        "Mr HARPER (Grey) (Minister for Trade) .- I move the second reading.\n\nDr Lyle - Will there be a debate?\n\n"
        "Mr HARPER - There will.\n\nMr SPEAKER - Order!",
        ["Mr HARPER (Grey) (Minister for Trade) .-", "Dr Lyle -", "Mr HARPER -", "Mr SPEAKER -"],
    ),
    "the sign of the bound volumes, labels on lines of their own": (
        "§ Mr. Attwood (Leeds)\n\nWe have waited long.\n\n§ The Prime Minister (Mr. Barker)\n\nSo have I.\n\n"
        "§ Mr. Speaker\n\nOrder.",
        ["§ Mr. Attwood (Leeds)", "§ The Prime Minister (Mr. Barker)", "§ Mr. Speaker"],
    ),
    "labels without any mark": (
        "§ 27. Mr. Wylie asked the Secretary of State for Foreign Affairs whether the talks have begun.\n\n"
        "§ The Secretary of State for Foreign Affairs (Mr. Anton Edwards) I have nothing to add.\n\n"
        "Mr. Wylie Is it not a fact that they have failed?\n\nMr. Edwards No, Sir.",
        [
            "§ 27. Mr. Wylie", "§ The Secretary of State for Foreign Affairs (Mr. Anton Edwards)", "Mr. Wylie",
            "Mr. Edwards",
        ],
    ),
    "a numbered question to a minister": (
        "1. Hon BILL ENGEL (Leader of the Opposition) to the Prime Minister: Does she agree?\n\n"
        "Rt Hon ANNE CLARE (Prime Minister): Yes.\n\nHon Bill Engel: Why?\n\nRt Hon ANNE CLARE: It is so.",
        [
            "1. Hon BILL ENGEL (Leader of the Opposition) to the Prime Minister:",
            "Rt Hon ANNE CLARE (Prime Minister):",
            "Hon Bill Engel:", "Rt Hon ANNE CLARE:",
        ],
    ),
    "questions with blanks only": (
        "MR. FELL:  Good morning.\n\nQ    Does the President agree?\n\nMR. FELL:  He does.\n\n"
        "Q    -- that it is late?\n\nMR. FELL:  Yes.\n\nTHE PRESS:  Thank you.",
        ["MR. FELL:", "Q", "MR. FELL:", "Q", "MR. FELL:", "THE PRESS:"],
    ),
    "questions with a full stop beside labels with a colon": (
        "Secretary Kinsey: I will take your questions.\n\nQ. Sir, on SALT: are you going?\n\n"
        "Secretary Kinsey: I am.\n\nQ. When?\n\nSecretary Kinsey: Soon.",
        ["Secretary Kinsey:", "Q.", "Secretary Kinsey:", "Q.", "Secretary Kinsey:"],
    ),
    "a court": (
        "THE COURT:  Bring in the jury.\n\nMR. ARNOLD:  I call Miss Pope.\n\nTHE CLERK:  Raise your hand.\n\n"
        "Q.   What did he say?\n\nA.   Nothing.\n\nTHE COURT:  Go on.\n\nQ.   And then?\n\nA.   He left.",
        ["THE COURT:", "MR. ARNOLD:", "THE CLERK:", "Q.", "A.", "THE COURT:", "Q.", "A."],
    ),
    "a name and an office in another language": (
        "Dr. Adler, Bundeskanzler: Meine Damen und Herren!\n\nPräsident Dr. Ehlert: Das Wort hat Frau Weber.\n\n"
        "Frau Dr. Weber: Ich danke.\n\nPräsident Dr. Ehlert: Die Zeit ist abgelaufen.",
        ["Dr. Adler, Bundeskanzler:", "Präsident Dr. Ehlert:", "Frau Dr. Weber:", "Präsident Dr. Ehlert:"],
    ),
    "French offices": (
        "M. le président. La parole est à M. Duval.\n\nM. Jean Duval. Et les finances ?\n\n"
        "M. le président. Je vous prie.\n\nMme Rose Garin. Très bien !",
        ["M. le président.", "M. Jean Duval.", "M. le président.", "Mme Rose Garin."],
    ),
    "many voices": (
        "Mr. Parson: I propose it.\n\nSome hon. members: Hear, hear.\n\nMr. Parson: I thank them.\n\n"
        "Mr. Dover: I do not.",
        ["Mr. Parson:", "Some hon. members:", "Mr. Parson:", "Mr. Dover:"],
    ),
    "a long office with commas": (
        "The Minister for Works, Housing and Planning (Mr. Wanja): I beg to move.\n\nMr. Kibe: Hear, hear.\n\n"
        "Mr. Speaker: Order.",
        ["The Minister for Works, Housing and Planning (Mr. Wanja):", "Mr. Kibe:", "Mr. Speaker:"],
    ),
    "labels on lines of their own, one without its colon": (
        "MARTEN:\nThanks for your time.\n\nPRIME MINISTER:\nA pleasure.\n\nMARTEN:\nWere you tired?\n\n"
        "PRIME MINISTER:\nNo.\n\nMARTEN;\n\nWhy not?\n\nPRIME MINISTER:\nI slept.",
        ["MARTEN:", "PRIME MINISTER:", "MARTEN:", "PRIME MINISTER:", "MARTEN;", "PRIME MINISTER:"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("convention", CONVENTIONS, ids=str)
def test_conventions(convention: str) -> None:
    text, expected = CONVENTIONS[convention]
    assert labels(spoken(text)) == expected


NO_TURNS = {
    "sections with roman numbers and letters": (
        "III. Maximizing the efforts of others.\n\nA. Embassies report that it grows.\n\nB. They do not agree.\n\n"
        "III. Maximizing the efforts once more.\n\nA. Embassies differ."
    ),
    "participants with a dash and their offices": (
        "Mr. Harrow - Department of State\n\nMr. Lyle - Treasury\n\nMr. Marsh - Commerce\n\nMr. Nye - Labor"
    ),
    "the same list twice": (
        "Mr. Harrow - Department of State\n\nMr. Lyle - Treasury\n\nFor the second meeting:\n\n"
        "Mr. Harrow - Department of State\n\nMr. Lyle - Treasury\n\nMr. Nye - Labor"
    ),
    "prose that begins with names": (
        "Mr. Harrow said that it was late.\n\nMr. Lyle agreed with Mr. Harrow.\n\nMr. Harrow left the room."
    ),
}


@pytest.mark.parametrize("what", NO_TURNS, ids=str)
def test_what_is_no_speech(what: str) -> None:
    assert labels(spoken(NO_TURNS[what])) == []


VOTE = """\
The President: I shall put it to the vote.

In favour: Austria, France, Peru.

Against: Panama.

Abstaining: Chile.

Mr. Marin (France) (spoke in French): I thank you, Mr. President.

The President: There are no further speakers.
"""


def test_the_result_of_a_vote_is_nobodys_turn() -> None:
    assert labels(spoken(VOTE)) == ["The President:", "Mr. Marin (France) (spoke in French):", "The President:"]


RECORD = """\
SECURITY COUNCIL

1735th MEETING

Held in New York on Thursday, 26 July 1973, at 3.30 p.m.

President: Sir Colin Crawley
(Wessex).

1. The PRESIDENT: I invite the representatives to take places.

2. The PRESIDENT (interpretation from French): The first speaker is Mr. Mojsov.

3. Mr. MOJSOV (Yugoslavia): I thank you, Mr. President.

4. We shall vote for it.
"""


def test_who_presides_is_named_at_the_head_and_speaks_below() -> None:
    assert labels(spoken(RECORD)) == [
        "1. The PRESIDENT:",
        "2. The PRESIDENT (interpretation from French):",
        "3. Mr. MOJSOV (Yugoslavia):",
    ]


def test_a_record_is_of_the_day_when_the_meeting_was_held() -> None:
    assert date(RECORD) == "1973-07-26T15:30:00"


def date(text: str) -> str:
    facts = describe(spoken(text))
    return dict(facts.date.value).get("when", "") if facts.date else ""


DATES = {
    "a line between others": ("A talk\nby Jerry Hale\nJune 20, 1972\nWashington\n\nHALE: Well?", "1972-06-20"),
    "a label of its own": ("Interviewed by: Carl Stone\nInitial interview date: March 12, 1991\n\nText.", "1991-03-12"),
    "in brackets after the volume": (
        "Record of Debates, Volume 145 (Thursday, March 18, 1999)\n[Senate]\n\nText.", "1999-03-18",
    ),
    "in capitals": ("PRESS TALK\nBY MR. HALE, AT SAIGON. 26TH APRIL, 1966.\nThank you and good morning.", "1966-04-26"),
    "when testimony was taken": (
        "TESTIMONY OF JAMES HALE\n\nThe testimony of James Hale was taken at 3:10 p.m., on April 8, 1964, in Dallas.",
        "1964-04-08T15:10:00",
    ),
    "below the title": (
        "Telephone Conversation between President Lyle and Senator Hale\nMay 27, 1964, 10:55 a.m.\nTape 10\n\n"
        "L: Hello?",
        "1964-05-27T10:55:00",
    ),
}  # fmt: skip


@pytest.mark.parametrize("where", DATES, ids=str)
def test_dates_of_records(where: str) -> None:
    text, expected = DATES[where]
    assert date(text) == expected


def test_the_title_ends_where_the_date_begins() -> None:
    text = "Telephone Conversation between Mr. Lyle and Mr. Hale\nMay 27, 1964, 10:55 a.m.\nTape 10\n\nHello."
    assert "<head>Telephone Conversation between" in body(text)
    assert '<opener><dateline><date when="1964-05-27T10:55:00">May 27, 1964, 10:55 a.m.</date></dateline></opener>' in (
        body(text)
    )


def cast(text: str) -> list[str]:
    """The names of the participants, as the list or the labels give them."""
    return [one.name or one.text for one in describe(spoken(text)).participants]


def test_plain_names_with_commas_are_so_many_persons() -> None:
    names = participants.entries('Richard Nash, H. R. "Bob" Haller, Henry A. Kinsey')
    assert [entry.name.text for entry in names if entry.name] == [
        "Richard Nash", 'H. R. "Bob" Haller', "Henry A. Kinsey",
    ]  # fmt: skip


def test_two_plain_names_are_two_persons_only_where_nobody_else_is_listed() -> None:
    assert len(participants.entries("Lyndon Jansen, Richard Rasmussen", alone=True)) == 2
    assert len(participants.entries("Paul Nissen, Policy Planning")) == 1


def test_comrades_are_persons() -> None:
    found = participants.entries("Comrades Yu. V. Petrov, A. A. Orlov, A. N. Semyonov")
    assert [entry.whole.text for entry in found] == ["Yu. V. Petrov", "A. A. Orlov", "A. N. Semyonov"]


LEADERS = """\
3377th Meeting
Monday, 16 May 1994, 11.35 p.m.

President:  Mr. Gamba . . . . . . . . . . . .  (Nigeria)

Members:    Brazil  . . . . . . . . . . . . .  Mr. Sardinha
            France  . . . . . . . . . . . . .  Mr. Merle

Agenda

The situation
"""


def test_delegates_of_a_list_with_leaders() -> None:
    found = [(one.name, one.group) for one in describe(spoken(LEADERS)).participants]
    assert found == [("Mr. Gamba", "Nigeria"), ("Mr. Sardinha", "Brazil"), ("Mr. Merle", "France")]


COLUMNS = """\
PRESENT

UNITED STATES            UNITED KINGDOM           SOVIET UNION

President Tilden         Mr. Church               Mr. Stolin
Secretary Burns          Mr. Eaton                Mr. Molov

Minutes

MR. CHURCH said that it was late.
"""


def test_members_of_delegations_in_columns() -> None:
    assert body(COLUMNS).count("<item>") == 8  # the list, the line of delegations, six members


def test_who_is_named_in_full_and_by_the_surname_takes_part_once() -> None:
    text = (
        "Hon. L. B. Parson (Minister for Trade): I rise.\n\nMr. Green: Why?\n\nMr. Parson: To speak.\n\n"
        "President Kean: Yes.\n\nRobert Kean: No."
    )
    assert cast(text) == ["Hon. L. B. Parson", "Mr. Green", "Kean", "Robert Kean"]


def test_labels_of_nobody_in_particular() -> None:
    assert all(map(is_nobody, ("Q.", "THE COURT:", "12 A.", "Some hon. members:", "Unidentified speaker:")))
    bodies = ("The COUNCIL:", "THE COMMITTEE:", "The Soviet Side:", "U.S. Delegation:", "THE HOUSE:", "Delegates:")
    groups = ("All:", "Several Members:", "Voices:", "Hon. Members:", "Opposition members:", "Both:", "Everyone:")
    assert all(map(is_nobody, (*bodies, *groups)))
    assert not any(map(is_nobody, ("THE PRESIDENT:", "Mr. Court:", "PM:", "Colonel House:", "Mr. Council:", "Allen:")))


def test_a_body_that_speaks_is_no_person() -> None:
    text = (
        "The CHAIRMAN: I open the meeting.\n\nThe COUNCIL: Agreed.\n\nMr. HALE: I object.\n\nDelegates: Shame!\n\n"
        "The CHAIRMAN: Order.\n\nSeveral voices: No!\n\nMr. HALE: I object."
    )
    chair, hale = ("The CHAIRMAN:", "chairman"), ("Mr. HALE:", "hale")
    nobody = [(label, "") for label in ("The COUNCIL:", "Delegates:", "Several voices:")]
    found = re.findall(r'<sp(?: who="#(.*?)")?[^>]*><speaker>(.*?)</speaker>', body(text))
    assert [(re.sub("<.*?>", "", label), who) for who, label in found] == [
        chair, nobody[0], hale, nobody[1], chair, nobody[2], hale
    ]  # fmt: skip


def test_what_a_label_says_beside_the_name() -> None:
    assert speaker("Mr. MALIN (France) (interpretation from French)") == "Mr. MALIN (France)"
    assert speaker("Hon BILL ENGEL (Leader) to the Prime Minister") == "Hon BILL ENGEL (Leader)"


def test_answers_have_no_initials() -> None:
    text = "MR. ARNOLD: I call her.\n\nQ. Well?\n\nA. Yes.\n\nQ. When?\n\nA. Now.\n\nMR. ARNOLD: No more."
    assert "<speaker>A.</speaker>" in body(text)


def test_nobody_answers_himself() -> None:
    text = (
        "TRANSCRIPT OF A MEETING BETWEEN THE PRESIDENT, JOHN DEVLIN AND H. R. HALLER ON MARCH 21, 1973\n\n"
        "PRESIDENT: John, sit down.\n\nDEVLIN: Thanks.\n\nPRESIDENT: Well, what is the Devlin summary?\n\n"
        "DEVLIN: It grows.\n\n"
        "PRESIDENT: How much?\n\nDEVLIN: A million."
    )
    assert "<sp><speaker>PRESIDENT:</speaker>" in body(text)
    assert re.search(r'<sp who="#devlin-john"><speaker><persName ref="#devlin-john"[^>]*>DEVLIN', body(text))


def test_what_the_chair_reads_is_not_the_last_speakers() -> None:
    text = (
        "Minutes of a meeting held at Geneva on 3 May 1923\n\nMr. Harrow said that the deficit was small.\n\n"
        'The PRESIDENT (Viscount Ashby) read the following resolution:\n\n"The Council takes note."\n\n'
        "Mr. Lyle agreed that it was small."
    )
    assert ">The PRESIDENT (Viscount" in body(text)


def test_directions_are_no_insertions() -> None:
    text = "Nash: All right. [hangs up] That was he.\n\nHale: Who?\n\nNash: [Unclear.] Him.\n\nHale: Oh."
    assert "<stage>[hangs up]</stage>" in body(text)
    assert "<stage>[Unclear.]</stage>" in body(text)


def test_pages_in_square_brackets() -> None:
    text = (
        "Interview with Theodore Marsh\n\n[1]\n\n"
        "HESS: Will you tell me a little of your background, please, before the war?\n\n"
        "MARSH: I was in the office of the Assistant Secretary for Economic\n\n[2]\n\n"
        "Affairs, on the second floor of it.\n\n"
        "HESS: And what did you think of him?\n\n[3]\n\nMARSH: I thought that he was a great gentleman, as they go."
    )
    assert re.findall(r'<pb n="(\d)"', body(text)) == ["1", "2", "3"]


def test_pages_of_the_record_of_congress() -> None:
    assert '<fw type="pageNum">[[Page S2959]]</fw>' in body("Mr. HALE. I do.\n\n[[Page S2959]]\n\nMr. LYLE. So do I.")


def test_line_numbers_of_a_page_of_short_turns() -> None:
    lines = [
        "Tuesday, 3 October 2000",
        *["JUDGE MAY:  Yes.", "MR. NICE:  Thank you.", "Q.   Your name?", "A.   Akha."] * 4,
    ]
    text = "\n".join(f"{n:4}      {line}" for n, line in enumerate(lines, 1))
    assert body(text).count('type="lineNum"') == len(lines)


def test_a_president_is_no_list_of_those_present() -> None:
    text = "PRESIDENT:    Sit down.\n\nDEAL:    Good morning.\n\nPRESIDENT:    Well?\n\nDEAL:    It grows."
    assert labels(spoken(text)) == ["PRESIDENT:", "DEAL:", "PRESIDENT:", "DEAL:"]


def test_who_interviews_stands_on_the_cover_sheet() -> None:
    text = (
        "INTERVIEWEE:  DEAN HASTINGS\n\nINTERVIEWER:  PAIGE E. MULLER\n\nDATE:  July 28, 1969\n\n"
        "M:  Well?\n\nH:  Yes.\n\n"
        "M:  When?\n\nH:  In May."
    )
    assert labels(spoken(text)) == ["M:", "H:", "M:", "H:"]
    assert cast(text) == ["DEAN HASTINGS", "PAIGE E. MULLER"]


def test_whoever_examines_does_not_speak_yet() -> None:
    text = (
        "     BY MR. BARD:\n     Q    Your name?\n     A    Dutton.\n     Q    When?\n     A    In May.\n"
        "MR. BARD:  Thanks.\nMR. LEWIS:  No."
    )
    assert labels(spoken(text))[0] == "Q"


HEARING = """                     THE FUTURE OF IRAQ

                                HEARING

                               before the

                     COMMITTEE ON FOREIGN RELATIONS

    The committee met, pursuant to notice, at 9:32 a.m., Hon. Richard G. Lugar
(chairman of the committee), presiding.
    Present: Senators Lugar, Hagel, Chafee, Biden, and
Sarbanes.

    The Chairman. This hearing of the Committee is called to order.

    Senator Biden. Thank you, Mr. Chairman.

    STATEMENT OF HON. DOUGLAS J. FEITH, UNDER SECRETARY OF DEFENSE

    Mr. Feith. Thank you, Mr. Chairman.

    The Chairman. Thank you, Secretary Feith.

    Senator Hagel. How long?
"""


def test_the_senators_of_a_hearing_and_who_presides() -> None:
    xml = tei(HEARING)
    who = re.findall(r'<sp [^>]*who="#([^"]*)"', xml)
    assert who == ["lugar", "biden", "feith-douglas-j", "lugar", "hagel"]
    assert xml.count("<surname>F") == 1
    assert all(f'xml:id="{one}" role="participant"' in xml for one in ("lugar", "hagel", "chafee", "biden", "sarbanes"))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("PARTICIPANTS\nMr. Gerard Smith\nAmbassador Walter Smith\nMr. Dillon\n\nSmith: The paper is ready.\n\n"
         "Ambassador Smith: It is not.\n\nMr. Dillon: Is it?\n\nAmbassador Smith: Soon.\n\nSmith: Good.",
         ["smith-gerard", "smith-walter", "dillon", "smith-walter", "smith-gerard"]),
        ("Telephone Conversation Between Secretary Dulles and Allen Dulles\n\nDulles: What news?\n\n"
         "Allen Dulles: Nothing yet.\n\nDulles: When will you know?\n\nAllen Dulles: Tonight.\n\nDulles: Call me.",
         ["dulles", "dulles-allen", "dulles", "dulles-allen", "dulles"]),
        ("Mr. Kyalo: I rise.\n\nMr. Wambua: Why?\n\nMr. Kyulo: To ask.\n\nMr. Wambua: Ask.\n\nMr. Kyalo: When?\n\n"
         "Mr. Kyalo: And why?",
         ["kyalo", "wambua", "kyalo", "wambua", "kyalo", "kyalo"]),
    ],
    ids=["two Smiths", "two Dulleses", "a wrong letter"],
)  # fmt: skip
def test_the_name_in_a_label_is_whoever_speaks(text: str, names: list[str]) -> None:
    encoded = tei(f"Transcript\n\nWashington, March 3, 1957.\n\n{text}")
    found = re.findall(r'<sp [^>]*?who="#([^"]*)"[^>]*><speaker>.*?<persName ref="#([^"]*)"', encoded)
    assert found == [(name, name) for name in names]


def test_a_name_in_a_label_that_may_be_two_persons_has_no_referent() -> None:
    text = (
        "PARTICIPANTS\nMr. Gerard Smith\nAmbassador Walter Smith\nMr. Dillon\n\nSmith: The paper is ready.\n\n"
        "Mr. Dillon: Is it?\n\nSmith: Soon.\n\nMr. Dillon: Good."
    )
    assert '<sp><speaker><persName cert="low">Smith</persName>:</speaker>' in body(f"Transcript\n\n{text}")


def test_an_office_in_a_report_is_whoever_speaks() -> None:
    text = (
        "Record of Conversation Between Mr. Kimber and Mr. Tange\n\nCanberra, 3 March 1963\n\n"
        "The Secretary told Mr. Kimber that it was late. Mr. Kimber said that he would report.\n\n"
        "The Secretary said that he hoped so. Mr. Kimber asked when. The Secretary said that it was late. The Secretary"
        " added that there was no time."
    )
    report = body(text)
    assert set(re.findall(r'<rs type="person" ref="([^"]*)"[^>]*>The Secretary</rs>', report)) == {"#tange"}
    assert 'xml:id="secretary"' not in tei(text)


@pytest.mark.parametrize("sign", ["§ ", ""])
def test_what_is_said_may_stand_right_below_the_name(sign: str) -> None:
    """The site of Historic Hansard has the names so, with the sign of the column or without."""
    text = f"""HC Deb 30 October 1956 vol 558 cc1274-5

{sign}The Prime Minister (Sir Anthony Eden)
With your permission, Mr. Speaker, I will make a statement.

{sign}Mr. Gaitskell
The words will be read with anxiety.

{sign}The Prime Minister
I agree.

{sign}Mr. Gaitskell
Did he agree?
"""
    assert labels(spoken(text)) == [
        f"{sign}The Prime Minister (Sir Anthony Eden)", f"{sign}Mr. Gaitskell", f"{sign}The Prime Minister",
        f"{sign}Mr. Gaitskell",
    ]  # fmt: skip
    assert "<note" not in body(text)


def test_names_above_their_offices_are_no_turns() -> None:
    text = """List of Those Who Came

Mr. Rusk
Secretary of State

Mr. Gromyko
Foreign Minister

Mr. Rusk
Secretary of State

Mr. Gromyko
Foreign Minister
"""
    assert labels(spoken(text)) == []


def test_a_page_number_at_the_right_edge_cuts_no_turn() -> None:
    shown = body("""     Mr. KLEIN. What was your position in 1963, sir, when this cable was sent?
     Mr. SCELSO. I was chief of WH/3.
                                                          5
     Mr. KLEIN. Did you write this cable?
     Mr. SCELSO. Yes. Mrs. Egerter drafted it in
                                                          6
Washington.
     Mr. KLEIN. Thank you.
                                                          7
     Mr. SCELSO. Thank you.
""")
    assert shown.count('<fw type="pageNum">') == 3
    assert re.search(r"drafted it in\s*<fw[^>]*>6</fw>\s*<pb [^>]*>\s*(?:<[^>]*>)?Washington", shown) or re.search(
        r"drafted it in\s*<pb [^>]*>\s*<fw[^>]*>6</fw>\s*(?:<[^>]*>)?Washington", shown
    )


def test_line_numbers_of_half_a_page() -> None:
    text = """TOP SECRET

1 Mr. Schwarz. Did you know Mr. Rosselli?
2 Mr. Maheu. Yes, sir. I met him in Las Vegas through
3 a friend, and we had a long talk about the matter.
4 Mr. Schwarz. When?
5 Mr. Maheu. In 1960. It was at 2:10 o'clock
6 p.m., in the hotel.
7 Mr. Schwarz. Did you know Mr. Rosselli?
8 Mr. Maheu. Yes, sir.
"""
    assert body(text).count('<fw type="lineNum">') == 8


def test_the_head_of_a_page_of_a_verbatim_record_cuts_no_turn() -> None:
    shown = body("""AGENDA ITEM 35 (continued)

Question of Cyprus

Mr. ROSSIDES (Cyprus): I thank the President.

Mr. AL-SAFFAR (Bahrain): We send greetings to the people of Cyprus.

                                   A/34/PV.70
                                       12

(Mr. Al-Saffar, Bahrain)

They hope for success.

The PRESIDENT (interpretation from Spanish): We have heard the last speaker.
""")
    assert "<fw" not in shown.partition("Question of Cyprus")[0]
    turn = shown.partition("We send greetings")[2].partition("</sp>")[0]
    assert '<fw type="header">A/34/PV.70</fw>\n<fw type="pageNum">12</fw>' in turn
    assert "They hope for success." in turn
