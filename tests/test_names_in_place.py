"""Who is marked in whole documents: names in columns, lists and signatures, and words that are no names."""

from __future__ import annotations

import pytest
from lxml import etree

from pipeline.encode import encode
from pipeline.model import Authority, Transcript

TEI = "{http://www.tei-c.org/ns/1.0}"


def marked(text: str) -> list[str]:
    """The names marked in the text of a document, each with its referent, white space single."""
    tree = etree.fromstring(encode(Transcript("case", text), Authority()).xml)
    names = tree.iterfind(f"{TEI}text//{TEI}persName")
    return [f"{' '.join(''.join(name.itertext()).split())}={name.get('ref', '#')[1:]}" for name in names]


DIVISION = """\
The House divided: Ayes 270, Noes 218.

Division No. 283.]                AYES                [10.0 p.m.
Agnew, Cmdr. P. G.          Cole, Norman          Fraser, Sir Ian
Aitken, W. T.               Conant, Maj. Sir Roger   Freeth, D. K.
"""


def test_no_name_goes_over_the_columns_of_a_division() -> None:
    assert marked(DIVISION) == []


SIGNED = """\
JOINT COMMUNIQUÉ

Paris, 21 December 1972

The two Governments have agreed to exchange Ambassadors.

{}
"""
SIGNATURES = [
    # two persons who sign side by side
    (
        "[signed] [signed]\n\nAlan Philip Renouf Huang Chen\n\nAmbassador of Australia Ambassador of China",
        ["Alan Philip Renouf=renouf-alan-philip"],
    ),
    # a scan with two layers of text
    ("PLATT\nPLATT", ["PLATT=platt", "PLATT=platt"]),
    # a sign, a name, and the office below it
    (
        "                    s/ Tennent H. Bagley\n                    Acting Chief, SR/CI",
        ["Tennent H. Bagley=bagley-tennent-h"],
    ),
    # two who sign one below the other
    ("[signed]\n\nLODGE\nBOWLES", []),
]


@pytest.mark.parametrize(("signature", "expected"), SIGNATURES, ids=[text.split("\n")[-1] for text, _ in SIGNATURES])
def test_a_signature_is_one_person(signature: str, expected: list[str]) -> None:
    assert marked(SIGNED.format(signature)) == expected


NO_PERSONS = [
    ("Nobody told Steel. Everybody told Mr. Eden. Someone said so.", ["Eden=eden"]),
    (
        "The Minister for Economic Planning and Development (Mr. Mboya) seconded it.\n"
        "The Secretary for Outer Territories and Customs (Mr. Tan) did not.",
        ["Mboya=mboya", "Tan=tan"],
    ),
    ("The Minister Resident in China left. An editorial of the Ta Kung Pao spoke of it.", []),
    ("He read it in the Chang Chiang Bao and had met Kim Il Sung.", ["Kim Il Sung=kim-il-sung"]),
    ("Interview with Doug McIlroy, Murray Hill, 18 August 1989", ["Doug McIlroy=mcilroy-doug"]),
    # words of offices that are surnames behind an initial
    (
        "Mr. John S. Service and General Thomas D. White came.",
        ["John S. Service=service-john-s", "Thomas D. White=white-thomas-d"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), NO_PERSONS, ids=[text[:30] for text, _ in NO_PERSONS])
def test_words_that_are_no_persons(text: str, expected: list[str]) -> None:
    assert marked(text) == expected


RUSSIANS = [
    ("Telegram from Soviet Ambassador to the USA A.F. Dobrynin", ["A.F. Dobrynin=dobrynin-a-f"]),
    # a surname, then the forenames
    (
        "Chairman: comr. Khrushchev N.S. and comrs. Brezhnev L.I., Voronov G.I. met.",
        ["Khrushchev N.S.=khrushchev-n-s", "Brezhnev L.I.=brezhnev-l-i", "Voronov G.I.=voronov-g-i"],
    ),
    ("Send to comrs. Gromyko and Dobrynin.", ["Gromyko=gromyko", "Dobrynin=dobrynin"]),
    (
        "1. MIKOYAN, Anastas Ivanovich - First Deputy Chairman\n\n2. Smirnovsky M.N. - head of department",
        ["MIKOYAN, Anastas Ivanovich=mikoyan-anastas-ivanovich", "Smirnovsky M.N.=smirnovsky-m-n"],
    ),
    # nobody is called by the name of his father
    ("He asked Anastas Ivanovich whether he would come.", []),
    ("General Draza Mihailovich and Dmitri Shostakovich came.",
     ["Draza Mihailovich=mihailovich-draza", "Dmitri Shostakovich=shostakovich-dmitri"]),
    ("The deputy of Valeriy Vladimirovich Kostikov left.",
     ["Valeriy Vladimirovich Kostikov=kostikov-valeriy-vladimirovich"]),
    # letters that are no initials
    ("In Washington D.C. he met the Delegation U.N. officials had seen.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), RUSSIANS, ids=[text[:30] for text, _ in RUSSIANS])
def test_forenames_behind_the_surname_and_patronymics(text: str, expected: list[str]) -> None:
    assert marked(text) == expected


ROWS = [
    (
        "He said that Representatives Preyer, Dodd and Sawyer had come.",
        ["Preyer=preyer", "Dodd=dodd", "Sawyer=sawyer"],
    ),
    ("It seemed that Stevenson and McCloy agreed.", ["Stevenson=stevenson", "McCloy=mccloy"]),
    ("The House of Representatives Committee and Congress agreed. Washington and Bonn agreed.", []),
]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[text[:30] for text, _ in ROWS])
def test_names_that_share_a_title_or_a_verb(text: str, expected: list[str]) -> None:
    assert marked(text) == expected
