from __future__ import annotations

from calmdesk.archive import Backtest, Mark, Sample, precision
from calmdesk.web.design.backtest import BacktestView, backtest_view
from tests.web.design import examples

SAMPLES = tuple(
    Sample(
        key=f"k{place}",
        rule=rule,
        conversation="c1",
        message="m3",
        before="5.1. ",
        quote="Last time this happened",
        after=" nobody called back.",
        said_before="Which version?",
        reason="brings up last time",
    )
    for place, rule in enumerate(["brings_up_last_time"] * 3 + ["gone_rule"])
)
BACKTEST = Backtest(
    conversations=10,
    messages=80,
    calm=7,
    shifted=2,
    raised=1,
    conduct=0,
    by_sign={"gone_rule": 1, "brings_up_last_time": 3},
    by_week={"2026-W02": {"brings_up_last_time": 3, "gone_rule": 1}},
    refused={"no known format": 2},
    not_judged={"it seems to be German": 4},
    samples=SAMPLES,
)


def test_a_sign_shows_its_share_of_right_ones_with_its_interval_and_only_where_somebody_looked() -> None:
    first, second = view({"k0": Mark.RIGHT, "k1": Mark.WRONG}).rules

    assert (first.title, first.found, first.marked, first.share) == ("Brings up last time", 3, 2, "50")
    assert float(first.low) < 50 < float(first.high)
    assert (second.title, second.found, second.share) == ("Gone rule", 1, "")


def test_what_is_not_marked_yet_is_counted() -> None:
    assert view({}).open == 4
    assert view({"k0": Mark.UNSURE}).open == 3


def test_weeks_add_up_all_signs() -> None:
    assert [(row.week, row.found) for row in view({}).weeks] == [("2026-W02", 4)]


def view(marks: dict[str, Mark]) -> BacktestView:
    return backtest_view("march", BACKTEST, marks, precision(SAMPLES, marks), examples.PLAYBOOK)
