import pytest
from training.scores import interval, macro_f1, stance_scores

TRUTH = ["calm", "calm", "upset", "hostile"]


def test_perfect_is_one_and_a_stance_never_told_is_zero():
    assert macro_f1(TRUTH, TRUTH) == 1.0
    assert stance_scores(TRUTH, ["calm"] * 4)["hostile"] == (0.0, 0.0, 0.0, 1)


def test_f1_is_worked_out_by_hand():
    said = ["calm", "upset", "upset", "hostile"]
    assert stance_scores(TRUTH, said)["upset"] == (0.5, 1.0, pytest.approx(2 / 3), 1)
    assert macro_f1(TRUTH, said) == pytest.approx((2 / 3 + 2 / 3 + 1) / 3)


def test_the_interval_draws_whole_threads():
    low, high = interval(TRUTH * 20, TRUTH * 20, [str(place % 7) for place in range(80)])
    assert low <= high == 1.0
