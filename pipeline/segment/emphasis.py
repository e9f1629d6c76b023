"""Emphasis as markdown writes it, and as OCR tools and web harvesters leave it in transcripts.

    **01373**  →  claim `hi rend="bold"` over all of it, whose content is `01373`
    ~~SECRET~~ →  claim `del rend="strikethrough"`

The signs are no part of the reading text; `xslt/restore.xsl` writes them again from `rend`.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator

from pipeline.model import Claim, Span

_FORMS: tuple[tuple[str, str, re.Pattern[str]], ...] = (
    ("hi", "bold", re.compile(r"\*\*(?=[^\s*])([^*\n]{1,400}?)(?<=\S)\*\*(?!\*)")),
    ("hi", "underscore", re.compile(r"_(?<![\w_]_)(?=[^\s_])([^_\n]{1,400}?)(?<=\S)_(?![\w_])")),
    ("hi", "italic", re.compile(r"\*(?<![\w*]\*)(?=[^\s*])([^*\n]{1,400}?)(?<=[^\s*])\*(?![\w*])")),
    ("del", "strikethrough", re.compile(r"~~(?=[^\s~])([^~\n]{1,400}?)(?<=\S)~~")),
)
_SIGN = re.compile(r"[*_~<#]")
"""No emphasis and no residue is without one of them."""
_RESIDUE = re.compile(
    r"""\#{1,6}[ \t]+(?=\S)                                  # the sign of a markdown heading, at the start only
    | </?(?!sup\b)[A-Za-z][A-Za-z0-9]{0,12}(?:\s[^<>\n]{0,60})?/?>   # <i>, </Newspeech>, <br/>
    """,
    re.VERBOSE | re.IGNORECASE,
)


def residue(text: str, span: Span) -> Iterator[Claim]:
    """What is left of a page's markup within `span`: heading signs and tags, kept as boilerplate."""
    if "<" not in text[span.start : span.end] and not text.startswith("#", span.start):
        return
    for found in _RESIDUE.finditer(text, span.start, span.end):
        if found.start() == span.start or not found.group().startswith("#"):
            yield Claim(Span(*found.span()), "fw", "emphasis/residue", attrs=(("type", "boilerplate"),))


def emphasis(text: str, span: Span, barred: tuple[Span, ...] = ()) -> Iterator[Claim]:
    """The emphasized runs of `text` within `span` that do not cross the `barred` spans (in order) or one another."""
    if _SIGN.search(text, span.start, span.end) is None:
        return
    found = [*residue(text, span)]
    found += [
        Claim(Span(*m.span()), kind, f"emphasis/{rend}", attrs=(("rend", rend),), content=Span(*m.span(1)))
        for kind, rend, pattern in _FORMS
        for m in pattern.finditer(text, span.start, span.end)
    ]
    found.sort(key=lambda claim: (claim.span.start, -claim.span.end))
    open_contents: list[Span] = []
    for claim in found:
        while open_contents and open_contents[-1].end <= claim.span.start:
            open_contents.pop()
        if (open_contents and claim.span not in open_contents[-1]) or _crosses(claim.span, barred):
            continue
        open_contents.append(claim.content or claim.span)
        yield claim


def _crosses(span: Span, barred: tuple[Span, ...]) -> bool:
    """Whether a span overlaps one of the sorted, separate spans."""
    at = bisect.bisect_right(barred, span)
    return any(span.overlaps(other) for other in barred[max(0, at - 1) : at + 1])
