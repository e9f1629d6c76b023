"""The laws of docs/architecture.md, tried on texts that nobody has written.

Conservation, determinism, totality, silence and order-freedom hold for every text; so the texts here are put together
at random from the kinds of lines that transcripts have, in orders that no transcript has.
"""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from functools import cache
from itertools import permutations
from pathlib import Path
from time import process_time
from types import FrameType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline import encode as stages
from pipeline.authority import load_authority
from pipeline.describe import describe
from pipeline.model import Authority, Context, Severity, Transcript
from pipeline.validate.conservation import conservation
from pipeline.validate.files import validate_bytes

ROOT = Path(__file__).parents[1]
FRAGMENTS = """\
262. Memorandum of Conversation0
MEMORANDUM FOR THE RECORD
Washington, January 9, 1963, 5 p.m.
SUBJECT
PARTICIPANTS:
  • British
    • Sir David Ormsby Gore
U.S.{blanks}
The Secretary{blanks}
John C. Guthrie, SOV
DATE: January 10, 1963
COPIES TO:
G	EUR		Moscow
~~SECRET~~
SECRET
-3-
**01373**
FORM 5-61
[Page 559]
Sir David asked whether [Page 560] the Secretary agreed.1 He said “Yes.”
He added that it was so.(1)
Kissinger: Well, that's it. [Laughter]
The President: On November 212 and 1959.
Q. Sir, why?
MR. FORSYTH: No.
1.
(a)
2\\. Mr. Kimber said that on 16th January.[3](#f3)
[Here follow 7 pages of discussion.]
- a point
I told the Ambassador that Khrushchev, he said, would _not_ come to Geneva.
important
Dear Jack:
Sincerely yours,
McGeorge Bundy 3
Attachment 3
  1. Source: Department of State, Central Files, 611.41/11-962. Secret.
  2. See Document 246.
(1) See footnote 2, Document 260. Back
127 Wall Street, New Haven, CT 06511.
a & b < c ]]> <!ENTITY x SYSTEM 'y'> &amp; <p>
P 140518Z DEC 79
FM AMEMBASSY LA PAZ
TO SECSTATE WASHDC 3149
№3
...
| a | b |
---|---
𝔘nicode ʼ “ ” — x
""".replace("{blanks}", "  ").split("\n")
ODD = ["\x07\x1b", "\x0c", "\u00a0", "\u2028 x", "\ufeff", "\ufffe"]
LINES = st.sampled_from(["", *FRAGMENTS, *ODD])
TEXTS = st.builds(
    lambda lines, end: end.join(lines), st.lists(LINES, max_size=25), st.sampled_from(["\n", "\n\n", "\r\n", "\r"])
)
EXAMPLES = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


@cache
def authority() -> Authority:
    return load_authority([ROOT / "tei" / "personography.xml", ROOT / "tei" / "placeography.xml"])[0]


@EXAMPLES
@given(text=TEXTS)
def test_every_text_is_encoded_proved_and_valid(text: str) -> None:
    transcript = Transcript("case", text)
    encoded = stages.encode(transcript, authority())
    assert conservation(transcript, encoded.xml) == []
    errors = [f for f in validate_bytes(Path("case.xml"), encoded.xml) if f.severity is Severity.ERROR]
    assert errors == []


@EXAMPLES
@given(text=TEXTS)
def test_the_same_text_gives_the_same_bytes(text: str) -> None:
    assert stages.encode(Transcript("case", text), authority()) == stages.encode(Transcript("case", text), authority())


def test_the_seed_of_hashes_does_not_matter() -> None:
    text = "y\nPARTICIPANT\n  • Pna\n  • Fes\nI said\n  1. )\n\nt Sett said .\nSett said . He promised"
    encode = f"from pipeline.encode import *; print(encode(Transcript('', {text!r}), Authority()).xml)"
    outputs = {
        subprocess.run(
            [sys.executable, "-c", encode],
            cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True,
        ).stdout
        for seed in "123"
    }  # fmt: skip
    assert len(outputs) == 1


@EXAMPLES
@given(text=TEXTS)
def test_the_order_of_annotators_does_not_matter(text: str) -> None:
    document = stages.read(Transcript("case", text))
    context = Context(document, describe(document), authority())
    orders = list(permutations(stages.ANNOTATORS))[:: len(stages.ANNOTATORS) * 5]
    assert len({stages.settle(context, order).claims for order in orders}) == 1


@EXAMPLES
@given(text=TEXTS)
def test_every_claim_and_finding_has_a_place_in_the_text(text: str) -> None:
    encoded = stages.encode(Transcript("case", text), authority())
    for claim in encoded.settled.claims:
        assert 0 <= claim.span.start <= claim.span.end <= len(text)
    for finding in encoded.findings:
        assert finding.line >= 1
        assert finding.column >= 1


def calls(text: str) -> int:
    """How many functions of Python are called to encode a text: a cost that does not hang on the machine."""
    count = 0

    def counted(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event == "call"

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        stages.encode(Transcript("case", text), Authority())
    finally:
        sys.setprofile(before)
    return count


REPEATED = [
    "A.", "Ab", "Q. ", "A ", "A\n\n", "a\n", "Mr. A to ", "Bob and ", "Mr. Smith, ", "1 May ", "May ", "1. ", "(a) ",
    "said ", "A: no\n\n", "  • Bob, Chief\n", "[Page 5] ", "Sir: ", "Secretary of ", "see Document 5, ", "“no” ",
    "vol. V, ", "(\n\n", "• Bob\n\n", "Lady;\n\n\n", "_771\n\n", "March, ",
    "He told the Ambassador, Lord Home, that it was so.\n\n", "Raúl Roa García met Abd al-Karim Qasim. ",
    "Kwame Nkrumah said that he would. ", "According to NSC 5820/1, telegram 5 from Bonn, and ibid., p. 7, ",
    "“Nixon: No.\n\n", "Ford: I\n\nMr. Ford said no.\n\n", "12  COMMONS  May 5\n", "Sec. 1\n\n1. He left.\n\n",
]  # fmt: skip


HEADS = [
    "1. Memorandum of Conversation\n\nHe left.\n\n", "MINUTES\n\n",
    "MEMORANDUM OF CONVERSATION\n\nDATE: May 5, 1950\n\nPARTICIPANTS: Mr. John Smith, Department of State\n\n",
]  # fmt: skip


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("piece", REPEATED)
def test_no_text_costs_more_than_its_length(piece: str, head: str) -> None:
    """Twice the text takes about twice the work, however odd it is."""
    calls(head)
    once, twice = (calls(head + piece * (length // len(piece))) for length in (4_000, 8_000))
    assert twice < 2.5 * once


TALK = """\
262. Memorandum of Conversation

PARTICIPANTS

  • The Secretary
  • Mr. Tyler

The Secretary said that it was so. Mr. Tyler said no. Mr. Tyler asked why. The Secretary said so.

"""
AGAIN_AND_AGAIN = [
    "J. ", "I, ", "?", "\t\n", "[5] \n ", "Alder and Bentham and ", "the President ", "“Yes,” he said and ",
    "Mr. Tyler, ", "element by Mr. Tyler and ", "the Foreign Minister and ", "a: b\n", "FM AMEMBASSY\n",
]  # fmt: skip


@pytest.mark.parametrize("piece", AGAIN_AND_AGAIN)
def test_a_long_text_is_soon_done_with_whatever_it_repeats(piece: str) -> None:
    """Patterns too: what they cost is not seen in the number of calls."""
    start = process_time()
    stages.encode(Transcript("case", TALK + piece * (120_000 // len(piece))), Authority())
    assert process_time() - start < 8  # a second where the cost grows with the length, a minute if with its square


def test_a_document_leaves_no_cycles_behind_and_the_collector_as_it_was() -> None:
    """The search for cycles rests while a document is encoded, so there may be none."""
    transcript = Transcript("memo", (ROOT / "transcripts" / "rusk-kuznetsov.txt").read_text())
    stages.encode(transcript, Authority())
    gc.collect()
    stages.encode(transcript, Authority())
    assert gc.isenabled()
    assert gc.collect() == 0
