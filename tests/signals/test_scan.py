from hypothesis import given, settings
from hypothesis import strategies as st

from calmdesk.conversation import Channel
from calmdesk.signals import engine_for, scan
from tests.talk import builtin, talk

LINES = st.sampled_from(
    [
        "Last time this happened nobody called back.",
        "I already told you that, it is STILL NOT WORKING!!!",
        "you are an idiot",
        "ok",
        "no",
        "I cannot log in since this morning, the screen stays black after I type my password.",
        "The printer on floor three prints blank pages and the tray is full.",
        "thanks, it works",
        "Das funktioniert leider immer noch nicht, bitte helfen Sie mir bald weiter.",
        "What exactly happens when you type it?",
        "> you are an idiot",
        "😡😡 y\u200bou are a m0r0n",
    ]
)
TURNS = st.lists(
    st.tuples(st.sampled_from(["requester", "agent", "requester2", "system"]), LINES), min_size=1, max_size=9
)


def conversation_of(turns):
    return talk("\n".join(f"{who}: {text}" for who, text in turns), Channel.EMAIL)


def findings(conversation):
    return [finding for item in scan(conversation, engine_for(builtin())) for finding in item.findings]


@given(TURNS)
@settings(max_examples=60)
def test_every_quote_is_the_text_between_its_offsets(turns):
    conversation = conversation_of(turns)
    for finding in findings(conversation):
        assert conversation.message(finding.message).text[finding.start : finding.end] == finding.quote


@given(TURNS)
@settings(max_examples=60)
def test_a_message_is_judged_only_by_what_came_before_it(turns):
    conversation = conversation_of(turns)
    whole = findings(conversation)
    for message in conversation.messages:
        prefix = findings(conversation.until(message.id))
        known = {earlier.id for earlier in conversation.until(message.id).messages}
        assert prefix == [finding for finding in whole if finding.message in known]


@given(TURNS)
@settings(max_examples=20)
def test_the_same_input_gives_the_same_output(turns):
    assert findings(conversation_of(turns)) == findings(conversation_of(turns))


def test_a_silenced_rule_is_not_found():
    conversation = talk("requester: you are an idiot")
    engine = engine_for(builtin())
    assert {finding.rule for item in scan(conversation, engine) for finding in item.findings} >= {"insults_the_helper"}
    silenced = scan(conversation, engine, frozenset({"insults_the_helper"}))
    assert "insults_the_helper" not in {finding.rule for item in silenced for finding in item.findings}


def test_a_message_in_another_language_is_named_and_not_judged():
    scanned = scan(
        talk(
            "requester: Der Drucker im dritten Stock druckt seit heute Morgen nur noch leere Seiten, was soll ich tun?"
        ),
        engine_for(builtin()),
    )
    assert scanned[0].language == "de"
    assert scanned[0].findings == ()


def test_a_disguised_word_is_said_to_be_disguised():
    scanned = scan(talk("requester: you are an 1d10t"), engine_for(builtin()))
    reasons = [reason for finding in scanned[0].findings for reason in finding.reasons]
    assert "a word in it is written in a disguise" in reasons
