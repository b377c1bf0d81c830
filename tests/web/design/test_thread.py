from __future__ import annotations

import msgspec

from calmdesk.conversation import Finding, Stage
from calmdesk.web.design.look import Look
from calmdesk.web.design.thread import thread_view
from calmdesk.web.design.tone import Tone
from tests.web.design import examples

PLAYBOOK = examples.PLAYBOOK


def test_the_first_shift_is_one_sentence_with_place_clock_and_reason() -> None:
    (shift,) = thread_view(*examples.HEATED, PLAYBOOK).shifts

    assert (shift.place, shift.clock) == (4, "10:18")
    assert shift.reason == "Brings up last time twice, after one message without it."
    assert shift.noticed is None


def test_each_requester_has_a_first_shift_of_their_own() -> None:
    view = thread_view(*examples.CALL, PLAYBOOK)

    assert view.several_people
    assert [(shift.person, shift.place) for shift in view.shifts] == [("Dana Whitlow", 3), ("Sam Ortega", 6)]


def test_marks_carry_the_exact_words_and_lead_to_their_card() -> None:
    view = thread_view(*examples.HEATED, PLAYBOOK)
    marked = [run for run in view.messages[3].runs if run.keys]
    cards = {card.key: card for card in view.cards}

    assert [run.text for run in marked] == ["Last time this happened", "third time this month"]
    assert all(cards[run.keys[0]].quote == run.text for run in marked)


def test_the_texts_on_the_page_are_the_messages_character_for_character() -> None:
    for conversation, reading in examples.ALL:
        view = thread_view(conversation, reading, PLAYBOOK)
        assert ["".join(run.text for run in one.runs) for one in view.messages] == [
            message.text for message in conversation.messages
        ]


def test_a_sign_without_words_is_a_chip() -> None:
    (chip,) = thread_view(*examples.HEATED, PLAYBOOK).messages[6].chips

    assert chip.title == "Copies in leadership"


def test_newly_copied_people_are_named_once() -> None:
    view = thread_view(*examples.HEATED, PLAYBOOK)

    assert [message.copied for message in view.messages if message.copied] == [("Morgan Ash",)]


def test_upset_about_the_issue_and_hostile_to_a_person_have_different_tones_and_words() -> None:
    messages = thread_view(*examples.HEATED, PLAYBOOK).messages

    assert (messages[3].tone, messages[9].tone) == (Tone.ISSUE, Tone.PERSON)
    assert Tone.ISSUE.word != Tone.PERSON.word
    assert messages[9].conduct_word == "abuse"


def test_a_calm_conversation_has_nothing_to_point_at() -> None:
    view = thread_view(*examples.CALM, PLAYBOOK)

    assert (view.look, view.headline) == (Look.CALM, "Nothing to point at.")
    assert view.loudest_place is None
    assert view.cards == ()


def test_another_language_is_not_judged_and_never_calm() -> None:
    view = thread_view(*examples.OTHER_LANGUAGE, PLAYBOOK)

    assert view.look is Look.NOT_JUDGED
    assert [message.judged for message in view.messages] == [False, True, False]
    assert any("German" in line.why for line in view.not_read)


def test_half_of_the_requesters_words_unread_is_not_judged_even_where_no_shift_was_found() -> None:
    conversation, reading = examples.CALM
    unread = tuple(
        msgspec.structs.replace(message, stance=msgspec.UNSET, tension=msgspec.UNSET) if place in (0, 2) else message
        for place, message in enumerate(reading.messages)
    )

    view = thread_view(conversation, msgspec.structs.replace(reading, messages=unread), PLAYBOOK)

    assert view.look is Look.NOT_JUDGED


def test_an_empty_conversation_is_a_page_too() -> None:
    assert thread_view(*examples.EMPTY, PLAYBOOK).messages == ()


def test_automatic_messages_are_folded_and_internal_notes_are_not() -> None:
    view = thread_view(*examples.HEATED, PLAYBOOK)

    assert [message.place for message in view.messages if message.folded] == [2]
    assert [message.place for message in view.messages if message.internal] == [6]


def test_a_rule_that_has_left_the_playbook_still_has_a_card() -> None:
    conversation, reading = examples.CALM
    finding = Finding(
        rule="gone_rule",
        practice="P-2.4",
        message="id1",
        start=0,
        end=7,
        quote="Morning",
        stage=Stage.CONDUCT,
        reasons=(),
    )

    (card,) = thread_view(conversation, msgspec.structs.replace(reading, findings=(finding,)), PLAYBOOK).cards

    assert (card.title, card.in_playbook, card.tone) == ("Gone rule", False, Tone.PERSON)


def test_a_finding_on_a_message_that_is_not_here_is_left_out() -> None:
    conversation, reading = examples.HEATED
    view = thread_view(conversation.until("id4"), reading, PLAYBOOK)

    assert {card.place for card in view.cards} == {1, 4}


def test_card_keys_stay_while_the_conversation_grows() -> None:
    conversation, reading = examples.HEATED
    early = thread_view(conversation.until("id7"), reading, PLAYBOOK)
    late = thread_view(conversation, reading, PLAYBOOK)

    assert [card.key for card in late.cards][: len(early.cards)] == [card.key for card in early.cards]


def test_a_call_shows_the_time_into_the_call() -> None:
    assert thread_view(*examples.CALL, PLAYBOOK).messages[0].when.clock == "0:09"


def test_a_zone_that_nobody_knows_falls_back_to_the_desks() -> None:
    conversation, reading = examples.HEATED
    nowhere = msgspec.structs.replace(conversation, timezone="Nowhere/At_All")

    assert thread_view(nowhere, reading, PLAYBOOK).messages[0].when.clock == "09:03"
