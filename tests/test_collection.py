"""The collection's TOML file: what counts, and what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.collection import (
    DocumentEntry,
    Editor,
    Range,
    entries_without_transcript,
    load_collection,
    parse_collection,
)
from pipeline.encode import encode
from pipeline.model import Authority, Transcript

GOOD = """
title = "Conversations"
licence = "https://creativecommons.org/publicdomain/mark/1.0/"
licence_text = "In the public domain."
[[editors]]
name = "Jane A. Doe"
[documents.bowles]
source = "https://history.state.gov/d265"
date = 1962-11-15
ground = "date line of the printed volume"
"""


def test_what_a_collection_says() -> None:
    collection, findings = parse_collection(Transcript("collection", GOOD))
    assert not findings
    assert (collection.title, collection.licence.text) == ("Conversations", "In the public domain.")
    assert collection.editors == (Editor("jane-a-doe", "Jane A. Doe"),)
    assert collection.entry("bowles").date == "1962-11-15"
    assert collection.entry("nobody") == DocumentEntry()


def test_a_file_may_begin_with_a_byte_order_mark(tmp_path: Path) -> None:
    (tmp_path / "collection.toml").write_text('title = "Talks"', encoding="utf-8-sig")
    assert load_collection(tmp_path / "collection.toml")[0].title == "Talks"


@pytest.mark.parametrize(
    ("first", "last", "holds"),
    [
        ("1962-11-09", "1962-11-09", True),
        ("1963", "1963", True),
        ("", "", True),
        ("1963-12-25", "1964-01-01", True),
        ("1963-01-09T17:00", "1963-01-09T17:00", True),
        ("1962-09", "1962-09", False),
        ("1964-01-02", "", False),
        ("1936-11-09", "1936-11-09", False),
    ],
)
def test_a_date_lies_in_a_range_if_it_may(first: str, last: str, holds: bool) -> None:
    assert Range("1962-10-16", "1963").holds(first, last) is holds
    assert Range().holds(first, last)


def test_a_document_outside_of_the_range_of_its_collection_is_told(tmp_path: Path) -> None:
    (tmp_path / "collection.toml").write_text('[range]\nfrom = "1962-10"\nto = "1963"\n', encoding="utf-8")
    collection, findings = load_collection(tmp_path / "collection.toml")
    assert (collection.period, findings) == (Range("1962-10", "1963"), [])
    for year, expected in (("1963", []), ("1936", ["dates/outside-range"])):
        memo = Transcript(
            "memo", f"12. Memorandum of Conversation\n\nWashington, January 9, {year}.\n\nIt was quiet.\n"
        )
        found = encode(memo, Authority(), collection).findings
        assert [item.code for item in found if item.code == "dates/outside-range"] == expected
        assert all("1962-10 to 1963" in item.message for item in found if item.code == "dates/outside-range")


def test_an_entry_without_a_transcript_is_told_at_its_line(tmp_path: Path) -> None:
    (tmp_path / "collection.toml").write_text(GOOD + '[documents.rsuk]\nlanguage = "en"\n', encoding="utf-8")
    findings = entries_without_transcript(tmp_path / "collection.toml", {"bowles"})
    assert [(item.code, item.line) for item in findings] == [("collection/no-transcript", 11)]


def test_a_name_with_a_full_stop_needs_quotation_marks() -> None:
    _, findings = parse_collection(Transcript("collection", '[documents.d262.txt]\nlanguage = "en"\n'))
    assert findings[0].hint == 'A name with a full stop needs quotation marks: [documents."d262.txt"].'


def test_findings_name_the_line() -> None:
    text = 'titel = "x"\n[documents.a]\ndate = "1963-13-01"\n[documents."b.c"]\nsource = 3\ndate = "1963-01-01"\n'
    _, findings = parse_collection(Transcript("collection", text, "collection.toml"))
    assert [(f.code, f.line) for f in findings] == [
        ("collection/unknown-key", 1),
        ("collection/bad-value", 3),
        ("collection/bad-value", 5),
        ("collection/no-ground", 6),
    ]


def test_a_broken_file_is_an_empty_collection() -> None:
    collection, findings = parse_collection(Transcript("collection", 'a = 1\ntitle = "x\n', "collection.toml"))
    assert collection.title == ""
    assert [(f.code, f.line) for f in findings] == [("collection/syntax", 2)]


def test_a_missing_file_is_no_error(tmp_path: Path) -> None:
    assert load_collection(tmp_path / "none.toml")[1] == []


def test_the_collection_of_this_repository() -> None:
    collection, findings = load_collection(Path(__file__).parents[1] / "transcripts" / "collection.toml")
    assert not findings
    assert collection.title
