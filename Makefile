# Every target works from a bare machine with python3 (3.11+, with venv), make and git.
# Paths are relative and programs run as modules, so that a path with spaces does no harm.
PYTHON ?= python3
PORT ?= 8000

.DEFAULT_GOAL = help
.PHONY: help demo test bench lint messages build pictures lock

help: ## show this list
	@sed -n 's/^\([a-z]*\):.*## /make \1	/p' Makefile

build: ## make the environment: Python packages, front end, Dutch catalogue
	@$(PYTHON) mvi/install.py

demo: export MVI_DEMO = 1
demo: build ## run the demo with the Emmen case on http://127.0.0.1:8000 (PORT=8001 for another port)
	@.venv/bin/python manage.py demo --port $(PORT)

test: build ## run the whole test suite
	@.venv/bin/python -m tests

bench: build ## measure the speed
	@.venv/bin/python -m pytest tests/bench --no-cov

pictures: build ## take the pictures of the documentation again
	@KEEP_PICTURES=1 .venv/bin/python -m pytest tests/journeys/test_pictures.py --no-cov

lint: build ## check style, templates and migrations
	.venv/bin/python -m ruff check .
	.venv/bin/python -m ruff format --check .
	git ls-files -z 'templates/*.html' | xargs -0 -r .venv/bin/djade --check --target-version 5.2
	DEBUG=1 .venv/bin/python manage.py makemigrations --check --dry-run

messages: build ## gather the texts for translation and say which still need Dutch
	@.venv/bin/python -m mvi.catalogue update

lock: build ## pin the Python packages of pyproject.toml, after a change there (keeps what is pinned already)
	@.venv/bin/python -m uv pip compile pyproject.toml --extra demo --extra dev --universal --python-version 3.11 \
		--generate-hashes --no-header --quiet --output-file requirements.lock
