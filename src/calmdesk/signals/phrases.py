"""All phrase signs at once: the words of a message lead to the few phrases that can be in it."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from calmdesk.conversation import Channel
from calmdesk.playbook.detectors import Phrases
from calmdesk.signals.compiled import CompiledPhrase, Lists
from calmdesk.signals.hit import Hit
from calmdesk.signals.moment import Moment, words_of
from calmdesk.signals.needed import Bits, Choices, keys_of, met
from calmdesk.signals.pieces import Piece, pieces_of
from calmdesk.signals.zones import touches

_SENTENCE_ENDS = b".!?\n\x1b;"
_CLAUSE_ENDS = b".!?\n\x1b;,:"
_NEGATION_REACH = 4
_AT = ord("@")
# A sentence is looked at no further than this from the words that were found: a text without a full stop would
# otherwise be read again for each of its hits.
_REACH = 1_000


class PhraseRule(NamedTuple):
    """One sign's phrases, ready to match."""

    id: str
    settings: Phrases
    phrases: tuple[CompiledPhrase, ...]
    unless: tuple[CompiledPhrase, ...]


class Entry(NamedTuple):
    """A phrase under one of its rarest words, with what else a text must hold, in bits, the quickest test first."""

    rule: PhraseRule
    phrase: CompiledPhrase
    also: int
    more: tuple[int, ...]
    choices: Choices


class PhraseIndex:
    """Phrases of many rules, found by the rarest words they need."""

    def __init__(self, rules: Sequence[PhraseRule], negators: frozenset[bytes], not_negators: frozenset[bytes]) -> None:
        self._bits = Bits(phrase.need for rule in rules for phrase in rule.phrases)
        by_word: dict[bytes, list[Entry]] = defaultdict(list)
        self._always: list[Entry] = []
        for rule in rules:
            for phrase in rule.phrases:
                key, *others = keys_of(phrase.need) or [frozenset[bytes]()]
                also, *more = [self._bits.group(group) for group in others] or [-1]
                entry = Entry(rule, phrase, also, tuple(more), self._bits.choices(phrase.need))
                for word in key:
                    by_word[word].append(entry)
                if not key:
                    self._always.append(entry)
        # For every word that any phrase needs: its bit, and the phrases that are found under it.
        self._words: Mapping[bytes, tuple[int, list[Entry]]] = {
            word: (self._bits.mask(frozenset({word})), by_word.get(word, [])) for word in self._bits.words
        }
        self._negators = negators
        self._not_negators = not_negators

    def find(self, moment: Moment) -> Iterator[tuple[str, Hit]]:
        """Every hit of every rule in one message, longest first where hits of one rule overlap."""
        found: dict[str, list[tuple[int, int]]] = {}
        for piece in pieces_of(moment.folded.data):
            self._look(moment, piece, found)
        for rule_id, spans in found.items():
            for start, end in _longest(spans):
                yield rule_id, Hit(start, end)

    def _look(self, moment: Moment, piece: Piece, found: dict[str, list[tuple[int, int]]]) -> None:
        """Try the phrases that can be in one sentence; each step here is a plain one, for it runs for every phrase."""
        known = [entry for entry in map(self._words.get, piece.words) if entry is not None]
        mask = 0
        for bit, _ in known:
            mask |= bit
        tried: set[CompiledPhrase] = set()
        for _, entries in known:
            for rule, phrase, also, more, choices in entries:
                if not also & mask:
                    continue
                for group in more:
                    if not group & mask:
                        break
                else:
                    if phrase in tried or (choices and not met(choices, mask)):
                        continue
                    tried.add(phrase)
                    if phrase.pattern.search(piece.data) is not None:
                        self._keep(moment, piece, rule, phrase, found)
        for entry in self._always:
            self._keep(moment, piece, entry.rule, entry.phrase, found)

    def _keep(
        self,
        moment: Moment,
        piece: Piece,
        rule: PhraseRule,
        phrase: CompiledPhrase,
        found: dict[str, list[tuple[int, int]]],
    ) -> None:
        if _applies(rule.settings, moment):
            for span in self._spans(moment, piece, rule, phrase):
                found.setdefault(rule.id, []).append(span)

    def _spans(
        self, moment: Moment, piece: Piece, rule: PhraseRule, phrase: CompiledPhrase
    ) -> Iterator[tuple[int, int]]:
        folded = moment.folded
        # In notes from the counter the agent writes down, in quotation marks, what the person said.
        quoted_speech = rule.settings.in_quotes or moment.channel is Channel.IN_PERSON
        at = 0
        while (match := phrase.pattern.search(piece.data, at)) is not None:
            start, end = _trimmed(folded.data, piece.start + match.start(1), piece.start + match.end(1))
            at = max(match.end(1), match.start() + 1)
            if end <= start or self._harmless(moment, start, end, rule, phrase):
                continue
            real = folded.back(start, end)
            if not touches(moment.zones, *real, in_quotes=quoted_speech):
                yield real

    def _harmless(self, moment: Moment, start: int, end: int, rule: PhraseRule, phrase: CompiledPhrase) -> bool:
        data = moment.folded.data
        if rule.settings.negation and self._negated(data, start, end, phrase):
            return True
        if not rule.unless:
            return False
        first = _last_of(_SENTENCE_ENDS, data, start)
        ends = [place for mark in _SENTENCE_ENDS if (place := data.find(bytes([mark]), end, end + _REACH)) >= 0]
        sentence = data[first : min(ends, default=end + _REACH) + 1]
        words = moment.words_and_parts
        return any(phrase.may_be_in(words) and phrase.pattern.search(sentence) for phrase in rule.unless)

    def _negated(self, data: bytes, start: int, end: int, phrase: CompiledPhrase) -> bool:
        """Whether a "not" stands shortly before, or in a gap of, the words that were found."""
        inside = self._negators.intersection(words_of(data[start:end]))
        if inside - phrase.words:
            return True
        first = _last_of(_CLAUSE_ENDS, data, start)
        before = words_of(data[first:start])[-_NEGATION_REACH:]
        for place, word in enumerate(before):
            if word in self._negators:
                after = before[place + 1] if place + 1 < len(before) else (words_of(data[start:end]) or [b""])[0]
                if word + b" " + after not in self._not_negators:
                    return True
        return False


def rule_of(rule_id: str, settings: Phrases, lists: Lists) -> PhraseRule:
    """One sign's phrases, compiled."""
    return PhraseRule(
        rule_id,
        settings,
        tuple(CompiledPhrase(text, lists) for text in settings.phrases),
        tuple(CompiledPhrase(text, lists) for text in settings.unless),
    )


def _applies(settings: Phrases, moment: Moment) -> bool:
    if not settings.opening and moment.own_earlier is None:
        return False
    if settings.after_desk and not moment.after_desk:
        return False
    return settings.max_words is None or moment.word_count <= settings.max_words


def _trimmed(data: bytes, start: int, end: int) -> tuple[int, int]:
    """Without the punctuation that an edge mark took in."""
    while start < end and (data[start] in b" \t\n.!?:;,'\"*_\x1b" or data[start] == _AT):
        # "@name" that an edge mark took in, up to the space behind it.
        start += len(data[start:end].split(maxsplit=1)[0]) if data[start] == _AT else 1
    while end > start and data[end - 1] in b" \t\n.!?:;,'\"*_)\x1b":
        end -= 1
    return start, end


def _last_of(marks: bytes, data: bytes, end: int) -> int:
    """Where what stands before `end` begins, without what lies before one of these marks or out of reach."""
    start = max(0, end - _REACH)
    return max(start, *(data.rfind(bytes([mark]), start, end) + 1 for mark in marks))


def _longest(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for start, end in sorted(set(spans), key=lambda span: (span[0] - span[1], span[0])):
        place = bisect_left(kept, (start, end))
        if (place == 0 or kept[place - 1][1] <= start) and (place == len(kept) or end <= kept[place][0]):
            kept.insert(place, (start, end))
    return kept
