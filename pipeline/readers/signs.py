"""Evidence from signs: each sign of a family is a pattern with a weight and a name."""

from __future__ import annotations

import re

from pipeline.model import Evidence

Signs = tuple[tuple[float, str, re.Pattern[str]], ...]
"""Weight, name and pattern of every sign of a family. Each is searched in every document: a pattern that begins with a
character, and looks back from there, is many times as fast as one that begins with a class or a border. Therefore the
beginning of a line is a line end, which stands before every line (`evidence_of`); the blanks
after it are of one line, so that empty lines are not tried again from each of them."""


def evidence_of(text: str, signs: Signs) -> Evidence:
    """The sum of the weights of the signs that a text shows, at most 1, with their names.

    The signs are searched in the text with a line end before its first line.
    """
    lines = f"\n{text}"
    found = [(weight, name) for weight, name, sign in signs if sign.search(lines)]
    score = min(1.0, sum(weight for weight, _ in found))
    return Evidence(score, ", ".join(name for _, name in found) or "none of its signs")
