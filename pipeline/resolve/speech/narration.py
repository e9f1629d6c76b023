"""What the narrator says himself: sentences that report no one's words.

    The conversation then switched to India.       the course of the talk
    It was agreed that …; All agreed …             what the meeting decided: nobody's words
    The Ambassador grinned, and we then turned …   what somebody did
    Comment: …                                     the writer's own remarks, to the next inquit

`Kind.COURSE`, `DECISION` and `COMMENT` end a speaker's words; after `DEED` and `ASIDE` the same speaker may go on.
"""

from __future__ import annotations

import re
from enum import StrEnum

from pipeline.resolve.speech.words import Sentence


class Kind(StrEnum):
    """What a narrator's sentence tells."""

    COURSE = "course"
    DECISION = "decision"
    DEED = "deed"
    ASIDE = "aside"
    COMMENT = "comment"


_TALK = (
    r"(?:conversation|discussion|discussions|meeting|talk|talks|interview|luncheon|lunch|dinner|exchange|session|call|"
    r"audience|atmosphere|tone|mood|visit|call|subject|party)"
)
_LEAD = r"(?:[a-z-]+(?: [a-z-]+){0,3} , |then |next |finally |thereupon |again |throughout [^.]{0,80}? , )?"
_RULES = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (Kind.COMMENT, r"^(?:\d+ \. )?(?:embassy |my |drafter )?(?:comments?|note|observations?|remarks|n\.b|evaluation|"
                       r"conclusions?|action taken|impressions?) (?:: |\. |— |- )"),
        (Kind.ASIDE, r"^[\[(].*[\])] ?\.?$"),
        (Kind.COURSE, rf"^{_LEAD}(?:the|this|our|a|his|general|some|further|most of the) (?:[a-z-]+ ){{0,4}}?{_TALK} "
                      r"(?:with @ |between @ and @ |of [^,.]{1,40} )?(?:then |now |next |finally |again |soon |also |thereupon |abruptly )*"
                      r"(?:switched|turned|lasted|ended|began|moved|closed|concluded|broke|adjourned|shifted|ensued|"
                      r"followed|ranged|centered|centred|opened|drifted|proceeded|commenced|reverted|returned|touched|"
                      r"took place|was (?:held|spent|then|resumed|cordial|friendly|brief|relaxed|adjourned|very|most|"
                      r"interrupted|conducted|concluded|devoted|attended)|continued (?:in|for|until|over|at|on))\b"),
        (Kind.COURSE, r"^(?:then |at this point ,? ?)?(?:there (?:then |also |next )?(?:followed|ensued)|"
                      r"there (?:was|were) (?:then |also )?(?:some|a|an|general|further|considerable|brief|no|much) "
                      r"(?:[a-z-]+ ){0,3}(?:discussion|pause|exchange|agreement|silence|laughter|conversation|disagreement)s?)\b"),
        (Kind.COURSE, r"^(?:further |some |general )?(?:discussion|conversation) (?:then )?(?:turned|followed|ensued|"
                      r"moved|centered|continued)\b"),
        (Kind.COURSE, r"^(?:at this point |then |after [a-z]+ ,? ?)?we (?:then |also |next |briefly |now )*(?:discussed|talked|"
                      r"turned|moved|went on to discuss|reviewed|exchanged|parted|met|conversed)\b"),
        (Kind.COURSE, r"^(?:after|before|during|at|following|throughout) [^,]{1,60}, (?:@|he|they|we)(?: and (?:@|i))? "
                      r"(?:conversed|met|talked|retired|adjourned|lunched|dined|withdrew|was relaxed)\b"),
        (Kind.DECISION, r"^(?:after [^,]{1,80}, |in the end , |finally , )?(?:it was (?:then |also |finally |further |"
                        r"generally |thereupon |mutually |accordingly |tentatively )?(?:agreed|decided|resolved|left that|"
                        r"understood|the consensus|suggested|pointed out|noted|felt)|note was (?:made|taken)|"
                        r"(?:they|we|all|both|both sides|both parties|everyone|all present|the two (?:sides|ministers|secretaries|"
                        r"delegations|presidents|men)|the (?:ministers|participants|group|council|committee|board|conference|"
                        r"meeting|members|principals|cabinet|subcommittee|delegations)) (?:then |also |all |generally |both |"
                        r"finally |thereupon |further )*(?:agreed|decided|approved|concluded|concurred|resolved|noted|adopted))\b"),
        (Kind.DECISION, r"^(?:the|this) (?:[a-z-]+ ){0,3}(?:council|committee|board|group|cabinet|conference) (?:\d )?:$"),
        (Kind.DEED, r"^(?:then |thereupon |at this point ,? ?|finally ,? ?)?(?:@|he|she|i)(?: and @)? (?:then |also |thereupon |next |at this point |only |[a-z]+ly )*"
                    r"(?:grinned|smiled|laughed|nodded|shrugged|paused|handed|drew (?:out|from)|produced|rose|excused|"
                    r"took (?:his |her )?leave|withdrew|left the (?:room|meeting)|left at|departed|entered|distributed|"
                    r"passed around|showed (?:@|me|him|us|them)|telephoned|called on (?:@|me|him)|called (?:@|me) on|"
                    r"came to see|came in to see|read a (?:statement|quotation|message|letter|paper|document)|"
                    r"read from|joined (?:us|the)|escorted|accompanied|conversed|was (?:relaxed|cordial|"
                    r"friendly|in good|affable|visibly|obviously|clearly)|seemed (?:relaxed|tired|nervous)|received me|"
                    r"left (?:with|a |an |me|him|@))\b"),
    )
)  # fmt: skip


def shape(sentence: Sentence) -> str:
    """The sentence in small letters, one blank between tokens, `@` for each person."""
    return " ".join(word.text or "@" for word in sentence.words)


def narrator(sentence: Sentence) -> Kind | None:
    """What kind of narrator's sentence this is; None if it may be somebody's words."""
    text = shape(sentence)
    return next((kind for kind, rule in _RULES if rule.search(text)), None)
