"""Places: names that the placeography knows, and the place of every dateline.

    in Geneva on disarmament   → placeName ref="#geneva"
    Bad Godesberg, May 3, 1962 → placeName (no ref, if the placeography does not know it)

Less is better than wrong: a name is marked only where it stands for itself. Not marked are names in hyphen compounds
(`US-USSR`), before a word that makes another thing of it (`United States Government`, `Jordan River`), after a person's
title or forename, and adjectives.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.grammar.datelines import place_of
from pipeline.grammar.gazetteer import Gazetteer
from pipeline.model import Annotation, Authority, Claim, Context, Passage

_TITLES = (
    "Mr", "Mrs", "Ms", "Miss", "Dr", "Sir", "Lord", "Lady", "General", "Gen", "Colonel", "Col", "Major", "Captain",
    "Admiral", "Senator", "Professor", "Prof", "Ambassador", "Secretary", "President", "Governor", "King", "Prince",
    "Queen", "Count", "Foreign Minister",
)  # fmt: skip
_TITLE_BEFORE = re.compile(rf"(?:\b(?:{'|'.join(_TITLES)})\.?|\b[A-Z]\.|[A-Za-z0-9][-–/])[ ]?$")
_TITLE_ENDS = (*_TITLES, ".", "-", "–", "/")
"""With which of these the words before a name must end to be a title, an initial or the first half of a compound."""
_NOT_AFTER = re.compile(
    r"[-–/][A-Za-z]|[ ](?:River|Canal|Room|Hotel|Street|Avenue|Doctrine|Library|Papers|Files|University|Government"
    r"|Administration|Congress|Senate|Army|Navy|Air[ ]Force|Treasury|Information|Mission|Embassy|Supreme|Bank)\b"
)


def annotate(context: Context) -> Annotation:
    """Claims `placeName` over all passages but furniture and speaker labels."""
    known = context.authority.once(_gazetteer)
    claims: list[Claim] = []
    for passage in context.document.passages:
        if not passage.running:
            continue
        if passage.block.kind == "dateline" or passage.block.get("rend") == "dateline":
            claims += _dateline(passage, known)
        elif known:
            claims += _running(passage, known)
    return Annotation(tuple(claims))


def _gazetteer(authority: Authority) -> Gazetteer:
    return Gazetteer((name, place.id) for place in authority.places for name in place.names)


def _running(passage: Passage, known: Gazetteer) -> Iterator[Claim]:
    for start, end, ident in known.find(passage.text):
        if ident and _stands_alone(passage.text, start, end):
            yield Claim(passage.source(start, end), "placeName", "places/authority", attrs=(("ref", f"#{ident}"),))


def _stands_alone(text: str, start: int, end: int) -> bool:
    before, after = text[max(0, start - 20) : start], text[end : end + 14]
    if _NOT_AFTER.match(after):
        return False
    return not before.removesuffix(" ").endswith(_TITLE_ENDS) or not _TITLE_BEFORE.search(before)


def _dateline(passage: Passage, known: Gazetteer) -> Iterator[Claim]:
    place = place_of(passage.text)
    if place is not None:
        ident = known.get(place.text)
        attrs = (("ref", f"#{ident}"),) if ident else ()
        yield Claim(passage.source(place.start, place.end), "placeName", "places/dateline", attrs=attrs)
