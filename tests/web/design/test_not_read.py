from __future__ import annotations

import msgspec
import pytest

from calmdesk.reading.values import NotRead
from calmdesk.web.design.not_read import of_conversation, of_version, ranges
from tests.web.design import examples


def test_messages_with_the_same_reason_share_a_line_that_names_them() -> None:
    conversation, reading = examples.OTHER_LANGUAGE
    notes = tuple(NotRead(part=f"message id{place}", why="it seems to be German") for place in (1, 2, 3))

    (line,) = of_conversation(conversation, msgspec.structs.replace(reading, not_read=notes))

    assert (line.part, line.why, line.places) == ("Messages 1–3", "It seems to be German.", (1, 2, 3))


def test_what_no_conversation_gets_is_kept_apart() -> None:
    conversation, reading = examples.HEATED
    notes = (
        NotRead(part="moves", why="not part of this version"),
        NotRead(part="guidance", why="not part of this version"),
        NotRead(part="loudness", why="no consent basis is recorded"),
        NotRead(part="sign brings_up_last_time", why="silenced"),
    )
    noted = msgspec.structs.replace(reading, not_read=notes)

    assert [line.part for line in of_conversation(conversation, noted)] == ["Loudness"]
    assert [line.part for line in of_version(noted)] == ["Moves of the agent, Guidance"]


@pytest.mark.parametrize(
    ("places", "words"),
    [([4], "4"), ([1, 2, 3], "1–3"), ([1, 2, 3, 5, 8, 9], "1–3, 5 and 8–9"), ([3, 1, 3], "1 and 3")],
)
def test_places_are_named_as_ranges(places: list[int], words: str) -> None:
    assert ranges(places) == words
