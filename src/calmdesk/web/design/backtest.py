"""The page of a backtest: what was found in one's own past, and samples of it to mark right or wrong."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from calmdesk.archive import Backtest, Rate, Sample
from calmdesk.playbook import Playbook
from calmdesk.web.design import words
from calmdesk.web.design.tone import Tone, tone_of_stance


class RuleRow(msgspec.Struct, frozen=True):
    """One sign: how often it was found, and how often it was right where somebody looked.

    `low`, `high` and `share` are percent as text, empty where nothing was marked yet.
    """

    rule: str
    title: str
    tone: Tone
    found: int
    marked: int
    right: int
    share: str
    low: str
    high: str
    width: str


class SampleView(msgspec.Struct, frozen=True):
    """One finding to be marked; `mark` is right, wrong, unsure or empty."""

    key: str
    rule: str
    title: str
    tone: Tone
    said_before: str
    before: str
    quote: str
    after: str
    reason: str
    mark: str


class WeekRow(msgspec.Struct, frozen=True):
    """How many signs one week had."""

    week: str
    found: int


class BacktestView(msgspec.Struct, frozen=True):
    """Everything the page shows."""

    name: str
    conversations: int
    messages: int
    facts: tuple[tuple[str, int], ...]
    rules: tuple[RuleRow, ...]
    samples: tuple[SampleView, ...]
    weeks: tuple[WeekRow, ...]
    not_judged: tuple[tuple[str, int], ...]
    refused: tuple[tuple[str, int], ...]

    @property
    def open(self) -> int:
        """How many samples nobody has marked."""
        return sum(not sample.mark for sample in self.samples)


def backtest_view(
    name: str, backtest: Backtest, marks: Mapping[str, str], rates: Mapping[str, Rate], playbook: Playbook
) -> BacktestView:
    """The page of one report; `rates` holds each sign's share of right ones among the marked."""
    found = sorted(backtest.by_sign.items(), key=lambda item: (-item[1], item[0]))
    return BacktestView(
        name=name,
        conversations=backtest.conversations,
        messages=backtest.messages,
        facts=(
            ("calm", backtest.calm),
            ("with a first shift", backtest.shifted),
            ("rising or above", backtest.raised),
            ("with conduct", backtest.conduct),
        ),
        rules=tuple(_rule_row(rule, count, rates.get(rule), playbook) for rule, count in found),
        samples=tuple(_sample(sample, marks.get(sample.key, ""), playbook) for sample in backtest.samples),
        weeks=tuple(WeekRow(week, sum(signs.values())) for week, signs in sorted(backtest.by_week.items())),
        not_judged=tuple(sorted(backtest.not_judged.items(), key=lambda item: -item[1])),
        refused=tuple(sorted(backtest.refused.items(), key=lambda item: -item[1])),
    )


def _rule_row(rule: str, count: int, rate: Rate | None, playbook: Playbook) -> RuleRow:
    title, tone = _named(rule, playbook)
    if rate is None or not rate.n:
        return RuleRow(rule, title, tone, count, 0, 0, "", "", "", "")
    low, high = 100 * rate.low, 100 * rate.high
    return RuleRow(
        rule,
        title,
        tone,
        count,
        rate.n,
        rate.hits,
        f"{100 * rate.hits / rate.n:.0f}",
        f"{low:.0f}",
        f"{high:.0f}",
        f"{high - low:.0f}",
    )


def _sample(sample: Sample, mark: str, playbook: Playbook) -> SampleView:
    title, tone = _named(sample.rule, playbook)
    return SampleView(
        sample.key,
        sample.rule,
        title,
        tone,
        sample.said_before,
        sample.before,
        sample.quote,
        sample.after,
        words.sentence(sample.reason),
        str(mark),
    )


def _named(rule: str, playbook: Playbook) -> tuple[str, Tone]:
    sign = playbook.signs.get(rule)
    if sign is None:
        return rule.replace("_", " ").capitalize(), Tone.NOTE
    return sign.title, tone_of_stance(sign.stance)
