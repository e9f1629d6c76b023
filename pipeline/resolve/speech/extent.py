"""How far a report reaches in the sentence that says whose it is.

With regard to Cuba, | the Secretary said | he …     a theme before the inquit is said too
In closing, the Secretary said | he …                what the narrator adds is not
Sir David agreed.                                    all of it is the report
He made the following points:                        nothing is: it follows
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.grammar.wordlist import word_set
from pipeline.resolve.speech.inquit import Inquit, Place
from pipeline.resolve.speech.verbs import Manner
from pipeline.resolve.speech.words import Sentence

_NARRATED_LEADS = word_set(
    """
    in finally then next first after when as before thereupon later to replying answering responding asked
    pressed following during reading meanwhile again at upon second third lastly subsequently continuing resuming
    concluding
    thus so and but also interrupting over having
    """
)
_THEMES = (
    ("in", "regard"), ("in", "respect"), ("in", "connection"), ("in", "this"), ("in", "view"), ("in", "his"),
    ("in", "the"), ("in", "any"), ("in", "addition"), ("as", "to"), ("as", "for"), ("as", "regards"), ("as", "far"),
    ("at", "the"), ("at", "present"), ("over", "the"), ("in", "a"), ("in", "order"), ("in", "such"), ("as", "a"),
)  # fmt: skip
_DAYS = word_set(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december leaving arriving entering departing his
    """
)
_LEAD_WITH_REPLY = frozenset({"reply", "response", "answer", "closing", "conclusion", "comment", "turn"})
_FOLLOWING = frozenset({"following", "follows", "thus", "below"})


def lead_is_said(words: Sequence[str], inquit: Inquit, same: bool) -> bool:
    """Whether the words before the inquit belong to the report: a theme does, what the narrator adds does not.

    `same` says that the speaker goes on: then a clause joined to the inquit by `and` is his too, unless somebody
    else is its subject."""
    if inquit.place is Place.INSERTED:
        return True
    if words[inquit.first - 1] in ("and", "but"):
        return same and words[0] != ""
    lead = words[: inquit.first]
    letters = sum([len(word or "xxxxxx") for word in lead])
    if letters < 14:
        return False
    if lead[0] in ("when", "after", "before", "until") or (lead[0] == "as" and lead[1] in ("we", "he", "i", "")):
        return False
    if lead[0] == "in" and len(lead) > 1 and lead[1] in _LEAD_WITH_REPLY:
        return letters > 60
    if tuple(lead[:2]) in _THEMES:
        return True
    if lead[0] == "on" and len(lead) > 1 and (lead[1] in _DAYS or lead[1].isdigit()):
        return False
    return lead[0] not in _NARRATED_LEADS


def subordinate(words: Sequence[str], inquit: Inquit) -> bool:
    """Whether an inquit is a clause beside the main one: `When Dobrynin asked why X, …`"""
    return inquit.first == 1 and words[0] in ("when", "after", "as", "while", "although", "since")


def end_before(sentence: Sentence, inquit: Inquit) -> int:
    """The end of the last word before an inquit, without what joins the two."""
    words = sentence.words
    at = inquit.first - 1
    while at > 0 and words[at] in ("and", "but", ",", ";", "then", "while", "whereupon", "—"):
        at -= 1
    return sentence.spans[at][1]


def is_told(lead: Sequence[str]) -> bool:
    """Whether the narrator tells more than a few words before an inquit: `Asked whether it was late, he said no.`"""
    return len(lead) > 5 and lead[0] in _NARRATED_LEADS


def mostly_inquit(sentence: Sentence, inquit: Inquit) -> bool:
    """`Sir David agreed.`, and sentences that report a wish: they are the report."""
    if inquit.manner is Manner.WANT:
        return True
    if inquit.clause or (inquit.after < len(sentence.words) and sentence.quoted(inquit.after)):
        return False
    return _is_most(sentence, inquit)


def announces(sentence: Sentence, inquit: Inquit) -> bool:
    """Whether a sentence that ends with a colon only introduces the words that follow: `He made three points:`"""
    words = sentence.words
    if words[-1] != ":" or inquit.place is Place.INSERTED or inquit.manner is Manner.WANT:
        return False
    if inquit.clause and inquit.after < len(words) - 1:
        return False  # He said that there were three reasons:
    return not _FOLLOWING.isdisjoint(words[inquit.first :]) or _is_most(sentence, inquit)


def _is_most(sentence: Sentence, inquit: Inquit) -> bool:
    """Whether less than half of a sentence stands after its inquit."""
    return _letters(sentence, inquit.after) * 2 < _letters(sentence, 0)


def _letters(sentence: Sentence, first: int) -> int:
    """How long the words of a sentence are from a number on, with its names, without its signs."""
    words = sum([len(word) for word in sentence.words[first:] if word.isalnum()])
    return words + sum([m.end - m.start for number, m in sentence.mentions.items() if number >= first])
