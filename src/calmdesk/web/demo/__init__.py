"""A desk to look at: example people, teams and conversations, all of them fictional."""
