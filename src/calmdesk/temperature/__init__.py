"""How heated a conversation is, whose words carry it, and when it first shifted."""

from calmdesk.temperature.values import FirstShift, Probabilities, Temperature

__all__ = ["FirstShift", "Probabilities", "Temperature"]
