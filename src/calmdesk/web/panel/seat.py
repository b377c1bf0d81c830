"""Who sits at a panel, before which conversation: asked afresh with every request."""

from __future__ import annotations

from typing import NamedTuple

from calmdesk.web.accounts.models import Token, User
from calmdesk.web.panel.passes import Pass
from calmdesk.web.store.records import Record
from calmdesk.web.store.selectors import find_panel_record


class Seat(NamedTuple):
    agent: User
    record: Record


def seat_of(given: Pass | None) -> Seat | None:
    """What this pass opens now; None once its token was revoked, or its person may not read the conversation."""
    if given is None:
        return None
    token = Token.objects.filter(pk=given.token).first()
    agent = User.objects.filter(pk=given.agent).first()
    if token is None or agent is None:
        return None
    record = find_panel_record(token, agent, given.conversation)
    return Seat(agent, record) if record else None
