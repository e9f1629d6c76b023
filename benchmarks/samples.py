"""How much of what a person found in samples of other source families the encoder finds too.

    python benchmarks/samples.py ../shared/samples [--misses]

Every `<slug>.expect.toml` beside `<slug>.txt` says by hand what a converter must find. The table gives, for each
sample, how many of those facts stand in the TEI file; `--misses` names the others.
"""

from __future__ import annotations

import argparse
import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from lxml import etree

from pipeline.encode import Encoded, encode
from pipeline.model import Authority, Transcript

NS = {"t": "http://www.tei-c.org/ns/1.0"}
CLASSIFIED = "//t:fw[@type='classification']"
Expected = Mapping[str, Any]
Fact = tuple[str, str, bool]
"""Kind of fact, the words expected, whether they were found."""


def squeeze(text: str) -> str:
    """Letters and figures only, in small letters: what two spellings of a fact have in common."""
    return re.sub(r"[\W_]+", " ", text).casefold().strip()


class Edition:
    """A TEI file, asked for facts."""

    def __init__(self, encoded: Encoded) -> None:
        self.facts = encoded.facts
        self.root = etree.fromstring(encoded.xml)

    def texts(self, path: str) -> list[str]:
        """The squeezed strings of all elements of an XPath expression."""
        found = self.root.xpath(path, namespaces=NS)
        return [squeeze("".join(node.itertext())) if hasattr(node, "itertext") else str(node) for node in found]

    def has(self, words: str, path: str) -> bool:
        """Whether some element holds the words."""
        wanted = squeeze(words)
        return any(wanted in text for text in self.texts(path)) if wanted else True


def _simple(edition: Edition, expected: Expected) -> Iterator[Fact]:
    facts = edition.facts
    date = facts.date.earliest if facts.date else ""
    sent = [c.text for c in facts.correspondents if c.action == "sent"]
    received = [c.text for c in facts.correspondents if c.action == "received"]
    told: tuple[tuple[str, list[str]], ...] = (
        ("title", [facts.title]),
        ("number", [facts.number]),
        ("place", list(facts.places)),
        ("from", sent),
        ("to", received),
        ("subject", list(facts.subjects)),
        ("subjects", list(facts.subjects)),
        ("signed", [facts.signed]),
        ("salutation", edition.texts("//t:salute")),
        ("close", edition.texts("//t:closer/t:salute")),
        ("classification", [facts.source.classification if facts.source else "", *edition.texts(CLASSIFIED)]),
        ("archive_reference", edition.texts("//t:note[@type='source']")),
        ("source", edition.texts("//t:note[@type='source']")),
    )
    for key, found in told:
        for words in _strings(expected.get(key)):
            yield key, words, any(squeeze(words) in squeeze(text) for text in found)
    if expected.get("date"):
        yield "date", expected["date"], date.startswith(expected["date"])


def _strings(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [text for text in values if isinstance(text, str) and text]


def _pages(edition: Edition, expected: Expected) -> Iterator[Fact]:
    found = Counter(n.lstrip("0") for n in edition.texts("//t:pb/@n"))
    for n in _strings(expected.get("page_breaks")):
        number = n.lstrip("0")
        yield "page", n, found[number] > 0
        found[number] -= 1


def _notes(edition: Edition, expected: Expected) -> Iterator[Fact]:
    for note in expected.get("notes", ()):
        hits = [
            element
            for element in edition.root.iterfind(".//t:note", NS)
            if squeeze(note["text"]) in squeeze("".join(element.itertext()))
        ]
        yield "note", note["text"], bool(hits)
        if note["anchor"]:
            yield "anchor", note["anchor"], any(_before(hit).endswith(squeeze(note["anchor"])) for hit in hits)


def _before(note: Any) -> str:
    """The last words before a note in its paragraph."""
    parts: list[str] = []
    element = note
    while element.getparent() is not None and element.tag != f"{{{NS['t']}}}div":
        for sibling in element.itersiblings(preceding=True):
            parts.insert(0, "" if "note" in sibling.tag else "".join(sibling.itertext()))
            parts[0] += sibling.tail or ""
        parts.insert(0, element.getparent().text or "")
        element = element.getparent()
    return squeeze("".join(parts))


def _furniture(edition: Edition, expected: Expected) -> Iterator[Fact]:
    for words in _strings(expected.get("furniture")):
        yield "furniture", words, edition.has(words, "//t:fw")


def _headings(edition: Edition, expected: Expected) -> Iterator[Fact]:
    for words in _strings(expected.get("headings")) + _strings(expected.get("heading")):
        yield "heading", words, edition.has(words, "//t:head | //t:p[@rend='heading']")


def _omissions(edition: Edition, expected: Expected) -> Iterator[Fact]:
    for words in _strings(expected.get("omissions")):
        yield "omission", words, edition.has(words, "//t:gap")


def _participants(edition: Edition, expected: Expected) -> Iterator[Fact]:
    people = edition.texts("//t:particDesc//t:person")
    listed = edition.texts("//t:list[@type='participants']//t:item")
    for person in expected.get("participants", ()):
        surname = squeeze(person["name"]).split()[-1]
        told = [squeeze(one.text) for one in edition.facts.participants]
        yield "participant", person["name"], any(surname in text for text in (*people, *listed, *told))


def _speakers(edition: Edition, expected: Expected) -> Iterator[Fact]:
    if expected.get("speech") != "direct":
        return
    turns = edition.texts("//t:sp")
    wanted = [name for name in expected.get("speakers", ()) if name]
    yield "turns", f"{len(wanted)} turns, found {len(turns)}", abs(len(turns) - len(wanted)) * 10 <= len(wanted)


CHECKS: tuple[Callable[[Edition, Expected], Iterator[Fact]], ...] = (
    _simple,
    _pages,
    _notes,
    _furniture,
    _headings,
    _omissions,
    _participants,
    _speakers,
)


def check(text: Path, expectation: Path) -> list[Fact]:
    """All facts of an expectation, each found or not in what the encoder makes of the text."""
    transcript = Transcript(text.stem, text.read_bytes().decode(), str(text))
    edition = Edition(encode(transcript, Authority()))
    expected = tomllib.loads(expectation.read_text())
    return [fact for ask in CHECKS for fact in ask(edition, expected)]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("samples", type=Path)
    parser.add_argument("--misses", action="store_true", help="name the facts that were not found")
    options = parser.parse_args()
    total: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for expectation in sorted(options.samples.rglob("*.expect.toml")):
        text = expectation.with_name(expectation.name.replace(".expect.toml", ".txt"))
        facts = check(text, expectation)
        held = sum(ok for _, _, ok in facts)
        print(f"{expectation.parent.name:22}{text.stem:40}{held:4} of {len(facts):3}")
        for kind, words, ok in facts:
            total[kind] += 1
            found[kind] += ok
            if options.misses and not ok:
                print(f"    {kind}: {words}")
    print()
    for kind in total:
        print(f"{kind:20}{found[kind]:4} of {total[kind]:3}")
    print(f"{'all':20}{sum(found.values()):4} of {sum(total.values()):3}")


if __name__ == "__main__":
    main()
