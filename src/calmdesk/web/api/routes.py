"""The routes. Each reads the body, calls, answers."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError

from calmdesk.conversation import conversation_from_json, conversation_schema
from calmdesk.drafts.line import draft_from_json
from calmdesk.errors import BadInput
from calmdesk.web.accounts.access import Viewer, may_add_to, teams_for
from calmdesk.web.accounts.models import Team, User
from calmdesk.web.api.answers import answer, refusal, refused
from calmdesk.web.api.auth import BearerToken, SignedIn
from calmdesk.web.api.panel import router as panel
from calmdesk.web.intake import services as intake
from calmdesk.web.intake.disk import DiskNearlyFull
from calmdesk.web.intake.found import Conflict
from calmdesk.web.readings import playbook, reading_of
from calmdesk.web.readings.drafts import check_apart, check_draft
from calmdesk.web.readings.parts import parts_with_utf16
from calmdesk.web.readings.services import read_now
from calmdesk.web.readings.utf16 import draft_with_utf16, with_utf16
from calmdesk.web.store import selectors
from calmdesk.web.store.records import Record

api = NinjaAPI(
    title="calmdesk",
    version="1",
    docs_url=None,
    openapi_url="/openapi.json",
    auth=[BearerToken(), SignedIn(settings.SESSION_COOKIE_NAME)],
    urls_namespace="api",
)
api.add_router("/conversations", panel)


def _body(schema: dict[str, Any]) -> dict[str, Any]:
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": schema}}}}


_CONVERSATION = {key: value for key, value in conversation_schema().items() if key != "$schema"}
_DRAFT = {
    "type": "object",
    "required": ["text"],
    "properties": {"text": {"type": "string"}, "channel": {"type": "string"}, "conversation": _CONVERSATION},
    "additionalProperties": False,
}
_MESSAGE = {
    "type": "object",
    "description": "A message of the wire form, or {message, participant} where its writer is new.",
}


@api.post("/conversations", url_name="conversations", openapi_extra=_body(_CONVERSATION))
def add_conversation(request: HttpRequest, team: str = "") -> HttpResponse:
    """Add one conversation in the wire form. The header `Idempotency-Key` marks a repeated attempt.

    Answers 201 stored, 200 for a copy ("duplicate"), an extended copy ("updated") or other words under a known id
    ("conflict", nothing is overwritten), 400 for what cannot be read; the bytes are kept in each of these cases.
    """
    viewer = _viewer(request)
    chosen = _team(viewer, team)
    if chosen is None:
        return _nothing_here()
    result = intake.receive(
        request.body,
        team=chosen,
        kind="wire",
        name="api",
        user=viewer if isinstance(viewer, User) else None,
        idempotency_key=request.headers.get("Idempotency-Key", "")[:200],
    )
    return _received(result)


@api.post("/conversations/{name}/messages", url_name="messages", openapi_extra=_body(_MESSAGE))
def add_message(request: HttpRequest, name: str) -> HttpResponse:
    """Add one message to a conversation; answers like adding a conversation."""
    viewer = _viewer(request)
    record = selectors.find_record(viewer, name)
    if record is None:
        return _nothing_here()
    team = Team.objects.get(name=record.team)
    if not may_add_to(viewer, team):
        return _nothing_here()
    result = intake.receive(
        request.body,
        team=team,
        kind="message",
        name="api",
        user=viewer if isinstance(viewer, User) else None,
        idempotency_key=request.headers.get("Idempotency-Key", "")[:200],
        conversation_pk=record.pk,
    )
    return _received(result)


@api.get("/conversations/{name}", url_name="conversation")
def get_conversation(request: HttpRequest, name: str) -> HttpResponse:
    """The conversation in the wire form, with role corrections applied."""
    record = selectors.find_record(_viewer(request), name)
    return answer(record.conversation, headers=_version(record)) if record else _nothing_here()


@api.get("/conversations/{name}/reading", url_name="reading")
def get_reading(request: HttpRequest, name: str) -> HttpResponse:
    """The reading, with offsets in code points and in UTF-16 units."""
    viewer = _viewer(request)
    record = selectors.find_record(viewer, name)
    if record is None:
        return _nothing_here()
    return answer(with_utf16(reading_of(record, viewer), record.conversation), headers=_version(record))


@api.get("/conversations/{name}/parts", url_name="parts")
def get_parts(request: HttpRequest, name: str) -> HttpResponse:
    """The facts that the person told, and the parts a reply could be built from; nothing of it is kept."""
    viewer = _viewer(request)
    record = selectors.find_record(viewer, name)
    if record is None:
        return _nothing_here()
    return answer(parts_with_utf16(record, viewer), headers=_version(record))


@api.post("/read", url_name="read", openapi_extra=_body(_CONVERSATION))
def read_once(request: HttpRequest) -> HttpResponse:
    """Read one conversation and keep nothing of it."""
    if not teams_for(_viewer(request)).exists():
        return _nothing_here()
    conversation = conversation_from_json(request.body)
    return answer(with_utf16(read_now(conversation), conversation))


@api.post("/check", url_name="check", openapi_extra=_body(_DRAFT))
def check_once(request: HttpRequest) -> HttpResponse:
    """Check one draft and keep nothing of it: `text`, and `channel`, `conversation` (inline) where they are known."""
    viewer = _viewer(request)
    if not teams_for(viewer).exists():
        return _nothing_here()
    draft = draft_from_json(request.body)
    found = check_apart(draft.text, viewer, draft.conversation, channel=draft.channel)
    return answer(draft_with_utf16(found, draft.text))


@api.post("/conversations/{name}/check", url_name="check-in", openapi_extra=_body(_DRAFT))
def check_in(request: HttpRequest, name: str) -> HttpResponse:
    """Check one draft as the answer to a conversation that is here, and keep nothing of it."""
    viewer = _viewer(request)
    record = selectors.find_record(viewer, name)
    if record is None:
        return _nothing_here()
    draft = draft_from_json(request.body)
    return answer(draft_with_utf16(check_draft(draft.text, viewer, record, channel=draft.channel), draft.text))


@api.get("/signs", url_name="signs")
def list_signs(request: HttpRequest) -> HttpResponse:
    """Every sign of this desk's playbook."""
    shown = (
        "id",
        "title",
        "stage",
        "status",
        "practice",
        "definition",
        "why_it_matters",
        "often_innocent_when",
        "what_helps",
    )
    signs = [{name: getattr(sign, name) for name in shown} for sign in playbook().signs.values()]
    return answer({"calmdesk": 1, "signs": signs})


@api.exception_handler(BadInput)
def _bad_input(request: HttpRequest, problem: BadInput) -> HttpResponse:
    return refused(problem)


@api.exception_handler(DiskNearlyFull)
def _disk_full(request: HttpRequest, problem: DiskNearlyFull) -> HttpResponse:
    remedy = "Free some space on the machine calmdesk runs on, then send it again."
    return refusal(
        "the disk is nearly full; nothing was taken in", remedy=remedy, status=503, headers={"Retry-After": "60"}
    )


@api.exception_handler(OperationalError)
def _database_busy(request: HttpRequest, problem: OperationalError) -> HttpResponse:
    remedy = "Send it again; a copy is recognised."
    return refusal("the database does not answer", remedy=remedy, status=503, headers={"Retry-After": "5"})


@api.exception_handler(AuthenticationError)
def _unknown_caller(request: HttpRequest, problem: AuthenticationError) -> HttpResponse:
    remedy = "Send a token as: Authorization: Bearer calm_…"
    return refusal("who is calling is not known", where="Authorization", remedy=remedy, status=401)


@api.exception_handler(HttpError)
def _other(request: HttpRequest, problem: HttpError) -> HttpResponse:
    return refusal(str(problem), status=problem.status_code)


def _viewer(request: HttpRequest) -> Viewer:
    viewer: Viewer = request.auth  # type: ignore[attr-defined]  # set by ninja
    return viewer


def _team(viewer: Viewer, wanted: str) -> Team | None:
    teams = teams_for(viewer)
    if wanted:
        teams = teams.filter(name=wanted)
    found: Team | None = teams.first()
    return found


def _received(result: intake.Received) -> HttpResponse:
    if result.stored:
        stored = result.stored[0]
        state = "duplicate" if result.is_duplicate else stored.outcome.value
        state = "conflict" if result.is_conflict else state
        body = {"calmdesk": 1, "state": state, "id": stored.slug, "version": stored.version}
        return answer(body, 201 if state == "stored" else 200)
    if result.problems:
        problem = result.problems[0]
        if isinstance(problem, Conflict):
            return refused(problem, 200, state="conflict")
        return refused(problem, 400, state="set aside")
    return answer({"calmdesk": 1, "state": "conflict" if result.is_conflict else "duplicate"})


def _version(record: Record) -> dict[str, str]:
    return {"X-Calmdesk-Version": str(record.version)}


def _nothing_here() -> HttpResponse:
    return refusal("nothing is here for you", remedy="Check the address and whose token it is.", status=404)
