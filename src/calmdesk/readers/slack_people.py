"""Who is who in a Slack export."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from calmdesk.conversation import Participant, Role
from calmdesk.readers.values import mapping_in, text_in

BOT = "bot:"


@dataclass(frozen=True)
class People:
    """Members by their id ("U02…")."""

    members: dict[str, Any]

    @classmethod
    def of(cls, users: Iterable[object]) -> People:
        return cls({identity: user for user in users if (identity := text_in(user, "id"))})

    def name(self, identity: str) -> str:
        """What people see: the display name, or else the real name, the account name, the id."""
        user = self.members.get(identity)
        profile = mapping_in(user, "profile")
        return (
            text_in(profile, "display_name")
            or text_in(profile, "real_name")
            or text_in(user, "real_name", "name")
            or identity.removeprefix(BOT)
        )

    def is_bot(self, identity: str) -> bool:
        user = self.members.get(identity)
        bot = isinstance(user, dict) and user.get("is_bot") is True
        return identity.startswith(BOT) or identity == "USLACKBOT" or bot

    def participants(self, identities: Iterable[str]) -> tuple[Participant, ...]:
        return tuple(self._participant(identity) for identity in identities)

    def _participant(self, identity: str) -> Participant:
        mail = text_in(mapping_in(self.members.get(identity), "profile"), "email").lower()
        bot = self.is_bot(identity)
        return Participant(
            id=identity,
            role=Role.SYSTEM if bot else Role.UNKNOWN,
            role_evidence="an app, not a person" if bot else None,
            name=self.name(identity),
            person=mail or (None if bot else f"slack:{identity}"),
            addresses=(mail,) if mail else (),
        )
