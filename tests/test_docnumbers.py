"""Documents of the printed series as they come from the page: number, reference of the file, title; one or several."""

from __future__ import annotations

from textwrap import dedent

import pytest
from outline import outline

from pipeline.describe import describe
from pipeline.model import Authority, Transcript
from pipeline.readers import generic
from pipeline.segment.docnumbers import numbered


def reading(text: str) -> str:
    return outline(generic.read(Transcript("case", dedent(text).lstrip("\n"))))


def expected(text: str) -> str:
    return dedent(text).strip("\n")


@pytest.mark.parametrize(
    ("line", "number", "reference"),
    [
        ("204", "204", ""),
        ("412.", "412", ""),
        ("No. 87", "87", ""),
        ("No. 156  NAI DFA Secretary's Files P3", "156", "NAI DFA Secretary's Files P3"),
        ("No. 19 – FO 371/118868", "19", "FO 371/118868"),
        ("412. DEA/50055-B-40", "412", "DEA/50055-B-40"),
    ],
)
def test_a_number_may_have_the_reference_of_the_file_beside_it(line: str, number: str, reference: str) -> None:
    found = numbered(line)
    assert found
    assert (found.number, line[found.reference :] if found.reference else "") == (number, reference)


@pytest.mark.parametrize(
    "line",
    [
        "1. Adoption of the agenda.",
        "12 May 1944",
        "No. 12 of 3 May 1944 was received.",
        "204 DEA/5",
        "2. The EEC and its members",
        "Volume #19 - 412.",
    ],
)
def test_other_lines_with_a_number_are_none(line: str) -> None:
    assert numbered(line) is None


def test_a_bare_number_above_an_exchange_and_the_telegram_s_own_number_below_the_dateline() -> None:
    text = """
        DOCUMENTS ON NEW ZEALAND EXTERNAL RELATIONS

        204

        The Secretary of State for Dominion Affairs to the Prime Minister

        London, 24 May 1940

        Telegram No. 137

        Your telegram of 22 May. I should be grateful for an early reply about the second convoy.
        """
    assert reading(text) == expected(
        """
        div type=document n=204
          head type=above: DOCUMENTS ON NEW ZEALAND EXTERNAL RELATIONS
          head type=number: 204
          head: The Secretary of State for Dominion Affairs to the Prime Min…
          opener
            dateline: London, 24 May 1940
          opener: Telegram No. 137
          p: Your telegram of 22 May. I should be grateful for an early r…
        """
    )
    facts = describe(generic.read(Transcript("case", dedent(text))), None, Authority())
    assert (facts.type, facts.number) == ("telegram", "204")
    assert [one.text for one in facts.correspondents] == [
        "The Secretary of State for Dominion Affairs",
        "the Prime Minister",
    ]


def test_every_number_with_a_title_below_begins_a_document_of_its_own() -> None:
    assert reading(
        """
        412.
        DEA/50055-B-40

        Memorandum from Under-Secretary of State for External Affairs to Secretary of State

        Ottawa, May 14, 1953

        Mr. Ronning called on me this morning. He had seen the Chinese Ambassador at Berne.

        2. I told him that we could not move ahead of our friends.

        413.
        DEA/50055-B-40

        Secretary of State for External Affairs to High Commissioner in India

        Ottawa, May 16, 1953

        Please tell Mr. Nehru that I am grateful for his message.
        """
    ) == expected(
        """
        div type=collection
          div type=document n=412
            head type=number: 412.
            head type=fileNumber: DEA/50055-B-40
            head: Memorandum from Under-Secretary of State for External Affair…
            opener
              dateline: Ottawa, May 14, 1953
            p: Mr. Ronning called on me this morning. He had seen the Chine…
            p: 2. I told him that we could not move ahead of our friends.
          div type=document n=413
            head type=number: 413.
            head type=fileNumber: DEA/50055-B-40
            head: Secretary of State for External Affairs to High Commissioner…
            opener
              dateline: Ottawa, May 16, 1953
            p: Please tell Mr. Nehru that I am grateful for his message.
        """
    )


def test_the_series_may_stand_above_number_and_reference_and_an_exchange_right_below() -> None:
    assert (
        reading(
            """
        Documents on Irish Foreign Policy
        Volume VI
        No. 156  NAI DFA Secretary's Files P3

        Memorandum by Joseph Walshe of a conversation with Sir John Maffey

        DUBLIN, 16 May 1940

        Sir John Maffey came to see me at 4 p.m. today. He had just come back from London.

        No. 157  NAI DFA Paris Embassy 19/34
        The Minister for External Affairs to Mr. Murphy
        Paris, 17 May 1940

        Please remain with the Government if it moves from Paris, and let us know at once.
        """
        ).splitlines()[:8]
        == expected(
            """
        div type=collection
          div type=document n=156
            head type=above: Documents on Irish Foreign Policy
            head type=above: Volume VI
            head type=number: No. 156
            head type=fileNumber: NAI DFA Secretary's Files P3
            head: Memorandum by Joseph Walshe of a conversation with Sir John …
            opener
        """
        ).splitlines()
    )


def test_the_points_of_an_agenda_are_no_documents() -> None:
    text = """
        MINUTES OF THE COMMITTEE

        1.

        Report of the Secretary

        The Secretary said that the lake had been calm, and that the boats had come in before dark.

        2.

        Minutes of the last meeting

        The Committee approved them without a word, and went on to the matter of the harbour.
        """
    assert "div type=collection" not in reading(text)


def test_pages_with_their_running_head_are_no_documents() -> None:
    text = """
        MINUTES OF THE COMMITTEE

        2

        Report of the Committee

        The Committee met in the morning and heard the delegate of Peru on the matter of the lake.

        3

        Report of the Committee

        The Committee rose at noon, after it had heard the delegate of Bolivia on the same matter.
        """
    assert "div type=collection" not in reading(text)
