"""People, teams, tokens, and the few functions that decide who may see what (`access.py`)."""
