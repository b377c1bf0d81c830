from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import msgspec
import pytest

from calmdesk.reading import Reading
from calmdesk.reading import read as really_read
from calmdesk.web.readings import services as readings
from calmdesk.web.store import selectors
from calmdesk.web.store import services as store
from calmdesk.web.store.services import Stored
from tests.cast import Cast
from tests.web.conftest import conversation


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Which conversations were read, in order."""
    calls: list[str] = []

    def counting(value: object, *rest: object, **more: object) -> Reading:
        calls.append(value.id)  # type: ignore[attr-defined]
        return really_read(value, *rest, **more)  # type: ignore[arg-type]

    readings.warm_up()
    monkeypatch.setattr(readings, "read", counting)
    return calls


def test_a_reading_is_made_once_per_version_and_set_of_silences(cast: Cast, stored: Stored, made: list[str]) -> None:
    def look() -> Reading:
        record = selectors.find_record(cast.amir, stored.slug)
        assert record is not None
        return readings.reading_of(record, cast.amir)

    first = look()
    assert look() is first
    assert made == ["c1"]
    store.silence(first.findings[0].rule, "me", cast.amir)
    assert look() is not first
    assert made == ["c1", "c1"]


def test_an_appended_message_makes_a_new_reading(cast: Cast, stored: Stored, made: list[str]) -> None:
    record = selectors.find_record(cast.amir, stored.slug)
    before = readings.reading_of(record, cast.amir)
    message = msgspec.structs.replace(conversation().messages[0], id="m4", sent_at=None)
    store.append_message(stored.pk, message, None)
    after = readings.reading_of(selectors.find_record(cast.amir, stored.slug), cast.amir)
    assert [one.id for one in before.messages] == ["m1", "m2", "m3"]
    assert [one.id for one in after.messages] == ["m1", "m2", "m3", "m4"]


def test_what_is_remembered_has_an_end(cast: Cast, stored: Stored, made: list[str]) -> None:
    record = selectors.find_record(cast.amir, stored.slug)
    few = readings.Remembered(2)
    for rule in ("a", "b", "c"):
        few.get(record, readings.Asked(silenced=frozenset({rule})))
    few.get(record, readings.Asked(silenced=frozenset({"c"})))
    assert len(made) == 3
    few.get(record, readings.Asked(silenced=frozenset({"a"})))
    assert len(made) == 4


def test_threads_that_come_first_at_once_load_once(monkeypatch: pytest.MonkeyPatch) -> None:
    loads: list[int] = []
    readings._loaded.cache_clear()
    monkeypatch.setattr(readings, "read", lambda *_, **__: loads.append(1))
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: readings.warm_up(), range(8)))
    assert loads == [1]
