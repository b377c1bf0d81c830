"""The pages of the playbook: what each rule looks for, why, and when it is harmless."""
