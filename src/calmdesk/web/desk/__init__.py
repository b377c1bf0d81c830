"""Where an agent works: the next move, and a reply that is checked while it is written."""
