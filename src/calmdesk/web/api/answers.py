"""How the API answers: the wire form out, and every mistake as `{"calmdesk": 1, "error": {problem, where, remedy}}`."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse

from calmdesk.conversation import to_json
from calmdesk.errors import BadInput


def answer(value: Any, status: int = 200, headers: dict[str, str] | None = None) -> HttpResponse:
    """`value` (a core value, or a dictionary of them) as JSON."""
    return HttpResponse(to_json(value), status=status, content_type="application/json", headers=headers)


def refusal(
    problem: str,
    *,
    where: str = "",
    remedy: str = "",
    status: int = 400,
    headers: dict[str, str] | None = None,
    **more: Any,
) -> HttpResponse:
    """A mistake, in the one form that all of them have."""
    error = {"problem": problem, "where": where, "remedy": remedy}
    return answer({"calmdesk": 1, "error": error, **more}, status, headers)


def refused(problem: BadInput, status: int = 400, **more: Any) -> HttpResponse:
    return refusal(problem.problem, where=problem.where, remedy=problem.remedy, status=status, **more)
