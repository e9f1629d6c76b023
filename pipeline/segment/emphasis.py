"""Emphasis as markdown writes it, and as OCR tools and web harvesters leave it in transcripts.

    **01373**  →  claim `hi rend="bold"` over all of it, whose content is `01373`
    ~~SECRET~~ →  claim `del rend="strikethrough"`

The signs are no part of the reading text; `xslt/restore.xsl` writes them again from `rend`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model import Claim, Span

_FORMS: tuple[tuple[str, str, re.Pattern[str]], ...] = (
    ("hi", "bold", re.compile(r"\*\*(?=[^\s*])([^*\n]{1,400}?)(?<=\S)\*\*(?!\*)")),
    ("hi", "underscore", re.compile(r"(?<![\w_])_(?=[^\s_])([^_\n]{1,400}?)(?<=\S)_(?![\w_])")),
    ("hi", "italic", re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]{1,400}?)(?<=[^\s*])\*(?![\w*])")),
    ("del", "strikethrough", re.compile(r"~~(?=[^\s~])([^~\n]{1,400}?)(?<=\S)~~")),
)


def emphasis(text: str, span: Span, barred: tuple[Span, ...] = ()) -> Iterator[Claim]:
    """The emphasized runs of `text` within `span` that do not cross the `barred` spans or one another."""
    taken: list[Span] = []
    for kind, rend, pattern in _FORMS:
        for found in pattern.finditer(text, span.start, span.end):
            whole, content = Span(*found.span()), Span(*found.span(1))
            if any(whole.overlaps(other) and other not in content for other in (*barred, *taken)):
                continue
            taken.append(whole)
            yield Claim(whole, kind, f"emphasis/{rend}", attrs=(("rend", rend),), content=content)
