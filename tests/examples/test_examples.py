from __future__ import annotations

from pathlib import Path

import pytest
from msgspec import UNSET

from calmdesk.conversation import Channel, Conversation, Role, conversation_from_json
from calmdesk.examples import example_files
from calmdesk.playbook import load_playbook
from calmdesk.reading import read
from tests.examples.expected import Expected, expectations, read_example

EXPECTED = expectations()
EACH = pytest.mark.parametrize("expected", EXPECTED, ids=lambda expected: expected.file)
JSON = [path for path in example_files() if path.suffix == ".json"]


def requesters_messages(conversation: Conversation, name: str) -> list[str]:
    people = {one.id for one in conversation.participants if name in (one.name, one.id)}
    return [f"m{place}" for place, message in enumerate(conversation.messages, 1) if message.sender in people]


def test_every_example_has_an_expectation_and_the_other_way_round() -> None:
    assert sorted(expected.file for expected in EXPECTED) == [path.name for path in example_files()]


def test_there_are_enough_on_every_channel_and_a_third_is_calm() -> None:
    assert len(EXPECTED) >= 20
    assert {expected.channel for expected in EXPECTED} == {channel.value for channel in Channel}
    assert sum(expected.is_calm for expected in EXPECTED) * 3 >= len(EXPECTED)


@pytest.mark.parametrize("path", JSON, ids=lambda path: path.name)
def test_the_wire_form_is_valid_and_its_ids_count_the_messages(path: Path) -> None:
    conversation = conversation_from_json(path.read_bytes())
    assert [message.id for message in conversation.messages] == [f"m{n + 1}" for n in range(len(conversation.messages))]
    assert all(message.sent_at for message in conversation.messages)


@EACH
def test_the_file_is_read_with_its_channel_its_messages_and_its_people(expected: Expected) -> None:
    conversation = read_example(expected.file)
    assert conversation.channel.value == expected.channel
    assert len(conversation.messages) == expected.messages
    for person in expected.requesters:
        assert requesters_messages(conversation, person.name) == list(person.stance)
        roles = {one.role for one in conversation.participants if person.name in (one.name, one.id)}
        assert roles == {Role.REQUESTER}


@EACH
def test_the_expectation_is_about_messages_of_that_requester(expected: Expected) -> None:
    for person in expected.requesters:
        own = list(person.stance)
        assert set(person.stance.values()) <= {"calm", "upset", "hostile"}
        assert set(person.conduct) <= set(own)
        if person.first_shift is None:
            assert person.loudest is None
            assert set(person.stance.values()) == {"calm"}
            continue
        assert own.index(person.first_shift) <= own.index(person.loudest or "")
        before = own[: own.index(person.first_shift)]
        assert all(person.stance[message] == "calm" for message in before)
        assert person.arrived_tense == (person.first_shift == own[0])


@EACH
def test_a_call_that_was_recorded_says_on_what_basis(expected: Expected) -> None:
    path = next(path for path in example_files() if path.name == expected.file)
    if expected.channel == "voice":
        assert b"notice at the start of the call" in path.read_bytes()


@EACH
def test_every_address_ends_in_a_name_that_cannot_exist(expected: Expected) -> None:
    path = next(path for path in example_files() if path.name == expected.file)
    words = path.read_text(encoding="utf-8").replace("<", " ").replace(">", " ").replace('"', " ").split()
    addresses = [word.strip(".,;:()") for word in words if "@" in word]
    assert all(address.endswith(".test") for address in addresses)


def test_the_index_names_every_example() -> None:
    index = (example_files()[0].parent / "README.md").read_text(encoding="utf-8")
    assert all(f"`{expected.file}`" in index for expected in EXPECTED)


def test_a_conversation_in_another_language_is_nowhere_shown_as_calm() -> None:
    for expected in EXPECTED:
        if not expected.judged:
            reading = read(read_example(expected.file), load_playbook())
            assert all(message.stance is UNSET for message in reading.messages)
            assert reading.not_read
