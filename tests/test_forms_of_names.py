"""Forms of names that need more than a word list: surnames that are words, honorifics, hyphens, nicknames.

As in `test_persons`, `[Rusk=rusk]` is a name with its referent.
"""

from __future__ import annotations

import pytest
from test_persons import reading

from pipeline.model import Authority

WORDS = [
    ("Mr. Winston Lord came with Mr. Eugene Black. Lord left.",
     "Mr. [Winston Lord=lord-winston] came with Mr. [Eugene Black=black-eugene]. [Lord=lord-winston] left."),
    ("Ambassador Shirley Temple Black saw Frank Stanton White and Senator Frank Church.",
     "Ambassador [Shirley Temple Black=black-shirley-temple] saw [Frank Stanton=stanton-frank] White and Senator"
     " [Frank Church=church-frank]."),
    ("Eugene R. Black told Byron White.", "[Eugene R. Black=black-eugene-r] told [Byron White=white-byron]."),
    ("Prince Philip Duke of Edinburgh saw St. James Church.", "Prince Philip Duke of Edinburgh saw St. James Church."),
    ("Mr. Ernest West Bank aide", "Mr. [Ernest=ernest] West Bank aide"),
]  # fmt: skip

ALL = [*WORDS]


@pytest.mark.parametrize(("text", "expected"), ALL, ids=[text for text, _ in ALL])
def test_forms_of_names(text: str, expected: str) -> None:
    assert reading(text, authority=Authority()) == expected
