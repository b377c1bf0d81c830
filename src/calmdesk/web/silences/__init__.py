"""Rules that someone turned off: in one conversation, for themselves, or for the whole desk; each can be undone."""
