"""Read a TEI ODD customization into records.

Only what our own customization uses is understood; anything else raises OddError, so that nothing is lost silently.

    <content><sequence><elementRef key="head" minOccurs="0"/><classRef key="model.mark"/></sequence></content>

becomes `Particle("sequence", items=(Particle("element", "head", low=0), Particle("class", "model.mark")))`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from pipeline.namespaces import TEI, T
from pipeline.safe_xml import root_of

UNBOUNDED = -1


class OddError(ValueError):
    """The customization uses something that the generator does not know, or contradicts itself."""


@dataclass(frozen=True, slots=True)
class Particle:
    """A piece of a content model. `kind` is `sequence` or `alternate` (with `items`), `element`, `class`, `macro` or
    `data` (with `name`), `text` or `empty`; it occurs `low` to `high` times (UNBOUNDED)."""

    kind: str
    name: str = ""
    items: tuple[Particle, ...] = ()
    low: int = 1
    high: int = 1


@dataclass(frozen=True, slots=True)
class Datatype:
    """What an attribute may hold: `kind` is `data` (a W3C datatype `name` with a `pattern`), `values` (the `options`),
    `union` or `list` (of the W3C or own datatypes in `options`)."""

    kind: str
    name: str = ""
    pattern: str = ""
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute of an element or class; `values` are its documented values, binding if `closed`."""

    name: str
    datatype: str
    required: bool = False
    values: tuple[tuple[str, str], ...] = ()
    closed: bool = False
    desc: str = ""


@dataclass(frozen=True, slots=True)
class Element:
    """An element; `models` and `attribute_classes` are the classes it is a member of; `example` is an egXML element."""

    name: str
    module: str
    desc: str
    models: tuple[str, ...]
    attribute_classes: tuple[str, ...]
    attributes: tuple[Attribute, ...]
    content: Particle
    example: etree._Element


@dataclass(frozen=True, slots=True)
class Constraint:
    """A rule in Schematron; `id` is unique, `rules` are `sch:rule` elements."""

    id: str
    rules: tuple[etree._Element, ...]


@dataclass(frozen=True, slots=True)
class Schema:
    """A whole customization."""

    start: str
    namespace: str
    elements: dict[str, Element]
    datatypes: dict[str, Datatype]
    attribute_classes: dict[str, tuple[Attribute, ...]]
    model_classes: dict[str, str]
    macros: dict[str, Particle]
    constraints: tuple[Constraint, ...]

    def attributes(self, element: Element) -> dict[str, Attribute]:
        """All attributes of an element by name; its own declarations win over those of its classes."""
        inherited = {a.name: a for key in element.attribute_classes for a in self.attribute_classes[key]}
        return inherited | {a.name: a for a in element.attributes}

    def members(self, model: str) -> list[str]:
        """The elements of a model class, in alphabetical order."""
        return sorted((e.name for e in self.elements.values() if model in e.models), key=str.lower)

    def expanded(self, particle: Particle) -> Iterator[str]:
        """The names of all elements that a content model mentions, through classes and macros."""
        if particle.kind == "element":
            yield particle.name
        elif particle.kind == "class":
            yield from self.members(particle.name)
        elif particle.kind == "macro":
            yield from self.expanded(self.macros[particle.name])
        for item in particle.items:
            yield from self.expanded(item)

    def has_text(self, particle: Particle) -> bool:
        """Whether a content model allows text."""
        if particle.kind == "macro":
            return self.has_text(self.macros[particle.name])
        return particle.kind == "text" or any(self.has_text(item) for item in particle.items)


def read(path: Path) -> Schema:
    """The customization in a file."""
    spec = root_of(path.read_bytes(), comments=False).find(f".//{T}schemaSpec")
    if spec is None:
        raise OddError(f"{path} has no schemaSpec")
    classes = spec.findall(f"{T}classSpec")
    schema = Schema(
        start=spec.get("start", "TEI"),
        namespace=spec.get("ns", TEI),
        elements={_ident(e): _element(e) for e in spec.findall(f"{T}elementSpec")},
        datatypes=_datatypes(spec),
        attribute_classes={_ident(e): _attributes(e) for e in classes if e.get("type") == "atts"},
        model_classes={_ident(e): _desc(e) for e in classes if e.get("type") == "model"},
        macros={_ident(e): _content(e) for e in spec.findall(f"{T}macroSpec")},
        constraints=tuple(_constraints(spec)),
    )
    _check(schema)
    return schema


def _check(schema: Schema) -> None:
    """Every name that is used is declared, and no element is a member of two model classes (which XSD cannot say)."""
    for element in schema.elements.values():
        if len(element.models) > 1:
            raise OddError(f"{element.name} is a member of more than one model class")
        for name in (*element.models, *element.attribute_classes):
            if name not in schema.model_classes and name not in schema.attribute_classes:
                raise OddError(f"{element.name} is a member of an undeclared class: {name}")
        for attribute in schema.attributes(element).values():
            if attribute.datatype not in schema.datatypes:
                raise OddError(f"{element.name}/@{attribute.name} has an undeclared datatype: {attribute.datatype}")
    for owner, content in (*((e.name, e.content) for e in schema.elements.values()), *schema.macros.items()):
        if unknown := set(schema.expanded(content)) - set(schema.elements):
            raise OddError(f"{owner} allows undeclared elements: {', '.join(sorted(unknown))}")


def _local(e: etree._Element) -> str:
    return etree.QName(e).localname


def _ident(spec: etree._Element) -> str:
    ident = spec.get("ident")
    if ident is None:
        raise OddError(f"line {spec.sourceline}: no ident")
    return ident


def _child(spec: etree._Element, name: str, owner: str = "") -> etree._Element:
    child = spec.find(T + name)
    if child is None:
        raise OddError(f"line {spec.sourceline}: {owner or _ident(spec)} has no {name}")
    return child


def _desc(spec: etree._Element) -> str:
    desc = spec.find(f"{T}desc")
    return "" if desc is None else " ".join("".join(desc.itertext()).split())


def _element(spec: etree._Element) -> Element:
    keys = [e.get("key", "") for e in spec.iterfind(f"{T}classes/{T}memberOf")]
    example = spec.find(f"{T}exemplum/*")
    if example is None:
        raise OddError(f"{_ident(spec)} has no example")
    return Element(
        name=_ident(spec),
        module=spec.get("module", ""),
        desc=_desc(spec),
        models=tuple(key for key in keys if key.startswith("model.")),
        attribute_classes=tuple(key for key in keys if not key.startswith("model.")),
        attributes=_attributes(spec),
        content=_content(spec),
        example=example,
    )


def _constraints(spec: etree._Element) -> Iterator[Constraint]:
    for constraint in spec.iter(f"{T}constraintSpec"):
        yield Constraint(_ident(constraint), tuple(constraint.iter("{http://purl.oclc.org/dsdl/schematron}rule")))


def _attributes(spec: etree._Element) -> tuple[Attribute, ...]:
    return tuple(_attribute(e) for e in spec.iterfind(f"{T}attList/{T}attDef"))


def _attribute(spec: etree._Element) -> Attribute:
    datatype = _child(spec, "datatype")
    data = _child(datatype, "dataRef", _ident(spec))
    several = datatype.get("maxOccurs") == "unbounded"
    values = spec.find(f"{T}valList")
    return Attribute(
        name=_ident(spec),
        datatype=data.get("key", "") + ("s" if several else ""),
        required=spec.get("usage") == "req",
        values=() if values is None else tuple((_ident(v), _desc(v)) for v in values.findall(f"{T}valItem")),
        closed=values is not None and values.get("type") == "closed",
        desc=_desc(spec),
    )


def _datatypes(spec: etree._Element) -> dict[str, Datatype]:
    """The declared datatypes, and for those of which an attribute holds several a list: `data.words` of `data.word`."""
    found = {_ident(e): _datatype(_child(e, "content")) for e in spec.findall(f"{T}dataSpec")}
    for data in spec.iterfind(f".//{T}datatype[@maxOccurs='unbounded']/{T}dataRef"):
        key = data.get("key", "")
        found[f"{key}s"] = Datatype("list", options=(key,))
    return found


def _datatype(content: etree._Element) -> Datatype:
    child = content[0]
    match _local(child):
        case "dataRef":
            return Datatype("data", child.get("name", ""), child.get("restriction", ""))
        case "valList":
            return Datatype("values", options=tuple(_ident(v) for v in child.findall(f"{T}valItem")))
        case "alternate":
            return Datatype("union", options=tuple(e.get("name", "") for e in child))
        case other:
            raise OddError(f"line {child.sourceline}: a datatype made of {other}")


_REFERENCES = {
    "elementRef": "element", "classRef": "class", "macroRef": "macro", "dataRef": "data", "textNode": "text",
    "empty": "empty",
}  # fmt: skip
_GROUPS = ("sequence", "alternate")


def _content(spec: etree._Element) -> Particle:
    particles = [_particle(e) for e in _child(spec, "content")]
    if len(particles) != 1:
        raise OddError(f"{_ident(spec)}: the content is not one particle")
    return particles[0]


def _particle(e: etree._Element) -> Particle:
    tag = _local(e)
    low = int(e.get("minOccurs", "1"))
    high = UNBOUNDED if e.get("maxOccurs") == "unbounded" else int(e.get("maxOccurs", "1"))
    if tag in _REFERENCES:
        return Particle(_REFERENCES[tag], e.get("key", ""), low=low, high=high)
    if tag in _GROUPS:
        return Particle(tag, items=tuple(_particle(child) for child in e), low=low, high=high)
    raise OddError(f"line {e.sourceline}: {tag} in a content model")
