"""Omissions and insertions that brackets say of themselves.

    [Here follow 7 pages of discussion on the Cuban missile crisis.]   gap reason="editorial" unit="page" quantity="7"
    [less than 1 line of source text not declassified]                 gap reason="classified" unit="line" atMost="1"
    [matter omitted], . . . . .                                        gap reason="editorial"
    had limited infleunce [influence]                                  supplied reason="correction"
    C[ordell] H[ull], that [I] would                                   supplied

The printed words stay: those of a gap become its `desc`, those of an insertion are the text of `supplied`, brackets
included. Remarks of other kinds (`[sic]`, `[Laughter]`, `[Enclosure]`) are left alone.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.grammar.likeness import near
from pipeline.model import Annotation, Attrs, Certainty, Claim, Context, Passage, Span

_SKIP = frozenset({"furniture", "speaker"})
_BRACKET = re.compile(r"\[(?P<in>[^\[\]]{1,1500})\]")

_NUMBER_WORDS = {
    word: number
    for number, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)  # noqa: SIM905
} | {"a": 1, "an": 1, "half": 0.5, "several": 0}
_UNITS = "page|line|paragraph|word|name|sentence|item|section|dollar figure|document|table|column|chart|map|figure"
_QUANTITY = re.compile(
    rf"(?P<less>(?:less|fewer)\s+than\s+)?(?P<more>(?:more\s+than|over)\s+)?"
    rf"(?P<number>\d+(?:[-–\s]\d/\d)?(?:\.\d+)?|\d/\d|½|{'|'.join(_NUMBER_WORDS)})\s*"
    rf"(?:[-–]\s*)?(?:(?:and\s+)?(?P<half>a\s+half|½|1/2)\s+)?"
    rf"(?P<adjective>(?:\w+\s+){{0,2}}?)(?P<unit>{_UNITS})s?\b",
    re.IGNORECASE,
)
"""`7 pages`, `less than 1 line`, `1-1/2 lines`, `two paragraphs`, `1 numbered paragraph`."""


@dataclass(frozen=True, slots=True)
class _Reason:
    """A reason for an omission, how brackets say it, and its rule."""

    reason: str
    rule: str
    pattern: re.Pattern[str]


_REASONS = (
    _Reason("classified", "gaps/classified", re.compile(
        r".*\b(?:not|remains?\s+un|un)\s?-?declassified\b|.*\b(?:sanitized|excised|redacted|security\s+deletion|deleted\s+for\s+security)\b"
        r"|(?:portion|page|text|material|paragraph)s?\s+(?:exempted|withheld|deleted)\b.*", re.I | re.S)),
    _Reason("illegible", "gaps/illegible", re.compile(
        r".*\b(?:illegible|indecipherable|unreadable|garbled?|inaudible|unintelligible|undecipherable)\b"
        r"|(?:omission|ellipsis|word\s+missing|words\s+missing|apparent\s+omission|blank|text\s+missing)\b.{0,40}"
        r"\b(?:source\s+text|original|text)?", re.I | re.S)),
    _Reason("editorial", "gaps/editorial", re.compile(
        r"(?:here\s+follow|omitted\s+here|there\s+follow|here\s+(?:is|are)\s+omitted|the\s+remainder|the\s+rest|text\s+omitted|matter\s+omitted"
        r"|next\s+\w+\s+omitted|what\s+follows|following\s+\w+\s+omitted)\b.*"
        r"|(?:\w+[\s,]+){1,12}(?:is|are|was|were)?\s*(?:here\s+)?(?:omitted|not\s+printed|not\s+reproduced|not\s+translated)\b.{0,60}"
        r"|(?:omitted|excerpts?\s+omitted|not\s+translated|untranslated|not\s+reproduced)\b.{0,40}", re.I | re.S)),
)  # fmt: skip
_ELLIPSIS_LINE = re.compile(r"(?:[.*•·…]\s*){4,}|_{6,}|(?:\*\s+){2,}\*")
"""A paragraph that is nothing but points: the older volumes' sign of an omission."""
_BARE = re.compile(r"\((?i:not translated|matter omitted|illegible)\.?\)")
_NOT_TRANSLATED = "not translated."
"""What counts only where it is the whole passage."""


def annotate(context: Context) -> Annotation:
    """Claims `gap` and `supplied` over all passages but furniture and speaker labels."""
    claims = [claim for p in context.document.passages if p.where not in _SKIP for claim in _claims(p)]
    marks = context.document.marks
    breaks = sorted(mark.span.start for mark in marks if mark.kind in ("pb", "fw"))
    stages = {mark.span for mark in marks if mark.kind == "stage"}
    claims = [claim for claim in claims if claim.kind != "supplied" or claim.span not in stages]
    return Annotation(tuple(claim for claim in claims if claim.kind != "gap" or not _holds(claim.span, breaks)))


def _holds(span: Span, breaks: list[int]) -> bool:
    """Whether a page break lies within a span: the words of a `gap` can hold none, so such a remark stays text."""
    at = bisect.bisect_left(breaks, span.start)
    return at < len(breaks) and breaks[at] < span.end


def _claims(passage: Passage) -> Iterator[Claim]:
    text = passage.text
    whole = _ELLIPSIS_LINE.fullmatch(text)
    if whole:
        yield _gap(passage, 0, len(text), "editorial", "gaps/points")
        return
    for bracket in _BRACKET.finditer(text):
        words = bracket["in"].strip(" _*")
        reason = next((one for one in _REASONS if one.pattern.fullmatch(words)), None)
        if reason:
            yield _gap(passage, *bracket.span(), reason.reason, reason.rule)
        else:
            yield from _insertion(passage, bracket)
    for bare in _BARE.finditer(text):
        reason_ = "illegible" if "illegible" in bare.group().lower() else "editorial"
        yield _gap(passage, *bare.span(), reason_, "gaps/bare")
    if len(text) == len(_NOT_TRANSLATED) and text.lower() == _NOT_TRANSLATED:
        yield _gap(passage, 0, len(text), "editorial", "gaps/bare")


def _gap(passage: Passage, start: int, end: int, reason: str, rule: str) -> Claim:
    attrs: Attrs = (("reason", reason), *extent(passage.text[start:end]))
    return Claim(passage.source(start, end), "gap", rule, attrs=attrs)


def extent(words: str) -> Attrs:
    """Unit and quantity of an omission: `[1-1/2 lines not declassified]` → unit `line`, quantity `1.5`.

    Only a number that stands where the quantity of what is missing stands counts, so `a discussion of 3 lines of
    action` gives nothing.
    """
    found = _QUANTITY.search(words)
    if found is None or not _LEAD.fullmatch(words[: found.start()].strip("[ ")):
        return ()
    number = _value(found["number"]) + (0.5 if found["half"] else 0)
    unit = found["unit"].lower().replace(" ", "-")
    if not number:
        return (("unit", unit),)
    if found["less"] or found["more"]:
        return (("unit", unit), ("atMost" if found["less"] else "atLeast", _plain(number)))
    return (("unit", unit), ("quantity", _plain(number)))


_LEAD = re.compile(
    r"(?:here\s+follows?|omitted\s+here\s+(?:is|are)|there\s+follows?|the\s+(?:next|last|remaining|first|following))?|about|approximately|",
    re.IGNORECASE,
)
_FRACTIONS = {"½": 0.5, "1/2": 0.5, "1/4": 0.25, "3/4": 0.75, "1/3": 0.33, "2/3": 0.67}


def _value(printed: str) -> float:
    """`7`, `1-1/2`, `½`, `two` as a number."""
    word = printed.lower()
    if word in _NUMBER_WORDS:
        return _NUMBER_WORDS[word]
    whole, _, fraction = re.sub(r"[-–\s]+", " ", word).partition(" ")
    if whole in _FRACTIONS:
        return _FRACTIONS[whole]
    return float(whole) + _FRACTIONS.get(fraction, 0)


def _plain(number: float) -> str:
    return f"{number:g}"


_REMARK = re.compile(
    r"sic\b.*|.*\b(?:laughter|applause|footnote|enclosure|attachment|annex|tab|page|pages|interruption|original|received|document"
    r"|extracts?|excerpts?|sgd|signed|seal|brackets)\b.*|\d+|[*†‡]+|\^\d+|[ivxl]+|\d+ of \d+|\w+:.*|…"
    r"|(?-i:[A-Z]{3,}).*",
    re.IGNORECASE | re.DOTALL,
)
"""Brackets that are no insertion by the editors: remarks, note marks, stage directions, references."""
_VERB_AFTER = re.compile(r" [a-z]{2,}")
"""What tells the pronoun in `[I] would like` from a roman number."""
_WORD_BEFORE = re.compile(r"(?P<word>[^\W\d_][\w’'ʼ-]*)[ ]\Z")
_INSIDE_WORD = re.compile(r"[^\W\d_]{1,12}")
_FUNCTION_WORDS = re.compile(r"(?:[a-z’'ʼ-]+|I|U\.S\.)(?:\s[a-z’'ʼ-]+){0,4}\??")


def _insertion(passage: Passage, bracket: re.Match[str]) -> Iterator[Claim]:
    """`supplied` for letters within a word, for a better spelling of the word before, and for a few words in a
    sentence."""
    text, words = passage.text, bracket["in"]
    before, after = text[max(bracket.start() - 30, 0) : bracket.start()], text[bracket.end() : bracket.end() + 1]
    glued = (
        before[-1:].isalpha() or (after.isalpha() and not before[-1:].isspace()) or (after.isalpha() and len(words) < 4)
    )
    if _INSIDE_WORD.fullmatch(words) and (glued or after.isalpha()) and not words.isdigit():
        yield _supplied(passage, bracket, "gaps/letters", Certainty.HIGH, ())
        return
    if _REMARK.fullmatch(words) and not (words == "I" and _VERB_AFTER.match(text, bracket.end())):
        return
    word = _WORD_BEFORE.search(before)
    if word and " " not in words and near(word["word"], words):
        yield _supplied(passage, bracket, "gaps/correction", Certainty.HIGH, (("reason", "correction"),))
    elif _FUNCTION_WORDS.fullmatch(words) and before[-1:] == " " and (after == "" or after in " ,.;:?!)"):
        yield _supplied(passage, bracket, "gaps/words", Certainty.MEDIUM, ())


def _supplied(passage: Passage, bracket: re.Match[str], rule: str, cert: Certainty, attrs: Attrs) -> Claim:
    return Claim(passage.source(*bracket.span()), "supplied", rule, cert, attrs)
