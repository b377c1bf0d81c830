"""The words pages use for the values of the core."""

from __future__ import annotations

from calmdesk.conversation import Channel, Conduct, Role, Stage, Status
from calmdesk.playbook import Severity
from calmdesk.playbook import Status as RuleStatus

CHANNEL = {
    Channel.VOICE: "Call",
    Channel.CHAT: "Chat",
    Channel.EMAIL: "Mail",
    Channel.IN_PERSON: "In person",
    Channel.PORTAL: "Portal",
}
ROLE = {
    Role.REQUESTER: "requester",
    Role.AGENT: "agent",
    Role.SUPERVISOR: "supervisor",
    Role.OTHER: "someone else",
    Role.SYSTEM: "automatic",
    Role.UNKNOWN: "role not known",
}
STAGE = {Stage.EARLY: "Early sign", Stage.RISING: "Rising", Stage.CONDUCT: "Conduct"}
STATUS = {
    Status.OPEN: "open",
    Status.WAITING: "waiting",
    Status.SOLVED: "solved",
    Status.CLOSED: "closed",
}
CONDUCT = {
    Conduct.NONE: "",
    Conduct.ABUSE: "abuse",
    Conduct.THREAT: "threat",
    Conduct.HARASSMENT: "harassment",
}
RULE_STATUS = {RuleStatus.TRIAL: "on trial", RuleStatus.SETTLED: "settled"}
SEVERITY = {Severity.HINT: "hint", Severity.WARN: "may make it worse"}
TRIGGER = {
    "outage": "An outage",
    "lockout": "Locked out",
    "slow": "A long wait",
    "unanswered": "No answer",
    "repeated": "The same problem again",
    "blame": "Blame passed around",
    "deadline": "A deadline",
    "stakeholder": "Someone above wants answers",
}
_PARTS = {
    "language": "Language",
    "stance_p": "Probabilities",
    "derailment": "Forecast",
    "loudness": "Loudness",
    "pace": "Pace",
    "guidance": "Guidance",
    "promises": "Promises",
    "escalation": "Escalation",
    "ladder": "Boundaries",
    "moves": "Moves of the agent",
}


def trigger_word(kind: str) -> str:
    """A trigger's name for people; a team's own kinds are shown by their id."""
    return TRIGGER.get(kind, kind.replace("_", " ").capitalize())


def part_word(part: str) -> str:
    """The name of a part that was not read."""
    return _PARTS.get(part, part.replace("_", " ").capitalize())


def sentence(text: str) -> str:
    """`text` starting with a capital and ending in a full stop, as one sentence of a page."""
    text = text.strip()
    if not text:
        return ""
    text = text[0].upper() + text[1:]
    return text if text[-1] in ".!?…" else f"{text}."


def counted(count: int, one: str, many: str = "") -> str:
    """`3 messages`, `1 message`."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"
