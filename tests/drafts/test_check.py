"""The draft check on a small playbook of its own, so that no sentence here depends on what the desk's playbook says."""

from __future__ import annotations

from functools import cache
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from calmdesk.conversation import Channel, Conversation
from calmdesk.drafts import DraftCheck, Situation, applied, check, situation_of
from calmdesk.playbook import Example, Phrasing, Playbook, Severity, load_playbook
from calmdesk.playbook.examples import parse_example
from calmdesk.signals import engine_for, scan
from calmdesk.temperature import rules_judge, temperatures


def phrasing(name: str, look: dict[str, Any], **changes: Any) -> Phrasing:
    value = {
        "title": "A phrasing",
        "family": "command",
        "severity": "hint",
        "since": "0.2",
        "practice": ["P-4.1"],
        "why": "It is an example.",
        "often_fine_when": ["It is not one."],
        "source": {"document": "de-escalation-article", "section": "Active listening"},
        "look": look,
    }
    return msgspec.structs.replace(msgspec.convert(value | changes, Phrasing), id=name)


def wording(*forms: dict[str, Any], **settings: Any) -> dict[str, Any]:
    return {"kind": "wording", "forms": list(forms)} | settings


NEED = wording(
    {"find": ["you (just)? need to {verb}"], "say": ["please {verb}", "the next step is to {verb}"]},
    unless=["(do|if) you need"],
)


@cache
def builtin() -> Playbook:
    return load_playbook()


def playbook(*phrasings: Phrasing) -> Playbook:
    book = builtin()
    return Playbook(
        signs=book.signs,
        triggers=book.triggers,
        words=book.words,
        documents=book.documents,
        moves=book.moves,
        phrasing={one.id: one for one in phrasings},
    )


ORDERS = playbook(phrasing("orders", NEED))


def quotes(found: DraftCheck) -> list[str]:
    return [finding.quote for finding in found.findings]


def talk(dialogue: str, **more: Any) -> Conversation:
    return parse_example(Example(dialogue=dialogue, **more)).conversation


def after(dialogue: str, **more: Any) -> Situation:
    conversation = talk(dialogue, **more)
    scanned = scan(conversation, engine_for(builtin()))
    return situation_of(conversation, scanned, temperatures(conversation, scanned, rules_judge(builtin().signs)))


def test_words_are_found_with_exact_places_and_rewrites_that_fit() -> None:
    (finding,) = check("It failed. You just need to restart it.", ORDERS).findings
    assert (finding.start, finding.end, finding.quote) == (11, 35, "You just need to restart")
    assert finding.rewrites == ("Please restart", "The next step is to restart")
    assert finding.practice == "P-4.1"


def test_the_first_rewrites_of_all_findings_can_be_applied_at_once() -> None:
    draft = "You need to save it, then you need to restart."
    assert applied(draft, check(draft, ORDERS).findings) == "Please save it, then please restart."


def test_places_count_code_points_of_the_draft_as_received() -> None:
    (finding,) = check("Ünïcode 😀 — you need to wait", ORDERS).findings
    assert finding.quote == "you need to wait"
    assert finding.start == 12


@pytest.mark.parametrize(
    "draft",
    [
        "Do you need to print today?",
        "> you need to restart\nThat line was in the log.",
        "It says `you need to restart` on the screen.",
        'The screen says "you need to restart".',
        "1. you need to open the settings\n2. choose the network",
        "- you need to open the settings",
    ],
    ids=["a question", "a quoted line", "code", "quotation marks", "a numbered step", "a bulleted step"],
)
def test_what_is_no_order_is_left_alone(draft: str) -> None:
    assert check(draft, ORDERS).findings == ()


def test_a_form_may_stand_for_its_whole_sentence() -> None:
    book = playbook(
        phrasing("calm", wording({"find": ["calm down"], "say": ["I want to get this solved."], "sentence": True}))
    )
    draft = "Hello. Please calm down now! I look."
    (finding,) = check(draft, book).findings
    assert finding.quote == "Please calm down now!"
    assert applied(draft, [finding]) == "Hello. I want to get this solved. I look."


def test_a_rewrite_that_is_a_clause_is_offered_only_for_a_clause() -> None:
    look = wording({"find": ["you do not understand"], "say": ["let me explain"], "clause": True})
    book = playbook(phrasing("explain", look))
    (alone,) = check("Sorry, you do not understand.", book).findings
    (object_of,) = check("Sorry, you do not understand the note.", book).findings
    assert (alone.rewrites, object_of.rewrites) == (("let me explain",), ())


def test_a_phrasing_for_tense_moments_is_not_looked_for_in_calm_ones() -> None:
    book = playbook(phrasing("orders", NEED, when=["tense"]))
    assert quotes(check("You need to wait.", book)) == []
    tense = after("requester: You people are useless, this is the third time!")
    assert quotes(check("You need to wait.", book, tense)) == ["You need to wait"]


def test_a_phrasing_for_readers_in_a_leading_position_needs_one() -> None:
    book = playbook(phrasing("orders", NEED, when=["leadership"]))
    copied = after("requester <cc=boss@desk.test>: It fails.", leadership=("boss@desk.test",))
    assert quotes(check("You need to wait.", book, after("requester: It fails."))) == []
    assert quotes(check("You need to wait.", book, copied)) == ["You need to wait"]


def test_a_phrasing_of_one_channel_stays_on_it() -> None:
    book = playbook(phrasing("orders", NEED, channels=["email"]))
    assert quotes(check("You need to wait.", book, Situation(channel=Channel.EMAIL))) == ["You need to wait"]
    assert quotes(check("You need to wait.", book, Situation(channel=Channel.CHAT))) == []


def test_notes_to_colleagues_have_their_own_phrasings() -> None:
    book = playbook(phrasing("replies", NEED), phrasing("notes", NEED, requesters=False, colleagues=True))
    assert [one.rule for one in check("You need to wait.", book).findings] == ["replies"]
    assert [one.rule for one in check("You need to wait.", book, Situation(internal=True)).findings] == ["notes"]


def test_jargon_is_plain_to_whoever_used_it() -> None:
    look = wording({"find": ["dns"], "say": ["the name service"]}, unless_they_said=True)
    book = playbook(phrasing("jargon", look))
    assert quotes(check("The DNS is down.", book, after("requester: It fails."))) == ["DNS"]
    assert quotes(check("The DNS is down.", book, after("requester: Is it the dns again?"))) == []


def test_a_silenced_rule_says_nothing() -> None:
    assert check("You need to wait.", ORDERS, silenced=frozenset({"orders"})).findings == ()


def test_of_two_findings_on_the_same_words_the_graver_stays() -> None:
    book = playbook(
        phrasing("hint", NEED), phrasing("warn", wording({"find": ["need to"], "say": ["could"]}), severity="warn")
    )
    assert [one.rule for one in check("You need to wait.", book).findings] == ["warn"]


def test_questions_beyond_the_most_are_pointed_at_once() -> None:
    book = playbook(phrasing("stacked", {"kind": "questions", "most": 2}))
    draft = "Which version? Since when? And did you restart it? Who else has it?"
    assert quotes(check(draft, book)) == ["And did you restart it? Who else has it?"]
    assert check(draft, book).questions == 4


def test_a_second_apology_is_one_too_many() -> None:
    book = playbook(phrasing("apologies", {"kind": "apologies", "most": 1}))
    once, twice = check("I am sorry for the wait.", book), check("I am sorry. Again, I am sorry for the wait.", book)
    assert (quotes(once), len(twice.findings)) == ([], 1)
    assert twice.findings[0].start > 10


def test_what_was_told_is_not_asked_again() -> None:
    look = {"kind": "asked_again", "asks": ["which (device|laptop)"], "given": ["my (laptop|desktop)"]}
    book = playbook(phrasing("asks", look))
    assert quotes(check("Which device is it?", book, after("requester: My laptop is dead."))) == ["Which device"]
    assert quotes(check("Which device is it?", book, after("requester: It is dead."))) == []
    assert quotes(check("Which device is it?", book)) == []


def test_an_echo_is_no_restatement() -> None:
    book = playbook(phrasing("echo", {"kind": "echo"}))
    said = after("requester: My docking station loses the second screen after lunch every single day.")
    echo = "So your docking station loses the second screen after lunch every single day."
    own = "So each afternoon one of your two monitors goes dark until you plug it in again."
    assert quotes(check(echo, book, said)) == [echo]
    assert quotes(check(own, book, said)) == []


@pytest.mark.parametrize(
    ("look", "bad", "good"),
    [
        ({"kind": "wall_of_text", "words": 20}, "word " * 21, "word " * 20),
        ({"kind": "wall_of_text", "words": 20}, "word " * 21, "1. " + "word " * 30),
        ({"kind": "wall_of_text", "words": 20}, "word " * 21, "words " * 20 + "\n" + "words " * 20),
        ({"kind": "wall_of_text", "words": 20}, "word " * 21, "word " * 12 + '"' + "word " * 12 + '"'),
        ({"kind": "long_sentence", "words": 10}, "word " * 11 + ".", "word " * 6 + ". " + "word " * 6),
        ({"kind": "long_sentence", "words": 10}, "word " * 11 + ".", "word " * 6 + "&nbsp; " * 6 + "- " * 6),
        ({"kind": "shouting", "marks": 2}, "Please wait!!", "Please wait!"),
        ({"kind": "shouting", "marks": 2}, "DO NOT TOUCH it.", "The VPN and the DNS are up."),
        (
            {"kind": "steps_in_prose", "steps": 3},
            "Open it, then save, then close it and after that restart.",
            "1. Open it\n2. then save\n3. then close\n4. then restart",
        ),
    ],
    ids=[
        "wall",
        "a list is no wall",
        "lines are no wall",
        "a quotation is no wall",
        "sentence",
        "signs are no words",
        "marks",
        "capitals",
        "steps",
    ],
)
def test_the_shape_of_a_draft_is_looked_at(look: dict[str, Any], bad: str, good: str) -> None:
    book = playbook(phrasing("shape", look))
    assert len(check(bad, book).findings) == 1
    assert check(good, book).findings == ()


def test_a_tense_reply_without_acknowledgement_lacks_it() -> None:
    tense = after("requester: This is the third time my work is gone, it is unacceptable.")
    assert (
        "acknowledges"
        in check("The server is being restarted at the moment, please try it again.", ORDERS, tense).missing
    )


def test_a_calm_chat_lacks_nothing() -> None:
    assert (
        check("The new driver is on your laptop now.", ORDERS, after("requester: Could I have a driver?")).missing == ()
    )


def test_the_first_words_of_a_draft_lack_nothing_yet() -> None:
    tense = after("requester: You people are useless!")
    assert check("Hello Dana,", ORDERS, tense).missing == ()


def test_a_draft_in_another_language_is_said_to_be_unread() -> None:
    found = check("Bitte starten Sie den Rechner neu und melden Sie sich dann noch einmal bei uns.", ORDERS)
    assert found.findings == ()
    assert [part.part for part in found.not_read] == ["draft"]


def test_a_draft_in_other_letters_is_said_to_be_unread_however_short() -> None:
    assert [part.part for part in check("شكرا جزيلا", ORDERS).not_read] == ["draft"]
    assert check("Ünïcödé wörks 😀", ORDERS).not_read == ()


def test_an_insult_is_one_before_it_is_sent() -> None:
    (finding, *_) = check("You're an idiot.", builtin()).findings
    assert finding.severity is Severity.WARN


def test_a_very_long_draft_is_said_to_be_read_in_part() -> None:
    assert "25,000" in check("All is well. " * 3_000, ORDERS).not_read[0].why


def test_a_finding_never_tells_its_words_to_a_log() -> None:
    (finding,) = check("You need to ask Wilhelmina.", ORDERS).findings
    assert "need" not in repr(finding)
    assert "Wilhelmina" not in repr(after("requester: I am Wilhelmina."))


@given(st.text(max_size=400))
def test_any_text_is_checked_with_places_inside_it(text: str) -> None:
    for finding in check(text, builtin()).findings:
        assert 0 <= finding.start <= finding.end <= len(text)
        assert text[finding.start : finding.end] == finding.quote


@given(
    st.lists(st.sampled_from(["You need to go. ", "you need to wait, ", "> ", "\n", "😀", "- ", "Fine. "]), max_size=9)
)
def test_applying_the_first_rewrites_leaves_nothing_to_find(parts: list[str]) -> None:
    draft = "".join(parts)
    assert check(applied(draft, check(draft, ORDERS).findings), ORDERS).findings == ()
