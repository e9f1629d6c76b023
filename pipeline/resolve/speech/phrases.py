"""How persons are written where they speak: patterns for names with titles, offices, and capitalized subjects.

    Mr. Tyler · HERR HITLER · LTC Burris · Ayatollah Kashani     a title and a name
    The Minister of Defence · THE CHANCELLOR OF THE EXCHEQUER    an office with what it is the office of
    The Chargé in Moscow said                                    an office with its place, before a verb of saying
    Kwame Nkrumah said                                           capitalized words that open a sentence, likewise
    FonMin said · Rusk asked · AWD replied                       what telegrams and notes have instead

Titles are those of `pipeline.grammar.names`, in small letters and in capitals. Whom a phrase means is decided in
`company.py`; what means nobody that is known still is a subject, so that nobody else gets the words.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from pipeline.authority.words import word_list
from pipeline.grammar.names import ABBREVIATED_TITLES, COURTESY, PARTICLES, PERSONAL_TITLES, keys
from pipeline.grammar.sentences import OPENERS
from pipeline.grammar.wordlist import word_set
from pipeline.resolve.speech.verbs import PAST, STRONG, THIRD

_SELDOM = word_set(
    """
    syed rajah raja negus si u don doña donna señora señorita fräulein gräfin fürst prinz conde marchioness viscountess
    duchess gunnery metropolitan chairwoman voivode hetman lama dalai ambassadress
    """
)
"""Titles that the grammar of names leaves out; some of them are words or names elsewhere."""
_NO_TITLES = frozenset({"st", "m"})
_TITLES = (PERSONAL_TITLES | _SELDOM) - _NO_TITLES


def alternatives(words: Iterable[str], apart: bool = False) -> str:
    """A pattern for one of many words, by their first letters, so that most are not looked at; `apart` says that no
    letter may stand before it, which is asked after the first letter, because a search looks for letters fastest."""
    rows: dict[str, set[str]] = defaultdict(set)
    for word in words:
        rows[word[0]].add(word[1:])
    before = r"(?<!\w{})" if apart else ""
    return "|".join(
        f"{first}{before.format(first)}(?:{'|'.join(sorted(map(re.escape, rest), key=lambda one: (-len(one), one)))})"
        for first, rest in sorted(rows.items())
    )


def _cased(titles: Iterable[str]) -> set[str]:
    return {form for word in titles for form in (word.capitalize(), word.upper())} | {"M", "MM"}


_CASED_TITLES = _cased(_TITLES)
TITLE = rf"(?:{alternatives(_CASED_TITLES)})"
"""One title before a name as printed: `Mr`, `HERR`, `Ayatollah`."""
TITLE_WITH_POINT = rf"(?:{alternatives(_cased(ABBREVIATED_TITLES - _NO_TITLES))})\."
"""One that may have a point; after the point of another the sentence ends: `with the DCM. Mr. Clifford said`."""

_OFFICES = word_set(
    """
    Secretary President Ambassador Minister Premier Chancellor Chairman Chairwoman Senator General Admiral Marshal
    Governor Director King Queen Shah Emperor Prince Consul Counselor Counsellor Commissioner Administrator
    Representative Delegate Chargé DCI DCM SYG FonMin PriMin DefMin FinMin Sec Pres Chief Speaker Attorney Under P K
    """
)
OFFICE_WORDS = frozenset(map(str.lower, _OFFICES))
"""A person known only by an office (`the Vice President`) has no surname `President`."""
_MORE_OFFICES = word_set(
    """
    Adviser Advisor Attaché Comptroller Controller Commander Commandant Captain Colonel Brigadier Major Judge Justice
    Mayor Nuncio Legate Envoy Regent Sultan Emir Amir Khedive Vizier Viceroy Pope Archbishop Bishop Patriarch Treasurer
    Solicitor Superintendent Inspector Rapporteur Deputy Taoiseach Commissar Interpreter Nizam Maharaja Leader Head
    Moderator Congressman Counsel Postmaster Paymaster Empress Princess Dean Coordinator Seal Advocate Lord
    """
)
"""Offices that are words or parts of names as well."""
_VERBS = alternatives(form for table in (PAST, THIRD) for form, manner in table.items() if manner in STRONG)
_SAYS = rf"(?=,?\s(?:then\s|also\s|[a-z]+ly\s)?(?:{_VERBS})\b)"
"""Before a verb of saying."""


def _office_phrase(the: str, word: str, cased: Callable[[str], str]) -> re.Pattern[str]:
    """An office with its article, the words before it, and what it is the office of: `The Foreign and Commonwealth
    Secretary`, `THE MINISTER OF STATE FOR THE ARMY`; with its place only before a verb of saying."""
    offices = alternatives(map(cased, _OFFICES | _MORE_OFFICES))
    second = alternatives(map(cased, ("Secretary", "General", "Minister", "President")))
    of, place, article, also = ("|".join(map(cased, row.split())) for row in ("of for", "to in at", "the", "and"))
    full = rf"(?:U\.\s?[SKN]\.|{word}(?![\w.]\w))"
    proper = rf"(?!{TITLE}\b){full}"  # not: the Minister of Defence and General Dayan
    run = rf"(?:{article}\s{full}(?:\s{full})*|{proper}(?:\s{proper})*)(?:\s{also}(?:\s{proper})+)*"
    return re.compile(
        rf"{the}\s(?=[A-Z])(?:(?!(?:{offices})\b){word}\s{also}\s)?(?:{word}\s){{0,3}}(?:[A-Z]\w*-)?"
        rf"(?:(?:{cased('Sec')}|{cased('Pres')})\.|(?:{offices})(?!\w))(?:-\w[\w-]*)?(?:\s(?:{second}))*"
        rf"(?:\s(?:{of})\s{run})*(?!\s[A-Z])(?:\s(?:{place})\s{run}{_SAYS})?"
    )


OFFICE_PHRASE = _office_phrase(r"[Tt](?<!\w[Tt])he", r"[A-Z][\w-]*", str)
OFFICE_IN_CAPITALS = _office_phrase(r"T(?<!\wT)HE", r"[A-Z][A-Z-]*", str.upper)
BARE_OFFICE = re.compile(
    r"(?=[ADFKMPSV])(?:^|(?<=[.,;:]\s))(?:(?:Acting|Deputy|Prime|Foreign|Vice)\s)*"
    r"(?:FonMin|PriMin|DefMin|FinMin|SYG|Minister|Ambassador|President|Secretary|Premier|Shah|King)"
    r"(?=(?:\s(?:then|also))?\s[a-z]+\b)"
)
"""An office without its article, as telegrams have it: `FonMin said`, `Ambassador replied`."""
_NAME = r"(?:(?:[A-Z][a-z]{0,2}\.)+|[A-Z][\w’'ʼ-]*)"
"""One word of a name, or initials."""
TITLED_NAME = re.compile(rf"(?:{alternatives(_CASED_TITLES, apart=True)})\.?\s(?:{_NAME}\s){{0,2}}[A-Z][\w’'ʼ-]+")
"""A title and a name: `Mr. Tyler`, `COUNT CIANO`."""
BARE_SUBJECT = re.compile(
    r"[A-Z](?:(?<=^.)|(?<=[.,;:?!”\")\]…]\s.)|"
    r"(?<=[dt]\s.)(?:(?<=\band\s.)|(?<=\bbut\s.)|(?<=\basked\s.)|(?<=\btold\s.)))"
    r"(?:[A-Z]{0,3}|[\w-]+(?:\s[A-Z][\w-]+)?)(?=,?\s[a-z])"
)
"""A surname or initials where a subject may stand."""
_SENTENCE = re.compile(r"[.?!”\")\]]\s(?=[A-Z]\S*\s(?:[A-Z]|[a-z]{1,3}\s[A-Z]))")
_CAPITALIZED = re.compile(
    rf"{_NAME}(?:\s(?:{_NAME}|(?:{'|'.join(sorted(PARTICLES - {'y', 'e'}))})(?=\s[A-Z]))){{1,5}}{_SAYS}"
)


def capitalized_subjects(text: str) -> Iterator[re.Match[str]]:
    """Capitalized words that open a sentence, before a verb of saying: `Kwame Nkrumah said`. (A search for the ends of
    sentences is several times faster than one for capitals.)"""
    starts = (0, *(match.end() for match in _SENTENCE.finditer(text)))
    return filter(None, (_CAPITALIZED.match(text, start) for start in starts))


def is_titled_name(label: str) -> bool:
    """Whether what looks like a title and a name may be one: `Ayatollah Kashani`, but not `General Assembly`."""
    first, *rest = keys(label)
    if first in COURTESY:
        return True
    abbreviated = label[-1].isupper() and not label.isupper()  # Chairman EI-MAC
    return rest != [] and not abbreviated and _not_of_things(rest[-1:])


def is_personal_name(label: str) -> bool:
    """Whether capitalized words that open a sentence may be a name: `Kwame Nkrumah`, but not `Radio Moscow`."""
    words = keys(label)
    return words[0] not in OPENERS and _not_of_things(words)


def _not_of_things(words: Iterable[str]) -> bool:
    return _things().isdisjoint(words)


@cache
def _things() -> frozenset[str]:
    return word_list("office_words") | word_list("thing_words") | word_list("geography")
