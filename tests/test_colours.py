"""The colours of delegations: one party has one colour in all documents of a collection."""

from __future__ import annotations

import pytest
from lxml import etree

from pipeline.editions.colours import EDITION, GREY, colours, name_of


def document(name: str, *groups: tuple[str, str]) -> etree._Element:
    """An entry of the catalogue: delegations as heading and keys of persons (`rusk@United States`: with government);
    the heading `-` stands for speakers without a delegation, an empty heading for a delegation without one."""
    entry = etree.Element(f"{EDITION}document", id=name)
    for number, (heading, persons) in enumerate(groups, 1):
        for person in persons.split():
            key, _, government = person.partition("@")
            facts = {"key": key, "government": government.replace("_", " "), "turns": "1"}
            facts |= {"group": "0"} if heading == "-" else {"group": str(number), "delegation": heading}
            etree.SubElement(entry, f"{EDITION}person", facts)
    return entry


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("U.S.", "us"),
        ("US Delegation", "us"),
        ("The U.S.S.R. Side:", "ussr"),
        ("For the United Kingdom", "united kingdom"),
        ("", ""),
    ],
)
def test_headings_are_compared_by_what_they_say(heading: str, name: str) -> None:
    assert name_of(heading) == name


def test_a_delegation_has_one_colour_wherever_it_stands() -> None:
    found = colours(
        [
            document("a", ("British", "home"), ("US", "rusk tyler")),
            document("b", ("U.S.", "kennedy"), ("U.S.S.R.", "gromyko")),
            document("c", ("U.S.S.R. Delegation", "mikoyan"), ("The US", "ball")),
        ]
    )
    assert found["a"]["rusk"] == found["a"]["tyler"] == found["b"]["kennedy"] == found["c"]["ball"]
    assert found["b"]["gromyko"] == found["c"]["mikoyan"]
    assert len({found["a"]["home"], found["b"]["kennedy"], found["b"]["gromyko"]}) == 3


def test_the_country_of_a_heading_is_a_name_too() -> None:
    one, other = document("a", ("US", "rusk")), document("b", ("United States", "ball"))
    for person in one:
        person.set("of", "United States")
    found = colours([one, other])
    assert found["a"]["rusk"] == found["b"]["ball"]


def test_delegations_without_headings_are_known_by_their_persons() -> None:
    found = colours(
        [
            document("a", ("", "kennedy thompson"), ("", "kuznetsov dobrynin")),
            document("b", ("U.S.", "rusk thompson"), ("U.S.S.R.", "kuznetsov karpov")),
        ]
    )
    assert found["a"]["kennedy"] == found["b"]["rusk"]
    assert found["a"]["dobrynin"] == found["b"]["karpov"]
    assert found["a"]["kennedy"] != found["a"]["dobrynin"]


def test_and_by_the_government_that_all_their_members_serve() -> None:
    found = colours(
        [
            document("a", ("United States", "rusk"), ("France", "couve")),
            document("b", ("", "ball@United_States harriman"), ("", "alphand@France")),
        ]
    )
    assert (found["b"]["ball"], found["b"]["alphand"]) == (found["a"]["rusk"], found["a"]["couve"])
    assert found["b"]["harriman"] == found["a"]["rusk"]


def test_a_person_on_the_other_side_does_not_join_two_delegations() -> None:
    found = colours(
        [
            document("a", ("US", "rusk tyler cash"), ("UK", "home")),
            document("b", ("NATO", "stikker brosio cash")),
            document("c", ("US", "rusk cash"), ("NATO", "stikker cash")),
        ]
    )
    assert found["b"]["stikker"] == found["c"]["stikker"] != found["a"]["rusk"]


def test_speakers_without_delegations_have_the_colours_of_their_parties_elsewhere() -> None:
    found = colours(
        [
            document("a", ("US", "rusk"), ("USSR", "dobrynin")),
            document("b", ("-", "bowles@US dobrynin nobody")),
            document("c", ("-", "nobody rusk")),
        ]
    )
    assert found["b"]["dobrynin"] == found["a"]["dobrynin"]
    assert found["b"]["bowles"] == found["c"]["rusk"] == found["a"]["rusk"]
    assert found["b"]["nobody"] == found["c"]["nobody"] not in (found["a"]["rusk"], found["a"]["dobrynin"])


def test_speakers_of_one_party_alone_are_told_apart() -> None:
    found = colours([document("a", ("US", "rusk ball"), ("UK", "home")), document("b", ("-", "rusk ball"))])
    assert found["b"]["rusk"] != found["b"]["ball"]


def test_who_meets_has_another_colour_as_long_as_there_are_any() -> None:
    found = colours([document("a", *((f"Land {n}", f"p{n}") for n in range(8)))])
    assert sorted(found["a"].values()) == [GREY, GREY, 1, 2, 3, 4, 5, 6]


def test_mentioned_persons_have_no_colour() -> None:
    entry = document("a", ("US", "rusk"))
    etree.SubElement(entry, f"{EDITION}person", key="stalin", group="0", turns="0")
    assert "stalin" not in colours([entry])["a"]
