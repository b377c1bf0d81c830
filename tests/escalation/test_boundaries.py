"""What every boundary owes its reader, and what proving one says."""

import msgspec
import pytest

from calmdesk.conversation import Channel
from calmdesk.escalation.values import BOUNDARY, HOLD_THE_SAFEGUARD
from calmdesk.playbook import Playbook, Say
from calmdesk.playbook.phrase import slots_of
from calmdesk.proof import Verdict, prove
from calmdesk.proof.boundaries import prove_boundary
from tests.talk import builtin

BOUNDARIES = list(builtin().boundaries.values())
each = pytest.mark.parametrize("boundary", BOUNDARIES, ids=lambda boundary: boundary.id)


def test_every_rung_has_its_boundary():
    assert {boundary.id: boundary.rung for boundary in BOUNDARIES} == {
        **{name: rung for rung, name in BOUNDARY.items()},
        HOLD_THE_SAFEGUARD: 2,
    }


@each
def test_a_boundary_has_six_matches_and_six_near_misses_with_reasons(boundary):
    assert len(boundary.match) >= 6
    assert len(boundary.no_match) >= 6
    assert boundary.known_miss
    assert all(len(example.because) > 11 for example in (*boundary.no_match, *boundary.known_miss))


@each
@pytest.mark.parametrize("channel", Channel)
def test_each_channel_has_two_short_wordings_that_need_no_fact(boundary, channel):
    ready = [say.text for say in boundary.say if channel in say.channels and not list(slots_of(say.text))]
    assert len(ready) >= 2
    assert all(text.count(". ") <= 1 for text in ready)


@each
def test_every_example_and_wording_of_a_boundary_holds(boundary):
    assert [proof for proof in prove_boundary(builtin(), boundary) if proof.verdict is not Verdict.HOLDS] == []


def said(text, channel=Channel.CHAT):
    """What proving says of a boundary whose only wording this is."""
    boundary = msgspec.structs.replace(
        builtin().boundaries["name_the_behaviour"],
        match=(),
        no_match=(),
        known_miss=(),
        say=(Say(text=text, channels=(channel,)),),
    )
    book = Playbook(
        signs=builtin().signs,
        triggers={},
        words=builtin().words,
        documents=builtin().documents,
        phrasing=builtin().phrasing,
        moves=builtin().moves,
        boundaries={boundary.id: boundary},
    )
    (proof,) = list(prove(book, frozenset({boundary.id})))
    return proof


def test_a_wording_that_its_own_look_does_not_know_fails():
    proof = said("Let us all be kind.")
    assert (proof.id, proof.verdict) == ("name_the_behaviour/say/1", Verdict.FAILS)
    assert "not recognised" in proof.says


def test_a_wording_that_heats_fails():
    proof = said("Please leave out the insults. You need to restart the laptop.")
    assert proof.verdict is Verdict.FAILS
    assert "tells_them_they_need_to" in proof.says


def test_a_wording_that_is_known_and_clean_holds():
    assert said("Please leave out the insults.").verdict is Verdict.HOLDS
