"""Labels of cover sheets that a form prints over two lines, so that only the second has the colon.

    DATE, TIME,     November 19, 1985        DATE, TIME,   November 19, 1985
    AND PLACE:      10:20 - 11:20 a.m.       AND PLACE:    10:20 - 11:20 a.m.
                    Geneva

Each line is a field of its own, as it stands on the page.
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


def broken(text: str) -> tuple[str, int] | None:
    """Type and length of one half of such a label at the start of a line; None if there is none.

    `DATE, TIME,     November 19, 1985` → (`date`, 11); `AND PLACE:      Geneva` → (`place`, 10).
    """
    if begun := _BEGUN.match(text):
        return "date", begun.end()
    if ended := _ENDED.match(text):
        return "date" if ended["what"].upper() == "DATE" else "place", ended.end()
    return None
