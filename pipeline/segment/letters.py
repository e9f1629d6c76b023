"""How letters and despatches open and close, in particular those of older volumes.

    Mr. Adams to Mr. Seward.                    an exchange: who writes to whom
    No. 931.]                                   a line of the opening
    Legation of the United States,              an office above place and date
    London, April 20, 1865.
    Sir: I have the honor to transmit …         a salutation in the line of the first sentence
    I have the honor to be, sir, your obedient servant,     a courtesy: the complimentary close
    CHARLES FRANCIS ADAMS.                      a name that closes with a stop
    Hon. William H. Seward, Secretary of State  the addressee

Each predicate looks at one line without its note mark.
"""

from __future__ import annotations

import re

from pipeline.grammar.names import PERSONAL_TITLES
from pipeline.grammar.salutations import salutation
from pipeline.model import Span
from pipeline.segment.lines import Line

_SMALL = frozenset(
    "of the to at in for and on a an de del la le du van von ad interim near with then temporarily".split()  # noqa: SIM905
)
"""Words in small letters that the names of offices and countries have."""
_PARTY = re.compile(
    r"(?:The|All|Certain|Various|Diplomatic|His|Her|Their|Acting|Vice|Assistant|Earl|Marquis|Marquess|Signor|Senhor"
    r"|[A-Z]\w+’s)\b"
)
_OFFICE_AND_NAME = re.compile(
    r"(?:(?!From|By)[A-Z][\w.’-]*\s){0,3}?(?:Agent|Admiral|Ambassador|Minister|Consul|Chargé|Envoy|Commissioner|Attaché"
    r"|Secretary|Delegate|Representative|Governor|President|Commander|Counsel(?:l?or)?|Inspector|Plenipotentiary)\s(?:General\s)?"
    r"(?!Mission|Office|General)[A-Z]"
)
"""An office with its name: `Special Agent Carothers`, `Consular Agent Tucker`, `Naval Attaché McCully`."""
_NO_SENDER = re.compile(
    r"\b(?:Visit|Trip|Journey|Tour|Letter|Reply|Answer|Response|Message|Note|Telegram|Call|Address|Toast|Remarks|Speech"
    r"|Statement|Approach|Report|Memorandum|Appeal|Invitation|Proposal|Aid|Assistance|Access|Return|Appointment)s?\Z"
)
"""What goes to somebody is no sender: `The President’s Visit to the Far East`."""
_WORD = re.compile(r"[^\W\d_][\w.’'-]*")
_EXCHANGE = 150
"""The title of a letter is not longer than this many characters."""


_AND_SO_ON = re.compile(r"(?:,?\s(?:etc|&c)\.?,?)+\Z")


def is_exchange(text: str) -> bool:
    """A title that says who writes to whom: `Mr. Adams to Earl Russell`, `The Chargé in China (Holcombe) to the
    Secretary of State.` Nothing in it is a verb: all words but those of offices begin with a capital."""
    if len(text) > _EXCHANGE or " to " not in text or any(mark in text for mark in '?!:;“”"'):
        return False
    sender, to, recipient = _AND_SO_ON.sub("", text).rstrip(".,").partition(" to ")
    if not to or not _is_party(recipient[:1].upper() + recipient[1:]):
        return False
    if _NO_SENDER.search(sender):
        return False
    if not _is_party(sender) and not (1 < len(sender.split()) < 5 and recipient.startswith(("Mr. ", "Sir ", "Lord "))):
        return False
    words = _WORD.findall(f"{sender} {recipient}")
    return all(word[0].isupper() or word in _SMALL for word in words)


def _is_party(text: str) -> bool:
    first = text.split(maxsplit=1)[0].rstrip(".").casefold() if text.strip() else ""
    named = first in PERSONAL_TITLES or _PARTY.match(text) or _OFFICE_AND_NAME.match(text)
    return bool(named) and len(text.split()) > 1


_VISIBLE = re.compile(r"\S")


def greeting(text: str, line: Line, end: int) -> tuple[Span, Span] | None:
    """The salutation with which a paragraph of a text begins, and the rest of the paragraph, which ends at `end`;
    `line` is its first. None if it begins with none."""
    width = salutation(line.text)
    if not width:
        return None
    stop = line.start + width
    rest = _VISIBLE.search(text, stop, end)
    return Span(line.start, stop), Span(rest.start() if rest else end, end)


_OPENING = re.compile(
    r"""No\.\s?\d[\w/–-]*\s?\.?\]?                            # No. 931.]   No. 412   No. 61/58
    |[\[(](?:Received|Rec’d)\b.{0,60}[\])]\.?                 # [Received May 31.]
    |\[?(?:Telegram|Circular|Translation|Paraphrase|Extracts?|Confidential|Private|Unofficial|Personal|Copy)\b
        (?:[\s.,;:—–-]*(?:Telegram|Circular|Translation|Paraphrase|Extracts?|Confidential|Private|Unofficial|Personal
        |Copy|and|from\ \w+))*[.]?\]?[.]?                     # [Telegram—Paraphrase.]   Confidential.]""",
    re.VERBOSE,
)


def is_wire(text: str) -> bool:
    """A line that says that a telegram follows: `[Telegram.]`, `[Telegram—Paraphrase.]`."""
    return text.startswith("[Telegram") and is_opening(text)


def is_opening(text: str) -> bool:
    """A line between title and salutation: the number of a despatch, how it was sent, when it was received."""
    return (text.endswith(("]", ")", ".")) or text[:1] == "N") and bool(_OPENING.fullmatch(text))


_INVOCATION = re.compile(
    r"(?:(?:In|By) the name of (?:(?:the )?(?:Almighty|Most High) )?(?:God|Allah)\b"
    r"|(?:All )?(?:Praise|Thanks|Glory) (?:be )?to (?:God|Allah)\b|Bismillah|God is (?:most )?great)",
    re.IGNORECASE,
)


def is_invocation(text: str) -> bool:
    """A line with which letters begin in God’s name: `In the name of God, the Merciful, the Compassionate`."""
    return len(text) < 110 and _INVOCATION.match(text) is not None


_NUMBERED = re.compile(r"No\.\s?\d[\w–-]*\s?\.?\]\s*(?=[A-Z])")


def number_before(text: str) -> int:
    """The length of a despatch's number in the line of place and date: `No. 9.]Peking, May 3, 1895.`"""
    found = _NUMBERED.match(text)
    return found.end() if found else 0


_PAPER_NUMBER = re.compile(
    r"(?:(?:Airgram|Despatch|Instruction|Note|Telegram|Circular|Log)\s)?"
    r"(?:[A-Z]{1,6}[–-]\d{1,5}(?:[–-]\d{2,4})?|(?:[A-Z]{2,6}\s){0,2}N[or]\.\s?\d[\w./–-]*|[A-Z]{2,6}\s\d{1,5}(?:[/–-]\d{1,4})*"
    r"|\d{1,5}/[A-Z]{1,3}|(?<=\s)\d{1,5})",
)


def is_paper_number(text: str) -> bool:
    """The number a paper has in the series of those who wrote it: `A–155`, `OCI No. 2049/66`, `452/D`; asked only
    above a dateline or a salutation."""
    return len(text) < 40 and text[-1:].isalnum() and _PAPER_NUMBER.fullmatch(text) is not None


def is_office_line(text: str) -> bool:
    """A line that the dateline goes on with: `Legation of the United States,`; asked only above a dateline."""
    return text.endswith(",") and len(text) < 80 and text[:1].isupper() and "." not in text[:-1]


_COURTESY = re.compile(
    r"""(?:I|We|With|Accept|Receive|Please|Be\ pleased|Permit|Allow|Renewing|Assuring|Begging|Praying)\b[^.?!]{0,40}
        (?:[^?!]{0,240}\b(?:obedient|humble|faithful)\b[^.?!]{0,40}\bservants?
        |[^?!]{0,240}\b(?:consideration|esteem)(?:\sand\s(?:\w+\s){0,2}(?:friendship|respect|regards?|esteem))?
        |[^?!]{0,160}?\bhonou?r\sto\s(?:be|remain|subscribe\smyself)(?=,)[^?!]{0,60}(?=,\Z)
        |[^.?!]{0,60}[\s,(\[](?:&c|etc))\b[,.\])]*(?:\s?(?:&c|etc)[.,]*)*""",
    re.VERBOSE,
)
_COURTEOUS = ("servant", "consideration", "esteem", "&c", "etc", "honor to", "honour to")
"""One of these a courtesy has; most lines are spared the pattern."""
_CLAUSE_END = re.compile(r"[a-z]{2,}\.\s+[A-Z]")


def is_courtesy(text: str) -> bool:
    """A complimentary close of the long kind: `I pray your lordship to accept the assurances of the highest
    consideration with which I have the honor to be, my lord, your lordship’s most obedient servant,`"""
    if len(text) >= 320 or not any(word in text for word in _COURTEOUS):
        return False
    return _COURTESY.fullmatch(text) is not None and not _CLAUSE_END.search(text)


_ADDRESSEE = re.compile(
    r"(?:To\s+)?(?:The\s+|the\s+)?(?:Citizen\s|(?:(?:Right|Rt\.)\s+)?Hon(?:ou?rable|\.|\b)"
    r"|(?:His|Her|Your|Their)\s+(?:Excellenc|Majest|Highness|Lordship)"
    r"|H\.\s?E\.|Messrs\.)"
)
_ADDRESSED_TO = re.compile(r"\bEsq(?:uire|rs)?\b|(?:&c|etc)\.?,?\s*(?:&c|etc)")


def is_addressee(text: str) -> bool:
    """Who is written to, below the signature: `Hon. William H. Seward,`, `Earl Russell, &c., &c., &c.`"""
    return len(text) < 120 and bool(_ADDRESSEE.match(text) or _ADDRESSED_TO.search(text))
