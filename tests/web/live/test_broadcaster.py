from __future__ import annotations

import asyncio
from threading import Thread

from calmdesk.web.live.broadcaster import Broadcaster
from calmdesk.web.store.changes import Change
from tests.web.loop import run


def change(conversation: int, version: int) -> Change:
    return Change(conversation=conversation, slug=f"s{conversation}", version=version)


def test_a_change_from_another_thread_wakes_whoever_waits() -> None:
    async def wait() -> tuple[Change, ...]:
        broadcaster = Broadcaster()
        with broadcaster.subscribe() as subscription:
            Thread(target=broadcaster.publish, args=(change(1, 2),)).start()
            return await subscription.changes(5)

    assert run(wait) == (change(1, 2),)


def test_what_nobody_has_fetched_yet_is_kept_once_per_conversation_in_its_latest_version() -> None:
    async def wait() -> tuple[Change, ...]:
        broadcaster = Broadcaster()
        with broadcaster.subscribe() as subscription:
            for version in (1, 3, 2):
                broadcaster.publish(change(1, version))
            broadcaster.publish(change(2, 1))
            await asyncio.sleep(0)
            return await subscription.changes(5)

    assert run(wait) == (change(1, 3), change(2, 1))


def test_a_page_of_one_conversation_hears_of_that_one_only() -> None:
    async def wait() -> tuple[Change, ...]:
        broadcaster = Broadcaster()
        with broadcaster.subscribe(7) as subscription:
            broadcaster.publish(change(8, 1))
            return await subscription.changes(0.05)

    assert run(wait) == ()


def test_a_page_that_is_gone_is_forgotten() -> None:
    async def come_and_go() -> int:
        broadcaster = Broadcaster()
        with broadcaster.subscribe():
            assert len(broadcaster) == 1
        broadcaster.publish(change(1, 1))
        return len(broadcaster)

    assert run(come_and_go) == 0


def test_a_page_whose_event_loop_died_is_forgotten_and_stops_no_other() -> None:
    broadcaster = Broadcaster()

    async def subscribe() -> None:
        broadcaster.subscribe().__enter__()

    run(subscribe)
    broadcaster.publish(change(1, 1))
    assert len(broadcaster) == 0
