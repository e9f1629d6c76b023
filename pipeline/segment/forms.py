"""What a paragraph is, judged by its words alone: date line, address, close, signature, heading, field, list item.

Every function takes the words of one paragraph (white space single) and says yes or no, or gives the parts found.
They are deliberately strict: what none of them recognizes is an ordinary paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz.distance import Levenshtein

from pipeline.grammar import datelines
from pipeline.segment import labels, shapes

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"[1Il][5-9]\d{2}|20\d{2}"
_DAY = r"[0-3]?\d(?:st|nd|rd|th)?"
DATE = re.compile(
    rf"""(?<![\w/])(?:
      {_DAY}\s+{_MONTH},?\s+(?:{_YEAR})         # 8 June 1961, 12th October, 1954
    | {_MONTH}\s+{_DAY}(?:\s?[-–/]\s?{_DAY})?,?\s+(?:{_YEAR})   # January 9, 1963
    | {_MONTH},?\s+(?:{_YEAR})                  # June 1961
    )(?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)
"""A written-out date with its year."""
_CLOCK = (
    r"(?:[\s,;–—-]*(?:at\s+)?(?:\d{1,2}[:.]\d\d(?=\s?[-–—])|\d{1,2}(?:[:.]\d\d)?\s*(?:[ap]\.?\s?m\.?|hours|noon|midnight)"
    r"|noon|midnight|\d{4}\s?(?:hours|Z))\b\.?)*"
)
_MARK = r"(?:\s?(?:\(?\d{1,3}\)?|\[\^?\d{1,3}\](?:\(#?\w*\))?|\*{1,4}|\^\d+))?"
_AFTER_DATE = re.compile(
    rf"{_CLOCK}(?:\s*(?:to|[-–—])\s*\d{{1,2}}[:.]\d\d\s*[ap]\.?m\.?)?[.,;]?{_MARK}\s*", re.IGNORECASE
)
_BEFORE_DATE = re.compile(
    r"(?:(?:no later than|undated,?|(?:mon|tues|wednes|thurs|fri|satur|sun)day,?)\s*)?"
    r"(?:[^.!?:;]|\b(?:No|St|D|C|S|Spec|U|N|Y)\.(?=\W)){0,90}",
    re.IGNORECASE,
)


_TWO_FIGURES = re.compile(r"\d\d")
"""No date is without the last figures of its year."""
_DATE_TIME_GROUP = re.compile(r"(?:[A-Z]{1,2} ){0,2}\d{6}Z [A-Z]{3}\.? \d{2,4}")
"""`P 140518Z DEC 79`: precedence, day and hour, month, year."""


_TITLE_OF = re.compile(
    r"(?:Memorand(?:um|a)|Minutes|Record|Report|Notes?|Summary|Transcript) (?:of|on|for|by|prepared)\b", re.I
)
"""With what a title begins that ends with place and date: `Record of the Under Secretary’s Meeting, …, 1949`."""


def is_dateline(text: str) -> bool:
    """`Washington, October 23, 1962, 6:51 p.m.`, `Extract BATAVIA, 27 November 1947, 9.30 a.m.`, `8 June 1961`."""
    if len(text) > 200 or _TWO_FIGURES.search(text) is None or _TITLE_OF.match(text):
        return False
    if _DATE_TIME_GROUP.fullmatch(text):
        return True
    if datelines.is_dateline(text):
        return True
    dates = list(DATE.finditer(text))
    if not dates:
        return False
    before, after = text[: dates[0].start()], text[dates[-1].end() :]
    return (
        _AFTER_DATE.fullmatch(after) is not None
        and _BEFORE_DATE.fullmatch(before) is not None
        and (len(before.split()) <= 4 or before.rstrip().endswith(",") or "   " in text)
        and not re.match(r"(?:on|in|at|from|since|by|the|during)\b", before, re.IGNORECASE)
        and (not before.strip() or before.strip()[0].isupper() or not before.strip()[0].isalpha())
    )


_PERSON = re.compile(
    r"(?:the\s+)?(?:mr|mrs|ms|miss|dr|sir|lord|prof(?:essor)?|amb(?:assador)?|gen(?:eral)?|col(?:onel)?|maj(?:or)?|capt(?:ain)?"
    r"|adm(?:iral)?|sen(?:ator)?|secretary|president|minister|chancellor|premier|governor|viscount|(?:earl|marquess|duke)\s+of"
    r"|(?:(?:right|rt\.?)\s+)?hon(?:ou?rable)?)\b\.?\s*(?=[A-Z]|$)",
    re.IGNORECASE,
)


def is_person(text: str) -> bool:
    """Whether a line begins with a title of courtesy, rank or office: `Mr Durie`, `The Secretary`."""
    return _PERSON.match(text) is not None


_HONOURED = re.compile(
    r"(?:his|her|your)\s+(?:excellency|majesty|royal)|(?:the\s+)?(?:right\s+)?hon(?:ou?rable|\.)", re.IGNORECASE
)


def is_address(lines: Sequence[str]) -> bool:
    """The address of the person written to: `His Excellency` / `Nikita S. Khrushchev` / `Moscow`."""
    short = 1 < len(lines) <= 8 and all(
        len(line) < 70 and (not line.endswith((".", ":", "?")) or is_abbreviated(line)) for line in lines
    )
    return short and (_HONOURED.match(lines[0]) is not None or (is_person(lines[0]) and len(lines) > 2))


_ABBREVIATED = re.compile(r"\b(?:[A-Z]|Esq|[JS]r|St|Ave|Rd|[A-Z]\.\s?\d{1,2})\.\Z")


def is_abbreviated(text: str) -> bool:
    """Whether the stop at the end is that of an abbreviation: `Washington, D.C.`, `John Roe, Esq.`, `S.W.1.`"""
    return _ABBREVIATED.search(text, max(0, len(text) - 8)) is not None


_FRIEND = re.compile(
    r"(?:(?:I|We) (?:remain|am|are|have the honou?r to (?:be|remain))\b[^.?!]{0,40}|Believe me,? |Ever )?"
    r"[Yy]ours? (?:(?:very|most|ever|always|old|good|great|and|true|loving|obliged|attached|dear"
    r"|(?:sincere|affectionate|faithful|devoted|grateful)(?:ly)?),? ){0,4}"
    r"(?:friend|brother|cousin|sister|colleague|comrade|servant|sincerely|ever|always|affectionately|faithfully"
    r"|devotedly)s?[,.]?"
)
"""A close that speaks of friendship: `I remain, Sir, your friend,`, `Your sincere friend,`."""
_CLOSE_AND_NAME = re.compile(r"(?P<close>[^,\d(\[]{5,60},)\s+(?P<name>[A-Z][\w. ]{1,30})")
_MARK_AT_END = re.compile(_MARK + "$")


def is_close(text: str) -> bool:
    """`Sincerely,`, `Sincerely,(2)`, `With best personal regards,`, `Sincerely yours, JFK.`"""
    if len(text) > 160:
        return False
    if _FRIEND.fullmatch(text):
        return True
    named = _CLOSE_AND_NAME.fullmatch(text)
    return shapes.is_close(_MARK_AT_END.sub("", text)) or (named is not None and shapes.is_close(named["close"]))


def is_heading_word(word: str) -> bool:
    """Words that open titles and headings, not names."""
    return word.casefold().rstrip(".,:") in _HEADING_WORDS


_HEADING_WORDS = frozenset(
    word.casefold()
    for word in re.findall(
        r"\w+",
        """the a an of for in on to from and memorandum record letter telegram minutes note notes secret confidential
        top appendix annex enclosure attachment tab section part conclusion summary ends end copy original document
        agenda
        begin begins participants present subject approved omitted not""",
    )
)

_TITLE = re.compile(
    r"""(?:\#+\s*)?(?:no\.?\s*)?(?:\d{1,4}\\?\.\s*)?
    (?:(?:draft|top\ secret|secret|joint|information|action|briefing|unsigned|circular|urgent|personal|official
      |stenographic|verbatim|confidential|immediate|coded?|cypher|cipher|en\ clair|priority)\s+)*
    (?: memorand(?:um|a)\b | mem\s?con\b | minutes\b | aide[-\ ]m[eé]moire | editorial\ note
      | note\ verbale\b | verbal\ note\b | verbalnote\b | pro[-\ ]?memoria\b | bout\ de\ papier\b | non-paper\b
      | third[-\ ]person\ note\b
      | (?:incoming|outgoing)\ (?:telegram|airgram)\b | press\ (?:conference|briefing|gaggle|availability)
      | (?:the\ president['’]s\ )?news\ conference | telcon\b | oral\ evidence\b
      | (?:telephone|phone)\ (?:conversation|call)\b | conversation\ (?:no\.|between|with)
      | (?:\d{1,4}(?:st|nd|rd|th)|first|second|third|[a-z-]{4,20}th)\s+(?:plenary\s+)?(?:meeting|sitting)\b(?!:)
      | conclusions\ of\ an?\ meeting\b | (?:session|sitting)\ of\b | transcript\ of\b
      | \d{1,4}\ the\ president['’]s\ news\ conference
      | (?:(?:summary|verbatim|stenographic|full)\s+)?(?:record|minutes|notes|report|transcript|protocol|text|account)
        \s+(?:of|by|from)\b
      | (?:summary|(?<=verbatim\s)|(?<=stenographic\s))\s*(?:record|report|transcript)s?\Z
      | (?:letter|message|telegram|cable|cablegram|airgram|note|despatch|dispatch|instruction|paper|minute)s?\b
        \s*(?:from|to|by|prepared|of|no\b|$)
      | statement\s+(?:by|of)\b | (?:joint\s+)?communiqu[eé] | diary\ entry | oral\ history | interview\s+(?:of|with)\b
      | national\s+(?:security\ action|intelligence\ estimate|security\ study) | resolution\ of | materials\ regarding
      | proceedings\ of | meeting\ of | 會議過程正式紀錄 | questions\ and\ answers | e?xtracts?\ from
      | excerpts?\ from )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_PLAIN_TITLE = re.compile(
    r"memorandum\ of\ conversation|memorandum\ for\ (?:the\ )?(?:record|files?)|memorandum|telegram|minutes|airgram"
    r"|letter|(?:information|action|briefing)\ memorandum|aide[- ]m[eé]moire|note\ verbale|pro[-\ ]?memoria"
    r"|record\ of\ conversation|editorial\ note",
    re.VERBOSE | re.IGNORECASE,
)


def is_plain_title(text: str) -> bool:
    """A title that is whole on its line: `Memorandum of Conversation`; the next line is another thing."""
    return _PLAIN_TITLE.fullmatch(undressed(text).rstrip(" .:;")) is not None


_TREATY = re.compile(
    r"(?:Additional |General |Supplementary )?(?:Treaty|Convention|Protocol|Articles?)"
    r" (?:of|for|to|relating|respecting)\b"
    r"[^.;:]{3,200}\b(?:between|by) [^.;:]{6,150}\.?\Z"
)
"""`Treaty of friendship, commerce, and navigation between the United States and Corea.`"""
_FINITE = re.compile(r"\b(?:is|are|was|were|has|had|have|shall|will|would|may|provides?|came|went|says?|said)\b")


def is_title(text: str) -> bool:
    """Whether a short paragraph names a kind of document as a title does: `Memorandum of Conversation`."""
    words = undressed(text)
    if _TREATY.match(words):
        return not _FINITE.search(words)
    return len(text) <= 300 and _TITLE.match(words) is not None and not _ends_plainly(words)


def undressed(text: str) -> str:
    """The words of a line without the marks of heading and emphasis around it: `**MEMORANDUM**` → `MEMORANDUM`."""
    return text.strip("#*_ \t")


def _ends_plainly(text: str) -> bool:
    ended = text.rstrip("0123456789^[]()#f")
    return len(text) > 60 and ended.endswith(".") and not ended.upper().endswith(("A.M.", "P.M.", "A. M.", "P. M."))


_SENTENCE = re.compile(r"[.?!;,:]\s?[-–—]?$")


_TAGGED_HEADING = re.compile(r"<(header|h[1-6]|title)>.*</\1>", re.IGNORECASE)


_SEALED = re.compile(r"\[(?:seal|l\.\s?s)\.?\]", re.IGNORECASE)
"""The seal beside a signature: `M. MURILLO [seal]`."""


def is_heading(text: str) -> bool:
    """A line that stands alone, short, without the end of a sentence, in capitals, title case, bold or italics."""
    words = text.split()
    if not words or len(text) > 110 or len(words) > 14 or _SEALED.search(text):
        return False
    if shapes.is_article(text) or text.startswith("#") or _TAGGED_HEADING.fullmatch(text):
        return True
    dressed = re.fullmatch(r"(\*\*|__|_|\*)(?=\S).+(?<=\S)\1(?:\s?\[?\^?\(?\d{0,3}\)?\]?(?:\(#f\d+\))?)?", text)
    if dressed:
        return text.strip("_*").count("_") < 2 and not text.strip("_* ").startswith("[")
    plain = re.sub(r"^(?:\(?[0-9A-Za-zIVXivx]{1,4}[.)]\s+)", "", text)
    if _SENTENCE.search(plain) or not any(c.isalpha() for c in plain) or plain[0] in "[(\"“‘'-–—•*":
        return False
    capitals = sum(word[0].isupper() for word in plain.split() if word[0].isalpha() and len(word) > 3)
    long_words = sum(len(word) > 3 and word[0].isalpha() for word in plain.split())
    return plain[0].isupper() and (plain.isupper() or capitals >= max(1, long_words * 0.7) or len(words) <= 3)


_MORE_FIELDS: tuple[tuple[str, str], ...] = (
    ("date", r"meeting date|date of meeting|dated|(?:initial )?interview date|date of interview"),
    ("date", r"date(?:,? and|, ?|/| & ?| )\s?(?:time|place)(?:(?:,? and|, ?|/| & ?)\s?place)?"),
    ("time", r"time|hours?"),
    ("place", r"venue"),
    ("subject", r"main subjects?|topics?"),
    (
        "participants",
        r"(?:the following were )?(?:also )?present(?: were| at the meeting)?|the following also attended|secretariat|"
        r"(?:the following were )?(?:also )?(?:in attendance|attending)|interpreters?|note\s?takers?",
    ),
    ("copies", r"copy(?: to)?|c\.c\.|passed to|repeated(?: to)?"),
    ("from", r"fm"),
    ("references", r"tags?|e\.?\s?o\.?,?\s*\d{5}|file(?: no\.?)?"),
    ("number", r"no\.?|number|telegram no\.?|control(?: no\.?| number)?|serial(?: no\.?)?"),
    ("received", r"rec['’]?d\.?|received|time received"),
    ("action", r"action|sent to|for"),
    ("drafted", r"drafted by|prepared by|reported by|drafter"),
    ("approved", r"approved by|cleared by|cleared|confirmed by"),
    ("classification", r"classification|precedence"),
    ("title", r"title|author|country"),
    ("citation", r"(?:document )?citation"),
    ("summary", r"summary|abstract|description"),
    ("language", r"(?:original )?language|contents?|translator|translated by|subjects? discussed"),
    ("language", r"(?:subject )?key ?words?(?: and phrases)?|subject (?:terms|headings)"),
)
"""Type of a cover sheet field → its labels, besides those that open lists in published volumes (`shapes`)."""
_FIELD_LABELS = (
    *shapes.LIST_HEADS,
    *((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _MORE_FIELDS),
)
_ANY_LABEL = re.compile("|".join(f"(?:{pattern.pattern})" for _, pattern in _FIELD_LABELS), re.IGNORECASE)
_FIELD_LINE = re.compile(
    r"(?=[^:;!+]*[:;!+])(?P<mark>\*\*|__|[*_]|)(?P<label>[A-Za-z][A-Za-z0-9.,/&'’ ]{1,40}?)(?P=mark)?\s*"
    r"[:;!+](?:\*\*|__|[*_])?(?=\s|$)\s*"
)
_LONE = frozenset({"SUBJECT", "PARTICIPANTS", "PRESENT", "DATE", "COPIES TO", "SUBJ", "PARTICIPANT", "SUBJECTS"})


_CABLE_FIELD = re.compile(
    r"(?P<label>FM|TO|INFO|DRAFTED BY|APPROVED BY|CLEARED BY|CONFIRMED BY)\s+"
    r"(?P<rest>[A-Z/]{2,}(?:[ -]+[A-Z0-9/.&,:]+){0,6})"
)


_ORDER = re.compile(r"E\.? ?O\.?,? \d{5}(?:(?=\s)|:(?=\S))")
"""The executive order by which a telegram is classified, without the usual colon, or no blank after it."""
_FUNCTION_WORD = re.compile(
    r"(?<![/\w])(?:THE|A|AN|THIS|THAT|WHICH|SOME|HIS|HER|ITS|OUR|WILL|WOULD|IS|ARE|WAS|BE|AND|OR)(?![/\w])"
)


def cable_field(text: str) -> tuple[str, int] | None:
    """A field without colon as telegrams write it: `FM AMEMBASSY LA PAZ` → (`from`, 2)."""
    if len(text) >= 80 or not text.isupper():
        return None
    if order := _ORDER.match(text):
        return "references", order.end()
    found = _CABLE_FIELD.fullmatch(text)
    if not found or _FUNCTION_WORD.search(found["rest"]):
        return None
    kind = next(kind for kind, pattern in _FIELD_LABELS if pattern.fullmatch(found["label"]))
    return kind, len(found["label"])


_FILE_NUMBER = re.compile(r"[\dA-Z][\w. ]{0,24}/\s?\d{1,2}\s?[-–—]\s?\d{2,6}(?:\s?:\s?\w+)?|Lot \w[\w ,–—:-]{3,40}")


def is_file_number(text: str) -> bool:
    """A decimal file number above the title: `851G.00/1–1049: Telegram`."""
    return len(text) < 80 and _FILE_NUMBER.fullmatch(text) is not None


_OFTEN_MISREAD = (("date", "DATE"), ("subject", "SUBJECT"), ("participants", "PARTICIPANTS"), ("present", "PRESENT"))


def _misread(label: str) -> str:
    """The type of a label in which OCR has read one letter wrongly (`bate`, `SUBIECT`), two in a long one."""
    for kind, word in _OFTEN_MISREAD:
        slack = 1 + len(word) // 7
        if (
            len(label) > 3
            and label.upper() != "PRESIDENT"
            and Levenshtein.distance(label.upper(), word, score_cutoff=slack) <= slack
        ):
            return "participants" if kind == "present" else kind
    return ""


def _label_kind(label: str) -> str:
    """The type of a field with this label; empty if none has it."""
    if _ANY_LABEL.fullmatch(label):
        return next(kind for kind, pattern in _FIELD_LABELS if pattern.fullmatch(label))
    return _misread(label)


_INTERVIEW = re.compile(
    r"(?P<label>(?i:interviewe[er]s?|interviewed by|journalist|narrator))\s*:\s+"
    r"[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+){1,4}(?:,[^.?!]{2,60})?\Z"
)
"""Who was interviewed by whom, on a cover sheet: `INTERVIEWER:  PAIGE E. MULHOLLAN`; a turn says more."""


_ROLL = re.compile(r"(?:President|Chairman|Members)\s*:\s+\S[^\n]*?(?:\.[ ]?){4,}")
"""The beginning of a list of delegates with leaders: `President:  Mr. Gambari . . . . . (Nigeria)`."""


_TO = re.compile(r"(?:To|Re):\s*(?:[^a-z\s]|$)")
"""`To: The Secretary`; other labels of two letters count in capitals only."""


def field(text: str) -> tuple[str, int] | None:
    """A cover sheet field at the start of a line: `DATE: January 10, 1963` → (`date`, 5); `COPIES TO !` counts too.

    The number is the length of the label with its colon. A known label alone in capitals needs no colon.
    """
    if (known := cable_field(text) or labels.label(text)) is not None:
        return known
    if _ROLL.match(text):
        return "participants", text.index(":") + 1
    if interview := _INTERVIEW.match(text):
        return "interview", text.index(":", interview.start("label")) + 1
    found = _FIELD_LINE.match(text[:80])
    words = undressed(text)
    label = found["label"] if found else words if words in _LONE else ""
    kind = _label_kind(label) if label else ""
    if not kind or (len(label) <= 2 and not label.isupper() and not _TO.match(text)):
        return None
    return kind, len(found.group().rstrip()) if found else len(text)


MARKER = re.compile(
    r"(?P<marker>\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})\\?[.)]|[•·▪●○]|[-–—*](?=\s))(?P<blank>\s+)(?=\S)|(?P<lone>\d{1,3}\\?\.)(?=[A-Z\"“])"
)
"""The mark of a list item at the start of a paragraph: `1. `, `(a) `, `2\\. `, `• `."""
