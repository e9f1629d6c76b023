"""Names and roles beside each other: `the Ambassador, Lord Inverchapel, came`, `Lord Home, the Foreign Secretary`.

The first gives the role at that place its person; `bearers` says who bears a role wherever it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import dropwhile

from pipeline.authority.words import word_list
from pipeline.grammar.names import COURTESY, FORENAME_TITLES, words
from pipeline.model import Person
from pipeline.resolve.lines import Line
from pipeline.resolve.mentions import Mention
from pipeline.resolve.reading import Reading
from pipeline.resolve.roles import Role, words_of

_BETWEEN = (", ", " (")
_CLOSED = re.compile(r"\)|[.;:](?:\s|$)|,(?! (?:and|or|as well|[A-Z]))|$")
"""What ends an apposition; before `and`, `or` or another name a list goes on (`the Ambassador, Mr. Smith, and I`)."""
_CLOSED_BEHIND = re.compile(r"\)|[.;](?:\s|$)|,(?! (?:and|or|as well|the|then|[A-Z]))|$")
"""The same for a role behind a name; before another role a list goes on."""
_OFFICE = re.compile(r"(?:the )?[A-Z]\w+(?: (?:of |of the |for )?[A-Z]\w+){0,4}")
_OFFICE_BEFORE = re.compile(r"\b[Tt]he [A-Z]\w+(?: (?:of |of the |for )?[A-Z]\w+){0,4}$")
"""An office, perhaps with its country, beside a name."""
_UNOFFICIAL = (
    COURTESY
    | FORENAME_TITLES
    | words(
        "baron count viscount marquis duke comte general admiral marshal colonel captain herr senor senhor monsieur"
    )
)
"""Titles that say nothing of another office than the role names: `the President, Secretary Rusk` are two."""


def appositions(reading: Reading, roles: Iterable[tuple[Line, Role]]) -> list[tuple[Role, Person]]:
    """Roles whose bearer is named directly behind or before them, with him."""
    beside = [(line, role) for line, role in roles if _beside_comma(role)]
    if not beside:
        return []
    lines = {id(line) for line, _ in beside}
    strong = [m for m in reading.mentions if id(m.line) in lines and (m.given or m.titles)]
    after = {(id(mention.line), mention.opening): mention for mention in strong if _closed(mention)}
    before = {(id(mention.line), mention.end): mention for mention in strong}
    pairs = []
    for line, role in beside:
        named = after.get((id(line), role.end + len(_BETWEEN[0])))
        if named is None and _ends_apposition(role):
            named = before.get((id(line), role.start - len(_BETWEEN[0])))
        if named is not None and set(named.titles) <= _UNOFFICIAL:
            pairs.append((role, named))
    found = zip(pairs, reading.decided(mention for _, mention in pairs), strict=True)
    return [
        (role, mention.index.persons[verdict.person])
        for (role, mention), (_, verdict) in found
        if verdict.person is not None
    ]


def bearers(reading: Reading, roles: Iterable[tuple[str, ...]]) -> dict[tuple[str, ...], Person]:
    """Who bears a role, by the words with which the document sets it beside a name, a country's among them: `the
    American Ambassador, Mr. Whitney`, `Mr. Gromyko, Soviet Foreign Minister`; only where that is one person."""
    wanted = set(roles)
    strong = [m for m in reading.mentions if (m.given or m.titles) and set(m.titles) <= _UNOFFICIAL]
    beside = [(role, m, sure) for m in strong for role, sure in _roles_beside(m) if role in wanted]
    found: dict[tuple[str, ...], dict[str, Person]] = {}
    certain: set[tuple[str, ...]] = set()
    decided = reading.decided(mention for _, mention, _ in beside)
    for (role, mention, sure), (_, verdict) in zip(beside, decided, strict=True):
        if verdict.person is not None:
            person = mention.index.persons[verdict.person]
            found.setdefault(role, {})[person.id] = person
            certain.update([role] if sure else [])
    return {role: found[role].popitem()[1] for role in certain if len(found[role]) == 1}


def _roles_beside(mention: Mention) -> Iterator[tuple[tuple[str, ...], bool]]:
    """The roles that stand beside a name, and whether in apposition for sure, not in a list."""
    text, start = mention.line.passage.text, mention.opening
    if text.startswith(_BETWEEN, mention.end) and (after := _OFFICE.match(text, mention.end + 2)):
        yield _role_of(after[0]), _CLOSED_BEHIND.match(text, after.end()) is not None
    if text.endswith(", ", 0, start) and (before := _OFFICE_BEFORE.search(text, max(0, start - 60), start - 2)):
        yield _role_of(before[0]), _closed(mention)


def _role_of(office: str) -> tuple[str, ...]:
    """The role of an office, without the country whose office it is."""
    return tuple(dropwhile(word_list("geography").__contains__, words_of(office)))


def _beside_comma(role: Role) -> bool:
    text = role.passage.text
    return text.startswith(_BETWEEN, role.end) or text.endswith(_BETWEEN, 0, role.start)


def _closed(mention: Mention) -> bool:
    return _CLOSED.match(mention.line.passage.text, mention.end) is not None


def _ends_apposition(role: Role) -> bool:
    """Whether a role behind a name ends there: not in a list (`Mr. Smith, the Ambassador, the Consul and I`), nor where
    a sentence begins (`he told Mr. Smith, the Ambassador said`)."""
    return _CLOSED_BEHIND.match(role.passage.text, role.end) is not None
