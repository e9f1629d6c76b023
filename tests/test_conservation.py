"""A TEI file gives back its transcript: each rule of the table in docs/encoding.md, and how differences look."""

from __future__ import annotations

import subprocess
import sys
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.grammar.characters import squeeze, writable
from pipeline.model import Transcript
from pipeline.restore import restore
from pipeline.validate.conservation import conservation

RULES = {
    "page mark": ('is <pb n="559" rend="bracketed"/> about', "is [Page 559] about"),
    "page mark in a word": ('mis<pb n="559" break="no" rend="bracketed"/>sile', "mis [Page 559] sile"),
    "page change without a mark": ('is <pb n="3"/> about', "is about"),
    "bold": ('a <hi rend="bold">b</hi> c', "a **b** c"),
    "italic": ('a <hi rend="italic">b</hi> c', "a *b* c"),
    "underscore": ('a <hi rend="underscore">b</hi> c', "a _b_ c"),
    "struck": ('<del rend="strikethrough">SECRET</del>', "~~SECRET~~"),
    "emphasis in emphasis": ('<hi rend="bold"><hi rend="italic">b</hi></hi>', "***b***"),
    "two kinds of emphasis": ('a <hi rend="bold underscore">b</hi> c', "a **_b_** c"),
    "emphasis without a mark": ('a <hi rend="superscript">b</hi> c', "a b c"),
    "cut emphasis": (
        '<p>a <hi rend="bold open">b</hi></p> <p><hi rend="bold middle">c</hi></p> <p><hi rend="close bold">d</hi></p>',
        "a **b c d**",
    ),
    "cut strike": ('<del rend="strikethrough open">a</del> <del rend="strikethrough close">b</del>', "~~a b~~"),
    "bullet": ('<list><item rend="bullet">a</item> <item rend="bullet">b</item></list>', "• a • b"),
    "hyphen, asterisk, dash": (
        '<item rend="hyphen">a</item> <item rend="asterisk">b</item> <item rend="dash">c</item> <item>d</item>',
        "- a * b – c d",
    ),
    "note printed elsewhere": (
        'said.<note xml:id="fn1" n="1"><label>1</label>A <hi rend="italic">copy</hi>.</note> Bye. '
        '<fw type="notes">2. <ptr type="note" target="#fn1"/></fw>',
        "said.1 Bye. 2. A *copy*.",
    ),
    "note with a bracketed mark": (
        'said.<note xml:id="fn1" n="1"><label>(1)</label> See.</note> <fw>(1) <ptr type="note" target="#fn1"/></fw>',
        "said.(1) (1) See.",
    ),
    "note without a printed mark": (
        '<head>Title<note xml:id="fn1">Source: a.</note></head> <fw type="notes"><ptr type="note" target="#fn1"/></fw>',
        "Title Source: a.",
    ),
    "note where it is printed": ('said. <note xml:id="fn1"><label>*</label> See.</note> Bye', "said. * See. Bye"),
    "control character": ('a<g type="control">␁</g>b', "a\x01b"),
    "correction": ('<choice><sic>Kennedy</sic> <corr resp="#ed">Kuznetsov</corr></choice> said', "Kennedy said"),
    "regularization": ("<choice><orig>theUN</orig><reg>the UN</reg></choice>", "theUN"),
    "expansion": ("<choice><expan>United Nations</expan><abbr>UN</abbr></choice>", "UN"),
    "editor's supplement": ('C<supplied resp="#ed">ordell</supplied>', "C"),
    "printed supplement": ("C<supplied>[ordell]</supplied>", "C[ordell]"),
    "editor's note": ('said.<note resp="#ed">Not so.</note> Bye', "said. Bye"),
    "omission": ('<gap reason="editorial"><desc>[Here follow 7 pages.]</desc></gap>', "[Here follow 7 pages.]"),
    "furniture": ('a <fw type="header">SECRET</fw> b', "a SECRET b"),
}


def tei(body: str) -> bytes:
    return (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>no text</teiHeader>'
        f"<text><body><div>{body}</div></body></text><standOff>none</standOff></TEI>"
    ).encode()


@pytest.mark.parametrize(("body", "raw"), RULES.values(), ids=RULES)
def test_each_rule_of_the_table(body: str, raw: str) -> None:
    assert squeeze(restore(tei(body))) == squeeze(raw)
    assert not conservation(Transcript("a", raw), tei(body))


def test_the_proof_needs_no_saxon() -> None:
    """Saxon reserves more address space than some machines give a program."""
    proof = (
        "import sys; from pipeline.restore import restore; print(restore(sys.stdin.buffer.read())); "
        "assert 'saxonche' not in sys.modules"
    )
    file = tei("He said <hi rend='italic'>so</hi>.")
    found = subprocess.run([sys.executable, "-c", proof], input=file, capture_output=True, check=True)
    assert found.stdout.split() == b"He said *so*.".split()


def test_only_white_space_may_differ() -> None:
    raw = "\ufeff\n A\r\nB\t\tC\fD\vE \n"
    assert not conservation(Transcript("a", raw), tei("<p>\ufeff A B</p>\n<p>C D E</p>"))


@pytest.mark.parametrize(
    ("char", "shown"), [("\x00", "␀"), ("\x1f", "␟"), ("\x7f", "␡"), ("\uffff", "\ufffd"), ("\U0001fffe", "\ufffd")]
)
def test_characters_that_xml_cannot_hold_count_as_their_pictures(char: str, shown: str) -> None:
    assert not conservation(Transcript("a", f"a{char}b"), tei(f'a<g type="control">{shown}</g>b'))


DIFFERENCES = {
    "lost": ("He said so.\nThen he left us.", "He said so. Then he us.", 2, 9, '"left " of the transcript is lost.'),
    "lost at the end": ("He said so.", "He said", 1, 8, '" so." of the transcript is lost.'),
    "added": ("He said so.", "He never said so.", 1, 4, '"never " was added to the transcript.'),
    "added at the end": ("He said.", "He said. So.", 1, 9, '" So." was added to the transcript.'),
    "a space lost": ("He said so.", "Hesaid so.", 1, 3, '" " of the transcript is lost.'),
    "moved": (
        "He said so.\n[Page 575]\nThen he left the room at once.",
        "He said so. Then he left the room at once. [Page 575]",
        2,
        1,
        '"[Page 575] " does not stand where the transcript has it: text was moved.',
    ),
    "changed": ("the 1962 crisis", "the 1963 crisis", 1, 8, 'The transcript has "2", the TEI file "3".'),
    "changed twice": (
        "He came to Berlin, and they talked of Berlin all day.",
        "He came to Bonn, and they talked of Bonn all day.",
        1,
        13,
        'The transcript has "erli", the TEI file "on".',
    ),
    "everything lost": ("He said so.", "", 1, 1, '"He said so." of the transcript is lost.'),
    "from nothing": ("", "He said so.", 1, 1, '"He said so." was added to the transcript.'),
}


@pytest.mark.parametrize(("raw", "body", "line", "column", "message"), DIFFERENCES.values(), ids=DIFFERENCES)
def test_the_first_difference_is_shown(raw: str, body: str, line: int, column: int, message: str) -> None:
    [finding] = conservation(Transcript("a", raw, "transcripts/a.txt"), tei(body))
    assert (finding.code, finding.path, finding.line, finding.column) == (
        "tei/conservation",
        "transcripts/a.txt",
        line,
        column,
    )
    assert finding.message == message


def test_the_hint_shows_the_context_on_both_sides() -> None:
    [finding] = conservation(Transcript("a", "Then he left us."), tei("Then he us."))
    assert finding.hint == 'The transcript has "Then he «left »us.", the TEI file gives "Then he «»us.".'


@given(st.text(), st.text())
def test_any_difference_has_a_place(raw: str, body: str) -> None:
    written = writable(body).replace("\f", " ").replace("\v", " ")
    findings = conservation(Transcript("a", raw), tei(escape(written, {"\r": "&#13;"})))
    assert bool(findings) == (squeeze(raw) != squeeze(body))
    assert all(finding.line >= 1 and finding.column >= 1 for finding in findings)
