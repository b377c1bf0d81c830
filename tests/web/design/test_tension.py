from __future__ import annotations

import msgspec
from msgspec import UNSET

from calmdesk.web.design.tension import loudest_message, tension_line
from calmdesk.web.design.tone import Tone
from tests.web.design import examples


def test_the_first_shift_and_the_loudest_moment_are_marked_apart() -> None:
    line = tension_line(*examples.HEATED)

    assert [point.place for point in line.points if point.first_shift] == [4]
    assert line.loudest is not None
    assert line.loudest.place == 10
    assert [flag.word for flag in line.flags] == ["first shift"]


def test_a_first_shift_that_is_the_loudest_moment_too_says_so_and_gets_one_mark() -> None:
    conversation, reading = examples.HEATED
    both = msgspec.structs.replace(reading, loudest="id4")

    line = tension_line(conversation, both)

    assert line.loudest is None
    assert [flag.word for flag in line.flags] == ["first shift, also the loudest"]


def test_a_word_beside_a_flag_stays_inside_the_drawing_of_a_phone() -> None:
    conversation, reading = examples.HEATED
    late = msgspec.structs.replace(
        reading,
        loudest="id8",
        first_shift=None,
        first_shifts=(msgspec.structs.replace(reading.first_shift, message="id8"),),
    )

    (flag,) = tension_line(conversation, late).flags

    assert (flag.word, flag.left) == ("first shift, also the loudest", True)


def test_several_requesters_have_a_flag_each() -> None:
    assert len(tension_line(*examples.CALL).flags) == 2


def test_upset_and_hostile_messages_are_drawn_in_their_tone_and_the_desk_in_none() -> None:
    tones = {point.place: point.tone for point in tension_line(*examples.HEATED).points}

    assert tones[4] is Tone.ISSUE
    assert tones[10] is Tone.PERSON
    assert tones[3] is None


def test_the_line_has_a_gap_where_a_message_was_not_judged() -> None:
    conversation, reading = examples.HEATED
    unread = tuple(
        msgspec.structs.replace(message, tension=UNSET) if message.id == "id3" else message
        for message in reading.messages
    )

    line = tension_line(conversation, msgspec.structs.replace(reading, messages=unread))

    assert [stretch.line.count(",") for stretch in line.stretches] == [2, 9]
    assert 3 not in [point.place for point in line.points]


def test_nothing_is_drawn_where_nothing_was_judged() -> None:
    assert not tension_line(*examples.OTHER_LANGUAGE).drawn
    assert not tension_line(*examples.EMPTY).drawn


def test_a_calm_conversation_has_no_loudest_moment() -> None:
    assert loudest_message(examples.CALM[1]) is None
    assert tension_line(*examples.CALM).flat


def test_points_stay_inside_the_drawing_even_where_a_level_does_not() -> None:
    conversation, reading = examples.CALM
    wild = tuple(msgspec.structs.replace(message, tension=7.5) for message in reading.messages)

    points = tension_line(conversation, msgspec.structs.replace(reading, messages=wild)).points

    assert all(0 <= float(point.x) <= 100 and 0 <= float(point.y) <= 100 for point in points)


def test_a_message_without_a_reading_is_a_gap_not_an_error() -> None:
    conversation, reading = examples.CALM
    short = msgspec.structs.replace(reading, messages=reading.messages[:2], first_shift=UNSET, first_shifts=UNSET)

    assert len(tension_line(conversation, short).points) == 2
