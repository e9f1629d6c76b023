"""The collection's TOML file: what counts, and what is wrong with it."""

from __future__ import annotations

from pathlib import Path

from pipeline.collection import DocumentEntry, Editor, load_collection, parse_collection
from pipeline.model import Transcript

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
