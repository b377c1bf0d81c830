"""Words that a person may be shown, and words that nobody may."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calmdesk.conversation import Conversation
from calmdesk.drafts import Situation
from calmdesk.playbook import Playbook, load_playbook
from calmdesk.web.suggest.checks import Asked, passed
from calmdesk.web.suggest.values import Reason, Refused, Wanted
from tests.web.conftest import conversation

TOLD = (
    "I cannot log in to the VPN since this morning and the payroll run has to be finished by 3 pm. "
    "This is the third time this week, and nobody called me back!"
)
RUDE = "You need to stop whining about the VPN and restart your laptop like I told you twice."
HOLDS = "No. I can't skip the approval just because you shout. Ask your manager, then I'll reset it by 4 pm."


@cache
def playbook() -> Playbook:
    return load_playbook()


def talk(text: str = TOLD) -> Conversation:
    return conversation(messages=[{"id": "m1", "sender": "U1", "text": text}])


def restated(words: str, told: str = TOLD) -> str:
    situation = Situation(conversation=talk(told), tense=True)
    return passed(words, Asked(Wanted.RESTATEMENT, (told,), situation, playbook()))


def calmed(words: str, draft: str) -> str:
    situation = Situation(conversation=talk(), tense=True)
    return passed(words, Asked(Wanted.CALMER, (draft,), situation, playbook()))


@pytest.mark.parametrize(
    "words",
    [
        "You have been shut out of the VPN all morning, and your payroll run is due at 3 pm.",
        "So you can't get into the VPN, no one has called you back, and payroll is waiting on it.",
        "So the VPN has kept you out for the third time this week, and nobody returned your call. Is that right?",
        "Your VPN login has failed since this morning, which puts the 3 pm payroll run at risk.",
    ],
)
def test_a_restatement_in_other_words_is_shown(words: str) -> None:
    assert restated(words) == words


def test_quotation_marks_and_space_around_the_whole_are_taken_off() -> None:
    words = "Your VPN login has failed since this morning, which puts the payroll run at risk."
    assert restated(f'\n "{words}"\r\n') == words


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("", Reason.EMPTY),
        (" \n ", Reason.EMPTY),
        ("So your VPN is down this morning. " * 20, Reason.TOO_LONG),
        ("So your VPN is **down** this morning.", Reason.NOT_PLAIN),
        ("So your VPN is `down` this morning.", Reason.NOT_PLAIN),
        ("# VPN\nSo your VPN is down this morning.", Reason.NOT_PLAIN),
        ("<think>They cannot log in.</think> So your VPN is down.", Reason.NOT_PLAIN),
        ("So your VPN is down&nbsp;this morning.", Reason.NOT_PLAIN),
        ("So your VPN is down\x00 this morning.", Reason.NOT_PLAIN),
        ("So your VPN is do\u200bwn this morning.", Reason.NOT_PLAIN),
        ("So your VРN is down this morning.", Reason.NOT_PLAIN),
        ("So your VPN is down, see hxxps://e.example this morning.", Reason.LINK),
        ("So your VPN is down, see //e.example/x this morning.", Reason.LINK),
        ("So your VPN is down, see evil dot com this morning.", Reason.LINK),
        ("So your VPN is down, see evil。com this morning.", Reason.LINK),
        ("So your VPN is down at 10.0.0.1 this morning.", Reason.LINK),
        ("So your VPN is down, QUJDREVGR0hJSktMTU4 this morning.", Reason.CODED),
        ("So your VPN is down, deadbeefdeadbeef00 this morning.", Reason.CODED),
        ("So you have had no VPN since 8 this morning.", Reason.NUMBER),
        ("So you have had no VPN for five mornings.", Reason.NUMBER),
        ("So you have had no VPN since Monday.", Reason.TIME),
        ("So you have had no VPN since yesterday.", Reason.TIME),
        ("So you have had no VPN since the Citrix update.", Reason.NAME),
        ("Mallory says your VPN is down.", Reason.NAME),
        ("So your VPN is down and your files have to be downloaded this morning.", Reason.RISK),
        ("So your VPN password has failed this morning.", Reason.RISK),
        ("So your VPN is down, and it will be fixed by 3 pm.", Reason.PROMISE),
        ("So your VPN is down, and the approval for payroll is no longer needed.", Reason.SAFEGUARD),
        ("So your VPN is down, you should call back this morning.", Reason.TELLS),
        ("So your VPN is down, please finish the payroll run.", Reason.TELLS),
        ("So your VPN is down and we are sorry.", Reason.TELLS),
        ("So you are furious about the VPN this morning.", Reason.FEELING),
        ("So you cannot log in to the VPN since this morning, payroll has to be finished by 3 pm.", Reason.ECHO),
        ("So you like the sea and the mountains.", Reason.ELSEWHERE),
        ("Is that right?", Reason.ELSEWHERE),
        ("The VPN is down this morning.", Reason.ELSEWHERE),
    ],
)
def test_anything_else_is_refused_with_its_reason(words: str, reason: Reason) -> None:
    with pytest.raises(Refused) as refused:
        restated(words)
    assert refused.value.reason is reason


def test_a_restatement_carries_no_link_even_where_the_person_sent_one() -> None:
    told = "I cannot open https://evil.example/x since this morning, the VPN blocks it."
    with pytest.raises(Refused) as refused:
        restated("So the VPN keeps you from https://evil.example/x this morning.", told)
    assert refused.value.reason is Reason.LINK


def test_a_file_that_the_person_named_may_be_named() -> None:
    told = "The macro in payroll.xlsx stopped working this morning and I cannot finish the run."
    assert restated("Your payroll.xlsx lost its macro this morning, so the run is stuck.", told)


@pytest.mark.parametrize(
    ("draft", "words"),
    [
        (RUDE, "Let's restart your laptop and see whether the VPN comes back."),
        (RUDE, "Restarting your laptop is the next step for the VPN."),
        (HOLDS, "The approval still comes first. As soon as your manager gives it, I'll reset it by 4 pm."),
        (
            "Look at https://kb.desk.test/a1 and stop asking about the printer.",
            "The steps for the printer are at https://kb.desk.test/a1, take a look.",
        ),
    ],
)
def test_a_calmer_wording_of_the_draft_is_shown(draft: str, words: str) -> None:
    assert calmed(words, draft) == words


@pytest.mark.parametrize(
    ("draft", "words", "reason"),
    [
        (RUDE, RUDE, Reason.UNCHANGED),
        (RUDE, "You need to restart your laptop for the VPN.", Reason.WORDING),
        (RUDE, "Let's restart your laptop, and I will call you back about the VPN.", Reason.PROMISE),
        (RUDE, "The weather is lovely for a walk in the park.", Reason.ELSEWHERE),
        (RUDE, "Bitte starten Sie den Laptop und das VPN neu, vielen Dank für Ihre Geduld.", Reason.NAME),
        (HOLDS, "I can skip the approval, and I'll reset it by 4 pm.", Reason.SAFEGUARD),
        (HOLDS, "You don't need the approval of your manager, and I'll reset it by 4 pm.", Reason.SAFEGUARD),
        (HOLDS, "Your manager is asked, then I'll reset it by 4 pm.", Reason.SAFEGUARD),
        (HOLDS, "The approval still comes first. Once it is there, I'll reset it by 3 pm.", Reason.NUMBER),
        (
            "Look at https://kb.desk.test/a1 and stop asking about the printer.",
            "The steps for the printer are at https://kb.desk.test.evil.example/a1.",
            Reason.LINK,
        ),
    ],
)
def test_a_wording_that_is_not_the_drafts_own_is_refused(draft: str, words: str, reason: Reason) -> None:
    with pytest.raises(Refused) as refused:
        calmed(words, draft)
    assert refused.value.reason is reason


def test_every_reason_is_said_in_one_sentence() -> None:
    for reason in Reason:
        sentence = str(Refused(reason))
        assert sentence.startswith("The language model's words did not pass our checks: ")
        assert sentence.count(".") == 1


@given(st.text(max_size=500), st.text(max_size=200))
def test_whatever_comes_is_shown_as_plain_text_or_refused(words: str, draft: str) -> None:
    for asked in (lambda: restated(words, draft or "x"), lambda: calmed(words, draft or "x")):
        try:
            shown = asked()
        except Refused:
            continue
        assert "<" not in shown or not shown[shown.index("<") + 1 : shown.index("<") + 2].isalpha()
        assert all(one == "\n" or one.isprintable() for one in shown)
