from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.test import Client

from calmdesk.errors import BadInput, LimitExceeded
from calmdesk.web.intake import services as intake
from calmdesk.web.intake.disk import DiskNearlyFull
from calmdesk.web.intake.found import Conflict
from calmdesk.web.store.models import ConversationRow, Observation, Raw
from calmdesk.web.store.records import received
from calmdesk.web.store.services import Outcome
from tests.cast import Cast, make_cast
from tests.web.conftest import conversation, wire


def test_what_is_received_is_kept_byte_for_byte(cast: Cast) -> None:
    data = wire()
    result = intake.receive(data, team=cast.desk, kind="wire", user=cast.amir)
    raw = Raw.objects.get(pk=result.raw_pk)
    assert bytes(raw.data) == data
    assert (raw.state, raw.size, raw.received_by) == ("stored", len(data), cast.amir)
    assert result.stored[0].outcome is Outcome.STORED


def test_the_bytes_are_committed_before_anything_reads_them(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("the reader broke")

    monkeypatch.setattr(intake, "parser", fail)
    with pytest.raises(RuntimeError):
        intake.receive(wire(), team=cast.desk, kind="wire")
    assert Raw.objects.get().state == "new"


def test_what_a_crash_left_behind_is_read_at_the_next_start(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(intake, "parser", lambda: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            intake.receive(wire(), team=cast.desk, kind="wire")
    from calmdesk.web.store.selectors import unfinished

    [raw_pk] = unfinished()
    intake.process(raw_pk)
    assert ConversationRow.objects.count() == 1
    assert unfinished() == ()


def test_broken_input_is_set_aside_with_its_reason_and_its_bytes(cast: Cast) -> None:
    result = intake.receive(b'{"id": "c1",}', team=cast.desk, kind="wire")
    raw = Raw.objects.get(pk=result.raw_pk)
    assert (raw.state, bytes(raw.data)) == ("quarantined", b'{"id": "c1",}')
    [problem] = raw.problems.all()
    assert problem.where.startswith("line 1")
    assert problem.remedy


def test_a_retry_brings_in_what_can_be_read_by_then(cast: Cast) -> None:
    result = intake.receive(b"{}", team=cast.desk, kind="wire")
    Raw.objects.filter(pk=result.raw_pk).update(data=wire())
    again = intake.process(result.raw_pk)
    raw = Raw.objects.get(pk=result.raw_pk)
    assert (raw.state, raw.attempts, raw.problems.count(), len(again.stored)) == ("stored", 2, 0, 1)


@pytest.mark.parametrize("times", [1, 2, 100])
def test_many_copies_make_one_conversation(cast: Cast, times: int) -> None:
    for _ in range(times):
        intake.receive(wire(), team=cast.desk, kind="wire")
    assert ConversationRow.objects.count() == 1
    assert Observation.objects.filter(kind="duplicate").count() == times - 1


def test_other_words_under_one_idempotency_key_are_a_conflict_and_overwrite_nothing(cast: Cast) -> None:
    intake.receive(wire("first"), team=cast.desk, kind="wire", idempotency_key="event-1")
    result = intake.receive(wire("second"), team=cast.desk, kind="wire", idempotency_key="event-1")
    assert result.is_conflict
    [conflict] = Observation.objects.all()
    assert (conflict.kind, bytes(conflict.data)) == ("conflict", wire("second"))
    assert [row.key for row in ConversationRow.objects.all()] == ["first"]


def test_other_words_under_one_conversation_id_are_a_conflict_and_overwrite_nothing(cast: Cast) -> None:
    intake.receive(wire(), team=cast.desk, kind="wire")
    other = wire(messages=[{"id": "m1", "sender": "U1", "text": "All is well."}])
    result = intake.receive(other, team=cast.desk, kind="wire")
    assert isinstance(result.problems[0], Conflict)
    assert received(ConversationRow.objects.get()).messages[0].text == "I cannot log in since this morning."
    assert bytes(Raw.objects.get(pk=result.raw_pk).data) == other


def test_the_same_id_in_another_team_is_another_conversation(cast: Cast) -> None:
    intake.receive(wire(), team=cast.desk, kind="wire")
    result = intake.receive(wire(), team=cast.workplace, kind="wire")
    assert result.stored[0].outcome is Outcome.STORED
    assert ConversationRow.objects.count() == 2


def test_a_later_copy_that_only_adds_messages_is_taken_over(cast: Cast) -> None:
    intake.receive(wire(), team=cast.desk, kind="wire")
    longer = wire().replace(b'"messages":[', b'"messages":[{"id":"m0","sender":"U1","text":"Hello."},')
    result = intake.receive(longer, team=cast.desk, kind="wire")
    assert result.stored[0].outcome is Outcome.UPDATED
    assert len(received(ConversationRow.objects.get()).messages) == 4


def test_nothing_is_taken_in_when_the_disk_is_nearly_full(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    class Usage:
        total, free = 10**12, 10**8

    monkeypatch.setattr("calmdesk.web.intake.disk.shutil.disk_usage", lambda folder: Usage)
    with pytest.raises(DiskNearlyFull):
        intake.receive(wire(), team=cast.desk, kind="wire")
    assert Raw.objects.count() == 0


def test_a_nearly_full_disk_answers_503_and_says_when_to_try_again(
    cast: Cast, signed_in: Callable[..., Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise DiskNearlyFull

    monkeypatch.setattr(intake, "check_room", full)
    client = signed_in(cast.amir)
    answer = client.post("/api/conversations", wire(), content_type="application/json")
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "60")
    assert client.post("/add/", {"text": "Dana: hello"}).status_code == 503
    assert Raw.objects.count() == 0


def test_too_much_is_refused_before_it_is_kept(cast: Cast) -> None:
    with pytest.raises(LimitExceeded):
        intake.receive(b"x" * 1_000_001, team=cast.desk, kind="message", conversation_pk=1)
    assert Raw.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_fifty_copies_at_once_make_one_conversation() -> None:
    cast = make_cast()
    ready = threading.Barrier(10)

    def send(_: int) -> bool:
        ready.wait()
        try:
            return intake.receive(wire(), team=cast.desk, kind="wire").is_duplicate
        finally:
            connection.close()

    with ThreadPoolExecutor(10) as pool:
        duplicates = list(pool.map(send, range(50)))
    assert duplicates.count(False) == 1
    assert ConversationRow.objects.count() == 1
    assert Raw.objects.count() == 1
    assert Observation.objects.count() == 49


def test_a_poison_item_does_not_stop_the_ones_around_it(cast: Cast) -> None:
    for name in ("c1", "broken", "c2"):
        data = b"[" * 100_000 if name == "broken" else wire(name)
        intake.receive(data, team=cast.desk, kind="wire")
    assert [row.key for row in ConversationRow.objects.order_by("pk")] == ["c1", "c2"]
    assert Raw.objects.filter(state="quarantined").count() == 1


def test_a_failure_while_storing_leaves_nothing_half_written(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    from calmdesk.web.store import services as store

    def fail(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(store, "announce", fail)
    result = intake.receive(wire(), team=cast.desk, kind="wire")
    assert "RuntimeError" in result.problems[0].problem
    assert ConversationRow.objects.count() == 0
    assert Raw.objects.get().state == "quarantined"


def test_a_long_list_is_stored_in_batches_and_every_one_of_it(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    class Reader:
        def parse(self, *_: object, **__: object) -> Iterator[object]:
            for number in range(120):
                yield BadInput("broken", where=f"line {number}") if number % 40 == 7 else conversation(f"c{number}")

    monkeypatch.setattr(intake, "parser", Reader)
    result = intake.receive(b"many", team=cast.desk, kind="file")
    assert (len(result.stored), len(result.problems)) == (117, 3)
    assert ConversationRow.objects.count() == 117
    assert [problem.where for problem in Raw.objects.get().problems.all()] == ["line 7", "line 47", "line 87"]
