"""The ledger: what the desk has promised, whose it is, and what is due."""
