# One tag set everywhere: APPTAGS for the app, TESTTAGS for tests.
APPTAGS  := desktop,production,webkit2_41,sqlite_fts5
TESTTAGS := sqlite_fts5
VERSION  := 0.1.0
LDFLAGS  := -w -s -X github.com/jobjourney/jobjourney/app.Version=$(VERSION)

# SQLite and miniaudio are large C files. Tests compile them a second time, for -race;
# without optimising that takes a tenth of the time, and tests hardly notice.
TESTCFLAGS := -O0 -g0

export GOFLAGS := -buildvcs=false
export GOTOOLCHAIN := local

GOLANGCI    := github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v2.15.0
GOVULNCHECK := golang.org/x/vuln/cmd/govulncheck@v1.1.4

.PHONY: run demo build ui test check soak bench package bindings clean help

help: ## list the commands
	@grep -hE '^[a-z]+:.*##' Makefile | sed 's/:.*##/ -/'

run: build ## install what is missing, build, open the window (or the page, without a display)
	./jobjourney

demo: build ## the same with the example of an invented person
	./jobjourney --example

build: ## build ./jobjourney
	@build/scripts/step "System packages for the app" build/scripts/install app
	@$(MAKE) --no-print-directory ui
	@build/scripts/step "Go program" go build -tags $(APPTAGS) -trimpath -ldflags "$(LDFLAGS)" -o jobjourney .

ui: frontend/node_modules/.package-lock.json ## build the user interface
	@build/scripts/step "User interface" npm --prefix frontend run --silent build

frontend/node_modules/.package-lock.json: frontend/package.json frontend/package-lock.json
	@build/scripts/step "Packages of the user interface" npm --prefix frontend ci --loglevel=error

test: ## everything: Go with -race, arrows, lint, types, unit and browser tests
	@build/scripts/step "System packages for tests" build/scripts/install app test
	@$(MAKE) --no-print-directory ui
	@build/scripts/step "Go program" go build -tags $(APPTAGS) -trimpath -ldflags "$(LDFLAGS)" -o jobjourney .
	@build/scripts/step "Generated bindings are up to date" build/scripts/bindings --check
	@PROGRAM="$(CURDIR)/jobjourney" CGO_CFLAGS="$(TESTCFLAGS)" build/scripts/step "Go tests" go test -race -tags $(TESTTAGS) ./...
	@build/scripts/step "Fuzzers" build/scripts/fuzz 5s
	@build/scripts/step "Lint of the user interface" npm --prefix frontend run --silent lint
	@build/scripts/step "Types of the user interface" npm --prefix frontend run --silent check
	@build/scripts/step "Unit tests of the user interface" npm --prefix frontend run --silent test
	@build/scripts/step "Browser tests" npm --prefix frontend run --silent e2e

check: frontend/node_modules/.package-lock.json ## linters and scanners (VULNDB=DIR for the vulnerability database)
	@build/scripts/step "golangci-lint, with staticcheck, gosec and the arrows" go run $(GOLANGCI) run
	@build/scripts/step "govulncheck" go run $(GOVULNCHECK) $(if $(VULNDB),-db file://$(abspath $(VULNDB))) -tags $(TESTTAGS) . ./app/... ./internal/...
	@build/scripts/step "vet for Windows and macOS" build/scripts/vet-platforms
	@build/scripts/step "knip" npm --prefix frontend run --silent knip

soak: build ## long fuzzing, a million scripts over résumés, 200 kills, 1,000 more while writing, 20 with a real page, every résumé in every template
	@build/scripts/step "System packages for tests" build/scripts/install app test soak
	build/scripts/fuzz 10m
	SOAK=1 go test -tags $(TESTTAGS) -timeout 60m ./internal/resume/
	PROGRAM="$(CURDIR)/jobjourney" KILLS=200 go test -tags $(TESTTAGS) -timeout 60m -run KilledAt ./app/
	PROGRAM="$(CURDIR)/jobjourney" KILLS=1000 go test -tags $(TESTTAGS) -timeout 60m -run KilledWhileWriting ./app/
	SOAK=1 npm --prefix frontend run --silent test -- --project paper src/paper/readback.test.ts
	PROGRAM="$(CURDIR)/jobjourney" KILLS_CHROMIUM=20 npm --prefix frontend run --silent e2e -- kills.spec.ts

bench: build ## figures (CORPUS=DIR for a folder of PDFs)
	CORPUS="$(CORPUS)" build/scripts/bench

package: build ## a .deb and a Windows executable in build/package
	VERSION=$(VERSION) build/scripts/package

bindings: ## write frontend/wailsjs anew from the bound structs
	build/scripts/bindings

clean: ## remove what was built
	rm -rf jobjourney build/bin build/package build/bench/reactpdf/node_modules frontend/node_modules && find frontend/dist -mindepth 1 ! -name .gitkeep -delete
