"""Findings drawn by seed for a person to judge: the same export and seed give the same samples, in any order."""

from __future__ import annotations

from collections import defaultdict
from hashlib import blake2b

import msgspec

from calmdesk.conversation import Conversation, Finding

_AROUND = 240


class Sample(msgspec.Struct, frozen=True, kw_only=True):
    """One finding with the words around it and what the other side said right before."""

    key: str
    rule: str
    conversation: str
    message: str
    before: str
    quote: str
    after: str
    said_before: str
    reason: str

    def __repr__(self) -> str:
        return f"Sample(key={self.key!r}, rule={self.rule!r})"


class Drawer:
    """Keeps, for each rule, the `most` findings that the seed ranks first, however many pass by."""

    def __init__(self, seed: int, most: int) -> None:
        self._seed = seed
        self._most = most
        self._kept: dict[str, dict[str, Sample]] = defaultdict(dict)

    def offer(self, conversation: Conversation, finding: Finding) -> None:
        key = _key(self._seed, conversation, finding)
        kept = self._kept[finding.rule]
        if len(kept) < self._most or key < max(kept):
            kept[key] = _sample(key, conversation, finding)
            if len(kept) > self._most:
                del kept[max(kept)]

    def drawn(self) -> tuple[Sample, ...]:
        """Up to `most` samples, taken from the rules in turn so that each rule is heard."""
        lines = {rule: sorted(kept) for rule, kept in sorted(self._kept.items())}
        chosen: list[Sample] = []
        turn = 0
        while len(chosen) < self._most and any(turn < len(keys) for keys in lines.values()):
            for rule, keys in lines.items():
                if turn < len(keys) and len(chosen) < self._most:
                    chosen.append(self._kept[rule][keys[turn]])
            turn += 1
        return tuple(chosen)


def _key(seed: int, conversation: Conversation, finding: Finding) -> str:
    place = f"{seed}\0{conversation.id}\0{finding.message}\0{finding.rule}\0{finding.start}\0{finding.end}"
    return blake2b(place.encode(), digest_size=12).hexdigest()


def _sample(key: str, conversation: Conversation, finding: Finding) -> Sample:
    index = conversation.index(finding.message)
    message = conversation.messages[index]
    others = [earlier.text for earlier in conversation.messages[:index] if earlier.sender != message.sender]
    return Sample(
        key=key,
        rule=finding.rule,
        conversation=conversation.id,
        message=finding.message,
        before=message.text[max(0, finding.start - _AROUND) : finding.start],
        quote=finding.quote,
        after=message.text[finding.end : finding.end + _AROUND],
        said_before=others[-1][-_AROUND:] if others else "",
        reason=finding.reasons[0],
    )
