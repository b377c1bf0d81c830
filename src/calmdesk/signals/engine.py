"""A playbook made ready to run. Compiling takes milliseconds; keep the engine and use it for every conversation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache, partial

from calmdesk.conversation import Channel
from calmdesk.playbook import Playbook, Sign
from calmdesk.playbook import detectors as kinds
from calmdesk.signals.compiled import Lists
from calmdesk.signals.detectors import (
    capitals,
    chase,
    curt_answer,
    interruption,
    loudness,
    pace,
    punctuation,
    recipients,
    repetition,
    shrinking,
    sidestep,
    silence,
    talk_time,
)
from calmdesk.signals.disguise import Vocabulary
from calmdesk.signals.hit import Hit
from calmdesk.signals.moment import Moment
from calmdesk.signals.phrases import PhraseIndex, PhraseRule, rule_of

Find = Callable[[Moment], Iterator[Hit]]


class Engine:
    """Everything that looks at one message, in the shape that is fast to run."""

    def __init__(self, playbook: Playbook) -> None:
        self.playbook = playbook
        self.lists = Lists({name: words.entries for name, words in playbook.words.items()})
        rules = [
            rule_of(sign.id, sign.detector, self.lists)
            for sign in playbook.signs.values()
            if isinstance(sign.detector, kinds.Phrases)
        ]
        self.vocabulary = _vocabulary(playbook, rules)
        self.phrases = {
            desk: index_of(playbook, [rule for rule in rules if _speaks(rule.settings.speaker, desk=desk)])
            for desk in (True, False)
        }
        self._others = _by_speaker(
            (sign, _detector(sign, playbook))
            for sign in playbook.signs.values()
            if not isinstance(sign.detector, kinds.Phrases)
        )

    def hits(self, moment: Moment) -> Iterator[tuple[Sign, Hit]]:
        """Every sign seen in one message."""
        channel = moment.channel
        for rule_id, hit in self.phrases[moment.from_desk].find(moment):
            sign = self.playbook.signs[rule_id]
            if not sign.channels or channel in sign.channels:
                yield sign, hit
        for sign, find in self._others[channel, moment.from_desk]:
            for hit in find(moment):
                yield sign, hit


@lru_cache(maxsize=16)
def engine_for(playbook: Playbook) -> Engine:
    """The engine of a playbook, made once."""
    return Engine(playbook)


def index_of(playbook: Playbook, rules: list[PhraseRule]) -> PhraseIndex:
    """A phrase index that knows this playbook's words of negation."""
    return PhraseIndex(rules, _word_set(playbook, "negators"), _pair_set(playbook, "not_negators"))


def _speaks(speaker: str, *, desk: bool) -> bool:
    return speaker == "anyone" or (speaker == "agent") == desk


def _by_speaker(detectors: Iterable[tuple[Sign, Find]]) -> Mapping[tuple[Channel, bool], tuple[tuple[Sign, Find], ...]]:
    """What is looked for on each channel, for the desk (True) and for everybody else."""
    known = tuple(detectors)
    return {
        (channel, desk): tuple(
            (sign, find)
            for sign, find in known
            if (not sign.channels or channel in sign.channels) and _speaks(sign.detector.speaker, desk=desk)
        )
        for channel in Channel
        for desk in (True, False)
    }


def _detector(sign: Sign, playbook: Playbook) -> Find:
    settings = sign.detector
    match settings:
        case kinds.Capitals():
            emphatic = frozenset(playbook.words[settings.emphatic].entries) if settings.emphatic else frozenset()
            everyday = frozenset(playbook.words["everyday"].entries) if "everyday" in playbook.words else frozenset()
            return partial(capitals.find, settings, emphatic=emphatic, everyday=everyday)
        case kinds.Punctuation():
            return partial(punctuation.find, settings)
        case kinds.CurtAnswer():
            return partial(curt_answer.find, settings)
        case kinds.Shrinking():
            return partial(shrinking.find, settings)
        case kinds.Repetition():
            return partial(repetition.find, settings)
        case kinds.Chase():
            return partial(chase.find, settings)
        case kinds.Sidestep():
            return partial(sidestep.find, settings)
        case kinds.Recipients():
            return partial(recipients.find, settings)
        case kinds.Interruption():
            return partial(interruption.find, settings)
        case kinds.Loudness():
            return partial(loudness.find, settings)
        case kinds.Pace():
            return partial(pace.find, settings)
        case kinds.TalkTime():
            return partial(talk_time.find, settings)
        case kinds.Silence():
            return partial(silence.find, settings)
        case kinds.Learned():
            return _unheard  # the model hears it, once the signs are known
        case kinds.Phrases():
            raise AssertionError("phrases are found together, by the index")


def _unheard(_: Moment) -> Iterator[Hit]:
    return iter(())


def _vocabulary(playbook: Playbook, rules: list[PhraseRule]) -> Vocabulary:
    known = frozenset(word for rule in rules for phrase in rule.phrases for word in phrase.words)
    # Lists in order of name, words as they stand: a strong swear word is meant sooner than a slur of the same length.
    hidden = dict.fromkeys(
        entry.encode("ascii", "ignore")
        for words in playbook.words.values()
        if words.disguised
        for entry in words.entries
        if entry.isalpha() and len(entry) > 3
    )
    return Vocabulary(known, hidden)


def _word_set(playbook: Playbook, name: str) -> frozenset[bytes]:
    return frozenset(_plain(entry) for entry in _entries(playbook.words, name))


def _pair_set(playbook: Playbook, name: str) -> frozenset[bytes]:
    return frozenset(b" ".join(_plain(word) for word in entry.split()) for entry in _entries(playbook.words, name))


def _entries(words: Mapping[str, object], name: str) -> tuple[str, ...]:
    found = words.get(name)
    return getattr(found, "entries", ())


def _plain(entry: str) -> bytes:
    return entry.replace("'", "").encode("ascii", "ignore")
