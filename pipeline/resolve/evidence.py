"""Words that stand where persons stand: surnames of people whom the document introduces in no other way.

    He told Goldenburg …  Drafted by Hendsch …       enough by itself
    Nasser would …  a meeting with Nasser            enough together
    Kissinger, Rush, Sisco, Maw, and Brown           a row of names
    … the Politburo decided                          speaks against it

Every place where a word stands adds to its evidence; one that has `ENOUGH` is a name. The patterns know only what
stands before and after; words of the map, of offices and things, and words that the document also writes small are no
candidates.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from pipeline.authority.words import word_list
from pipeline.grammar.names import words
from pipeline.resolve.lines import Line
from pipeline.resolve.strangers import Stranger
from pipeline.resolve.surnames import nameable

ENOUGH = 4
"""Evidence that makes a bare word a person's name."""

_TELLS = words("told asked informed saw met advised assured thanked telephoned called invited urged warned reminded")
_WRITES = words("drafted cleared initialed prepared signed typed")
_BEFORE = (
    (ENOUGH, _TELLS, rf"\b(?i:{'|'.join(sorted(_TELLS))}) $"),
    (ENOUGH, words("by and"), rf"\b(?i:{'|'.join(sorted(_WRITES))}) by(?: [A-Z]\w+(?:, [A-Z]\w+)*,? and)? $"),
    (2, words("with to that"), r"""\b(?:met|meets?|meetings?|talk(?:s|ed|ing)?|sp(?:oke|eak|eaking|oken)
        |discuss(?:ions?|ed)|dinner|lunch(?:eon)?|interview|conversations?|visit|working|believed?|thinks?|thought)
        (?:[ ]\w+ly)?[ ](?:with|to|that)[ ]$"""),
    (2, words("by"), r"""\b(?:approved|sent|suggested|proposed|made|attended|briefed|received|confirmed|written)
        [ ]by[ ]$"""),
    (2, words("between and"), r"\bbetween[ ](?:\w+[ ]and[ ])?$"),
    (-4, words("for of"), r"\b(?i:member|minister|ministry|secretary|department)s?[ ](?:for|of)[ ]$"),
    (-4, words("to from"), r"""\b(?:went|goes?|going|came|comes?|coming|travel\w*|return\w*|flew|flying|flights?|trip
        |back|sent|send)[ ](?:to|from)[ ]$"""),
    (-4, words("of"), r"""\b(?i:islands?|city|town|port|province|district|state|republic|kingdom|people|capital
        |borders?|frontiers?|north|south|east|west)[ ]of[ ]$"""),
    (1, words("with to against from by of for if that whether when because while but"), r"\b[a-z]+[ ]$"),
    (-3, words("in at into near throughout outside inside within"), r"\b[a-z]+[ ]$"),
)  # fmt: skip
"""Weight of what stands before a word, the last words with which it may end, and all of it; the first pattern that fits
counts."""
_AFTER = (
    (2, r"""(?:,?[ ](?:himself|herself|personally),?)?[ ](?:has|had|would|will|could|might|should|did|does|may|must|can
        |wants?|knows?|thinks?|goes|gets|is[ ]trying|was[ ]trying)\b(?![ ]been[ ](?:held|built|established))"""),
    (1, r"[ ](?:was|is)\b"),
    (1, r"[ ](?!and\b)[a-z]+(?:ed|s)\b(?![ ]by\b)"),
    (2, r"""[’'ʼ]s?[ ](?:speech|letter|attacks?|death|position|views?|message|remarks?|proposals?|statements?|offer
        |reply|visit|office|attitude|intentions?|handwriting|own)\b"""),
    (1, r"[’'ʼ]"),
)  # fmt: skip
"""Weight of what stands after it."""
_ATTRIBUTE = (
    r"[ ](?:visit|speech|statement|letter|memo|memorandum|message|doctrine|platform|regime|agenda|proposals?)\b"
)


Weighed = Sequence[tuple[int, re.Pattern[str]]]
"""Patterns with their weights."""


def _compiled(weight: int, pattern: str) -> tuple[int, re.Pattern[str]]:
    return weight, re.compile(pattern, re.VERBOSE if "[ ]" in pattern else 0)


def _by_last_word() -> dict[str, Weighed]:
    """The key of the word directly before a name → the patterns that may fit."""
    table: dict[str, list[tuple[int, re.Pattern[str]]]] = defaultdict(list)
    for weight, last, pattern in _BEFORE:
        compiled = _compiled(weight, pattern)
        for word in last:
            table[word].append(compiled)
    return dict(table)


_BEFORE_IT = _by_last_word()
_AFTER_IT = [_compiled(*row) for row in (*_AFTER, (1, _ATTRIBUTE))]
_BEHIND_ARTICLE = [_compiled(1, _ATTRIBUTE)]
_NUMBERED = re.compile(r" (?:No\. ?)?\d")
"""What has a number is a thing: `Item 2`, `Protocol No. 3`."""
_PAIR = re.compile(r"[A-Z][a-z]{3,}[-–]$")
_PAIR_AFTER = re.compile(r"[-–][A-Z][a-z]{3,}")
"""`the Mikoyan-Castro meetings`"""
_ARTICLE = re.compile(r"\b(?:[Tt]he|[Aa]n?|[Tt]his|[Ee]ach|[Ee]very|[Ss]ome|[Nn]o) $")
_ARTICLES = words("the a an this each every some no")
_NOUN = re.compile(r" [a-z]{3,}(?<!ed)\b")
_FINITE = re.compile(r" (?:is|was|were|are|has|had|have|would|will|could|of|in|and|or|to|for|at|on|by)\b")
_INSTITUTION = -4
_ADVERB = re.compile(r"(?:ly|ing|ed)$")
_DOCTRINE = re.compile(r"isms?$")
_ADJECTIVE = re.compile(r"(?:al|ic|ist|ian|ese|ish|ean)$")
_OPENERS = words("when while if as after before then but and although since because that whether here later today")


@cache
def _no_strangers() -> frozenset[str]:
    """Words that are no surname where nothing introduces one."""
    return frozenset().union(*map(word_list, ("common_words", "given_names", "thing_words")))


def bare_names(line: Line, free: Sequence[bool]) -> Iterator[tuple[Stranger, int]]:
    """Candidates among the free atoms of a line, each with the evidence of its place."""
    if line.shouting:
        return
    for at in _candidates(line, [at for at in line.capitals if free[at]]):
        weight = _weight(line, at, free)
        if weight:
            yield Stranger(line, at, at, at + 1), weight


def _candidates(line: Line, numbers: Sequence[int]) -> Iterator[int]:
    """Those of some atoms that may be surnames of strangers at all."""
    ordinary, geography = _no_strangers(), word_list("geography")
    for at in numbers:
        word = line.keys[at]
        if word in ordinary or word in line.small or word.removesuffix("s") in geography:
            continue
        if len(line.words[at]) < 4 or line.words[at].isupper() or not nameable(line, at) or _DOCTRINE.search(word):
            continue
        if not ((line.opens(at) or line.gaps[at] == ". ") and _ADVERB.search(word)):
            yield at


def _weight(line: Line, at: int, free: Sequence[bool]) -> int:
    """What the place of an atom says: for a person (positive), against (negative)."""
    text, start, end = line.passage.text, line.starts[at], line.ends[at]
    if at + 1 < len(line.words) and line.gaps[at + 1] == " " and line.capital[at + 1]:
        return 0
    before, after = text[max(0, start - 60) : start], text[end : end + 40]
    if _NUMBERED.match(after):
        return _INSTITUTION
    if (before[-1:] in ("-", "–") and _PAIR.search(before)) or _PAIR_AFTER.match(after):
        return 1
    said = line.piece(at - 1, -1) if line.gaps[at] == " " else ""
    if said in _ARTICLES and _ARTICLE.search(before):
        if not _NOUN.match(after) or _FINITE.match(after):
            return _INSTITUTION
        return 0 if _ADJECTIVE.search(line.keys[at]) else _first(_BEHIND_ARTICLE, after)
    if _after_capital(line, at):
        return 0
    if (line.passage.where == "closer" and len(line.words) == 1) or _says(line, at):
        return ENOUGH
    company = 2 * (_label(line, at) or _linked(line, at - 1, at, free) or _linked(line, at, at + 1, free))
    weight = next((weight for weight, pattern in _BEFORE_IT.get(said, ()) if pattern.search(before)), 0)
    return company + weight + _first(_AFTER_IT, after)


def _after_capital(line: Line, at: int) -> bool:
    """Whether a capitalised word is joined to it from the left, other than `When` or `But` that opens a sentence."""
    if at == 0 or line.gaps[at] != " " or not line.capital[at - 1]:
        return False
    return not (line.opens(at - 1) and line.keys[at - 1] in _OPENERS)


def _first(patterns: Weighed, after: str) -> int:
    """The weight of the first pattern with which a text begins."""
    return next((weight for weight, pattern in patterns if pattern.match(after)), 0)


def _label(line: Line, at: int) -> bool:
    end = line.ends[at]
    return at == 0 and line.passage.text[end : end + 1] == ":"


def _says(line: Line, at: int) -> bool:
    """Whether a verb of persons follows, directly or behind a second name: `Stevenson and McCloy agreed`."""
    other = at + 2
    second = line.keys[at + 1 : other] == ["and"] and other < len(line.words) and line.joined(other)
    last = other if second and line.joined(at + 1) and any(_candidates(line, [other])) else at
    return line.says(last + 1)


def _linked(line: Line, left: int, right: int, free: Sequence[bool]) -> bool:
    """Whether a name that is known stands beside it, joined by `and` or a hyphen."""
    if left < 0 or right >= len(line.words):
        return False
    if line.gaps[right] in ("-", "–"):
        return not (free[left] and free[right])
    if line.keys[right] == "and" or line.keys[left] == "and":
        outer = right + 1 if line.keys[right] == "and" else left - 1
        return 0 <= outer < len(line.words) and not free[outer] and line.gaps[max(left, right)] in (" ", ", ")
    return False


# --- rows of names --------------------------------------------------------------------------------------------------

SHORTEST = 4
"""Names that make a row."""
LONG = 6
"""Names that make a row by themselves; before a shorter one stands a word that asks for persons, or one is known."""
_COMPANY = re.compile(
    r"(?i:\b(?:included?|including|present|participants|participating|by|with|to|from|and|were"
    r"|senators|congressmen|messrs|ambassadors|ministers|secretaries)\b[.:]?) $"
)


def rows(line: Line, free: Sequence[bool]) -> Iterator[Stranger]:
    """Surnames in a row of four or more, most of which can be nothing else: `Rush, Sisco, Maw, and Brown`."""
    if line.shouting or line.passage.text.count(", ") < SHORTEST - 2:
        return
    row: list[int] = []
    for at in [*line.capitals, len(line.words)]:
        if row and not (at - row[-1] <= 2 and _goes_on(line, row[-1], at)):
            if len(row) >= SHORTEST:
                yield from _names(line, row, free)
            row = []
        row.append(at)


def _goes_on(line: Line, before: int, at: int) -> bool:
    """Whether two capitalised atoms follow each other in a row: a comma, `and`, or both between them."""
    if at >= len(line.words):
        return False
    between = line.passage.text[line.ends[before] : line.starts[at]]
    return between in (", ", ", and ", " and ") or (between == " " and not line.opens(at))


def _names(line: Line, row: Sequence[int], free: Sequence[bool]) -> Iterator[Stranger]:
    inside = frozenset(row)
    single = [at for at in row if _alone(line, inside, at)]
    if len(single) < SHORTEST or any(line.keys[at] in word_list("geography") for at in single):
        return
    known = sum(1 for at in single if not free[at])
    plain = sum(1 for _ in _candidates(line, [at for at in single if free[at]]))
    if known + plain < 0.6 * len(single) or not _of_persons(line, row, single, free):
        return
    for at in single:
        if free[at] and len(line.words[at]) > 2 and nameable(line, at) and line.keys[at] not in line.small:
            yield Stranger(line, at, at, at + 1, sure=True)


def _of_persons(line: Line, row: Sequence[int], single: Sequence[int], free: Sequence[bool]) -> bool:
    """Whether a row is long or holds a name that is known or a full name, or words beside it ask for persons."""
    if len(single) >= LONG or not all(free[at] for at in row):
        return True
    given = word_list("given_names")
    if any(at - before == 1 and line.gaps[at] == " " and line.keys[before] in given for before, at in pairwise(row)):
        return True
    start = line.starts[row[0]]
    return line.says(row[-1] + 1) or _COMPANY.search(line.passage.text, max(0, start - 40), start) is not None


def _alone(line: Line, row: frozenset[int], at: int) -> bool:
    """Whether an atom of a row is joined to no other by a space."""
    return not (at - 1 in row and line.gaps[at] == " ") and not (at + 1 in row and line.gaps[at + 1] == " ")
