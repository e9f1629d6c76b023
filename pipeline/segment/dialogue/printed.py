"""The forms in which parliaments, courts, councils and press offices print the labels of speakers.

`FORMS` is the table of all, in the order in which they are tried at the beginning of a line. A label has up to four
parts, of which a form gives the patterns:

    prefix   [1.] 92. §                   the number of a line or a paragraph, a time stamp
    name     Mr SPENDER (Warringah)
    mark     .-                           what sets the name off; empty where only the words after it do
    after    I desire …                   what must follow

Whether a document follows a convention is for `conventions` to say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from string import ascii_uppercase
from typing import Final


class Convention(StrEnum):
    """How a label is set off from the words."""

    COLON = "colon"
    STOP = "full stop"
    NAME = "name and full stop"
    DASH = "dash"
    LINE = "line"
    BLANK = "blank"
    UNMARKED = "unmarked"


@dataclass(frozen=True)
class Form:
    """One way to print a label: its parts, and an `example`. The blanks of a `spaced` name are the printer's. `begins`
    has all letters from A to z with which a label of the form may begin, be it with its prefix; other characters are
    not told."""

    convention: Convention
    example: str
    begins: str
    name: str
    mark: str
    after: str
    prefix: str = ""
    spaced: bool = False

    @property
    def has_colon(self) -> bool:
        """Whether the mark is a colon, or a semicolon instead."""
        return self.mark.endswith((":", "[:：]", ";"))

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The whole label, with groups for its parts."""
        return re.compile(f"(?P<prefix>{self.prefix})(?P<name>{self.name})(?P<mark>{self.mark})(?={self.after})")


TITLES: Final = (
    r"Mr|Mrs|Ms|Miss|Messrs|Dr|Prof|Professor|Sir|Lord|Lady|Dame|Hon|Rt|M|Mme|Mlle|Gen|General|Lt|Col|Colonel|Maj|Major|"
    r"Capt|Captain|Adm|Admiral|Marshal|Amb|Ambassador|Senator|Sen|Rep|Congressman|Secretary|Minister|President|Premier|"
    r"Chancellor|Chairman|Chairwoman|Chairperson|Chair|Governor|Director|Attorney|Speaker|Counsel|Under|Deputy|Assistant|"
    r"Acting|Vice|Prime|Foreign|King|Queen|Prince|Judge|Justice|Commissioner|Counselor|Counsellor|Interpreter|Madam|"
    r"Comrade|Cde|Father|Bishop|Cardinal|Whip|Moderator|Witness|Member|Members|Delegate|Representative|Reporter|Translator|"
    r"Commander|Consul|Administrator|Under-Secretary|Secretary-General|Chief|Participant|Voice|Voices|Interviewer|"
    r"Viscount|Viscountess|Baroness|Earl|Lieut|Lieutenant|Brigadier|Taoiseach|Ceann|Shri|Shrimati|Smt|Herr|Frau"
)
"""Titles of courtesy, rank and office before a name or instead of one."""
_TITLE_LETTERS = "".join(sorted({title[0] for title in TITLES.split("|")}))
_CHAIR = (
    r"PRESIDENT|CHAIRMAN|CHAIRWOMAN|CHAIR|SPEAKER|OFFICER|CLERK|SECRETARY|COURT|WITNESS|MODERATOR|CHANCELLOR|MINISTER"
)
_OPENS = (
    r"(?:I|We|You|He|She|It|They|The|A|An|This|That|These|Those|There|Here|My|Our|Your|His|Is|Are|Was|Were|Am|Will|Would|Do"
    r"|Does|Did|Has|Have|Had|Can|Could|May|Might|Must|Shall|Should|What|When|Where|Which|Who|Why|How|If|As|In|On|At|By|For"
    r"|From|To|With|Of|Not|No|Yes|And|But|Or|So|Since|While|Although|Then|Now|Well|Order|Hear|Surely|Perhaps|Certainly"
    r"|Further|Arising|Before|After|First|Thank|Withdraw|Nonsense|Oh|Let|Question|Quite|Only|Both|All|Nothing)\b"
)
"""Words with which sentences begin and names do not go on."""
_COUNTED = r"(?:<\w+>|\[\d{1,2}(?::\d{2}){1,2}\]\s*|\[\d{1,3}\.?\]\s*|\d{1,4}[.)]?[ \t]+|Q\d{1,4}\.?[ \t]+){0,4}"
"""Numbers of lines, paragraphs and questions, time stamps, tags."""
WORD: Final = r"(?:[^\W\d_a-zà-ÿ][\w.’'ʼ¬-]*|of|the|for|and|de|du|van|von|der|den|la|le|al|el|bin|di|hon\.?|to|in)"
"""A word of a name."""
_WORD_LETTERS = ascii_uppercase + "abdefhilotv"
_OFFICE_WORD = r"(?:[A-Z][\w,’'¬-]*|of|for|and|the)"
"""A word of the name of an office; `¬` is where the scan divided one."""
_CAPITAL = r"[^\W\d_a-zß-ÿ]"
_ANNEX = r"(?:[ \t]*(?:\([^()\n]{1,60}\)|\[[^\[\]\n]{1,60}\])){0,3}"
"""What stands in brackets after a name: `(Kenya)`, `[to Gorbachev]`."""
_DIRECTION = r"[\[(][a-z][a-z ]{2,40}[\])]"
"""How somebody speaks, or that he cannot be heard: `[interrupting]`, `(inaudible)`."""
_TIME = r"(?:\[\d{1,2}[.:]\d\d(?: ?[ap]\.?m\.?)?\][ ]?)?"
"""When a speech began, as the debates of Australia have it: `[8.15]`."""
QUOTES: Final = '“"«'
"""Before a label, in a dialogue that is quoted."""
_TURN = rf"[ \t]+[\"“«\[(]*(?:{_CAPITAL}|[\d$£-])"
"""What the first words of a turn look like after a full stop."""

COLON: Final = Form(
    Convention.COLON, "MR. FORSYTH: Dexter.",
    begins=_WORD_LETTERS, prefix=rf"{_COUNTED}[{QUOTES}]?",
    name=rf"(?:An?\s|The\s)?{WORD}(?:[ \t]+{WORD}){{0,7}}{_ANNEX}(?:[ \t]*\([^()\n:]{{3,40}}(?=:))?",
    mark=r"[ \t]*[:：]", after=r"\s|(?<=:)\Z|(?<=：)\S|[^\W\d_\s/]|[\"“\[(]",
)  # fmt: skip
STOP: Final = Form(
    Convention.STOP, "10 Mr. Bissell. I can't.",
    begins=_TITLE_LETTERS + "AFOPQT", prefix=_COUNTED,
    name=rf"The[ ](?:{TITLES})(?:[ ](?:{TITLES}))?"
    rf"|(?:{TITLES})\b\.?[ ]?(?:[A-Z][\w’'ʼ-]*+[ ]?){{1,3}}(?:[ ]?{_DIRECTION})?"
    r"|(?:Q|A)(?!\.[ ]?\([^()\n]{3,60}\)[ ]?:)|[PFO0]M|Pm|P\.[ ]?M",
    mark=r"\.", after=rf"[ \t]+(?:[\"“\[(]*[A-Z0-9$£]|{_DIRECTION})",
)  # fmt: skip
BLANK_NAME: Final = Form(
    Convention.BLANK, "Mr Ohira We have just ended our talks.",
    begins=_TITLE_LETTERS,
    name=rf"(?:{TITLES})\.?[ ][A-Z][\w’'ʼ-]+",
    mark="", after=r"[ ](?:We|I|The|It|This|First|Thank|My|Well)\b",
)  # fmt: skip
"""No form of its own: how the first turn of a dialogue may have lost its mark."""

FORMS: Final = (
    Form(
        Convention.DASH, "HON. SPEAKER.- Order!",
        begins="DHMST",
        name=r"(?:HON|MR|MRS|MS|MADAM|DR|SIR|THE)\b[^\n\-–]{2,50}?",
        mark=r"\.[-–—](?:[ ]?\([^()]{3,90}\)\.[-–—])?", after=r"\s",
    ),
    Form(
        Convention.DASH, "Mr SPENDER (Warringah) (Minister for External Affairs) .- I desire to move.",
        begins=_TITLE_LETTERS + "GOSHh",
        name=rf"(?:{TITLES})\.?(?:[ ][A-Z][\w.’'ʼ-]*?){{1,4}}(?:[ ]\([^()\n]{{2,60}}\)){{0,3}}"
        r"|(?:(?:Some|Several|Government|Opposition)[ ])?[Hh]onou?rable[ ][Mm]embers?",
        mark=rf"[ ]?{_TIME}\.[ ]?[-–—]{{1,2}}|[ ][-–—]{{1,2}}(?=\s)|—", after=r"\s?[A-Z\"“(]|\s?by[ ]leave",
    ),
    Form(
        Convention.DASH, "The PRESIDENT. — I propose to address an appeal.",
        begins="T", prefix=r"(?:\d{1,4}[.)]?[ \t]+)?",
        name=rf"(?:The|THE)(?:[ ](?:{TITLES}|[A-Z]{{3,}}(?:-[A-Z]{{3,}})?)){{1,4}}(?:[ ]\([^()\n]{{2,60}}\))?",
        mark=r"[ ]?\.[ ]?[-–—]{1,2}", after=r"\s?[A-Z\"“(]",
    ),
    Form(
        Convention.COLON, "Q    But he says --",
        begins="AQ", prefix=r"(?:\d{1,2}[ \t]+)?", name=r"Q(?=[ \t])|A(?=[ ]{2}|\t)",
        mark="", after=r"[ \t]+[A-Z\"“(\[$]|[ \t]+--",
    ),
    Form(
        Convention.STOP, "Q. (Mr. Alan Reid, Bulletin): Sir, does this mean that troops will remain?",
        begins="Q", prefix=r"(?:\[?\d{1,3}\.?\]?[ \t]+)?",
        name=r"(?:Q|Question|QUESTION)\.?[ ]?\([A-Z][^()\n]{2,60}\)",
        mark=r"[ ]?:", after=r"\s",
    ),
    Form(
        Convention.COLON, "Some hon. members: Hear, hear.",
        begins="AFGHMNOSTUhn",
        name=r"(?:(?:Some|An|Several|Government|Opposition)[ ])?[Hh]on(?:\.|ou?rable)?[ ][Mm]embers?"
        r"|(?:Un(?:identified|known)|Male|Female)[ ](?:[Ss]peaker|[Vv]oice|[Pp]articipant|[Rr]eporter|[Mm]an|[Ww]oman)"
        r"|(?:(?:Some|Several)[ ])?[Nn]oble[ ][Ll]ords|The[ ]press"
        r"|(?:Some|Several|Many)[ ](?:[Vv]oices|[Mm]embers|[Dd]elegates)",
        mark=":", after=r"\s",
    ),
    Form(
        Convention.COLON, "1. Hon BILL ENGLISH (Leader of the Opposition) to the Prime Minister: Does she agree?",
        begins=ascii_uppercase, prefix=r"(?:\d{1,3}\.[ \t]+)?",
        name=r"[A-Z][\w.’'-]+(?:[ ][A-Z][\w.’'-]+){1,4}(?:[ ]\([^()\n]{2,60}\)){0,2}"
        rf"[ ]to[ ]the(?:[ ]{_OFFICE_WORD}){{1,13}}",
        mark=":", after=r"\s",
    ),
    Form(
        Convention.COLON, "Dr. Adenauer, Bundeskanzler: Meine Damen und Herren!",
        begins=_TITLE_LETTERS,
        name=rf"(?:{TITLES})\.?(?:[ ]{_CAPITAL}[\w.’'ʼ-]*){{1,4}}(?:[ ]\([^()\n]{{2,40}}\))?,"
        rf"[ ](?:{_CAPITAL}|président|ministre|secrétaire|rapporteur)[^\n:.,;]{{2,60}}",
        mark=":", after=r"\s",
    ),
    Form(
        Convention.COLON, "Mr. ZORIN (USSR), speaking as PRESIDENT (translated from Russian): I adjourn the meeting.",
        begins=_TITLE_LETTERS, prefix=r"(?:\d{1,4}[.)]?[ \t]+)?",
        name=rf"(?:{TITLES})\.?(?:[ ]{_CAPITAL}[\w.’'ʼ-]*){{1,4}}(?:[ ]\([^()\n]{{2,60}}\))?,[ ]speaking[ ]as[ ]"
        r"(?:the[ ])?[A-Z][\w ]{2,40}(?:[ ]\([^()\n]{2,40}\))?",
        mark=":", after=r"\s",
    ),
    Form(
        Convention.COLON, "The Minister for Works, Housing and Physical Planning (Mr. Wanjigi): I beg to reply.",
        begins="T", prefix=r"(?:<\w+>[ ]*)?",
        name=rf"(?:The|THE)(?:[ ]{_OFFICE_WORD}){{3,17}}[ ]*\((?:{TITLES})\b[^()\n:]{{2,50}}\)?",
        mark=r"[ ]*:", after=r"\s|[A-Z]",
    ),
    COLON,
    Form(
        Convention.COLON, "Quest ion: Are you tired?",
        begins="AQ",
        name=r"Q ?u ?e ?s ?t ?i ?o ?n|A ?n ?s ?w ?e ?r", spaced=True,
        mark=r"[ \t]*[:：]", after=r"\s|\Z",
    ),
    Form(
        Convention.COLON, "92. The PRESIDENT; The representative of Jordan has asked to speak.",
        begins="", prefix=r"\d{1,4}[.)]?[ \t]+", name=r"The\s(?:[A-Z]{3,}+[ -]?)+",
        mark=";", after=r"\s",
    ),
    STOP,
    Form(
        Convention.STOP, "The PRESIDING OFFICER (Mr. Hale). Without objection, it is so ordered.",
        begins="T", prefix=r"(?:\[\d{1,3}\.?\][ \t]*)?",
        name=rf"(?:The|THE)\s(?:[A-Z]{{3,}}\s){{0,4}}(?:{_CHAIR})(?:\spro\stempore)?(?:\s\([^()\n]{{2,60}}\))?",
        mark=r"\.", after=_TURN,
    ),
    Form(
        Convention.STOP, "M. Georges Bidault, ministre des affaires étrangères. Je demande la parole.",
        begins="M",
        name=r"(?:M\.|MM\.|Mme|Mlle)[ ](?:l[ea][ ][\w’'-]+(?:[ ][\w’'-]+){0,7}"
        r"|[A-ZÀ-Þ][\w’'.-]*(?:[ ](?:[A-ZÀ-Þ][\w’'-]*|de|du|des|la|le)){0,4})(?:,[ ][^.,:\n]{3,70})?",
        mark=r"\.", after=_TURN,
    ),
    Form(
        Convention.BLANK, "Question Prime Minister, one issue remains.",
        begins="AIJQ",
        name="Question|Answer|Journalist|Interviewer|QUESTION|ANSWER",
        mark="", after=r"[ \t]+[A-Z]",
    ),
    Form(
        Convention.UNMARKED, "§ 27. Mr. Wyatt asked the Secretary of State whether the talks have begun.",
        begins=_TITLE_LETTERS + "T", prefix=r"(?:§[ \t]*)?(?:\d{1,3}\.[ \t]+)?",
        name=rf"(?:{TITLES})\.?(?:[ ][A-Z][\w.’'ʼ-]*){{1,3}}?(?:[ ]\([^()\n]{{2,60}}\))?"
        rf"|The(?:[ ]{_OFFICE_WORD}){{1,13}}[ ]\([^()\n]{{4,60}}\)",
        mark="", after=rf"[ ]{_OPENS}|(?<=[a-zA-Z)])[ ]asked[ ](?:the|Mr)\b",
    ),
    Form(
        Convention.LINE, "§ Mr. Attlee (Limehouse)",
        begins=_WORD_LETTERS, prefix=r"(?:§[ \t]*)?",
        name=rf"Prime minister|(?:The\s)?{WORD}(?:[ \t]+{WORD}){{0,9}}{_ANNEX}",
        mark="", after=r"[ \t]*(?:\r?\n|\Z)",
    ),
    Form(
        Convention.NAME, "STALIN (joking). Are you afraid of Turks?",
        begins=ascii_uppercase,
        name=r"(?:(?:[A-Z]\.[ ]?){1,2}[A-Z][\w’'ʼ-]+|[A-Z][\w’'ʼ-]{2,}(?:[ ][A-Z][\w’'ʼ-]+){0,2})"
        r"(?:[ ]\([a-z][^()\n]{2,40}\))?",
        mark=r"\.", after=r"[ \t]+[\"“\[(]*[A-Z0-9]",
    ),
)  # fmt: skip
