"""RELAX NG from a customization: flat, one define per element, class, macro, attribute class and datatype."""

from __future__ import annotations

from lxml import etree
from lxml.builder import ElementMaker

from pipeline.schema.odd import UNBOUNDED, Attribute, Datatype, Element, Particle, Schema

RNG = "http://relaxng.org/ns/structure/1.0"
_XSD_TYPES = "http://www.w3.org/2001/XMLSchema-datatypes"
_R = ElementMaker(namespace=RNG, nsmap={None: RNG})
_OWN_TYPES = {"ID": "NCName"}
"""Uniqueness of ids is a house rule with a better message than a grammar could give."""


def grammar(schema: Schema) -> etree._Element:
    """The grammar as an element `grammar`."""
    root = _R("grammar", ns=schema.namespace, datatypeLibrary=_XSD_TYPES)
    root.append(_R("start", _R("ref", name=schema.start)))
    for name, datatype in schema.datatypes.items():
        root.append(_define(name, _data(datatype)))
    for name, attributes in schema.attribute_classes.items():
        root.append(_define(name, *(_attribute(a) for a in attributes)))
    for name in schema.model_classes:
        root.append(_define(name, _choice([_R("ref", name=member) for member in schema.members(name)])))
    for name, content in schema.macros.items():
        root.append(_define(name, _pattern(content)))
    for element in schema.elements.values():
        root.append(_define(element.name, _element(schema, element)))
    return root


def _define(name: str, *patterns: etree._Element) -> etree._Element:
    return _R("define", *patterns, name=name)


def _element(schema: Schema, element: Element) -> etree._Element:
    """Attribute classes by reference; one of which the element declares an attribute anew, attribute by attribute."""
    own = {a.name for a in element.attributes}
    parts: list[etree._Element] = []
    for key in element.attribute_classes:
        inherited = schema.attribute_classes[key]
        if own.isdisjoint(a.name for a in inherited):
            parts.append(_R("ref", name=key))
        else:
            parts += [_attribute(a) for a in inherited if a.name not in own]
    parts += [_attribute(a) for a in element.attributes]
    return _R("element", *parts, _pattern(element.content), name=element.name)


def _attribute(attribute: Attribute) -> etree._Element:
    if attribute.closed:
        content = _choice([_R("value", value) for value, _ in attribute.values])
    else:
        content = _R("ref", name=attribute.datatype)
    pattern = _R("attribute", content, name=attribute.name)
    return pattern if attribute.required else _R("optional", pattern)


def _data(datatype: Datatype) -> etree._Element:
    match datatype.kind:
        case "data":
            params = [_R("param", datatype.pattern, name="pattern")] if datatype.pattern else []
            return _R("data", *params, type=_OWN_TYPES.get(datatype.name, datatype.name))
        case "values":
            return _choice([_R("value", value) for value in datatype.options])
        case "union":
            return _choice([_R("data", type=name) for name in datatype.options])
        case _:
            return _R("list", _R("oneOrMore", *(_R("ref", name=key) for key in datatype.options)))


def _choice(patterns: list[etree._Element]) -> etree._Element:
    return patterns[0] if len(patterns) == 1 else _R("choice", *patterns)


def _pattern(particle: Particle) -> etree._Element:
    return _occurring(particle, _once(particle))


def _once(particle: Particle) -> etree._Element:
    match particle.kind:
        case "text":
            return _R("text")
        case "empty":
            return _R("empty")
        case "alternate":
            return _choice([_pattern(item) for item in particle.items])
        case "sequence":
            patterns = [_pattern(item) for item in particle.items]
            return patterns[0] if len(patterns) == 1 else _R("group", *patterns)
        case _:
            return _R("ref", name=particle.name)


_OCCURRENCE = {(0, 1): "optional", (0, UNBOUNDED): "zeroOrMore", (1, UNBOUNDED): "oneOrMore"}


def _occurring(particle: Particle, pattern: etree._Element) -> etree._Element:
    if (particle.low, particle.high) == (1, 1):
        return pattern
    return _R(_OCCURRENCE[particle.low, particle.high], pattern)
