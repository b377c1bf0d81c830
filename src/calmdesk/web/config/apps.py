from __future__ import annotations

from django.apps import AppConfig


class ConfigApp(AppConfig):
    name = "calmdesk.web.config"
    label = "config"

    def ready(self) -> None:
        from calmdesk.web.config import checks  # noqa: F401  registers them
