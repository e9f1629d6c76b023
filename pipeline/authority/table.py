"""Authority entries in a table (CSV): one person or one office a row, columns told by their headers.

    person_id,Surname,Forename,office,territory,from,to
    a1,Bohlen,Charles E.,Ambassador,soviet-union,1953-04,1957-04

Rows with one id are one person. Headers may be English, German, French, Spanish, Italian or Portuguese; dates as people
type them. What is not read is a finding: columns that no header explains, dates that are none, dates of which nobody
can say which number is the month.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from dataclasses import replace

from pipeline.authority.entries import ncname, not_read, person_of, slug
from pipeline.authority.names import another_name, name_of, names_of
from pipeline.authority.terms import is_date
from pipeline.findings import finding
from pipeline.grammar.dates import parse_date
from pipeline.grammar.days import exists, iso
from pipeline.grammar.names import words
from pipeline.model import Attrs, Authority, Finding, Office, Person, PersonName

_COLUMNS = {
    "id": "id identifier person_id personid key xmlid xml_id kennung id_persona id_personne",
    "name": """name full_name fullname person persname label main_name personenname name_der_person vollstandiger_name
        nom_complet personne nombre_completo persona nome_completo pessoa nom nombre nome officeholder""",
    "surname": """surname last_name lastname family_name familyname last nachname familienname zuname nom_de_famille
        apellido apellidos cognome sobrenome apelido""",
    "forename": """forename forenames first_name firstname given_name given_names givenname first vorname vornamen
        prenom prenoms nombre_de_pila nombres prenome""",
    "suffix": "gen_name suffix generation genname namenszusatz",
    "variants": """other_names othernames variants variant aliases alias also_known_as nicknames nickname varianten
        namensvarianten andere_namen variantes autres_noms otros_nombres varianti altri_nomi""",
    "office": """office role title position function occupation roletitle post rank amt funktion rolle titel stellung
        dienststellung dienstrang beruf fonction poste charge titre cargo funcion puesto titulo carica funzione ruolo
        funcao""",
    "org": """territory country organization organisation org affiliation place land staat behorde ministerium
        institution pays etat organisme pais estado organizacion paese stato organizzazione ente orgao""",
    "from": """from start since from_date start_date begin beginning notbefore appointed start_year from_year von ab
        seit beginn anfang amtsantritt amtsbeginn debut de du des depuis desde inicio dal da inizio entree""",
    "to": """to until end to_date end_date notafter till through end_year to_year bis ende amtsende fin jusque au a
        hasta fine al ate fim termino sortie""",
    "birth": """birth born birth_date birthdate date_of_birth birth_year geburt geburtsdatum geburtsjahr geboren
        geboren_am naissance date_de_naissance ne_le nacimiento fecha_de_nacimiento nascita data_di_nascita
        nascimento""",
    "death": """death died death_date deathdate date_of_death death_year tod todesdatum todesjahr sterbedatum gestorben
        gestorben_am deces date_de_deces mort muerte fallecimiento fecha_de_muerte morte data_di_morte falecimento""",
    "gender": "gender sex geschlecht sexe sexo sesso genre genero",
    "description": """description note notes biography desc remarks comment beschreibung bemerkung bemerkungen anmerkung
        notiz remarque remarques nota notas observaciones note_biografiche observacoes""",
    "wikidata": "wikidata wikidata_id",
    "viaf": "viaf viaf_id",
    "gnd": "gnd gnd_id gnd_nummer",
}
"""Column → the headers that mean it, in small letters without diacritics (see `_plain`)."""
_BY_HEADER = {word: column for column, words in _COLUMNS.items() for word in words.split()}
_IDS = ("wikidata", "viaf", "gnd")
_GENDERS = {
    "M": "m male man masculine 1 mannlich mann homme masculin hombre varon masculino uomo maschile h",
    "F": "f female woman feminine 2 weiblich frau w femme feminin mujer femenino donna femminile feminino",
}
_BY_GENDER = {word: gender for gender, words in _GENDERS.items() for word in words.split()}
_OPEN = words(
    """present today now current incumbent unknown none null na n_a nd n_d heute gegenwart unbekannt present_day
    aujourd_hui inconnu actual actualidad presente oggi hoje x"""
)
"""What stands for a date that is not there."""
_MONTHS = {
    "jan": 1, "janv": 1, "ene": 1, "gen": 1, "feb": 2, "fev": 2, "mar": 3, "maerz": 3, "apr": 4, "avr": 4, "abr": 4,
    "mai": 5, "may": 5, "mag": 5, "jun": 6, "juin": 6, "giu": 6, "jul": 7, "juil": 7, "lug": 7, "aug": 8, "aou": 8,
    "ago": 8, "sep": 9, "set": 9, "okt": 10, "oct": 10, "ott": 10, "out": 10, "nov": 11, "dez": 12, "dec": 12,
    "dic": 12,
}  # fmt: skip
"""The beginnings of the months in other languages."""
_FOREIGN = re.compile(r"(?:(\d{1,2})(?:\.|er|º|o)?\s*(?:de\s+)?)?([^\W\d_]{3,})\.?\s+(?:de\s+|del\s+)?(\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})(?:[-/.](\d\d?)(?:[-/.](\d\d?))?)?(?:[T ]\d\d:\S*)?")
_MONTH_FIRST = re.compile(r"(\d\d?)[./-](\d{4})")
_TWO_WAYS = re.compile(r"(\d{1,2})([/-])(\d{1,2})\2(\d{4})")


def _plain(text: str) -> str:
    """A header for comparison: `Geburtsdatum (lt. Akte)` → `geburtsdatum_lt_akte`."""
    letters = unicodedata.normalize("NFD", text.lower())
    return re.sub(r"[\W_]+", "_", "".join(c for c in letters if not unicodedata.combining(c))).strip("_")


def _column(header: str) -> str:
    """The column that a header means, with or without what stands in brackets: `Position (title)`."""
    return _BY_HEADER.get(_plain(header)) or _BY_HEADER.get(_plain(re.sub(r"\([^)]*\)|\[[^]]*\]", "", header)), "")


def _loosely(header: str) -> str:
    """The only column that the words of a header mean: `Amtszeit von`, `date from`; not `place of birth`."""
    parts = [word for word in _plain(header).split("_") if len(word) > 3 or word in ("from", "to", "von", "bis", "end")]
    found = {column for word in parts if (column := _BY_HEADER.get(word, ""))}
    return found.pop() if len(found) == 1 else ""


def _columns(headers: list[str]) -> dict[str, str]:
    """Header → column; the first header of a column has it. Beside forenames, a `Name` is the surname; beside
    surnames, a `Nombre` is the forename."""
    found: dict[str, str] = {}
    for read in (_column, _loosely):
        for header in headers:
            column = read(header)
            if header not in found and column and column not in found.values():
                found[header] = column
    name = next((header for header, column in found.items() if column == "name"), "")
    if name and "surname" not in found.values() and "forename" in found.values():
        found[name] = "surname"
    elif _plain(name) in ("nombre", "nome") and "surname" in found.values() and "forename" not in found.values():
        found[name] = "forename"
    return found


def _delimiter(text: str) -> str:
    first = text.partition("\n")[0]
    return max(",;\t", key=first.count)


def is_table(text: str) -> bool:
    """Whether the first line is a row of headers: one of names or two others that are known, and no digits."""
    headers = next(csv.reader(io.StringIO(text[:10000]), delimiter=_delimiter(text)), [])
    if len(headers) < 2 or any(char.isdigit() for header in headers for char in header):
        return False
    known = [column for header in headers if (column := _column(header))]
    return len(known) >= 2 or (bool({"name", "surname"} & set(known)) and all(len(h.split()) < 4 for h in headers))


def read_table(text: str, name: str) -> tuple[Authority, list[Finding]]:
    """The persons of a table; `name` is that of the file."""
    reader = csv.DictReader(io.StringIO(text), delimiter=_delimiter(text))
    headers = [header for header in reader.fieldnames or () if header]
    columns = _columns(headers)
    if not {"name", "surname"} & set(columns.values()):
        hint = "Name the columns, such as: id, surname, forename, office, from, to."
        return Authority(), [finding("authority/empty", "No column of the table is one of names.", hint)]
    problems = not_read("columns", [header for header in headers if header not in columns], line=1)
    dates = _Dates()
    persons: dict[str, Person] = {}
    try:
        for number, row in enumerate(reader, 2):
            values = {
                columns[head]: " ".join(value.split()) for head, value in row.items() if head in columns and value
            }
            person = _person(dates.read(values, number), name)
            if person is None:
                problems.append(replace(finding("authority/no-name", "A row without a name is left out."), line=number))
                continue
            known = persons.get(person.id)
            persons[person.id] = _joined(known, person) if known else person
    except csv.Error as error:
        problems.append(finding("authority/unreadable", f"The table cannot be read to its end: {error}."))
    return Authority(tuple(persons.values())), [*problems, *dates.findings()]


class _Dates:
    """Reads the dates of rows and remembers those that cannot be read."""

    def __init__(self) -> None:
        self._none: list[tuple[int, str]] = []
        self._two_ways: list[tuple[int, str]] = []

    def read(self, row: dict[str, str], line: int) -> dict[str, str]:
        """The row with ISO dates: without those of an office that ends before it begins. A birth or death that is no
        date stays as it is written."""
        read = {key: self._date(key, value, line) if key in _DATES else value for key, value in row.items()}
        start, end = read.get("from", ""), read.get("to", "")
        if end and start[: len(end)] > end[: len(start)]:
            self._none.append((line, f"{start} – {end}"))
            read["from"] = read["to"] = ""
        return read

    def _date(self, column: str, value: str, line: int) -> str:
        if is_date(value) or _plain(value) in _OPEN or not re.search(r"\w", value):
            return value if is_date(value) else ""
        date, certain = date_of(value, column)
        if not certain:
            self._two_ways.append((line, value))
        elif not date:
            self._none.append((line, value))
        return date or (value if column in ("birth", "death") else "")

    def findings(self) -> list[Finding]:
        """What could not be read."""
        why = " but for the year (which number is the month?)"
        return [
            one
            for values, reason in ((self._none, ""), (self._two_ways, why))
            for one in not_read("dates", [value for _, value in values], reason, next((n for n, _ in values), 0))
        ]


_DATES = ("from", "to", "birth", "death")


def date_of(text: str, column: str = "from") -> tuple[str, bool]:
    """(ISO date, whether it is certain) of a cell: `20.1.1969`, `January 21 1961`, `9/27/1962`, `21. Januar 1961`.

    Of `9/12/1962` only the year is certain. Of several days the last one counts where something ends.
    """
    text = text.strip(" ?[]()")
    if two := _TWO_WAYS.fullmatch(text):
        one, other, year = int(two[1]), int(two[3]), int(two[4])
        days = {_day(year, one, other), _day(year, other, one)} - {""}
        return (days.pop() if len(days) == 1 else str(year) if days else ""), len(days) != 2
    if year_first := _YEAR_FIRST.fullmatch(text):
        year, month, day = (int(number or 0) for number in year_first.groups())
    elif month_first := _MONTH_FIRST.fullmatch(text):
        month, year, day = int(month_first[1]), int(month_first[2]), 0
    elif foreign := _FOREIGN.fullmatch(text):
        name = _plain(foreign[2])
        month = next((_MONTHS[name[:size]] for size in (5, 4, 3) if name[:size] in _MONTHS), 0)
        day, year = int(foreign[1] or 0), int(foreign[3])
    else:
        year = month = day = 0
    if date := _day(year, month, day):
        return date, True
    found = parse_date(text)
    value = found.value[-1 if column in ("to", "death") else 0][1] if found else ""
    return (value if is_date(value) else ""), True


def _day(year: int, month: int, day: int) -> str:
    """The ISO date if the calendar has it: a day, a month (day 0), or a year (both 0)."""
    possible = exists(year, month or 1, day or 1) if year and (month or not day) else False
    return iso(year, month, day) if possible else ""


def _words(value: str) -> str:
    """A value that is a slug in words: `saudi-arabia` → `Saudi Arabia`."""
    if value and " " not in value and value == value.lower() and "-" in value:
        return value.replace("-", " ").title()
    return value[:1].upper() + value[1:] if value == value.lower() else value


def _person(row: dict[str, str], name: str) -> Person | None:
    surname, forename = row.get("surname", ""), row.get("forename", "")
    entry = row.get("name") or ", ".join(part for part in (surname, forename, row.get("suffix", "")) if part)
    if not entry:
        return None
    ident = ncname(row.get("id") or slug(entry))
    names: tuple[PersonName, ...] = (PersonName(entry, surname, forename),)
    if not surname:
        names = names_of(entry)[0] if "," in entry else (name_of(entry),)
    others = [part.strip() for part in re.split(r"[;|]", row.get("variants", "")) if part.strip()]
    described = person_of(ident, entry, row.get("description", ""))
    return Person(
        ident,
        (*names, *(another_name(other, names[0]) for other in others)),
        _office(row) or described.offices,
        row.get("description", ""),
        _BY_GENDER.get(_plain(row.get("gender", "")), ""),
        row.get("birth", "") or described.birth,
        row.get("death", "") or described.death,
        tuple((key, row[key]) for key in _IDS if row.get(key)),
        f"{name}#{ident}",
    )


def _office(row: dict[str, str]) -> tuple[Office, ...]:
    title, org = _words(row.get("office", "")), _words(row.get("org", ""))
    if not title and not org:
        return ()
    return (Office(title or org, row.get("from", ""), row.get("to", ""), "" if org == title else org),)


def _joined(one: Person, other: Person) -> Person:
    """One entry of two rows with the same id."""
    names = (*one.names, *(n for n in other.names if n not in one.names))
    held = (*one.offices, *(o for o in other.offices if o not in one.offices))
    idnos: Attrs = (*one.idnos, *(i for i in other.idnos if i not in one.idnos))
    return replace(
        one,
        names=names,
        offices=held,
        idnos=idnos,
        gender=one.gender or other.gender,
        birth=one.birth or other.birth,
        death=one.death or other.death,
        description=one.description or other.description,
    )
