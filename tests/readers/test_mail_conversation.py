from hypothesis import given
from hypothesis import strategies as st

from calmdesk.conversation import Conversation, Role
from calmdesk.readers.format import Desk
from calmdesk.readers.mail_conversation import conversation
from calmdesk.readers.mail_message import read_mail
from tests.readers.letters import letter

DESK = Desk(addresses=frozenset({"sam@desk.test", "desk@desk.test"}))
SAM = {"from": "Sam <sam@desk.test>", "to": "dana@x.test", "subject": "Re: VPN"}


def talk(*mails: bytes, desk: Desk = DESK) -> Conversation:
    return conversation([read_mail(mail) for mail in mails], desk)


def texts(found: Conversation) -> list[str]:
    return [message.text for message in found.messages]


def test_mails_become_one_conversation_in_the_order_of_their_dates() -> None:
    answer = letter("Looking.", message_id="<2@desk.test>", date="Mon, 5 Jan 2026 10:00:00 +0100", **SAM)
    found = talk(answer, letter("Down."))
    assert found.subject == "VPN"
    assert texts(found) == ["Down.", "Looking."]
    assert found.opened_at == found.messages[0].sent_at


def test_an_answer_dated_before_its_question_still_comes_after_it() -> None:
    early = letter(
        "Looking.",
        message_id="<2@desk.test>",
        in_reply_to="<1@x.test>",
        date="Mon, 5 Jan 2026 08:00:00 +0100",
        **SAM,
    )
    assert texts(talk(early, letter("Down."))) == ["Down.", "Looking."]


def test_mails_that_answer_each_other_in_a_circle_are_all_there() -> None:
    one = letter("One.", message_id="<1@x.test>", in_reply_to="<2@x.test>")
    two = letter("Two.", message_id="<2@x.test>", in_reply_to="<1@x.test>")
    assert sorted(texts(talk(one, two))) == ["One.", "Two."]


def test_a_mail_without_a_date_keeps_its_place() -> None:
    undated = letter("Then.", message_id="<2@x.test>", date=None)
    last = letter("Last.", message_id="<3@x.test>", date="Mon, 5 Jan 2026 10:00:00 +0100")
    assert texts(talk(letter("First."), undated, last)) == ["First.", "Then.", "Last."]


def test_the_same_mail_twice_is_one_message_that_names_both_copies() -> None:
    copy = letter("Down.", received="by mx.x.test; Mon, 5 Jan 2026 09:00:01 +0100")
    found = talk(letter("Down."), copy)
    assert texts(found) == ["Down."]
    assert found.messages[0].x["copies"] == [read_mail(copy).raw]


def test_two_mails_with_one_id_and_other_words_stay_two_messages() -> None:
    found = talk(letter("Down."), letter("Up."), letter("Sideways."))
    assert texts(found) == ["Down.", "Up.", "Sideways."]
    assert [message.id for message in found.messages] == ["1@x.test", "1@x.test#2", "1@x.test#3"]
    assert found.messages[1].x["same_id_as"] == "1@x.test"


def test_everyone_is_a_participant_once_with_every_name_they_were_given() -> None:
    second = letter("More.", message_id="<2@x.test>", cc="lead@desk.test", **{"from": "D. Diaz <DANA@x.test>"})
    found = talk(letter("Down."), second)
    dana = found.participant("dana@x.test")
    assert [person.id for person in found.participants] == ["dana@x.test", "desk@desk.test", "lead@desk.test"]
    assert (dana.name, dana.person, dana.addresses) == ("Dana Diaz", "dana@x.test", ("dana@x.test",))
    assert dana.x["names"] == ["Dana Diaz", "D. Diaz"]


def test_roles_come_from_the_desk_and_else_from_evidence_that_is_shown() -> None:
    answer = letter("Looking.", message_id="<2@desk.test>", cc="lead@x.test", **SAM)
    found = talk(letter("Down."), answer)
    assert found.participant("sam@desk.test").role is Role.AGENT
    assert found.participant("dana@x.test").role is Role.REQUESTER
    assert found.participant("lead@x.test").role is Role.OTHER
    guessed = talk(letter("Down."), answer, desk=Desk())
    assert guessed.participant("dana@x.test").role is Role.REQUESTER
    assert guessed.participant("sam@desk.test").role is Role.AGENT
    assert all(person.role_evidence for person in guessed.participants)


def test_who_only_sends_automatic_mail_is_a_system() -> None:
    away = letter("Away.", message_id="<2@x.test>", auto_submitted="auto-replied", **{"from": "robot@x.test"})
    found = talk(letter("Down."), away)
    assert found.participant("robot@x.test").role is Role.SYSTEM


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4), st.sampled_from(["a", "b"])), min_size=1, max_size=8))
def test_nothing_said_is_lost_and_no_id_is_twice(mails: list[tuple[int, int, str]]) -> None:
    found = talk(
        *(letter(words, message_id=f"<{own}@x.test>", in_reply_to=f"<{parent}@x.test>") for own, parent, words in mails)
    )
    assert {(message.id.partition("#")[0], message.text) for message in found.messages} == {
        (f"{own}@x.test", words) for own, _, words in mails
    }
