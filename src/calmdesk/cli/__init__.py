"""calmdesk in a terminal."""
