"""What the narrator says himself: sentences that report no one's words.

    The conversation then switched to India.       the course of the talk
    It was agreed that …; All agreed …             what the meeting decided: nobody's words
    The motion was seconded by Mr. Roe.
    The Ambassador grinned, and we then turned …   what somebody did
    Comment: …                                     the writer's own remarks, to the next inquit

`Kind.COURSE`, `DECISION` and `COMMENT` end a speaker's words; after `DEED` and `ASIDE` the same speaker may go on. The
rules read the *shape* of a sentence: `@ grinned , and we then turned …`.
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


_TALK = r"""(?:conversation|discussions?|meeting|talks?|interview|luncheon|lunch|dinner|exchange|session|call|audience|
    reception|atmosphere|tone|mood|visit|subject|party)"""
_THEN = r"(?:then\ |also\ |thereupon\ |next\ |again\ |finally\ |now\ |soon\ |briefly\ |abruptly\ )*"
_COMMENT = r"""
    ^(?:\d+\ \.\ )?(?:embassy\ |my\ |drafter\ )?
    (?:comments?|note|observations?|remarks|n\.b|evaluation|conclusions?|actions?(?:\ taken)?|impressions?|addendum
       |recommend(?:ations?|ed\ action)|participants?)
    \ (?::|\.|—|-)(?:\ |$)                                                 # comment : this is the first time
"""
_ASIDE = r"^[\[(].*[\])]\ ?\.?$"
_TURNS = rf"""
    ^(?:[a-z-]+(?:\ [a-z-]+){{0,3}}\ ,\ |then\ |next\ |finally\ |thereupon\ |again\ )?        # in closing ,
    (?:the|this|our|a|his|general|some|further|most\ of\ the)\ (?:[\w-]+\ ){{0,4}}?{_TALK}\   # the conversation
    (?:with\ @\ |between\ @\ and\ @\ |of\ [^,.]{{1,40}}\ )?{_THEN}
    (?:switched|turned|lasted|ended|began|moved|closed|concluded|broke|adjourned|shifted|ensued|followed|ranged|
       centered|centred|opened|drifted|proceeded|commenced|reverted|returned|touched|took\ place|
       was\ (?:held|spent|then|resumed|cordial|friendly|brief|relaxed|adjourned|very|most|interrupted|conducted|
               concluded|devoted|attended)|
       will\ be\ held|continued\ (?:in|for|until|over|at|on))\b
"""
_ENSUED = rf"""
    ^(?:then\ |at\ this\ point\ ,?\ ?)?
    (?:there\ (?:then\ |also\ |next\ )?(?:followed|ensued|follows)|
       there\ (?:was|were)\ (?:then\ |also\ )?(?:some|an?|general|further|considerable|brief|no|much)[ ]
         (?:[a-z-]+\ ){{0,3}}
         (?:discussion|pause|exchange|agreement|silence|laughter|conversation|disagreement)s?|
       (?:further\ |some\ |general\ )?(?:discussion|conversation)\ {_THEN}(?:turned|followed|ensued|moved|centered))\b
"""
_WE = rf"""
    ^(?:at\ this\ point\ |then\ |after\ [a-z]+\ ,?\ ?)?we\ {_THEN}
    (?:discussed|talked|turned|moved|went\ on\ to\ discuss|reviewed|exchanged|parted|met|conversed)\b
"""
_SETTING = r"""
    ^(?:after|before|during|at|following|throughout)\ .{1,90}?\ ,\ (?:@|he|they|we)(?:\ and\ (?:@|i))?\ 
    (?:conversed|met|talked|retired|adjourned|lunched|dined|withdrew|
       (?:was|were|seemed|appeared|remained)\ (?:relaxed|cordial|friendly|tense|calm|in\ good|very|most|quite))\b
"""  # noqa: W291
_AGREED = rf"""
    ^(?:[\[(]\ )?(?:after\ [^,]{{1,80}}\ ,\ |in\ the\ end\ ,\ |finally\ ,\ |
       (?:in|during)\ (?:the\ |further\ |general\ |subsequent\ |ensuing\ )*(?:discussion|debate)\ (?:,\ )?)?
    (?:it\ was\ {_THEN}(?:so\ )?(?:further\ |generally\ |mutually\ |accordingly\ |tentatively\ )?
         (?:agreed|decided|resolved|ordered|left\ that|understood|the\ consensus|suggested|pointed\ out|noted|felt)|
       note\ was\ (?:made|taken)|
       (?:the\ )?following\ (?:[a-z-]+\ ){{0,3}}(?:was|were)\ {_THEN}(?:unanimously\ |finally\ |provisionally\ )?
         (?:agreed|reached|decided|adopted|approved|resolved|taken|accepted|drawn|arrived\ at)|
       (?:they|we|all|both|both\ sides|both\ parties|everyone|all\ present|
          the\ two\ (?:sides|ministers|secretaries|delegations|presidents|men)|
          the\ (?:ministers|participants|group|council|committee|board|conference|meeting|members|principals|cabinet|
                  subcommittee|delegations))\ 
         {_THEN}(?:all\ |both\ |generally\ |further\ )*(?:agreed|decided|approved|concluded|concurred|resolved|noted|
                                                         adopted))\b
"""  # noqa: W291
_SETTLED = rf"""
    ^(?:\(\ [a-z]+\ \)\ )?(?:after|when|while|in|at|during|following)\ .*?\ ,\ 
    it\ was\ {_THEN}(?:agreed|decided)\ (?:that|to)\b
"""  # noqa: W291
_CARRIED = rf"""
    ^(?:@\ |the\ |this\ |that\ |his\ |her\ |their\ )(?:[\w’'-]+\ ){{0,3}}?
    (?:suggestion|proposal|motion|resolution|amendment|recommendation|minutes)s?\ (?:as\ amended\ )?(?:was|were)\ 
    {_THEN}(?:unanimously\ |generally\ |duly\ )?
    (?:seconded|adopted|accepted|approved|carried|agreed\ (?:to|upon|by)|rejected|withdrawn|supported\ by)\b
"""  # noqa: W291
_SERVED = rf"""
    ^(?:tea|coffee|lunch|luncheon|dinner|supper|breakfast|refreshments|drinks|cocktails|champagne|toasts?|gifts|presents|
       photographs?|pictures|pleasantries|courtesies|greetings)\ 
    (?:and\ [a-z]+\ )?(?:was|were)\ {_THEN}(?:served|brought|drunk|proposed|exchanged|taken|announced|offered)\b
"""  # noqa: W291
_DISCUSSED = r"""
    ^(?:this|these|it|the\ (?:[a-z-]+\ ){1,3}?)\ ?(?:was|were)\ (?:then\ |also\ |briefly\ |further\ |all\ )*
    discussed\ (?:at|briefly|in|further|and|with|\.)
"""
_NEITHER = r"^(?:both|neither|neither\ of\ them|the\ two)\ (?:had|have|was|were|knew|heard|has)\b"
_ROUTING = r"""
    ^(?:sent|repeated|passed|pouched|please\ (?:pass|repeat)|dep(?:artmen)?t\ (?:please\ )?(?:pass|repeat))\ 
    (?:to\ )?(?:dep(?:artmen)?t|[a-z]+\ (?:\d|as)|[a-z]+\ ,)                     # sent department 4376
"""  # noqa: W291
_PRESENT = r"""
    ^(?:also\ )?(?:present|recorded|attending|in\ attendance|drafted|interpreted)\ (?:at|by|were|was|:)\b|
    ^(?:[a-z.’'-]+\ ){0,8}@(?:\ (?:,\ )?(?:and\ |(?!and\ ))(?:[a-z.’'-]+\ ){0,6}@)*
    \ (?:was|were)\ (?:also\ )?present\ (?:at|during|for)\b|
    ^(?:(?:the\ )?meeting\ )?(?:adjourned|recessed)\ (?:at|until|for)\b|
    ^(?:from|on)\ the\ [a-z]+\ side\ ,?\ .{0,60}\b(?:attended|present|took\ part)\b|
    ^(?:attachments?|enclosures?|distribution|cc|bcc|copies?\ to)\ ?(?::|$)
"""
_COLLECTIVE = rf"""
    ^(?:some|several|most|all|other|certain)\ (?:other\ )?(?:members|participants|representatives)\b|
    ^(?:the|this)\ (?:[a-z-]+\ ){{0,2}}(?:group|council|committee|board|conference|meeting)\ {_THEN}
    (?:,\ )?(?:asked|requested|felt|discussed|considered|turned|reached|was\ informed|recommended|heard|took\ note)\b|
    ^(?:the|both)\ (?:[\w-]+\ ){{0,2}}(?:representatives|delegates|delegations?|side|members|officials)\ 
    (?:of\ [^,]{{1,60}}\ )?{_THEN}
    (?:said|stated|mentioned|indicated|felt|thought|agreed|expressed|asked|replied|believed|pointed|noted)\b|
    ^(?:at\ [\d:]+\ [^,]{{1,12}}\ )?the\ (?:[a-z-]+\ ){{0,2}}(?:group|council|committee|board|conference|meeting)\ 
    (?:adjourned|recessed|reconvened|convened)\b|
    ^(?:a|another|the)\ suggestion\ was\ made\b|
    ^the\ question\ of\ [^,]{{1,60}}\ was\ (?:left|deferred|not)\b|
    ^(?:in|at)\ the\ (?:[\w-]+\ )?(?:morning|afternoon|evening|second|next)\ (?:meeting|session)\b|
    ^this\ led\ (?:in)?to\ (?:a\ |some\ )?(?:[a-z]+\ )?discussion\b|
    ^(?:the\ )?following\ (?:[a-z]+\ ){{0,3}}(?:were|was)\ (?:then\ )?(?:made|raised|discussed)\b
"""  # noqa: W291
_BODY = (
    r"^(?:the|this)\ (?:[a-z-]+\ ){0,3}(?:council|committee|board|group|cabinet|conference|meeting)\ (?:\d\ )?[:—–-]+$"
)
_ROSE = rf"""
    ^(?:at\ [^.]{{1,40}}?\ (?:,\ )?)?(?:the|this)\ (?:[\w-]+\ ){{0,4}}?
    (?:meeting|session|sitting|committee|sub-?committee|council|conference|board|commission|cabinet|house|assembly|
       delegates?|delegations)\ {_THEN}
    (?:rose|adjourned|recessed|resumed|reconvened|dispersed|was\ (?:then\ )?(?:closed|suspended|resumed|adjourned|
       called\ to\ order|declared\ (?:open|closed))|stood\ adjourned)\b(?!\ to\ the)
"""
_CHAIR = rf"""
    ^the\ (?:acting\ )?(?:president|chairman|rapporteur)\ (?:\(\ [^)]{{1,50}}\ \)\ )?{_THEN}
    (?:read|put|called\ upon|opened\ the|closed\ the|declared\ the)\b
"""
_DEEDS = rf"""
    ^(?:then\ |thereupon\ |at\ this\ point\ ,?\ ?|finally\ ,?\ ?)?(?:@|he|she|i)(?:\ and\ @)?\ {_THEN}
    (?:only\ |at\ this\ point\ |[a-z]+ly\ )*
    (?:grinned|smiled|laughed|nodded|shrugged|paused|handed|drew\ (?:out|from)|produced|rose|excused|
       took\ (?:his\ |her\ )?leave|withdrew|left\ (?:the\ (?:room|meeting)|at|with|a|an|me|him|@)|departed|entered|
       distributed|passed\ around|showed\ (?:@|me|him|us|them)|telephoned|called\ (?:on\ (?:@|me|him)|(?:@|me)\ on)|
       gave\ (?:@|me|him|her|us)\ (?:a|an|the|his)\ (?:copy|paper|text|list|note|memorandum|document|draft|letter)|
       came\ (?:in\ )?to\ see|joined\ (?:us|the)|
       read\ (?:from|a\ (?:statement|quotation|message|letter|paper|document))|
       escorted|accompanied|conversed|seemed\ (?:relaxed|tired|nervous)|received\ me|
       was\ (?:relaxed|cordial|friendly|in\ good|affable|visibly|obviously|clearly)|
       (?:was|were)\ (?:also\ )?present\ (?:at|during|for))\b
"""
_RULES = (
    (Kind.COMMENT, _COMMENT),
    (Kind.DECISION, _AGREED),
    (Kind.ASIDE, _ASIDE),
    (Kind.COURSE, _TURNS),
    (Kind.COURSE, _ENSUED),
    (Kind.COURSE, _WE),
    (Kind.COURSE, _SETTING),
    (Kind.COURSE, _SERVED),
    (Kind.DECISION, _SETTLED),
    (Kind.DECISION, _CARRIED),
    (Kind.COURSE, _DISCUSSED),
    (Kind.DECISION, _BODY),
    (Kind.COURSE, _NEITHER),
    (Kind.COURSE, _PRESENT),
    (Kind.COURSE, _COLLECTIVE),
    (Kind.COURSE, _ROUTING),
    (Kind.COURSE, _ROSE),
    (Kind.COURSE, _CHAIR),
    (Kind.DEED, _DEEDS),
)
_RULE = re.compile("\n|".join(f"({pattern})" for _, pattern in _RULES), re.VERBOSE)
"""All rules in one, the first that fits; the number of the group is that of the rule."""
_DEED = re.compile(_DEEDS, re.VERBOSE)
"""The only rule for sentences that begin with a person, but for who was present."""
_ATTENDED = re.compile(
    rf"""
    ^(?!(?:he|she|it|they|we|i|you|there|if|when|who|whoever|nobody|no)\ )(?:[^\s.;:]+\ ){{1,25}}?
    (?:was|were)\ (?:also\ |both\ |all\ |alone\ )*(?:present|in\ attendance)\ 
    (?:(?:also|too|throughout|as\ well)\ )*
    (?:\.|as\ (?:an?\ )?(?:interpreters?|note-?takers?|observers?)\b|
       (?:at|during|throughout|for)\ (?:the|this|our|these|all|most|part)\ (?:of\ the\ )?(?:[\w-]+\ ){{0,3}}?{_TALK})
    """,  # noqa: W291
    re.VERBOSE,
)
"""`Mr. Ball was also present.`, `Counselor Belous and interpreter Tikhmenev were present at the conversation.`"""


_ASSIGNMENT = re.compile(
    r"^(?:\(? ?(?:[a-z]|[ivx]+|\d{1,2}) [.)] |[•*–—-] )?(?P<who>(?:[^\s.;:]+ ){1,8}?)(?:will|shall|(?:is|are) to) "
)
_ARTICLE = re.compile(r"^the ")


def assignment(sentence: Sentence) -> list[str] | None:
    """Who will do something, in the shape of the sentence: `a. State and CIA will …` gives `state` and `cia`."""
    found = _ASSIGNMENT.match(sentence.shape)
    if found is None:
        return None
    return [_ARTICLE.sub("", one.strip()) for one in re.split(r" and | , ", found["who"])]


def narrator(sentence: Sentence) -> Kind | None:
    """What kind of narrator's sentence this is; None if it may be somebody's words."""
    if ("present" in sentence.words or "attendance" in sentence.words) and _ATTENDED.match(sentence.shape):
        return Kind.COURSE
    if sentence.words and not sentence.words[0]:
        return Kind.DEED if _DEED.match(sentence.shape) else None
    match = _RULE.match(sentence.shape)
    return _RULES[match.lastindex - 1][0] if match and match.lastindex else None
