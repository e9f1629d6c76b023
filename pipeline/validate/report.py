"""Findings about files, for people and for machines.

render("text", [(Path("a.xml"), findings), …])  → one line for each finding, then the counts
render("sarif", …)                              → for code hosts, which show each finding at its line
render("junit", …)                              → for continuous integration: one test case for each file
explain("house/page-order")                     → what a code means, with an example
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final
from xml.etree import ElementTree

from pipeline import __version__
from pipeline.findings import CODES
from pipeline.model import Finding, Severity

Results = Sequence[tuple[Path, Sequence[Finding]]]
"""Each file with its findings."""


def render(form: str, results: Results) -> str:
    """The report in one of FORMATS; it ends with a line feed."""
    return FORMATS[form](results)


def _findings(results: Results) -> list[Finding]:
    return [finding for _, findings in results for finding in findings]


def _counts(results: Results) -> dict[str, int]:
    counts = Counter(finding.severity for finding in _findings(results))
    return {severity.value: counts[severity] for severity in Severity}


# -- for people --------------------------------------------------------------------------------------------------------
_WORDS: Final = {Severity.ERROR: ("error", "errors"), Severity.REVIEW: ("to review", "to review"),
                 Severity.NOTE: ("note", "notes")}  # fmt: skip


def _text(results: Results) -> str:
    lines = [str(finding) for finding in _findings(results)]
    by_code = Counter(finding.code for finding in _findings(results))
    if by_code:
        lines.append("")
        lines += [f"{count:6}  {code:30}  {CODES[code][1]}" for code, count in by_code.most_common()]
        lines.append("")
    return "\n".join([*lines, _verdict(results)]) + "\n"


def _verdict(results: Results) -> str:
    """`3 files: 2 valid, 1 with 4 errors, 1 to review.`"""
    broken = sum(any(f.severity is Severity.ERROR for f in findings) for _, findings in results)
    counts = _counts(results)
    parts = [f"{counts[s.value]} {words[counts[s.value] != 1]}" for s, words in _WORDS.items() if counts[s.value]]
    files = f"{len(results)} file" + "s" * (len(results) != 1)
    found = f"; {', '.join(parts)}" if parts else ""
    return f"{files}: {len(results) - broken} valid, {broken} not valid{found}."


# -- for machines ---------------------------------------------------------------------------------------------------
def _record(finding: Finding) -> dict[str, Any]:
    return {
        "path": finding.path,
        "line": finding.line,
        "column": finding.column,
        "severity": finding.severity.value,
        "code": finding.code,
        "message": finding.message,
        "hint": finding.hint,
    }


def _json(results: Results) -> str:
    files = [{"path": str(path), "findings": [_record(f) for f in findings]} for path, findings in results]
    return _dumped({"files": files, "counts": _counts(results)})


def _dumped(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


_LEVELS: Final = {Severity.ERROR: "error", Severity.REVIEW: "warning", Severity.NOTE: "note"}


def _sarif(results: Results) -> str:
    findings = _findings(results)
    codes = sorted({finding.code for finding in findings})
    driver = {"name": "Verbale", "version": __version__, "rules": [_sarif_rule(code) for code in codes]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_sarif_result(finding, codes.index(finding.code)) for finding in findings],
    }
    return _dumped({"version": "2.1.0", "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "runs": [run]})


def _sarif_rule(code: str) -> dict[str, Any]:
    severity, sentence = CODES[code]
    return {
        "id": code,
        "shortDescription": {"text": sentence},
        "help": {"text": explain(code)},
        "defaultConfiguration": {"level": _LEVELS[severity]},
    }


def _sarif_result(finding: Finding, index: int) -> dict[str, Any]:
    hint = f" {finding.hint}" if finding.hint else ""
    region = {"startLine": max(finding.line, 1), "startColumn": max(finding.column, 1)}
    where = {"artifactLocation": {"uri": Path(finding.path).as_posix()}, "region": region}
    return {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message + hint},
        "locations": [{"physicalLocation": where}],
    }


def _junit(results: Results) -> str:
    """A test case for each file: errors are failures, everything else is output."""
    failed = sum(any(f.severity is Severity.ERROR for f in findings) for _, findings in results)
    root = ElementTree.Element("testsuites", name="verbale validate")
    numbers = {"tests": str(len(results)), "failures": str(failed)}
    suite = ElementTree.SubElement(root, "testsuite", {"name": "verbale validate", **numbers})
    for path, findings in results:
        case = ElementTree.SubElement(suite, "testcase", classname="tei", name=str(path), file=str(path))
        errors = [finding for finding in findings if finding.severity is Severity.ERROR]
        others = [finding for finding in findings if finding.severity is not Severity.ERROR]
        if errors:
            failure = ElementTree.SubElement(case, "failure", type=errors[0].code, message=errors[0].message)
            failure.text = "\n".join(map(str, errors))
        if others:
            ElementTree.SubElement(case, "system-out").text = "\n".join(map(str, others))
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


FORMATS: Final[Mapping[str, Callable[[Results], str]]] = {
    "text": _text, "json": _json, "sarif": _sarif, "junit": _junit,
}  # fmt: skip


# -- what a code means ------------------------------------------------------------------------------------------------
_EXAMPLES: Final[Mapping[str, tuple[str, str]]] = {
    "xml/broken": ("<p>He said <hi>no</p></hi>", "<p>He said <hi>no</hi></p>"),
    "xml/entity": ('<!DOCTYPE TEI [<!ENTITY eacute "é">]>', "write é itself, or &#233;"),
    "schema/unknown-element": ("<person>…</person> spelled <persson>", "<person>…</person>"),
    "schema/misplaced-element": ("<p>text<head>Title</head></p>", "<head>Title</head><p>text</p>"),
    "schema/missing-element": ("<list><head>PRESENT</head></list>", "<list><head>PRESENT</head><item>…</item></list>"),
    "schema/unknown-attribute": ('<p who="#rusk">', "<p>"),
    "schema/missing-attribute": ("<ptr/>", '<ptr target="#fn1"/>'),
    "schema/bad-value": ('<date when="1963-02-30">', '<date when="1963-02-28">'),
    "schema/misplaced-text": ("<div>He left.</div>", "<div><p>He left.</p></div>"),
    "house/duplicate-id": ('<p xml:id="a"/> <p xml:id="a"/>', '<p xml:id="a"/> <p xml:id="b"/>'),
    "house/broken-pointer": ('<said who="#rsuk">', '<said who="#rusk"> with <person xml:id="rusk"> in the header'),
    "house/wrong-referent": ('<said who="#p1"> where p1 is a paragraph', '<said who="#rusk"> where rusk is a person'),
    "house/broken-chain": ('<said xml:id="s1" next="#s2"> … <said xml:id="s2">', '… <said xml:id="s2" prev="#s1">'),
    "house/page-order": ('<pb n="560"/> … <pb n="559"/>', '<pb n="559"/> … <pb n="560"/>'),
    "house/note-unanchored": ('<p>…</p><note place="foot">…</note>', '<p>…<note place="foot">…</note></p>'),
    "house/note-twice": (
        '<ptr type="note" target="#fn1"/> <ptr type="note" target="#fn1"/>', '<ptr type="note" target="#fn1"/>',
    ),
    "house/note-in-note": ("<note>a<note>b</note></note>", "<note>a</note><note>b</note>"),
    "house/late-label": ("<note>See<label>1</label></note>", "<note><label>1</label>See</note>"),
    "house/break-at-edge": ('<p><pb n="3"/>He left.</p>', '<pb n="3"/><p>He left.</p>'),
    "house/date-order": ('<state from="1963" to="1961">', '<state from="1961" to="1963">'),
    "house/date-without-ground": (
        '<creation><date when="1962-11-09"/></creation>',
        '<creation><date when="1962-11-09">9 November 1962<note>dateline</note></date></creation>',
    ),
    "house/date-implausible": ('<date when="19621109">', '<date when="1962-11-09">'),
    "house/date-without-year": ('<date when="--11-09">', '<date when="1962-11-09" cert="medium">'),
    "house/nameless": ('<person xml:id="rusk"/>', '<person xml:id="rusk"><persName>Dean Rusk</persName></person>'),
    "house/speaker-absent": ('<said who="#kennedy"> where only Kuznetsov was present', '<said who="#kuznetsov">'),
    "house/decided-yet-doubtful": ('<persName ref="#x" resp="#ed" cert="low">', '<persName ref="#x" resp="#ed">'),
    "house/correction-unsigned": ("<corr>Kuznetsov</corr>", '<corr resp="#ed">Kuznetsov</corr>'),
    "house/misspelled-value": ('<fw type="clasification">', '<fw type="classification">'),
    "house/quantity-without-unit": ('<gap quantity="5"/>', '<gap unit="lines" quantity="5"/>'),
}  # fmt: skip
"""For some codes, what is wrong and what is right."""


def explain(code: str) -> str:
    """What a code means, in a few lines; for an unknown code the nearest known ones."""
    if code not in CODES:
        near = get_close_matches(code, CODES, 3, 0.4) or sorted(CODES)
        return f"There is no code {code}. Perhaps {', '.join(near)}?"
    return "\n".join(_explained(code))


_SEVERITIES: Final = {
    Severity.ERROR: "an error: it stops a build",
    Severity.REVIEW: "to review: it asks for a decision",
    Severity.NOTE: "a note: it informs",
}


def _explained(code: str) -> Iterator[str]:
    severity, sentence = CODES[code]
    yield f"{code} ({_SEVERITIES[severity]})"
    yield f"  {sentence}"
    if code in _EXAMPLES:
        wrong, right = _EXAMPLES[code]
        yield f"  wrong: {wrong}"
        yield f"  right: {right}"
