"""Labels of cover sheets without a colon: headings of lists of persons, and labels that a form prints over two lines.

    DATE, TIME,     November 19, 1985        DATE, TIME,   November 19, 1985
    AND PLACE:      10:20 - 11:20 a.m.       AND PLACE:    10:20 - 11:20 a.m.
                    Geneva

Each line of such a label is a field of its own, as it stands on the page. The minutes of the National Security Council
have `Principals` and `Other Attendees` above those who were there.
"""

from __future__ import annotations

import re

_MEASURE = r"(?:DATE|TIME|PLACE|LOCATION)"
_LINK = r"(?:\s?[,/]\s?(?:(?:AND|&)\s)?|\s(?:AND|&)\s|\s)"
_BEGUN = re.compile(
    rf"(?=[DT])(?:{_MEASURE}(?:{_LINK}{_MEASURE})+[,/]?|{_MEASURE}(?:[,/]|\s(?:AND|&)))(?=\s{{2,}}\S|\s*\Z)",
    re.IGNORECASE,
)
_ENDED = re.compile(rf"(?:AND|&)\s(?:TIME\s(?:AND|&)\s)?(?P<what>{_MEASURE})\s?:(?=\s|\Z)", re.IGNORECASE)


_COMPANY = re.compile(
    r"(?:Principals|(?:Other )?(?:Attendees|Participants)|Others? (?:Present|Attending)|(?:Also|Those|Members) Present"
    r"|List of (?:Participants|Attendees|Persons Present))\s?:?"
    r"|(?:Also in [Aa]ttendance|Secretariat"
    r"|The following (?:[A-Za-z]+ )?were (?:also )?(?:present|in attendance)[^:]{0,40})\s?:"
)
"""`The following Ministers were also present:`, `Secretariat:` (minutes of the British Cabinet)"""


def label(text: str) -> tuple[str, int] | None:
    """Type and length of such a label at the start of a line; None if there is none.

    `DATE, TIME,     November 19, 1985` → (`date`, 11); `AND PLACE:      Geneva` → (`place`, 10); `Other Attendees` →
    (`participants`, 15).
    """
    if _COMPANY.fullmatch(text):
        return "participants", len(text)
    if begun := _BEGUN.match(text):
        return "date", begun.end()
    if ended := _ENDED.match(text):
        return "date" if ended["what"].upper() == "DATE" else "place", ended.end()
    return None
