"""ISO Schematron without Java: a schema becomes an XSLT 3.0 stylesheet, which Saxon runs.

    <sch:pattern>                               <xsl:template mode="p1" priority="1" match="tei:gap[@quantity]">
      <sch:rule context="tei:gap[@quantity]">     <xsl:if test="not(@unit)"><v:failed …>No unit.</v:failed></xsl:if>
        <sch:assert test="@unit">No unit.    →    <xsl:apply-templates mode="p1" select="@*, node()"/>
                                                </xsl:template>

Covered: namespaces, variables, patterns, rules, `assert`, `report`, `value-of`, `name`, diagnostics, roles, phases,
abstract rules and patterns, local includes, and embedded XSLT (keys, functions). A pattern is a mode, so that the first
rule that fits a node wins within a pattern, as the standard asks.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Final

from lxml import etree
from lxml.builder import ElementMaker

from pipeline.findings import CODES, finding
from pipeline.model import Finding
from pipeline.safe_xml import NoXml, root_of
from pipeline.validate.parsing import Source, element_path
from pipeline.xslt import XsltError, transform_with

SCH: Final = "{http://purl.oclc.org/dsdl/schematron}"
XSL: Final = "http://www.w3.org/1999/XSL/Transform"
_OWN: Final = "urn:verbale:schematron"
_X: Final = ElementMaker(namespace=XSL)
_BINDINGS: Final = frozenset({"", "xslt", "xslt2", "xslt3", "xpath", "xpath2", "xpath3", "xpath31"})


class SchematronError(ValueError):
    """The schema is not one that can be used; the message is for people."""


def check(source: Source, schema: Path) -> Iterator[Finding]:
    """What a Schematron schema says of a file."""
    try:
        report = transform_with(stylesheet(schema), etree.tostring(source.root, encoding="utf-8"))
    except XsltError as error:
        raise SchematronError(str(error)) from error
    for failed in etree.fromstring(report.encode()):
        yield _finding(source, failed)


_SEVERITY: Final = {
    "fatal": "error", "error": "error", "warn": "warning", "warning": "warning", "nonfatal": "warning",
    "info": "information", "information": "information", "notice": "information",
}  # fmt: skip


def _finding(source: Source, failed: etree._Element) -> Finding:
    element = source.elements[int(failed.get("number", "0"))]
    rule = failed.get("rule", "")
    code = re.sub(r"\.\d+$", "", rule).replace(".", "/", 1)
    if code not in CODES:
        code = f"schematron/{_SEVERITY.get(failed.get('role', '').lower(), 'error')}"
    words = " ".join((failed.findtext(f"{{{_OWN}}}message") or "").split())
    hints = [" ".join((hint.text or "").split()) for hint in failed.iterfind(f"{{{_OWN}}}hint")]
    if rule and code.startswith("schematron/"):
        hints.append(f"Rule {rule}.")
    line, column = source.place(element, failed.get("attribute", ""))
    made = finding(code, f"{words} In {element_path(element)}.", " ".join(hints))
    return replace(made, path=str(source.path), line=line, column=column)


# -- from Schematron to XSLT -------------------------------------------------------------------------------------------
@cache
def stylesheet(path: Path) -> str:
    """The stylesheet for a schema file; its output is `v:report` with a `v:failed` for each failure."""
    root = _read(path)
    if root.tag != f"{SCH}schema":
        raise SchematronError(f"{path.name} is not a Schematron schema")
    if root.get("queryBinding", "").lower() not in _BINDINGS:
        raise SchematronError(f"the query language {root.get('queryBinding')} is not supported")
    patterns = [_concrete(root, pattern) for pattern in _active(root)]
    namespaces = {ns.get("prefix", ""): ns.get("uri", "") for ns in root.iter(f"{SCH}ns")}
    sheet = etree.Element(f"{{{XSL}}}stylesheet", nsmap={**namespaces, "xsl": XSL, "v": _OWN}, version="3.0")
    sheet.append(_X("mode", **{"on-no-match": "shallow-skip"}))
    sheet.extend(copy.deepcopy(child) for child in root if etree.QName(child).namespace == XSL)
    sheet.extend(_variable(let) for let in root.iterchildren(f"{SCH}let"))
    sheet.append(_start(len(patterns)))
    for number, pattern in enumerate(patterns):
        sheet.append(_X("mode", name=f"p{number}", **{"on-no-match": "shallow-skip"}))
        rules = [rule for rule in pattern.iterchildren(f"{SCH}rule") if rule.get("abstract") != "true"]
        sheet.extend(_template(root, pattern, rule, number, -place) for place, rule in enumerate(rules))
    return etree.tostring(sheet, encoding="unicode")


def _read(path: Path) -> etree._Element:
    """A schema with its includes in place."""
    try:
        root = root_of(path.read_bytes())
    except (OSError, NoXml) as error:
        raise SchematronError(f"{path} cannot be read: {error}") from error
    for comment in list(root.iter(etree.Comment, etree.ProcessingInstruction)):
        _drop(comment)
    for include in list(root.iter(f"{SCH}include")):
        href = include.get("href", "")
        parent = include.getparent()
        if ":" in href or parent is None:
            raise SchematronError(f"{href} is not fetched; put the file beside the schema")
        parent.replace(include, _read(path.parent / href))
    return root


def _drop(node: etree._Element) -> None:
    """Remove a comment or processing instruction, and keep the text after it."""
    parent, before, tail = node.getparent(), node.getprevious(), node.tail or ""
    if parent is None:
        return
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(node)


def _active(root: etree._Element) -> list[etree._Element]:
    """The patterns to run: those of the default phase if the schema names one, else all that are not abstract."""
    patterns = [p for p in root.iterchildren(f"{SCH}pattern") if p.get("abstract") != "true"]
    phase = root.get("defaultPhase", "#ALL")
    if phase == "#ALL":
        return patterns
    wanted = {
        active.get("pattern")
        for found in root.iterchildren(f"{SCH}phase")
        if found.get("id") == phase
        for active in found.iterchildren(f"{SCH}active")
    }
    return [pattern for pattern in patterns if pattern.get("id") in wanted]


def _concrete(root: etree._Element, pattern: etree._Element) -> etree._Element:
    """A pattern that `is-a` abstract one becomes a copy of that with its parameters (`$name`) filled in."""
    name = pattern.get("is-a")
    if name is None:
        return pattern
    found = next((p for p in root.iterchildren(f"{SCH}pattern") if p.get("id") == name), None)
    if found is None:
        raise SchematronError(f"there is no abstract pattern {name}")
    made = copy.deepcopy(found)
    made.set("id", pattern.get("id", name))
    params = {param.get("name", ""): param.get("value", "") for param in pattern.iterchildren(f"{SCH}param")}
    if not params:
        return made
    names = "|".join(re.escape(param) for param in sorted(params, key=len, reverse=True))
    used = re.compile(rf"\$({names})(?![\w.-])")
    for element in made.iter(etree.Element):
        for attribute in ("test", "context", "select", "value", "path"):
            value = element.get(attribute)
            if value is not None:
                element.set(attribute, used.sub(lambda match: params[match[1]], value))
    return made


def _start(count: int) -> etree._Element:
    run = [_X("apply-templates", select=".", mode=f"p{number}") for number in range(count)]
    report = etree.Element(f"{{{_OWN}}}report", nsmap={"v": _OWN})
    report.extend(run)
    return _X("template", report, match="/")


def _variable(let: etree._Element, at_root: bool = False) -> etree._Element:
    name, value = let.get("name", ""), let.get("value")
    if value is None:
        made = _X("variable", name=name)
        made.text = let.text
        made.extend(copy.deepcopy(child) for child in let)
        return made
    return _X("variable", name=name, select=f"root() ! ({value})" if at_root else value)


def _template(
    root: etree._Element, pattern: etree._Element, rule: etree._Element, number: int, priority: int
) -> etree._Element:
    """A rule as a template of its pattern's mode."""
    made = _X("template", match=rule.get("context", ""), mode=f"p{number}", priority=str(priority))
    made.extend(_variable(let, at_root=True) for let in pattern.iterchildren(f"{SCH}let"))
    role = rule.get("role") or pattern.get("role") or ""
    for child in _extended(root, rule):
        match etree.QName(child).localname:
            case "let":
                made.append(_variable(child))
            case "assert":
                made.append(_test(root, pattern, child, f"not({child.get('test', '')})", role))
            case "report":
                made.append(_test(root, pattern, child, child.get("test", ""), role))
    made.append(_X("apply-templates", select="@*, node()", mode=f"p{number}"))
    return made


def _extended(root: etree._Element, rule: etree._Element) -> Iterator[etree._Element]:
    """The children of a rule, with those of the abstract rules that it extends."""
    for child in rule:
        if child.tag != f"{SCH}extends":
            yield child
            continue
        name = child.get("rule")
        base = next((r for r in root.iter(f"{SCH}rule") if r.get("id") == name and r is not rule), None)
        if base is None:
            raise SchematronError(f"there is no abstract rule {name}")
        yield from _extended(root, base)


_ELEMENT: Final = "ancestor-or-self::*[1]"
_NUMBER: Final = f"count({_ELEMENT}/(preceding::*|ancestor::*))"


def _test(
    root: etree._Element, pattern: etree._Element, test: etree._Element, condition: str, role: str
) -> etree._Element:
    """A test as an `xsl:if` that writes a failure: the number of the element in document order, the attribute."""
    failed = etree.Element(f"{{{_OWN}}}failed", nsmap={"v": _OWN})
    failed.set("number", f"{{{_NUMBER}}}")
    failed.set("attribute", "{if (self::attribute()) then name() else ''}")
    failed.set("role", test.get("role") or test.get("flag") or role)
    failed.set("rule", (test.get("id") or pattern.get("id") or "").replace("{", "{{").replace("}", "}}"))
    failed.append(_words("message", test))
    for name in (test.get("diagnostics") or "").split():
        diagnostic = next((d for d in root.iter(f"{SCH}diagnostic") if d.get("id") == name), None)
        if diagnostic is not None:
            failed.append(_words("hint", diagnostic))
    return _X("if", failed, test=condition)


def _words(kind: str, element: etree._Element) -> etree._Element:
    """The text of a message, with instructions where it names or quotes nodes."""
    made = etree.Element(f"{{{_OWN}}}{kind}", nsmap={"v": _OWN})
    made.extend(_pieces(element))
    return made


def _pieces(element: etree._Element) -> Iterator[etree._Element]:
    if element.text:
        yield _text(element.text)
    for child in element:
        match etree.QName(child).localname:
            case "value-of":
                yield _X("value-of", select=child.get("select", ""))
            case "name":
                path = child.get("path")
                yield _X("value-of", select=f"({path}) ! name()" if path and "(" not in path else path or "name()")
            case _:
                yield from _pieces(child)
        if child.tail:
            yield _text(child.tail)


def _text(text: str) -> etree._Element:
    made = _X("text")
    made.text = text
    return made
