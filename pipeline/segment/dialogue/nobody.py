"""Who cannot be a speaker: fields of a cover sheet, headings, countries that vote, whom a letter or a turn addresses.

SUBJECT: Food Policy      Issue: Wheat.      US: yes      Dear Sir: I have the honor …      Mr. Minister: The note …
For His Majesty the King of Portugal:      By the President:
"""

from __future__ import annotations

import re

from pipeline.grammar.wordlist import word_set

_FIELDS = word_set(
    """
    subject subjects participants participant present place date time attendees attending note notes source
    sources reference references ref refs re copies copy cc info tags summary comment comments message messages
    begin end text quote unquote telegram cable attachment attachments enclosure enclosures tab annex appendix
    dear table figure decision decisions action actions conclusion conclusions recommendation recommendations
    background discussion issue issues option options pros cons approve disapprove distribution classification
    authority drafted drafter approved cleared clearance from via through eo paragraph article item items agenda
    page volume document part section chapter title file box folder record records series number
    agency originator restrictions status criteria following remarks introduction location today tomorrow
    yesterday monday tuesday wednesday thursday friday saturday sunday january february march april june july
    august september october november december accompanied purpose objective objectives problem analysis
    assumptions assessment first second third finally example however namely ps nb warning attention
    urgent priority secret confidential unclassified eyes only resolved whereas done department embassy tel decl by
    phone telephone fax www http https against abstaining abstentions favour favor yeas nays ayes noes appearances
    witnesses briefer briefers interviewed interviewee contents index translation interpretation
    """
)
"""Words that make a line with a colon a heading or a field, not a speaker's label."""
_COUNTRIES = word_set("us usa uk ussr un frg gdr roc prc eec ec nato eu uae uar fao ilo imf")
_REPLIES = word_set(
    "yes no well good right true indeed thanks fine correct agreed absolutely certainly perhaps exactly"
)
_COURTESY = re.compile(
    r"(?:(?:my|dear|honou?red|honou?rable|hon|esteemed|reverend) )*"
    r"(?:sirs?|madame?|gentlemen|lords?|messieurs|monsieur)|(?:your )?(?:excellency|majesty|highness|lordship)"
)
_ADDRESS = re.compile(
    r"(?:mr|madam|monsieur) (?:le )?(?:(?:prime|foreign|acting|deputy|under|vice|high|consul) )*"
    r"(?:president|secretary(?: general)?|minister|chancellor|ambassador|general|consul|commissar|commissioner|premier"
    r"|chairman|chargé d[’']affaires)"
)


_SIGNING = re.compile(
    r"(?:for|by|pour|por|per|für|au nom|im namen|on behalf)"
    r" (?:and|of|the|his|her|their|le|la|les|sa|du|el|los|su|de|den|die|der|das) "
)
"""For whom somebody signs: `For the President of the Republic:`, and who attests a proclamation: `By the President:`"""


def is_field(key: str) -> bool:
    """Whether a key is that of a field, a heading, a signature or a country, or has no words at all."""
    return not key or key in _COUNTRIES or not _FIELDS.isdisjoint(key.split()) or _SIGNING.match(key) is not None


def is_reply(word: str) -> bool:
    """Whether a word opens an answer as a name opens a turn: `Yes. It was so.`"""
    return word in _REPLIES


def is_courtesy(key: str) -> bool:
    """Whether one so addresses another and never says who speaks: `Sir: I have the honor …`, `My Lord: …`."""
    return _COURTESY.fullmatch(key) is not None


def is_address(key: str) -> bool:
    """Whether a letter may so begin in the line of its first sentence, and a turn too: `Mr. Minister: The note …`."""
    return _ADDRESS.fullmatch(key) is not None
