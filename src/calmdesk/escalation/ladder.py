"""Where a conversation stands on the boundary ladder: which rung was said, which is due and why (P-6.1, P-6.4)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from calmdesk.conversation import Conversation, Finding
from calmdesk.escalation import reasons
from calmdesk.escalation.behaviour import Behaviour, Heard, Kind, heard_in
from calmdesk.escalation.norms import Norms
from calmdesk.escalation.rungs import time_of, used_in
from calmdesk.escalation.standing import Open, Standing, Track
from calmdesk.escalation.values import (
    ALWAYS_FINE,
    BOUNDARY,
    CONSEQUENCE,
    END,
    HOLD_THE_SAFEGUARD,
    NAME,
    REDIRECT,
    RESTATE,
    Due,
    Ladder,
    Used,
)
from calmdesk.playbook import Playbook
from calmdesk.signals import Moment, Scanned
from calmdesk.temperature import Temperature


def ladder(
    conversation: Conversation,
    scanned: Sequence[Scanned],
    heats: Sequence[Temperature],
    playbook: Playbook,
    norms: Norms,
    earlier: Sequence[Used] = (),
    *,
    now: datetime,
) -> Ladder:
    """
    Judged after the last message of `scanned`; a beginning of it says what could be known then.

    `earlier` are the boundaries that were said to this person in other contacts, on any channel.
    """
    known = tuple(one for one in earlier if one.conversation != conversation.id and norms.remembers(one, now))
    talk = _Talk(norms, known, now)
    for item, heat in zip(scanned, heats, strict=True):
        if not norms.recent(time_of(item.moment), now):
            continue
        heard = heard_in(item, heat, playbook.signs)
        talk.distress = talk.distress or heard.distress
        if item.moment.from_desk:
            talk.desk_wrote(item.moment, tuple(used_in(item, playbook)))
        elif item.moment.spoken:
            talk.person_wrote(item.moment, heard)
    over = conversation.closed_at is not None and conversation.closed_at <= now
    return talk.ladder(over=over)


class _Talk:
    """A conversation, message by message; what each person does is held against that person alone."""

    def __init__(self, norms: Norms, known: tuple[Used, ...], now: datetime) -> None:
        self.distress = False
        self._norms = norms
        self._used = known
        self._said = max((one.rung for one in known), default=0)
        # A contact is not ended on the word of another one, unless a person decided so.
        self._warned = max((one.rung for one in known if one.is_restricted(now.date())), default=0)
        self._redirected = False
        self._people: dict[str, Standing] = defaultdict(Standing)
        # Who has written since the desk did: in a thread of thousands a desk's message must not ask everybody.
        self._waiting: list[Standing] = []

    def desk_wrote(self, moment: Moment, said: tuple[Used, ...]) -> None:
        if not moment.spoken or moment.message.internal:
            return
        self._used += said
        highest = max((one.rung for one in said), default=0)
        self._said, self._warned = max(self._said, highest), max(self._warned, highest)
        self._redirected = self._redirected or any(one.rung == REDIRECT for one in said)
        for person in self._people.values() if said else self._waiting:
            person.desk_wrote(said)
        self._waiting = []

    def person_wrote(self, moment: Moment, heard: Heard) -> None:
        person = self._people[moment.message.sender]
        self._waiting.append(person)
        if heard.behaviour is None and heard.bypass is None:
            person.calm(self._norms.calm_after)
            return
        person.stirred()
        if heard.bypass is not None:
            due = self._due(person, Track.SAFEGUARD, RESTATE, reasons.bypass(heard.bypass), heard.bypass)
            person.open[Track.SAFEGUARD] = Open(due)
        if heard.behaviour is not None and heard.behaviour.kind >= Kind.ABUSES:
            person.abusive += 1
            person.open[Track.CONDUCT] = self._conduct(person, heard.behaviour)
        elif heard.behaviour is not None:
            person.drifting += 1
            if person.drifting >= self._norms.drift_after:
                person.open[Track.DRIFT] = self._drift(person, heard.behaviour)

    def ladder(self, *, over: bool) -> Ladder:
        rung = max((one.rung for one in self._used), default=0)
        found = [one for person in self._people.values() if (one := person.most_pressing()) is not None]
        if over or self.distress or not found:
            return Ladder(rung=rung, used=self._used, distress=self.distress)
        due = max(found, key=lambda one: one.due.rung).due
        aimed = (one for person in self._people.values() if (one := person.aimed) is not None)
        ends = next((one.may_end for one in aimed if one.may_end), None)
        open_to = max(ALWAYS_FINE, *(person.open_to for person in self._people.values()))
        return Ladder(rung=rung, used=self._used, due=due, may_end=ends, open_to=END if ends else open_to)

    def _conduct(self, person: Standing, behaviour: Behaviour) -> Open:
        grave = behaviour.kind > Kind.ABUSES
        rung = self._grave_rung(behaviour.kind) if grave else self._abuse_rung(person.abusive)
        why = reasons.conduct(behaviour, person.abusive, warned=self._warned, remembered=self._said)
        may_end = None
        if self._warned >= self._norms.end_from:
            may_end = reasons.not_heeded(behaviour.finding)
        elif grave and self._norms.threats_may_end:
            may_end = reasons.grave(behaviour)
        return Open(self._due(person, Track.CONDUCT, rung, why, behaviour.finding), stays=grave, may_end=may_end)

    def _abuse_rung(self, abusive: int) -> int:
        """As the norms say, one further where a warning was not heeded, and never over a warning not yet given."""
        due = max(self._norms.rung_after(abusive), self._said + 1 if self._said >= NAME else REDIRECT)
        if self._warned >= CONSEQUENCE:
            return min(due, END)
        return min(due, CONSEQUENCE if self._said >= NAME else NAME)

    def _grave_rung(self, kind: Kind) -> int:
        if self._warned >= CONSEQUENCE:
            return END
        return self._norms.threat_rung if kind is Kind.THREATENS else self._norms.harassment_rung

    def _drift(self, person: Standing, behaviour: Behaviour) -> Open:
        rung = RESTATE if self._redirected or behaviour.kind is Kind.WITHHOLDS else REDIRECT
        why = reasons.drift(behaviour, person.drifting)
        return Open(self._due(person, Track.DRIFT, rung, why, behaviour.finding))

    def _due(self, person: Standing, track: Track, rung: int, why: str, behaviour: Finding) -> Due:
        boundary = HOLD_THE_SAFEGUARD if track is Track.SAFEGUARD else BOUNDARY[rung]
        return Due(rung=rung, boundary=boundary, why=why, overdue=person.was_left(track), behaviour=behaviour)
