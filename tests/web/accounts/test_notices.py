from __future__ import annotations

from collections.abc import Callable
from datetime import time, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from calmdesk.conversation import conversation_from_dict
from calmdesk.web.accounts.models import Notices
from calmdesk.web.accounts.notices import keep_notices, notices_of
from calmdesk.web.design.notices import NoticeSettings
from calmdesk.web.store import services as store
from tests.cast import Cast
from tests.web.calls import TURNS, call_wire
from tests.web.promises.test_promises import talk

FORM = {"remind": "on", "quiet_from": "22:00", "quiet_until": "07:00", "cues": "5"}
THREAT = ("U1", 28.0, 31.0, "I know where you park. I will wait for you and break your jaw.")
HELD = "Safety and conduct still come."


@pytest.fixture
def amir(cast: Cast, signed_in: Callable[..., Client]) -> Client:
    return signed_in(cast.amir)


def live(client: Client, cast: Cast, name: str, turns: tuple = TURNS) -> str:
    stored = store.store_conversation(cast.desk, conversation_from_dict(call_wire(name, turns)))
    return client.get(f"/c/{stored.slug}/glance/").content.decode()


def test_what_was_set_is_kept_and_shown(cast: Cast, amir: Client) -> None:
    shown = amir.post("/account/notices/", FORM, follow=True).content.decode()
    assert notices_of(cast.amir) == NoticeSettings(True, time(22), time(7), 5)
    assert 'value="22:00"' in shown
    assert 'value="07:00"' in shown
    assert "Your settings are kept." in shown
    amir.post("/account/notices/", {"cues": "12"})
    assert notices_of(cast.amir) == NoticeSettings(remind=False)


def test_everybody_sets_their_own(cast: Cast, amir: Client) -> None:
    amir.post("/account/notices/", FORM)
    assert notices_of(cast.bo) == NoticeSettings()


@pytest.mark.parametrize("wrong", [{"quiet_until": "22:00"}, {"quiet_until": ""}, {"cues": "0"}, {"cues": "61"}])
def test_nonsense_is_refused_and_changes_nothing(cast: Cast, amir: Client, wrong: dict[str, str]) -> None:
    shown = amir.post("/account/notices/", FORM | wrong, follow=True).content.decode()
    assert "Nothing was changed." in shown
    assert not Notices.objects.exists()


def test_who_reads_no_conversations_is_not_asked(cast: Cast, signed_in: Callable[..., Client]) -> None:
    assert "Quiet hours" not in signed_in(cast.hana).get("/account/").content.decode()
    assert "Quiet hours" in signed_in(cast.dora).get("/account/").content.decode()


def test_in_quiet_hours_and_without_reminders_nothing_presses(cast: Cast, amir: Client) -> None:
    store.store_conversation(cast.desk, talk("c1", "I will write to you in 20 minutes.", minutes_ago=90))
    pressing = lambda: amir.get("/promises/pressing/").json()  # noqa: E731
    now = timezone.localtime()
    around = [(now + timedelta(hours=by)).time() for by in (-1, 1)]
    assert pressing()["count"] == 1
    keep_notices(cast.amir, NoticeSettings(True, *around))
    assert (pressing()["count"], pressing()["quiet"]) == (0, True)
    keep_notices(cast.amir, NoticeSettings(True, *reversed(around)))
    assert pressing()["count"] == 1
    keep_notices(cast.amir, NoticeSettings(remind=False))
    assert (pressing()["count"], pressing()["quiet"]) == (0, True)


def test_past_the_cap_the_live_screen_says_so_and_shows_no_new_cue(cast: Cast, amir: Client) -> None:
    keep_notices(cast.amir, NoticeSettings(cues=2))
    assert ["glance-title" in live(amir, cast, name) for name in ("a", "b", "c")] == [True, True, False]
    held = live(amir, cast, "d")
    assert HELD in held
    assert "Nothing to change." not in held
    assert 'data-again-in="3' in held


def test_safety_comes_past_the_cap_and_takes_no_room_in_it(cast: Cast, amir: Client) -> None:
    keep_notices(cast.amir, NoticeSettings(cues=1))
    assert "Get help now" in live(amir, cast, "a", (*TURNS, THREAT))
    assert "Acknowledge the history" in live(amir, cast, "b")
    assert HELD in live(amir, cast, "c")
    assert "Get help now" in live(amir, cast, "d", (*TURNS, THREAT))


def test_the_cap_is_counted_in_ones_own_browser_and_for_nobody_else(
    cast: Cast, amir: Client, signed_in: Callable[..., Client]
) -> None:
    for person in (cast.amir, cast.bo):
        keep_notices(person, NoticeSettings(cues=1))
    live(amir, cast, "a")
    bo = signed_in(cast.bo)
    bo.cookies["calmdesk-cues"] = amir.cookies["calmdesk-cues"].value
    assert "glance-title" in live(bo, cast, "b")
    amir.cookies["calmdesk-cues"] = "1:made:up"
    assert "glance-title" in live(amir, cast, "c")
