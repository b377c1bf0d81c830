import json

import pytest

from calmdesk.conversation import to_json
from calmdesk.errors import NotRecognised
from tests.readers.reading import problems, read_all, read_one, said

ONE = {
    "calmdesk": 1,
    "id": "c1",
    "channel": "chat",
    "participants": [{"id": "U1", "role": "requester"}, {"id": "A1", "role": "agent"}],
    "messages": [{"id": "m1", "sender": "U1", "text": "hi"}, {"id": "m2", "sender": "A1", "text": "hello"}],
}


def test_one_conversation():
    conversation = read_one(json.dumps(ONE, indent=2))
    assert said(conversation) == [("U1", "hi"), ("A1", "hello")]
    assert conversation.messages[1].source.part == "$.messages[1].text"
    assert conversation.messages[1].source.raw.startswith("sha256:")


def test_an_array_with_one_bad_conversation():
    found = read_all(json.dumps([ONE, {**ONE, "channel": "fax"}, {**ONE, "id": "c3"}]))
    assert [item.id for item in found if not isinstance(item, Exception)] == ["c1", "c3"]
    assert problems(found) == [
        "$[1].channel: Invalid enum value 'fax'; allowed are voice, chat, email, in_person, portal. Use one of these."
    ]
    assert found[2].messages[0].source.part == "$[2].messages[0].text"


def test_what_was_written_reads_back_the_same():
    conversation = read_one(json.dumps(ONE))
    assert read_one(to_json(conversation)) == conversation


def test_roles_that_are_open_are_found():
    people = [{"id": "U1", "role": "unknown"}, {"id": "A1", "role": "agent"}]
    assert read_one(json.dumps({**ONE, "participants": people})).participants[0].role_evidence == "opened the thread"


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        ('{"messages": [', "line 1, column 15: not JSON: Expecting value. Correct it there."),
        ('{"calmdesk": 1, "id": "a", "id": "b"}', "the key 'id' stands twice in one object"),
        ('[{"calmdesk": NaN}]', "NaN is not JSON"),
        ("{'calmdesk': 1}", "line 1, column 2: not JSON"),
        ('{"calmdesk": 1}', "missing required field `id`"),
        ('{"calmdesk": 2, "id": "c"}', "$.calmdesk: Invalid enum value 2"),
    ],
)
def test_broken_json_is_one_sentence_with_its_place(data, problem):
    found = problems(read_all(data, name="c.json"))
    assert len(found) == 1
    assert problem in found[0]


@pytest.mark.parametrize("data", ['{"tickets": []}', "[1, 2]", "[]", '"text"', "12", "null"])
def test_json_of_another_shape_is_not_recognised_and_the_known_formats_are_named(data):
    with pytest.raises(NotRecognised, match=r"known are: Slack export .*calmdesk JSON Lines"):
        read_all(data, name="x.json")
