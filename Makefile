# Two commands set everything up:  make demo   and   make test
# `make check` is everything that must hold before a change lands; `make clean` takes away what these made.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
CORPUS := demo/corpus.jsonl
SAMPLE = $(firstword $(sort $(wildcard examples/*.txt)))

# `make test COVERAGE=1` also records branch coverage, for `make check TESTED=1` to count instead of testing twice.
# The tests run on every core; `make test ARGS="-n 0 tests/text"` runs some of them in one process.
VERSION = $$($(BIN)/python -c 'import sys; print("%d.%d" % sys.version_info[:2])')
PYTEST = $(if $(COVERAGE),COVERAGE_FILE=.coverage.$(VERSION)) $(BIN)/python -m pytest -n auto --dist loadfile $(if $(COVERAGE),--cov --cov-report= --cov-fail-under=0)

.PHONY: help demo test check eval clean
.DELETE_ON_ERROR:

help:
	@echo "make demo    parse the documents in examples/ to $(CORPUS)"
	@echo "make test    run the tests"
	@echo "make check   run everything: format, lint, layers, types, tests on each Python, docs, wheel"
	@echo "make eval    print how right dates, attributions and bylines are, on the tables of the tests"
	@echo "make clean   remove environments, caches and the demo's corpus"

demo: $(VENV)/.all
	@mkdir -p $(dir $(CORPUS))
	@test -n "$(SAMPLE)" || { echo "examples/ holds no documents" >&2; exit 1; }
	$(BIN)/nkdocs explain $(SAMPLE)
	$(BIN)/nkdocs parse examples -o $(CORPUS)
	@echo "The corpus is $(CURDIR)/$(CORPUS)"

test: $(VENV)/.dev
	$(PYTEST) $(ARGS)

check: $(VENV)/.dev
	$(if $(TESTED),NKDOCS_TESTED=$(VERSION)) $(BIN)/nox $(ARGS)

# Each of the tables has its script; a script fails below the share that is promised.
eval: $(VENV)/.dev
	@for script in benchmarks/eval_*.py; do $(BIN)/python $$script || exit 1; done

clean:
	rm -rf $(VENV) .nox demo build dist .coverage .coverage.* .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The stamps are older than pyproject.toml when it has changed: then, and only then, pip runs again.
$(VENV)/.all: pyproject.toml $(BIN)/python
	$(PIP) install --editable '.[all]'
	@touch $@

$(VENV)/.dev: pyproject.toml $(BIN)/python
	$(PIP) install --editable '.[dev]'
	@touch $@ $(VENV)/.all

# Some systems ship venv without ensurepip: then the pip of PYTHON puts one inside.
$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "nkdocs needs Python 3.11 or newer, and '$(PYTHON)' is not: try make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@$(PYTHON) -m venv --clear $(VENV) >/dev/null 2>&1 || { \
		$(PYTHON) -m venv --clear --without-pip $(VENV) && \
		$(PYTHON) -m pip --disable-pip-version-check --quiet --python $(BIN)/python install pip; }
