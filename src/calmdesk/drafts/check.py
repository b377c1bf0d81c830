"""One draft checked: the one place that assembles a `DraftCheck`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import msgspec

from calmdesk.conversation import Conversation, Message, NotRead, Participant, Role, Stance
from calmdesk.drafts import structure
from calmdesk.drafts.missing import missing_in
from calmdesk.drafts.situation import Situation
from calmdesk.drafts.values import DraftCheck, DraftFinding
from calmdesk.drafts.wording import WordingIndex
from calmdesk.moves import MoveEngine, asked_in, move_engine_for
from calmdesk.playbook import Phrasing, Playbook, Severity, Sign
from calmdesk.playbook.detectors import Phrases
from calmdesk.playbook.phrasing import AskedAgain, Wording
from calmdesk.signals import Moment, engine_for
from calmdesk.signals.engine import index_of
from calmdesk.signals.hit import Hit
from calmdesk.signals.moment import READ_AT_MOST, moments_of
from calmdesk.signals.phrases import PhraseIndex, rule_of

_DRAFT = "draft"
_WRITER = "calmdesk:writer"
# What the draft answers, in messages: enough for "already asked" and "an echo", and as quick late in a long thread.
_READ_BEFORE = 40


def check(
    text: str, playbook: Playbook, situation: Situation | None = None, *, silenced: frozenset[str] = frozenset()
) -> DraftCheck:
    """Check one draft in its situation (default: a chat reply, nothing known); `silenced` rules say nothing."""
    situation = situation or Situation()
    engine = _engine_for(playbook)
    moment = _moment(text, playbook, situation)
    not_read = tuple(_not_read(text, moment))
    if moment.language is not None or _is_in_other_letters(text):
        return DraftCheck(channel=situation.channel, not_read=not_read)
    moves = engine.moves.find(moment)
    apologies = tuple((move.start, move.end) for move in moves if move.move == "apologises")
    found = [finding for finding in engine.find(moment, situation, apologies) if finding.rule not in silenced]
    made, asked = tuple(sorted({move.move for move in moves})), len(asked_in(moment))
    return DraftCheck(
        channel=situation.channel,
        findings=tuple(sorted(_apart(found), key=lambda one: (one.start, one.end, one.rule))),
        moves=made,
        questions=asked,
        apologies=len(apologies),
        missing=missing_in(text, made, asked, situation),
        not_read=not_read,
    )


def _not_read(text: str, moment: Moment) -> Iterator[NotRead]:
    if moment.language is not None or _is_in_other_letters(text):
        yield NotRead(part="draft", why="it does not seem to be English, which is all that is read so far")
    elif len(text) > READ_AT_MOST:
        yield NotRead(part="draft", why=f"only its first {READ_AT_MOST:,} characters were read")


def _is_in_other_letters(text: str) -> bool:
    """Whether most letters are none of English: too few words to name a language, and enough to see it is another."""
    letters = [character for character in text[:500] if character.isalpha()]
    return len(letters) > 3 and 2 * sum(character > "\u024f" for character in letters) > len(letters)


class _Engine:
    """A playbook's phrasings, ready to be looked for."""

    def __init__(self, playbook: Playbook) -> None:
        lists = engine_for(playbook).lists
        self.moves: MoveEngine = move_engine_for(playbook)
        self._signs = engine_for(playbook)
        self._wording = {internal: WordingIndex(playbook, internal=internal) for internal in (True, False)}
        self._others: list[tuple[Phrasing, tuple[PhraseIndex, ...]]] = []
        for phrasing in playbook.phrasing.values():
            look = phrasing.look
            if isinstance(look, AskedAgain):
                rules = [
                    rule_of(phrasing.id, Phrases(phrases=of, negation=False), lists) for of in (look.asks, look.given)
                ]
                self._others.append((phrasing, tuple(index_of(playbook, [rule]) for rule in rules)))
            elif not isinstance(look, Wording):
                self._others.append((phrasing, ()))

    def find(
        self, moment: Moment, situation: Situation, apologies: tuple[tuple[int, int], ...]
    ) -> Iterator[DraftFinding]:
        for worded in self._wording[situation.internal].find(moment):
            if _applies(worded.phrasing, situation):
                yield _finding(moment, worded.phrasing, worded.start, worded.end, worded.rewrites)
        # What is a sign of hostility in a message of the desk is one before it is sent.
        for sign, hit in self._signs.hits(moment):
            if sign.detector.speaker == "agent" and hit.end > hit.start:
                yield _sign_finding(moment, sign, hit)
        for phrasing, indexes in self._others:
            if _applies(phrasing, situation) and (phrasing.colleagues if situation.internal else phrasing.requesters):
                for start, end in structure.find(phrasing.look, moment, apologies=apologies, indexes=indexes):
                    yield _finding(moment, phrasing, start, end, ())


@lru_cache(maxsize=16)
def _engine_for(playbook: Playbook) -> _Engine:
    return _Engine(playbook)


def _applies(phrasing: Phrasing, situation: Situation) -> bool:
    if phrasing.channels and situation.channel not in phrasing.channels:
        return False
    holds = {"tense": situation.tense, "leadership": situation.leadership}
    return all(holds[one] for one in phrasing.when)


def _finding(moment: Moment, phrasing: Phrasing, start: int, end: int, rewrites: tuple[str, ...]) -> DraftFinding:
    return DraftFinding(
        rule=phrasing.id,
        practice=phrasing.practice[0],
        start=start,
        end=end,
        quote=moment.text[start:end],
        severity=phrasing.severity,
        why=phrasing.why,
        rewrites=tuple(dict.fromkeys(rewrites)),
    )


def _sign_finding(moment: Moment, sign: Sign, hit: Hit) -> DraftFinding:
    return DraftFinding(
        rule=sign.id,
        practice=sign.practice[0],
        start=hit.start,
        end=hit.end,
        quote=moment.text[hit.start : hit.end],
        severity=Severity.WARN if sign.stance is Stance.HOSTILE else Severity.HINT,
        why=sign.why_it_matters.strip(),
    )


def _apart(findings: Iterable[DraftFinding]) -> Iterator[DraftFinding]:
    """Of findings that lie on the same words, the gravest, then the longest; those about whole paragraphs stay."""
    kept: list[DraftFinding] = []
    for one in sorted(findings, key=lambda one: (-one.severity.rank, one.start - one.end, one.start, one.rule)):
        if one.start == one.end:
            kept.append(one)  # about the draft as a whole: it lies on no words
            continue
        if one.rewrites or one.severity is Severity.WARN or not _within(one, kept):
            if any(one.start < other.end and other.start < one.end and other.rewrites for other in kept):
                continue
            kept.append(one)
    return iter(kept)


def _within(one: DraftFinding, kept: Sequence[DraftFinding]) -> bool:
    return any(other.start <= one.start and one.end <= other.end for other in kept)


def _moment(text: str, playbook: Playbook, situation: Situation) -> Moment:
    """The draft as the next message of the conversation it answers."""
    draft = Message(id=_DRAFT, sender=_WRITER, text=text, channel=situation.channel)
    writer = Participant(id=_WRITER, role=Role.AGENT)
    before, vocabulary = situation.conversation, engine_for(playbook).vocabulary
    if before is None:
        talk = Conversation(id=_DRAFT, channel=situation.channel, participants=(writer,), messages=(draft,))
        return Moment(talk, 0, vocabulary, None, None)
    people = (*before.participants, writer)
    if situation.last is not None:
        talk = msgspec.structs.replace(before, participants=people, messages=(draft,))
        return Moment(talk, 0, vocabulary, situation.last, None)
    messages = (*before.messages[-_READ_BEFORE:], draft)
    *_, last = moments_of(msgspec.structs.replace(before, participants=people, messages=messages), vocabulary)
    return last
