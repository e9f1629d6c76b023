"""No pattern of the program needs a time that doubles with every letter.

A repeat whose piece fits a text in one go, and also its two halves one after the other, tries 2ⁿ ways to part a long
run before it gives up: `(?:\\w+[ -]?)+\\.` on a line of letters without a full stop. Possessive repeats (`\\w++`) and
atomic groups try one. Each repeat is tried with short texts made of its own letters and the commonest others.
"""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
import re
from collections.abc import Iterator
from typing import Any

import pytest

import pipeline

parser: Any = importlib.import_module("re._parser")
compiler: Any = importlib.import_module("re._compiler")
codes: Any = importlib.import_module("re._constants")

LONG = 2
"""Repeats that may not be longer than this are harmless."""
COMMON = [*"aA0 .-,\n/'’s"]
END = "\0"
REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT)
OF_ONE = (codes.IN, codes.LITERAL, codes.NOT_LITERAL, codes.ANY)


def patterns_of(value: object, depth: int = 3) -> Iterator[re.Pattern[str]]:
    """The patterns in a value of a module: itself, within tuples, lists, mappings and records, or behind a bound
    method."""
    value = getattr(value, "__self__", value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        value = [one for name in dir(value) if isinstance(one := getattr(value, name), re.Pattern)]
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield value
    elif depth and isinstance(value, dict):
        yield from (one for inner in value.values() for one in patterns_of(inner, depth - 1))
    elif depth and isinstance(value, (tuple, list)):
        yield from (one for inner in value for one in patterns_of(inner, depth - 1))


def all_patterns() -> dict[tuple[str, int], str]:
    """Pattern and flags of all patterns of the program → where it was found first."""
    found: dict[tuple[str, int], str] = {}
    for info in pkgutil.walk_packages(pipeline.__path__, "pipeline."):
        if not info.name.endswith("__main__"):
            for name, value in vars(importlib.import_module(info.name)).items():
                for pattern in patterns_of(value):
                    found.setdefault((pattern.pattern, pattern.flags), f"{info.name}.{name}")
    return found


def pieces(tree: Any) -> Iterator[Any]:
    """All parsed pieces of a pattern, outer before inner, as pairs of what they are and their arguments."""
    for kind, arguments in tree:
        yield kind, arguments
        inner = arguments if isinstance(arguments, (tuple, list)) else (arguments,)
        for part in inner:
            for tree_below in part if isinstance(part, list) else (part,):
                if isinstance(tree_below, parser.SubPattern):
                    yield from pieces(tree_below)


def letters(tree: Any) -> list[str]:
    """The single characters and the words that a piece is made of."""
    found: list[str] = []
    run = ""
    for kind, arguments in pieces(tree):
        if kind is codes.LITERAL:
            run += chr(arguments)
            continue
        found.append(run)
        run = ""
        if kind is codes.IN:
            found += [chr(one) for which, one in arguments if which is codes.LITERAL]
    return [*dict.fromkeys(filter(None, [*found, run]))][:40]


def doubled(body: Any, flags: int) -> str:
    """A text that fits the piece of a repeat as a whole and in two halves; empty if none was found."""

    def of(times: int) -> re.Pattern[str]:
        tree = parser.SubPattern(body.state, [*body.data * times, (codes.LITERAL, ord(END))])
        made: re.Pattern[str] = compiler.compile(tree, flags & ~re.VERBOSE)
        return made

    one, two = of(1), of(2)
    words = [*dict.fromkeys([*COMMON, *letters(body)])]
    texts = [*words, *(a + b for a in words for b in words)]
    texts += [a + b + c for a in words[:14] for b in words[:30] for c in COMMON]
    return next((text for text in texts if one.fullmatch(text * 2 + END) and two.fullmatch(text * 2 + END)), "")


def exploding(pattern: str, flags: int) -> Iterator[str]:
    """For each repeat that can explode, a text that it fits in two ways."""
    for kind, arguments in pieces(parser.parse(pattern, flags)):
        if kind in REPEATS and arguments[1] > LONG:
            body = arguments[2]
            if not (len(body) == 1 and body[0][0] in OF_ONE) and (text := doubled(body, flags)):
                yield text


def test_no_pattern_explodes() -> None:
    patterns = all_patterns()
    assert len(patterns) > 500
    found = [f"{name}: {text!r}" for key, name in patterns.items() for text in exploding(*key)]
    assert found == []


@pytest.mark.parametrize("pattern", [r"(?:\w+[ -]?)+\.", r"(?:[ ,;]+(?:\w+[ -]?){1,4})*", r"(?:\d{1,3}[ \t]*)*$"])
def test_an_exploding_pattern_is_found(pattern: str) -> None:
    assert [*exploding(pattern, 0)]


@pytest.mark.parametrize("pattern", [r"(?:\w++[ -]?)+\.", r"(?:\w+ )+\.", r"(?>\w+[ -]?)+\.", r"(?:\w+(?: |$))+"])
def test_a_safe_pattern_is_not(pattern: str) -> None:
    assert not [*exploding(pattern, 0)]
