"""Where a text names persons of an index: the reading of one passage.

    known(Line("Secretary Dean Rusk told Kennedy"), index)
      → Mention "Dean Rusk" (title secretary, given 1), Mention "Kennedy"

A mention begins at a form of the index (surname, full name …) and grows to the left over forenames and initials that
fit its persons. A given name that fits none of them (`James Flood`) makes it another person. Words after the name may
take it into the name of a thing (`Kennedy Library`). Surnames that are words or places too are marked as risky; whether
they stand is decided with the knowledge of the whole document (`pipeline.resolve.persons`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.authority.index import ALIAS, FULL, SHORT, SURNAME, Form, Index
from pipeline.authority.words import NO_NAMES, listed, nicknames, word_list
from pipeline.grammar.names import (
    ABBREVIATED_TITLES,
    COURTESY,
    HONOURS_BEHIND,
    PARTICLES,
    TITLES_WITH_POINT,
    WITH_AYN,
    alike,
    keys,
    words,
)
from pipeline.resolve.inverted import inverted_end, is_initial
from pipeline.resolve.lines import ARTICLES, CLOSE, COMRADES, ENDING, HYPHENS, PLURAL_TITLES, TITLES, Line

MOST_PARTICLES = 4
"""Particles that may follow each other, with the word behind them: `de la Torriente`."""
MAX_GIVEN = 4
"""Forenames and initials that may stand before a surname."""
_WITHIN_TITLE = TITLES | words("foreign prime field attorney vice rear first")
"""Words of a title before its last word."""
WORD, PLACE, BRIEF = "word", "place", "brief"
"""Why a bare surname is risky: it is an ordinary word, a place, or very short."""

_AFTER_TITLE = frozenset({" ", ". ", ".", "-", "–", " [", ". [", " (", ". ("})
"""What may stand between a title and a name; a bracket before a forename that an editor supplied."""
IN_A_ROW = frozenset({", ", " and ", ", and ", " & ", "., ", ". and "})
_ADJECTIVE = re.compile(r"(?:ist|ian|ese|ish|ite|ean)s?$")
_TIGHT = frozenset({" ", *HYPHENS})
_OFFICE_BEFORE = re.compile(
    r"((?:(?:Assistant|Deputy|Under|Acting|First|Foreign|Permanent) )*"
    r"(?:Secretary|Ministers?|Director|Representative|Ambassador|Adviser|Affairs) (?:of|for|to)"
    r" (?:the )?[A-Z]\w+(?:(?: and)? [A-Z]\w+){0,3}) $"
)
"""An office of several words before a name: `Secretary of State Dulles`."""
_FIGURE = re.compile(r"[\d_] $")
"""What may end an office besides a letter: `Secretary of G8 Rusk`."""
PLACING = words("at in near into outside inside throughout around beyond via")
"""Words before a place: `At Tula Brezhnev had said`."""
_SMALL_LINKS = words(
    """and or of in on at to for with from by as that who whom which was is has had would will could should might may
    did does can must were are be been not also then now if but when while because than about into over under
    after before during until himself personally alone again still never ever just only both too there here"""
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a line: atoms `first` to `last` (exclusive); `given` of them are forenames before the surname.

    `persons` are numbers in `index`. `titles` are the keys of the title words before the name, nearest last.
    """

    line: Line
    first: int
    last: int
    index: Index
    persons: tuple[int, ...]
    kind: str
    given: int = 0
    titles: tuple[str, ...] = ()
    risky: str = ""
    speaks: bool = False

    @property
    def strong(self) -> bool:
        """Whether the mention itself says who is meant: a forename, a title, or a full name."""
        return bool(self.given or self.titles) or (self.kind == FULL and self.last - self.first > 1)

    @property
    def polite(self) -> bool:
        """Whether it has titles, and none of an office: `Mr. Dulles`."""
        return bool(self.titles) and COURTESY.issuperset(self.titles)

    @property
    def whole(self) -> bool:
        """Whether the name is the whole passage, like a signature."""
        return len(self.line.words) == self.last - self.first and not self.line.shouting

    @property
    def start(self) -> int:
        """Where the name begins in the passage, with the mark of a nickname (`“Che” Guevara`) or of ayn."""
        text, start = self.line.passage.text, self.line.starts[self.first]
        close = _CLOSING.get(text[start - 1 : start])
        nickname = close is not None and text.find(close, start, self.end) > start
        ayn = text[start - 1 : start] == "‘" and self.line.keys[self.first] in WITH_AYN
        return start - (nickname or (ayn and self.last > self.first + 1))

    @property
    def opening(self) -> int:
        """Where the name begins in the passage, its titles included."""
        return self.line.starts[max(0, self.first - len(self.titles))]

    @property
    def end(self) -> int:
        """Where the name ends in the passage; with the point of an initial behind the surname."""
        end = self.line.ends[self.last - 1]
        return end + (self.last - self.first > 2 and is_initial(self.line, self.last - 1))

    @property
    def text(self) -> str:
        """The name as it stands in the passage."""
        return self.line.passage.text[self.start : self.end]


def known(line: Line, index: Index, free: Sequence[bool] | None = None) -> list[Mention]:
    """All mentions of persons of the index in a line, in order, without overlap; `free`: atoms that may be used."""
    found: list[Mention] = []
    if index.firsts.isdisjoint(line.keys) and not line.divided:
        return found
    done = 0
    for at in line.beginnings:
        if not (line.keys[at] in index.firsts or at in line.divided) or at < done or not (free is None or free[at]):
            continue
        if at in line.of_things:
            continue
        mention = _mention(line, at, index)
        if mention is None:
            continue
        while found and found[-1].last > mention.first:
            if found[-1].strong and not mention.given:
                break
            found.pop()
        else:
            found.append(mention)
        done = mention.last
    return _share_titles(found)


def _share_titles(mentions: list[Mention]) -> list[Mention]:
    """`Messrs. McCloy and Stevenson`: a title in the plural goes with every name of the row."""
    result: list[Mention] = []
    for mention in mentions:
        if result and not mention.titles and result[-1].titles and result[-1].line is mention.line:
            before = result[-1]
            between = mention.line.passage.text[before.end : mention.start]
            if before.titles[-1] in PLURAL_TITLES and between in IN_A_ROW:
                mention = replace(mention, titles=before.titles, risky="")
        result.append(mention)
    return result


def _mention(line: Line, at: int, index: Index) -> Mention | None:
    divided = _divided(line, at, index)
    if divided:
        return _grown(line, at, at + 2, index, divided)
    for length, forms in index.at(line.keys, at):
        last = at + length
        ends = line.capital[last - 1] or (length > 1 and line.gaps[last - 1] in HYPHENS)
        if not ends or (length > 1 and not all(_inside(line, k) for k in range(at + 1, last))):
            continue
        mention = _grown(line, at, last, index, forms)
        if mention is not None:
            return mention
    return None


def _divided(line: Line, at: int, index: Index) -> list[Form]:
    """The forms of a surname that the end of a line has divided: `Khru-shchev`."""
    if line.gaps[at + 1] != "-" or line.capital[at + 1]:
        return []
    whole = line.keys[at] + line.keys[at + 1]
    return next((forms for length, forms in index.at([whole], 0) if length == 1), []) if whole in index else []


def _inside(line: Line, at: int) -> bool:
    return at - 1 not in line.possessive and line.gaps[at] in CLOSE


def _chain(line: Line, at: int) -> list[int]:
    """Atoms before the surname at `at` that may be forenames or initials, the nearest first."""
    found: list[int] = []
    here = at
    while len(found) < MAX_GIVEN and here > 0 and line.joined(here):
        before = line.keys[here - 1]
        if before in TITLES and before not in word_list("given_names") and not _initial_after(line, here, found):
            break
        if not line.capital[here - 1] and not line.particle(here - 1):
            break
        found.append(here - 1)
        here -= 1
    return found


def _initial_after(line: Line, here: int, found: Sequence[int]) -> bool:
    """Whether the letter before atom `here` is an initial (`George M. Elsey`, `R. M. Dutton`), not a title
    (`M. Alphand`)."""
    if len(line.words[here - 1]) > 1:
        return False
    if found and line.signature:
        return True  # M. E. Dening
    forename = len(line.words[here]) > 1
    if found and forename and line.keys[here - 1] == "m" and line.monsieur_at(here - 1):
        return here > 1 and line.capital[here - 2] and line.joined(here - 1)  # of `John M. Michel Smith`
    if found or here < 2 or not line.joined(here - 1):
        return bool(found)
    return line.keys[here - 2] in word_list("given_names") or (line.gaps[here - 1] == ". " and _initial(line, here - 2))


def titles_before(line: Line, at: int) -> tuple[str, ...]:
    """Keys of the title words directly before atom `at` (`Deputy Foreign Minister` → deputy, foreign, minister)."""
    if at == 0:
        return ()
    joined = not line.gaps[at - 1].endswith(" ")
    if (line.capital[at - 1] or joined) and (line.gaps[at] == " " or _FIGURE.search(line.gaps[at])):
        start = line.starts[at]
        long = _OFFICE_BEFORE.search(line.passage.text, max(0, start - 70), start)
        if long is not None:
            return keys(long[1])
    found: list[str] = []
    here = at
    while here > 0 and len(found) < 4:
        before = line.keys[here - 1]
        gap = line.gaps[here]
        small = not line.capital[here - 1] and before not in COMRADES
        if here - 1 in line.possessive or gap not in _AFTER_TITLE or small:
            break
        if gap[:1] == "." and before not in ABBREVIATED_TITLES:
            break
        if gap[:1] != "." and before in TITLES_WITH_POINT:
            break
        if before not in (TITLES if not found else _WITHIN_TITLE):
            break
        found.append(before)
        here -= 1
    if found and _serving(line, here):
        found.append("assistant")
    return tuple(reversed(found))


def _serving(line: Line, at: int) -> bool:
    """Whether the title at `at` is that of somebody whom others serve: `Assistants to the President Anderson`."""
    return at > 1 and line.keys[at - 1] == "the" and line.keys[at - 2] == "to" and line.gaps[at] == " "


def _grown(line: Line, at: int, last: int, index: Index, forms: list[Form]) -> Mention | None:
    """The mention whose surname is at `at`–`last`, with the forenames before it; None if it means something else."""
    chain = _chain(line, at)
    depth = [_agreeing(line, chain, index, form.person) for form in forms] if chain else [0] * len(forms)
    best = max(depth)
    if best == 0 and chain and _other_person(line, chain, index, all(index.forenames[form.person] for form in forms)):
        return None
    fitting = [form for form, good in zip(forms, depth, strict=True) if good == best]
    first = chain[best - 1] if best else at
    if not best and (behind := inverted_end(line, last)):
        fitting = [form for form in fitting if _may_be_called(index, form.person, line.keys[last])]
        if not fitting:
            return None
        best, last = behind - last, behind
    initials = best > 0 and all(len(line.words[k]) == 1 for k in chain[:best])
    if initials and chain[best:] and _other_given(line, chain[best], index):
        return None
    if initials and _goes_on(line, last) and _opens_another(line, at, last, index):
        return None
    titles = titles_before(line, first)
    kind = min((form.kind for form in fitting), key=_SUREST.index)
    if best == 0 and _after_sir(line, at, last, titles, index):
        return None
    if best == 0 and kind == SHORT and (len(line.keys[at]) < 3 or _part_of_another(line, chain)):
        return None
    if _thing(line, at, last, best > 0, index):
        return None
    persons = tuple(form.person for form in fitting)
    mention = Mention(line, first, last, index, persons, kind, best, titles, "", _speaks(line, last))
    risk = _risk(line, mention)
    if not risk:
        return mention
    return None if _word_here(line, mention) else replace(mention, risky=risk)


def _may_be_called(index: Index, person: int, given: str) -> bool:
    """Whether a word (a key) may be the forename of a person, of whom perhaps none is known."""
    return not index.forenames[person] or index.forename_fits(person, given)


_CLOSING = {"“": "”", '"': '"'}
_SUREST = (FULL, SURNAME, SHORT, ALIAS)
"""Kinds of forms, the one that says most first."""


def _goes_on(line: Line, last: int) -> bool:
    """Whether a capitalised word that may belong to one name follows."""
    return last < len(line.words) and line.capital[last] and line.joined(last)


def _after_sir(line: Line, at: int, last: int, titles: Sequence[str], index: Index) -> bool:
    """Whether a word is the given name of a knight (`Sir David`), though it is also somebody's surname."""
    if not titles or titles[-1] not in ("sir", "dame") or last - at > 1:
        return False
    return not _goes_on(line, last) and _is_given(line.keys[at], index)


def _agreeing(line: Line, chain: list[int], index: Index, person: int) -> int:
    """How many atoms of the chain, from the surname leftwards, are forenames of the person; an initial or a middle name
    that the entry does not have may stand between (`Robert S. McNamara`, `Robert Strange McNamara`)."""
    good = 0
    for n, at in enumerate(chain):
        word = line.keys[at]
        if line.shouting and len(line.words[at]) > 1 and word in _SMALL_LINKS:
            break
        if not line.capital[at] and line.particle(at):
            continue
        if _forename_here(line, at, index, person):
            good = n + 1
        elif n + 1 == len(chain) or not (_initial(line, at) or _full_forename(line, chain[n + 1], index, person)):
            break
    return good


def _full_forename(line: Line, at: int, index: Index, person: int) -> bool:
    """Whether an atom is a forename of the person written out, so that what follows may be a middle name."""
    return len(line.keys[at]) > 2 and line.keys[at] in index.forenames[person]


def _forename_here(line: Line, at: int, index: Index, person: int) -> bool:
    """Whether an atom is a forename of the person here; a word that only has the initial must look like a forename."""
    word, own = line.keys[at], index.forenames[person]
    if word in own or (word in PARTICLES and any(word in keys(name.forename) for name in index.persons[person].names)):
        return True  # Abd al-Karim Qasim
    if len(line.words[at]) == 1:
        return index.forename_fits(person, word) and _initial(line, at)
    if any(alike(word, forename) for forename in own):
        return True
    if len(word) > 2 and any(forename.startswith(word) for forename in own):
        return True
    return (
        word in word_list("given_names")
        and not listed(word, ("common_words", "office_words", "geography"))
        and index.forename_fits(person, word)
    )


def _initial(line: Line, at: int) -> bool:
    word = line.words[at]
    return len(word) == 1 and word.isupper() and line.passage.text.startswith(".", line.ends[at])


def _is_given(key: str, index: Index) -> bool:
    return key in word_list("given_names") or key in nicknames() or key in index.given


def _other_given(line: Line, at: int, index: Index) -> bool:
    word = line.keys[at]
    return len(line.words[at]) > 1 and _is_given(word, index) and word not in word_list("geography")


def _other_person(line: Line, chain: list[int], index: Index, complete: bool) -> bool:
    """Whether the words before the surname are forenames of somebody else: `James Flood`, `J. Kennedy`. `complete`: of
    all who have that surname a forename is known, so that a word at the beginning of a sentence may be another one."""
    nearest = chain[0]
    word = line.keys[nearest]
    if _initial(line, nearest):
        start = line.starts[nearest]
        before = line.passage.text[max(0, start - 2) : start]
        return before != "U." and before != "D." and not line.opens(nearest + 1)
    if (line.shouting or line.opens(nearest)) and word in word_list("common_words"):
        return False
    titled = nearest > 0 and line.keys[nearest - 1] in TITLES
    if _is_given(word, index) and (titled or word not in word_list("geography")):
        return True
    if nearest and line.keys[nearest - 1] in PLACING and line.opens(nearest - 1):
        return False  # At Tula Brezhnev said
    return line.gaps[nearest + 1] == " " and (_strange(line, nearest) or (complete and _strange_opener(line, nearest)))


def _strange(line: Line, at: int) -> bool:
    """Whether a capitalised word inside a sentence is unknown to word lists and document: perhaps a forename."""
    word, written = line.keys[at], line.words[at]
    if line.shouting or line.opens(at) or len(written) < 4 or written.isupper() or _ADJECTIVE.search(word):
        return False
    return word not in line.small and not listed(word, NO_NAMES)


def _strange_opener(line: Line, at: int) -> bool:
    """Whether a word that opens a sentence is unknown to them, and no verb or adverb by its ending."""
    word, written = line.keys[at], line.words[at]
    if line.shouting or not line.opens(at) or len(written) < 4 or not written[1:].islower() or word in line.small:
        return False
    if ENDING.search(word) or _ADJECTIVE.search(word) or word in word_list("person_verbs"):
        return False
    return not listed(word, (*NO_NAMES, "capitals"))


def _part_of_another(line: Line, chain: list[int]) -> bool:
    """Whether a strange capitalised word stands before a part of a name: `Bui Diem` for an entry `Ngo Dinh Diem`."""
    if not chain or line.gaps[chain[0] + 1] != " " or line.opens(chain[0]) or line.shouting:
        return False
    return not listed(line.keys[chain[0]], ("geography", "office_words"))


def _opens_another(line: Line, at: int, last: int, index: Index) -> bool:
    """Whether a surname is the forename or title of a name that goes on: `Dillon Anderson`, `Rogers C. Morton`."""
    after = line.keys[last]
    if after in HONOURS_BEHIND:
        return False
    if line.gaps[last] == ". " and line.keys[last - 1] in ABBREVIATED_TITLES:
        return True
    if line.gaps[last] not in (" ", " [") or after in word_list("thing_words") or after in TITLES:
        return False
    if _initial(line, last) and last + 1 < len(line.words) and line.capital[last + 1] and line.joined(last + 1):
        return True
    word = line.keys[at]
    if word in word_list("common_words") and line.shouting:
        return False
    names = _is_given(word, index) or word in TITLES
    other = after in word_list("geography") or after in word_list("office_words")
    return names and (not other or after in word_list("given_names"))


def _thing(line: Line, at: int, last: int, given: bool, index: Index) -> bool:
    """Whether the words after a name make it the name of a thing (`Kennedy Library`, `the Carter doctrine`)."""
    if not _goes_on(line, last):
        return False
    if not given and _opens_another(line, at, last, index):
        return True
    if line.gaps[last] != " " or line.shouting:
        return False
    after, things = line.keys[last], word_list("thing_words")
    if after == "presidential" and line.keys[last + 1 : last + 2] and line.keys[last + 1] in things:
        return True
    return after in things and not (after in index and last + 1 < len(line.words) and _speaks(line, last + 1))


def _speaks(line: Line, last: int) -> bool:
    """Whether a verb that asks for a person, or the colon of a speaker's label, follows."""
    if last <= 4 and line.passage.text.startswith(":", line.ends[last - 1]):
        return True
    return last < len(line.words) and line.gaps[last] in (" ", ", ") and line.keys[last] in word_list("person_verbs")


def _risk(line: Line, mention: Mention) -> str:
    """Why the bare name may be no name here; empty if there is no reason for doubt."""
    if mention.strong or mention.last - mention.first > 1:
        return ""
    word = line.keys[mention.first]
    if word in word_list("geography"):
        return PLACE
    if word in TITLES and mention.first > 0 and line.keys[mention.first - 1] in ARTICLES:
        return WORD  # the King, though Mackenzie King is here
    uninformative = line.shouting or line.opens(mention.first)
    if len(word) <= 3 and (
        uninformative or len(word) < 3 or word in word_list("common_words") or _capital_beside(line, mention)
    ):
        return BRIEF
    if word in word_list("common_words"):
        beside = _capital_beside(line, mention)
        if (uninformative and not mention.speaks) or beside:
            return WORD
    return ""


def _word_here(line: Line, mention: Mention) -> bool:
    """Whether a risky surname is the word that it looks like: `the Press`, `Long-Term`."""
    article = mention.first > 0 and line.keys[mention.first - 1] in ARTICLES and line.gaps[mention.first] == " "
    return article or line.gaps[mention.last] in HYPHENS


def _capital_beside(line: Line, mention: Mention) -> bool:
    before = mention.first > 0 and line.gaps[mention.first] in _TIGHT and line.capital[mention.first - 1]
    after = mention.last < len(line.words) and line.gaps[mention.last] in _TIGHT and line.capital[mention.last]
    return bool((before and not line.opens(mention.first - 1)) or after)


def capital_runs(line: Line, free: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Runs of free capitalised atoms that may be one name: (first, last). Particles before them belong to them behind a
    title (`Mr. van der Velden`)."""
    done, end, shouting, things = 0, len(line.words), line.shouting, line.of_things

    def usable(at: int) -> bool:
        return free[at] and at not in things and not (shouting and line.parts(at))

    for at in line.capitals:
        if at < done or not usable(at):
            continue
        done = at + 1
        while done < end and _name_goes_on(line, done) and usable(done):
            done += 1
        yield _behind_title(line, at), done


def _behind_title(line: Line, at: int) -> int:
    """The first of the particles between a title and atom `at`; the atom itself if there are none."""
    first = at
    while first > 0 and not line.capital[first - 1] and line.particle(first - 1) and line.joined(first):
        first -= 1
    titled = 0 < first < at and line.keys[first - 1] in TITLES and line.capital[first - 1] and line.joined(first)
    return first if titled else at


def _name_goes_on(line: Line, at: int) -> bool:
    """Whether an atom joined to that before it is capitalised, or a particle before one that is (`de la Torriente`)."""
    if line.capital[at]:
        return line.joined(at)
    if not line.particle(at):
        return False
    for here in range(at, min(at + MOST_PARTICLES, len(line.words))):
        if not line.joined(here):
            return False
        if line.capital[here]:
            return True
        if not line.particle(here):
            return False
    return False
