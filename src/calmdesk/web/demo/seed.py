"""The example conversations that come with calmdesk, brought in the same way as anybody's."""

from __future__ import annotations

import logging

from django.conf import settings

from calmdesk.examples import example_files
from calmdesk.web.accounts.models import Team
from calmdesk.web.accounts.tokens import PREFIX, keep_token
from calmdesk.web.demo.people import TEAMS, make_people
from calmdesk.web.environment.secrets import kept_secret
from calmdesk.web.intake import services as intake
from calmdesk.web.store.selectors import has_raw_named

_log = logging.getLogger(__name__)


def seed() -> None:
    """Create the demo desk and whatever of it is missing."""
    make_people(demo_password())
    team = Team.objects.get(name=TEAMS[0])
    keep_token(demo_token(), team, "demo")
    for path in example_files():
        # By name, so that a second start need not even open the files.
        if has_raw_named(f"example/{path.name}"):
            continue
        result = intake.receive(path.read_bytes(), team=team, kind="file", name=f"example/{path.name}")
        for problem in result.problems:
            _log.warning("an example could not be read: %s", problem.sentence(path.name))


def demo_password() -> str:
    """The password of everybody at the demo desk: random, made at the first start, kept in the data folder."""
    return kept_secret(settings.CALMDESK.data, "demo-password", length=14)


def demo_token() -> str:
    """The API token of the demo desk, for trying the API and for replaying a file into an open page."""
    return kept_secret(settings.CALMDESK.data, "demo-token", length=43, prefix=PREFIX)
