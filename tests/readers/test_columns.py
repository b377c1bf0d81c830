import pytest

from calmdesk.conversation import Channel, Role
from calmdesk.readers.columns import channel_in, columns, is_false, is_true, role_in


@pytest.mark.parametrize(
    ("header", "kinds"),
    [
        ("issueid,id,comment_seq,utr_seq,author,created,is_private,actionbody,author_role",
         {"conversation": 0, "message": 1, "author": 4, "created": 5, "private": 6, "body": 7, "role": 8}),
        ("Ticket ID,From,Date,Comment", {"conversation": 0, "author": 1, "created": 2, "body": 3}),
        ("Case Number,Created By,Created Date,Comment Body,Is Public",
         {"conversation": 0, "author": 1, "created": 2, "body": 3, "public": 4}),
        ("conversationId,turnNumber,utterance", {"conversation": 0, "body": 2}),
        ("speaker,text", {"author": 0, "body": 1}),
        ("id,body,subject,title", {}),
        ("name,price,stock", {}),
        ("", {}),
    ],
)  # fmt: skip
def test_headings_as_ticket_systems_write_them(header, kinds):
    assert columns(header.split(",")) == kinds


def test_a_column_is_never_two_things():
    found = columns(["ticket", "comment", "comment id", "author", "author role"])
    assert len(set(found.values())) == len(found)


@pytest.mark.parametrize(
    ("cell", "role"),
    [("Reporter", Role.REQUESTER), ("end-user", Role.REQUESTER), ("assignee", Role.AGENT), ("others", Role.OTHER),
     ("Bot", Role.SYSTEM), ("7", None), ("", None)],
)  # fmt: skip
def test_roles_as_tables_call_them(cell, role):
    assert role_in(cell) is role


def test_channels_and_yes_and_no():
    assert channel_in("E-Mail") is Channel.EMAIL
    assert channel_in("fax") is None
    assert [is_true(cell) for cell in ("1.0", "TRUE", "private", "0", "")] == [True, True, True, False, False]
    assert [is_false(cell) for cell in ("0.0", "internal", "public", "")] == [True, True, False, False]
