"""Layouts of typists, printers and extractors: rolls, tables of blanks, notes at the foot, titles in capitals."""

from __future__ import annotations

import re
from textwrap import dedent

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from outline import outline

from pipeline.describe import describe
from pipeline.encode import read
from pipeline.model import Authority, Document, Facts, Transcript
from pipeline.readers import cable, extracted, generic, published, soviet, typescript, weigh
from pipeline.segment.check import broken_promises
from pipeline.segment.columns import is_columned, is_roll
from pipeline.segment.furniture import LONGEST, PATTERNS, recognize
from pipeline.segment.lines import lines_of


def document(reader: object, text: str) -> Document:
    return reader.read(Transcript("case", dedent(text).lstrip("\n")))  # type: ignore[attr-defined, no-any-return]


def reading(reader: object, text: str) -> str:
    return outline(document(reader, text))


def expected(text: str) -> str:
    return dedent(text).strip("\n")


def facts(text: str, name: str = "case") -> Facts:
    return describe(read(Transcript(name, dedent(text).lstrip("\n"))), None, Authority())


def people(text: str) -> list[str]:
    """The participants as `name | role | group`."""
    return [f"{one.name} | {one.role} | {one.group}" for one in facts(text).participants]


# ------------------------------------------------------------------------------------------- rolls and tables


def test_a_roll_of_countries_is_a_list_with_a_list_for_each_country_across_pages() -> None:
    assert reading(
        soviet,
        """
        Signal copy

        No. 33

        Representatives of foreign states arriving in the capital

        Great Britain
            Alec Douglas-Home      Prime Minister;
            H. Wilson         Leader of the Labour Party;
        France
            Charles de Gaulle     President

        100

        Signal copy

        India
            Mrs. Pandit         head of delegation;
        """,
    ) == expected("""
        div type=document n=33
          pb n=100 xml:id=pg-100 cert=medium
          fw type=header: Signal copy
          head type=number: No. 33
          head: Representatives of foreign states arriving in the capital
          list type=participants
            item: Great Britain |
              list
                item: Alec Douglas-Home Prime Minister;
                item: H. Wilson Leader of the Labour Party;
            item: France |
              list
                item: Charles de Gaulle President
            fw type=pageNum: 100
            pb cert=medium
            fw type=header: Signal copy
            item: India |
              list
                item: Mrs. Pandit head of delegation;
        """)


def test_a_table_of_figures_whose_columns_blanks_part() -> None:
    assert reading(
        cable,
        """
        R 042115Z OCT 79
        FM AMEMBASSY LA PAZ
        TO SECSTATE WASHDC 8476
        SUBJECT: FOREIGN DEBT
        THE FIGURES ARE THESE:

        YEAR DEBT           DISBURSEMENTS      PAYMENTS
        1970 743.9       524.3      28.9
        1971 815.5       593.8       33.6
        """,
    ).endswith(
        expected("""
        table
            row
              cell: YEAR DEBT
              cell: DISBURSEMENTS
              cell: PAYMENTS
            row
              cell: 1970 743.9
              cell: 524.3
              cell: 28.9
            row
              cell: 1971 815.5
              cell: 593.8
              cell: 33.6
        """)
    )


@pytest.mark.parametrize(
    "text",
    [
        "He came in 1961.  He left in 1962.  No.\nThey met.  In 1963 they spoke.  It ended.\nThen 1964.  All.  Gone.",
        "MSM:        Is it six?\n           I was going by the pass.\n           Various accounts.",
    ],
)
def test_two_blanks_after_a_full_stop_and_hanging_indents_are_no_columns(text: str) -> None:
    lines = lines_of(Transcript("x", text))
    assert not is_columned(lines)
    assert not is_roll(lines)


def test_a_table_of_pipes_without_a_frame() -> None:
    shown = reading(
        generic,
        """
        Report on Aid

        The aid given was as follows:

        Item | India | Pakistan
        Wheat | 500 | 300
        Rice | 20 | 10

        It was well received.
        """,
    )
    assert shown.count("row") == 3
    assert "cell: | Pakistan" in shown


def test_copies_below_a_signature_do_not_go_on_with_it() -> None:
    shown = reading(
        generic,
        """
        MEMORANDUM FOR THE PRESIDENT

        I recommend that you sign the attached letter.

        McGeorge Bundy

        cc: Secretary Rusk
        """,
    )
    assert "signed: McGeorge Bundy" in shown
    assert "postscript\n    p: cc: Secretary Rusk" in shown


def test_stars_in_a_table_are_the_marks_of_the_notes_below_it() -> None:
    assert reading(
        generic,
        """
        | Country | stg. |
        |---|---|
        | Ceylon | 5* |
        | Burma | say 45** |

        \\* Unlikely to require assistance.

        ** This figure is a rough guess.

        The above figures are from the report.
        """,
    ).endswith("""
  fw type=notes: \\* | ** |
    note xml:id=fn1 n=*: Unlikely to require assistance.
    note xml:id=fn2 n=**: This figure is a rough guess.
  p: The above figures are from the report.""")


# ------------------------------------------------------------------------------------------- notes, parts, letters


def test_notes_at_the_foot_cut_a_paragraph_in_two_parts() -> None:
    shown = reading(
        soviet,
        """
        №3

        Record of conversation between N.S. Khrushchev and D. Rusk

        The Chairman received the Secretary, who was accompanied by* the delegation of the

        * The word "by" inserted in pencil.

        30

        Signal copy

        18 countries on disarmament, at the Kremlin.

        31

        Signal copy

        He says he is glad.
        """,
    )
    assert "p part=I: The Chairman received" in shown
    assert "p part=F: 18 countries on disarmament" in shown
    assert "note xml:id=fn1 n=*: The word" in shown


def test_a_number_that_does_not_rise_is_an_attachment() -> None:
    shown = reading(
        soviet,
        """
        No. 33

        Materials regarding the trip of A.I. Mikoyan

        No. 1

        List of guests

        The guests will arrive on Sunday.

        No. 34

        Telegram from the ambassador

        I have seen him today.
        """,
    )
    assert [line.strip() for line in shown.splitlines() if line.strip().startswith("div")] == [
        "div type=collection",
        "div type=document n=33",
        "div type=main n=33",
        "div type=attachment n=1",
        "div type=document n=34",
    ]


def test_a_signature_with_its_date_and_one_who_recorded() -> None:
    text = """
        No. 63

        Record of conversation of G.K. Bolshakov

        Walton said he was reluctant to move.

        G. BOLSHAKOV
        December 11, 1963
        """
    assert reading(soviet, text).endswith("closer\n    signed: G. BOLSHAKOV\n    dateline: December 11, 1963")
    recorded = text.replace("G. BOLSHAKOV\n        December 11, 1963", "Recorded by O. Alennikov.")
    assert reading(soviet, recorded).endswith("closer\n    signed: Recorded by O. Alennikov.")


def test_greetings_of_a_letter_within_a_telegram() -> None:
    shown = reading(
        generic,
        """
        Telegram From the Department of State to the Embassy

        985. You should deliver the following letter.

        "Dear Mr. Chairman:

        I have received your letter.

        Sincerely, JFK."

        Rusk
        """,
    )
    assert 'p rend=salute: "Dear Mr. Chairman:' in shown
    assert 'p rend=salute: Sincerely, JFK."' in shown
    assert shown.endswith("closer\n    signed: Rusk")


# ------------------------------------------------------------------------------------------- lines and paragraphs


def test_an_initial_at_the_start_of_a_line_is_no_list_mark() -> None:
    assert (
        reading(
            extracted,
            """
        "During the second meeting on the evening of November 12,
        R. Kennedy, under instruction from the President, formulated the proposal.
        """,
        ).count("p: ")
        == 1
    )


def test_a_line_back_at_the_margin_ends_a_nested_list() -> None:
    shown = reading(
        generic,
        """
          14. The process had produced some who sought:
            1. independence;
            2. integration.
        They had concluded that this was best.
          15. They discussed it.
        """,
    )
    assert "p: They had concluded that this was best." in shown


def test_one_line_per_paragraph_without_blank_lines_is_no_published_volume() -> None:
    head = "851G.01/4–1349\nMemorandum of Conversation, by the Director of the Office of Far Eastern Affairs\n"
    text = head + "\n".join(
        f"Mr. Daridan called at his request to discuss problems. {'He spoke at length. ' * 10}[Page 2{n}]Then he left."
        for n in range(4)
    )
    assert weigh(Transcript("x", text))[0][0] != published.NAME


def test_fields_of_telegrams_without_colons() -> None:
    shown = reading(
        cable,
        """
        DRAFTED BY ARA/AND/B - PBTAYLOR:LEE
        P 140518Z DEC 79
        FM SECSTATE WASHDC
        TO AMEMBASSY LA PAZ PRIORITY
        E.O. 12065 GDS 12/13/85 (TAYLOR, PHILIP B)
        TAGS: PINT, BL
        1. C - ENTIRE TEXT
        2. GUEVARA CALLED.
        """,
    )
    assert "label: DRAFTED BY" in shown
    assert "label: E.O. 12065\n" in shown


def test_a_name_field_takes_no_sentence() -> None:
    shown = reading(
        typescript,
        """
        104-10167-10279

        Memorandum of Conversation

        DATE: 10 July 1959

        COPIES TO:

        At four on 9 July I returned his call.
        """,
    )
    assert "item: At four" not in shown


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("ENDS", "footer"),
        ("000---", "footer"),
        ("END OF MESSAGE", "footer"),
        ("NW-88132 Docld:34671882 Page 5", "footer"),
        ("MOST IMMEDIATE TOP SECRET", "classification"),
        ("romtse 132 SECRET AETURNTO Cty", "classification"),
        ("104-10167-10279", "stamp"),
        ("The meeting ends", ""),
        ("Ends.", ""),
    ],
)
def test_lines_that_are_no_text(line: str, kind: str) -> None:
    tag = recognize(line)
    assert (tag.type if tag else "") == kind


@pytest.mark.parametrize("pattern", [pattern for _, _, pattern in PATTERNS])
def test_no_clue_hides_a_line_of_its_pattern(pattern: str) -> None:
    ascii_only = st.characters(max_codepoint=127)

    @settings(max_examples=10, database=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(st.from_regex(re.compile(pattern, re.IGNORECASE), fullmatch=True, alphabet=ascii_only))
    def recognized(line: str) -> None:
        assume(line == line.strip() and len(line) <= LONGEST)
        assert recognize(line) is not None

    recognized()


# ------------------------------------------------------------------------------------------- facts


def test_a_title_in_capitals_and_a_place_above_it() -> None:
    found = facts("""
        VISIT TO SOUTH EAST ASIA 1968
        SAIGON

        PRESS CONFERENCE GIVEN BY THE PRIME MINISTER,
        MR. JOHN GORTON 9 JUNE 1968

        Q. You haven't been here very long, Sir?
        PM. I don't believe I'm competent.
        Q. Were you quoted?
        PM. All I can tell you is that flying in I saw more than I had expected to see from the air.
        """)
    assert found.places == ("SAIGON",)
    assert found.title.startswith("PRESS CONFERENCE GIVEN BY")


def test_the_last_of_the_headings_is_the_title_of_a_debate_dated_by_its_running_head() -> None:
    found = facts("""
        Previous Section

        19 July 2011 : Column 831

        Backbench Business

        [30th Allotted Day]

        Summer Adjournment

        2.44 pm

        Natascha Engel (North East Derbyshire) (Lab): I beg to move that this House has considered the matter.

        Mr Deputy Speaker (Mr Lindsay Hoyle): We are now coming to a maiden speech.
        """)
    assert found.title == "Summer Adjournment"
    assert [(d.value, d.ground) for d in found.dates] == [((("when", "2011-07-19"),), "running head")]
    assert [(p.name, p.role) for p in found.participants] == [
        ("Natascha Engel", "North East Derbyshire, Lab"),
        ("Mr Lindsay Hoyle", "Mr Deputy Speaker"),
    ]


def test_speakers_in_capitals_take_part() -> None:
    assert people("""
        ABYSSINIA

        MR LYONS suggested that the question was urgent.

        MR EDEN said that his information was that the problem was now more difficult.

        GENERAL HERTZOG said that he understood.

        MR EDEN agreed.

        IT WAS AGREED that they should meet.
        """) == ["MR LYONS |  | ", "MR EDEN |  | ", "GENERAL HERTZOG |  | "]


def test_title_and_last_sentence_together_name_those_present() -> None:
    assert people("""
        No. 25

        Record of conversation between N.S. Khrushchev and US Ambassador to USSR F. Kohler during embassy visit

        November 23, 1963

        N.S. Khrushchev notes that Kennedy had been a realist.

        Present at the conversation were A.A. Gromyko, head of USA Department M.N. Smirnovsky, Counselor Toon.
        """) == [
        "N.S. Khrushchev |  | ",
        "F. Kohler | US Ambassador to USSR | ",
        "A.A. Gromyko |  | ",
        "M.N. Smirnovsky | head of USA Department | ",
        "Toon | Counselor | ",
    ]


def test_those_who_attended_from_one_side() -> None:
    assert people("""
        №3

        Record of conversation with the Secretary of State

        N.S. Khrushchev says he is glad to welcome him.

        From the Soviet side, the following comrades attended the conversation: A.A. Gromyko, V.V. Kuznetsov.
        """) == ["A.A. Gromyko |  | Soviet", "V.V. Kuznetsov |  | Soviet"]


@pytest.mark.parametrize(
    ("name", "date"),
    [("1958-united-kingdom-general-debate", "1958"), ("1962-10-23-telegram", "1962-10-23"), ("frus1961-63v05", "")],
)
def test_the_name_of_the_file_dates_a_text_that_has_no_date(name: str, date: str) -> None:
    found = facts("We have made repeated efforts to get negotiations started.", name)
    assert (found.date.earliest if found.date else "") == date
    assert not date or (found.date and found.date.ground == "file name" and found.date.cert == "low")


def test_precedence_is_no_place() -> None:
    found = facts("""
        P R 241705Z APR 74
        FM AMEMBASSY LA PAZ
        TO SECSTATE WASHDC PRIORITY 2909
        SUBJ: CONVERSATION WITH THE PRESIDENT
        1. HE MADE THE FOLLOWING POINTS.
        """)
    assert found.places == ("La Paz",)


def test_the_reference_of_a_russian_archive_is_a_source() -> None:
    found = facts("""
        No. 62

        Note from the Minister to the Central Committee

        Please review.

        RGANI. F. 3. Op. 16. D. 382 L. 4. Original. Typewritten text.
        """)
    assert found.source is not None
    kept = found.source.holdings[0]
    assert (kept.repository, kept.idno) == ("RGANI", "F. 3. Op. 16. D. 382 L. 4")


def test_a_misread_label_is_still_a_field() -> None:
    found = facts("""
        104-10167-10279

        Memorandum of Conversation ;
        bate: 10 July 1959

        PARTICIPANTS: Herbert Rice

        COPIES TO +

        He had been told that he could not be expected to keep track of him since this is a free country.
        """)
    assert found.date is not None
    assert found.date.earliest == "1959-07-10"


@pytest.mark.parametrize(
    "text",
    [
        "DR. EVATT: When will it be? [Page 5] MAJOR PLIMSOLL: In January.\nDR. EVATT: Why?\n",
        "<Newspeech>Mr. Kyalo: Sir, it is. </Newspeech>\n<Newspeech>Mr. Wambua: No. </Newspeech>\n",
    ],
)
def test_what_stands_between_two_turns_of_a_line_is_kept(text: str) -> None:
    found = read(Transcript("case", text))
    assert list(broken_promises(found)) == []
    assert [block.kind for block in found.root.children].count("sp") == text.count(": ")
