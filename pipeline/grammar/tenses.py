"""Whether the words around a date speak of what is to come.

    The President will visit Moscow in November  →  Tense.AHEAD
    he would visit Moscow in November            →  Tense.PERHAPS_AHEAD: ahead of his words, and they are of that day
    we will reply to your letter of April 20     →  None: the date belongs to the letter

A date that tells when something happens stands behind a preposition; the verb nearest before it in its clause counts,
and where the date begins the clause (`In November the President will …`) the first one after it.
"""

from __future__ import annotations

import re
from enum import Enum

from pipeline.grammar.date_words import led, verbose


class Tense(Enum):
    """How surely the day lies ahead of the document's."""

    AHEAD = "ahead"
    PERHAPS_AHEAD = "perhaps ahead"


_WINDOW = 110
"""How many characters before a date, and after it, belong to its clause at most."""
_WHEN = led(
    r"\b(?:in|on|by|until|till|for|before|after|during|from|starting|beginning|effective|around|about|at)\s"
    r"(?:or\s(?:about|before|after|around)\s)?"
    r"(?:(?:the\s)?(?:beginning|start|middle|end|close|first\shalf|second\shalf|first\sweek|last\sweek|"
    r"(?:early|latter)\spart)\sof\s|(?:early|late|mid)(?:\sin)?[\s-]|(?:the\s)?(?:month\sof\s)?)?"
    r"|\b(?:no|not)\slater\sthan\s|\bas\s(?:early|late|soon)\sas\s|\bscheduled\s"
)
_DEADLINE = led(r"\b(?:by|until|till|before|than)\s(?:[a-z]+\s){0,3}")
_FEW_WORDS = re.compile(r"(?:\s[a-z]+){0,2}\s?")
"""What may stand between `should` and a weekday of which it speaks: `should meet Tuesday`."""
_CLAUSE = re.compile(
    r"[.?!]\s|[;:—]|\b(?:that|which|who|whom|whose|what|when|where|while|whereas|because|since|although|though|as|but|"
    r"if|unless|whether|than)\s"
)
"""Where a clause begins; a date of another clause has another verb."""
_PLANNED = (
    r"(?:scheduled|planned|slated|expected|intended|envisaged|anticipated|projected|foreseen|hoped|proposed|set|due)"
)
_REMEMBER = r"(?:\s(?:not|never|always|also))?\s(?:forget|remember|recall|regret|refer|mention|note)\b"
"""What we shall not forget lies behind us, whatever the verb says."""
_VERB = verbose(
    rf"""\b(?=[a-z])
      (?: (?P<ahead> (?:will|shall)(?!{_REMEMBER}) (?:\snot)? (?:\s[a-z]+ly)?
              (?:\shave(?:\sbeen)?\s[a-z]+ | \sbe\s[a-z]+)? | won[’']t
            | (?:is|are)\s(?:now\s|still\s)?(?: to | going\sto | {_PLANNED}(?=\sto\s|\s?\Z) )
            | (?:plan|intend|expect|hope|propose)s?\sto
            | forthcoming | upcoming | coming | next
            | leaves | departs | arrives | expires | convenes | takes\splace | comes\sinto\s(?:force|effect) )
      | (?P<perhaps> would(?:\snot)?(?!\s(?:not\s|never\s)?have\b) (?:\sbe\s[a-z]+)? | (?:was|were)\sto(?!\shave)
            | (?<!seem\s)(?<!seems\s)(?<!seemed\s)(?<!appear\s)(?<!appears\s)(?<!appeared\s)to\sbe\s[a-z]+
            | (?:(?:was|were|been)\s)?{_PLANNED}(?=\sto\s|\s?\Z) )
      | (?P<must> (?:must|should|ought\sto|ha(?:s|ve)\sto|needs?\sto)(?!\shave\b) (?:\snot)? (?:\sbe\s[a-z]+)? )
      | (?P<other> [a-z]+(?<![eu])ed(?<!hundred) | agreed | was | were | did | said | told | met | came | went | left
            | took | taken | made | gave | given | saw | seen | held | sent | wrote | written | began | begun | became
            | spoke | brought | thought | knew | found | got | ran | fell | rose | paid | led | won | lost | done | put
            | would\s(?:not\s|never\s)?have | may | might | can | could | is | are | has | have | had ) )\b"""
)
"""The verbs of a clause, by what they say; `must` speaks of a day to come only before `by`, `until` or a weekday that
follows at once, and `other` are those that leave it open: perfects and past tenses, for what an editor’s note tells as
past may lie ahead of the document.
"""


def tense_at(text: str, at: int, *, bare: bool = False) -> Tense | None:
    """What the clause says of the date at offset `at`; None if it says nothing.

    A weekday may do without its preposition (`bare`): `The Secretary leaves Wednesday.`
    """
    lead = _WHEN.search(text, max(at - 40, 0), at)
    if lead is None and not bare:
        return None
    start = lead.start() if lead else at
    before = text[max(start - _WINDOW, 0) : start]
    begun = [one.end() for one in _CLAUSE.finditer(before)]
    clause = before[begun[-1] if begun else 0 :]
    verbs = list(_VERB.finditer(clause))
    if verbs:
        directly = bare and _FEW_WORDS.fullmatch(clause, verbs[-1].end()) is not None
        return _says(verbs[-1], directly or _DEADLINE.search(text, max(at - 40, 0), at) is not None)
    if clause.strip(' ,“"') or not (begun or len(before) == start):
        return None
    after = text[at : at + _WINDOW]
    ended = _CLAUSE.search(after)
    verb = _VERB.search(after, 0, ended.start() if ended else len(after))
    return _says(verb, deadline=False) if verb else None


def _says(verb: re.Match[str], deadline: bool) -> Tense | None:
    if verb["ahead"] or (verb["must"] and deadline):
        return Tense.AHEAD
    return Tense.PERHAPS_AHEAD if verb["perhaps"] else None
