"""Claims for the dates and times in a document (`date`, `time`), by the rules of `pipeline.grammar.dates`.

Every passage is read but furniture (stamps, running heads and their like hold dates of handling, often garbled). What
a passage leaves open comes from the document's date; a document without one lends itself the last date with a year.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.findings import finding
from pipeline.grammar.dates import DateMatch, find_dates
from pipeline.model import Annotation, Certainty, Claim, Context, DatedFact, Finding, Span

SKIPPED = frozenset({"furniture"})
"""Places whose dates say nothing of the matter of the document."""

_PROBLEMS = {
    "impossible": (
        "dates/impossible",
        "“{text}” is no day of the calendar.",
        "Compare the print; the date has been left unmarked.",
    ),
    "weekday": (
        "dates/weekday",
        "“{text}” does not fall on that weekday.",
        "Compare the print; day, month or year may be misread.",
    ),
}


def annotate(context: Context) -> Annotation:
    """Claims of kind `date` and `time`, and findings about dates that cannot be right or lean on their context."""
    claims: list[Claim] = []
    findings: list[Finding] = []
    leaning: list[tuple[Span, str]] = []
    base, base_range = _base(context.facts.date)
    own = base
    for passage in context.document.passages:
        if passage.where in SKIPPED:
            continue
        for match in find_dates(passage.text, own, base_range=base_range):
            span = passage.source(match.start, match.end)
            printed = passage.text[match.start : match.end]
            if match.problem:
                code, message, hint = _PROBLEMS[match.problem]
                findings.append(finding(code, message.format(text=printed), hint, span))
            if match.value:
                claims.append(_claim(match, span))
                if match.evidence.startswith("year"):
                    leaning.append((span, printed))
                if not base and base_range is None:
                    own = _full_date(match) or own
    findings.extend(_about_years(leaning))
    return Annotation(tuple(claims), tuple(findings))


def _base(fact: DatedFact | None) -> tuple[str, tuple[str, str] | None]:
    """The document's date for the grammar: one ISO date, or the first and the last day."""
    if fact is None or not fact.earliest:
        return "", None
    first, last = fact.earliest[:10], fact.latest[:10]
    return first, (first, last) if last and last != first else None


def _claim(match: DateMatch, span: Span) -> Claim:
    kind = "time" if match.is_time else "date"
    return Claim(span, kind, match.rule, match.cert, match.value, match.evidence)


def _full_date(match: DateMatch) -> str:
    """The day of a match that is sure, for documents that have no date of their own."""
    value = match.value[0][1]
    sure = match.cert is Certainty.HIGH and match.rule != "dates/decimal-file"
    return value[:10] if sure and len(value) >= 10 and value[0].isdigit() and not match.is_time else ""


def _about_years(leaning: list[tuple[Span, str]]) -> Iterator[Finding]:
    """One finding for all dates whose year is not printed."""
    if not leaning:
        return
    span, printed = leaning[0]
    count = len(leaning) - 1
    others = (f" and of {count} others" if count > 1 else " and of one other") if count else ""
    message = f"The year of “{printed}”{others} was taken from its context."
    yield finding("dates/from-context", message, 'Such dates carry cert="medium" or "low".', span)
