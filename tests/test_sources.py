"""Source notes: where a document is kept, how secret it was, through whose hands it went, where people met."""

from __future__ import annotations

import pytest

from pipeline.grammar.sources import Part, SourceParts, parse_source_note

CASH = (
    "Source: Department of State, Central Files, 611.41/11-962. Secret. Drafted by Frank Cash (EUR) and approved in "
    "S on "
    "November 14. The meeting was held in the Secretaryʼs office."
)
READ = (
    "Source: National Archives and Records Administration, RG 59, A/IM Files: Lot 93 D 82, HARVAN-(Outgoing)-October "
    "1968. Secret; Immediate; Nodis/Harvan/Double Plus. Drafted by Read; cleared by Rostow, Bundy, Katzenbach, and "
    "Read; "
    "and approved by Rusk."
)


def words(part: Part | None) -> str:
    return part.text if part else ""


def taken_apart(note: str) -> SourceParts:
    parts = parse_source_note(note)
    assert parts is not None
    for part in (parts.locator, parts.repository, parts.idno, parts.classification, *parts.collection, *parts.handling):
        assert part is None or note[part.start : part.end] == part.text
    return parts


@pytest.mark.parametrize(
    ("note", "repository", "collection", "shelfmark"),
    [
        (CASH, "Department of State", ["Central Files"], "611.41/11-962"),
        (READ, "National Archives and Records Administration", ["RG 59", "A/IM Files"],
         "Lot 93 D 82, HARVAN-(Outgoing)-October 1968"),
        ("Source: Kennedy Library, National Security Files, Countries Series, USSR, Dobrynin Talks. Confidential.",
         "Kennedy Library", ["National Security Files", "Countries Series", "USSR", "Dobrynin Talks"], ""),
        ("Source: National Archives, RG 63, Entry 1, General Correspondence of George Creel, Box 25, Whitehouse, Vira.",
         "National Archives", ["RG 63", "Entry 1", "General Correspondence of George Creel"],
          "Box 25, Whitehouse, Vira"),
        ("Source: Library of Congress, Kissinger Papers, Box CL 280, Presidential File, Sep.–Dec. 1973. Secret.",
         "Library of Congress", ["Kissinger Papers"], "Box CL 280, Presidential File, Sep.–Dec. 1973"),
        ("Source: Johnson Library, Memorandum of Meetings with the President, Vol. I. Secret. Drafted on May 18.",
         "Johnson Library", ["Memorandum of Meetings with the President", "Vol. I"], ""),
        ("Source: Department of State, S/S–NEA Files: Lot 61 D 417, Alpha Volume 16, Top Secret; Alpha.",
         "Department of State", ["S/S–NEA Files"], "Lot 61 D 417, Alpha Volume 16"),
        ("[NAA: A1838, TS696/17/1 part 4]", "NAA", ["A1838"], "TS696/17/1 part 4"),
        ("_[AA : A4311/1, BOX 453]_", "AA", ["A4311/1"], "BOX 453"),
    ],
)  # fmt: skip
def test_where_it_is_kept(note: str, repository: str, collection: list[str], shelfmark: str) -> None:
    parts = taken_apart(note)
    assert words(parts.repository) == repository
    assert [level.text for level in parts.collection] == collection
    assert words(parts.idno) == shelfmark


@pytest.mark.parametrize(
    ("note", "classification", "handling"),
    [
        (CASH, "Secret", []),
        (READ, "Secret", ["Immediate", "Nodis/Harvan/Double Plus"]),
        ("Source: Eisenhower Library, Whitman File. Top Secret; Eyes Only.", "Top Secret", ["Eyes Only"]),
        ("Source: National Archives, RG 59, Box 733. No classification marking. Blue. No Distribution.",
         "No classification marking", ["Blue", "No Distribution"]),
        ("Source: Department of State, Central Files, POL US–USSR.", "", []),
    ],
)  # fmt: skip
def test_how_secret_it_was(note: str, classification: str, handling: list[str]) -> None:
    parts = taken_apart(note)
    assert (words(parts.classification), [word.text for word in parts.handling]) == (classification, handling)


@pytest.mark.parametrize(
    ("note", "deeds"),
    [
        (CASH, [("drafted", "Frank Cash (EUR)", ""), ("approved", "S", "November 14")]),
        (READ, [("drafted", "Read", ""), ("cleared", "Rostow, Bundy, Katzenbach, and Read", ""), ("approved",
         "Rusk", "")]),
        ("Source: Ball Papers. Drafted by Guthrie, cleared in draft by Thompson, and approved by the White House on "
         "January 14.",
         [("drafted", "Guthrie", ""), ("cleared", "Thompson", ""), ("approved", "the White House", "January 14")]),
        ("Source: Kennedy Library. Received at 1:27 p.m. Repeated to Amman and Cairo.",
         [("received", "", "1:27 p.m."), ("repeated", "Amman and Cairo", "")]),
        # What is told of another paper is not said of this one.
        ("Source: Kennedy Library. Secret. A copy was approved by Herter on April 20.", []),
    ],
)  # fmt: skip
def test_through_whose_hands_it_went(note: str, deeds: list[tuple[str, str, str]]) -> None:
    assert [(e.kind, words(e.who), words(e.when)) for e in taken_apart(note).events] == deeds


@pytest.mark.parametrize(
    ("sentence", "place", "begin", "end"),
    [
        ("The meeting was held at the White House and lasted until 6:02 p.m.", "the White House", "", "18:02"),
        ("The meeting, which was held in the Family Dining Room of the White House, lasted from 1:05 to 2:30 p.m.",
         "the Family Dining Room of the White House", "13:05", "14:30"),
        ("According to the President’s Daily Diary, the meeting took place in the Cabinet Room from 8:38 until "
         "10:11 a.m.",
         "the Cabinet Room", "08:38", "10:11"),
        ("The conversation was held from 11 to 1 p.m.", "", "11:00", "13:00"),
        ("The meeting took place in St. Catherine’s Hall.", "St. Catherine’s Hall", "", ""),
        ("The meeting was held at the U.S. Mission. A summary was sent.", "the U.S. Mission", "", ""),
    ],
)  # fmt: skip
def test_where_and_when_people_met(sentence: str, place: str, begin: str, end: str) -> None:
    meeting = taken_apart(f"Source: Department of State, Central Files. Secret. {sentence}").meeting
    assert (words(meeting.place), meeting.begin, meeting.end) == (place, begin, end)


def test_a_book_is_no_archive() -> None:
    parts = taken_apart("Source: Papers of Woodrow Wilson, vol. 46, pp. 200–203. The original is dated.")
    assert parts.published
    assert parts.repository is None


def test_another_note_is_no_source_note() -> None:
    assert parse_source_note("See Document 246.") is None
