"""Nothing of a held thread may be learned from, by the encoder or by those who wrote the signs."""

from tools.shared_data import helpdesk_tickets, part_of
from training.labels import read_examples
from training.parts import group_parts
from training.public import Public, kept


def piece_of(part):
    return next(f"s{number}" for number in range(1000) if part_of(f"s{number}") == part)


def test_a_thread_of_which_a_piece_was_tuned_on_is_never_held():
    dev, second, held = map(piece_of, ("dev", "second", "held"))
    assert group_parts([("t1", held), ("t1", dev), ("t2", held), ("t3", second), ("t3", held)]) == {
        "t1": "train",
        "t2": "held",
        "t3": "tune",
    }


def test_every_real_thread_lies_in_one_part(shared):
    parts = {}
    for example in read_examples():
        assert parts.setdefault(example.group, example.part) == example.part
    assert set(parts.values()) == {"train", "tune", "held"}


def test_a_message_is_read_with_earlier_ones_only(shared):
    examples = {example.key: example for example in read_examples()}
    example = next(e for e in examples.values() if e.source == "hd" and len(e.before) >= 2)
    _, ticket, place = example.key.split(":")
    messages = next(c for c in helpdesk_tickets() if c.id.split(".")[0] == ticket).messages
    at = [message.id.split(".")[0] for message in messages].index(place)
    assert [said.text for said in example.before] == [message.text for message in messages[:at]][-8:]


def test_public_labels_hold_no_words_of_what_is_judged():
    public = [Public("a", text, {}) for text in ("Broken AGAIN!", "It works.", "it works", "Why?!")]
    assert [one.text for one in kept(public, ["broken, again", "why"])] == ["It works."]
