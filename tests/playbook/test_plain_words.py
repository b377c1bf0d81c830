import copy
import tomllib

import msgspec
import pytest

from calmdesk.playbook import builtin_folder
from calmdesk.playbook.kinds import Sign
from calmdesk.playbook.plain_words import in_plain_words

SIGN = tomllib.loads((builtin_folder() / "signs" / "brings_up_last_time.toml").read_text(encoding="utf-8"))


def said(content):
    with pytest.raises(msgspec.ValidationError) as caught:
        msgspec.convert(content, Sign)
    return in_plain_words(caught.value, content, Sign)


def with_change(*path, to):
    content = copy.deepcopy(SIGN)
    place = content
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = to
    return content


@pytest.mark.parametrize(
    ("path", "value", "sentence"),
    [
        (["stage"], "late", "stage: found 'late'; allowed are early, rising, conduct. Use one of these."),
        (["stage"], "risin", "stage: found 'risin'; allowed are early, rising, conduct. Did you mean 'rising'?"),
        (["title"], 3, "title: found 3; allowed is a text in quotes. Change it to that."),
        (["title"], "a", "title: found 'a'; allowed is a text in quotes with at least 3 letters. Change it to that."),
        (["heat"], 3, "heat: found 3; allowed is a number of at most 1. Change it to that."),
        (["detector", "opening"], "no", "detector, opening: found 'no'; allowed is true or false. Change it to that."),
        (
            ["detector", "max_words"],
            0,
            "detector, max_words: found 0; allowed is a whole number of at least 1. Change it to that.",
        ),
        (
            ["detector", "phrases"],
            [],
            "detector, phrases: found an empty list; allowed is a list in square brackets with at least 1 entry. "
            "Change it to that.",
        ),
        (
            ["detector", "speaker"],
            "me",
            "detector, speaker: found 'me'; allowed are agent, anyone, requester. Use one of these.",
        ),
        (["detector"], "x", "detector: found 'x'; allowed is a table of settings. Change it to that."),
        (["match", 0], {"because": "x"}, "match 1: 'dialogue' is missing. Add it."),
        (["source"], {"document": "x"}, "source: 'section' is missing. Add it."),
    ],
)
def test_what_does_not_fit_is_said_with_place_found_and_allowed(path, value, sentence):
    assert said(with_change(*path, to=value)) == sentence


def test_channels_are_counted_from_one_and_named():
    assert said(with_change("channels", to=["chat", "fax"])).startswith("channels 2: found 'fax'; allowed are voice, ")


def test_a_kind_of_detection_that_is_not_known_is_answered_with_those_that_are():
    sentence = said(with_change("detector", "kind", to="phrase"))
    assert sentence.startswith("detector, kind: found 'phrase'; allowed are ")
    assert "capitals" in sentence
    assert sentence.endswith("Did you mean 'phrases'?")


def test_a_missing_or_unknown_setting_is_named():
    content = copy.deepcopy(SIGN)
    del content["title"]
    assert said(content) == "'title' is missing. Add it."
    sentence = said(with_change("titel", to="x"))
    assert sentence.startswith("found 'titel', which is no setting here; allowed are ")
    assert sentence.endswith("Did you mean 'title'?")


def test_a_long_value_is_cut():
    assert len(said(with_change("stage", to="x" * 500))) < 150
