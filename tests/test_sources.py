"""Source notes: where a document is kept, how secret it was, through whose hands it went, where people met."""

from __future__ import annotations

import pytest

from pipeline.grammar.parts import Part
from pipeline.grammar.sources import SourceParts, parse_source_note

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
        # The last word of a file number may be one capital.
        ("Source: National Archives, RG 59, Central Files 1967–69, POL 27 VIET S. Secret; Nodis. Drafted by Read.",
         "National Archives", ["RG 59", "Central Files 1967–69"], "POL 27 VIET S"),
        ("Source: Department of State, Central Files, ORG 7 S. Drafted by Ball.",
         "Department of State", ["Central Files"], "ORG 7 S"),
        # Decimal files with a letter, a dash or a bracket in them; files of few words.
        ("Source: Department of State, Central Files, 396.1–GE/5–1959. Secret.",
         "Department of State", ["Central Files"], "396.1–GE/5–1959"),
        ("Source: Department of State, Central Files, 740.00119 Control (Germany)/7–1045.",
         "Department of State", ["Central Files"], "740.00119 Control (Germany)/7–1045"),
        ("Source: National Archives, Central Files, E 1 EGYPT.", "National Archives", ["Central Files"], "E 1 EGYPT"),
        ("Source: National Archives, RG 59, Central Files 1970–73, INCO OIL. Secret.",
         "National Archives", ["RG 59", "Central Files 1970–73"], "INCO OIL"),
        ("Source: National Archives, RG 59.", "National Archives", ["RG 59"], ""),
        # Tapes: the day and the hour belong to the conversation.
        ("Source: National Archives, Nixon Presidential Materials, White House Tapes, Oval Office, Conversation "
         "No. 534–2(3). No classification marking.",
         "National Archives", ["Nixon Presidential Materials", "White House Tapes", "Oval Office"],
         "Conversation No. 534–2(3)"),
        ("Source: Johnson Library, Recording of Telephone Conversation Between Johnson and Rusk, June 5, 1967, "
         "8:57 a.m., Tape F67.12, PNO 3.",
         "Johnson Library", ["Recording of Telephone Conversation Between Johnson and Rusk, June 5, 1967, 8:57 a.m."],
         "Tape F67.12, PNO 3"),
        ("Source: Reagan Library, Matlock Files, Box 21a, 1984 Sept. 26 Mtg. Sec. Shultz with Gromyko. Secret.",
         "Reagan Library", ["Matlock Files"], "Box 21a, 1984 Sept. 26 Mtg. Sec. Shultz with Gromyko"),
        # Other countries.
        ("Source: The National Archives, FO 371/163161, RG 1101/12. Secret.",
         "The National Archives", [], "FO 371/163161, RG 1101/12"),
        ("Source: TNA, PREM 11/4052.", "TNA", [], "PREM 11/4052"),
        ("Source: Public Record Office, CAB 128/36, C.C. 55(62).", "Public Record Office", [],
         "CAB 128/36, C.C. 55(62)"),
        ("Source: FO 371/163161, RG 1101/12.", "", ["FO 371"], "FO 371/163161, RG 1101/12"),
        ("Source: DEA/50030-AG-1-40.", "", ["DEA"], "DEA/50030-AG-1-40"),
        ("Source: LAC, RG 25, vol. 5366, file 50030-AG-1-40.", "LAC", ["RG 25"], "vol. 5366, file 50030-AG-1-40"),
        ("Source: AMAE, Europe 1944–1960, URSS, vol. 1931.", "AMAE", ["Europe 1944–1960", "URSS"], "vol. 1931"),
        ("Source: PAAA, B 130, Bd. 8508A. Secret.", "PAAA", ["B 130"], "Bd. 8508A"),
        ("Source: Archives Nationales, 5 AG 1/201.", "Archives Nationales", [], "5 AG 1/201"),
        ("Source: RGANI, f. 3, op. 16, d. 947, ll. 15–17.", "RGANI", [], "f. 3, op. 16, d. 947, ll. 15–17"),
        ("Source: AVP RF, fond 0129, opis 46, papka 341, delo 9.", "AVP RF", [],
         "fond 0129, opis 46, papka 341, delo 9"),
        ("Source: ASMAE, Affari Politici, 1946–1950, b. 23, fasc. 4.", "ASMAE", ["Affari Politici", "1946–1950"],
         "b. 23, fasc. 4"),
        ("Source: Arquivo Histórico do Itamaraty, Telegramas Recebidos, caixa 12.",
         "Arquivo Histórico do Itamaraty", ["Telegramas Recebidos"], "caixa 12"),
        ("Source: NL-HaNA, 2.05.117, inv.nr. 10234. Geheim.", "NL-HaNA", ["2.05.117"], "inv.nr. 10234"),
        ("Source: Nehru Memorial Museum and Library, Haksar Papers, Subject File 220.",
         "Nehru Memorial Museum and Library", ["Haksar Papers"], "Subject File 220"),
        ("Source: Chinese Foreign Ministry Archives, 109-03039-01.", "Chinese Foreign Ministry Archives", [],
         "109-03039-01"),
        ("Source: Kennedy Library, NSF, Cuba, General, 11/11/62-11/15/62.", "Kennedy Library",
         ["NSF", "Cuba", "General", "11/11/62-11/15/62"], ""),
        # The place named before is not known here.
        ("Source: Ibid., POL US–USSR. Secret.", "", [], "POL US–USSR"),
        ("Source: Ibid. Secret.", "", [], ""),
        ("Source: Same as Document 12. Secret.", "", [], ""),
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
        ("Source: PAAA, B 130, Bd. 8508A. Streng geheim.", "Streng geheim", []),
        ("Source: AMAE, Europe, vol. 1931. Très secret; Réservé.", "Très secret", ["Réservé"]),
        ("Source: AAN, KC PZPR, sygn. 237. Ściśle tajne.", "Ściśle tajne", []),
        (READ, "Secret", ["Immediate", "Nodis/Harvan/Double Plus"]),
        ("Source: Eisenhower Library, Whitman File. Top Secret; Eyes Only.", "Top Secret", ["Eyes Only"]),
        ("Source: National Archives, RG 59, Box 733. No classification marking. Blue. No Distribution.",
         "No classification marking", ["Blue", "No Distribution"]),
        ("Source: Department of State, Central Files, POL US–USSR.", "", []),
        ("Source: Reagan Library, Matlock Files, Box 5. Secret/Sensitive.", "Secret", ["Sensitive"]),
        ("Source: Department of State, Central Files, POL 15–1 VIET S. Top Secret; Exdis.", "Top Secret", ["Exdis"]),
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
        ("Source: Ball Papers. Drafted on May 3 by Atherton (NEA).", [("drafted", "Atherton (NEA)", "May 3")]),
        ("Source: Ball Papers. Drafted by Krimer and Dubs on May 3 and 4.",
         [("drafted", "Krimer and Dubs", "May 3 and 4")]),
        ("Source: Ball Papers. Drafted by Krimer; approved in U on May 20, in S on May 22, and in the White House on "
         "May 25.",
         [("drafted", "Krimer", ""), ("approved", "U", "May 20"), ("approved", "S", "May 22"),
          ("approved", "the White House", "May 25")]),
        ("Source: Ball Papers. Prepared by Gleason. Concurred in by Laird.",
         [("drafted", "Gleason", ""), ("cleared", "Laird", "")]),
        ("Source: Ball Papers. Cleared by Davies (NEA); Sisco (IO); and Kohler (S).",
         [("cleared", "Davies (NEA); Sisco (IO); and Kohler (S)", "")]),
        # What happened to it afterwards is not the work of the drafter.
        ("Source: Ball Papers. Drafted by Bohlen, who sent it to the Secretary on May 6.", [("drafted", "Bohlen", "")]),
        ("Source: Ball Papers. Drafted by Wright; circulated by Kissinger to Rogers on May 6.",
         [("drafted", "Wright", "")]),
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
        ("The meeting was held from 4:10 to 5 p.m. at the Waldorf Towers.", "the Waldorf Towers", "16:10", "17:00"),
        ("The conversation was held at 4 p.m. in the Secretary’s Office.", "the Secretary’s Office", "", ""),
        ("The meeting began at 10 a.m. in the Cabinet Room.", "the Cabinet Room", "10:00", ""),
        ("The meeting was held on the evening of May 3 aboard the Sequoia.", "the Sequoia", "", ""),
        ("The talk took place at a luncheon given by Dobrynin at the Soviet Embassy.", "the Soviet Embassy", "", ""),
        ("The talk took place at a luncheon given by Dobrynin.", "", "", ""),
        ("The meeting was held in executive session.", "", "", ""),
    ],
)  # fmt: skip
def test_where_and_when_people_met(sentence: str, place: str, begin: str, end: str) -> None:
    meeting = taken_apart(f"Source: Department of State, Central Files. Secret. {sentence}").meeting
    assert (words(meeting.place), meeting.begin, meeting.end) == (place, begin, end)


def test_a_note_may_name_several_copies() -> None:
    parts = taken_apart(
        "Source: Department of State, Conference Files: Lot 64 D 560, CF 2186; also National Archives, RG 59, Central "
        "Files, 611.61/5–459; Eisenhower Library, Whitman File. Secret."
    )
    assert [(words(copy.repository), words(copy.idno)) for copy in (parts, *parts.copies)] == [
        ("Department of State", "Lot 64 D 560, CF 2186"),
        ("National Archives", "611.61/5–459"),
        ("Eisenhower Library", ""),
    ]
    assert words(parts.classification) == "Secret"


@pytest.mark.parametrize(
    "note",
    [
        "Source: Papers of Woodrow Wilson, vol. 46, pp. 200–203. The original is dated.",
        "Source: Department of State Bulletin, January 7, 1963, pp. 3–5.",
        "Source: DDRS, 1986, no. 002345. Secret.",
    ],
)
def test_a_book_is_no_archive(note: str) -> None:
    parts = taken_apart(note)
    assert parts.published
    assert parts.repository is None


def test_another_note_is_no_source_note() -> None:
    assert parse_source_note("See Document 246.") is None
