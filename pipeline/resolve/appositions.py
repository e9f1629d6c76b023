"""Names that stand in apposition to a role: `the Ambassador, Lord Inverchapel, came`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.grammar.names import COURTESY, FORENAME_TITLES, words
from pipeline.model import Person
from pipeline.resolve.lines import Line
from pipeline.resolve.mentions import Mention
from pipeline.resolve.reading import Reading
from pipeline.resolve.roles import Role

_BETWEEN = (", ", " (")
_CLOSED = re.compile(r"\)|[.;:](?:\s|$)|,(?! (?:and|or|as well|[A-Z]))|$")
"""What ends an apposition; before `and`, `or` or another name a list goes on (`the Ambassador, Mr. Smith, and I`)."""
_UNOFFICIAL = (
    COURTESY
    | FORENAME_TITLES
    | words(
        "baron count viscount marquis duke comte general admiral marshal colonel captain herr senor senhor monsieur"
    )
)
"""Titles that say nothing of another office than the role names: `the President, Secretary Rusk` are two."""


def appositions(reading: Reading, roles: Iterable[tuple[Line, Role]]) -> list[tuple[Role, Person]]:
    """Roles whose bearer is named directly behind them, with him."""
    behind = [(line, role) for line, role in roles if role.passage.text.startswith(_BETWEEN, role.end)]
    if not behind:
        return []
    lines = {id(line) for line, _ in behind}
    strong = (m for m in reading.mentions if id(m.line) in lines and (m.given or m.titles))
    named = {(id(mention.line), _start(mention)): mention for mention in strong}
    places = [(role, (id(line), role.end + len(_BETWEEN[0]))) for line, role in behind]
    pairs = [(role, named[place]) for role, place in places if place in named]
    found = zip(pairs, reading.decided(mention for _, mention in pairs), strict=True)
    return [
        (role, mention.index.persons[verdict.person])
        for (role, mention), (_, verdict) in found
        if verdict.person is not None and set(mention.titles) <= _UNOFFICIAL and _closed(mention)
    ]


def _start(mention: Mention) -> int:
    """Where a name begins, its titles included."""
    return mention.line.starts[mention.first - len(mention.titles)]


def _closed(mention: Mention) -> bool:
    return _CLOSED.match(mention.line.passage.text, mention.end) is not None
