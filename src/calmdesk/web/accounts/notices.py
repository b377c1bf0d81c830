"""A person's own settings for what may ask for their attention: kept, and found again."""

from __future__ import annotations

import msgspec

from calmdesk.web.accounts.models import Notices, User
from calmdesk.web.design.notices import NoticeSettings


def notices_of(user: User) -> NoticeSettings:
    """What this person set, or what holds until they set something."""
    row = Notices.objects.filter(user=user).first()
    return NoticeSettings(row.remind, row.quiet_from, row.quiet_until, row.cues) if row else NoticeSettings()


def keep_notices(user: User, settings: NoticeSettings) -> None:
    """Set all of it at once."""
    Notices.objects.update_or_create(user=user, defaults=msgspec.structs.asdict(settings))
