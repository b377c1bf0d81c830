"""The tables. Everything that came in is in `Raw`, byte for byte; the rest can be made from it again."""

from __future__ import annotations

import secrets

from django.conf import settings
from django.db import models

from calmdesk.web.accounts.models import Team


def new_slug() -> str:
    """The short random name of a conversation in addresses; it tells nothing and cannot be guessed."""
    return secrets.token_hex(8)


class Raw(models.Model):
    """What was received, exactly: committed and synced before anybody is told that it arrived.

    `dedupe_key` is unique for ever, so a second copy never becomes a second conversation. `agents` are names and
    addresses that whoever added it gave as the desk's people.
    """

    class State(models.TextChoices):
        NEW = "new"
        STORED = "stored"
        QUARANTINED = "quarantined"

    class Kind(models.TextChoices):
        """How the bytes are to be understood."""

        FILE = "file"
        WIRE = "wire"
        MESSAGE = "message"

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    received_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    received_at = models.DateTimeField(auto_now_add=True)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    name = models.CharField(max_length=255, blank=True)
    agents = models.CharField(max_length=500, blank=True)
    conversation = models.ForeignKey("ConversationRow", null=True, on_delete=models.SET_NULL, related_name="raws")
    data = models.BinaryField()
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    dedupe_key = models.CharField(max_length=64, unique=True)
    state = models.CharField(max_length=12, choices=State.choices, default=State.NEW, db_index=True)
    attempts = models.PositiveSmallIntegerField(default=0)


class Observation(models.Model):
    """Evidence that something came again: the same bytes ("duplicate"), or other bytes under one id ("conflict")."""

    raw = models.ForeignKey(Raw, on_delete=models.CASCADE, related_name="observations")
    seen_at = models.DateTimeField(auto_now_add=True)
    kind = models.CharField(max_length=10)
    sha256 = models.CharField(max_length=64)
    data = models.BinaryField(default=b"")


class Quarantine(models.Model):
    """One thing inside a `Raw` that could not be used, and why; never holds message text."""

    raw = models.ForeignKey(Raw, on_delete=models.CASCADE, related_name="problems")
    where = models.CharField(max_length=300, blank=True)
    problem = models.CharField(max_length=500)
    remedy = models.CharField(max_length=500, blank=True)
    set_aside_at = models.DateTimeField(auto_now_add=True)


class ConversationRow(models.Model):
    """A conversation in its wire form, with what lists need beside it; `version` grows with every change."""

    slug = models.CharField(max_length=16, unique=True, default=new_slug)
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    key = models.CharField(max_length=200)
    wire = models.TextField()
    version = models.PositiveIntegerField(default=1)
    channel = models.CharField(max_length=12)
    subject = models.CharField(max_length=300, blank=True)
    status = models.CharField(max_length=10, blank=True)
    assignee = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    last_activity_at = models.DateTimeField(db_index=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("team", "key"), name="one_conversation_per_team_and_id"),)


class Contact(models.Model):
    """Who asked in which conversation, by the keys they are known by elsewhere: how an earlier contact is found."""

    conversation = models.ForeignKey(ConversationRow, on_delete=models.CASCADE, related_name="contacts")
    person = models.CharField(max_length=200, db_index=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("conversation", "person"), name="one_contact_per_person"),)


class RoleOverride(models.Model):
    """A person's correction of who someone is, applied again whenever the conversation is read."""

    conversation = models.ForeignKey(ConversationRow, on_delete=models.CASCADE, related_name="role_overrides")
    participant = models.CharField(max_length=200)
    role = models.CharField(max_length=12)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    made_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("conversation", "participant"), name="one_override_per_participant"),
        )


class Silence(models.Model):
    """A rule turned off: in one conversation ("here"), for one person ("me"), or for everybody ("desk")."""

    rule = models.CharField(max_length=120)
    scope = models.CharField(max_length=4, choices=[("here", "here"), ("me", "me"), ("desk", "desk")])
    conversation = models.ForeignKey(ConversationRow, null=True, on_delete=models.CASCADE, related_name="silences")
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField(null=True)
    undone_at = models.DateTimeField(null=True)


class Unhelpful(models.Model):
    """A next move or a phrasing that somebody called not helpful, and why: remembered in that conversation, counted
    for the desk. Never holds words of a draft.
    """

    class Why(models.TextChoices):
        MOMENT = "moment", "not now"
        FACTS = "facts", "that is not what happened"
        WORDS = "words", "the words do not fit"
        OTHER = "other", "something else"

    rule = models.CharField(max_length=120, db_index=True)
    why = models.CharField(max_length=10, choices=Why.choices)
    conversation = models.ForeignKey(ConversationRow, null=True, on_delete=models.CASCADE, related_name="+")
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    said_at = models.DateTimeField(auto_now_add=True)
    undone_at = models.DateTimeField(null=True)


class PromiseNote(models.Model):
    """What a person settled about one promise: who answers for it now, and when it is due where the words left that
    open. `key` names the promise in its conversation.
    """

    conversation = models.ForeignKey(ConversationRow, on_delete=models.CASCADE, related_name="promise_notes")
    key = models.CharField(max_length=240)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    due = models.DateTimeField(null=True)
    settled_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    settled_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("conversation", "key"), name="one_note_per_promise"),)
