"""Trains the tension model from licence-clean data; heavy, and never part of the installed package."""
