"""Notes in the third person: neither title nor signature, but a sentence that says who writes to whom."""

from __future__ import annotations

from textwrap import dedent

import pytest

from pipeline.describe import describe
from pipeline.grammar.compliments import compliments
from pipeline.model import Facts, Transcript
from pipeline.readers import generic

NOTE = """
    No. 287

    The Embassy of the United States of America presents its compliments to the Ministry of Foreign Affairs of the
    Republic of Indonesia and has the honor to inform the Ministry that Mr. Henry Schmidt has been detained.

    The Embassy avails itself of this opportunity to renew to the Ministry the assurances of its highest consideration.

    Embassy of the United States of America,
    Djakarta, June 4, 1956.
    """
AIDE = """
    AIDE-MÉMOIRE

    The Government of the United States has given careful consideration to the aide-mémoire of the Soviet Government
    of June 4, 1961. It cannot agree with the views set forth therein.

    Department of State,
    Washington, July 17, 1961.
    """


def facts(text: str) -> Facts:
    return describe(generic.read(Transcript("case", dedent(text).strip("\n") + "\n")))


def parties(said: Facts) -> list[tuple[str, str]]:
    return [(one.action, one.text) for one in said.correspondents]


def test_a_note_verbale_says_who_writes_to_whom() -> None:
    said = facts(NOTE)
    assert (said.type, said.number, said.places) == ("note", "287", ("Djakarta",))
    assert said.date
    assert said.date.earliest == "1956-06-04"
    assert parties(said) == [
        ("sent", "The Embassy of the United States of America"),
        ("received", "the Ministry of Foreign Affairs of the Republic of Indonesia"),
    ]


def test_a_note_below_its_name_has_the_number_above() -> None:
    said = facts(NOTE.replace("No. 287\n", "No. 287\n\n    NOTE VERBALE\n"))
    assert (said.type, said.number, said.title) == ("note", "287", "NOTE VERBALE")
    assert len(parties(said)) == 2


def test_an_aide_memoire_comes_from_the_office_below_it() -> None:
    said = facts(AIDE)
    assert (said.type, said.places, parties(said)) == ("note", ("Washington",), [("sent", "Department of State")])


def test_a_translation_is_no_title() -> None:
    assert facts("Translation\n\n" + dedent(NOTE)).title == ""


@pytest.mark.parametrize(
    ("sentence", "sender", "recipient"),
    [
        ("His Britannic Majesty's Embassy present their compliments to the Imperial Ministry for Foreign Affairs and "
         "have the honour to state that the vessel was detained.",
         "His Britannic Majesty's Embassy", "the Imperial Ministry for Foreign Affairs"),
        ("The American Ambassador presents his compliments to His Excellency the Minister for Foreign Affairs, and has "
         "the honor to enclose a copy.",
         "The American Ambassador", "His Excellency the Minister for Foreign Affairs"),
        ("The Ministry of Foreign Affairs of the U.S.S.R. presents its compliments to the Embassy of the U.S.A. and, "
         "in reply to its note, has the honor to say no.",
         "The Ministry of Foreign Affairs of the U.S.S.R.", "the Embassy of the U.S.A."),
        ("The Royal Netherlands Embassy has the honour to present its compliments to the Department of State and to "
         "inform it of the following.",
         "The Royal Netherlands Embassy", "the Department of State"),
        ("The British Embassy present their compliments to the Department of State.",
         "The British Embassy", "the Department of State"),
        ("L'Ambassade de France présente ses compliments au Ministère des Affaires étrangères et a l'honneur de lui "
         "faire savoir ce qui suit.",
         "L'Ambassade de France", "Ministère des Affaires étrangères"),
        ("La Embajada de México saluda atentamente al Ministerio de Relaciones Exteriores y tiene el honor de "
         "informarle.",
         "La Embajada de México", "Ministerio de Relaciones Exteriores"),
        ("Das Auswärtige Amt beehrt sich, der Botschaft der Vereinigten Staaten von Amerika mitzuteilen, daß es "
         "zustimmt.",
         "Das Auswärtige Amt", "der Botschaft der Vereinigten Staaten von Amerika"),
    ],
)  # fmt: skip
def test_compliments(sentence: str, sender: str, recipient: str) -> None:
    found = compliments(sentence)
    assert found
    assert tuple(piece.text for piece in found) == (sender, recipient)


@pytest.mark.parametrize(
    "sentence",
    [
        "The Ambassador said that he presented his compliments to the Minister and left.",
        "The Department of State acknowledges the receipt of the Embassy's note No. 34.",
        "Please present my compliments to the Prime Minister.",
    ],
)
def test_other_sentences_are_no_compliments(sentence: str) -> None:
    assert compliments(sentence) is None


def test_a_letter_without_a_title_is_a_letter() -> None:
    letter = "Dear Dean:\n\nI saw the General this morning, who spoke of Africa.\n\nSincerely,\n\nJim Gavin"
    assert facts(letter).type == "letter"
