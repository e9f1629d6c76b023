"""Questions to somebody, and whether `he` after one answers it.

The Secretary asked Mr. Tyler for his view. He thought that X.      he is Mr. Tyler
The Secretary asked Mr. Tyler if he was late. He added that X.      he is the Secretary
The Secretary asked Mr. Tyler to call Paris. He thought that X.     the Secretary
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.resolve.speech.inquit import Inquit, Place
from pipeline.resolve.speech.verbs import NOUNS, Manner

_ANSWERING = frozenset({"said", "stated", "says", "states"})
_GOING_ON = frozenset({"also", "further", "then", "again", "however", "next"})


def is_question(words: Sequence[str], inquit: Inquit) -> bool:
    """Whether somebody is asked to say something, not to do it."""
    if inquit.manner is not Manner.ASK or not inquit.addressees or inquit.place is Place.INSERTED:
        return False
    after = words[inquit.after :]
    return inquit.clause or (after[:1] == ["for"] and not NOUNS.isdisjoint(after))


def answers(words: Sequence[str], inquit: Inquit) -> bool:
    """Whether the verb of an inquit after a question rather answers it than goes on."""
    if inquit.manner in (Manner.REPLY, Manner.HOLD, Manner.WANT):
        return True
    verb = frozenset(words[inquit.subject.after : inquit.after])
    return not verb.isdisjoint(_ANSWERING) and verb.isdisjoint(_GOING_ON)
