"""Blocks and claims written in text order."""

from __future__ import annotations

from lxml import etree

from pipeline.model import Anchor, Block, Certainty, Claim, Document, Span, Transcript
from pipeline.tei.body import text_element


def body(text: str, root: Block, claims: tuple[Claim, ...] = (), **parts: tuple[object, ...]) -> str:
    """The inside of `body`, without the namespace."""
    document = Document(Transcript("case", text), root, **parts)  # type: ignore[arg-type]
    element = text_element(document, claims)
    xml = etree.tostring(element[0][0], encoding="unicode")
    return (
        xml.replace(' xmlns="http://www.tei-c.org/ns/1.0"', "")
        .replace("ns0:", "")
        .replace(' xmlns:ns0="http://www.tei-c.org/ns/1.0"', "")
    )


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


def test_paragraphs_are_named_by_their_words() -> None:
    text = "Yes.\n\nNo.\n\nYes."
    spans = [Span(0, 4), Span(6, 9), Span(11, 15)]
    root = Block("div", Span(0, 15), (), tuple(Block("p", span) for span in spans))
    document = Document(Transcript("case", text), root)
    ids = [
        p.get("{http://www.w3.org/XML/1998/namespace}id")
        for p in text_element(document, ()).iter()
        if etree.QName(p).localname == "p"
    ]
    assert ids[2] == f"{ids[0]}.2"
    assert ids[1] != ids[0]
