"""The stylesheets keep the rules of the house (docs/architecture.md): typed, declared, documented.

Length is never asserted; what is asserted is that a reader finds the type of everything where it is declared, and a
sentence with an example before every named component.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from pipeline.resources import folder

XSL = "{http://www.w3.org/1999/XSL/Transform}"
STYLESHEETS = sorted(folder("xslt").rglob("*.xsl"))
TYPED = ("template", "function", "param", "variable", "with-param")


def tree(path: Path) -> etree._Element:
    return etree.parse(path).getroot()


def components(root: etree._Element, *names: str) -> Iterator[etree._Element]:
    return root.iter(*(XSL + name for name in names))


def where(element: etree._Element) -> str:
    return f"line {element.sourceline}: {element.tag.removeprefix(XSL)} {element.get('name') or element.get('match')}"


@pytest.fixture(params=STYLESHEETS, ids=lambda path: str(path.relative_to(folder("xslt"))))
def root(request: pytest.FixtureRequest) -> etree._Element:
    return tree(request.param)


def test_there_are_stylesheets() -> None:
    assert STYLESHEETS


def test_everything_has_a_type(root: etree._Element) -> None:
    untyped = [
        where(element)
        for element in components(root, *TYPED)
        if "as" not in element.attrib and not (element.tag == XSL + "with-param" and "select" in element.attrib)
    ]
    assert not untyped


def test_version_expand_text_and_namespaces(root: etree._Element) -> None:
    assert root.get("version") == "3.0"
    assert root.get("expand-text") == "yes"
    assert root.get("xpath-default-namespace") == "http://www.tei-c.org/ns/1.0"
    assert root.get("exclude-result-prefixes") == "#all"


def test_every_mode_is_declared_with_what_happens_to_the_rest() -> None:
    declared: set[str] = set()
    used: set[str] = set()
    for path in STYLESHEETS:
        root = tree(path)
        for mode in components(root, "mode"):
            assert "on-no-match" in mode.attrib, where(mode)
            assert mode.get("name"), where(mode)
            declared.add(mode.attrib["name"])
        used |= {
            element.attrib["mode"]
            for element in components(root, "template", "apply-templates")
            if "mode" in element.attrib
        }
    assert used == declared


def test_only_the_first_template_has_no_mode(root: etree._Element) -> None:
    unmoded = [t for t in components(root, "template") if "match" in t.attrib and "mode" not in t.attrib]
    assert all(t.get("match") == "/" for t in unmoded)
    assert len(unmoded) <= 1


def test_every_component_has_a_comment(root: etree._Element) -> None:
    silent = [
        where(element)
        for element in root.iterchildren(*(XSL + name for name in ("template", "function", "variable", "mode", "key")))
        if not isinstance(element.getprevious(), etree._Comment) and element.get("match") not in ("/", "TEI")
    ]
    assert not silent


def test_every_stylesheet_opens_with_a_comment(root: etree._Element) -> None:
    assert isinstance(root.getprevious(), etree._Comment)
