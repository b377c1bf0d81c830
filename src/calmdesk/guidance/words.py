"""Ready words that fit: this channel, this situation, these facts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

import re2

from calmdesk.conversation import Channel, Conversation
from calmdesk.playbook import Say

MOST = 3
_SLOT = re2.compile(r"\{([a-z]+)\}")
_REPLY = re2.compile(r"(?i)^(?:(?:re|fw|fwd|aw|wg)\s*:\s*|\[[^\]]{1,30}\]\s*|(?:urgent|help|asap)\b[!:, -]*)+")
_PLAIN = re2.compile(r"^[A-Za-z][A-Za-z0-9 '/-]{2,28}$")
# A subject that tells rather than names is no issue to speak of.
_TELLS = re2.compile(
    r"(?i)\b(?:not|can't|cannot|won't|doesn't|isn't|again|still|need|needs|is|are|my|i|why|please|how)\b"
)
_LONGEST_NAME = 3


def fitting(
    said: Iterable[Say], *, channel: Channel, situations: Collection[str], facts: Mapping[str, str]
) -> tuple[str, ...]:
    """At most three wordings, those made for the situation first; none that needs a fact which is not known."""
    ready = [
        (not say.situations, place, filled)
        for place, say in enumerate(said)
        if (not say.channels or channel in say.channels)
        and (not say.situations or not set(say.situations).isdisjoint(situations))
        and (filled := _filled(say.text, facts)) is not None
    ]
    return tuple(dict.fromkeys(text for *_, text in sorted(ready)))[:MOST]


def facts_of(conversation: Conversation, person: str) -> dict[str, str]:
    """What ready words may be filled with: the issue where the subject names one, the person's name."""
    facts: dict[str, str] = {}
    issue = issue_of(conversation.subject or "")
    if issue:
        facts["issue"] = issue
    for one in conversation.participants:
        if one.id == person and one.name and "@" not in one.name and len(one.name.split()) <= _LONGEST_NAME:
            facts["name"] = one.name.split()[0]
    return facts


def issue_of(subject: str) -> str:
    """The subject `Re: VPN` as `the VPN`; empty where a subject is no short name of a thing."""
    plain = _REPLY.sub("", subject).strip(" .!?:-")
    if not _PLAIN.match(plain) or len(plain.split()) > _LONGEST_NAME or _TELLS.search(plain):
        return ""
    first, _, rest = plain.partition(" ")
    # "Printer" in a subject is no name; "VPN" and "SharePoint" are written so everywhere.
    first = first if not first[1:].islower() or any(c.isdigit() for c in first) else first.lower()
    whole = f"{first} {rest}" if rest else first
    return whole if whole.startswith("the ") else f"the {whole}"


def _filled(text: str, facts: Mapping[str, str]) -> str | None:
    needed = {found[1] for found in _SLOT.finditer(text)}
    if needed - facts.keys():
        return None
    filled: str = _SLOT.sub(lambda slot: facts[slot[1]], text)
    return filled[:1].upper() + filled[1:]
