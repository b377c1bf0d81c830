from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from calmdesk.web.readings import playbook, reading_of
from calmdesk.web.silences import services as silences
from calmdesk.web.store import selectors
from calmdesk.web.store import services as store
from calmdesk.web.store.models import Silence
from calmdesk.web.store.services import Stored
from tests.cast import Cast
from tests.web.conftest import conversation


def rules_seen(user: object, slug: str) -> set[str]:
    record = selectors.find_record(user, slug)
    assert record is not None
    return {finding.rule for finding in reading_of(record, user).findings}


@pytest.fixture
def rule(cast: Cast, stored: Stored) -> str:
    """A rule that this conversation shows and that is not about conduct."""
    return next(rule for rule in sorted(rules_seen(cast.amir, stored.slug)) if not silences.is_conduct(rule))


@pytest.fixture
def second(cast: Cast, stored: Stored) -> Stored:
    return store.store_conversation(cast.desk, conversation("c2"))


def test_a_rule_silenced_here_counts_for_nobody_here_and_for_everybody_elsewhere(
    cast: Cast, stored: Stored, second: Stored, rule: str
) -> None:
    silences.silence(rule, "here", cast.amir, selectors.find_record(cast.amir, stored.slug))
    assert rule not in rules_seen(cast.amir, stored.slug)
    assert rule not in rules_seen(cast.priya, stored.slug)
    assert rule in rules_seen(cast.amir, second.slug)


def test_a_rule_silenced_for_me_counts_for_everybody_else(
    cast: Cast, stored: Stored, second: Stored, rule: str
) -> None:
    silences.silence(rule, "me", cast.amir, None)
    assert rule not in rules_seen(cast.amir, stored.slug) | rules_seen(cast.amir, second.slug)
    assert rule in rules_seen(cast.priya, stored.slug)


def test_a_rule_silenced_for_the_desk_counts_for_nobody_for_ninety_days(cast: Cast, stored: Stored, rule: str) -> None:
    pk = silences.silence(rule, "desk", cast.dora, None)
    assert rule not in rules_seen(cast.amir, stored.slug)
    silence = Silence.objects.get(pk=pk)
    assert silence.expires_at is not None
    assert abs(silence.expires_at - timezone.now() - timedelta(days=90)) < timedelta(minutes=1)
    Silence.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert rule in rules_seen(cast.amir, stored.slug)


def test_a_silence_that_ran_out_can_be_set_again(cast: Cast, stored: Stored, rule: str) -> None:
    silences.silence(rule, "desk", cast.dora, None)
    Silence.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    silences.silence(rule, "desk", cast.dora, None)
    assert rule not in rules_seen(cast.amir, stored.slug)


def test_undoing_brings_the_rule_back_and_keeps_the_record(cast: Cast, stored: Stored, rule: str) -> None:
    pk = silences.silence(rule, "me", cast.amir, None)
    silences.undo(pk, cast.amir)
    assert rule in rules_seen(cast.amir, stored.slug)
    assert Silence.objects.get(pk=pk).undone_at is not None


def test_silencing_twice_makes_one_silence(cast: Cast, stored: Stored, rule: str) -> None:
    assert silences.silence(rule, "me", cast.amir, None) == silences.silence(rule, "me", cast.amir, None)


def test_a_rule_about_conduct_is_never_silenced_for_the_desk(cast: Cast, stored: Stored) -> None:
    conduct = next(name for name in playbook().signs if silences.is_conduct(name))
    with pytest.raises(silences.NotAllowed):
        silences.silence(conduct, "desk", cast.dora, None)
    silences.silence(conduct, "me", cast.dora, None)
    assert [silence.scope for silence in Silence.objects.all()] == ["me"]


@pytest.mark.parametrize("scope", ["desk", "everything", ""])
def test_an_agent_silences_no_more_than_their_own_view(cast: Cast, stored: Stored, rule: str, scope: str) -> None:
    with pytest.raises(silences.NotAllowed):
        silences.silence(rule, scope, cast.amir, None)


def test_nobody_undoes_what_is_not_theirs(cast: Cast, stored: Stored, rule: str) -> None:
    mine = silences.silence(rule, "me", cast.amir, None)
    desk = silences.silence(rule, "desk", cast.dora, None)
    here = silences.silence(rule, "here", cast.amir, selectors.find_record(cast.amir, stored.slug))
    for pk, user in ((mine, cast.bo), (mine, cast.dora), (desk, cast.priya), (here, cast.charlie)):
        with pytest.raises(silences.NotAllowed):
            silences.undo(pk, user)
    assert Silence.objects.filter(undone_at=None).count() == 3


def test_a_desk_wide_silence_lists_what_it_would_have_shown_to_this_person(
    cast: Cast, stored: Stored, rule: str
) -> None:
    silences.silence(rule, "desk", cast.dora, None)
    Silence.objects.update(created_at=timezone.now() - timedelta(days=1))
    [item] = selectors.silence_list(cast.dora)
    hidden = silences.hidden_by(item, cast.dora)
    assert {(one.slug, one.finding.rule) for one in hidden} == {(stored.slug, rule)}
    assert silences.hidden_by(item, cast.charlie) == ()


def test_the_page_silences_shows_and_undoes(
    cast: Cast, stored: Stored, rule: str, signed_in: Callable[..., Client]
) -> None:
    client = signed_in(cast.amir)
    form = {"rule": rule, "scope": "here", "conversation": stored.slug}
    page = client.post("/silences/", form, follow=True)
    assert page.redirect_chain == [(f"/c/{stored.slug}/", 302)]
    [silence] = Silence.objects.all()
    undo = f"/silences/{silence.pk}/undo/"
    assert undo in page.content.decode()
    assert undo in client.get("/silences/").content.decode()
    client.post(undo)
    assert rule in rules_seen(cast.amir, stored.slug)


def test_a_script_gets_the_notice_instead_of_a_page(
    cast: Cast, stored: Stored, rule: str, signed_in: Callable[..., Client]
) -> None:
    form = {"rule": rule, "scope": "me", "conversation": stored.slug}
    answer = signed_in(cast.amir).post("/silences/", form, headers={"HX-Request": "true"})
    assert answer.status_code == 200
    assert "<html" not in answer.content.decode()
    assert "undo" in answer.content.decode()


def test_going_back_never_leads_to_another_site(
    cast: Cast, stored: Stored, rule: str, signed_in: Callable[..., Client]
) -> None:
    client = signed_in(cast.amir)
    for elsewhere in ("https://evil.test/", "//evil.test/", "javascript:alert(1)"):
        answer = client.post("/silences/", {"rule": rule, "scope": "me", "next": elsewhere})
        assert answer.headers["Location"] == "/silences/"
