"""What documents say of themselves: dates with their ground, people, source; and the header made of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

from pipeline import readers
from pipeline.collection import Collection, DocumentEntry, Licence
from pipeline.describe import describe
from pipeline.describe.bounds import date_range
from pipeline.encode import encode
from pipeline.grammar.dates import parse_date
from pipeline.model import (
    Authority,
    CastMember,
    Certainty,
    Claim,
    Context,
    Document,
    Facts,
    Office,
    Participant,
    Person,
    PersonName,
    Settled,
    Span,
    Transcript,
)
from pipeline.namespaces import TEI
from pipeline.tei.header import header, readable
from pipeline.tei.markup import indented

ROOT = Path(__file__).parents[1]


def person(ident: str, name: str, *offices: Office) -> Person:
    forename, surname = name.rsplit(" ", 1)
    return Person(ident, (PersonName(name, surname, forename),), offices, source=f"personography.xml#{ident}")


AUTHORITY = Authority(
    (
        person("bell", "Ann Bell", Office("President", "1951-01-20", "1955-01-20")),
        person("hart", "Otto Hart", Office("President", "1955-01-20", "1959-01-20")),
        person("gray", "Ivan Gray", Office("Chairman of the Council", "1950-01-01", "1956-10-14")),
        person("stone", "Max Stone", Office("Ambassador at Large", "1955-03", "1955-09")),
    )
)


def read(text: str, name: str = "case") -> Document:
    return readers.read(Transcript(name, text, f"{name}.txt"))


def facts_of(text: str, entry: DocumentEntry | None = None) -> Facts:
    return describe(read(text), entry, AUTHORITY)


def dates(facts: Facts) -> list[str]:
    return [f"{d.kind} {' '.join(f'{k}={v}' for k, v in d.value)} ({d.ground}, {d.cert})" for d in facts.dates]


BOOK = "262. Memorandum of Conversation0\n\nThe Secretary said no.\n\nHe went.\n\n  1. Source: {}\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (BOOK.format("Department of State, Central Files, 611.41/11-962. Secret. Approved in S on November 14."),
         ["document when=1962-11-09 (decimal file number, medium)", "approved when=1962-11-14 (source note, medium)"]),
        ("262. Memorandum of Conversation\n\nWashington, November 9, 1962, 6 p.m.\n\nThe Secretary said no.\n",
         ["document when=1962-11-09T18:00:00 (dateline, high)"]),
        ("12. Memorandum of Conversation, Washington, April 27, 1974, 11:50 a.m.\n\nThe Secretary said no.\n",
         ["document when=1974-04-27T11:50:00 (title, high)"]),
        ("---\ndoc_date: '1963-01-17'\ntitle: Record of Conversation Between Kimber and Tange\n---\n\nHe said no.\n",
         ["document when=1963-01-17 (front matter, high)"]),
        ("FM AMEMBASSY\nP R 241705Z APR 74\nFM AMEMBASSY LA PAZ\nTO SECSTATE WASHDC 2909\n\nHe said no.\n",
         ["document when=1974-04-24T17:05:00Z (date-time group, high)"]),
        ("---\r\n" + 60 * "title: Front matter without an end\r\n", []),
        ("No date here.\n\nNor here.\n", []),
    ],
)  # fmt: skip
def test_dates_have_a_ground(text: str, expected: list[str]) -> None:
    assert dates(facts_of(text)) == expected


def test_the_hour_of_a_cover_sheet_may_have_a_field_of_its_own() -> None:
    text = "Memorandum of Conversation\n\nDATE: January 10, 1963\nTIME: 11:30 a.m.\nSUBJECT: Berlin\n\nHe said no."
    (date,) = facts_of(text).dates
    assert (date.value, date.ground) == ((("when", "1963-01-10T11:30:00"),), "cover sheet")


def test_the_subject_dates_minutes_that_have_no_other_day() -> None:
    text = (
        "MEMORANDUM FOR THE RECORD\n\nSUBJECT: Minutes of Special Group Meeting, 6 June 1961\n\n"
        "PRESENT: Messrs. Bowles, Gilpatric, Bundy\n\nMr. Bowles agreed."
    )
    assert [(fact.value, fact.ground) for fact in facts_of(text).dates] == [((("when", "1961-06-06"),), "subject")]


def test_a_day_that_a_scan_shows_twice_is_no_stretch() -> None:
    found = parse_date("September 2, 1983 September 2, 1983")
    assert found
    assert found.value == (("when", "1983-09-02"),)


def test_the_absent_take_no_part() -> None:
    text = (
        "Minutes of the 5th meeting\n\nPresent:\nSir David Trench\nMr. E. B. Teesdale\n\nAbsent: Dr. Li Shu-fan\n\n"
        "Mr. Teesdale spoke."
    )
    assert [one.name for one in facts_of(text).participants] == ["Sir David Trench", "Mr. E. B. Teesdale"]


def test_an_editor_knows_better_but_must_say_why() -> None:
    stated = DocumentEntry(date="1962-11-15", ground="printed volume")
    assert dates(facts_of("He said no.\n", stated)) == ["document when=1962-11-15 (printed volume, high)"]
    assert dates(facts_of("He said no.\n", DocumentEntry(date="1962-11-15"))) == []


def test_the_answer_to_a_paper_has_the_number_of_the_paper() -> None:
    head = "891.105A/1–2748: Telegram\n\n{}\n\nYou might inform the Shah.\n"
    sent = facts_of(head.format("The Secretary of State to the Embassy in Iran"))
    assert (sent.type, dates(sent)) == ("telegram", ["document notBefore=1948-01-27 (decimal file number, low)"])
    came = facts_of(head.format("The Ambassador in Iran (Allen) to the Secretary of State"))
    assert dates(came) == ["document when=1948-01-27 (decimal file number, low)"]


def test_a_circular_telegram_goes_to_several() -> None:
    text = (
        "867.00/3–1247: Circular telegram\n\n"
        "The Acting Secretary of State to Certain Diplomatic and Consular Officers\n\n"
        "Washington, March 12, 1947—6 p. m.\n\nFor the Ambassador only.\n\nAcheson\n"
    )
    assert facts_of(text).type == "telegram"
    xml = encode(Transcript("case", text), Authority()).xml.decode()
    assert '<rs type="group">Certain Diplomatic and Consular Officers</rs>' in xml


@pytest.mark.parametrize(
    ("printed", "signed"), [("OTTO HART.", "OTTO HART"), ("Otto Hart, Jr.", "Otto Hart, Jr."), ("O. H.", "O. H.")]
)
def test_the_stop_after_a_signature_is_no_part_of_the_name(printed: str, signed: str) -> None:
    text = f"Mr. Hart to Mr. Gray\n\nSir: The ship has come and will leave again.\n\nI am, sir, &c.,\n\n{printed}\n"
    assert facts_of(text).signed == signed


def test_headings_side_by_side_tell_no_delegation() -> None:
    text = (
        "5. Minutes of a Meeting1\n\nPRESENT\n\nUnited States\n\nUnited Kingdom\n\nAdmiral Bell\n\nMarshal Hart\n\n"
        "Secretariat\n\nBrigadier Gray\n\nThe meeting began at noon and was brief.\n"
    )
    assert [(p.text, p.group) for p in facts_of(text).participants] == [
        ("Admiral Bell", ""), ("Marshal Hart", ""), ("Brigadier Gray", "Secretariat")]  # fmt: skip


def test_a_list_may_end_in_a_comma() -> None:
    text = "Memorandum of Conversation\n\nPARTICIPANTS\n\n  • Mr. John Roe,\n  • Ambassador to Peru,\n\nHe left.\n"
    (roe,) = facts_of(text).participants
    assert (roe.name, roe.text) == ("Mr. John Roe", "Mr. John Roe, Ambassador to Peru")


def test_participants_of_one_field_are_one_party() -> None:
    text = "Memorandum of Conversation\n\nPARTICIPANTS\n- Ann Bell\n- Dr. Otto Hart\n\nThe talk began at noon.\n"
    assert [(p.name, p.party) for p in facts_of(text).participants] == [("Ann Bell", 0), ("Dr. Otto Hart", 0)]


def people_of(text: str) -> list[str]:
    """`name | role | group` of the participants."""
    return [f"{p.name} | {p.role} | {p.group}" for p in facts_of(text).participants]


MEMCON = (
    "MEMORANDUM OF CONVERSATION\n\nDATE: November 19, 1973\n{}\nKissinger: Good morning.\n\nPresident: Good morning.\n"
)


@pytest.mark.parametrize(
    ("sheet", "people"),
    [
        (
            "PARTICIPANTS: President Nixon, Henry A. Kissinger, Major General Brent Scowcroft\n",
            ["Nixon | President | ", "Henry A. Kissinger |  | ", "Major General Brent Scowcroft |  | "],
        ),
        (  # every line is a row of names: none of them is the office of another
            "PARTICIPANTS: Zhou Enlai, Chen Yi\nPham Van Dong, Le Thanh Nghi\n",
            ["Zhou Enlai |  | ", "Chen Yi |  | ", "Pham Van Dong |  | ", "Le Thanh Nghi |  | "],
        ),
        (
            "PARTICIPANTS: Paul Nitze, Policy Planning\nWilliam Bundy, Far East\n",
            ["Paul Nitze | Policy Planning | ", "William Bundy | Far East | "],
        ),
    ],
)
def test_participants_of_a_cover_sheet(sheet: str, people: list[str]) -> None:
    assert people_of(MEMCON.format(sheet)) == people


@pytest.mark.parametrize(
    ("locator", "text", "participants", "expected"),
    [
        ("Bell Library, National Security File", "He went.", "", "1951-01-20 1955-01-20"),
        # The papers of a life bound nothing.
        ("Bell Library, Bell Papers", "He went.", "", ""),
        # An office that is named again and again bounds the years of a presidency.
        ("Hart Library, National Security File", "Chairman Gray came. Chairman Gray left.", "",
         "1955-01-20 1956-10-14"),
        ("Hart Library, National Security File", "Chairman Gray was the predecessor. Chairman Gray left.", "",
         "1955-01-20 1959-01-20"),
        ("Hart Library, National Security File",
         "The New Year is being celebrated. Chairman Gray came. Chairman Gray left.",
         "", "1955-12-25 1956-01-01"),
        ("", "He went.", "the Ambassador at Large", "1955-03 1955-09"),
        # A title outlives the office: without an archive a mention is no bound.
        ("", "President Bell had said so. President Bell was right.", "", ""),
    ],
)  # fmt: skip
def test_ranges_for_documents_without_a_date(locator: str, text: str, participants: str, expected: str) -> None:
    people = [Participant("x", Span(0, 1), "Stone", participants)] if participants else []
    found = date_range(locator, [text], people, AUTHORITY)
    assert (f"{found.earliest} {found.latest}" if found else "") == expected
    assert found is None or found.cert is Certainty.LOW


SEEDS = {
    "bowles-dobrynin": ("265", "memorandum-of-conversation", ["Bowles", "Dobrynin"]),
    "rusk-ormsby-gore": ("262", "memorandum-of-conversation", ["Sir David Ormsby Gore", "", "Mr. Tyler", "Mr. Cash"]),
    "bundy-dobrynin": ("390", "memorandum-for-the-record", []),
    "rusk-kuznetsov": ("", "memorandum-of-conversation",
                       ["", "John C. Guthrie", "Vasily Vasilyevich Kuznetsov", "Anatoliy F. Dobrynin",
                        "Lev Isaakovich Khodelovich", "Viktor Pavlovich Karpov"]),
    "kennedy-kuznetsov": ("", "memorandum-of-conversation",
                          ["", "Llewellyn E. Thompson", "John C. Guthrie", "Vasiliy Vasilyevich Kuznetsov",
                           "Anatoliy F. Dobrynin", "Lev Isaakovich Mendelevich", "Viktor Pavlovich Karpov"]),
}  # fmt: skip


@pytest.mark.parametrize("name", SEEDS)
def test_the_five_transcripts(name: str) -> None:
    text = (ROOT / "transcripts" / f"{name}.txt").read_text(encoding="utf-8")
    facts = describe(read(text, name))
    assert (facts.number, facts.type, [p.name for p in facts.participants]) == SEEDS[name]
    for one in facts.participants:
        assert " ".join(text[one.span.start : one.span.end].split()) == one.text


def test_dates_of_the_five_transcripts() -> None:
    from pipeline.authority.load import load_authority

    authority = load_authority([ROOT / "tei" / "personography.xml"])[0]
    found = {}
    for name in SEEDS:
        text = (ROOT / "transcripts" / f"{name}.txt").read_text(encoding="utf-8")
        date = describe(read(text, name), None, authority).date
        found[name] = (date.earliest, date.latest) if date else ("", "")
    assert found["rusk-ormsby-gore"] == ("1962-11-09", "1962-11-09")
    assert found["rusk-kuznetsov"] == ("1963-01-10T12:00:00", "1963-01-10T12:00:00")
    assert found["kennedy-kuznetsov"] == ("1963-01-09T17:00:00", "1963-01-09T17:00:00")
    assert found["bundy-dobrynin"] == ("1963-12-25", "1964-01-01")
    first, last = found["bowles-dobrynin"]
    assert first <= "1962-11-15" <= last


# -- the header -----------------------------------------------------------------------------------------------------


def full_header(facts: Facts) -> str:
    """A header on one line."""
    document = read("262. Memorandum of Conversation\n\nThe Secretary said no.\n", "case")
    cast = (
        CastMember(AUTHORITY.persons[0], "The Secretary", "US", True),
        CastMember(AUTHORITY.persons[2], "Ambassador", "British", True),
        CastMember(AUTHORITY.persons[3], cert=Certainty.LOW),
    )
    claims = (Claim(Span(0, 3), "date", "dates/day", Certainty.LOW),)
    entry = DocumentEntry(source="https://example.org/d262", bibl="A volume, document 262")
    collection = Collection(
        "Talks", "A press", licence=Licence("https://example.org/cc0", "Free."), documents={"case": entry}
    )
    return re.sub(r"\n *", "", indented(header(Context(document, facts, AUTHORITY), Settled(claims, cast), collection)))


NOTE = (
    "Source: Department of State, Central Files, 611.41/11-962. Secret. Drafted by Cash. Approved in S on November 14."
)
FACTS = facts_of(BOOK.format(NOTE.removeprefix("Source: ")))


@pytest.mark.parametrize(
    "facts", [Facts(), FACTS, facts_of("FM AMEMBASSY\nP R 241705Z APR 74\nFM AMEMBASSY LA PAZ\n\nNo.\n")]
)
def test_headers_are_valid(facts: Facts) -> None:
    text = '<text><body><div type="document"><p>x</p></div></body></text>'
    schema = etree.RelaxNG(etree.parse(ROOT / "schema" / "verbale.rng"))
    tei = etree.fromstring(f'<TEI xmlns="{TEI}">{full_header(facts)}{text}</TEI>')
    assert schema.validate(tei), schema.error_log


def test_what_a_header_says() -> None:
    text = full_header(FACTS)
    for part in (
        '<title type="main" n="262">Memorandum of Conversation</title>',
        "<repository>Department of State</repository><collection>Central Files</collection>",
        '<idno type="shelfmark">611.41/11-962</idno>',
        '<note type="classification">Secret</note><note type="drafter">Cash</note>',
        '<date type="document" when="1962-11-09" cert="medium">9 November 1962<note type="ground">decimal file number',
        '<catRef target="#type.memorandum-of-conversation" scheme="#document-types"/>',
        '<listPerson type="delegation"><head>US</head><person xml:id="bell" corresp="personography.xml#bell"',
        '<listPerson type="mentioned"><person xml:id="stone" corresp="personography.xml#stone" cert="low">',
        '<category xml:id="r.dates.day"><catDesc>dates/day</catDesc></category>',
    ):
        assert part in text, part


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("Department of State, CF 2186; also Eisenhower Library, Whitman File. Secret.",
         ["<repository>Department of State</repository>", "<repository>Eisenhower Library</repository>"]),
        ("PREM 11/4052. Secret.", ["<collection>PREM 11</collection>", '<idno type="shelfmark">PREM 11/4052</idno>']),
        ("Ball Papers. Drafted by Krimer; approved in U on May 20, in S on May 22, and in the White House on May 25.",
         ['<note type="drafter">Krimer</note>', '<note type="approval">U, S, the White House</note>']),
    ],
)  # fmt: skip
def test_what_a_header_says_of_the_source(note: str, said: list[str]) -> None:
    text = full_header(facts_of(BOOK.format(note)))
    assert [part for part in said if part not in text] == []


@pytest.mark.parametrize(
    "note", ["Department of State Bulletin, January 7, 1963, p. 3.", "Ibid., POL US–USSR. Secret."]
)
def test_what_is_printed_or_not_named_is_no_manuscript(note: str) -> None:
    assert "<msDesc>" not in full_header(facts_of(BOOK.format(note)))


def test_only_offices_held_at_the_date_are_named() -> None:
    text = full_header(Facts(dates=FACTS.dates))
    assert 'type="office"' not in text


def test_the_same_input_gives_the_same_header() -> None:
    assert full_header(FACTS) == full_header(FACTS)


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("1963-01-10T12:00:00", "10 January 1963, 12:00"),
        ("1962-11-09", "9 November 1962"),
        ("1962-03", "March 1962"),
        ("1962", "1962"),
    ],
)
def test_dates_for_people(iso: str, words: str) -> None:
    assert readable(iso) == words
