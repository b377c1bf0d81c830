"""The people every web test knows: what each may see follows from who they are.

Amir answers at the service desk; Ana does the same in another team; Bo is Amir's colleague; Priya leads Amir's team;
Dora manages the desk; Hana is HR; Sam does security; Root looks after the machine; Charlie is an agent of a third
team and must not see anything of the others; Gone was switched off.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from calmdesk.web.accounts.models import Team, User

PASSWORD = "a long password for tests"


@dataclass(frozen=True)
class Cast:
    desk: Team
    workplace: Team
    elsewhere: Team
    amir: User
    bo: User
    ana: User
    priya: User
    dora: User
    hana: User
    sam: User
    root: User
    charlie: User
    gone: User


def make_cast() -> Cast:
    """Everybody, in the database."""
    from calmdesk.web.accounts.models import Role, Team, User

    desk, workplace, elsewhere = (Team.objects.create(name=name) for name in ("Desk", "Workplace", "Elsewhere"))

    def person(name: str, role: Role, *teams: Team) -> User:
        user = User.objects.create_user(name, f"{name}@desk.test", PASSWORD, role=role)
        user.teams.set(teams)
        return user

    gone = person("gone", Role.DESK_MANAGER, desk)
    gone.is_active = False
    gone.save()
    return Cast(
        desk=desk,
        workplace=workplace,
        elsewhere=elsewhere,
        amir=person("amir", Role.AGENT, desk),
        bo=person("bo", Role.AGENT, desk),
        ana=person("ana", Role.AGENT, workplace),
        priya=person("priya", Role.SUPERVISOR, desk),
        dora=person("dora", Role.DESK_MANAGER),
        hana=person("hana", Role.HR, desk),
        sam=person("sam", Role.SECURITY, desk),
        root=person("root", Role.ADMIN, desk),
        charlie=person("charlie", Role.AGENT, elsewhere),
        gone=gone,
    )
