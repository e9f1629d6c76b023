"""Patterns and their derivatives.

A `Pattern` is made only by a `Patterns` store, which interns: equal patterns are one object, so identity is equality
and each object keeps the derivatives that were computed from it. Names are strings `namespace}local`, or `local` alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from pipeline.validate.relaxng.datatypes import Datatype


class Kind(Enum):
    """What a pattern is made of; `a` and `b` below are its parts."""

    EMPTY = auto()
    NOTHING = auto()  # notAllowed
    TEXT = auto()
    CHOICE = auto()  # parts
    GROUP = auto()  # a, b
    INTERLEAVE = auto()  # a, b
    MANY = auto()  # oneOrMore a
    LIST = auto()  # a
    DATA = auto()  # datatype, excluded (a)
    VALUE = auto()  # datatype, value
    ATTRIBUTE = auto()  # names, a
    ELEMENT = auto()  # names, content when asked


@dataclass(frozen=True)
class Names:
    """A name class: `test` takes a name, `words` are the names for people (`*` for any), `keys` those it
    takes, as far as it names them."""

    test: Callable[[str], bool]
    words: tuple[str, ...]
    keys: tuple[str, ...] = ()


_REMEMBERED: Final = 10_000
"""How many values a pattern remembers."""

Branch = tuple["Pattern", "Pattern"]
"""What must match inside (an element's content, an attribute's value), and what may come after it."""


class Pattern:
    """What may still come. `nullable`: nothing need come; `data`: text is looked at, not only allowed."""

    __slots__ = (
        "a", "attributes", "b", "closed", "content", "data", "datatype", "fits", "kind", "loosened", "names",
        "nullable", "opened", "parts", "text", "value",
    )  # fmt: skip

    def __init__(self, kind: Kind, nullable: bool, data: bool) -> None:
        self.kind = kind
        self.nullable = nullable
        self.data = data
        self.a: Pattern = self
        self.b: Pattern = self
        self.parts: tuple[Pattern, ...] = ()
        self.names: Names | None = None
        self.datatype: Datatype | None = None
        self.value = ""
        self.content: Callable[[], Pattern] | None = None
        self.opened: dict[str, tuple[Branch, ...]] = {}
        self.attributes: dict[str, tuple[Branch, ...]] = {}
        self.fits: set[str] = set()
        self.text: Pattern | None = None
        self.closed: Pattern | None = None
        self.loosened: Pattern | None = None


class Patterns:
    """The store of all patterns of one schema."""

    def __init__(self) -> None:
        self._known: dict[tuple[object, ...], Pattern] = {}
        self.empty: Final = Pattern(Kind.EMPTY, True, False)
        self.nothing: Final = Pattern(Kind.NOTHING, False, False)
        self.text: Final = Pattern(Kind.TEXT, True, False)

    # -- making ------------------------------------------------------------------------------------------------------
    def _interned(self, key: tuple[object, ...], nullable: bool, data: bool) -> tuple[Pattern, bool]:
        known = self._known.get(key)
        if known is not None:
            return known, False
        kind = key[0]
        assert isinstance(kind, Kind)
        made = self._known[key] = Pattern(kind, nullable, data)
        return made, True

    def choice(self, patterns: Iterable[Pattern]) -> Pattern:
        """Any of the patterns; choices inside are flattened, doubles and impossible ones fall away."""
        parts: dict[Pattern, None] = {}
        for pattern in patterns:
            if pattern.kind is Kind.CHOICE:
                parts.update(dict.fromkeys(pattern.parts))
            elif pattern is not self.nothing:
                parts[pattern] = None
        if self.empty in parts and any(p.nullable for p in parts if p is not self.empty):
            del parts[self.empty]
        if len(parts) < 2:
            return next(iter(parts), self.nothing)
        key = (Kind.CHOICE, frozenset(parts))
        made, new = self._interned(key, any(p.nullable for p in parts), any(p.data for p in parts))
        if new:
            made.parts = tuple(parts)
        return made

    def group(self, a: Pattern, b: Pattern) -> Pattern:
        """First a, then b."""
        if a is self.nothing or b is self.nothing:
            return self.nothing
        if a is self.empty:
            return b
        if b is self.empty:
            return a
        if a.kind is Kind.GROUP:
            return self.group(a.a, self.group(a.b, b))
        return self._pair(Kind.GROUP, a, b)

    def interleave(self, a: Pattern, b: Pattern) -> Pattern:
        """a and b in any mixture."""
        if a is self.nothing or b is self.nothing:
            return self.nothing
        if a is self.empty:
            return b
        if b is self.empty:
            return a
        return self._pair(Kind.INTERLEAVE, a, b)

    def _pair(self, kind: Kind, a: Pattern, b: Pattern) -> Pattern:
        made, new = self._interned((kind, a, b), a.nullable and b.nullable, a.data or b.data)
        if new:
            made.a, made.b = a, b
        return made

    def many(self, a: Pattern) -> Pattern:
        """a once or more."""
        if a.kind in (Kind.EMPTY, Kind.NOTHING, Kind.TEXT, Kind.MANY):
            return a
        made, new = self._interned((Kind.MANY, a), a.nullable, a.data)
        if new:
            made.a = a
        return made

    def optional(self, a: Pattern) -> Pattern:
        """a or nothing."""
        return self.choice((a, self.empty))

    def list_of(self, a: Pattern) -> Pattern:
        """Words that together match a."""
        made, new = self._interned((Kind.LIST, a), False, True)
        if new:
            made.a = a
        return made

    def data(self, datatype: Datatype, excluded: Pattern) -> Pattern:
        """Text of a datatype, without what `excluded` matches."""
        made, new = self._interned((Kind.DATA, datatype, excluded), False, True)
        if new:
            made.datatype, made.a = datatype, excluded
        return made

    def value_of(self, datatype: Datatype, value: str) -> Pattern:
        """One value."""
        normal = datatype.normal(value)
        made, new = self._interned((Kind.VALUE, datatype, normal), False, True)
        if new:
            made.datatype, made.value = datatype, normal
        return made

    def attribute(self, names: Names, a: Pattern) -> Pattern:
        """An attribute whose value matches a."""
        made, new = self._interned((Kind.ATTRIBUTE, names, a), False, False)
        if new:
            made.names, made.a = names, a
        return made

    def element(self, names: Names, content: Callable[[], Pattern]) -> Pattern:
        """An element; every call makes another one. Its content is asked for when it is first met."""
        made = Pattern(Kind.ELEMENT, False, False)
        made.names, made.content = names, content
        return made

    # -- derivatives -------------------------------------------------------------------------------------------------
    def open(self, p: Pattern, name: str) -> tuple[Branch, ...]:
        """For a start tag: what the element may hold, and what may come after the element."""
        known = p.opened.get(name)
        if known is None:
            known = p.opened[name] = self._merged(self._open(p, name))
        return known

    def _open(self, p: Pattern, name: str) -> Iterator[Branch]:
        match p.kind:
            case Kind.ELEMENT:
                assert p.names is not None
                if p.names.test(name):
                    yield content_of(p), self.empty
            case Kind.CHOICE:
                for part in p.parts:
                    yield from self.open(part, name)
            case Kind.GROUP:
                yield from ((inside, self.group(rest, p.b)) for inside, rest in self.open(p.a, name))
                if p.a.nullable:
                    yield from self.open(p.b, name)
            case Kind.INTERLEAVE:
                yield from ((inside, self.interleave(rest, p.b)) for inside, rest in self.open(p.a, name))
                yield from ((inside, self.interleave(p.a, rest)) for inside, rest in self.open(p.b, name))
            case Kind.MANY:
                again = self.optional(p)
                yield from ((inside, self.group(rest, again)) for inside, rest in self.open(p.a, name))

    def attribute_branches(self, p: Pattern, name: str) -> tuple[Branch, ...]:
        """For an attribute: what its value must match, and what the start tag may still hold."""
        known = p.attributes.get(name)
        if known is None:
            known = p.attributes[name] = self._merged(self._attribute(p, name))
        return known

    def _attribute(self, p: Pattern, name: str) -> Iterator[Branch]:
        match p.kind:
            case Kind.ATTRIBUTE:
                assert p.names is not None
                if p.names.test(name):
                    yield p.a, self.empty
            case Kind.CHOICE:
                for part in p.parts:
                    yield from self.attribute_branches(part, name)
            case Kind.GROUP:
                yield from ((value, self.group(rest, p.b)) for value, rest in self.attribute_branches(p.a, name))
                yield from ((value, self.group(p.a, rest)) for value, rest in self.attribute_branches(p.b, name))
            case Kind.INTERLEAVE:
                yield from ((value, self.interleave(rest, p.b)) for value, rest in self.attribute_branches(p.a, name))
                yield from ((value, self.interleave(p.a, rest)) for value, rest in self.attribute_branches(p.b, name))
            case Kind.MANY:
                again = self.optional(p)
                yield from ((value, self.group(rest, again)) for value, rest in self.attribute_branches(p.a, name))

    def _merged(self, branches: Iterator[Branch]) -> tuple[Branch, ...]:
        together: dict[Pattern, list[Pattern]] = {}
        for inside, rest in branches:
            together.setdefault(inside, []).append(rest)
        return tuple((inside, self.choice(rests)) for inside, rests in together.items())

    def close(self, p: Pattern) -> Pattern:
        """For the end of a start tag: attributes that did not come can come no more."""
        if p.closed is None:
            p.closed = self._without_attributes(p, self.nothing, self.close)
        return p.closed

    def loosen(self, p: Pattern) -> Pattern:
        """As `close`, forgiving attributes that are missing."""
        if p.loosened is None:
            p.loosened = self._without_attributes(p, self.empty, self.loosen)
        return p.loosened

    def _without_attributes(self, p: Pattern, instead: Pattern, again: Callable[[Pattern], Pattern]) -> Pattern:
        match p.kind:
            case Kind.ATTRIBUTE:
                return instead
            case Kind.CHOICE:
                return self.choice(map(again, p.parts))
            case Kind.GROUP:
                return self.group(again(p.a), again(p.b))
            case Kind.INTERLEAVE:
                return self.interleave(again(p.a), again(p.b))
            case Kind.MANY:
                return self.many(again(p.a))
        return p

    def read_text(self, p: Pattern, text: str) -> Pattern:
        """For text: what may come after it."""
        if p.data:
            return self._text(p, text)
        if p.text is None:
            p.text = self._text(p, text)
        return p.text

    def _text(self, p: Pattern, text: str) -> Pattern:
        match p.kind:
            case Kind.TEXT:
                return p
            case Kind.CHOICE:
                return self.choice(self.read_text(part, text) for part in p.parts)
            case Kind.GROUP:
                first = self.group(self.read_text(p.a, text), p.b)
                return self.choice((first, self.read_text(p.b, text))) if p.a.nullable else first
            case Kind.INTERLEAVE:
                left = self.interleave(self.read_text(p.a, text), p.b)
                return self.choice((left, self.interleave(p.a, self.read_text(p.b, text))))
            case Kind.MANY:
                return self.group(self.read_text(p.a, text), self.optional(p))
            case Kind.DATA | Kind.VALUE | Kind.LIST:
                return self.empty if self.matches(p, text) else self.nothing
        return self.nothing

    def matches(self, p: Pattern, value: str) -> bool:
        """Whether a whole value (of an attribute, of an element without children) matches a pattern; those that do are
        remembered, as far as memory should go."""
        if value in p.fits:
            return True
        fits = self._matches(p, value)
        if fits and len(p.fits) < _REMEMBERED:
            p.fits.add(value)
        return fits

    def _matches(self, p: Pattern, value: str) -> bool:
        match p.kind:
            case Kind.TEXT:
                return True
            case Kind.DATA:
                assert p.datatype is not None
                return p.datatype.allows(value) and (p.a is self.nothing or not self.matches(p.a, value))
            case Kind.VALUE:
                assert p.datatype is not None
                return p.datatype.normal(value) == p.value
            case Kind.LIST:
                rest = p.a
                for word in value.split():
                    rest = self.read_text(rest, word)
                return rest.nullable
            case Kind.CHOICE:
                return any(self.matches(part, value) for part in p.parts)
        read = self.read_text(p, value)
        return read.nullable or (not value.strip() and p.nullable)


def content_of(element: Pattern) -> Pattern:
    """What an element pattern allows inside."""
    assert element.content is not None
    return element.content()


def _next(p: Pattern) -> Iterator[Names]:
    """The name classes of the elements that may come next, in the order of the schema."""
    seen: set[Pattern] = set()
    todo = [p]
    while todo:
        at = todo.pop()
        if at in seen:
            continue
        seen.add(at)
        match at.kind:
            case Kind.ELEMENT:
                assert at.names is not None
                yield at.names
            case Kind.CHOICE:
                todo.extend(reversed(at.parts))
            case Kind.GROUP if not at.a.nullable:
                todo.append(at.a)
            case Kind.GROUP | Kind.INTERLEAVE:
                todo.extend((at.b, at.a))
            case Kind.MANY:
                todo.append(at.a)


def next_elements(p: Pattern) -> list[str]:
    """The local names of the elements that may come next, in the order of the schema; `*` for any."""
    return list(dict.fromkeys(name for names in _next(p) for name in names.words))


def next_keys(p: Pattern) -> list[str]:
    """As `next_elements`, with namespaces, as far as the schema names them."""
    return list(dict.fromkeys(name for names in _next(p) for name in names.keys))


def mentioned(element: Pattern) -> set[str]:
    """The local names of all elements that an element may hold somewhere."""
    found: set[str] = set()
    seen: set[Pattern] = set()
    todo = [content_of(element)]
    while todo:
        at = todo.pop()
        if at in seen:
            continue
        seen.add(at)
        if at.kind is Kind.ELEMENT and at.names is not None:
            found.update(at.names.words)
        elif at.kind not in (Kind.ATTRIBUTE, Kind.DATA, Kind.LIST):
            todo.extend((at.a, at.b, *at.parts))
    return found


def attribute_names(p: Pattern) -> tuple[list[str], list[str]]:
    """The attributes that a start tag may still hold, and those among them that must come."""
    allowed: dict[str, None] = {}

    def required(at: Pattern) -> frozenset[str]:
        match at.kind:
            case Kind.ATTRIBUTE:
                assert at.names is not None
                allowed.update(dict.fromkeys(at.names.words))
                return frozenset(at.names.words)
            case Kind.CHOICE:
                return frozenset.intersection(*[required(part) for part in at.parts])
            case Kind.GROUP | Kind.INTERLEAVE:
                return required(at.a) | required(at.b)
            case Kind.MANY:
                return required(at.a)
        return frozenset()

    must = required(p)
    return list(allowed), sorted(must)
