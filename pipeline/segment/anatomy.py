"""The anatomy of a plain text: head, opener, cover sheet, participants, paragraphs, lists, closer, notes.

    Paragraph "Memorandum of Conversation", Zone, Paragraph "DATE: …", Paragraph "Kuznetsov thanked …", Apart(notes)
        →  head, fw, list type="coversheet", p, fw type="notes"

The items are gone through once, from the top to the bottom: `front` down to the first prose, `closing` from where the
letter closes, `body` all between. What they ask of an item and its neighbours they ask a `division`.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.model import Attrs, Block, Span
from pipeline.segment.body import Body
from pipeline.segment.closing import closer, closing_at
from pipeline.segment.division import Division
from pipeline.segment.endnotes import Notes
from pipeline.segment.flow import Flow, enclosing
from pipeline.segment.front import Front
from pipeline.segment.plan import Item, Plan


def dissect(flow: Flow, notes: Notes, plan: Plan, items: Sequence[Item], kind: str) -> Block:
    """The `div` of some items: of that type, with the number of the document, its parts in text order."""
    division = Division(flow, notes, plan, items)
    front = Front(division)
    start = front.read()
    stop = closing_at(division, start)
    titles = [flow.transcript[block.span] for block in front.blocks if block.kind == "head"]
    children = (*front.blocks, *Body(division).blocks(start, stop, titles), *closer(division, stop))
    n: Attrs = (("n", front.number),) if front.number else ()
    return Block("div", enclosing(children) if children else Span(0, 0), (("type", kind), *n), children)
