"""The browser of the playbook, and the page of one rule."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from calmdesk.playbook import RULE_KINDS
from calmdesk.web.accounts.access import may_silence
from calmdesk.web.accounts.request import is_part, person
from calmdesk.web.design.rule_list import rule_list
from calmdesk.web.design.rule_page import rule_page
from calmdesk.web.readings import playbook
from calmdesk.web.silences.services import is_conduct, is_rule
from calmdesk.web.silences.views import silenced_line
from calmdesk.web.store import selectors
from calmdesk.web.store.unhelpful import unhelpful_counts


@require_safe
def rules(request: HttpRequest) -> HttpResponse:
    """`rules/page.html`: `sections` (RuleSection), `kind` (the one that is shown, or "" for all), `search`.

    The page holds every rule, so that a search can say in which other kinds it finds something.
    """
    silenced = selectors.silenced_rules(person(request), None)
    kind = request.GET.get("kind", "")
    context = {
        "sections": rule_list(playbook(), silenced, unhelpful_counts()),
        "kind": kind if kind in RULE_KINDS else "",
        "search": request.GET.get("search", ""),
    }
    return render(request, "rules/page.html", context)


@require_safe
def rule(request: HttpRequest, rule: str) -> HttpResponse:
    """`rules/rule.html` (`rules/fragment.html` for htmx): `rule` (RulePage), `is_conduct`, `may_silence` (scopes),
    `silences_here` (scope_word, by, undo), `unhelpful` (how often it was called so; None where nobody is asked).
    """
    user = person(request)
    book = playbook()
    found = book.rules.get(rule)
    if found is None:
        raise Http404
    conduct = is_conduct(rule)
    scopes = [one for one in ("here", "me", "desk") if may_silence(user, one, is_conduct=conduct)]
    is_offered = rule in book.phrasing or rule in book.next_moves or rule in book.boundaries
    context = {
        "rule": rule_page(found, book),
        "is_conduct": conduct,
        "may_silence": scopes if is_rule(rule) else [],
        "silences_here": [silenced_line(item, user) for item in selectors.silence_list(user) if item.rule == rule],
        "unhelpful": unhelpful_counts().get(rule, 0) if is_offered else None,
    }
    return render(request, "rules/fragment.html" if is_part(request) else "rules/rule.html", context)
