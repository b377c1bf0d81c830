import msgspec
import pytest

from calmdesk.conversation import Channel
from calmdesk.playbook import Pair
from calmdesk.proof.pages import page_of
from tests.talk import builtin

NAME = "tells_them_they_need_to"


@pytest.mark.parametrize("phrasing", builtin().phrasing.values(), ids=lambda phrasing: phrasing.id)
def test_a_page_answers_why_and_when_it_is_fine_and_has_a_row_for_each_draft(phrasing):
    page = page_of(phrasing)
    drafts = (*phrasing.match, *phrasing.no_match, *phrasing.known_miss, *phrasing.known_false_alarm)
    tables = [group for group in (phrasing.match, phrasing.no_match, phrasing.known_miss) if group]
    tables += [phrasing.known_false_alarm] if phrasing.known_false_alarm else []
    assert page.startswith(f"# {phrasing.title}\n\n`{phrasing.id}` · family {phrasing.family.value} · ")
    assert phrasing.why.strip() in page
    assert all(reason.strip() in page for reason in phrasing.often_fine_when)
    assert sum(line.startswith("|") for line in page.splitlines()) == len(drafts) + 2 * len(tables)


def test_what_is_found_stands_beside_what_it_says_instead():
    page = page_of(builtin().phrasing[NAME])
    assert (
        "| draft | instead |\n|---|---|\n| **You need to restart** the laptop. | Please restart the laptop. |" in page
    )


def test_a_near_miss_says_why_it_is_one():
    assert "| Do you need to print today? | A question, not an order. |" in page_of(builtin().phrasing[NAME])


def test_what_was_said_before_stands_in_front_of_the_draft():
    page = page_of(builtin().phrasing["asks_for_the_error_again"])
    assert "| they said | draft |\n" in page
    assert "| requester: The error is access denied. | Could you please **send me the error message**? |" in page


def test_where_nothing_can_be_offered_the_heading_says_only_that_it_is_found():
    assert "\n## Found\n" in page_of(builtin().phrasing["asks_for_the_error_again"])


def page_of_pair(**pair):
    changed = msgspec.structs.replace(builtin().phrasing[NAME], match=(Pair(**pair),), no_match=())
    return page_of(changed)


def test_a_draft_cannot_break_out_of_its_row():
    page = page_of_pair(before="One | two *three*\n[[you need to]]\n<b>wait</b>")
    assert "| One \\| two \\*three\\* ↵ **you need to** ↵ \\<b\\>wait\\</b\\> |" in page


def test_where_a_draft_stands_is_said_where_it_is_no_chat():
    page = page_of_pair(before="[[x]] y z", channel=Channel.IN_PERSON, internal=True, leadership=("boss@desk.test",))
    assert "| draft | where |" in page
    assert "| note to colleagues, in person, leadership in copy |" in page
