from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calmdesk.readers.mail_header_block import header_only
from calmdesk.readers.mail_headers import (
    MAX_ADDRESSES,
    Address,
    addresses,
    clean_subject,
    instant,
    is_answer,
    mail_headers,
    message_ids,
)
from tests.readers.letters import letter


@pytest.mark.parametrize(
    ("raw", "people"),
    [
        (b"Dana Diaz <Dana@X.test>", [("dana@x.test", "Dana Diaz")]),
        (b'"Diaz, Dana" <dana@x.test>, sam@x.test', [("dana@x.test", "Diaz, Dana"), ("sam@x.test", "")]),
        (b"=?utf-8?q?D=C3=ADaz=2C_Dana?= <dana@x.test>", [("dana@x.test", "Díaz, Dana")]),
        (b"=?utf-8?q?Dana_=3Cdana=40x=2Etest=3E?=", [("dana@x.test", "Dana")]),
        (b"dana@x.test (Dana)", [("dana@x.test", "Dana")]),
        (b"dana@x.test <dana@x.test>", [("dana@x.test", "")]),
        (b"team: dana@x.test, sam@x.test;", [("dana@x.test", ""), ("sam@x.test", "")]),
        (b"undisclosed-recipients:;", []),
        (b"<Undisclosed-Recipient:@x.test;>", []),
        (b", , dana@x.test", [("dana@x.test", "")]),
        (b"dana@x.test sam@x.test", [("dana@x.test", ""), ("sam@x.test", "")]),
        (b"Dana", [("", "Dana")]),
        ("dana@bücher.test".encode(), [("dana@bücher.test", "")]),
        (b"", []),
    ],
)
def test_every_person_in_a_field_is_found_with_the_name_shown(raw: bytes, people: list[tuple[str, str]]) -> None:
    assert addresses([raw]) == tuple(Address(*person) for person in people)


def test_the_same_address_twice_is_one_person() -> None:
    assert [person.address for person in addresses([b"a@x.test, A@x.test", b"a@x.test"])] == ["a@x.test"]


def test_no_more_than_five_hundred_people_are_read() -> None:
    many = b", ".join(b"p%d@x.test" % number for number in range(2_000))
    assert len(addresses([many])) == MAX_ADDRESSES


@pytest.mark.parametrize(
    ("date", "hours"),
    [
        ("Mon, 5 Jan 2026 09:00:00 +0100", 1),
        ("5 Jan 2026 09:00:00 -0330", -3.5),
        ("Mon, 5 Jan 2026 09:00:00 EST", -5),
        ("Mon, 5 Jan 2026 09:00:00 GMT", 0),
        ("Mon, 5 Jan 2026 09:00:00 -0000", 0),
        ("Mon, 05 Jan 2026 09:00 +0000 (UTC)", 0),
    ],
)
def test_a_date_with_a_zone_is_an_instant(date: str, hours: float) -> None:
    assert instant(date) == datetime(2026, 1, 5, 9, tzinfo=UTC) - timedelta(hours=hours)


@pytest.mark.parametrize(
    "date",
    [
        "",
        "yesterday",
        "Mon, 5 Jan 2026 09:00:00",
        "Mon, 35 Jan 2026 09:00:00 +0100",
        "Mon, 5 Jan 3609 09:00:00 +0100",
        "Mon, 5 Jan 2026 09:00:00 +999999999999",
        "Mon, 5 Jan 2026 25:61:00 +0100",
    ],
)
def test_a_date_that_says_no_instant_is_not_guessed(date: str) -> None:
    assert instant(date) is None


@pytest.mark.parametrize(
    ("raw", "ids"),
    [
        (b"<1@x.test>", ("1@x.test",)),
        (b"<1@x.test> <2@x.test>\r\n <1@x.test>", ("1@x.test", "2@x.test")),
        (b"<1@\r\n x.test>", ("1@x.test",)),
        (b"1@x.test", ("1@x.test",)),
        (b"<[1]@x.test>", ("[1]@x.test",)),
        (b"<baz@x.test>, <broken.   \nid@x.test>", ("baz@x.test", "broken.id@x.test")),
        (b"", ()),
        (b"no id here", ()),
    ],
)
def test_message_ids_are_found_without_their_brackets(raw: bytes, ids: tuple[str, ...]) -> None:
    assert message_ids(raw) == ids


@pytest.mark.parametrize(
    ("subject", "clean"),
    [
        ("Re: VPN", "VPN"),
        ("RE: Fwd: AW: VPN", "VPN"),
        ("Re[4]: VPN", "VPN"),
        ("Antw: VPN", "VPN"),
        ("VPN", "VPN"),
        ("Repair: printer", "Repair: printer"),
        ("Fw : VPN", "VPN"),
    ],
)
def test_answer_prefixes_are_no_part_of_the_subject(subject: str, clean: str) -> None:
    assert clean_subject(subject) == clean
    assert is_answer(subject) == (subject != clean)


def test_sender_stands_in_when_there_is_no_from() -> None:
    raw = b"Sender: Sam <sam@desk.test>\nSubject: x\n\nHi"
    assert mail_headers(header_only(raw)).sender == Address("sam@desk.test", "Sam")


def test_two_fields_of_one_name_are_both_read() -> None:
    raw = b"To: a@x.test\nTo: b@x.test\nReferences: <1@x.test>\nReferences: <2@x.test>\n\nHi"
    headers = mail_headers(header_only(raw))
    assert [person.address for person in headers.to] == ["a@x.test", "b@x.test"]
    assert headers.references == ("1@x.test", "2@x.test")


@given(st.binary(max_size=400))
def test_any_field_content_is_read_without_an_error(value: bytes) -> None:
    clean = value.replace(b"\n", b" ").replace(b"\r", b" ")
    raw = b"".join(b"%s: %s\n" % (name, clean) for name in (b"From", b"To", b"Date", b"Message-ID", b"References"))
    headers = mail_headers(header_only(raw + b"\n"))
    assert headers.sender.address == headers.sender.address.lower()


def test_one_broken_field_does_not_cost_the_others() -> None:
    headers = mail_headers(header_only(letter(date="(((", **{"from": '"' * 50})))
    assert headers.subject == "VPN"
    assert headers.sent_at is None
    assert headers.to == (Address("desk@desk.test"),)
