"""The way in. `receive` answers once the bytes are safe; what they mean is found out after that."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import DatabaseError, OperationalError, close_old_connections, transaction

from calmdesk.conversation import Conversation
from calmdesk.errors import BadInput, LimitExceeded
from calmdesk.web.intake.crash import crash_point
from calmdesk.web.intake.disk import DiskNearlyFull, check_room
from calmdesk.web.intake.found import is_full, store_found, store_message
from calmdesk.web.intake.message import message_from_json
from calmdesk.web.intake.parsing import Limits, Parser
from calmdesk.web.store import selectors, services
from calmdesk.web.store.records import sha256
from calmdesk.web.store.services import Incoming, Kept, RawBytes, Stored

if TYPE_CHECKING:
    from calmdesk.web.accounts.models import Team, User

_log = logging.getLogger(__name__)
_MESSAGE_BYTES = 1_000_000


@dataclass(frozen=True, kw_only=True)
class Received:
    """What became of one thing handed in: what is stored now, what was set aside, and whether it was here before."""

    raw_pk: int
    is_duplicate: bool
    is_conflict: bool = False
    stored: tuple[Stored, ...] = ()
    problems: tuple[BadInput, ...] = ()


def receive(
    data: bytes,
    *,
    team: Team,
    kind: str,
    name: str = "",
    agents: str = "",
    user: User | None = None,
    idempotency_key: str = "",
    conversation_pk: int | None = None,
) -> Received:
    """Keep the bytes, then read them. Raises `DiskNearlyFull` or `BadInput` before anything is kept, never after.

    `kind`: "file" (any known format), "wire" (one conversation in the wire form) or "message" (one message for
    `conversation_pk`). `agents`: names and addresses of the desk's people in it, separated by commas.
    """
    _check_size(data, kind)
    check_room(settings.CALMDESK.data, settings.CALMDESK.free_disk_mb, 2 * len(data))
    same = f"key|{idempotency_key}" if idempotency_key else f"bytes|{sha256(data)}|{agents}"
    incoming = Incoming(
        data=data,
        team=team,
        kind=kind,
        dedupe=f"{team.pk}|{kind}|{conversation_pk or 0}|{same}",
        name=name,
        agents=agents,
        user=user,
        conversation_pk=conversation_pk,
    )
    kept = _keep(incoming)
    if kept.is_conflict or kept.state == "stored":
        return Received(raw_pk=kept.pk, is_duplicate=True, is_conflict=kept.is_conflict, stored=_where_it_is(kept))
    return _processed(incoming.as_raw(kept.pk), is_duplicate=not kept.is_new)


def process(raw_pk: int) -> Received:
    """Parse and store what was kept; safe to repeat, because what is stored already is recognised."""
    return _processed(services.raw_bytes(raw_pk), is_duplicate=True)


def finish_what_a_crash_left() -> None:
    """Read, in a thread of its own, everything that was acknowledged but not yet parsed when the process died."""

    def work() -> None:
        close_old_connections()
        for raw_pk in selectors.unfinished():
            try:
                process(raw_pk)
            except Exception:
                _log.exception("could not read what a crash left", extra={"raw": raw_pk})
        close_old_connections()

    if selectors.unfinished(limit=1):
        threading.Thread(target=work, name="unfinished intake", daemon=True).start()


@cache
def parser() -> Parser:
    """The parse process of this server process; it starts with the first task."""
    wanted = settings.CALMDESK
    return Parser(Limits(wall_seconds=wanted.parse_seconds, memory_mb=wanted.parse_memory_mb))


def _processed(raw: RawBytes, *, is_duplicate: bool) -> Received:
    try:
        stored, problems = _read_message(raw) if raw.kind == "message" else _read_conversations(raw)
    except DatabaseError:
        # The bytes are safe and still marked as new, so the next start reads them again.
        _log.exception("could not store what was received", extra={"raw": raw.pk})
        raise
    crash_point("after_store_commit")
    _log.info("received", extra={"raw": raw.pk, "count": len(stored), "state": "set aside" if problems else "stored"})
    return Received(raw_pk=raw.pk, is_duplicate=is_duplicate, stored=tuple(stored), problems=tuple(problems))


def _keep(incoming: Incoming) -> Kept:
    crash_point("before_raw")
    try:
        with transaction.atomic():
            kept = services.keep_raw(incoming)
            crash_point("after_raw_before_commit")
    except OperationalError as error:
        if "full" in str(error):
            raise DiskNearlyFull from None
        raise
    crash_point("after_raw_commit")
    return kept


def _read_conversations(raw: RawBytes) -> tuple[list[Stored], list[BadInput]]:
    results: list[Stored | BadInput] = []
    batch: list[Conversation | BadInput] = []
    for found in parser().parse(raw.data, kind=raw.kind, name=raw.name, desk=_desk(raw)):
        crash_point("after_parse")
        batch.append(found)
        if is_full(batch):
            with transaction.atomic():
                results += [store_found(raw.team, one) for one in batch]
            batch = []
    return _finish(raw, results, lambda: [store_found(raw.team, one) for one in batch])


def _read_message(raw: RawBytes) -> tuple[list[Stored], list[BadInput]]:
    try:
        message, participant = message_from_json(raw.data)
    except BadInput as problem:
        return _finish(raw, [problem], list)
    crash_point("after_parse")
    return _finish(raw, [], lambda: [store_message(raw.conversation_pk or 0, message, participant)])


def _finish(
    raw: RawBytes, results: list[Stored | BadInput], store_the_rest: Callable[[], list[Stored | BadInput]]
) -> tuple[list[Stored], list[BadInput]]:
    """The last of it and the word that it is done, in one transaction."""
    with transaction.atomic():
        results = results + store_the_rest()
        stored = [one for one in results if not isinstance(one, BadInput)]
        problems = [one for one in results if isinstance(one, BadInput)]
        services.finish_raw(raw.pk, problems, stored[0].pk if len(stored) == 1 else None)
        crash_point("after_store_before_commit")
    return stored, problems


def _where_it_is(kept: Kept) -> tuple[Stored, ...]:
    if kept.conversation_pk is None:
        return ()
    return (services.stored_at(kept.conversation_pk),)


def _check_size(data: bytes, kind: str) -> None:
    allowed = _MESSAGE_BYTES if kind == "message" else settings.CALMDESK.upload_mb * 1_000_000
    if not data or data.isspace():
        raise BadInput("nothing is in it", where="body", remedy="Send the text of a conversation.")
    if len(data) > allowed:
        raise LimitExceeded(f"{len(data):,} bytes, {allowed:,} are allowed", where="body", remedy="Split it.")


def _desk(raw: RawBytes) -> dict[str, list[str]]:
    """Who answers for the desk, as far as it was set or said; names and addresses in lower case."""
    wanted = settings.CALMDESK
    said = _lower(raw.agents.split(","))
    members = _lower(raw.team.members.exclude(email="").values_list("email", flat=True))
    return {
        "addresses": _lower(wanted.desk_addresses) + members + [one for one in said if "@" in one],
        "names": _lower(wanted.desk_names) + [one for one in said if "@" not in one],
        "leadership": _lower(wanted.leadership),
    }


def _lower(names: Iterable[str]) -> list[str]:
    return [name.strip().lower() for name in names if name.strip()]
