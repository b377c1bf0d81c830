"""Tables, and the one place where rows become the core's values. Nobody else imports `models`."""
