"""Titles: what kind of document, which number, who wrote to whom, who talked with whom."""

from __future__ import annotations

import pytest

from pipeline.grammar.titles import author, classify, correspondents, partners, place, split_number


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Memorandum of Conversation", "memorandum-of-conversation"),
        (
            "Memorandum of a Conversation, Department of State, Washington, December 6, 1955",
            "memorandum-of-conversation",
        ),
        ("Record of Conversation Between Kimber and Tange", "memorandum-of-conversation"),
        ("Memorandum of Telephone Conversation Between Mr. Komer and Mr. Ball", "telephone-conversation"),
        ("Transcript of Telephone Conversation Between President Nixon and Mr. Kissinger", "telephone-conversation"),
        ("Memorandum for the Record", "memorandum-for-the-record"),
        ("Memorandum for the Files", "memorandum-for-the-record"),
        ("Draft Memorandum From Secretary of State Kissinger to President Ford", "memorandum"),
        ("Memorandum by the Chairman of the Committee on Public Information (Creel)", "memorandum"),
        ("MINUTE FROM DOIG TO SPENDER", "memorandum"),
        ("Memorandum of Discussion at the 262d Meeting of the National Security Council", "minutes"),
        ("Minutes of a Cabinet Meeting", "minutes"),
        ("Record of Conference in Secretary's Room, Department of External Affairs", "minutes"),
        ("Notes of Meeting", "minutes"),
        ("Telegram From the Embassy in Israel to the Department of State", "telegram"),
        ("Cablegram from Embassy in Washington to Department of External Affairs", "telegram"),
        ("Letter From President Kennedy to Chancellor Adenauer", "letter"),
        ("Message From President Kennedy to Chairman Khrushchev", "message"),
        ("Note From the Soviet Government to the Government of the United States", "note"),
        ("Editorial Note", "editorial-note"),
        ("### *Editorial Note*", "editorial-note"),
        ("National Security Action Memorandum No. 263", "directive"),
        ("Special National Intelligence Estimate", "estimate"),
        ("Report by President Carter to the Congress", "report"),
        ("Paper Prepared in the Department of State", "paper"),
        ("Address by Secretary Rusk", "speech"),
        ("PRESS CONFERENCE GIVEN BY THE PRIME MINISTER", "press-conference"),
        ("The Secretary of State to the Embassy in Iran", "correspondence"),
        ("Duncan to Chifley, Makin and Evatt", "correspondence"),
        ("Server Pasha to Mr. Maynard.", "correspondence"),
        ("The Cuban Missile Crisis", "document"),
        ("Aid to India", "document"),
        ("Food Shipments to Mr. Nehru", "document"),
        ("Churchill to India", "document"),
        ("The Embassy of France presents its compliments to the Ministry and has the honor to say no", "document"),
    ],
)
def test_types(title: str, kind: str) -> None:
    assert classify(title).id == kind


@pytest.mark.parametrize(
    ("title", "number", "rest"),
    [
        ("262. Memorandum of Conversation", "262", "Memorandum of Conversation"),
        ("No. 108", "108", ""),
        ("№3", "3", ""),
        ("72.", "72", ""),
        ("### 76\\. Editorial Note", "76", "Editorial Note"),
        ("1962 was a year", "", "1962 was a year"),
    ],
)
def test_numbers(title: str, number: str, rest: str) -> None:
    found, start = split_number(title)
    assert (found, title[start:]) == (number, rest)


@pytest.mark.parametrize(
    ("title", "sender", "recipient"),
    [
        ("Letter From President Kennedy to Chancellor Adenauer", "President Kennedy", "Chancellor Adenauer"),
        ("Letter From the Ambassador to Guatemala (Peurifoy) to the Assistant Secretary of State (Cabot)",
         "the Ambassador to Guatemala (Peurifoy)", "the Assistant Secretary of State (Cabot)"),
        ("Telegram From the Embassy in Israel to the Department of State", "the Embassy in Israel",
         "the Department of State"),
        ("Telegram 5235 From the Mission to the United Nations to the Department of State, October 22, 1975, 1557Z.",
         "the Mission to the United Nations", "the Department of State"),
        ("The Chargé in the United Kingdom (Holmes) to the Secretary of State",
         "The Chargé in the United Kingdom (Holmes)", "the Secretary of State"),
        ("Duncan to Chifley, Makin and Evatt", "Duncan", "Chifley, Makin and Evatt"),
        ("Memorandum by the Legal Adviser (Gross) to the Chief of the Division (Jernegan)",
         "the Legal Adviser (Gross)", "the Chief of the Division (Jernegan)"),
        ("Memorandum of Conversation", "", ""),
        ("Memorandum from Joseph P. Walshe to Eamon de Valera of a conversation with David Gray",
         "Joseph P. Walshe", "Eamon de Valera"),
        ("Memorandum by Sir John Maffey with Eamon de Valera of a conversation on 3 May 1940", "Sir John Maffey", ""),
        ("Letter from John W. Dulanty to Joseph P. Walshe enclosing a copy of a letter from Anthony Eden",
         "John W. Dulanty", "Joseph P. Walshe"),
        ("Memorandum From the President’s Special Assistant (Bundy) to President Kennedy on the Situation in Laos",
         "the President’s Special Assistant (Bundy)", "President Kennedy"),
        ("Minute from Sir Pierson Dixon to the Prime Minister about the Suez Canal", "Sir Pierson Dixon",
         "the Prime Minister"),
        ("Letter From President Johnson to the Chairman of the Committee on Foreign Relations", "President Johnson",
         "the Chairman of the Committee on Foreign Relations"),
        ("Letter From John Foster Dulles to Mr. Robert Murphy, Special Ambassador with the Rank of Minister",
         "John Foster Dulles", "Mr. Robert Murphy, Special Ambassador with the Rank of Minister"),
        ("Memorandum From Robert Komer of the National Security Council Staff to President Johnson",
         "Robert Komer of the National Security Council Staff", "President Johnson"),
    ],
)  # fmt: skip
def test_senders_and_recipients(title: str, sender: str, recipient: str) -> None:
    one, other = correspondents(title)
    assert (one.text if one else "", other.text if other else "") == (sender, recipient)


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("Memorandum of Conversation Between the Ambassador at Large (Bowles) and the Soviet Ambassador (Dobrynin)",
         ["the Ambassador at Large (Bowles)", "the Soviet Ambassador (Dobrynin)"]),
        ("Memorandum of a Conversation Between the Assistant Secretary for Near Eastern and African Affairs "
         "(Jernegan) and "
         "the Counselor of the British Embassy (Bailey), Department of State, Washington, July 1, 1955",
         ["the Assistant Secretary for Near Eastern and African Affairs (Jernegan)",
          "the Counselor of the British Embassy (Bailey)"]),
        ("Telephone Conversation Between President Johnson and Richard Nixon", ["President Johnson", "Richard Nixon"]),
        ("Record of Conversation Between Kimber and Tange", ["Kimber", "Tange"]),
        ("Memorandum of Conversation", []),
        ("Conversation between Federal Chancellor Brandt and General Secretary Brezhnev in Oreanda",
         ["Federal Chancellor Brandt", "General Secretary Brezhnev"]),
        ("Notes of a talk between the Prime Minister and Mr. Chamberlain at Berchtesgaden on September 15, 1938",
         ["the Prime Minister", "Mr. Chamberlain"]),
        ("TRANSCRIPT OF A MEETING BETWEEN THE PRESIDENT AND H.R. HALDEMAN ON JUNE 23, 1972 FROM 10:04 TO 11:39 A.M.",
         ["THE PRESIDENT", "H.R. HALDEMAN"]),
        ("Record of Conversation between Prime Minister Thatcher and President Gorbachev at Chequers on Arms Control",
         ["Prime Minister Thatcher", "President Gorbachev"]),
        ("Memorandum of a Conversation Between the Ambassador at Large (Bowles) and the Ambassador in France (Bruce)",
         ["the Ambassador at Large (Bowles)", "the Ambassador in France (Bruce)"]),
        ("Memorandum of Conversation Between Mr. Merchant and the Minister of Finance in Paris",
         ["Mr. Merchant", "the Minister of Finance in Paris"]),
        ("Memorandum of Conversation Between President Nixon, Henry A. Kissinger, and Ambassador Dobrynin, Washington, "
         "May 3, 1972",
         ["President Nixon, Henry A. Kissinger", "Ambassador Dobrynin"]),
    ],
)  # fmt: skip
def test_who_talked(title: str, names: list[str]) -> None:
    found = [piece.text for piece in partners(title)]
    assert [name.split(", Department")[0] for name in found] == names


def test_who_wrote_a_record() -> None:
    found = author("Memorandum of Conversation, by Mr. Richard S. Leach of the Division of South Asian Affairs")
    assert found
    assert found.text == "Mr. Richard S. Leach of the Division of South Asian Affairs"


HELD = [
    ("NOTE OF A CONVERSATION AT LUNCH IN LONDON ON TUESDAY, 6 MAY 1975", "LONDON"),
    ("Record of a Meeting at Chequers on Sunday, 3 May 1962", "Chequers"),
    ("NOTE OF A MEETING IN THE FOREIGN OFFICE ON TUESDAY, 6 MAY 1975", ""),
    ("Note of a conversation about developments in Cuba on 3 May 1962", ""),
]


@pytest.mark.parametrize(("title", "expected"), HELD, ids=[title for title, _ in HELD])
def test_where_a_talk_was_held_stands_before_the_day(title: str, expected: str) -> None:
    found = place(title)
    assert (found.text if found else "") == expected


def test_the_place_at_the_end_of_a_title() -> None:
    found = place("Memorandum of Conversation, Washington, April 27, 1974, 11:50 a.m.–12:30 p.m.")
    assert found
    assert found.text == "Washington"
