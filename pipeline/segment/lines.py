"""The lines of a transcript as readers see them.

    "  • US\\n\\n[Page 559]\\n"  →  Line(text="• US", indent=2, blanks=0), Line(text="[Page 559]", indent=0, blanks=1)

Blank lines are not kept: each line knows how many stood before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.model import Span, Transcript

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank. `span` runs from its first to its last visible character, `text` is what stands
    there, `indent` the number of characters before it, `blanks` the number of blank lines before."""

    span: Span
    text: str
    indent: int
    blanks: int

    @property
    def start(self) -> int:
        """Offset of the first visible character."""
        return self.span.start

    @property
    def end(self) -> int:
        """Offset after the last visible character."""
        return self.span.end


def lines_of(transcript: Transcript) -> list[Line]:
    """All lines with visible text, in order."""
    lines: list[Line] = []
    blanks = 0
    for start, content in zip(transcript.line_starts, _LINE_END.split(transcript.text), strict=True):
        stripped = content.strip()
        if not stripped:
            blanks += 1
            continue
        indent = len(content) - len(content.lstrip())
        begin = start + indent
        lines.append(Line(Span(begin, begin + len(stripped)), stripped, indent, blanks))
        blanks = 0
    return lines


def texts_of(transcript: Transcript) -> list[str]:
    """The words of all lines with visible text, in order: for those who only look at them."""
    return [stripped for content in _LINE_END.split(transcript.text) if (stripped := content.strip())]


def vocabulary(text: str) -> str:
    """Every word of a text once, as it stands between white space, in any order: enough to see which words occur."""
    return " ".join(set(text.split()))
