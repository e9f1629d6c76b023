"""Authority files: what is read from TEI, CSV and printed lists, how offices get their dates, what is written."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from pipeline.authority import index_of, load_authority, propose, write_tei
from pipeline.authority.entries import ncname, person_of, slug
from pipeline.authority.terms import iso_date, offices
from pipeline.grammar.names import NameParts, parse_direct, parse_entry
from pipeline.model import Authority, CastMember, Claim, Person, PersonName, Settled, Span, Transcript

SHARED = Path(__file__).parents[1].parent / "shared"


def load(tmp_path: Path, name: str, text: str | bytes) -> tuple[Authority, list[str]]:
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    authority, findings = load_authority([path])
    return authority, [finding.code for finding in findings]


def summary(person: Person) -> tuple[str, str, str, list[tuple[str, str, str]]]:
    name = person.names[0]
    return person.id, name.surname, name.forename, [(o.title, o.start, o.end) for o in person.offices]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thompson, Llewellyn E., Jr.", NameParts("Thompson", "Llewellyn E.", (), "Jr.")),
        ("Abrams, General Creighton", NameParts("Abrams", "Creighton", ("General",))),
        ("Couve de Murville, Maurice", NameParts("Couve de Murville", "Maurice")),
        ("Ormsby Gore, Sir David", NameParts("Ormsby Gore", "David", ("Sir",))),
        ("Ho Chi Minh", NameParts("Ho Chi Minh")),
        ("Nasser (Nasr, Nassir), Gamal Abdul", NameParts("Nasser", "Gamal Abdul", variants=("Nasr", "Nassir"))),
        ("Persons, Maj. Gen. Wilton B. (Jerry)", NameParts("Persons", "Wilton B.", ("Maj.", "Gen."), "", ("Jerry",))),
        ("Lord, Winston", NameParts("Lord", "Winston")),
    ],
)
def test_names_of_lists(text: str, expected: NameParts) -> None:
    assert parse_entry(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr. Tyler", NameParts("Tyler", "", ("Mr.",))),
        ("Lt. Gen. C.P. Cabell", NameParts("Cabell", "C. P.", ("Lt.", "Gen."))),
        ("General de Gaulle", NameParts("de Gaulle", "", ("General",))),
        ("Llewellyn E. Thompson, Ambassador at Large", NameParts("Thompson", "Llewellyn E.")),
        ("Charles J. Zwick, Jr.", NameParts("Zwick", "Charles J.", (), "Jr.")),
    ],
)
def test_names_of_running_text(text: str, expected: NameParts) -> None:
    assert parse_direct(text) == expected


@pytest.mark.parametrize(
    ("description", "expected"),
    [
        ("Chancellor of the Federal Republic of Germany until October 1963",
         [("Chancellor of the Federal Republic of Germany", "", "1963-10")]),
        ("Special Assistant until September 1962; thereafter Ambassador to France",
         [("Special Assistant", "", "1962-09"), ("Ambassador to France", "1962-09", "")]),
        ("President, January 1961–November 22, 1963", [("President", "1961-01", "1963-11-22")]),
        ("Secretary of State January 19, 1949-January 20, 1953", [("Secretary of State", "1949-01-19", "1953-01-20")]),
        ("Country Director for Israel, July–December 1966", [("Country Director for Israel", "1966-07", "1966-12")]),
        ("Prime Minister from 1976 until 1979", [("Prime Minister", "1976", "1979")]),
        ("Representative from Alabama", [("Representative from Alabama", "", "")]),
        ("Prime Minister from May 1957, until June 4, 1958", [("Prime Minister", "1957-05", "1958-06-04")]),
        ("Ambassador, Apr. 21, 1961–Sept. 1, 1965", [("Ambassador", "1961-04-21", "1965-09-01")]),
        ("Minister after Sept. 1962", [("Minister", "1962-09", "")]),
        ("Ambassador to Chile, 1961–66", [("Ambassador to Chile", "1961", "1966")]),
        ("Prime Minister 14 Oct. 1963 to 16 October 1964", [("Prime Minister", "1963-10-14", "1964-10-16")]),
        ("Acting Director, November to May 1969", [("Acting Director", "1968-11", "1969-05")]),
        ("Acting Director, January to May 1969", [("Acting Director", "1969-01", "1969-05")]),
        ("Ambassador to Iraq until May 5, 1965, and Ambassador to Iran from April 27, 1965",
         [("Ambassador to Iraq", "", "1965-05-05"), ("Ambassador to Iran", "1965-04-27", "")]),
        ("Foreign Minister (until May 24, 1965)", [("Foreign Minister", "", "1965-05-24")]),
        ("Prime Minister, July 1965–April 1966, and again December 1966–February 1968",
         [("Prime Minister", "1965-07", "1966-04"), ("Prime Minister", "1966-12", "1968-02")]),
        ("Counselor until July 1961, thereafter Minister", [("Counselor", "", "1961-07"), ("Minister", "1961-07", "")]),
        ("Under Secretary of State for Economic Affairs until June 1958, thereafter Under Secretary of State",
         [("Under Secretary of State for Economic Affairs", "", "1958-06")]),
        ("Under Secretary for Economic Affairs until December 1961; thereafter Under Secretary",
         [("Under Secretary for Economic Affairs", "", "1961-12"), ("Under Secretary", "1961-12", "")]),
        ("Deputy Chief until Aug. 1956; from that date, Chief",
         [("Deputy Chief", "", "1956-08"), ("Chief", "1956-08", "")]),
        ("Director, Policy Planning Staff (until May 1974, known as the Coordination Staff), from May 1973",
         [("Director, Policy Planning Staff", "", "1974-05"), ("Director, Policy Planning Staff", "1973-05", "")]),
        ("Delegate to the Conference at London (August 16–23, 1956)",
         [("Delegate to the Conference at London (August 16–23, 1956)", "", "")]),
        ("Foreign Minister during the 1950s", [("Foreign Minister during the 1950s", "", "")]),
    ],
)  # fmt: skip
def test_offices_get_the_dates_of_their_descriptions(description: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(o.title, o.start, o.end) for o in offices(description)] == expected


@pytest.mark.parametrize(
    ("description", "start", "end", "death"),
    [
        ("Secretary of State until his resignation, April 15, 1959", "", "1959-04-15", ""),
        ("Secretary of State until his death on September 28, 1970", "", "1970-09-28", "1970-09-28"),
        ("Secretary of State until his death in September 1961", "", "1961-09", "1961-09"),
        ("Secretary of State from January 20, 1961, until his assassination, November 22, 1963",
         "1961-01-20", "1963-11-22", "1963-11-22"),
        ("Secretary of State until the coup of November 1, 1963", "", "1963-11-01", ""),
        ("Secretary of State until he was removed from office in October 1964", "", "1964-10", ""),
        ("Secretary of State, resigned November 1961", "", "1961-11", ""),
        ("Secretary of State, appointed September 1962", "1962-09", "", ""),
        ("Secretary of State, January 3, 1965, until his death", "1965-01-03", "", ""),
        ("Secretary of State until his death", "", "", ""),
        ("Secretary of State; died March 5, 1953", "", "", "1953-03-05"),
    ],
)  # fmt: skip
def test_an_office_ends_with_a_death_or_a_fall(description: str, start: str, end: str, death: str) -> None:
    person = person_of("x", "Foster, John", description)
    assert [(o.title, o.start, o.end) for o in person.offices] == [("Secretary of State", start, end)]
    assert person.death == death


def test_dates_and_ids() -> None:
    assert [iso_date(text) for text in ("October 14, 1963", "October 1963", "1963", "Octember 1963", "May")] == [
        "1963-10-14", "1963-10", "1963", "", ""]  # fmt: skip
    assert [iso_date(text) for text in ("14 Oct. 1963", "Apri1 1970", "late 1963", "September 31, 1976")] == [
        "1963-10-14", "1970-04", "1963", "1976-09"]  # fmt: skip
    assert slug("Ormsby Gore, Sir David") == "ormsby-gore-sir-david"
    assert ncname("1 a/b") == "p-1_a_b"


TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff><listPerson>
<person xml:id="rusk"><persName><forename>Dean</forename> <surname>Rusk</surname></persName>
  <persName type="misreading">Rusx</persName><sex value="M"/><birth when="1909-02-09"/>
  <state type="office" from="1961-01-21" to="1969-01-20"><label>Secretary of State</label></state>
  <idno type="Wikidata">Q331237</idno></person>
<person xml:id="home"><persName>Home, Lord</persName><note>Foreign Secretary until October 1963</note></person>
<person xml:id="nobody"/></listPerson>
<listPlace><place xml:id="moscow" type="settlement"><placeName>Moscow</placeName></place></listPlace>
</standOff></TEI>"""


def test_tei(tmp_path: Path) -> None:
    authority, codes = load(tmp_path, "people.xml", TEI)
    rusk, home = authority.persons
    assert summary(rusk) == ("rusk", "Rusk", "Dean", [("Secretary of State", "1961-01-21", "1969-01-20")])
    assert (rusk.gender, rusk.birth, rusk.idnos) == ("M", "1909-02-09", (("Wikidata", "Q331237"),))
    assert rusk.source == "people.xml#rusk"
    assert [(o.title, o.end) for o in home.offices] == [("Foreign Secretary", "1963-10")]
    assert [(place.id, place.names, place.kind) for place in authority.places] == [
        ("moscow", ("Moscow",), "settlement")
    ]
    assert codes == ["authority/no-name"]


def test_csv_with_several_rows_for_a_person(tmp_path: Path) -> None:
    table = (
        "person_id,Surname,Forename,other_names,office,territory,from,to\n"
        "a1,Bohlen,Charles E.,Chip Bohlen,Ambassador,soviet-union,1953-04,1957-04\n"
        "a1,Bohlen,Charles E.,,Ambassador,france,1962-10-27,1968-02\n"
        "a2,,,,,,,\n"
    )
    authority, codes = load(tmp_path, "officials.csv", table)
    (bohlen,) = authority.persons
    assert [(o.title, o.org, o.start) for o in bohlen.offices] == [
        ("Ambassador", "Soviet Union", "1953-04"), ("Ambassador", "France", "1962-10-27")]  # fmt: skip
    assert [name.text for name in bohlen.names] == ["Bohlen, Charles E.", "Chip Bohlen"]
    assert codes == ["authority/no-name"]


def test_the_text_of_a_printed_list(tmp_path: Path) -> None:
    printed = (
        "Persons\n\nA\n"
        "Adenauer, Konrad, Chancellor of the Federal Republic of Germany until October 1963\n"
        "Abrams, General Creighton W., Jr., Commander, Military Assistance Command, Vietnam\n"
        "Sukarno, President of Indonesia\n"
    )
    authority, codes = load(tmp_path, "persons.txt", printed)
    assert [summary(person)[:3] for person in authority.persons] == [
        ("adenauer-konrad", "Adenauer", "Konrad"),
        ("abrams-general-creighton-w-jr", "Abrams", "Creighton W."),
        ("sukarno", "Sukarno", ""),
    ]
    assert authority.persons[0].offices[0].end == "1963-10"
    assert codes == []


HOSTILE = [
    ("bomb.xml", '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'),
    ("external.xml", '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'),
    ("broken.xml", "<TEI><person>"),
    ("binary.txt", b"\x00\x01\x02"),
    ("empty.txt", ""),
    ("prose.txt", "This is only a sentence without any name."),
]


@pytest.mark.parametrize(("name", "content"), HOSTILE, ids=[name for name, _ in HOSTILE])
def test_bad_files_are_findings(tmp_path: Path, name: str, content: str | bytes) -> None:
    authority, codes = load(tmp_path, name, content)
    assert authority == Authority()
    assert codes
    assert set(codes) <= {"authority/unreadable", "authority/empty"}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_a_table_in_the_encodings_that_spreadsheets_write(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "people.csv"
    path.write_bytes("id,surname,forename\r\ngarcia,García,José\r\n".encode(encoding))
    authority, _ = load_authority([path])
    assert [person.label for person in authority.persons] == ["García, José"]


def test_tei_in_utf_16(tmp_path: Path) -> None:
    path = tmp_path / "people.xml"
    person = '<person xml:id="a"><persName>José García</persName></person>'
    tei = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff><listPerson>{person}</listPerson></standOff></TEI>'
    path.write_bytes(f'<?xml version="1.0" encoding="UTF-16"?>{tei}'.encode("utf-16"))
    authority, findings = load_authority([path])
    assert ([person.label for person in authority.persons], findings) == (["José García"], [])


def test_a_missing_file_is_a_finding(tmp_path: Path) -> None:
    _, findings = load_authority([tmp_path / "nowhere.xml"])
    assert [finding.code for finding in findings] == ["authority/unreadable"]


def test_ids_of_several_files_stay_apart(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.xml").write_text(TEI, encoding="utf-8")
    authority, _ = load_authority([tmp_path / "one.xml", tmp_path / "two.xml"])
    assert [person.id for person in authority.persons] == ["rusk", "home", "rusk-2", "home-2"]
    index = index_of(authority)
    assert index.same(0, 2)
    assert not index.same(0, 1)
    assert index_of(authority) is index


def test_an_office_without_dates_was_held_in_the_time_of_its_list(tmp_path: Path) -> None:
    others = "".join(f"Member{n}, John, Senator from May {n} until June {n + 2}\n" for n in range(1961, 1966))
    authority, _ = load(tmp_path, "persons.txt", f"Kennedy, Robert F., Attorney General\n{others}")
    held = {year: [n for n, _ in index_of(authority).holders("attorney general", year)] for year in ("1955", "1963")}
    assert held == {"1955": [], "1963": [0]}


def test_what_is_written_reads_the_same(tmp_path: Path) -> None:
    authority, _ = load(tmp_path, "people.xml", TEI)
    again, codes = load(tmp_path, "again.xml", write_tei(authority))
    assert [summary(p) for p in again.persons] == [summary(p) for p in authority.persons]
    assert again.places[0].names == authority.places[0].names
    assert codes == []


def test_candidates_come_with_evidence(tmp_path: Path) -> None:
    transcript = Transcript("talk", "Mr. Carter came.")
    carter = Person("carter", (PersonName("Henry Carter", "Carter", "Henry"),))
    claim = Claim(Span(4, 10), "persName", "persons/title-and-surname", attrs=(("ref", "#carter"),))
    settled = Settled((claim,), (CastMember(carter), CastMember(person_of("rusk", "Rusk, Dean", source="x.xml#rusk"))))
    authority, _ = load(tmp_path, "candidates.xml", propose([(transcript, settled)]))
    assert [(p.id, p.description) for p in authority.persons] == [("carter", "talk:1:5: … Mr. Carter came. …")]


def test_the_written_file_is_valid_tei(tmp_path: Path) -> None:
    schema = SHARED / "tei" / "tei_all.rng"
    if not schema.exists():
        pytest.skip("the official schema is not at hand")
    authority, _ = load(tmp_path, "people.xml", TEI)
    relaxng = etree.RelaxNG(etree.parse(str(schema)))
    relaxng.assertValid(etree.fromstring(write_tei(authority)))


def test_thousands_of_officials_load_and_resolve_by_date() -> None:
    table = SHARED / "authority" / "us-officials.csv"
    if not table.exists():
        pytest.skip("the table of officials is not at hand")
    authority, findings = load_authority([table])
    index = index_of(authority)
    assert len(authority.persons) > 4000
    assert [finding.message for finding in findings] == [
        "1 column not read: “class”.",
        "1 date not read: “1886-07-27 – 1886-07-22”.",
    ]
    holders = [number for number, _ in index.holders("secretary of state", "1962-11-09")]
    assert [authority.persons[holder].names[0].surname for holder in holders] == ["Rusk"]


def test_ids_keep_to_letters_that_all_tools_know() -> None:
    assert ncname("𝔘nicode²") == "_nicode_"
    assert ncname("Хрущёв") == "Хрущёв"
