"""Words that the desk's own language model proposes, shown only after they passed our checks (P-3.3, P-4.1)."""
