"""The draft for when nothing is new is plain, owns what is late once, and promises no time that nobody decided."""

from __future__ import annotations

from calmdesk.promises import State, find, ledger, update_draft
from tests.promises.desk import BERLIN, at, ticket

(PROMISE,) = ledger(ticket("13:00 amir: I'll call you by 2:30."), now=at("14:00"))


def test_before_its_time_it_says_where_it_stands_and_when_the_next_word_comes():
    draft = update_draft(
        PROMISE, at("14:20"), zone=BERLIN, about="the VPN", waiting_on="the network team", next_at=at("16:00")
    )
    assert draft == "Nothing new yet on the VPN: it is still with the network team. I will write again by 16:00."


def test_after_its_time_it_says_so_once():
    draft = update_draft(PROMISE, at("15:00"), zone=BERLIN, about="the VPN", next_at=at("9:30", day=12))
    assert draft == (
        "I said I would call you by 14:30, and that has not happened; I am sorry. "
        "Nothing new yet on the VPN; we are still on it. I will write again by 9:30 tomorrow."
    )


def test_the_time_is_left_to_the_agent():
    assert update_draft(PROMISE, at("14:20"), zone=BERLIN).endswith("I will write again by [time].")


def test_yesterdays_time_is_called_so():
    assert "by 14:30 yesterday" in update_draft(PROMISE, at("9:00", day=12), zone=BERLIN)


def test_a_draft_that_is_sent_renews_the_promise_and_is_no_news():
    draft = update_draft(PROMISE, at("14:20"), zone=BERLIN, waiting_on="the network team", next_at=at("16:00"))
    old, new = ledger(ticket(f"13:00 amir: I'll call you by 2:30.\n14:20 amir: {draft}"), now=at("15:00"))
    assert (old.state, new.state, new.due) == (State.RENEWED, State.OPEN, at("16:00"))


def test_an_unfinished_draft_names_no_time():
    (found,) = find(update_draft(PROMISE, at("14:20"), zone=BERLIN))
    assert found.time is None
