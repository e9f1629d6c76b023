"""With what words a letter turns to the person written to, alone on a line or in the line of the first sentence."""

from __future__ import annotations

import pytest
from outline import outline

from pipeline.encode import read
from pipeline.grammar.salutations import is_salutation, salutation
from pipeline.model import Transcript

ALONE = {
    "a name after dear": ["Dear Jack:", "My dear Mr. Creel,", "DEAR MR. PRESIDENT,", "Dear N. S.,", "Dear Sir:"],
    "several persons": ["Dear Mr. and Mrs. Roe:", "Dear Mr. Roe, Mr. Doe, and Mr. Poe:", "My dear friends,"],
    "esteemed as well as dear": ["Esteemed Mr. President!", "Respected Comrade Chairman,", "Highly esteemed Mr. Roe:"],
    "a courtesy": ["Sir:", "Sirs,", "Gentlemen:", "Ladies and Gentlemen:", "My Lord,", "Most Excellent Sir:"],
    "a style": ["Excellency:", "Your Majesty,", "Your Royal Highness:", "Your Holiness:"],
    "a friend": ["Mr. President and Great Friend:", "Great and Good Friend:", "Dear Prime Minister and Good Friend:"],
    "an office": ["Mr. Consul General:", "Mr. Prime Minister,", "Madam Secretary:", "Monsieur le Président,"],
    "who presides": ["Mr. Chairman:", "Madam Speaker,"],
    "a body": ["To the Congress of the United States:", "To Whom It May Concern:"],
    "a dash": ["Dear Ambassador Roe—", "Sir:—"],
    "an exclamation mark": ["Gentlemen!", "Dear Mr. Chancellor!"],
    "in a quotation": ['"Dear Mr. Chairman:', "“Sir:"],
    "the mark of a note": ["Dear Mr. Chairman:1", "Dear Jack,(2)", "Excellency:[^3]"],
    "what the editors left out": ["Dear Mr. [name not declassified]:", "Dear Mr. ——:"],
}  # fmt: skip

RUN_IN = {
    "a colon": [
        "Sir: | I have the honor",
        "SIR: | The note",
        "DEAR MR. CHAIRMAN: | I",
        "My dear Mr. Hay: | In August",
        "Your Excellency: | The note",
    ],
    "a colon and no blank": ["Dear Mr. Secretary:|The study", "Sir:|I have the honor"],
    "a dash": ["Mr. Minister:— | In reply", "Sir.—|In reply", "Dear Jack—|I was glad"],
    "something before the first word": ["Sir: | “Peace”, you write", "Dear Jack: | [Omitted.]", "Sir: | 1. I have"],
    "a capital that is not ASCII": ["Excellency: | Équité"],
}

NONE = {
    "a sentence": ["Sir John said:", "Gentlemen may differ:", "Dear me, he said:", "Sir Edward: He"],
    "a sentence after dear": ["Dear friends were lost.", "Dear friends were lost in the war,", "Dear Bob. Thanks,"],
    "a sentence after respected": ["Respected scholars of the law differ:"],
    "a sentence in French": ["Monsieur le Ministre est venu:", "Monsieur le Ministre dit: Oui"],
    "a sentence with a body": ["To the House he said:", "To the Congress we owe much:"],
    "a comma in a sentence": ["Mr. President, I wish to say", "Sir, I have heard", "Dear George, thank you."],
    "a dash in a sentence": ["Gentlemen—they may come", "Dear John—a friend wrote"],
    "small letters after the colon": ["Sir: i have", "Mr. President: the note"],
    "small letters at the beginning, where a sentence goes on": ["dear Jack:", "my dear Mr. Hay: In August", "sir:"],
    "a name without dear, as labels and lists have it": ["Mr. Denby:", "Mr. Denby,", "Mr. Denby: The ship"],
    "who presides, with what a meeting hears": ["Mr. Chairman: I rise", "Madam Speaker: I rise"],
    "no stop": ["Sir", "Your Excellency", "Dear Jack"],
    "nobody": ["Dear:", "Holiness:", "General:"],
}  # fmt: skip


def cases(table: dict[str, list[str]]) -> list[object]:
    return [pytest.param(text, id=f"{why}: {text}") for why, texts in table.items() for text in texts]


@pytest.mark.parametrize("text", cases(ALONE))
def test_alone_on_its_line(text: str) -> None:
    assert is_salutation(text)
    assert salutation(text) == len(text)


@pytest.mark.parametrize("text", cases(RUN_IN))
def test_in_the_line_of_the_first_sentence(text: str) -> None:
    greeting, _, rest = text.partition("|")
    whole = greeting + rest.lstrip() if greeting.endswith(" ") else greeting + rest
    assert salutation(whole) == len(greeting.rstrip())
    assert not is_salutation(whole)


@pytest.mark.parametrize("text", cases(NONE))
def test_what_is_no_salutation(text: str) -> None:
    assert not salutation(text)


@pytest.mark.parametrize("reader", ["published", "generic"])
def test_every_reader_parts_the_salutation_from_the_first_sentence(reader: str) -> None:
    text = "Letter From Mr. Roe to Mr. Doe\n\nLisbon, March 3, 1866.\n\nMr. Minister:—In reply I can say little.\n"
    assert (
        outline(read(Transcript("case", text), reader))
        == """\
div type=document
  head: Letter From Mr. Roe to Mr. Doe
  opener
    dateline: Lisbon, March 3, 1866.
  opener
    salute: Mr. Minister:—
  p: In reply I can say little."""
    )


@pytest.mark.parametrize("reader", ["published", "generic"])
def test_a_sentence_below_the_date_is_no_salutation(reader: str) -> None:
    text = "Letter From Mr. Roe to Mr. Doe\n\nLisbon, March 3, 1866.\n\nGentlemen—they may be many.\n"
    assert "salute" not in outline(read(Transcript("case", text), reader))
