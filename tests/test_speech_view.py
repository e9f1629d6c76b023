"""The reading view: turns of an encoded document, for the terminal, as CSV and as JSON."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from pipeline.speech_view import Turn, as_csv, as_json, as_text, turns

TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><profileDesc><particDesc><listPerson>
<person xml:id="rusk"><persName><surname>Rusk</surname>, <forename>Dean</forename></persName></person>
<person xml:id="gromyko"><persName>A. A. Gromyko</persName></person>
</listPerson></particDesc></profileDesc></teiHeader><text><body><div>
<p>The Secretary said <said xml:id="s1" who="#rusk" toWhom="#gromyko" direct="false" next="#s2">it was
late.<note>He was right.</note></said></p>
<pb n="7"/><p><said xml:id="s2" who="#rusk" direct="false" prev="#s1">The hall was dark.</said></p>
<sp who="#gromyko" cert="medium"><speaker>Gromyko:</speaker><p>So it is. <stage>[Laughter]</stage></p><p>Yes.</p></sp>
<p>Somebody said <said direct="false" cert="low">it was not.</said></p>
</div></body></text></TEI>"""


@pytest.fixture
def found(tmp_path: Path) -> list[Turn]:
    path = tmp_path / "memo.xml"
    path.write_text(TEI, encoding="utf-8")
    return turns(path)


def test_turns(found: list[Turn]) -> None:
    assert [(turn.number, turn.label, turn.person, turn.mode, turn.words, turn.page) for turn in found] == [
        (1, "", "Rusk, Dean", "reported", "it was late. The hall was dark.", ""),
        (2, "Gromyko:", "A. A. Gromyko", "direct", "So it is. Yes.", "7"),
        (3, "", "", "reported", "it was not.", "7"),
    ]
    assert [turn.addressee for turn in found] == ["A. A. Gromyko", "", ""]
    assert [turn.certainty for turn in found] == ["high", "medium", "low"]


def test_text_shows_speakers_certainty_and_pages(found: list[Turn]) -> None:
    lines = as_text(found, 70).splitlines()
    assert lines[0] == "            Rusk, Dean  it was late. The hall was dark."
    assert lines[1] == "                        [7]"
    assert lines[2] == "        A. A. Gromyko?  “So it is. Yes.”"
    assert lines[3] == "             unknown??  it was not."


def test_csv_and_json_hold_the_same(found: list[Turn]) -> None:
    rows = list(csv.DictReader(io.StringIO(as_csv(found))))
    assert [row["person"] for row in rows] == [turn["person"] for turn in json.loads(as_json(found))]
    assert list(rows[0])[:5] == ["document", "number", "label", "person", "addressee"]
