"""ISO Schematron from a customization: the house rules that XPath can say, for editors that check as one writes.

One pattern for each constraint, named like the finding of `verbale validate` (`house.page-order`).
"""

from __future__ import annotations

import copy

from lxml import etree
from lxml.builder import ElementMaker

from pipeline.schema.odd import Schema

SCH = "http://purl.oclc.org/dsdl/schematron"
XSL = "http://www.w3.org/1999/XSL/Transform"
_S = ElementMaker(namespace=SCH, nsmap={"sch": SCH, "xsl": XSL})
_X = ElementMaker(namespace=XSL)


def schematron(schema: Schema) -> etree._Element:
    """The rules as an element `sch:schema` for XSLT 3.0."""
    root = _S("schema", queryBinding="xslt3")
    root.append(_S("title", "House rules"))
    root.append(_S("ns", prefix="tei", uri=schema.namespace))
    root.append(_X("key", name="by-id", match="*", use="@xml:id"))
    for constraint in schema.constraints:
        pattern = _S("pattern", *(copy.deepcopy(rule) for rule in constraint.rules), id=constraint.id)
        root.append(pattern)
    return root
