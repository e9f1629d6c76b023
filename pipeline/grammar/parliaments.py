"""What parliaments print: debates, command papers, bills and laws.

H.C. Deb., vol. 234, cols. 12–14          published: volume 234, columns 12–14
H.L. Deb. 5s. 203, c. 45                  published: volume 203, column 45
Cmnd. 9239, Cmd. 5143, Cd. 7467           published: the whole
Public Law 87–195, H.R. 1234, S.J. Res. 3 published: the whole
108 Cong. Rec. 2345                       published: the whole

`Cmnd.` and `Deb.` alone say too little, and so does `P.L. 480`, which names a policy.
"""

from __future__ import annotations

import re

_HOUSE = r"(?:H\.\s?[CL]\.|H[CL](?=\s[Dd]eb)|House\sof\s(?:Commons|Lords|Representatives)|Commons|Lords)"
_SERIES = r"(?:5s\.?|\(?(?:\d(?:st|nd|rd|th)|[Ff]ifth|[Ff]ourth|[Tt]hird)\s[Ss]er(?:ies|\.)\)?)"
DEBATES = re.compile(
    rf"\b(?:{_HOUSE}\s[Dd]eb(?:ates|s?\.)|Parl(?:iamentary|\.)\s[Dd]eb(?:ates|s?\.)|Hansard(?:\s[Dd]ebates)?)"
    rf"(?:,?\s(?:\((?:{_HOUSE}|\d{{4}}(?:[-–]\d{{2,4}})?)\)|{_HOUSE}|{_SERIES})){{0,3}}"
    r",?\s(?P<volume>(?:[Vv]ols?\.?\s|[Vv]olume\s)?(?:\d{1,4}|[CDLXVI]{1,8}))"
    r"(?:,?\s(?P<pages>(?:[Cc]ols?\.?|[Cc]olumns?|cc?\.|pp?\.)\s?\d{1,4}(?:\s?[-–]\s?\d{1,4})?))?(?![\d/]|[-–]\d)"
)
"""A volume of debates, with its columns: `H.C. Deb. 5s., vol. 558, col. 1453`."""
PAPERS = re.compile(
    r"\b(?P<number>C(?:mnd?|md|d|m)\.\s(?:[Nn]os?\.\s)?\d{1,5}|Cmnd?\s\d{4}"
    r"|(?:Public\sLaw|Pub\.\sL\.|P\.\s?L\.)\s(?:No\.\s)?\d{2,3}[-–]\d{1,4}"
    r"|(?:H\.\s?R\.|H\.\s?(?:(?:Con|J)\.\s?)?Res\.|S\.\s?(?:(?:Con|J)\.\s?)?Res\.)\s\d{1,5}"
    r"|\d{1,3}\sCong\.\sRec\.\s\d{1,6})(?!\d|[-–/]\d)"
)
CLUES = {
    "debates": ("Deb. ", "Deb., ", "deb. ", "Debs. ", "Debates, ", "Debates ", "Hansard"),
    "papers": (
        "Cmnd", "Cmd. ", "Cd. ", "Cm. ", "Public Law ", "Pub. L. ", "P.L. ", "P. L. ", "H.R. ", "H. R. ", "Res. ",
        "Cong. Rec. ",
    ),
}  # fmt: skip
"""What a text must hold for a pattern to be worth a search."""
