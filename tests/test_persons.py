"""Names and roles: who is meant. Every case is a short text with its list of persons.

In the expected readings `[Rusk=rusk]` is a name with its referent, `[the Ambassador=dobrynin]` a role, `[Smith=]` a
name that stays open.
"""

from __future__ import annotations

import pytest

from pipeline.authority.entries import person_of
from pipeline.authority.governments import government_of, makers_in
from pipeline.model import (
    Authority,
    Block,
    Certainty,
    Context,
    DatedFact,
    Document,
    Facts,
    Office,
    Participant,
    Person,
    PersonName,
    Place,
    Settled,
    Span,
    Transcript,
)
from pipeline.resolve.persons import settle_persons

PERSONS = Authority(
    (
        person_of("rusk", "Rusk, Dean", "Secretary of State from January 1961 until January 1969"),
        person_of("kennedy", "Kennedy, John F.", "President of the United States, January 1961–November 1963"),
        person_of("rkennedy", "Kennedy, Robert F.", "Attorney General, January 1961–September 1964"),
        person_of("johnson", "Johnson, Lyndon B.", "Vice President until November 1963; thereafter President of the "
                  "United States until January 1969"),
        person_of("dobrynin", "Dobrynin, Anatoliy F.", "Soviet Ambassador to the United States from March 1962"),
        person_of("ormsby-gore", "Ormsby Gore, Sir David", "British Ambassador to the United States"),
        person_of("de-gaulle", "de Gaulle, Charles", "President of France"),
        person_of("couve", "Couve de Murville, Maurice", "French Foreign Minister"),
        person_of("ball", "Ball, George W.", "Under Secretary of State from November 1961"),
        person_of("jordan", "Jordan, William H.", "Country Director, Department of State"),
        person_of("thieu", "Nguyen Van Thieu", "President of the Republic of Vietnam"),
        person_of("lee", "Lee Kuan Yew", "Prime Minister of Singapore"),
        person_of("bowles", "Bowles, Chester A.", "Ambassador at Large"),
        person_of("kuznetsov", "Kuznetsov, Vasily V.", "Soviet First Deputy Foreign Minister"),
        person_of("hussein", "Hussein I ibn Talal", "King of Jordan"),
        person_of("mcnamara", "McNamara, Robert", "Secretary of Defense from January 1961 until February 1968"),
        person_of("stevenson", "Stevenson, Adlai E.", "Representative to the United Nations"),
        person_of("mccloy", "McCloy, John J.", "adviser to the President"),
    )
)  # fmt: skip


def document(text: str, participants: str = "") -> tuple[Document, tuple[Participant, ...]]:
    """Paragraphs one a line; the participants stand before them, separated by semicolons."""
    entries = [entry.strip() for entry in participants.split(";") if entry.strip()]
    whole = "\n".join([*entries, *text.split("\n")])
    blocks, listed, at = [], [], 0
    for number, line in enumerate(whole.split("\n")):
        span = Span(at, at + len(line))
        inside = number < len(entries)
        blocks.append(Block("p", span, (("type", "participants"),) if inside else ()))
        if inside:
            name, _, role = line.partition(",")
            bare = line.startswith("The ")
            listed.append(Participant(line, span, "" if bare else name, line if bare else role.strip()))
        at += len(line) + 1
    root = Block("div", Span(0, len(whole)), (), tuple(blocks))
    return Document(Transcript("case", whole), root), tuple(listed)


def settle(text: str, participants: str = "", date: str = "1962-11-09", authority: Authority = PERSONS) -> Settled:
    """The stage on a text."""
    doc, listed = document(text, participants)
    facts = Facts(dates=(DatedFact("document", (("when", date),), "dateline"),) if date else (), participants=listed)
    return settle_persons(Context(doc, facts, authority))


def reading(text: str, participants: str = "", date: str = "1962-11-09", authority: Authority = PERSONS) -> str:
    """The text with its names and roles in brackets; the participants' entries are left out."""
    settled = settle(text, participants, date, authority)
    doc, _ = document(text, participants)
    start = len(doc.transcript.text) - len(text)
    out, at = [], start
    for claim in settled.claims:
        if claim.span.start >= start:
            out += [
                doc.transcript.text[at : claim.span.start],
                f"[{doc.transcript[claim.span]}={claim.get('ref')[1:]}]",
            ]
            at = claim.span.end
    return "".join([*out, doc.transcript.text[at:]])


NAMES = [
    # titles, possessives and initials stay outside or inside as editors do it
    ("said Mr. Rusk’s aide", "said Mr. [Rusk=rusk]’s aide"),
    ("Secretary Dean Rusk said", "Secretary [Dean Rusk=rusk] said"),
    ("a letter from A. F. Dobrynin", "a letter from [A. F. Dobrynin=dobrynin]"),
    ("the Sovietsʼ view and Dobryninʼs view", "the Sovietsʼ view and [Dobrynin=dobrynin]ʼs view"),
    ("Robert S. McNamara agreed", "[Robert S. McNamara=mcnamara] agreed"),
    ("Bob McNamara agreed", "[Bob McNamara=mcnamara] agreed"),
    # particles, hyphens, names of several words
    ("General de Gaulle and Couve", "General [de Gaulle=de-gaulle] and [Couve=couve]"),
    ("Couve de Murville said", "[Couve de Murville=couve] said"),
    ("Ormsby Gore told Rusk", "[Ormsby Gore=ormsby-gore] told [Rusk=rusk]"),
    ("President Thieu and Lee Kuan Yew met", "President [Thieu=thieu] and [Lee Kuan Yew=lee] met"),
    ("King Hussein of Jordan", "King [Hussein=hussein] of Jordan"),
    ("the Kennedy-Rusk talks", "the [Kennedy=kennedy]-[Rusk=rusk] talks"),
    ("Messrs. McCloy and Stevenson came", "Messrs. [McCloy=mccloy] and [Stevenson=stevenson] came"),
    # names of things
    ("the Kennedy Library holds it", "the Kennedy Library holds it"),
    ("the Kennedy Administration", "the [Kennedy=kennedy] Administration"),
    # somebody else
    ("James Rusk wrote", "[James Rusk=rusk-james] wrote"),
    ("J. Rusk wrote", "J. Rusk wrote"),
    # words and places
    ("Ball games were played. Jordan and Syria agreed.", "Ball games were played. Jordan and Syria agreed."),
    ("Ball said that it was so.", "[Ball=ball] said that it was so."),
    ("Mr. Jordan thought so.", "Mr. [Jordan=jordan] thought so."),
    # supplied parts
    ("Mr. [Dean] Rusk came", "Mr. [[Dean] Rusk=rusk] came"),
]


@pytest.mark.parametrize(("text", "expected"), NAMES, ids=[text for text, _ in NAMES])
def test_names(text: str, expected: str) -> None:
    assert reading(text) == expected


HOMONYMS = [
    ("President Kennedy came.", "", "President [Kennedy=kennedy] came."),
    ("Attorney General Kennedy came.", "", "Attorney General [Kennedy=rkennedy] came."),
    ("Kennedy came.", "", "[Kennedy=kennedy] came."),
    ("Kennedy came.", "Robert Kennedy, Attorney General; Ambassador Dobrynin", "[Kennedy=rkennedy] came."),
]


@pytest.mark.parametrize(("text", "participants", "expected"), HOMONYMS)
def test_homonyms_are_decided_by_context(text: str, participants: str, expected: str) -> None:
    assert reading(text, participants) == expected


def test_an_office_before_a_name_may_end_with_a_figure() -> None:
    rules = [claim.rule for claim in settle("Secretary of G8 Rusk came.").claims]
    assert rules == ["persons/title-and-surname"]


def test_a_homonym_without_context_stays_open_with_a_finding() -> None:
    twins = Authority((person_of("a", "Smith, Adam", "officer"), person_of("b", "Smith, Bernard", "officer")))
    settled = settle("It was Smith who came.", authority=twins)
    assert reading("It was Smith who came.", authority=twins) == "It was [Smith=] who came."
    assert [finding.code for finding in settled.findings] == ["persons/ambiguous"]


ROLES = [
    ("The Secretary said so.", "The Secretary; Mr. Tyler", "[The Secretary=rusk] said so."),
    ("He told the President.", "", "He told [the President=kennedy]."),
    ("The Ambassador said so.", "Anatoliy F. Dobrynin, Soviet Ambassador", "[The Ambassador=dobrynin] said so."),
    ("Ambassador Dobrynin called. The Ambassador said so.", "",
     "Ambassador [Dobrynin=dobrynin] called. [The Ambassador=dobrynin] said so."),
    ("The Ambassador said so.", "", "[The Ambassador=ambassador] said so."),
    ("The President of Mexico said so.", "", "The President of Mexico said so."),
    ("The President’ll hear o’the Secretary.", "",
     "[The President=kennedy]’ll hear o’[the Secretary=rusk]."),
    ("The Secretary General said so.", "The Secretary", "[The Secretary General=secretary-general] said so."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "participants", "expected"), ROLES)
def test_roles(text: str, participants: str, expected: str) -> None:
    assert reading(text, participants) == expected


def test_a_role_follows_the_date() -> None:
    assert reading("He told the President.", date="1963-12-31") == "He told [the President=johnson]."
    assert reading("He told the President.", date="1951-01-01") == "He told the President."


def test_given_names_need_an_introduction() -> None:
    introduced = reading("Sir David asked. Sir Frank smiled.", "Sir David Ormsby Gore; The Secretary")
    assert introduced == "Sir [David=ormsby-gore] asked. Sir Frank smiled."
    assert reading("Sir David asked.") == "Sir David asked."
    vocative = reading("Rusk: Good for you, Anatoliy.", "Secretary Rusk; Ambassador Dobrynin")
    assert vocative == "[Rusk=rusk]: Good for you, [Anatoliy=dobrynin]."


def test_initials_as_labels() -> None:
    text = "R: When do you leave?\nD: Tomorrow.\nR: Good.\nD: Yes."
    expected = "[R=rusk]: When do you leave?\n[D=dobrynin]: Tomorrow.\n[R=rusk]: Good.\n[D=dobrynin]: Yes."
    assert reading(text, "Secretary Rusk; Ambassador Dobrynin") == expected


STRANGERS = [
    ("Mr. Henry Carter came. Carter said so.", "Mr. [Henry Carter=carter-henry] came. [Carter=carter-henry] said so."),
    ("Rodger P. Davies wrote. Later Davies left.",
     "[Rodger P. Davies=davies-rodger-p] wrote. Later [Davies=davies-rodger-p] left."),
    ("Ambassador Smithers called.", "Ambassador [Smithers=smithers] called."),
    ("He told Goldenburg that it was late.", "He told [Goldenburg=goldenburg] that it was late."),
    ("Lord Russell wrote to Marshal Foch.", "Lord [Russell=russell] wrote to Marshal [Foch=foch]."),
    ("Generalissimo Stalin and Foreign Commissar Molotov came.",
     "Generalissimo [Stalin=stalin] and Foreign Commissar [Molotov=molotov] came."),
    ("Signor Orlando and the Marquis Saionji sat.", "Signor [Orlando=orlando] and the Marquis [Saionji=saionji] sat."),
    ("The Hon. A. J. Balfour spoke of a plan.", "The Hon. [A. J. Balfour=balfour-a-j] spoke of a plan."),
    ("Messrs. Kessler, Orloff and Carver left, and Germany was glad.",
     "Messrs. [Kessler=kessler], [Orloff=orloff] and [Carver=carver] left, and Germany was glad."),
    ("Read Protocol 2. Under Protocol 3 and for Protocol 4 he went. By Protocol 5 he stays.",
     "Read Protocol 2. Under Protocol 3 and for Protocol 4 he went. By Protocol 5 he stays."),
    ("Iʼve read it. You’ve not.", "Iʼve read it. You’ve not."),
    ("Secretary for G8x and Foreign Affairs Smithers came.",
     "Secretary for G8x and Foreign Affairs [Smithers=smithers] came."),
    ("Kemalin Pasha and Ruza Bey met Ohan Tchamit Effendi. The Pasha went with Kemalin.",
     "[Kemalin=kemalin] Pasha and [Ruza=ruza] Bey met [Ohan Tchamit=tchamit-ohan] Effendi. The Pasha went with"
     " [Kemalin=kemalin]."),
    ("Baron von Wangen and the Margrave Pallavi left with von Hagen.",
     "Baron [von Wangen=von-wangen] and the Margrave [Pallavi=pallavi] left with von Hagen."),
    ("See the Henry Mauldin Telephone Conversation Transcripts.",
     "See the [Henry Mauldin=mauldin-henry] Telephone Conversation Transcripts."),
    ("Ruzil Bey came. With Said Ruzin they left.", "[Ruzil=ruzil] Bey came. With Said Ruzin they left."),
    ("Mr. Conlin left. Then came E. H. Conlin and Lieut. R. M. Dutten, with Mr. Dutten.",
     "Mr. [Conlin=conlin] left. Then came [E. H. Conlin=conlin] and Lieut. [R. M. Dutten=dutten-r-m], with Mr."
     " [Dutten=dutten-r-m]."),
    ("He quoted H.C. Deb. and H.L. Deb. to H.C. Smith.",
     "He quoted H.C. Deb. and H.L. Deb. to [H.C. Smith=smith-h-c]."),
    ("HE ACTS UNDER A MANDATE FROM HEAVEN.", "HE ACTS UNDER A MANDATE FROM HEAVEN."),
    ("The General Assembly met in New York.", "The General Assembly met in New York."),
    ("Israel said that Foreign Ministers would meet.", "Israel said that Foreign Ministers would meet."),
    ("Mr. Chairman, the Deputy Foreign Minister is here.", "Mr. Chairman, the Deputy Foreign Minister is here."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), STRANGERS, ids=[text for text, _ in STRANGERS])
def test_strangers_are_read_from_the_document(text: str, expected: str) -> None:
    assert reading(text, authority=Authority()) == expected


def test_a_stranger_is_one_finding_however_often_named() -> None:
    settled = settle("Mr. Carter came. Carter said so. Carter left.", authority=Authority())
    assert [finding.code for finding in settled.findings] == ["persons/unknown"]


def test_every_participant_is_in_the_cast() -> None:
    settled = settle("They met.", "The Secretary; Mr. Tyler; Sir David Ormsby Gore; The Chairman", date="1962-11-09")
    assert [(m.person.id, m.participant) for m in settled.cast] == [
        ("rusk", True), ("tyler", True), ("ormsby-gore", True), ("chairman", True)]  # fmt: skip


def test_a_misread_participant_is_named_and_reported() -> None:
    settled = settle("Kuznetzov observed that it was late.", "The Secretary; Vasily V. Kuznetsov")
    claim = settled.claims[-1]
    assert (claim.get("ref"), claim.cert) == ("#kuznetsov", Certainty.MEDIUM)
    assert [finding.code for finding in settled.findings] == ["persons/misreading"]


def test_somebody_who_speaks_without_taking_part_is_reported() -> None:
    text = "Kuznetsov came. Kennedy said so. Kennedy replied that it was late."
    settled = settle(text, "The Secretary; Vasily V. Kuznetsov; Anatoliy F. Dobrynin")
    assert [f.message for f in settled.findings if f.code == "persons/misreading"] == [
        "“Kennedy” speaks here, but is no participant: perhaps misread for Kuznetsov."
    ]
    assert {c.cert for c in settled.claims if c.get("ref") == "#kennedy"} == {Certainty.LOW}


def test_people_of_other_times_are_not_meant_by_a_surname_alone() -> None:
    old = Authority((person_of("lansing", "Lansing, Robert", "Secretary of State from June 1915 until February 1920"),))
    assert reading("It was decided near Lansing.", authority=old) == "It was decided near Lansing."
    assert reading("It was Robert Lansing.", authority=old) == "It was [Robert Lansing=lansing]."


def test_ids_do_not_collide_with_other_ids_of_the_file() -> None:
    odd = Authority(
        (person_of("head", "Rusk, Dean"), person_of("fn1", "Ball, George"), person_of("1 x", "Kohler, Foy"))
    )
    settled = settle("Mr. Rusk, Mr. Ball and Mr. Kohler met.", authority=odd)
    assert [member.person.id for member in settled.cast] == ["person-head", "person-fn1", "person-p-1_x"]
    assert [claim.get("ref") for claim in settled.claims] == ["#person-head", "#person-fn1", "#person-p-1_x"]


def test_the_cost_grows_with_the_text() -> None:
    """Names by the thousand do not make the stage quadratic: every stranger is looked up by surname."""
    text = "\n".join(f"Mr. Henry Smith{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}son said so." for n in range(1500))
    assert len(settle(text, authority=Authority()).claims) == 1500


OTHERS = [
    ("Secretary Stevenson agreed. Stevenson left.",
     "Secretary [Stevenson=stevenson-case] agreed. [Stevenson=stevenson-case] left."),
    ("Mrs. Kennedy came with Kennedy.", "Mrs. [Kennedy=kennedy-case] came with [Kennedy=kennedy]."),
    ("Dean Anderson Rusk is Rusk.", "[Dean Anderson Rusk=rusk] is [Rusk=rusk]."),
    ("Mr. Khru-shchev and Dobry-nin met.", "Mr. Khru-shchev and [Dobry-nin=dobrynin] met."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), OTHERS, ids=[text for text, _ in OTHERS])
def test_titles_that_contradict_and_divided_names(text: str, expected: str) -> None:
    assert reading(text) == expected


def official(ident: str, name: str, title: str, start: str, end: str, org: str = "") -> Person:
    """An entry of one dated office; the name is written surname first."""
    surname, _, forename = name.partition(", ")
    return Person(ident, (PersonName(name, surname, forename),), (Office(title, start, end, org),), source="list.csv#x")


HEADS = Authority(
    (
        official("de-gaulle", "de Gaulle, Charles", "President", "1959-01-08", "1969-04-28", "France"),
        official("kennedy", "Kennedy, John F.", "President", "1961-01-20", "1963-11-22", "United States"),
        official("johnson", "Johnson, Lyndon B.", "President", "1963-11-22", "1969-01-20", "United States"),
        official("adenauer", "Adenauer, Konrad", "Chancellor", "1949-09-15", "1963-10-16",
                 "Federal Republic of Germany"),
    )
)  # fmt: skip


@pytest.mark.parametrize(
    ("listed", "expected"),
    [("U.S.", "kennedy"), ("French Side", "de-gaulle"), ("Soviet", "president"), ("", "kennedy")],
)
def test_of_several_presidents_the_one_of_the_delegation_is_meant(listed: str, expected: str) -> None:
    doc, entries = document("It was in the Department of State that they met.", "The President; Mr. Tyler")
    entries = tuple(Participant(e.text, e.span, e.name, e.role, listed) for e in entries)
    facts = Facts(dates=(DatedFact("document", (("when", "1963-01-09"),), "dateline"),), participants=entries)
    assert settle_persons(Context(doc, facts, HEADS)).cast[0].person.id == expected


def test_a_time_with_two_presidents_leaves_the_role_open() -> None:
    doc, _ = document("DEPARTMENT OF STATE. He told the President.")
    for days, expected in (("1963-11-01", "1963-12-31"), ""), (("1963-12-01", "1963-12-31"), "johnson"):
        value = (("notBefore", days[0]), ("notAfter", days[1]))
        settled = settle_persons(Context(doc, Facts(dates=(DatedFact("document", value, "notes"),)), HEADS))
        assert [member.person.id for member in settled.cast] == ([expected] if expected else [])


def test_an_office_of_few_countries_is_looked_up_where_the_country_is_named() -> None:
    assert reading("The Germans hope that the Chancellor waits.", authority=HEADS) == (
        "The Germans hope that [the Chancellor=adenauer] waits."
    )
    assert reading("We hope that the Chancellor waits.", authority=HEADS) == "We hope that the Chancellor waits."


def test_governments_are_read_from_offices_delegations_and_archives() -> None:
    assert [government_of(text) for text in ("U.S.S.R.", "US", "British", "tell us", "Ambassador to France")] == [
        "soviet union", "united states", "united kingdom", "", ""]  # fmt: skip
    assert makers_in("Department of State, Central Files") == {"united states"}


CONSULS = [
    official(f"consul-{year}", f"Smith{year}, John", "Consul", str(year), str(year + 3))
    for year in range(1800, 2000, 5)
]
REGISTER = Authority(
    (
        *CONSULS,
        official("castro-raul", "Castro, Raul", "Ambassador", "1964-12-01", "1968-07-17"),
        official("david", "David, Nelson", "Minister", "1892-01-01", "1895-01-01"),
        official("rusk", "Rusk, David Dean", "Secretary of State", "1961-01-21", "1969-01-20"),
        official("bundy-harvey", "Bundy, Harvey", "Assistant Secretary of State", "1931-07-01", "1933-03-01"),
    )
)


def test_a_register_of_all_times_says_little_of_a_bare_surname() -> None:
    text = "Sir David said that Rusk had told Castro so."
    assert reading(text, "Sir David Ormsby Gore", authority=REGISTER) == (
        "Sir [David=gore-david-ormsby] said that [Rusk=rusk] had told [Castro=castro] so."
    )
    assert reading("McGeorge Bundy wrote. Bundy left.", authority=REGISTER) == (
        "[McGeorge Bundy=bundy-mcgeorge] wrote. [Bundy=bundy-mcgeorge] left."
    )


def test_ids_do_not_collide_with_places() -> None:
    places = Authority(places=(Place("carter", ("Carter",)),))
    assert reading("Mr. Carter came.", authority=places) == "Mr. [Carter=person-carter] came."


def test_a_misread_participant_is_reported_with_the_likely_person() -> None:
    known = Authority((official("mendelevich", "Mendelevich, Lev Isaakovich", "Assistant", "1960", "1964"),))
    settled = settle("They met.", "Lev Isaakovich Khodelovich, Assistant to Kuznetsov", authority=known)
    assert [f.message for f in settled.findings if f.code == "persons/misreading"] == [
        "“Lev Isaakovich Khodelovich” may be misread for Mendelevich, Lev Isaakovich: forenames agree."
    ]
    assert settled.cast[0].person.id == "khodelovich-lev-isaakovich"


EVIDENCE = [
    ("Present were Kissinger, Rush, Sisco, Maw, and Hyland.",
     "Present were [Kissinger=kissinger], [Rush=rush], [Sisco=sisco], [Maw=maw], and [Hyland=hyland]."),
    ("Drafted by Hendsch on August 28.", "Drafted by [Hendsch=hendsch] on August 28."),
    ("A talk with Goldenburg was held. Goldenburg would go.",
     "A talk with [Goldenburg=goldenburg] was held. [Goldenburg=goldenburg] would go."),
    ("He went to Rakahanga. The island of Rakahanga would wait.",
     "He went to Rakahanga. The island of Rakahanga would wait."),
    ("The Zemstvo had met. A talk with Zemstvo leaders was held.",
     "The Zemstvo had met. A talk with Zemstvo leaders was held."),
    ("Secretary of State Harmsworth came.", "Secretary of State [Harmsworth=harmsworth] came."),
    ("M. Couve de Murville spoke. Couve left.",
     "M. [Couve de Murville=couve-de-murville] spoke. [Couve=couve-de-murville] left."),
    ("Then o’the Zemstvo said so.", "Then o’the Zemstvo said so."),
    ("See George M. Elsey Papers.", "See [George M. Elsey=elsey-george-m] Papers."),
    ("Mr. Allen Dulles began. Secretary Dulles replied.",
     "Mr. [Allen Dulles=dulles-allen] began. Secretary [Dulles=dulles] replied."),
    ("Dean Rusk wrote. Secretary Rusk left.", "[Dean Rusk=rusk-dean] wrote. Secretary [Rusk=rusk-dean] left."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), EVIDENCE, ids=[text for text, _ in EVIDENCE])
def test_evidence_for_persons_adds_up(text: str, expected: str) -> None:
    assert reading(text, authority=Authority()) == expected


def test_a_nameless_participant_may_be_named_in_the_talk() -> None:
    text = "Mr. Katzenbach said so. Mr. Katzenbach added that. Mr. Katzenbach noted it. The Acting Secretary agreed."
    settled = settle(text, "Ambassador Dobrynin; The Acting Secretary", authority=Authority())
    assert [member.person.id for member in settled.cast] == ["dobrynin", "katzenbach"]
    assert {c.cert for c in settled.claims if c.kind == "rs"} == {Certainty.MEDIUM}


@pytest.mark.parametrize(
    ("text", "listed", "cast"),
    [
        ("The Foreign Secretary, Mr. Selwyn Lloyd, came. The Foreign Secretary agreed.",
         "The Foreign Secretary; Mr. Tange", ["lloyd-selwyn", "tange"]),
        ("The Premier agreed.", "E. W. Barrow, The Premier; The Premier", ["barrow-e-w"]),
        ("The Foreign Secretary agreed.", "Selwyn Lloyd, Secretary of State for Foreign Affairs; Mr. Tange",
         ["lloyd-selwyn", "tange"]),
    ],
)  # fmt: skip
def test_a_role_and_its_bearer_are_one_person(text: str, listed: str, cast: list[str]) -> None:
    settled = settle(text, listed, authority=Authority())
    assert [member.person.id for member in settled.cast] == cast
    assert {claim.get("ref") for claim in settled.claims if claim.kind == "rs"} == {"#" + cast[0]}


def named(text: str, authority: Authority = PERSONS, date: str = "1962-11-09") -> set[str]:
    """What the stage marks in a text: `Rusk=rusk`."""
    settled = settle(text, "", date, authority)
    transcript = document(text)[0].transcript
    return {f"{transcript[claim.span]}={claim.get('ref')[1:]}" for claim in settled.claims}


CAPITALS = [
    ("PRESIDENT BANZER TOLD KARKASHIAN THAT HE REGRETTED THE DELAY.", {"BANZER=banzer"}),
    ("COUNTRY DIRECTOR KARKASHIAN EXPLAINED THE OPERATIONS OF CREDIT.", {"KARKASHIAN=karkashian"}),
    ("PRESIDENT SEEMED PLEASED BUT REPEATED HIS FIRM DESIRE.", set()),
    ("THE MINISTER VOICED HIS THANKS.", set()),
    ("MEASURES WERE ANNOUNC- ED. PAZ HAS THE NECESSARY VOTES.", set()),
    ("MR. HARDING CALLED ON MR. BROWN LATE TODAY.", {"HARDING=harding", "BROWN=brown"}),
]


@pytest.mark.parametrize(("text", "expected"), CAPITALS, ids=[text[:30] for text, _ in CAPITALS])
def test_in_capitals_a_name_ends_at_a_verb(text: str, expected: set[str]) -> None:
    assert named(text, Authority()) == expected


DULLES = (
    "Secretary Dulles was in Geneva. Mr. {} Dulles reported the news.\n"
    "Mr. Dulles then gave the level of forces. Secretary Dulles had seen Sharett."
)


@pytest.mark.parametrize("forename", ["[Allen]", "(Allen)", "Allen"])
@pytest.mark.parametrize(
    ("authority", "secretary"),
    [
        (Authority(), "dulles"),
        (Authority((person_of("jfd", "Dulles, John Foster", "Secretary of State until April 1959"),)), "jfd"),
    ],
    ids=["no file", "a file that knows one"],
)
def test_mister_with_a_forename_once_keeps_two_namesakes_apart(
    forename: str, authority: Authority, secretary: str
) -> None:
    settled = settle(DULLES.format(forename), "", "1955-11-03", authority)
    dulles = [c for c in settled.claims if "dulles" in c.get("ref") or "jfd" in c.get("ref")]
    assert [c.get("ref")[1:] for c in dulles] == [secretary, "dulles-allen", "dulles-allen", secretary]


def test_a_title_before_the_point_of_a_sentence_belongs_to_no_name() -> None:
    text = "He spoke to the President. Referring to Berlin, he agreed."
    assert named(text, Authority()) == set()


def test_the_president_is_neither_a_former_one_nor_one_named_later_in_passing() -> None:
    text = (
        "Former President Eisenhower had called. The President said that he would come.\n"
        "Mr. Rusk asked whether President de Gaulle had written. The President replied."
    )
    found = named(text, Authority(), "1968-11-12")
    assert {"The President=president", "Eisenhower=eisenhower", "de Gaulle=de-gaulle"} <= found
    assert "The President=johnson" in named(text, PERSONS, "1968-11-12")


def test_who_serves_the_president_is_not_the_president() -> None:
    text = "Present was Special Assistant to the President Anderson.\nThe President said no."
    assert "The President=president" in named(text, Authority())


def test_a_register_lends_no_middle_name_of_another_time() -> None:
    offices = (Office("Chargé d’Affaires", "1976-08", "1978-08"),)
    spread = [
        Person(
            f"p{year}", (PersonName("", f"Aa{year}", "Bb"),), (Office("Consul", str(year), str(year + 3)),), source="r#"
        )
        for year in range(1800, 1980, 10)
    ]
    kenneth = Person("kenneth", (PersonName("Thompson, W. Kenneth", "Thompson", "W. Kenneth"),), offices, source="r#k")
    register = Authority((kenneth, *spread))
    assert named("Mr. Ken Thompson came.", register, "1993-09-06") == {"Ken Thompson=thompson-ken"}
    assert named("Mr. Ken Thompson came.", register, "1977-09-06") == {"Ken Thompson=kenneth"}


LABELS = [
    ("MR MACKENZIE KING said that it was so.", "MR MACKENZIE KING", "MACKENZIE KING"),
    ("Ms L L VAN DER MERWE: I agree.", "Ms L L VAN DER MERWE", "L L VAN DER MERWE"),
    ("Mr M S F DE FREITAS: I agree.", "Mr M S F DE FREITAS", "M S F DE FREITAS"),
    ("HON. R.S. AKBAR.- I agree.", "HON. R.S. AKBAR", "R. S. AKBAR"),
]


@pytest.mark.parametrize(("text", "entry", "name"), LABELS, ids=[entry for _, entry, _ in LABELS])
def test_speakers_come_into_the_cast_with_their_whole_name(text: str, entry: str, name: str) -> None:
    cast = settle(text, entry, authority=Authority()).cast
    assert [member.person.label for member in cast] == [name]


def test_who_serves_another_is_not_the_other() -> None:
    entries = "Winston Lord, Special Assistant to Dr. Kissinger; Dr. Henry A. Kissinger, Assistant to the President"
    cast = settle("They met.", entries, authority=Authority()).cast
    assert [m.person.label for m in cast if m.participant] == ["Winston Lord", "Henry A. Kissinger"]


@pytest.mark.parametrize("entry", ["The CHIEF WHIP OF THE MAJORITY PARTY", "HON. GOVERNMENT MEMBER"])
def test_offices_in_labels_are_no_names(entry: str) -> None:
    assert not any(m.person.names[0].surname for m in settle("I agree.", entry, authority=Authority()).cast)
