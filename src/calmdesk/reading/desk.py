"""What a desk decides once, and readings go by: when it works, and how it answers abuse."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

import msgspec

from calmdesk.escalation import Norms, Used
from calmdesk.promises import Hours


class Desk(msgspec.Struct, frozen=True, kw_only=True):
    """
    `earlier` are the boundaries that were said to this conversation's people in other contacts.

    `owners` and `settled` say, by a promise's key, who answers for it now, and when it is due where that was open.
    """

    hours: Hours = Hours()
    norms: Norms = Norms()
    earlier: tuple[Used, ...] = ()
    owners: Mapping[str, str] = msgspec.field(default_factory=dict)
    settled: Mapping[str, datetime] = msgspec.field(default_factory=dict)
