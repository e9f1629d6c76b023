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
