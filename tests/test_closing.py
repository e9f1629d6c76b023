"""How plain texts close: who signs, in what office, with what date, and what stands below the signature."""

from __future__ import annotations

import re
from textwrap import dedent
from types import ModuleType

import pytest
from outline import outline

from pipeline.describe import describe
from pipeline.encode import encode
from pipeline.model import Authority, Facts, Transcript
from pipeline.readers import generic, published
from pipeline.segment.signing import is_afterword, is_signature

RECORD = """MEMORANDUM FOR THE RECORD

October 3, 1963

Dobrynin said that Moscow was nervous. I told him that we were not.

"""


def closing(text: str) -> str:
    """The outline of a record from its last sentence on, which these lines close."""
    lines = outline(generic.read(Transcript("case", RECORD + dedent(text).strip("\n") + "\n"))).splitlines()
    assert lines[4].startswith("  p: Dobrynin said")
    return dedent("\n".join(lines[5:]))


def facts(text: str) -> Facts:
    return describe(generic.read(Transcript("case", RECORD + dedent(text).strip("\n"))), None, Authority())


def expected(text: str) -> str:
    return dedent(text).strip("\n")


def test_initials_above_the_name_and_copies_below() -> None:
    text = """
        McG. B.
        McGeorge Bundy

        cc: Secretary Rusk
            Mr. Tyler
        """
    assert closing(text) == expected(
        """
        closer
          signed: McG. B. McGeorge Bundy
        postscript
          p: cc: Secretary Rusk Mr. Tyler
        """
    )


@pytest.mark.parametrize(
    "below",
    [
        "cc: Secretary Rusk",
        "Enclosure\n\ncc: Mr. Riddleberger (Bonn)",
        "Distribution:\nSecretary Rusk\nMr. Tyler",
        "Concurrence: Mr. Kennedy",
        "Copies to:\n\nMr. Tyler\n\nMr. Davis",
        "P.S. Please show this to Ray, who was in Moscow with us and knew the man well in those years.",
    ],
)
def test_a_name_signs_whatever_stands_below_it(below: str) -> None:
    read = closing("McGeorge Bundy\n\n" + below)
    assert read.startswith("closer\n  signed: McGeorge Bundy\npostscript\n")
    assert "signed" not in read[len("closer\n  signed") :]
    assert facts("McGeorge Bundy\n\n" + below).signed == "McGeorge Bundy"


def test_copies_right_below_a_name_are_no_part_of_it() -> None:
    assert closing("Sincerely,\n\nJack\ncc: Mr. Riddleberger (Bonn)") == expected(
        """
        closer
          salute: Sincerely,
          signed: Jack
        postscript
          p: cc: Mr. Riddleberger (Bonn)
        """
    )


@pytest.mark.parametrize(
    "name",
    [
        "L.D. W[ILGRESS]",
        "P[ETITPIERRE]",
        "L.B. P[earson]",
        "[initialled] J.P.W.",
        "s/ A. Gromyko",
        "(signed) A. Gromyko",
        "/A. ALEKSEEV/",
    ],
)
def test_letters_supplied_and_signs_of_signing(name: str) -> None:
    assert closing(name) == f"closer\n  signed: {name}"


@pytest.mark.parametrize(
    "signature",
    [
        "AMBASSADOR OF THE USSR TO CUBA\n/A. ALEKSEEV/",
        "AMBASSADOR OF THE USSR TO CUBA          /A. ALEKSEEV/",
        "AMBASSADOR OF THE USSR TO CUBA\n\n/A. ALEKSEEV/",
    ],
)
def test_the_office_above_or_beside_a_name_is_no_heading(signature: str) -> None:
    assert closing(signature) == "closer: AMBASSADOR OF THE USSR TO CUBA |\n  signed: /A. ALEKSEEV/"
    assert facts(signature).signed == "A. ALEKSEEV"


def test_the_office_below_a_name_is_part_of_the_signature() -> None:
    assert (
        closing("A. Gromyko\nMinister of Foreign Affairs") == "closer\n  signed: A. Gromyko Minister of Foreign Affairs"
    )


@pytest.mark.parametrize("words", ["COSMIC TOP SECRET", "GEHEIM", "STRENG GEHEIM", "TRÈS SECRET", "XGDS", "Top Secret"])
def test_a_classification_is_no_name(words: str) -> None:
    assert not is_signature(words)


@pytest.mark.parametrize(
    "text", ["Copies of the note were sent.", "Enclosures to this paper are lost", "Cleared ground"]
)
def test_sentences_are_no_afterwords(text: str) -> None:
    assert not is_afterword(text)


def test_minutes_on_a_file_are_signed_and_dated_one_below_the_other() -> None:
    assert closing(
        """
                                        P. D. Coates
                                        9th December, 1949

        I agree. But we should not let the Burmese get too far in front.
                                        M. E. Dening
                                        10/12

        Yes. They were told on the ninth.
                                        G. G. Buckley  13/12
        """
    ) == expected(
        """
        p rend=signed: P. D. Coates
        p rend=dateline: 9th December, 1949
        p: I agree. But we should not let the Burmese get too far in fr…
        p rend=signed: M. E. Dening
        p rend=dateline: 10/12
        p: Yes. They were told on the ninth.
        closer
          signed: G. G. Buckley
          dateline: 13/12
        """
    )


@pytest.mark.parametrize(
    ("name", "notes"),
    [
        ("FRASER", "1 General Freyberg, GOC 2 NZEF."),
        ("P[ETITPIERRE]", "1. Copy to: Mr. Zehnder, Swiss Embassy in Paris.\n2. Cf. No. 31."),
        ("[initialled] J.P.W.", "1 Anthony Eden (1897-1977), Secretary of State for Dominion Affairs."),
    ],
)
def test_a_name_above_notes_without_marks_signs(name: str, notes: str) -> None:
    assert f"p rend=signed: {name}" in closing(f"{name}\n\n{notes}")


def test_a_heading_above_numbered_points_is_no_name() -> None:
    assert "signed" not in closing("RECOMMENDATIONS\n\n1. The note should be sent.\n\n2. It should be short.")


COMPLETED = """CONVERSATION BETWEEN FEDERAL COUNCILLOR PETITPIERRE AND THE AMBASSADOR OF FRANCE, M. DENNERY

Berne, 14 March 1956

M. Dennery told me that his Government was disturbed by the traffic of arms.

{}
"""


@pytest.mark.parametrize(
    ("signature", "whole"),
    [
        ("P[ETITPIERRE]", '<persName ref="#petitpierre">P[ETITPIERRE]</persName>'),
        ("L.D. W[ILGRESS]", '<persName ref="#wilgress-l-d">L.D. W[ILGRESS]</persName>'),
    ],
)
def test_an_editor_completes_the_name_of_which_the_original_has_the_initial(signature: str, whole: str) -> None:
    xml = encode(Transcript("case", COMPLETED.format(signature)), Authority()).xml.decode()
    signed = re.search(r"<signed>(.*?)</signed>", xml)
    assert signed is not None
    assert re.sub(r"</?supplied[^>]*>", "", signed[1]) == whole


@pytest.mark.parametrize(
    "dateline",
    ["Paris, 3 May 1961", "Warsaw,\nMay 3, 1961.", "3 May 1961", "Washington, D.C., May 3, 1961"],
)
def test_place_and_date_below_a_name_are_no_second_signature(dateline: str) -> None:
    printed = dateline.replace("\n", " ")
    assert closing(f"J. D. Beam\n\n{dateline}") == f"closer\n  signed: J. D. Beam\n  dateline: {printed}"
    assert closing(f"J. D. Beam\n{dateline}") == f"closer\n  signed: J. D. Beam\n  dateline: {printed}"
    assert closing(dateline) == f"closer\n  dateline: {printed}"


@pytest.mark.parametrize(
    ("address", "dateline"),
    [
        ("Foreign Office, S.W.1,", "6th February, 1957."),
        ("2, Whitehall Gardens, S.W.1.", "28th June, 1938."),
        ("Embassy of the United States of America,", "Djakarta, June 4, 1956."),
        ("British Embassy,", "St. Petersburg,\nMay 12, 1911."),
    ],
)
def test_the_office_above_a_closing_date_is_text_of_the_closer(address: str, dateline: str) -> None:
    assert closing(f"S. L.\n\n{address}\n{dateline}").endswith(f"\n  dateline: {' '.join(dateline.split())}")
    assert "address" not in closing(f"S. L.\n\n{address}\n{dateline}")


def test_where_a_record_was_written_down_is_not_where_people_met() -> None:
    record = (
        "Memorandum of Conversation\n\nPARTICIPANTS: Mr. Rusk, M. Alphand\n\nM. Alphand said that his Government "
        "wished to know the position of the United States.\n\nJ. Smith\n\nParis, 3 May 1961\n"
    )
    said = describe(generic.read(Transcript("case", record)))
    assert said.places == ()
    assert said.date
    assert said.date.earliest == "1961-05-03"
    assert b"<setting>" not in encode(Transcript("case", record), Authority()).xml
    letter = record.replace("Memorandum of Conversation", "Letter from Mr. Smith to M. Alphand")
    assert describe(generic.read(Transcript("case", letter))).places == ("Paris",)


def test_a_letter_quoted_in_a_telegram_closes_for_itself() -> None:
    shown = closing("""
        1. Text of letter follows:

        QUOTE

        I have the honor to refer to our conversation.

        Accept, Excellency, etc.

        (Signed) Patricio Carvajal Prado
        Vice Admiral
        UNQUOTE

        2. Comment: The letter is friendlier than I expected.

        POPPER
        """)
    assert expected("""
        p: QUOTE
        p: I have the honor to refer to our conversation.
        p rend=salute: Accept, Excellency, etc.
        p rend=signed: (Signed) Patricio Carvajal Prado Vice Admiral
        p: UNQUOTE
        p: 2. Comment: The letter is friendlier than I expected.
        closer
          signed: POPPER
        """) in dedent(shown)


@pytest.mark.parametrize("reader", [generic, published])
@pytest.mark.parametrize("end", ["End Text.", "[End translation]", "UNQUOTE"])
def test_whoever_sends_a_quoted_letter_signs_below_the_quotation(reader: ModuleType, end: str) -> None:
    text = f"""Telegram From the Embassy in the Soviet Union to the Department of State

Embassy translation follows of letter from Khrushchev to President.

Dear Mr. President:

I have received your letter of October 25.

Respectfully yours,

N. Khrushchev

October 26, 1962.

{end}

Kohler
"""
    shown = outline(reader.read(Transcript("case", text)))
    assert shown.endswith(f"""  p rend=salute: Respectfully yours,
  p rend=signed: N. Khrushchev
  p rend=dateline: October 26, 1962.
  p: {end}
  closer
    signed: Kohler""")


def test_the_close_of_a_letter_above_a_numbered_paragraph_is_not_that_of_the_document() -> None:
    assert "closer" not in closing("""
        1. He wrote as follows.

        Sincerely yours,

        N. Khrushchev

        2. I have not replied.
        """)


def test_an_enclosure_as_stated_is_no_signature() -> None:
    shown = closing("""
                                  Faithfully yours,

                                  Allen W. Dulles
                                      Director

        Enclosure:
           As stated.
        """)
    assert "signed: Allen W. Dulles Director\npostscript\n  p: Enclosure:\n  p: As stated." in dedent(shown)
