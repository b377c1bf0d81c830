from __future__ import annotations

from calmdesk.conversation import Channel
from calmdesk.playbook import Say
from calmdesk.web.design.ready_words import ready_groups


def test_words_for_the_same_channels_stand_together_in_the_order_of_the_file() -> None:
    spoken, chat = (Channel.VOICE, Channel.IN_PERSON), (Channel.CHAT,)
    groups = ready_groups(
        [Say(text="one", channels=spoken), Say(text="two", channels=chat), Say(text="three", channels=spoken)]
    )

    assert [(group.channels, [line.text for line in group.lines]) for group in groups] == [
        ("Call, In person", ["one", "three"]),
        ("Chat", ["two"]),
    ]


def test_words_for_every_channel_say_so() -> None:
    assert ready_groups([Say(text="one")])[0].channels == "Everywhere"


def test_a_fact_to_fill_in_stands_in_square_brackets() -> None:
    [group] = ready_groups([Say(text="You hear from me by {time}."), Say(text="You hear from me today.")])

    assert [(line.text, line.to_fill) for line in group.lines] == [
        ("You hear from me by [time].", True),
        ("You hear from me today.", False),
    ]


def test_the_situation_is_named_as_elsewhere() -> None:
    [group] = ready_groups([Say(text="one", situations=("deadline", "outage"))])
    assert group.lines[0].situations == "A deadline, An outage"
