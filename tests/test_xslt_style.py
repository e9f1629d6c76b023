"""The stylesheets keep the rules of the house (docs/architecture.md): typed, declared, documented, nothing twice, and
nothing dead.

Length is never asserted; what is asserted is that a reader finds the type of everything where it is declared, and a
sentence with an example before every function and template. Each rule is a function from a stylesheet to complaints,
and below the rules stands a stylesheet that breaks them all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

import pytest
from lxml import etree

from pipeline.resources import folder

XSL = "{http://www.w3.org/1999/XSL/Transform}"
STYLESHEETS = sorted(folder("xslt").rglob("*.xsl"))
TYPED = ("template", "function", "param", "variable", "with-param")
EXPLAINED = ("template", "function", "variable", "mode", "key")
EXAMPLE = re.compile("[→'“`]|See the example")
"""How an example in a comment can be told: an arrow to what comes out, quoted values, or a pointer to the head."""

LONG = 200
"""Characters from which on two equal bodies are a repetition and no accident."""

Rule = Callable[[etree._Element], Iterator[str]]


def components(root: etree._Element, *names: str) -> Iterator[etree._Element]:
    return root.iter(*(XSL + name for name in names))


def where(element: etree._Element) -> str:
    name = etree.QName(element).localname
    return f"line {element.sourceline}: {name} {element.get('name') or element.get('match')}"


def comment_before(element: etree._Element) -> str:
    before = element.getprevious()
    return " ".join((before.text or "").split()) if isinstance(before, etree._Comment) else ""


# Rules for one stylesheet.


def untyped(root: etree._Element) -> Iterator[str]:
    """Everything that holds a value says of which type."""
    for element in components(root, *TYPED):
        if "as" not in element.attrib and not (element.tag == f"{XSL}with-param" and "select" in element.attrib):
            yield where(element)


def loose_head(root: etree._Element) -> Iterator[str]:
    """Version, text value templates, the namespace of TEI, and no namespaces in results that nobody needs."""
    wanted = {"version": "3.0", "expand-text": "yes", "exclude-result-prefixes": "#all"}
    wanted["xpath-default-namespace"] = "http://www.tei-c.org/ns/1.0"
    yield from (f"{name}={root.get(name)}" for name, value in wanted.items() if root.get(name) != value)


def without_mode(root: etree._Element) -> Iterator[str]:
    """Only the template that begins has no mode."""
    matching = [element for element in components(root, "template") if "match" in element.attrib]
    unmoded = [element for element in matching if "mode" not in element.attrib]
    yield from (where(element) for element in unmoded if element.get("match") != "/")
    yield from (where(element) for element in unmoded[1:])


def silent(root: etree._Element) -> Iterator[str]:
    """A comment stands before the stylesheet and before each component, except where the whole begins."""
    if not isinstance(root.getprevious(), etree._Comment):
        yield "no comment at the head"
    for element in root.iterchildren(*(XSL + name for name in EXPLAINED)):
        if not comment_before(element) and element.get("match") not in ("/", "TEI"):
            yield where(element)


def without_example(root: etree._Element) -> Iterator[str]:
    """The comment before a function or template has an example."""
    for element in root.iterchildren(f"{XSL}function", f"{XSL}template"):
        if element.get("match") not in ("/", "TEI") and not EXAMPLE.search(comment_before(element)):
            yield where(element)


def unused_names(root: etree._Element) -> Iterator[str]:
    """A parameter or variable inside a component is used there; what goes through it in a tunnel need not be."""
    for element in root.iterdescendants(f"{XSL}param", f"{XSL}variable"):
        parent = element.getparent()
        if parent is None or parent is root or element.get("tunnel") == "yes":
            continue
        if f"${element.get('name')}" not in etree.tostring(parent, encoding="unicode"):
            yield where(element)


MODERN: Sequence[Rule] = (untyped, loose_head, without_mode)
"""Rules about what XSLT 1.0 does not have."""
RULES: Sequence[Rule] = (*MODERN, silent, without_example, unused_names)
OLD = frozenset({"restore.xsl"})
"""The stylesheets in XSLT 1.0 (docs/decisions/0008-the-proof-needs-no-saxon.md)."""


# Rules for all stylesheets together.


def undeclared_modes(roots: Sequence[etree._Element]) -> Iterator[str]:
    """Every mode is declared, with what happens to the rest, and used."""
    declared = {mode.get("name"): mode for root in roots for mode in components(root, "mode")}
    yield from (where(mode) for mode in declared.values() if "on-no-match" not in mode.attrib)
    used = {
        element.get("mode")
        for root in roots
        for element in components(root, "template", "apply-templates")
        if "mode" in element.attrib
    }
    yield from (f"mode {name}" for name in sorted(map(str, used ^ declared.keys())))


def dead(roots: Sequence[etree._Element]) -> Iterator[str]:
    """Every function, named template and global variable is used somewhere."""
    code = "".join(etree.tostring(without_comments(root), encoding="unicode") for root in roots)
    for root in roots:
        for element in root.iterchildren(f"{XSL}function", f"{XSL}template", f"{XSL}variable"):
            name = re.escape(element.get("name", ""))
            uses = {"function": rf"{name}[(#]", "template": rf'call-template name="{name}"', "variable": rf"\${name}\b"}
            if name and "match" not in element.attrib and not re.search(uses[etree.QName(element).localname], code):
                yield where(element)


def repeated(roots: Sequence[etree._Element]) -> Iterator[str]:
    """No two components have the same long body."""
    bodies = sorted(
        (body, where(element))
        for root in roots
        for element in root.iterchildren(f"{XSL}function", f"{XSL}template")
        if len(body := " ".join("".join(etree.tostring(part, encoding="unicode") for part in element).split())) > LONG
    )
    for _, same in groupby(bodies, key=lambda pair: pair[0]):
        names = [name for _, name in same]
        if len(names) > 1:
            yield " and ".join(names)


def without_comments(root: etree._Element) -> etree._Element:
    copy = etree.fromstring(etree.tostring(root))
    etree.strip_tags(copy, etree.Comment)
    return copy


WHOLE: Sequence[Callable[[Sequence[etree._Element]], Iterator[str]]] = (undeclared_modes, dead, repeated)


# Our stylesheets keep the rules.


@pytest.fixture(scope="module")
def roots() -> list[etree._Element]:
    return [etree.parse(path).getroot() for path in STYLESHEETS]


def test_there_are_stylesheets() -> None:
    assert len(STYLESHEETS) > 10


KEPT = [(path, rule) for path in STYLESHEETS for rule in RULES if path.name not in OLD or rule not in MODERN]


@pytest.mark.parametrize(("path", "rule"), KEPT, ids=[f"{path.stem}-{rule.__name__}" for path, rule in KEPT])
def test_a_stylesheet_keeps_the_rules(path: Path, rule: Rule) -> None:
    assert not list(rule(etree.parse(path).getroot()))


@pytest.mark.parametrize("name", OLD)
def test_what_is_written_for_any_processor_runs_in_libxslt(name: str) -> None:
    sheet = etree.parse(folder("xslt") / name)
    assert sheet.getroot().get("version") == "1.0"
    etree.XSLT(sheet)


@pytest.mark.parametrize("rule", WHOLE, ids=lambda rule: rule.__name__)
def test_all_together_keep_the_rules(
    rule: Callable[[Sequence[etree._Element]], Iterator[str]], roots: list[etree._Element]
) -> None:
    assert not list(rule(roots))


# A stylesheet that keeps none.

BODY = '<xsl:sequence select="1"/>' * 10
BROKEN = etree.fromstring(
    f"""<xsl:stylesheet version="2.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:v="urn:verbale:xslt">
  <xsl:mode name="v:never"/>
  <!-- Without type, example, and use. -->
  <xsl:function name="v:dead"><xsl:param name="unused" as="xs:string"/>{BODY}</xsl:function>
  <xsl:function name="v:twin" as="xs:integer"><xsl:param name="unused" as="xs:string"/>{BODY}</xsl:function>
  <xsl:template match="p"/>
</xsl:stylesheet>"""
)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_a_rule_can_be_broken(rule: Rule) -> None:
    assert list(rule(BROKEN))


@pytest.mark.parametrize("rule", WHOLE, ids=lambda rule: rule.__name__)
def test_a_rule_for_all_can_be_broken(rule: Callable[[Sequence[etree._Element]], Iterator[str]]) -> None:
    assert list(rule([BROKEN]))
