"""XSD 1.0 from a customization: the same language as the RELAX NG grammar.

Model classes are abstract heads of substitution groups, attribute classes attribute groups, macros model groups, and
each datatype is named once: written thus, the schema loads quickly. `xml:` attributes are declared in `xml.xsd`.
"""

from __future__ import annotations

from dataclasses import replace

from lxml import etree
from lxml.builder import ElementMaker

from pipeline.namespaces import XML
from pipeline.schema.odd import UNBOUNDED, Attribute, Datatype, Element, OddError, Particle, Schema

XSD = "http://www.w3.org/2001/XMLSchema"
_X = ElementMaker(namespace=XSD, nsmap={"xs": XSD})


def schema_document(schema: Schema) -> etree._Element:
    """The schema as an element `xs:schema` that imports `xml.xsd`."""
    make = ElementMaker(namespace=XSD, nsmap={"xs": XSD, None: schema.namespace})
    root = make("schema", targetNamespace=schema.namespace, elementFormDefault="qualified")
    root.append(_X("import", namespace=XML, schemaLocation="xml.xsd"))
    for name, datatype in schema.datatypes.items():
        root.append(_simple_type(datatype, name))
    for name, attributes in schema.attribute_classes.items():
        root.append(_X("attributeGroup", *(_attribute(a) for a in attributes), name=name))
    for name in schema.model_classes:
        root.append(_X("element", name=name, abstract="true"))
    for name, content in schema.macros.items():
        root.append(_X("group", _group(replace(_without_text(content), low=1, high=1)), name=name))
    for element in schema.elements.values():
        root.append(_element(schema, element))
    return root


def xml_attributes(schema: Schema) -> etree._Element:
    """The schema of the `xml:` attributes that the customization uses."""
    used = {a.name: a for attributes in schema.attribute_classes.values() for a in attributes if ":" in a.name}
    root = _X("schema", targetNamespace=XML)
    for name, attribute in sorted(used.items()):
        datatype = schema.datatypes[attribute.datatype]
        root.append(_X("attribute", name=name.removeprefix("xml:"), type=_type_name(datatype.name)))
    return root


def _type_name(w3c: str) -> str:
    return f"xs:{'NCName' if w3c == 'ID' else w3c}"


def _simple_type(datatype: Datatype, name: str) -> etree._Element:
    match datatype.kind:
        case "data":
            facets = [_X("pattern", value=datatype.pattern)] if datatype.pattern else []
            body = _X("restriction", *facets, base=_type_name(datatype.name))
        case "values":
            body = _enumeration(datatype.options)
        case "union":
            body = _X("union", memberTypes=" ".join(map(_type_name, datatype.options)))
        case _:
            listed = _X("simpleType", _X("list", itemType=" ".join(datatype.options)))
            body = _X("restriction", listed, _X("minLength", value="1"))
    return _X("simpleType", body, name=name)


def _enumeration(values: tuple[str, ...]) -> etree._Element:
    return _X("restriction", *(_X("enumeration", value=value) for value in values), base="xs:token")


def _attribute(attribute: Attribute) -> etree._Element:
    use = {"use": "required"} if attribute.required else {}
    if ":" in attribute.name:
        return _X("attribute", ref=attribute.name, **use)
    if attribute.closed:
        values = tuple(value for value, _ in attribute.values)
        return _X("attribute", _X("simpleType", _enumeration(values)), name=attribute.name, **use)
    return _X("attribute", name=attribute.name, type=attribute.datatype, **use)


def _element(schema: Schema, element: Element) -> etree._Element:
    attributes = _attributes(schema, element)
    substitutes = {"substitutionGroup": element.models[0]} if element.models else {}
    if element.content.kind in ("text", "data"):
        extension = _X("extension", *attributes, base=element.content.name or "xs:string")
        content = _X("complexType", _X("simpleContent", extension))
    else:
        mixed = {"mixed": "true"} if schema.has_text(element.content) else {}
        particles = [] if element.content.kind == "empty" else [_content(schema, element.content)]
        content = _X("complexType", *particles, *attributes, **mixed)
    return _X("element", content, name=element.name, **substitutes)


def _attributes(schema: Schema, element: Element) -> list[etree._Element]:
    own = {a.name for a in element.attributes}
    single = [_attribute(a) for a in element.attributes]
    groups: list[etree._Element] = []
    for key in element.attribute_classes:
        inherited = schema.attribute_classes[key]
        if own.isdisjoint(a.name for a in inherited):
            groups.append(_X("attributeGroup", ref=key))
        else:
            single += [_attribute(a) for a in inherited if a.name not in own]
    return single + groups


def _without_text(particle: Particle) -> Particle:
    """The content model for `mixed="true"`. XSD lets text stand anywhere in mixed content, RELAX NG where the pattern
    says so: they agree only if text is one branch of a repeated alternative."""
    if not any(item.kind == "text" for item in particle.items):
        return particle
    if particle.kind != "alternate" or (particle.low, particle.high) != (0, UNBOUNDED):
        raise OddError("text that is not part of a repeated alternative cannot be said in XSD")
    items = tuple(item for item in particle.items if item.kind != "text")
    return Particle("alternate", items=items, low=particle.low, high=particle.high)


def _occurs(particle: Particle) -> dict[str, str]:
    occurs = {}
    if particle.low != 1:
        occurs["minOccurs"] = str(particle.low)
    if particle.high != 1:
        occurs["maxOccurs"] = "unbounded" if particle.high == UNBOUNDED else str(particle.high)
    return occurs


def _group(particle: Particle) -> etree._Element:
    """A particle as a model group: what stands directly in a type or a named group must be one."""
    made = _particle(particle)
    return made if etree.QName(made).localname != "element" else _X("sequence", made)


def _content(schema: Schema, particle: Particle) -> etree._Element:
    """The content of a type. A named group occurs once by definition, so its repetition is said where it is used."""
    if particle.kind == "macro":
        return _X("group", ref=particle.name, **_occurs(schema.macros[particle.name]))
    return _group(_without_text(particle))


_TAGS = {"sequence": "sequence", "alternate": "choice"}


def _particle(particle: Particle) -> etree._Element:
    if particle.kind in _TAGS:
        children = [_particle(item) for item in particle.items]
        return _X(_TAGS[particle.kind], *children, **_occurs(particle))
    if particle.kind == "macro":
        raise OddError(f"{particle.name} is not the whole content of an element")
    return _X("element", ref=particle.name, **_occurs(particle))
