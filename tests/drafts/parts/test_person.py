import pytest

from calmdesk.drafts.parts.person import begun_small, turned_round


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("my laptop", "your laptop"),
        ("all seven of us in accounts", "all seven of you in accounts"),
        ("I can't work", "you can't work"),
        ("I'm completely blocked", "you're completely blocked"),
        ("I’m completely blocked", "you're completely blocked"),
        ("I've already missed one meeting", "you've already missed one meeting"),
        ("I am losing an hour", "you are losing an hour"),
        ("we were cut off", "you were cut off"),
        ("since I moved desks", "since you moved desks"),
        ("compared with Paulo next to me", "compared with Paulo next to you"),
        ("the colleague beside myself", "the colleague beside yourself"),
        ("our licence and mine", "your licence and yours"),
        ("since your update", "since our update"),
        ("the team in Vienna", "the team in Vienna"),
    ],
)
def test_the_person_is_turned_round(theirs: str, ours: str) -> None:
    assert turned_round(theirs) == ours


@pytest.mark.parametrize("theirs", ["since you updated it", "what you people sent", 'it says "my file"', "ive lost it"])
def test_what_cannot_be_turned_round_safely_is_left(theirs: str) -> None:
    assert turned_round(theirs) is None


@pytest.mark.parametrize(
    ("words", "theirs", "small"),
    [
        ("Two trucks wait", "Two trucks wait", "two trucks wait"),
        ("VPN client", "VPN client", "VPN client"),
        ("SharePoint folder", "SharePoint folder", "SharePoint folder"),
        ("Outlook", "Outlook fails. Then Outlook fails again, in Outlook", "Outlook"),
        ("the printer", "", "the printer"),
    ],
)
def test_only_the_capital_of_a_beginning_sentence_is_taken(words: str, theirs: str, small: str) -> None:
    assert begun_small(words, theirs) == small
