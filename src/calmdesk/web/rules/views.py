"""The rules and the page of one."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from calmdesk.web.accounts.access import may_silence
from calmdesk.web.accounts.request import is_part, person
from calmdesk.web.readings import playbook
from calmdesk.web.silences.services import is_conduct
from calmdesk.web.store import selectors


@require_safe
def rule_list(request: HttpRequest) -> HttpResponse:
    """`rules/page.html`: `signs` (in the order of their stage and title), `silenced` (rule ids, for this person)."""
    signs = sorted(playbook().signs.values(), key=lambda sign: (sign.stage.rank, sign.title))
    silenced = selectors.silenced_rules(person(request), None)
    return render(request, "rules/page.html", {"signs": signs, "silenced": silenced, "playbook": playbook()})


@require_safe
def rule(request: HttpRequest, rule: str) -> HttpResponse:
    """`rules/rule.html` (`rules/fragment.html` for htmx): `sign`, `playbook`, `is_conduct`, `may_silence` (scopes),
    `conversation` (slug, where one came from one).
    """
    sign = playbook().signs.get(rule)
    if sign is None:
        raise Http404
    user = person(request)
    scopes = [
        scope for scope in ("here", "me", "desk") if may_silence(user, scope, is_conduct=is_conduct(sign.id))
    ]
    context = {
        "sign": sign,
        "playbook": playbook(),
        "is_conduct": is_conduct(sign.id),
        "may_silence": scopes,
        "conversation": request.GET.get("conversation", "")[:16],
    }
    return render(request, "rules/fragment.html" if is_part(request) else "rules/rule.html", context)
