"""Read a file against a schema and describe what is wrong, each mistake once.

    validate(Schema(Path("verbale.rng")), b"<TEI …><p>a<head>h</head></p>…")
        → [Problem("misplaced-element", number=3, line=1, column=9, name="head", parent="p", allowed=("hi", …))]

After a mistake the reading goes on as an editor would read on: a missing element is taken as given, an element out of
place is checked by its own declaration, an unknown one is passed over with all it holds.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from xml.parsers import expat

from pipeline.namespaces import XML
from pipeline.validate.relaxng.load import Schema
from pipeline.validate.relaxng.patterns import Kind, Pattern, attribute_names, mentioned, next_elements, next_keys


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake. `kind` is the part of a finding's code after `schema/`; `number` counts elements from 0 in document
    order; `name` is the element or attribute concerned, `value` the value or text, `parent` the element around it,
    `allowed` what would be right, `note` more about it (`late`, `incomplete`), `homes` the elements it may stand in."""

    kind: str
    number: int
    line: int
    column: int
    name: str
    parent: str = ""
    value: str = ""
    allowed: tuple[str, ...] = ()
    note: str = ""
    homes: tuple[str, ...] = ()


Pair = tuple[Pattern, int, Pattern]
"""What may still come in an element; the reading of the parent that this belongs to, and what comes there after it."""


@dataclass(eq=False)
class _State:
    """All readings of the element that is open, with the states that events lead to."""

    pairs: tuple[Pair, ...]
    data: bool
    opened: dict[str, _State | None] = field(default_factory=dict)
    attributes: dict[str, tuple[tuple[Pattern, _State], ...]] = field(default_factory=dict)
    ended: dict[_State, _State | None] = field(default_factory=dict)
    closed: _State | None = None
    texts: _State | None = None
    has_closed: bool = False
    has_text: bool = False


@dataclass(slots=True)
class _Open:
    """An element that is open: its name and number, the state at its beginning and now."""

    name: str
    number: int
    line: int
    column: int
    first: _State
    now: _State
    children: bool = False
    text: str = ""
    told: set[str] = field(default_factory=set)


class Machine:
    """The states of a schema; they stay from file to file."""

    def __init__(self, schema: Schema) -> None:
        self.schema = schema
        self.patterns = schema.patterns
        self._states: dict[tuple[Pair, ...], _State] = {}
        self._homes: dict[str, list[str]] | None = None
        self.root = self.state([(schema.start, 0, self.patterns.empty)])

    def state(self, pairs: list[Pair]) -> _State:
        """The state for some readings; impossible ones fall away."""
        key = tuple(pair for pair in pairs if pair[0] is not self.patterns.nothing)
        known = self._states.get(key)
        if known is None:
            known = self._states[key] = _State(key, any(pair[0].data for pair in key))
        return known

    def open(self, state: _State, name: str) -> _State | None:
        """The state inside a child element, or None if it may not come."""
        if name in state.opened:
            return state.opened[name]
        pairs = [
            (inside, i, rest)
            for i, (content, _, _) in enumerate(state.pairs)
            for inside, rest in self.patterns.open(content, name)
        ]
        made = state.opened[name] = self.state(pairs) if pairs else None
        return made

    def attribute(self, state: _State, name: str) -> tuple[tuple[Pattern, _State], ...]:
        """For each value that an attribute may have the state after it; empty if the attribute may not come."""
        known = state.attributes.get(name)
        if known is None:
            by_value: dict[Pattern, list[Pair]] = {}
            for content, i, after in state.pairs:
                for value, rest in self.patterns.attribute_branches(content, name):
                    by_value.setdefault(value, []).append((rest, i, after))
            known = tuple((value, self.state(pairs)) for value, pairs in by_value.items())
            state.attributes[name] = known
        return known

    def after_attribute(self, state: _State, name: str, value: str) -> _State | None:
        """The state after an attribute, or None if name or value are wrong."""
        fitting = [then for pattern, then in self.attribute(state, name) if self.patterns.matches(pattern, value)]
        if len(fitting) < 2:
            return fitting[0] if fitting else None
        return self.state([pair for then in fitting for pair in then.pairs])

    def close(self, state: _State) -> _State | None:
        """The state after the start tag, or None if an attribute is missing."""
        if not state.has_closed:
            made = self.state([(self.patterns.close(p), i, rest) for p, i, rest in state.pairs])
            state.closed, state.has_closed = (made if made.pairs else None), True
        return state.closed

    def loosen(self, state: _State) -> _State:
        """As `close`, forgiving what is missing."""
        return self.state([(self.patterns.loosen(p), i, rest) for p, i, rest in state.pairs])

    def text(self, state: _State, text: str) -> _State | None:
        """The state after text, or None if none may stand here."""
        if state.has_text:
            return state.texts
        made = self.state([(self.patterns.read_text(p, text), i, rest) for p, i, rest in state.pairs])
        if not state.data:
            state.texts, state.has_text = (made if made.pairs else None), True
        return made if made.pairs else None

    def only_text(self, state: _State, text: str) -> _State | None:
        """The state after text that is all an element holds: white space may be nothing, or the value."""
        after = self.text(state, text)
        if text.strip() or (after is not None and not any(pair[0].nullable for pair in state.pairs)):
            return after
        return state

    def end(self, state: _State, parent: _State) -> _State | None:
        """The state of the parent after the element, or None if the element is not complete."""
        if parent not in state.ended:
            complete = [pair for pair in state.pairs if pair[0].nullable]
            state.ended[parent] = self._after(complete, parent)
        return state.ended[parent]

    def forgive(self, state: _State, parent: _State) -> _State:
        """As `end`, as if the element were complete."""
        return self._after(list(state.pairs), parent) or parent

    def _after(self, pairs: list[Pair], parent: _State) -> _State | None:
        rests: dict[int, list[Pattern]] = {}
        for _, i, rest in pairs:
            rests.setdefault(i, []).append(rest)
        made = self.state(
            [(self.patterns.choice(rests[i]), j, after) for i, (_, j, after) in enumerate(parent.pairs) if i in rests]
        )
        return made if made.pairs else None

    def passed(self, state: _State, name: str) -> _State | None:
        """The state after a whole child element, whatever it holds."""
        child = self.open(state, name)
        return None if child is None else self._after(list(child.pairs), state)

    def next(self, state: _State) -> list[str]:
        """The local names of the elements that may come."""
        return list(dict.fromkeys(name for p, _, _ in state.pairs for name in next_elements(p)))

    def needed(self, state: _State) -> list[str]:
        """Those elements that may come and bring the open one nearer to being complete."""
        names = [name for p, _, _ in state.pairs for name in next_keys(p)]
        nearer = [name for name in dict.fromkeys(names) if self.passed(state, name) is not state]
        return list(dict.fromkeys(_local(name) for name in nearer)) or self.next(state)

    def homes(self, name: str) -> tuple[str, ...]:
        """The local names of the elements that may hold an element."""
        if self._homes is None:
            self._homes = {}
            for parent in self.schema.names():
                for child in {child for p in self.schema.all_declared(parent) for child in mentioned(p)}:
                    self._homes.setdefault(child, []).append(parent)
        return tuple(self._homes.get(_local(name), ()))

    def misplaced(self, state: _State, name: str) -> _State | None:
        """The state inside an element out of place: any declaration of that name; the parent stays where it is."""
        contents = [p.content() for p in self.schema.declared(name) if p.content is not None]
        pairs = [(self.patterns.choice(contents), i, p) for i, (p, _, _) in enumerate(state.pairs)]
        return self.state(pairs) if contents else None


def validate(machine: Machine, data: bytes) -> list[Problem]:
    """What is wrong with a well-formed file, in its order."""
    if accepts(machine, data):
        return []
    problems = _Reading(machine).run(data)
    if any(problem.kind == "misplaced-text" for problem in problems):
        return _Reading(machine, placed=True).run(data)
    return problems


class _Refused(Exception):
    """The first mistake ends the quick reading."""


def accepts(machine: Machine, data: bytes) -> bool:
    """Whether a well-formed file is valid: the same reading as for messages, without keeping what only they need."""
    above: list[tuple[_State, bool]] = []  # the states around the open element, and whether each has children already
    now, children, text = machine.root, False, ""
    matches = machine.patterns.matches

    def start(name: str, attributes: list[str]) -> None:
        nonlocal now, children, text
        if text:
            now, text = before_child(now, text), ""
        above.append((now, True))
        state = now.opened.get(name) or machine.open(now, name)
        if state is None:
            raise _Refused
        values = iter(attributes)
        for attribute, value in zip(values, values, strict=True):
            branches = state.attributes.get(attribute) or machine.attribute(state, attribute)
            if len(branches) == 1 and (value in branches[0][0].fits or matches(branches[0][0], value)):
                state = branches[0][1]
            else:
                state = machine.after_attribute(state, attribute, value)
                if state is None:
                    raise _Refused
        state = state.closed or machine.close(state)
        if state is None:
            raise _Refused
        now, children = state, False

    def before_child(state: _State, words: str) -> _State:
        if words.isspace():
            return state
        after = state.texts or machine.text(state, words)
        if after is None:
            raise _Refused
        return after

    def characters(words: str) -> None:
        nonlocal text
        text += words

    def end(_name: str) -> None:
        nonlocal now, children, text
        if children and text:
            now = before_child(now, text)
        elif text or (now.data and not children):
            only = machine.only_text(now, text)
            if only is None:
                raise _Refused
            now = only
        parent, children = above.pop()
        after = now.ended.get(parent) or machine.end(now, parent)
        if after is None:
            raise _Refused
        now, text = after, ""

    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = parser.ordered_attributes = True
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, characters
    try:
        parser.Parse(data, True)
    except _Refused:
        return False
    return True


class _Reading:
    """One run over a file. Text comes in pieces only if its places are wanted (`placed`): that is slower."""

    def __init__(self, machine: Machine, *, placed: bool = False) -> None:
        self.machine = machine
        self.problems: list[Problem] = []
        self.stack: list[_Open] = [_Open("", -1, 1, 1, machine.root, machine.root)]
        self.number = -1
        self.skipping = 0
        self.parser = expat.ParserCreate(namespace_separator="}")
        self.parser.buffer_text = not placed
        self.place = (0, 0)
        self.parser.ordered_attributes = True
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.placed_characters if placed else self.characters

    def run(self, data: bytes) -> list[Problem]:
        self.parser.Parse(data, True)
        return self.problems

    # -- events ------------------------------------------------------------------------------------------------------
    def start(self, name: str, attributes: list[str]) -> None:
        self.number += 1
        if self.skipping:
            self.skipping += 1
            return
        top = self.stack[-1]
        top.children = True
        if top.text:
            self.text(top)
        machine = self.machine
        state = top.now.opened.get(name) or machine.open(top.now, name)
        if state is None:
            state = self.unexpected(top, name)
            if state is None:
                self.skipping = 1
                return
        opened = self._here(name, state)
        for at in range(0, len(attributes), 2):
            after = machine.after_attribute(state, attributes[at], attributes[at + 1])
            if after is None:
                self.wrong_attribute(opened, attributes[at], attributes[at + 1])
            else:
                state = after
        closed = machine.close(state)
        if closed is None:
            self.missing_attributes(opened, state)
            closed = machine.loosen(state)
        opened.first = opened.now = closed
        self.stack.append(opened)

    def _here(self, name: str, state: _State) -> _Open:
        line, column = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1
        return _Open(name, self.number, line, column, state, state)

    def characters(self, text: str) -> None:
        if not self.skipping:
            self.stack[-1].text += text

    def placed_characters(self, text: str) -> None:
        """As `characters`, keeping the place of the first words since the last tag."""
        if not self.skipping:
            if not text.isspace() and not self.stack[-1].text.strip():
                blank = len(text) - len(text.lstrip())
                self.place = (self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1 + blank)
            self.stack[-1].text += text

    def end(self, _name: str) -> None:
        if self.skipping:
            self.skipping -= 1
            return
        done = self.stack.pop()
        parent = self.stack[-1]
        if done.text or (done.now.data and not done.children):
            self.last_text(done)
        after = self.machine.end(done.now, parent.now)
        if after is None:
            self.incomplete(done)
            after = self.machine.forgive(done.now, parent.now)
        parent.now = after

    # -- text --------------------------------------------------------------------------------------------------------
    def text(self, top: _Open) -> None:
        """Text before a child element."""
        text, top.text = top.text, ""
        if text.isspace():
            return
        after = self.machine.text(top.now, text)
        if after is None:
            self.misplaced_text(top, text)
        else:
            top.now = after

    def last_text(self, top: _Open) -> None:
        """Text before the end tag: if the element has no children, it is the element's value."""
        if top.children:
            self.text(top)
            return
        after = self.machine.only_text(top.now, top.text)
        if after is not None:
            top.now = after
        elif top.now.data:
            self.tell("bad-value", top, value=top.text, allowed=_values(pair[0] for pair in top.now.pairs))
        else:
            self.misplaced_text(top, top.text)

    def misplaced_text(self, top: _Open, text: str) -> None:
        if "text" not in top.told:
            top.told.add("text")
            self.tell("misplaced-text", top, value=text, place=self.place, allowed=self.machine.next(top.now))

    # -- mistakes ----------------------------------------------------------------------------------------------------
    def tell(
        self,
        kind: str,
        about: _Open,
        *,
        name: str = "",
        value: str = "",
        allowed: list[str] | tuple[str, ...] = (),
        note: str = "",
        place: tuple[int, int] | None = None,
        parent: str = "",
        homes: tuple[str, ...] = (),
    ) -> None:
        line, column = place or (about.line, about.column)
        name = _local(name or about.name)
        made = Problem(kind, about.number, line, column, name, _local(parent), value, tuple(allowed), note, homes)
        self.problems.append(made)

    def unexpected(self, top: _Open, name: str) -> _State | None:
        """Tell of an element that may not come here; the state to read it in, or None to pass it over."""
        machine = self.machine
        here = self._here(name, top.now)
        expected = machine.next(top.now)
        declared = machine.misplaced(top.now, name)
        if declared is None:
            self.tell("unknown-element", here, parent=top.name, allowed=expected)
            return None
        for missing in self._required(top.now):
            then = machine.passed(top.now, missing)
            inside = None if then is None else machine.open(then, name)
            if then is not None and inside is not None:
                self.tell("missing-element", here, parent=top.name, allowed=(_local(missing),), note="before")
                top.now = then
                return inside
        late = machine.open(top.first, name) is not None
        note, homes = "late" if late else "", machine.homes(name)
        self.tell("misplaced-element", here, parent=top.name, allowed=expected, note=note, homes=homes)
        return declared

    def _required(self, state: _State) -> list[str]:
        """Elements whose absence would explain an unexpected one: only where the parent could not end here anyway."""
        if any(pair[0].nullable for pair in state.pairs):
            return []
        return list(dict.fromkeys(name for p, _, _ in state.pairs for name in next_keys(p)))

    def wrong_attribute(self, opened: _Open, name: str, value: str) -> None:
        known = self.machine.attribute(opened.first, name)
        if known:
            allowed = _values(pattern for pattern, _ in known)
            self.tell("bad-value", opened, name=name, value=value, allowed=allowed, note="attribute")
            return
        names = list(dict.fromkeys(n for p, _, _ in opened.first.pairs for n in attribute_names(p)[0]))
        self.tell("unknown-attribute", opened, name=name, value=value, allowed=names, parent=opened.name)

    def missing_attributes(self, opened: _Open, state: _State) -> None:
        missing = attribute_names(state.pairs[0][0])[1]
        self.tell("missing-attribute", opened, allowed=missing)

    def incomplete(self, done: _Open) -> None:
        if "text" not in done.told and not any(p.kind is Kind.TEXT for p, _, _ in done.now.pairs):
            self.tell("missing-element", done, allowed=self.machine.needed(done.now), note="incomplete")


def _local(name: str) -> str:
    """`http://www.w3.org/XML/1998/namespace}id` → `xml:id`, `namespace}p` → `p`."""
    namespace, _, local = name.rpartition("}")
    return f"xml:{local}" if namespace == XML else local


def _values(patterns: Iterable[Pattern]) -> tuple[str, ...]:
    """What a value may be, in words: the values themselves, or the datatype."""
    found: dict[str, None] = {}

    def walk(p: Pattern) -> None:
        if p.kind is Kind.VALUE:
            found[f"“{p.value}”"] = None
        elif p.kind is Kind.DATA and p.datatype is not None:
            found[p.datatype.words] = None
        elif p.kind is Kind.CHOICE:
            for part in p.parts:
                walk(part)
        elif p.kind is Kind.GROUP:
            walk(p.a)
            walk(p.b)
        elif p.kind in (Kind.LIST, Kind.MANY):
            walk(p.a)

    for pattern in patterns:
        walk(pattern)
    return tuple(found)
