"""A TEI file knows whether a person has edited it since it was built."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.seal import seal, unsealed, untouched

XML = b"<TEI><text>Rusk said yes.</text></TEI>\n"


def test_a_sealed_file_is_untouched_and_gives_back_what_was_sealed() -> None:
    assert untouched(seal(XML))
    assert unsealed(seal(XML)) == XML


def test_any_edit_breaks_the_seal() -> None:
    assert not untouched(seal(XML).replace(b"yes", b"no"))
    assert not untouched(seal(XML).replace(b"<text>", b"<text >"))
    assert not untouched(seal(XML) + b"<!-- checked -->")


def test_a_file_that_was_never_sealed_belongs_to_a_person() -> None:
    assert not untouched(XML)
    assert not untouched(b"")


def test_line_ends_that_version_control_converts_are_no_edit() -> None:
    assert untouched(seal(XML).replace(b"\n", b"\r\n"))
    assert untouched(seal(XML).rstrip(b"\n"))


def test_sealing_again_changes_nothing() -> None:
    assert seal(unsealed(seal(XML))) == seal(XML)


@given(st.binary().map(lambda data: data.replace(b"\r\n", b"\n")))
def test_every_content_can_be_sealed(data: bytes) -> None:
    assert untouched(seal(data))
