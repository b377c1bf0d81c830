from __future__ import annotations

from typing import Any

from django.apps import AppConfig, apps

from calmdesk.web.live.broadcaster import Broadcaster


class LiveApp(AppConfig):
    """Holds this process's broadcaster, and feeds it with the changes of the store."""

    name = "calmdesk.web.live"
    label = "live"
    broadcaster: Broadcaster

    def ready(self) -> None:
        from calmdesk.web.live.postgres import notify
        from calmdesk.web.store.changes import changed

        self.broadcaster = Broadcaster()

        def pass_on(change: Any, **_: Any) -> None:
            # On PostgreSQL every process, this one too, hears of it from the database.
            if not notify(change):
                self.broadcaster.publish(change)

        changed.connect(pass_on, weak=False, dispatch_uid="calmdesk.live")


def broadcaster() -> Broadcaster:
    """The one that all pages of this process listen to."""
    app = apps.get_app_config("live")
    assert isinstance(app, LiveApp)
    return app.broadcaster
