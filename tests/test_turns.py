"""Who is behind the label of a turn, where a turn begins, and what ends it.

Every text is invented; each shows how press offices, parliaments and secretaries write.
"""

from __future__ import annotations

import re

from pipeline.authority.load import Authority
from pipeline.encode import encode
from pipeline.model import Transcript


def tei(text: str) -> str:
    return encode(Transcript("talk", text), Authority()).xml.decode()


def body(text: str) -> str:
    """The text of the TEI file without ids, names of rules and what marks persons and dates."""
    bare = re.sub(r' (?:xml:id|ana|prev|next)="[^"]*"', "", tei(text).partition("<text>")[2])
    return re.sub(r"</?(?:persName|rs|date|time|placeName)\b[^>]*>", "", bare)


def turns(text: str) -> list[str]:
    """`label -> who: words` for every turn, one blank between words."""
    found = re.findall(r"<sp\b([^>]*)>(.*?)</sp>", body(text), re.DOTALL)
    rows = []
    for attrs, inside in found:
        who = re.search(r'who="#([^"]*)"', attrs)
        label = re.search(r"<speaker>(.*?)</speaker>", inside, re.DOTALL)
        words = re.sub(r"<speaker>.*?</speaker>", "", inside, flags=re.DOTALL)
        plain = " ".join(re.sub(r"<[^>]*>", " ", words).split())
        rows.append(f"{label[1] if label else ''} -> {who[1] if who else '?'}: {plain}")
    return rows


def participants(text: str) -> list[str]:
    """The ids of the participants."""
    return re.findall(r'<person xml:id="([^"]*)" role="participant"', tei(text))


# --- who is behind a label


def test_whom_a_question_names_does_not_answer_it() -> None:
    asked = """PRESS CONFERENCE, CANBERRA, 1 MAY 1971

Q. Prime Minister, does Mr. Burrow agree with Mr. Sneddon?

PM. I think that both of them do.

Q. Does Mr. Burrow like it, Prime Minister?

PM. He does."""
    assert [row.partition(":")[0] for row in turns(asked)] == ["Q. -> ?", "PM. -> ?", "Q. -> ?", "PM. -> ?"]


def test_whom_a_question_addresses_answers_it() -> None:
    asked = """PRESS CONFERENCE, CANBERRA, 1 MAY 1971

Q. Mr. Gorman, does Mr. Burrow agree?

PM. I think so.

Q. Well, Mr. Gorman, when was that?

PM. In April."""
    assert [row.partition(":")[0] for row in turns(asked)] == ["Q. -> ?", "PM. -> gorman", "Q. -> ?", "PM. -> gorman"]


def test_the_title_names_the_holder_of_the_office_that_is_the_label() -> None:
    text = """Transcript of the press conference given by the Prime Minister, Mr. John Gorman, at Canberra, 25 May 1969

QUESTION: Will he be told?

PRIME MINISTER: He will.

QUESTION: When?

PRIME MINISTER: Soon."""
    assert participants(text) == ["gorman-john"]
    assert turns(text)[1] == "PRIME MINISTER: -> gorman-john: He will."


def test_the_honourable_stands_between_an_office_and_its_holder() -> None:
    text = """TRANSCRIPT OF THE PRIME MINISTER, THE HON P J KEATING MP
PRESS CONFERENCE, CANBERRA, 27 JUNE 1994

J: Did you raise East Timor?
PM: We did.
J: And Dili?
PM: That's been done."""
    assert [row.partition(":")[0] for row in turns(text)][:2] == ["J", "PM"]
    assert turns(text)[1] == "PM: -> keating-p-j: We did."


def test_a_name_in_capitals_before_a_constituency_is_whole() -> None:
    text = """Mr WHITLOCK (Werriwa) - I ask the Prime Minister a question.

Mr HAROLD HOLT (Higgins) (Prime Minister) - No.

Mr Cawley - I do not.

Mr HAROLD HOLT - He has seen it.

Mr Cawley - Shame!"""
    assert participants(text) == ["whitlock", "holt-harold", "cawley"]


PAPERS = """TRANSCRIPT OF PRESS CONFERENCE, JAKARTA, 27 JUNE 1994

J: Mr Keating, did you raise East Timor?
PM: We did. I raised it.
J: And Dili?
PM: Look, that's been done.
JOURNALIST (Jakarta Post): Mr Alatas, how many leaders will come?
MINISTER ALATAS: Eighteen.
J: And the cost?
PM: I don't know."""


def test_a_journalist_of_whom_the_paper_is_named_is_nobody_in_particular() -> None:
    assert participants(PAPERS) == ["alatas"]
    assert [row for row in turns(PAPERS) if row.startswith("J") and "-> ?" not in row] == []


def test_a_bracket_names_the_holder_of_an_office_beside_others() -> None:
    text = """33. Conversation Among President Nilson, the President's Assistant for National Security (Kessler), \
and Secretary of Defense Lairman

Washington, June 10, 1971.

Nilson: What about it?

Kessler: Mr. President, it will do."""
    assert participants(text) == ["nilson", "kessler", "lairman"]


def test_a_bracket_may_have_the_post() -> None:
    text = """33. Conversation Between Mr. Smithers, the Consul General (Vienna), and Mr. Lairman

Washington, June 10, 1971.

It was late."""
    assert participants(text) == ["smithers", "lairman"]


# --- where a turn begins


def test_a_label_may_say_how_or_as_what_somebody_speaks() -> None:
    text = """     Mr. KLEIN. What was your position, sir?
     Mr. SELBY. I was chief of the branch.
     Mr. DODDS [interrupting]. Could the gentleman speak up?
     Mr. SELBY. Yes.
     Mr. KLEIN. Did you write this cable?
     Mr. SELBY. Yes.
     Mr. SAWTRY (presiding). The hearing is recessed."""
    assert [row for row in turns(text) if "[" in row or "(" in row] == [
        "Mr. DODDS [interrupting]. -> dodds: Could the gentleman speak up?",
        "Mr. SAWTRY (presiding). -> sawtry: The hearing is recessed.",
    ]


def test_a_delegate_may_speak_as_president() -> None:
    text = """1. The PRESIDENT: I call on the representative of Ireland.
2. Mr. AIKMAN (Ireland): I shall speak of Berlin.
3. Mr. ZOTIN (Union of Soviet Socialist Republics), speaking as PRESIDENT (translated from Russian): It is closed."""
    assert turns(text)[-1].endswith("-> zotin: It is closed.")


def test_a_question_that_cannot_be_heard_is_a_turn() -> None:
    text = """P.M. It means exactly that.

Q. (inaudible)

P.M. I didn't hear that.

Q. Will he be told?

P.M. He will."""
    assert [row.partition(" ")[0] for row in turns(text)] == ["P.M.", "Q.", "P.M.", "Q.", "P.M."]
    assert "<stage>(inaudible)</stage>" in body(text)


def test_one_questioner_asks_beside_other_labels() -> None:
    text = """P.M. It means exactly that.

Q. Will he be told?

P.M. He will.

QUESTIONER: Is there a figure in the Estimates?

PRIME MINISTER: There will be.

SIR REGINALD SWANN: There are.

Q. Thank you."""
    assert [row.partition(" ")[0] for row in turns(text)] == ["P.M.", "Q.", "P.M.", "QUESTIONER:", "PRIME", "SIR", "Q."]


def test_the_name_behind_the_letter_of_a_question_belongs_to_the_label() -> None:
    text = """Q. (Mr. Alan Reeve, Bulletin): Sir, does this mean that troops will remain?

P.M. It means exactly that.

Q. Will he be told?

P.M. He will."""
    assert turns(text)[0] == (
        "Q. (Mr. Alan Reeve, Bulletin): -> reeve-alan: Sir, does this mean that troops will remain?"
    )
    assert turns(text)[2] == "Q. -> ?: Will he be told?"


# --- what ends a turn


HOUSE = """Mr. Cabot: Mr. Speaker, I support the motion.

An hon. Member: No.

Motion agreed to.

Mr. Harker: The hon. member is mistaken.

At six o'clock the house took recess.

Mr. Cabot: I spoke to the Secretary.

12.04 hrs.

Mr. Harker: So did I.

4.15 p.m.

I spoke to him twice.

Mr. James: Shame!

Opposition members interjecting -

Mr. Harker: Order.

Mr. Slim (Tunisia), Vice-President, took the Chair.

Mr. James: Question put to me was never answered.

Clause 3, as amended, agreed to."""


def test_what_the_house_does_is_nobodys_turn() -> None:
    assert turns(HOUSE) == [
        "Mr. Cabot: -> cabot: Mr. Speaker, I support the motion.",
        "An hon. Member: -> ?: No.",
        "Mr. Harker: -> harker: The hon. member is mistaken.",
        "Mr. Cabot: -> cabot: I spoke to the Secretary.",
        "Mr. Harker: -> harker: So did I. 4.15 p.m. I spoke to him twice.",
        "Mr. James: -> james: Shame!",
        "Mr. Harker: -> harker: Order.",
        "Mr. James: -> james: Question put to me was never answered.",
    ]


def test_the_time_within_a_turn_is_a_direction() -> None:
    assert "<stage>4.15 p.m.</stage>" in body(HOUSE)


def test_what_a_body_decides_in_points_is_not_said_by_the_last_speaker() -> None:
    text = """MR. GATTS: We should stand on it.

THE PRESIDENT: Then let State do the talking. How many were planned?

GEN. TWISS: Two.

The Council:

a. Noted the report by the Director.

b. Agreed that the Department of State would handle all statements."""
    assert turns(text)[-1] == "GEN. TWISS: -> twiss: Two."


def test_place_and_date_below_the_last_turn_are_not_its_words() -> None:
    text = """PRESS CONFERENCE, 25 FEBRUARY 1969

P.M. It means exactly that.

Q. When was it?

P.M. In Canberra.

Q. Thank you, Prime Minister.

Canberra.
25th February, 1969."""
    assert turns(text)[-1] == "Q. -> ?: Thank you, Prime Minister."


REPORTED = """90. Summary Record of the 9th Meeting of the Executive Committee

Washington, October 29, 1962, 10 a.m.

Secretary McNally: Flights should be resumed today.

The Attorney General asked whether he had been instructed.

The President: Let's see what he says first.

Mr. Bundt suggested a delay.

Secretary McNally: I agree."""


def test_a_paragraph_that_reports_is_no_words_of_the_turn_before_it() -> None:
    assert [row.rpartition(": ")[2] for row in turns(REPORTED)] == [
        "Flights should be resumed today.", "Let's see what he says first.", "I agree.",
    ]  # fmt: skip


def test_the_end_of_a_meeting_and_the_number_of_a_page_are_nobodys_report() -> None:
    text = """Summary Record of Discussion, Steering Committee

Batavia, 29 August 1949

Dr. ROEM stated that many were still detained.

Dr. VAN ROYEN said that this was contested.

2.

The meeting rose at 12.45 p.m."""
    assert re.findall(r"<said[^>]*>(.*?)</said>", body(text)) == ["many were still detained.", "this was contested."]


def test_directions_within_a_turn() -> None:
    text = """Nilson: What about him? (The President leaves the room.)

Kessler: He will do. (to Hague) Call Rogers. (to be continued)

Nilson: Good. (To General Twiss) How many?

Kessler: Two (to my knowledge). (He left the meeting at this point.)

Nilson: Of course. (translated)"""
    assert re.findall(r"<stage>(.*?)</stage>", body(text)) == [
        "(The President leaves the room.)", "(to Hague)", "(To General Twiss)",
        "(He left the meeting at this point.)", "(translated)",
    ]  # fmt: skip
