# `make help` lists the targets. A clean clone needs Python 3.11 or later and nothing else.

PYTHON ?= python3
BIN := .venv/bin
PORT ?= 8000

.DEFAULT_GOAL := help
.PHONY: help tei site serve test test-fast schema lint types golden bench clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit("Verbale needs Python 3.11 or later." if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv .venv

.venv/.installed: $(BIN)/python pyproject.toml requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint requirements.lock --editable .
	@touch $@

.venv/.installed-dev: .venv/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint requirements.lock --editable '.[dev]'
	@touch $@

tei: .venv/.installed ## transcripts/ to tei/, proved and validated, and the editions in build/
	$(BIN)/verbale build

site: .venv/.installed ## the editions in build/ from the TEI files
	$(BIN)/verbale edition

serve: site ## look at the edition in a browser (PORT=8000)
	$(BIN)/python -m http.server --directory build/site $(PORT)

test: lint types ## lint, types and all tests
	$(BIN)/python -m pytest -n 2

test-fast: .venv/.installed-dev ## the tests that take seconds
	$(BIN)/python -m pytest -n 2 -m 'not slow and not browser'

schema: .venv/.installed ## the schemas in schema/ from their source
	$(BIN)/python -m pipeline.schema

lint: .venv/.installed-dev ## style
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/.installed-dev ## types
	$(BIN)/mypy

golden: .venv/.installed-dev ## rewrite the expected outputs of the tests; read the difference before you commit it
	$(BIN)/python -m pytest -n 0 --golden -m 'not browser'

bench: .venv/.installed-dev ## measure the speed
	$(BIN)/python benchmarks/speed.py

clean: ## remove what was built, except the TEI files
	rm -rf build .mypy_cache .pytest_cache .ruff_cache .hypothesis
