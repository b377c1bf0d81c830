"""The next move and the reply of one conversation, for one agent, inside the page of another helpdesk."""
