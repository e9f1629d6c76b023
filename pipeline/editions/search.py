"""The index of the full-text search: small scripts that a page can load from a file system as well as from a server.

    search/documents.js      verbale.documents({"persons": [["falk", "Ada Falk"], …], "places": […], "documents":
                               [["harbour", "12. Memorandum", "9 November 1962", "1962-11-09", "1962-11-09",
                               "Memorandum of conversation", [0, 1], [0], [0]], …]})
    search/words/ha.js       verbale.words("ha", {"harbour": [0, 1], "have": [1]})
    search/text/harbour.js   verbale.text("harbour", [["p-2", "Nothing had been done.", ["falk"]], …])

A search loads the scripts of the first two letters of its words, and the texts only of documents that hold them all.
The numbers are places in the list of documents; in that list itself, places in the lists of persons (those of the
document, then those who speak in it) and of places. `xslt/assets/search.js` is the other half: what `fold` does here it
does there.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from lxml import etree

Paragraph = tuple[str, str, tuple[str, ...]]
"""The id to link to (empty: the page itself), the words, the keys of those who speak in it."""

EDITION: Final = "{urn:verbale:edition}"
_APOSTROPHE: Final = re.compile("[ʼ’']")
_WORD: Final = re.compile(r"[^\W_]+")
_SHARD: Final = re.compile(r"[a-z0-9]{2}")
OTHERS: Final = "_"
"""The shard of words that do not begin with two letters from a to z or digits."""


def search_pages(documents: Sequence[tuple[etree._Element, Sequence[Paragraph]]]) -> Iterator[tuple[str, bytes]]:
    """The scripts for documents given as catalogue entry (see `xslt/catalogue.xsl`) and paragraphs."""
    yield "search/documents.js", _call("documents", _facts([entry for entry, _ in documents]))
    for entry, paragraphs in documents:
        yield f"search/text/{entry.get('id')}.js", _call("text", entry.get("id"), paragraphs)
    for shard, words in sorted(_shards(paragraphs for _, paragraphs in documents).items()):
        yield f"search/words/{shard}.js", _call("words", shard, dict(sorted(words.items())))


def fold(text: str) -> list[str]:
    """The words of a text as they are compared: `Schröder’s Élan` → `["schroder", "s", "elan"]`"""
    plain = unicodedata.normalize("NFKD", _APOSTROPHE.sub(" ", text))
    return _WORD.findall("".join(char for char in plain if not unicodedata.combining(char)).lower())


def _shards(documents: Iterable[Sequence[Paragraph]]) -> dict[str, dict[str, list[int]]]:
    """First letters → word → the numbers of the documents that hold it."""
    shards: dict[str, dict[str, list[int]]] = defaultdict(dict)
    for number, paragraphs in enumerate(documents):
        for word in {word for _, text, _ in paragraphs for word in fold(text)}:
            shard = word[:2] if _SHARD.match(word) else OTHERS
            shards[shard].setdefault(word, []).append(number)
    return shards


def _facts(entries: Sequence[etree._Element]) -> dict[str, Any]:
    """What the search shows and filters by; names stand in it once."""
    persons, places = _names(entries, "person"), _names(entries, "place")
    at = _numbers(persons), _numbers(places)
    return {
        "persons": list(persons.items()),
        "places": list(places.items()),
        "documents": [_document(entry, *at) for entry in entries],
    }


def _names(entries: Sequence[etree._Element], kind: str) -> dict[str, str]:
    """The names of all persons (or places) by their keys, in the order in which they occur first."""
    found = (item for entry in entries for item in entry.iterfind(EDITION + kind))
    names: dict[str, str] = {}
    for item in found:
        names.setdefault(item.get("key", ""), item.get("name", ""))
    return names


def _numbers(keys: Iterable[str]) -> dict[str, int]:
    return {key: number for number, key in enumerate(keys)}


def _document(entry: etree._Element, persons: Mapping[str, int], places: Mapping[str, int]) -> list[Any]:
    """A line of the list of documents; `persons` and `places` say where a key stands in its list."""
    here = entry.findall(f"{EDITION}person")
    speakers = [person for person in here if int(person.get("turns", "0")) > 0]
    return [
        *(entry.get(name, "") for name in ("id", "title", "date", "earliest", "latest", "type")),
        [persons[person.get("key", "")] for person in here],
        [persons[person.get("key", "")] for person in speakers],
        [places[place.get("key", "")] for place in entry.iterfind(f"{EDITION}place")],
    ]


def _call(function: str, *arguments: object) -> bytes:
    parts = (json.dumps(argument, ensure_ascii=False, separators=(",", ":")) for argument in arguments)
    return f"verbale.{function}({','.join(parts)});\n".encode()
