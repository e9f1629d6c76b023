"""Short lists that print each entry as a paragraph of its own, as web pages do; none of their lines is a heading.

Attachments:                             the label, if there is one
Tab 1—Letter to Soares                   what is attached
EUR—Mr. Lowenstein                       who has cleared a paper, for which office
November 1—181                           three or more lines of two parts
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.grammar.participants import is_titled
from pipeline.model import Attrs, Block
from pipeline.segment import shapes
from pipeline.segment.flow import enclosing
from pipeline.segment.lines import Line

_LABEL = re.compile(r"[A-Z][\w/’'-]*(?: [\w/’'-]+){0,2}:")
_TAB = re.compile(
    r"(?:Tab|Annex|Enclosure|Inclosure|Attachment|Appendix|Exhibit)s?\s(?:No\.\s)?"
    r"[A-Z0-9]{1,3}(?:[–-]\d)?\.?\s?[—–:-]\s?\S"
)
_OFFICE = re.compile(r"[A-Z][\w/&.]{0,14}(?: [A-Z][\w/&.]{0,14}){0,2} ?[—–-] ?(?P<name>[A-Z][^?!;]{2,60})")
_PAIR = re.compile(r"[A-Z][^.?!:;—]{1,40}—[^.?!:;—\s][^.?!:;—]{0,40}")
_FEWEST = {"tab": 2, "office": 2, "pair": 3}
"""So many entries make a list without a label; `pair` needs as many below one."""


def _form(line: Line) -> str:
    """The form of an entry; an empty string if a line has none."""
    text = line.text
    if len(text) > shapes.SHORT or ("—" not in text and "–" not in text and "-" not in text and ":" not in text):
        return ""
    if _TAB.match(text):
        return "tab"
    office = _OFFICE.fullmatch(text)
    if office and is_titled(office["name"]):
        return "office"
    return "pair" if _PAIR.fullmatch(text) else ""


def short_list(lines: Sequence[Line], at: int) -> tuple[list[Block], int] | None:
    """The list that begins at a line, perhaps with its label, and the index after it; None if none begins."""
    labelled = lines[at].text.endswith(":") and _LABEL.fullmatch(lines[at].text) is not None
    first = at + labelled
    form = _form(lines[first]) if first < len(lines) else ""
    if not form:
        return None
    stop = first
    while stop < len(lines) and _form(lines[stop]) == form:
        stop += 1
    fewest = 1 if labelled and form != "pair" else _FEWEST[form]
    if stop - first < fewest:
        return None
    head = [Block("head", lines[at].span)] if labelled else []
    children = (*head, *(Block("item", line.span) for line in lines[first:stop]))
    kind = shapes.list_type(lines[at].text) if labelled else ""
    attrs: Attrs = (("type", kind),) if kind else ()
    return [Block("list", enclosing(children), attrs, children)], stop
