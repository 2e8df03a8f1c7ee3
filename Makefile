# Any of these works as the first command typed in a fresh checkout; each sets up what it needs in `.venv` and nowhere else.
#   make brief    read the samples and write out/brief.html
#   make test     run the tests
#   make check    types, style, arrows, docs
#   make bench    measure
#   make lock     resolve the dependencies anew (needs pip-tools in PYTHON)
#   make clean    remove what the others made
# PYTHON=... names the Python to use; without it, the first of 3.11 or later that runs.

# Compiled modules and tables are kept, whatever the shell says: a command then answers at once.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: brief test check bench lock clean setup setup-dev
.DEFAULT_GOAL := brief

OLDEST := 3.11
FITS := import sys; sys.exit(sys.version_info < (3, 11))
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input -q

brief: setup
	@$(BIN)/resolute brief samples -o out
	@echo "The page: file://$(CURDIR)/out/brief.html"

test: setup-dev
	@$(BIN)/python -m pytest

check: setup-dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy --strict
	@$(BIN)/lint-imports --no-cache
	@$(BIN)/python -m pytest tests/house

bench: setup-dev
	@for bench in benchmarks/*.py; do echo "== $$bench"; $(BIN)/python "$$bench" || exit 1; done

lock:
	@$(or $(PYTHON),python3) requirements/lock.py

clean:
	@rm -rf .venv out .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache .grimp_cache

setup: .venv/run-done
setup-dev: .venv/dev-done

.venv/python-done:
	@python=; for try in $(if $(PYTHON),"$(PYTHON)",python3 python3.14 python3.13 python3.12 python3.11 python); do \
	  if "$$try" -c '$(FITS)' 2>/dev/null; then python=$$try; break; fi; done; \
	if [ -z "$$python" ]; then \
	  echo "Resolute needs Python $(OLDEST) or later; $(if $(PYTHON),$(PYTHON) is none,none is on the PATH). Install one, or name it: make PYTHON=/path/to/python3" >&2; \
	  exit 1; fi; \
	echo "Setting up .venv with $$("$$python" -V)" && "$$python" -m venv .venv
	@touch $@

.venv/run-done: .venv/python-done requirements/run.txt pyproject.toml
	@$(PIP) install --require-hashes -r requirements/run.txt
	@$(PIP) install --no-index --no-deps --no-build-isolation -e .
	@touch $@

.venv/dev-done: .venv/run-done requirements/dev.txt
	@$(PIP) install --require-hashes -r requirements/dev.txt
	@touch $@
