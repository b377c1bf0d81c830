from __future__ import annotations

from calmdesk.playbook import load_playbook
from calmdesk.web.design.looks_for import looks_for
from calmdesk.web.design.rules import rule_list, rule_page
from tests.web.design import examples


def test_the_page_shows_the_marked_words_of_each_example_and_why_a_near_miss_is_one() -> None:
    page = rule_page(examples.SIGNS["brings_up_last_time"], examples.PLAYBOOK)
    match, no_match, known_miss = page.groups

    marked = [run.text for line in match.examples[0].lines for run in line.runs if run.keys]
    assert marked == ["Last time this happened", "third time this week"]
    assert no_match.examples[0].because == "Names the earlier fix, does not complain about it."
    assert known_miss.name == "known_miss"


def test_every_rule_that_comes_with_calmdesk_has_a_page_that_says_what_it_looks_for() -> None:
    playbook = load_playbook()

    for rule in (*playbook.signs.values(), *playbook.triggers.values()):
        page = rule_page(rule, playbook)
        assert page.innocent
        assert page.groups


def test_every_kind_of_detection_is_said_in_words() -> None:
    kinds = {type(sign.detector): sign for sign in load_playbook().signs.values()}

    for kind, sign in kinds.items():
        assert len(looks_for(sign).sentences) > 1, kind


def test_the_list_holds_every_rule_once_and_marks_what_is_silenced() -> None:
    playbook = load_playbook()
    first = next(iter(playbook.signs))

    lines = [line for group in rule_list(playbook, [first]) for line in group.rules]

    assert sorted(line.id for line in lines) == sorted((*playbook.signs, *playbook.triggers))
    assert [line.id for line in lines if line.silenced] == [first]
