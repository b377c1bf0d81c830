"""The screen for a live call."""

from __future__ import annotations

import dataclasses
import math

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from calmdesk.reading import Reading
from calmdesk.web.accounts.access import may_see_own_pace
from calmdesk.web.accounts.models import User
from calmdesk.web.accounts.notices import notices_of
from calmdesk.web.accounts.request import is_part, person
from calmdesk.web.design.cue import Cue, Shown, Turn, answered_since, cue_of, decide
from calmdesk.web.design.glance import Own, glance_view, own_view
from calmdesk.web.design.notices import free_in
from calmdesk.web.desk.cue_times import cue_times, remember_cue
from calmdesk.web.readings import playbook, reading_of
from calmdesk.web.store.records import Record
from calmdesk.web.store.selectors import find_record


@require_safe
def glance(request: HttpRequest, name: str) -> HttpResponse:
    """`glance/page.html` (`glance/fragment.html` for htmx): `glance` (GlanceView), `name`, `shown` (Shown or None; the
    page hands it back as `move`, `after`, `at`), `again_in` (seconds until a cue that was held back may come), `full`
    (the person's own cap of new cues in an hour, where that is what holds one back).

    Nothing is kept here of what was shown to whom.
    """
    user = person(request)
    record = find_record(user, name)
    if record is None:
        raise Http404
    reading = reading_of(record, user)
    wanted, shown, now = cue_of(reading), _shown(request, record), timezone.now().timestamp()
    limits, earlier = notices_of(user), cue_times(request, user)
    decision = decide(shown, wanted, now, free_in=free_in(limits, earlier, now))
    cue = wanted
    match decision.turn:
        case Turn.NEW if wanted:
            shown = Shown(wanted.move, wanted.after, now)
        case Turn.SAME if wanted and shown:
            shown = Shown(wanted.move, wanted.after, shown.at)
        case Turn.KEEP if shown:
            cue = _earlier_cue(record, user, shown)
        case _:
            cue = None
    view = glance_view(record.conversation, reading, playbook(), cue=cue, own=_own(record, reading, user))
    context = {
        "glance": view,
        "name": record.slug,
        "shown": shown,
        "again_in": decision.again_in,
        "full": limits.cues if decision.full else None,
    }
    response = render(request, "glance/fragment.html" if is_part(request) else "glance/page.html", context)
    if decision.turn is Turn.NEW and wanted and not wanted.at_once:
        remember_cue(response, user, earlier, now)
    return response


def _shown(request: HttpRequest, record: Record) -> Shown | None:
    """What the page says was its last new cue; whoever makes something up only changes their own screen."""
    move, after = request.GET.get("move", "")[:120], request.GET.get("after", "")[:200]
    try:
        at = float(request.GET.get("at", ""))
    except ValueError:
        return None
    if not move or not math.isfinite(at):
        return None
    return Shown(move, after, at, answered_since(record.conversation, after))


def _earlier_cue(record: Record, user: User, shown: Shown) -> Cue | None:
    """The cue as it came after an earlier message."""
    until = record.conversation.until(shown.after)
    then = dataclasses.replace(record, slug=f"{record.slug} until {shown.after}", conversation=until)
    cue = cue_of(reading_of(then, user))
    return cue if cue is not None and cue.move == shown.move else None


def _own(record: Record, reading: Reading, user: User) -> Own | None:
    named = record.conversation.assignee is not None
    if not may_see_own_pace(user, record.assignee_pk, named=named):
        return None
    known_as = (user.username, user.email, user.get_full_name())
    return own_view(record.conversation, reading, known_as, assigned=record.assignee_pk == user.pk)
