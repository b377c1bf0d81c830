"""Who may see and do what: every decision of the web application is made by a function in this file.

What nobody allowed is refused. A refusal looks like "not there" (404), so that it tells nothing.

| role         | conversations                                 | silence for the desk | machine |
|--------------|-----------------------------------------------|----------------------|---------|
| agent        | of own teams: assigned to them, or to nobody  | no                   | no      |
| supervisor   | of own teams                                  | no                   | no      |
| desk manager | all                                           | yes                  | health  |
| HR, security | none (conduct cases only)                     | no                   | no      |
| admin        | none                                          | no                   | yes     |
| token        | of its one team                               | no                   | no      |
| panel        | one that its token and its person may read    | no                   | no      |
"""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet

from calmdesk.web.accounts.models import Role, Team, Token, User

Viewer = User | Token | AnonymousUser | Any

_NOTHING = Q(pk__in=())
_EVERYTHING = Q()
_READERS = frozenset({Role.AGENT, Role.SUPERVISOR, Role.DESK_MANAGER})


def conversations_for(viewer: Viewer) -> Q:
    """Which conversations `viewer` may read, as a filter on a row with `team` and `assignee`."""
    if isinstance(viewer, Token):
        return Q(team=viewer.team_id) if viewer.revoked_at is None else _NOTHING
    match role_of(viewer):
        case Role.AGENT:
            return Q(team__members=viewer) & (Q(assignee=None) | Q(assignee=viewer))
        case Role.SUPERVISOR:
            return Q(team__members=viewer)
        case Role.DESK_MANAGER:
            return _EVERYTHING
        case _:
            return _NOTHING


def panel_conversations_for(token: Token, agent: Viewer) -> Q:
    """Which conversations a program that brings `token` may show to `agent` inside another page: those that both may
    read. A revoked token and somebody who was switched off read nothing.
    """
    return conversations_for(token) & conversations_for(agent)


def quarantine_for(viewer: Viewer) -> Q:
    """Which set-aside intake `viewer` may look at, as a filter on a row with `team` and `received_by`."""
    match role_of(viewer):
        case Role.AGENT:
            return Q(received_by=viewer)
        case Role.SUPERVISOR:
            return Q(team__members=viewer)
        case Role.DESK_MANAGER:
            return _EVERYTHING
        case _:
            return _NOTHING


def begins_with_own(viewer: Viewer) -> bool:
    """Whether the inbox begins with what is `viewer`'s own: an agent's does, who leads looks at all of it."""
    return role_of(viewer) is Role.AGENT


def may_read_conversations(viewer: Viewer) -> bool:
    """Whether any conversation page is for this person."""
    return role_of(viewer) in _READERS


def may_add_to(viewer: Viewer, team: Team) -> bool:
    """Whether `viewer` may bring conversations into `team`."""
    if isinstance(viewer, Token):
        return viewer.revoked_at is None and viewer.team_id == team.pk
    return teams_for(viewer).filter(pk=team.pk).exists()


def teams_for(viewer: Viewer) -> QuerySet[Team]:
    """The teams whose conversations `viewer` works with."""
    if isinstance(viewer, Token):
        return Team.objects.filter(pk=viewer.team_id)
    match role_of(viewer):
        case Role.AGENT | Role.SUPERVISOR:
            return Team.objects.filter(members=viewer.pk)
        case Role.DESK_MANAGER:
            return Team.objects.all()
        case _:
            return Team.objects.none()


def may_silence(viewer: Viewer, scope: str, *, is_conduct: bool) -> bool:
    """Whether `viewer` may turn a rule off: "here" and "me" for readers, "desk" for the desk manager.

    A rule about conduct is never turned off for a whole desk.
    """
    if scope == "desk":
        return role_of(viewer) is Role.DESK_MANAGER and not is_conduct
    return scope in ("here", "me") and role_of(viewer) in _READERS


def may_undo_silence(viewer: Viewer, scope: str, owner_id: int | None) -> bool:
    """Whether `viewer` may turn a silenced rule on again: their own always, a conversation's with any reader of it."""
    match scope:
        case "me":
            return role_of(viewer) in _READERS and viewer.pk == owner_id
        case "here":
            return role_of(viewer) in _READERS
        case "desk":
            return role_of(viewer) is Role.DESK_MANAGER
        case _:
            return False


def may_see_own_pace(viewer: Viewer, assignee_id: int | None, *, named: bool) -> bool:
    """Whether `viewer` is the agent on a call, who alone sees how fast they talk and whether they cut in.

    `named`: the call names somebody as its agent, who may have no account here. Where nobody is named, it is whichever
    agent opens it; nobody who leads ever sees it.
    """
    if role_of(viewer) is not Role.AGENT:
        return False
    return assignee_id == viewer.pk if named else assignee_id is None


def may_note_visits(viewer: Viewer) -> bool:
    """Whether `viewer` may record what happens at the counter, in a team that is theirs."""
    return role_of(viewer) in _READERS


def may_correct_role(viewer: Viewer) -> bool:
    """Whether `viewer` may say who in a conversation they can see is the requester and who the agent."""
    return role_of(viewer) in _READERS


def may_hand_over_to(viewer: Viewer) -> bool:
    """Whether a promise may be given to `viewer`: to people who answer requesters."""
    return role_of(viewer) in _READERS


def may_make_tokens(viewer: Viewer, team: Team) -> bool:
    """Whether `viewer` may let a program post conversations of `team`."""
    is_leading = role_of(viewer) in (Role.SUPERVISOR, Role.DESK_MANAGER)
    return is_leading and teams_for(viewer).filter(pk=team.pk).exists()


def may_mark(viewer: Viewer) -> bool:
    """Whether `viewer` may mark samples of a backtest: they quote every team, so only who reads every team."""
    return role_of(viewer) is Role.DESK_MANAGER


def may_see_machine(viewer: Viewer) -> bool:
    """Whether `viewer` may see how the machine is: disk, database, what waits."""
    return role_of(viewer) in (Role.ADMIN, Role.DESK_MANAGER)


def may_manage_people(viewer: Viewer) -> bool:
    """Whether `viewer` may add people, teams and tokens."""
    return role_of(viewer) is Role.ADMIN


def role_of(viewer: Viewer) -> Role | None:
    """The role of a person who is signed in and active; None for anybody and anything else."""
    if isinstance(viewer, User) and viewer.is_active and viewer.role in Role.values:
        return Role(viewer.role)
    return None
