"""What was not judged, in as few lines as say it: about this conversation first, about this version apart."""

from __future__ import annotations

from collections import defaultdict

import msgspec

from calmdesk.conversation import Conversation, NotRead
from calmdesk.reading.values import Reading
from calmdesk.web.design import words

# Parts that no conversation gets, whatever is in it.
_OF_THE_VERSION = frozenset({"stance_p", "derailment", "moves", "escalation", "ladder", "promises", "guidance"})


class NotReadLine(msgspec.Struct, frozen=True):
    """A part that was not judged, and why; `places` are messages, where it is about some of them."""

    part: str
    why: str
    places: tuple[int, ...] = ()


def of_conversation(conversation: Conversation, reading: Reading) -> tuple[NotReadLine, ...]:
    """What was not judged in this conversation; messages with the same reason share a line. Silenced rules are shown
    elsewhere, with their undo.
    """
    places = {f"message {message.id}": place for place, message in enumerate(conversation.messages, 1)}
    lines: list[NotReadLine] = []
    messages: dict[str, list[int]] = defaultdict(list)
    for item in reading.not_read:
        if item.part in places:
            messages[item.why].append(places[item.part])
        elif item.part not in _OF_THE_VERSION and not _is_silenced(item):
            lines.append(NotReadLine(words.part_word(item.part), words.sentence(item.why)))
    grouped = [
        NotReadLine(f"{'Messages' if len(found) > 1 else 'Message'} {ranges(found)}", words.sentence(why), tuple(found))
        for why, found in messages.items()
    ]
    return (*grouped, *lines)


def of_version(reading: Reading) -> tuple[NotReadLine, ...]:
    """What this version, as it is installed, judges in no conversation; parts with the same reason share a line."""
    parts: dict[str, list[str]] = defaultdict(list)
    for item in reading.not_read:
        if item.part in _OF_THE_VERSION:
            parts[item.why].append(words.part_word(item.part))
    return tuple(NotReadLine(", ".join(found), words.sentence(why)) for why, found in parts.items())


def ranges(places: list[int]) -> str:
    """`1–3, 5 and 8` for a list of places."""
    runs: list[list[int]] = []
    for place in sorted(set(places)):
        if runs and place == runs[-1][-1] + 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    shown = [str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


def _is_silenced(item: NotRead) -> bool:
    return item.part.startswith("sign ") and item.why == "silenced"
