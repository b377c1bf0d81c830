"""Open pages move by themselves: server-sent events that say only what changed, never what is in it."""
