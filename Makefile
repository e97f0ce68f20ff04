# The verbs of the project. Plain `make` sets everything up and builds the sample;
# `make help` lists the rest.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/ready
PENHOLDER := $(BIN)/penholder
PACKAGES := $(PYTHON) scripts/system_packages.py
CODE := src tests benchmarks scripts

# Modules, tests and templates are compiled once and not at every start, as pip does for what it
# copies, whatever the shell says.
unexport PYTHONDONTWRITEBYTECODE
KEEP_COMPILED := 'from penholder.publish.templates import compile_templates; compile_templates()'

# What the verbs work on: make pdf DOCUMENT=A/RES/53/123, make diff BEFORE=... AFTER=...
DOCUMENT ?=
BEFORE ?= A/RES/53/123
AFTER ?= drafts/follow-up-cis-conference

# How often `make laws` tries each property.
EXAMPLES ?= 1000

.DEFAULT_GOAL := sample
.NOTPARALLEL:
.PHONY: help setup fonts sample pdf html diff watch check lint types test fast laws bench wheel clean

help: ## list the verbs
	@sed -nE 's/^([a-z]+):.*## (.*)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 16

setup: $(READY) ## make the environment in .venv, with all it needs of the system

# The stamp is written last, so an interrupted setup is taken up again.
$(READY): pyproject.toml scripts/system_packages.py
	@$(PACKAGES) page
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --editable . --group dev
	@$(BIN)/python -m compileall -q src
	@$(BIN)/python -c $(KEEP_COMPILED)
	@touch $@

fonts: ## install the fonts of Arabic and Chinese pages (23 MB)
	@$(PACKAGES) fonts

sample: $(READY) ## build every document of content/ and the sample redline (plain `make`)
	$(PENHOLDER) build
	$(PENHOLDER) diff $(BEFORE) $(AFTER) --format html,pdf

pdf: $(READY) ## print to PDF: all documents, or DOCUMENT=A/RES/53/123
	$(PENHOLDER) build $(DOCUMENT) --format pdf

html: $(READY) ## print to HTML: all documents, or DOCUMENT=A/RES/53/123
	$(PENHOLDER) build $(DOCUMENT) --format html

diff: $(READY) ## show what changed from BEFORE= to AFTER=, in the terminal
	@$(PENHOLDER) diff $(BEFORE) $(AFTER)

watch: $(READY) ## print again whenever a document or template is saved
	$(PENHOLDER) watch $(DOCUMENT)

check: $(READY) ## tell everything that is wrong with the documents
	$(PENHOLDER) check $(DOCUMENT)

lint: $(READY) ## look at style, form and layers of the code
	$(BIN)/ruff check $(CODE)
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/lint-imports --no-cache

types: $(READY) ## look at the types of the code
	$(BIN)/mypy

test: lint types ## everything: lint, types, all tests, coverage
	@$(PACKAGES) tests
	@$(PACKAGES) --try fonts
	@$(PACKAGES) --try browser
	$(BIN)/python -m pytest -n auto --cov --hypothesis-profile thorough

fast: $(READY) ## the quick tests alone
	$(BIN)/python -m pytest -n auto -m "not slow"

laws: $(READY) ## try every property at random, EXAMPLES=1000 times
	EXAMPLES=$(EXAMPLES) $(BIN)/python -m pytest -n auto -m hypothesis --hypothesis-profile random

bench: $(READY) ## time everything against its peer, as ratios
	@$(PACKAGES) tests
	$(BIN)/python -m benchmarks

wheel: $(READY) ## build the wheel into dist/
	$(BIN)/python -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .

clean: ## delete what was made; the environment stays
	rm -rf build dist .coverage .coverage.* .mypy_cache .pytest_cache .ruff_cache .hypothesis
