# Everything that is done with this project, one target each. Type `make` to see them.

VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000
PYTEST_ARGS ?= -n auto --dist loadgroup

# The newest Python that is new enough, is not too new, and can make virtual environments.
FITS := import ensurepip, sqlite3, sys, venv; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))
PYTHON ?= $(shell for python in python3.13 python3.12 python3.11 python3; do \
	if $$python -c '$(FITS)' >/dev/null 2>&1; then echo $$python; break; fi; done)

# Two stamps: what `make run` needs, and that with the tools for `make test`. They are renewed when pyproject.toml or
# constraints.txt changes, and when the folder was moved, for a virtual environment does not move along.
FOR_RUN := $(VENV)/.installed-run
FOR_DEV := $(VENV)/.installed-dev
HERE := $(shell if [ "$$(cat $(VENV)/.made-in 2>/dev/null)" = "$$(pwd -P)" ] && $(BIN)/python -c '' 2>/dev/null; then echo yes; fi)
ifneq ($(HERE),yes)
$(FOR_RUN) $(FOR_DEV): new-venv
endif

MAKEFLAGS += --no-print-directory --no-builtin-rules
.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help setup run test check format docs bench neo4j neo4j-stop constraints clean new-venv has-python

help:  ## show this list
	@echo 'The knowledge graph of the Binckhorst network. What you can do:'
	@echo
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))
	@echo
	@echo 'To begin: make run, and open the address that it prints.'

setup: $(FOR_DEV)  ## make .venv with all that is needed to run and to test (again: takes no time)
	@echo 'Ready: $(BIN)/binck'

# The measures are compiled before somebody waits for one.
WARM := $(VENV)/.warm
$(WARM): $(wildcard graph/measures/*.py) $(wildcard graph/introductions/*.py) graph/compiled.py graph/openpaths.py
	@$(BIN)/python -m graph.measures.warming
	@touch $(WARM)

run: $(FOR_RUN) $(WARM)  ## start the pages on this computer [PORT=8000]; the first time the Binckhorst data set is loaded
	@$(BIN)/binck serve --load-if-empty --port $(PORT)

test: check $(WARM)  ## all checks, then all tests [PYTEST_ARGS="tests/graph -k fold"]
	@$(BIN)/python -m pytest $(PYTEST_ARGS)

check: $(FOR_DEV)  ## format, lint, types and the import rule; changes nothing
	@$(BIN)/ruff format --check
	@$(BIN)/ruff check
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

format: $(FOR_DEV)  ## put the code in the one format and mend what can be mended safely
	@$(BIN)/ruff check --fix --quiet || true
	@$(BIN)/ruff format

docs: $(FOR_DEV)  ## write the generated parts of docs/ again
	@$(BIN)/binck docs

bench: $(FOR_DEV)  ## measure: every benchmarks/bench_*.py
	@found=no; for bench in benchmarks/bench_*.py; do \
		if [ -e "$$bench" ]; then found=yes; $(BIN)/python -m "benchmarks.$$(basename "$$bench" .py)" || exit 1; fi; done; \
	if [ $$found = no ]; then echo 'There is no benchmarks/bench_*.py yet.' >&2; exit 1; fi

neo4j: $(FOR_RUN)  ## start a Neo4j server on this computer without Docker, and leave it running; says how to load
	@$(BIN)/python -m graph.testing.neo4j_server start

neo4j-stop: $(FOR_RUN)  ## stop that server; its data stays in neo4j-home/
	@$(BIN)/python -m graph.testing.neo4j_server stop

constraints:  ## renew constraints.txt with the newest versions that pyproject.toml allows; then make test
	@$(MAKE) has-python PYTHON='$(PYTHON)'
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && echo 'Resolving ...' && \
	'$(PYTHON)' -m venv "$$folder/venv" && \
	"$$folder/venv/bin/pip" install --quiet --disable-pip-version-check '.[dev]' && \
	{ sed -n '/^#/p' constraints.txt && \
	  "$$folder/venv/bin/pip" freeze --disable-pip-version-check | grep -v '^binck\b'; } > "$$folder/new" && \
	cp "$$folder/new" constraints.txt && echo 'constraints.txt is new; now: make test'

clean:  ## remove .venv and all caches; a store (*.db) stays
	@rm -rf $(VENV) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	@find graph api ingest viz tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true
	@echo 'Clean. What was loaded (*.db) is still there.'


# What follows is not called by hand.

has-python:
	@if ! '$(PYTHON)' -c '$(FITS)' >/dev/null 2>&1; then \
		echo 'No usable Python was found: 3.11, 3.12 or 3.13, with venv and sqlite3, is needed.' >&2; \
		echo 'On Debian or Ubuntu: sudo apt install python3 python3-venv' >&2; \
		echo 'If it is elsewhere, name it: make setup PYTHON=/path/to/python3' >&2; \
		exit 1; fi

new-venv: has-python
	@echo "Making $(VENV) with $$('$(PYTHON)' --version) ..."
	@rm -rf $(VENV)
	@'$(PYTHON)' -m venv $(VENV)
	@pwd -P > $(VENV)/.made-in

# $(1): what pip installs. Its output is kept in a file and shown only when it fails.
define install
	@$(BIN)/python -m pip install --disable-pip-version-check --no-input -c constraints.txt -e '$(1)' \
		> $(VENV)/pip.log 2>&1 || { cat $(VENV)/pip.log >&2; \
		echo 'The packages could not be installed; what pip said stands above. Is there a connection?' >&2; exit 1; }
endef

$(FOR_RUN): pyproject.toml constraints.txt
	@echo 'Installing what binck needs to run (about half a minute) ...'
	$(call install,.)
	@touch $(FOR_RUN)

$(FOR_DEV): pyproject.toml constraints.txt
	@echo 'Installing what binck and its tests need (about a minute) ...'
	$(call install,.[dev])
	@touch $(FOR_RUN) $(FOR_DEV)
