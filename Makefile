# Everything that is done to Hornbook by hand is a target here, and CI calls the same ones.
# A target stops at the first command that fails.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

# Refuses an import of a module that the target does not declare.
WALLS := --explicit-target-dependency-import-check error
SOURCES := Sources Tests Plugins Package.swift
DEMO_FLAGS ?=
SERVE_FLAGS ?=
PEERS_FLAGS ?=
export PEERS
PORT ?= 8080

.PHONY: help setup setup-build demo serve release test lint format build unit-test test-connectors browser-test bench bench-checks bench-peers docs

help: ## say what the targets are
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 22

setup: ## install what building and testing need (Debian, Ubuntu)
	bin/setup

setup-build:
	bin/setup build

demo: setup-build ## five invented schools in a browser: http://localhost:8080
	swift run hornbook demo $(DEMO_FLAGS)

serve: setup-build ## the real thing, from a debug build; SERVE_FLAGS takes options
	swift run hornbook serve $(SERVE_FLAGS)

release: setup-build ## build .build/release/hornbook and hornbook-pictures
	swift build -c release --product hornbook
	swift build -c release --product hornbook-pictures

test: setup lint build unit-test browser-test ## everything that must hold before a change is merged

lint: ## refuse what `make format` would change
	swift format lint --strict --recursive $(SOURCES)

format: ## lay the sources out
	swift format --in-place --recursive $(SOURCES)

build:
	swift build --build-tests $(WALLS)

unit-test:
	swift test $(WALLS)

test-connectors: build ## the connectors again, against WordPress (Debian) and a server of the AT Protocol (PyPI)
	bin/test-wordpress bin/test-atproto swift test $(WALLS) --filter ConnectorTests

browser-test: build ## Chromium through the pages, with axe-core
	bin/setup check-browser
	.venv/bin/python -m pytest BrowserTests -q

bench: setup-build ## packs, and ratios against bare SQLite, SHA-256 and Hummingbird
	swift run -c release hornbook-bench

bench-checks: setup-build ## how well the checks of drafts find what people have marked in Tests/ProofingTests/Labelled
	swift run -c release hornbook-bench draft --labelled Tests/ProofingTests/Labelled

bench-peers: setup-build ## one table: the bit-sliced C, Hornbook and the other policy engines; PEERS names their folder
	bin/bench-peers $(PEERS_FLAGS)
	bin/bench-drafts

docs: ## the DocC pages of every module, in docs/api
	bin/docs
