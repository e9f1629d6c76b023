"""Where the schemas and stylesheets are.

In a checkout they are the folders `schema/` and `xslt/` beside the package; in an installed wheel they are copies
inside it (see `pyproject.toml`). `folder("xslt")` is the path of whichever is there.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def folder(name: str) -> Path:
    """The folder of resources called `name` (`schema` or `xslt`)."""
    installed = _PACKAGE / "_resources" / name
    return installed if installed.is_dir() else _PACKAGE.parent / name
