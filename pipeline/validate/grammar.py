"""The project's grammar, asked of two independent engines: RELAX NG by libxml2, XSD by the xmlschema package.

Both are made from the same customization and must give the same answer. Where they do not, that is a finding too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from lxml import etree

from pipeline.findings import finding
from pipeline.model import Finding
from pipeline.resources import folder
from pipeline.validate.parsing import Source, element_path

if TYPE_CHECKING:
    import xmlschema

RNG: Final = folder("schema") / "verbale.rng"
XSD: Final = folder("schema") / "verbale.xsd"


@cache
def relaxng(path: Path) -> etree.RelaxNG:
    """A compiled RELAX NG schema; once for each process."""
    return etree.RelaxNG(etree.parse(str(path)))


@cache
def xsd(path: Path) -> xmlschema.XMLSchema10:
    """A compiled XSD schema; once for each process."""
    import xmlschema

    return xmlschema.XMLSchema10(str(path))


def check(source: Source) -> list[Finding]:
    """What the project's grammar says of a file."""
    if relaxng(RNG).validate(source.root.getroottree()) and xsd(XSD).is_valid(_resource(source)):
        return []
    return [*_from_xsd(source, XSD)] or [*_from_rng(source, RNG)]


def check_other(source: Source, schema: Path) -> list[Finding]:
    """What another schema (`.rng` or `.xsd`) says of a file."""
    engine = _ENGINES.get(schema.suffix.lower())
    if engine is None:
        message = f"{schema} is no schema that can be used here."
        return [_engine(source, "schema/not-loaded", message, (0, 0), f"Use one of {', '.join(_ENGINES)}.")]
    try:
        return list(engine(source, schema))
    except (OSError, etree.LxmlError, SyntaxError, ValueError, TypeError) as error:
        return [_engine(source, "schema/not-loaded", f"{schema} cannot be used: {error}.", (0, 0))]


def _resource(source: Source) -> Any:
    """The tree as xmlschema takes it: any element with the interface of ElementTree."""
    return source.root


_NAMES: Final = re.compile(r"\{http://www\.tei-c\.org/ns/1\.0\}|tei:")


def _from_xsd(source: Source, schema: Path) -> Iterator[Finding]:
    seen: set[tuple[int, int]] = set()
    for error in xsd(schema).iter_errors(_resource(source)):
        element = error.elem if isinstance(error.elem, etree._Element) else source.root
        place = source.place(element)
        if place not in seen:
            seen.add(place)
            reason = _NAMES.sub("", (error.reason or error.message).split("\n")[0]).rstrip(".")
            yield _engine(source, "schema/grammar", f"{reason}. In {element_path(element)}.", place)


def _from_rng(source: Source, schema: Path) -> Iterator[Finding]:
    engine = relaxng(schema)
    if not engine.validate(source.root.getroottree()):
        for error in engine.error_log:
            yield _engine(source, "schema/grammar", f"{error.message}.", (error.line, 0))


_ENGINES: Final[dict[str, Callable[[Source, Path], Iterator[Finding]]]] = {".rng": _from_rng, ".xsd": _from_xsd}


def _engine(source: Source, code: str, message: str, place: tuple[int, int], hint: str = "") -> Finding:
    return replace(finding(code, message, hint), path=str(source.path), line=place[0], column=place[1])
