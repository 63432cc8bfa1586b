"""The try-out: real purchases in which the strategy is practised, from idea to measured result and lesson."""
