from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from calmdesk.playbook import RULE_KINDS
from calmdesk.web.readings import playbook
from calmdesk.web.store.services import Stored
from calmdesk.web.store.unhelpful import say_unhelpful
from tests.cast import Cast

Signed = Callable[..., Client]


def shown(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_every_rule_is_on_the_page_whatever_kind_is_shown(cast: Cast, signed_in: Signed) -> None:
    page = shown(signed_in(cast.amir), "/rules/?kind=phrasing")

    assert all(f'href="/rules/{name}/"' in page for name in playbook().rules)


@pytest.mark.parametrize("kind", RULE_KINDS)
def test_a_kind_alone_is_shown_without_scripts_too(cast: Cast, signed_in: Signed, kind: str) -> None:
    page = shown(signed_in(cast.amir), f"/rules/?kind={kind}")
    sections = [tag.partition(">")[0] for tag in page.split('<section class="rule-section" ')[1:]]

    assert [tag.split('"')[1] for tag in sections if "hidden" not in tag] == [kind]
    assert page.count('aria-current="true"') == 1


def test_an_unknown_kind_shows_all(cast: Cast, signed_in: Signed) -> None:
    assert " hidden" not in shown(signed_in(cast.amir), "/rules/?kind=feelings").split("rule-section")[1].split(">")[0]


def test_what_was_searched_for_is_text_in_the_field(cast: Cast, signed_in: Signed) -> None:
    page = shown(signed_in(cast.amir), "/rules/?search=%22%3E%3Cb%3E")
    assert 'value="&quot;&gt;&lt;b&gt;"' in page


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("brings_up_last_time", "Often innocent when"),
        ("deadline", "What it looks for"),
        ("tells_them_they_need_to", "Please restart the laptop."),
        ("acknowledges", "Near misses"),
        ("give_a_time", "What to leave"),
        ("name_the_behaviour", "Rung 3 of 5"),
    ],
)
def test_each_kind_has_its_page(cast: Cast, signed_in: Signed, name: str, said: str) -> None:
    page = shown(signed_in(cast.amir), f"/rules/{name}/")

    assert playbook().rules[name].title in page
    assert said in page


def test_ready_words_have_a_button_that_copies_them(cast: Cast, signed_in: Signed) -> None:
    page = shown(signed_in(cast.amir), "/rules/give_a_time/")

    assert page.count("data-copy-words=") == len(playbook().next_moves["give_a_time"].say)
    assert "by [time]" in page


def test_how_often_it_was_called_not_helpful_is_told_by_rule_and_never_by_person(
    cast: Cast, signed_in: Signed, stored: Stored
) -> None:
    say_unhelpful("give_a_time", "moment", cast.dora, stored.pk)
    say_unhelpful("give_a_time", "words", cast.amir, None)
    client = signed_in(cast.bo)

    page = shown(client, "/rules/give_a_time/")
    assert "Called not helpful 2 times." in page
    assert "dora" not in page
    assert "amir" not in page
    assert "not helpful: 2" in shown(client, "/rules/")
    assert "Nobody has called it not helpful." in shown(client, "/rules/name_the_behaviour/")


def test_nobody_is_asked_whether_a_sign_is_helpful(cast: Cast, signed_in: Signed) -> None:
    assert "On this desk" not in shown(signed_in(cast.amir), "/rules/brings_up_last_time/")


def test_a_name_that_no_rule_has_is_not_there(cast: Cast, signed_in: Signed) -> None:
    assert signed_in(cast.amir).get("/rules/no_such_rule/").status_code == 404
