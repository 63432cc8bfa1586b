"""Measuring is asked for by name (`make bench`); it is no part of the test suite."""


def pytest_ignore_collect(collection_path, config):
    return not any("bench" in argument for argument in config.args) or None
