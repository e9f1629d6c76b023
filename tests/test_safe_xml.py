"""XML is read without opening anything else: a document type may name whatever it likes."""

from __future__ import annotations

import os
import threading
from contextlib import suppress
from pathlib import Path

import pytest

from pipeline.authority import load_authority
from pipeline.safe_xml import NoXml, root_of
from pipeline.speech_view import turns
from pipeline.validate import validate_file
from pipeline.xslt import XsltError, parse

TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>{}</p></body></text></TEI>'
REACHING_OUT = {
    "a DTD": ('<!DOCTYPE TEI SYSTEM "{}">', "quiet"),
    "a parameter entity": ('<!DOCTYPE TEI [<!ENTITY % more SYSTEM "{}"> %more;]>', "quiet"),
    "an entity that nobody uses": ('<!DOCTYPE TEI [<!ENTITY more SYSTEM "{}">]>', "quiet"),
    "an entity in the text": ('<!DOCTYPE TEI [<!ENTITY more SYSTEM "{}">]>', "&more;"),
}


@pytest.mark.parametrize("name", REACHING_OUT)
def test_nothing_outside_of_the_file_is_opened(name: str, tmp_path: Path) -> None:
    """The thing outside is a pipe: whoever opened it would wait for its other end for ever."""
    doctype, text = REACHING_OUT[name]
    pipe, file = tmp_path / "pipe", tmp_path / "memo.xml"
    os.mkfifo(pipe)
    file.write_text(doctype.format(pipe.as_uri()) + TEI.format(text), encoding="utf-8")
    reading = threading.Thread(target=_read_in_every_way, args=(file,), daemon=True)
    reading.start()
    reading.join(20)
    waits = reading.is_alive()
    if waits:
        os.close(os.open(pipe, os.O_RDWR))
    assert not waits


def _read_in_every_way(file: Path) -> None:
    validate_file(file)
    load_authority([file])
    with suppress(NoXml):
        turns(file)
    with suppress(XsltError):
        parse(file.read_bytes())


def test_a_file_may_name_the_dtd_of_tei() -> None:
    assert root_of(b'<!DOCTYPE TEI SYSTEM "tei_all.dtd"><TEI><p>quiet</p></TEI>')[0].text == "quiet"


@pytest.mark.parametrize(
    ("data", "line", "words"),
    [
        (b"<p>\n<q>no</p>", 2, "The element q, opened in line 2, is closed by </p>"),
        (b"", 1, "does not begin with an element"),
        (b"\xff\xfe\x00", 1, "does not begin"),
        (b'<!DOCTYPE p [<!ENTITY a "b">]>\n<p>&a;</p>', 2, "entity of its own"),
        (b"<p>" * 5000, 1, "nested more than 2048 deep"),
        (b'<?xml version="1.0" encoding="klingon"?><p/>', 1, "klingon"),
    ],
)
def test_what_is_no_xml_is_told_with_its_place(data: bytes, line: int, words: str) -> None:
    with pytest.raises(NoXml, match=words) as caught:
        root_of(data)
    assert caught.value.line == line
    assert str(caught.value).endswith(".")


def test_two_elements_may_have_the_same_id() -> None:
    """That is a finding of the house rules, with both places, and no reason not to read the file."""
    assert len(root_of(b'<p><s xml:id="a"/><s xml:id="a"/></p>')) == 2
