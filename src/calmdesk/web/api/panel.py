"""A link to the panel, for a program that shows it in a page of its own."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from ninja import Router

from calmdesk.conversation.strict_json import parse
from calmdesk.errors import BadInput
from calmdesk.web.accounts.models import Token
from calmdesk.web.accounts.named import person_named
from calmdesk.web.api.answers import answer, refusal
from calmdesk.web.api.auth import BearerToken
from calmdesk.web.panel.passes import OPENS, Pass, to_open
from calmdesk.web.store.selectors import find_panel_record, find_record

# A person who is signed in has the desk itself; only a program speaks for somebody else.
router = Router(auth=BearerToken())
_ASKED = {
    "type": "object",
    "required": ["agent"],
    "properties": {"agent": {"type": "string", "description": "A sign-in name or an e-mail address"}},
    "additionalProperties": False,
}
_BODY = {"requestBody": {"required": True, "content": {"application/json": {"schema": _ASKED}}}}


@router.post("/{name}/panel-token", url_name="panel-token", openapi_extra=_BODY)
def panel_token(request: HttpRequest, name: str) -> HttpResponse:
    """A short-lived link to the next move and the reply of this conversation, for the one agent who is named.

    Answers `token`, `url` for the frame, and `expires_at`, until when it opens. Only tokens of a team get one.
    """
    token: Token = request.auth  # type: ignore[attr-defined]  # set by ninja
    agent = person_named(_agent(request.body))
    if not settings.CALMDESK.panel_origins:
        remedy = "Set CALMDESK_PANEL_ORIGINS to the address of the page that shows it, and start calmdesk again."
        return refusal("no page may show the panel yet", remedy=remedy, status=409)
    record = find_record(token, name)
    if record is None:
        remedy = "Check the address and whose token it is."
        return refusal("nothing is here for you", remedy=remedy, status=404)
    if agent is None or find_panel_record(token, agent, record.slug) is None:
        remedy = "Name somebody by sign-in name or e-mail address who may read this conversation."
        return refusal("nobody of this name may read it", where="$.agent", remedy=remedy, status=404)
    text = to_open(Pass(record.slug, agent.pk, token.pk))
    url = request.build_absolute_uri(f"{reverse('panel')}?token={text}")
    return answer({"calmdesk": 1, "token": text, "url": url, "expires_at": timezone.now() + OPENS})


def _agent(body: bytes) -> str:
    given: Any = parse(body)
    if not isinstance(given, dict) or set(given) != {"agent"} or not isinstance(given["agent"], str):
        raise BadInput("the agent is missing, or something else was given too", remedy='Write {"agent": "…"}.')
    return given["agent"]
