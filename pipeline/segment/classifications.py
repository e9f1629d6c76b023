"""Classifications and the caveats of handling that states and alliances print on their papers.

    TOP SECRET/SENSITIVE     NATO CONFIDENTIAL     US/UK EYES ONLY     STRENG GEHEIM     SECRET (XGDS-3)

A marking is the owner (an alliance or a state), a level in the language of the paper, and caveats; a line of such
words and nothing else is one. `C O N F I D E N T I A L` and the misread `SECRET-EVES ONLY` are told by their letters.
"""

from __future__ import annotations

import re

from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import extractOne

_LEVELS = ("TOP SECRET", "SECRET", "CONFIDENTIAL", "LIMITED OFFICIAL USE", "OFFICIAL USE ONLY", "UNCLASSIFIED",
           "RESTRICTED", "MOST SECRET", "STRICTLY CONFIDENTIAL", "FOR OFFICIAL USE ONLY")  # fmt: skip
_HANDLING = ("", "EYES ONLY", "NODIS", "EXDIS", "LIMDIS", "NOFORN", "SENSITIVE", "AUSTEO", "RESTRICTED DATA",
             "NO FOREIGN DISSEM", "PERSONAL", "CHEROKEE", "GUARD", "NODIS CHEROKEE",
             "FORMERLY RESTRICTED DATA")  # fmt: skip
_SPELT = tuple(sorted({re.sub(r"\W", "", level + more) for level in _LEVELS for more in _HANDLING}))
_EXACT = frozenset((*_SPELT, *(re.sub(r"\W", "", more) for more in _HANDLING if more)))
_SHORTEST_MISREAD = 6
_NUMBER = re.compile(r"\d{2}")
"""No scan reads two letters as figures: `A-412          CONFIDENTIAL` is the number of an airgram beside its level."""
_NO_LETTER = re.compile(r"[\W\d_]+")

_LONGEST, _WORDS = 110, 8
"""No marking is longer (characters); none in small letters has more words."""

_OWNERS = (
    "NATO", "OTAN", "COSMIC", "ATOMAL", "FOCAL", "SEATO", "OTASE", "CENTO", "METO", "ANZUS", "ANZAM", "WEU", "UEO",
    "EU", "UE", "EURATOM", "EURA", "UN", "ABCA", "UK", "U.K.", "US", "U.S.", "USA", "CAN", "CANUS", "CANUKUS", "AUS",
    "AUST", "AUSCANNZUKUS", "NZ", "N.Z.", "FRG", "UKUSA", "BRITISH", "AMERICAN", "CANADIAN", "AUSTRALIAN",
    "NEW ZEALAND", "UNITED KINGDOM", "UNITED STATES", "COMMONWEALTH",
)  # fmt: skip
"""Whose classification it is. What is meant for the eyes of one or several of them only names them too."""
_LEVELS_OF: dict[str, str] = {
    "English": r"(?:most |top )?secret|(?:(?:strictly|most|very|highly|(?:private|personal) and) )?confidential"
    r"|limited official use(?: only)?|(?:for )?official use only|restricted|unclassified",
    "French": r"(?:tr[eè]s |ultra[- ])?secret(?: absolu|[ -]d[eé]fense)?|diffusion restreinte|non classifi[eé]"
    r"|(?:tr[eè]s |strictement )?confidentiel(?:[ -]d[eé]fense)?|(?:strictement )?r[eé]servé",
    "German": r"(?:streng |ganz )?(?:geheim|vertraulich)|(?:geheime )?verschlu(?:ss|ß)sache"
    r"|geheime (?:reichs|kommando|regierungs)sache|(?:vs[ –-]*)?nur für den dienstgebrauch"
    r"|vs[ –-]*(?:vertraulich|geheim)",
    "Italian": r"(?:strettamente )?(?:segret[oa]|riservat[oa]|confidenziale)|segretissim[oa]|riservatissim[oa]",
    "Spanish": r"(?:muy |ultra[- ]?|estrictamente )?(?:secret[oa]|reservad[oa]|confidencial)|difusi[oó]n limitada",
    "Portuguese": r"ultra-?s?secreto|muito (?:secreto|confidencial)|estritamente confidencial",
    "Russian": r"(?:сов(?:ершенно|\.)? ?|строго )?секретно|особая папка|особой важности|не подлежит оглашению"
    r"|для служебного пользования|(?:строго )?конфиденциально|(?:sov(?:ershenno|\.) |strogo )sekretno",
    "Ukrainian": r"(?:цілком )?таємно",
    "Bulgarian": r"(?:строго )?поверително",
    "Serbian and Croatian": r"(?:strogo )?(?:tajno|povj?erljivo)|državna tajna|(?:строго )?(?:поверљиво|тајно)",
    "Polish": r"(?:ściśle )?(?:tajne|poufne)(?: specjalnego znaczenia)?",
    "Czech and Slovak": r"(?:přísně |prísne )?(?:tajné|důvěrné|dôverné)|vyhrazené",
    "Hungarian": r"(?:szigorúan )?(?:titkos|bizalmas)",
    "Romanian": r"(?:strict )?confidențial|strict secret(?: de importanță deosebită)?|secret de stat",
    "Dutch": r"(?:zeer |strikt )?(?:geheim|vertrouwelijk)",
    "Scandinavian": r"(?:strengt |yderst |kvalificerat )?(?:hemmeligt?|hemlig|fortroligt?|konfidentiell)",
    "Finnish": r"(?:erittäin )?salainen|luottamuksellinen",
    "Turkish": r"(?:çok )?gizli|hizmete özel",
    "Greek": r"(?:[άα]κρως )?απ[όο]ρρητον?|εμπιστευτικ[όο]ν?",
    "Chinese and Japanese": r"绝密|絕密|机密|機密|秘密|極秘|极秘",
    "Korean": r"극비|비밀|대외비",
    "Hebrew": r"סודי(?: ביותר)?|שמור",
    "Arabic": r"سري(?: للغاية| جدا)?",
}
"""The levels of classification by language."""
_CAVEATS = (
    # who may see it
    r"eyes only", r"(?:uk|us|can|aus|canadian)(?:/(?:uk|us|can|aus|nz)){0,4} eyes(?: only| [a-d]| alpha| bravo)?",
    r"rel(?:easable)?(?: to)? [a-z]{2,4}(?:[/, ]+[a-z]{2,4}){0,5}", r"noforn", r"nocontract", r"austeo", r"guard",
    r"discreet", r"no foreign dissem(?:ination)?(?: except [a-z/ ]{2,30})?", r"no dissem abroad",
    r"outside the department", r"(?:and )?(?:strictly )?personal", r"and confidential", r"exclusive(?:ly)?",
    r"formerly", r"presidential handling", r"background use only", r"controlled dissem", r"burn before reading",
    r"limit(?:ed)? (?:distribution|dissem)", r"no distribution(?: outside department)?", r"orcon", r"propin",
    r"wnintel", r"persönlich", r"personnel",
    # by what channel
    r"nodis(?: plus)?", r"exdis", r"limdis", r"stadis", r"specat", r"dedip", r"cherokee", r"harvan",
    r"special handling", r"(?:handle )?via [a-z-]{3,12} channels?(?: only)?", r"channels? only", r"roger channel",
    r"priority", r"immediate", r"niact", r"flash", r"(?:us )?urgent", r"routine", r"plain", r"rush",
    # what it holds
    r"sensitive", r"restricted data", r"cnwdi", r"crypto", r"code ?word", r"sao", r"comint", r"elint", r"si",
    r"tk", r"hcs", r"umbra", r"gamma", r"zarf", r"moray", r"spoke", r"trine", r"dinar", r"canoe", r"daunt", r"ruff",
    r"ultra", r"talent", r"keyhole", r"atomal", r"cosmic",
    # until when
    r"x?gds", r"xds", r"oadr",
)  # fmt: skip
"""What is said of handling after a level."""
_SCHEDULE = r"(?:[- ]?\(?[1-4]\)?)?"
"""The number of the schedule: `XGDS-3`, `GDS (2)`."""
_OWNED = rf"(?:(?:{'|'.join(map(re.escape, _OWNERS))})(?:[ /]| AND ))"
_MARKING = re.compile(
    rf"(?:(?:most )?immediate )?{_OWNED.lower()}{{0,4}}(?:{'|'.join(_LEVELS_OF.values())})!?"
    rf"(?:[\s/,;:.()–—-]+(?:{'|'.join(_CAVEATS)}){_SCHEDULE})*[.)]?(?:\s?\(\d\))?"
)
"""`TOP SECRET - SENSITIVE - EYES ONLY`, `Secret; Limit Distribution.`, `NATO SECRET`, all in small letters."""
_ALONE = re.compile(
    rf"{_OWNED}{{1,4}}(?<=[ ])EYES[ ](?:ONLY|[A-D]|ALPHA)|FOR[ ](?:YOUR|HIS)[ ]EYES[ ]ONLY"
    r"|XGDS|X?GDS[ -]?\(?[1-4]\)?|NODIS|EXDIS"
)
"""Caveats that stand without a level, in capitals."""


def is_classification(words: str) -> bool:
    """Whether the words of a line are a classification and nothing else."""
    if len(words) > _LONGEST or (words.count(" ") > _WORDS and not words.isupper()):
        return False
    small = words.replace("İ", "i").lower()
    return _by_letters(words) or (_MARKING.fullmatch(small) or _ALONE.fullmatch(words)) is not None


def _by_letters(words: str) -> bool:
    """`SECRET`, `C O N F I D E N T I A L`, `TOP SECRET/SENSITIVE`, misread `SECRET-EVES ONLY`; `Secret` alone."""
    if not words.isupper() and len(words.split(None, 2)) > 2:
        return False
    letters = _NO_LETTER.sub("", words)
    if letters.upper() in _EXACT:
        return letters.isupper() or len(words.split()) <= 2
    if not letters.isupper() or not _SHORTEST_MISREAD <= len(letters) <= 40 or _NUMBER.search(words):
        return False
    slack = 1 if len(letters) < 12 else 2
    return extractOne(letters, _SPELT, scorer=Levenshtein.distance, score_cutoff=slack) is not None
