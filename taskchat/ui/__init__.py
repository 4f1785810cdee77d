"""What a person touches: pages and the states behind them."""
