"""Pages of the strategy, one module per noun."""
