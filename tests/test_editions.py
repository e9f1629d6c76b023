"""The editions: what a reader sees of a TEI file, in HTML and in plain text.

The two documents in `tests/editions/tei` are made by hand and hold every phenomenon of docs/encoding.md once; the pages
made of them lie in `tests/editions/expected` (rewrite them with `pytest --golden` and read the difference).
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from conftest import Golden
from lxml import html

from pipeline.collection import Collection, Editor, Licence
from pipeline.editions import Design, Site, Source, build_site, load_design, pages, read
from pipeline.editions.search import fold
from pipeline.xslt import STYLESHEETS, parse, transform

HERE = Path(__file__).parent / "editions"
DOCUMENTS = [HERE / "tei" / "harbour.xml", HERE / "tei" / "typescript.xml"]
AUTHORITIES = [HERE / "tei" / f"{name}.xml" for name in ("personography", "placeography", "orgography")]
COLLECTION = Collection(
    title="Conversations on Harbours",
    publisher="Verbale",
    description="Two conversations that never took place.",
    licence=Licence("https://creativecommons.org/publicdomain/zero/1.0/", "Public domain."),
    editors=(Editor("ed", "Eva Muster"),),
    language="en",
)
ELSEWHERE = ("assets/", "persons/", "text/", "tei/", "cite/", "search/", "manual/")
V = "{urn:verbale:xslt}"
TEI = "{http://www.tei-c.org/ns/1.0}"


@pytest.fixture(scope="module")
def site() -> dict[str, bytes]:
    authorities = [parse(path.read_bytes()) for path in AUTHORITIES]
    return dict(pages([read(path) for path in DOCUMENTS], authorities, COLLECTION, Design("https://example.org/h")))


def page(site: dict[str, bytes], path: str) -> html.HtmlElement:
    return html.document_fromstring(site[path].decode())


def words(element: html.HtmlElement | None) -> str:
    assert element is not None
    return " ".join(element.text_content().split())


# The whole.


def test_these_are_the_pages(site: dict[str, bytes]) -> None:
    assert [path for path in site if not path.startswith(ELSEWHERE)] == [
        "documents/harbour.html",
        "documents/typescript.html",
        "index.html",
        "chronology.html",
        "places/index.html",
        "places/port-clement.html",
        "organizations/index.html",
        "organizations/harbour-board.html",
        "abbreviations.html",
        "search.html",
        "about.html",
        "404.html",
        "sitemap.xml",
    ]


def test_persons_of_the_documents_have_pages_and_no_others(site: dict[str, bytes]) -> None:
    assert sorted(path for path in site if path.startswith("persons/")) == [
        "persons/brandt.html",
        "persons/falk.html",
        "persons/harbour.kern.html",
        "persons/index.html",
        "persons/orsini.html",
        "persons/typescript.voss.html",
    ]


@pytest.mark.parametrize(
    "path", ["documents/harbour.html", "documents/typescript.html", "index.html", "persons/falk.html"]
)
def test_golden_pages(site: dict[str, bytes], golden: Golden, path: str) -> None:
    golden(HERE / "expected" / path.replace("/", "_"), readable(site[path].decode()))


@pytest.mark.parametrize("ending", ["txt", "diplomatic.txt", "analysis.txt", "speech.txt"])
@pytest.mark.parametrize("name", ["harbour", "typescript"])
def test_golden_texts(site: dict[str, bytes], golden: Golden, name: str, ending: str) -> None:
    golden(HERE / "expected" / f"{name}.{ending}", site[f"text/{name}.{ending}"].decode())


def readable(page: str) -> str:
    """A page with a line per block, so that differences can be read."""
    blocks = "meta|link|title|style|script|body|header|nav|main|article|section|aside|fieldset|div|p|h\\d|[uod]l|li"
    return re.sub(rf"(?<!\n)(</?(?:{blocks})\b)", r"\n\1", page).strip() + "\n"


def test_every_link_leads_somewhere(site: dict[str, bytes]) -> None:
    broken: list[str] = []
    for path in site:
        if not path.endswith(".html"):
            continue
        tree = page(site, path)
        for link in tree.xpath("//@href | //@src"):
            address, _, fragment = str(link).partition("#")
            if re.match(r"https?:|data:", address):
                continue
            target = path if not address else (Path("/") / Path(path).parent / address).as_posix()
            target = str(Path("/" + target.lstrip("/")).resolve()).lstrip("/")
            if target not in site or (fragment and not page(site, target).xpath(f"//*[@id='{fragment}']")):
                broken.append(f"{path}: {link}")
    assert not broken


def test_ids_are_unique(site: dict[str, bytes]) -> None:
    for path in site:
        if path.endswith(".html"):
            ids = page(site, path).xpath("//@id")
            assert len(ids) == len(set(ids)), path


def test_a_page_is_small(site: dict[str, bytes]) -> None:
    assert max(len(content) for path, content in site.items() if path.endswith(".html")) < 100_000


@pytest.mark.parametrize("name", ["harbour", "typescript"])
def test_the_reading_view_has_the_words_of_the_reading_text(site: dict[str, bytes], name: str) -> None:
    tree = page(site, f"documents/{name}.html")
    [title], [text] = tree.xpath("//h1"), tree.xpath("//*[@class='text']")
    for name_of_class in ("dipl", "pb", "who", "noteref"):
        for hidden in tree.find_class(name_of_class):
            hidden.drop_tree()
    printed = "" if title.get("class") == "made" else title.text_content()
    seen = "".join(f"{printed} {text.text_content()}".split())
    analysis = "".join(site[f"text/{name}.analysis.txt"].decode().split())
    assert seen.replace("•", "") == analysis.replace("•", "").replace("|", "").replace("~~", "")


def test_what_stands_above_the_title_stands_above_it_small(tmp_path: Path) -> None:
    tei = DOCUMENTS[0].read_text(encoding="utf-8")
    above = '<head type="fileNumber">611.41/1</head>\n<head xml:id="head">'
    (tmp_path / "harbour.xml").write_text(tei.replace('<head xml:id="head">', above), encoding="utf-8")
    made = dict(pages([read(tmp_path / "harbour.xml")], [], COLLECTION, Design()))
    [title] = page(made, "documents/harbour.html").xpath("//h1")
    assert words(title).startswith("611.41/1 12. Memorandum of Conversation")
    assert [words(one) for one in title.find_class("above")] == ["611.41/1"]


def test_unchanged_pages_are_not_written_again(tmp_path: Path) -> None:
    written: list[Path] = []

    def write(path: Path, content: bytes) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        written.append(path)

    first = build_site(DOCUMENTS, AUTHORITIES, COLLECTION, tmp_path, write)
    assert first.written == len(first.pages) == len(written)
    (tmp_path / "old.html").write_text("old")
    second = build_site(DOCUMENTS, AUTHORITIES, COLLECTION, tmp_path, write)
    assert second == Site(first.pages, 0, ("old.html",))


def test_a_collection_that_says_nothing_has_an_edition() -> None:
    site = dict(pages([read(DOCUMENTS[0])], []))
    assert words(page(site, "index.html").find(".//h1")) == "Documents"
    assert words(page(site, "persons/falk.html").find(".//h1")) == "Ada Falk"


def test_a_user_brings_a_theme_and_a_stylesheet(tmp_path: Path) -> None:
    own = tmp_path / "document.xsl"
    own.write_text(
        '<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:v="urn:verbale:xslt">'
        f'<xsl:import href="{(STYLESHEETS / "html" / "document.xsl").as_uri()}"/>'
        '<xsl:function name="v:kicker"><xsl:param name="header"/>Kicker of one\'s own</xsl:function>'
        "</xsl:stylesheet>"
    )
    design = Design(theme=":root { --accent: green; }", stylesheets={"document.xsl": own})
    site = dict(pages([read(DOCUMENTS[0])], [], None, design))
    tree = page(site, "documents/harbour.html")
    assert words(tree.find_class("kicker")[0]) == "Kicker of one's own"
    assert "../assets/theme.css" in tree.xpath("//link/@href")
    assert site["assets/theme.css"] == b":root { --accent: green; }"


# What a user changes.


def test_a_design_is_one_file(tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text("<svg/>")
    (tmp_path / "own.css").write_text("h1 { color: green }")
    (tmp_path / "own.xsl").write_text("<x/>")
    file = tmp_path / "edition.toml"
    file.write_text(
        'url = "https://example.org"\nlead = "A lead."\nabout = "One.\\n\\nTwo."\nlogo = "logo.svg"\ncss = "own.css"\n'
        '[colours]\naccent = "#1f5c3a"\n[colours.dark]\naccent = "#9fd8b4"\n[stylesheets]\ndocument = "own.xsl"\n'
    )
    design, findings = load_design(file)
    assert not findings
    assert design.theme == (
        ":root { --accent: #1f5c3a; }\n"
        "@media (prefers-color-scheme: dark) { :root { --accent: #9fd8b4; }\n}\n"
        "\nh1 { color: green }"
    )
    assert design.stylesheet("html/document.xsl") == tmp_path / "own.xsl"
    site = dict(pages([read(DOCUMENTS[0])], [], COLLECTION, replace(design, stylesheets={})))
    assert words(page(site, "index.html").find_class("lead")[0]) == "A lead."
    assert [words(p) for p in page(site, "about.html").find_class("prose")[0].findall("p")][:2] == ["One.", "Two."]
    assert page(site, "documents/harbour.html").xpath("//header//img/@src") == ["../assets/logo.svg"]
    assert site["assets/logo.svg"] == b"<svg/>"


def test_a_design_with_mistakes_is_used_as_far_as_it_goes(tmp_path: Path) -> None:
    file = tmp_path / "edition.toml"
    file.write_text(
        'lead = "A lead."\nfont = "Arial"\nlogo = "none.svg"\nurl = 1\n'
        '[colours]\naccent = "red; } body { display: none"\n[stylesheets]\nindex = "x.xsl"\n'
    )
    design, findings = load_design(file)
    assert design == Design(lead="A lead.")
    assert [item.message for item in findings] == [
        "Nobody knows the key “font”.",
        "“url” must be a text.",
        "There is no file none.svg.",
        "There is no stylesheet for “index”.",
        "“accent = red; } body { display: none” is no colour.",
    ]
    file.write_text("lead = ")
    assert [item.code for item in load_design(file)[1]] == ["edition/design"]


# Normalized TEI.


def normalized(body: str, header: str = "") -> list[str]:
    """The said, sp and note elements of a text after normalization, each as its worked-out attributes."""
    stylesheet = HERE / "normalized.xsl"
    xml = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>{header}</teiHeader><text><body>{body}</body></text></TEI>'
    root = parse(transform(stylesheet, xml.encode()).encode())
    shown = (f"{V}n", f"{V}mark", f"{V}floating", f"{V}short", f"{V}voice", f"{V}turn", f"{V}label", "rend")
    return [
        " ".join(f"{name.removeprefix(V)}={element.attrib[name]}" for name in shown if name in element.attrib)
        for element in root.iter(f"{TEI}said", f"{TEI}sp", f"{TEI}note", f"{TEI}hi")
    ]


PEOPLE = (
    '<particDesc><listPerson{}><person xml:id="a"><persName><surname>Falk</surname></persName></person>'
    '<person xml:id="b"><persName>The Envoy</persName></person></listPerson></particDesc>'
)


def test_notes_are_numbered_where_they_hang() -> None:
    assert normalized(
        "<head>A<note>x</note></head><p>B<note><label>3</label>y</note></p><note><label>*</label>z</note>"
    ) == [
        "n=1 mark=",
        "n=2 mark=3",
        "n=3 mark=* floating=yes",
    ]


def test_a_turn_lasts_until_somebody_else_speaks() -> None:
    a, b = '<said who="#a">x</said>', '<said who="#b">y</said>'
    assert normalized(f"<p>{a}</p><p>{a} {a} {b}</p><p>{a}</p>", PEOPLE.format("")) == [
        "short=Falk voice=1 turn=1 label=new",
        "short=Falk voice=1 turn=1 label=again",
        "short=Falk voice=1 turn=1 label=none",
        "short=The Envoy voice=2 turn=2 label=new",
        "short=Falk voice=1 turn=3 label=new",
    ]


def test_a_quotation_in_a_speech_and_speech_in_a_note_have_no_turn() -> None:
    said = '<p><said who="#a">x <said who="#b">y</said></said><note><said who="#b">z</said></note></p>'
    assert [" turn=" in line for line in normalized(said, PEOPLE.format(""))] == [True, False, False, False]


def test_two_speakers_and_an_unknown_one() -> None:
    assert [
        line.partition(" voice")[0] for line in normalized('<sp who="#a #b"/><sp who="#x"/>', PEOPLE.format(""))
    ] == [
        "short=Falk, The Envoy",
        "short=?",
    ]


def test_a_cut_claim_looks_like_a_whole_one() -> None:
    assert normalized('<p><hi rend="bold open">a</hi></p><p><hi rend="close bold">b</hi></p>') == [
        "rend=bold",
        "rend=bold",
    ]


# Pages.


def test_no_link_stands_in_a_link() -> None:
    body = (
        '<text><body><p><placeName ref="#x">Soviet <pb n="2" xml:id="pg-2"/> Union</placeName> and '
        '<placeName ref="#x">Russia<note>Formerly.</note></placeName></p></body></text>'
    )
    root = parse(f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="own">{body}</TEI>'.encode())
    content = dict(pages([Source("own", b"", root)], []))["documents/own.html"].decode()
    assert '<a class="place" href="../places/x.html">Soviet <span class="pb" id="pg-2">2</span> Union</a>' in content
    assert '<span class="place">Russia<a class="noteref"' in content


def test_a_note_can_be_reached_and_left(site: dict[str, bytes]) -> None:
    tree = page(site, "documents/harbour.html")
    [link] = tree.xpath("//a[@id='ref-fn2']")
    [note] = tree.xpath("//li[@id='fn2']")
    assert link.get("href") == "#fn2"
    assert words(note) == "2See Document 13. ↩"
    assert note.xpath("./a[@class='number']/@href") == ["#fn2"]
    assert note.xpath(".//a[@class='back']/@href") == ["#ref-fn2"]


def test_a_note_without_anchor_is_among_the_notes(site: dict[str, bytes]) -> None:
    [note] = page(site, "documents/harbour.html").xpath("//li[@id='fn3']")
    assert words(note) == "3 Printed from an unsigned copy."


def test_persons_stand_by_delegation_with_their_roles(site: dict[str, bytes]) -> None:
    groups = page(site, "documents/harbour.html").find_class("delegation")
    assert [words(group) for group in groups] == [
        "NorlandAda FalkMinister of PortsTom BrandtInterpreter",
        "SudaniaLivia OrsiniAmbassador",
    ]


def test_offices_are_those_of_the_day(site: dict[str, bytes]) -> None:
    [entry] = page(site, "documents/harbour.html").xpath("//li[@id='person-falk']")
    assert words(entry.find_class("role")[0]) == "Minister of Ports"


def test_facts_of_the_header(site: dict[str, bytes]) -> None:
    facts = page(site, "documents/harbour.html").find_class("facts")[0]
    assert [(words(fact.find("dt")), words(fact.find("dd"))) for fact in facts.iterchildren("div")] == [
        ("Date", "9 November 1962From: decimal file numberCertainty: medium"),
        ("Place", "Port Clement, the Custom House"),
        ("Type", "Memorandum of conversation"),
        ("Subject", "Dredging of the harbour"),
        ("Archive", "Department of Ports, Central Files, 611.41/11-962"),
        ("Classification", "Secret"),
        ("Drafted by", "Brandt"),
    ]


def test_doubt_is_marked(site: dict[str, bytes]) -> None:
    tree = page(site, "documents/harbour.html")
    assert [words(element) for element in tree.find_class("cert-low") if element.tag == "a"] == ["Kern"]


def test_references_lead_to_documents_of_the_collection(site: dict[str, bytes]) -> None:
    assert page(site, "documents/harbour.html").xpath("//a[.='Document 13']/@href") == ["typescript.html"]


def test_a_place_page_says_where_the_place_is_named(site: dict[str, bytes]) -> None:
    text = words(page(site, "places/port-clement.html").find(".//main"))
    assert text.startswith("SettlementPort Clement")
    assert "12. Memorandum of ConversationDredging of the harbour · is named once" in text
    assert "Record of a Meeting at Port Clementis named once" in text


def test_a_person_page_tells_offices_documents_and_partners(site: dict[str, bytes]) -> None:
    text = words(page(site, "persons/falk.html").find(".//main"))
    assert "3 February 1911 – 1990" in text
    assert "2 January 1958 to 30 May 1961" in text
    assert "takes part · speaks 2 times · is named 3 times" in text
    assert "In conversation with" in text


def test_cards_tell_where_else_a_person_occurs(site: dict[str, bytes]) -> None:
    [entry] = page(site, "documents/harbour.html").xpath("//li[@id='person-falk']")
    assert words(entry.find_class("also")[0]) == "also between 1 January 1963 and 31 January 1963"
    assert entry.xpath(".//*[@class='also']/a/@href") == ["typescript.html"]


def test_an_organization_is_a_quiet_link_with_a_card_and_a_page(site: dict[str, bytes]) -> None:
    tree = page(site, "documents/harbour.html")
    assert tree.xpath("//a[@class='org'][.='H.B.']/@href") == ["../organizations/harbour-board.html"]
    assert words(tree.xpath("//li[@id='org-harbour-board']")[0]) == "Harbour Boardboard"
    assert words(page(site, "organizations/harbour-board.html").find(".//main")).startswith("BoardHarbour Board")


def test_a_turn_is_an_address(site: dict[str, bytes]) -> None:
    tree = page(site, "documents/harbour.html")
    assert [(words(a), a.get("href")) for a in tree.find_class("who")] == [
        ("Falk", "#turn-1"),
        ("Falk", "#turn-1"),
        ("Orsini", "#turn-2"),
        ("Orsini", "#turn-2"),
        ("Falk", "#turn-3"),
    ]


def test_neighbours_are_named_with_their_dates(site: dict[str, bytes]) -> None:
    [neighbour] = page(site, "documents/typescript.html").xpath("//a[@rel='prev']")
    assert words(neighbour) == "Previous · 9 November 196212. Memorandum of Conversation"


def abbreviations(site: dict[str, bytes]) -> list[tuple[str, str]]:
    [table] = page(site, "abbreviations.html").find_class("abbreviations")
    return [
        (words(term), words(meaning)) for term, meaning in zip(table.findall("dt"), table.findall("dd"), strict=True)
    ]


def test_abbreviations_are_those_that_somebody_vouches_for() -> None:
    authorities = [parse(path.read_bytes()) for path in AUTHORITIES]
    design = Design(abbreviations={"SOV": "Office of Soviet Union Affairs"})
    site = dict(pages([read(DOCUMENTS[0])], authorities, None, design))
    assert abbreviations(site) == [
        ("Amb.", "Ambassador"),
        ("H.B.", "Harbour Board"),
        ("SOV", "Office of Soviet Union Affairs"),
    ]


@pytest.mark.parametrize(
    ("printed", "names", "is_one"),
    [
        ("EEC", ["European Economic Community"], True),
        ("U.S.S.R.", ["Soviet Union", "U.S.S.R."], True),
        ("USSR", ["Soviet Union", "U.S.S.R."], True),
        ("CUBA", ["Cuba"], False),
        ("USSR", ["Soviet Union"], False),
    ],
)
def test_capitals_alone_are_no_abbreviation(printed: str, names: list[str], is_one: bool) -> None:
    body = f'<text><body><p><placeName ref="#x">{printed}</placeName></p></body></text>'
    source = parse(f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="own">{body}</TEI>'.encode())
    entry = "".join(f"<placeName>{name}</placeName>" for name in names)
    authority = parse(f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><place xml:id="x">{entry}</place></TEI>'.encode())
    assert ("abbreviations.html" in dict(pages([Source("own", b"", source)], [authority]))) == is_one


def test_the_header_is_never_trusted_as_markup() -> None:
    source = read(DOCUMENTS[1])
    title = source.root.find(f".//{TEI}title")
    assert title is not None
    title.text = "</script><script>alert(1)</script>"
    content = dict(pages([source], []))["documents/typescript.html"].decode()
    assert "<script>alert" not in content


# Large collections.


def many(number: int) -> list[Source]:
    """Documents that differ by their id and by their year, seven in each, from 1950; the last ten have no date."""
    sources = []
    for n in range(number):
        source = read(DOCUMENTS[0])
        source.root.set("{http://www.w3.org/XML/1998/namespace}id", f"harbour-{n}")
        date = source.root.find(f".//{TEI}creation/{TEI}date")
        assert date is not None
        date.attrib.clear()
        if n < number - 10:
            date.set("when", f"{1950 + n // 7}-03-{n % 7 + 1:02}")
        sources.append(source)
    return sources


@pytest.fixture(scope="module")
def large() -> dict[str, bytes]:
    return dict(pages(many(130), [parse(path.read_bytes()) for path in AUTHORITIES], COLLECTION))


def test_long_lists_have_several_pages(large: dict[str, bytes]) -> None:
    assert [path for path in large if path.startswith("index")] == ["index.html", "index~2.html", "index~3.html"]
    pager = page(large, "index.html").find_class("pager")[0]
    assert [words(link) for link in pager.iter("a")] == [
        "March 1950 – March 1958",
        "March 1958 – March 1967",
        "undated",
    ]
    listed = [
        link
        for path in ("index.html", "index~2.html", "index~3.html")
        for link in page(large, path).xpath("//*[@class='listed']//h3/a/@href")
    ]
    assert len(listed) == len(set(listed)) == 130


def test_a_long_chronology_has_a_page_for_each_year(large: dict[str, bytes]) -> None:
    years = page(large, "chronology.html").find_class("years")[0]
    assert [words(line) for line in years][:2] == ["19507 documents", "19517 documents"]
    assert words(years[-1]) == "Undated10 documents"
    assert [words(h2) for h2 in page(large, "chronology/1950.html").iter("h2")] == ["March 1950"]
    assert len(page(large, "chronology/undated.html").find_class("card")) == 10


def test_pages_of_a_large_collection_are_small_and_their_links_lead_somewhere(large: dict[str, bytes]) -> None:
    assert max(len(content) for path, content in large.items() if path.endswith(".html")) < 100_000
    test_every_link_leads_somewhere(large)


# The news feed.


def test_a_feed_tells_what_was_changed_and_never_when_it_was_built(site: dict[str, bytes]) -> None:
    assert "atom.xml" not in site, "no day of a change is known"
    design = Design("https://example.org/h", updated="2026-01-31")
    news = dict(pages([read(path) for path in DOCUMENTS], [], COLLECTION, design))
    feed = parse(news["atom.xml"])
    atom = "{http://www.w3.org/2005/Atom}"
    assert feed.findtext(f"{atom}updated") == "2026-01-31T00:00:00Z"
    assert {entry.findtext(f"{atom}id") for entry in feed.iter(f"{atom}entry")} == {
        "https://example.org/h/documents/harbour.html",
        "https://example.org/h/documents/typescript.html",
    }
    assert page(news, "documents/harbour.html").xpath("//link[@rel='alternate']/@href") == ["../atom.xml"]


def test_a_revision_of_a_file_is_news() -> None:
    source = read(DOCUMENTS[0])
    header = source.root.find(f"{TEI}teiHeader")
    assert header is not None
    header.append(
        parse(b'<revisionDesc xmlns="http://www.tei-c.org/ns/1.0"><change when="2026-02-01"/></revisionDesc>')
    )
    news = dict(pages([source, read(DOCUMENTS[1])], [], COLLECTION, Design("https://example.org/h")))
    assert b"2026-02-01T00:00:00Z" in news["atom.xml"]
    assert b"typescript" not in news["atom.xml"]


# The search.


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Secretary’s Élan", ["the", "secretary", "s", "elan"]),
        ("Schröder, MIG-21s", ["schroder", "mig", "21s"]),
        ("Moscowʼs", ["moscow", "s"]),
        ("Президент й", ["президент", "и"]),
        ("snake_case", ["snake", "case"]),
    ],
)
def test_words_are_compared_without_accents_and_capitals(text: str, words: list[str]) -> None:
    assert fold(text) == words


def called(script: bytes) -> list[Any]:
    """The arguments of the call that a script of the index is."""
    arguments = script.decode().strip().partition("(")[2].removesuffix(");")
    parsed: list[Any] = json.loads(f"[{arguments}]")
    return parsed


def test_the_index_leads_from_words_to_documents(site: dict[str, bytes]) -> None:
    words = {"drafted": [0], "dredge": [1], "dredgers": [0, 1], "dredging": [0]}
    assert called(site["search/words/dr.js"]) == ["dr", words]


def test_the_index_knows_paragraphs_and_who_speaks_in_them(site: dict[str, bytes]) -> None:
    name, paragraphs = called(site["search/text/typescript.js"])
    assert name == "typescript"
    assert ["p-1", "Is it settled?", ["falk"]] in paragraphs
    assert ["", "Agreement", []] in paragraphs


def test_notes_are_found_at_their_own_place(site: dict[str, bytes]) -> None:
    _, paragraphs = called(site["search/text/harbour.js"])
    assert ["fn2", "See Document 13.", []] in paragraphs


# Files that are not as they should be.


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<text/>",
        "<teiHeader/><text><body/></text>",
        '<text><body><p><said who="#nobody">x</said> <persName ref="#nobody">y</persName><pb/></p></body></text>',
        '<text><body><list><label/></list><table><row/></table><sp><p/></sp><choice/><ptr type="note"/></body></text>',
        '<text><body><div type="document"><head/><unknown>words</unknown><date/><gap/></div></body></text>',
    ],
)
def test_hand_made_files_have_pages_too(body: str) -> None:
    root = parse(f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="own">{body}</TEI>'.encode())
    assert "documents/own.html" in dict(pages([Source("own", b"", root)], []))


# Citations.


def test_bibtex(site: dict[str, bytes]) -> None:
    assert site["cite/harbour.bib"].decode() == (
        "@misc{harbour,\n  title = {12. Memorandum of Conversation},\n  date = {1962-11-09},\n"
        "  booktitle = {Conversations on Harbours},\n  publisher = {Verbale},\n"
        "  url = {https://example.org/h/documents/harbour.html}\n}\n"
    )


def test_csl_json(site: dict[str, bytes]) -> None:
    [entry] = json.loads(site["cite/typescript.json"])
    assert entry["issued"] == {"date-parts": [[1963, 1, 1], [1963, 1, 31]]}
    assert entry["URL"] == "https://example.org/h/documents/typescript.html"
