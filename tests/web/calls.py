"""A call in the wire form, with times: what the live screen is fed with."""

from __future__ import annotations

from typing import Any

# The agent talks fast and begins before the caller has finished; then the caller turns.
TURNS: tuple[tuple[str, float, float, str], ...] = (
    ("A1", 0.0, 3.0, "Service desk, you are speaking with Amir, how can I help you."),
    ("U1", 3.5, 13.5, "Hello, the travel portal asks for a code and then it says that the code is wrong every time."),
    (
        "A1",
        11.5,
        18.5,
        "So that is the clock of your phone, go to settings, then general, switch it off and on, try again.",
    ),
    ("U1", 20.0, 23.0, "This is the third time this month."),
)


def call_wire(
    name: str = "call", turns: tuple[tuple[str, float, float, str], ...] = TURNS, **more: Any
) -> dict[str, Any]:
    """The call as a program would post it; nobody is assigned unless `more` says so."""
    return {
        "calmdesk": 1,
        "id": name,
        "channel": "voice",
        "subject": f"Travel portal ({name})",
        "language": "en",
        "participants": [
            {"id": "U1", "role": "requester", "name": "Renaud"},
            {"id": "A1", "role": "agent", "name": "Amir"},
        ],
        "messages": [message(place, *turn) for place, turn in enumerate(turns, 1)],
    } | more


def message(place: int, sender: str, start: float, end: float, text: str) -> dict[str, Any]:
    return {"id": f"m{place}", "sender": sender, "start_s": start, "end_s": end, "text": text}
