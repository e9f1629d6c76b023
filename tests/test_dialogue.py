"""Direct speech: which lines are labels of speakers, where turns begin and end, and who is behind a label."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.model import (
    Block,
    CastMember,
    Claim,
    Context,
    Document,
    Facts,
    Person,
    PersonName,
    Settled,
    Span,
    Transcript,
)
from pipeline.resolve.speech import Company, settle_speech
from pipeline.segment.dialogue import dialogue
from pipeline.segment.dialogue.candidates import forms_at, label_at
from pipeline.segment.dialogue.printed import BLANK_NAME, FORMS, Form

SHARED = Path(__file__).parents[1].parent / "shared"


def read(text: str) -> Document:
    """The turns of a text whose paragraphs are parted by blank lines."""
    blocks = [
        Block("p", Span(match.start(), match.start() + len(match[0].rstrip())))
        for match in re.finditer(r"\S(?:(?!\n[ \t]*\n).)*", text, re.DOTALL)
    ]
    return dialogue(Document(Transcript("talk", text), Block("div", Span(0, len(text)), (), tuple(blocks))))


def labels(document: Document) -> list[str]:
    """The labels of the turns as printed."""
    return [
        " ".join(document.transcript[block.span].split()) for block in document.root.walk() if block.kind == "speaker"
    ]


def outline(document: Document) -> list[str]:
    """The blocks below the division: `p`, or `sp` with its parts."""
    return [
        block.kind + ("" if not block.children else "(" + " ".join(child.kind for child in block.children) + ")")
        for block in document.root.children
    ]


CONVENTIONS = {
    "names with a colon": (
        "Kissinger: Good morning.\n\nNixon: Hello.\n\nKissinger: How are you?\n\nNixon: Fine.",
        ["Kissinger:", "Nixon:", "Kissinger:", "Nixon:"],
    ),
    "labels in paragraphs of their own": (
        "Quest ion:\n\nAre you tired?\n\nMr Ohira:\n\nNo.\n\nQuestion:\n\nIs it late?\n\nMr Ohira:\n\nYes.",
        ["Quest ion:", "Mr Ohira:", "Question:", "Mr Ohira:"],
    ),
    "offices": (
        "The President: What do we have?\n\nUnder Secretary Katzenbach: A new plan.",
        ["The President:", "Under Secretary Katzenbach:"],
    ),
    "labels in mid-line": (
        "DR. EVATT: When will it be? MAJOR PLIMSOLL: In January.\n\nDR. EVATT: Who comes? MR. FORSYTH: Dexter.",
        ["DR. EVATT:", "MAJOR PLIMSOLL:", "DR. EVATT:", "MR. FORSYTH:"],
    ),
    "a full stop after the name": (
        "Senator Mondale. Now, you say so.\n\nMr. Bissell. I do.\n\nSenator Mondale. Why?\n\nMr. Bissell. Because.",
        ["Senator Mondale.", "Mr. Bissell.", "Senator Mondale.", "Mr. Bissell."],
    ),
    "line numbers": (
        "9 Senator Mondale. Now?\n10 Mr. Bissell. Yes.\n11 Senator Mondale. Why?\n12 Mr. Bissell. It was so.",
        ["9 Senator Mondale.", "10 Mr. Bissell.", "11 Senator Mondale.", "12 Mr. Bissell."],
    ),
    "questions and answers": (
        "Q. Sir, you were quoted?\nPM. I was.\nQ. When?\nPM. Today.",
        ["Q.", "PM.", "Q.", "PM."],
    ),
    "a misread label": (
        "Q. One?\nPM. Yes.\nQ. Two?\nPM. Yes.\nQ. Three?\n0M. No.",
        ["Q.", "PM.", "Q.", "PM.", "Q.", "0M."],
    ),
    "a name, a full stop and a dash": (
        "HON. R.S. AKBAR.- Thank you.\n\nHON. SPEAKER.- Order!",
        ["HON. R.S. AKBAR.-", "HON. SPEAKER.-"],
    ),
    "an office and a name": (
        "The Minister for Energy (Mr. Kyalo): I beg to reply.\n\nMr. Wambua: Will he?\n\nMr. Kyalo: He will.",
        ["The Minister for Energy (Mr. Kyalo):", "Mr. Wambua:", "Mr. Kyalo:"],
    ),
    "initials": (
        "K: Hello.\n\nD: Hello, Henry.\n\nK: When do you go?\n\nD: Tomorrow.",
        ["K:", "D:", "K:", "D:"],
    ),
    "time stamps": (
        "[00:00:01] DB: Hello.\n\n[00:00:04] JK: Hello.\n\n[00:00:09] DB: Well?\n\n[00:00:12] JK: Yes.",
        ["[00:00:01] DB:", "[00:00:04] JK:", "[00:00:09] DB:", "[00:00:12] JK:"],
    ),
    "labels on lines of their own": (
        "The Secretary\nAre you in charge?\n\nMr. Lord\nI am.\n\nThe Secretary\nGood.\n\n"
        "Mr. Lord\nYes.\n\n"
        "The Secretary\nWell?\n\nMr. Lord\nNo.",
        ["The Secretary", "Mr. Lord"] * 3,
    ),
    "questions in the line of their label, beside lines of their own": (
        "Question Prime Minister, is it late?\n\nPrime Minister\nIt is.\n\nQuestion\nIs it dark?\n\n"
        "Prime Minister\nIt is.\n\nQuestion Have you slept?\n\nPrime Minister\nI have.",
        ["Question", "Prime Minister"] * 3,
    ),
    "a bracket that says to whom": (
        "Gorbachev: Let me welcome you.\n\nShultz [to Gorbachev]: Fine.\n\nGorbachev: Good.\n\nShultz: Yes.",
        ["Gorbachev:", "Shultz [to Gorbachev]:", "Gorbachev:", "Shultz:"],
    ),
    "a dialogue that is quoted": (
        "“Nixon: Nothing new or is there?\n\n“Kissinger: Nothing of great consequence.\n\n“Nixon: Isn’t that something."
        "\n\n“Kissinger: We would be heroes.”\n\nLater that day they met.",
        ["“Nixon:", "“Kissinger:", "“Nixon:", "“Kissinger:"],
    ),
    "an office, a full stop and a dash": (
        "M. YOSHIZAWA. — I desire to inform.\n\nM. SZE. — I have no comment.\n\nThe PRESIDENT. — I propose to appeal."
        "\n\nM. SZE. — I agree.\n\nThe PRESIDENT. — It is so decided.",
        ["M. YOSHIZAWA. —", "M. SZE. —", "The PRESIDENT. —", "M. SZE. —", "The PRESIDENT. —"],
    ),
    "the hour before the dash": (
        "Mr CASEY (La Trobe—Minister) .—On the 22nd I made a statement.\n\nMr SPEAKER.—Order!\n\n"
        "Dr EVATT (Barton—Leader of the Opposition) [8.15].—I want to say.\n\nDr EVATT.—I thank the House.",
        [
            "Mr CASEY (La Trobe—Minister) .—",
            "Mr SPEAKER.—",
            "Dr EVATT (Barton—Leader of the Opposition) [8.15].—",
            "Dr EVATT.—",
        ],
    ),
    "somebody who speaks but once between two turns of another": (
        "President: How are you, Dick?\n\nRussell: I’m fine, Mr. President.\n\nPresident: What about Vietnam?",
        ["President:", "Russell:", "President:"],
    ),
    "a speaker once called by his whole name": (
        "Kissinger: You agree?\n\nSmith: You’re asking me to sign.\n\nKissinger: Yes.\n\n"
        "David Smith: On the trust fund …\n\nSmith: Go ahead.",
        ["Kissinger:", "Smith:", "Kissinger:", "David Smith:", "Smith:"],
    ),
    "somebody who is spoken to before he speaks": (
        "Kissinger: Sit down.\n\nScowcroft (to Sonnenfeldt): Will you stay?\n\nSonnenfeldt: I will."
        "\n\nKissinger: Good.",
        ["Kissinger:", "Scowcroft (to Sonnenfeldt):", "Sonnenfeldt:", "Kissinger:"],
    ),
    "a topic in a speech, which the next turn of the speaker follows": (
        "Kissinger: Hello.\n\nNixon: Hello.\n\nTopic: the topic is old.\n\nNixon: Yes.\n\nKissinger: No.",
        ["Kissinger:", "Nixon:", "Nixon:", "Kissinger:"],
    ),
    "a witness who is called is no witness who speaks": (
        "MR. HALE: Call the next witness.\n\nWITNESS: PAYAM AKHAVAN\n\nMR. HALE: Are you ready?\n\nTHE WITNESS: I am.",
        ["MR. HALE:", "MR. HALE:", "THE WITNESS:"],
    ),
    "whoever is examined by somebody": (
        "MR. HALE: Go on.\n\nTHE WITNESS: I did.\n\nMR. HALE: Well. BY MR. BARBADORO: When? THE WITNESS: Then.",
        ["MR. HALE:", "THE WITNESS:", "MR. HALE:", "THE WITNESS:"],
    ),
    "the stop of an initial": (
        "Senator Mondale. Now, you say so.\n\nMr. Bissell. I do.\n\nHon. Joseph R. Biden was there.\n\n"
        "Senator Mondale. Good.\n\nMr. Bissell. Yes.",
        ["Senator Mondale.", "Mr. Bissell."] * 2,
    ),
    "a name that stands once and is explained before": (
        "The Federal Chancellor (hereafter Adenauer) came.\n\nAdenauer: Yes.\n\nMr. Rusk: No.\n\nMr. Rusk: Perhaps.",
        ["Adenauer:", "Mr. Rusk:", "Mr. Rusk:"],
    ),
    "the number of a page before a label": (
        "MR. HALE: When did you\n417\nMR. DOAR: I object.\n\nMR. HALE: Well?\n\nMR. DOAR: No.",
        ["MR. HALE:", "MR. DOAR:", "MR. HALE:", "MR. DOAR:"],
    ),
    "a conference behind the names of those who were sent to it": (
        "They named as their plenipotentiaries:\n\nThe King of the Belgians: Baron Lambermont, Minister of State.\n\n"
        "The Sultan of Zanzibar: Sir John Kirk.\n\nThe session was opened at noon.\n\n"
        "The President: Gentlemen, I greet you.\n\nSir John Kirk: We thank you.\n\nThe President: Let us begin.",
        ["The President:", "Sir John Kirk:", "The President:"],
    ),
    "initials beside names": (
        "Kissinger: Hello.\n\nHelms: Hello.\n\nRN: Sit down.\n\nKissinger: Thank you.\n\nHelms: Thank you.",
        ["Kissinger:", "Helms:", "RN:", "Kissinger:", "Helms:"],
    ),
    "replies, where names have a full stop": (
        "Petrov. Is it calm?\n\nYes. It is.\n\nOrlov. What do they say?\n\nYes. They agree.\n\nPetrov. Wait?\n\n"
        "Yes. We shall.\n\nOrlov. Until when?\n\nPetrov. Until June.\n\nOrlov. Good.",
        ["Petrov.", "Orlov.", "Petrov.", "Orlov.", "Petrov.", "Orlov."],
    ),
    "a half of a name with a hyphen": (
        "Mr. Ormsby-Gore came.\n\nGore: Yes.\n\nMr. Rusk: No.\n\nMr. Rusk: Perhaps.",
        ["Gore:", "Mr. Rusk:", "Mr. Rusk:"],
    ),
    "more words than a name has": (
        "Kissinger: Hello.\n\nNixon: Hello.\n\nFirm Western Berlin Access Guarantees: None.\n\nNixon: Yes.\n\n"
        "Firm Western Berlin Access Guarantees: Some.\n\nKissinger: No.",
        ["Kissinger:", "Nixon:", "Nixon:", "Kissinger:"],
    ),
    "full-width colons": (
        "主席：會議現在繼續。\n\n陳偉業議員：「多謝主席。」\n\n主席：多謝。",
        ["主席：", "陳偉業議員：", "主席："],
    ),
}


@pytest.mark.parametrize("convention", CONVENTIONS, ids=str)
def test_conventions(convention: str) -> None:
    text, expected = CONVENTIONS[convention]
    assert labels(read(text)) == expected


@pytest.mark.parametrize("form", [*FORMS, BLANK_NAME], ids=lambda form: form.example)
def test_forms_have_the_labels_of_their_examples(form: Form) -> None:
    match = form.pattern.match(form.example)
    assert match is not None
    assert match["name"].strip()


@pytest.mark.parametrize("number", ["", "3. "])
def test_a_question_may_be_put_to_a_minister_of_many_things(number: str) -> None:
    office = "Minister for Telecommunications, Intergovernmental Relations, Infrastructure and Reconstruction"
    asked = f"{number}Hon BILL ENGLISH (Leader of the Opposition) to the {office}:"
    text = f"{asked} Does she agree?\n\nHon ANNE TOLLEY: I do.\n\n{asked} Why?\n\nHon ANNE TOLLEY: It is so."
    assert labels(read(text)) == [asked, "Hon ANNE TOLLEY:"] * 2


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.example)
def test_the_forms_tried_are_all_that_match(form: Form) -> None:
    """The first character of a line and its marks tell which forms it can have; none that has a label is left out."""

    @settings(max_examples=30, deadline=None)
    @given(st.from_regex(form.pattern), st.sampled_from(["", " It was so. Was it? Yes: it was " + 9 * "so "]))
    def check(found: str, more: str) -> None:
        text = found + more
        match = form.pattern.search(text)
        if match and match.group() and not match.group()[0].isspace():
            at = match.start()
            end = text.find("\n", at)
            assert form in forms_at(text, at, len(text) if end < 0 else end, len(text)) or not label_at(
                form, text, at, len(text)
            )

    check()


NO_DIALOGUE = {
    "fields": ("SUBJECT: Food Policy\n\nPLACE: The Oval Office\n\nPARTICIPANTS: The President\n\nDATE: June 1"),
    "headings": "Issue: Wheat.\n\nBackground: The issue is old.\n\nIssue: Rice.\n\nBackground: So is this.",
    "a message within a message": "The text follows.\n\nBegin Message: I am glad.\n\nEnd Message. Note: None.",
    "old salutations": "Sir: I have the honor to write.\n\nMr. Consul General: No ship may leave.",
    "a salutation": "Dear Mr. President: I was glad.\n\nMr. President: I was glad indeed.",
    "whom the parties to a treaty have sent": (
        "Have decided to conclude a Treaty and have appointed as their respective Plenipotentiaries:\n\n"
        "The President of the German Reich:\n\nDr. Hans Luther, Chancellor of the Reich;\n"
        "Dr. Gustav Stresemann, Minister for Foreign Affairs;\n\n"
        "His Majesty the King of Great Britain and the British Dominions beyond the Seas, Emperor of India:\n\n"
        "The Right Honourable Sir Austen Chamberlain, K.G., M.P., Principal Secretary of State for Foreign\nAffairs;"
        "\n\nThe President of the French Republic:\n\nM. Aristide Briand;\n\n"
        "Who, having communicated their full powers, have agreed as follows:"
    ),
    "delegates, in lines": (
        "The following have been designated as delegates:\n"
        "The King of the Belgians:\n    Baron Lambermont, his Minister of State.\n"
        "The King of Italy:\n    Sir John Kirk.\n\nThe conference was opened at noon."
    ),
    "signatures": (
        "For His Majesty the King of Portugal:\nThe Baron of Quintella\n\n"
        "For the President of the Republic of Chile:\nJoaquin Campino\n\nBy the President: J. Q. Adams."
    ),
    "prose with names at the beginning": "Mr. Rusk said no. It was late.\n\nMr. Gromyko said yes. It was early.",
}


@pytest.mark.parametrize("case", NO_DIALOGUE, ids=str)
def test_what_is_no_dialogue_stays_as_it_is(case: str) -> None:
    assert labels(read(NO_DIALOGUE[case])) == []


def test_a_question_without_its_label_stands_apart() -> None:
    document = read("Q. Are you tired?\n\nPM. No.\n\nIs it late?\n\nPM. Yes.\n\nQ. Is it dark?\n\nPM. It is.")
    assert outline(document) == [
        "sp(speaker p)",
        "sp(speaker p)",
        "sp(p)",
        "sp(speaker p)",
        "sp(speaker p)",
        "sp(speaker p)",
    ]


def test_one_label_is_enough_if_it_answers() -> None:
    document = read("PM: It is bad.\n\nIs it going up?\n\nPM: It is.\n\nIs it your fault?\n\nPM: No.")
    assert labels(document) == ["PM:", "PM:", "PM:"]
    assert outline(document)[1] == "sp(p)"


def test_labels_that_lost_their_mark() -> None:
    document = read(
        "Mr Ohira We have ended our talks.\n\nMr Whitlam: I am happy.\n\nMr Ohira: So am I.\n\nMr Wambua: Good.\n\n"
        "Mr Ohira: Well.\n\nMr Wumbua. When is it?"
    )
    assert labels(document) == ["Mr Ohira", "Mr Whitlam:", "Mr Ohira:", "Mr Wambua:", "Mr Ohira:", "Mr Wumbua."]


def test_numbered_paragraphs_of_a_verbatim_record_are_no_list() -> None:
    """The reader of plain text takes `91.` and `92.` for the points of a list."""
    text = "91. I thank you.\n92. The PRESIDENT; The representative of Jordan has asked to speak."
    number = text.index("92.")
    pairs = (
        Block("label", Span(0, 3)), Block("item", Span(4, number - 1)),
        Block("label", Span(number, number + 3)), Block("item", Span(number + 4, len(text))),
    )  # fmt: skip
    points = Block("list", Span(0, len(text)), (("type", "ordered"),), pairs)
    document = dialogue(Document(Transcript("un", text), Block("div", Span(0, len(text)), (), (points,))))
    assert outline(document) == ["p", "sp(speaker p)"]
    assert labels(document) == ["92. The PRESIDENT;"]


def known(text: str, *people: tuple[str, str], present: bool = False) -> list[str]:
    """The persons of the turns of a text; `people` are ids and the form in which the text names them."""
    return [claim.get("who") if claim else "" for claim in turns(text, *people, present=present)]


def turns(text: str, *people: tuple[str, str], present: bool = False) -> list[Claim | None]:
    document = read(text)
    cast = tuple(
        CastMember(Person(key, (PersonName(form, form.split()[-1]),)), participant=present) for key, form in people
    )
    claims = tuple(
        Claim(Span(*match.span()), "persName", "test", attrs=(("ref", f"#{key}"),))
        for key, form in people
        for match in re.finditer(rf"(?<!\w){form}\b", text)
    )
    annotation = settle_speech(Company(Context(document, Facts()), Settled(claims, cast)))
    spoken = {claim.span: claim for claim in annotation.claims}
    return [spoken.get(block.span) for block in document.root.walk() if block.kind == "sp"]


@pytest.mark.parametrize(
    "direction", ["(to Shevardnadze)", "(handing Shevardnadze a paper)", "(Counsel for Mr. Shevardnadze)"]
)
def test_the_name_before_the_bracket_speaks(direction: str) -> None:
    text = f"Shultz {direction}: We must talk.\n\nShevardnadze: We must.\n\nShultz: Now.\n\nShevardnadze: Yes."
    assert known(text, ("shultz", "Shultz"), ("shevardnadze", "Shevardnadze"))[0] == "#shultz"


@pytest.mark.parametrize("direction", ["to Shevardnadze", "in Russian to Shevardnadze", "turning to Shevardnadze"])
def test_whom_the_bracket_says_the_words_are_spoken_to(direction: str) -> None:
    text = f"Shultz ({direction}): We must talk.\n\nShevardnadze: We must.\n\nShultz: Now.\n\nShevardnadze: Yes."
    spoken = turns(text, ("shultz", "Shultz"), ("shevardnadze", "Shevardnadze"))
    assert [claim.get("toWhom") for claim in spoken if claim] == ["#shevardnadze", "", "", ""]


@pytest.mark.parametrize("label", ["The Minister (Mr. Kyalo)", "THE CHAIRMAN (Mr. Kyalo, Kitui)"])
def test_the_name_in_the_bracket_speaks_after_an_office(label: str) -> None:
    text = f"{label}: It is late.\n\nMr. Wambua: Is it?\n\n{label}: Yes.\n\nMr. Wambua: Good."
    assert known(text, ("kyalo", "Kyalo"), ("wambua", "Wambua"))[0] == "#kyalo"


def test_journalists_are_no_initial_of_the_prime_minister() -> None:
    """J: asks and PM: answers, in the transcripts of press conferences of P. J. Keating."""
    text = "J: Mr Keating, why?\n\nPM: It is so.\n\nJ: Mr Keating, when?\n\nPM: Soon.\n\nJ: Is it?\n\nPM: Yes."
    assert known(text, ("keating", "P. J. Keating"), present=True)[::2] == ["", "", ""]


def test_a_bare_surname_is_the_namesake_who_has_no_label_of_his_own() -> None:
    text = "Kissinger: Hi.\n\nSmith: Hi.\n\nKissinger: Well?\n\nDavid Smith: Well.\n\nSmith: So?\n\nDavid Smith: No."
    people = (("ian", "Ian Smith"), ("david", "David Smith"), ("kissinger", "Henry Kissinger"))
    assert known(text, *people, present=True) == ["#kissinger", "#ian", "#kissinger", "#david", "#ian", "#david"]


def test_a_bare_surname_of_two_is_left_open() -> None:
    text = "Kissinger: Hello.\n\nSmith: Hello.\n\nKissinger: Well?\n\nSmith: It is late."
    people = (("ian", "Ian Smith"), ("david", "David Smith"), ("kissinger", "Henry Kissinger"))
    assert known(text, *people, present=True) == ["#kissinger", "", "#kissinger", ""]


def test_a_title_and_an_initial() -> None:
    text = "President: Dick?\n\nSen. R: Yes.\n\nPresident: What now?\n\nSen. R: Nothing."
    people = (("russell", "Richard Russell"), ("johnson", "Lyndon Johnson"))
    assert known(text, *people, present=True)[1::2] == ["#russell", "#russell"]


def test_who_answers_is_whom_the_questions_address() -> None:
    text = "Q. Mr. Gorton, are you tired?\n\nPM. No.\n\nQ. Is it late?\n\n0M. Yes.\n\nQ. Is it dark?\n\nPM. No."
    assert known(text, ("gorton", "Gorton")) == ["", "#gorton", "", "#gorton", "", "#gorton"]


def test_a_label_with_a_wrong_letter() -> None:
    text = (
        "Mr. Kyalo: Yes.\n\nMr. Wambua: When?\n\nMr. Kyalo: Soon.\n\nMr. Wambua: Why?\n\nMr. Kyulo: I said so.\n\n"
        "Mr. Kyalo: It was late."
    )
    people = (("kyalo", "Kyalo"), ("wambua", "Wambua"), ("kyulo", "Kyulo"))
    assert known(text, *people)[4] == "#kyalo"


def test_who_presides_is_no_head_of_state() -> None:
    text = "The PRESIDENT: I thank you.\n\nMr. HOOD: Yes.\n\nThe PRESIDENT: President Kennedy has written to us."
    assert known(text, ("kennedy", "President Kennedy")) == ["", "", ""]


def test_opening_remarks_and_paragraphs_without_a_label() -> None:
    text = (
        "The tape begins here.\n\nKissinger: One.\n\nAnd two.\n\nNixon: Three.\n\nKissinger: Four.\n\n"
        "[Here follows discussion of other matters.]\n\nNixon: Five."
    )
    assert outline(read(text)) == ["p", "sp(speaker p p)", "sp(speaker p)", "sp(speaker p)", "p", "sp(speaker p)"]


OF_THE_RECORD = (
    "A vote was taken by show of hands.",
    "The draft resolution was adopted by 10 votes to none.",
    "It was so decided.",
    "At the invitation of the President, Mr. García Incháustegui (Cuba) took a place at the Council table.",
    "The meeting was suspended at 5.40 p.m. and resumed at 6.05 p.m.",
    "The agenda was adopted.",
    "The Court rose at 1 p.m.",
    "Vorster joined the group.",
    "[Whereupon, at 12:40 p.m., the committee adjourned.]",
    "Note: The forty-fifth news conference was held in the auditorium.",
)


@pytest.mark.parametrize("sentence", OF_THE_RECORD)
def test_what_the_secretary_writes_ends_a_turn(sentence: str) -> None:
    text = f"The PRESIDENT: I call a vote.\n\n{sentence}\n\nMr. POWELL: I thank you.\n\nThe PRESIDENT: Let us go on."
    assert outline(read(text)) == ["sp(speaker p)", "p", "sp(speaker p)", "sp(speaker p)"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The resolution was adopted in 1956. It has not been carried out.",
        "The group left the meeting because nobody would listen, and I do not blame them for it.",
        "A vote is due.",
    ],
)
def test_a_speaker_may_tell_what_was_decided(sentence: str) -> None:
    text = f"Mr. POWELL: I remind you.\n\n{sentence}\n\nThe PRESIDENT: I thank you.\n\nMr. POWELL: Good."
    assert outline(read(text)) == ["sp(speaker p p)", "sp(speaker p)", "sp(speaker p)"]


def test_a_report_that_prints_some_words() -> None:
    text = (
        "Mrs. Thatcher said that the Community would run out of money.\n\nPresident Mitterrand: It was not a bank.\n\n"
        "M. Thorn recalled the proposals.\n\nMrs. Thatcher (interrupting): That was not agreed.\n\n"
        "Mr. Papandreou said that Greece had a memorandum.\n\nChancellor Kohl replied that he had not seen it."
    )
    assert outline(read(text)) == ["p", "sp(speaker p)", "p", "sp(speaker p)", "p", "p"]


def test_a_speaker_may_tell_what_others_said() -> None:
    text = (
        "Kissinger: Hello.\n\nNixon: Hello.\n\nKissinger: He came.\n\nMr. Gromyko said that they would wait.\n\n"
        "Nixon: Good."
    )
    assert outline(read(text)) == ["sp(speaker p)", "sp(speaker p)", "sp(speaker p p)", "sp(speaker p)"]


def test_a_quoted_dialogue_ends_with_the_quotation() -> None:
    text = (
        "“Nixon: Nothing new?\n\n“Kissinger: Nothing.\n\n“It is late.\n\n“Nixon: Yes.\n\n“Kissinger: Good night.”\n\n"
        "Later that day Kissinger met the Ambassador."
    )
    assert outline(read(text)) == ["sp(speaker p)", "sp(speaker p p)", "sp(speaker p)", "sp(speaker p)", "p"]


def test_laughter_is_no_word_of_the_speaker() -> None:
    text = "Nixon: I said so. [Laughter]\n\nKissinger: You did.\n\nNixon: Yes. (Laughter.) Well.\n\nKissinger: No."
    document = read(text)
    assert [document.transcript[mark.span] for mark in document.marks if mark.kind == "stage"] == [
        "[Laughter]",
        "(Laughter.)",
    ]


def test_the_blocks_hold_every_character_in_order() -> None:
    document = read(CONVENTIONS["labels in mid-line"][0])

    def check(block: Block) -> None:
        at = block.span.start
        for child in block.children:
            assert at <= child.span.start <= child.span.end <= block.span.end
            if block.kind == "sp":
                assert not document.transcript.text[at : child.span.start].strip()
            at = child.span.end
            check(child)

    check(document.root)


def test_persons_behind_labels() -> None:
    people = {"kissinger": "Henry A. Kissinger", "dobrynin": "Anatoliy F. Dobrynin"}
    document = read("K: Hello.\n\nAmbassador Dobrynin: Hello.\n\nK: Well?\n\nMr. Smith: Yes.")
    cast = tuple(
        CastMember(Person(key, (PersonName(name, name.split()[-1]),)), participant=True) for key, name in people.items()
    )
    annotation = settle_speech(Company(Context(document, Facts()), Settled((), cast)))
    assert [claim.get("who") for claim in annotation.claims] == ["#kissinger", "#dobrynin", "#kissinger"]
    assert all(isinstance(claim, Claim) and claim.kind == "sp" for claim in annotation.claims)
    assert [finding.code for finding in annotation.findings] == ["speech/unknown-speaker"]


SAMPLES = [
    "committee-testimony/1975-rusk-part",
    "dfat/1947-conference-in-secretarys-room",
    "hansard/2011-uk-commons-part",
    "hsg-layout/1970-telephone-conversation-rogers",
]


@pytest.mark.skipif(not SHARED.exists(), reason="the shared samples are not here")
@pytest.mark.parametrize("sample", SAMPLES)
def test_samples_have_as_many_turns_as_expected(sample: str) -> None:
    path = SHARED / "samples" / f"{sample}.txt"
    expected = tomllib.loads(path.with_suffix(".expect.toml").read_text(encoding="utf-8"))["speakers"]
    assert len(labels(read(path.read_bytes().decode("utf-8").replace("\r\n", "\n")))) == len(expected)
