"""Who is behind the label of a turn: `Kissinger:`, `The President:`, `K:`, `Senator Mondale.`, `PM.`

The person whom the resolver found in the label itself, else the cast member with that surname, office or initials, else
whoever is called so in the text of the document. `Q.` and unknown names stay without a person.
"""

from __future__ import annotations

import re
from collections import Counter

from pipeline.model import Block, Certainty, Passage
from pipeline.resolve.speech.company import Company, fold, name_words

_QUERY = re.compile(r"(?:q|question|questions|answer|a|press|journalist|interviewer|voice|voices|an? .*)\.?")
_OFFICES = {"pm": "prime minister", "q": "", "p": "president", "amb": "ambassador", "sec": "secretary"}


class Labels:
    """The labels of one document, each resolved once."""

    def __init__(self, company: Company) -> None:
        self.company = company
        self._known: dict[str, tuple[str, Certainty]] = {}
        called: dict[str, Counter[str]] = {}
        for passage in company.context.document.passages:
            for mention in company.resolved(passage):
                if mention.person:
                    called.setdefault(_plain(mention.label), Counter())[mention.person] += 1
        self._called = {form: count.most_common(1)[0][0] for form, count in called.items() if len(count) == 1}

    def person(self, label: str, passage: Passage | None) -> tuple[str, Certainty]:
        """The id of the cast member behind a label (empty if unknown) and how sure that is."""
        key = _plain(label)
        if key not in self._known or not self._known[key][0]:
            self._known[key] = self._find(label, key, passage)
        return self._known[key]

    def _find(self, label: str, key: str, passage: Passage | None) -> tuple[str, Certainty]:
        company = self.company
        inside = company.resolved(passage) if passage is not None else []
        found = inside[-1].person if inside else ""
        if found and found not in company.participants and (office := company.by_office(label)):
            return office, Certainty.HIGH
        if found:
            return found, Certainty.HIGH
        if _QUERY.fullmatch(key):
            return "", Certainty.LOW
        bare = re.sub(r"^[\[<]\S*\s*|^\d+[.)]?\s+", "", label).strip(" :：.;-–—")
        bracketed = re.search(r"\(([^)]*)\)", bare)
        if bracketed and (person := company.by_name(bracketed[1])):
            return person, Certainty.HIGH
        bare = re.sub(r"\s*\([^)]*\)", "", bare)
        if bare.replace(".", "").isupper() and len(bare.replace(".", "")) <= 4:
            person = company.by_short_form(bare.replace(".", ""))
            if person:
                return person, Certainty.HIGH
        if person := company.by_name(bare):
            return person, Certainty.HIGH
        office = _OFFICES.get(key, key)
        person = company.by_office(office) or self._called.get(office, "") if office else ""
        return (person, Certainty.MEDIUM) if person else ("", Certainty.LOW)


def _plain(label: str) -> str:
    words = name_words(fold(label))
    return " ".join(word for word in words if word != "the")


def speaker_of(block: Block) -> Block | None:
    """The `speaker` of an `sp`."""
    return next((child for child in block.children if child.kind == "speaker"), None)
