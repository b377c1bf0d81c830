from __future__ import annotations

import sys

import pytest

from tests.steps import LINEAR, growth, steps


def each(text):
    return [character for character in text if character.isdigit()]


def each_among_those_before_it(text):
    return [place for place, character in enumerate(text) if any(one == character for one in text[:place])]


def pairs_without_a_call(text):
    equal = 0
    for one in text:
        for other in text:
            equal += one == other
    return equal


def pairs_in_one_line(text):
    return [one for one in text for other in text if one < other]


def copies_of_the_rest(text):
    while text:
        each(text)
        text = text[1:]


def different(size):
    return [chr(256 + number) for number in range(size)]


def test_work_on_each_part_grows_as_the_text_does():
    assert 1.9 < growth(each, different, 300) <= LINEAR


@pytest.mark.parametrize(
    "work", [each_among_those_before_it, pairs_without_a_call, pairs_in_one_line, copies_of_the_rest]
)
def test_work_on_each_pair_grows_faster_than_the_text(work):
    assert growth(work, different, 300) > 3


def test_what_is_done_at_the_first_use_alone_hides_no_pairs():
    known = []

    def work(text):
        if not known:
            known.extend(each_among_those_before_it(different(2_000)))
            known.append("used")
        pairs_without_a_call(text)

    assert growth(work, different, 100) > 3


def test_one_call_into_c_is_one_step_however_long_it_takes():
    assert growth(sorted, different, 300) == 1


def test_the_same_work_is_the_same_number_of_steps():
    assert len({steps(lambda: each("a1b2" * 50)) for _ in range(3)}) == 1


def test_who_traced_before_goes_on_even_after_an_error_and_changes_no_count():
    def tracer(frame, event, argument):
        return None

    alone = steps(lambda: each("a1b2"))
    before = sys.gettrace()
    sys.settrace(tracer)
    try:
        found = steps(lambda: each("a1b2"))
        with pytest.raises(ZeroDivisionError):
            steps(lambda: 1 // 0)
        after = sys.gettrace()
    finally:
        sys.settrace(before)
    assert (found, after) == (alone, tracer)


def test_a_profiler_goes_on_and_sees_what_is_counted():
    called = []

    def profiler(frame, event, argument):
        called.append(frame.f_code.co_name)

    alone = steps(lambda: each("a1b2"))
    before = sys.getprofile()
    sys.setprofile(profiler)
    try:
        found = steps(lambda: each("a1b2"))
        after = sys.getprofile()
    finally:
        sys.setprofile(before)
    assert (found, after) == (alone, profiler)
    assert "each" in called
