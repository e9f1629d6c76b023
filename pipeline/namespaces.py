"""The namespaces of TEI files, and how lxml writes them before a name: `{http://www.tei-c.org/ns/1.0}persName`."""

from typing import Final

TEI: Final = "http://www.tei-c.org/ns/1.0"
EXAMPLES: Final = "http://www.tei-c.org/ns/Examples"
"""Of the examples in the TEI Guidelines and in an ODD."""
XML: Final = "http://www.w3.org/XML/1998/namespace"

T: Final = f"{{{TEI}}}"
XML_ID: Final = f"{{{XML}}}id"
