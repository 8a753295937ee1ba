# The commands of the project; `make help` lists them. CONTRIBUTING.md says when to use which.
PY := .venv/bin/python
RASA := $(PY) -m bot.run.rasa_cli
MODEL := models/advisor.tar.gz

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help install run chat ask-log channels-check screenshots train test check lint types kb-check kb-docs docs-check validate stories browser unit messengers-in-full nlu-report nlu-bench nlu-compare nlu-rules lock clean

help:  ## this list
	@grep -E '^[a-z-]+:.*##' Makefile | sed -E 's/^([a-z-]+):.*## */  make \1\t/' | expand -t 20

run: install  ## start the advisor: installs, trains and checks what has changed, then serves
	@$(PY) -m bot.run

chat: install  ## talk with the running advisor in this terminal
	@$(PY) -m bot.run.chat

ask-log: install  ## questions that the advisor was not sure of (ARGS="--since 7"; ARGS=--help lists the options)
	@$(PY) -m bot.ask_log $(ARGS)

channels-check: install  ## which messengers are set up, what is missing, what to enter where (ARGS=--set: at Telegram)
	@$(PY) -m bot.channels.check $(ARGS)

screenshots: browser train  ## pictures of the widget for the README
	@$(PY) scripts/screenshots.py

train: install kb-check  ## train the model if what it depends on has changed (FORCE=1: in any case)
	@$(PY) -m bot.run.training $(if $(FORCE),--force)

test: browser lint types kb-check docs-check validate stories unit  ## everything that must hold before a change goes in

check: test  ## what CI runs: the same as test

lint: install  ## style and common faults, without changing a file
	@$(PY) -m ruff check . && $(PY) -m ruff format --check .

types: install  ## static types
	@$(PY) -m mypy

kb-check: install  ## check knowledge_base/ and name file and key of what is wrong
	@$(PY) -m bot.knowledge check

kb-docs: install  ## write the tables of facts in docs/ anew from knowledge_base/
	@$(PY) -m bot.knowledge docs

docs-check: install
	@$(PY) -m bot.knowledge docs --check

validate: install  ## Rasa's own check of domain, training data, rules and stories
	@$(RASA) data validate --fail-on-warnings

stories: train  ## conversations that the trained model must predict without an error
	@$(RASA) test core --e2e --stories tests/stories --model $(MODEL) --out var/results --fail-on-prediction-errors

browser:
	@./scripts/check_browser.sh

unit: browser train  ## pytest
	@$(PY) -m pytest

messengers-in-full: train  ## the messengers with 2,000 deliveries, 5,000 odd bodies, every scenario (minutes)
	@IN_FULL=1 $(PY) -m pytest tests/messengers

nlu-report: train  ## how well messages are understood, on sets that are never trained on
	@$(PY) -m bot.evaluation

nlu-compare: install  ## this project's classifier beside stock Rasa and others, few-shot (about an hour; FORCE=1: all runs anew)
	@$(PY) -W ignore -m bot.evaluation.comparison $(if $(FORCE),--force)

nlu-rules: install  ## what each rule of bot/nlu/cantonese.py is worth (about 20 minutes)
	@$(PY) -W ignore -m bot.evaluation.comparison.rules

nlu-bench: install  ## how long the worst inputs take to be read for amounts, counts and budget lines
	@$(PY) -m bot.nlu.bench_money

lock: install  ## resolve requirements.in anew into requirements.txt
	@$(PY) -m uv pip compile requirements.in --python $(PY) --generate-hashes --no-emit-index-url \
		--no-header --allow-unsafe --quiet -o requirements.txt

clean:  ## remove what was made: models, caches, data of runs (not .venv)
	rm -rf models .rasa var results .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +

install:
	@./scripts/install.sh
