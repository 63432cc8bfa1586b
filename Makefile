.PHONY: messages
messages: ## gather the texts for translation, then say which still need Dutch
	.venv/bin/python -m mvi.catalogue update
