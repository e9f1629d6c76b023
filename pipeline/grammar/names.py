"""Names of persons as strings: atoms, titles, and the parts of a name.

    parse_entry("Thompson, Llewellyn E., Jr.")   → surname Thompson, forenames Llewellyn E., suffix Jr.
    parse_entry("Couve de Murville, Maurice")    → surname Couve de Murville, forenames Maurice
    parse_direct("Sir Frank K. Roberts")         → titles Sir, forenames Frank K., surname Roberts
    keys("Kennedy’s Ben-Gurion")                 → kennedy, ben, gurion

An *atom* is a run of letters: hyphens and spaces part atoms, so `Ben-Gurion` and `Ben Gurion` are the same two atoms,
and a possessive ending is no part of one. Keys are lower case without diacritics and apostrophes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

APOSTROPHES = "'’ʼ`‘′"


def words(text: str) -> frozenset[str]:
    """A set of words written as one text."""
    return frozenset(text.split())


ABBREVIATED_TITLES = words(
    """mr mrs ms messrs mme mlle m dr drs prof rev hon rt msgr mgr fr gen maj lt col brig capt cdr cmdr comdr lcdr adm
    radm vadm cpt ltc ltcol ltg ltgen majgen brigen briggen sgt cpl cdre commo wg gp sqn ldr flt gral cnel lic ing dra
    srta sra amb sen gov rep sec pres asst st cde comr comrs tov jhr frhr shri smt"""
)
"""Titles that may be written with a point; after the point of another title a sentence ends (`the President. Then`)."""
_RANKS = words(
    """generalissimo general major lieutenant colonel brigadier captain commander admiral marshal commodore sergeant
    corporal ensign subaltern mg bg avm acm bgen mgen ltjg ssg msgt cpo dci ddci dcm secdef secstate secgen syg
    fonmin formin primin defmin finmin depfonmin forsec fonsec permrep charge comandante marechal brigadeiro"""
)
"""Ranks, and offices as cables shorten them."""
_WESTERN = words(
    """miss professor sir lord lady dame baron baroness count countess viscount duke marquis marquess marchese margrave
    comte vicomte archduke prince princess king queen emperor czar tsar freiherr jonkheer graf landgrave
    herr frau fraulein senor senora senorita senhor senhora signor signora signorina
    monsieur madame mademoiselle mynheer gospodin licenciado ingeniero onorevole commendatore reverend father archbishop
    bishop cardinal monsignor monseigneur patriarch pope abbe archimandrite nuncio rabbi"""
)
_EASTERN = words(
    """shah sheikh shaikh sheik emir sultan khedive vizier vizir ayatollah hojatoleslam hojjatoleslam hojatolislam
    hujjatulislam imam mullah mulla mufti sayyid sayed sayyed sayid seyyed seyyid saiyid hajji haji hadji alhaji
    alhaja mallam sardauna osagyefo mwalimu mzee kabaka moulay mulay nana asantehene ras
    dejazmach dejazmatch dedjazmatch bitwoded blatta lij
    ato fitawrari pandit shrimati kumari maulana maulvi maulavi moulana moulvi sardar begum nawab nawabzada
    maharaja maharajah maharana maharani nizam thakur swami bogyoke thakin daw tunku tengku tuanku dato datuk
    datin tun encik inche samdech phagna tiao phya phraya luang nai"""
)
"""Titles and forms of address of the Near East, Africa, South and South-East Asia."""
PERSONAL_TITLES = (
    ABBREVIATED_TITLES
    | _RANKS
    | _WESTERN
    | _EASTERN
    | words(
        """honorable honourable excellency comrade ambassador senator congressman congresswoman representative governor
        mayor president premier chairman chancellor minister secretary judge justice counselor counsellor councilor
        councillor consul commissioner commissar director chief delegate deputy assistant under attache
        speaker spokesman envoy taoiseach tanaiste prasident vizeprasident bundeskanzler bundesminister
        staatssekretar abgeordneter abgeordnete kollege kollegin"""
    )
) - {"st"}
"""Words that may stand directly before a name and are no part of it (keys)."""

TITLES_WITH_POINT = words("fr ing lic")
"""Those that are no titles without it: `Fr. Hesburgh`, but `Fr Union`."""
SURNAMES_TOO = words(
    """pandit sen king prince pope bishop judge major marshal mufti sardar begum thakur sayed sayyid nawab lord duke
    baron"""
)
"""Titles that behind a forename are the surname: `Vijaya Lakshmi Pandit`, `Samar Sen`, `Mackenzie King`."""
OFFICE_WORDS_TOO = words("black white green west north south east church page french english winter strike mills")
"""Words of bodies and offices (the White House, the West) that behind a forename are the surname: `Eugene Black`."""

HONOURS_BEHIND = words("pasha pacha bey effendi efendi aga agha hanoum hanum sahib")
"""Words that may stand directly behind a name and are no part of it: `Enver Pasha`, `Halil Bey`."""

MARRIED_TITLES = words("mrs mme madame frau senora sra signora senhora begum shrimati smt")
FEMALE_TITLES = MARRIED_TITLES | words(
    """ms miss mlle mademoiselle lady dame queen princess baroness countess fraulein senorita srta signorina dra kumari
    maharani datin alhaja"""
)
MALE_TITLES = words("mr messrs sir lord king prince herr monsieur father shah m senor signor senhor shri")

MEN_OF_RANK = words(
    """president premier prime chancellor generalissimo general major lieutenant colonel brigadier captain admiral
    marshal commodore gen maj col brig capt adm sir king shah sultan emir sheikh shaikh maharaja imam"""
)
"""Titles whose bearers were men, but for the few of `WOMEN_IN_POWER`."""
WOMEN_IN_POWER = words(
    """aquino bandaranaike bhutto brundtland chamorro charles cresson domitien finnbogadottir gandhi gueiler
    kumaratunga meir pascal peron pintasilgo planinc prunskiene thatcher"""
)
"""Surnames (keys) of the women who were heads of state or government."""

COURTESY = words("mr mrs ms miss dr messrs sir lady lord mme mlle professor prof m")
"""Titles that say nothing of an office."""

FRENCH_FORENAMES = words(
    """achille adrien aime alexandre alphonse amedee anatole andre antoine aristide armand auguste barthelemy benoit
    bertrand camille christophe claude edouard emile emmanuel etienne eugene fernand francois gaston georges gerard
    guillaume gustave henri herve hyacinthe jacques jean jerome jules julien laurent leon leopold louis lucien marcel
    marius maurice maxime michel olivier patrice philippe pierre raymond rene theophile thierry xavier yves edgar"""
)
"""Forenames (keys) before which `M.` is Monsieur, no initial."""
PEERAGES = words("duc duchesse duque duquesa duca conde condesa conte contessa")
"""Titles before a particle (`Duc de Broglie`, `Conde de Motrico`), which elsewhere are names."""

FORENAME_TITLES = frozenset({"sir", "dame", "prince", "princess", "king", "queen", "don", "lord", "lady"})
"""Titles that go with the forename alone: `Sir David`, `King Hussein`."""

PARTICLES = words(
    """de da di du do dos das del della la le les van von der den ter ten zu zur zum af av bin ibn ben al el abu abd
    ud und y e st bint ul ur uz"""
)
HYPHENED_PARTICLES = words("as at ad ed ar er az es us os et an en od il ash esh adh ez ol")
"""Articles in Arabic and Persian names, which are other words where no hyphen follows: `Anwar as-Sadat`."""
WITH_AYN = words("abd abdul abdullah abbas abdallah adnan ali amr aref arif atiyah aziz isa ismat izzat umar uthman")
"""Arabic names that may be written with an opening quotation mark for the first letter: `‘Abd al-Rahman ‘Arif`."""
PATRONYMICS = words("bin ibn bint")
"""`Son of`: what stands before is the name by which somebody is called (`Saud ibn Abd al-Aziz`)."""
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "esq", "ill"})
POST_NOMINALS = words(
    """mp mep mla qc kc pc kg gcb kcb cb gcmg kcmg cmg gcvo kcvo cvo mvo lvo gbe kbe dbe cbe obe mbe dcmg dsc dso mc dfc
    vc om ch gcsi kcsi csi gcie kcie cie bt bart td jp dl frs fba msc phd md dd sj usa usn usaf usmc rn raf ran
    raaf ret"""
)
"""Letters behind a name, in capitals: `Sir Harold Beeley KCMG CBE`."""
_NOT_NAMES = frozenset(
    {"retired", "ret", "usa", "usn", "usaf", "usmc", "air", "force", "army", "navy", "rear", "vice", "graf"}
)

_ATOM = re.compile(r"([^\W\d_]++(?:['’ʼ`‘′][^\W\d_]++)*+)")
_ASCII_ATOM = re.compile(r"([A-Za-z]+(?:['`][A-Za-z]+)*)")
"""The same for a text in ASCII, where a letter is known without asking for its Unicode category."""
_NICKNAME = re.compile(r"[“\"(\[]([^”\")\]]*)[”\")\]]")


@lru_cache(maxsize=65536)
def key(word: str) -> str:
    """A word for comparison: lower case, without diacritics and apostrophes."""
    if word.isascii():
        return word.lower().replace("'", "").replace("`", "")
    plain = unicodedata.normalize("NFD", word.lower())
    return "".join(c for c in plain if not unicodedata.combining(c) and c not in APOSTROPHES)


def parted(text: str) -> list[str]:
    """A text parted at its atoms, possessive endings included: what stands before the first atom, the first atom, what
    stands between it and the second …, what stands after the last. (Every word of a document passes here.)"""
    return (_ASCII_ATOM if text.isascii() else _ATOM).split(text)


def is_possessive(atom: str) -> bool:
    """Whether an atom ends with `’s`."""
    return atom[-2:-1] in APOSTROPHES and atom[-1] in "sS" and len(atom) > 2


def keys(text: str) -> tuple[str, ...]:
    """The keys of all atoms of a text, without possessive endings."""
    return tuple(key(atom[:-2] if is_possessive(atom) else atom) for atom in parted(text)[1::2])


@dataclass(frozen=True, slots=True)
class NameParts:
    """A name taken apart; every string as written.

    `variants` are other forms of the surname or of the whole (in brackets before the comma), `aliases` are nicknames
    and other names (in brackets or quotation marks after it).
    """

    surname: str
    forename: str = ""
    titles: tuple[str, ...] = ()
    suffix: str = ""
    aliases: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()

    @property
    def gender(self) -> str:
        """`M` or `F` where a title says so."""
        found = {key(title) for title in self.titles}
        return "F" if found & FEMALE_TITLES else "M" if found & MALE_TITLES else ""


def _words(text: str) -> list[str]:
    return text.replace(".", ". ").split()


def _bare(word: str) -> str:
    return key(word.strip(".,;:"))


def _split_titles(words: Iterable[str]) -> tuple[list[str], list[str]]:
    """Words before the name that are titles, and the rest; ranks like `Lt. Gen.` and `Field Marshal` included."""
    rest = list(words)
    titles: list[str] = []
    while len(rest) > 1 and _is_title(_bare(rest[0]), _bare(rest[1])):
        if titles and len(_bare(rest[0])) == 1:
            break  # Sir M. P. A. Hankey; but M. J. Cambon
        titles.append(rest.pop(0).strip(","))
    return titles, rest


RANKS = r"General\s+of\s+the\s+Army|Marshal\s+of\s+the\s+Royal\s+Air\s+Force|Admiral\s+of\s+the\s+Fleet"
"""Ranks of several words, as a pattern."""
PEERS = r"(?:Earl|Marquess|Marquis|Duke|Duchess|Countess)\s+of"
"""Peerages before the name of a place, as a pattern."""
_COMPOUND_TITLE = re.compile(
    r"(?:(?:(?:The\s+)?(?:(?:Rt\.?|Right|Most)\s+)?Hon(?:ou?rable\b|\.|(?=\s))|(?:His|Her)\s+Excellency"
    rf"|H\.\s?E\.(?=\s[A-Z][a-z]*\.?\s[A-Z][a-z])|{RANKS}|(?i:(?:the\s+)?{PEERS})"
    r"|[Tt]he(?=\s(?:Lord|Lady|Viscount|Viscountess|Baron|Baroness)\s))\s+)+"
)
"""Titles of several words, one or more: `The Rt. Hon. A. J. Balfour`, `The Most Hon. the MARQUESS OF SALISBURY`,
`Admiral of the Fleet Cunningham`."""


def _is_title(word: str, following: str) -> bool:
    compound = word in ("field", "foreign", "prime", "attorney") and following in PERSONAL_TITLES
    return compound or word in PERSONAL_TITLES or word in _NOT_NAMES


def _join(words: Iterable[str]) -> str:
    """Words of a name, initials with their point (`T. M.`)."""
    return " ".join(words).strip(" ,;:").removesuffix(" .")


def _aliases(text: str) -> tuple[str, tuple[str, ...]]:
    """A text without what stands in brackets or quotation marks, and that."""
    found = [match.group(1).strip(' ,.“”"') for match in _NICKNAME.finditer(text)]
    names = [alias for alias in found if alias and not {_bare(word) for word in alias.split()} & _NOT_NAMES]
    return _NICKNAME.sub(" ", text), tuple(names)


def _entry_head(text: str) -> tuple[str, tuple[str, ...], str]:
    """What stands before the first comma outside brackets: the surname, its variants, and the rest."""
    depth = 0
    for at, char in enumerate(text):
        depth += (char in "([") - (char in ")]")
        if char == "," and depth <= 0:
            head, found = _aliases(text[:at])
            return head.strip(), tuple(v for part in found for v in re.split(r",\s*", part)), text[at + 1 :]
    head, found = _aliases(text)
    return head.strip(), found, ""


def parse_entry(text: str) -> NameParts:
    """A name as lists print it, surname first: `Abrams, General Creighton W., Jr. (Abe)`.

    A name without comma (`Ho Chi Minh`, `Sukarno`) is all surname. Titles and suffixes are set aside everywhere.
    """
    head, variants, tail = _entry_head(text)
    tail, aliases = _aliases(tail)
    forenames: list[str] = []
    suffix = ""
    titles, words = _split_titles(_words(head))
    for part in tail.split(","):
        more, rest = _split_titles(_words(part))
        titles.extend(more)
        for word in rest:
            bare = _bare(word)
            if bare in SUFFIXES:
                suffix = word
            elif bare in _NOT_NAMES or (bare in PERSONAL_TITLES and len(bare) > 1):
                titles.append(word)
            elif word[0].isupper() or bare in PARTICLES:
                forenames.append(word)
    if not words or not head:
        words, variants = _words(variants[0]) if variants else [], variants[1:]
    return NameParts(_join(words), _join(forenames), tuple(titles), suffix, aliases, variants)


_SIGNED = re.compile(
    r"(?:\[(?:signed|sgd\.?|initiall?ed):?\]|\((?:signed|sgd\.?|initiall?ed):?\)|/signature/|/s/|(?-i:s/)(?=\s?[^\W\d_])|signed:"
    r"|sgd\.?|\(-\)|sd/-|\d{1,2}[./][ivx]+[./-]\d{2,4}(?=\s))\s*",
    re.IGNORECASE,
)


_BETWEEN_STROKES = re.compile(r"/\s?[^\W\d_](?:[^/]*[\w.])?\s?/")


def unsigned(text: str) -> str:
    """A signature without the sign that it is one: `[signed] Schneider`, `/s/ Peter Jessup`, `/A. ALEKSEEV/`."""
    if _BETWEEN_STROKES.fullmatch(text):
        return text.strip("/ ")
    return _SIGNED.sub("", text, count=1) if _SIGNED.match(text) else text


def parse_direct(text: str) -> NameParts:
    """A name as running text and lists of participants print it: `Mr. Llewellyn E. Thompson, Jr.`.

    The surname is the last word with the particles before it; a single word is a surname. What follows a comma is no
    part of the name, unless it is a suffix.
    """
    outer, aliases = _aliases(text)
    head, *rest = [part.strip() for part in outer.split(",")]
    suffix = rest[0] if rest and _bare(rest[0]) in SUFFIXES else ""
    compound = _COMPOUND_TITLE.match(head)
    titles, words = _split_titles(_words(head[compound.end() :] if compound else head))
    if compound:
        titles.insert(0, compound.group().strip())
    while len(words) > 1 and words[-1].isupper() and _bare(words[-1]) in POST_NOMINALS:
        words.pop()
    if words and _bare(words[-1]) in SUFFIXES:
        suffix = words.pop()
    cut = len(words) - 1
    while cut > 0 and _bare(words[cut - 1]) in PARTICLES and len(_bare(words[cut - 1])) > 1:
        cut -= 1
    return NameParts(_join(words[cut:]), _join(words[:cut]), tuple(titles), suffix, aliases)


def skeleton(word: str) -> str:
    """A key without what transliterations differ in: `alexei` and `aleksei` → `aleksei`, `victor` → `viktor`."""
    plain = (
        word.replace("x", "ks")
        .replace("ph", "f")
        .replace("ck", "k")
        .replace("c", "k")
        .replace("y", "i")
        .replace("j", "i")
    )
    return re.sub(r"(.)\1+", r"\1", plain).rstrip("i")


def alike(one: str, other: str) -> bool:
    """Whether two forename keys may be spellings of one name: same beginning, at most one letter different."""
    if min(len(one), len(other)) < 4 or one[0] != other[0]:
        return False
    one, other = skeleton(one), skeleton(other)
    if abs(len(one) - len(other)) > 1:
        return False
    shorter, longer = sorted((one, other), key=len)
    at = next((n for n, (a, b) in enumerate(zip(shorter, longer, strict=False)) if a != b), len(shorter))
    return shorter[at:] == longer[at + 1 :] or shorter[at + 1 :] == longer[at + 1 :]


def agree(one: str, other: str) -> bool:
    """Whether two forename keys may be the same: equal, or one an initial, or one the beginning of the other."""
    if one == other:
        return True
    if not one or not other or one[0] != other[0]:
        return False
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) == 1 or (len(shorter) >= 3 and longer.startswith(shorter))
