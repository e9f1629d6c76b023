"""Which documents report talk, so that their sentences may be somebody's reported words.

Memoranda of conversation, minutes, records and notes of meetings do by their kind. Editorial notes, letters, speeches
and treaties never do. Of the others (telegrams, memoranda) those do in which persons keep speaking: see `DENSE`.
"""

from __future__ import annotations

import re

from pipeline.resolve.speech.company import Company, fold
from pipeline.resolve.speech.running import Section
from pipeline.resolve.speech.turns import Attribution
from pipeline.resolve.speech.verbs import STRONG

DENSE = 0.2
"""The share of sentences with an inquit from which on a telegram or memorandum counts as a report of talk; half of it
is enough where the beginning says that there was one (`Burns gave me following details`)."""
_OPENING = re.compile(
    r"^(?:\d+ \. )?(?:[a-z]+ \d+ \. )?(?:.{0,80}? )?(?:"
    r"@ (?:gave|told|informed|asked|invited|received|called on|showed|saw|summoned) (?:me|us)\b|"
    r"(?:i|we) (?:had (?:[a-z]+ ){0,4}(?:talk|conversation|meeting|discussion|interview)s?|"
    r"(?:saw|met|called on|talked|spoke|lunched|dined|discussed|raised) (?:with |to |on )?(?:[^.]{0,40} )?@)|"
    r"(?:conversation|talk|meeting|interview|discussion|call)s? (?:with|on|between) @)"
)

_BY_KIND = re.compile(
    r"memorand\w+ of (?:a |the |tele\w*+ ?)*(?:telephone )?(?:conversation|discussion|meeting|talk|conference)|"
    r"memorand\w+[ -]for[ -](?:the[ -])?records?|memorandum-of-\w*conversation|minutes|"
    r"(?:summary|record|notes?|report|account|substance|memorandum|transcript)\w*(?: \w+){0,2}[ -](?:of|on)[ -]"
    r"(?:an? |the )?(?:\w+[ -]){0,6}(?:meeting|conversation|discussion|conference|talk|interview|session)|"
    r"\bmemcon\b|telephone (?:conversation|call)"
)  # fmt: skip
_NEVER = re.compile(
    r"editorial[ -]note|\bletter\b|\baddress\b|\bspeech\b|treaty|communiqu|message from|press release|draft"
)


def talk(company: Company, section: Section) -> Attribution | None:
    """Who speaks in a section of a document; None if it does not report talk."""
    if section.mostly_dialogue:
        return None
    label = fold(f"{company.context.facts.type.replace('-', ' ')} | {company.title}") if section.block is None else ""
    if _BY_KIND.search(label):
        return Attribution(company, section.parts)
    if _NEVER.search(label):
        return None
    attribution = Attribution(company, section.parts)
    return attribution if _dense(attribution) else None


def _dense(attribution: Attribution) -> bool:
    """Whether persons keep speaking."""
    sentences = [row for rows in attribution.found for row in rows]
    spoken = sum(
        any(inquit.manner in STRONG and (inquit.subject.mentions or inquit.subject.pronoun) for inquit in inquits)
        for _, inquits in sentences
    )
    if spoken < 4:
        return False
    announced = any(_OPENING.match(sentence.shape) for sentence, _ in sentences[:3])
    return spoken >= DENSE * len(sentences) / (2 if announced else 1)
