"""Tables of persons: headers in several languages, dates as people type them, and what is not read."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.authority import load_authority, write_tei
from pipeline.authority.table import date_of
from pipeline.model import Authority


def load(tmp_path: Path, text: str) -> tuple[Authority, list[str]]:
    path = tmp_path / "people.csv"
    path.write_text(text, encoding="utf-8")
    authority, findings = load_authority([path])
    return authority, [finding.message for finding in findings]


def offices(authority: Authority) -> list[tuple[str, str, str, str, str, str]]:
    return [
        (p.names[0].surname, p.names[0].forename, o.title, o.org, o.start, o.end)
        for p in authority.persons
        for o in p.offices
    ]


@pytest.mark.parametrize(
    "table",
    [
        "Name,Position (title),Country,Start date,End date\nEgon Bahr,Minister,Germany,1972-12-15,May 1974\n",
        "Person;Amt;Land;Von;Bis\nBahr, Egon;Minister;Germany;15.12.1972;Mai 1974\n",
        "Name;Vorname;Funktion;Staat;Amtszeit von;Amtszeit bis\nBahr;Egon;Minister;Germany;15. Dezember 1972;05.1974\n",
        "Nom\tPrénom\tFonction\tPays\tDébut\tFin\nBahr\tEgon\tMinister\tGermany\t15 décembre 1972\tmai 1974\n",
        "Apellidos,Nombre,Cargo,País,Desde,Hasta\nBahr,Egon,Minister,Germany,15 de diciembre de 1972,mayo de 1974\n",
    ],
)
def test_headers_and_dates_of_several_languages(tmp_path: Path, table: str) -> None:
    authority, problems = load(tmp_path, table)
    assert offices(authority) == [("Bahr", "Egon", "Minister", "Germany", "1972-12-15", "1974-05")]
    assert problems == []


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("January 21 1961", "1961-01-21"), ("20.1.1969", "1969-01-20"), ("9/27/1962", "1962-09-27"),
        ("27/9/1962", "1962-09-27"), ("5/5/1962", "1962-05-05"), ("February 1957", "1957-02"),
        ("1961-1-5", "1961-01-05"), ("05.1974", "1974-05"),
        ("1961-01-20T00:00:00", "1961-01-20"), ("27-Sep-1962", "1962-09-27"), ("c. 1961", "1961"), ("1961?", "1961"),
        ("1966-13-45", ""), ("31.2.1961", ""), ("soon", ""),
    ],
)  # fmt: skip
def test_dates_as_people_type_them(text: str, date: str) -> None:
    assert date_of(text) == (date, True)


def test_what_is_not_read_is_a_finding(tmp_path: Path) -> None:
    table = (
        "name,office,from,to,shelf mark\n"
        "Dean Rusk,Secretary,9/12/1962,present,A 1\n"
        "Willy Brandt,Chancellor,1966-13-45,soon,A 2\n"
    )
    authority, problems = load(tmp_path, table)
    assert [(o.start, o.end) for p in authority.persons for o in p.offices] == [("1962", ""), ("", "")]
    assert problems == [
        "1 column not read: “shelf mark”.",
        "2 dates not read: “1966-13-45”, “soon”.",
        "1 date not read but for the year (which number is the month?): “9/12/1962”.",
    ]
    assert b"13-45" not in write_tei(authority)


def test_names_in_one_column(tmp_path: Path) -> None:
    authority, _ = load(tmp_path, "Name,Office\nDean Rusk,Secretary\nMao Tse-tung,Chairman\n")
    assert b"<surname>Rusk</surname>, <forename>Dean</forename>" in write_tei(authority)
    assert b"<persName>Mao Tse-tung</persName>" in write_tei(authority)


def test_a_table_without_names_is_a_finding(tmp_path: Path) -> None:
    authority, problems = load(tmp_path, "Wer;Amt;Von;Bis\nBahr;Minister;1972;1974\n")
    assert (authority.persons, problems) == ((), ["No column of the table is one of names."])


def test_a_printed_list_is_no_table(tmp_path: Path) -> None:
    authority, _ = load(tmp_path, "Rusk, Dean, Secretary of State\nBahr, Egon, Minister from 1972 to 1974\n")
    assert [person.label for person in authority.persons] == ["Rusk, Dean", "Bahr, Egon"]
