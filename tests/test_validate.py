"""Validation: for each rule in tests/instances a file that keeps it and one that breaks it, with the exact findings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.findings import CODES
from pipeline.model import Finding
from pipeline.validate import validate_file
from pipeline.validate.house import RULES

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
    assert codes - met == {"xml/unreadable", "schema/not-loaded", "schema/grammar"}


def test_every_rule_has_a_docstring() -> None:
    assert all(rule.__doc__ for rule in RULES)
