"""Reading from the store, always for someone: what they may not see is not there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from calmdesk.web.accounts.access import Viewer, conversations_for, panel_conversations_for, quarantine_for
from calmdesk.web.accounts.models import Token
from calmdesk.web.store.models import ConversationRow, Raw, Silence
from calmdesk.web.store.records import Record, record


@dataclass(frozen=True, kw_only=True)
class Page:
    """One page of a list; `total` counts all of them."""

    records: tuple[Record, ...]
    number: int
    pages: int
    total: int


@dataclass(frozen=True)
class ProblemLine:
    """What is wrong, where in the bytes, and what to do about it."""

    place: str
    problem: str
    remedy: str


@dataclass(frozen=True, kw_only=True)
class SetAside:
    """Intake that could not be used, as the quarantine page shows it; no text of it."""

    pk: int
    name: str
    kind: str
    team: str
    size: int
    received_at: datetime
    attempts: int
    problems: tuple[ProblemLine, ...]


@dataclass(frozen=True, kw_only=True)
class SilencedRule:
    """One rule that is turned off, and by whom."""

    pk: int
    rule: str
    scope: str
    slug: str
    subject: str
    created_by: str
    created_by_id: int | None
    created_at: datetime
    expires_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """What the health page counts."""

    conversations: int
    raw_new: int
    quarantined: int


def visible_conversations(viewer: Viewer) -> QuerySet[ConversationRow]:
    """Every conversation this viewer may read."""
    return ConversationRow.objects.filter(conversations_for(viewer))


def inbox_page(
    viewer: Viewer, *, number: int = 1, size: int = 50, channel: str = "", team: str = "", search: str = ""
) -> Page:
    """The viewer's conversations, latest activity first."""
    rows = visible_conversations(viewer).select_related("team", "assignee").prefetch_related("role_overrides__made_by")
    if channel:
        rows = rows.filter(channel=channel)
    if team:
        rows = rows.filter(team__name=team)
    if search:
        rows = rows.filter(Q(subject__icontains=search) | Q(key=search))
    total = rows.count()
    pages = max(1, -(-total // size))
    number = min(max(1, number), pages)
    chosen = rows.order_by("-last_activity_at", "-pk")[(number - 1) * size : number * size]
    return Page(records=tuple(record(row) for row in chosen), number=number, pages=pages, total=total)


def find_record(viewer: Viewer, name: str) -> Record | None:
    """The conversation with this slug or this own id, if the viewer may read it and the name means one only."""
    rows = visible_conversations(viewer).select_related("team", "assignee").prefetch_related("role_overrides__made_by")
    found = rows.filter(slug=name).first()
    if found is None:
        same_id = list(rows.filter(key=name)[:2])
        found = same_id[0] if len(same_id) == 1 else None
    return record(found) if found else None


def find_panel_record(token: Token, agent: Viewer, slug: str) -> Record | None:
    """The conversation, if a program with this token may show it to this person now."""
    rows = ConversationRow.objects.filter(panel_conversations_for(token, agent), slug=slug)
    found = rows.select_related("team", "assignee").prefetch_related("role_overrides__made_by").first()
    return record(found) if found else None


def came_by_api(pk: int) -> bool:
    """Whether a program brought this conversation, so that a reply can go back the same way."""
    return Raw.objects.filter(conversation=pk, name="api").exists()


def current_version(viewer: Viewer, pk: int) -> int | None:
    """The version a viewer may see now; None once they may not."""
    return visible_conversations(viewer).filter(pk=pk).values_list("version", flat=True).first()


def may_read_now(viewer: Viewer, pk: int) -> bool:
    return visible_conversations(viewer).filter(pk=pk).exists()


def quarantine_list(viewer: Viewer, limit: int = 200) -> tuple[SetAside, ...]:
    """What was set aside and this viewer may look at, newest first."""
    rows = (
        Raw.objects.filter(quarantine_for(viewer))
        .annotate(count=Count("problems"))
        .filter(count__gt=0)
        .select_related("team")
        .prefetch_related("problems")
        .defer("data")
        .order_by("-pk")[:limit]
    )
    return tuple(
        SetAside(
            pk=row.pk,
            name=row.name,
            kind=row.kind,
            team=row.team.name,
            size=row.size,
            received_at=row.received_at,
            attempts=row.attempts,
            problems=tuple(ProblemLine(one.where, one.problem, one.remedy) for one in list(row.problems.all())[:20]),
        )
        for row in rows
    )


def original(viewer: Viewer, pk: int) -> tuple[str, bytes] | None:
    """Name and bytes of a quarantined intake, if this viewer may look at it."""
    row = Raw.objects.filter(quarantine_for(viewer), pk=pk, problems__isnull=False).first()
    return (row.name, bytes(row.data)) if row else None


def find_set_aside(viewer: Viewer, pk: int) -> int | None:
    """The number of a quarantined intake, if this viewer may look at it."""
    rows = Raw.objects.filter(quarantine_for(viewer), pk=pk, problems__isnull=False)
    return pk if rows.exists() else None


def silenced_rules(viewer: Viewer, conversation_pk: int | None) -> frozenset[str]:
    """The rules that do not count for this viewer in this conversation."""
    reach = Q(scope="desk")
    if conversation_pk is not None:
        reach |= Q(scope="here", conversation=conversation_pk)
    user_pk = getattr(viewer, "pk", None) if hasattr(viewer, "username") else None
    if user_pk is not None:
        reach |= Q(scope="me", created_by=user_pk)
    return frozenset(_active_silences().filter(reach).values_list("rule", flat=True))


def silence_list(viewer: Viewer, conversation_pk: int | None = None) -> tuple[SilencedRule, ...]:
    """The active silences this viewer is touched by: their own, the desk's, those in conversations they may read."""
    reach = Q(scope="desk") | Q(scope="me", created_by=viewer.pk)
    here = Q(scope="here", conversation__in=visible_conversations(viewer))
    rows = _active_silences().filter(reach | here)
    if conversation_pk is not None:
        rows = rows.filter(Q(conversation=None) | Q(conversation=conversation_pk))
    return tuple(
        SilencedRule(
            pk=row.pk,
            rule=row.rule,
            scope=row.scope,
            slug=row.conversation.slug if row.conversation else "",
            subject=row.conversation.subject if row.conversation else "",
            created_by=str(row.created_by) if row.created_by else "someone who left",
            created_by_id=row.created_by_id,
            created_at=row.created_at,
            expires_at=row.expires_at,
        )
        for row in rows.select_related("conversation", "created_by").order_by("-pk")
    )


def records_since(viewer: Viewer, since: datetime, limit: int = 200) -> tuple[Record, ...]:
    """The viewer's conversations with activity since then, latest first."""
    rows = (
        visible_conversations(viewer)
        .filter(Q(last_activity_at__gte=since) | Q(created_at__gte=since))
        .select_related("team", "assignee")
        .prefetch_related("role_overrides__made_by")
        .order_by("-last_activity_at", "-pk")[:limit]
    )
    return tuple(record(row) for row in rows)


def waiting() -> Waiting:
    """Counts for the health page; no names, no text."""
    return Waiting(
        conversations=ConversationRow.objects.count(),
        raw_new=Raw.objects.filter(state=Raw.State.NEW).count(),
        quarantined=Raw.objects.filter(state=Raw.State.QUARANTINED).count(),
    )


def unfinished(limit: int = 1000) -> tuple[int, ...]:
    """Intake that was acknowledged but not yet parsed, oldest first: what a crash left behind."""
    return tuple(Raw.objects.filter(state=Raw.State.NEW).order_by("pk").values_list("pk", flat=True)[:limit])


def has_raw_named(name: str) -> bool:
    """Whether something with this name was taken in before."""
    return Raw.objects.filter(name=name).exists()


def _active_silences() -> QuerySet[Silence]:
    now = timezone.now()
    return Silence.objects.filter(undone_at=None).filter(Q(expires_at=None) | Q(expires_at__gt=now))
