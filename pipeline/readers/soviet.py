"""Soviet documents in English translation, page by page, several in one transcript.

Signal copy                                          head of the page
RGANI. F. 3. Op. 66. D. 471. L. 29 - 32. Copy.       source of the document before
No. 25                                               number of the next document
Record of conversation between N.S. Khrushchev …     its title
Recorded by: V. Sukhodrev                            signature
87                                                   folio
"""

from __future__ import annotations

import re

from pipeline.model import Document, Evidence, Transcript
from pipeline.readers import generic
from pipeline.readers.signs import Signs, evidence_of
from pipeline.segment.plan import Plan, begins

NAME = "soviet"
_NUMBER = re.compile(r"(?:No\.|№)\s?\d{1,4}")


def _starts(text: str) -> bool:
    return begins(text) or _NUMBER.fullmatch(text) is not None


_PLAN = Plan(name=NAME, starts=_starts, part=_NUMBER, series=re.compile(r"[Ss]ignal [Cc]opy"))
_SIGNS: Signs = (
    (0.4, "references of Russian archives", re.compile(r"F\.(?<!\wF\.) ?\d+\. Op\. ?\d+\. D\. ?\d+")),
    (0.25, "numbers of documents alone on a line", re.compile(r"\n(?:No\.|№)\s?\d{1,4}\s*$", re.MULTILINE)),
    (0.15, "the words Signal copy over the pages", re.compile(r"\nsignal copy\s*$", re.MULTILINE | re.IGNORECASE)),
    (0.1, "the Central Committee or a Soviet ministry", re.compile(r"CPSU|USSR M(?:FA|inistry)|Council of Ministers")),
)


def evidence(transcript: Transcript) -> Evidence:
    """References of Russian archives, numbers alone on their lines."""
    return evidence_of(transcript.text, _SIGNS)


def read(transcript: Transcript) -> Document:
    """The documents of one transcript."""
    return generic.read(transcript, _PLAN)
