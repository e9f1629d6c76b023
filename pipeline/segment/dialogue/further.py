"""More labels, once those of a document are known: such as lost their mark, and such as stand in mid-line.

Mr. Kyalo: Yes. ¶ Mr. Wumbua. Mr. Deputy Speaker, …      the colon has become a full stop
Mr Ohira We have just … ¶ Mr Whitlam: I am happy.        the first turn has no mark
MARTIN; ¶ When?                                          where all others stand on lines of their own
… be? MAJOR PLIMSOLL: In January.                        in mid-line
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from pipeline.model import Block, Span
from pipeline.segment.dialogue.candidates import label_at, sentence_ended
from pipeline.segment.dialogue.labels import Label, Shape, is_near, key_of, opens_with_title, shape_of
from pipeline.segment.dialogue.printed import BLANK_NAME, STOP, Convention

_OWN_LINE = re.compile(r"(?P<name>[A-Z][\w .’'-]{1,40}?)(?P<mark>[;,.]?)[ \t]*(?=\r?\n|\Z)")
_COLON_BLANK = re.compile(r"[:：](?=\s)")
_CAPITAL = re.compile(r"(?:(?<=\s)|^)(?=[A-Z])")
_EXAMINED = re.compile(r"\b(?:BY|[Ee]xamined by)\Z")
"""Before the name of whoever examines: `BY MR. BARBADORO:`"""


def with_further(text: str, blocks: Sequence[Block], labels: Sequence[Label]) -> dict[int, list[Label]]:
    """The labels in text order by the start of their paragraph, with all that can be found now."""
    starts = {at for label in labels for at in (label.at, label.start)}
    bare = [block.span for block in blocks if block.span.start not in starts]
    found = [*_without_colon(text, bare, labels), *_on_own_lines(text, bare, labels)]
    turns = _by_paragraph(blocks, sorted([*labels, *found], key=lambda label: label.start))
    colon = [label for row in turns.values() for label in row if label.convention is Convention.COLON]
    named = [label for label in colon if label.shape is not Shape.INITIALS]
    known = {label.key for label in named}
    capitals = sum(label.name.isupper() for label in named) * 2 > len(named)
    for block in blocks:
        row = turns[block.span.start]
        for inner in _in_mid_line(text, block.span, known, capitals):
            if all(inner.start >= other.end or inner.end <= other.start for other in row):
                row.append(inner)
        row.sort(key=lambda label: label.start)
    return turns


def _by_paragraph(blocks: Iterable[Block], labels: Iterable[Label]) -> dict[int, list[Label]]:
    turns: dict[int, list[Label]] = {block.span.start: [] for block in blocks}
    starts = sorted(turns)
    at = 0
    for label in labels:
        while at + 1 < len(starts) and starts[at + 1] <= label.at:
            at += 1
        turns[starts[at]].append(label)
    return turns


def _without_colon(text: str, spans: Iterable[Span], labels: Sequence[Label]) -> Iterator[Label]:
    """Labels whose colon is lost: a known name with a title and a full stop, or without any mark in the first turn."""
    titled = {label.key for label in labels if label.convention is Convention.COLON and label.shape is Shape.TITLED}
    for span in spans if titled else ():
        first = span.end <= labels[0].at
        for form in (STOP, BLANK_NAME) if first else (STOP,):
            label = label_at(form, text, span.start, span.end)
            if label and any(is_near(label.key, key) for key in titled):
                yield label
                break


def _on_own_lines(text: str, spans: Iterable[Span], labels: Sequence[Label]) -> Iterator[Label]:
    """Labels on lines of their own that lost their colon, where all others stand so."""
    colon = [label for label in labels if label.convention is Convention.COLON]
    alone = Counter(label.key for label in colon if not text[label.end : label.end + 200].partition("\n")[0].strip())
    if len(colon) < 4 or alone.total() < 0.8 * len(colon):
        return
    for span in spans:
        match = _OWN_LINE.match(text, span.start, span.end)
        if match and alone[key_of(match["name"])] > 1:
            yield _colon_label(span.start, match.end("mark"), match["name"])


def _in_mid_line(text: str, span: Span, known: set[str], capitals: bool) -> Iterator[Label]:
    """Labels in mid-line: a known one after the end of a sentence; with labels in capitals, any titled one in them."""
    for colon in _COLON_BLANK.finditer(text, span.start, span.end):
        low = max(span.start, colon.start() - 60)
        window = text[low : colon.start()]
        for cut in _CAPITAL.finditer(window):
            name = window[cut.start() :]
            before = text[max(span.start, low - 60) : low + cut.start()].rstrip()
            if not before and name.isupper() and opens_with_title(name):
                break  # PRIME MINISTER: opens the paragraph, and no `MINISTER:` stands in mid-line
            if not before or "\n" in name or _EXAMINED.search(before):
                continue
            shouted = capitals and name.isupper() and opens_with_title(name)
            whole = key_of(name) in known and (name.isupper() or sentence_ended(before))
            if whole or (shouted and len(name.split()) <= 5):
                yield _colon_label(low + cut.start(), colon.end(), name.strip())
                break


def _colon_label(start: int, end: int, name: str) -> Label:
    return Label(start, start, end, name, key_of(name), Convention.COLON, shape_of(name))
