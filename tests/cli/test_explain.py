import pytest

from tests.cli.run import calmdesk
from tests.talk import builtin


def explained(name):
    return " ".join(calmdesk("explain", name).out.split())


def test_a_sign_is_explained_with_its_innocent_explanations_and_examples():
    out = explained("brings_up_last_time")
    sign = builtin().signs["brings_up_last_time"]
    assert sign.title in out
    assert sign.often_innocent_when[0].split(".")[0][:40] in out
    assert "Must not be noticed" in out


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("tells_them_they_need_to", "Please restart the laptop."),
        ("acknowledges", "Makes this move"),
        ("give_a_time", "What to avoid"),
        ("name_the_behaviour", "rung 3"),
        ("deadline", "trigger"),
    ],
)
def test_a_rule_of_every_kind_is_found_by_its_name(name, said):
    out = explained(name)
    assert builtin().rules[name].title in out
    assert said in out


def test_a_misspelt_name_is_answered_with_near_ones():
    answer = calmdesk("explain", "brings_up_lasttime")
    assert answer.code == 2
    assert "brings_up_last_time" in answer.err


def test_a_name_near_to_none_is_answered_with_the_command_that_lists_them():
    assert "calmdesk rules lists them all" in calmdesk("explain", "qqqqqqqq").err


def test_an_explanation_has_no_doubled_blank_lines_and_no_trailing_spaces():
    out = calmdesk("explain", "brings_up_last_time").out
    assert "\n\n" in out
    assert "\n\n\n" not in out
    assert all(line == line.rstrip() for line in out.split("\n"))
