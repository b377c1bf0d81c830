"""Who works at the demo desk."""

from __future__ import annotations

from dataclasses import dataclass

from calmdesk.web.accounts.models import Role, Team, User

TEAMS = ("Service desk", "Workplace")


@dataclass(frozen=True)
class DemoPerson:
    """One fictional person and what they do there."""

    username: str
    name: str
    role: Role
    teams: tuple[str, ...] = ()


PEOPLE = (
    DemoPerson("dora", "Dora", Role.DESK_MANAGER, TEAMS),
    DemoPerson("priya", "Priya", Role.SUPERVISOR, ("Service desk",)),
    DemoPerson("amir", "Amir", Role.AGENT, ("Service desk",)),
    DemoPerson("ana", "Ana", Role.AGENT, ("Workplace",)),
    DemoPerson("hana", "Hana", Role.HR),
    DemoPerson("sam", "Sam", Role.SECURITY),
    DemoPerson("admin", "Robin", Role.ADMIN),
)


def make_people(password: str) -> None:
    """Create who is missing; nobody's password is ever changed."""
    teams = {name: Team.objects.get_or_create(name=name)[0] for name in TEAMS}
    known = set(User.objects.values_list("username", flat=True))
    for person in PEOPLE:
        if person.username in known:
            continue
        user = User.objects.create_user(
            person.username, f"{person.username}@desk.test", password, first_name=person.name, role=person.role
        )
        user.teams.set(teams[name] for name in person.teams)
