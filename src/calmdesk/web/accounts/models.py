"""Tables of people, teams and tokens."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import models


class Role(models.TextChoices):
    """What a person does on the desk; decides what they may see."""

    AGENT = "agent", "Agent"
    SUPERVISOR = "supervisor", "Supervisor"
    DESK_MANAGER = "desk_manager", "Desk manager"
    HR = "hr", "HR"
    SECURITY = "security", "Security"
    ADMIN = "admin", "Administrator"


class Team(models.Model):
    """A group of people who work on the same conversations."""

    name = models.CharField(max_length=80, unique=True)

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class User(AbstractUser):
    """A person who signs in; their rights follow from role and teams, never from Django's own permissions."""

    role = models.CharField(max_length=20, choices=Role.choices, default=Role.AGENT)
    teams = models.ManyToManyField(Team, blank=True, related_name="members")

    def __str__(self) -> str:
        return self.get_full_name() or self.username


class Token(models.Model):
    """A key with which a program of one team posts conversations; only its hash is kept."""

    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="tokens")
    name = models.CharField(max_length=80)
    sha256 = models.CharField(max_length=64, unique=True)
    created_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    revoked_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.name


class WritingKey(models.Model):
    """A person's key for their writing tools (mail, browser, office); only its hash is kept."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="writing_keys")
    name = models.CharField(max_length=80)
    sha256 = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)
    revoked_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.name


class Notices(models.Model):
    """When calmdesk may ask for a person's attention; without a row it is as `NoticeSettings` begins."""

    user = models.OneToOneField(User, on_delete=models.CASCADE, related_name="notices")
    remind = models.BooleanField()
    quiet_from = models.TimeField(null=True)
    quiet_until = models.TimeField(null=True)
    cues = models.PositiveSmallIntegerField()
