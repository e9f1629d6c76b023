"""How a machine misreads the months and figures of dates: `Febmary`, `Octobcr`, `l2 November l962`, `19b2`.

A form counts only if it comes from the name of a month by one confusion of the table below, which lists the shapes
that scanners take for each other, and if it is no word or name of its own (`Match`, `Murch`). So every form has one
meaning; nothing is measured by likeness.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_CONFUSIONS = (
    ("e", "c"), ("e", "o"), ("c", "e"), ("c", "o"), ("o", "0"), ("o", "c"), ("a", "u"), ("s", "a"),
    ("m", "rn"), ("m", "nn"), ("m", "in"), ("ru", "m"), ("ru", "rn"), ("n", "u"), ("u", "n"), ("u", "ii"), ("un", "im"),
    ("b", "h"), ("b", "l"), ("h", "b"), ("h", "li"), ("g", "q"), ("y", "v"), ("r", "i"), ("r", "t"),
    ("l", "1"), ("l", "I"), ("l", "i"), ("l", "t"), ("i", "1"), ("i", "l"), ("t", "l"), ("t", "f"),
    ("J", "I"), ("J", "l"), ("F", "P"), ("F", "E"), ("O", "0"), ("S", "5"),
)  # fmt: skip
"""What is printed, and what is read for it."""
_SPELLINGS = {"Febuary": 2, "Feburary": 2, "Janurary": 1, "Ocotber": 10, "Setpember": 9, "Septmber": 9, "Novemeber": 11}
"""What typists write."""
_WORDS = frozenset({"match", "murch", "muy"})
_FIGURES = str.maketrans("lIOobбGSZBgq", "110066652899")


def misread_months(names: Iterable[str]) -> dict[str, int]:
    """The forms under which the months (their names in order, in full) may be misread, with their numbers."""
    names = tuple(names)
    forms = {form: number for number, name in enumerate(names, 1) for form in _forms(name)}
    known = {name.lower() for name in names} | _WORDS
    return {form: number for form, number in (_SPELLINGS | forms).items() if form.lower() not in known}


def _forms(name: str) -> Iterator[str]:
    for printed, read in _CONFUSIONS:
        for at in range(len(name)):
            if name.startswith(printed, at):
                yield name[:at] + read + name[at + len(printed) :]


def figures(printed: str) -> str:
    """Figures among which letters may stand for digits: `l9b2` → `1962`."""
    return printed.translate(_FIGURES)


MISREAD_TENS = r"[\dlIOobбGSZBgq]{2}"
"""The last two figures of a year, as they may be read."""
MISREAD_NUMBER = re.compile(r"[\dlIOobбGSZBgq]*[lIOobбGSZBgq][\dlIOobбGSZBgq]*")
