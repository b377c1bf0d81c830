"""Calls analysed by Amazon Transcribe Call Analytics or Contact Lens (JSON)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from calmdesk.conversation import Channel, Conversation, Message, Participant, Role, Word
from calmdesk.errors import BadInput
from calmdesk.readers.format import Desk, Original
from calmdesk.readers.json_source import JsonSource
from calmdesk.readers.roles import assign_roles
from calmdesk.readers.times import Calendar, stamp
from calmdesk.readers.values import dicts_in, mapping_in, number, number_in, text_in

# An interruption is looked for among the turns around its time, because a call may have tens of thousands.
_NEAR = 2.0
_AROUND = 40
_ROLES = {
    "AGENT": (Role.AGENT, "the recording's agent channel"),
    "CUSTOMER": (Role.REQUESTER, "the recording's customer channel"),
    "SYSTEM": (Role.SYSTEM, "the phone system"),
    "SUPERVISOR": (Role.SUPERVISOR, "the recording's supervisor channel"),
}


class CallAnalytics:
    """One call, or one chat, per file."""

    name = "call-analytics"
    title = "Amazon Transcribe Call Analytics or Contact Lens (JSON)"

    def recognises(self, original: Original) -> bool:
        value = original.json
        if not isinstance(value, dict) or not isinstance(value.get("Transcript"), list):
            return False
        return any(
            "ParticipantRole" in item or "ParticipantId" in item for _, item in dicts_in(value, "Transcript")
        ) or isinstance(value.get("Participants"), list)

    def read(self, original: Original, desk: Desk) -> Iterator[Conversation | BadInput]:
        """The conversation, and a BadInput for every turn without words or speaker.

        Loudness is kept for the customer only; sentiment scores are not read at all, because calmdesk reads words and
        timing and nobody's feelings.
        """
        value = original.json
        if not isinstance(value, dict):
            yield BadInput("not a call in this format", remedy='It is a JSON object with a "Transcript".')
            return
        chat = text_in(value, "Channel").upper() == "CHAT"
        turns, problems = _turns(value, original, chat=chat)
        if turns:
            yield assign_roles(_conversation(value, turns, original, chat=chat), desk)
        elif not problems:
            yield BadInput("no turns in it", where="$.Transcript", remedy="Export the call again.")
        yield from problems


@dataclass(frozen=True)
class _Turn:
    speaker: str
    message: Message


def _turns(value: Mapping[str, Any], original: Original, *, chat: bool) -> tuple[list[_Turn], list[BadInput]]:
    source = JsonSource(original)
    calendar = Calendar([], "UTC")
    turns: list[_Turn] = []
    problems: list[BadInput] = []
    names = _names_of_ids(value)
    for place, item in dicts_in(value, "Transcript"):
        where = f"$.Transcript[{place}]"
        words = text_in(item, "Content")
        speaker = text_in(item, "ParticipantRole") or names.get(text_in(item, "ParticipantId"), "")
        speaker = speaker or text_in(item, "ParticipantId")
        if chat and text_in(item, "Type").upper() == "EVENT":
            continue
        if not words or not speaker:
            what = "a turn without words" if not words else "a turn without a speaker"
            problems.append(BadInput(what, where=where, remedy="This turn is left out, the rest is read."))
            continue
        start, end = _seconds(item, "BeginOffsetMillis"), _seconds(item, "EndOffsetMillis")
        written = stamp(text_in(item, "AbsoluteTime"))
        message = Message(
            id=f"m{len(turns) + 1}",
            sender=speaker,
            text=words,
            sent_at=calendar.instant(written) if written else None,
            start_s=start,
            end_s=end if end is not None and start is not None and end >= start else None,
            words=_words(item),
            loudness_db=_loudness(item) if speaker.upper() == "CUSTOMER" else (),
            source=source.of(words, f"{where}.Content"),
        )
        turns.append(_Turn(speaker, message))
    if not chat:
        turns.sort(key=lambda turn: turn.message.start_s if turn.message.start_s is not None else 0.0)
        turns = [
            _Turn(turn.speaker, msgspec.structs.replace(turn.message, id=f"m{number}"))
            for number, turn in enumerate(turns, 1)
        ]
    return turns, problems


def _conversation(value: Mapping[str, Any], turns: Sequence[_Turn], original: Original, *, chat: bool) -> Conversation:
    speakers = dict.fromkeys(turn.speaker for turn in turns)
    identity = text_in(mapping_in(value, "CustomerMetadata"), "ContactId") or text_in(value, "ContactId", "JobName")
    language = text_in(value, "LanguageCode").partition("-")[0]
    return Conversation(
        id=identity or original.short_id,
        channel=Channel.CHAT if chat else Channel.VOICE,
        language=language or None,
        participants=tuple(_person(speaker) for speaker in speakers),
        messages=_with_interruptions(value, turns),
        opened_at=turns[0].message.sent_at,
        x={"file": original.name} if original.name else {},
    )


def _person(speaker: str) -> Participant:
    role, evidence = _ROLES.get(speaker.upper(), (Role.UNKNOWN, None))
    return Participant(id=speaker, role=role, role_evidence=evidence, name=speaker.replace("_", " ").capitalize())


def _names_of_ids(value: Mapping[str, Any]) -> dict[str, str]:
    """Contact Lens gives each turn an id, and says beside it who that is."""
    named = {
        text_in(item, "ParticipantId"): text_in(item, "ParticipantRole") for _, item in dicts_in(value, "Participants")
    }
    return {identity: role for identity, role in named.items() if identity}


def _seconds(item: Mapping[str, Any], key: str) -> float | None:
    found = number_in(item, key)
    return found / 1000 if found is not None and found >= 0 else None


def _words(item: Mapping[str, Any]) -> tuple[Word, ...]:
    """Times of the single words; Contact Lens leaves them out, and punctuation has none."""
    words: list[Word] = []
    for _, one in dicts_in(item, "Items"):
        start, end, text = _seconds(one, "BeginOffsetMillis"), _seconds(one, "EndOffsetMillis"), text_in(one, "Content")
        if start is not None and end is not None and end >= start and text:
            words.append(Word(start_s=start, end_s=end, text=text))
    return tuple(words)


def _loudness(item: Mapping[str, Any]) -> tuple[float, ...]:
    """One value per second, "LoudnessScores" in Transcribe and "LoudnessScore" in Contact Lens; gaps are null."""
    scores = item.get("LoudnessScores") or item.get("LoudnessScore")
    if not isinstance(scores, list):
        return ()
    return tuple(score for score in map(number, scores) if score is not None)


def _with_interruptions(value: Mapping[str, Any], turns: Sequence[_Turn]) -> tuple[Message, ...]:
    """Each interruption names who cut in and when: it belongs to that speaker's turn, and to whoever was speaking."""
    messages = [turn.message for turn in turns]
    starts = [message.start_s or 0.0 for message in messages]
    listed = mapping_in(value, "ConversationCharacteristics", "Interruptions", "InterruptionsByInterrupter")
    for speaker in listed:
        for _, item in dicts_in(listed, speaker):
            at = _seconds(item, "BeginOffsetMillis")
            if at is None:
                continue
            last = bisect_right(starts, at + _NEAR)
            around = range(max(last - _AROUND, 0), last)
            cutting = _nearest(messages, around, speaker, at)
            cut_off = _speaking(messages, around, speaker, at)
            if cutting is not None and cut_off is not None and cut_off < cutting:
                messages[cutting] = msgspec.structs.replace(messages[cutting], interrupts=messages[cut_off].id)
    return tuple(messages)


def _nearest(messages: Sequence[Message], around: range, speaker: str, at: float) -> int | None:
    """The turn of this speaker that is being spoken at this time, or else begins nearest to it, within two seconds."""
    best: tuple[float, int] | None = None
    for place in around:
        message = messages[place]
        if message.sender != speaker or message.start_s is None:
            continue
        spoken = message.start_s <= at <= (message.end_s or message.start_s)
        distance = 0.0 if spoken else abs(message.start_s - at)
        if distance <= _NEAR and (best is None or distance <= best[0]):
            best = (distance, place)
    return best[1] if best else None


def _speaking(messages: Sequence[Message], around: range, interrupter: str, at: float) -> int | None:
    """The last turn of somebody else that began before this time and was not over yet."""
    found = None
    for place in around:
        message = messages[place]
        if message.sender == interrupter or message.start_s is None:
            continue
        if message.start_s <= at and (message.end_s is None or message.end_s >= at):
            found = place
    return found
