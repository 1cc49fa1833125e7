# `make run` and `make test` set everything up by themselves; they need Python 3.11+ and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
LOCK := uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-header --no-annotate --quiet

.PHONY: run test check lint types unit lock nlp bench pictures clean

run: $(VENV)/run.stamp
	@$(BIN)/pullquote run

test: check

check: lint types unit

lint: $(VENV)/test.stamp
	$(BIN)/ruff format --check
	$(BIN)/ruff check

types: $(VENV)/test.stamp
	$(BIN)/mypy

unit: $(VENV)/test.stamp
	rm -f .coverage .coverage.*
	$(BIN)/pytest -n 2 --cov --cov-report=
	$(BIN)/coverage report --include='bot/language/*,bot/articles/*,bot/search/*,bot/briefing/*,bot/comparing/*,bot/quiz/*,bot/digest/*,bot/feeds/*' \
	    --fail-under=100
	$(BIN)/coverage report --fail-under=95

lock: | $(VENV)/bin/python
	$(PIP) install --quiet "$$(grep -o 'uv==[0-9.]*' pyproject.toml)"
	$(BIN)/$(LOCK) --group build -o requirements.lock
	$(BIN)/$(LOCK) --group build --group dev -c requirements.lock -o requirements-dev.lock
	$(BIN)/$(LOCK) --extra nlp -c requirements-dev.lock -o requirements-nlp.lock

nlp: requirements-nlp.lock $(VENV)/run.stamp
	$(PIP) install --quiet --no-deps --require-hashes -r requirements-nlp.lock

bench: $(VENV)/test.stamp
	$(BIN)/python -m benchmarks

pictures: $(VENV)/test.stamp
	$(BIN)/python -m benchmarks.pictures
	$(BIN)/python -m benchmarks.quiz_pictures

clean:
	rm -rf $(VENV) dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage*

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Pullquote needs Python 3.11 or newer: make PYTHON=python3.11")'
	$(PYTHON) -m venv $(VENV)

# The lock is complete, and older pips stumble over the two spellings of one extra in it: --no-deps.
$(VENV)/run.stamp: requirements.lock pyproject.toml | $(VENV)/bin/python
	$(PIP) install --quiet --no-deps --require-hashes -r requirements.lock
	$(PIP) install --quiet --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/test.stamp: requirements-dev.lock $(VENV)/run.stamp
	$(PIP) install --quiet --no-deps --require-hashes -r requirements-dev.lock
	@touch $@
