"""The profile: what is derived is up to date, every example is valid, and whatever it accepts, TEI accepts."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from lxml import etree, html

from pipeline.schema import odd
from pipeline.schema.__main__ import ODD, derived
from pipeline.validate import validate_bytes
from pipeline.validate.grammar import RNG, XSD, machine, xsd
from pipeline.validate.relaxng.engine import Machine, validate
from pipeline.validate.relaxng.patterns import Pattern, attribute_names, next_elements
from pipeline.xslt import STYLESHEETS, parse, transform_many

TEI = "http://www.tei-c.org/ns/1.0"
TEI_ALL = Path(__file__).parents[1].parent / "shared" / "tei" / "tei_all.rng"
PROFILE = odd.read(ODD)
NAMES = sorted(PROFILE.elements)
needs_tei_all = pytest.mark.skipif(not TEI_ALL.exists(), reason="the official schema is not at hand")


@pytest.mark.parametrize(("path", "text"), list(derived()), ids=lambda value: getattr(value, "name", ""))
def test_the_derived_schemas_are_up_to_date(path: Path, text: str) -> None:
    assert path.read_text(encoding="utf-8") == text, "run `make schema`"


def test_everything_in_the_customization_is_described() -> None:
    assert not [e.name for e in PROFILE.elements.values() if not e.desc]
    assert not [(e.name, a.name) for e in PROFILE.elements.values() for a in e.attributes if not a.desc]


@pytest.mark.skipif(not TEI_ALL.exists(), reason="the official schema is not at hand")
def test_the_customization_is_valid_tei() -> None:
    for schema in (TEI_ALL, TEI_ALL.with_name("tei_all-4.8.0.isosch")):
        assert validate_bytes(ODD, ODD.read_bytes(), schema=schema) == []


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ('<elementSpec ident="p"><content><anyElement/></content>', "anyElement in a content model"),
        ('<elementSpec ident="p"><content><elementRef key="q"/></content>', "undeclared elements: q"),
        (
            '<elementSpec ident="p"><classes><memberOf key="model.x"/></classes><content><empty/></content>',
            "undeclared",
        ),
    ],
)
def test_what_the_generator_does_not_know_is_an_error(tmp_path: Path, content: str, why: str) -> None:
    example = '<exemplum><egXML xmlns="http://www.tei-c.org/ns/Examples"/></exemplum></elementSpec>'
    path = tmp_path / "a.odd"
    path.write_text(f'<TEI xmlns="{TEI}"><schemaSpec ident="a">{content}{example}</schemaSpec></TEI>')
    with pytest.raises(odd.OddError, match=why):
        odd.read(path)


# -- examples --------------------------------------------------------------------------------------------------------
def example(name: str) -> etree._Element:
    """The example of an element: the first element of that name in it, in the TEI namespace."""
    text = etree.tostring(PROFILE.elements[name].example, encoding="unicode", with_tail=False)
    root = etree.fromstring(text.replace("http://www.tei-c.org/ns/Examples", TEI))
    element = next(root.iter(f"{{{TEI}}}{name}"))
    element.tail = None
    return copy.deepcopy(element)


@cache
def relaxng_for_any_root(path: Path) -> etree.RelaxNG:
    """A schema that accepts each of our elements as the outermost one."""
    tree = etree.parse(path)
    start = tree.getroot().find("{*}start")
    assert start is not None
    namespace = "http://relaxng.org/ns/structure/1.0"
    for child in list(start):
        start.remove(child)
    choice = etree.SubElement(start, f"{{{namespace}}}choice")
    for name in NAMES:
        etree.SubElement(choice, f"{{{namespace}}}ref", name=name)
    return etree.RelaxNG(tree)


@pytest.mark.parametrize("name", NAMES)
def test_every_example_is_valid_in_both_languages(name: str) -> None:
    tree = etree.ElementTree(example(name))
    relaxng = relaxng_for_any_root(RNG)
    assert relaxng.validate(tree), relaxng.error_log
    assert xsd(XSD).is_valid(tree.getroot())


SAMPLES = {
    "data.id": "a1", "data.text": "any text", "data.word": "word", "data.words": "two words", "data.pointer": "#a",
    "data.pointers": "#a b.xml#c", "data.language": "en", "data.certainty": "low", "data.moment": "1962-11-09",
    "data.number": "1.5", "data.count": "3", "data.truth": "true", "data.version": "1.2", "data.name": "verbale",
    "data.scheme": "wd",
}  # fmt: skip


def with_attributes(name: str) -> Iterator[etree._Element]:
    """The example of an element once with each attribute that the profile allows."""
    for attribute in PROFILE.attributes(PROFILE.elements[name]).values():
        element = example(name)
        value = attribute.values[0][0] if attribute.values else SAMPLES[attribute.datatype]
        element.set(attribute.name.replace("xml:", "{http://www.w3.org/XML/1998/namespace}"), value)
        yield element


@pytest.mark.parametrize("name", NAMES)
def test_every_attribute_is_valid_in_both_languages(name: str) -> None:
    for element in with_attributes(name):
        relaxng = relaxng_for_any_root(RNG)
        assert relaxng.validate(element), relaxng.error_log
        assert xsd(XSD).is_valid(element), etree.tostring(element)


@pytest.mark.slow
@needs_tei_all
def test_tei_accepts_every_example_with_every_attribute() -> None:
    relaxng = relaxng_for_any_root(TEI_ALL)
    for name in NAMES:
        for element in (example(name), *with_attributes(name)):
            assert relaxng.validate(element), (etree.tostring(element), relaxng.error_log)


# -- the proof: what the profile accepts, TEI accepts ----------------------------------------------------------------
def content(schema: Machine, name: str) -> Pattern:
    """All that an element may hold, attributes included, wherever it is declared."""
    declared = schema.schema.declared(f"{TEI}}}{name}")
    assert declared, f"{name} is not declared"
    return schema.patterns.choice(p.content() for p in declared if p.content is not None)


def after_element(schema: Machine, p: Pattern, name: str) -> Pattern:
    return schema.patterns.choice(rest for _, rest in schema.patterns.open(p, f"{TEI}}}{name}"))


def counterexample(ours: Machine, theirs: Machine, name: str) -> list[str] | None:
    """A sequence of children that our schema allows in an element and the other does not; None if there is none.

    Both content models are walked at once, as automata whose states are derivatives: every step that ours can take,
    the other must be able to take, and where ours may end, the other must be allowed to end.
    """
    start = (ours.patterns.loosen(content(ours, name)), theirs.patterns.loosen(content(theirs, name)))
    ways: dict[tuple[Pattern, Pattern], list[str]] = {start: []}
    todo = [start]
    while todo:
        p, q = todo.pop()
        way = ways[p, q]
        if p.nullable and not q.nullable:
            return [*way, "(end)"]
        steps = [(child, after_element(ours, p, child), after_element(theirs, q, child)) for child in next_elements(p)]
        steps.append(("(text)", ours.patterns.read_text(p, "a"), theirs.patterns.read_text(q, "a")))
        for step, p2, q2 in steps:
            if p2 is ours.patterns.nothing:
                continue
            if q2 is theirs.patterns.nothing:
                return [*way, step]
            if (p2, q2) not in ways:
                ways[p2, q2] = [*way, step]
                todo.append((p2, q2))
    return None


@needs_tei_all
@pytest.mark.parametrize("name", NAMES)
def test_the_profile_is_a_subset_of_tei(name: str) -> None:
    ours, theirs = machine(RNG), machine(TEI_ALL)
    assert counterexample(ours, theirs, name) is None
    allowed, required = attribute_names(content(ours, name))
    tei_allowed, tei_required = attribute_names(content(theirs, name))
    assert set(allowed) <= set(tei_allowed)
    assert set(tei_required) <= set(required)


def test_the_proof_finds_a_way_out_where_there_is_one(tmp_path: Path) -> None:
    wide, narrow = tmp_path / "wide.rng", tmp_path / "narrow.rng"
    grammar = (
        '<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="http://www.tei-c.org/ns/1.0"><start><ref name="p"/>'
        '</start><define name="p"><element name="p">{}</element></define><define name="a"><element name="a"><empty/>'
        "</element></define></grammar>"
    )
    wide.write_text(grammar.format('<oneOrMore><ref name="a"/></oneOrMore>'))
    narrow.write_text(grammar.format('<ref name="a"/>'))
    assert counterexample(machine(wide), machine(narrow), "p") == ["a", "a"]
    assert counterexample(machine(narrow), machine(wide), "p") is None


# -- documents that people encoded -------------------------------------------------------------------------------------
GOLD = sorted((TEI_ALL.parents[1] / "gold" / "dev").glob("*.gold.xml"))
HEADER = (
    "<teiHeader><fileDesc><titleStmt><title>t</title></titleStmt><publicationStmt><p>p</p></publicationStmt>"
    "<sourceDesc><p>s</p></sourceDesc></fileDesc></teiHeader>"
)


@pytest.mark.skipif(not GOLD, reason="the documents are not at hand")
def test_documents_of_a_published_edition_fit_the_profile() -> None:
    for path in GOLD:
        document = path.read_text(encoding="utf-8").partition("?>")[2]
        data = f'<TEI xmlns="{TEI}">{HEADER}<text><body>{document}</body></text></TEI>'.encode()
        codes = {finding.code for finding in validate_bytes(path, data)}
        assert codes <= {"house/broken-pointer"}, path  # their persons stand in another file
        assert validate(machine(TEI_ALL), data) == [], path


# -- the manual --------------------------------------------------------------------------------------------------------
def test_the_manual_has_a_page_for_each_element_that_tells_all_of_it() -> None:
    edition = etree.Element("{urn:verbale:edition}edition", title="Conversations")
    edition.append(parse(ODD.read_bytes()))
    pages = transform_many(STYLESHEETS / "html" / "manual.xsl", edition)
    assert set(pages) == {"manual/index.html", *(f"manual/{name}.html" for name in NAMES)}
    for name in NAMES:
        page = html.fromstring(pages[f"manual/{name}.html"])
        assert page.findtext(".//h1") == f"<{name}>"
        shown = [dt.findtext("code") for dt in page.iterfind(".//dl[@class='attributes']/dt")]
        assert set(shown) == set(PROFILE.attributes(PROFILE.elements[name]))
        links = {a.get("href", "") for a in page.iter("a")}
        assert not {link for link in links if "/" not in link and f"manual/{link.partition('#')[0]}" not in pages} - {
            "#main"
        }
    assert "<list>" in html.fromstring(pages["manual/item.html"]).text_content().partition("May stand in")[2]
