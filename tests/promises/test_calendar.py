"""The calendar file follows RFC 5545: lines, folding, escaping, times, identities."""

from __future__ import annotations

from datetime import timedelta

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from calmdesk.promises import Promise, as_calendar, ledger
from tests.promises.desk import at, ticket

PROMISE = Promise(
    conversation="c1",
    message="m1",
    sender="amir",
    owner="amir",
    start=0,
    end=23,
    quote="I'll update you by 2:30",
    what="update",
    said_at=at("13:00"),
    due=at("14:30"),
)


def unfolded(text: str) -> list[str]:
    return text.replace("\r\n ", "").split("\r\n")[:-1]


def test_one_event_with_its_alarm():
    assert as_calendar((PROMISE,)) == (
        "BEGIN:VCALENDAR\r\n"
        "VERSION:2.0\r\n"
        "PRODID:-//calmdesk//promises//EN\r\n"
        "CALSCALE:GREGORIAN\r\n"
        "BEGIN:VEVENT\r\n"
        "UID:c1-m1-0@calmdesk\r\n"
        "DTSTAMP:20260311T120000Z\r\n"
        "DTSTART:20260311T133000Z\r\n"
        "SUMMARY:Promised: update (c1)\r\n"
        "DESCRIPTION:I'll update you by 2:30\r\n"
        "TRANSP:TRANSPARENT\r\n"
        "BEGIN:VALARM\r\n"
        "ACTION:DISPLAY\r\n"
        "DESCRIPTION:Promised: update (c1)\r\n"
        "TRIGGER:-PT15M\r\n"
        "END:VALARM\r\n"
        "END:VEVENT\r\n"
        "END:VCALENDAR\r\n"
    )


def test_text_is_escaped():
    promise = msgspec.structs.replace(PROMISE, quote="call; then, \\ mail\r\nby 3")
    assert "DESCRIPTION:call\\; then\\, \\\\ mail\\nby 3" in unfolded(as_calendar((promise,)))


def test_control_characters_cannot_stand_in_it():
    promise = msgspec.structs.replace(PROMISE, quote="call\x00you\x07at\x0b3")
    assert "DESCRIPTION:call you at 3" in unfolded(as_calendar((promise,)))


def test_a_long_line_is_folded_at_75_octets_and_reads_the_same():
    quote = "I will call you about the " + "äöü€😀" * 40
    text = as_calendar((msgspec.structs.replace(PROMISE, quote=quote),))
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert f"DESCRIPTION:{quote}" in unfolded(text)


def test_a_line_of_exactly_75_octets_is_not_folded():
    quote = "x" * (75 - len("DESCRIPTION:"))
    assert f"\r\nDESCRIPTION:{quote}\r\n" in as_calendar((msgspec.structs.replace(PROMISE, quote=quote),))


@given(st.text(), st.text(min_size=1))
def test_any_words_stay_within_their_lines(quote, conversation):
    text = as_calendar((msgspec.structs.replace(PROMISE, quote=quote, conversation=conversation),))
    assert all(len(line.encode("utf-8", "replace")) <= 75 for line in text.split("\r\n"))
    assert text.count("BEGIN:VEVENT") >= 1
    assert not any(ord(letter) < 32 for letter in text.replace("\r\n", ""))
    assert len(unfolded(text)) == 18


def test_the_same_promise_keeps_its_identity_in_every_export():
    conversation = ticket("13:00 amir: I'll update you by 2:30. I'll call you on Monday at 9.")
    early, late = (as_calendar(ledger(conversation, now=at(now))) for now in ("13:05", "14:00"))
    assert early == late
    identities = [line for line in unfolded(early) if line.startswith("UID:")]
    assert len(set(identities)) == 2


def test_only_open_promises_with_a_certain_time_are_in_it():
    lines = "13:00 amir: I'll update you by 2:30. I'll send you the form."
    assert as_calendar(ledger(ticket(lines), now=at("14:00"))).count("BEGIN:VEVENT") == 1
    assert as_calendar(ledger(ticket(lines), now=at("15:00"))).count("BEGIN:VEVENT") == 0


def test_nothing_promised_is_an_empty_calendar():
    assert unfolded(as_calendar(()))[-1] == "END:VCALENDAR"


def test_the_alarm_is_as_early_as_the_desk_wants_it():
    assert "TRIGGER:-PT60M" in as_calendar((PROMISE,), lead=timedelta(hours=1))
