"""Marking samples of a backtest right or wrong."""
