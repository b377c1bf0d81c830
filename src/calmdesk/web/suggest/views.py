"""The address that the two buttons of the composer ask."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_POST

from calmdesk.web.accounts.request import person
from calmdesk.web.store.selectors import find_record
from calmdesk.web.suggest.services import suggestion
from calmdesk.web.suggest.values import NoAnswer, NothingToAsk, Refused, Wanted


@require_POST
def suggest(request: HttpRequest, name: str) -> HttpResponse:
    """POST `wanted` and `text`: `words`, or why there are none in `refused`; not there where no model is set up."""
    record = find_record(person(request), name)
    server = settings.CALMDESK.language_model
    wanted = request.POST.get("wanted", "")
    if record is None or server is None or wanted not in set(Wanted):
        raise Http404
    answer = {"calmdesk": 1, "wanted": wanted, "words": "", "refused": ""}
    try:
        answer["words"] = suggestion(Wanted(wanted), record, request.POST.get("text", "").replace("\r\n", "\n"), server)
    except (Refused, NoAnswer, NothingToAsk) as why:
        answer["refused"] = str(why)
    return JsonResponse(answer)
