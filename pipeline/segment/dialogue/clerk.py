"""What the clerk of a house or the secretary of a body writes between the turns: whole paragraphs, nobody's words.

Motion agreed to.                              what the house did with its business
At six o'clock the house took recess.          when it sat
Mr. Slim (Tunisia), Vice-President, took the Chair.
The Council: ¶ a. Noted the report.            what a body decided, in points
A vote was taken by show of hands.             how it did
Vorster joined the group.                      who came and went
12.04 hrs.                                     when the next turn began
Opposition members interjecting -              what was heard between two turns

The last two may stand within a turn too, which then goes on.
"""

from __future__ import annotations

import re

from pipeline.grammar.datelines import is_dateline
from pipeline.segment.dialogue.printed import TITLES

_LONGEST = 400
_BODY = (
    r"(?:[Hh]ouse|[Ss]enate|[Aa]ssembly|[Cc]hamber|[Cc]ommittee|[Ss]ub-?[Cc]ommittee|[Cc]ouncil|[Cc]ommission|[Cc]ourt"
    r"|[Ss]itting|[Ss]ession|[Mm]eeting|[Cc]onference|[Cc]abinet|[Bb]oard)"
)
_BUSINESS = (
    r"(?:Original\s|Previous\s|Main\s|Government\s|New\s)?(?:Motion|Amendment|Sub-?amendment|Question|Resolution|Bill"
    r"|Clause|Section|Item|Vote|Debate|Leave|Preamble|Title|Schedule|Report|Progress|Order|Address|Paragraph"
    r"|Consideration|Standing\sOrder)s?"
)
_DONE = (
    r"(?:agreed\s(?:to|upon)|negatived|carried|lost|adopted|rejected|withdrawn|defeated|passed|adjourned|granted|refused"
    r"|reported|approved|resolved|read\s(?:a|the)\s\w+\stime)"
)
_ACTS = (
    # Motion agreed to. Clause 3, as amended, agreed to. Question put and negatived. Bill read a second time.
    rf"{_BUSINESS}(?:\s(?:No\.?\s?)?\d{{1,3}}|\s\([^()]{{2,60}}\)|,?\s(?:as\samended|by\sleave),?|,?\s(?:put,?\s)?and){{0,3}}"
    rf"\s(?:(?:was|were|is|accordingly|thereupon|so)\s){{0,2}}{_DONE}"
    r"(?:,?\s(?:and|on|without|nemine|unanimously|by|at|to|from|until|accordingly|for|with|after|as|that)\b[^.?!]{0,100})?\.?",
    r"Question\s(?:put|proposed)\.?",
    # At six o'clock the house took recess. The committee rose at 4.15 p.m.
    rf"(?:At\s[^.?!]{{2,40}},?\s)?[Tt]he\s(?:[\w-]+\s){{0,3}}{_BODY}\s(?:then\s|again\s)?(?:took\s(?:a\s)?recess|adjourned"
    r"|rose|recessed|resumed|reconvened|divided|dispersed|met(?=\.?\Z|\s(?:at|on|again|in|pursuant))|went\sinto\s\w+|stood\sadjourned"
    r"|was\s(?:called\sto\sorder|suspended|adjourned|closed))\b(?:[^.?!]|\.(?=[\dm])){0,100}\.?",
    # Mr. Slim (Tunisia), Vice-President, took the Chair. [MR. DEPUTY-SPEAKER in the Chair]
    rf"(?:The\s|(?:{TITLES})\.?\s)[^.?!]{{2,140}}?\s(?:then\s)?(?:took|resumed|left|vacated|occupied)\sthe\s[Cc]hair\b"
    r"[^.?!]{0,80}\.?",
    r"\[?M[Rr]s?\.?\s[^.?!]{2,60}\sin\sthe\s[Cc]hair[.\]]*",
    # The Council:
    rf"The\s(?:[A-Z][\w-]+\s){{0,3}}{_BODY}(?:\sthen|\salso)?\s?[:：]",
    # It was so decided. A vote was taken by show of hands. The Court rose. Vorster joined the group.
    r"(?:It\swas\sso\s(?:decided|agreed|ordered|resolved)"
    r"|A\s(?:[\w-]+\s){0,2}vote\swas\s(?:then\s)?taken\b[^.]*"
    r"|The\s(?:[\w-]+\s){0,4}(?:resolution|amendment|motion|proposal|agenda|paragraph|report|minutes|text|article|question"
    r"|clause|preamble|nomination)s?\s(?:[\w()/.-]+\s){0,6}?(?:was|were)\s(?:[a-z]+\s){0,2}(?:adopted|approved|rejected"
    r"|carried|put\sto\sthe\svote|agreed\sto|withdrawn|negatived|lost|defeated|passed)\b[^.]*"
    r"|At\sthe\s(?:invitation|request)\sof\sthe\s(?:President|Chairman|Chair)\b.{3,160}\s(?:took|withdrew|left|was\sescorted)"
    r"\b[^.]*|The\sCourt\s(?:rose|withdrew|adjourned|resumed)\b.*"
    r"|(?:The\s(?:[\w-]+\s){0,3}|(?:[A-Z][\w’'.-]*\s){1,4})(?:joined|rejoined|entered|left)\sthe\s(?:group|meeting|room|party"
    r"|conversation|discussion|talks))\.?\d{0,3}",
)
_ACT = re.compile("|".join(_ACTS))
_BEGINNING = re.compile(
    r"(?:The\s|This\s)?(?:[\w-]+\s){0,4}(?:meeting|hearing|committee|conference|session|interview|House|conversation"
    r"|reception|talks?|audience)\s(?:adjourned|recessed|ended|closed|concluded|rose|lasted"
    r"|resumed|was\s(?:adjourned|suspended|resumed))"
    r"|\(?Whereupon\b"
    r"|(?:The\s(?:[\w-]+\s){0,2}(?:Council|Committee|Cabinet|Conference|Board|Group|Delegates)|It\swas)"
    r"\s(?:then\s|also\s)?(?:agreed|decided|resolved|noted|approved)\b[^.]{0,40}[-–—:]$",
    re.IGNORECASE,
)
"""With what others of his paragraphs begin: `The meeting ended at 6 p.m.`, `The Council agreed on the following:`"""
_BETWEEN = re.compile(
    r"[\[(]?\d{1,2}(?:[.:]\d\d)?\s?(?:hrs|hours|a\.?m|p\.?m|noon|midnight)\.?[\])]?"
    r"|(?:(?:Some|Several|Government|Opposition)\s)?(?:[Hh]on(?:\.|ou?rable)?\s)?[Mm]embers?\s(?:interjecting|rose|rising"
    r"|interrupting|having\sinterjected)\b[^.?!]{0,60}[\s.–—-]*"
)
_LINE_END = re.compile(r"\.?\s*\n\s*")


def writes(words: str) -> bool:
    """Whether a paragraph (single blanks between its words) is a clerk's, after whom somebody is named who speaks."""
    return _BEGINNING.match(words) is not None or (len(words) < _LONGEST and _ACT.fullmatch(words) is not None)


def notes(words: str) -> bool:
    """Whether a paragraph only notes the time or a noise: whose turn it is does not change by that."""
    return len(words) < _LONGEST and _BETWEEN.fullmatch(words) is not None


def dates(text: str) -> bool:
    """Whether a paragraph is the place and date below the last turn: `Canberra. ¶ 25th February, 1969.`"""
    line = _LINE_END.sub(", ", text.strip())
    return "," in line and not line[:1].isdigit() and is_dateline(line)
