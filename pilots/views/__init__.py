"""The pages of pilots: the noun, its tabs, its rows and its verbs."""
