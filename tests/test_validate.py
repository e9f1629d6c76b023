"""Validation: for each rule in tests/instances a file that keeps it and one that breaks it, with the exact findings."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.findings import CODES
from pipeline.model import Finding
from pipeline.validate import tei_files, validate_bytes, validate_file, validate_paths
from pipeline.validate.house import RULES
from pipeline.validate.report import FORMATS, explain, render

Golden = Callable[[Path, str], None]
INSTANCES = Path(__file__).parent / "instances"
VALID = sorted(INSTANCES.glob("*/valid*.xml"))
INVALID = sorted(INSTANCES.glob("*/invalid*.xml"))


def name(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


def lines(findings: list[Finding]) -> str:
    """The findings as a person reads them, without the path."""
    return "".join(f"{replace(finding, path='')}\n".removeprefix(":") for finding in findings)


@pytest.mark.parametrize("path", VALID, ids=name)
def test_what_keeps_the_rule_has_no_findings(path: Path) -> None:
    assert lines(validate_file(path)) == ""


@pytest.mark.parametrize("path", INVALID, ids=name)
def test_what_breaks_the_rule_has_these_findings(path: Path, golden: Golden) -> None:
    findings = validate_file(path)
    assert findings
    golden(path.with_suffix(".txt"), lines(findings))


def test_every_code_of_validation_has_an_instance() -> None:
    met = {finding.code for path in INVALID for finding in validate_file(path)}
    codes = {code for code in CODES if code.split("/")[0] in ("xml", "schema", "house")}
    assert codes - met == {"xml/unreadable", "xml/too-deep", "schema/not-loaded", "schema/grammar"}


def test_every_rule_has_a_docstring() -> None:
    assert all(rule.__doc__ for rule in RULES)


# -- what must never happen ------------------------------------------------------------------------------------------
HEADER = (
    "<teiHeader><fileDesc><titleStmt><title>t</title></titleStmt><publicationStmt><p>p</p></publicationStmt>"
    "<sourceDesc><p>s</p></sourceDesc></fileDesc></teiHeader>"
)


def tei(content: str) -> str:
    return f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{HEADER}<text><body><p>{content}</p></body></text></TEI>'


def codes(data: bytes) -> list[str]:
    return [finding.code for finding in validate_bytes(Path("a.xml"), data)]


@given(st.binary(max_size=300) | st.text(alphabet="<>/&;\"'= aTEIxml:id\n", max_size=300).map(str.encode))
def test_no_bytes_make_it_crash(data: bytes) -> None:
    assert codes(data)


@given(st.text(alphabet="<>/&;=\"' aphi\n", max_size=60))
def test_no_content_makes_it_crash(content: str) -> None:
    validate_bytes(Path("a.xml"), tei(content).encode())


def test_deep_nesting_is_a_finding() -> None:
    assert codes(tei("<hi>" * 1500 + "</hi>" * 1500).encode()) == ["xml/too-deep"]
    assert codes(tei("<hi>" * 9000 + "</hi>" * 9000).encode()) == ["xml/broken"]


def test_an_entity_of_an_outside_dtd_is_a_finding() -> None:
    assert codes(f'<!DOCTYPE TEI SYSTEM "tei.dtd">{tei("a&foo;b")}'.encode()) == ["xml/entity"]


@pytest.mark.parametrize("encoding", ["UTF-16", "windows-1252", "ISO-8859-1", "US-ASCII"])
def test_other_encodings_keep_their_places(encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?>\n{tei("one")}'.replace("one", "one\n <bogus/>")
    findings = validate_bytes(Path("a.xml"), text.encode(encoding))
    assert [(f.code, f.line, f.column) for f in findings] == [("schema/unknown-element", 3, 2)]


def test_a_file_that_is_not_there_is_a_finding(tmp_path: Path) -> None:
    assert [finding.code for finding in validate_file(tmp_path / "none.xml")] == ["xml/unreadable"]


# -- many files, other schemas ---------------------------------------------------------------------------------------
def test_many_files_in_parallel_give_the_same_in_the_same_order(tmp_path: Path) -> None:
    for number in range(30):
        content = "<bogus/>" if number % 7 == 3 else "text"
        (tmp_path / f"{number:02}.xml").write_text(tei(content))
    files = tei_files([tmp_path])
    together = list(validate_paths(files, processes=2))
    assert [path for path, _ in together] == files
    assert together == [(path, validate_file(path)) for path in files]
    assert [path.stem for path, findings in together if findings] == ["03", "10", "17", "24"]


RNG = """<grammar xmlns="http://relaxng.org/ns/structure/1.0"><start><element name="talk"><oneOrMore>
<element name="turn"><attribute name="who"/><text/></element></oneOrMore></element></start></grammar>"""
XSD = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="talk"><xs:complexType><xs:sequence>
<xs:element name="turn" maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element></xs:schema>"""


@pytest.mark.parametrize(
    ("name", "text", "good", "bad", "code"),
    [
        ("a.rng", RNG, '<talk><turn who="a">x</turn></talk>', "<talk>\n<turn/></talk>", "schema/missing-attribute"),
        ("a.xsd", XSD, "<talk><turn/></talk>", "<talk>\n<other/></talk>", "schema/grammar"),
    ],
)
def test_a_schema_of_the_user(tmp_path: Path, name: str, text: str, good: str, bad: str, code: str) -> None:
    schema = tmp_path / name
    schema.write_text(text)
    assert validate_bytes(Path("a.xml"), good.encode(), schema=schema) == []
    findings = validate_bytes(Path("a.xml"), bad.encode(), schema=schema)
    assert [(finding.code, finding.line) for finding in findings] == [(code, 2)]


@pytest.mark.parametrize(("name", "text"), [("a.rng", "<grammar"), ("a.rng", "<x/>"), ("a.xsd", "<x/>"), ("a.dtd", "")])
def test_a_schema_that_cannot_be_used_is_a_finding(tmp_path: Path, name: str, text: str) -> None:
    schema = tmp_path / name
    schema.write_text(text)
    findings = validate_bytes(Path("a.xml"), b"<talk/>", schema=schema)
    assert [finding.code for finding in findings] == ["schema/not-loaded"]


# -- reports ---------------------------------------------------------------------------------------------------------
@pytest.fixture(scope="module")
def results() -> list[tuple[Path, list[Finding]]]:
    folder = INSTANCES / "page-order"
    return [
        (Path(path.name), [replace(f, path=path.name) for f in validate_file(path)]) for path in tei_files([folder])
    ]


def test_the_text_report_ends_with_counts(results: list[tuple[Path, list[Finding]]]) -> None:
    report = render("text", results).splitlines()
    assert report[0].startswith("invalid.xml:12:30: review: house/page-order: Page 559 follows page 560.")
    assert report[-3].split() == ["3", "house/page-order", *CODES["house/page-order"][1].split()]
    assert report[-1] == "2 files: 2 valid, 0 not valid; 3 to review."


def test_the_json_report(results: list[tuple[Path, list[Finding]]]) -> None:
    report = json.loads(render("json", results))
    assert report["counts"] == {"error": 0, "review": 3, "note": 0}
    assert report["files"][0]["findings"][0]["line"] == 12


def test_the_sarif_report_places_each_finding(results: list[tuple[Path, list[Finding]]]) -> None:
    run = json.loads(render("sarif", results))["runs"][0]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["house/page-order"]
    result = run["results"][0]
    assert (result["ruleIndex"], result["level"]) == (0, "warning")
    where = result["locations"][0]["physicalLocation"]
    assert where == {"artifactLocation": {"uri": "invalid.xml"}, "region": {"startLine": 12, "startColumn": 30}}


def test_the_junit_report_has_a_case_for_each_file() -> None:
    path = INSTANCES / "duplicate-id" / "invalid.xml"
    root = ElementTree.fromstring(render("junit", [(path, validate_file(path)), (Path("b.xml"), [])]))
    suite = root[0]
    assert (suite.get("tests"), suite.get("failures")) == ("2", "1")
    failure = suite[0].find("failure")
    assert failure is not None
    assert failure.get("type") == "house/duplicate-id"
    assert len(suite[1]) == 0


def test_no_findings_make_a_short_report() -> None:
    for form in FORMATS:
        assert render(form, [])
    assert render("text", [(Path("a.xml"), [])]) == "1 file: 1 valid, 0 not valid.\n"


def test_every_code_is_explained() -> None:
    for code in CODES:
        assert explain(code).startswith(f"{code} (")
    assert "house/page-order" in explain("house/page-oder")


# -- files of other projects -------------------------------------------------------------------------------------------
def test_a_file_that_names_its_schema_is_checked_against_that(tmp_path: Path) -> None:
    (tmp_path / "talk.rng").write_text(RNG)
    talk = '<?xml version="1.0"?>\n<?xml-model href="{}"?>\n<talk><turn/></talk>'
    path = tmp_path / "a.xml"
    for href, code in [
        ("talk.rng", "schema/missing-attribute"),
        ("absent.rng", "schema/unknown-element"),
        ("https://example.org/talk.rng", "schema/unknown-element"),
    ]:
        path.write_text(talk.format(href))
        assert [finding.code for finding in validate_file(path)] == [code]


ANYTHING = """<grammar xmlns="http://relaxng.org/ns/structure/1.0"><start><ref name="any"/></start>
<define name="any"><element><anyName/><zeroOrMore><choice><attribute><anyName/></attribute><text/><ref name="any"/>
</choice></zeroOrMore></element></define></grammar>"""


def test_with_another_schema_only_the_rules_for_any_tei_hold(tmp_path: Path) -> None:
    schema = tmp_path / "any.rng"
    schema.write_text(ANYTHING)
    text = tei('<pb n="2"/>x<pb n="1"/><corr>y</corr><ref target="#nowhere">z</ref>').encode()
    assert {f.code for f in validate_bytes(Path("a.xml"), text, schema=schema)} == {"house/broken-pointer"}
    assert "house/page-order" in codes(text)


def test_what_a_schema_imports_from_elsewhere_is_not_fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr(socket.socket, "connect", lambda _, address: asked.append(address))
    schema, file = tmp_path / "own.xsd", tmp_path / "own.xml"
    schema.write_text(
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">'
        '<xs:import namespace="urn:x" schemaLocation="http://127.0.0.1:9/x.xsd"/><xs:element name="a"/></xs:schema>'
    )
    file.write_text("<a/>")
    assert validate_file(file, schema=schema) == []
    assert not asked


def test_a_schema_that_is_none_is_told_at_itself(tmp_path: Path) -> None:
    (tmp_path / "own.rng").write_text("nonsense")
    (tmp_path / "own.xml").write_text("<a/>")
    told = str(validate_file(tmp_path / "own.xml", schema=tmp_path / "own.rng")[0])
    assert told.startswith(f"{tmp_path}/own.rng:1:1: error: schema/not-loaded: The schema cannot be used:")
    assert not told.endswith("..")
