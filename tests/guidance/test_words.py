import pytest

from calmdesk.conversation import Channel
from calmdesk.guidance.words import fitting, issue_of
from calmdesk.playbook import Say

ANYWHERE = Say(text="I see what this holds up.")
IN_CHAT = Say(text="On it now.", channels=(Channel.CHAT,))
FOR_OUTAGES = Say(text="I know the outage stops your work.", situations=("outage",))
NAMED = Say(text="I am looking at {issue} now.")


def words(
    *said: Say, channel: Channel = Channel.CHAT, situations: tuple[str, ...] = (), **facts: str
) -> tuple[str, ...]:
    return fitting(said, channel=channel, situations=situations, facts=facts)


def test_words_of_another_channel_are_left_out() -> None:
    assert words(ANYWHERE, IN_CHAT) == (ANYWHERE.text, IN_CHAT.text)
    assert words(ANYWHERE, IN_CHAT, channel=Channel.EMAIL) == (ANYWHERE.text,)


def test_words_for_the_situation_come_first_and_for_another_one_not_at_all() -> None:
    assert words(ANYWHERE, FOR_OUTAGES, situations=("outage",))[0] == FOR_OUTAGES.text
    assert words(ANYWHERE, FOR_OUTAGES, situations=("lockout",)) == (ANYWHERE.text,)


def test_words_that_need_an_unknown_fact_are_not_offered() -> None:
    assert words(NAMED) == ()
    assert words(NAMED, issue="the VPN") == ("I am looking at the VPN now.",)


def test_three_are_enough() -> None:
    assert len(words(*(Say(text=f"Wording number {n}.") for n in range(9)))) == 3


@pytest.mark.parametrize(
    ("subject", "issue"),
    [
        ("VPN", "the VPN"),
        ("Re: VPN", "the VPN"),
        ("Printer on floor 2", ""),
        ("Printer", "the printer"),
        ("AW: Payroll report", "the payroll report"),
        ("SharePoint access", "the SharePoint access"),
        ("I cannot log in!", ""),
        ("Please help", ""),
        ("Printer does not print", ""),
        ("", ""),
        ("🔥", ""),
        ("the docking station", "the docking station"),
    ],
)
def test_a_short_subject_names_the_issue_and_any_other_names_nothing(subject: str, issue: str) -> None:
    assert issue_of(subject) == issue
