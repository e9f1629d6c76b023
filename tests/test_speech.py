"""Who speaks in reported speech: small memoranda, and what the program makes of them.

Each case is a text with its people. In the expected answer every line is a speaker and his words; what is in no line is
the narrator's, or an inquit.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from pipeline.grammar.sentences import sentences
from pipeline.model import (
    Annotation,
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

PEOPLE = {
    "rusk": ("Dean Rusk", "Rusk", ("The Secretary", "the Secretary", "Rusk")),
    "gromyko": ("Andrei Gromyko", "Gromyko", ("Gromyko",)),
    "thompson": ("Llewellyn Thompson", "Thompson", ("Thompson",)),
    "meir": ("Golda Meir", "Meir", ("Meir",)),
    "khrushchev": ("Nikita Khrushchev", "Khrushchev", ("Khrushchev",)),
}


def settle(
    text: str,
    present: tuple[str, ...] = ("rusk", "gromyko"),
    title: str = "Memorandum of Conversation",
    kind: str = "memorandum-of-conversation",
    signed: str = "",
    rend: Mapping[str, str] | None = None,
) -> tuple[Document, Annotation]:
    """The document with one `p` for each paragraph of `text`, and what is said of its speech; `rend` says how some of
    the paragraphs look."""
    looks = {paragraph: (("rend", look),) for paragraph, look in (rend or {}).items()}
    paragraphs = [Block("p", Span(*m.span()), looks.get(m[0], ())) for m in re.finditer(r"[^\n]+", text)]
    document = Document(Transcript("memo", text), Block("div", Span(0, len(text)), (), tuple(paragraphs)))
    cast = tuple(
        CastMember(
            Person(key, (PersonName(full, surname),), gender="F" if key == "meir" else ""), participant=key in present
        )
        for key, (full, surname, _) in PEOPLE.items()
    )
    claims = tuple(
        Claim(Span(*match.span()), "persName", "test", attrs=(("ref", f"#{key}"),))
        for key, (_, _, forms) in PEOPLE.items()
        for form in forms
        for match in re.finditer(rf"(?<!\w){form}\b", text)
    )
    context = Context(document, Facts(type=kind, title=title, signed=signed))
    return document, settle_speech(Company(context, Settled(claims, cast)))


def said(text: str, **given: object) -> list[str]:
    """`speaker: words` for every piece of reported speech."""
    document, annotation = settle(text, **given)  # type: ignore[arg-type]
    return [
        f"{claim.get('who').replace('#', '') or '?'}: {document.transcript[claim.span]}"
        for claim in sorted(annotation.claims, key=lambda claim: claim.span)
        if claim.kind == "said"
    ]


CASES = {
    "an inquit, and the report goes on without one": (
        "Mr. Gromyko said that the talks were useful. They should go on.",
        ["gromyko: the talks were useful. They should go on."],
    ),
    "an inquit inside the report": (
        "All of this may mean, the Secretary continued, that the Soviets will build.",
        ["rusk: All of this may mean,", "rusk: that the Soviets will build."],
    ),
    "a theme before the inquit belongs to the report": (
        "With regard to Berlin, the Secretary said that nothing had changed.",
        ["rusk: With regard to Berlin,", "rusk: nothing had changed."],
    ),
    "what the narrator adds before the inquit does not": (
        "After a pause, the Secretary said that nothing had changed.",
        ["rusk: nothing had changed."],
    ),
    "two speakers in one sentence": (
        "When Mr. Gromyko asked why the talks had failed, the Secretary pointed out that nobody had listened.",
        ["gromyko: why the talks had failed", "rusk: nobody had listened."],
    ),
    "two speakers joined by and": (
        "The Secretary asked if there was any news, and Gromyko said there was none.",
        ["rusk: there was any news", "gromyko: there was none."],
    ),
    "two persons say one thing": (
        "Mr. Gromyko and Mr. Thompson said that the draft was ready.",
        ["gromyko thompson: the draft was ready."],
    ),
    "he is the one who speaks": (
        "Mr. Gromyko said that he had read it. He added that it was long.",
        ["gromyko: he had read it.", "gromyko: it was long."],
    ),
    "he who replies is the other one": (
        "The Secretary asked Mr. Gromyko whether he had read it. He replied that he had.",
        ["rusk: he had read it.", "gromyko: he had."],
    ),
    "he who thinks so is the one asked": (
        "The Secretary asked Mr. Gromyko whether it would hold. He thought that it would. It was strong.",
        ["rusk: it would hold.", "gromyko: it would. It was strong."],
    ),
    "he who is asked to do something does not speak": (
        "The Secretary asked Mr. Gromyko to call Moscow. He thought that it would be late there.",
        ["rusk: The Secretary asked Mr. Gromyko to call Moscow.", "rusk: it would be late there."],
    ),
    "what is told of the one asked is the narrator's": (
        "The Secretary asked Mr. Gromyko, who joined the meeting at this point, for his view. He said it would hold.",
        [
            "rusk: The Secretary asked Mr. Gromyko, who joined the meeting at this point, for his view.",
            "gromyko: it would hold.",
        ],
    ),
    "he after somebody who may be present is left open": (
        "Mr. Gromyko said that it was late. Mr. Khrushchev replied in the negative. He, personally, thought it dark. "
        "It was cold. It was, he added, a long night.\nThe Secretary said that it was not. He saw the moon.",
        ["gromyko: it was late.", "rusk: it was not. He saw the moon."],
    ),
    "who is present takes a word in few words": (
        "“Will they,” the Secretary inquired, “settle for it?” Gromyko thought so.\n“When,” the Secretary asked, “do "
        "they meet?” Gromyko did not know.",
        [
            "rusk: “Will they,”",
            "rusk: “settle for it?”",
            "gromyko: Gromyko thought so.",
            "rusk: “When,”",
            "rusk: “do they meet?”",
            "gromyko: Gromyko did not know.",
        ],
    ),
    "a text that is read out or handed over is nobody's report": (
        "The Secretary said that he was glad. He then read the following message from Mr. Khrushchev:\n“The Cabinet "
        "has met. It will meet again.”\nHe added that it was short.\nThe Secretary handed Mr. Gromyko an aide-mémoire "
        "reading as follows:\n“The Government is concerned.”\nMr. Gromyko said that he was not. The note read as "
        "follows: “We protest.”",
        ["rusk: he was glad.", "rusk: it was short.", "gromyko: he was not."],
    ),
    "what somebody gives as his reasons is his report": (
        "The Secretary said that he would go. He gave the following reasons: it was late.",
        ["rusk: he would go.", "rusk: He gave the following reasons: it was late."],
    ),
    "she cannot be he": (
        "Mrs. Meir told Mr. Gromyko that it was late. The Secretary agreed with her. She added that it was dark.",
        ["meir: it was late.", "rusk: The Secretary agreed with her.", "meir: it was dark."],
    ),
    "a speech act without its content is its own report": (
        "The Secretary said it was late. Mr. Gromyko agreed.",
        ["rusk: it was late.", "gromyko: Mr. Gromyko agreed."],
    ),
    "relayed words belong to the one who relays them": (
        "Mr. Gromyko said that he had seen Khrushchev. Khrushchev had told him that the harvest was good.",
        ["gromyko: he had seen Khrushchev. Khrushchev had told him that the harvest was good."],
    ),
    "the narrator ends a report": (
        "Mr. Gromyko said that it was late. The conversation then turned to India. It was hot there.",
        ["gromyko: it was late."],
    ),
    "what is agreed is nobody's": (
        "Mr. Gromyko said that it was late. It was agreed that the talks should end.",
        ["gromyko: it was late."],
    ),
    "the writer's comment is not reported speech": (
        "Mr. Gromyko said that it was late.\nComment: He looked tired. I doubt it.",
        ["gromyko: it was late."],
    ),
    "a report goes on in the next paragraph": (
        "Mr. Gromyko said that it was late.\nThe hall was dark.",
        ["gromyko: it was late.", "gromyko: The hall was dark."],
    ),
    "according to somebody": (
        "The Secretary said it was late. According to Mr. Gromyko, the clock was fast.",
        ["rusk: it was late.", "gromyko: the clock was fast."],
    ),
    "somebody's view": (
        "Gromyko’s view was that the clock was fast.",
        ["gromyko: the clock was fast."],
    ),
    "going on to say": (
        "Mr. Gromyko went on to say that Mr. Thompson was late.",
        ["gromyko: Mr. Thompson was late."],
    ),
    "the name in an object or after that is no subject": (
        "Mr. Gromyko said that the Secretary asked too much and that Thompson said too little.",
        ["gromyko: the Secretary asked too much and that Thompson said too little."],
    ),
    "a short setting without its comma": (
        "The Secretary asked if it was late. In reply Mr. Gromyko said that it was not.",
        ["rusk: it was late.", "gromyko: it was not."],
    ),
    "the verb before the name": (
        "The talks, continued Mr. Gromyko, had been useful.",
        ["gromyko: The talks,", "gromyko: had been useful."],
    ),
    "words after a deed": (
        "The Secretary then introduced Mr. Thompson and said that he was tired.",
        ["rusk: he was tired."],
    ),
    "who stands after hoped is no one spoken to": (
        "Mr. Gromyko hoped the Secretary would come.",
        ["gromyko: the Secretary would come."],
    ),
    "after an abbreviation in capitals": (
        "Mr. Gromyko said that he knew the GDR. Mr. Thompson asked if he liked it.",
        ["gromyko: he knew the GDR.", "thompson: he liked it."],
    ),
    "after a question": (
        "The Secretary asked if it was late. Was it dark? Thompson thought that it was.",
        ["rusk: it was late. Was it dark?", "thompson: it was."],
    ),
    "I said, after and": (
        "I asked if it was late. Gromyko was very intrigued by this and I added that it was dark.",
        ["?: it was late.", "?: it was dark."],
    ),
    "what others do at the beginning of a paragraph": (
        "The Secretary said that it was late.\nMr. Gromyko made no effort to stay. He said that he was tired.",
        ["rusk: it was late.", "gromyko: he was tired."],
    ),
    "a group speaks for nobody": (
        "Mr. Gromyko said that it was late. Other members of the delegation suggested a break.",
        ["gromyko: it was late."],
    ),
    "neither speaks": (
        "Mr. Gromyko said that it was late. Neither had heard the news.",
        ["gromyko: it was late."],
    ),
    "who was present": (
        "Mr. Gromyko said that it was late.\nPresent at the conversation were Mr. Thompson and others.",
        ["gromyko: it was late."],
    ),
    "what the writer adds in brackets": (
        "Mr. Gromyko said that it was late.\n[It was evident that he was tired. He had come from Moscow.]",
        ["gromyko: it was late."],
    ),
    "asked by somebody": (
        "Asked by Mr. Thompson whether the talks had failed, Mr. Gromyko said no.",
        ["gromyko: Mr. Gromyko said no."],
    ),
    "how it was said, before a quotation": (
        "The Secretary said with some heat, “I cannot see why.”",
        ["rusk: “I cannot see why.”"],
    ),
    "how it was said, before a clause": (
        "Mr. Gromyko said with a smile that it was late. Mr. Thompson asked at this point whether he was tired.",
        ["gromyko: it was late.", "thompson: he was tired."],
    ),
    "what follows with belongs to the report": (
        "Mr. Gromyko agreed with Mr. Thompson that it was late.",
        ["gromyko: with Mr. Thompson that it was late."],
    ),
    "a welcome, and words": (
        "The Secretary welcomed his colleagues and said that it was late.",
        ["rusk: it was late."],
    ),
    "points that are announced": (
        "Mr. Gromyko made the following points in the course of the morning:\n1. It was late.",
        ["gromyko: 1. It was late."],
    ),
    "words that are announced": (
        "Mr. Gromyko said that:\n1. It was late.\n2. It was dark.\nThe Secretary replied as follows:\n1. It was not.",
        ["gromyko: 1. It was late.", "gromyko: 2. It was dark.", "rusk: 1. It was not."],
    ),
    "words that announce more": (
        "Mr. Gromyko said that there were two reasons:\n1. It was late.",
        ["gromyko: there were two reasons:", "gromyko: 1. It was late."],
    ),
    "labels in the midst of minutes": (
        "The Secretary reported that it was late.\nMr. Gromyko: No message. Mr. Thompson: It will be dark.",
        ["rusk: it was late.", "gromyko: No message.", "thompson: It will be dark."],
    ),
    "the label of a stranger": (
        "The Secretary reported that it was late.\nMr. Smith: No message. It is dark.",
        ["rusk: it was late."],
    ),
    "words in quotation marks": (
        "The Secretary said “Yes.”",
        ["rusk: “Yes.”"],
    ),
}


def test_what_the_body_itself_agreed_is_nobodys_words() -> None:
    text = "Mr. Gromyko noted that it was late. The SCC agreed on four steps.\nState will report."
    title = "Summary of Conclusions of a Special Coordination Committee Meeting"
    assert said(text, title=title, kind="minutes") == ["gromyko: it was late."]


@pytest.mark.parametrize(
    "told",
    [
        "Mr. Thompson and Mrs. Meir were also present.",
        "Thompson was present also.",
        "Embassy counselor Belous and interpreter Tikhmenev were present at the conversation.",
        "It was so decided.",
        "(It was agreed:— That the talks should end.)",
        "After discussion, the following conclusions were reached:\n(a) The talks should end.",
        "Tea was then served.",
        "cc: Mr. Thompson",
        "McG. B.",
        "2. U.S. Policy Toward Iraq (NSC 5820/1; Memo for NSC from Acting Executive Secretary, dated June 5, 1958)",
        "4. Other Business.",
    ],
)
def test_what_the_narrator_tells_is_no_words_of_the_last_speaker(told: str) -> None:
    assert said(f"Mr. Gromyko said that it was late.\n{told}\nIt was dark.") == ["gromyko: it was late."]


@pytest.mark.parametrize(
    "told",
    [
        "He was present when they met.",
        "1. The old line must be held.",
        "U.S. policy was at fault.",
    ],
)
def test_what_may_be_the_last_speakers_words(told: str) -> None:
    assert said(f"Mr. Gromyko said that it was late.\n{told}")[1:] == [f"gromyko: {told}"]


def test_points_that_are_announced_are_no_agenda() -> None:
    text = "Mr. Gromyko made the following points:\n1. Arms Control.\n2. Other Business."
    assert said(text) == ["gromyko: 1. Arms Control.", "gromyko: 2. Other Business."]


def test_who_will_do_what_is_nobodys_words() -> None:
    text = "Mr. Gromyko said he would call. (C)\na. CIA will prepare a paper.\nb. State and Defense will report."
    title = "Summary of Conclusions of a Special Coordination Committee Meeting"
    assert said(text, title=title, kind="minutes") == ["gromyko: he would call."]


def test_a_dateline_at_the_end_is_not_spoken() -> None:
    text = "Mr. Gromyko said that it was late.\nParis, 7 May, 1919."
    assert said(text, rend={"Paris, 7 May, 1919.": "dateline"}) == ["gromyko: it was late."]


def test_a_motion_that_is_carried_is_nobodys_words() -> None:
    text = "Mr. Gromyko proposed that they end. The proposal was seconded by the Secretary."
    assert said(text) == ["gromyko: they end."]


@pytest.mark.parametrize(
    "stranger",
    [
        "The Minister of Defence",
        "The Chancellor of the Exchequer",
        "The Lord Privy Seal",
        "The Chief of the Imperial General Staff",
        "The Private Secretary to the Prime Minister",
        "The Foreign and Commonwealth Secretary",
        "The Chairman of the Joint Chiefs of Staff",
        "The Under-Secretary for Political Affairs",
        "The Commander-in-Chief",
        "The Vice-President",
        "The Director of the U.S. Information Agency",
        "The Chargé in Moscow",
        "The Minister of Labour and National Service",
        "THE FIRST LORD OF THE ADMIRALTY",
        "Kwame Nkrumah",
        "K. S. Thimayya",
        "Ludwig von Moos",
        "Ayatollah Kashani",
        "LTC Burris",
        "COUNT CIANO",
        "BARON ALOISI",
    ],
)
def test_a_stranger_who_opens_a_sentence_is_not_swallowed(stranger: str) -> None:
    """Nobody knows who he is: his words are nobody's, and not those of the one who spoke before."""
    text = f"Mr. Gromyko said that he was worried. {stranger} said that the French would object. They always had."
    assert said(text) == ["gromyko: he was worried.", "?: the French would object. They always had."]


@pytest.mark.parametrize(
    "thing",
    ["The Soviet Union", "The SCC", "Radio Moscow", "North Vietnam", "The State Department", "The Security Council"],
)
def test_what_things_and_bodies_say_is_told_by_the_speaker(thing: str) -> None:
    text = f"Mr. Gromyko said that he was worried. {thing} said that it would not."
    assert said(text) == [f"gromyko: he was worried. {thing} said that it would not."]


@pytest.mark.parametrize("abbreviation", ["DCM", "SYG", "MG", "the Secretary"])
def test_a_sentence_ends_after_an_office_that_has_no_point(abbreviation: str) -> None:
    text = f"Mr. Gromyko said that he had spoken with {abbreviation}. Mr. Rusk said that he would go."
    assert said(text) == [f"gromyko: he had spoken with {abbreviation}.", "rusk: he would go."]


@pytest.mark.parametrize(
    "title", ["HERR", "COUNT", "PRESIDENT", "M.", "SIGNOR", "BARON", "Ayatollah", "LTG", "THE EMPEROR"]
)
def test_the_title_before_a_name_belongs_to_it(title: str) -> None:
    text = f"The Secretary asked if it was late. {title} Gromyko said that it was not."
    assert said(text) == ["rusk: it was late.", "gromyko: it was not."]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_who_speaks(case: str) -> None:
    text, expected = CASES[case]
    present = ("rusk", "gromyko", "thompson", "meir")
    assert said(text, present=present) == expected


def test_what_is_told_to_somebody_absent_is_told_in_the_report() -> None:
    text = "Mr. Gromyko said that he was glad. He promised Khrushchev that he would come. It was late."
    assert said(text) == ["gromyko: he was glad. He promised Khrushchev that he would come. It was late."]


def test_somebody_absent_who_opens_a_sentence_is_left_open() -> None:
    """He may be there, though no list has him, or Gromyko tells of him."""
    text = "Mr. Gromyko said that it was late. Khrushchev said that it was not."
    assert said(text) == ["gromyko: it was late."]


def test_the_office_goes_on_where_the_persons_stage_stops() -> None:
    """`The Secretary` is known; the Secretary of the Treasury is another."""
    text = "Mr. Gromyko said that it was late. The Secretary of the Treasury said that it was not."
    assert said(text) == ["gromyko: it was late.", "?: it was not."]


def test_an_office_is_the_participant_who_is_never_named() -> None:
    """`Record of Conversation Between Gromyko and Thompson`: the Ambassador of the text can only be Thompson."""
    text = (
        "The Ambassador said that it was late. Mr. Gromyko agreed that it was. The Ambassador asked if he was tired. "
        "Mr. Gromyko said that he was. The Ambassador added that it was dark."
    )
    _, annotation = settle(text, present=("gromyko", "thompson"))
    assert said(text, present=("gromyko", "thompson"))[::2] == [
        "thompson: it was late.",
        "thompson: he was tired.",
        "thompson: it was dark.",
    ]
    assert {claim.cert for claim in annotation.claims if claim.get("who") == "#thompson"} == {"medium"}


def test_a_name_with_a_wrong_letter_is_the_participants() -> None:
    text = "The Secretary said that it was late. Mr. Gromyco replied that it was not."
    _, annotation = settle(text)
    assert said(text) == ["rusk: it was late.", "gromyko: it was not."]
    assert [claim.cert for claim in annotation.claims] == ["high", "low"]
    assert [f.message for f in annotation.findings if f.code == "speech/misread-speaker"] == [
        "“Mr. Gromyco” speaks; Andrei Gromyko is probably meant."
    ]


def test_we_are_those_with_whom_the_writer_came() -> None:
    text = "Mr. Gromyko and I met with the Secretary today. We said that it was late. The Secretary agreed that it was."
    assert said(text, present=(), signed="Thompson") == ["gromyko thompson: it was late.", "rusk: it was."]


def test_a_telegram_that_says_at_once_that_there_was_a_talk() -> None:
    text = (
        "Gromyko gave me following details. " + "The post has moved. " * 8 + "He said it was late. "
        "He added it was dark. He asked for time. He said he was tired."
    )
    found = said(text, kind="telegram", title="Telegram", signed="Thompson", present=())
    assert [line[:7] for line in found] == ["gromyko"] * 5


def test_the_writer_is_the_one_of_the_title_who_is_never_named() -> None:
    text = "I remarked that it was late. Mr. Gromyko replied that it was not. I denied this."
    title = "Memorandum of Conversation Between Mr. Rusk and Mr. Gromyko"
    assert said(text, title=title) == ["rusk: it was late.", "gromyko: it was not.", "rusk: I denied this."]


def test_the_writer_who_signs() -> None:
    text = "Gromyko told me that it was late. I said that it was not."
    found = said(
        text, kind="memorandum-for-the-record", title="Memorandum for the Record", signed="Thompson", present=()
    )
    assert found == ["gromyko: it was late.", "thompson: it was not."]


def test_pieces_of_one_report_are_linked() -> None:
    _, annotation = settle("Mr. Gromyko said that it was late.\nThe hall was dark.")
    first, second = (claim for claim in annotation.claims if claim.kind == "said")
    assert (first.get("xml:id"), first.get("next")) == ("s1", "#s2")
    assert (second.get("xml:id"), second.get("prev")) == ("s2", "#s1")
    assert (first.cert, second.cert) == ("high", "medium")


def test_who_is_spoken_to() -> None:
    _, annotation = settle("Mr. Gromyko told the Secretary that it was late.")
    assert [claim.get("toWhom") for claim in annotation.claims] == ["#rusk"]


@pytest.mark.parametrize(
    ("kind", "present", "heard"),
    [
        ("memorandum-of-conversation", ("rusk", "gromyko"), ["#gromyko", "#rusk"]),
        ("minutes", ("rusk", "gromyko"), ["#gromyko", "#rusk"]),
        ("minutes", ("rusk", "gromyko", "thompson"), ["", ""]),
    ],
)
def test_a_meeting_of_many_hears_whoever_speaks(kind: str, present: tuple[str, ...], heard: list[str]) -> None:
    _, annotation = settle("Mr. Rusk said that it was late. Mr. Gromyko said that it was not.", present, kind=kind)
    assert [claim.get("toWhom") for claim in annotation.claims if claim.kind == "said"] == heard


def test_a_name_that_is_no_participant_is_kept_as_printed_and_reported() -> None:
    """In a typescript Khrushchev is misread for the speaker: the narrator breaks into his words, so he is present."""
    text = "The Secretary said it was late. It is not late, Khrushchev said, in Moscow."
    _, annotation = settle(text)
    assert said(text)[1:] == ["khrushchev: It is not late,", "khrushchev: in Moscow."]
    assert [claim.cert for claim in annotation.claims if claim.get("who") == "#khrushchev"] == ["low", "low"]
    assert "speech/not-participant" in {finding.code for finding in annotation.findings}


def test_participants_who_never_speak_are_reported() -> None:
    _, annotation = settle("Mr. Gromyko said that it was late.", present=("gromyko", "thompson"))
    assert [finding.message for finding in annotation.findings if finding.code == "speech/silent-participant"] == [
        "These participants never speak: Llewellyn Thompson."
    ]


@pytest.mark.parametrize(
    ("kind", "title"),
    [("editorial-note", "Editorial Note"), ("letter", "Letter From Rusk to Gromyko"), ("telegram", "Telegram")],
)
def test_prose_that_reports_no_talk_is_left_alone(kind: str, title: str) -> None:
    text = "The treaty was signed. Gromyko said that it was late. The papers are printed below. Others are not."
    assert said(text, kind=kind, title=title) == []


def test_a_telegram_that_reports_a_talk() -> None:
    text = "I saw Gromyko today. He said it was late. I said it was not. He asked whether I was sure. I said I was."
    assert len(said(text, kind="telegram", title="Telegram", signed="Thompson", present=())) == 4


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He came at 5 p.m. The talk began.", 2),
        ("The U.S. Government and the U.S.S.R. agreed.", 1),
        ("It was in the U.S. It ended.", 2),
        ("Mr. Rusk met Gen. Lemnitzer and J. F. Dulles. They talked.", 2),
        ("He said “No.” Then he left.", 2),
        ("What now? Nobody knew! All left.", 3),
        ("See No. 5 and vol. 3, p. 7. It ends.", 2),
        ("Prices rose 3.5 percent. They fell.", 2),
    ],
)
def test_sentences(text: str, expected: int) -> None:
    assert len(sentences(text)) == expected
