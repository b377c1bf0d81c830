"""Replies that go out to the ticket system, signed as Standard Webhooks."""
