"""`token --team "Service desk" --name "ticket system"`: a new API token, shown once; `--revoke NAME` ends it."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from calmdesk.web.accounts.models import Team, Token
from calmdesk.web.accounts.tokens import make_token


class Command(BaseCommand):
    help = "Make an API token for a team, or revoke one."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--team", required=True)
        parser.add_argument("--name", required=True)
        parser.add_argument("--revoke", action="store_true", help="end the team's tokens of this name")

    def handle(self, *args: Any, **options: Any) -> None:
        team = Team.objects.filter(name=options["team"]).first()
        if team is None:
            known = ", ".join(Team.objects.values_list("name", flat=True)) or "none yet; add one with adduser --team"
            raise CommandError(f"There is no team {options['team']!r}. Known teams: {known}.")
        if options["revoke"]:
            ended = Token.objects.filter(team=team, name=options["name"], revoked_at=None).update(
                revoked_at=timezone.now()
            )
            self.stdout.write(f"{ended} revoked.")
            return
        self.stdout.write(make_token(team, options["name"]))
