"""A promise is kept by what was promised, renewed in time, late, broken, or still open."""

from __future__ import annotations

import pytest

from calmdesk.conversation import Channel, Conversation
from calmdesk.promises import Hours, Promise, State, hand_over, ledger, owners_of
from tests.promises.desk import at, ticket


def only(conversation: Conversation, now: str = "15:00") -> Promise:
    (promise,) = ledger(conversation, now=at(now))
    return promise


def first(lines: str, now: str = "15:00", **rest) -> Promise:
    return ledger(ticket(lines, **rest), now=at(now))[0]


def test_a_promise_carries_its_words_its_maker_and_its_time():
    promise = only(ticket("13:00 amir: Hello Dana, I'll update you by 2:30. Best, Amir"), now="14:00")
    assert promise.quote == "I'll update you by 2:30"
    assert (promise.conversation, promise.message, promise.start, promise.end) == ("c1", "m1", 12, 35)
    assert (promise.sender, promise.owner, promise.what) == ("amir", "amir", "update")
    assert (promise.said_at, promise.due, promise.kind) == (at("13:00"), at("14:30"), "wall")
    assert (promise.state, promise.asks, promise.kept_by, promise.renewed_by) == (State.OPEN, None, None, None)


@pytest.mark.parametrize(
    ("now", "state"), [("14:00", State.OPEN), ("14:30", State.OPEN), ("14:31", State.BROKEN), ("20:00", State.BROKEN)]
)
def test_without_another_word_the_clock_decides(now, state):
    assert only(ticket("13:00 amir: I'll update you by 2:30."), now).state is state


TWO_PROMISES = """
13:00 amir: I'll update you by 2:30.
14:20 amir: The vendor has found a defect.
14:25 amir: I'll call you at 5.
"""
NEWS = """
The vendor has found a defect in the driver.
We found the cause: the certificate expired on Monday.
Your mailbox has been moved to the new server.
The network team has replaced the switch on your floor.
It is fixed now, please try again.
Here is the form you asked for.
I tried to call you just now and left a voicemail.
Your laptop has arrived; you can pick it up at the desk.
The replacement part will take until Monday because the supplier has none.
"""
NO_NEWS = """
Still working on it, thanks for your patience.
We are still looking into this.
Thank you for your patience.
Sorry for the inconvenience.
No update yet, sorry.
Nothing new from the vendor.
We are working on it.
Your request is important to us.
Hi Dana,
One moment please.
Can you send me the log?
Please send me the log.
I hope you are well.
We appreciate your patience while we investigate.
We have not heard back from the vendor.
It is not fixed yet.
We'll keep you posted.
"""


@pytest.mark.parametrize("news", NEWS.strip().splitlines())
def test_a_real_update_in_time_keeps_it(news):
    promise = first(f"13:00 amir: I'll update you by 2:30.\n14:20 amir: {news}")
    assert (promise.state, promise.kept_by) == (State.KEPT, "m2")


@pytest.mark.parametrize("words", NO_NEWS.strip().splitlines())
def test_words_without_news_keep_nothing(words):
    assert first(f"13:00 amir: I'll update you by 2:30.\n14:20 amir: {words}").state is State.BROKEN


def test_a_colleague_may_keep_it():
    lines = "13:00 amir: I'll update you by 2:30.\n14:20 bo: The vendor has found a defect in the driver."
    assert first(lines).state is State.KEPT


@pytest.mark.parametrize("sender", ["dana", "otto", "bot"])
def test_nobody_else_keeps_it(sender):
    lines = f"13:00 amir: I'll update you by 2:30.\n14:20 {sender}: The vendor has found a defect in the driver."
    assert first(lines).state is State.BROKEN


@pytest.mark.parametrize("field", ["internal", "automatic"])
def test_what_the_requester_does_not_hear_from_a_person_keeps_nothing(field):
    lines = "13:00 amir: I'll update you by 2:30.\n14:20 amir: The vendor has found a defect in the driver."
    assert first(lines, messages={"m2": {field: True}}).state is State.BROKEN


@pytest.mark.parametrize("field", ["internal", "automatic"])
def test_what_the_requester_does_not_hear_from_a_person_promises_nothing(field):
    assert ledger(ticket("13:00 amir: I'll call you at 3.", messages={"m1": {field: True}}), now=at("14:00")) == ()


@pytest.mark.parametrize("sender", ["dana", "otto", "bot"])
def test_only_the_desk_promises(sender):
    assert ledger(ticket(f"13:00 {sender}: I'll call you at 3."), now=at("14:00")) == ()


def test_a_supervisor_promises_for_the_desk():
    assert only(ticket("13:00 priya: I'll call you at 3.")).sender == "priya"


def test_done_after_its_time_is_late():
    promise = first("13:00 amir: I'll update you by 2:30.\n14:40 amir: The vendor has found a defect in the driver.")
    assert (promise.state, promise.kept_by) == (State.LATE, "m2")


def test_done_at_the_minute_is_kept():
    promise = first("13:00 amir: I'll update you by 2:30.\n14:30 amir: The vendor has found a defect in the driver.")
    assert promise.state is State.KEPT


def test_a_new_time_before_the_old_one_renews_it():
    lines = "13:00 amir: I'll update you by 2:30.\n14:20 amir: Nothing new yet. I will write again by 4."
    old, new = ledger(ticket(lines), now=at("15:00"))
    assert (old.state, old.renewed_by) == (State.RENEWED, "m2")
    assert (new.state, new.due) == (State.OPEN, at("16:00"))


def test_a_new_time_after_the_old_one_does_not_undo_the_break():
    lines = "13:00 amir: I'll update you by 2:30.\n14:40 amir: Nothing new yet. I will write again by 4."
    assert [promise.state for promise in ledger(ticket(lines), now=at("15:00"))] == [State.BROKEN, State.OPEN]


def test_a_vague_word_renews_no_time():
    lines = "13:00 amir: I'll update you by 2:30.\n14:20 amir: I'll update you soon."
    assert first(lines).state is State.BROKEN


def test_a_repair_that_takes_longer_is_renewed_by_saying_when_the_next_word_comes():
    lines = "13:00 amir: I'll have it fixed by 2:30.\n14:20 amir: It takes longer. I will update you at 4."
    assert first(lines).state is State.RENEWED


def test_a_new_day_renews_it_even_where_the_day_must_be_asked_for():
    lines = "13:00 amir: I'll call you at 2:30.\n14:20 amir: It takes longer, I'll call you on Wednesday."
    assert first(lines).state is State.RENEWED


def test_the_form_is_not_the_invoice():
    lines = "13:00 amir: I'll send the form by 2:30.\n14:20 amir: I'll send the invoice by 5."
    assert first(lines).state is State.BROKEN
    lines = "13:00 amir: I'll send the form by 2:30.\n14:20 amir: I'll send it by 5."
    assert first(lines).state is State.RENEWED


def test_an_update_in_between_does_not_move_a_call():
    lines = "13:00 amir: I'll call you at 4.\n13:20 amir: I'll update you by 2."
    assert ledger(ticket(lines), now=at("13:30"))[0].state is State.OPEN


def test_what_happened_earlier_is_no_repair():
    lines = "13:00 amir: I'll have it fixed by 2:30.\n14:20 amir: The password was changed on Monday."
    assert first(lines).state is State.BROKEN


def test_another_thing_renews_nothing():
    lines = "13:00 amir: I'll call you at 2:30.\n14:20 amir: I'll send the form by 5."
    assert first(lines).state is State.BROKEN


def test_a_status_report_does_not_keep_a_promised_repair():
    lines = "13:00 amir: I'll have it fixed by 2:30.\n14:20 amir: We found the cause: the disk is full."
    assert first(lines).state is State.BROKEN


@pytest.mark.parametrize(
    "done",
    [
        "It is fixed now.",
        "I have reset your password.",
        "All done, you can log in.",
        "The printer works again.",
        "Please try again now.",
    ],
)
def test_a_repair_keeps_a_promised_repair(done):
    assert first(f"13:00 amir: I'll have it fixed by 2:30.\n14:20 amir: {done}").state is State.KEPT


@pytest.mark.parametrize(
    "undone", ["It is not fixed yet.", "Once it is fixed you can log in.", "It should be fixed by Monday."]
)
def test_what_is_not_done_keeps_no_repair(undone):
    assert first(f"13:00 amir: I'll have it fixed by 2:30.\n14:20 amir: {undone}").state is not State.KEPT


def test_the_requester_can_say_that_it_works():
    promise = first("13:00 amir: I'll have it fixed by 2:30.\n14:20 dana: It works again, thanks!")
    assert (promise.state, promise.kept_by) == (State.KEPT, "m2")


def test_the_requester_can_say_that_it_does_not_work():
    assert first("13:00 amir: I'll have it fixed by 2:30.\n14:20 dana: It is still not working.").state is State.BROKEN


def test_a_form_is_kept_by_the_form():
    assert first("13:00 amir: I'll send the form by 2:30.\n14:20 amir: The form is attached.").state is State.KEPT
    assert first("13:00 amir: I'll send the form by 2:30.\n14:20 amir: https://desk.test/form").state is State.KEPT
    assert (
        first("13:00 amir: I'll send the form by 2:30.\n14:20 amir: The printer is out of toner.").state is State.BROKEN
    )


def test_a_call_keeps_a_promised_call():
    call = {"m2": {"channel": Channel.VOICE}}
    assert first("13:00 amir: I'll call you at 2:30.\n14:30 amir: Hello Dana.", messages=call).state is State.KEPT


def test_a_promised_visit_is_kept_in_person():
    note = {"m2": {"channel": Channel.IN_PERSON}}
    assert first("13:00 amir: I'll come by at 2:30.\n14:20 amir: Hello Dana.", messages=note).state is State.KEPT


def test_another_verb_is_kept_by_words_that_say_it_again():
    lines = "13:00 amir: I'll migrate your mailbox by 2:30.\n14:20 amir: Your mailbox is migrated."
    assert first(lines).state is State.KEPT


def test_what_is_written_in_the_same_breath_keeps_nothing():
    lines = "13:00 amir: I'll call you at 2:30.\n13:01 amir: Your ticket number is four hundred and twelve."
    assert first(lines, channel=Channel.CHAT).state is State.BROKEN


def test_a_promise_without_a_time_asks_when_and_stays_open():
    promise = only(ticket("13:00 amir: I'll look into it and let you know."), now="20:00")
    assert (promise.due, promise.asks, promise.state) == (None, "When?", State.OPEN)


def test_a_promise_without_a_time_is_kept_by_the_answer_and_never_late():
    lines = "09:00 amir: I'll look into it and let you know.\n17:00 amir: The vendor has found a defect in the driver."
    assert first(lines, now="18:00").state is State.KEPT


def test_giving_the_time_later_renews_a_promise_without_one():
    lines = "13:00 amir: I'll let you know.\n13:05 dana: When?\n13:06 amir: I'll let you know by 3."
    assert [promise.state for promise in ledger(ticket(lines), now=at("14:00"))] == [State.RENEWED, State.OPEN]


def test_a_time_that_may_be_two_is_never_called_broken():
    promise = only(ticket("20:50 amir: I'll call you at 9."), now="23:00")
    assert (promise.state, len(promise.candidates)) == (State.OPEN, 2)


def test_nothing_later_than_now_is_looked_at():
    assert [promise.state for promise in ledger(ticket(TWO_PROMISES), now=at("14:00"))] == [State.OPEN]


def test_the_hours_of_the_desk_count():
    late = Hours(closes=at("20:00").time())
    (promise,) = ledger(ticket("13:00 amir: I'll call you by end of day."), now=at("14:00"), hours=late)
    assert promise.due == at("20:00")


def test_messages_without_a_time_are_in_order_and_never_late():
    lines = "13:00 amir: I'll update you by 2:30.\n14:20 amir: The vendor has found a defect in the driver."
    assert first(lines, messages={"m2": {"sent_at": None}}).state is State.KEPT


def test_at_the_end_of_a_shift_the_unfinished_change_hands():
    done, open_ = hand_over(ledger(ticket(TWO_PROMISES), now=at("15:00")), "bo")
    assert (done.owner, open_.owner, open_.sender) == ("amir", "bo", "amir")


def test_what_was_handed_over_is_found_again_in_the_next_reading():
    conversation = ticket("13:00 amir: I'll call you at 5.")
    owners = owners_of(hand_over(ledger(conversation, now=at("15:00")), "bo"))
    assert owners == {"m1:0": "bo"}
    assert [promise.owner for promise in ledger(conversation, now=at("16:00"), owners=owners)] == ["bo"]


def test_the_words_of_a_promise_stay_out_of_its_repr():
    assert "call" not in repr(only(ticket("13:00 amir: I'll call you at 5.")))
