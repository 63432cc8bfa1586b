"""The talk: sessions in which people tell stories and decide, so that the strategy is theirs."""
