"""The verbs that introduce speech, and how surely each does.

The tables follow the grammar of English reporting verbs and were checked against counts over some 3,300 memoranda of
conversation: `said` alone opens a quarter of the reports, twenty verbs 70 %, sixty 87 %. What follows a verb decides
for the rest: `held that` reports, `held a meeting` does not.

    SAY     statements       said, stated, added              a person as subject is enough
    ASK     questions        asked, inquired, wondered
    REPLY   answers          replied, answered                never by the one who spoke just before
    HOLD    opinions         felt, thought, believed          with a clause; in the past tense; of somebody present
    ACT     acts of speech   thanked, raised, reviewed        what follows is the theme, no clause
    WANT    attitudes        wished, knew, was afraid         the weakest: the sentence as a whole is the report
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from pipeline.grammar.wordlist import word_set


class Manner(StrEnum):
    """What kind of speaking a verb means."""

    SAY = "say"
    ASK = "ask"
    REPLY = "reply"
    HOLD = "hold"
    ACT = "act"
    WANT = "want"


STRONG = frozenset({Manner.SAY, Manner.ASK, Manner.REPLY})
"""The manners that are speech whatever follows."""

_SAY = """
    say:said state note comment add indicate observe remark explain tell:told mention stress emphasize emphasise
    repeat report reiterate assure conclude interject remind recall confirm admit urge insist assert acknowledge warn
    declare recommend suggest argue concede contend claim caution allege affirm announce aver clarify complain confess
    confide counsel deny disclose divulge exclaim expound grumble hint imply inform interpose interrupt joke lament
    maintain muse opine predict proclaim profess propose protest quip reaffirm reassure recount reflect relate reveal
    speculate specify submit summarize summarise testify underline underscore volunteer advise apologize apologise
    concur continue disagree exhort guess object pledge remonstrate restate resume demur agree stipulate forecast
    estimate venture qualify reckon conjecture theorize elaborate expand digress persist jest promise assent
    interpolate amplify intimate surmise intervene guarantee correct swear:swore notify apprise
"""
_ASK = "ask inquire enquire wonder question query request beg implore probe"
_REPLY = "reply answer respond rejoin retort counter riposte"
_HOLD = """
    feel:felt think:thought believe hope doubt consider expect understand:understood fear suppose assume presume
    prefer anticipate suspect imagine realize realise recognize recognise foresee:foresaw hold:held trust gather
    appreciate favor favour deplore regret visualize visualise envisage envision view judge calculate
"""
_ACT = """
    thank review outline describe refer revert allude welcome congratulate commend criticize criticise condemn oppose
    support defend dwell:dwelt denounce convey detail cite quote remark compare contrast dismiss dispute challenge
    contest rebut refute differ trace sketch renew characterize characterise illustrate deprecate enumerate demand
    discourse speak:spoke offer decline refuse reject attribute brief press
"""
_WANT = "want wish know:knew like need intend desire mean:meant seem appear"
_BOTH_BEFORE_ING = word_set("refer submit regret concur demur beg prefer rebut admit quip")
"""Verbs that double their last letter."""


def _forms(entry: str) -> tuple[str, str, str, str]:
    """Base, past, -ing and third person of one entry of the lists above."""
    base, _, past = entry.partition(":")
    stem = base[:-1] if base.endswith("e") else base + base[-1] if base in _BOTH_BEFORE_ING else base
    ies = base.endswith("y") and base[-2] not in "aeiou"
    past = past or (base[:-1] + "ied" if ies else stem + "ed")
    third = base[:-1] + "ies" if ies else base + ("es" if base.endswith(("s", "sh", "ch", "x")) else "s")
    return base, past, (base if base.endswith("ee") else stem) + "ing", third


def _tables() -> tuple[dict[str, Manner], ...]:
    tables: tuple[dict[str, Manner], ...] = ({}, {}, {}, {})
    rows = ((Manner.SAY, _SAY), (Manner.ASK, _ASK), (Manner.REPLY, _REPLY), (Manner.HOLD, _HOLD), (Manner.ACT, _ACT),
            (Manner.WANT, _WANT))  # fmt: skip
    for manner, entries in rows:
        for entry in entries.split():
            for table, form in zip(tables, _forms(entry), strict=True):
                table.setdefault(form, manner)
    return tables


BASE, PAST, ING, THIRD = _tables()
"""Verb form → manner: the base form (`did say`), the past (`said`), the -ing form (`by saying`), the third person."""

PLAIN = word_set(
    """
    said stated replied answered added remarked observed declared continued explained repeated reiterated asked
    inquired enquired responded exclaimed commented interjected says states replies answers adds remarks asks
    """
)
"""Verbs that say no more than that somebody speaks; `with`, `at`, `in` and `for` after them begin an adverbial."""

_PHRASES: Mapping[str, tuple[Manner, frozenset[str]]] = {
    "pointed": (Manner.SAY, frozenset({"out"})),
    "points": (Manner.SAY, frozenset({"out"})),
    "point": (Manner.SAY, frozenset({"out"})),
    "pointing": (Manner.SAY, frozenset({"out"})),
    "broke": (Manner.SAY, frozenset({"in"})),
    "chimed": (Manner.SAY, frozenset({"in"})),
    "summed": (Manner.SAY, frozenset({"up"})),
    "went": (Manner.ACT, frozenset({"into", "over", "through", "on"})),
    "brought": (Manner.ACT, frozenset({"up", "out"})),
    "took": (Manner.ACT, frozenset({"up", "position", "view", "line", "exception", "issue", "stand", "attitude"})),
    "set": (Manner.ACT, frozenset({"forth", "out"})),
    "put": (Manner.ACT, frozenset({"forward", "forth", "question"})),
    "laid": (Manner.ACT, frozenset({"out"})),
    "spelled": (Manner.ACT, frozenset({"out"})),
    "ran": (Manner.ACT, frozenset({"through", "over"})),
    "came": (Manner.ACT, frozenset({"back"})),
    "harked": (Manner.ACT, frozenset({"back"})),
    "returned": (Manner.ACT, frozenset({"subject", "question", "point", "matter", "topic", "problem", "theme"})),
    "turned": (Manner.ACT, frozenset({"subject", "question", "point", "matter", "topic", "problem"})),
    "touched": (Manner.ACT, frozenset({"on", "upon"})),
    "commented": (Manner.SAY, frozenset({"on", "upon"})),
    "drew": (Manner.ACT, frozenset({"attention", "parallel", "distinction", "analogy"})),
    "called": (Manner.ACT, frozenset({"attention", "for"})),
    "raised": (Manner.ACT, frozenset({"question", "questions", "subject", "matter", "point", "points", "problem",
                                      "issue", "possibility", "objection", "objections", "topic"})),
    "posed": (Manner.ASK, frozenset({"question", "questions"})),
    "made": (Manner.SAY, frozenset({"point", "points", "clear", "plain", "remark", "comment", "comments", "statement",
                                    "observation", "observations", "suggestion", "plea", "case", "known", "reference",
                                    "mention", "following", "allusion"})),
    "gave": (Manner.SAY, frozenset({"view", "views", "opinion", "account", "assurance", "assurances", "impression",
                                    "summary", "estimate", "explanation", "description", "reason", "reasons", "report",
                                    "assessment", "reply", "answer", "outline", "review", "example", "details",
                                    "information"})),
    "expressed": (Manner.SAY, frozenset({"view", "views", "opinion", "hope", "belief", "concern", "regret", "doubt",
                                         "doubts", "interest", "appreciation", "fear", "fears", "feeling", "conviction",
                                         "confidence", "wish", "satisfaction", "surprise", "agreement", "pleasure",
                                         "gratitude", "thanks", "desire", "disappointment", "sympathy", "skepticism",
                                         "anxiety", "himself", "herself", "thought", "understanding", "willingness"})),
    "voiced": (Manner.SAY, frozenset({"view", "opinion", "hope", "concern", "doubt", "doubts", "fear"})),
    "offered": (Manner.ACT, frozenset({"opinion", "view", "comment", "suggestion"})),
    "paid": (Manner.ACT, frozenset({"tribute"})),
    "opened": (Manner.ACT, frozenset({"conversation", "discussion", "meeting", "talk", "by", "subject"})),
    "closed": (Manner.ACT, frozenset({"conversation", "discussion", "meeting", "by"})),
    "ended": (Manner.ACT, frozenset({"by"})),
    "started": (Manner.ACT, frozenset({"by", "conversation", "discussion", "off"})),
    "initiated": (Manner.ACT, frozenset({"conversation", "discussion"})),
    "addressed": (Manner.ASK, frozenset({"question", "questions"})),
    "reserved": (Manner.ACT, frozenset({"position"})),
    "cautioned": (Manner.SAY, frozenset({"against"})),
    "joined": (Manner.ACT, frozenset({"saying"})),
    "supposed": (Manner.HOLD, frozenset({"that"})),
}  # fmt: skip
PHRASES = {**_PHRASES, "gives": _PHRASES["gave"], "expresses": _PHRASES["expressed"], "makes": _PHRASES["made"]}
"""Words that mean speech together with another one a few words on: `made the point`, `brought up`, `gave his views`."""

LEADING_TO = word_set(
    """
    went proceeded wished wanted had desired continued hastened undertook felt used began started ventured took
    seemed did asked commenced begged preferred chose offered sought tried goes wishes wants considered found thought
    """
)
"""Verbs that may stand between the subject and the verb of saying: `went on to say`, `had to admit`."""

LEADING_BY = word_set(
    """
    began opened started continued concluded closed ended replied responded answered prefaced introduced
    finished countered commenced led interrupted reacted rejoined resumed summed went initiated begins ends
    summarized followed
    """
)
"""Verbs after which `by saying` or `saying` is the inquit: `opened the meeting by inquiring`."""

STATES = word_set(
    """
    sure certain afraid anxious hopeful inclined convinced concerned glad pleased worried disappointed surprised
    aware confident uncertain unsure doubtful interested skeptical sceptical opinion view satisfied happy sorry
    unable eager willing ready prepared reluctant determined grateful gratified shocked puzzled impressed
    impression disposed encouraged optimistic pessimistic sympathetic opposed
    """
)
"""What a speaker `was`, where the sentence reports his words: `was afraid that`, `was of the opinion that`."""

_ADDRESSING = """
    tell:told remind assure inform warn caution urge advise ask question beg implore answer counsel reassure notify
    promise thank congratulate welcome brief challenge interrupt query exhort contradict correct apprise
"""
ADDRESSING = frozenset(form for entry in _ADDRESSING.split() for form in _forms(entry))
"""Verbs whose object is the person spoken to: `told Mr. Tyler`. After the others he has a `to`: `said to Mr. Tyler`."""

DEEDS = word_set(
    """
    gave took made read rose arose left met saw went came sent brought began held kept found got put led shook drew
    spoke wrote laid ran sat stood set withdrew chose showed
    """
)
"""Irregular past forms that tell what somebody did; the regular ones end in `ed`."""

NOUNS = word_set(
    """
    view views opinion impression belief reply answer response reaction feeling position comment comments
    conclusion understanding hope question suggestion point argument thesis contention recommendation judgment
    judgement thought idea estimate fear concern objection advice proposal remark remarks
    """
)
"""`X's view was that …`: nouns that report what a person said or held."""
