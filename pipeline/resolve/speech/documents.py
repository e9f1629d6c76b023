"""Texts that are handed over or read out in a talk: they are not the words of who does so.

He then read the following message from Mr. Wilson: ¶ “The Cabinet has met.”
The Secretary handed Lord Home an aide-mémoire reading as follows: ¶ …
The text of the note is as follows: …
"""

from __future__ import annotations

import re

from pipeline.grammar.wordlist import word_set
from pipeline.resolve.speech.words import Sentence

_WRITTEN = word_set(
    """
    message messages text texts note notes memorandum memoranda memo aide-mémoire aide-memoire aides-mémoire mémoire
    memoire letter letters telegram telegrams cable cables draft drafts communiqué communique paper papers document
    documents resolution article articles paragraph paragraphs passage passages extract extracts excerpt excerpts
    protocol clause clauses formula wire despatch dispatch instruction instructions translation copy verbale
    """
)
_READ_OUT = _WRITTEN | {"statement", "statements", "declaration", "quotation", "remarks", "proposal"}
"""What somebody may also have said, unless it is read out."""
_SOON = r"(?:then\ |also\ |thereupon\ |next\ |now\ |finally\ |again\ |[a-z]+ly\ ){0,3}"
_HANDS = re.compile(
    rf"""
    ^(?:[^:]{{0,80}}?\ )??(?:@|he|she|i|we|they)\ {_SOON}
    (?:(?P<reads>read|reads|quoted|dictated)|
       handed|hands|delivered|presented|submitted|circulated|tabled|transmitted|passed|left|produced|showed|gave|
       communicated)\ (?P<what>[^:]{{1,200}}?)\ :(?:\ ["“]|$)
    """,
    re.VERBOSE,
)
_RUNS = re.compile(
    r"^(?:the|this|his|her|its|their|our|a|an|@ [’'ʼ] s|@ ’) (?P<what>[^:]{1,120}?) "
    r"(?:read|reads|reading|ran|runs|was|is|are|were) (?:as follows |in part |the following )?:(?: [\"“]|$)"
)


def announces_document(sentence: Sentence) -> bool:
    """Whether a sentence ends with, or goes on after a colon to, a text that somebody hands over or reads out."""
    if ":" not in sentence.words:
        return False
    hands = _HANDS.match(sentence.shape)
    if hands is not None:
        return not (_READ_OUT if hands["reads"] else _WRITTEN).isdisjoint(hands["what"].split())
    runs = _RUNS.match(sentence.shape)
    return runs is not None and not _WRITTEN.isdisjoint(runs["what"].split())
