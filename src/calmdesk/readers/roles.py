"""Who is the requester and who answers for the desk: configured, or by evidence that is shown and can be corrected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from calmdesk.conversation import DESK_SIDE, Channel, Conversation, Message, Participant, Role
from calmdesk.errors import BadInput
from calmdesk.readers.format import Desk
from calmdesk.readers.role_words import (
    AGENT_NAMES,
    ASKS,
    GREETINGS,
    OFFERS,
    REQUESTER_NAMES,
    SUPERVISOR_NAMES,
    SYSTEM_NAMES,
    TROUBLES,
)

_LOOKED_AT = 4_000
_ENOUGH = 2.0
_THIN = "too little evidence: nothing they say or are called tells"


def assign_roles(conversation: Conversation, desk: Desk) -> Conversation:
    """The conversation with a role, and the evidence for it, for everyone whose role the format left open.

    A role the format itself states is kept; what the desk configured counts before any evidence. Where the evidence is
    thin the role stays `unknown` and `role_evidence` says why.
    """
    people = [_configured(person, desk, conversation) for person in conversation.participants]
    found = {person.id: person for person in people}
    open_cases = {person.id for person in people if person.role is Role.UNKNOWN and not person.role_evidence}
    for person in _by_evidence(conversation, found, open_cases):
        found[person.id] = person
    return _kept_decent(
        msgspec.structs.replace(conversation, participants=tuple(found[person.id] for person in people))
    )


def with_role(conversation: Conversation, participant_id: str, role: Role) -> Conversation:
    """The same conversation after a person said who somebody is."""
    if participant_id not in {person.id for person in conversation.participants}:
        raise BadInput(
            f"no participant has the id {participant_id[:80]!r}", remedy="Take an id from the list of participants."
        )
    people = tuple(
        msgspec.structs.replace(person, role=role, role_evidence="set by hand")
        if person.id == participant_id
        else person
        for person in conversation.participants
    )
    return _kept_decent(msgspec.structs.replace(conversation, participants=people))


def _kept_decent(conversation: Conversation) -> Conversation:
    """Only a requester's loudness may be held; as soon as somebody is not one, it is dropped."""
    messages = tuple(
        msgspec.structs.replace(message, loudness_db=())
        if message.loudness_db and conversation.role_of(message) is not Role.REQUESTER
        else message
        for message in conversation.messages
    )
    return msgspec.structs.replace(conversation, messages=messages)


def _configured(person: Participant, desk: Desk, conversation: Conversation) -> Participant:
    known_as = _known_as(person)
    if known_as & desk.leadership:
        person = msgspec.structs.replace(person, leadership=True)
    if person.role not in (Role.UNKNOWN, Role.OTHER):
        return person
    if known_as & desk.addresses:
        return _as(person, Role.AGENT, "is one of the desk's addresses")
    if known_as & desk.names:
        return _as(person, Role.AGENT, "is one of the desk's people by name")
    if person.role is Role.UNKNOWN and conversation.assignee and conversation.assignee in (person.id, person.name):
        return _as(person, Role.AGENT, "owns the ticket")
    return person


def _known_as(person: Participant) -> set[str]:
    names = (person.id, person.name or "", person.person or "", *person.addresses)
    return {name.strip().lower() for name in names if name.strip()}


@dataclass
class _Evidence:
    weight: float = 0.0
    reasons: tuple[str, ...] = ()

    def add(self, weight: float, reason: str) -> None:
        self.weight += weight
        self.reasons = (*self.reasons, reason)

    @property
    def words(self) -> str:
        return "; ".join(self.reasons)


def _by_evidence(
    conversation: Conversation, people: dict[str, Participant], open_cases: set[str]
) -> Sequence[Participant]:
    """Decide the open cases one after the other: names, then words, then who is left over."""
    spoken: dict[str, list[Message]] = {}
    for message in conversation.messages:
        if not message.automatic:
            spoken.setdefault(message.sender, []).append(message)
    writers = [one for one in spoken if one in open_cases or people[one].role is not Role.UNKNOWN]
    decided: dict[str, Participant] = {}
    for one in open_cases:
        by_name = _named(people[one])
        if by_name is not None:
            decided[one] = by_name
    waiting = [one for one in writers if one in open_cases and one not in decided]
    evidence = {one: _heard(spoken[one], conversation) for one in waiting}
    for one in waiting:
        _by_words(people[one], *evidence[one], decided, least=_ENOUGH)
    _one_desk_voice(people, decided)
    _opened(conversation, people, decided, open_cases, writers)
    _left_over(people, decided, open_cases, writers)
    _second_look(people, evidence, decided)
    for one in open_cases - set(decided):
        if one in spoken:
            decided[one] = _as(people[one], Role.UNKNOWN, _THIN)
        else:
            decided[one] = _as(people[one], Role.OTHER, "wrote nothing")
    return list(decided.values())


def _by_words(
    person: Participant, agent: _Evidence, requester: _Evidence, decided: dict[str, Participant], *, least: float
) -> None:
    if agent.weight >= least and agent.weight > requester.weight:
        decided[person.id] = _as(person, Role.AGENT, agent.words)
    elif requester.weight >= least and requester.weight > agent.weight:
        decided[person.id] = _as(person, Role.REQUESTER, requester.words)


def _second_look(
    people: dict[str, Participant],
    evidence: dict[str, tuple[_Evidence, _Evidence]],
    decided: dict[str, Participant],
) -> None:
    """One sign is enough where the other side is known and nobody is on this side yet, or for one more helper."""
    roles = {decided.get(one, person).role for one, person in people.items()}
    for one, (agent, requester) in evidence.items():
        if one in decided:
            continue
        if Role.REQUESTER in roles and agent.weight:
            _by_words(people[one], agent, _Evidence(), decided, least=1.0)
        elif Role.REQUESTER not in roles and DESK_SIDE & roles and requester.weight:
            _by_words(people[one], agent, requester, decided, least=1.0)


def _named(person: Participant) -> Participant | None:
    words = _words(person.name or person.id)
    joined = f" {' '.join(words)} "
    for role, names in (
        (Role.SYSTEM, SYSTEM_NAMES),
        (Role.SUPERVISOR, SUPERVISOR_NAMES),
        (Role.REQUESTER, REQUESTER_NAMES),
        (Role.AGENT, AGENT_NAMES),
    ):
        for name in names:
            if f" {name} " in joined:
                return _as(person, role, f'is called "{name}"')
    return None


def _words(name: str) -> list[str]:
    return "".join(character if character.isalpha() else " " for character in name.lower()).split()


def _heard(messages: Sequence[Message], conversation: Conversation) -> tuple[_Evidence, _Evidence]:
    """Evidence for the desk's side and for the requester's, from what one person says."""
    agent, requester = _Evidence(), _Evidence()
    _count(messages[:3], GREETINGS, 3.0, "greets for the desk", agent)
    _count(messages, ASKS, 1.0, "asks what troubleshooting asks", agent)
    _count(messages, OFFERS, 1.0, "says what the desk does", agent)
    _count(messages, TROUBLES, 1.0, "tells of trouble of their own", requester)
    opened = conversation.channel is not Channel.VOICE and messages[0].id == _opener(conversation)
    if opened and agent.weight < 3.0:
        requester.add(1.0, "opened the thread")
    return agent, requester


def _count(
    messages: Sequence[Message], phrases: Sequence[str], weight: float, reason: str, evidence: _Evidence
) -> None:
    seen: list[str] = []
    for message in messages:
        text = message.text[:_LOOKED_AT].lower().replace("’", "'")
        seen += [phrase for phrase in phrases if phrase in text and phrase not in seen]
    if seen:
        evidence.add(weight * min(len(seen), 3), f'{reason} ("{seen[0]}")')


def _opener(conversation: Conversation) -> str | None:
    return next((message.id for message in conversation.messages if not message.automatic), None)


def _one_desk_voice(people: dict[str, Participant], decided: dict[str, Participant]) -> None:
    """Two people who both sound like the requester, and nobody like the desk: leave it to who opened the thread."""
    roles = [decided.get(one, person).role for one, person in people.items()]
    if roles.count(Role.REQUESTER) > 1 and not DESK_SIDE & set(roles):
        for one in [one for one, person in decided.items() if person.role is Role.REQUESTER]:
            if "is called" not in (decided[one].role_evidence or ""):
                del decided[one]


def _opened(
    conversation: Conversation,
    people: dict[str, Participant],
    decided: dict[str, Participant],
    open_cases: set[str],
    writers: Sequence[str],
) -> None:
    """Who opened the thread is the requester, where nobody else is; on a call the one who picks up speaks first."""
    opener = next(iter(writers), None)
    if opener is None or opener in decided or opener not in open_cases:
        return
    if any(decided.get(one, people[one]).role is Role.REQUESTER for one in writers):
        return
    if conversation.channel is Channel.VOICE and len(writers) > 1:
        return
    why = "wrote all of it" if len(writers) == 1 else "opened the thread"
    decided[opener] = _as(people[opener], Role.REQUESTER, why)


def _left_over(
    people: dict[str, Participant], decided: dict[str, Participant], open_cases: set[str], writers: Sequence[str]
) -> None:
    """Of two people who speak, knowing one is knowing the other."""
    if len(writers) != 2:
        return
    for one, other in (writers, writers[::-1]):
        known = decided.get(other, people[other])
        if one in open_cases and one not in decided:
            if known.role is Role.REQUESTER:
                decided[one] = _as(people[one], Role.AGENT, "the only one who answers the requester")
            elif known.role in DESK_SIDE:
                decided[one] = _as(people[one], Role.REQUESTER, "the only one the desk talks to")


def _as(person: Participant, role: Role, evidence: str) -> Participant:
    return msgspec.structs.replace(person, role=role, role_evidence=evidence)
