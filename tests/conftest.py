"""What the tests share: the `--golden` option, which rewrites expected outputs instead of comparing them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

Golden = Callable[[Path, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden", action="store_true", help="rewrite the expected outputs; read the difference in git")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """`golden(path, actual)` compares `actual` with the file, or writes it there under `--golden`."""
    rewrite = request.config.getoption("--golden")

    def check(path: Path, actual: str) -> None:
        if rewrite:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(actual, encoding="utf-8", newline="")
        assert path.exists(), f"{path} is missing: write it with pytest --golden"
        assert actual == path.read_bytes().decode("utf-8")

    return check
