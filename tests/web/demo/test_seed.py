from __future__ import annotations

import stat

import pytest
from django.conf import settings

from calmdesk.examples import example_files
from calmdesk.web.accounts.models import Role, Token, User
from calmdesk.web.demo.people import PEOPLE
from calmdesk.web.demo.seed import demo_password, demo_token, seed
from calmdesk.web.intake import services as intake
from calmdesk.web.store import selectors
from calmdesk.web.store.models import ConversationRow, Raw


@pytest.mark.django_db
def test_every_example_becomes_a_conversation_and_none_is_set_aside() -> None:
    seed()
    assert Raw.objects.count() == len(example_files()) >= 16
    assert Raw.objects.exclude(state="stored").count() == 0
    page = selectors.inbox_page(User.objects.get(username="dora"))
    assert page.total == len(page.records) >= 16
    assert {record.conversation.channel.value for record in page.records} >= {"voice", "chat", "email", "in_person"}


@pytest.mark.django_db
def test_seeding_again_adds_nothing_and_reads_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    seed()
    before = (Raw.objects.count(), ConversationRow.objects.count(), User.objects.count(), Token.objects.count())
    monkeypatch.setattr(intake, "receive", None)
    seed()
    assert (Raw.objects.count(), ConversationRow.objects.count(), User.objects.count(), Token.objects.count()) == before


@pytest.mark.django_db
def test_there_is_somebody_for_each_role_and_a_changed_password_stays() -> None:
    seed()
    assert {person.role for person in PEOPLE} == set(Role)
    dora = User.objects.get(username="dora")
    assert dora.check_password(demo_password())
    dora.set_password("her own, and long")
    dora.save()
    seed()
    dora.refresh_from_db()
    assert dora.check_password("her own, and long")


@pytest.mark.django_db
def test_password_and_token_are_for_the_owner_of_the_folder_only() -> None:
    seed()
    for name, text in (("demo-password", demo_password()), ("demo-token", demo_token())):
        path = settings.CALMDESK.data / name
        assert path.read_text() == text
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
