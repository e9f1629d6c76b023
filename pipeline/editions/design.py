"""What a user may change about an edition, in one file, `edition.toml`:

    url = "https://example.org/conversations"     # where the site will be: for citations and the site map
    lead = "Five talks after the crisis."         # the sentence below the title of the front page
    about = "How this came about.\\n\\nWho helped."  # paragraphs at the head of the page About
    logo = "logo.svg"                             # a picture beside the name, copied into the site
    updated = "2026-01-31"                        # the day of the last change of all documents: for the news feed
    css = "own.css"                               # a style sheet that is loaded after ours

    [colours]                                     # names: see the head of xslt/assets/verbale.css
    accent = "#1f5c3a"
    [colours.dark]
    accent = "#9fd8b4"

    [abbreviations]                               # what only people know: for the list of abbreviations
    SOV = "Office of Soviet Union Affairs, Department of State"

    [stylesheets]                                 # XSLT that imports ours and is used instead
    document = "own/document.xsl"

Everything is optional. Paths are relative to the file. A key that nobody knows or a file that is not there is a
finding; the rest of the file counts.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from pipeline.findings import finding
from pipeline.model import Finding
from pipeline.xslt import STYLESHEETS

STYLESHEET_NAMES: Final = ("document", "collection")
"""The stylesheets a user can put others in the place of."""

_TEXTS: Final = ("url", "lead", "about", "updated")
_FILES: Final = ("logo", "css")
_DAY: Final = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")
_COLOUR_NAME: Final = re.compile(r"[a-z][a-z0-9-]*")
_COLOUR: Final = re.compile(r"#[0-9a-fA-F]{3,8}|[a-z]+|(?:rgb|hsl|oklch)\([^;{}<>]*\)")


@dataclass(frozen=True, slots=True)
class Design:
    """What differs from our design. `theme` is the text of a style sheet that is loaded after ours, `logo` the path of
    a picture, `stylesheets` XSLT files that are used instead of `document.xsl` and `collection.xsl`, by these names."""

    url: str = ""
    theme: str = ""
    stylesheets: Mapping[str, Path] = field(default_factory=dict)
    lead: str = ""
    about: str = ""
    logo: Path | None = None
    updated: str = ""
    abbreviations: Mapping[str, str] = field(default_factory=dict)

    @property
    def files(self) -> tuple[Path, ...]:
        """The files of the user that pages are made from."""
        return (*self.stylesheets.values(), *([self.logo] if self.logo else []))

    def stylesheet(self, name: str) -> Path:
        """The stylesheet to use: `html/document.xsl` → the user's `document.xsl`, else ours."""
        return self.stylesheets.get(name.rpartition("/")[2], STYLESHEETS / name)


OURS: Final = Design()
"""The design without changes."""


def load_design(path: Path) -> tuple[Design, list[Finding]]:
    """The design that a file describes, ours where it says nothing, and what is wrong with the file."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        return OURS, [_finding(path, f"The file cannot be read: {error}.")]
    findings = [_finding(path, message) for message in _complaints(data, path.parent)]
    texts = {name: _text(data, name) for name in _TEXTS}
    files = {name: _file(data.get(name), path.parent) for name in _FILES}
    sheets = {f"{name}.xsl": file for name, file in _stylesheets(data, path.parent) if file is not None}
    css = files["css"].read_text(encoding="utf-8") if files["css"] else ""
    theme = "\n".join(part for part in (_colours(data.get("colours")), css) if part)
    abbreviations = dict(_explained(data.get("abbreviations")))
    day = texts["updated"] if _DAY.fullmatch(texts["updated"]) else ""
    return Design(
        texts["url"], theme, sheets, texts["lead"], texts["about"], files["logo"], day, abbreviations
    ), findings


def _complaints(data: Mapping[str, Any], folder: Path) -> Iterator[str]:
    known = {*_TEXTS, *_FILES, "abbreviations", "colours", "stylesheets"}
    yield from (f"Nobody knows the key “{key}”." for key in data if key not in known)
    yield from (f"“{name}” must be a text." for name in (*_TEXTS, *_FILES) if not isinstance(data.get(name, ""), str))
    if (day := _text(data, "updated")) and not _DAY.fullmatch(day):
        yield f"“updated = {day}” is no day like 2026-01-31."
    yield from (
        f"There is no file {data[name]}." for name in _FILES if data.get(name) and not _file(data[name], folder)
    )
    yield from (f"There is no stylesheet for “{name}”." for name, file in _stylesheets(data, folder) if file is None)
    for name, value in _pairs(data.get("colours")):
        if not _is_colour(name, value):
            yield f"“{name} = {value}” is no colour."


def _text(data: Mapping[str, Any], name: str) -> str:
    value = data.get(name, "")
    return value if isinstance(value, str) else ""


def _file(name: object, folder: Path) -> Path | None:
    path = folder / name if isinstance(name, str) and name else None
    return path if path and path.is_file() else None


def _stylesheets(data: Mapping[str, Any], folder: Path) -> Iterator[tuple[str, Path | None]]:
    """The stylesheets the file names; None for one that is not there or has no place in ours."""
    table = data.get("stylesheets")
    for name, value in table.items() if isinstance(table, dict) else ():
        yield name, _file(value, folder) if name in STYLESHEET_NAMES else None


def _explained(table: object) -> Iterator[tuple[str, str]]:
    """The abbreviations of a table that have an explanation."""
    for short, long in table.items() if isinstance(table, dict) else ():
        if isinstance(long, str) and long.strip():
            yield short, long


def _pairs(table: object) -> Iterator[tuple[str, object]]:
    """The colours of a table and of its table `dark`."""
    for name, value in table.items() if isinstance(table, dict) else ():
        if isinstance(value, dict):
            yield from value.items()
        else:
            yield name, value


def _is_colour(name: str, value: object) -> bool:
    return bool(_COLOUR_NAME.fullmatch(name)) and isinstance(value, str) and bool(_COLOUR.fullmatch(value))


def _colours(table: object) -> str:
    """`{accent: "#1f5c3a", dark: {accent: "#9fd8b4"}}` as CSS, for light and dark."""
    if not isinstance(table, dict):
        return ""
    dark = table.get("dark")
    rules = _rule({name: value for name, value in table.items() if name != "dark"})
    if isinstance(dark, dict) and (inner := _rule(dark)):
        rules += f"@media (prefers-color-scheme: dark) {{ {inner}}}\n"
    return rules


def _rule(colours: Mapping[str, object]) -> str:
    good = [f"--{name}: {value};" for name, value in colours.items() if _is_colour(name, value)]
    return f":root {{ {' '.join(good)} }}\n" if good else ""


def _finding(path: Path, message: str) -> Finding:
    item = finding("edition/design", message, "See docs/editions.md for what can be said in this file.")
    return Finding(item.code, item.severity, item.message, item.hint, None, path.as_posix(), 1, 1)
