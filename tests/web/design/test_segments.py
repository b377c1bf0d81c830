from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from calmdesk.web.design.segments import Mark, runs_of
from calmdesk.web.design.tone import Tone

marks = st.builds(
    Mark,
    st.integers(-5, 60),
    st.integers(-5, 60),
    st.sampled_from(["a", "b", "c", "d"]),
    st.sampled_from(list(Tone)),
)


@given(st.text(max_size=50), st.lists(marks, max_size=8))
def test_the_segments_joined_are_the_text_whatever_the_marks(text: str, found: list[Mark]) -> None:
    runs = runs_of(text, found)

    assert "".join(segment.text for run in runs for segment in run.segments) == text
    assert all(segment.text for run in runs for segment in run.segments)


@given(st.text(max_size=50), st.lists(marks, max_size=8))
def test_a_character_is_in_a_marked_run_where_a_mark_covers_it_and_nowhere_else(text: str, found: list[Mark]) -> None:
    covered = [any(mark.start <= place < mark.end for mark in found) for place in range(len(text))]
    shown = [bool(run.keys) for run in runs_of(text, found) for _ in run.text]

    assert shown == covered


@given(st.text(min_size=1, max_size=50), st.lists(marks, max_size=8))
def test_each_segment_carries_exactly_the_tones_that_lie_over_it(text: str, found: list[Mark]) -> None:
    place = 0
    for run in runs_of(text, found):
        for segment in run.segments:
            for offset in range(place, place + len(segment.text)):
                assert set(segment.tones) == {mark.tone for mark in found if mark.start <= offset < mark.end}
            place += len(segment.text)


def test_marks_that_overlap_are_one_run_and_marks_that_touch_are_two() -> None:
    over = runs_of("abcdef", [Mark(0, 4, "a", Tone.NOTE), Mark(2, 6, "b", Tone.PERSON)])
    touching = runs_of("abcdef", [Mark(0, 3, "a", Tone.NOTE), Mark(3, 6, "b", Tone.PERSON)])

    assert [(run.text, run.keys, run.tone) for run in over] == [("abcdef", ("a", "b"), Tone.PERSON)]
    assert [(run.text, run.keys) for run in touching] == [("abc", ("a",)), ("def", ("b",))]


def test_offsets_are_code_points_not_utf16_units() -> None:
    text = "\U0001f621 this is bad"

    assert [run.text for run in runs_of(text, [Mark(2, 6, "a", Tone.ISSUE)])] == ["\U0001f621 ", "this", " is bad"]
