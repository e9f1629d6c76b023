"""Schematron without Java: our own rules, the official ones, and those of users."""

# ruff: noqa: E501 (rules are easier to read in one line)

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.resources import folder
from pipeline.validate import house, validate_bytes, validate_file
from pipeline.validate.grammar import check_other
from pipeline.validate.parsing import read

HERE = Path(__file__).parent
INSTANCES = sorted((HERE / "instances").glob("*/*.xml"))
RULES = folder("schema") / "verbale.sch"
OFFICIAL = HERE.parents[1] / "shared" / "tei" / "tei_all-4.8.0.isosch"

ONLY_IN_PYTHON = {"authority-pointer", "misspelled-value"}
"""What Schematron cannot see: the ids of other files that may be absent; what is similar."""


@pytest.mark.parametrize("path", INSTANCES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_the_schematron_rules_say_what_the_house_rules_say(path: Path) -> None:
    source, _ = read(path)
    if source is None or path.parent.name in ONLY_IN_PYTHON:
        return
    by_python = {finding.code for finding in house.check(source, path.parent)}
    by_schematron = {finding.code for finding in check_other(source, RULES)}
    assert by_schematron == by_python


DOCUMENT = b"""<talk>
  <turn who="a" n="1">Yes.</turn>
  <turn who="b"
    n="7">No.</turn>
</talk>"""


def check(tmp_path: Path, rules: str, attributes: str = 'queryBinding="xslt3"') -> list[str]:
    """Code, line and message of what a schema with these rules says of the document above."""
    schema = tmp_path / "rules.sch"
    schema.write_text(f'<sch:schema xmlns:sch="http://purl.oclc.org/dsdl/schematron" {attributes}>{rules}</sch:schema>')
    findings = validate_bytes(Path("a.xml"), DOCUMENT, schema=schema)
    return [f"{f.code} {f.line}:{f.column} {f.message} {f.hint}".strip() for f in findings]


AT_B = "In talk/turn[2]."


@pytest.mark.parametrize(
    ("rules", "said"),
    [
        (
            '<sch:pattern><sch:rule context="turn"><sch:assert test="@n &lt; 5">n is <sch:value-of select="@n"/> in a '
            "<sch:name/>.</sch:assert></sch:rule></sch:pattern>",
            [f"schematron/error 3:3 n is 7 in a turn. {AT_B}"],
        ),
        (
            '<sch:pattern><sch:rule context="turn/@n"><sch:report test=". = 7" role="warn">Seven.</sch:report></sch:rule>'
            "</sch:pattern>",
            [f"schematron/warning 4:5 Seven. {AT_B}"],
        ),
        (
            '<sch:let name="most" value="5"/><sch:pattern id="p"><sch:let name="all" value="count(//turn)"/>'
            '<sch:rule context="turn"><sch:let name="n" value="number(@n)"/><sch:assert test="$n le $most" role="info" '
            'id="r1" diagnostics="d">Of <sch:value-of select="$all"/>.</sch:assert></sch:rule></sch:pattern>'
            '<sch:diagnostics><sch:diagnostic id="d">At most <sch:value-of select="$most"/>.</sch:diagnostic>'
            "</sch:diagnostics>",
            [f"schematron/information 3:3 Of 2. {AT_B} At most 5. Rule r1."],
        ),
        (
            '<sch:pattern><sch:rule context="turn[@who = \'b\']"/><sch:rule context="turn"><sch:report test="@n = 7">'
            "Not reached.</sch:report></sch:rule></sch:pattern>",
            [],
        ),
        (
            '<sch:pattern abstract="true" id="most"><sch:rule context="$what"><sch:assert test="@n le \'$n\'">Too many.'
            '</sch:assert></sch:rule></sch:pattern><sch:pattern is-a="most"><sch:param name="what" value="turn"/>'
            '<sch:param name="n" value="6"/></sch:pattern>',
            [f"schematron/error 3:3 Too many. {AT_B} Rule most."],
        ),
        (
            '<sch:pattern><sch:rule abstract="true" id="base"><sch:report test="@n = 7">Seven.</sch:report></sch:rule>'
            '<sch:rule context="turn"><sch:extends rule="base"/></sch:rule></sch:pattern>',
            [f"schematron/error 3:3 Seven. {AT_B}"],
        ),
        (
            '<xsl:function name="f:odd" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:f="urn:f">'
            '<xsl:param name="n"/><xsl:sequence select="number($n) mod 2 = 1"/></xsl:function>'
            '<sch:ns prefix="f" uri="urn:f"/><sch:pattern><sch:rule context="turn[2]"><sch:report test="f:odd(@n)">Odd.'
            "</sch:report></sch:rule></sch:pattern>",
            [f"schematron/error 3:3 Odd. {AT_B}"],
        ),
    ],
)  # fmt: skip
def test_what_schematron_can_say(tmp_path: Path, rules: str, said: list[str]) -> None:
    assert check(tmp_path, rules) == said


def test_a_phase_chooses_patterns(tmp_path: Path) -> None:
    pattern = '<sch:pattern id="{0}"><sch:rule context="turn[2]"><sch:report test="1">{0}</sch:report></sch:rule></sch:pattern>'
    rules = '<sch:phase id="quick"><sch:active pattern="b"/></sch:phase>' + pattern.format("a") + pattern.format("b")
    assert check(tmp_path, rules, 'defaultPhase="quick"') == [f"schematron/error 3:3 b {AT_B} Rule b."]


def test_an_included_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "part.sch").write_text(
        '<sch:pattern xmlns:sch="http://purl.oclc.org/dsdl/schematron"><sch:rule context="talk"><sch:report test="1">Here.'
        "</sch:report></sch:rule></sch:pattern>"
    )
    assert check(tmp_path, '<sch:include href="part.sch"/>') == ["schematron/error 1:1 Here. In talk."]


@pytest.mark.parametrize(
    ("rules", "attributes", "why"),
    [
        ('<sch:include href="https://example.org/x.sch"/>', "", "not fetched"),
        ('<sch:pattern is-a="none"/>', "", "no abstract pattern none"),
        ("", 'queryBinding="stx"', "stx is not supported"),
        (
            '<sch:pattern><sch:rule context="turn"><sch:assert test="((">x</sch:assert></sch:rule></sch:pattern>',
            "",
            "compiled",
        ),
    ],
)
def test_rules_that_cannot_be_used_say_why(tmp_path: Path, rules: str, attributes: str, why: str) -> None:
    (said,) = check(tmp_path, rules, attributes)
    assert said.startswith("schema/not-loaded")
    assert why in said


@pytest.mark.skipif(not OFFICIAL.exists(), reason="the official rules are not at hand")
def test_the_official_rules_accept_our_files_and_find_what_they_forbid() -> None:
    files = [path for path in INSTANCES if path.stem == "valid"] + sorted((HERE.parent / "tei").glob("*.xml"))
    for path in files:
        source, _ = read(path)
        assert source is not None
        assert check_other(source, OFFICIAL) == [], path
    broken = (
        (HERE / "instances" / "date-order" / "valid.xml").read_bytes().replace(b"<date from", b'<date when="1961" from')
    )
    (finding,) = [f for f in validate_bytes(Path("a.xml"), broken, schema=OFFICIAL) if f.code.startswith("schematron")]
    assert "@when attribute cannot be used with any other" in finding.message


def test_the_files_of_the_edition_keep_the_rules() -> None:
    for path in sorted((HERE.parent / "tei").glob("*.xml")):
        findings = validate_file(path, schema=RULES)
        assert not [finding for finding in findings if finding.severity == "error"]
