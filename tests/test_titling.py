"""Which line of a plain text is its title, where notices, series and forms stand around it."""

from __future__ import annotations

from textwrap import dedent

import pytest
from outline import outline

from pipeline.model import Transcript
from pipeline.readers import generic
from pipeline.segment import forms


def reading(text: str) -> str:
    return outline(generic.read(Transcript("case", dedent(text).lstrip("\n"))))


def head(text: str) -> str:
    """The words of the head."""
    return next((line.strip()[6:] for line in reading(text).splitlines() if line.startswith("  head: ")), "")


def test_the_notice_above_the_conclusions_of_the_cabinet_is_no_text_and_all_who_were_present_are_listed() -> None:
    assert reading(
        """
        The circulation of this paper has been strictly limited. It is issued for the personal use of ......

        CONCLUSIONS of a Meeting of the Cabinet held at 10 Downing Street on Friday, 27th July, 1956, at 11.10 a.m.

        Present:
        The Right Hon. SIR JOHN ROE, M.P., Prime Minister.
        The Right Hon. RICHARD DOE, M.P., Chancellor of the Exchequer.

        The following were also present:
        The Right Hon. the EARL OF LUNE, Paymaster-General.

        Secretariat:
        Mr. A. JOHNSTON.

        1. The Cabinet considered the situation created by the decision to close the canal.
        """
    ) == dedent(
        """
        div type=document
          fw type=form: The circulation of this paper has been strictly limited. It …
          head: CONCLUSIONS of a Meeting of the Cabinet held at 10 Downing S…
          list type=coversheet
            label: Present:
            item
              list type=participants
                item: The Right Hon. SIR JOHN ROE, M.P., Prime Minister.
                item: The Right Hon. RICHARD DOE, M.P., Chancellor of the Excheque…
            label: The following were also present:
            item
              list type=participants
                item: The Right Hon. the EARL OF LUNE, Paymaster-General.
            label: Secretariat:
            item
              list type=participants
                item: Mr. A. JOHNSTON.
          p: 1. The Cabinet considered the situation created by the decis…
        """
    ).strip("\n")


def test_what_a_hearing_is_about_stands_above_the_word_hearing() -> None:
    text = """
        [Senate Hearing 108-12]

        S. Hrg. 108-12

                     THE FUTURE OF THE LAKE

                                HEARING
                               before the

                     COMMITTEE ON FOREIGN RELATIONS
                          UNITED STATES SENATE

                           FEBRUARY 11, 2003

        The Chairman. This hearing of the Committee is called to order.
        """
    assert head(text) == "THE FUTURE OF THE LAKE"


def test_who_was_interviewed_stands_above_who_asked() -> None:
    text = """
        The Association for Diplomatic Studies and Training
        Foreign Affairs Oral History Project

        AMBASSADOR JOHN F. ROE, JR.

        Interviewed by: Jane Doe
        Initial interview date: May 11, 1999

        Q: Let us start at the beginning. Where were you born?
        """
    assert head(text) == "AMBASSADOR JOHN F. ROE, JR."


@pytest.mark.parametrize(
    "title",
    [
        "VERBATIM RECORD",
        "Stenographic Minutes of the Conversation between Comrade Roe and Comrade Doe",
        "SUMMARY RECORD",
    ],
)
def test_titles_of_records(title: str) -> None:
    assert forms.is_title(title)


def test_a_title_that_ends_with_its_date_is_no_dateline() -> None:
    title = "Record of the Under Secretary’s Meeting, Department of State, April 15, 1949, 9:30 a. m."
    assert head(f"{title}\n\nMr. Webb opened the meeting.\n") == f"{title[:60]}…"
    assert head(f"Staff Files, Lot 64 D 563\n\n{title}\n\nMr. Webb opened the meeting.\n") == f"{title[:60]}…"


def test_the_number_of_a_letter_above_who_writes_to_whom() -> None:
    text = "Log 194\n\nThe Ambassador in Poland (Biddle) to President Roosevelt\n\nMy dear Mr. President: He came.\n"
    assert head(text) == "The Ambassador in Poland (Biddle) to President Roosevelt"


def test_the_date_and_number_of_a_paper_above_its_title_are_no_stamp() -> None:
    shown = reading(
        """
        NATO SECRET
        EXEMPLAIRE No. 180
        18th December, 1956                                       SUMMARY RECORD
        C-R(56)70

        Summary record of a meeting of the Council held on Tuesday, 11th December, 1956 at 10.15 a.m.

        Mr. Martino said that it was late.
        """
    )
    assert "head type=above: 18th December, 1956" in shown
    assert "head type=number: C-R(56)70" in shown
