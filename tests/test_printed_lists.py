"""Printed lists of persons as text: lines that go on, entries that lead to others, misread marks."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from pipeline.authority import load_authority
from pipeline.model import Authority

LIST = """Garrison, Mark J., Department of State, from July 1973 to August 1974; Counselor of Embassy until 1976
Gaulle, Charles de, President of France until April 28, 1969
al-Ghashmi, Ahmed Hussein, President of the Yemen Arab Republic until his death on June 24, 1978
Gromyko, Andrei A., Minister of Foreign Affairs of the Soviet Union
Head, Antony, British Minister of Defence in the Government of Anthony Eden
Ho Chi Minh, President of the Democratic Republic of Vietnam
Hughes, Thomas L., Director of Intelligence and Research, Department of State, until August 1969
May, Ernest R., Professor of History
Sukarno, President of Indonesia until March 1967"""


def load(tmp_path: Path, text: str) -> tuple[Authority, list[str]]:
    path = tmp_path / "persons.txt"
    path.write_text(text, encoding="utf-8")
    authority, findings = load_authority([path])
    return authority, [finding.message for finding in findings]


def entries(authority: Authority) -> list[tuple[str, str]]:
    return [(person.label, person.description) for person in authority.persons]


@pytest.mark.parametrize("indent", ["", "   "])
@pytest.mark.parametrize("width", [42, 56, 70])
def test_an_entry_may_run_over_several_lines(tmp_path: Path, width: int, indent: str) -> None:
    wrapped = "\n".join(textwrap.fill(line, width, subsequent_indent=indent) for line in LIST.splitlines())
    assert entries(load(tmp_path, wrapped)[0]) == entries(load(tmp_path, LIST)[0])
    assert load(tmp_path, wrapped)[1] == []


def test_lines_under_bullets_and_over_the_end_of_a_page(tmp_path: Path) -> None:
    text = (
        "Persons\n\n• Adenauer, Konrad, Chancellor of the Federal\n  Republic of Germany until October\n\n[Page 12]\n\n"
        "  1963\n• Bahr, Egon, Head of the\n  Press Office"
    )
    authority, problems = load(tmp_path, text)
    assert entries(authority) == [
        ("Adenauer, Konrad", "Chancellor of the Federal Republic of Germany until October 1963"),
        ("Bahr, Egon", "Head of the Press Office"),
    ]
    assert problems == []


def test_words_and_spans_of_time_divided_at_the_end_of_a_line(tmp_path: Path) -> None:
    text = "Persons\n\nPersons, Wilton B., Deputy Assis-\ntant to the President, 1953–\n1958\nRusk, Dean, Secretary"
    first, second = load(tmp_path, text)[0].persons
    assert (first.label, first.description) == ("Persons, Wilton B.", "Deputy Assistant to the President, 1953–1958")
    assert second.label == "Rusk, Dean"


def test_a_bracket_that_is_never_closed_takes_one_line_at_most(tmp_path: Path) -> None:
    text = "Abel, John (Jack, Director\nof Staff\nAdams, Sherman, Assistant\nBahr, Egon, Minister"
    assert [label for label, _ in entries(load(tmp_path, text)[0])] == ["Abel", "Adams, Sherman", "Bahr, Egon"]


def test_a_list_of_whole_lines_need_not_be_in_order(tmp_path: Path) -> None:
    text = "Abrams, Creighton, General\nSukarno, President of Indonesia\nAdams, Sherman, Assistant to the President"
    assert [label for label, _ in entries(load(tmp_path, text)[0])] == [
        "Abrams, Creighton",
        "Sukarno",
        "Adams, Sherman",
    ]


def test_what_is_no_entry_is_a_finding(tmp_path: Path) -> None:
    text = "From the papers of the Office\n\nBahr, Egon, Head of the Press Office\n\nCompiled by the editors"
    authority, problems = load(tmp_path, text)
    assert [person.label for person in authority.persons] == ["Bahr, Egon"]
    assert problems == ["2 lines not read: “From the papers of the Office”, “Compiled by the editors”."]


@pytest.mark.parametrize(
    ("pointer", "name"),
    [
        ("Le Duc Tho, see Tho, Le Duc", ("Tho", "Le Duc")),
        ("de Murville, see Couve de Murville, Maurice", ("de Murville", "Maurice")),
        ("Smirnovsky, M.N., see Smirnovskiy", ("Smirnovsky", "M. N.")),
        ("Hoyer Millar. See Millar, Sir Frederick", ("Hoyer Millar", "Frederick Hoyer")),
        ("Meir, Golda, see under Myerson", ("Meir", "Golda")),
    ],
)
def test_an_entry_that_leads_to_another_is_a_name_of_that_person(
    tmp_path: Path, pointer: str, name: tuple[str, str]
) -> None:
    printed = (
        "Tho, Le Duc, Special Adviser",
        "Couve de Murville, Maurice, Foreign Minister",
        "Smirnovskiy, Mikhail N., Chief",
        "Millar, Sir Frederick Hoyer, Under Secretary",
        "Myerson, Golda, Minister of Labor",
    )
    authority, problems = load(tmp_path, "\n".join([*printed, pointer]))
    assert len(authority.persons) == 5
    assert [(n.surname, n.forename) for p in authority.persons for n in p.names[1:]] == [name]
    assert problems == []


def test_an_entry_that_leads_nowhere_is_a_finding(tmp_path: Path) -> None:
    authority, problems = load(tmp_path, "Bahr, Egon, State Secretary\nU Thant, see Thant, U")
    assert [person.label for person in authority.persons] == ["Bahr, Egon"]
    assert problems == ["“U Thant” leads to “Thant, U”, a name that no entry has; it is left out."]


def test_see_also_is_no_office(tmp_path: Path) -> None:
    text = (
        "Douglas-Home, Alexander, Foreign Secretary until 1963; see also Home, Lord\nRaimondi, Luigi, Nuncio, Holy See"
    )
    first, second = load(tmp_path, text)[0].persons
    assert [(o.title, o.end) for o in first.offices] == [("Foreign Secretary", "1963")]
    assert second.description == "Nuncio, Holy See"


def test_names_as_lists_print_and_scanners_misread_them(tmp_path: Path) -> None:
    text = (
        "Sadat, Anwar el-, President of Egypt\n"
        'Sonnenfeldt, Helmut ("Hal"), member of the Staff from Apri1 1970\n'
        "Smith, John N„ Chairman\n"
        "Adenauer, Konrad (1876–1967), Chancellor\n"
        "Dean Rusk, Secretary of State\n"
    )
    sadat, sonnenfeldt, smith, adenauer, rusk = load(tmp_path, text)[0].persons
    assert (sadat.names[0].forename, sadat.description) == ("Anwar el", "President of Egypt")
    assert [(o.title, o.start) for o in sonnenfeldt.offices] == [("member of the Staff", "1970-04")]
    assert (smith.names[0].forename, smith.description) == ("John N.", "Chairman")
    assert (adenauer.birth, adenauer.death) == ("1876", "1967")
    assert (rusk.names[0].surname, rusk.names[0].forename) == ("Rusk", "Dean")
