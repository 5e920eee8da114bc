# Two commands do most of the work: `make site` and `make test`.

SWIFT ?= swift
CHECKED := --explicit-target-dependency-import-check error

# The date that the sample's data bears: the day on which somebody last checked content/.
AS_OF := 2026-11-25

# Loops over pages call from part to part: what is called may be taken into the loop.
FAST := -Xswiftc -cross-module-optimization

# The release program holds all libraries but the system's own, so that it can be copied alone.
ARCHIVES := $(CURDIR)/.build/archives

# Where `make install` puts things; DESTDIR stands before it, for those who make packages.
PREFIX ?= /usr/local
PROGRAM ?= .build/release/wikiguide

.DEFAULT_GOAL := help
.PHONY: help site test security same-bytes kill-test publish-test test-asan test-tsan fuzz linear
.PHONY: pathological leaks docs developer-docs bench clean format lint dependencies install uninstall

help: ## List these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-14s%s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# What is measured is built as the program is, so that neither has the other compiled again.
RELEASE := PKG_CONFIG_PATH=$(ARCHIVES) $(SWIFT) build -c release $(FAST) \
  $$(Scripts/static-libraries $(ARCHIVES)) --product

site: dependencies ## Publish content/ as output/
	$(RELEASE) wikiguide
	.build/release/wikiguide build content --output output --as-of $(AS_OF)

test: dependencies ## Build with every check on, then run all tests, those in a browser too
	$(SWIFT) build $(CHECKED)
	$(SWIFT) test
	@Scripts/python-tests .build/debug/wikiguide
	@Scripts/server-tests .build/debug/wikiguide
	@AS_OF=$(AS_OF) Scripts/browser-tests .build/debug/wikiguide

security: ## Run the tests against hostile pages, names, files and addresses alone
	$(SWIFT) build $(CHECKED)
	@Scripts/security-tests .build/debug/wikiguide

same-bytes: ## Build the same sites in other surroundings, and compare every byte
	@Scripts/same-bytes

test-asan: dependencies ## Run the tests under AddressSanitizer, in .build-asan
	@Scripts/sanitized-tests address

test-tsan: dependencies ## Run the tests under ThreadSanitizer, in .build-tsan
	@Scripts/sanitized-tests thread

fuzz: dependencies ## Throw bytes at all that reads strangers' files, FUZZ_SECONDS (60) each
	@Scripts/fuzz

linear: $(PROGRAM) ## Measure whether time grows with a page and no faster, construct by construct
	@Scripts/pathological --linear $(PROGRAM)

pathological: $(PROGRAM) ## Build sites that nobody means, in bounded time and memory
	@Scripts/pathological $(PROGRAM)

leaks: dependencies ## Rebuild a site 1,000 times in one process: memory must not grow
	$(RELEASE) bench
	@Scripts/leaks .build/release/bench

docs: ## Publish the documentation for users, docs/content, as docs/site
	@test -x .build/release/wikiguide || $(MAKE) site
	.build/release/wikiguide build docs/content --output docs/site --as-of $(AS_OF)

developer-docs: ## Publish the documentation for developers as .build/developer-docs
	@Scripts/developer-docs .build/developer-docs

kill-test: .build/release/wikiguide ## Kill builds while a reader walks the site, on disk and in memory
	Scripts/kill-test $<
	@test ! -w /dev/shm || Scripts/kill-test $< --seed 2 --folder /dev/shm
	Scripts/kill-test $< --seed 3 --way watch

publish-test: .build/release/wikiguide ## Publish on volumes, on full and on read-only disks, two builds at once
	@Scripts/python-tests $< Tests/Publishing

bench: dependencies ## Measure microseconds a page, part by part, and against Hugo where there is one
	$(RELEASE) bench
	.build/release/bench
	$(RELEASE) wikiguide
	@Scripts/compare-with-hugo .build/release/wikiguide

install: $(PROGRAM) ## Install the program, its manual page and completions below PREFIX
	@PROGRAM="$(PROGRAM)" PREFIX="$(PREFIX)" DESTDIR="$(DESTDIR)" AS_OF=$(AS_OF) Scripts/install

uninstall: ## Take away what `make install` put there
	@PREFIX="$(PREFIX)" DESTDIR="$(DESTDIR)" Scripts/install --undo

.build/release/wikiguide:
	@$(MAKE) --no-print-directory dependencies
	$(RELEASE) wikiguide

clean: ## Remove what was compiled; output/ stays
	rm -rf .build

format: ## Lay out all Swift sources
	$(SWIFT) format --in-place --parallel --recursive Package.swift Sources Tests

lint: ## Say where the layout of Swift sources is off
	$(SWIFT) format lint --strict --parallel --recursive Package.swift Sources Tests

dependencies: ## Install the C libraries that are missing
	@SWIFT="$(SWIFT)" Scripts/dependencies
