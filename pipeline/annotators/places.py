"""Places: names that the placeography knows, and the place of every dateline.

    in Geneva on disarmament   → placeName ref="#geneva"
    Bad Godesberg, May 3, 1962 → placeName (no ref, if the placeography does not know it)

Less is better than wrong: a name is marked only where it stands for itself. Not marked are names in hyphen compounds
(`US-USSR`), before a word that makes another thing of it (`United States Government`, `Jordan River`), after a person's
title or forename, adjectives, and names that are only part of a longer one which the placeography does not know: of
another place (`East Berlin`, `South China Sea`, `Republic of China`), of an institution, a treaty, a ship (`Washington
National Records Center`, `Bank of England`, `Helsinki Final Act`, `USS Maryland`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.authority.words import word_list
from pipeline.grammar.datelines import place_of
from pipeline.grammar.gazetteer import Gazetteer
from pipeline.grammar.names import key
from pipeline.grammar.wordlist import word_set
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
_LONGER_BEFORE = re.compile(
    r"""(?<![\w-])(?:
        (?:New|North|South|East|West|North-?[ ]?(?:East|West)|South-?[ ]?(?:East|West)|(?:North|South|East|West)ern
          |Central|Upper|Lower|Inner|Outer|Equatorial|Papua|Latin|Saudi|Nationalist|Free|San|Santa|Saint|St[.]|Fort|Port
          |Mount|Mt[.]|Lake|Cape|Camp|British|French|Dutch|Spanish|Portuguese|German|Belgian|Italian|American|Danish|Russian
          |Democratic|Socialist|Federal|Peoples?[’'ʼ]s?|Radio|Air|USS|HMS|HMAS|HMCS|SS)
      | (?:Republic|Gulf|Seas?|Straits?|Bay|Isles?|Bank|University|Voice|Treaty)[ ]of(?:[ ]the)?
    )[ ]$""",
    re.VERBOSE,
)
"""What stands before a name and makes a longer one of it: `New Mexico`, `Republic of China`, `Bank of England`."""
_CAPITALIZED_AFTER = re.compile(r"(?:[ ][A-Z][\w’']*){1,4}")
_INSTITUTIONS = word_set(
    """sea seas ocean basin plateau desert mountains channel times post star news herald tribune gazette telegraph press
    journal records accord accords agreements convention conventions charter office department council commission
    committee bureau agency association league federation union parliament court exchange command forces marines guard
    consulate legation lines"""
)
"""Keys of words that make a longer name of a place before them, besides those for things (`thing_words`)."""
_WORDS_BEFORE = re.compile(r"(?<![\w-])([^\W\d_a-z]\w+)[ ](?:([^\W\d_a-z][\w’'-]+)[ ])?$")
_NO_FORENAMES = word_set(
    "april august may june will mark grant bill art chip drew earl dean guy don said christian roman"
)
"""Given names that are other words before a place too: `In August Washington …`, `Will Bonn …?`"""


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
    before, after = text[max(0, start - 40) : start], text[end : end + 60]
    if _NOT_AFTER.match(after) or _begins_longer(after):
        return False
    if before.endswith(" ") and (_LONGER_BEFORE.search(before) or _after_forename(before)):
        return False
    return not before.removesuffix(" ").endswith(_TITLE_ENDS) or not _TITLE_BEFORE.search(before[-20:])


def _begins_longer(after: str) -> bool:
    """Whether the capitalized words behind a name end in one for a thing: `… Final Act`, `… Steel Corporation`."""
    found = _CAPITALIZED_AFTER.match(after)
    return found is not None and any(_is_thing(key(word)) for word in found.group().split())


def _is_thing(word: str) -> bool:
    return word in _INSTITUTIONS or word in word_list("thing_words")


def _after_forename(before: str) -> bool:
    """Whether a forename stands before a name, or before the word before it: `Pierre Mendès France`."""
    found = _WORDS_BEFORE.search(before)
    return found is not None and any(_is_forename(key(word)) for word in found.groups() if word)


def _is_forename(word: str) -> bool:
    return word in word_list("given_names") and word not in _NO_FORENAMES and word not in word_list("geography")


def _dateline(passage: Passage, known: Gazetteer) -> Iterator[Claim]:
    place = place_of(passage.text)
    if place is not None:
        ident = known.get(place.text)
        attrs = (("ref", f"#{ident}"),) if ident else ()
        yield Claim(passage.source(place.start, place.end), "placeName", "places/dateline", attrs=attrs)
