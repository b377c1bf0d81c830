# calmdesk: `make run` sets everything up and starts it; `make test` runs every test. `make` alone tells the rest.
# Needs python3 (3.11 or newer, with venv) and make; works with GNU make 3.81, as macOS has it.

PORT ?= 8765
HOST ?= 127.0.0.1
VENV := .venv
BIN := $(VENV)/bin

.PHONY: help run test test-hard lint format types imports check lock bench train clean

help:
	@echo "make run        set up and start calmdesk with a demo desk on $(HOST):$(PORT) (PORT=… changes it)"
	@echo "make test       run every test"
	@echo "make test-hard  break one guard at a time and see that the tests notice"
	@echo "make lint       style, types and import contracts"
	@echo "make check      lint and test, as the continuous build does"
	@echo "make format     put the code into its standard form"
	@echo "make bench      measure speed side by side with other tools"
	@echo "make train      make the model's weights anew, from the shared data (about two hours on two cores)"
	@echo "make lock       choose the versions of all packages anew"
	@echo "make clean      remove what was installed; the data folder var/ stays"

run: $(VENV)/run.stamp
	@exec $(BIN)/python -m calmdesk.web.serve --demo --host $(HOST) --port $(PORT)

test: $(VENV)/dev.stamp
	$(BIN)/python -m pytest

test-hard: $(VENV)/dev.stamp
	$(BIN)/python -m tools.mutants

lint: $(VENV)/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

check: lint test

format: $(VENV)/dev.stamp
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/dev.stamp
	$(BIN)/python -m benchmarks

train: build/training/venv.stamp
	build/training/venv/bin/python -m training

# Names no index, so that the files serve whatever index a machine uses.
lock: $(VENV)/dev.stamp
	$(BIN)/python -m pip --disable-pip-version-check install -q uv
	$(BIN)/uv pip compile pyproject.toml --all-extras --universal --generate-hashes --python-version 3.11 -q --upgrade -o requirements.lock
	$(BIN)/uv pip compile pyproject.toml --all-extras --group dev -c requirements.lock --universal --generate-hashes --python-version 3.11 -q --upgrade -o requirements-dev.lock

clean:
	rm -rf $(VENV) build dist

$(VENV)/run.stamp: requirements.lock pyproject.toml | $(BIN)/python
	@echo "Installing the packages calmdesk needs. This happens once."
	@$(BIN)/python -m pip --disable-pip-version-check install -q --require-hashes -r requirements.lock
	@$(BIN)/python -m pip --disable-pip-version-check install -q --no-deps -e .
	@touch $@

$(VENV)/dev.stamp: requirements-dev.lock $(VENV)/run.stamp
	@echo "Installing the packages the tests need. This happens once."
	@$(BIN)/python -m pip --disable-pip-version-check install -q --require-hashes -r requirements-dev.lock
	@touch $@

build/training/venv.stamp: training/requirements.txt pyproject.toml | $(BIN)/python
	@echo "Installing the packages training needs, torch among them. This happens once."
	@$(BIN)/python -m venv build/training/venv
	@build/training/venv/bin/python -m pip --disable-pip-version-check install -q -r training/requirements.txt -e .
	@touch $@

$(BIN)/python:
	@python=; \
	for name in python3 python3.14 python3.13 python3.12 python3.11; do \
	  if $$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then python=$$name; break; fi; \
	done; \
	if [ -z "$$python" ]; then \
	  echo "calmdesk needs Python 3.11 or newer, which is not here. Install the package python3 (3.11 or newer)." >&2; exit 1; \
	fi; \
	if ! $$python -c 'import ensurepip, venv' >/dev/null 2>&1; then \
	  echo "Python is here without its module venv. Install the package python3-venv." >&2; exit 1; \
	fi; \
	$$python -m venv $(VENV)
