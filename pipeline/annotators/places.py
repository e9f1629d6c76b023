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

from pipeline.model import Annotation, Attrs, Authority, Claim, Context, Passage, Place

Names = dict[str, list[tuple[str, Place | None]]]
"""First word → (whole name, place), longest first; None where a name belongs to several places."""
_CAPITALIZED = re.compile(r"(?<![\w.])[^\W\d_a-zß-öø-ÿ][\w.]*")
_SKIP_WHERE = frozenset({"furniture", "speaker"})
_TITLE_BEFORE = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady|General|Gen|Colonel|Col|Major|Captain|Admiral|Senator|Professor|Prof"
    r"|Ambassador|Secretary|President|Governor|King|Prince|Queen|Count|Foreign Minister)\.?|\b[A-Z]\.|[A-Za-z0-9][-–/])"
    r"[ ]?$"
)
_NOT_AFTER = re.compile(
    r"[-–/][A-Za-z]|[ ](?:River|Canal|Room|Hotel|Street|Avenue|Doctrine|Library|Papers|Files|University|Government"
    r"|Administration|Congress|Senate|Army|Navy|Air[ ]Force|Treasury|Information|Mission|Embassy|Supreme|Bank)\b"
)
_DATELINE_PLACE = re.compile(
    r"""\[?(?P<place>[A-Z][^\d,\]]*?(?:,[ ][A-Z][^\d,\]]*?)?),?\]?,?[ ]+
    (?=\S*\d|(?:undated|n\.d\.)|[A-Z][a-z]+[ ]\d)""",
    re.VERBOSE,
)
_MONTH_END = re.compile(
    r""",?[ ](?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$
    |,?[ ]?(?:January|February|March|April|May|June|July|August|September|October|November|December)$""",
    re.VERBOSE,
)


def annotate(context: Context) -> Annotation:
    """Claims `placeName` over all passages but furniture and speaker labels."""
    names = _names(context.authority)
    claims: list[Claim] = []
    for passage in context.document.passages:
        if passage.where in _SKIP_WHERE:
            continue
        if passage.block.kind == "dateline" or passage.block.get("rend") == "dateline":
            claims += _dateline(passage, names)
        elif names:
            claims += _running(passage, names)
    return Annotation(tuple(claims))


def _names(authority: Authority) -> Names:
    owners: dict[str, Place | None] = {}
    for place in authority.places:
        for name in place.names:
            owners[name] = place if owners.get(name, place) is place else None
    table: Names = {}
    for name, owner in sorted(owners.items(), key=lambda entry: -len(entry[0])):
        if first := _CAPITALIZED.match(name):
            table.setdefault(first.group().rstrip("."), []).append((name, owner))
    return table


def _running(passage: Passage, names: Names) -> Iterator[Claim]:
    text, done = passage.text, 0
    for word in _CAPITALIZED.finditer(text):
        start = word.start()
        if start < done or not (known := names.get(word.group().rstrip("."))):
            continue
        for name, place in known:
            end = start + len(name)
            if text.startswith(name, start) and not text[end : end + 1].isalnum():
                done = end
                if place is not None and _stands_alone(text, start, end):
                    yield Claim(passage.source(start, end), "placeName", "places/authority", attrs=_ref(place))
                break


def _ref(place: Place | None) -> Attrs:
    return (("ref", f"#{place.id}"),) if place else ()


def _stands_alone(text: str, start: int, end: int) -> bool:
    before, after = text[max(0, start - 20) : start], text[end : end + 14]
    return not _TITLE_BEFORE.search(before) and not _NOT_AFTER.match(after)


def _dateline(passage: Passage, names: Names) -> Iterator[Claim]:
    match = _DATELINE_PLACE.match(passage.text)
    text = _MONTH_END.sub("", match["place"]) if match else ""
    if not match or not text or _MONTH_END.fullmatch(" " + text):
        return
    start = match.start("place")
    first = _CAPITALIZED.match(text)
    known = dict(names.get(first.group().rstrip("."), ())) if first else {}
    attrs = _ref(known.get(text))
    yield Claim(passage.source(start, start + len(text)), "placeName", "places/dateline", attrs=attrs)
