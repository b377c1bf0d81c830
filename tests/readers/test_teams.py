import json

import pytest

from calmdesk.errors import BadInput
from tests.readers.reading import problems, read_all, read_one, roles, said


def message(identity, user, content, *, html=False, created="2026-01-05T09:00:00.000Z", **more):
    return {
        "id": identity,
        "messageType": "message",
        "createdDateTime": created,
        "chatId": "19:room",
        "from": {"application": None, "user": {"id": user, "displayName": user.title()}},
        "body": {"contentType": "html" if html else "text", "content": content},
        **more,
    }


def listed(*messages):
    return json.dumps({"value": list(messages)})


def test_the_newest_comes_first_and_is_put_last():
    conversation = read_one(
        listed(
            message("2", "kim", "Hello", created="2026-01-05T09:05:00Z"),
            message("1", "dana", "I can't log in", created="2026-01-05T09:00:00Z"),
        )
    )
    assert said(conversation) == [("dana", "I can't log in"), ("kim", "Hello")]
    assert roles(conversation) == {"dana": "requester", "kim": "agent"}
    assert conversation.participants[0].name == "Dana"


def test_html_is_read_as_the_text_it_shows():
    body = '<p>Hi <at id="0">Kim</at>,</p><p>a &lt; b</p><script>x</script>'
    assert said(read_one(listed(message("1", "dana", body, html=True)))) == [("dana", "Hi Kim,\n\na < b")]


def test_a_chat_ends_where_nobody_wrote_for_eight_hours():
    found = read_all(
        listed(message("2", "kim", "b", created="2026-01-07T09:00:00Z"), message("1", "dana", "a")),
    )
    assert [said(item) for item in found] == [[("dana", "a")], [("kim", "b")]]


def test_replies_in_a_channel_belong_to_what_they_answer():
    channel = {"chatId": None, "channelIdentity": {"teamId": "t", "channelId": "19:c"}}
    found = read_all(
        listed(
            message("1", "dana", "a", **channel, subject="VPN"),
            message("2", "kim", "b", **channel),
            message("3", "kim", "c", **channel, replyToId="1"),
        )
    )
    assert [said(item) for item in found] == [[("dana", "a"), ("kim", "c")], [("kim", "b")]]
    assert found[0].subject == "VPN"


def test_deleted_messages_and_apps_are_automatic():
    app = {"from": {"application": {"displayName": "Ticket Bot"}, "user": None}}
    conversation = read_one(
        listed(
            message("1", "dana", "a"),
            message("2", "x", "Ticket opened", **app),
            message("3", "dana", "gone", deletedDateTime="2026-01-05T09:01:00Z"),
        )
    )
    assert [(one.text, one.automatic) for one in conversation.messages] == [
        ("a", False),
        ("Ticket opened", True),
        ("", True),
    ]


@pytest.mark.parametrize("value", [None, [], {}, "x", 3, True])
@pytest.mark.parametrize("key", ["id", "from", "body", "chatId", "replyToId", "deletedDateTime", "createdDateTime"])
def test_a_message_with_odd_values_stops_nothing(key, value):
    found = read_all(listed(message("1", "dana", "a"), {**message("2", "kim", "b"), key: value}))
    assert "a" in [text for item in found if not isinstance(item, BadInput) for _, text in said(item)]


def test_the_documented_list_with_its_malformed_date(shared):
    found = read_all((shared / "corpora/fixtures/ms-teams/graph_chat_messages.json").read_bytes())
    assert [said(item) for item in found] == [[("8ea0e38b-efb3-4757-924a-5f94061cf8c2", "Hello world")]]
    assert problems(found) == []
