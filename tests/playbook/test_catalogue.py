"""What every rule owes its reader."""

import pytest

from calmdesk.playbook import Sign
from calmdesk.playbook.detectors import Phrases
from tests.talk import builtin

SIGNS = list(builtin().signs.values())
TRIGGERS = list(builtin().triggers.values())
RULES = SIGNS + TRIGGERS
# Names say what was noticed, never what to do about it.
BANNED_STARTS = (
    "avoid",
    "check",
    "detect",
    "dont",
    "find",
    "flag",
    "no_",
    "prevent",
    "should",
    "sign_",
    "use_",
    "warn",
)


def by_id(rules):
    return pytest.mark.parametrize("rule", rules, ids=lambda rule: rule.id)


@by_id(RULES)
def test_a_rule_has_at_least_six_matches_and_six_near_misses(rule):
    assert len(rule.match) >= 6
    assert len(rule.no_match) >= 6


@by_id(RULES)
def test_each_near_miss_says_why_it_is_close(rule):
    reasons = [example.because.strip() for example in rule.no_match]
    assert all(len(reason) > 10 for reason in reasons)


@by_id(RULES)
def test_each_example_is_its_own(rule):
    dialogues = [example.dialogue.strip() for example in (*rule.match, *rule.no_match)]
    assert len(set(dialogues)) == len(dialogues)


@by_id(RULES)
def test_a_name_says_what_was_noticed(rule):
    assert not rule.id.startswith(BANNED_STARTS)
    assert rule.id == rule.id.lower()


@by_id(RULES)
def test_a_rule_cites_a_practice_that_exists(rule):
    assert rule.practice
    for practice in rule.practice:
        section, _, row = practice.removeprefix("P-").partition(".")
        assert practice.startswith("P-")
        assert 1 <= int(section) <= 13
        assert int(row) >= 1


@by_id(SIGNS)
def test_only_hostile_signs_speak_of_conduct_and_only_conduct_is_staged_so(rule: Sign):
    if rule.conduct.value != "none":
        assert rule.stance.value == "hostile" or rule.stage.value == "rising"
    if rule.stage.value == "conduct":
        assert rule.stance.value == "hostile"


def test_the_playbook_has_at_least_fifty_signs():
    assert len(SIGNS) >= 50


def test_no_two_signs_look_for_the_same_phrase():
    seen: dict[tuple[str, str], str] = {}
    for sign in SIGNS:
        if isinstance(sign.detector, Phrases):
            for phrase in sign.detector.phrases:
                key = (sign.detector.speaker, phrase)
                assert seen.setdefault(key, sign.id) == sign.id, f"{phrase!r} is in {seen[key]} and {sign.id}"


def test_every_word_list_is_used():
    words = set(builtin().words) - {"negators", "not_negators", "everyday"}
    text = repr([sign.detector for sign in SIGNS]) + repr([(t.event, t.effect, t.unless) for t in TRIGGERS])
    text += repr([word_list.entries for word_list in builtin().words.values()])
    text += repr([move.look for move in builtin().moves.values()])
    assert [name for name in sorted(words) if f"@{name}" not in text and f"'{name}'" not in text] == []
