"""Turning a rule off and on, and what a desk-wide silence hides."""

from __future__ import annotations

from dataclasses import dataclass

from calmdesk.conversation import Finding, Stage
from calmdesk.web.accounts import access
from calmdesk.web.accounts.access import Viewer
from calmdesk.web.accounts.models import User
from calmdesk.web.readings.services import playbook, reading_without
from calmdesk.web.store import selectors, services
from calmdesk.web.store.records import Record
from calmdesk.web.store.selectors import SilencedRule


class NotAllowed(Exception):
    """Not for this person to do; the page answers as if it were not there."""


@dataclass(frozen=True, kw_only=True)
class Hidden:
    """One finding that a silence kept from the screen."""

    slug: str
    subject: str
    finding: Finding


def silence(rule: str, scope: str, user: User, record: Record | None) -> int:
    """Turn `rule` off; raises `NotAllowed` for an unknown rule or a scope that is not this person's to decide."""
    if not is_rule(rule) or (scope == "here" and record is None):
        raise NotAllowed
    if not access.may_silence(user, scope, is_conduct=is_conduct(rule)):
        raise NotAllowed
    pk = services.silence(rule, scope, user, record.pk if record else None)
    if record is not None:
        services.touch_conversation(record.pk)
    return pk


def undo(pk: int, user: User) -> SilencedRule:
    """Turn it on again; raises `NotAllowed` where it is not this person's to decide."""
    found = next((item for item in selectors.silence_list(user) if item.pk == pk), None)
    if found is None or not access.may_undo_silence(user, found.scope, found.created_by_id):
        raise NotAllowed
    services.undo_silence(pk)
    if found.slug and (record := selectors.find_record(user, found.slug)):
        services.touch_conversation(record.pk)
    return found


def hidden_by(item: SilencedRule, viewer: Viewer, limit: int = 50) -> tuple[Hidden, ...]:
    """What a silence would have shown since it was set, in conversations this viewer may read."""
    hidden: list[Hidden] = []
    for record in selectors.records_since(viewer, item.created_at):
        if item.scope == "here" and record.slug != item.slug:
            continue
        silenced = selectors.silenced_rules(viewer, record.pk) - {item.rule}
        hidden += [
            Hidden(slug=record.slug, subject=record.conversation.subject or "", finding=finding)
            for finding in reading_without(record, silenced).findings
            if finding.rule == item.rule
        ]
        if len(hidden) >= limit:
            break
    return tuple(hidden[:limit])


def is_rule(rule: str) -> bool:
    return rule in playbook().signs


def is_conduct(rule: str) -> bool:
    return is_rule(rule) and playbook().signs[rule].stage is Stage.CONDUCT
