# The only list of commands: what CI runs, word for word.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PYTEST_OPTIONS ?=

.DEFAULT_GOAL := help
.PHONY: help run test lint types docs gold golden wheel bench peers fuzz hostile browser clean

help:  ## this list
	@sed -n 's/^\([a-z]*\):.*##/  make \1 \t/p' Makefile | expand -t 20

# One stamp a set of packages: nothing is installed again until setup.cfg changes.
$(VENV)/.run: setup.cfg pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	touch $@

$(VENV)/.dev: setup.cfg pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev,nlp]'
	touch $(VENV)/.run $@

run: $(VENV)/.run  ## the main job on raw/: reports/report.html, without a language model so that all machines agree
	$(BIN)/provenance run --model none raw

test: $(VENV)/.dev browser  ## the whole test suite, with branch coverage, on all processors
	$(BIN)/python -m pytest -n auto --dist worksteal $(PYTEST_OPTIONS) --cov --cov-report=term:skip-covered

lint: $(VENV)/.dev  ## style, import contracts, help texts in README
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/cog --check -P -I tests/docs README.md

types: $(VENV)/.dev  ## mypy, strict
	$(BIN)/mypy

docs: $(VENV)/.dev  ## write README's help texts and real output, docs/ of rules and conflicts, and db/schema.sql, anew
	$(BIN)/python -m provenance schema > db/schema.sql
	$(BIN)/cog -r -P -I tests/docs README.md
	$(BIN)/python tests/docs/pages.py

gold: $(VENV)/.dev  ## quality on annotated piles, against the floors
	$(BIN)/python tests/gold/gate.py

golden: $(VENV)/.dev  ## write the expected reports of tests/golden anew: read the difference before you commit it
	$(BIN)/python tests/golden/rewrite.py

wheel: $(VENV)/.dev  ## the package as a user gets it: clean virtual environment, outside the checkout
	$(BIN)/python tests/packaging/check_wheel.py

bench: $(VENV)/.dev  ## speed in CPU seconds, memory and growth: the main job, reuse, names in texts, readers against bare libraries
	$(BIN)/python tests/bench/bench.py
	$(BIN)/python tests/bench/reuse.py
	$(BIN)/python tests/bench/names.py
	$(BIN)/python tests/bench/name_growth.py --sizes 2000,4000 --crowd 500 --checked 20000
	$(BIN)/python tests/bench/resolver_growth.py --documents 250,500
	$(BIN)/python tests/bench/readers.py
	$(BIN)/python tests/bench/memory.py
	$(BIN)/python tests/bench/growth.py
	$(BIN)/python -m tests.bench.mentions --hostile

peers: $(VENV)/.dev  ## other programs for text reuse beside ours, into docs/peers.md (they get an environment of their own)
	$(BIN)/python tests/bench/peers/run.py

fuzz: $(VENV)/.dev  ## parsers under a fuzzer, FUZZ_SECONDS (600) for each target; fails if one finds something
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[fuzz]'
	$(BIN)/python tests/fuzz/run.py

hostile: $(VENV)/.dev  ## a corpus of hostile files, each against what should become of it (HOSTILE=generator)
	$(BIN)/python tests/hostile/acceptance.py $(HOSTILE)

browser:  # a real Chromium for the tests that look at pages
	@command -v chromium chromium-browser google-chrome >/dev/null 2>&1 \
	|| { test "$$(id -u)" = 0 && command -v apt-get >/dev/null \
	     && apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null; } \
	|| echo "no Chromium, and no right to install one: tests that need a browser will be skipped"

clean:  ## remove the virtual environment, caches, the working database and the reports
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache .coverage build dist *.egg-info
	rm -f db/provenance.db db/provenance.db-journal
	find reports -mindepth 1 ! -name .gitkeep -delete
