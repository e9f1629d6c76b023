"""Cover sheets: fields with their labels, lists of participants by delegation, tables of columns.

    DATE: January 10, 1963          list type="coversheet"
    12:00 Noon                        label DATE:         item January 10, 1963 ⏎ 12:00 Noon
    PARTICIPANTS:                     label PARTICIPANTS: item
    U.S.                                                    list type="participants"
    The Secretary                                             item U.S.
    John C. Guthrie, Director                                   list: item The Secretary, item John C. Guthrie, Director
    COPIES TO:                        label COPIES TO:    item
    G⇥EUR                                                   table: row: cell G, cell EUR

A field's value are the rest of its line and the lines after it up to the next field.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pipeline.grammar import participants as people
from pipeline.model import Attrs, Block, Claim, Span
from pipeline.segment import forms
from pipeline.segment.columns import piped_cells, pipes, row
from pipeline.segment.flow import Flow, enclosing
from pipeline.segment.lines import Line
from pipeline.segment.lists import BULLETS, bulleted, is_bullet

_NATIONS = (
    r"U\.? ?S\.?|U\.?\s?S\.?\s?A\.?|U\.?\s?S\.?\s?S\.?\s?R\.?|U\.?\s?K\.?|P\.?R\.?C\.?|F\.?R\.?G\.?|G\.?D\.?R\.?|"
    r"U\.?N\.?|"
    r"united states|united kingdom|great britain|britain|soviet union|soviets?|russians?|americans?|british|"
    r"french|france|"
    r"germans?|(?:west |east )?germany|chinese|china|japan(?:ese)?|ital(?:y|ians?)|canad(?:a|ians?)|"
    r"austral(?:ia|ians?)|"
    r"israel(?:is?)?|egypt(?:ians?)?|india(?:ns?)?|pakistan(?:is?)?|indonesia(?:ns?)?|turk(?:ey|ish|s)|gree(?:ce|ks?)|"
    r"pol(?:and|es|ish)|cuban?s?|mexic(?:o|ans?)|brazil(?:ians?)?|iran(?:ians?)?|iraq(?:is?)?|"
    r"vietnam(?:ese)?|kore(?:a|ans?)"
)
_DELEGATION = re.compile(
    rf"(?:for )?(?:the )?(?:(?:{_NATIONS})(?: (?:side|delegation|participants|group|party|embassy|government))?|"
    r"[A-Z][\w ]{2,30} (?:side|delegation|participants|department|embassy|mission|group))\s*:?",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"(?:,|;?\s(?:and|of|for|to|the)|[-–—])$")
_BULLET = re.compile(r"([•*–-])\s+(?=\S)")
_CELL = re.compile(r"[^\t]+")
_PIPE_RULE = re.compile(r"\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?")


def is_delegation(text: str) -> bool:
    """Whether a line names a side, not a person: `U.S.`, `Soviet side`, `British:`."""
    plain = forms.undressed(text)
    return len(text) <= 45 and (_DELEGATION.fullmatch(plain) is not None or people.is_group(plain))


def is_table(lines: Sequence[Line]) -> bool:
    """Columns parted by tabs in every line but one, or by pipes in every line."""
    tabs = sum("\t" in line.text for line in lines)
    pipes = sum("|" in line.text for line in lines)
    if not tabs and not pipes:
        return False
    ruled = any(_PIPE_RULE.fullmatch(line.text) and "|" in line.text for line in lines)
    framed = all(line.text[0] == line.text[-1] == "|" for line in lines)
    piped = pipes == len(lines) > 1 and (ruled or framed or _same_pipes(lines))
    return piped or (tabs > 1 and tabs >= len(lines) - 1)


def _same_pipes(lines: Sequence[Line]) -> bool:
    """Whether the same number of pipes, two at least, part every line: `Item | India | Pakistan`."""
    first = lines[0].text.count(" | ")
    return first > 1 and all(line.text.count(" | ") == first == line.text.count("|") for line in lines)


def tabular(flow: Flow, lines: Sequence[Line]) -> Block:
    """Lines in columns: a list, if a label stands beside a column of entries, or else a table."""
    return _listed(flow, lines) or table(flow, lines)


def table(flow: Flow, lines: Sequence[Line], attrs: Attrs = ()) -> Block:
    """A table of the columns of some lines; pipes stay in the cells as furniture, a rule of dashes between the rows."""
    rows: list[Block] = []
    for line in lines:
        if _PIPE_RULE.fullmatch(line.text):
            rows.append(Block("fw", line.span, (("type", "boilerplate"),)))
        elif "|" in line.text:
            flow.claims += pipes(line)
            rows.append(row(flow, line, piped_cells(line)))
        else:
            tabbed = (Span(line.start + m.start(), line.start + m.end()) for m in _CELL.finditer(line.text))
            rows.append(row(flow, line, tabbed))
    return Block("table", enclosing(rows), attrs, tuple(rows))


def _listed(flow: Flow, lines: Sequence[Line]) -> Block | None:
    """A table of two columns with a label and a column of entries as a list: `| Participants: | Mr. Daridan |`."""
    rows = [line for line in lines if not _PIPE_RULE.fullmatch(line.text)]
    words = [[cell.strip() for cell in line.text.split("|") if cell.strip()] for line in rows]
    kind = forms.field(words[0][0]) if words and len(words[0]) == 2 else None
    if kind is None or kind[0] not in ("participants", "subject") or any(len(row) != 1 for row in words[1:]):
        return None
    blocks: list[Block] = []
    for line in lines:
        if _PIPE_RULE.fullmatch(line.text):
            blocks.append(Block("fw", line.span, (("type", "boilerplate"),)))
            continue
        flow.claims += pipes(line)
        if not blocks:
            label = line.text.index(words[0][0]) + len(words[0][0])
            blocks.append(flow.leaf("head", Span(line.start, line.start + label)))
            blocks.append(flow.leaf("item", Span(line.start + line.text.index("|", label), line.end)))
        else:
            blocks.append(flow.leaf("item", line.span))
    return Block("list", enclosing(blocks), (("type", kind[0]),), tuple(blocks))


# ------------------------------------------------------------------------------------------------- participants


def entries(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines grouped into entries: an entry goes on after a comma, in lower case, or indented deeper."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _continues(groups[-1], line):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _continues(entry: Sequence[Line], line: Line) -> bool:
    """Whether a line goes on with an entry; a person below another is the next (`State—Joseph Sisco` / `Alfred L.
    Atherton`)."""
    if line.blanks or _BULLET.match(line.text):
        return False
    if _GOES_ON.search(entry[-1].text) or line.text[:1].islower():
        return True
    deeper = line.indent >= entry[0].indent + (2 if _BULLET.match(entry[0].text) else 8)
    return deeper and not people.follows(line.text, entry[-1].text)


def participants(flow: Flow, groups: Sequence[Sequence[Line]], attrs: Attrs = (("type", "participants"),)) -> Block:
    """The list of participants of line groups, each of which may open with the name of a delegation."""
    lines = [line for group in groups for line in group]
    if all(is_bullet(line) for line in lines) and len({line.indent for line in lines}) > 1:
        return bulleted(lines, 0, attrs)[0]
    items: list[Block] = []
    abreast = any(_heads_columns(line) for line in lines)
    for persons in _by_delegation([entries(group) for group in groups]):
        if len(persons) > 1 and _names_delegation(persons[0]):
            side = flow.leaf("item", persons[0][0].span)
            inner = tuple(_entry(flow, entry) for entry in persons[1:])
            members = Block("list", enclosing(inner), (), inner)
            items.append(Block("item", Span(side.span.start, members.span.end), (), (members,)))
        else:
            apart = _cells if abreast else _several
            items += [item for entry in persons for item in apart(flow, entry) or [_entry(flow, entry)]]
    return Block("list", enclosing(items), attrs, tuple(items))


def _names_delegation(entry: Sequence[Line]) -> bool:
    return len(entry) == 1 and is_delegation(entry[0].text)


def _by_delegation(groups: Iterable[list[list[Line]]]) -> Iterator[list[list[Line]]]:
    """The entries of each group, cut before every name of a delegation where the group begins with one."""
    for group in groups:
        begin = 0
        for at in range(2, len(group) - 1) if _names_delegation(group[0]) else ():
            if _names_delegation(group[at]) and not any(map(_names_delegation, (group[at - 1], group[at + 1]))):
                yield group[begin:at]
                begin = at
        yield group[begin:]


_ABREAST = re.compile(r"\S+(?: \S+)*")


def _heads_columns(line: Line) -> bool:
    """Whether a line names delegations whose members stand in columns below: `UNITED STATES      UNITED KINGDOM`."""
    cells = _ABREAST.findall(line.text)
    return len(cells) > 1 and all(is_delegation(cell) for cell in cells)


def _cells(flow: Flow, lines: Sequence[Line]) -> list[Block]:
    """Items of a line of such columns: `President Truman      Prime Minister Churchill      Generalissimo Stalin`; the
    heads stay together."""
    if any(_heads_columns(line) for line in lines):
        return []
    return [
        flow.leaf("item", Span(line.start + cell.start(), line.start + cell.end()))
        for line in lines
        for cell in _ABREAST.finditer(line.text)
    ]


def _several(flow: Flow, lines: Sequence[Line]) -> list[Block]:
    """Items of a line with several titled persons and their departments: `Mr Durie Prime Minister's Department Mr
    Hall " " "`; empty if it names one, or if commas part names and offices."""
    text = lines[0].text
    if len(lines) == 1 and (columns := _side_by_side(flow, lines[0]) or _facing(flow, lines[0])):
        return columns
    if len(lines) > 1 or _BULLET.match(text) or re.search(r"[,;\t]", text):
        return []
    found = people.entries(text)
    if len(found) < 2 or not all(_TITLED.match(one.whole.text) for one in found) or found[0].whole.start:
        return []
    stops = [*(one.whole.start for one in found[1:]), len(text)]
    start = lines[0].start
    return [
        flow.leaf("item", Span(start + one.whole.start, start + len(text[:stop].rstrip())))
        for one, stop in zip(found, stops, strict=True)
    ]


def _facing(flow: Flow, line: Line) -> list[Block]:
    """Items of two persons with a dash between them; the dash is furniture before the second."""
    at = people.facing(line.text)
    if not at:
        return []
    dash = Span(line.start + at, line.start + at + 1)
    flow.claims.append(Claim(dash, "fw", "list/dash", attrs=(("type", "boilerplate"),)))
    return [flow.leaf("item", Span(line.start, dash.start - 1)), flow.leaf("item", Span(dash.start, line.end))]


_PIECE = re.compile(r"\S+(?:\s{1,2}\S+)*")
_PERSON = re.compile(
    r"(?:The )?(?:(?:Foreign|Prime|Vice|Deputy) )?"
    r"(?:President|Chancellor|Premier|Minister|Secretary|Ambassador)(?: [A-Z]|$)"
    r"|(?:MM?|Herr|Frau|Mme|Señor|Signor|Senhor|Baron|Count|Prince|Comrade|Cde)\b\.? ?(?:[A-Z]|v[ao]n |de )"
)


def _side_by_side(flow: Flow, line: Line) -> list[Block]:
    """Items of the persons of two or three delegations in columns: `Sir John Hunt          Herr Stabreit`."""
    pieces = list(_PIECE.finditer(line.text))
    persons = all(_TITLED.match(piece.group()) or _PERSON.match(piece.group()) for piece in pieces[1:])
    if not 1 < len(pieces) < 4 or not persons:
        return []
    return [flow.leaf("item", Span(line.start + piece.start(), line.start + piece.end())) for piece in pieces]


def heads_columns(line: Line) -> bool:
    """Whether a line has the names of delegations side by side, and nothing else."""
    pieces = [piece.group() for piece in _PIECE.finditer(line.text)]
    return len(pieces) > 1 and all(is_delegation(piece) for piece in pieces)


def delegations(flow: Flow, groups: Sequence[Sequence[Line]]) -> Block:
    """The list of participants of groups that have no headings: an item with a nested list for each delegation."""
    items: list[Block] = []
    for group in groups:
        members = tuple(_entry(flow, entry) for entry in entries(group))
        inner = Block("list", enclosing(members), (), members)
        items.append(Block("item", inner.span, (), (inner,)))
    return Block("list", enclosing(items), (("type", "participants"),), tuple(items))


def _entry(flow: Flow, lines: Sequence[Line]) -> Block:
    span = Span(lines[0].start, lines[-1].end)
    bullet = _BULLET.match(lines[0].text)
    if bullet is None:
        return flow.leaf("item", span)
    item = flow.leaf("item", span, (("rend", BULLETS[bullet[1]]),))
    return replace(item, glyphs=(Span(span.start, span.start + bullet.end()),))


_NAMES_APART = re.compile(r";\s+|(?<=[a-z]),\s+(?:and\s+)?|\s+and\s+")
_SEMICOLONS = re.compile(r";\s+")
_TITLED = re.compile(
    r"(?:(?<=\s)|^)(?=(?:Mr|Mrs|Miss|Ms|Dr|Sir|Lord|Professor|Prof|Ambassador|General|Colonel|Major|Captain|Admiral|Senator|Viscount"
    r"|(?:[Tt]he )?(?:(?:Earl|Marquess|Duke) of|(?:Right |Rt\.? )?Hon))\b\.? ?[A-Z])"
)
"""Names that run on without any sign between them: `Dr. Evatt Sir Frederic Eggleston Dr. Burton`."""


def run_on(flow: Flow, span: Span) -> Block | None:
    """Participants in one sentence: parted by semicolons, or `Messrs. Bowles, Gilpatric, Bundy`; None if unclear."""
    text = flow.transcript[span]
    titled = _TITLED if len(_TITLED.findall(f" {text}")) > 2 and not re.search(r"[,:]|[a-z]{3}\.", text) else None
    parting = _SEMICOLONS if ";" in text else _NAMES_APART if re.match(r"Messrs\b", text) else titled
    if parting is None:
        return None
    cuts = [0, *(m.end() for m in parting.finditer(text)), len(text)]
    spans = [
        Span(span.start + a, span.start + a + len(text[a:b].rstrip()))
        for a, b in itertools.pairwise(cuts)
        if text[a:b].strip()
    ]
    items = tuple(flow.leaf("item", piece) for piece in spans)
    return Block("list", enclosing(items), (("type", "participants"),), items)


# ------------------------------------------------------------------------------------------------------- fields


def coversheet(flow: Flow, groups: Sequence[Sequence[Line]]) -> Block:
    """The fields of groups of lines (as blank lines part them); the first line opens a field."""
    children: list[Block] = []
    for kind, label, value in _fields(groups):
        line = label
        found = forms.field(line.text)
        width = found[1] if found else len(line.text)
        children.append(flow.leaf("label", Span(line.start, line.start + width)))
        children += _value(flow, kind, line, width, value)
    return Block("list", enclosing(children), (("type", "coversheet"),), tuple(children))


def _fields(groups: Sequence[Sequence[Line]]) -> Iterator[tuple[str, Line, list[list[Line]]]]:
    """Type, line with the label, and the groups of lines that follow up to the next field."""
    kind, label, value = "", None, []  # type: ignore[var-annotated]
    for group in groups:
        fresh = True
        for line in itertools.chain.from_iterable(map(_beside, group)):
            found = forms.field(line.text)
            if kind == "participants" and label and _is_entry(line, label):
                found = None
            if found or (kind == "participants" and _AGENDA.fullmatch(line.text)):
                if label is not None:
                    yield kind, label, value
                kind, label, value = found[0] if found else "agenda", line, []
            elif fresh or not value:
                value.append([line])
            else:
                value[-1].append(line)
            fresh = False
    if label is not None:
        yield kind, label, value


_AGENDA = re.compile(r"(?:Provisional )?Agenda\s?:?", re.IGNORECASE)
"""What follows the list of those present in the records of the United Nations."""


def _is_entry(line: Line, label: Line) -> bool:
    """Whether a line in the column of the participants says what one of them did: `Notetaker: Robert Hutchings`."""
    return line.indent > label.indent and people.says_function(line.text)


_WIDE = re.compile(r"\s{3,}(?=[A-Z])")


def _beside(line: Line) -> list[Line]:
    """A line with two fields side by side as two: `TO: Mr. Sullivan        DATE: November 26, 1963`."""
    if forms.field(line.text) is None:
        return [line]
    cut = next((gap for gap in _WIDE.finditer(line.text) if _named_field(line.text[gap.end() :])), None)
    if cut is None:
        return [line]
    parts = (line.text[: cut.start()], line.text[cut.end() :])
    starts = (line.start, line.start + cut.end())
    indents = (line.indent, line.indent + cut.end())
    return [
        Line(Span(start, start + len(text)), text, indent, line.blanks)
        for text, start, indent in zip(parts, starts, indents, strict=True)
    ]


def _named_field(text: str) -> bool:
    """Whether a field with a colon begins here."""
    return re.match(r"[A-Za-z][\w.'’ ]{1,24}\s?:", text) is not None and forms.field(text) is not None


def _value(flow: Flow, kind: str, line: Line, width: int, value: Sequence[Sequence[Line]]) -> list[Block]:
    rest = line.text[width:].strip()
    first = Span(line.end - len(rest), line.end)
    following = [ln for group in value for ln in group]
    if not rest and not following:
        return []
    span = Span(first.start if rest else following[0].start, following[-1].end if following else line.end)
    inner: Block | None = None
    if not rest and is_table(following):
        inner = table(flow, following)
    elif kind == "participants" and rest:
        inner = _participants_here(flow, first, line, value)
    elif kind == "participants":
        inner = participants(flow, value)
    if inner is not None:
        return [Block("item", span, (), (inner,))]
    return [flow.leaf("item", span, lines=[line, *following] if rest else following)]


_LEADERS = re.compile(r"(?:\.[ ]?){4,}")
"""Points that lead from the country to the delegate."""


def _participants_here(flow: Flow, first: Span, line: Line, value: Sequence[Sequence[Line]]) -> Block | None:
    """Participants that begin on the line of the label: one sentence, or the first of a column of entries."""
    rest = Line(first, flow.transcript[first], line.indent + first.start - line.start, 0)
    lines = [rest, *(ln for group in value for ln in group)]
    if all(_LEADERS.search(one.text) for one in lines):
        items = tuple(flow.leaf("item", one.span) for one in lines)
        return Block("list", enclosing(items), (("type", "participants"),), items)
    whole = Span(first.start, lines[-1].end)
    below = [list(group) for group in value]
    groups = [[rest, *below[0]], *below[1:]] if below and not below[0][0].blanks else [[rest], *below]
    return run_on(flow, whole) or (participants(flow, groups) if len(lines) > 1 else None)
