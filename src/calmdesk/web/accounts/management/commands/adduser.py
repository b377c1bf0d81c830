"""`adduser NAME --role agent --team "Service desk"`: a new person, with a password that is shown once."""

from __future__ import annotations

import secrets
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from calmdesk.web.accounts.models import Role, Team, User


class Command(BaseCommand):
    help = "Add a person who may sign in, or give them a new role, teams and password."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username")
        parser.add_argument("--role", choices=Role.values, default=Role.AGENT)
        parser.add_argument(
            "--team", action="append", default=[], help="may be given several times; made where missing"
        )
        parser.add_argument("--email", default="")

    def handle(self, *args: Any, **options: Any) -> None:
        name = options["username"]
        if not name or len(name) > 150 or not name.isprintable():
            raise CommandError("The name must have 1 to 150 characters that can be printed.")
        password = secrets.token_urlsafe(12)
        user, _ = User.objects.get_or_create(username=name)
        user.role, user.email, user.is_active = options["role"], options["email"], True
        user.set_password(password)
        user.save()
        user.teams.set(Team.objects.get_or_create(name=team)[0] for team in options["team"])
        self.stdout.write(f"{name} signs in with {password} and can change it under Account.")
