from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from calmdesk.archive import Report, load_report, save_report
from tests.browser.desk import Desk
from tests.web.design.test_backtest import BACKTEST


@pytest.fixture
def report(desk: Desk) -> str:
    folder = desk.server.data / "backtests"
    folder.mkdir(exist_ok=True)
    save_report(folder / "march.json", Report(backtest=BACKTEST))
    return "/backtest/march/"


def test_samples_are_marked_by_keyboard_and_each_sign_gets_its_share(desk: Desk, report: str) -> None:
    desk.page.goto("/backtest/")
    desk.page.get_by_role("link", name="march").click()
    desk.page.locator("#report[data-ready]").wait_for()
    desk.page.evaluate("window.sameDocument = true")

    for place, key in enumerate("rwe", 1):
        desk.page.keyboard.press(key)
        desk.page.locator(f"#sample-{place}.marked").wait_for()

    row = desk.page.locator(".precision tr", has_text="Brings up last time")
    assert "50 %" in row.inner_text()
    assert desk.page.evaluate("window.sameDocument")
    assert desk.page.evaluate("document.activeElement.id") == "sample-4"
    kept = load_report(desk.server.data / "backtests" / "march.json")
    assert sorted(kept.marks.values()) == ["right", "unsure", "wrong"]


def test_axe_finds_nothing_serious_on_a_report(
    desk: Desk, report: str, seriously_wrong: Callable[[Any], list[str]]
) -> None:
    desk.page.goto(report)

    assert seriously_wrong(desk.page) == []
