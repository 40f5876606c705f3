.PHONY: help setup build demo test soak bench format lint reference
.DEFAULT_GOAL := help

sources := Package.swift Services Shared Tests

help: ## Say what can be made.
	@sed -n 's/^\([a-z]*\):.*## /make \1	/p' Makefile

setup: ## Install what building and testing need (Debian, as root); says so where nothing is missing.
	@.ci/setup

build: ## Build everything, for debugging.
	swift build

demo: setup build ## Run the four services and tell a story on them.
	.build/debug/wellspring demo

test: setup ## Run all tests on SQLite and on a throw-away PostgreSQL.
	@.ci/test

soak: setup ## Try races, kills and the model as often as was promised: two hours; SOAK_SCALE=0.01 for a look.
	@.ci/soak

bench: setup ## Measure a release build on this machine.
	swift build -c release
	@.ci/bench

format: ## Bring all sources into the form that `make lint` asks for.
	swift format format --in-place --recursive $(sources)

lint: ## Check the form of all sources.
	swift format lint --strict --recursive $(sources)

reference: setup ## Write docs/reference anew from the sources.
	WELLSPRING_REWRITE_GOLDENS=1 .ci/test --filter ReferenceTests
