# What one does with the course. `make` alone lists the targets.
# Needs: Python 3.11 or later with its venv module, git, make. Everything else is set up here.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet install
# The machine's Node where it is new enough, else the wheel's, which lands in .venv/bin.
WITH_NODE := PATH="$(CURDIR)/$(BIN):$$PATH"
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
  if "$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then echo "$$p"; break; fi; done)

.PHONY: help serve test test-all book check dev pdf lab bench fix

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' Makefile

serve: .venv/book.stamp ## build the course and show it on this machine; prints the address
	@$(BIN)/alongside serve

# Long walks stand in a row: who has nothing left takes from the other's end.
test: .venv/dev.stamp .venv/node.stamp .venv/chromium.stamp ## set everything up and run every test but the long walks
	@$(WITH_NODE) $(BIN)/python -m pytest -n auto --dist worksteal -m "not long"

test-all: .venv/dev.stamp .venv/node.stamp .venv/chromium.stamp ## run the long walks as well
	@$(WITH_NODE) $(BIN)/python -m pytest -n auto --dist worksteal --hypothesis-profile=default

book: .venv/book.stamp ## build the site into _build/html
	@$(BIN)/alongside build

check: .venv/dev.stamp .venv/node.stamp ## judge code, types and the course
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(WITH_NODE) tests/js/node_modules/.bin/tsc -p tests/js
	@$(BIN)/alongside check

dev: .venv/dev.stamp ## serve, and build again whenever a file changes
	@$(BIN)/alongside serve --watch

pdf: .venv/chromium.stamp .venv/book.stamp ## write kits, slides, answers and handouts as PDF into _build/pdf
	@$(BIN)/alongside build && $(BIN)/alongside pdf

lab: .venv/dev.stamp ## open the lessons as notebooks in JupyterLab
	@$(BIN)/alongside lab

bench: .venv/dev.stamp .venv/node.stamp .venv/chromium.stamp ## measure, and write docs/benchmarks.md
	@$(WITH_NODE) $(BIN)/python bench/run.py

fix: .venv/dev.stamp ## let ruff mend and format the code
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

# ---------------------------------------------------------------- set-up, each once

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "Alongside needs Python 3.11 or later; none was found. Install one, or say which: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { echo "Alongside needs Python 3.11 or later; $(PYTHON) is older, or is not there." >&2; exit 1; }
	@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || { echo "This Python has no venv module. On Debian or Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	@echo "Setting up .venv (once)"
	@gone() { rm -rf .venv; echo "Stopped. To go on, run the same command again." >&2; exit $$1; }; \
	  trap 'gone 130' INT; trap 'gone 143' TERM; \
	  told=$$("$(PYTHON)" -m venv --clear .venv 2>&1) || { rm -rf .venv; echo "$$told" >&2; exit 1; }

.venv/book.stamp: requirements/book.lock pyproject.toml | .venv/bin/python
	@echo "Installing what the book needs (once)"
	@$(PIP) --require-hashes -r requirements/book.lock
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/dev.stamp: requirements/dev.lock requirements/book.lock pyproject.toml | .venv/bin/python
	@echo "Installing what developing and testing need (once)"
	@$(PIP) --require-hashes -r requirements/dev.lock
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch .venv/book.stamp $@

.venv/node.stamp: tests/js/package-lock.json requirements/node.lock | .venv/dev.stamp
	@if node -e 'process.exit(Number(process.versions.node.split(".")[0]) < 20)' 2>/dev/null && command -v npm >/dev/null; \
	  then :; else echo "Installing Node (once)"; $(PIP) --require-hashes -r requirements/node.lock; fi
	@echo "Installing the test packages of tests/js (once)"
	@cd tests/js && $(WITH_NODE) npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

.venv/chromium.stamp: | .venv/dev.stamp
	@$(BIN)/python tests/browser/chromium.py
	@touch $@
