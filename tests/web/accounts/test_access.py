from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from calmdesk.web.accounts import access
from calmdesk.web.store import selectors
from calmdesk.web.store import services as store
from calmdesk.web.store.services import Stored
from tests.cast import Cast
from tests.web.conftest import conversation

EVERYBODY = ("amir", "bo", "ana", "priya", "dora", "hana", "sam", "root", "charlie", "gone")


def who_sees(cast: Cast, slug: str) -> set[str]:
    return {name for name in EVERYBODY if selectors.find_record(getattr(cast, name), slug)}


def test_a_conversation_of_nobody_is_seen_by_its_team(cast: Cast, stored: Stored) -> None:
    assert who_sees(cast, stored.slug) == {"amir", "bo", "priya", "dora"}


def test_an_assigned_conversation_is_seen_by_its_agent_and_those_who_lead(cast: Cast) -> None:
    mine = store.store_conversation(cast.desk, conversation("mine", assignee="A1"))
    assert who_sees(cast, mine.slug) == {"amir", "priya", "dora"}


def test_an_assignee_is_found_by_sign_in_name_too(cast: Cast) -> None:
    theirs = store.store_conversation(cast.desk, conversation("theirs", assignee="Bo"))
    assert who_sees(cast, theirs.slug) == {"bo", "priya", "dora"}


def test_an_assignee_from_another_team_opens_nothing(cast: Cast) -> None:
    odd = store.store_conversation(cast.desk, conversation("odd", assignee="charlie"))
    assert who_sees(cast, odd.slug) == {"amir", "bo", "priya", "dora"}


def test_the_same_id_in_two_teams_finds_nothing_for_who_sees_both(cast: Cast, stored: Stored) -> None:
    other = store.store_conversation(cast.workplace, conversation())
    assert selectors.find_record(cast.dora, "c1") is None
    assert selectors.find_record(cast.amir, "c1").slug == stored.slug
    assert selectors.find_record(cast.ana, "c1").slug == other.slug


def test_the_inbox_lists_what_may_be_seen_and_nothing_else(
    cast: Cast, stored: Stored, signed_in: Callable[..., Client]
) -> None:
    for name in ("amir", "ana", "priya", "dora", "charlie"):
        page = signed_in(getattr(cast, name)).get("/").content.decode()
        assert (stored.slug in page) == (name in who_sees(cast, stored.slug)), name


def test_a_page_that_is_not_for_someone_looks_like_one_that_is_not_there(
    cast: Cast, stored: Stored, signed_in: Callable[..., Client]
) -> None:
    client = signed_in(cast.charlie)
    forbidden, missing = client.get(f"/c/{stored.slug}/"), client.get("/c/no-such-thing/")
    assert forbidden.status_code == missing.status_code == 404
    assert forbidden.content.replace(stored.slug.encode(), b"no-such-thing") == missing.content


def test_only_the_agent_on_a_call_sees_their_own_pace(cast: Cast) -> None:
    def who(assignee: str, *, named: bool) -> set[str]:
        pk = getattr(cast, assignee).pk if assignee else None
        return {name for name in EVERYBODY if access.may_see_own_pace(getattr(cast, name), pk, named=named)}

    agents = {"amir", "bo", "ana", "charlie"}
    assert who("", named=False) == agents
    assert who("amir", named=True) == {"amir"}
    assert who("priya", named=True) == who("dora", named=True) == who("gone", named=True) == set()
    # The ticket names somebody without an account here.
    assert who("", named=True) == set()
    assert not access.may_see_own_pace(None, None, named=False)


def test_visits_are_noted_by_those_who_read_conversations(cast: Cast) -> None:
    allowed = {name for name in EVERYBODY if access.may_note_visits(getattr(cast, name))}
    assert allowed == {"amir", "bo", "ana", "charlie", "priya", "dora"}


@pytest.mark.parametrize("nobody", [None, "", 0, object()])
def test_anything_that_is_not_a_person_is_refused_everything(db: None, nobody: object) -> None:
    assert access.role_of(nobody) is None
    assert not access.may_read_conversations(nobody)
    assert not access.may_silence(nobody, "me", is_conduct=False)
    assert not access.may_see_machine(nobody)
    assert not access.teams_for(nobody).exists()
    assert not selectors.visible_conversations(nobody).exists()


def test_an_unknown_role_may_do_nothing(cast: Cast, stored: Stored) -> None:
    cast.dora.role = "emperor"
    assert access.role_of(cast.dora) is None
    assert selectors.find_record(cast.dora, stored.slug) is None
