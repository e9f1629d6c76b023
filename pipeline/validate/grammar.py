"""What a schema says of a file, in plain words.

The project's own grammar is asked of two independent engines, RELAX NG by our own (`relaxng`) and XSD by libxml2: made
from the same customization, they must agree. A file that both accept is done with. Of what they refuse our engine knows
line, column, value and what is allowed; only if it finds nothing is the xmlschema package asked what is wrong, and last
libxml2, which says it in few words.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from xml.parsers import expat

from lxml import etree

from pipeline.findings import finding
from pipeline.model import Finding
from pipeline.namespaces import TEI, XML
from pipeline.resources import folder
from pipeline.validate import schematron
from pipeline.validate.parsing import Source, element_path
from pipeline.validate.relaxng.datatypes import DatatypeError
from pipeline.validate.relaxng.engine import Machine, Problem, validate
from pipeline.validate.relaxng.load import Schema, SchemaError

if TYPE_CHECKING:
    import xmlschema

RNG: Final = folder("schema") / "verbale.rng"
XSD: Final = folder("schema") / "verbale.xsd"
_MOST: Final = 12
"""How many allowed names a message lists."""


@cache
def libxml2(path: Path) -> etree.XMLSchema:
    """An XSD schema compiled by libxml2; once for each process."""
    return etree.XMLSchema(etree.parse(str(path)))


@cache
def machine(path: Path) -> Machine:
    """A RELAX NG schema for our own engine; once for each process."""
    return Machine(Schema(path))


@cache
def xsd(path: Path) -> xmlschema.XMLSchema10:
    """An XSD schema; once for each process. What it imports from elsewhere than this disk is not fetched."""
    import xmlschema

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", xmlschema.XMLSchemaIncludeWarning)
        warnings.simplefilter("ignore", xmlschema.XMLSchemaImportWarning)
        return xmlschema.XMLSchema10(str(path), allow="local")


def check(source: Source) -> list[Finding]:
    """What the project's grammar says of a file."""
    if _TOO_DEEP(source.root):
        hint = "No text is built like that; look for a tag that is opened again and again."
        return [_at(source, "xml/too-deep", "Elements are nested too deeply to be checked.", (1, 1), hint)]
    by_rng = [*_from_rng(source, RNG)]
    by_xsd = libxml2(XSD).validate(source.root.getroottree())
    if by_xsd and not by_rng:
        return []
    return by_rng or [*_from_xsd(source, XSD)] or [*_from_libxml2(source)]


_TOO_DEEP: Final = etree.XPath("boolean(//*[count(ancestor::*) > 400])")
"""Deeper than this neither the xmlschema package nor the stylesheets can follow."""


_UNUSABLE: Final = (
    OSError, etree.LxmlError, SchemaError, DatatypeError, SyntaxError, ValueError, TypeError, RecursionError,
)  # fmt: skip
"""What the engines raise over a schema that is none."""


_HREF: Final = re.compile(r"""href\s*=\s*["']([^"':]+)["']""")


def declared(source: Source) -> list[Path]:
    """The schemas that a file names in `<?xml-model href="our.rng"?>`, as far as they lie on this disk in a language
    that can be used here; each once."""
    found: dict[Path, None] = {}
    for instruction in source.root.xpath("preceding-sibling::processing-instruction('xml-model')"):
        match = _HREF.search(instruction.text or "")
        path = source.path.parent / match[1] if match else None
        if path is not None and path.suffix.lower() in _ENGINES and path.is_file():
            found[path] = None
    return list(found)


def check_other(source: Source, schema: Path) -> list[Finding]:
    """What another schema (`.rng`, `.xsd` or `.sch`) says of a file."""
    engine = _ENGINES.get(schema.suffix.lower())
    if engine is None:
        hint = f"Use one of {', '.join(_ENGINES)}."
        return [_not_loaded(schema, "This is no schema that can be used here.", hint)]
    try:
        return list(engine(source, schema))
    except _UNUSABLE as error:
        return [_not_loaded(schema, f"The schema cannot be used: {str(error).rstrip('.')}.")]


def _not_loaded(schema: Path, message: str, hint: str = "") -> Finding:
    return replace(finding("schema/not-loaded", message, hint), path=str(schema), line=1, column=1)


def _from_rng(source: Source, schema: Path) -> Iterator[Finding]:
    for problem in _problems(source, schema):
        element = source.elements[max(problem.number, 0)]
        message, hint = _WORDS[problem.kind](problem)
        place = (problem.line, problem.column)
        if problem.kind in ("unknown-attribute", "bad-value") and element.get(_clark(problem.name)) is not None:
            place = source.place(element, problem.name)
        yield _at(source, f"schema/{problem.kind}", f"{message} In {element_path(element)}.", place, hint)


def _problems(source: Source, schema: Path) -> list[Problem]:
    """The problems in the bytes of a file; where the engine's parser cannot read its encoding, in the same as UTF-8."""
    try:
        return validate(machine(schema), source.data)
    except (expat.ExpatError, ValueError):
        return validate(machine(schema), etree.tostring(source.root, encoding="utf-8"))


def _clark(name: str) -> str:
    return name.replace("xml:", f"{{{XML}}}")


def _from_libxml2(source: Source) -> Iterator[Finding]:
    for error in libxml2(XSD).error_log:
        yield _at(source, "schema/grammar", f"{error.message}.", (error.line, 0))


def _resource(source: Source) -> Any:
    """The tree as xmlschema takes it: any element with the interface of ElementTree."""
    return source.root


_TEI_NAME: Final = re.compile(r"\{http://www\.tei-c\.org/ns/1\.0\}|tei:")


def _from_xsd(source: Source, schema: Path) -> Iterator[Finding]:
    for error in xsd(schema).iter_errors(_resource(source)):
        element = error.elem if isinstance(error.elem, etree._Element) else source.root
        child = getattr(error, "index", len(element))  # where it is a child that is wrong
        element = element[child] if child < len(element) else element
        reason = _TEI_NAME.sub("", (error.reason or error.message).split("\n")[0]).rstrip(".")
        yield _at(source, "schema/grammar", f"{reason}. In {element_path(element)}.", source.place(element))


_ENGINES: Final[dict[str, Callable[[Source, Path], Iterator[Finding]]]] = {
    ".rng": _from_rng, ".xsd": _from_xsd, ".sch": schematron.check, ".isosch": schematron.check,
}  # fmt: skip


def _at(source: Source, code: str, message: str, place: tuple[int, int], hint: str = "") -> Finding:
    return replace(finding(code, message, hint), path=str(source.path), line=place[0], column=place[1])


# -- words -----------------------------------------------------------------------------------------------------------
Words = tuple[str, str]
"""A message and a hint."""


def _tags(names: Sequence[str]) -> list[str]:
    return ["any element" if name == "*" else f"<{name}>" for name in names]


def _either(words: Sequence[str]) -> str:
    """`a`, `a or b`, `a, b or c`; the rest of a long list is counted."""
    shown = list(words[:_MOST])
    if len(words) > _MOST:
        return f"{', '.join(shown)} or {len(words) - _MOST} others"
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} or {shown[-1]}"


def _near(name: str, names: Sequence[str]) -> list[str]:
    """The names that may be meant by a wrong one."""
    folded = {other.lower(): other for other in names}
    return [folded[near] for near in get_close_matches(name.lower(), list(folded), 3, 0.75)]


def _near_first(name: str, names: Sequence[str]) -> list[str]:
    near = _near(name, names)
    return [*near, *sorted((other for other in names if other not in near), key=str.lower)]


def _allowed(problem: Problem) -> str:
    """The elements that may come; of very many only the nearest."""
    if not problem.allowed:
        return f"No more elements may come in <{problem.parent}> here."
    if len(problem.allowed) <= _MOST:
        return f"Allowed here: {_either(_tags(_near_first(problem.name, problem.allowed)))}."
    near = _near(problem.name, problem.allowed)
    return f"Perhaps {_either(_tags(near))}?" if near else f"{len(problem.allowed)} other elements are allowed here."


def _unknown_element(problem: Problem) -> Words:
    if problem.name in problem.allowed:
        hint = f'Declare the namespace on the outermost element: xmlns="{TEI}".'
        return f"<{problem.name}> is not in the namespace of the schema.", hint
    hint = f"In TEI, write {_HTML[problem.name]}." if problem.name in _HTML else _allowed(problem)
    return f"The schema knows no element <{problem.name}>.", hint


_HTML: Final = {
    "b": '<hi rend="bold">', "strong": '<hi rend="bold">', "i": '<hi rend="italic">', "em": "<emph>", "br": "<lb/>",
    "u": '<hi rend="underscore">', "s": '<del rend="strikethrough">', "h1": "<head>", "h2": "<head>", "h3": "<head>",
    "ul": "<list>", "ol": '<list type="ordered">', "li": "<item>", "a": "<ref>", "span": "<seg>", "tr": "<row>",
    "td": "<cell>", "th": '<cell role="label">', "blockquote": "<quote>", "html": "<TEI>",
}  # fmt: skip
"""What people write who know HTML better than TEI."""


def _misplaced_element(problem: Problem) -> Words:
    if not problem.parent:
        return f"<{problem.name}> cannot be the outermost element.", _allowed(problem)
    if problem.note == "late":
        return f"<{problem.name}> comes too late in <{problem.parent}>.", "Move it up, before what it follows."
    others = [home for home in problem.homes if home != problem.parent]
    home = f"<{problem.name}> may stand in {_either(_tags(others))}. " if 0 < len(others) <= _MOST else ""
    return f"<{problem.name}> may not stand here in <{problem.parent}>.", home + _allowed(problem)


def _missing_element(problem: Problem) -> Words:
    wanted = _either(_tags(problem.allowed))
    if problem.note == "before":
        return f"Before <{problem.name}> in <{problem.parent}>, {wanted} is missing.", f"Add {wanted}."
    return f"<{problem.name}> is not complete: {wanted} is missing.", f"Add {wanted}."


def _unknown_attribute(problem: Problem) -> Words:
    near = [f"@{name}" for name in _near(problem.name, problem.allowed)]
    names = [f"@{name}" for name in _near_first(problem.name, problem.allowed)]
    hint = f"Perhaps {_either(near)}?" if near else f"Allowed: {_either(names)}." if names else "Remove it."
    return f"<{problem.parent}> may have no attribute @{problem.name}.", hint


def _missing_attribute(problem: Problem) -> Words:
    wanted = " and ".join(f"@{name}" for name in problem.allowed) or "an attribute"
    return f"<{problem.name}> needs {wanted}.", f"Add {wanted}."


_ISO_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_NO_SECONDS: Final = re.compile(r"(?:\d{4}-\d\d-\d\dT)?\d\d:\d\d")


def _bad_value(problem: Problem) -> Words:
    shown = problem.value if len(problem.value) <= 60 else problem.value[:59] + "…"
    what = f'@{problem.name}="{shown}"' if problem.note == "attribute" else f"“{shown}” in <{problem.name}>"
    wanted = _either(problem.allowed) if problem.allowed else "something else"
    if _NO_SECONDS.fullmatch(problem.value):
        return f"{what} has no seconds.", f"Write {problem.value}:00."
    if _ISO_DAY.fullmatch(problem.value):
        return f"{what} is no day of the calendar.", "Compare with the source."
    return f"{what} is not a value that is allowed.", f"Write {wanted}."


def _misplaced_text(problem: Problem) -> Words:
    words = " ".join(problem.value.split())
    shown = words if len(words) <= 60 else words[:59] + "…"
    if not problem.allowed:
        return f"The words “{shown}” stand in <{problem.name}>, which holds no text.", "Move them out."
    holder = "<p>" if "p" in problem.allowed else _either(_tags(problem.allowed[:3]))
    message = f"The words “{shown}” stand directly in <{problem.name}>, where only elements may stand."
    return message, f"Put them into {holder}."


_WORDS: Final[dict[str, Callable[[Problem], Words]]] = {
    "unknown-element": _unknown_element,
    "misplaced-element": _misplaced_element,
    "missing-element": _missing_element,
    "unknown-attribute": _unknown_attribute,
    "missing-attribute": _missing_attribute,
    "bad-value": _bad_value,
    "misplaced-text": _misplaced_text,
}
