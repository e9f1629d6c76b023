"""A RELAX NG schema in XML syntax becomes patterns.

Definitions are translated when something first refers to them, and an element's content when that element is first
met, so that a large schema costs what a document uses of it. `include` and `externalRef` read files beside the schema;
nothing is fetched from the network.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Final

from lxml import etree

from pipeline.namespaces import XML
from pipeline.safe_xml import NoXml, root_of
from pipeline.validate.relaxng.datatypes import Datatype, DatatypeError, datatype
from pipeline.validate.relaxng.patterns import Names, Pattern, Patterns

RNG: Final = "{http://relaxng.org/ns/structure/1.0}"


class SchemaError(ValueError):
    """The schema is not one that can be used; the message is for people."""


class Schema:
    """A loaded schema: `start` is what a whole document must match."""

    def __init__(self, path: Path) -> None:
        self.patterns = Patterns()
        self._elements: dict[etree._Element, Pattern] = {}
        self._scopes: dict[etree._Element, _Scope] = {}
        self._named: dict[str, list[tuple[etree._Element, _Scope]]] = {}
        root = _parse(path)
        if root.tag == f"{RNG}grammar":
            scope = _Scope(self, None)
            scope.read(root, path, frozenset())
            self.start = scope.start()
        else:
            self.start = self.pattern(root, _Scope(self, None))

    # -- elements by name --------------------------------------------------------------------------------------------
    def remember(self, root: etree._Element, scope: _Scope) -> None:
        """Note the element declarations of a file by their local names, for recovering after a mistake."""
        for declaration in root.iter(f"{RNG}element"):
            name = declaration.get("name") or (declaration.findtext(f"{RNG}name") or "").strip()
            self._named.setdefault(name.split(":")[-1], []).append((declaration, scope))

    def declared(self, name: str) -> list[Pattern]:
        """The patterns of all elements with a name, wherever they are declared."""
        patterns = self.all_declared(name.rpartition("}")[2])
        return [p for p in patterns if p.names is not None and p.names.test(name)]

    def all_declared(self, local: str) -> list[Pattern]:
        """The patterns of all elements with a local name."""
        return [self.pattern(node, scope) for node, scope in self._named.get(local, ())]

    def names(self) -> list[str]:
        """The local names of all declared elements."""
        return sorted(filter(None, self._named), key=str.lower)

    # -- translation -------------------------------------------------------------------------------------------------
    def pattern(self, node: etree._Element, scope: _Scope) -> Pattern:
        """The pattern that an element of the schema stands for."""
        translate = _TRANSLATE.get(node.tag if isinstance(node.tag, str) else "")
        if translate is None:
            raise SchemaError(f"line {node.sourceline}: {etree.QName(node).localname} is not a pattern of RELAX NG")
        return translate(self, node, scope)

    def parts(self, node: etree._Element, scope: _Scope, skip: int = 0) -> Pattern:
        """The children of an element as a group; the first `skip` are no patterns."""
        result = self.patterns.empty
        for child in reversed(_children(node)[skip:]):
            result = self.patterns.group(self.pattern(child, scope), result)
        return result

    def element(self, node: etree._Element, scope: _Scope) -> Pattern:
        """An element pattern; the same one for the same declaration."""
        known = self._elements.get(node)
        if known is None:
            names, skip = _names(node)

            @cache
            def content() -> Pattern:
                return self.parts(node, scope, skip)

            known = self._elements[node] = self.patterns.element(names, content)
        return known


class _Scope:
    """The definitions of one grammar."""

    def __init__(self, schema: Schema, parent: _Scope | None) -> None:
        self._schema = schema
        self._parent = parent
        self._defines: dict[str, list[etree._Element]] = {}
        self._made: dict[str, Pattern] = {}
        self._open: set[str] = set()
        self.path = Path()

    def read(self, root: etree._Element, path: Path, overridden: frozenset[str]) -> None:
        """Take in the definitions of a grammar element, without those that an including grammar has replaced."""
        self._schema.remember(root, self)
        self.path = path
        for child in _children(root):
            match etree.QName(child).localname:
                case "define" | "start":
                    name = _definition(child)
                    if name not in overridden:
                        self._defines.setdefault(name, []).append(child)
                case "div":
                    self.read(child, path, overridden)
                case "include":
                    self._include(child, path, overridden)

    def _include(self, node: etree._Element, path: Path, overridden: frozenset[str]) -> None:
        other = _beside(path, node)
        replaced = {_definition(child) for child in node.iter(f"{RNG}define", f"{RNG}start")}
        self.read(_parse(other), other, overridden | replaced)
        self.read(node, path, overridden)

    def start(self) -> Pattern:
        return self.definition(_START)

    def definition(self, name: str) -> Pattern:
        """The pattern of a definition; several are combined as the schema says."""
        if name in self._made:
            return self._made[name]
        nodes = self._defines.get(name)
        if nodes is None:
            raise SchemaError(f"{name or 'start'} is not defined")
        if name in self._open:
            raise SchemaError(f"line {nodes[0].sourceline}: {name} refers to itself without an element in between")
        self._open.add(name)
        patterns = self._schema.patterns
        together = [self._schema.parts(node, self) for node in nodes]
        result = together[0]
        if any(node.get("combine") == "interleave" for node in nodes):
            for other in together[1:]:
                result = patterns.interleave(result, other)
        elif len(together) > 1:
            result = patterns.choice(together)
        self._open.discard(name)
        self._made[name] = result
        return result

    def parent(self) -> _Scope:
        if self._parent is None:
            raise SchemaError("parentRef outside of a nested grammar")
        return self._parent


_START: Final = ""
"""The name under which `start` is kept."""


def _definition(node: etree._Element) -> str:
    return _START if etree.QName(node).localname == "start" else (node.get("name") or "").strip()


def _parse(path: Path) -> etree._Element:
    try:
        return root_of(path.read_bytes(), comments=False, instructions=False)
    except (OSError, NoXml) as error:
        raise SchemaError(f"{path} cannot be read: {error}") from error


def _beside(path: Path, node: etree._Element) -> Path:
    href = node.get("href") or ""
    if ":" in href:
        raise SchemaError(f"line {node.sourceline}: {href} is not fetched; put the file beside the schema")
    return path.parent / href


def _children(node: etree._Element) -> list[etree._Element]:
    return [child for child in node if isinstance(child.tag, str) and child.tag.startswith(RNG)]


def _inherited(node: etree._Element, name: str) -> str:
    at: etree._Element | None = node
    while at is not None:
        value = at.get(name)
        if value is not None:
            return value
        at = at.getparent()
    return ""


# -- names -----------------------------------------------------------------------------------------------------------
def key(namespace: str, local: str) -> str:
    """A name as the engine compares it: `namespace}local`, or `local` alone."""
    return f"{namespace}}}{local}" if namespace else local


def _names(node: etree._Element) -> tuple[Names, int]:
    """The name class of an element or attribute declaration, and how many children it took."""
    name = node.get("name")
    if name is not None:
        default = "" if node.tag == f"{RNG}attribute" and node.get("ns") is None else _inherited(node, "ns")
        return _one_name(node, name.strip(), default), 0
    return _name_class(_children(node)[0]), 1


def _one_name(node: etree._Element, name: str, namespace: str) -> Names:
    prefix, colon, local = name.rpartition(":")
    if colon:
        namespace = XML if prefix == "xml" else node.nsmap.get(prefix) or ""
    return _exactly(key(namespace, local), name if prefix == "xml" else local)


@cache
def _exactly(wanted: str, words: str) -> Names:
    """One name; the same object for the same name, so that equal attributes are one pattern."""
    return Names(wanted.__eq__, (words,), (wanted,))


def _name_class(node: etree._Element) -> Names:
    children = _children(node)
    match etree.QName(node).localname:
        case "name":
            return _one_name(node, (node.text or "").strip(), _inherited(node, "ns"))
        case "choice":
            options = [_name_class(child) for child in children]
            words = tuple(word for option in options for word in option.words)
            keys = tuple(key for option in options for key in option.keys)
            return Names(lambda name: any(option.test(name) for option in options), words, keys)
        case "anyName":
            refused = [_name_class(child) for exception in children for child in _children(exception)]
            return Names(lambda name: not any(r.test(name) for r in refused), ("*",))
        case "nsName":
            namespace = _inherited(node, "ns")
            refused = [_name_class(child) for exception in children for child in _children(exception)]
            return Names(
                lambda name: (name.rpartition("}")[0] == namespace) and not any(r.test(name) for r in refused), ("*",)
            )
    raise SchemaError(f"line {node.sourceline}: {etree.QName(node).localname} is not a name class")


# -- one translation for each pattern --------------------------------------------------------------------------------
Translate = Callable[[Schema, etree._Element, _Scope], Pattern]


def _attribute(schema: Schema, node: etree._Element, scope: _Scope) -> Pattern:
    names, skip = _names(node)
    value = schema.parts(node, scope, skip) if len(_children(node)) > skip else schema.patterns.text
    return schema.patterns.attribute(names, value)


def _choice(schema: Schema, node: etree._Element, scope: _Scope) -> Pattern:
    return schema.patterns.choice(schema.pattern(child, scope) for child in _children(node))


def _interleave(schema: Schema, node: etree._Element, scope: _Scope) -> Pattern:
    result = schema.patterns.empty
    for child in reversed(_children(node)):
        result = schema.patterns.interleave(schema.pattern(child, scope), result)
    return result


def _data(schema: Schema, node: etree._Element, scope: _Scope) -> Pattern:
    facets: dict[str, list[str]] = {}
    for param in node.iterfind(f"{RNG}param"):
        facets.setdefault(param.get("name") or "", []).append(param.text or "")
    exception = node.find(f"{RNG}except")
    excluded = schema.patterns.nothing if exception is None else _choice(schema, exception, scope)
    return schema.patterns.data(_type(node, facets), excluded)


def _value(schema: Schema, node: etree._Element, _scope: _Scope) -> Pattern:
    return schema.patterns.value_of(_type(node, {}), node.text or "")


def _type(node: etree._Element, facets: dict[str, list[str]]) -> Datatype:
    name = node.get("type")
    if name is None or not _inherited(node, "datatypeLibrary"):
        name = name or "token"
    try:
        return datatype(name.strip(), facets)
    except DatatypeError as error:
        raise SchemaError(f"line {node.sourceline}: {error}") from error


def _grammar(schema: Schema, node: etree._Element, scope: _Scope) -> Pattern:
    inner = _Scope(schema, scope)
    inner.read(node, scope.path, frozenset())
    return inner.start()


def _external(schema: Schema, node: etree._Element, scope: _Scope) -> Pattern:
    path = _beside(scope.path, node)
    inner = _Scope(schema, None)
    root = _parse(path)
    inner.path = path
    return _grammar(schema, root, inner) if root.tag == f"{RNG}grammar" else schema.pattern(root, inner)


_TRANSLATE: Final[dict[str, Translate]] = {
    RNG + name: translate
    for name, translate in {
        "element": lambda schema, node, scope: schema.element(node, scope),
        "attribute": _attribute,
        "group": lambda schema, node, scope: schema.parts(node, scope),
        "choice": _choice,
        "interleave": _interleave,
        "mixed": lambda schema, node, scope: schema.patterns.interleave(
            schema.patterns.text, schema.parts(node, scope)
        ),
        "optional": lambda schema, node, scope: schema.patterns.optional(schema.parts(node, scope)),
        "oneOrMore": lambda schema, node, scope: schema.patterns.many(schema.parts(node, scope)),
        "zeroOrMore": lambda schema, node, scope: schema.patterns.optional(
            schema.patterns.many(schema.parts(node, scope))
        ),
        "list": lambda schema, node, scope: schema.patterns.list_of(schema.parts(node, scope)),
        "ref": lambda _schema, node, scope: scope.definition((node.get("name") or "").strip()),
        "parentRef": lambda _schema, node, scope: scope.parent().definition((node.get("name") or "").strip()),
        "empty": lambda schema, _node, _scope: schema.patterns.empty,
        "notAllowed": lambda schema, _node, _scope: schema.patterns.nothing,
        "text": lambda schema, _node, _scope: schema.patterns.text,
        "value": _value,
        "data": _data,
        "grammar": _grammar,
        "externalRef": _external,
    }.items()
}
