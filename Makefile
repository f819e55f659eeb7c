# What you need: Python 3.11 or newer and make. Everything else is fetched by lock file.
#   make demo    the portal with a made-up borough, on this machine
#   make test    all tests that this machine can run
#   make test-changed    the quick tests that a change touches
#   make test-long    what takes an hour or two, before a release
SHELL := /bin/sh
PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
UV := .tools/bin/uv
PYTEST := $(BIN)/python -m pytest -n 2 --dist worksteal
ASSETS := $(wildcard portal/assets/src/* portal/assets/*.mjs portal/assets/package*.json easyread/scripts/*.mjs easyread/scripts/*/*.mjs easyread/pictures/*.csv easyread/pictures/drawn/*.svg)
# Some machines forbid Python to keep compiled files: each start would then take seconds longer.
unexport PYTHONDONTWRITEBYTECODE
# A .env is for running the portal for real; what is made here must not touch that database.
export ENV_FILE := /dev/null

.PHONY: demo demo-reset prepare test test-changed test-long test-postgres test-embedded check check-types check-rest bench screenshots lock clean

demo: prepare
	@$(BIN)/python manage.py prepare_demo --port $(PORT)
	@PORTAL_PORT=$(PORT) PUBLIC_URL=http://127.0.0.1:$(PORT) DIGEST_TICK_SECONDS=15 \
		exec $(BIN)/python -m portal.demo.running

demo-reset: prepare
	@$(BIN)/python manage.py prepare_demo --port $(PORT) --anew

prepare: .venv/ready build/assets-ready

.tools/ready: requirements-uv.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed. Give its name: make PYTHON=python3.12 demo")'
	@$(PYTHON) -m venv .tools || { echo "This Python cannot make environments (on Debian: apt install python3-venv)."; exit 1; }
	@.tools/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-uv.lock
	@touch $@

# With the development packages there, the others are there too.
.venv/ready: requirements.lock .tools/ready
	@test -d .venv/lib || $(UV) venv --quiet --allow-existing --python $(PYTHON) .venv
	@test -f .venv/ready-dev || $(UV) pip sync --quiet --require-hashes --compile-bytecode --python $(BIN)/python requirements.lock
	@touch $@

.venv/ready-dev: requirements-dev.lock .tools/ready
	@test -d .venv/lib || $(UV) venv --quiet --allow-existing --python $(PYTHON) .venv
	@$(UV) pip sync --quiet --require-hashes --compile-bytecode --python $(BIN)/python requirements-dev.lock
	@touch $@ .venv/ready

# The checker of PDF files, kept apart from what the portal runs with.
.tools-pdf/ready: requirements-pdf.lock .tools/ready
	@$(UV) venv --quiet --allow-existing --python $(PYTHON) .tools-pdf
	@$(UV) pip sync --quiet --require-hashes --compile-bytecode --python .tools-pdf/bin/python requirements-pdf.lock
	@touch $@

build/assets-ready: $(ASSETS) .tools/ready
	@./portal/assets/build.sh
	@mkdir -p build && touch $@

test: .venv/ready-dev .tools-pdf/ready build/assets-ready
	@$(PYTEST) $(ARGS)

# The quick tests that a change touches: of what is not committed, or since BASE=main.
test-changed: .venv/ready-dev build/assets-ready
	@$(BIN)/python -m tests.changed $(or $(BASE),HEAD) $(ARGS)

# What takes an hour or two: the quick tests begun at twelve moments, lines broken by hand (reported in
# bench/), every attack of the hostile secretary.
test-long: .venv/ready-dev .tools-pdf/ready build/assets-ready
	@$(BIN)/python -m tests.long moments
	@$(BIN)/python -m tests.long mutants
	@HOSTILE_ATTACKS=all $(PYTEST) tests/canaries/test_hostile.py

test-postgres: .venv/ready-dev .tools-pdf/ready build/assets-ready
	@$(BIN)/python -m tests.services.postgres $(PYTEST) -m "not browser and not slow and not crawl" $(ARGS)

# On SQLite, what PostgreSQL was not asked, and what each database answers in its own way. One more
# process than processors: browsers and whole programs are waited for.
test-embedded: .venv/ready-dev .tools-pdf/ready build/assets-ready
	@$(PYTEST) -n 3 -m "browser or slow or crawl or each_database" $(ARGS)

# Types take as long as all else: `make -j2 check` asks both at once.
check: check-types check-rest

check-types: .venv/ready-dev
	@$(BIN)/mypy

check-rest: .venv/ready-dev build/assets-ready
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/lint-imports --no-cache
	@$(BIN)/djade --check $$(git ls-files 'templates/*.html' 'templates/**/*.html')
	@$(BIN)/djlint --quiet --lint templates
	@./portal/assets/build.sh lint
	@$(BIN)/python manage.py makemigrations --check --dry-run
	@$(BIN)/python -m tests.project.check_production
	@$(BIN)/check-jsonschema --builtin-schema vendor.compose-spec docker-compose.yml

bench: .venv/ready-dev build/assets-ready
	@$(BIN)/python -m bench $(ARGS)

screenshots: .venv/ready-dev build/assets-ready
	@$(BIN)/python -m docs.make_screenshots

lock: .tools/ready
	@$(UV) pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes pyproject.toml -o requirements.lock
	@$(UV) pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes pyproject.toml --group dev -c requirements.lock -o requirements-dev.lock
	@$(UV) pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --group pdf -o requirements-pdf.lock

clean:
	rm -rf .venv .tools .tools-pdf build var portal/assets/node_modules
