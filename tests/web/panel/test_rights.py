"""Rights are asked for with every request: what was open closes at once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone

from calmdesk.web.store.models import ConversationRow, Unhelpful
from calmdesk.web.store.services import Stored
from tests.cast import Cast
from tests.web.panel.conftest import Helpdesk


def revoke_the_token(helpdesk: Helpdesk, cast: Cast) -> None:
    helpdesk.token.revoked_at = timezone.now()
    helpdesk.token.save()


def delete_the_token(helpdesk: Helpdesk, cast: Cast) -> None:
    helpdesk.token.delete()


def switch_the_agent_off(helpdesk: Helpdesk, cast: Cast) -> None:
    cast.amir.is_active = False
    cast.amir.save()


def take_the_agent_out_of_the_team(helpdesk: Helpdesk, cast: Cast) -> None:
    cast.amir.teams.clear()


def make_the_agent_hr(helpdesk: Helpdesk, cast: Cast) -> None:
    cast.amir.role = "hr"
    cast.amir.save()


def give_the_conversation_to_a_colleague(helpdesk: Helpdesk, cast: Cast) -> None:
    ConversationRow.objects.update(assignee=cast.bo)


def move_the_conversation_to_another_team(helpdesk: Helpdesk, cast: Cast) -> None:
    cast.amir.teams.add(cast.elsewhere)
    ConversationRow.objects.update(team=cast.elsewhere)


@pytest.mark.parametrize(
    "change",
    [
        revoke_the_token,
        delete_the_token,
        switch_the_agent_off,
        take_the_agent_out_of_the_team,
        make_the_agent_hr,
        give_the_conversation_to_a_colleague,
        move_the_conversation_to_another_team,
    ],
)
def test_a_right_that_is_taken_away_closes_panels_and_links(
    helpdesk: Helpdesk, cast: Cast, stored: Stored, carried: str, change: Callable[[Helpdesk, Cast], None]
) -> None:
    token = helpdesk.ask(stored.slug).json()["token"]
    said = helpdesk.post("unhelpful/", carried, rule="give_a_time", why="moment")
    assert said.status_code == 200

    change(helpdesk, cast)

    assert helpdesk.open(token).status_code == 403
    assert helpdesk.card(carried).status_code == 403
    assert helpdesk.post("draft/", carried, text="You need to wait.").status_code == 403
    assert helpdesk.post("unhelpful/", carried, rule="give_a_time", why="moment").status_code == 403
    undone = helpdesk.post(f"unhelpful/{Unhelpful.objects.get().pk}/undo/", carried)
    assert (undone.status_code, Unhelpful.objects.get().undone_at) == (403, None)


PLACES = [("GET", "next-move/"), ("POST", "draft/"), ("POST", "unhelpful/"), ("POST", "unhelpful/1/undo/")]


@pytest.mark.parametrize(("method", "place"), PLACES)
def test_neither_a_session_nor_nothing_opens_what_the_panel_asks_for(
    helpdesk: Helpdesk,
    cast: Cast,
    stored: Stored,
    signed_in: Callable[..., Client],
    method: str,
    place: str,
) -> None:
    body = {"text": "You need to wait.", "rule": "give_a_time", "why": "moment"}
    browser = signed_in(cast.amir)
    with_form = signed_in(cast.amir)
    csrf = with_form.get("/account/").context["csrf_token"]
    bearer = Client(headers={"Authorization": f"Bearer {helpdesk.bearer}"})
    for client in (Client(), browser, with_form, bearer):
        answer = client.generic(method, f"/panel/{place}")
        assert (answer.status_code, answer.content) == (403, b"")
        if method == "POST":
            more = {"csrfmiddlewaretoken": str(csrf), "X-Calmdesk-Panel": "", "carried": "x"}
            assert client.post(f"/panel/{place}", body | more).status_code == 403
    assert not Unhelpful.objects.exists()


def test_the_value_counts_only_in_its_header(helpdesk: Helpdesk, stored: Stored, carried: str) -> None:
    for place in (f"?carried={carried}", f"?X-Calmdesk-Panel={carried}", f"?token={carried}"):
        assert helpdesk.frame.get(f"/panel/next-move/{place}").status_code == 403
    helpdesk.frame.cookies["X-Calmdesk-Panel"] = carried
    assert helpdesk.frame.get("/panel/next-move/").status_code == 403


def test_a_panel_acts_for_its_own_agent_whoever_is_signed_in_beside_it(
    helpdesk: Helpdesk, cast: Cast, stored: Stored, signed_in: Callable[..., Client], carried: str
) -> None:
    browser = signed_in(cast.dora)
    body = {"rule": "give_a_time", "why": "moment"}
    answer = browser.post("/panel/unhelpful/", body, headers={"X-Calmdesk-Panel": carried})
    assert answer.status_code == 200
    assert Unhelpful.objects.get().said_by == cast.amir


def test_nobody_takes_back_what_was_said_elsewhere_or_by_somebody_else(
    helpdesk: Helpdesk, cast: Cast, stored: Stored, carried: str
) -> None:
    apart = Unhelpful.objects.create(rule="give_a_time", why="moment", said_by=cast.amir)
    of_bo = Unhelpful.objects.create(rule="give_a_time", why="moment", said_by=cast.bo, conversation_id=stored.pk)
    for one in (apart, of_bo):
        assert helpdesk.post(f"unhelpful/{one.pk}/undo/", carried).status_code == 404
    assert not Unhelpful.objects.exclude(undone_at=None).exists()


def test_everything_else_still_needs_djangos_token(
    cast: Cast, stored: Stored, helpdesk: Helpdesk, carried: str
) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(cast.amir, backend="django.contrib.auth.backends.ModelBackend")
    for place in (f"/c/{stored.slug}/draft/", f"/c/{stored.slug}/unhelpful/", "/silences/"):
        assert browser.post(place, {"text": "x"}, headers={"X-Calmdesk-Panel": carried}).status_code == 403
