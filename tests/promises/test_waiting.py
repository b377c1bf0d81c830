"""A requester who waits for somebody else's answer, and is told nothing, is noticed."""

from __future__ import annotations

import pytest

from calmdesk.conversation import Status
from calmdesk.promises import Hours, silence_due
from calmdesk.promises.waiting import waits_on
from tests.promises.desk import at, ticket

WAITING = "09:00 amir: Hello Dana, I have escalated this to the network team."


def test_after_some_working_hours_the_silence_is_named():
    silence = silence_due(ticket(WAITING), now=at("14:00"))
    assert silence is not None
    assert (silence.message, silence.on, silence.since, silence.hours) == ("m1", "the network team", at("9:00"), 5.0)
    assert silence.quote == "escalated this to the network team"


def test_before_that_it_is_no_silence():
    assert silence_due(ticket(WAITING), now=at("12:59")) is None


def test_how_long_is_for_the_desk_to_say():
    assert silence_due(ticket(WAITING), now=at("10:00"), after=1) is not None


def test_the_night_does_not_count():
    late = "16:30 amir: It is with the vendor."
    assert silence_due(ticket(late), now=at("11:00", day=12)) is None
    assert silence_due(ticket(late), now=at("12:30", day=12)) is not None


def test_a_desk_with_longer_hours_notices_earlier():
    late = "16:30 amir: It is with the vendor."
    assert silence_due(ticket(late), now=at("20:30"), hours=Hours(closes=at("22:00").time())) is not None


def test_a_promised_time_ahead_is_no_silence():
    assert silence_due(ticket(WAITING + " I'll update you by 4."), now=at("14:00")) is None


def test_a_promise_broken_since_is_shown_as_such_and_not_as_silence():
    assert silence_due(ticket(WAITING + " I'll update you by 10."), now=at("14:00")) is None


def test_a_promise_broken_long_before_does_not_hide_a_silence():
    lines = "08:00 amir: I'll send the form by 8:30 am.\n" + WAITING
    assert silence_due(ticket(lines), now=at("14:00")) is not None


def test_a_promise_without_a_time_does_not_end_the_silence():
    assert silence_due(ticket(WAITING + " I'll keep you posted."), now=at("14:00")) is not None


def test_each_word_to_the_requester_starts_the_count_again():
    lines = WAITING + "\n12:00 amir: The network team has found nothing so far."
    assert silence_due(ticket(lines), now=at("14:00")) is None


def test_an_internal_note_is_no_word_to_the_requester():
    lines = WAITING + "\n12:00 amir: Chased them again."
    assert silence_due(ticket(lines, messages={"m2": {"internal": True}}), now=at("14:00")) is not None


def test_a_result_ends_the_wait():
    lines = WAITING + "\n09:30 amir: It is fixed now."
    assert silence_due(ticket(lines), now=at("17:00")) is None


@pytest.mark.parametrize("status", [Status.SOLVED, Status.CLOSED])
def test_what_is_closed_waits_for_nobody(status):
    assert silence_due(ticket(WAITING, status=status), now=at("14:00")) is None


def test_a_requester_who_waits_for_the_vendor_is_not_the_desk():
    assert silence_due(ticket("09:00 dana: I am waiting for the vendor."), now=at("17:00")) is None


@pytest.mark.parametrize(
    ("words", "on"),
    [
        ("We are waiting for the vendor.", "the vendor"),
        ("We are waiting for a reply from the supplier.", "the supplier"),
        ("Your ticket is with the network team.", "the network team"),
        ("I've passed this on to our Infrastructure team.", "our Infrastructure team"),
        ("It's with second-line support now.", "second-line support"),
        ("I have asked the facilities team.", "the facilities team"),
        ("We opened a case with Microsoft.", "Microsoft"),
        ("The database team is looking into it.", "The database team"),
        ("We are chasing the carrier.", "the carrier"),
    ],
)
def test_whom_the_desk_waits_for(words, on):
    found = waits_on(words)
    assert found is not None
    assert found[2] == on


@pytest.mark.parametrize(
    "words",
    [
        "I am with you.",
        "Is it with the vendor?",
        "Thanks for waiting.",
        "> we are waiting for the vendor",
        "Please wait.",
    ],
)
def test_nobody_is_waited_for(words):
    assert waits_on(words) is None
