"""How typed letters open: letterhead, how they are sent, the date far beside, the address, the salutation."""

from __future__ import annotations

from textwrap import dedent

import pytest
from outline import outline

from pipeline.describe import describe
from pipeline.model import Transcript
from pipeline.readers import generic
from pipeline.segment import forms
from pipeline.segment.letterheads import is_letterhead, is_mark

BODY = "\n\nI had a talk with the Chancellor. He said that Moscow was nervous about it.\n\nYours ever,\n\nJohn Coles\n"


def opening(text: str) -> str:
    """The outline of a letter with this opening, up to its first paragraph."""
    shown = outline(generic.read(Transcript("case", dedent(text).strip("\n") + BODY)))
    lines = shown.splitlines()[1:-3]
    assert lines.pop().startswith("  p: I had a talk")
    return dedent("\n".join(lines))


def expected(text: str) -> str:
    return dedent(text).strip("\n")


def test_downing_street_with_the_date_far_beside_the_office() -> None:
    assert opening(
        """
        10 DOWNING STREET

        From the Private Secretary                    14 June 1982

        Dear John,
        """
    ) == expected(
        """
        opener: 10 DOWNING STREET
        opener: From the Private Secretary |
          dateline: 14 June 1982
        opener
          salute: Dear John,
        """
    )


def test_an_embassy_in_two_lines_and_how_the_letter_is_sent() -> None:
    assert opening(
        """
        EMBASSY OF THE
        UNITED STATES OF AMERICA

        OFFICIAL–INFORMAL

        Bonn, March 3, 1951

        Dear Jimmy:
        """
    ) == expected(
        """
        opener: EMBASSY OF THE UNITED STATES OF AMERICA
        opener: OFFICIAL–INFORMAL
        opener
          dateline: Bonn, March 3, 1951
        opener
          salute: Dear Jimmy:
        """
    )


@pytest.mark.parametrize(
    "address",
    [
        "The Honorable\nDean Acheson\nSecretary of State\nWashington, D.C.",
        "Dean Acheson, Esq.\nSecretary of State\nWashington, D.C.",
        "Sir Oliver Franks\nBritish Embassy\n3100 Massachusetts Avenue, N.W.\nWashington",
    ],
)
def test_the_lines_above_a_salutation_are_the_address(address: str) -> None:
    read = opening(f"March 3, 1951\n\n{address}\n\nDear Mr. Secretary:")
    lines = "\n".join(f"    addrLine: {line}" for line in address.splitlines())
    assert read == (
        f"opener\n  dateline: March 3, 1951\nopener\n  address\n{lines}\nopener\n  salute: Dear Mr. Secretary:"
    )


def test_a_british_salutation_needs_no_stop() -> None:
    assert opening("BUCKINGHAM PALACE\n\nLONDON SW1\n\n14 June 1982\n\nDear Prime Minister") == expected(
        """
        opener: BUCKINGHAM PALACE
        opener: LONDON SW1
        opener
          dateline: 14 June 1982
        opener
          salute: Dear Prime Minister
        """
    )


def test_a_title_below_a_letterhead_is_the_head() -> None:
    text = (
        "EMBASSY OF INDIA\nMOSCOW\n\nThe Situation in Berlin\n\n3 October 1961\n\nMr. Gromyko was nervous about it.\n"
    )
    assert "  head: The Situation in Berlin" in outline(generic.read(Transcript("case", text))).splitlines()


@pytest.mark.parametrize(
    "lines",
    [
        ["MINISTRY OF FOREIGN AFFAIRS"],
        ["FOREIGN OFFICE, S.W.1."],
        ["BRITISH EMBASSY", "WASHINGTON, D.C."],
        ["The Secretary of State", "Washington"],
        ["MINISTÈRE DES AFFAIRES ÉTRANGÈRES"],
    ],
)
def test_letterheads(lines: list[str]) -> None:
    assert is_letterhead(lines)


@pytest.mark.parametrize(
    "line",
    ["The Situation in Berlin", "DEPARTMENT OF STATE DAILY PRESS BRIEFING", "Meeting at the Foreign Office", "Berlin"],
)
def test_other_lines_are_no_letterheads(line: str) -> None:
    assert not is_letterhead([line])


def test_marks_say_how_a_letter_is_sent() -> None:
    assert all(map(is_mark, ("PRIVATE AND PERSONAL", "By Bag", "Secret and Personal", "Confidential.")))
    assert not any(map(is_mark, ("The Secret War", "Personal Envoy", "")))


@pytest.mark.parametrize(
    "close", ["I remain, Sir, your friend,", "Your sincere friend,", "Yours very sincerely,", "Ever yours sincerely,"]
)
def test_closes_of_friends(close: str) -> None:
    assert forms.is_close(close)


def test_your_friend_in_a_sentence_is_no_close() -> None:
    assert not forms.is_close("Your friend has written to us.")


def test_a_mark_far_beside_place_and_date_is_no_part_of_the_place() -> None:
    assert opening("Confidential                         Berne, 14 March 1956\n\nDear John,") == expected(
        """
        opener: Confidential |
          dateline: Berne, 14 March 1956
        opener
          salute: Dear John,
        """
    )


def test_house_and_date_in_one_paragraph() -> None:
    assert opening("Foreign Office, S.W.1.\n3rd October, 1954\n\nMy dear Ambassador,") == expected(
        """
        opener: Foreign Office, S.W.1. |
          dateline: 3rd October, 1954
        opener
          salute: My dear Ambassador,
        """
    )


MEMORANDUM = "{}\n\nMEMORANDUM FOR THE PRESIDENT\n\nSUBJECT: Cuba\n\nI have reviewed the report of the Joint Chiefs.\n"
LETTER = "{}\n\nDear Mr. President:\n\nI have reviewed the report of the Joint Chiefs.\n\nSincerely,\n\nDean Rusk\n"
RECORD = "Minutes of a Meeting\n\n{}\n\nThe Secretary said that he had reviewed the report of the Joint Chiefs.\n"


@pytest.mark.parametrize("document", [MEMORANDUM, LETTER, RECORD])
@pytest.mark.parametrize(
    ("line", "date", "classification"),
    [
        ("SECRET                         January 4, 1963", "January 4, 1963", "SECRET"),
        ("January 4, 1963                TOP SECRET", "January 4, 1963", "TOP SECRET"),
        ("Washington, January 4, 1963        CONFIDENTIAL", "Washington, January 4, 1963", "CONFIDENTIAL"),
        ("SECRET  PRIORITY               4 January 1963", "4 January 1963", "SECRET"),
    ],
)
def test_the_classification_far_beside_the_date(document: str, line: str, date: str, classification: str) -> None:
    read = generic.read(Transcript("case", document.format(line)))
    assert f"\n    dateline: {date}" in outline(read)
    said = describe(read)
    assert said.date
    assert (said.date.earliest, said.source and said.source.classification) == ("1963-01-04", classification)


@pytest.mark.parametrize(
    "letterhead",
    [
        "THE WHITE HOUSE\nWASHINGTON",
        "The White House\nWashington",
        "DEPARTMENT OF STATE\nTHE EXECUTIVE SECRETARY",
        "CENTRAL INTELLIGENCE AGENCY\nWASHINGTON 25, D.C.\nOFFICE OF THE DIRECTOR",
        "EMBASSY OF THE\nUNITED STATES OF AMERICA\n\nDjakarta",
        "HIGH COMMISSIONER FOR THE UNITED KINGDOM\nCANBERRA",
        "PRIME MINISTER'S OFFICE\nDEPARTMENT OF EXTERNAL AFFAIRS\nCANBERRA",
    ],
)
def test_a_letterhead_is_never_the_title(letterhead: str) -> None:
    prose = "\n\nThe General received me at eleven. He began by saying that the situation had changed since May.\n"
    assert "  head: " not in outline(generic.read(Transcript("case", letterhead + prose)))
    titled = outline(generic.read(Transcript("case", f"{letterhead}\n\nTALKS WITH GENERAL DE GAULLE{prose}")))
    assert "  head: TALKS WITH GENERAL DE GAULLE" in titled.splitlines()


def test_the_title_of_a_paper_attached_stands_below_its_tab() -> None:
    text = (
        "MEMORANDUM FOR THE PRESIDENT\n\nFROM: Henry A. Kissinger\n\nAt Tab A is a memorandum.\n\n"
        "Tab A\n\nMemorandum From Secretary of State Rogers to President Nixon\n\nWashington, May 3, 1970\n\n"
        "I recommend that we proceed with the sale of trucks.\n\nWilliam P. Rogers\n"
    )
    shown = outline(generic.read(Transcript("case", text)))
    assert shown.endswith(
        "    head: Tab A\n"
        "    head: Memorandum From Secretary of State Rogers to President Nixon\n"
        "    opener\n      dateline: Washington, May 3, 1970\n"
        "    p: I recommend that we proceed with the sale of trucks.\n"
        "    closer\n      signed: William P. Rogers"
    )


@pytest.mark.parametrize("line", ["A-412                  CONFIDENTIAL", "CONFIDENTIAL                  A-412"])
def test_the_number_of_an_airgram_and_its_classification_beside_it(line: str) -> None:
    text = (
        f"AIRGRAM\n\n{line}\n\nTO: Department of State\nFROM: Amembassy DJAKARTA\nDATE: March 12, 1963\n\n"
        "Foreign Minister Subandrio told the Ambassador that Indonesia opposed Malaysia.\n"
    )
    read = generic.read(Transcript("case", text))
    assert {"  opener: A-412", "  fw type=classification: CONFIDENTIAL"} < set(outline(read).splitlines())
    said = describe(read)
    assert (said.number, said.source and said.source.classification) == ("A-412", "CONFIDENTIAL")
