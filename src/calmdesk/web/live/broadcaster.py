"""From whoever changed something to every open page of this process."""

from __future__ import annotations

import asyncio
from threading import Lock
from types import TracebackType

from calmdesk.web.store.changes import Change


class Broadcaster:
    """Any thread publishes; each open page subscribes from its event loop."""

    def __init__(self) -> None:
        self._subscribers: set[Subscription] = set()
        self._lock = Lock()

    def publish(self, change: Change) -> None:
        """Wake every page that shows this conversation, and every inbox."""
        with self._lock:
            interested = [one for one in self._subscribers if one.conversation in (None, change.conversation)]
        for subscription in interested:
            subscription.wake(change)

    def subscribe(self, conversation: int | None = None) -> Subscription:
        """Changes of one conversation, or of all of them; use it as a context manager."""
        return Subscription(self, conversation)

    def __len__(self) -> int:
        return len(self._subscribers)

    def add(self, subscription: Subscription) -> None:
        with self._lock:
            self._subscribers.add(subscription)

    def remove(self, subscription: Subscription) -> None:
        with self._lock:
            self._subscribers.discard(subscription)


class Subscription:
    """What one page has not been told yet: the latest change of each conversation, so it cannot grow without end."""

    def __init__(self, broadcaster: Broadcaster, conversation: int | None) -> None:
        self.conversation = conversation
        self._broadcaster = broadcaster
        self._loop = asyncio.get_running_loop()
        self._waiting: dict[int, Change] = {}
        self._woken = asyncio.Event()

    def __enter__(self) -> Subscription:
        self._broadcaster.add(self)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, frames: TracebackType | None
    ) -> None:
        self._broadcaster.remove(self)

    def wake(self, change: Change) -> None:
        """Called from any thread."""
        try:
            self._loop.call_soon_threadsafe(self._put, change)
        except RuntimeError:
            self._broadcaster.remove(self)  # its event loop is gone

    async def changes(self, seconds: float) -> tuple[Change, ...]:
        """What changed, as soon as something did; nothing, once that many seconds have passed."""
        try:
            await asyncio.wait_for(self._woken.wait(), seconds)
        except TimeoutError:
            return ()
        self._woken.clear()
        changes = tuple(self._waiting.values())
        self._waiting.clear()
        return changes

    def _put(self, change: Change) -> None:
        known = self._waiting.get(change.conversation)
        if known is None or known.version <= change.version:
            self._waiting[change.conversation] = change
        self._woken.set()
