"""A hand-made TEI file becomes a raw transcript with gold marks, and the program is measured against it."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from pipeline.evaluate import Evaluation, Mark, evaluate, flatten, table
from pipeline.model import Authority, Person, PersonName, Transcript

HAND_MADE = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><div n="5">
<head>5. Memorandum of Conversation<note n="1">Source: Files. Secret.</note></head>
<opener><dateline><placeName>Geneva</placeName>, <date when="1962-03-11">March 11, 1962</date></dateline></opener>
<list><head>PARTICIPANTS</head><item>Mr. <persName ref="#k">Kohler</persName></item></list>
<p>Mr. <persName ref="#k">Kohler</persName> agreed.<note n="2">See <hi>below</hi>.</note> It is <pb n="12"/> done.</p>
</div></body></text></TEI>"""

FLAT = """5. Memorandum of Conversation1

Geneva, March 11, 1962

PARTICIPANTS

  • Mr. Kohler

Mr. Kohler agreed.2 It is [Page 12] done.

  1. Source: Files. Secret.
  2. See below.
"""


def test_the_transcript_looks_like_those_that_users_have() -> None:
    flat = flatten(etree.fromstring(HAND_MADE))
    assert [line for line in flat.text.splitlines() if line] == [line for line in FLAT.splitlines() if line]


def test_the_marks_know_their_places() -> None:
    flat = flatten(etree.fromstring(HAND_MADE))
    marked = [(m.kind, flat.text[m.start : m.end], m.value) for m in flat.marks]
    assert marked == [
        ("note", "", "Source: Files. Secret."),
        ("head", "5. Memorandum of Conversation1", ""),
        ("placeName", "Geneva", ""),
        ("date", "March 11, 1962", "1962-03-11"),
        ("head", "PARTICIPANTS", ""),
        ("persName", "Kohler", "k"),
        ("persName", "Kohler", "k"),
        ("note", "", "See below."),
        ("pb", "[Page 12]", "12"),
    ]


def test_a_hand_made_file_is_encoded_and_compared(tmp_path: Path) -> None:
    path = tmp_path / "five.xml"
    path.write_text(HAND_MADE, encoding="utf-8")
    kohler = Person("kohler-foy", (PersonName("Foy D. Kohler", "Kohler", "Foy D."),))
    evaluation, findings = evaluate([path], Authority((kohler,)))
    assert findings == []
    assert evaluation.proved == evaluation.documents == 1
    for kind in ("pb", "note", "date", "placeName", "persName"):
        tally = evaluation.tallies[kind]
        assert (tally.recall, tally.value) == (1.0, 1.0 if kind != "placeName" else None), kind
    assert "persName" in table(evaluation)


def test_what_is_no_xml_is_a_finding(tmp_path: Path) -> None:
    path = tmp_path / "broken.xml"
    path.write_text("<TEI><p>", encoding="utf-8")
    evaluation, findings = evaluate([path], Authority())
    assert evaluation.documents == 0
    assert [f.severity for f in findings] == ["error"]


def test_a_wrong_value_is_told_with_its_rule() -> None:
    flat = flatten(etree.fromstring(HAND_MADE))
    date = next(m for m in flat.marks if m.kind == "date")
    evaluation = Evaluation()
    evaluation.add(
        flat, [Mark("date", date.start, date.end, "1962-11-03", "dates/numbers")], Transcript("five", flat.text)
    )
    assert evaluation.rules["dates/numbers"]["wrong value"] == 1
    assert evaluation.tallies["date"].value == 0.0
    assert "dates/numbers" in table(evaluation)
