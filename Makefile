# Gulir. `make` alone lists what can be made; `make run` is all that a newcomer needs.
.DEFAULT_GOAL := help
SHELL := /bin/sh
.SUFFIXES:
.PHONY: help setup run test soak check fix transcripts schema migrate bench lock clean

VENV := .venv
BIN := $(VENV)/bin
LOCK := $(BIN)/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host
ARGS ?=
# One more than the cores: a test also waits, for a process to start or a minute to pass.
WORKERS ?= $(shell echo $$(($$(getconf _NPROCESSORS_ONLN) + 1)))

help: ## list what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile

setup: $(VENV)/.runtime ## make .venv with everything that Gulir needs to run

run: setup ## start Gulir; without a Telegram token it starts with the simulator
	@$(BIN)/gulir run

test: $(VENV)/.development ## run every test, on all cores (ARGS="-k word" for some)
	@$(BIN)/python -m pytest --numprocesses $(WORKERS) --dist worksteal $(ARGS)

soak: $(VENV)/.development ## let the simulated WhatsApp post ten thousand webhooks, many twice
	@$(BIN)/python -m pytest tests/crash/test_whatsapp_soak.py --webhooks 10000 -o timeout=1800 $(ARGS)

check: $(VENV)/.development ## format, lint, types and the direction of imports, changing nothing
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

fix: $(VENV)/.development ## format, and mend what the linter can mend
	@$(BIN)/ruff check --fix-only --quiet .
	@$(BIN)/ruff format --quiet .

transcripts: $(VENV)/.development ## rewrite the bot's lines of the transcripts; then read the diff
	@$(BIN)/python -m pytest tests/test_transcripts.py --accept $(ARGS)

schema: $(VENV)/.development ## after a new migration: rewrite what an empty database begins with
	@$(BIN)/python -m tests.newest_schema

migrate: setup ## bring the database of DATABASE_URL up to the newest schema
	@$(BIN)/gulir migrate

bench: $(VENV)/.development ## measure the hot path
	@$(BIN)/python -m tests.bench $(ARGS)

lock: $(VENV)/.development ## choose and pin the newest dependencies again, for CPython 3.11 to 3.13
	@$(LOCK) --upgrade --output-file requirements.txt requirements.in
	@$(LOCK) --upgrade --output-file requirements-dev.txt requirements-dev.in

clean: ## remove .venv and what the tools left behind; the data stay
	@rm -rf $(VENV) build ./*.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis \
		.import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The newest Python that can make virtual environments.
$(BIN)/python:
	@for python in python3.14 python3.13 python3.12 python3.11 python3; do \
		if $$python -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' \
			2>/dev/null; then \
			echo "Making $(VENV) with $$($$python --version)"; \
			exec $$python -m venv --clear $(VENV); \
		fi; \
	done; \
	echo "Gulir needs Python 3.11 or newer, with venv." >&2; \
	echo "On Debian and Ubuntu: sudo apt install python3 python3-venv" >&2; \
	exit 1

$(VENV)/.runtime: requirements.txt pyproject.toml | $(BIN)/python
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes \
		-r requirements.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps \
		--no-build-isolation --editable .
	@touch $@

$(VENV)/.development: requirements-dev.txt $(VENV)/.runtime
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes \
		-r requirements-dev.txt
	@touch $@
