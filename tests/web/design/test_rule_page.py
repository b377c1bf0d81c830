from __future__ import annotations

import msgspec
import pytest

from calmdesk.playbook import Rule
from calmdesk.web.design.rule_page import rule_page
from tests.talk import builtin
from tests.web.design import examples


def page(name: str):
    return rule_page(builtin().rules[name], builtin())


def test_the_page_shows_the_marked_words_of_each_example_and_why_a_near_miss_is_one() -> None:
    shown = rule_page(examples.SIGNS["brings_up_last_time"], examples.PLAYBOOK)
    match, no_match, known_miss = shown.groups

    marked = [run.text for line in match.examples[0].lines for run in line.runs if run.keys]
    assert marked == ["Last time this happened", "third time this week"]
    assert no_match.examples[0].because == "Names the earlier fix, does not complain about it."
    assert known_miss.name == "known_miss"


@pytest.mark.parametrize("rule", builtin().rules.values(), ids=lambda rule: rule.id)
def test_every_rule_has_a_page_that_says_why_and_shows_how(rule: Rule) -> None:
    shown = rule_page(rule, builtin())

    assert shown.why
    assert shown.practice == rule.practice
    assert shown.groups or shown.pairs or shown.ready
    assert bool(shown.innocent) is (shown.kind in ("signs", "triggers", "phrasing"))
    assert bool(shown.ready) is (shown.kind in ("next_moves", "boundaries"))
    assert (shown.looks_for is None) is (shown.kind == "next_moves")


def test_a_phrasing_says_its_family_and_how_grave_it_is() -> None:
    assert page("says_calm_down").tags[:3] == ("Phrasing", "Telling people to calm down", "may make it worse")


def test_a_boundary_says_its_rung() -> None:
    assert "Rung 3 of 5" in page("name_the_behaviour").tags


def test_a_rule_that_is_for_some_channels_names_them() -> None:
    assert "Mail only" in page("says_as_i_said").tags


def test_a_source_that_left_the_playbook_is_named_by_its_id() -> None:
    sign = examples.SIGNS["brings_up_last_time"]
    source = msgspec.structs.replace(sign.source, document="lost")
    assert rule_page(msgspec.structs.replace(sign, source=source), examples.PLAYBOOK).source_title == "lost"
