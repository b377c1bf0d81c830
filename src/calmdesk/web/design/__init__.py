"""What pages show: pure functions from conversations, readings and the playbook to frozen view values."""
