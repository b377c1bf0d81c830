from __future__ import annotations

from calmdesk.playbook import RULE_KINDS
from calmdesk.web.design.rule_list import RuleLine, RuleSection, rule_list
from tests.talk import builtin


def lines(sections: tuple[RuleSection, ...]) -> dict[str, RuleLine]:
    return {line.id: line for section in sections for group in section.groups for line in group.rules}


def test_the_list_holds_every_rule_once_kind_by_kind() -> None:
    sections = rule_list(builtin())
    names = [line.id for section in sections for group in section.groups for line in group.rules]

    assert tuple(section.name for section in sections) == RULE_KINDS
    assert sorted(names) == sorted(builtin().rules)
    assert all(section.count == len(builtin().of_kind(section.name)) for section in sections)


def test_what_is_silenced_and_what_was_called_not_helpful_is_said() -> None:
    found = lines(rule_list(builtin(), ["brings_up_last_time"], {"give_a_time": 3}))

    assert [line.id for line in found.values() if line.silenced] == ["brings_up_last_time"]
    assert {line.id: line.unhelpful for line in found.values() if line.unhelpful} == {"give_a_time": 3}


def test_a_phrasing_shows_its_shortest_draft_and_what_it_says_instead() -> None:
    line = lines(rule_list(builtin()))["tells_them_they_need_to"]

    assert (line.before, line.after) == ("You need to restart the laptop.", "Please restart the laptop.")
    assert line.facts == ("P-4.1", "hint")


def test_a_phrasing_without_rewrites_shows_why_instead() -> None:
    line = lines(rule_list(builtin()))["asks_for_the_error_again"]

    assert (line.before, line.after) == ("", "")
    assert line.says == builtin().phrasing["asks_for_the_error_again"].why.strip()


def test_a_phrasing_is_found_by_any_words_it_finds() -> None:
    assert "you've got to open" in lines(rule_list(builtin()))["tells_them_they_need_to"].also


def test_in_a_family_what_may_make_it_worse_comes_first() -> None:
    phrasing = next(section for section in rule_list(builtin()) if section.name == "phrasing")
    for group in phrasing.groups:
        grave = [line.facts[-1] for line in group.rules]
        assert grave == sorted(grave, reverse=True)


def test_boundaries_stand_from_the_first_rung_to_the_last() -> None:
    boundaries = rule_list(builtin())[-1]
    assert [line.id for group in boundaries.groups for line in group.rules] == list(builtin().boundaries)
