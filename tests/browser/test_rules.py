from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.browser.desk import Desk


@pytest.fixture
def rules(desk: Desk) -> Desk:
    desk.page.goto("/rules/")
    desk.page.locator("#rules[data-ready=yes]").wait_for()
    return desk


def shown(desk: Desk) -> list[str]:
    return desk.page.locator(".rule-lines li:visible").all_inner_texts()


def count(desk: Desk, tab: str) -> int:
    return int(desk.page.locator(f".kinds a[data-kind='{tab}'] .count").inner_text())


def test_the_rules_are_found_while_one_types(rules: Desk) -> None:
    rules.page.get_by_role("searchbox").fill("last time")

    assert 0 < len(shown(rules)) < 10
    assert any("Brings up last time" in one for one in shown(rules))
    assert count(rules, "") == len(shown(rules))


def test_a_phrasing_is_found_by_the_words_an_agent_would_write(rules: Desk) -> None:
    rules.page.get_by_role("searchbox").fill("you need to restart")

    assert any("Tells them what they need to do" in one for one in shown(rules))


def test_a_kind_is_chosen_and_the_others_still_count_what_they_have(rules: Desk) -> None:
    rules.page.get_by_role("link", name="Boundaries").click()
    assert len(shown(rules)) == count(rules, "boundaries") == 6

    rules.page.get_by_role("searchbox").fill("capitals")
    assert shown(rules) == []
    assert count(rules, "signs") > 0

    rules.page.get_by_role("link", name="Look in all kinds").click()
    assert len(shown(rules)) == count(rules, "") > 0


def test_the_way_back_from_a_rule_leads_to_the_same_list(rules: Desk) -> None:
    rules.page.get_by_role("link", name="Phrasing").click()
    rules.page.get_by_role("searchbox").fill("calm down")
    before = shown(rules)
    rules.page.locator(".rule-lines a:visible").first.click()
    rules.page.wait_for_selector(".rule-page")
    rules.page.go_back()
    rules.page.locator("#rules[data-ready=yes]").wait_for()

    assert shown(rules) == before


def test_ready_words_are_copied_with_the_facts_to_fill_in_brackets(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(permissions=["clipboard-read", "clipboard-write"])
    desk.page.goto("/rules/give_a_time/")
    line = desk.page.locator(".ready li", has_text="[time]").first
    line.get_by_role("button").click()
    line.get_by_text("Copied").wait_for()

    copied = desk.page.evaluate("navigator.clipboard.readText()")
    assert "[time]" in copied
    assert copied in line.inner_text()


def test_a_finding_in_a_reply_leads_to_its_rule_and_the_reply_stays(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk()
    desk.open_thread(desk.post())
    desk.page.locator("#reply").fill("Calm down.")
    link = desk.page.locator("#findings a").first
    with desk.context.expect_page() as opened:
        link.click()

    opened.value.wait_for_selector(".rule-page")
    assert "/rules/says_calm_down/" in opened.value.url
    assert desk.page.locator("#reply").input_value() == "Calm down."
