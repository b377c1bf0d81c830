"""`/v2/check` and `/v2/languages`: drafts from writing tools, each with the key of the agent who writes.

Nothing of a draft is kept or logged. The key comes in the address (`/lt/<key>/v2/check`, for tools that take only an
address), as `apiKey`, or as a bearer token.
"""

from __future__ import annotations

import json
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from calmdesk.conversation import Channel
from calmdesk.drafts import Situation, check
from calmdesk.errors import BadInput
from calmdesk.web.accounts.models import User
from calmdesk.web.accounts.writing_keys import writer_with
from calmdesk.web.languagetool.annotated import draft_from
from calmdesk.web.languagetool.answer import Chosen, answer, languages
from calmdesk.web.readings import playbook
from calmdesk.web.store.selectors import silenced_rules

_LONGEST = 100_000


@csrf_exempt
@login_not_required
@require_http_methods(["GET", "POST", "OPTIONS"])
def check_draft(request: HttpRequest, key: str = "") -> HttpResponse:
    """One draft: `text` or `data`, `language`, `disabledRules`, `enabledRules`, `enabledOnly`; `channel` is ours."""
    if request.method == "OPTIONS":
        return _answer("")
    writer = _writer(request, key)
    if writer is None:
        return _answer("AuthException: this address needs the key of an agent, from their account page", 403)
    given = request.POST if request.method == "POST" else request.GET
    try:
        draft = draft_from(given.get("text"), given.get("data"))
    except BadInput as problem:
        return _answer(f"Error: {problem}", 400)
    if len(draft.received) > _LONGEST:
        return _answer(f"Error: the text is longer than {_LONGEST:,} characters", 413)
    book = playbook()
    situation = Situation(channel=_channel(given.get("channel", "")))
    found = check(draft.text, book, situation, silenced=silenced_rules(writer, None))
    chosen = Chosen(
        enabled=_names(given.get("enabledRules", "")) | _names(given.get("enabledCategories", "")),
        disabled=_names(given.get("disabledRules", "")) | _names(given.get("disabledCategories", "")),
        only=given.get("enabledOnly", "") in ("true", "yes"),
    )
    return _answer(answer(draft, found, book, language=given.get("language", ""), chosen=chosen))


@csrf_exempt
@login_not_required
@require_http_methods(["GET", "OPTIONS"])
def list_languages(request: HttpRequest, key: str = "") -> HttpResponse:  # noqa: ARG001  part of the address
    """The languages that are read; it tells nothing about anybody, so it needs no key."""
    return _answer("" if request.method == "OPTIONS" else languages())


def _writer(request: HttpRequest, key: str) -> User | None:
    given = request.POST if request.method == "POST" else request.GET
    bearer = request.headers.get("Authorization", "").removeprefix("Bearer ").strip()
    return writer_with(key or given.get("apiKey", "") or bearer)


def _channel(name: str) -> Channel:
    """Where it will be sent; a writing tool does not say, and most of them write mail."""
    return Channel(name) if name in set(Channel) else Channel.EMAIL


def _names(given: str) -> frozenset[str]:
    return frozenset(name.strip() for name in given.split(",") if name.strip())


def _answer(body: Any, status: int = 200) -> HttpResponse:
    is_text = isinstance(body, str)
    response = HttpResponse(
        body if is_text else json.dumps(body, ensure_ascii=False),
        status=status,
        content_type="text/plain; charset=utf-8" if is_text else "application/json",
    )
    # Writing tools live in the pages of other servers. No cookie is read here, so nobody else's rights are lent.
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Access-Control-Allow-Headers"] = "Authorization, Content-Type"
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response
