from __future__ import annotations

import pytest

from calmdesk.conversation import Conversation
from calmdesk.drafts import check
from calmdesk.drafts.facts.symptoms import symptom_wordings
from calmdesk.examples import example_files
from calmdesk.moves import overlap, telling_words
from calmdesk.signals.fold import fold
from calmdesk.signals.moment import words_of
from tests.drafts.parts.replies import as_it_stood, built, prefixes, reply_to, situation, texts
from tests.drafts.parts.sayings import FACTS, marked
from tests.examples.expected import read_example
from tests.talk import builtin, said_by

EXAMPLES = pytest.mark.parametrize("path", example_files(), ids=lambda path: path.name)
# Turned round, a word of theirs is one of these.
TURNED = frozenset(b"you your yours yourself yourselves our were are youre youve youll youd the".split())


@pytest.mark.parametrize(
    ("said", "restated"),
    [
        ("my vpn keeps dropping since friday", "As I understand it, you keep losing your vpn."),
        ("laptop won't start, just a cursor", "As I understand it, the laptop can't be started."),
        ("I can't get into the travel portal.", "As I understand it, the travel portal will not let you in."),
        ("All my mail rules are gone.", "As I understand it, all your mail rules went missing."),
        ("My mailbox is empty.", "As I understand it, there is nothing left in your mailbox."),
        ("I need admin rights.", "If I read you right, you are asking for admin rights."),
        ("my vpn keeps dropping since friday", "This has been going on since Friday."),
        ("Build agents can't reach the mirror. Started 08:55.", "It began at 08:55."),
        ("The screen stays black since I moved desks.", "This has been going on since you moved desks."),
        ("I'm completely blocked.", "What it does to your work: you're completely blocked."),
        ("I have restarted the laptop.", "So that nobody asks you twice: you have already restarted the laptop."),
        ("I need it by Thursday.", "You need it by Thursday."),
        ("It says too many attempts.", "On the screen you see “too many attempts”."),
    ],
)
def test_a_fact_is_said_back_in_other_words(said: str, restated: str) -> None:
    assert restated in texts(built(said_by("requester", said)), "restatement")


def test_what_cannot_be_turned_round_stands_in_quotation_marks() -> None:
    said = texts(built(said_by("requester", "I have swapped the cable you sent.")), "restatement")
    assert said == ["What you have done about it, in your words: “swapped the cable you sent”."]


def test_a_time_that_has_passed_is_not_said_back() -> None:
    conversation = read_example("two-people-one-microscope.json")
    assert any("this morning" in one for one in texts(built(as_it_stood(conversation, "m1")), "restatement"))
    assert not any("morning" in one for one in texts(built(as_it_stood(conversation, "m9")), "restatement"))


def test_a_part_says_in_which_message_its_fact_stands() -> None:
    parts = reply_to("requester: Hello.\nagent: How can I help?\nrequester: My VPN keeps dropping.")
    assert [part.source for part in parts if part.kind == "restatement"] == ["they said, message 3"]


def test_most_examples_have_something_to_say_back() -> None:
    """Without which the three properties below would hold of nothing."""
    talks = [read_example(path.name) for path in example_files()]
    said = [any(texts(built(one), "restatement") for one in prefixes(talk)) for talk in talks]
    assert sum(said) >= 25


@EXAMPLES
def test_nothing_is_invented(path) -> None:
    """Every word of a restatement that is not ours stands in what the people asking said."""
    ours = {word for say in symptom_wordings() for word in words_of(fold(say).data)} | TURNED
    for conversation in prefixes(read_example(path.name)):
        told = set(words_of(fold(_told(conversation)).data))
        for part in built(conversation):
            if part.kind == "restatement":
                assert set(words_of(fold(part.text[part.start : part.end]).data)) - ours <= told


@EXAMPLES
def test_no_restatement_of_an_example_is_an_echo(path) -> None:
    for conversation in prefixes(read_example(path.name)):
        for part in built(conversation):
            if part.kind != "restatement" or "“" in part.text:
                continue
            words = telling_words(fold(part.text).data)
            if len(words_of(fold(part.text).data)) >= 8 and len(words) >= 4:
                assert _share(words, conversation) < 0.6, part.text


@EXAMPLES
def test_nothing_of_ours_in_an_example_would_be_underlined(path) -> None:
    """Approved words of a card are looked at where they are written; these are the ones made here."""
    for conversation in prefixes(read_example(path.name)):
        answers = situation(conversation)
        for part in built(conversation):
            if part.kind != "acknowledgement":
                assert check(part.text, builtin(), answers).findings == (), part.text


@pytest.mark.parametrize("line", FACTS.strip().splitlines())
def test_every_saying_is_said_back_cleanly(line: str) -> None:
    conversation = said_by("requester", marked(line)[0])
    answers = situation(conversation)
    for part in built(conversation):
        assert check(part.text, builtin(), answers).findings == (), part.text


def _told(conversation: Conversation) -> str:
    return "\n".join(m.text for m in conversation.messages if conversation.role_of(m).value == "requester")


def _share(words: list[bytes], conversation: Conversation) -> float:
    asked = [m for m in conversation.messages if conversation.role_of(m).value == "requester"]
    return max(overlap(words, telling_words(fold(one.text).data)) for one in asked)
