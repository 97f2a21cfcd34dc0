# errbook: build and serve the site of this folder, and everything that keeps the code right.
#
#   make run    build the site and serve it on http://127.0.0.1:8080
#   make test   run the tests
#
# Only Go is needed. GOFLAGS, OUT and ADDR may be set: make run ADDR=127.0.0.1:9000

GO    ?= go
OUT   ?= public
ADDR  ?= 127.0.0.1:8080
BENCH ?= .

STATICCHECK := honnef.co/go/tools/cmd/staticcheck@v0.8.2
GOVULNCHECK := golang.org/x/vuln/cmd/govulncheck@v1.9.0

.PHONY: build run test lint vuln bench hostile relevance check links clean

build: ## the command ./errbook, and the site in public/
	CGO_ENABLED=0 $(GO) build -trimpath -o errbook .
	./errbook build --out $(OUT)

run: ## build the site and serve it, with search
	CGO_ENABLED=0 $(GO) build -trimpath -o errbook .
	./errbook serve --out $(OUT) --addr $(ADDR)

test: ## all tests; set RACE=-race for the race detector
	$(GO) test $(RACE) -timeout 30m ./...
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || \
		echo "NOT RUN: the browser tests, because there is no Chromium on this machine"

lint: ## format, vet, staticcheck
	@files=$$(gofmt -l .); test -z "$$files" || { echo "not gofmt'ed: $$files"; exit 1; }
	$(GO) vet ./...
	$(GO) run $(STATICCHECK) ./...

vuln: ## known vulnerabilities, where the database can be reached
	$(GO) run $(GOVULNCHECK) ./...

bench: ## speed and memory, on the real document and on 10,000 and 100,000 generated codes
	$(GO) test -run '^$$' -bench '$(BENCH)' -benchmem -timeout 60m ./...

hostile: ## hostile queries on 100,000 generated codes in four languages: each is answered, and within 100 ms
	ERRBOOK_HOSTILE=100000 $(GO) test -count=1 -run TestHostileQueries -v ./search

relevance: ## how good the search of the real document is, beside two engines as they come
	$(GO) test -count=1 -run TestRelevance -v ./site

check: ## what errbook says of this site's own files
	$(GO) run . check

links: ## every internal link of the built site leads somewhere
	$(GO) test -count=1 -run TestInternalLinks -v ./site

clean: ## remove what was built
	rm -rf errbook public/* public/.errbook
