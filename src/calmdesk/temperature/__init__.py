"""How heated a conversation is, whose words carry it, and when it first shifted."""

from calmdesk.temperature.forecast import derailment
from calmdesk.temperature.judge import Judge, Judgement, rules_judge
from calmdesk.temperature.learned import with_learned
from calmdesk.temperature.model import Model, installed_model
from calmdesk.temperature.shift import ARRIVED_TENSE, first_shifts, loudest
from calmdesk.temperature.tension import counted_roles, temperatures
from calmdesk.temperature.values import Derailment, FirstShift, Probabilities, Temperature

__all__ = [
    "ARRIVED_TENSE",
    "Derailment",
    "FirstShift",
    "Judge",
    "Judgement",
    "Model",
    "Probabilities",
    "Temperature",
    "counted_roles",
    "derailment",
    "first_shifts",
    "installed_model",
    "loudest",
    "rules_judge",
    "temperatures",
    "with_learned",
]
