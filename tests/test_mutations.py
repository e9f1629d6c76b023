"""Faults put into our own files on purpose: each is reported at its line, in words that name it, and nothing crashes.

A mutation is a search pattern and what to put in its place; `¦` marks where the finding is expected. It is done in the
first of the edition's files that has the pattern.
"""

# ruff: noqa: E501 (one fault, one line)

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from pipeline.model import Finding
from pipeline.validate import validate_bytes

HERE = Path(__file__).parent
FILES = [path for path in sorted((HERE.parent / "tei").glob("*.xml")) if not path.stem.endswith("graphy")]

pytestmark = pytest.mark.skipif(not FILES, reason="the edition has not been built")


@dataclass(frozen=True)
class Mutation:
    """A fault: what it is, where it is done, and the code and a piece of the message it must be reported with."""

    name: str
    pattern: str
    put: str
    code: str
    words: str


M = Mutation
MUTATIONS = (
    # -- pointers and ids
    M("a speaker misspelled", r'<said( xml:id="\w+")? who="#[\w-]+"', r'<said\1 ¦who="#nobody"', "house/broken-pointer", '@who="#nobody"'),
    M("an addressee misspelled", r'toWhom="#[\w-]+"', '¦toWhom="#nobdy"', "house/broken-pointer", '@toWhom="#nobdy"'),
    M("a name's pointer misspelled", r'<persName ref="#(\w)[\w-]+"', r'<persName ¦ref="#\1xxx"', "house/broken-pointer", "xxx"),
    M("a role's pointer misspelled", r'<rs type="person" ref="#[\w-]+"', '<rs type="person" ¦ref="#x"', "house/broken-pointer", '@ref="#x"'),
    M("a place's pointer misspelled", r'<placeName ref="#[\w-]+"', '<placeName ¦ref="#atlantis"', "house/broken-pointer", "atlantis"),
    M("a speaker who is a place", r'<said who="#[\w-]+"', '<said ¦who="#document-types"', "house/wrong-referent", "not to a person"),
    M("a name that points to a note", r'<persName ref="#[\w-]+"', '<persName ¦ref="#fn1"', "house/wrong-referent", "<note>"),
    M("two equal ids of notes", r'<note xml:id="fn2"', '<note ¦xml:id="fn1"', "house/duplicate-id", '"fn1"'),
    M("two equal ids of paragraphs", r'(?s)<p xml:id="[\w-]+">(.*?)<p xml:id="[\w-]+">', r'<p xml:id="p-1">\1<p ¦xml:id="p-1">', "house/duplicate-id", '"p-1"'),
    M("an id of a person removed", r'(?s)<person xml:id="(rusk|dobrynin|kennedy)"(.*?<text>.*?)ref="#\1"', r'<person\2¦ref="#\1"', "house/broken-pointer", "times, first here"),
    M("a printed note without its note", r'<ptr type="note" target="#fn1"/>', '<ptr type="note" ¦target="#fn99"/>', "house/broken-pointer", "fn99"),
    M("two printed notes for one", r'(<ptr type="note" target="#fn1"/>)', r'\1<ptr type="note" ¦target="#fn1"/>', "house/note-twice", "#fn1"),
    M("a printed note that is a page", r'(?s)(<pb xml:id="(pg-\d+)".*?)<ptr type="note" target="#fn\d"', r'\1<ptr type="note" ¦target="#\2"', "house/wrong-referent", "<pb>"),
    M("a part without a way back", r' prev="#(\w+)"', "", "house/broken-chain", "@prev"),
    M("a part that leads to itself", r'<said xml:id="(s\d)"([^>]*?)next="#\w+"', r'<said xml:id="\1"\2¦next="#\1"', "house/broken-chain", "@next"),
    M("the class of the document unknown", r'<catRef scheme="#document-types" target="#[\w.-]+"|<catRef target="#[\w.-]+"', '<catRef ¦target="#type.poem"', "house/broken-pointer", "type.poem"),
    M("a rule that is not listed", r'ana="#r\.[\w.-]+"', '¦ana="#r.magic"', "house/broken-pointer", "r.magic"),
    M("a pointer with a space in it", r'<persName ref="#([\w-]+)"', r'<persName ¦ref="#\1 Smith#2#3"', "schema/bad-value", "Smith"),
    M("an empty pointer", r'<said who="#[\w-]+"', '<said ¦who=""', "schema/bad-value", '@who=""'),
    M("a pointer without #", r'<said who="#[\w-]+"', '<said ¦who="<"', "xml/broken", ""),
    # -- pages and notes
    M("page numbers swapped", r'<pb xml:id="pg-(\d)(\d+)" n="\d+"', r'<pb n="9\2"/><pb xml:id="pg-\1\2" ¦n="\1\2"', "house/page-order", "follows page 9"),
    M("a page number twice", r'(<pb [^>]*?n="(\d+)"[^>]*/>)', r'\1<pb ¦n="\2"/>', "house/page-order", "follows page"),
    M("words in a page break", r'<pb ([^>]*?n="\d+"[^>]*)/>', r'<pb \1>¦Page</pb>', "schema/misplaced-text", "“Page”"),
    M("a note in a note", r'(<note xml:id="fn\d"[^>]*place="foot"[^>]*>(?:<label>[^<]*</label>)?)', r'\1¦<note>Again.</note>', "house/note-in-note", "Again."),
    M("a mark at the end of its note", r'<note ([^>]*)><label>([^<]*)</label>([^<]*)', r'<note \1>\3¦<label>\2</label>', "house/late-label", "label"),
    M("a footnote between paragraphs", r'(</p>)(\s*<p xml:id)', r'\1¦<note place="foot">Lost.</note>\2', "house/note-unanchored", "Lost."),
    M("a paragraph that begins with a page", r'<p xml:id="([\w-]+)">', r'<p xml:id="\1">¦<pb n="9999"/>', "house/break-at-edge", "begins"),
    # -- dates
    M("30 February", r'<date when="[\d-]+"', '<date ¦when="1963-02-30"', "schema/bad-value", "no day of the calendar"),
    M("month 13", r'<date when="[\d-]+"', '<date ¦when="1963-13-01"', "schema/bad-value", "1963-13-01"),
    M("a date in words", r'<date when="[\d-]+"', '<date ¦when="9 November 1962"', "schema/bad-value", "9 November 1962"),
    M("a date without hyphens", r'<date when="[\d-]+"', '<date ¦when="19621109"', "house/date-implausible", "19621109"),
    M("a year of two digits", r'<date when="[\d-]+"', '<date ¦when="62-11-09"', "schema/bad-value", "62-11-09"),
    M("a moment without seconds", r'<date when="[\d-]+"', '<date ¦when="1962-11-09T12:00"', "schema/bad-value", "no seconds"),
    M("a period that ends before it begins", r'<state type="office" from="(\d{4})[\d-]*"( to="[^"]*")?', r'<state type="office" ¦to="1066" from="\1"', "house/date-order", "1066"),
    M("a document date without ground", r'(<creation>\s*)<date ([^>]*)>([^<]*)<note[^>]*>[^<]*</note>', r'\1¦<date \2>\3', "house/date-without-ground", "ground"),
    M("a date without a year", r'<date when="[\d-]+"', '<date ¦when="--11-09"', "house/date-without-year", "no year"),
    # -- attributes
    M("an attribute invented", r'<p xml:id', '<p ¦speaker="rusk" xml:id', "schema/unknown-attribute", "@speaker"),
    M("an attribute in capitals", r'<said who=', '<said ¦Who=', "schema/unknown-attribute", "@Who"),
    M("an attribute on the wrong element", r'<hi rend="', '<hi ¦who="#fn1" rend="', "schema/unknown-attribute", "@who"),
    M("a degree of certainty invented", r'(<\w+ [^>]*)cert="(?:low|medium)"', r'\1¦cert="fairly"', "schema/bad-value", "fairly"),
    M("direct neither true nor false", r'direct="false"', '¦direct="no"', "schema/bad-value", '@direct="no"'),
    M("a type of two words", r'<div type="document"', '<div ¦type="a document"', "schema/bad-value", "a document"),
    M("an id with a space", r'xml:id="fn1"', '¦xml:id="fn 1"', "schema/bad-value", "fn 1"),
    M("an id that begins with a digit", r'<p xml:id="[\w-]+"', '<p ¦xml:id="1a"', "schema/bad-value", "1a"),
    M("a pointer of the application lost", r'<ptr target="#rules"/>', '¦<ptr/>', "schema/missing-attribute", "@target"),
    M("the version of the program lost", r'<application ident="verbale" version="[^"]*"', '¦<application ident="verbale"', "schema/missing-attribute", "@version"),
    M("a version that is none", r'ident="verbale" version="\d[^"]*"', 'ident="verbale" ¦version="latest"', "schema/bad-value", "latest"),
    M("a quantity in words", r'quantity="\d+"', '¦quantity="seven"', "schema/bad-value", "seven"),
    M("a quantity without its unit", r'<gap unit="\w+" quantity', '<gap ¦quantity', "house/quantity-without-unit", "unit"),
    # -- elements
    M("an element misspelled", r'<persName ([^>]*)>([^<]*)</persName>', r'¦<persname \1>\2</persname>', "schema/unknown-element", "<persname>"),
    M("an element of HTML", r'<hi rend="bold">([^<]*)</hi>', r'¦<b>\1</b>', "schema/unknown-element", "<b>"),
    M("an element of no schema", r'(<p xml:id="[\w-]+">)', r'\1¦<bogus/>', "schema/unknown-element", "<bogus>"),
    M("a paragraph in a paragraph", r'(<p xml:id="[\w-]+">)', r'\1¦<p>Again.</p>', "schema/misplaced-element", "<p>"),
    M("a heading after the text", r'(</p>)(\s*<p xml:id)', r'\1¦<head>Late</head>\2', "schema/misplaced-element", "too late"),
    M("a signature outside of the closer", r'(</p>)(\s*<p xml:id)', r'\1¦<signed>Rusk</signed>\2', "schema/misplaced-element", "<signed>"),
    M("an item outside of a list", r'(</p>)(\s*<p xml:id)', r'\1¦<item>One</item>\2', "schema/misplaced-element", "<item>"),
    M("a header in the text", r'(</p>)(\s*<p xml:id)', r'\1¦<teiHeader/>\2', "schema/misplaced-element", "<teiHeader>"),
    M("a list without items", r'(?s)<list type="subject">(\s*<head>[^<]*</head>)?.*?</list>', r'¦<list type="subject">\1</list>', "schema/missing-element", "<item>"),
    M("the publisher's statement lost", r'(?s)<publicationStmt>.*?</publicationStmt>(\s*)<', r'\1¦<', "schema/missing-element", "<publicationStmt>"),
    M("the title lost", r'<title [^>]*>[^<]*</title>', '', "schema/missing-element", "<title>"),
    M("the source lost", r'(?s)<fileDesc>(.*?)<sourceDesc>.*?</sourceDesc>', r'¦<fileDesc>\1', "schema/missing-element", "<sourceDesc>"),
    M("the body empty", r'(?s)<body>.*</body>', '¦<body></body>', "schema/missing-element", "<body>"),
    M("a person who has no name", r'(?s)(<person xml:id="[\w-]+"[^>]*>).*?</person>', r'¦\1</person>', "house/nameless", "no name"),
    M("two bodies", r'</body>', '</body>¦<body><p>x</p></body>', "schema/misplaced-element", "<body>"),
    # -- text
    M("words between paragraphs", r'(</p>)(\s*<p xml:id)', r'\1 ¦loose words\2', "schema/misplaced-text", "“loose words”"),
    M("words in the list of persons", r'(<listPerson[^>]*>)', r'\1¦loose', "schema/misplaced-text", "“loose”"),
    M("words after the text", r'</text>', '</text>¦loose', "schema/misplaced-text", "“loose”"),
    M("words in the header", r'<profileDesc>', '<profileDesc>¦loose', "schema/misplaced-text", "<profileDesc>"),
    # -- decisions
    M("decided and yet doubtful", r'<said ([^>]*)cert="(low|medium)"', r'<said \1resp="#fn1" ¦cert="\2"', "house/decided-yet-doubtful", "@resp"),
    M("a correction by nobody", r'(<p xml:id="[\w-]+">)', r'\1<choice><sic>a</sic>¦<corr>b</corr></choice>', "house/correction-unsigned", "“b”"),
    M("half a choice", r'(<p xml:id="[\w-]+">)', r'\1¦<choice><sic>a</sic></choice>', "schema/missing-element", "<choice>"),
    # -- XML
    M("an end tag lost", r'</hi>', '', "xml/broken", ""),
    M("a tag closed twice", r'</said></p>', '</said></said></p>', "xml/broken", ""),
    M("tags that cross", r'<said ([^>]*)>([^<]+)</said></p>', r'<said \1>\2</p>¦</said>', "xml/broken", "said"),
    M("a quotation mark lost", r'<said who="#([\w-]+)"', r'<said who="#\1', "xml/broken", ""),
    M("an attribute twice", r'<div type="document"', '<div type="document" type="document"', "xml/broken", "type"),
    M("a bare ampersand", r'(<p xml:id="[\w-]+">)', r'\1¦Rusk & Gromyko ', "xml/broken", "&"),
    M("a bare less-than sign", r'(<p xml:id="[\w-]+">)', r'\1¦a < b ', "xml/broken", "<"),
    M("an entity of HTML", r'(<p xml:id="[\w-]+">)', r'\1¦&nbsp;', "xml/broken", "&nbsp;"),
    M("an entity bomb", r'(\?>\s*)<TEI', r'\1<!DOCTYPE TEI [¦<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]><TEI', "xml/entity", "entity a"),
    M("an entity that reads a file", r'(\?>\s*)<TEI', r'\1<!DOCTYPE TEI [¦<!ENTITY a SYSTEM "/etc/passwd">]><TEI', "xml/entity", "entity a"),
    M("a control character", r'(<p xml:id="[\w-]+">)', '\\1¦\x0c', "xml/broken", "character"),
    M("the namespace lost", r' xmlns="http://www.tei-c.org/ns/1.0"', '', "schema/unknown-element", "namespace"),
    M("the wrong outermost element", r'(?s)<TEI ([^>]*)>(.*)</TEI>', r'¦<text \1>\2</text>', "schema/misplaced-element", "outermost"),
)  # fmt: skip
"""Places are checked to the line; a fault that only its end betrays (an end tag that is missing) is marked by no `¦`."""


@cache
def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def done(mutation: Mutation) -> tuple[Path, str, int]:
    """The file that has the pattern, its text with the fault, and the line of the mark (0 if there is none)."""
    for path in FILES:
        match = re.search(mutation.pattern, text_of(path))
        if match:
            text = text_of(path)[: match.start()] + match.expand(mutation.put) + text_of(path)[match.end() :]
            at = text.find("¦")
            return path, text.replace("¦", ""), text.count("\n", 0, at) + 1 if at >= 0 else 0
    raise AssertionError(f"no file has {mutation.pattern}")


def found(mutation: Mutation) -> tuple[Finding, int]:
    """The finding for a fault, and the line where it is expected."""
    path, text, line = done(mutation)
    findings = validate_bytes(path, text.encode())
    for finding in findings:
        if finding.code == mutation.code and mutation.words in finding.message and line in (0, finding.line):
            return finding, line
    raise AssertionError(
        f"{mutation.name}: expected {mutation.code} in line {line}, got\n" + "\n".join(map(str, findings))
    )


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.name)
def test_a_fault_is_reported_at_its_line_in_words_that_name_it(mutation: Mutation) -> None:
    finding, _ = found(mutation)
    assert finding.line > 0
    assert finding.column > 0


@pytest.mark.parametrize(
    ("name", "change", "code"),
    [
        ("Latin-1 that says UTF-8", lambda data: data.replace("’".encode(), b"\xe7", 1) + b"\xe7", "xml/encoding"),
        ("an encoding that does not exist", lambda data: data.replace(b'"UTF-8"', b'"EBCDIC-9"', 1), "xml/encoding"),
        ("a file cut off", lambda data: data[: len(data) // 2], "xml/broken"),
        ("a file with nothing in it", lambda _data: b"", "xml/broken"),
        ("a picture instead of a file", lambda _data: b"\x89PNG\r\n\x1a\n" + bytes(200), "xml/encoding"),
        ("a transcript instead of TEI", lambda _data: b"262. Memorandum of Conversation\n", "xml/broken"),
        ("NUL bytes", lambda data: data.replace(b"<p", b"<p\0", 1), "xml/broken"),
        ("a second document after the end", lambda data: data + b"<TEI/>", "xml/broken"),
    ],
)
def test_broken_bytes_are_one_finding(name: str, change: Callable[[bytes], bytes], code: str) -> None:
    path = FILES[0]
    findings = validate_bytes(path, change(path.read_bytes()))
    assert [finding.code for finding in findings] == [code], name
    assert findings[0].line > 0
    assert findings[0].column > 0


def test_enough_faults() -> None:
    assert len(MUTATIONS) >= 60
    assert len({mutation.name for mutation in MUTATIONS}) == len(MUTATIONS)
