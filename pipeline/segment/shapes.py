"""What a single line looks like: dateline, list heading, close, signature, heading, attachment.

Each predicate looks at the text of one line without its note mark and says what it may be; the reader decides with
what stands around it.
"""

from __future__ import annotations

import re

from pipeline.grammar import datelines
from pipeline.grammar.date_words import IN_FULL
from pipeline.grammar.dates import find_dates
from pipeline.segment.letters import is_courtesy

_CAPITAL = r"[^\W\d_a-zß-ÿ]"
_WORD = rf"{_CAPITAL}[\w.’'ʼ\-–]*"
_PLACE = rf"{_WORD}(?:[ ,]+(?:{_WORD}|[a-z]{{1,3}}\b))*"
_NO_PLACE = re.compile(
    rf"\[?(?:{datelines.TITLE_WORDS}"
    r"|(?:Done|Given|Signed|Concluded|Ratified|Proclaimed|Adopted|Held)\b)"
)
"""With such a word a title begins or a sentence ends: `Minutes of the Third Meeting, London, May 12, 1950`, `Done at
London, May 12, 1950.`"""
_WHERE = re.compile(
    rf"""(?:[A-Z][A-Za-z/]{{1,12}}[ ]?(?:[A-Z]{{1,4}}[–-])?\d[\w–/-]*[ ])?                # NIE 11–5–58, S/S 4512
    (?:(?:On[ ]board|Aboard|At[ ]sea|En[ ]route)(?:[ ](?:the|to|from))?,?[ ])?
    (?:\[?{_PLACE}(?:\]?,\]?|\])[ ]+|{_WORD}(?:[ ]{_WORD})?[ ]+)?              # one or two words do without the comma
    \[?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?[ ])?(?:(?:the|circa|ca\.|about|probably)[ ])?
    (?:\d{{1,2}}[ ]{_CAPITAL}[\w‘’'ʻʼ. -]{{2,24}}[ ]\d{{4}}[ ,]*[(\[])?                  # 15 Rabi‘ II 1364 (""",
    re.VERBOSE,
)
"""What may stand before the date of a dateline: number of the paper, ship, place, the date by another calendar."""
_WITH_DATE = re.compile(
    rf"""\)?(?:(?<!\w)(?:and|to|local\ time|hours|noon|midnight|Noon|GMT|E[SD]T|Z|undated
        |\d{{1,2}}(?:[ap]m)?|\d{{4}}|\d{{3,5}}Z|[ap]\.?\s?m|(?:Morning|Afternoon|Evening)\ [Ss]ession
        |(?<=and\ ){_WORD}(?:\ {_WORD}){{0,2}})(?!\w)|\([^()]{{0,40}}\)|[\s,.;:\[\]–—-])*+""",
    re.VERBOSE,
)
"""What may stand between the dates and hours of a dateline and after them: ` and Washington, `, ` [local time].`"""
_RECEIVED = re.compile(r"\s*[(\[](?:Received|Rec[’'ʼ]d)\b[^()\[\]]*[)\]]\.?\Z")
"""When it came, behind the date of a dateline: `Lisbon, May 3, 1895. (Received June 2.)`"""
_MONTH = re.compile(rf"(?i:{IN_FULL}|\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b)")
_UNDATED = re.compile(r"(?:[Uu]ndated\b|n\.d\.)[\s.,\]]*(?:[(\[][^()\[\]]{0,50}[)\]]\.?)?")
"""`[undated]`, `Undated (probably June 1961).`"""
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
        your(?:[ ]\w+){0,3}[ ](?:friends?|brother|colleague|comrade)(?:[ ]and[ ](?:\w+[ ]){0,2}\w+)?
    |(?:i[ ]am,?[ ])?(?:ever[ ])?yours\b(?:[ ](?:very|most|ever)){0,2}
        (?:[ ](?:sincerely|truly|faithfully|respectfully|cordially|ever))*
    |(?:please[ ])?accept\b.{0,80}(?:\b(?:consideration|esteem|assurances?)|\[?etc\.?\]?)
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
_STOPPED_NAME = re.compile(r"(?=[^a-z]+$|.*\b[A-Z]\. )(?:[A-Z][\w’'-]++|[A-Z]\.)(?:\s?(?:[A-Z][\w’'-]++|[A-Z]\.))+\.")
"""A signature that ends with a stop, as older volumes print it: `CHARLES FRANCIS ADAMS.`, `Charles S. Denby.`"""
_POSTSCRIPT = re.compile(r"(?:P\.? ?){1,2}S\.?[ :—–-]|Postscript\b|(?:Enclosures?|Attachments?|Encls?\.?)(?::|$)|cc:")
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
    """A place, a date as the grammar of dates reads it, perhaps an hour, and nothing else: `Washington, May 9, 1963,
    5 p.m.`, `Petrograd, March 1/14, 1917.` A sentence that begins with a date is none."""
    if len(text) > 120 or _NO_PLACE.match(text):
        return False
    if undated := _UNDATED.search(text):
        return undated.end() == len(text) and _WHERE.fullmatch(text, 0, undated.start()) is not None
    if not any(map(str.isdigit, text)):
        return False
    if _MONTH.search(text) and any(map(_is_dated, dict.fromkeys((text, unmarked(text))))):
        return True
    return datelines.is_dateline(text)  # Berlin, den 23. August 1939


def _is_dated(text: str) -> bool:
    """Whether dates and hours are all there is in a text besides what a dateline has around them."""
    text = _RECEIVED.sub("", text)
    found = find_dates(text)
    if not any(not one.is_time and any(map(str.isdigit, text[one.start : one.end])) for one in found):
        return False
    between = zip([one.end for one in found], [*(one.start for one in found[1:]), len(text)], strict=True)
    return _WHERE.fullmatch(text, 0, found[0].start) is not None and all(
        _WITH_DATE.fullmatch(text, *gap) for gap in between
    )


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


def is_attachment(text: str) -> bool:
    """The heading of an attachment: `[Enclosure]1`, `Attachment 3`, `Tab A`."""
    return any(_ATTACHMENT.match(form) for form in dict.fromkeys((text, unmarked(text))))


def is_name(text: str) -> bool:
    """Whether a line may be a signature: a few capitalized words, or initials; no sentence."""
    text = unmarked(text)
    words = text.split()
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
