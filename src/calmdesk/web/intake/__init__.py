"""Bytes in: stored and acknowledged first, then parsed in a limited child process, or quarantined with the reason."""
