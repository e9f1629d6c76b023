"""Organizations come from authority files, and stand in the file that points to them."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from pipeline.annotators.organizations import annotate
from pipeline.authority import load_authority
from pipeline.encode import encode
from pipeline.model import Authority, Block, Context, Document, Organization, Span, Transcript

NATO = Authority(organizations=(Organization("nato", ("North Atlantic Treaty Organization", "NATO")),))
FILE = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff>
<listPerson><person xml:id="nato"><persName>N. A. Tonelli</persName></person></listPerson>
<listOrg><org xml:id="nato" type="alliance"><orgName>NATO</orgName><idno type="Wikidata">Q7184</idno></org></listOrg>
</standOff></TEI>"""


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("if NATO agrees", ["NATO"]),
        ("NATO’s bases", ["NATO"]),
        ("a NATO-Warsaw Pact treaty", []),
        ("the NATOs", []),
        ("the North Atlantic Treaty Organization", ["North Atlantic Treaty Organization"]),
    ],
)
def test_whole_names_only(text: str, marked: list[str]) -> None:
    document = Document(Transcript("case", text), Block("p", Span(0, len(text))))
    claims = annotate(Context(document, authority=NATO)).claims
    assert [text[c.span.start : c.span.end] for c in claims] == marked


def test_ids_of_persons_places_and_organizations_are_distinct(tmp_path: Path) -> None:
    (tmp_path / "all.xml").write_text(FILE, encoding="utf-8")
    authority, findings = load_authority([tmp_path / "all.xml"])
    assert findings == []
    assert [person.id for person in authority.persons] == ["nato"]
    assert [org.id for org in authority.organizations] == ["nato-2"]
    assert authority.organizations[0].source == "all.xml#nato"


def test_the_file_has_an_entry_for_what_it_points_to() -> None:
    root = etree.fromstring(encode(Transcript("case", "Memorandum\n\nHe said that NATO would agree."), NATO).xml)
    ns = {"t": "http://www.tei-c.org/ns/1.0"}
    assert root.xpath("//t:standOff/t:listOrg/t:org/@xml:id", namespaces=ns) == ["nato"]
    assert root.xpath("//t:text//t:orgName/@ref", namespaces=ns) == ["#nato"]
