"""The raw transcript again, from the TEI file alone, by `xslt/restore.xsl`.

    restore(b"<TEI …>")  →  "262. Memorandum of Conversation0 …"

The stylesheet is XSLT 1.0 and runs in libxslt: the proof of conservation needs no Saxon, and can be taken with any
other processor of XSLT.
"""

from __future__ import annotations

from functools import cache

from lxml import etree

from pipeline.safe_xml import root_of
from pipeline.xslt import STYLESHEETS, XsltError, parse


def restore(xml: bytes) -> str:
    """The transcript as the TEI file tells it; XsltError if the file is no XML."""
    return restored(parse(xml))


def restored(root: etree._Element) -> str:
    """As `restore`, for the root element of a file that has been parsed already."""
    try:
        return str(_stylesheet()(root))
    except etree.XSLTError as error:
        raise XsltError(f"restore.xsl: {error}") from error


@cache
def _stylesheet() -> etree.XSLT:
    sheet = root_of((STYLESHEETS / "restore.xsl").read_bytes())
    return etree.XSLT(sheet, access_control=etree.XSLTAccessControl.DENY_ALL)
