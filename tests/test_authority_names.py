"""Names in authority files: with and without comma, in brackets, in mark-up, in Eastern order."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.authority import load_authority, write_tei
from pipeline.authority.names import name_of, names_of
from pipeline.encode import encode
from pipeline.model import Authority, Transcript

_TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff><listPerson>{}</listPerson></standOff></TEI>'


def tei(tmp_path: Path, *persons: str) -> Authority:
    path = tmp_path / "people.xml"
    path.write_text(_TEI.format("".join(persons)), encoding="utf-8")
    return load_authority([path])[0]


@pytest.mark.parametrize(
    ("text", "surname", "forename"),
    [
        ("Egon Bahr", "Bahr", "Egon"),
        ("Bahr, Egon", "Bahr", "Egon"),
        ("Egon Bahr, State Secretary", "Bahr", "Egon"),
        ("Andrei A. Gromyko", "Gromyko", "Andrei A."),
        ("M. N. Smirnovsky", "Smirnovsky", "M. N."),
        ("Charles J. Zwick, Jr.", "Zwick", "Charles J."),
        ("Dr. Kurt Georg Kiesinger", "Kiesinger", "Kurt Georg"),
        ("Charles de Gaulle", "de Gaulle", "Charles"),
        ("Wernher von Braun", "von Braun", "Wernher"),
        ("Lord Home", "Home", ""),
        ("Pope John XXIII", "John XXIII", ""),
        ("Lee Iacocca", "Iacocca", "Lee"),
    ],
)
def test_a_name_without_comma_is_taken_apart(text: str, surname: str, forename: str) -> None:
    name = name_of(text)
    assert (name.surname, name.forename) == (surname, forename)


@pytest.mark.parametrize(
    "text",
    ["Mao Tse-tung", "Kim Il Sung", "Lee Kuan Yew", "Nguyen Van Thieu", "U Thant", "Sukarno", "Souvanna Phouma",
     "Hussein I", "Soviet Delegation", "Shah of Iran", "Prime Minister", "the interpreter"],
)  # fmt: skip
def test_a_name_of_which_the_order_is_not_clear_stays_whole(text: str) -> None:
    assert (name_of(text).surname, name_of(text).forename) == ("", "")


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("Khvostov, M.K.", [("Khvostov", "M. K.")]),
        ("Alphand, M. Hervé", [("Alphand", "Hervé")]),
        ("Sadat, Anwar el-", [("Sadat", "Anwar el")]),
        ('Sonnenfeldt, Helmut ("Hal")', [("Sonnenfeldt", "Helmut"), ("Sonnenfeldt", "Hal")]),
        ("Gandhi, Indira (née Nehru)", [("Gandhi", "Indira")]),
        ("Carter, Jimmy (James E.)", [("Carter", "Jimmy"), ("Carter", "James E")]),
        ("Bissell, Richard M. (Lynade, Pinckney E.)", [("Bissell", "Richard M."), ("Lynade", "Pinckney E")]),
        ("Meir, Golda (born Mabovitch)", [("Meir", "Golda")]),
        ("Lodge, Henry Cabot (Jr.)", [("Lodge", "Henry Cabot")]),
        ("Kennedy, Edward M. (D–Massachusetts)", [("Kennedy", "Edward M.")]),
        ("Ormsby Gore, Sir David (Lord Harlech after February 1964)", [("Ormsby Gore", "David"), ("Harlech", "")]),
        ("Bronstein, Lev (also known as Trotsky, Leon)", [("Bronstein", "Lev"), ("Trotsky", "Leon")]),
    ],
)  # fmt: skip
def test_names_in_brackets(entry: str, expected: list[tuple[str, str]]) -> None:
    assert [(name.surname, name.forename) for name in names_of(entry)[0]] == expected


def test_plain_names_in_tei_are_found_in_documents(tmp_path: Path) -> None:
    names = {"bahr": "Egon Bahr", "thieu": "Nguyen Van Thieu", "mao": "Mao Tse-tung", "souvanna": "Souvanna Phouma"}
    persons = [f'<person xml:id="{i}"><persName>{name}</persName></person>' for i, name in names.items()]
    text = (
        "Egon Bahr said no. Mr. Bahr agreed. Nguyen Van Thieu and President Thieu left. "
        "Mao Tse-tung came; Chairman Mao sat down. Prince Souvanna Phouma spoke, and Souvanna laughed."
    )
    encoded = encode(Transcript("talk", text), tei(tmp_path, *persons))
    found = [c.get("ref") for c in encoded.settled.claims if c.kind == "persName"]
    assert found == ["#bahr", "#bahr", "#thieu", "#thieu", "#mao", "#mao", "#souvanna", "#souvanna"]


def test_names_marked_up_in_part(tmp_path: Path) -> None:
    authority = tei(
        tmp_path,
        '<person xml:id="a"><persName>Egon <surname>Bahr</surname></persName></person>',
        '<person xml:id="b"><persName><forename>Willy</forename> Brandt</persName></person>',
        '<person xml:id="c"><persName><roleName>Chancellor</roleName> Kurt Kiesinger</persName></person>',
    )
    names = [(p.names[0].surname, p.names[0].forename) for p in authority.persons]
    assert names == [("Bahr", "Egon"), ("Brandt", "Willy"), ("Kiesinger", "Kurt")]


def test_dates_of_a_life_in_tei(tmp_path: Path) -> None:
    life = '<birth><date when="1909-02-09"/></birth><death><placeName>Athens</placeName><date when="1994"/></death>'
    (person,) = tei(tmp_path, f'<person xml:id="rusk"><persName>Dean Rusk</persName>{life}</person>').persons
    assert (person.birth, person.death) == ("1909-02-09", "1994")


def test_days_that_no_calendar_has_are_findings_and_are_not_written(tmp_path: Path) -> None:
    path = tmp_path / "people.xml"
    office = '<state from="1961-01-21" to="1966-13-45"><label>Secretary of State</label></state>'
    path.write_text(_TEI.format(f"<person><persName>Dean Rusk</persName>{office}</person>"), encoding="utf-8")
    authority, findings = load_authority([path])
    assert [finding.message for finding in findings] == ["1 date not read: “1966-13-45”."]
    assert b'<state type="office" from="1961-01-21">' in write_tei(authority)
