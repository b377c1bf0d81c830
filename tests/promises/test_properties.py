"""Whatever is written: nothing breaks, spans lie in the text, and nothing is due before it was said."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calmdesk.promises import Hours, as_calendar, find, ledger, reminders, silence_due, times_in, when
from calmdesk.promises.substance import confirms, substance_of
from tests.promises.desk import at, ticket

PIECES = """
I'll|we will|call you|get back to you|by|at|before|between|2:30|14:30|9|11|3pm|and|tomorrow|on Monday|next Tuesday
next week|end of day|COB|first thing|in 20 minutes|within the hour|in two working days|the 14th|31 February|3/4
by 29.2.|CET|UTC+14|EST|your time|soon|asap|noon|midnight|tonight|lunch|if you|can't promise|?|.|,| - |"|>|`|```|…|’
😀|é|ß|ﬁ|İ|the engineer will call you|expect an update|it will be fixed|give me|half past two|quarter to three|0:00
25:61|99999|in 0 hours|in 999 days|in 999 months|in 12 working hours|2026-03-29|9999-12-31|still working on it|fixed
waiting for the vendor
"""
WORDS = [*PIECES.strip().replace("\n", "|").split("|"), "\n", "\n\n", "\x00", "\u200b"]
SPOKEN = st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)
TEXTS = st.one_of(st.text(max_size=200), SPOKEN)
ZONES = st.sampled_from(
    [
        None,
        "Europe/Berlin",
        "America/New_York",
        "Asia/Kolkata",
        "Pacific/Apia",
        "Australia/Lord_Howe",
        "UTC",
        "nowhere",
        "../etc",
    ]
)
MOMENTS = st.datetimes(
    min_value=datetime(1970, 1, 2),
    max_value=datetime(8990, 1, 1),
    timezones=st.sampled_from([UTC, timezone(timedelta(hours=-9))]),
)
# Around the hours that come twice or not at all.
NIGHTS = st.builds(
    lambda day, minutes: day + timedelta(minutes=minutes),
    st.sampled_from(
        [
            datetime(2026, 3, 28, 12, tzinfo=UTC),
            datetime(2026, 10, 24, 12, tzinfo=UTC),
            datetime(2026, 3, 7, 20, tzinfo=UTC),
        ]
    ),
    st.integers(0, 36 * 60),
)


@given(TEXTS)
def test_spans_lie_in_the_text_in_order_and_apart(text):
    at_most = 0
    for found in find(text):
        assert at_most <= found.start < found.end <= len(text)
        at_most = found.end


@given(TEXTS)
def test_a_found_commitment_is_found_again(text):
    assert find(text) == find(text)


@given(SPOKEN, st.one_of(MOMENTS, NIGHTS), ZONES)
def test_nothing_is_due_before_it_was_said(text, said_at, zone):
    for words in times_in(text.lower().replace("\n", " ")):
        due = when(words, said_at, zone, Hours())
        assert (due.due is None) != (due.asks is None)
        assert all(instant >= said_at for instant in (due.due, *due.candidates) if instant is not None)
        assert list(due.candidates) == sorted(due.candidates)


@given(SPOKEN, NIGHTS, st.sampled_from(["Europe/Berlin", "America/New_York"]))
def test_a_time_on_the_wall_is_what_the_wall_shows(text, said_at, zone):
    """An instant that is stored with its offset is the same when a calendar turns it into local time and back."""
    for words in times_in(text.lower()):
        due = when(words, said_at, zone, Hours()).due
        if due is not None:
            assert due.astimezone(ZoneInfo(zone)).astimezone(UTC) == due.astimezone(UTC)
            assert due.utcoffset() is not None


@given(TEXTS, TEXTS, st.integers(0, 3000))
def test_any_conversation_can_be_kept_account_of(one, other, minutes):
    conversation = ticket("09:00 amir: x\n10:00 amir: y", messages={"m1": {"text": one}, "m2": {"text": other}})
    now = at("9:30") + timedelta(minutes=minutes)
    promises = ledger(conversation, now=now)
    for promise in promises:
        assert conversation.message(promise.message).text[promise.start : promise.end] == promise.quote
    as_calendar(promises)
    reminders(promises, now)
    silence_due(conversation, now=now)


@given(TEXTS)
def test_any_message_can_be_weighed(text):
    conversation = ticket("09:00 amir: x", messages={"m1": {"text": text}})
    substance_of(conversation, conversation.messages[0])
    confirms(text)


@pytest.mark.parametrize(
    "text", ["I will call you " * 2_000, "by 3 " * 6_000, "the engineer will " * 2_000, "> x\n" * 8_000]
)
def test_a_very_long_text_is_read(text):
    find(text)
    confirms(text)
