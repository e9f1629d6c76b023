"""What a build has to say, as text for people and as data for programs.

    transcripts/rusk.txt:76:60: review: text/glued-words: "theUN" … Hint: …

    Documents
      written                                  5
    Claims
      date                                    48
      persName                               311
    Findings
      review  persons/unknown                  7  A name has no entry in the authority files.

Nothing is printed here: the functions return text.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from pipeline.findings import CODES
from pipeline.model import Finding, Severity
from pipeline.outcome import Result, to_data

_ORDER: Final = {Severity.ERROR: 0, Severity.REVIEW: 1, Severity.NOTE: 2}
_WIDTH: Final = 40


def findings_of(result: Result) -> list[Finding]:
    """All findings: about the shared inputs, then document by document in text order."""
    return [*result.findings, *(item for built in result.documents for item in built.findings)]


def has_errors(findings: Iterable[Finding]) -> bool:
    """Whether one of the findings is an error."""
    return any(item.severity is Severity.ERROR for item in findings)


def listing(findings: Iterable[Finding], only_errors: bool = False) -> str:
    """One line per finding, each once; with `only_errors` the errors alone."""
    lines = (str(item) for item in findings if item.severity is Severity.ERROR or not only_errors)
    return "\n".join(dict.fromkeys(lines))


def summary(result: Result) -> str:
    """The table at the end of a build."""
    return "\n".join(_table(result))


def _table(result: Result) -> Iterator[str]:
    yield "Documents"
    yield from _rows(Counter(built.status.value for built in result.documents))
    yield "Claims"
    yield from _rows(_claims(result))
    yield "Findings"
    counts = Counter((item.severity, item.code) for item in findings_of(result))
    for (severity, code), count in sorted(counts.items(), key=lambda row: (_ORDER[row[0][0]], row[0][1])):
        yield f"{f'  {severity:<7} {code}':<{_WIDTH}}{count:>6}  {CODES[code][1]}"
    if not counts:
        yield "  none"


def _rows(counts: Counter[str]) -> Iterator[str]:
    yield from (f"  {name:<{_WIDTH - 2}}{count:>6}" for name, count in sorted(counts.items()))
    if not counts:
        yield "  none"


def _claims(result: Result) -> Counter[str]:
    total: Counter[str] = Counter()
    for built in result.documents:
        total.update(dict(built.claims))
    return total


def as_json(result: Result) -> str:
    """The whole result for programs: every document with its findings, and the counts of the summary."""
    findings = findings_of(result)
    data = {
        "documents": [to_data(built) for built in result.documents],
        "findings": [{"severity": item.severity, "code": item.code, "text": str(item)} for item in result.findings],
        "summary": {
            "documents": dict(sorted(Counter(built.status.value for built in result.documents).items())),
            "claims": dict(sorted(_claims(result).items())),
            "findings": dict(sorted(Counter(item.code for item in findings).items())),
        },
    }
    return json.dumps(data, ensure_ascii=False, indent=1)
