"""The program has the shape that docs/architecture.md describes: who imports whom, who prints, who writes files."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "pipeline"
MODULES = sorted(PACKAGE.rglob("*.py"))

LAYERS = (
    {"model", "namespaces", "resources", "safe_xml", "seal"},
    {"findings", "outcome"},
    {"collection", "grammar", "memory", "source", "xslt"},
    {"authority", "nest", "restore", "schema", "segment"},
    {"annotators", "describe", "editions", "readers", "resolve", "speech_view", "tei", "validate"},
    {"encode"},
    {"build"},
    {"evaluate", "project", "report", "show", "site"},
    {"cli"},
)
"""From the records up to the command line. A part imports parts of lower layers, and nothing beside itself: stages do
not know each other, except that readers use `segment`, `resolve` looks up `authority`, and `tei` nests with `nest`."""

DEEP = {part: depth for depth, layer in enumerate(LAYERS) for part in layer}


def part_of(module: Path) -> str:
    """`pipeline/tei/body.py` → `tei`, `pipeline/build.py` → `build`."""
    return module.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(module: Path) -> Iterator[str]:
    """The full names of all modules that a module imports, wherever in it."""
    for node in ast.walk(ast.parse(module.read_bytes())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: write imports in full"
            name = node.module or ""
            yield from (f"{name}.{alias.name}" for alias in node.names) if name == "pipeline" else (name,)


def parts_used(module: Path) -> set[str]:
    used = {name.split(".")[1] for name in imports(module) if name.startswith("pipeline.")}
    return used - {"__version__"}


def calls(module: Path) -> Iterator[ast.Call]:
    return (node for node in ast.walk(ast.parse(module.read_bytes())) if isinstance(node, ast.Call))


def name_called(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")


@pytest.mark.parametrize("module", [m for m in MODULES if m.parent != PACKAGE or m.stem != "__init__"], ids=str)
def test_imports_go_down(module: Path) -> None:
    here = part_of(module)
    assert here in DEEP, f"give pipeline/{here} a place in LAYERS"
    wrong = {part for part in parts_used(module) if part != here and DEEP[part] >= DEEP[here]}
    assert not wrong, f"{here} must not import {', '.join(sorted(wrong))}"


def test_a_grammar_needs_nothing_but_the_standard_library_and_a_distance_of_words() -> None:
    for module in MODULES:
        if part_of(module) in ("grammar", "model"):
            outside = {name.split(".")[0] for name in imports(module)} - sys.stdlib_module_names
            assert outside <= {"pipeline", "rapidfuzz"}, f"{module.name} imports {outside}"
            assert parts_used(module) <= {"model", "grammar"}, module.name


def test_only_one_module_knows_the_xslt_processor() -> None:
    users = {part_of(module) for module in MODULES if any(name.startswith("saxonche") for name in imports(module))}
    assert users <= {"xslt"}


def test_only_the_command_line_prints_and_exits() -> None:
    spoken = {"print", "echo", "secho", "exit", "_exit"}
    for module in MODULES:
        if part_of(module) != "cli" and module.name != "__main__.py":
            assert not spoken & {name_called(call) for call in calls(module)}, module.name


def test_only_the_build_writes_files() -> None:
    for module in MODULES:
        if part_of(module) != "build" and module.name != "__main__.py":
            for call in calls(module):
                assert name_called(call) not in {"write_text", "write_bytes", "mkdir", "unlink"}, module.name
                modes = [arg.value for arg in call.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
                assert name_called(call) != "open" or not any(set(mode) <= set("wax+bt") for mode in modes), module.name


def test_the_picture_shows_every_part() -> None:
    picture = (PACKAGE.parent / "docs" / "architecture.md").read_text(encoding="utf-8")
    missing = {part_of(module) for module in MODULES if module.parent != PACKAGE or module.stem != "__init__"}
    assert not {part for part in missing if not re.search(rf"\b{part}\b", picture)}


def test_there_is_no_drawer_for_everything() -> None:
    assert not [module for module in MODULES if module.stem in {"utils", "util", "helpers", "misc", "common"}]


def test_looking_at_the_help_loads_nothing_heavy() -> None:
    heavy = {"lxml", "saxonche", "xmlschema", "rapidfuzz", "json", "concurrent", "multiprocessing"}
    source = ast.parse((PACKAGE / "cli.py").read_bytes())
    at_once = {
        name.split(".")[0]
        for node in source.body
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in ([a.name for a in node.names] if isinstance(node, ast.Import) else [node.module or ""])
    }
    assert not heavy & at_once
