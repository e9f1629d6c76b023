"""What the transcript seems to have lost: findings only, the text stays as it is.

    of theUN Secretariat     text/glued-words    perhaps `the UN`
    pp. 6971                 text/page-range     perhaps `69–71`
    in the the talks         text/doubled-word   perhaps `the`

Capitals inside a word are the sign of a lost space, but not in names (`McCone`, `deGaulle`, `MacArthur`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.findings import finding
from pipeline.model import Annotation, Context, Finding, Passage

_SKIP = frozenset({"furniture", "speaker", "participants"})
_INNER_CAPITAL = re.compile(r"[A-Z](?<=[adefhmnorsty].)")
"""A capital behind a letter that ends one of the words below: what every pair of glued words has, and few passages."""
_GLUED = re.compile(
    r"\b(?P<first>the|of|and|in|to|for|a|an|by|with|from|that|on|at|as|is|was|had|has|his|this|between|which|their|our|its|or)"
    r"(?P<second>(?:[A-Z]{2,}|[A-Z]\.(?:[A-Z]\.)+)(?:['’ʼ]s|s)?)(?![\w])"
)
"""A word of the language and an abbreviation without a space between."""
_GLUED_NAME = re.compile(
    r"\b(?P<first>the|of|and|in|to|for|by|with|from|that|between|which)(?P<second>[A-Z][a-z]{3,})\b"
)
_SENTENCES = re.compile(r"(?P<stop>[.?!])(?<=[a-z]{2}.)(?P<next>[A-Z][a-z]+)\b(?![./@])")
"""A full stop without a space after it: `the Congo.He then`."""
_PAGES = re.compile(r"\bpp\.\s?(?P<run>\d{4,8})\b(?!\s?[-–]\s?\d)")
_DOCUMENTS = re.compile(r"\bDocuments\s(?P<run>\d{4,8})\b(?!\s?[-–,]|\sand\b)")
_OFTEN_DOUBLED = "the of and in to a an for by with from on at be is was would he it not as".split()  # noqa: SIM905
_DOUBLED = re.compile(rf"\b(?P<word>{'|'.join(_OFTEN_DOUBLED)})\s(?P=word)\b")
_ITSELF_BEFORE = re.compile(r"[ ](?:" + "|".join(rf"{word}\b(?<=\b{word} {word})" for word in _OFTEN_DOUBLED) + ")")
"""The second of two such words: what begins with a blank is found sooner than what may begin anywhere."""


def annotate(context: Context) -> Annotation:
    """Findings for lost spaces and dashes and for doubled words."""
    found = [one for p in context.document.passages if p.where not in _SKIP for one in _findings(p)]
    return Annotation(findings=tuple(found))


def _findings(passage: Passage) -> Iterator[Finding]:
    text = passage.text
    for pattern in (_GLUED, _GLUED_NAME) if _INNER_CAPITAL.search(text) else ():
        for match in pattern.finditer(text):
            yield _say(passage, match, "text/glued-words", f"{match['first']} {match['second']}")
    for match in _SENTENCES.finditer(text):
        yield _say(passage, match, "text/glued-words", f"{match['stop']} {match['next']}")
    for word, pattern in (("pp.", _PAGES), ("Documents", _DOCUMENTS)):
        for match in pattern.finditer(text) if word in text else ():
            if split := page_range(match["run"]):
                yield _say(passage, match, "text/page-range", f"{split[0]}–{split[1]}")
    for match in _DOUBLED.finditer(text) if _ITSELF_BEFORE.search(text) else ():
        yield _say(passage, match, "text/doubled-word", match["word"])


def page_range(digits: str) -> tuple[str, str] | None:
    """Two rising numbers that a run of digits may be: `6971` → 69 and 71, `71012` → 710 and 12 is none."""
    middle = (len(digits) + 1) // 2
    for cut in (len(digits) // 2, middle):
        first, last = digits[:cut], digits[cut:]
        if last[0] != "0" and int(first) < int(last) <= int(first) + 200:
            return first, last
    return None


def _say(passage: Passage, match: re.Match[str], code: str, better: str) -> Finding:
    words = {
        "text/glued-words": f"“{match.group()}” seems to have lost a space.",
        "text/page-range": f"“{match.group()}” seems to have lost its dash.",
        "text/doubled-word": f"“{match.group()}” has a word twice.",
    }
    hint = f"Perhaps “{better}”; record the correction as choice with sic and corr."
    return finding(code, words[code], hint, passage.source(*match.span()))
