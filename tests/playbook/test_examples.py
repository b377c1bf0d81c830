"""Every example of the playbook that comes along, run against the real engine."""

import pytest

from calmdesk.conversation import Span
from calmdesk.playbook import Example
from calmdesk.playbook.examples import ExampleError, parse_example
from calmdesk.proof import Verdict, prove
from tests.talk import builtin

PROOFS = list(prove(builtin()))


@pytest.mark.parametrize("proof", PROOFS, ids=lambda proof: proof.id)
def test_an_example_of_the_playbook_holds(proof):
    assert proof.verdict is Verdict.HOLDS, proof.says


def test_marks_become_spans_of_the_text_without_marks():
    marked = parse_example(Example(dialogue="requester: a [[b c]] d [[e]]"))
    assert marked.conversation.message("m1").text == "a b c d e"
    assert marked.spans == (Span(message="m1", start=2, end=5), Span(message="m1", start=8, end=9))


def test_an_exclamation_mark_expects_a_finding_without_words():
    assert parse_example(Example(dialogue="!requester: x")).spans == (Span(message="m1", start=0, end=0),)


def test_facts_in_angle_brackets_are_read():
    marked = parse_example(
        Example(dialogue="requester <start=1 end=2.5 loud=-20,-19 cc=a@x.test,b@x.test at=1+10:30>: x")
    )
    message = marked.conversation.message("m1")
    assert (message.start_s, message.end_s, message.loudness_db) == (1.0, 2.5, (-20.0, -19.0))
    assert message.cc == ("a@x.test", "b@x.test")
    assert message.sent_at.isoformat() == "2026-01-06T10:30:00+00:00"


def test_a_line_without_a_speaker_continues_the_one_above():
    assert parse_example(Example(dialogue="requester: a\nb")).conversation.message("m1").text == "a\nb"


@pytest.mark.parametrize("dialogue", ["no speaker", "requester: [[open", "requester <size=3>: x"])
def test_an_example_that_cannot_be_read_is_an_error(dialogue):
    with pytest.raises(ExampleError):
        parse_example(Example(dialogue=dialogue))
