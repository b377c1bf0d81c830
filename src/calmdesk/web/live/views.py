"""Server-sent events. Each says that something is at a new version; the page then fetches what it may see."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable

from asgiref.sync import sync_to_async
from django.contrib.auth import aget_user
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.views.decorators.http import require_GET

from calmdesk.web.accounts.access import may_read_conversations
from calmdesk.web.accounts.models import User
from calmdesk.web.live.apps import broadcaster
from calmdesk.web.store import selectors

# Access that was taken away ends a stream within this time.
BEAT_SECONDS = 5.0
_TOO_MANY = 1000


@require_GET
async def conversation_events(request: HttpRequest, name: str) -> HttpResponse | StreamingHttpResponse:
    """Events `changed` with `{"version": …}`; `gone` when the page is no longer for this person."""
    user = await request.auser()
    record = await sync_to_async(selectors.find_record)(user, name)
    if record is None:
        raise Http404

    def still(user: User) -> bool:
        return selectors.may_read_now(user, record.pk)

    return _stream(request, record.pk, still)


@require_GET
async def inbox_events(request: HttpRequest) -> HttpResponse | StreamingHttpResponse:
    """Events `changed` with `{"conversation": slug, "version": …}` for conversations this person may see."""
    user = await request.auser()
    if not may_read_conversations(user):
        raise Http404
    return _stream(request, None, may_read_conversations)


def _stream(
    request: HttpRequest, conversation: int | None, still: Callable[[User], bool]
) -> HttpResponse | StreamingHttpResponse:
    if len(broadcaster()) >= _TOO_MANY:
        return HttpResponse(status=503, headers={"Retry-After": "30"})
    response = StreamingHttpResponse(_events(request, conversation, still), content_type="text/event-stream")
    response.headers["X-Accel-Buffering"] = "no"
    return response


async def _events(request: HttpRequest, conversation: int | None, still: Callable[[User], bool]) -> AsyncIterator[str]:
    with broadcaster().subscribe(conversation) as subscription:
        # Said at once, so that the page knows the line is open.
        yield "retry: 1000\n\n"
        while True:
            changes = await subscription.changes(BEAT_SECONDS)
            user = await _who(request)
            if user is None or not await sync_to_async(still)(user):
                yield "event: gone\ndata: {}\n\n"
                return
            if not changes:
                yield ": still here\n\n"
            for change in changes:
                if conversation is not None:
                    yield _event({"version": change.version})
                elif await sync_to_async(selectors.may_read_now)(user, change.conversation):
                    yield _event({"conversation": change.slug, "version": change.version})


async def _who(request: HttpRequest) -> User | None:
    """Who this session belongs to now, read afresh: they may have signed out or been switched off meanwhile."""
    session = request.session
    if session.session_key is None or not await session.aexists(session.session_key):
        return None
    user = await aget_user(request)
    return user if isinstance(user, User) and user.is_active else None


def _event(data: dict[str, object]) -> str:
    return f"event: changed\ndata: {json.dumps(data)}\n\n"
