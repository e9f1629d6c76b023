"""Organizations that the authority files know: `NATO`, `the Department of State`, `Kennedy Library`.

    the NATO-Warsaw Pact context  →  nothing: a hyphen makes another thing of it
    in NATO and the EEC           →  orgName ref="#nato", orgName ref="#eec"

Only whole names are marked; an office sign such as `EUR` only where the authority file lists it as a name.
"""

from __future__ import annotations

from pipeline.grammar.gazetteer import Gazetteer
from pipeline.model import Annotation, Authority, Claim, Context

_JOINTS = frozenset("-–/&")


def annotate(context: Context) -> Annotation:
    """Claims `orgName` over all passages but furniture and speaker labels."""
    known = context.authority.once(_gazetteer)
    claims = [
        Claim(passage.source(start, end), "orgName", "organizations/authority", attrs=(("ref", f"#{ident}"),))
        for passage in (context.document.passages if known else ())
        if passage.running
        for start, end, ident in known.find(passage.text)
        if ident and not {passage.text[start - 1 : start], passage.text[end : end + 1]} & _JOINTS
    ]
    return Annotation(tuple(claims))


def _gazetteer(authority: Authority) -> Gazetteer:
    return Gazetteer((name, org.id) for org in authority.organizations for name in org.names)
