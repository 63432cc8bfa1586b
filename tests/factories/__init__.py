"""Valid, dull objects for tests, one module per app."""
