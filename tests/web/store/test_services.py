from __future__ import annotations

from datetime import timedelta
from itertools import permutations

import msgspec
import pytest
from django.utils import timezone

from calmdesk.conversation import Message, to_json
from calmdesk.errors import BadInput
from calmdesk.web.store import selectors
from calmdesk.web.store import services as store
from calmdesk.web.store.changes import changed
from calmdesk.web.store.models import ConversationRow
from calmdesk.web.store.services import Outcome, Stored
from tests.cast import Cast
from tests.web.conftest import conversation


def message(name: str, minute: int | None, text: str = "x") -> Message:
    sent_at = None if minute is None else conversation().messages[0].sent_at + timedelta(minutes=minute)
    return Message(id=name, sender="U1", text=text, sent_at=sent_at)


def test_messages_end_in_the_same_order_in_whatever_order_they_arrive(cast: Cast) -> None:
    late = [message("n1", 10), message("n2", 20), message("n3", 30), message("n4", 40)]
    results = set()
    for number, order in enumerate(permutations(late)):
        stored = store.store_conversation(cast.desk, conversation(f"order-{number}"))
        for one in order:
            store.append_message(stored.pk, one, None)
        wire = ConversationRow.objects.get(pk=stored.pk).wire
        results.add(wire.replace(f"order-{number}", "ID"))
    assert len(results) == 1


def test_a_message_without_a_time_goes_to_the_end(cast: Cast, stored: Stored) -> None:
    store.append_message(stored.pk, message("n1", None), None)
    found = selectors.find_record(cast.amir, stored.slug)
    assert [one.id for one in found.conversation.messages] == ["m1", "m2", "m3", "n1"]


def test_a_message_of_nobody_known_changes_nothing(cast: Cast, stored: Stored) -> None:
    with pytest.raises(BadInput, match="not among the participants"):
        store.append_message(stored.pk, msgspec.structs.replace(message("n1", 5), sender="X"), None)
    assert ConversationRow.objects.get(pk=stored.pk).version == 1


def test_what_is_stored_is_the_wire_form(cast: Cast, stored: Stored) -> None:
    assert ConversationRow.objects.get(pk=stored.pk).wire.encode() == to_json(conversation())


def test_an_id_that_is_too_long_is_refused_in_words(cast: Cast) -> None:
    with pytest.raises(BadInput, match="200 are allowed"):
        store.store_conversation(cast.desk, conversation("x" * 201))


def test_a_clock_that_is_wrong_somewhere_pins_nothing_to_the_top(cast: Cast) -> None:
    far = [{"id": "m1", "sender": "U1", "text": "x", "sent_at": "2199-01-01T00:00:00Z"}]
    stored = store.store_conversation(cast.desk, conversation("future", messages=far))
    assert ConversationRow.objects.get(pk=stored.pk).last_activity_at <= timezone.now()


@pytest.mark.django_db(transaction=True)
def test_a_change_is_announced_once_it_is_committed_and_never_before() -> None:
    from django.db import transaction

    from tests.cast import make_cast

    heard: list[tuple[str, int]] = []

    def hear(change: object, **_: object) -> None:
        heard.append((change.slug, change.version))  # type: ignore[attr-defined]

    changed.connect(hear)
    try:
        cast = make_cast()
        with transaction.atomic():
            stored = store.store_conversation(cast.desk, conversation())
            assert heard == []
        assert heard == [(stored.slug, 1)]
        with transaction.atomic():
            store.append_message(stored.pk, message("n1", 5), None)
            transaction.set_rollback(True)
        assert heard == [(stored.slug, 1)]
        assert store.append_message(stored.pk, message("n1", 5), None).outcome is Outcome.STORED
        assert heard == [(stored.slug, 1), (stored.slug, 2)]
        assert store.append_message(stored.pk, message("n1", 5), None).outcome is Outcome.DUPLICATE
        assert len(heard) == 2
    finally:
        changed.disconnect(hear)
