"""A hand-made TEI file becomes a raw transcript with gold marks, and the program is measured against it."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from pipeline.evaluate import Evaluation, Mark, as_json, evaluate, flatten, table
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
        ("head", "5. Memorandum of Conversation1", ""),
        ("placeName", "Geneva", ""),
        ("date", "March 11, 1962", "1962-03-11"),
        ("dateline", "Geneva, March 11, 1962", ""),
        ("head", "PARTICIPANTS", ""),
        ("persName", "Kohler", "k"),
        ("item", "• Mr. Kohler", ""),
        ("persName", "Kohler", "k"),
        ("pb", "[Page 12]", "12"),
        ("p", "Mr. Kohler agreed.2 It is [Page 12] done.", ""),
        ("note", "", "Source: Files. Secret."),
        ("note", "", "See below."),
    ]
    assert [flat.zone(m.start) for m in flat.marks if m.kind == "persName"] == ["list", "body"]


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
    evaluation.finish()
    assert evaluation.rules["dates/numbers"]["wrong value"] == 1
    assert evaluation.tallies["date"].value == 0.0
    assert "“March 11, 1962”" in table(evaluation)
    assert "editor 1962-03-11, ours 1962-11-03" in table(evaluation)


BODY = "<p>Mr. <persName>Kohler</persName> agreed{anchor} to it.</p>"
VARIANTS = {
    "in the text": BODY.format(anchor='<note n="1">See below.</note>'),
    "in back matter, with ref": BODY.format(anchor='<ref target="#n1">1</ref>')
    + '<back><div type="notes"><head>Notes</head><note xml:id="n1">See below.</note></div></back>',
    "in back matter, with ptr": BODY.format(anchor='<ptr target="#n1"/>')
    + '<back><note xml:id="n1" n="1">See below.</note></back>',
    "with a target of their own": BODY.format(anchor='<anchor xml:id="a1"/>')
    + '<back><note target="#a1">See below.</note></back>',
    "with a printed mark": BODY.format(anchor='<note n="1"><label>1</label>See below.</note>'),
}


@pytest.mark.parametrize("where", VARIANTS)
@pytest.mark.parametrize("namespace", ['xmlns="http://www.tei-c.org/ns/1.0"', ""], ids=["namespace", "none"])
def test_wherever_the_notes_stand(where: str, namespace: str) -> None:
    root = etree.fromstring(f"<TEI {namespace}><text><body>{VARIANTS[where]}</body></text></TEI>")
    assert flatten(root).text == "Mr. Kohler agreed1 to it.\n\n  1. See below.\n"


def test_notes_in_stand_off() -> None:
    body = BODY.format(anchor='<ptr target="#n1"/>')
    apart = '<standOff><note xml:id="n1">See <persName ref="#k">Kohler</persName>.</note></standOff>'
    root = etree.fromstring(f"<TEI>{apart}<text><body>{body}</body></text></TEI>")
    flat = flatten(root)
    assert flat.text == "Mr. Kohler agreed1 to it.\n\n  1. See Kohler.\n"
    assert [flat.zone(m.start) for m in flat.marks if m.kind == "persName"] == ["body", "note"]


def test_a_reference_to_a_note_is_no_second_note() -> None:
    root = etree.fromstring(
        "<TEI><text><body><p>Yes.<note xml:id='n1'>See below.</note> See <ref target='#n1'>note 1</ref>.</p>"
        "</body></text></TEI>"
    )
    assert flatten(root).text == "Yes.1 See note 1.\n\n  1. See below.\n"


def test_speakers_tables_and_numbered_lists() -> None:
    root = etree.fromstring(
        "<body><sp><speaker>K:</speaker><p>Hello.</p></sp><table><row><cell>Men</cell><cell>5</cell></row>"
        "<row><cell>Tanks</cell><cell>7</cell></row></table><list><label>1.</label><item><p>One.</p></item></list></body>"
    )
    assert flatten(root).text == "K: Hello.\n\nMen 5\nTanks 7\n\n1.\n\nOne.\n\n"


def test_a_corpus_has_several_documents(tmp_path: Path) -> None:
    path = tmp_path / "corpus.xml"
    path.write_text(f"<teiCorpus>{HAND_MADE}{HAND_MADE}</teiCorpus>", encoding="utf-8")
    evaluation, _ = evaluate([path], Authority())
    assert (evaluation.files, evaluation.documents, evaluation.proved, evaluation.valid) == (1, 2, 2, 2)


def test_what_the_editor_never_marks_is_not_judged(tmp_path: Path) -> None:
    path = tmp_path / "five.xml"
    path.write_text(HAND_MADE.replace("done.", "done on May 5, 1961."), encoding="utf-8")
    evaluation, _ = evaluate([path], Authority())
    assert evaluation.tallies["date"].precision == 1.0
    assert evaluation.unjudged["date", "body"] == 1
    assert "date in body: 1 of ours" in table(evaluation)


def test_the_evaluation_as_data(tmp_path: Path) -> None:
    path = tmp_path / "five.xml"
    path.write_text(HAND_MADE, encoding="utf-8")
    told = as_json(evaluate([path], Authority())[0])
    assert told["given back"] == told["without error"] == told["documents"] == 1
    assert told["kinds"]["note"]["f1"] == 1.0


def test_front_matter_of_a_book_is_no_part_of_the_document(tmp_path: Path) -> None:
    front = (
        "<front><titlePage><docTitle><titlePart>Papers</titlePart></docTitle></titlePage>"
        '<div type="preface"><p>These papers …</p></div></front><body>'
    )
    path = tmp_path / "five.xml"
    path.write_text(HAND_MADE.replace("<body>", front), encoding="utf-8")
    evaluation, _ = evaluate([path], Authority())
    assert [evaluation.tallies[kind].recall for kind in ("head", "dateline")] == [1.0, 1.0]


@pytest.mark.parametrize(
    "page", ["<html><body><p>A page.</p></body></html>", '<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>']
)
def test_a_page_of_the_web_is_no_tei(tmp_path: Path, page: str) -> None:
    path = tmp_path / "page.xml"
    path.write_text(page, encoding="utf-8")
    evaluation, findings = evaluate([path], Authority())
    assert (evaluation.documents, [finding.code for finding in findings]) == (0, ["read/no-tei"])
    assert "1 of 1 files are well-formed, 1 no TEI" in table(evaluation)
