"""The documentation is true: every command shown in it is run, and prints what the page says.

A block that begins with `$ ` is a command and its output:

    ```console
    $ verbale --version
    verbale, version 0.1.0
    ```

`pytest --golden` writes the outputs into the pages; read the difference before you commit it.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from pipeline.cli import main

REPOSITORY = Path(__file__).parents[1]
PAGES = ("README.md", "docs/cli.md")
BLOCK = re.compile(r"^```console\n\$ (?P<command>[^\n]+)\n(?P<output>.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def collection(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the collection, so that no command of a page changes the real one; and `verbale` on the path."""
    folder = tmp_path_factory.mktemp("docs")
    for name in ("transcripts", "tei"):
        shutil.copytree(REPOSITORY / name, folder / name)
    program = folder / ".bin" / "verbale"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -c "from pipeline.cli import main; main()" "$@"\n')
    program.chmod(0o755)
    return folder


def output_of(command: str, folder: Path) -> str:
    """What a command prints, standard error included."""
    path = os.pathsep.join([str(folder / ".bin"), os.environ["PATH"]])
    environment = os.environ | {"PATH": path, "PYTHONPATH": str(REPOSITORY), "COLUMNS": "100", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        ["bash", "-c", command], cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=120
    )
    printed = (done.stdout + done.stderr).replace('"from pipeline.cli import main; main()"', "verbale")
    return re.sub(r"^Usage: -c ", "Usage: verbale ", printed, flags=re.MULTILINE)


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES)
def test_commands_print_what_the_page_says(page: str, collection: Path, golden: Callable[[Path, str], None]) -> None:
    def shown(block: re.Match[str]) -> str:
        printed = output_of(block["command"], collection)
        return f"```console\n$ {block['command']}\n{printed if printed.endswith(chr(10)) else printed + chr(10)}```"

    text = (REPOSITORY / page).read_text(encoding="utf-8")
    golden(REPOSITORY / page, BLOCK.sub(shown, text))


def test_the_page_of_commands_has_them_all() -> None:
    text = (REPOSITORY / "docs" / "cli.md").read_text(encoding="utf-8")
    missing = [name for name in main.commands if f"$ verbale {name} --help" not in text]
    assert not missing


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_explains_itself_with_an_example(name: str) -> None:
    command = main.commands[name]
    assert command.help
    assert f"verbale {name}" in (command.epilog or "")
    undocumented = [p.name for p in command.params if isinstance(p, click.Option) and not p.help]
    assert not undocumented
