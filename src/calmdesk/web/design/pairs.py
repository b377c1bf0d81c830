"""The drafts that prove a phrasing: what stands there, and what it says instead."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from calmdesk.conversation import Channel
from calmdesk.playbook import Example, Pair, Phrasing, Severity
from calmdesk.playbook.examples import unmark
from calmdesk.web.design import words
from calmdesk.web.design.rule_examples import ExampleLine, example_view
from calmdesk.web.design.segments import Mark, Run, runs_of
from calmdesk.web.design.tone import Tone


class PairView(msgspec.Struct, frozen=True):
    """A draft with its marks, what becomes of it, what was said before it, why it is here, and where it stands."""

    said: tuple[ExampleLine, ...]
    before: tuple[Run, ...]
    after: str
    because: str
    where: str


class PairGroup(msgspec.Struct, frozen=True):
    """Drafts of one kind under a heading that says what they prove."""

    name: str
    title: str
    note: str
    pairs: tuple[PairView, ...]


def pair_groups(phrasing: Phrasing) -> Iterable[PairGroup]:
    """The groups that hold something."""
    offers = any(pair.after for pair in phrasing.match)
    tone = tone_of_severity(phrasing.severity)
    found = "The marked words must be found, to the letter."
    for name, title, note, pairs in (
        ("match", "What to say instead" if offers else "Found", found, phrasing.match),
        ("no_match", "Near misses", "Close, and must stay quiet. Each says why.", phrasing.no_match),
        ("known_miss", "Known misses", "Should be found and is not yet.", phrasing.known_miss),
        ("known_false_alarm", "Known false alarms", "Is found and should not be.", phrasing.known_false_alarm),
    ):
        if pairs:
            yield PairGroup(name, title, note, tuple(_view(pair, tone) for pair in pairs))


def tone_of_severity(severity: Severity) -> Tone:
    """How words of a draft are drawn, as in the reply."""
    return Tone.ISSUE if severity is Severity.WARN else Tone.NOTE


def _view(pair: Pair, tone: Tone) -> PairView:
    text, spans = unmark(pair.before.strip("\n"), "draft")
    said = Example(dialogue=pair.said, channel=pair.channel, leadership=pair.leadership)
    return PairView(
        said=example_view(said, tone).lines if pair.said else (),
        before=runs_of(text, [Mark(span.start, span.end, "found", tone) for span in spans]),
        after=pair.after.strip("\n"),
        because=words.sentence(pair.because),
        where=_where(pair),
    )


def _where(pair: Pair) -> str:
    said = ["note to colleagues"] if pair.internal else []
    said += [words.CHANNEL[pair.channel].lower()] if pair.channel is not Channel.CHAT else []
    said += ["leadership in copy"] if pair.leadership else []
    return ", ".join(said)
