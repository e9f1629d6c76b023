"""Blocks and claims written in text order."""

from __future__ import annotations

from lxml import etree

from pipeline.model import Anchor, Block, Certainty, Claim, Document, Span, Transcript
from pipeline.tei.body import text_element
from pipeline.tei.markup import element, indented


def body(text: str, root: Block, claims: tuple[Claim, ...] = (), **parts: tuple[object, ...]) -> str:
    """The inside of `body`, without the namespace."""
    document = Document(Transcript("case", text), root, **parts)  # type: ignore[arg-type]
    xml = text_element(document, claims)
    return xml.removeprefix("<text><body>").removesuffix("</body></text>")


def whole(text: str, kind: str = "head") -> Block:
    return Block("div", Span(0, len(text)), (), (Block(kind, Span(0, len(text))),))


def test_a_note_hangs_at_its_mark_and_points_back_to_where_it_was_printed() -> None:
    text = "Home.1 Yes\n  1. A copy."
    root = Block(
        "div",
        Span(0, len(text)),
        (),
        (
            Block("head", Span(0, 10)),
            Block(
                "fw",
                Span(13, 23),
                (("type", "notes"),),
                (Block("note", Span(16, 23), (("xml:id", "fn1"), ("n", "1"))),),
            ),
        ),
    )
    assert body(text, root, anchors=(Anchor("fn1", Span(5, 6)),)) == (
        '<div><head>Home.<note xml:id="fn1" n="1"><label>1</label>A copy.</note> Yes</head>\n'
        '<fw type="notes">1. <ptr type="note" target="#fn1"/></fw></div>'
    )


def test_a_page_mark_stands_for_its_characters() -> None:
    text = "This is [Page 559] about"
    mark = Claim(Span(8, 18), "pb", "pages", attrs=(("n", "559"), ("rend", "bracketed")), content=Span(8, 8))
    assert (
        body(text, whole(text), marks=(mark,)) == '<div><head>This is <pb n="559" rend="bracketed"/> about</head></div>'
    )


def test_a_doubtful_claim_says_how_sure_and_by_which_rule() -> None:
    text = "on November 14"
    date = Claim(Span(3, 14), "date", "dates/nearest", Certainty.MEDIUM, (("when", "1962-11-14"),))
    assert body(text, whole(text), (date,)) == (
        '<div><head>on <date when="1962-11-14" cert="medium" ana="#r.dates.nearest">November 14</date></head></div>'
    )


def test_an_omission_keeps_its_words() -> None:
    text = "He [5 lines not declassified] left"
    gap = Claim(Span(3, 29), "gap", "gaps", attrs=(("reason", "classified"), ("unit", "line"), ("quantity", "5")))
    assert body(text, whole(text), (gap,)) == (
        '<div><head>He <gap unit="line" quantity="5" reason="classified"><desc>[5 lines not declassified]</desc></gap>'
        " left</head></div>"
    )


def test_characters_that_xml_cannot_hold_are_shown_by_their_pictures() -> None:
    text = "a\x01b & <c> ]]> \x0cd"
    assert body(text, whole(text)) == (
        '<div><head>a<g type="control">\u2401</g>b &amp; &lt;c&gt; ]]&gt; \nd</head></div>'.replace(" \nd", "\nd")
    )


def test_separators_between_blocks_are_controls_and_no_white_space() -> None:
    root = Block("div", Span(0, 6), (), (Block("head", Span(0, 1)), Block("head", Span(5, 6))))
    assert body("a\n\x1c\n b", root) == ('<div><head>a</head>\n<g type="control">\u241c</g>\n<head>b</head></div>')


def test_paragraphs_are_named_by_their_words() -> None:
    text = "Yes.\n\nNo.\n\nYes."
    spans = [Span(0, 4), Span(6, 9), Span(11, 15)]
    root = Block("div", Span(0, 15), (), tuple(Block("p", span) for span in spans))
    document = Document(Transcript("case", text), root)
    ids = [
        p.get("{http://www.w3.org/XML/1998/namespace}id")
        for p in etree.fromstring(text_element(document, ())).iter("p")
    ]
    assert ids[2] == f"{ids[0]}.2"
    assert ids[1] != ids[0]


def test_markup_is_what_an_xml_parser_reads_back() -> None:
    value = "a <b> & \"c\" 'd'\te\nf\rg ]]> é \U0001f600 \x85\u2028"
    one = element("p", (("n", value), ("empty", ""), ("type", "x\x01\x0c\ud800")), value, "\x01\x0b\ud800")
    tree = etree.fromstring(indented(one))
    assert dict(tree.attrib) == {"type": "x\u2401 \ufffd", "n": value}
    assert list(tree.attrib) == ["type", "n"]
    assert tree.text == f"{value}\u2401 \ufffd"


def test_children_stand_on_lines_of_their_own() -> None:
    name = element("persName", (), element("forename", (), "Dean"), " ", element("surname", (), "Rusk"))
    assert indented(element("person", (), name, None, element("note", (), "said: ", element("q", (), "No"), "."))) == (
        "<person>\n  <persName>\n    <forename>Dean</forename>\n    <surname>Rusk</surname>\n  </persName>\n"
        "  <note>said: <q>No</q>.</note>\n</person>"
    )
    assert indented(element("lb")) == "<lb/>"
    assert indented(element("term", (), "")) == "<term></term>"
