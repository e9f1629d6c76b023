"""`python -m pipeline.schema`: write the schemas that are derived from `schema/verbale.odd` beside it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from lxml import etree

from pipeline.resources import folder
from pipeline.schema import odd, rng, sch, xsd

ODD = folder("schema") / "verbale.odd"
_HEADER = "<!-- Made by `make schema` from verbale.odd: change that file, not this one. -->\n"
DERIVED: dict[str, Callable[[odd.Schema], etree._Element]] = {
    "verbale.rng": rng.grammar,
    "verbale.xsd": xsd.schema_document,
    "verbale.sch": sch.schematron,
    "xml.xsd": xsd.xml_attributes,
}


def derived(path: Path = ODD) -> Iterator[tuple[Path, str]]:
    """Path and text of every file that is derived from a customization."""
    schema = odd.read(path)
    for name, write in DERIVED.items():
        yield path.with_name(name), _serialized(write(schema))


def _serialized(root: etree._Element) -> str:
    etree.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{_HEADER}{etree.tostring(root, encoding="unicode")}\n'


def main() -> int:
    for path, text in derived():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
