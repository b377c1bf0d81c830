"""The screen for a live call: what one glance can take in."""

from __future__ import annotations

from collections.abc import Collection

import msgspec
from msgspec import UNSET

from calmdesk.conversation import DESK_SIDE, Conversation, Finding, Role
from calmdesk.playbook import Playbook
from calmdesk.reading import Reading
from calmdesk.web.design import clock
from calmdesk.web.design.around import around, ending
from calmdesk.web.design.cue import Cue
from calmdesk.web.design.next_move import last_spoken
from calmdesk.web.design.pace import NORM, Pace, pace_of
from calmdesk.web.design.people import people_of
from calmdesk.web.design.talk_over import CutIn, cut_ins
from calmdesk.web.design.title import title_of
from calmdesk.web.design.tone import Tone, tone_of

_LONGEST = 80
_URGENT_TRIGGERS = frozenset({"outage", "security"})
# Whoever hears one of these has to stop the caller at once.
_URGENT_WORDS = frozenset("phishing ransomware malware virus hacked hacker breach scam scammer stolen".split())


class Own(msgspec.Struct, frozen=True):
    """For the eyes of the agent on the call alone. `cut_in` is set while their latest turn is one that cut in."""

    pace: Pace | None
    norm: tuple[int, int]
    cut_in: CutIn | None
    times: int


class Heard(msgspec.Struct, frozen=True):
    """The caller's last words that matter: whose, which, and how they stand; `tone` None where nothing was found."""

    person: str
    words: str
    tone: Tone | None


class GlanceView(msgspec.Struct, frozen=True):
    """`speaker` is who spoke last, `side` their side (also the class name), `judged` false where nothing was judged."""

    subject: str
    speaker: str
    side: str
    clock: str
    cue: Cue | None
    heard: Heard | None
    own: Own | None
    judged: bool


def glance_view(
    conversation: Conversation, reading: Reading, playbook: Playbook, *, cue: Cue | None, own: Own | None
) -> GlanceView:
    """The screen with this cue on it; `own` is for one pair of eyes, and the caller of this decides whose."""
    people = people_of(conversation)
    last = last_spoken(conversation)
    return GlanceView(
        subject=title_of(conversation),
        speaker=people[last.sender].label if last else "",
        side=people[last.sender].side if last else "",
        clock=clock.elapsed(last.start_s) if last and last.start_s is not None else "",
        cue=cue,
        heard=_heard(conversation, reading, playbook),
        own=own,
        judged=reading.guidance is not UNSET,
    )


def own_view(conversation: Conversation, reading: Reading, known_as: Collection[str], *, assigned: bool) -> Own | None:
    """What the agent who goes by these names may see of themselves; None where their turns cannot be told."""
    agent = agent_on_call(conversation, known_as, assigned=assigned)
    if agent is None:
        return None
    pace = pace_of(conversation, agent)
    found = cut_ins(conversation, agent, urgent_from=_urgent_from(conversation, reading))
    last = max((place for place, one in enumerate(conversation.messages, 1) if one.sender == agent), default=0)
    latest = found[-1] if found and found[-1].place == last else None
    return Own(pace, NORM, latest, len(found)) if pace or found else None


def agent_on_call(conversation: Conversation, known_as: Collection[str], *, assigned: bool) -> str | None:
    """The participant who is this agent: by id, address or name, else the only agent there is.

    Where the call is not `assigned` to them, that one must carry no address, for it may be a colleague's.
    """
    names = {name.casefold() for name in known_as if name}
    agents = [person for person in conversation.participants if person.role is Role.AGENT]
    for person in agents:
        if names & {one.casefold() for one in (person.id, person.name, person.person, *person.addresses) if one}:
            return person.id
    if len(agents) != 1 or not (assigned or not (agents[0].addresses or agents[0].person)):
        return None
    return agents[0].id


def _urgent_from(conversation: Conversation, reading: Reading) -> int | None:
    """From which message on the matter is time-critical: an outage, or the security of the desk."""
    triggers = reading.triggers if reading.triggers is not UNSET else ()
    urgent = {trigger.message for trigger in triggers if trigger.kind in _URGENT_TRIGGERS}
    for place, message in enumerate(conversation.messages, 1):
        if message.id in urgent or not _URGENT_WORDS.isdisjoint(_words(message.text)):
            return place
    return None


def _words(text: str) -> set[str]:
    return {word.strip(".,;:!?\"'()") for word in text.casefold().split()}


def _heard(conversation: Conversation, reading: Reading, playbook: Playbook) -> Heard | None:
    for message in reversed(conversation.messages):
        if conversation.role_of(message) in DESK_SIDE | {Role.SYSTEM} or message.internal or message.automatic:
            continue
        found = [one for one in reading.findings if one.message == message.id and one.quote.strip()]
        tones = [tone_of(one, playbook) for one in reading.findings if one.message == message.id]
        words = _words_of(message.text, max(found, key=_weight, default=None))
        tone = max(tones, key=lambda one: one.rank) if tones else None
        return Heard(people_of(conversation)[message.sender].label, words, tone) if words else None
    return None


def _weight(finding: Finding) -> tuple[int, int]:
    return finding.stage.rank, finding.start


def _words_of(text: str, finding: Finding | None) -> str:
    return around(text, finding.start, finding.end, _LONGEST) if finding else ending(text, _LONGEST)
