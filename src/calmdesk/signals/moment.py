"""One message as it stood when it had just arrived: what a detector may look at, and nothing later."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from calmdesk.conversation import DESK_SIDE, Channel, Conversation, Message, Role
from calmdesk.signals.disguise import Vocabulary, uncover
from calmdesk.signals.fold import Folded, fold
from calmdesk.signals.language import foreign_language, may_be_foreign, too_short_to_tell
from calmdesk.signals.lazy import lazy
from calmdesk.signals.needed import QUOTE
from calmdesk.signals.sentences import sentences_of
from calmdesk.signals.zones import Zone, own_words, zones_of

T = TypeVar("T")
READ_AT_MOST = 25_000
# No sign looks further back: a conversation of fifty thousand messages must not take their square.
LOOK_BACK = 300
_WORD_TABLE = bytes(code if 97 <= code <= 122 or 48 <= code <= 57 else 32 for code in range(256))


class Moment:
    """
    `earlier` is the moment before, `own_earlier` the same person's last one; chains of them are the past.

    `after_desk`: whether anyone at the desk has spoken before.
    """

    def __init__(
        self,
        conversation: Conversation,
        index: int,
        vocabulary: Vocabulary,
        earlier: Moment | None,
        own_earlier: Moment | None,
    ) -> None:
        self.conversation = conversation
        self.message: Message = conversation.messages[index]
        self.role: Role = conversation.role_of(self.message)
        self.text: str = self.message.text[:READ_AT_MOST]
        self.earlier = earlier
        self.own_earlier = own_earlier
        self.after_desk: bool = earlier is not None and (earlier.after_desk or (earlier.from_desk and earlier.spoken))
        self._vocabulary = vocabulary
        self._own_notes: dict[Any, Any] = {}
        self._shared_notes: dict[Any, Any] = {} if earlier is None else earlier._shared_notes

    def once(self, work: Callable[[Moment], T]) -> T:
        """What `work` says of this moment, worked out once: the next three hundred messages may ask again."""
        if work not in self._own_notes:
            self._own_notes[work] = work(self)
        found: T = self._own_notes[work]
        return found

    def once_for_all(self, work: Callable[[Conversation], T]) -> T:
        """What `work` says of the whole conversation, worked out once. Whoever asks looks only at what came before."""
        if work not in self._shared_notes:
            self._shared_notes[work] = work(self.conversation)
        found: T = self._shared_notes[work]
        return found

    @property
    def channel(self) -> Channel:
        return self.conversation.channel_of(self.message)

    @property
    def from_desk(self) -> bool:
        return self.role in DESK_SIDE

    @property
    def spoken(self) -> bool:
        """Whether a person wrote or said this, as against a machine."""
        return self.role is not Role.SYSTEM and not self.message.automatic

    @lazy
    def folded(self) -> Folded:
        return uncover(fold(self.text), self._vocabulary)

    @lazy
    def words(self) -> frozenset[bytes]:
        return frozenset(words_of(self.folded.data))

    @lazy
    def word_count(self) -> int:
        return len(words_of(self.folded.data))

    @lazy
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Start and end of each sentence."""
        return tuple(sentences_of(self.text))

    @lazy
    def words_and_parts(self) -> frozenset[bytes]:
        """The words, what stands on either side of an apostrophe (for phrases that write am|'m), and the quote mark."""
        data = self.folded.data
        found = self.words
        if b"'" in data:
            found = found.union(parts_of(data))
        return found | QUOTE if b'"' in data else found

    @lazy
    def zones(self) -> tuple[Zone, ...]:
        return zones_of(self.text)

    @lazy
    def language(self) -> str | None:
        """The code of a language that is not read, or None; too short to tell is judged by what came before."""
        moment: Moment | None = self
        # Back to the last one that is long enough or known; in a loop, for thousands may be too short in a row.
        while moment is not None:
            if may_be_foreign(moment.text, moment.words):
                return foreign_language(own_words(moment.text, moment.zones))
            moment = moment.own_earlier if too_short_to_tell(moment.words) else None
            if moment is not None and "language" in moment.__dict__:
                return moment.language
        return None

    def past(self) -> Iterator[Moment]:
        """Earlier moments, newest first, `LOOK_BACK` at most."""
        moment = self.earlier
        for _ in range(LOOK_BACK):
            if moment is None:
                return
            yield moment
            moment = moment.earlier

    def own_past(self) -> Iterator[Moment]:
        """The same person's earlier moments, newest first, `LOOK_BACK` at most."""
        moment = self.own_earlier
        for _ in range(LOOK_BACK):
            if moment is None:
                return
            yield moment
            moment = moment.own_earlier

    @lazy
    def answers(self) -> Moment | None:
        """The desk's message this one comes right after, or None."""
        for moment in self.past():
            if moment.spoken and not moment.message.internal:
                return moment if moment.from_desk else None
        return None


def moments_of(conversation: Conversation, vocabulary: Vocabulary) -> Iterator[Moment]:
    """Each message in turn, linked to what came before it."""
    earlier: Moment | None = None
    own: dict[str, Moment] = {}
    for index, message in enumerate(conversation.messages):
        earlier = Moment(conversation, index, vocabulary, earlier, own.get(message.sender))
        own[message.sender] = earlier
        yield earlier


def words_of(folded: bytes) -> list[bytes]:
    """Words in order, apostrophes left out: "don't" is `dont`."""
    return folded.translate(_WORD_TABLE, b"'").split()


def parts_of(folded: bytes) -> list[bytes]:
    """What stands on either side of apostrophes, too: "i'm" is `i` and `m`, for phrases that write (am|'m)."""
    return folded.translate(_WORD_TABLE).split()
