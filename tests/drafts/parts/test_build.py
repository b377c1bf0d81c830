from __future__ import annotations

from typing import NamedTuple

import msgspec
import pytest

from calmdesk.conversation import Status
from calmdesk.drafts.parts import Part, parts
from calmdesk.drafts.parts.incidents import incident_of, incidents
from calmdesk.drafts.parts.values import TO_FILL
from calmdesk.moves import asked_in
from tests.drafts.parts.replies import built, reply_to, texts
from tests.moves.seen import last
from tests.talk import builtin, said_by, talk


class Due(NamedTuple):
    """A card of the next move."""

    move: str
    say: tuple[str, ...]


ORDER = ("acknowledgement", "restatement", "next_step", "time", "question")


def test_the_parts_stand_in_the_order_of_a_reply() -> None:
    kinds = [part.kind for part in reply_to("requester: My VPN keeps dropping since Friday.")]
    assert list(dict.fromkeys(kinds)) == list(ORDER)
    assert kinds == sorted(kinds, key=ORDER.index)


def test_a_time_is_never_made_up() -> None:
    (time,) = (part for part in reply_to("requester: My VPN keeps dropping.") if part.kind == "time")
    assert (time.source, time.text[time.start : time.end], time.editable) == (TO_FILL, "…", True)


def test_there_is_one_question_and_no_other_part_asks() -> None:
    reply = reply_to("requester: My VPN keeps dropping since Friday.")
    assert len(texts(reply, "question")) == 1
    assert sum(len(asked_in(last(said_by("agent", part.text)))) for part in reply) == 1


@pytest.mark.parametrize(
    ("told", "not_asked"),
    [
        ("My VPN keeps dropping on wifi.", "Are you on wifi"),
        ("My VPN keeps dropping since Friday, on wifi, only me.", "Since when"),
        ("I'm locked out of my account, it says too many attempts.", "What does the screen say"),
        ("The printer in room 3.12 is jamming.", "Which printer"),
        ("My laptop won't start, the light is on.", "Is there any light"),
    ],
)
def test_what_was_told_is_not_asked(told: str, not_asked: str) -> None:
    assert not any(one.startswith(not_asked) for one in texts(reply_to(f"requester: {told}"), "question"))


def test_what_the_desk_asked_already_is_not_asked_again() -> None:
    first = texts(reply_to("requester: My VPN keeps dropping."), "question")
    again = texts(
        reply_to(f"requester: My VPN keeps dropping.\nagent: {first[0]}\nrequester: Hm, no idea."), "question"
    )
    assert first != again


def test_where_everything_is_known_nothing_is_asked() -> None:
    told = "requester: My VPN keeps dropping since Friday, on wifi, only me, it says connection lost."
    assert texts(reply_to(told), "question") == []


def test_without_a_matter_that_is_understood_the_next_step_is_the_agents() -> None:
    reply = reply_to("requester: Could somebody have a look at the thing from last week?")
    assert [part.source for part in reply if part.kind == "next_step"] == [TO_FILL]
    assert texts(reply, "question") == []


def test_when_it_works_again_there_is_nothing_to_build() -> None:
    dialogue = "requester: My VPN keeps dropping.\nagent: Try it now, please.\nrequester: It works, thanks!"
    assert [part.kind for part in reply_to(dialogue)] in ([], ["acknowledgement"])


def test_a_limit_or_a_danger_stands_alone() -> None:
    conversation = said_by("requester", "My VPN keeps dropping.")
    for move in ("get_help_now", "stay_with_the_person", *builtin().boundaries):
        card = Due(move, ("Say … first.", "I keep to the problem."))
        assert [part.text for part in parts(conversation, builtin(), card=card)] == ["I keep to the problem."]


def test_while_a_limit_is_due_nothing_about_the_matter_is_built() -> None:
    conversation = said_by("requester", "My VPN keeps dropping.")
    assert parts(conversation, builtin(), limit_due=True) == ()
    assert parts(conversation, builtin()) != ()


def test_once_the_desk_has_answered_nothing_is_acknowledged_again() -> None:
    told = "requester: My VPN keeps dropping."
    assert texts(reply_to(told), "acknowledgement") == ["Thank you for the details."]
    assert texts(reply_to(f"{told}\nagent: I am looking at it."), "acknowledgement") == []


def test_a_settled_ticket_has_nothing_to_build() -> None:
    conversation = said_by("requester", "My VPN keeps dropping.")
    assert built(msgspec.structs.replace(conversation, status=Status.SOLVED)) == ()
    assert built(conversation) != ()


def test_another_language_builds_nothing() -> None:
    german = "Guten Morgen, mein Konto ist seit heute früh gesperrt und ich komme nicht ins Postfach hinein."
    assert built(said_by("requester", german)) == ()


def test_a_part_never_tells_its_words_to_a_log() -> None:
    part = Part(kind="time", text="You hear from me by …", source=TO_FILL)
    assert "hear" not in repr(part)


@pytest.mark.parametrize(
    ("told", "incident"),
    [
        ("locked out of my account", "account"),
        ("my VPN keeps dropping", "vpn"),
        ("the printer is jamming", "printer"),
        ("my mailbox is empty", "mail"),
        ("my computer is so slow", "slow"),
        ("the export failed", "app"),
        ("my laptop won't start", "hardware"),
        ("access to the project drive", "request"),
    ],
)
def test_common_incidents_are_recognised(told: str, incident: str) -> None:
    found = incident_of(told)
    assert found is not None
    assert found.id == incident


def test_every_incident_has_a_step_and_one_question_a_need() -> None:
    for incident in incidents():
        assert incident.step.endswith(".")
        for need in incident.needs:
            assert len(asked_in(last(talk(f"agent: {need.ask}")))) == 1, need.ask
