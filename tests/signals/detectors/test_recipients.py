"""People newly copied in."""

from functools import partial

import pytest

from calmdesk.conversation import Channel
from calmdesk.playbook.detectors import Recipients
from calmdesk.signals.detectors import recipients
from tests.signals.detectors.looking import reasons, seen
from tests.talk import talk

leaders = partial(recipients.find, Recipients(leadership=True))
anyone = partial(recipients.find, Recipients(leadership=False, anyone_new=2))
FIRST = "requester <to=desk@x.test>: one"


def mail(*lines: str, leadership: tuple[str, ...] = ()):
    return talk("\n".join(lines), Channel.EMAIL, leadership)


def test_a_marked_leader_is_named_in_the_reason():
    conversation = mail(FIRST, "requester <to=desk@x.test cc=kim@x.test>: two", leadership=("kim@x.test",))
    assert seen(leaders, conversation) == [("m2", 0, 0)]
    assert reasons(leaders, conversation) == ["newly copied in: kim@x.test"]


@pytest.mark.parametrize("address", ["cio@x.test", "it.director@x.test", "head_of_sales@x.test", "VP-Sales@x.test"])
def test_a_title_in_the_address_leads(address):
    assert seen(leaders, mail(FIRST, f"requester <to=desk@x.test cc={address}>: two")) == [("m2", 0, 0)]


@pytest.mark.parametrize(
    "address", ["directory@x.test", "vpn@x.test", "pat@director.test", "assistant.ceo@x.test", "cioran@x.test"]
)
def test_the_letters_of_a_title_do_not_lead(address):
    assert seen(leaders, mail(FIRST, f"requester <to=desk@x.test cc={address}>: two")) == []


def test_who_was_there_is_not_new_however_it_is_written():
    conversation = mail(
        "requester <to=desk@x.test cc=Kim@X.test>: one",
        "requester <to=desk@x.test cc=kim@x.test>: two",
        leadership=("kim@x.test",),
    )
    assert seen(leaders, conversation) == []


def test_the_first_message_has_nobody_new():
    assert seen(leaders, mail("requester <to=desk@x.test cc=ceo@x.test>: one")) == []


def test_people_are_counted_without_leaders():
    assert seen(anyone, mail(FIRST, "requester <to=desk@x.test cc=a@x.test,ceo@x.test>: two")) == []
    conversation = mail(FIRST, "requester <to=desk@x.test,c@x.test cc=a@x.test,ceo@x.test>: two")
    assert seen(anyone, conversation) == [("m2", 0, 0)]
    assert reasons(anyone, conversation) == ["2 people newly copied in"]


def test_one_is_told_as_one():
    one = partial(recipients.find, Recipients(leadership=False, anyone_new=1))
    assert reasons(one, mail(FIRST, "requester <to=desk@x.test cc=a@x.test>: two")) == ["1 person newly copied in"]


def test_earlier_mail_without_addresses_says_nothing_of_who_is_new():
    conversation = mail("requester: one", "requester <cc=ceo@x.test>: two")
    assert seen(leaders, conversation) == []


def test_after_a_portal_a_copied_leader_is_new():
    conversation = talk("requester: one\nrequester <to=desk@x.test cc=ceo@x.test>: two", Channel.PORTAL)
    assert seen(leaders, conversation) == [("m2", 0, 0)]
    assert seen(leaders, talk("requester: one\nrequester <to=ceo@x.test>: two", Channel.PORTAL)) == []
