"""The turns of an encoded document as a reader wants them: who says what, to whom, on which page, how surely.

    turns(path) → [Turn(document="ormsby-gore", number=1, label="The Secretary", person="Rusk, Dean", …), …]
    as_text(turns) for the terminal, as_csv(turns), as_json(turns)

A turn is a `sp`, or a `said` with the pieces that continue it (`next`/`prev`); what is quoted inside another turn
(a `said` within a `said`) belongs to the outer one.
"""

from __future__ import annotations

import csv
import io
import json
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from lxml import etree

from pipeline.namespaces import XML_ID, T
from pipeline.safe_xml import root_of

_SILENT = frozenset(
    {"note", "fw", "stage", "speaker", "del", "gap", "desc", "label", "corr", "reg", "expan", "supplied"}
)
_MARGIN = 22
"""Columns of the speaker's name in the margin of the terminal view."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn: `label` as printed (dialogue) or empty, `person` and `addressee` as names (several parted by `; `),
    `ids` their ids, `mode` `direct` or `reported`, `certainty` `high`, `medium` or `low`."""

    document: str
    number: int
    label: str
    person: str
    addressee: str
    mode: str
    words: str
    page: str
    certainty: str
    ids: str = ""


def _local(element: etree._Element) -> str:
    tag = element.tag
    return tag.removeprefix(T) if isinstance(tag, str) else ""


def _words(element: etree._Element) -> str:
    """The words of an element, without notes, furniture, directions and label; white space single."""
    pieces: list[str] = []

    def walk(el: etree._Element, top: bool) -> None:
        if top or _local(el) not in _SILENT:
            pieces.append(el.text or "")
            for child in el:
                walk(child, False)
                pieces.append(child.tail or "")
            if _local(el) in ("p", "item", "l", "ab"):
                pieces.append(" ")

    walk(element, True)
    return " ".join("".join(pieces).split())


def _names(root: etree._Element) -> dict[str, str]:
    """The names of the persons of the header by id: `Rusk, Dean` where the parts are known."""
    names: dict[str, str] = {}
    for person in root.iter(f"{T}person"):
        name = person.find(f"{T}persName")
        if name is None:
            continue
        parts = [_words(part) for tag in ("surname", "forename") for part in name.findall(f"{T}{tag}")[:1]]
        names[person.get(XML_ID, "")] = ", ".join(parts) if len(parts) == 2 else _words(name)
    return names


def _who(pointers: str | None, names: Mapping[str, str]) -> str:
    ids = [pointer.lstrip("#") for pointer in (pointers or "").split()]
    return "; ".join(names.get(person, person) for person in ids)


def turns(path: Path) -> list[Turn]:
    """The turns of a TEI file in text order, numbered from 1."""
    root = root_of(path.read_bytes(), comments=False)
    return list(_turns(root, path.stem))


def _turns(root: etree._Element, document: str) -> Iterator[Turn]:
    names = _names(root)
    by_id = {el.get(XML_ID): el for el in root.iter(f"{T}said") if el.get(XML_ID)}
    page = ""
    number = 0
    for el in root.iter(f"{T}pb", f"{T}sp", f"{T}said"):
        kind = _local(el)
        if kind == "pb":
            page = el.get("n", "")
            continue
        if el.get("prev") or any(_local(outer) in ("said", "sp", "note") for outer in el.iterancestors()):
            continue
        number += 1
        pieces = [el]
        while (
            following := by_id.get((pieces[-1].get("next") or "").lstrip("#"))
        ) is not None and following not in pieces:
            pieces.append(following)
        speaker = el.find(f"{T}speaker")
        yield Turn(
            document,
            number,
            _words(speaker) if speaker is not None else "",
            _who(el.get("who"), names),
            _who(el.get("toWhom"), names),
            "direct" if kind == "sp" or el.get("direct") == "true" else "reported",
            " ".join(filter(None, map(_words, pieces))),
            page,
            el.get("cert", "high"),
            " ".join(pointer.lstrip("#") for pointer in (el.get("who") or "").split()),
        )


_SIGNS = {"high": "", "medium": "?", "low": "??"}


def as_text(found: Sequence[Turn], width: int = 100) -> str:
    """For the terminal: the speaker in the margin, `?` and `??` for what is less than sure, pages where they change."""
    lines: list[str] = []
    page = ""
    room = max(width - _MARGIN - 2, 20)
    for turn in found:
        if turn.page != page:
            page = turn.page
            lines.append(f"{'':>{_MARGIN}}  [{page}]")
        name = (turn.person or turn.label or "unknown") + _SIGNS.get(turn.certainty, "")
        margin = textwrap.wrap(name, _MARGIN) or [""]
        words = f"“{turn.words}”" if turn.mode == "direct" else turn.words
        body = textwrap.wrap(words, room) or [""]
        margin += [""] * (len(body) - len(margin))
        body += [""] * (len(margin) - len(body))
        lines += [f"{left:>{_MARGIN}}  {right}".rstrip() for left, right in zip(margin, body, strict=True)]
    return "\n".join(lines) + ("\n" if lines else "")


_COLUMNS = tuple(field.name for field in fields(Turn))


def as_csv(found: Sequence[Turn]) -> str:
    """Comma-separated, with a line of column names; line ends are line feeds."""
    out = io.StringIO()
    writer = csv.DictWriter(out, _COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(asdict(turn) for turn in found)
    return out.getvalue()


def as_json(found: Sequence[Turn]) -> str:
    """A JSON list of objects with the fields of `Turn`."""
    return json.dumps([asdict(turn) for turn in found], ensure_ascii=False, indent=1) + "\n"
