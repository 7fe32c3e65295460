# peacearchive: see README.md. `make help` lists the targets.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000
PINS := .constraints.txt
PACKAGES := archive annotations indexer webapp

.DEFAULT_GOAL := help
.PHONY: help serve test check lint types imports wheel bench screenshots pins clean

help: ## list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

serve: $(VENV)/.run ## serve the sample archive on http://127.0.0.1:8000 (PORT=8001 for another)
	@$(BIN)/peacearchive serve --port $(PORT)

test: $(VENV)/.dev ## run the tests, on all cores
	$(BIN)/pytest -m "not wheel" -n auto --dist loadfile

check: lint types imports test wheel ## all that must be green before a change lands

lint: $(VENV)/.dev ## lint and check the format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev ## check the types
	$(BIN)/mypy

imports: $(VENV)/.dev ## check which package imports which
	$(BIN)/lint-imports

wheel: $(VENV)/.dev ## install the built wheel into an empty environment and run the command there
	$(BIN)/pytest -m wheel

bench: $(VENV)/.dev ## measure speed and memory
	$(BIN)/python -m benchmarks

screenshots: $(VENV)/.dev ## make pictures of every kind of page in .screenshots/
	$(BIN)/python -m tests.browser.screenshots

pins: ## choose new versions of all dependencies and pin them
	rm -rf $(VENV)
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install -q -e '.[dev,office,tantivy]'
	$(BIN)/pip freeze --exclude-editable | sort -f > $(PINS)

clean: ## remove what was made
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "peacearchive needs Python 3.11 or later; none was found. Install one, or say make PYTHON=/path/to/python."; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: $(BIN)/python pyproject.toml $(PINS)
	$(BIN)/pip install -q --disable-pip-version-check -c $(PINS) -e .
	@touch $@

$(VENV)/.dev: $(BIN)/python pyproject.toml $(PINS)
	$(BIN)/pip install -q --disable-pip-version-check -c $(PINS) -e '.[dev,office,tantivy]'
	@touch $@ $(VENV)/.run
