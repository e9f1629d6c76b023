"""Symbols of cabinets, councils and assemblies: the number of a paper above its title."""

from __future__ import annotations

from textwrap import dedent

import pytest
from outline import outline

from pipeline.describe import describe
from pipeline.model import Document, Transcript
from pipeline.readers import generic


def document(text: str) -> Document:
    return generic.read(Transcript("case", dedent(text).lstrip("\n")))


def above(symbol: str) -> Document:
    return document(
        f"{symbol}\n\nNote by the Secretary\n\nThe attached record is circulated for the information of all.\n"
    )


@pytest.mark.parametrize(
    "symbol",
    [
        "C. (57) 30", "C.P. 157 (38)", "C.P. (48) 72", "CP(50)104", "Cabinet 36 (38)", "CAB 37 (38)",
        "W.M. (40) 120th Conclusions", "C.C. (62) 61st Conclusions", "C.O.S. (54) 23rd Meeting",
        "D.O. (54) 12 (Revise)", "C-R(56)70", "S/PV.1024", "S/5488/Add.1", "A/C.1/PV.1136", "A/5217",
    ],
)  # fmt: skip
def test_the_symbol_is_the_number_of_the_paper(symbol: str) -> None:
    read = above(symbol)
    assert outline(read).splitlines()[1:3] == [f"  head type=number: {symbol}", "  head: Note by the Secretary"]
    assert describe(read).number == symbol


@pytest.mark.parametrize("line", ["THE CABINET (1956)", "Mr. Roe (56)", "CUBA (1962)", "N.A.T.O.", "3rd March, 1948"])
def test_other_lines_are_no_symbols(line: str) -> None:
    assert describe(above(line)).number == ""


def test_the_minutes_of_the_cabinet_have_their_symbol_in_two_lines() -> None:
    text = """
        C.M. (56)                                                            Copy No. 36
        54th Conclusions

        CABINET

        CONCLUSIONS of a Meeting of the Cabinet held at 10 Downing Street on Friday, 27th July, 1956, at 11.10 a.m.

        1. The Cabinet considered the situation created by the decision to close the canal.
        """
    plain = text.replace(" " * 60 + "Copy No. 36", "")
    assert describe(document(plain)).number == "C.M. (56) 54th Conclusions"
    assert "54th Conclusions" not in describe(document(text)).title


def test_copy_and_date_beside_and_below_a_symbol() -> None:
    read = document(
        """
        C.P. (48) 72                                                            Copy No. 31
        3rd March, 1948

        THE THREAT TO WESTERN CIVILISATION

        MEMORANDUM BY THE SECRETARY OF STATE FOR FOREIGN AFFAIRS

        It has become clear from secret reports that the Soviet Government has formed a bloc.
        """
    )
    assert outline(read).splitlines()[1:5] == [
        "  head type=number: C.P. (48) 72",
        "  fw type=stamp: Copy No. 31",
        "  opener",
        "    dateline: 3rd March, 1948",
    ]
