"""Which rung is due, which was said, and when a contact may end, on the fixed lines of a requester and an agent."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from calmdesk.conversation import Channel
from calmdesk.escalation import Norms
from tests.escalation.judged import NOW, ladder_of, used_before
from tests.talk import talk

INSULT = "requester: You are an idiot."
NAMED = "agent: Please leave out the insults."
WARNED = "agent: If the insults go on, I will end this chat."
ENDED = "agent: I am ending this chat now, and my supervisor will write to you."
REPLY = "agent: I see a lock on the account."
CALM = "requester: The light is green."


def lines(*said):
    return "\n".join(said)


def due_of(*said, **given):
    due = ladder_of(lines(*said), **given).due
    return None if due is None else (due.rung, due.boundary)


def test_a_calm_conversation_is_on_no_rung_and_nothing_is_due():
    found = ladder_of(lines(CALM, REPLY, CALM))
    assert (found.rung, found.used, found.due, found.may_end) == (0, (), None, None)


UPSET = [
    "requester: This damn printer is a piece of shit.",
    "requester: I am furious, this is unacceptable, I have been waiting for three weeks!",
    "requester: Why does nothing ever work here?! I am sick of this.",
    "requester: I will take you to court over this outage.",
    "requester: WHERE IS MY FILE??? What a load of crap.",
]


def test_being_upset_about_the_issue_makes_nothing_due_also_with_strong_words():
    assert due_of(*[line for words in UPSET for line in (words, REPLY)]) is None


@pytest.mark.parametrize("words", UPSET)
def test_being_upset_with_the_same_words_again_and_again_asks_for_no_more_than_the_first_two_rungs(words):
    due = due_of(*[words, REPLY] * 6)
    assert due is None or due[0] <= 2


def test_one_insult_asks_for_leading_back_to_the_issue():
    assert due_of(INSULT) == (1, "redirect_to_the_issue")


def test_the_second_abusive_message_asks_for_naming_the_behaviour():
    due = ladder_of(lines(INSULT, REPLY, "requester: Try it again, moron.")).due
    assert (due.rung, due.boundary) == (3, "name_the_behaviour")
    assert (due.behaviour.message, due.behaviour.quote) == ("m3", "moron")
    assert "“moron”" in due.why
    assert "message 2" in due.why


def test_a_boundary_that_was_said_is_found_with_its_exact_words():
    (used,) = ladder_of(lines(INSULT, "agent: I hear you. Please leave out the insults.")).used
    assert (used.rung, used.boundary, used.conversation, used.message) == (3, "name_the_behaviour", "example", "m2")
    assert (used.start, used.end, used.quote) == (12, 40, "Please leave out the insults")


def test_each_warning_that_is_not_heeded_moves_one_rung_on():
    talked = [INSULT, INSULT]
    assert due_of(*talked) == (3, "name_the_behaviour")
    assert due_of(*talked, NAMED) is None
    assert due_of(*talked, NAMED, INSULT) == (4, "say_the_consequence")
    assert due_of(*talked, NAMED, INSULT, WARNED) is None
    assert due_of(*talked, NAMED, INSULT, WARNED, INSULT) == (5, "end_and_transfer")
    assert due_of(*talked, NAMED, INSULT, WARNED, INSULT, ENDED) is None


def test_no_number_of_insults_skips_a_warning_that_nobody_gave():
    assert due_of(*[INSULT] * 6) == (3, "name_the_behaviour")
    assert due_of(*[INSULT] * 6, NAMED, INSULT) == (4, "say_the_consequence")


def test_a_lower_rung_does_not_stand_for_the_one_that_is_due():
    said = [INSULT, INSULT, "agent: Let's come back to the problem."]
    assert due_of(*said) == (3, "name_the_behaviour")


def test_a_boundary_is_overdue_once_the_desk_wrote_without_it_and_it_went_on():
    assert not ladder_of(lines(INSULT, INSULT)).due.overdue
    assert not ladder_of(lines(INSULT, INSULT, REPLY)).due.overdue
    assert ladder_of(lines(INSULT, INSULT, REPLY, INSULT)).due.overdue
    assert not ladder_of(lines(INSULT, INSULT, NAMED, INSULT)).due.overdue


def test_a_note_to_colleagues_is_no_boundary():
    conversation = talk(lines(INSULT, INSULT, NAMED))
    note = replace(conversation.messages[2], internal=True)
    found = ladder_of(replace(conversation, messages=(*conversation.messages[:2], note)))
    assert (found.rung, found.due.rung) == (0, 3)


def test_after_calm_messages_what_was_not_said_need_not_be_said_any_more():
    assert due_of(INSULT, INSULT, REPLY, CALM) == (3, "name_the_behaviour")
    assert due_of(INSULT, INSULT, REPLY, CALM, REPLY, CALM) is None


def test_a_new_insult_after_calm_messages_still_counts_the_old_ones():
    assert due_of(INSULT, REPLY, CALM, CALM, CALM, INSULT) == (3, "name_the_behaviour")


@pytest.mark.parametrize("words", ["I will come over and punch you.", "You will regret this, I know where you work."])
def test_a_threat_goes_straight_to_the_consequence_and_the_contact_may_end(words):
    found = ladder_of(lines(CALM, REPLY, f"requester: {words}"))
    assert found.due.boundary == "say_the_consequence"
    assert found.may_end is not None
    assert found.too_early(5) is None


def test_a_threat_stays_due_through_calm_messages():
    assert due_of("requester: I will come over and punch you.", CALM, CALM, CALM) == (4, "say_the_consequence")


def test_a_threat_after_the_consequence_ends_the_contact():
    assert due_of(INSULT, WARNED, "requester: I will come over and punch you.") == (5, "end_and_transfer")


def test_norms_may_end_at_once_on_a_threat():
    norms = Norms(threat_rung=5)
    assert due_of("requester: I will come over and punch you.", norms=norms) == (5, "end_and_transfer")


def test_the_contact_may_end_once_the_consequence_was_said_and_not_heeded():
    assert ladder_of(lines(INSULT, INSULT, NAMED, INSULT)).may_end is None
    assert ladder_of(lines(INSULT, WARNED)).may_end is None
    reason = ladder_of(lines(INSULT, WARNED, INSULT)).may_end
    assert reason == "The warning was said, and “You are an idiot” came after it."


def test_norms_may_let_an_agent_end_the_contact_from_the_named_behaviour_on():
    found = ladder_of(lines(INSULT, INSULT, NAMED, INSULT), norms=Norms(end_from=3))
    assert found.due.rung == 4
    assert found.may_end is not None


def test_a_rung_comes_too_early_before_the_one_under_it():
    calm, named = ladder_of(lines(CALM, REPLY)), ladder_of(lines(INSULT, INSULT))
    assert calm.too_early(1) is calm.too_early(2) is None
    assert "aimed at a person" in calm.too_early(3)
    assert named.too_early(3) is None
    assert "not been named" in named.too_early(4)
    assert "consequence" in ladder_of(lines(INSULT, NAMED, INSULT)).too_early(5)


def test_a_single_insult_may_be_named_though_it_is_not_due_yet():
    assert ladder_of(INSULT).too_early(3) is None


def test_a_boundary_that_is_heeded_need_not_be_said_again():
    assert ladder_of(lines(INSULT, NAMED, CALM)).too_early(4) is not None


def test_what_one_person_said_is_not_held_against_another():
    assert due_of(INSULT, "requester2: You are an idiot.") == (1, "redirect_to_the_issue")


def test_somebody_in_copy_who_insults_the_agent_is_answered_too():
    assert due_of(CALM, REPLY, "other: You are an idiot.", "other: You are an idiot.") == (3, "name_the_behaviour")


def test_an_insult_by_the_agent_makes_nothing_due():
    assert due_of(CALM, "agent: You are an idiot.", "agent: You are an idiot.") is None


TWICE = [
    "requester: Why do I have to do your job for you?",
    "agent: Which lamp is on, the left one or the right one?",
]


def test_holding_back_what_is_needed_twice_asks_for_restating_it():
    question = "agent: Which lamp is on, the left one or the right one?"
    assert due_of(question, *TWICE, TWICE[0]) == (2, "restate_what_is_needed")


COMPLAINT = "requester: The scanner cannot reach the share since Friday."


def test_repeating_the_complaint_asks_for_leading_back_and_never_for_more_than_restating():
    answer = "agent: Please open the settings page and tell me what it says."
    assert due_of(COMPLAINT, answer, COMPLAINT) is None
    assert due_of(COMPLAINT, answer, COMPLAINT, answer, COMPLAINT) == (1, "redirect_to_the_issue")
    back = "agent: Let's come back to the problem, one step at a time."
    assert due_of(*[COMPLAINT, answer] * 2, COMPLAINT, back, COMPLAINT) == (2, "restate_what_is_needed")
    assert due_of(*[COMPLAINT, answer] * 2, COMPLAINT, back, *[COMPLAINT, answer] * 5)[0] == 2


def test_saying_that_they_said_it_before_is_no_drift():
    assert due_of(*["requester: As I said, it is the blue one.", REPLY] * 4) is None


def test_a_belittling_remark_without_abuse_never_asks_for_more_than_the_first_two_rungs():
    assert due_of(*["requester: You have no idea what you are doing.", REPLY] * 4)[0] <= 2


BYPASS = "requester: Could we skip the approval today?"
HELD = "agent: I see that time is short. The approval still comes first, and I can ask the approver right now."


def test_a_request_to_bypass_asks_for_holding_the_safeguard_once():
    due = ladder_of(BYPASS).due
    assert (due.rung, due.boundary, due.behaviour.quote) == (2, "hold_the_safeguard", "Could we skip the approval")
    assert due_of(BYPASS, HELD) is None
    assert due_of(BYPASS, HELD, CALM) is None


def test_a_request_to_bypass_that_is_repeated_asks_for_it_again():
    assert due_of(BYPASS, HELD, "requester: Just skip the approval.") == (2, "hold_the_safeguard")


def test_granting_it_does_not_hold_the_safeguard():
    assert due_of(BYPASS, "agent: Fine, I will skip the approval this once.") == (2, "hold_the_safeguard")


def test_abuse_goes_before_a_bypass_and_does_not_hide_it():
    both = [BYPASS, INSULT, INSULT]
    assert due_of(*both) == (3, "name_the_behaviour")
    assert due_of(*both, NAMED) == (2, "hold_the_safeguard")


@pytest.mark.parametrize("before", [[], [INSULT, INSULT]])
def test_distress_is_never_conduct_and_no_boundary_is_in_place(before):
    found = ladder_of(lines(*before, "requester: I don't want to live anymore. You are an idiot.", INSULT, INSULT))
    assert (found.due, found.may_end, found.distress) == (None, None, True)
    assert "duty person" in found.too_early(3)


def test_distress_that_the_agent_notes_down_counts_too():
    assert ladder_of(lines(INSULT, "agent: The caller said that she wants to kill herself.")).distress


def test_a_warning_on_the_phone_yesterday_counts_in_the_chat_today():
    found = ladder_of(INSULT, earlier=(used_before(3),))
    assert (found.rung, found.due.rung) == (3, 4)
    assert found.due.why.endswith("It had been named in an earlier contact.")
    assert [used.channel for used in found.used] == [Channel.VOICE]


def test_a_warning_by_mail_counts_on_the_call_of_the_same_case():
    conversation = talk(lines(INSULT, INSULT, NAMED, INSULT))
    mailed = [replace(message, channel=Channel.EMAIL) for message in conversation.messages[:3]]
    found = ladder_of(replace(conversation, channel=Channel.VOICE, messages=(*mailed, conversation.messages[3])))
    assert [used.channel for used in found.used] == [Channel.EMAIL]
    assert found.due.rung == 4


def test_a_contact_does_not_end_on_the_warning_of_another_one():
    found = ladder_of(INSULT, earlier=(used_before(5),))
    assert (found.rung, found.due.rung, found.may_end) == (5, 4, None)


@pytest.mark.parametrize(
    ("facts", "rung"),
    [
        ({"at": datetime(2025, 12, 7, tzinfo=UTC)}, 4),
        ({"at": datetime(2025, 12, 5, tzinfo=UTC)}, 0),
        ({"at": None}, 0),
        ({"case_closed": True}, 0),
        ({"at": datetime(2025, 6, 1, tzinfo=UTC), "restricted_until": date(2026, 1, 5)}, 4),
        ({"case_closed": True, "restricted_until": date(2026, 2, 1)}, 4),
        ({"at": datetime(2025, 6, 1, tzinfo=UTC), "restricted_until": date(2026, 1, 4)}, 0),
        ({"conversation": "example"}, 0),
    ],
    ids=["29 days", "31 days", "no time", "closed", "review today", "closed and restricted", "review past", "itself"],
)
def test_memory_ends_with_the_case_or_after_its_days_unless_restricted(facts, rung):
    assert ladder_of(CALM, earlier=(used_before(4, **facts),)).rung == rung


def test_under_a_restriction_the_warning_need_not_be_said_again():
    found = ladder_of(INSULT, earlier=(used_before(4, restricted_until=date(2026, 2, 1)),))
    assert found.due.rung == 5
    assert found.may_end is not None


def test_an_insult_and_a_warning_of_long_ago_are_forgotten_in_a_long_thread():
    dialogue = lines("requester <at=09:00>: You are an idiot.", "agent <at=09:05>: Please leave out the insults.")
    later = ladder_of(dialogue, now=datetime(2026, 2, 10, tzinfo=UTC))
    assert (later.rung, later.due) == (0, None)


def test_nothing_is_due_in_a_case_that_is_closed_and_the_record_still_shows_the_warnings():
    conversation = replace(talk(lines(INSULT, NAMED, INSULT)), closed_at=NOW)
    found = ladder_of(conversation)
    assert (found.due, found.may_end, found.rung, len(found.used)) == (None, None, 3, 1)


def test_norms_decide_after_how_many_messages_a_rung_is_due():
    patient = Norms(redirect_after=3, restate_after=4, name_after=4, consequence_after=5, end_after=6)
    assert due_of(INSULT, INSULT, INSULT, norms=patient) == (1, "redirect_to_the_issue")
    assert due_of(INSULT, INSULT, INSULT, INSULT, norms=patient) == (3, "name_the_behaviour")


def test_no_value_shows_what_was_said_where_it_may_reach_a_log():
    found = ladder_of(lines(INSULT, INSULT, NAMED, INSULT))
    assert "idiot" not in repr(found)
    assert "leave out" not in repr(found)


SAID = st.sampled_from(
    [
        INSULT,
        "requester2: You are an idiot.",
        "requester: I will come over and punch you.",
        "requester: I don't want to live anymore.",
        BYPASS,
        COMPLAINT,
        CALM,
        REPLY,
        NAMED,
        WARNED,
        ENDED,
        HELD,
    ]
)


@settings(max_examples=60)
@given(st.lists(SAID, min_size=1, max_size=9))
def test_the_rung_never_falls_and_nothing_later_is_used(said):
    whole = talk(lines(*said))
    reached = 0
    for place, message in enumerate(whole.messages, 1):
        then = ladder_of(whole.until(message.id))
        assert then == ladder_of(whole, read=place)
        assert then.rung >= reached
        reached = then.rung


@settings(max_examples=60)
@given(st.lists(SAID, min_size=1, max_size=9))
def test_the_end_is_never_due_without_a_warning_or_a_threat(said):
    found = ladder_of(lines(*said))
    if found.due and found.due.rung == 5:
        assert any(used.rung >= 4 for used in found.used)
    if found.due:
        assert found.too_early(found.due.rung) is None
