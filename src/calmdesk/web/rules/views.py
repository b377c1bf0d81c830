"""The rules and the page of one."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from calmdesk.web.accounts.access import may_silence
from calmdesk.web.accounts.request import is_part, person
from calmdesk.web.design.rules import rule_list, rule_page
from calmdesk.web.readings import playbook
from calmdesk.web.silences.services import is_conduct, is_rule
from calmdesk.web.silences.views import silenced_line
from calmdesk.web.store import selectors


@require_safe
def rules(request: HttpRequest) -> HttpResponse:
    """`rules/page.html`: `groups` (RuleGroup: name, title, note, rules)."""
    silenced = selectors.silenced_rules(person(request), None)
    return render(request, "rules/page.html", {"groups": rule_list(playbook(), silenced)})


@require_safe
def rule(request: HttpRequest, rule: str) -> HttpResponse:
    """`rules/rule.html` (`rules/fragment.html` for htmx): `rule` (RulePage), `is_conduct`, `may_silence` (scopes),
    `silences_here` (scope_word, by, undo).
    """
    user = person(request)
    found = playbook().signs.get(rule) or playbook().triggers.get(rule)
    if found is None:
        raise Http404
    conduct = is_conduct(rule)
    scopes = [one for one in ("here", "me", "desk") if may_silence(user, one, is_conduct=conduct)]
    context = {
        "rule": rule_page(found, playbook()),
        "is_conduct": conduct,
        "may_silence": scopes if is_rule(rule) else [],
        "silences_here": [silenced_line(item, user) for item in selectors.silence_list(user) if item.rule == rule],
    }
    return render(request, "rules/fragment.html" if is_part(request) else "rules/rule.html", context)
