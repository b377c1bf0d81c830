"""The counter: what happens in front of an agent, recorded with taps on a phone."""
