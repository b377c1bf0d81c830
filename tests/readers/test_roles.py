import msgspec
import pytest

from calmdesk.conversation import Channel, Conversation, Message, Participant, Role
from calmdesk.errors import BadInput
from calmdesk.readers import Desk, assign_roles, with_role


def conversation(*turns, channel=Channel.CHAT, automatic=(), **more):
    people = {name: Participant(id=name, role=Role.UNKNOWN, name=name) for name, _ in turns}
    messages = tuple(
        Message(id=f"m{number}", sender=name, text=words, automatic=name in automatic)
        for number, (name, words) in enumerate(turns)
    )
    return Conversation(id="c", channel=channel, participants=tuple(people.values()), messages=messages, **more)


def found(talk, desk=None):
    return {person.id: person.role.value for person in assign_roles(talk, desk or Desk()).participants}


def evidence(talk, desk=None):
    return {person.id: person.role_evidence for person in assign_roles(talk, desk or Desk()).participants}


def test_who_opens_the_thread_is_the_requester_and_who_answers_is_the_desk():
    talk = conversation(("Dana", "Hello"), ("Kim", "Good morning"), ("Dana", "It broke"))
    assert found(talk) == {"Dana": "requester", "Kim": "agent"}
    assert evidence(talk) == {"Dana": "opened the thread", "Kim": "the only one who answers the requester"}


def test_who_speaks_first_on_a_call_may_be_either():
    talk = conversation(("Dana", "Hello"), ("Kim", "Good morning"), channel=Channel.VOICE)
    assert found(talk) == {"Dana": "unknown", "Kim": "unknown"}
    assert evidence(talk)["Dana"] == "too little evidence: nothing they say or are called tells"


def test_who_greets_for_the_desk_is_the_desk_even_when_first():
    talk = conversation(("Kim", "Thank you for calling, how can I help?"), ("Dana", "Hello"), channel=Channel.VOICE)
    assert found(talk) == {"Kim": "agent", "Dana": "requester"}
    assert evidence(talk) == {
        "Kim": 'greets for the desk ("thank you for calling")',
        "Dana": "the only one the desk talks to",
    }


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("IT Support", "agent"),
        ("Kim (Helpdesk)", "agent"),
        ("Agent 2", "agent"),
        ("Customer", "requester"),
        ("End User", "requester"),
        ("Team Lead", "supervisor"),
        ("Chatbot", "system"),
        ("Reparto", "unknown"),
    ],
)
def test_names_that_say_what_somebody_is(name, role):
    talk = conversation(("A", "x"), ("B", "y"), (name, "z"))
    assert found(talk)[name] == role


def test_questions_of_troubleshooting_and_words_of_trouble_weigh_together():
    talk = conversation(
        ("Sam", "Good morning"),
        ("Dana", "I can't log in and my laptop is slow"),
        ("Sam", "What error do you see? Have you tried a restart?"),
        channel=Channel.VOICE,
    )
    assert found(talk) == {"Sam": "agent", "Dana": "requester"}


def test_a_curly_apostrophe_is_an_apostrophe():
    talk = conversation(("A", "hello"), ("B", "I can’t log in, my account is locked"), channel=Channel.VOICE)
    assert found(talk)["B"] == "requester"


def test_one_sign_is_enough_for_a_second_helper():
    talk = conversation(
        ("Dana", "I can't log in"), ("Kim", "Hm"), ("Ana", "Let me check."), ("Lee", "Same here"), ("Dana", "ok")
    )
    assert found(talk) == {"Dana": "requester", "Kim": "unknown", "Ana": "agent", "Lee": "unknown"}


def test_whom_the_desk_configured_answers_for_the_desk_however_they_sound():
    talk = conversation(("Dana", "I can't log in"), ("Kim", "Hm"), ("Lee", "How can I help?"))
    assert found(talk, Desk(names=frozenset({"dana"})))["Dana"] == "agent"
    assert evidence(talk, Desk(names=frozenset({"dana"})))["Dana"] == "is one of the desk's people by name"


def test_addresses_count_in_any_case():
    person = Participant(id="x", role=Role.UNKNOWN, addresses=("Kim@Desk.test",))
    talk = msgspec.structs.replace(conversation(("x", "hi")), participants=(person,))
    assert found(talk, Desk(addresses=frozenset({"kim@desk.test"}))) == {"x": "agent"}


def test_the_owner_of_the_ticket_is_the_desk():
    talk = conversation(("Kim", "Hello"), ("Dana", "Hello"), channel=Channel.VOICE, assignee="Kim")
    assert found(talk) == {"Kim": "agent", "Dana": "requester"}
    assert evidence(talk)["Kim"] == "owns the ticket"


def test_what_the_format_states_is_kept():
    people = (
        Participant(id="A", role=Role.REQUESTER, role_evidence="the file says so"),
        Participant(id="B", role=Role.UNKNOWN, role_evidence="the transcript does not say who speaks here"),
    )
    talk = msgspec.structs.replace(conversation(("A", "How can I help?"), ("B", "x")), participants=people)
    assert found(talk, Desk(names=frozenset({"a"}))) == {"A": "requester", "B": "unknown"}
    assert evidence(talk)["B"] == "the transcript does not say who speaks here"


def test_automatic_messages_open_no_thread():
    talk = conversation(("notice", "Your ticket was opened"), ("Dana", "hi"), ("Kim", "hi"), automatic={"notice"})
    assert found(talk) == {"notice": "other", "Dana": "requester", "Kim": "agent"}


def test_leadership_is_marked_by_name_or_address_and_keeps_its_role():
    assigned = assign_roles(conversation(("Dana", "hi"), ("Kim", "hi")), Desk(leadership=frozenset({"dana"})))
    assert [(person.leadership, person.role.value) for person in assigned.participants] == [
        (True, "requester"),
        (False, "agent"),
    ]


def test_a_person_can_correct_a_role():
    corrected = with_role(assign_roles(conversation(("Dana", "hi"), ("Kim", "hi")), Desk()), "Dana", Role.AGENT)
    assert corrected.participant("Dana").role is Role.AGENT
    assert corrected.participant("Dana").role_evidence == "set by hand"
    assert assign_roles(corrected, Desk()) == corrected
    with pytest.raises(BadInput, match="no participant has the id 'Nobody'"):
        with_role(corrected, "Nobody", Role.AGENT)


def test_loudness_goes_when_somebody_turns_out_to_be_the_desk():
    talk = conversation(("Dana", "hi"), ("Kim", "hi"))
    loud = tuple(msgspec.structs.replace(message, loudness_db=(-30.0,)) for message in talk.messages)
    assigned = assign_roles(msgspec.structs.replace(talk, messages=loud), Desk())
    assert [message.loudness_db for message in assigned.messages] == [(-30.0,), ()]
    assert [message.loudness_db for message in with_role(assigned, "Dana", Role.AGENT).messages] == [(), ()]
