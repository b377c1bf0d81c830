"""What the clock and the ladder tell guidance."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from calmdesk.conversation import Conversation, conversation_from_dict
from calmdesk.playbook import load_playbook
from calmdesk.reading import read

NOON = datetime(2026, 3, 11, 12, 0, tzinfo=UTC)


def talk(*said: tuple[str, str], **more: Any) -> Conversation:
    return conversation_from_dict(
        {
            "calmdesk": 1,
            "id": "c",
            "channel": "email",
            "timezone": "UTC",
            "participants": [{"id": "U", "role": "requester"}, {"id": "A", "role": "agent"}],
            "messages": [
                {"id": f"m{n}", "sender": who, "text": text, "sent_at": (NOON + timedelta(minutes=n)).isoformat()}
                for n, (who, text) in enumerate(said)
            ],
        }
        | more
    )


PROMISED = (("U", "The VPN is down."), ("A", "I will write to you by 14:00."))


def move(conversation: Conversation, after: timedelta) -> str | None:
    guidance: Any = read(conversation, load_playbook(), now=NOON + after).guidance
    return guidance.move if guidance else None


def test_a_promise_is_missed_once_its_time_has_passed() -> None:
    assert move(talk(*PROMISED), timedelta(hours=1)) is None
    assert move(talk(*PROMISED), timedelta(hours=3)) == "own_the_missed_promise"


def test_what_was_missed_in_a_settled_matter_is_no_work_of_today() -> None:
    assert move(talk(*PROMISED, status="solved"), timedelta(hours=3)) is None


@pytest.mark.parametrize(("days", "wanted"), [(0.5, "close_the_loop"), (2, "check_it_holds"), (9, "close_the_loop")])
def test_a_settled_matter_is_asked_after_for_a_week(days: float, wanted: str) -> None:
    settled = talk(("U", "The VPN is down."), ("A", "It is up again."), ("U", "Thanks, it works."), status="solved")
    assert move(settled, timedelta(days=days)) == wanted


def test_a_limit_that_is_due_against_conduct_is_the_next_move() -> None:
    abusive = talk(("U", "You are an idiot."), ("A", "What does the screen show?"), ("U", "Are you stupid, you idiot?"))
    assert move(abusive, timedelta(hours=1)) == "name_the_behaviour"


def test_asking_to_bypass_a_safeguard_is_answered_by_holding_it() -> None:
    asked = talk(("U", "Can you skip the approval just this once? My manager will sign later."))
    assert move(asked, timedelta(hours=1)) == "hold_the_safeguard"
