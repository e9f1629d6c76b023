"""Lists of subject, participants, references and the like in a published document, with a heading or without.

    SUBJECT / PARTICIPANTS                  a heading above bullets, or above its lines
      • US
        • Mr. Tyler
    PRESENT / United Kingdom / • …          delegations, each with a heading of its own
    France: M. Pichon. / …                  a roll under the title of a meeting, its heading lost

Where the heading is lost, the list is only likely (`cert="medium"`), and only the record of a talk has one.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from pipeline.grammar import participants as people
from pipeline.model import Attrs, Block, Span
from pipeline.readers.published.prose import Made, is_classification
from pipeline.segment import shapes
from pipeline.segment.flow import enclosing
from pipeline.segment.lines import Line
from pipeline.segment.lists import bulleted, is_bullet, list_end
from pipeline.segment.pages import is_only_marks

_PARTICIPANTS: Attrs = (("type", "participants"),)
_LIKELY: Attrs = (*_PARTICIPANTS, ("cert", "medium"))
_BRACKETED = re.compile(r"\([A-Z][^()]*\)")
"""An entry such as `(Two Interpreters)`."""
_LABEL = re.compile(r"(?P<name>[A-Z][\w’'-]+):\s\S")
_BULLETS_ONLY = frozenset({"copies", "date"})
"""Kinds of lists that need bullets: below `INFORMATION` may be anything, and a date is a dateline."""
_REFERENCE = re.compile(r"(?<!^)(?<!^\()\d")
"""What every reference has besides its own number: `A. State 123`, `(2) Your memorandum of May 3`."""
_ENTRIES = 12
"""So many lines below a heading may be its entries though a blank line is between."""
_ABBREVIATED = re.compile(
    r"(?:\b[A-Z]|\b(?:Jr|Sr|Ret|Esq|Ph\.\s?D|[A-Z]\.\s?D|Lit+|Bart|Bt|Inc|Ltd|Co|Corp|Bros|Dept|Div|Asst|Secy|Sec|Gen|Gov|Amb"
    r"|Min|Off|Adm|Rep|Sen|Del|Comm|Mrs|Messrs|Prof))\.\Z"
)
"""The stop at the end is that of an abbreviation: `W. Graham Claytor, Jr.`, `Ambassador to the U.A.R.`, `K. C. B.`"""
_TOLD = re.compile(r"(?<![\w-])(?!(?:accredited|designated|detailed|assigned|appointed|retired)\b)[a-z]{2,}ed\b")
"""The verb of a sentence in the past: `The talk opened in Washington, D.C.`"""
_BEGINS = re.compile(r"[‘’ʻʼʿ“\"]?[^\W\d_a-zß-ÿ]")
"""An entry begins with a capital, perhaps behind the sign of an Arabic letter: `‘Abd al-Rahman ‘Arif`."""
_LONGEST_ROW = 600
"""Those present in one paragraph take fewer characters."""
_WORD = re.compile(r"[\w’'-]+")
_SMALL = frozenset({"of", "the", "de", "di", "du", "la", "le", "von", "van", "der", "to"})
"""Words in small letters that titles and names have."""
_SMALL_IN_OFFICES = _SMALL | {"for", "and", "in", "at", "on"}
_EXCELLENCY = re.compile(r"H\.\s?E\.\s(?=[A-Z])")
_FUNCTION = re.compile(r"(?:Interpreter|Secretary|Recorder|Stenographer|Translator)s?\.?—")
"""What a person did at the meeting, as the records of the Paris Peace Conference print it."""


# ------------------------------------------------------------------------------------------- with a heading


def headed(lines: Sequence[Line], at: int) -> Made | None:
    """The list that a heading such as `PARTICIPANTS` opens at a line; None if it opens none."""
    kind = shapes.list_type(shapes.unmarked(lines[at].text))
    if not kind:
        return None
    head, attrs = Block("head", lines[at].span), (("type", kind),)
    if at + 1 < len(lines) and is_bullet(lines[at + 1]):
        made, after = bulleted(lines, at + 1, attrs, head)
        return [made], after
    if kind in _BULLETS_ONLY:
        return None
    below = _directly_below(lines, at + 1) or (_apart(lines, at + 1, kind) if kind != "participants" else ())
    if below:
        return [_list([head, *(Block("item", line.span) for line in below)], attrs)], at + 1 + len(below)
    if kind != "participants":
        return None
    if sides := _delegations(lines, at + 1):
        return [_list([head, *sides[0]], attrs)], sides[1]
    if bare := _bare_entries(lines, at + 1):
        return [_list([head, *_items(bare)], attrs)], at + 1 + len(bare)
    if at + 1 < len(lines) and _is_run_in(lines[at + 1].text):
        return [_list([head, Block("item", lines[at + 1].span)], attrs)], at + 2
    return None


def _is_run_in(text: str) -> bool:
    """Whether one paragraph names all who were present: `Mr. Mann, Messrs. Devine and Coerr—State; Mr. Roe—Defense`."""
    if len(text) > _LONGEST_ROW or not people.is_titled(text) or _tells(text):
        return False
    named = [entry for entry in people.entries(text, alone=True) if entry.name]
    return len(named) > 1 and _small_words(text) <= _SMALL_IN_OFFICES


def _tells(text: str) -> bool:
    """Whether a line has the verb of a sentence."""
    return shapes.has_verb(text) or _TOLD.search(text) is not None


def _small_words(text: str) -> set[str]:
    """The words of a line that begin with a small letter."""
    return {word for word in text.split() if word[0].islower()}


def _list(children: Sequence[Block], attrs: Attrs) -> Block:
    return Block("list", enclosing(children), attrs, tuple(children))


def _directly_below(lines: Sequence[Line], at: int) -> Sequence[Line]:
    """The lines below a heading in capitals, if no blank line parts them from it: `SUBJECT` / `Talk on Laos`."""
    stop = at
    while stop < len(lines) and not lines[stop].blanks and not is_bullet(lines[stop]):
        if _ends_list(shapes.unmarked(lines[stop].text)):
            break
        stop += 1
    plain = lines[at - 1].text.isupper() and not any(people.is_group(line.text) for line in lines[at:stop])
    return lines[at:stop] if plain else ()


def _apart(lines: Sequence[Line], at: int, kind: str) -> Sequence[Line]:
    """The lines below a heading and a blank line, as a browser copies them: all down to the heading of the next list,
    the references of `REFERENCES`, or else one line."""
    if kind != "subject" and not lines[at - 1].text.isupper():
        return ()
    stop = at
    while stop < len(lines) and stop - at < _ENTRIES and _is_value(lines[stop]):
        stop += 1
    if stop < len(lines) and shapes.list_type(shapes.unmarked(lines[stop].text)):
        return lines[at:stop]
    if kind == "references":
        return list(itertools.takewhile(lambda line: _REFERENCE.search(line.text), lines[at:stop]))
    return lines[at : min(stop, at + 1)]


def _is_value(line: Line) -> bool:
    """Whether a line may be an entry that a blank line parts from its heading."""
    return _is_entry(line) and not shapes.is_dateline(line.text)


def _ends_list(text: str) -> bool:
    """Whether a line is the heading of another list, a field, or a page mark."""
    return bool(shapes.list_type(text) or shapes.field(text)) or is_only_marks(text)


def _delegations(lines: Sequence[Line], at: int) -> Made | None:
    """Delegations after `PRESENT`, each with a heading (`United Kingdom`) above its bullets, as items with a list, and
    the index after them; None if none follows."""
    sides: list[Block] = []
    while at + 1 < len(lines) and is_bullet(lines[at + 1]) and people.is_group(shapes.unmarked(lines[at].text)):
        members, at = bulleted(lines, at + 1, (), Block("head", lines[at].span))
        sides.append(Block("item", members.span, (), (members,)))
    return (sides, at) if sides else None


def _bare_entries(lines: Sequence[Line], at: int) -> Sequence[Line]:
    """Lines after `U.S. Participants` that look like entries: short, no sentence, beginning with a capital."""
    stop = at
    while stop < len(lines) and _is_entry(lines[stop]) and not _speaks(lines[stop].text, lines[at:stop]):
        stop += 1
    return lines[at:stop]


def _is_entry(line: Line) -> bool:
    text = shapes.unmarked(line.text)
    if len(text) > shapes.SHORT or not (_BEGINS.match(text) or _BRACKETED.fullmatch(text)):
        return False
    if _BRACKETED.fullmatch(text) and (text.endswith(".)") or shapes.has_verb(text)):
        return False
    if text.endswith((".", ":", "?")) and not (people.is_group(text) or _is_stopped_entry(text)):
        return False
    return not _ends_list(text) and not is_bullet(line) and not is_classification(text)


def _is_stopped_entry(text: str) -> bool:
    """Whether a line with a stop at its end names a person, as older volumes print them (`Interpreter.—M. Mantoux.`),
    or the stop is that of an abbreviation; no sentence."""
    text = _FUNCTION.sub("", text)
    name, _, office = text.partition(",")
    if office and _small_words(office) <= _SMALL_IN_OFFICES and _is_titled_name(name):
        return True
    return (_ABBREVIATED.search(text) is not None and not _tells(text)) or _is_titled_name(text)


def _speaks(text: str, entries: Sequence[Line]) -> bool:
    """Whether a line below a list of participants is what one of them says: `Helms: (Briefs from text.)`."""
    label = _LABEL.match(text)
    return label is not None and any(label["name"] in _WORD.findall(entry.text) for entry in entries)


def _items(entries: Sequence[Line]) -> list[Block]:
    """The items of a list of participants: delegations with their members, or else an item a line; delegations and
    persons that stood side by side are items of their own."""
    rows = any(people.is_group_row(line.text) for line in entries)
    if not rows and (sides := _sides(entries)):
        return sides
    spans: list[Span] = []
    for line in entries:
        apart = rows or people.is_group(line.text.partition(":")[0])
        cells = people.side_by_side(line.text) if apart else ()
        spans += [Span(line.start + cell.start, line.start + cell.end) for cell in cells] or [line.span]
    return [Block("item", span) for span in spans]


def _sides(entries: Sequence[Line]) -> list[Block]:
    """Lines with the headings of two delegations or more among them (`State` / names / `CIA` / names) as items that
    hold a list; none if any delegation has no member."""
    heads = [at for at, line in enumerate(entries) if people.is_group(shapes.unmarked(line.text))]
    bounds = list(itertools.pairwise([*heads, len(entries)]))
    if len(heads) < 2 or any(stop - at < 2 for at, stop in bounds):
        return []
    items = [Block("item", line.span) for line in entries[: heads[0]]]
    for at, stop in bounds:
        members = [Block("item", line.span) for line in entries[at + 1 : stop]]
        side = _list([Block("head", entries[at].span), *members], ())
        items.append(Block("item", side.span, (), (side,)))
    return items


# ---------------------------------------------------------------------------------------- without a heading


def unheaded_bullets(lines: Sequence[Line], at: int) -> Made | None:
    """A list right under the title of a talk, if it names its participants: most of its items are a name with an
    office (`William P. Rogers, Secretary of State`)."""
    if not is_bullet(lines[at]):
        return None
    found = [entry for line in lines[at : list_end(lines, at)] for entry in people.entries(line.text)]
    named = sum(bool(entry.name and entry.role) for entry in found)
    if len(found) < 2 or named * 5 < len(found) * 3:
        return None
    made, after = bulleted(lines, at, _LIKELY)
    return [made], after


def unheaded_roll(lines: Sequence[Line], at: int) -> Made | None:
    """Lines without blank lines right under the title of a meeting, if they name delegations and persons with their
    titles."""
    stop = at + 1
    while stop < len(lines) and not lines[stop].blanks and not is_bullet(lines[stop]):
        stop += 1
    texts = [shapes.unmarked(line.text) for line in lines[at:stop]]
    if any(len(text) > shapes.SHORT for text in texts):
        return None
    named = [_is_titled_name(text) for text in texts]
    sides = [people.is_group(text) or people.is_group_row(text) for text in texts]
    fit = sum(name or side for name, side in zip(named, sides, strict=True))
    if sum(named) < 3 or fit * 5 < len(texts) * 4:
        return None
    return [_list(_items(lines[at:stop]), _LIKELY)], stop


def _is_titled_name(text: str) -> bool:
    """Whether a line names a person with a title, or a delegation and its first member: `France: M. Pichon.`"""
    group, colon, rest = text.partition(":")
    name = _EXCELLENCY.sub("", rest.strip() if colon and people.is_group(group) else text)
    return people.is_titled(name) and _small_words(name) <= _SMALL and "," not in text[:-1]
