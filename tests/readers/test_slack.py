import json

import pytest

from calmdesk.errors import BadInput
from calmdesk.readers import Desk, read_path
from tests.readers.exports import DAY_ONE, DAY_TWO, USERS, slack_files, zipped
from tests.readers.reading import problems, read_all, roles, said

THREAD = [
    ("U1", "My laptop & VPN are dead, see the page (https://wiki.test/vpn). @here @Kim Ode?"),
    ("U2", "Could you try a restart?"),
    ("bot:Ticket Bot", "Ticket 4711 was opened"),
    ("U1", "Still dead."),
    ("U1", "This message was deleted."),
]


def test_a_thread_over_two_days_is_one_conversation():
    thread, single = read_all(zipped(slack_files()))
    assert said(thread) == THREAD
    assert thread.subject == "#helpdesk"
    assert thread.id == "C1:1767600100.000100"
    assert roles(thread) == {"U1": "requester", "U2": "agent", "bot:Ticket Bot": "system"}
    assert said(single) == [("U2", "Maintenance tonight in #helpdesk")]


def test_who_is_who_comes_from_the_list_of_members():
    dana = read_all(zipped(slack_files()))[0].participants[0]
    assert (dana.name, dana.person, dana.addresses) == ("dana.r", "dana@corp.test", ("dana@corp.test",))


def test_bots_and_deleted_messages_are_automatic_and_edits_are_marked():
    messages = read_all(zipped(slack_files()))[0].messages
    assert [message.automatic for message in messages] == [False, False, True, False, True]
    assert messages[1].x["edited"] == "1767600300.000000"
    assert messages[4].x["deleted"] is True


def test_the_desk_is_known_by_name_or_address():
    thread = read_all(zipped(slack_files()), desk=Desk(addresses=frozenset({"dana@corp.test"})))[0]
    assert roles(thread)["U1"] == "agent"


def test_a_folder_around_the_export_and_what_macos_adds_are_no_problem():
    files = {f"export/{name}": content for name, content in slack_files().items()}
    assert said(read_all(zipped({**files, "__MACOSX/export/._users.json": b"\0\5"}))[0]) == THREAD


def test_an_unpacked_export_is_read_as_a_folder(tmp_path):
    for name, content in slack_files().items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(json.dumps(content))
    found = list(read_path(tmp_path))
    assert said(found[0]) == THREAD
    assert found[0].messages[0].source.part == "$[1].text"


def test_direct_messages_end_where_nobody_wrote_for_eight_hours():
    messages = [
        {"type": "message", "user": "U1", "text": "a", "ts": "1767600000.0"},
        {"type": "message", "user": "U2", "text": "b", "ts": "1767603600.0"},
        {"type": "message", "user": "U1", "text": "c", "ts": "1767690000.0"},
    ]
    found = read_all(zipped({"users.json": USERS, "dms.json": [{"id": "D1"}], "D1/2026-01-05.json": messages}))
    assert [said(item) for item in found] == [[("U1", "a"), ("U2", "b")], [("U1", "c")]]
    assert found[0].subject == "Direct message"


def test_a_broken_day_and_a_broken_message_are_told_and_the_rest_is_read():
    broken = {
        "helpdesk/2026-01-07.json": b"[{broken",
        "helpdesk/2026-01-08.json": [{"type": "message", "text": "x"}, 3],
    }
    found = read_all(zipped({**slack_files(), **broken}))
    assert said(found[0]) == THREAD
    assert problems(found) == [
        "helpdesk/2026-01-07.json, line 1, column 3: not JSON: Expecting property name enclosed in double quotes. "
        "Correct it there.",
        "helpdesk/2026-01-08.json, $[0]: a message without a time. It is left out, the rest is read.",
    ]


def test_an_app_that_speaks_only_in_attachments_is_heard():
    card = {"type": "message", "subtype": "bot_message", "username": "App", "ts": "1767600000.0", "text": "",
            "attachments": [{"fallback": "Server down"}, 3]}  # fmt: skip
    found = read_all(zipped({"users.json": USERS, "ops/2026-01-05.json": [card]}))
    assert said(found[0]) == [("bot:App", "Server down")]


@pytest.mark.parametrize("value", [None, [], {}, "x", 3, True])
@pytest.mark.parametrize("key", ["user", "text", "ts", "thread_ts", "subtype", "edited", "files", "type"])
def test_a_message_with_odd_values_stops_nothing(key, value):
    day = [{**DAY_ONE[1], key: value}, DAY_TWO[1]]
    found = read_all(zipped({"users.json": USERS, "helpdesk/2026-01-05.json": day}))
    assert "Maintenance" in " ".join(
        message.text for item in found if not isinstance(item, BadInput) for message in item.messages
    )


@pytest.mark.parametrize("value", [None, {}, "x", 3, [3, None, {"id": 4}, {"id": "U1", "profile": 3}]])
def test_lists_of_another_kind_stop_nothing(value):
    found = read_all(zipped({**slack_files(), "users.json": value, "channels.json": value}))
    assert len(found[0].messages) == 5


def test_an_export_without_messages_says_so():
    assert problems(read_all(zipped({"users.json": USERS}))) == [
        "no messages in this Slack export. Export a period in which something was written."
    ]
