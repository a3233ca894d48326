# Two commands: `make run` and `make test`. `make help` shows the rest.
.DEFAULT_GOAL := help
.PHONY: help run stop test lint scan types sync-types prove bench audit ci shell clean

PYTHON_BIN := .venv/bin/python

help:  ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo
	@echo "  PORT=8000  VAR_DIR=var  HOST=127.0.0.1: make run PORT=8001 VAR_DIR=/data/foothold"
	@echo "  DATABASE_URL, REDIS_URL: use these servers instead of starting our own (.env.example says more)"

run:  ## Install what is missing, start everything, print where it is; Ctrl-C ends it
	@scripts/venv.sh
	@$(PYTHON_BIN) -m project.launcher run

stop:  ## End what `make run` started, from another terminal or after a kill -9
	@if [ -x $(PYTHON_BIN) ]; then $(PYTHON_BIN) -m project.launcher stop; else echo "nothing runs: there is no .venv"; fi

test:  ## Run all tests but the long proofs
	@scripts/venv.sh dev
	$(PYTHON_BIN) -m pytest -n 3 --dist loadscope --no-loadscope-reorder -m "not prove"

prove:  ## Run the long proofs: kills, restarts, floods
	@scripts/venv.sh dev
	$(PYTHON_BIN) -m pytest -m prove

lint:  ## Style, imports between layers
	@scripts/venv.sh dev
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/lint-imports

scan:  ## Look for unsafe code and for secrets in what is committed
	@scripts/venv.sh dev
	.venv/bin/bandit --quiet --recursive --severity-level medium --configfile pyproject.toml apps project scripts
	$(PYTHON_BIN) scripts/secret_scan.py

types:  ## Check the types of the Python code, strictly
	@scripts/venv.sh dev
	.venv/bin/mypy apps project tests bench scripts

sync-types:  ## Export the schema and make the TypeScript client from it
	@scripts/venv.sh dev
	$(PYTHON_BIN) manage.py spectacular --validate --fail-on-warn --format openapi-json --file frontend-types/openapi.json
	npm --prefix frontend-types run generate

bench:  ## Measure what we claim
	@scripts/venv.sh dev
	$(PYTHON_BIN) -m bench

audit:  ## Look for known holes in what we depend on; fails when it could not look
	@scripts/audit.sh

ci:  ## What a change must pass
	@.ci/run

shell:  ## A Python shell with the models, on the servers of a running `make run`
	@$(PYTHON_BIN) manage.py shell

clean: stop  ## Remove .venv, caches and what is built; the data under var/ stays
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache staticfiles
	find . -name __pycache__ -type d -not -path './frontend-types/node_modules/*' -prune -exec rm -rf {} +
