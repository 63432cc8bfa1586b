"""The pages of workshops, one module per noun."""
