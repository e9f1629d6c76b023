"""Any file becomes a transcript or a finding; no byte is dropped, nothing crashes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import source
from pipeline.source import decode_transcript, read_transcript

MEMO = Path("memo.txt")


def codes(data: bytes, encoding: str = "") -> list[str]:
    return [item.code for item in decode_transcript(data, MEMO, encoding)[1]]


def text(data: bytes, encoding: str = "") -> str:
    transcript, _ = decode_transcript(data, MEMO, encoding)
    assert transcript is not None
    return transcript.text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_what_its_bytes_say_is_believed_without_a_word(encoding: str) -> None:
    data = "Ambassador Dobrynin said “no”.\n".encode(encoding)
    assert text(data) == "Ambassador Dobrynin said “no”.\n"
    assert codes(data) == []


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_recognized_and_reported(encoding: str) -> None:
    data = "The Secretary agreed.".encode(encoding)
    assert text(data) == "The Secretary agreed."
    assert codes(data) == ["read/encoding"]


def test_a_file_in_windows_1252_is_read_and_reported_at_its_first_accent() -> None:
    transcript, findings = decode_transcript("Fine.\nCouve de Murville: «Évidemment».".encode("cp1252"), MEMO)
    assert transcript is not None
    assert transcript.text == "Fine.\nCouve de Murville: «Évidemment»."
    assert [(item.code, item.line, item.column) for item in findings] == [("read/encoding", 2, 20)]


def test_one_broken_byte_does_not_spoil_the_rest_of_a_utf_8_file() -> None:
    assert text("Schröder ".encode() + b"\x96" + b" Gerhard") == "Schröder – Gerhard"


def test_a_named_encoding_overrides_the_bytes() -> None:
    assert text("Хрущёв".encode("koi8-r"), "koi8-r") == "Хрущёв"
    assert codes("Хрущёв".encode(), "ascii") == ["read/undecodable"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "read/empty"),
        (b" \n\t\r\n", "read/empty"),
        (b"\x7fELF\x02\x01\x01\0\0\0\0\0\0", "read/binary"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "read/binary"),
        (bytes(range(1, 32)) * 20, "read/binary"),
        (b"\xff\xfea", "read/undecodable"),
    ],
)
def test_what_is_no_text_is_refused_with_a_reason(data: bytes, code: str) -> None:
    transcript, findings = decode_transcript(data, MEMO)
    assert transcript is None
    assert [item.code for item in findings] == [code]
    assert str(findings[0]).startswith("memo.txt:")


def test_a_few_control_characters_are_kept_and_reported_once_each() -> None:
    data = b"Page one\x0cPage two\x0cPage\x01 three, and so on for some time.\n" * 3
    assert text(data) == data.decode()
    assert codes(data) == ["read/control-character", "read/control-character"]


def test_a_line_without_end_is_noted() -> None:
    assert codes(b"word " * 10_000) == ["read/long-line"]


def test_a_file_too_large_for_one_document_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(source, "LARGEST", 1000)
    (tmp_path / "volume.txt").write_bytes(b"x" * 1001)
    transcript, findings = read_transcript(tmp_path / "volume.txt")
    assert transcript is None
    assert [item.code for item in findings] == ["read/too-large"]


def test_what_cannot_be_opened_is_a_finding(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "missing.txt"):
        transcript, findings = read_transcript(path)
        assert transcript is None
        assert [item.code for item in findings] == ["read/unreadable"]


@given(st.binary(max_size=300))
def test_no_bytes_at_all_make_the_reading_fail(data: bytes) -> None:
    transcript, findings = decode_transcript(data, MEMO)
    assert transcript is not None or findings


@given(st.text(st.characters(min_codepoint=32, exclude_categories=["Cs"]), min_size=1))
def test_every_text_in_utf_8_is_read_as_it_is(written: str) -> None:
    if written.strip() and "\ufeff" not in written:
        assert text(written.encode()) == written
