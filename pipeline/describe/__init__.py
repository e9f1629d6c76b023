"""What a document says of itself: type, number, title, dates with their ground, participants, source note.

Input is a `Document` (blocks as its reader made them) and what the collection says of it, output are `Facts`. Nothing
is guessed without a ground: a date that the document does not state is a range, with low certainty, or none.

    262. Memorandum of Conversation      number 262, type memorandum-of-conversation
    PARTICIPANTS • US • Mr. Tyler        participant `Mr. Tyler` of the group `US`
    Source: … 611.41/11-962. Secret.     date 1962-11-09, ground `decimal file number`

`layout` sorts the passages, `heading`, `company`, `origin` and `when` draw the facts from them; `bounds` has a range
for a document that states no date.
"""

from __future__ import annotations

import re

from pipeline.collection import DocumentEntry
from pipeline.describe import company, origin, when
from pipeline.describe.bounds import date_range
from pipeline.describe.heading import classify, find_number, find_title
from pipeline.describe.layout import gather
from pipeline.grammar import titles
from pipeline.grammar.names import unsigned
from pipeline.model import Authority, Document, Facts

__all__ = ["describe"]

_STOP = re.compile(r"(?<=\w\w)(?<!\bJr)(?<!\bSr)\.$")
"""The stop after a signature of older volumes: `CHARLES FRANCIS ADAMS.`"""


def describe(document: Document, entry: DocumentEntry | None = None, authority: Authority | None = None) -> Facts:
    """What a document says of itself, completed by what the collection says of it.

    The authority file serves only to bound the date of a document that states none.
    """
    material = gather(document, entry or DocumentEntry())
    title = find_title(material)
    type_ = classify(material, title)
    genre = titles.BY_ID.get(type_, titles.DOCUMENT).genre
    source = origin.find_source(material)
    participants = company.participants(material, title)
    correspondents = company.correspondents(material, title, genre)
    sender = next((one.text for one in correspondents if one.action == "sent"), "")
    signed = next((_STOP.sub("", unsigned(passage.text)) for passage in material.layout.signed), "")
    main = next(when.stated(material, source, title, genre, sender), None)
    main = main or when.from_name(document.transcript.name)
    if main is None and authority and genre != "apparatus":
        texts = (passage.text for passage in (*material.layout.heads, *material.layout.body))
        main = date_range(source.parts.locator.text if source else "", texts, participants, authority)
    return Facts(
        type=type_,
        number=find_number(material),
        title=" ".join(title.text.split()),
        subjects=origin.subjects(material, title),
        dates=(*([main] if main else []), *when.around(source, main)),
        places=origin.places(material, title, genre),
        participants=participants,
        correspondents=correspondents,
        source=origin.with_classification(source.note if source else None, material),
        drafter=origin.drafter(material, source, title, genre, signed),
        signed=signed,
    )
