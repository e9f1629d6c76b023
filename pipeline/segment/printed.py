"""Labels of speakers as parliaments, courts, councils and press offices print them.

    THE PRESIDENT. Good afternoon.            The PRESIDING OFFICER (Mr. Hale). The Senator from …
    Mr. Eden The Ambassador reports daily.    M. le président. La parole est à …
    Mr SPENDER (Warringah) .- I desire …      Mr SPEAKER - Order!
    § Mr. Attlee (Limehouse) ⏎ We have …      The Minister for Works, Housing and Planning (Mr. Wanjigi): I beg …
    Q    But he says --                       Some hon. members: Hear, hear.

Every pattern has the groups `prefix`, `name` and `mark`. Whether a document follows a convention is for `dialogue` to
say.
"""

from __future__ import annotations

import re
from typing import Final

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
_CHAIR = (
    r"PRESIDENT|CHAIRMAN|CHAIRWOMAN|CHAIR|SPEAKER|OFFICER|CLERK|SECRETARY|COURT|WITNESS|MODERATOR|CHANCELLOR|MINISTER"
)
_BEGINS = r"(?=[ \t]+[\"“«\[(]*(?:[^\W\d_a-zß-ÿ]|[\d$£-]))"
"""What the first words of a turn look like after a full stop."""

_OFFICE_WORD = r"(?:[A-Z][\w,’'¬-]*|of|for|and|the)"
"""A word of the name of an office; `¬` is where the scan divided one."""

CHAIR: Final = re.compile(
    rf"(?P<prefix>(?:\[\d{{1,3}}\.?\][ \t]*)?)(?P<name>(?:The|THE)\s(?:[A-Z]{{3,}}\s){{0,4}}(?:{_CHAIR})"
    rf"(?:\spro\stempore)?(?:\s\([^()\n]{{2,60}}\))?)(?P<mark>\.){_BEGINS}"
)
"""`The PRESIDING OFFICER. Without objection …`"""
FRENCH: Final = re.compile(
    r"(?P<prefix>)(?P<name>(?:M\.|MM\.|Mme|Mlle)[ ](?:l[ea][ ][\w’'-]+(?:[ ][\w’'-]+){0,7}"
    r"|[A-ZÀ-Þ][\w’'.-]*(?:[ ](?:[A-ZÀ-Þ][\w’'-]*|de|du|des|la|le)){0,4})(?:,[ ][^.,:\n]{3,70})?)"
    rf"(?P<mark>\.){_BEGINS}"
)
"""`M. le président. La parole est …`, `M. Georges Bidault, ministre des affaires étrangères. Je demande …`"""
DASHED: Final = re.compile(
    rf"(?P<prefix>)(?P<name>(?:(?:{TITLES})\.?(?:[ ][A-Z][\w.’'ʼ-]*?){{1,4}}(?:[ ]\([^()\n]{{2,60}}\)){{0,3}}"
    r"|(?:(?:Some|Several|Government|Opposition)[ ])?[Hh]onou?rable[ ][Mm]embers?))"
    r"(?P<mark>[ ]?\.[ ]?[-–—]{1,2}|[ ][-–—]{1,2}(?=\s)|—)(?=\s?[A-Z\"“(]|\s?by[ ]leave)"
)
"""`Mr SPENDER (Warringah) (Minister for External Affairs) .- I desire …`, `Dr Evatt - Will there be a debate?`"""
OFFICE_AFTER: Final = re.compile(
    rf"(?P<prefix>)(?P<name>(?:{TITLES})\.?(?:[ ][^\W\d_a-zß-ÿ][\w.’'ʼ-]*){{1,4}}(?:[ ]\([^()\n]{{2,40}}\))?,"
    r"[ ](?:[^\W\d_a-zß-ÿ]|président|ministre|secrétaire|rapporteur)[^\n:.,;]{2,60})(?P<mark>:)(?=\s)"
)
"""`Dr. Adenauer, Bundeskanzler: …`"""
HOLDER: Final = re.compile(
    rf"(?P<prefix>(?:<\w+>[ ]*)?)(?P<name>(?:The|THE)(?:[ ]{_OFFICE_WORD}){{3,17}}"
    rf"[ ]*\((?:{TITLES})\b[^()\n:]{{2,50}}\)?)[ ]*(?P<mark>:)(?=\s|[A-Z])"
)
"""`The Minister for Works, Housing and Physical Planning (Mr. Wanjigi): …`"""
ASKED_TO: Final = re.compile(
    r"(?P<prefix>(?:\d{1,3}\.[ \t]+)?)(?P<name>[A-Z][\w.’'-]+(?:[ ][A-Z][\w.’'-]+){1,4}(?:[ ]\([^()\n]{2,60}\)){0,2}"
    rf"[ ]to[ ]the(?:[ ]{_OFFICE_WORD}){{1,13}})(?P<mark>:)(?=\s)"
)
"""`1. Hon BILL ENGLISH (Leader of the Opposition) to the Prime Minister: Does she …`"""
MANY: Final = re.compile(
    r"(?P<prefix>)(?P<name>(?:(?:Some|An|Several|Government|Opposition)[ ])?[Hh]on(?:\.|ou?rable)?[ ][Mm]embers?"
    r"|(?:Un(?:identified|known)|Male|Female)[ ](?:[Ss]peaker|[Vv]oice|[Pp]articipant|[Rr]eporter|[Mm]an|[Ww]oman)"
    r"|(?:(?:Some|Several)[ ])?[Nn]oble[ ][Ll]ords|The[ ]press)(?P<mark>:)(?=\s)"
)
"""`Some hon. members: Hear, hear.`, `Unidentified speaker: What did he say?`"""
QUERY: Final = re.compile(
    r"(?P<prefix>(?:\d{1,2}[ \t]+)?)(?P<name>Q(?=[ \t])|A(?=[ ]{2}|\t))(?P<mark>)(?=[ \t]+[A-Z\"“(\[$]|[ \t]+--)"
)
"""`Q    But he says --`, in depositions also `A    Yes, I did.`"""
OPENS: Final = (
    r"(?:I|We|You|He|She|It|They|The|A|An|This|That|These|Those|There|Here|My|Our|Your|His|Is|Are|Was|Were|Am|Will|Would|Do"
    r"|Does|Did|Has|Have|Had|Can|Could|May|Might|Must|Shall|Should|What|When|Where|Which|Who|Why|How|If|As|In|On|At|By|For"
    r"|From|To|With|Of|Not|No|Yes|And|But|Or|So|Since|While|Although|Then|Now|Well|Order|Hear|Surely|Perhaps|Certainly"
    r"|Further|Arising|Before|After|First|Thank|Withdraw|Nonsense|Oh|Let|Question|Quite|Only|Both|All|Nothing)\b"
)
"""Words with which sentences begin and names do not go on."""
UNMARKED: Final = re.compile(
    rf"(?P<prefix>(?:§[ \t]*)?(?:\d{{1,3}}\.[ \t]+)?)(?P<name>(?:(?:{TITLES})\.?(?:[ ][A-Z][\w.’'ʼ-]*){{1,3}}?"
    rf"(?:[ ]\([^()\n]{{2,60}}\))?|The(?:[ ]{_OFFICE_WORD}){{1,13}}[ ]\([^()\n]{{4,60}}\)))(?P<mark>)"
    rf"(?=[ ]{OPENS}|(?<=[a-zA-Z)])[ ]asked[ ](?:the|Mr)\b)"
)
"""`Mr. Eden The Ambassador reports daily.`, `§ 27. Mr. Wyatt asked the Secretary of State …`"""
