"""The lines of a transcript as readers see them.

    "  • US\\n\\n[Page 559]\\n"  →  Line(text="• US", indent=2, blanks=0), Line(text="[Page 559]", indent=0, blanks=1)

Blank lines are not kept: each line knows how many stood before it.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import StringIO

from pipeline.model import Span, Transcript


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
    """All lines with visible text, in order; LF, CRLF or CR end a line, nothing else does."""
    lines: list[Line] = []
    blanks = start = 0
    for content in StringIO(transcript.text, newline=""):
        indented = content.lstrip()
        if indented:
            text = indented.rstrip()
            indent = len(content) - len(indented)
            lines.append(Line(Span(start + indent, start + indent + len(text)), text, indent, blanks))
            blanks = 0
        else:
            blanks += 1
        start += len(content)
    return lines


def texts_of(transcript: Transcript) -> list[str]:
    """The words of all lines with visible text, in order: for those who only look at them."""
    return [stripped for content in StringIO(transcript.text, newline="") if (stripped := content.strip())]
