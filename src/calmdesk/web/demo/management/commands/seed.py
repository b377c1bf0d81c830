"""`seed`: the demo desk."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from calmdesk.web.demo.seed import demo_password, seed


class Command(BaseCommand):
    help = "Create the demo desk: fictional people, teams and conversations."

    def handle(self, *args: Any, **options: Any) -> None:
        seed()
        self.stdout.write(f"The demo desk is there. Sign in as dora with {demo_password()}")
