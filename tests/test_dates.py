"""Dates and times: what a historian reads, and the value it must get."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.annotators.dates import annotate
from pipeline.grammar.date_rules import GRAMMAR, RULES
from pipeline.grammar.dates import decimal_file_date, find_dates, parse_date
from pipeline.model import Block, Certainty, Context, DatedFact, Document, Facts, Span, Transcript

DAY = "1962-11-09"
"""The document of most examples: a Friday."""
GOLD = Path(__file__).parents[1].parent / "shared" / "gold" / "dates"


def values(text: str, base: str = DAY) -> list[tuple[str, str]]:
    """Surface and value (both ends joined by a slash) of every date found."""
    return [(text[m.start : m.end], "/".join(v for _, v in m.value)) for m in find_dates(text, base)]


def test_the_mark_of_a_question_is_no_doubt_of_the_day() -> None:
    assert values("Is it the letter of October 23? I ask. Of November 4?") == [
        ("October 23", "1962-10-23"),
        ("November 4", "1962-11-04"),
    ]
    assert values("March 27?, 1958; 12? October 1961") == [
        ("March 27?, 1958", "1958-03-27"),
        ("12? October 1961", "1961-10-12"),
    ]


def test_a_sitting_adjourned_until_the_next_day_gives_two_times() -> None:
    text = "adjourned at 10.30 p.m. until 10.30 a.m.; sat from 11 p.m. until 1 a.m., and 10 a.m. until 1 p.m."
    assert [value for _, value in values(text)] == [
        "22:30:00",
        "10:30:00",
        "23:00:00/01:00:00",
        "10:00:00/13:00:00",
    ]


EXAMPLES = [(rule.id, text, value) for rule in RULES for text, value in rule.examples]


@pytest.mark.parametrize(("rule", "text", "value"), EXAMPLES)
def test_example_of_the_table(rule: str, text: str, value: str) -> None:
    base, text = (text[:10], text[12:]) if re.match(r"\d{4}-\d\d-\d\d: ", text) else (DAY, text)
    start, end = text.index("[["), text.index("]]") - 2
    plain = text.replace("[[", "").replace("]]", "")
    found = [(m.start, m.end, "/".join(v for _, v in m.value), m.rule) for m in find_dates(plain, base)]
    assert found == [(start, end, value, f"dates/{rule}")]


@pytest.mark.parametrize("change", [str, str.upper, str.title, str.lower])
@pytest.mark.parametrize(
    "text", [*(text for _, text, _ in EXAMPLES), "(1 Apri1 4, 1889; $5 August; 3–4 p.m., Ninth of May)"]
)
def test_the_clue_passes_over_no_word_that_a_rule_can_read(text: str, change: Callable[[str], str]) -> None:
    text = change(text.replace("[[", "").replace("]]", ""))
    clues = {0, *(at for at in range(1, len(text)) if GRAMMAR.clue.match(text, at - 1))}
    for at in range(len(text)):
        trigger = GRAMMAR.trigger.match(text, at)
        if trigger and any(rule.pattern.match(text, at) for rule in GRAMMAR.rules[str(trigger.lastgroup)]):
            assert at in clues or re.search(r"(?:\d[.,/:–-]|[A-Z][–-]|[$£€#])\Z", text[:at])


@pytest.mark.parametrize(
    "text",
    [
        "FORM 5-61",
        "All of this may be done. May I say so?",
        "The March on Washington; he will march on.",
        "day-to-day work",
        "P840041–1572. Confidential; Exdis.",
        "Lot 64 D 290, Box 1955, pp. 1961–1963",
        "Deptels 1827, 1828, and 1829; telegram 1952 to Paris",
        "SEP 24 11 41 31 50",
        "Foreign Relations, 1961–1963, vol. XV, Document 246",
        "some 15 to 17,000 men and 1955 tons",
        "on the 3rd floor; the 50th anniversary; the 24th formal session",
        "NSC 5412/2; 24/7; 1/2; 12-1-1; paragraphs 3.4.19",
        "the fall of Berlin; the fall in prices; the full spring of the clock",
        "Ambassador April Glaspie and Ernest May",
        "over the next ten years; for several weeks; in three days",
        "the Sunday Times of London; on Sundays; Good Friday",
        "Mr. Augustus Decker",
        "Mr. June and Miss April came in; August von Hayek was there.",
        "the October war and the October 6 war; the June 4 lines; the pre-June borders",
        "the October Revolution, the 17 June uprising, the 20th of July plot, the 26th of July Movement",
    ],
)
def test_what_only_looks_like_a_date_is_left_alone(text: str) -> None:
    assert values(text) == []


def test_a_month_before_a_war_of_its_own_is_a_date() -> None:
    assert values("In June war broke out; the June 1967 war; the June 5 agreement; on 3 May he called") == [
        ("June", "1962-06"),
        ("June 1967", "1967-06"),
        ("June 5", "1967-06-05"),
        ("3 May", "1967-05-03"),
    ]


def test_a_month_before_a_name_is_a_month_after_in() -> None:
    assert values("In August von Brentano left; in June de Gaulle spoke.") == [
        ("August", "1962-08"),
        ("June", "1962-06"),
    ]


def test_a_year_is_one_after_words_that_make_it_one() -> None:
    assert values("unlike 1950, when, in 1951, the 1952 elections") == [("1950",) * 2, ("1951",) * 2, ("1952",) * 2]


def test_two_days_that_do_not_meet_are_two_dates() -> None:
    assert values("on June 4 and 9 U.S. planes") == [("June 4", "1962-06-04"), ("9", "1962-06-09")]


def test_the_year_comes_from_a_full_date_before_it() -> None:
    assert values("On July 20, 1954, they met. In August he left.") == [
        ("July 20, 1954", "1954-07-20"),
        ("August", "1954-08"),
    ]


def test_the_year_is_that_of_the_nearest_such_day() -> None:
    assert values("on December 20 he", "1963-01-10") == [("December 20", "1962-12-20")]
    assert values("on January 20 he", "1962-12-10") == [("January 20", "1963-01-20")]


MAY_1970 = "1970-05-04"


@pytest.mark.parametrize(
    ("text", "value", "cert"),
    [
        ("The President will visit Moscow in November.", "1970-11", Certainty.MEDIUM),
        ("In November the President will visit Moscow.", "1970-11", Certainty.MEDIUM),
        ("The conference is scheduled for December.", "1970-12", Certainty.MEDIUM),
        ("The troops will be withdrawn by December 31.", "1970-12-31", Certainty.MEDIUM),
        ("The withdrawal shall be completed no later than November 15.", "1970-11-15", Certainty.MEDIUM),
        ("The report must be finished by November 20.", "1970-11-20", Certainty.MEDIUM),
        ("Elections will have been held by November 15.", "1970-11-15", Certainty.MEDIUM),
        ("He said the President would visit Moscow in November.", "1970-11", Certainty.LOW),
        ("The elections to be held on November 3 are free.", "1970-11-03", Certainty.LOW),
        ("The meeting was scheduled for December.", "1970-12", Certainty.LOW),
    ],
)
def test_a_verb_of_the_future_brings_the_next_such_day(text: str, value: str, cert: Certainty) -> None:
    (match,) = find_dates(text, MAY_1970)
    assert (match.value, match.cert) == ((("when", value),), cert)


@pytest.mark.parametrize(
    "text",
    [
        "The President had visited Moscow in November.",
        "We will reply to your letter of November 20.",
        "You will recall that in November we agreed.",
        "He will tell them what was agreed in November.",
        "It would have been better to meet in November.",
        "The decision taken in November will be reviewed.",
        "We shall not forget the events in November.",
    ],
)
def test_a_verb_of_the_past_or_of_another_clause_does_not(text: str) -> None:
    (match,) = find_dates(text, MAY_1970)
    assert match.value[0][1].startswith("1969-11")


def test_a_day_just_past_with_a_verb_of_the_future_is_uncertain() -> None:
    (match,) = find_dates("The Ambassador will arrive on May 2.", MAY_1970)
    assert (match.value, match.cert) == ((("when", "1970-05-02"),), Certainty.LOW)


def test_without_a_document_date_the_year_stays_open() -> None:
    assert values("on November 14 he said yesterday that", "") == [("November 14", "--11-14")]


def test_a_document_known_by_its_year_lends_it_with_low_certainty() -> None:
    (match,) = find_dates("on November 14 he", "1962")
    assert (match.value, match.cert) == ((("when", "1962-11-14"),), Certainty.LOW)


def test_certainty_follows_what_is_printed() -> None:
    found = find_dates("November 9, 1962; November 14; on Monday", DAY)
    assert [match.cert for match in found] == [Certainty.HIGH, Certainty.MEDIUM, Certainty.LOW]


def test_a_weekday_that_contradicts_the_date_is_told() -> None:
    assert [m.problem for m in find_dates("Monday, November 8, 1962, and Thursday, November 8, 1962", DAY)] == [
        "weekday",
        "",
    ]


def test_a_weekday_chooses_the_year() -> None:
    assert values("on Tuesday, November 14", DAY) == [("Tuesday, November 14", "1961-11-14")]


def test_a_letter_that_python_takes_for_another_is_that_letter_here() -> None:
    text = "on Aprıl 5, 1962, on 3 AUGUſT 1961, last Frıday, in the fıfties; Aprıl"
    assert values(text, DAY) == [
        ("Aprıl 5, 1962", "1962-04-05"),
        ("3 AUGUſT 1961", "1961-08-03"),
        ("last Frıday", "1962-11-02"),
    ]


@pytest.mark.parametrize("text", ["November 31, 1962", "30 February 1962"])
def test_a_day_that_does_not_exist_has_no_value(text: str) -> None:
    (match,) = find_dates(text, DAY)
    assert (match.value, match.problem) == ((), "impossible")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("January 10, 1963 / 12:00 Noon", {"when": "1963-01-10T12:00:00"}),
        ("April 12, 1960, 4", {"when": "1960-04-12T16:00:00"}),
        ("December 12, 1962, 20 p.m.", {"when": "1962-12-12T20:00:00"}),
        ("October 11, 1963,10:07 a.m.", {"when": "1963-10-11T10:07:00"}),
        ("April 11, 1949—10 a. m.", {"when": "1949-04-11T10:00:00"}),
        ("April 27, 1968, 0045Z", {"when": "1968-04-27T00:45:00Z"}),
        ("October 8, 1955—[noon?].", {"when": "1955-10-08T12:00:00"}),
        ("April 16, 1973, 10:03–11:45 a.m", {"from": "1973-04-16T10:03:00", "to": "1973-04-16T11:45:00"}),
        ("August 3 and 10, 1965", {"from": "1965-08-03", "to": "1965-08-10"}),
        ("May 30–June 2,1960", {"from": "1960-05-30", "to": "1960-06-02"}),
        ("November, 10, 1955", {"when": "1955-11-10"}),
        ("November 30, 1973, Noon–12:45 p.m.", {"from": "1973-11-30T12:00:00", "to": "1973-11-30T12:45:00"}),
        ("May 31, 1962, 11 p.m.–1 a.m.", {"from": "1962-05-31T23:00:00", "to": "1962-06-01T01:00:00"}),
        ("4 July 1914, midnight to 2 a.m.", {"from": "1914-07-04T00:00:00", "to": "1914-07-04T02:00:00"}),
        ("1962", {"when": "1962"}),
    ],
)
def test_the_date_of_a_dateline_or_cover_sheet(text: str, value: dict[str, str]) -> None:
    match = parse_date(text)
    assert match is not None
    assert dict(match.value) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("this [[4th day of July, in the year of our Lord one thousand eight hundred and fifty-four]]", "1854-07-04"),
        ("the [[second day of June, A.D. 1842]]", "1842-06-02"),
        ("on the [[12th of June, nineteen hundred and six]], at", "1906-06-12"),
        ("the [[first of May two thousand and three]]", "2003-05-01"),
        ("the [[fifth day of May, nineteen forty-six]].", "1946-05-05"),
        ("[[4 July, 1949]], and of the independence of the States the one hundred and seventy-third", "1949-07-04"),
        ("this [[third day of March]], one hundred and fifty years ago", "1963-03-03"),
    ],
)  # fmt: skip
def test_the_year_of_a_treaty_is_printed_in_words(text: str, value: str) -> None:
    start, end = text.index("[["), text.index("]]") - 2
    found = find_dates(text.replace("[[", "").replace("]]", ""), DAY)[0]
    assert (found.start, found.end, found.value) == (start, end, (("when", value),))


@pytest.mark.parametrize(
    "text", ["mars et avril", "le mois de mai", "Signor Marzo", "14 (27) March 1917 and 14 (20) March 1917"]
)
def test_months_of_other_tongues_need_day_and_year_and_two_days_must_be_one(text: str) -> None:
    assert all(len(m.value[0][1]) < 10 or m.value[0][1] == "1917-03-27" for m in find_dates(text, ""))


@pytest.mark.parametrize(
    "count", ["two thousand men", "one thousand refugees", "nineteen hundred soldiers", "nineteen ships"]
)
def test_what_is_counted_after_a_day_is_no_year(count: str) -> None:
    assert values(f"on 9 November {count} left") == [("9 November", "1962-11-09")]


def test_a_number_that_ends_a_sentence_is_no_german_day() -> None:
    assert values("as in paragraph 5. April 1961 was a bad month.") == [("April 1961", "1961-04")]
    assert values("in note 5. May 1961 was worse; vom 5. Mai 1961", "") == [
        ("May 1961", "1961-05"),
        ("5. Mai 1961", "1961-05-05"),
    ]


def test_about_a_day_is_less_certain() -> None:
    (match,) = find_dates("Washington, circa June 15, 1961.")
    assert (match.value, match.cert.name) == ((("when", "1961-06-15"),), "MEDIUM")


def test_a_day_without_its_month_takes_it_from_the_document() -> None:
    match = parse_date("2, 1968, 10:10 a.m.", "1968-09")
    assert match is not None
    assert match.value == (("when", "1968-09-02T10:10:00"),)


def test_undated_is_no_date() -> None:
    assert parse_date("Undated") is None


@pytest.mark.parametrize(
    ("number", "day"),
    [
        ("611.41/11-962", "1962-11-09"),
        ("762.00/10–1862", "1962-10-18"),
        ("891.105A/1–2748", "1948-01-27"),
        ("033.1161/1-963", "1963-01-09"),
        ("103.93/1557", ""),
        ("611.41/13-962", ""),
        ("611.41/11-965", ""),
    ],
)
def test_the_day_in_a_decimal_file_number(number: str, day: str) -> None:
    assert decimal_file_date(number) == day


WORDS = """May June 5 9th of the last 1962 1961–63 , . – / ' noon p.m. 10:30 Monday next year summer early end of FY ago
    ten instant 11/9/62 140518Z DEC 79 and to through [13] ? O.S. ( )"""
PIECES = st.sampled_from(WORDS.split())


@given(st.lists(PIECES, max_size=14).map(" ".join), st.sampled_from(["", "1962", "1962-11", DAY, "1868-02-29"]))
@settings(max_examples=150, deadline=None)
def test_matches_lie_in_order_within_the_text_and_hold_valid_values(text: str, base: str) -> None:
    at = 0
    for match in find_dates(text, base):
        assert at <= match.start < match.end <= len(text)
        at = match.end
        assert match.value or match.problem
        for _, value in match.value:
            assert re.fullmatch(
                r"(\d{4}(-\d\d(-\d\d(T\d\d:\d\d:\d\d(Z|[+-]\d\d:00)?)?)?)?|--\d\d(-\d\d)?|\d\d:\d\d:\d\dZ?)", value
            )
        if len(match.value) == 2:
            assert match.value[0][1] <= match.value[1][1]


@given(st.dates(min_value=datetime.date(1861, 1, 1), max_value=datetime.date(1992, 12, 31)))
@settings(max_examples=100, deadline=None)
def test_a_full_date_is_read_whatever_the_form(day: datetime.date) -> None:
    value = [("when", day.isoformat())]
    for text in (
        f"{day:%B} {day.day}, {day.year}",
        f"{day.day} {day:%b} {day.year}",
        f"{day.day} {day:%B}, {day.year}",
    ):
        (match,) = find_dates(f"of {text}; and", "1920-05-01")
        assert list(match.value) == value, text


def _document(text: str, *kinds: str) -> Document:
    """A document of one block per line."""
    transcript = Transcript("t", text)
    at, blocks = 0, []
    for kind, line in zip(kinds, text.split("\n"), strict=True):
        blocks.append(Block(kind, Span(at, at + len(line))))
        at += len(line) + 1
    return Document(transcript, Block("div", Span(0, len(text)), (), tuple(blocks)))


def test_claims_point_into_the_transcript() -> None:
    text = "Washington,  November\n9, 1962\nHe left on November 14 at noon.\nSEP 24 1962"
    document = _document(text.replace("\n9", " 9"), "dateline", "p", "fw")
    facts = Facts(dates=(DatedFact("document", (("when", DAY),), "dateline"),))
    annotation = annotate(Context(document, facts))
    assert [(document.transcript[c.span], c.kind, c.attrs) for c in annotation.claims] == [
        ("November 9, 1962", "date", (("when", "1962-11-09"),)),
        ("November 14 at noon", "date", (("when", "1962-11-14T12:00:00"),)),
    ]
    assert [(f.code, document.transcript[f.span]) for f in annotation.findings if f.span] == [
        ("dates/from-context", "November 14 at noon"),
    ]


def test_an_impossible_date_is_a_finding_and_no_claim() -> None:
    document = _document("It met on November 31, 1962.", "p")
    annotation = annotate(Context(document))
    assert annotation.claims == ()
    assert [f.code for f in annotation.findings] == ["dates/impossible"]


@pytest.mark.skipif(not GOLD.exists(), reason="the gold of dates is not here")
def test_the_scores_on_gold_hold() -> None:
    from benchmarks.dates import score_pairs, score_running_text

    rows = json.loads((GOLD / "running-text.json").read_text(encoding="utf-8"))
    *_, running = score_running_text(rows)
    scores = [float(score) for score in re.findall(r"\d\.\d{3}", running)]
    assert len(scores) == 3
    assert min(scores) >= 0.98
    *_, pairs = score_pairs(GOLD / "pairs.tsv")
    alike, total = map(int, re.findall(r"\d+", pairs))
    assert total - alike <= 22


def test_a_month_half_a_year_away_is_uncertain() -> None:
    (june,) = find_dates("It could not well take place after June.", "1963-12-29")
    (may,) = find_dates("He had come in November.", "1963-12-29")
    assert (june.cert, may.cert) == (Certainty.LOW, Certainty.MEDIUM)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("On [[Febmary 9, 1963]] he called", "1963-02-09"),
        ("the talk of [[14 Octobcr 1962]] was", "1962-10-14"),
        ("his note of [[l2 November l962]]", "1962-11-12"),
        ("on [[Apri1 1O, 1963]], and", "1963-04-10"),
        ("his letter of [[3O June]] says", "1962-06-30"),
        ("dated [[June 3, 19b2]].", "1962-06-03"),
        ("of [[May 5, 195Z]]", "1952-05-05"),
        ("of [[July l, 1962]]", "1962-07-01"),
        ("since [[l962]] he", "1962"),
        ("at [[1O:30 a.m.]] he", "10:30:00"),
    ],
)
def test_what_a_machine_misread_has_a_value_and_is_never_certain(text: str, value: str) -> None:
    (found,) = find_dates(text.replace("[[", "").replace("]]", ""), DAY)
    assert (found.start, found.end) == (text.index("[["), text.index("]]") - 2)
    assert (found.value, found.cert) == ((("when", value),), Certainty.MEDIUM)


@pytest.mark.parametrize("text", ["a Match 5, and Mr. Murch 3", "In Septemher he", "Phase II", "I am; l am"])
def test_what_may_be_another_word_is_no_misread_month(text: str) -> None:
    assert values(text) == []


def test_i_am_is_no_hour() -> None:
    assert values("On May 5, I am told, he left.") == [("May 5", "1962-05-05")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("the late [['60's]]", "1966-01/1969-12"),
        ("during the ’60s and ’70s", ""),
        ("in the mid-1950's", "1953-01/1956-12"),
        ("in the nineteen-thirties", "1930/1939"),
        ("in the eighteen-nineties", "1890/1899"),
        ("in the early sixties", "1960-01/1963-12"),
    ],
)
def test_decades_as_they_are_printed(text: str, value: str) -> None:
    found = values(text.replace("[[", "").replace("]]", ""))
    assert found[0][1] == (value or "1960/1969")
    assert (found[0][0].startswith("’"), len(found)) == (not value, 1 if value else 2)


@pytest.mark.parametrize("text", ["a man in his early fifties", "temperatures in the nineties", "in the nineties"])
def test_an_age_or_a_decade_far_ahead_is_no_date(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He comes on [[Wednesday next]].", "1962-11-14"),
        ("We met on [[Friday last]].", "1962-11-02"),
        ("The Cabinet meets [[Wednesday week]].", "1962-11-21"),
        ("They leave [[tomorrow week]].", "1962-11-17"),
        ("The House rises [[this day fortnight]].", "1962-11-23"),
        ("He wrote it [[a year ago yesterday]].", "1961-11-08"),
        ("It was signed [[two weeks ago today]].", "1962-10-26"),
        ("It expires [[three days hence]].", "1962-11-12"),
        ("He arrives [[tomorrow, Saturday]].", "1962-11-10"),
        ("Your telegram of the [[12th]] was clear.", "1962-10-12"),
        ("Your notes of the [[3rd to the 5th ultimo]] came.", "1962-10-03/1962-10-05"),
        ("On the [[6th and 7th]] he rested.", "1962-11-06/1962-11-07"),
        ("Between the [[5th and the 8th]] he rested.", "1962-11-05/1962-11-08"),
    ],
)
def test_days_that_are_counted_from_the_day_of_writing(text: str, value: str) -> None:
    plain = text.replace("[[", "").replace("]]", "")
    assert values(plain) == [(plain[text.index("[[") : text.index("]]") - 2], value)]


@pytest.mark.parametrize(
    "text", ["half a year ago", "over 100 years ago", "the 3rd and 5th Fleets", "the 24th Session"]
)
def test_what_has_no_such_day_is_left_alone(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He said he would like to present it on Friday.", "1937-05-21"),
        ("The information should be available by Sunday.", "1937-05-23"),
        ("The Secretary leaves Saturday for Rome.", "1937-05-22"),
        ("Tuesday we will be facing the Algerians.", "1937-05-25"),
        ("He would stay for the Wednesday meeting.", "1937-05-19"),
        ("The Committee should meet Saturday.", "1937-05-22"),
        ("It should be clear from our talk on Saturday.", "1937-05-15"),
        ("He said that the Minister would return on the 3rd.", "1937-06-03"),
        ("He returned on the 3rd.", "1937-05-03"),
        ("The Secretary left Saturday for Rome.", "1937-05-15"),
    ],
)
def test_a_weekday_lies_ahead_where_its_verb_says_so(text: str, value: str) -> None:
    assert [found[1] for found in values(text, "1937-05-19")] == [value]


@pytest.mark.parametrize(
    "text",
    ["circa 1950", "c. 1950", "ca. 1950", "(c.1950)", "about May 1, 1962", "around 1950", "probably May 3, 1962"],
)
def test_a_guess_is_never_certain(text: str) -> None:
    (found,) = find_dates(f"it was written {text}", DAY)
    assert (found.cert, found.evidence) == (Certainty.MEDIUM, "circa")


def test_about_may_give_the_matter_and_not_the_time() -> None:
    (found,) = find_dates("there were great difficulties about 1962", DAY)
    assert found.cert is Certainty.HIGH


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("on April 28, 29, and May 1, 1961.", ["1961-04-28", "1961-04-29", "1961-05-01"]),
        ("on 3, 5, and 9 May 1961", ["1961-05-03", "1961-05-05", "1961-05-09"]),
        ("on the 3rd, 4th and 6th of May", ["1962-05-03", "1962-05-04", "1962-05-06"]),
        ("on May 3, June 4, and July 5, 1960", ["1960-05-03", "1960-06-04", "1960-07-05"]),
        ("on December 30 and January 2, 1961", ["1960-12-30", "1961-01-02"]),
        ("in January, March and May 1960", ["1960-01", "1960-03", "1960-05"]),
        ("Jan., Feb., and Mar. 1970", ["1970-01/1970-03"]),
        ("June–Aug [1973]", ["1973-06/1973-08"]),
        ("in June [1961] he", ["1961-06"]),
        ("in 1960, 1961, and 1962", ["1960", "1961", "1962"]),
        ("between May and July 1961", ["1961-05/1961-07"]),
        ("between 5 and 8 June", ["1962-06-05/1962-06-08"]),
        ("between May 1961 and July 1962", ["1961-05", "1962-07"]),
        ("Sept. 30/Oct. 1", ["1962-09-30/1962-10-01"]),
        ("FO 371/1968/1975", []),
    ],
)
def test_lists_and_stretches(text: str, found: list[str]) -> None:
    assert [value for _, value in values(text)] == found


def test_each_day_of_a_list_keeps_its_ordinal() -> None:
    assert [surface for surface, _ in values("on the 3rd, 4th and 6th of May")] == ["3rd", "4th", "6th of May"]


@pytest.mark.parametrize(
    ("text", "base", "found"),
    [
        ("On the 4th of July instant the Congress met.", "1861-07-21", [("4th of July instant", "1861-07-04")]),
        ("It enters into force on August 24th next.", "1949-04-04", [("August 24th next", "1949-08-24")]),
        ("He arrives Thursday 22nd.", "1938-09-20", [("Thursday 22nd", "1938-09-22")]),
        ("On Sunday the 18th he rested.", "1938-09-20", [("Sunday the 18th", "1938-09-18")]),
        ("Since the 24th all rail traffic has stopped.", "1948-06-24", [("24th", "1948-06-24")]),
        (
            "from 1430Z on Dec 16 to 0300Z Dec 17",
            "1971-12-16",
            [("1430Z on Dec 16", "1971-12-16T14:30:00Z"), ("0300Z Dec 17", "1971-12-17T03:00:00Z")],
        ),
        ("Decree-Law No. 1 (11-9-73)", "1973-09-12", [("11-9-73", "1973-09-11")]),
        ("on December 8, Shōwa 16, at", "1946-05-03", [("December 8, Shōwa 16", "1941-12-08")]),
        ("on the 12th day of the 5th moon; the second year of the war", "1894-08-01", []),
        ("the 3rd day of the 2nd month of the 4th year of Meiji", "1894-08-01", [("4th year of Meiji", "1871")]),
        ("the Winter Palace fell; the Winter Olympics", "1917-11-09", []),
        ("the May Fourth Movement; the February 28 incident", "1949-10-01", []),
    ],
)
def test_what_the_prose_of_a_century_says(text: str, base: str, found: list[tuple[str, str]]) -> None:
    assert values(text, base) == found
