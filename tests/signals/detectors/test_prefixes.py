"""Whatever comes later, a finding stays what it was when its message had just arrived (P-2.5)."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calmdesk.conversation import Channel, Conversation
from calmdesk.playbook import Example
from calmdesk.playbook.detectors import Phrases
from calmdesk.playbook.examples import parse_example
from calmdesk.signals import engine_for, scan
from tests.talk import builtin, talk

STRUCTURAL = [sign for sign in builtin().signs.values() if not isinstance(sign.detector, Phrases)]


def findings_at_each_end(conversation: Conversation):
    """For each message, its findings when it was the last one."""
    engine = engine_for(builtin())
    return [scan(conversation.until(message.id), engine)[-1].findings for message in conversation.messages]


def findings(conversation: Conversation):
    return [item.findings for item in scan(conversation, engine_for(builtin()))]


@pytest.mark.parametrize("sign", STRUCTURAL, ids=lambda sign: sign.id)
def test_examples_read_message_by_message_give_the_same_findings(sign):
    for example in (*sign.match, *sign.no_match):
        conversation = parse_example(example).conversation
        assert findings_at_each_end(conversation) == findings(conversation)


SAID = st.sampled_from(
    [
        "the badge does not open the lab door",
        "nothing",
        "WHY IS NOBODY ANSWERING???",
        "any update?",
        "What exactly happens then?",
        "when will this finally be over for us?",
        "so first we open the settings page and then we look at the second line of it all",
        "no",
    ]
)
FACTS = st.sampled_from(
    [
        "",
        " <at=09:00>",
        " <at=2+18:00 to=desk@x.test>",
        " <to=desk@x.test cc=ceo@x.test,a@x.test,b@x.test>",
        " <start=0 end=9 loud=-30,-31>",
        " <start=4 end=60 loud=-10,-11>",
        " <start=70 end=110 loud=-30,-30>",
    ]
)
TURNS = st.lists(
    st.builds(
        lambda who, facts, said: f"{who}{facts}: {said}",
        st.sampled_from(["requester", "agent", "requester2"]),
        FACTS,
        SAID,
    ),
    min_size=1,
    max_size=8,
)


@settings(max_examples=60, deadline=None)
@given(lines=TURNS, channel=st.sampled_from(list(Channel)))
def test_any_conversation_read_message_by_message_gives_the_same_findings(lines, channel):
    conversation = talk("\n".join(lines), channel, ("ceo@x.test",))
    assert findings_at_each_end(conversation) == findings(conversation)


def test_examples_are_found_at_all():
    assert sum(bool(parse_example(example).spans) for sign in STRUCTURAL for example in sign.match) >= 80
    assert isinstance(STRUCTURAL[0].match[0], Example)
