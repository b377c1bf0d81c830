import msgspec

from calmdesk.playbook import Example, Playbook
from calmdesk.proof import Verdict, prove
from tests.talk import builtin

SIGN = builtin().signs["brings_up_last_time"]
SAID = "requester: hello\nagent: hi\nrequester: "


def proofs(**examples):
    """What proving says of one sign that has only these examples."""
    none = {"match": (), "no_match": (), "known_miss": (), "known_false_alarm": ()}
    given = {
        kind: tuple(Example(dialogue=text, because="a reason") for text in texts) for kind, texts in examples.items()
    }
    sign = msgspec.structs.replace(SIGN, **none | given)
    book = Playbook(signs={sign.id: sign}, triggers={}, words=builtin().words, documents=builtin().documents)
    return [(proof.id, proof.verdict) for proof in prove(book)]


def test_a_match_holds_only_where_exactly_the_marked_words_are_found():
    found = proofs(
        match=[f"{SAID}[[Last time this happened]] nobody came", f"{SAID}[[Last time]] this happened nobody came"]
    )
    assert found == [
        ("brings_up_last_time/match/1", Verdict.HOLDS),
        ("brings_up_last_time/match/2", Verdict.FAILS),
    ]


def test_a_near_miss_fails_where_anything_is_found():
    assert proofs(no_match=[f"{SAID}Last time this happened nobody came"])[0][1] is Verdict.FAILS
    assert proofs(no_match=[f"{SAID}it is broken"])[0][1] is Verdict.HOLDS


def test_a_near_miss_with_a_mark_is_a_mistake():
    assert proofs(no_match=[f"{SAID}[[it is broken]]"])[0][1] is Verdict.FAILS


def test_a_known_miss_that_is_found_asks_to_be_promoted():
    assert proofs(known_miss=[f"{SAID}[[you left me hanging]]"])[0][1] is Verdict.HOLDS
    assert proofs(known_miss=[f"{SAID}[[Last time this happened]] nobody came"])[0][1] is Verdict.PROMOTE


def test_a_known_false_alarm_that_is_gone_asks_to_be_promoted():
    assert proofs(known_false_alarm=[f"{SAID}it is broken"])[0][1] is Verdict.PROMOTE


def test_an_example_that_cannot_be_read_fails_with_its_reason():
    (proof,) = prove(_broken())
    assert proof.verdict is Verdict.FAILS
    assert "names no speaker" in proof.says


def _broken():
    sign = msgspec.structs.replace(
        SIGN, match=(Example(dialogue="nobody says this"),), no_match=(), known_miss=(), known_false_alarm=()
    )
    return Playbook(signs={sign.id: sign}, triggers={}, words=builtin().words, documents=builtin().documents)
