"""What a single line looks like: dateline, list heading, close, signature, heading, attachment.

Each predicate looks at the text of one line without its note mark and says what it may be; the reader decides with
what stands around it.
"""

from __future__ import annotations

import re

from pipeline.grammar import datelines
from pipeline.segment.letters import is_courtesy

_SEAT = re.compile(
    r"\[?(?:Washington|London|Paris|Moscow|New York|Bonn|Berlin|Rome|Vienna|Geneva|Brussels|The Hague|Bern|Madrid|Tokyo"
    r"|Peking|Beijing|Saigon|New Delhi|Cairo|Tel Aviv|Tehran|Ankara|Athens|Ottawa|Mexico City|Havana"
    r"|Canberra|Wellington|Djakarta|Jakarta|Karachi|Islamabad|Rangoon|Bangkok|Manila|Seoul|Taipei|Vientiane|Phnom Penh"
    r"|Kuala Lumpur|Colombo|Kabul|Baghdad|Damascus|Beirut|Amman|Jidda|Khartoum|Addis Ababa|Nairobi|Lagos|Accra|Pretoria"
    r"|Cape Town|Leopoldville|Algiers|Tunis|Rabat|Rio de Janeiro|Buenos Aires|Lima|Bogot[áa]|Caracas|Lisbon|Warsaw"
    r"|Prague|Budapest|Bucharest|Sofia|Belgrade|Stockholm|Oslo|Copenhagen|Helsinki|Dublin|Petrograd|Constantinople)\]?[.,]?"
)
"""Where papers are written; alone under the title it is a dateline without a date."""

LIST_HEADS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("subject", re.compile(r"SUBJECTS?|SUBJ|RE", re.I)),
    (
        "participants",
        re.compile(
            r"(?:[A-Z][\w.]*[ ]){0,3}PARTICIPANTS?|(?:ALSO[ ])?PRESENT"
            r"|(?:THOSE|PERSONS|MEMBERS)[ ](?:PRESENT|ATTENDING)\b.{0,30}"
            r"|(?:IN[ ])?ATTENDANCE|ATTENDEES|PARTICIPATION|(?:OTHERS|OTHER[ ]PERSONS)[ ]PRESENT|PRESENT[ ]WERE"
            r"|LIST[ ]OF[ ](?:PARTICIPANTS|ATTENDEES|PERSONS[ ]PRESENT)",
            re.I,
        ),
    ),
    ("to", re.compile(r"TO|MEMORANDUM[ ]FOR|FOR", re.I)),
    ("from", re.compile(r"FROM", re.I)),
    ("through", re.compile(r"THROUGH|THRU|VIA", re.I)),
    ("references", re.compile(r"REFS?|REFERENCES?|REFTELS?", re.I)),
    ("date", re.compile(r"DATE(?:[ ]AND[ ]TIME)?|TIME(?:[ ]AND[ ]PLACE)?|DATE,[ ]TIME,?[ ](?:AND|&)[ ]PLACE", re.I)),
    ("place", re.compile(r"PLACE|LOCATION", re.I)),
    ("copies", re.compile(r"CC|COPIES(?:[ ]TO)?|DISTRIBUTION|INFO(?:RMATION)?", re.I)),
)
"""Type of a list → the heading that opens it."""
_FIELD = re.compile(r"(?P<head>[A-Z][A-Za-z.,&’' ]{0,40}?)\s?:(?:\s+(?P<value>\S.*))?$")

_CLOSE = re.compile(
    r"""^(?:(?:with|best|kind|kindest|warm|warmest)\b.{0,40}
        \b(?:regards?|wishes|respects?|thanks|esteem|affection|consideration)\b.{0,30}
    |(?:very[ ])?(?:sincerely|respectfully|faithfully|cordially|truly)\b(?:[ ](?:yours|submitted))?
    |(?:(?:i[ ]am|(?:and[ ])?i[ ]remain|we[ ]are|we[ ]remain|believe[ ]me)\b(?:[^.?!:]{0,40},)?[ ])?
        your(?:[ ]\w+){0,3}[ ](?:friends?|brother|colleague|comrade|servants?)(?:[ ]and[ ](?:\w+[ ]){0,2}\w+)?
    |(?:i[ ]am,?[ ])?(?:ever[ ])?yours\b(?:[ ](?:very|most|ever)){0,2}
        (?:[ ](?:sincerely|truly|faithfully|respectfully|cordially|ever))*
    |(?:please[ ])?accept\b.{0,80}(?:\b(?:consideration|esteem|assurances?)
            (?:[ ]and[ ](?:\w+[ ]){0,2}(?:friendship|respect|regards?|esteem))?
        |\[?etc\.?\]?)
    |(?:i|we)[ ](?:have|am|are|remain|beg)\b.{0,40}(?:\[?etc\.?\]?|\bservants?|\brespectfully)
    |(?:with[ ]respect|as[ ]ever|as[ ]always)
    |by[ ](?:direction|order|command)[ ]of\b.{0,50}
    |for[ ]the[ ](?:(?:acting|deputy|under)[ ])?
        (?:secretary|ambassador|president|minister|ministry|government|commission)(?:[ ]of[ ].{0,40})?)[,.:]?$""",
    re.VERBOSE | re.I,
)
_ATTACHMENT = re.compile(
    r"^[\[(]?(?:Sub-?)?(?:(?i:enclosures?|attachments?|annex|appendix|tab|exhibit)|[Ii]nclosures?|INCLOSURES?|Addendum)\b"
    r"(?:[ ](?:No\.[ ])?[“\"]?(?:[A-Z0-9]{1,4}|[A-Z]–[0-9])[”\"]?)?(?:[ ]in[ ]No\.[ ]\d+)?"
    r"(?:\.?[ ]?[-–—][ ]?(?:(?:Translation|Extracts?|Paraphrase|Telegram|Memorandum|Note|Draft|Circular|Copy)\b"
    r"[ ,—–.-]*)+)?"
    r"\.?[\])]?$"
)
"""`[Enclosure]`, `Attachment 3`, `Tab A`, `[Enclosure 1—Translation]`, `[Inclosure 2 in No. 45.—Extract.]`."""
_NAME_WORD = re.compile(
    r"(?:\[?(?:[A-Z][\w.’'ʼ\-]*)(?:\[[\w.]+\][\w.]*)*\]?|[A-Z]\.|de|von|van|der|du|la|le|of|and|the|/s/|\[\w+\]|\(\w+\)|Jr\.?,?|[IVX]+)$"
)
_GENERATION = re.compile(r",(?= (?:Jr|Sr|II|III|IV)\b\.?\Z)")
"""The comma before what tells son from father: `James S. Lay, Jr.`"""
_STOPPED_NAME = re.compile(r"(?=[^a-z]+$|.*\b[A-Z]\. )(?:[A-Z][\w’'-]++|[A-Z]\.)(?:\s?(?:[A-Z][\w’'-]++|[A-Z]\.))+\.")
"""A signature that ends with a stop, as older volumes print it: `CHARLES FRANCIS ADAMS.`, `Charles S. Denby.`"""
_COPIES = re.compile(r"(?:cc|CC|Cc|Copies(?: to)?|Clearances?|Concurrences?|Distribution):")
_POSTSCRIPT = re.compile(
    r"(?:P\.? ?){1,2}S\.?[ :—–-]|Postscript\b|(?:Enclosures?|Attachments?|Encls?\.?)(?::|$)"
    rf"|{_COPIES.pattern}"
)
_COUNTED = re.compile(r"\d{1,2}\.\s+[A-Z(\"“]")
_OPTION = re.compile(
    r"(?:(?:Dis)?approved?|(?:Dis)?agreed?|Yes|No|(?:See|Call|Speak to) me|Let[’']s (?:discuss|talk)|Discuss|Other"
    r"|Concur|(?:Approve|Prefer)d? (?:option|alternative) \w{1,3}|(?:Option|Alternative) \w{1,3})\.?",
    re.IGNORECASE,
)
_SENTENCES = re.compile(r"[a-z]{3,}[.?!][”\"]?\d{0,2}\s+[A-Z(“]")
_HEADING = re.compile(r"(?:\d{1,2}\.\s+|[IVX]{1,5}\.\s+)?[A-Z].*[^.?!:;,”\"—\s](?<! and)(?<! or)|[A-Z]")
_COUNTED_HEADING = re.compile(r"(?:\d{1,2}|[IVX]{1,5}|[A-Z])\.\s+[A-Z][^a-z]{2,}\.?")
_MARK_END = re.compile(r"(?<=[^\W\d])\s?\d{1,2}$|(?<=[.)\]”])\s?\d{1,2}[a-d]?$|[*†‡]+$")
_MARK_SIGNS = frozenset("abcd*†‡")
"""What a note mark at the end of a line may end with, besides figures."""

_FINITE = re.compile(
    r"\b(?:am|is|are|was|were|has|have|had|will|would|shall|should|can|could|may|might|must|does|did|says|said|told"
    r"|presents|refers|encloses|transmits|acknowledges|desires|wishes|begs|avails|informs|believes|went|came|took|gave)\b"
)
"""Verbs that no title has, in small letters: `The Embassy presents its compliments to the Ministry …`."""

SHORT = 110
"""A heading or an entry of a list is not longer than this many characters."""


def unmarked(text: str) -> str:
    """The line without a note mark at its end: `McGeorge Bundy 3` → `McGeorge Bundy`."""
    if not text[-1:].isdigit() and text[-1:] not in _MARK_SIGNS:
        return text
    match = _MARK_END.search(text, max(0, len(text) - 4))
    return text[: match.start()].rstrip() if match else text


def has_verb(text: str) -> bool:
    """Whether a line has the finite verb of a sentence, as no title has."""
    return _FINITE.search(text) is not None


def is_titular(text: str) -> bool:
    """Whether a line, however long, has the form of a title: one phrase that begins with a capital, without a finite
    verb, and does not lead on to what follows."""
    return text[:1].isupper() and text[-1] not in ":;,?!" and not _SENTENCES.search(text) and not has_verb(text)


def is_dateline(text: str) -> bool:
    """A place, a date as the grammar of dates reads it, perhaps an hour, and nothing else but a mark of a note."""
    return any(map(datelines.is_dateline, dict.fromkeys((text, unmarked(text)))))


def is_seat(text: str) -> bool:
    """A place alone on its line: `Washington`, `[Paris.]`."""
    return bool(_SEAT.fullmatch(unmarked(text)))


def list_type(head: str) -> str:
    """The type of the list that a heading opens (`PARTICIPANTS` → `participants`), or an empty string."""
    head = head.rstrip(": ")
    return next((kind for kind, pattern in LIST_HEADS if pattern.fullmatch(head)), "")


def field(text: str) -> tuple[str, int, str] | None:
    """A cover sheet field: `SUBJECT: Food Policy` → (`subject`, 8 = length of the label with its colon, value)."""
    match = _FIELD.match(text)
    kind = list_type(match["head"]) if match else ""
    return (kind, text.index(":") + 1, match["value"] or "") if match and kind else None


def is_close(text: str) -> bool:
    """A complimentary close: `Sincerely yours,`, `I have the honor to be, sir, your obedient servant,`."""
    text = unmarked(text)
    return is_courtesy(text) or (len(text) < 100 and bool(_CLOSE.match(text)))


def is_postscript(text: str) -> bool:
    """What stands under a signature: `P.S. Please show this to Ray.`, `Enclosure: Draft note`."""
    return bool(_POSTSCRIPT.match(text))


def is_copies(text: str) -> bool:
    """Who has a copy of a paper or has cleared it; the names below such a label sign nothing."""
    return bool(_COPIES.match(text))


def is_counted(text: str) -> bool:
    """A paragraph of the text with its number: above it no document closes, but a letter quoted in it."""
    return _COUNTED.match(text) is not None


def is_option(text: str) -> bool:
    """One of the answers that a paper offers its reader to mark: `Approve`, `Disapprove`, `See me`."""
    return len(text) < 30 and _OPTION.fullmatch(text) is not None


def is_attachment(text: str) -> bool:
    """The heading of an attachment: `[Enclosure]1`, `Attachment 3`, `Tab A`."""
    return any(_ATTACHMENT.match(form) for form in dict.fromkeys((text, unmarked(text))))


def is_name(text: str) -> bool:
    """Whether a line may be a signature: a few capitalized words, or initials; no sentence."""
    text = unmarked(text)
    words = _GENERATION.sub("", text).split()
    if not 1 <= len(words) <= 6 or len(text) > 60 or any(c.isdigit() for c in text) or text.endswith((":", "?", "!")):
        return False
    if text.endswith(".") and not re.search(r"(?:\b[A-Z]|Jr|Sr)\.$", text) and not _STOPPED_NAME.fullmatch(text):
        return False
    return all(_NAME_WORD.match(word) for word in words)


_ARTICLE = re.compile(r"(?i:article|art\.)\s(?:[IVXLC]{1,7}|\d{1,3}|[Ff]irst|FIRST)\.?")


def is_article(text: str) -> bool:
    """The number of an article of a treaty alone on its line: `Article IV.`"""
    return bool(_ARTICLE.fullmatch(unmarked(text)))


def is_heading(text: str) -> bool:
    """A short line that begins with a capital or a counted capital and ends without the stop of a sentence; a counted
    line in capitals (`I. OBJECTIVES.`) may have one. Neither two sentences nor a line to be filled in are a heading."""
    text = unmarked(text)
    if not 0 < len(text) <= SHORT or len(text.split()) > 14 or "__" in text or _SENTENCES.search(text):
        return False
    return bool(_HEADING.fullmatch(text) or _COUNTED_HEADING.fullmatch(text) or _ARTICLE.fullmatch(text))
